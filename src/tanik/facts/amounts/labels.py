"""Whether a number measures at all, or only names and orders: ``9. Kolordu``, ``431 sayılı``, ``s. 112``, ``saat 10``.

Comes in: a number and the tokens of its line. Goes out: yes or no. Apart from `forms`, which says what is measured.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.facts.dates.words import month_at
from tanik.facts.numbers.nouns import called_by_number, noun_at, phrase_at, role_of
from tanik.facts.numbers.read import Number
from tanik.facts.numbers.tokens import FIGURE, WORD, Token, form_at
from tanik.facts.numbers.words import number_word

__all__ = ["CIRCA", "is_label"]

_ORDINAL_HEADS: Final = re.compile(
    r"(?:ordu|kolordu|tumen|firka|alay|tabur|boluk|madde|yuzyil|asir|sinif|baski|cilt|sayfa|devre|donem|kongre|meclis"
    r"|sube|kisim|fasil|bolum|ders|sayi|gun|yil|subesi|cumhur|daire|noter|asliye|ceza|hukuk|dunya|murat|mehmed|mehmet"
    r"|selim|abdul|nikola|vilhelm|mahmud|mahmut|cadde|sokak|duzeltme|topcu|suvari|piyade|kafkas)\w*"
)
_CODE: Final = re.compile("0[0-9]+")
_YEAR: Final = re.compile(r"1[2-9]\d\d|20\d\d")
_HOUR: Final = re.compile(r"(?:[01]?[0-9]|2[0-4])\.[0-5][0-9]")
_OWNER: Final = re.compile(r"\w{3,}l[ae]r[iu]n")
_TELEPHONES: Final = ("telefon", "faks", "fax", "phone", "telephone")
_NUMBERED: Final = re.compile(r"ilk|son|her|bu|\w{2,}[iu]nc[iu]|first|second|third|last|each|this")
_OWNED: Final = re.compile(r"s?[iu](?:n|$|yl[ae]$)")
_INDEFINITE: Final = re.compile(r"(?:yuz|bin|min|milyon)l[ae]r(?:c[ae]|l[ae])\w*")  # "on binlerce" are no ten
_AFLOAT: Final = re.compile(r"(?:havuz|kopru|vinc|iskele|dok|mayin)\w*")
CIRCA: Final = ("c", "ca")
_LARGEST_VOLUME: Final = 1000
_LETTERS: Final = 2  # of a series of ships, guns, aircraft
_LONGEST_DIALLED: Final = 15  # digits (ITU-T E.164)


# No ordinal stands before these: they join sentences and head no noun phrase (Göksel & Kerslake 2005, 28.3).
_CONNECTIVES: Final = frozenset(("yani", "ama", "fakat", "cunku", "oysa", "demek", "boylece"))


def _dotted_ordinal(number: Number, tokens: tuple[Token, ...], text: str) -> bool:
    """``9. Kolordu``, ``259. maddesi``; not a number that ends its sentence, even before "yani" in small letters."""
    dot, head = number.last, number.last + 1
    if number.written != "figure" or form_at(tokens, dot) != "." or not tokens[dot].glued:
        return False
    if head >= len(tokens) or tokens[head].kind != WORD or form_at(tokens, head) in _CONNECTIVES:
        return False
    lower = text[tokens[head].start].islower() and not text[number.start - 1 : number.start].islower()
    return lower or _ORDINAL_HEADS.fullmatch(form_at(tokens, head)) is not None or tokens[head].glued


def _tied(number: Number, tokens: tuple[Token, ...], text: str) -> bool:
    """Whether the number belongs to a call number, an address, a footnote mark or a list's numbering."""
    first = tokens[number.first]
    if number.written == "words":
        return False
    before = tokens[number.first - 1] if number.first else None
    emphasis = before is not None and before.form in "*_" and not before.glued  # "*17 bin lira*" in a message
    if before is not None and first.glued and not emphasis:
        if before.form in "/_=&.:#?@[]^*°" or before.kind == WORD or before.form in ")'\"":
            return not (before.form in "\"'(" and text[before.start] in "“„«'\"(")
        if before.form == "-" and number.first > 1 and tokens[number.first - 1].glued:
            return tokens[number.first - 2].kind in (FIGURE, WORD)
    after = tokens[number.last] if number.last < len(tokens) else None
    if after is None or not after.glued:
        return False
    if after.form in ("/", "_", "=", "@", "]", "°", ":"):
        return after.form != ":" or (number.last + 1 < len(tokens) and tokens[number.last + 1].glued)
    return number.first == 0 and after.form in (")", ".") and number.value < 100


