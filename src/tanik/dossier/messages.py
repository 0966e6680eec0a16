"""Findings as sentences.

Comes in: a finding, which names its rule and the particulars. Goes out: a sentence in the reader's language. The
sentences stand in ``data/findings.toml``, a row a rule; a rule without a sentence is still told, by its kind and its
particulars. Particulars are other people's words: they fill a template and are never read as one.
"""

from __future__ import annotations

import re
import string

from tanik.compare.model import Finding
from tanik.dossier.edtf import in_words, on_that_date
from tanik.dossier.phrases import problem_in_words, word
from tanik.dossier.words import has, number, say, table

__all__ = ["evidence", "message", "title_of"]

# How much of a digest is shown where the whole stands elsewhere in the dossier.
_DIGEST_SHOWN = 12
# What the words of a quotation weigh together, as comparing tells it.
_WEIGHED = re.compile(r"G² = ([\d.-]+) \((\d+) words weighed, ([\d.-]+) against\)")
# Particulars that are dates in EDTF and are told in words.
_DATES = frozenset(
    (
        "when",
        "date",
        "dates",
        "birth",
        "death",
        "since",
        "begin",
        "end",
        "earliest",
        "latest",
        "earlier",
        "later",
        "known",
    )
)

# Particulars that are values of the model, and the table that has their words.
_WORDED = {"weekday": "weekday", "on": "role", "action": "action", "whose": "day_of", "unit": "unit"}
_EVIDENCE_WORDED = {"why": "why", "calendar": "calendar", "counts": "counted"}


def title_of(finding: Finding, lang: str) -> str:
    """The kind of a finding as a heading."""
    return say(f"finding.{finding.kind}", lang)


class _Particulars(dict[str, str]):
    """Particulars of a finding; one that a template asks for and the finding lacks shows as a gap."""

    def __missing__(self, key: str) -> str:
        return "…"


def message(finding: Finding, lang: str) -> str:
    """The sentence of a finding: its rule's, filled with its details; its kind and details where there is none.

    >>> from tanik.compare.model import FindingKind
    >>> finding = Finding(FindingKind.ARITHMETIC, (), "no-such-rule", (("sum", "62"), ("when", "1921-05")))
    >>> message(finding, "en")
    'Arithmetic: sum 62, when May 1921'
    """
    row = table("findings.toml").get(finding.rule, {})
    dated = dict(finding.details).get("on") == "when"
    details = [(what, _told(what, value, lang, dated=dated)) for what, value in finding.details]
    if lang in row:
        # "{when_at}" is the date with the ending that "on it" has in Turkish.
        details += [(f"{what}_at", on_that_date(value)) for what, value in finding.details if what in _DATES]
        return string.Formatter().vformat(row[lang], (), _Particulars(details))
    told = ", ".join(f"{_named(what, lang)} {value}" for what, value in details)
    return f"{title_of(finding, lang)}: {told}" if told else f"{title_of(finding, lang)} ({finding.rule})"


def _told(what: str, value: str, lang: str, *, dated: bool = False) -> str:
    """A particular in the reader's words: dates, problems, slots and deeds are told, all else stands as it is.

    `dated` says that the values of a contradiction are dates.
    """
    if what in _WORDED:
        return word(_WORDED[what], value, lang)
    if what == "values" and dated:
        return " ≠ ".join(in_words(date, lang) for date in value.split(" ≠ "))
    if what == "problem":
        return problem_in_words(value, lang)
    if what == "reckoned":
        return number(float(value), lang)
    return _dated(value, lang) if what in _DATES else value


def _dated(dates: str, lang: str) -> str:
    """One date, or several with commas between, in words."""
    return ", ".join(in_words(date, lang) for date in dates.split(", "))


def _named(what: str, lang: str) -> str:
    """The word for a piece of evidence; ``differs:when`` is a relation and the slot it holds for."""
    relation, colon, slot = what.partition(":")
    if colon and has(f"evidence.{relation}"):
        return f"{say(f'evidence.{relation}', lang)} ({word('role', slot, lang)})"
    return say(f"evidence.{what}", lang) if has(f"evidence.{what}") else what


def evidence(what: str, value: str, lang: str) -> tuple[str, str]:
    """One piece of a finding's evidence in words: what it is, and its value.

    >>> evidence("difference", "number: altı | yedi", "tr"), evidence("earliest", "1906-03", "en")
    (('fark', 'sayı: altı ↔ yedi'), ('earliest', 'March 1906'))
    >>> evidence("why", "two-sums-for-one-deed", "tr"), evidence("independent", "2", "tr")
    (('neden', 'aynı iş için iki ayrı miktar'), ('bağımsız tanık', '2'))
    """
    if what in _DATES:
        value = _dated(value, lang)
    elif what in _EVIDENCE_WORDED:
        value = word(_EVIDENCE_WORDED[what], value, lang)
    elif what == "searched":
        value = f"sha256:{value[:_DIGEST_SHOWN]}…"
    elif what == "log_likelihood" and (weighed := _WEIGHED.fullmatch(value)) is not None:
        total, words, against = weighed.groups()
        figures = {"total": number(float(total), lang, 1), "against": number(float(against), lang, 1)}
        value = say("evidence.weighed", lang, words=words, **figures)
    elif what == "difference" and has(f"difference.{value.partition(':')[0]}"):
        kind, _, readings = value.partition(":")
        sides = " ↔ ".join(side.strip() or "∅" for side in readings.split("|"))
        value = f"{say(f'difference.{kind}', lang)}: {sides}"
    return _named(what, lang), value
