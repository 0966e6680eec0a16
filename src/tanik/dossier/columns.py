"""The names of columns on a phone, where a row of a table becomes a card, and the signs of states.

Comes in: a language. Goes out: style rules that put each column's name before its cells. Names in the style sheet and
not in every cell: in a dossier of many pages they would be a tenth of its weight.
"""

from __future__ import annotations

from tanik.dossier.phrases import word
from tanik.dossier.tree import phrase
from tanik.dossier.words import has, say, table

__all__ = ["label_rules"]

_OF_TREE = ("date", "source", "certainty", "readings")
# A table's class, and its columns in order. None: the column is the row's head and needs no name.
_COLUMNS: dict[str, tuple[str | None, ...]] = {
    "differences": (None, "on_page", "in_witness", "kind", "changes_sense", "rule_name"),
    "apparatus": (None, "tree:base_reading", "tree:other_readings"),
    "conflicts": (None, "values", "statements", "verdict", "why"),
    "pages": ("#", "about_page", "author", "published", "quotations", "statements", "findings"),
    "statements": ("#", "statement", "what", "when_how_much", "voice"),
    "dates": ("as_written", "value", "calendar", "basis"),
    "amounts": ("as_written", "value", "of", "rule_name"),
    "names": ("name", "kind", "forms", "mentions"),
    "sources": ("as_written", "kind", "particulars", "rule_name"),
    "timeline": ("date", "entry", "sureness"),
    "tree": (None, "tree:date", "tree:source", "tree:certainty", "tree:readings"),
    "grid": (None, "role:subject", "role:recipient", "role:object", "role:place", "role:amount", "role:when"),
    "ledger": (None, "of", "value", "giver", "receiver", "date", "voice", "statement"),
    "totals": (None, "of", "value", "giver", "receiver", "statements"),
}


def label_rules(lang: str) -> str:
    """The rules for every table, for narrow windows only; and the sign of every status.

    >>> '.h-dates td:nth-child(2)::before { content: "Değer"; }' in label_rules("tr")
    True
    """
    rules = [
        f'  .h-{name} td:nth-child({place})::before {{ content: "{_name(column, lang)}"; }}'
        for name, columns in _COLUMNS.items()
        for place, column in enumerate(columns, 1)
        if column is not None
    ]
    return "\n".join([*_mark_rules(), "@media (max-width: 40rem) {", *rules, "}"]) + "\n"


def _mark_rules() -> list[str]:
    """The sign of every status before its word; where a browser knows how, without being read out."""
    rules = []
    for key, row in table("words.toml").items():
        if not key.startswith("status."):
            continue
        sign = "".join(f"\\{ord(char):x} " for char in row["mark"])
        rule = f".s-{key.removeprefix('status.')}::before"
        rules += [f'{rule} {{ content: "{sign}\\a0 "; }}', f'{rule} {{ content: "{sign}\\a0 " / ""; }}']
    return rules


def _name(column: str, lang: str) -> str:
    """A column's name, fit to stand in a string of the style sheet."""
    kind, _, value = column.partition(":")
    if kind == "tree":
        name = phrase(f"column.{value}" if value in _OF_TREE else value, lang)
    elif kind == "role":
        name = word("role", value, lang)
    else:
        name = say(f"ui.{column}", lang) if has(f"ui.{column}") else column
    return "".join(f"\\{ord(char):x} " if char in '"\\<\n' else char for char in name)