def _numbered(number: Number, tokens: tuple[Token, ...]) -> bool:
    """Whether the words near by call the number a number: ``telefon numarası … 250``, ``4, 5, 6 numaralar``."""
    for at in range(number.first - 1, max(-1, number.first - 5), -1):
        if form_at(tokens, at) in (".", ";", ","):
            break
        if form_at(tokens, at).startswith("numara"):
            return True
    at = number.last
    while at < number.last + 6 and at < len(tokens) and (tokens[at].kind == FIGURE or tokens[at].form in (",", "ve")):
        at += 1
    return form_at(tokens, at).startswith(("numara", "nolu"))


def _word_before(number: Number, tokens: tuple[Token, ...]) -> int:
    """The token before the number, a mark or two aside."""
    before = number.first - 1
    while before >= 0 and form_at(tokens, before) in (".", ":", "'", "°"):
        before -= 1
    return before


def _labelled(number: Number, tokens: tuple[Token, ...]) -> bool:
    """``sayı 318``, ``s. 112``, ``431 sayılı``."""
    before = _word_before(number, tokens)
    if form_at(tokens, before) in CIRCA and number.value >= _LARGEST_VOLUME:
        return False  # "c. 50,000 men"
    owned = form_at(tokens, before) == "sayi" and _OWNER.fullmatch(form_at(tokens, before - 1))  # "traktorların sayı"
    numbered = _NUMBERED.fullmatch(form_at(tokens, before - 1)) is not None  # "birinci bölüm 120 sayfa"
    free = number.written == "figure" and not owned and not numbered
    return free and role_of("label_before", form_at(tokens, before))


def _clock(number: Number, tokens: tuple[Token, ...]) -> bool:
    """``saat 10'da``, ``09.00–17.00``; but not ``8 saat 30``."""
    ends = form_at(tokens, number.first - 2), form_at(tokens, number.last + 1)
    marks = form_at(tokens, number.first - 1), form_at(tokens, number.last)
    if _HOUR.fullmatch(form_at(tokens, number.first)) and any(
        mark == "-" and _HOUR.fullmatch(end) for mark, end in zip(marks, ends, strict=True)
    ):
        return True
    before = _word_before(number, tokens)
    hour = role_of("clock", form_at(tokens, before)) and number.value <= 24
    return hour and not (before > 0 and tokens[before - 1].kind == FIGURE)


def _coded(number: Number, tokens: tuple[Token, ...]) -> bool:
    """``431 sayılı``, ``0312``, ``12-ab``."""
    if _of_an_imprint(number, tokens):
        return True
    named = phrase_at("numbered_after", tokens, number.last) or called_by_number(form_at(tokens, number.last))
    if named or form_at(tokens, number.last).startswith("harbi"):
        return True  # "431 sayılı", "Doksan üç Harbi"
    if number.written != "figure":
        return False
    after = tokens[number.last : number.last + 2]
    coded = len(after) == 2 and after[0].form == "-" and after[1].kind == WORD and after[0].glued and after[1].glued
    return coded or _CODE.fullmatch(form_at(tokens, number.first)) is not None


def _of_an_imprint(number: Number, tokens: tuple[Token, ...]) -> bool:
    """``Ankara 1973, s. 311``: the year of a book, before its page."""
    if form_at(tokens, number.last) not in (",", ")", ";"):
        return False
    year = _YEAR.fullmatch(form_at(tokens, number.first)) is not None
    page = form_at(tokens, number.last + 1) in ("s", "ss", "sayfa", "sf", "sh", "p", "pp", "c", "cilt", "vol")
    return year and page


def _of_a_month(number: Number, tokens: tuple[Token, ...]) -> bool:
    """``19 Mayıs Stadı``: a day of a month, though no date."""
    month = month_at(tokens, number.last) if number.written == "figure" and number.value <= 31 else None
    return month is not None and month.kind == "name"


