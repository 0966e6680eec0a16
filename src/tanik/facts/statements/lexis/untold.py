"""Verbs that no table has: where they end a clause, and what they make of it.

Comes in: a word of a sentence. Goes out: a predicate without rows, so that its phrases are not taken for another
verb's and so that a clause with facts is kept though its action is not known. Only the ending tells here, with the
dictionary's word on whether the stem is a verb at all (Göksel & Kerslake 2005, 8, 12, 25 and 26).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from tanik.core.kindred import azerbaijani_readings, kindred_readings, latin_of
from tanik.core.morph import Case, Reading
from tanik.facts.statements.lexis.nouns import kindred_noun, noun_of, of_others
from tanik.facts.statements.lexis.periphrasis import is_when
from tanik.facts.statements.lexis.predicate import Form, Predicate
from tanik.facts.statements.lexis.verb_forms import describing_of, is_finite_alone, subordinate_of
from tanik.facts.statements.lexis.words import Word

__all__ = ["may_be_untold", "may_have_copula", "untold_verb"]

_UNKNOWN: Final = re.compile(
    r"[^\W\d_]{2,}(?:(?<![aeiou]t)(?:[dt][iu](?:l[ae]r|k|m)?)|m[iu]s(?:t[iu]r?|l[ae]r)?|yor(?:d[iu]|l[ae]r|m[iu]s|um|uz|sun(?:uz)?)?"
    r"|[ae]c[ae]k(?:t[iu]r?|l[ae]r)?|m[ae]kt[ae](?:d[iu]r|yd[iu])?|m[ae]z(?:d[iu])?|[dt][iu]r|yd[iu]|ym[iu]s)"
)
# "attı", "yattı": a past where the dictionary knows the verb, for "hayattı" is a noun with a copula
_STEM_IN_T: Final = re.compile(r"[^\W\d_]+tt[iu](?:l[ae]r|k|m)?")
_UNKNOWN_NOUN: Final = re.compile(
    r"[^\W\d_]{2,}(?:[dt][iu]g[iu]n[iu]|[dt][iu]kl[ae]r[iu]n[iu]|[ae]c[ae]g[iu]n[iuae]|[ae]c[ae]kl[ae]r[iu]n[iuae])"
)
_UNKNOWN_DEED: Final = re.compile(r"[^\W\d_]{2,}m[ae](?:s[iu]|l[ae]r[iu])n[iae]")
# an uninflected predicate, or a noun or adjective with a copula, ends a clause too (Göksel & Kerslake 12)
_IS: Final = ("degil", "degildir", "degildi", "idi", "idiler")
_EXISTENCE: Final = frozenset(("var", "yok", "vardi", "yoktu", "vardir", "yoktur", *_IS))
_COPULA: Final = re.compile(r"[^\W\d_]{3,}?(?:[dt][iu]r|y?[dt][iu]|y?m[iu]s)(?:l[ae]r)?")
# what is done "without", "after" or "by" another deed, whatever its ending looks like: "-madan", "-dıktan" (GK 26.3)
_WITHOUT: Final = re.compile(r"[^\W\d_]{2,}(?:m[ae]d[ae]n|[dt][iu]kt[ae]n|[dt][iu](?:g[iu]|kl[ae]r[iu])nd[ae]n?)")
_BEFORE_NOUNS: Final = re.compile(r"[^\W\d_]{2,}(?:m[iu]s|[ae]c[ae]k|m[ae]z)")
_NOT_DESCRIBED: Final = re.compile(
    r"(?:ve|ama|fakat|kadar|degil|idi|imis|sekilde|ne|hem)$|soyad|soyism"
)  # "Dönmez soyadı"
_PARTICIPLES: Final = frozenset(("PresPart", "PastPart"))
_KINDRED_PARTICIPLES: Final = _PARTICIPLES | {"Evid", "Fut", "FutPart"}
_LIGHT: Final = re.compile(r"e[td][a-z]|ol(?:un|d|m)")
_DESCRIBING: Final = re.compile(r"[^\W\d_]{2,}y?[ae]n|[^\W\d_]{2,}[dt][iu]g[iu]|[^\W\d_]{2,}[dt][iu]kl[ae]r[iu]")
_LINKING: Final = re.compile(r"[^\W\d_]{2,}(?:y?[iu]p|y?[ae]r[ae]k|y?[iu]nc[ae]|(?:[aeiu]?r|m[iu]s)k[ae]n|m[ae]d[ae]n)")
# endings of Azerbaijani alone (Qurbanov, Müasir Azərbaycan dili, 2003): the present, the perfect that is told of others
_KINDRED_FINITE: Final = re.compile(r"([^\W\d_]{2,}?y?[ıiuü])(?:r(?:d[ıiuü])?|b(?:d[ıiuü]r)?)(?:l[aə]r)?")
# "gəlmiş" and "gələcək" before what they describe
_KINDRED_DESCRIBING: Final = re.compile(r"[^\W\d_]{2,}(?:m[iu]s|[ae]c[ae](?:k|g[iu]))")
# as Turkish has them, with any person
_SUBORDINATE: Final = re.compile(
    r"[^\W\d_]{1,}(?:y?[ae]n|[dt][iu](?:g[iu](?:m|n|[mn][iu]z)?|kl[ae]r[iu])|y?[ae]c[ae](?:g[iu](?:m|n|[mn][iu]z)?|kl[ae]r[iu])"
    r"|y?[iu]p|y?[ae]r[ae]k|y?[iu]nc[ae]|(?:[aeiu]?r|m[iu]s|m[ae]z|yor)k[ae]n|m[ae]d[ae]n|m[ae]ks[iu]z[iu]n|[dt][iu]kt[ae]n|[dt][iu]k[cs][ae]"
    r"|[dt][iu](?:g[iu](?:m|n|[mn][iu]z)?|kl[ae]r[iu]n)d[ae]n?|s[ae](?:m|n|k|l[ae]r)?|m[ae]k(?:t[ae]n|l[ae])?)"
)
# "olarak" is said of what something is (GK 17.3), and these say how much or when
_NO_DEED: Final = frozenset(("olarak", "olmak", "oldukca", "ise", "olan", "derken", "neyse", "nasilsa"))
_PURPOSES: Final = frozenset(("icin", "uzere", "amaciyla", "adina", "maksadiyla", "niyetiyle", "suretiyle"))
_AT_LEAST: Final = frozenset(("olmazsa", "olmasa"))
_OURS_TO_COME: Final = re.compile(r"[ae]c[ae]g[iu](?:m|[mn][iu]z)$")
_UNTIL: Final = re.compile(r"[^\W\d_]{2,}[ae]n[ae]")  # "qurtarana qədər": until (Qurbanov, as above)
_CARRYING: Final = frozenset(("eden", "edilen", "olunan", "etmis", "edilmis", "olunmus"))
# "kifayətlənməyən", "möhkəmlədilən", "gücləndirən": what no dictionary has and no noun ends in
_KINDRED_TO: Final = re.compile(r"[^\W\d_]{2,}m[ae]k")
# "qalxıb", "başlayanda" inside a sentence (Qurbanov, as above: feli bağlama)
_KINDRED_CONVERB: Final = re.compile(r"([^\W\d_]{2,}?y?[ıiuü])b")
_NOT_DOING: Final = re.compile(r"[^\W\d_]{3,}(?:m[ae]y[ae]n|[iu]l[ae]n|l[ae][ny][ae]n|d[iu]r[ae]n|l[ae]s[ae]n)")
_SURELY_LINKING: Final = re.compile(r"[^\W\d_]{4,}[ae]r[ae]k")
_PASSIVE: Final = re.compile(r"(?:[iu]l|(?<=l)[iu]n|(?<=[a-z]{3}[ae])n)(?:[dt][iu]|m[iu]s|[iu]yor|[ae]c[ae]k|[iu]r)")
# "gösterilmedi", "uğramamış", "etkilemiyor"
_NEGATED: Final = re.compile(r"m[ae](?:d[iu]|m[iu]s|y[ae]c[ae])|m[iu]yor|m[ae]z(?:d[iu]|m[iu]s|l[ae]r)?$")
_OBLIQUE: Final = re.compile(r"(?:[dt][ae]n?|[aeiu][ny]?[ae]|[iu]n[iu]?|y[iu]|l[ae])$")
_GENITIVE: Final = re.compile(r"[iu]n$")
# of any person and mood
_PERSONAL: Final = re.compile(
    r"[^\W\d_]{2,}(?:[aeiu]r(?:d[iu]|m[iu]s)?|s[iu]n|[dt][iu]|[iu]m|[iu]z|yor|m[iu]s|m[ae]l[iu])(?:l[ae]r|n[iu]z|[iu]z|[iu]m|s[iu]n|k|m|n)?"
)
# A present or future of whoever speaks is finite wherever it stands (Göksel & Kerslake 8.4, 12.2.1).
_OURS: Final = re.compile(r"[^\W\d_]{2,}(?:[iu]yor(?:um|uz|sunuz)|[ae]c[ae]giz)")
_GOES_ON: Final = re.compile(r"(?:m[iu]\w*|ki|diye|gibi|ol\w+|de\w*|d[ei]y\w+|ise|iken|da|bile)$")
_CLOSERS: Final = frozenset((",", ";", ":", ".", "?", "!", "…", ")", "–", "—", '"', "”", "»"))
_JOINS: Final = ("ve", "ama", "fakat", "diye")
_TURKISH: Final = (
    _UNKNOWN, _PERSONAL, _STEM_IN_T, _COPULA, _UNKNOWN_NOUN, _UNKNOWN_DEED, _BEFORE_NOUNS, _SUBORDINATE,
)  # fmt: skip


@lru_cache(maxsize=1 << 15)
def may_be_untold(folded: str, language: str) -> bool:
    """Whether a folded word has any ending that `untold_verb` looks at: most words of a page have none.

    >>> may_be_untold("sevindi", "tr"), may_be_untold("atti", "tr"), may_be_untold("kasaba", "tr")
    (True, True, False)
    """
    return language != "tr" or folded in _EXISTENCE or any(form.fullmatch(folded) for form in _TURKISH)


def untold_verb(words: Sequence[Word], index: int, language: str) -> Predicate | None:
    """The predicate that word `index` is though no row of the table fits it; None where it is none.

    Its `ending` is "unknown" of a finite verb and "copula" of a noun or adjective that ends a clause.

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> found = untold_verb([plain_word("kasaba"), plain_word("sevindi")], 1, "tr")
    >>> found.form.value, found.ending, found.passive
    ('finite', 'unknown', False)
    """
    word = words[index]
    if language == "az" and _ends_kindred_clause(words, index):
        first = index - _is_light(words, index)
        return Predicate(first, index, (), Form.FINITE, "unknown", passive=bool(_PASSIVE.search(word.folded)))
    if _ends_clause(words, index):
        told = word.folded not in _EXISTENCE and (_is_finite(word) or is_finite_alone(word.lower))
        ending, passive = "unknown" if told else "copula", bool(_PASSIVE.search(word.folded))
        negated = bool(_NEGATED.search(word.folded))
        return Predicate(index, index, (), Form.FINITE, ending, passive=passive, negated=negated)
    if _UNKNOWN_NOUN.fullmatch(word.folded):
        return Predicate(index, index, (), Form.NOMINAL, "nominal")
    if _UNKNOWN_DEED.fullmatch(word.folded) and (_is_deed(word.lower) or (language == "az" and _is_unread(word))):
        return Predicate(index, index, (), Form.NOMINAL, "action")
    form = _kindred_form(words, index) or _kindred_infinitive(words, index) if language == "az" else None
    form = form or (_subordinate(words, index) if language != "az" else None)
    first = index - (language == "az" and _is_light(words, index))
    return Predicate(first, index, (), form, form.value) if form is not None else None


def _is_unread(word: Word) -> bool:
    """Whether no dictionary and no table has a word in small letters: "öyrətməsini" is then no noun's form."""
    return kindred_noun(word.folded) is None and not azerbaijani_readings(word.lower)


