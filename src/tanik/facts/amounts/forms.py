"""What stands around a number: what it measures, and how exactly it is meant.

Comes in: a number and the tokens of its line. Goes out: the unit or counted noun, and the bound. Whether a number
measures at all (an ordinal, an article of law, a clock time, a footnote do not) is asked of `labels`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tanik.core.morph import readings, split_suffix
from tanik.facts.amounts.bounds import BOUNDS
from tanik.facts.amounts.compounds import (
    closed_compound,
    compound_of,
    ends_like_verb,
    is_verb,
    may_be_izafet,
    may_head_off,
    with_possessive,
)
from tanik.facts.amounts.counted import Counted
from tanik.facts.amounts.uncounted import is_repeated
from tanik.facts.dates.words import has_role
from tanik.facts.model import Bound
from tanik.facts.numbers.nouns import (
    Noun,
    agent,
    noun_at,
    phrase_at,
    role_of,
    spelt_like,
    stem_in,
)
from tanik.facts.numbers.read import Number
from tanik.facts.numbers.tokens import MARK, WORD, Token, form_at
from tanik.facts.numbers.words import group_name, number_word

__all__ = ["SCALES", "Counted", "counted_by", "substance_after"]

_PIECES: Final = ("parca", "adet", "tane", "aded", "eded", "cift", "takim", "bas")
_POSSESSED: Final = re.compile(r"\w{2,}?s?[iu](?=$|n(?:[iuae]|d[ae]n?|[iu]n)$|yl[ae]$)")
_PLURAL_OF: Final = re.compile(r"\w{3,}l[ae]r(?:[iu]|[dt][ae]n?|n?[iu]n)?$")
_PLURAL: Final = re.compile(r"\w{3,}[^\W\ds]s")
_SIGNS: Final = ("$", "£")
# letters behind a sum (Oxford English Dictionary, m, bn, k)
SCALES: Final = {"m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1e3}
_SHORTEST: Final = 3  # letters of a noun that no table has
_FIRST_YEAR: Final = 600
_FIRST_SPELLED: Final = 1001  # "bin yılda" are a thousand
_LAST_YEAR: Final = 2100
_POSSESSIVE: Final = re.compile(r"[iu](?:n(?:[iuae]|[iu]n|d[ae]n?))?$")
_DOING: Final = re.compile(r"m[ae](?:s[iu]|l[ae]r[iu])(?:n\w*|yl[ae])?$")
_STATE: Final = re.compile(r"l[iu]k")
_OWNED_COIN: Final = re.compile(r"(?:s?[iu](?:n\w*|yl[ae])?|l[iu][kg]\w*)$")  # "Türk lirası", "Türk liralık"
_UNNAMED: Final = ("kisi", "mevcutlu")  # they say that people are counted, and not which
_COMPOUND: Final = re.compile(r"s[iu](?:n|$|yl[ae]$)")
_UNCOUNTED_ONE: Final = ("gun", "gece", "day", "night", "kisi", "adam", "insan", "can", "kimse", "nefer")


def _noun_unit(noun: Noun, number: Number, text: str, tokens: tuple[Token, ...], at: int) -> Counted:
    of = None if noun.kind not in ("thing", "person") or noun.stem in _UNNAMED else noun.stem
    if of is not None:
        of = text[tokens[at].start : noun.end]
    # the English plural is no case: "75 gold liras"
    whole = noun.stem.startswith("yas") or noun.ending == "s"
    end = tokens[noun.last - 1].end if whole else noun.end
    return Counted(noun.unit, noun.factor, noun.kind, end, noun.last, of, None, noun.ending)


def _between(tokens: tuple[Token, ...], at: int) -> tuple[Bound, int] | None:
    """A bound between a number and its noun (``8 minə yaxın``, ``binden çok``): it and the token after."""
    for role, bound in BOUNDS:
        count = phrase_at(role, tokens, at)
        if count:
            return bound, at + count
    return None


def _shouted(number: Number, tokens: tuple[Token, ...], at: int, text: str) -> bool:
    before = text[max(0, number.start - 8) : number.start]
    return text[tokens[at].start : tokens[at].end].isupper() and before.isupper()


def _name_like(number: Number, tokens: tuple[Token, ...], at: int, text: str) -> bool:
    """Whether number and noun are one name: ``Oniki Ada``, ``Altı Ok``."""
    capital = text[tokens[at].start].isupper() and text[number.start].isupper() and number.written == "words"
    return capital and not _shouted(number, tokens, at, text)


def _is_doing(form: str, written: str) -> bool:
    """Whether a word is a possessed verbal noun, no thing that is counted: "55 olması"."""
    held = readings(written) if _DOING.search(form) else ()
    return bool(held) and all(one.part == "Verb" for one in held)


def _open_noun(number: Number, tokens: tuple[Token, ...], at: int, text: str) -> Counted | None:
    """A noun that no table knows: any word that is neither a verb nor a small word nor a name."""
    if at >= len(tokens) or tokens[at].kind != WORD or tokens[at].glued:
        return None
    form = tokens[at].form
    # "su" is water behind a number, and never "şu"
    if (phrase_at("function", tokens, at) and form != "su") or number_word(form) is not None or group_name(form):
        return None
    if text[tokens[at].start].isupper() and not _shouted(number, tokens, at, text):
        return None
    written = text[tokens[at].start : tokens[at].end]
    if stem_in("substance", form) or is_verb(tokens[at], text) or _is_doing(form, written):
        return _of_substance(tokens, at, text) if stem_in("substance", form) else None
    compound = compound_of(tokens, at, text) or closed_compound(number, tokens, at, text)
    if compound is not None or len(form) < _SHORTEST:
        return compound
    bare = split_suffix(written).stem
    unit, kind = ("person", "person") if agent(bare) else ("count", "thing")
    return Counted(unit, 1.0, kind, tokens[at].start + len(bare), at + 1, bare, None, form[len(bare) :])


def _of_substance(tokens: tuple[Token, ...], at: int, text: str) -> Counted | None:
    """``zeytin ağacı``, ``un fabrikası``, ``gunpowder factories``: a noun behind a substance makes a thing of it.

    In Turkish the second noun has the possessive (GK 10.2), in English it is the head of a compound and in the plural.
    """
    head = at + 1
    if head >= len(tokens) or tokens[head].kind != WORD or not text[tokens[head].start].islower():
        return None
    form, known = tokens[head].form, noun_at(tokens, head)
    match = _POSSESSED.match(form) or _PLURAL.fullmatch(form)
    if ends_like_verb(form) or phrase_at("function", tokens, head) or match is None:
        return None
    if known is not None and (known.last > head + 1 or known.kind not in ("thing", "person", "container")):
        return None
    end = tokens[head].start + match.end()
    unit, kind = (known.unit, known.kind) if known is not None else ("count", "thing")
    of = text[tokens[at].start : tokens[at].end if kind == "container" else end]
    return Counted(unit, 1.0, kind, end, head + 1, of, None, form[match.end() :])


def _particle(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a small word parts number and noun: ``90 bin mi şehit``, ``bir milyon da sterlin``, ``2 şer lira``."""
    form, ahead = form_at(tokens, at), noun_at(tokens, at + 1)
    if ahead is None or form not in ("mi", "mu", "da", "de", "ser", "sar", "er", "ar"):
        return False
    return form in ("mi", "mu") or ahead.kind in ("measure", "money")