def _dialled(number: Number, tokens: tuple[Token, ...]) -> bool:
    """``0 372 655 10 10``, ``telefonu 312 655 10 10``: four figures or more in a row, a nought or such a word first.

    Each has a digit at least, so more than `_LONGEST_DIALLED` are no number of a telephone but a table.
    """
    first, row = number.first, range(_LONGEST_DIALLED)
    for _ in row:
        if not (first > 0 and tokens[first - 1].kind == FIGURE):
            break
        first -= 1
    else:
        return False
    run = tokens[first : first + 4]
    led = tokens[first].form.startswith("0") or form_at(tokens, first - 1).startswith(_TELEPHONES)
    return len(run) == 4 and led and all(one.kind == FIGURE for one in run)


def _goes_on(number: Number, tokens: tuple[Token, ...]) -> bool:
    """``400 küsur bin``: a magnitude behind a word that rounds the number before it is no number of its own."""
    return form_at(tokens, number.first - 1) == "kusur" and number.written == "words" and number.unit_step > 1


def _floats(number: Number, tokens: tuple[Token, ...]) -> bool:
    """``bir yüzer havuz``: what swims, and no hundred each, as ``yüzer sandık`` are.

    TDK Güncel Türkçe Sözlük, yüzer; behind "bir" no distributive numeral can stand (GK 15.7.4).
    """
    if form_at(tokens, number.first) != "yuzer" or number.last != number.first + 1:
        return False
    afloat = _AFLOAT.fullmatch(form_at(tokens, number.last)) is not None
    return afloat or form_at(tokens, number.first - 1) == "bir"


def _in_a_row_of_shares(number: Number, tokens: tuple[Token, ...]) -> bool:
    """``üçer beşer dağıldılar``: two distributives in a row say how it was done, and count nothing (GK 15.7.4)."""
    if number.ending != "distributive" or number.written != "words":
        return False
    near = (form_at(tokens, number.first - 1), form_at(tokens, number.last))
    return any((word := number_word(one)) is not None and word.ending == "distributive" for one in near)


def _designates(number: Number, tokens: tuple[Token, ...], text: str) -> bool:
    """``SC 213 denizaltısı``, ``U 21 denizaltısı``: with the letters before it the number is what the thing is called.

    One letter or two, and a thing with the ending of a compound, which no numeral asks for (GK 10.2, 14.3.2); not the
    pronoun "o" that begins a sentence ("O 12 gemisini sattı"), nor a word of a line that is all in capitals.
    """
    before = tokens[number.first - 1] if number.first else None
    if number.written != "figure" or before is None or before.kind != WORD or before.end - before.start > _LETTERS:
        return False
    led = text[before.start : before.end].isupper() and text[before.end : number.start] == " " and before.form != "o"
    noun = noun_at(tokens, number.last) if led else None
    if noun is None or text[tokens[number.last].start : noun.end].isupper():
        return False
    return noun.kind == "thing" and _OWNED.match(noun.ending) is not None


def is_label(number: Number, tokens: tuple[Token, ...], text: str) -> bool:
    """Whether the number names or orders something and measures nothing.

    >>> from tanik.facts.numbers.tokens import cut
    >>> from tanik.facts.numbers.figures import Style
    >>> from tanik.facts.numbers.read import read_numbers
    >>> text = "431 sayılı kanun, 9. Kolordu"
    >>> tokens = cut(text)
    >>> [is_label(n, tokens, text) for n in read_numbers(tokens, text, Style(",", shown=False))]
    [True, True]
    """
    if number.first and form_at(tokens, number.first - 1) in ("birkac", "bir kac", "kac", "nece", "several"):
        return True
    if phrase_at("named", tokens, number.first):
        return True
    if (
        _goes_on(number, tokens)
        or _of_a_month(number, tokens)
        or _dialled(number, tokens)
        or _designates(number, tokens, text)
    ):
        return True
    if (
        _INDEFINITE.fullmatch(form_at(tokens, number.last))
        or _floats(number, tokens)
        or _in_a_row_of_shares(number, tokens)
    ):
        return True
    if number.ending == "ordinal" or _dotted_ordinal(number, tokens, text) or _tied(number, tokens, text):
        return True
    unit = noun_at(tokens, number.last)
    measured = unit is not None and unit.kind in ("measure", "money", "time", "container")
    labelled = not measured and (_labelled(number, tokens) or _numbered(number, tokens))
    return labelled or _clock(number, tokens) or _coded(number, tokens)