def _is_light(words: Sequence[Word], index: int) -> bool:
    """Whether et- or ol- carries a noun right before it, which is a part of the verb then: "təmsil edən" (GK 8.1.3)."""
    before = words[index - 1] if index else None
    plain = before is not None and before.name is before.amount is before.date is None and not before.is_mark
    if before is None or not plain or not _LIGHT.match(words[index].folded):
        return False
    if words[index].folded in _CARRYING and before.lower.isalpha() and not azerbaijani_readings(before.lower):
        return True  # "əvəz edən": a noun that no dictionary has
    return any(one.bare for one in azerbaijani_readings(before.lower))


def _ends_kindred_clause(words: Sequence[Word], index: int) -> bool:
    """Whether a present or a perfect in -ib of no table ends a clause: "başlayır", "göstərib".

    Turkish has the one as its aorist and the other as its converb; a noun that ends so ("katib") it reads as none.
    """
    closed = index > 0 and _is_closed(words, index)
    match = _KINDRED_FINITE.fullmatch(latin_of(words[index].lower)) if closed else None
    if match is None:
        return False
    return any(one.part == "Verb" for end in "rp" for one in kindred_readings(match[1] + end))


def _kindred_form(words: Sequence[Word], index: int) -> Form | None:
    """What a verb of Azerbaijani that no table has is inside a sentence: a participle, a converb, or nothing.

    The dictionary must know the verb in its Turkish spelling; what may be a noun, too, is none.
    """
    folded = words[index].folded
    described = _KINDRED_DESCRIBING.fullmatch(folded) or _DESCRIBING.fullmatch(folded)
    linked = _LINKING.fullmatch(folded) or _WITHOUT.fullmatch(folded)
    after = words[index + 1] if index + 1 < len(words) else None
    until = after is not None and after.folded == "kadar" and _UNTIL.fullmatch(folded) is not None
    if index and after is not None and (adverbial := _kindred_adverbial(words[index])) is not None:
        return adverbial
    if index == 0 or after is None or not (described or linked or until) or kindred_noun(folded) is not None:
        return None
    # "edən" is no "your ede", "edilən" no verb made of a noun, and "çəkən" nothing about the letter ç
    others = of_others(azerbaijani_readings(words[index].lower))
    found = [one for one in others if "NounToVerb" not in one.marks and len(one.lemma) > 1]
    verbs = sum(one.part == "Verb" for one in found)
    verb = verbs > 0 and (verbs == len(found) or _is_light(words, index))
    if not found and not after.is_mark and _NOT_DOING.fullmatch(folded):
        return Form.PARTICIPLE  # no noun ends so
    if not found and _SURELY_LINKING.fullmatch(folded):
        return Form.CONVERB
    if linked or until:
        return Form.CONVERB if verb or (until and verbs) else None
    told = any(_KINDRED_PARTICIPLES.intersection(one.marks) for one in found)
    return Form.PARTICIPLE if verb and told and not after.is_mark else None


