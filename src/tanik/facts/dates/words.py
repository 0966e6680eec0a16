"""The words that dates are made of: month names, their endings, and the words around them.

Comes in: tokens. Goes out: the month that begins at a token, and the role of a word (``yılında`` names a year,
``ertesi`` counts on). Month names are stems with an ending from a closed list, so that ``Martta``, ``Mart'ta`` and
``martının`` are one month and ``Marta`` in a Polish name needs a day or a year beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tanik.core.fold import fold, lower_turkish
from tanik.facts.numbers.tokens import WORD, Token
from tanik.facts.tables import roles, rows

__all__ = ["ROLES", "Month", "has_role", "known_word", "may_be_month", "month_at", "skip_suffix", "spelt_like"]


@dataclass(frozen=True, slots=True)
class Month:
    """A month as written: place, last token, number, and how it was named.

    `calendar` is solar (modern and foreign names), ottoman or hijri; `kind` name, short or sign; `ending` what
    follows the stem; `lang` the language of the name.
    """

    start: int
    end: int
    last: int
    number: int
    calendar: str
    kind: str
    lang: str
    ending: str
    stem: str


_ENDING: Final = re.compile(
    r"(?:[iu](?:n(?:[iu]n|d[ae]n?(?:ki\w*)?|[ae]|[iu])?)?|[dt][ae](?:n|ki\w*|yd[iu])?|[ae]|[iu]n[dt]?[ae]?n?"
    r"|y?l[ae]|[iu]?[dt][iu]r|[iu]?y?[dt][iu]|l[ae]r\w*)"
)
_SOFT: Final = {"ocag": "ocak", "aralig": "aralik"}
_APOSTROPHES: Final = ("'", "?")
_HYPHENED: Final = re.compile(
    r"[dt][ae]n?|[iu]n|n[iu]n|y?[ae]|c[iu]|s[iu](?:n[a-z]+)?|[iu]nd[ae]n?|udur|idir|[dt][iu]r|l[ae]r\w*"
)


def _month_table() -> dict[str, list[tuple[tuple[str, ...], int, str, str, str]]]:
    table: dict[str, list[tuple[tuple[str, ...], int, str, str, str]]] = {}
    for row in rows("months.csv"):
        words = tuple(re.findall(r"[^\W_]+", fold(row["form"])))
        entry = (words, int(row["month"]), row["calendar"], row["kind"], row["lang"])
        if entry not in table.setdefault(words[0][:2], []):
            table[words[0][:2]].append(entry)
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), -sum(map(len, entry[0])), entry[3] != "name"))
    return table


_MONTHS: Final = _month_table()


def _special(form: str) -> frozenset[str]:
    return frozenset(form) & frozenset("şçğ")


def _spellings() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for row in rows("months.csv"):
        last = re.split(r"[\s'-]+", row["form"])[-1]
        table[fold(last)] = table.get(fold(last), frozenset()) | _special(lower_turkish(last))
    return table


_SPELLINGS: Final = _spellings()


def spelt_like(stem: str, written: str) -> bool:
    """Whether `written` has no ş, ç or ğ where the month's name has none: ``nişan`` is no ``nisan``.

    >>> spelt_like("nisan", "Nisan"), spelt_like("nisan", "nişan"), spelt_like("subat", "Subat")
    (True, False, True)
    """
    return _special(lower_turkish(written[: len(stem)])) <= _SPELLINGS.get(stem, frozenset("şçğ"))


ROLES: Final = roles("date_words.csv")
_ALL_WORDS: Final = tuple(
    {word for entries in _MONTHS.values() for entry in entries for word in entry[0] if len(word) > 3}
)
_PLAIN_WORDS: Final = frozenset(form for forms in ROLES.values() for form in forms)


def has_role(role: str, form: str) -> bool:
    """Whether the folded word `form` stands in the table under `role`."""
    return form in ROLES[role]


@lru_cache(maxsize=1 << 13)
def known_word(form: str) -> bool:
    """Whether a damaged word, mended to `form`, is a word of dates.

    >>> known_word("mayisinin"), known_word("ayin")
    (True, True)
    """
    if form in _PLAIN_WORDS:
        return True
    for stem in _ALL_WORDS:
        if form.startswith(stem):
            rest = form[len(stem) :].lstrip("'")
            if not rest or _ENDING.fullmatch(rest):
                return True
    return False


def skip_suffix(tokens: tuple[Token, ...], at: int) -> int:
    """The token after a suffix glued to what ends before `at`: ``1921'de``, ``1921de``."""
    if at >= len(tokens) or not tokens[at].glued:
        return at
    if tokens[at].form in _APOSTROPHES and at + 1 < len(tokens):
        return at + 2 if tokens[at + 1].glued and tokens[at + 1].kind == WORD else at
    if tokens[at].form == "-" and at + 1 < len(tokens) and tokens[at + 1].glued:
        return at + 2 if _HYPHENED.fullmatch(tokens[at + 1].form) else at
    if tokens[at].kind == WORD and len(tokens[at].form) <= 6:
        return at + 1
    return at


def _ending_of(form: str, stem: str) -> str | None:
    """What follows `stem` in `form` if that is an ending ("" for none), else None."""
    if not form.startswith(stem):
        soft = next((form[len(key) :] for key, full in _SOFT.items() if full == stem and form.startswith(key)), "")
        return soft if soft and _ENDING.fullmatch(soft) else None
    rest = form[len(stem) :].lstrip("'")
    return rest if not rest or _ENDING.fullmatch(rest) else None


def _match_words(tokens: tuple[Token, ...], at: int, words: tuple[str, ...]) -> tuple[int, str] | None:
    """The last token and the ending where `words` stand at token `at`, hyphens and apostrophes between."""
    index = at
    for number, word in enumerate(words):
        while number and index < len(tokens) and tokens[index].form in ("-", "'"):
            index += 1
        if index >= len(tokens) or tokens[index].kind != WORD:
            return None
        if number < len(words) - 1:
            if tokens[index].form != word:
                return None
            index += 1
    ending = _ending_of(tokens[index].form, words[-1])
    return None if ending is None else (index, ending)


def may_be_month(form: str) -> bool:
    """Whether a month's name may begin with the word `form` (folded).

    >>> may_be_month("ekimde"), may_be_month("kanun"), may_be_month("ekip")
    (True, True, False)
    """
    return any(
        form == words[0] if len(words) > 1 else _ending_of(form, words[0]) is not None
        for words, *_ in _MONTHS.get(form[:2], ())
    )


def month_at(tokens: tuple[Token, ...], at: int) -> Month | None:
    """The month named at token `at`, or None.

    >>> from tanik.facts.numbers.tokens import cut
    >>> month = month_at(cut("Kânun-u evvel'de"), 0)
    >>> month.number, month.calendar, month.ending
    (12, 'ottoman', 'de')
    """
    if not 0 <= at < len(tokens) or tokens[at].kind != WORD:
        return None
    for words, number, calendar, kind, lang in _MONTHS.get(tokens[at].form[:2], ()):
        found = _match_words(tokens, at, words)
        if found is None:
            continue
        last, ending = found
        if ending and kind != "name":
            continue
        token = tokens[last]
        end = token.end - len(ending)
        if ending and token.form[: len(token.form) - len(ending)].endswith("'"):
            end -= 1
        after = last + 1
        if not ending and kind == "name":
            after = skip_suffix(tokens, last + 1)
            if after > last + 1 and tokens[last + 1].form in _APOSTROPHES:
                ending = tokens[last + 2].form
            else:
                after = last + 1
        return Month(tokens[at].start, end, after, number, calendar, kind, lang, ending, words[-1])
    return None