def _opens_next(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a sign of money belongs to the number behind it: "1922 £26,000"."""
    ahead = tokens[at + 1] if at + 1 < len(tokens) else None
    return form_at(tokens, at) in _SIGNS and not tokens[at].glued and ahead is not None and ahead.glued


def _noun_past_adjective(tokens: tuple[Token, ...], at: int) -> tuple[Noun | None, int]:
    """The tabled noun at token `at` or after one adjective there (``üç Rus römorkörü``), and where it begins."""
    noun = noun_at(tokens, at) if not _opens_next(tokens, at) else None
    adjective = (
        noun is None and not (at < len(tokens) and tokens[at].glued) and stem_in("adjective", form_at(tokens, at))
    )
    people = noun is not None and noun.kind == "person" and not noun.ending and stem_in("adjective", noun.stem)
    if adjective or people:
        after = noun.last if noun is not None else at + 1
        ahead = noun_at(tokens, after)
        if ahead is not None and ahead.kind in ("person", "thing", "container"):
            return ahead, after
    return noun, at


def _foreign_coin(tokens: tuple[Token, ...], at: int, text: str) -> Noun | None:
    """A coin behind the name of the country that struck it: ``İsviçre frangı``, ``Türk altını``."""
    if at + 1 >= len(tokens) or tokens[at].kind != WORD or tokens[at].glued or not text[tokens[at].start].isupper():
        return None
    coin = noun_at(tokens, at + 1)
    owned = coin is not None and (_OWNED_COIN.match(coin.ending) or coin.stem == "frangi")
    return coin if coin is not None and coin.kind == "money" and owned else None


def _is_year(noun: Noun, number: Number, tokens: tuple[Token, ...]) -> bool:
    """Whether the number is a year and counts none: ``1243 yılında``, ``1927 nüfus sayımı``."""
    first = _FIRST_YEAR if number.written == "figure" else _FIRST_SPELLED
    if number.value != int(number.value) or not first <= number.value <= _LAST_YEAR:
        return False
    of_year = noun.unit == "year" and _POSSESSIVE.match(noun.ending) is not None
    return of_year or has_role("dated_head", form_at(tokens, noun.last))


def _counts_nothing(noun: Noun, number: Number, tokens: tuple[Token, ...], at: int, text: str) -> bool:
    """Whether ``bir`` is an article before the noun, or number and noun are one name, or the number a year."""
    if _is_year(noun, number, tokens) or (noun.kind == "person" and _STATE.match(noun.ending)):
        return noun.stem != "kisi"  # "on kişilik heyet"; but "21 hastalıktan ölen" counts no "hasta"
    if number.value == 1 and number.written == "words":
        if noun.kind == "time" and (has_role("after", form_at(tokens, noun.last)) or _before(tokens, noun.last)):
            return False  # "bir gün evvel": so long before
        return noun.kind in ("person", "thing", "percent") or noun.stem in (*_UNCOUNTED_ONE, "para")
    return noun.kind == "thing" and (
        _name_like(number, tokens, at, text) or _is_named_by_number(noun, tokens, at, text)
    )


def _is_named_by_number(noun: Noun, tokens: tuple[Token, ...], at: int, text: str) -> bool:
    """``12 Adalar``: what a numeral counts stands in the singular, and a plural with a capital is a name (GK 14.3)."""
    written = text[tokens[at].start : tokens[at].end]
    return written[:1].isupper() and not written.isupper() and noun.ending.startswith(("lar", "ler"))


def _before(tokens: tuple[Token, ...], at: int) -> bool:
    return has_role("before", form_at(tokens, at))


def _whole_noun(noun: Noun, tokens: tuple[Token, ...], text: str) -> Noun:
    """``parça gemi``, ``çift çorap``: the noun after a word for single pieces."""
    ahead = noun_at(tokens, noun.last) if noun.kind in ("thing", "person") and not noun.ending else None
    if ahead is not None and noun.kind == "person" and not _COMPOUND.match(ahead.ending):
        ahead = None  # "60 er köyü bastı": behind a consonant it may be an object
    owned = ahead is not None and ahead.kind in ("thing", "person") and re.match(r"s?[iu]", ahead.ending)
    if ahead is not None and owned and not is_verb(tokens[noun.last], text):
        return ahead  # "top mermisi", "köy muhtarı": the second noun is what is counted
    if noun.stem not in _PIECES:
        return noun
    return ahead if ahead is not None and ahead.kind in ("thing", "person") else noun


def counted_by(number: Number, tokens: tuple[Token, ...], text: str) -> Counted | None:
    """What `number` counts or measures by the words right after it, or None.

    >>> from tanik.facts.numbers.tokens import cut
    >>> from tanik.facts.numbers.figures import Style
    >>> from tanik.facts.numbers.read import read_number
    >>> text = "47 sistern petrol"
    >>> counted_by(read_number(cut(text), 0, text, Style(",", shown=False)), cut(text), text).unit
    'tank_wagon'
    """
    if role_of("further", form_at(tokens, number.last)):
        return _counted_further(number, tokens, text)
    return _scaled(number, tokens) or _counted_next(number, tokens, text)


def _scaled(number: Number, tokens: tuple[Token, ...]) -> Counted | None:
    """``10m gold roubles``: a letter for millions, close behind the figure and before money."""
    at = number.last
    scale = SCALES.get(form_at(tokens, at)) if number.written == "figure" else None
    coin = noun_at(tokens, at + 1) if scale is not None and tokens[at].glued else None
    if scale is None or coin is None or coin.kind != "money":
        return None
    return Counted(coin.unit, coin.factor * scale, "money", coin.end, coin.last, None, None, coin.ending)


def _counted_next(number: Number, tokens: tuple[Token, ...], text: str) -> Counted | None:
    """What `number` counts by the words that touch it."""
    at = number.last
    mark = at < len(tokens) and tokens[at].glued and tokens[at].form not in ("%", "$", "£") and tokens[at].kind == MARK
    if at >= len(tokens) or mark or is_repeated(tokens, at):
        return None
    bound, index = (Bound.EXACT, at + 1) if _particle(tokens, at) else _between(tokens, at) or (None, at)
    noun, index = _noun_past_adjective(tokens, index)
    coin = _foreign_coin(tokens, index, text) if noun is None or noun.kind == "person" else None
    noun, index = (coin, index + 1) if coin is not None else (_coins(noun, tokens), index)
    inflected = number.ending in ("partitive", "case")
    described, golden = _described(noun, number, tokens, text), _is_golden(noun, tokens)
    if noun is None or golden or described is not None:
        if (
            golden
            or described is not None
            or (number.value == 1 and number.written == "words")
            or (inflected and bound is None)
        ):
            return described
        form = form_at(tokens, index)
        # an adjective before its noun has no ending: "hastanelerde" is no "hasta"
        skip = stem_in("adjective", form) is not None and _PLURAL_OF.search(form) is None
        skip = skip and form_at(tokens, index + 1) not in ("yuzde", "faiz")  # "160 gencin yüzde 40'ı"
        found = (_open_noun(number, tokens, index + 1, text) if skip else None) or _open_noun(
            number, tokens, index, text
        )
        return found if found is None or bound is None else replace(found, end=number.end, bound=bound)
    misread = not spelt_like(noun, text[tokens[noun.last - 1].start : noun.end])
    if misread or _counts_nothing(noun, number, tokens, index, text) or (inflected and bound is None):
        return None
    whole = _whole_noun(noun, tokens, text)
    lone = whole is noun and may_head_off(noun)
    compound = closed_compound(number, tokens, noun.last - 1, text) if lone else None
    found = compound or _noun_unit(whole, number, text, tokens, whole.last - 1 if index == at else index)
    heads = whole is not noun and noun.stem not in _PIECES
    if compound is None and (heads or (index > at and may_be_izafet(tokens, index, text))):
        found = with_possessive(found)
    if bound is not None:
        return Counted(found.unit, found.factor, found.kind, number.end, found.last, found.of, bound, found.ending)
    return found


def _coins(noun: Noun | None, tokens: tuple[Token, ...]) -> Noun | None:
    """``100.000 adet Osmanlı altını``: pieces of money are that money (TDK Güncel Türkçe Sözlük, adet)."""
    behind = noun_at(tokens, noun.last) if noun is not None and noun.stem in ("adet", "tane") else None
    return behind if behind is not None and behind.kind == "money" else noun


_LIGHT: Final = re.compile(r"(?:e[td]|ol)")
_GOLD: Final = frozenset(("altin", "altun", "qizil"))


def _is_golden(noun: Noun | None, tokens: tuple[Token, ...]) -> bool:
    """Whether "altın" is of what a thing is made, and no coin: "iki altın bilezik" (GK 14.3.4)."""
    gold = noun is not None and noun.stem in _GOLD and not noun.ending
    return noun is not None and gold and role_of("golden", form_at(tokens, noun.last))


def _described(noun: Noun | None, number: Number, tokens: tuple[Token, ...], text: str) -> Counted | None:
    """``300 kayıp defter bulundu``: before a bare noun that ends its phrase such people are an adjective (GK 14.1)."""
    if noun is not None and _is_golden(noun, tokens):
        return _open_noun(number, tokens, noun.last, text) if number.value > 1 else None
    people = noun is not None and noun.kind == "person" and not noun.ending and stem_in("adjective", noun.stem)
    at = noun.last if noun is not None and people else len(tokens)
    if at + 1 >= len(tokens):
        return None
    written = text[tokens[at].start : tokens[at].end]
    bare = tokens[at].kind == WORD and any(one.part == "Noun" and one.bare for one in readings(written))
    # of "90 bin Türk göç etti" the noun is one verb with what follows
    ends = tokens[at + 1].kind == MARK or (is_verb(tokens[at + 1], text) and not _LIGHT.match(tokens[at + 1].form))
    return _open_noun(number, tokens, at, text) if bare and ends and noun_at(tokens, at) is None else None


def _counted_further(number: Number, tokens: tuple[Token, ...], text: str) -> Counted | None:
    """What is counted behind "more", "further", "other": ``three more wagons``; nothing in ``three more arrived``.

    They stand between the numeral and its noun (Quirk et al. 1985, 5.20-5.22) and are not the noun.
    """
    at = number.last + 1
    past = role_of("past", form_at(tokens, at)) or form_at(tokens, at).endswith("ed")
    if at >= len(tokens) or past:
        return None
    return counted_by(replace(number, last=at), tokens, text)


def substance_after(found: Counted, tokens: tuple[Token, ...], text: str) -> str | None:
    """What is weighed or shipped: the noun after a measure or a container (``320 kg bakır``)."""
    if found.kind not in ("measure", "container") or re.match(r"n?[iu]n$", found.ending):
        return None
    index = found.last
    while index < found.last + 3 and form_at(tokens, index) in (
        "kadar",
        "dolusu",
        "daha",
        "fazla",
        "yakin",
        "civarinda",
        "of",
    ):
        index += 1
    if index >= len(tokens) or tokens[index].kind != WORD:
        return None
    pair = f"{form_at(tokens, index)} {form_at(tokens, index + 1)}"
    if stem_in("substance", pair):
        return text[tokens[index].start : tokens[index + 1].end]
    stem = stem_in("substance", form_at(tokens, index))
    if stem is not None and form_at(tokens, index) == stem + "ca":
        return None  # "200 kilosu borca sayıldı": borç, not bor; nothing is weighed "in the manner of" a substance
    return text[tokens[index].start : tokens[index].start + len(stem)] if stem else None