def _kindred_adverbial(word: Word) -> Form | None:
    """What a converb in "-ıb" or a participle in "-anda" of no table is inside a sentence: Turkish has "-ıp", "-ınca".

    A noun that ends so ("katib", "zamanda") the dictionary reads as no verb.
    """
    if is_when(word.folded):
        found = azerbaijani_readings(word.lower)
        return Form.TEMPORAL if any(one.marks[-2:] == ("PresPart", "Loc") for one in found) else None
    match = _KINDRED_CONVERB.fullmatch(latin_of(word.lower))
    found = azerbaijani_readings(match[1] + "p") if match is not None else ()
    return Form.CONVERB if found and all(one.marks[-1:] == ("AdvIp",) for one in found) else None


def _kindred_infinitive(words: Sequence[Word], index: int) -> Form | None:
    """Whether a word is an infinitive in "-maq" with a phrase of its own: "siyahını hazırlamaq tapşırıldı"."""
    if not index or index + 1 >= len(words) or not _KINDRED_TO.fullmatch(words[index].folded):
        return None
    found = azerbaijani_readings(words[index].lower)
    deed = bool(found) and all("Inf" in one.marks for one in found)
    return Form.INFINITIVE if deed and _has_own(words, index) else None


def _subordinate(words: Sequence[Word], index: int) -> Form | None:
    """Whether a verb of no table is a participle before its noun or a converb: its phrases are not the main verb's.

    "Kalkan" is a shield too: a word that is also a noun counts as a verb only behind a phrase that it can govern.
    """
    word = words[index]
    if _BEFORE_NOUNS.fullmatch(word.folded):
        return Form.PARTICIPLE if _describes(words, index) else None
    if index + 1 >= len(words) or not _SUBORDINATE.fullmatch(word.folded) or _is_set_phrase(words, index):
        return None
    found = subordinate_of(word.lower)
    if found is None or (not found.sure and not _is_governed(words, index)):
        return None
    if found.form is Form.INFINITIVE and not (found.sure and _has_own(words, index)):
        return None  # alone it is a noun as any other: "çalışmak istedi"
    # behind a comma stands another clause that describes the same: "çok sevdiği, özlediği köyü" (GK 25.1.4)
    if found.form is Form.PARTICIPLE and words[index + 1].is_mark and not _is_listed(words, index):
        return None
    return found.form


def _has_own(words: Sequence[Word], index: int) -> bool:
    """Whether an infinitive has a phrase of its own before it, or is a purpose: "köprüyü onarmak için" (GK 24.4.1)."""
    return _is_governed(words, index) or words[index + 1].folded in _PURPOSES


def _is_set_phrase(words: Sequence[Word], index: int) -> bool:
    """Whether a verb's form says nothing of a deed: "olarak", "hiç olmazsa" (TDK Türkçe Sözlük)."""
    folded = words[index].folded
    return folded in _NO_DEED or (folded in _AT_LEAST and index > 0 and words[index - 1].folded == "hic")


def _is_listed(words: Sequence[Word], index: int) -> bool:
    """Whether a comma stands behind a participle with a phrase of its own: "diyeceğim," is no participle."""
    own = index > 0 and not words[index - 1].is_mark
    return own and words[index + 1].folded == "," and not _OURS_TO_COME.search(words[index].folded)


def _is_governed(words: Sequence[Word], index: int) -> bool:
    """Whether a phrase in a case stands right before a word that may be a verb."""
    before = words[index - 1] if index else None
    if before is None or before.is_mark:
        return False
    cases = noun_of(before.lower).cases
    return bool(_OBLIQUE.search(before.folded)) or (bool(cases) and Case.NOMINATIVE not in cases)


def _describes(words: Sequence[Word], index: int) -> bool:
    """Whether -mış, -acak or -maz stands before the noun that it describes: "gizlenmiş 118 tabanca" (GK 25.1.1.3)."""
    after = words[index + 1] if index + 1 < len(words) else None
    if (
        after is None
        or after.is_mark
        or after.quoted
        or _GOES_ON.match(after.folded)
        or _NOT_DESCRIBED.match(after.folded)
    ):
        return False
    found = describing_of(words[index].lower)
    if found is None or after.amount is not None:
        return found is not None
    # with nothing of its own it is as an adjective: "valinin yıpranmış paltosu", "bölünmüş ülke"
    before = words[index - 1] if index else None
    own = before is not None and not before.is_mark and not _GENITIVE.search(before.folded)
    return own and (found.sure or _is_governed(words, index))


def _is_deed(word: str) -> bool:
    """Whether the dictionary reads a word as a verb made a noun ("durmasını") and not as a noun ("yasmasını")."""
    found = kindred_readings(word)
    return any(reading.part == "Verb" for reading in found) and not any(
        reading.part == "Noun" and not reading.proper and reading.possessive for reading in found
    )


def _ends_clause(words: Sequence[Word], index: int) -> bool:
    """Whether a word of no table looks like a finite verb at the end of a clause."""
    if not _is_closed(words, index):
        return False
    word = words[index]
    if word.folded in _EXISTENCE:
        return index > 0 or len(words) == 1
    if _is_finite(word) or _has_copula(word):
        return True
    if index and words[index - 1].folded == "diye":
        return False  # "köprüyü ordu yıkmış diye bilinir": on whose word it stands
    return _PERSONAL.fullmatch(word.folded) is not None and is_finite_alone(word.lower)


def _is_closed(words: Sequence[Word], index: int) -> bool:
    """Whether a clause may end with word `index`: behind it stands nothing, a mark, or what joins clauses."""
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None or after.lower in _CLOSERS or after.folded in _JOINS:
        return True
    # captions have no stops: "yangına bakıyoruz yangın o gün çıktı"
    return _OURS.fullmatch(words[index].folded) is not None and _GOES_ON.match(after.folded) is None


def _has_copula(word: Word) -> bool:
    """Whether a word is a noun or adjective with a copula: "faizsizdi", "belediyedir"."""
    match = _COPULA.fullmatch(word.folded)
    if match is None:
        return False
    found = kindred_readings(word.lower)
    if found and all(any(mark.startswith("Cop") for mark in reading.marks) for reading in found):
        return any(reading.part != "Verb" for reading in found)  # "kâtibiydi"
    if any(reading.bare or reading.case != "nominative" or reading.possessive for reading in found):
        return False
    stem = re.sub(r"(?:[dt][ıiuü]r|y?[dt][ıiuü]|y?m[ıiuü]ş)(?:l[ae]r)?$", "", word.lower)
    return len(stem) > 2 and any(reading.part != "Verb" for reading in kindred_readings(stem))


@lru_cache(maxsize=1 << 12)
def may_have_copula(lower: str) -> bool:
    """Whether the dictionary reads a copula in a word, or does not know the word: a counted "botu" is possessed.

    >>> may_have_copula("liraydı"), may_have_copula("botu"), may_have_copula("çadır"), may_have_copula("40'tı")
    (True, False, False, True)
    """
    found = kindred_readings(lower)
    told = any(mark.startswith("Cop") for one in found for mark in one.marks)
    return not found or (told and not any(one.bare and one.part == "Noun" for one in found))


def _is_finite(word: Word) -> bool:
    """Whether a word has the form of a finite verb that no table has."""
    if _STEM_IN_T.fullmatch(word.folded):
        return any(_is_verb(reading) for reading in kindred_readings(word.lower))
    return bool(_UNKNOWN.fullmatch(word.folded)) and _may_be_verb(word.lower)


def _may_be_verb(word: str) -> bool:
    """Whether the dictionary reads a word as a verb (or a copula), or does not know it at all."""
    found = kindred_readings(word)
    return not found or any(_is_verb(reading) for reading in found)


def _is_verb(reading: Reading) -> bool:
    """Whether a reading is a verb's, and no participle in the dative with a copula: "saltanatı" is an accusative."""
    return reading.part == "Verb" and not (reading.case is Case.DATIVE and "CopPast" in reading.marks)
