"""Predicates: verbs and light-verb compounds of a table, in any inflected form.

Comes in: the words of a sentence. Goes out: every predicate with its rows of the table, its form (finite,
conditional, nominalised, participle, converb) and what its suffixes say: voice, negation, hearsay. Turkish stacks
suffixes in a fixed order (stem, voice, ability, negation, tense, person), so one expression over folded letters
reads them all; the order is that of Göksel and Kerslake, Turkish: A Comprehensive Grammar (2005), chapter 8. The
stem itself is compared with its diacritics as far as the writer used any, so that ``aştı`` is not read as ``astı``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import Final

from tanik.core.morph import readings
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.periphrasis import FINITE, RISINGS, carried_out, is_as_soon_as, kindred_form, spoken
from tanik.facts.statements.lexis.predicate import Form, Predicate
from tanik.facts.statements.lexis.taking import is_compact, is_taking
from tanik.facts.statements.lexis.untold import may_be_untold, may_have_copula, untold_verb
from tanik.facts.statements.lexis.verb_rows import APART, VerbRow, is_passive_of, lead_keys, rows_of
from tanik.facts.statements.lexis.verb_sounds import hardness_agrees, is_conceded, is_of, is_sibilant
from tanik.facts.statements.lexis.words import Word

__all__ = ["Form", "Predicate", "VerbRow", "find_predicates"]

_CASE: Final = r"(?:n[iu]n|n[iu]|n[ae]|nd[ae]n|nd[ae]|yl[ae]|y[iu]|y[ae]|d[ae]n|d[ae])?"
_NEGATION: Final = r"(?P<neg>y?[ae]m[ae]|m[ae]|y?[ae]m[iu](?=yor)|m[iu](?=yor)|m[iu](?=r))?"
_FORMS: Final = "|".join(
    (
        r"(?P<past>[dt][iu](?:yd[iu]|ys[ae])?(?:m|n|k|q|l[ae]r|n[iu]z)?)",
        r"(?P<hearsay>m[iu]s(?:l[ae]r)?(?:[dt][iu]r?(?:l[ae]r)?)?(?:[iu]m|[iu]z|s[iu]n)?)",
        r"(?P<present>[iu]?yor(?:l[ae]r)?(?:d[iu]|m[iu]s)?(?:l[ae]r|[dt][iu]r|[iu]m|u[mz]|k|m)?)",
        r"(?P<future>y?[ae]c[ae][kg](?:l[ae]r)?(?:t[iu]r?|d[iu]r?|m[iu]s)?(?:l[ae]r|[iu]m|[iu]z)?)",
        r"(?P<aorist>(?:y?[iu]|[ae])?r(?:l[ae]r)?(?:d[iu]|m[iu]s)?(?:l[ae]r|[iu]m|[iu]z|[ae]m|[iu][kq])?)",
        r"(?P<never>m[ae]z(?:l[ae]r)?(?:d[iu]|m[iu]s)?(?:l[ae]r)?)",
        r"(?P<ongoing>m[ae]kt[ae](?:d[iu]r(?:l[ae]r)?|yd[iu]|ym[iu]s)?)",
        r"(?P<must>m[ae]l[iu](?:d[iu]r|yd[iu]|l[ae]r)?)",
        r"(?P<conditional>(?:[aeiu]?r|[dt][iu]y|m[iu]s|yor|m[ae]z|y?[ae]c[ae]k)?s[ae](?:l[ae]r|k|m|n)?(?:yd[iu])?)",
        r"(?P<temporal>[dt][iu]g[iu](?:n|m|[mn][iu]z)d[ae]|[dt][iu]kl[ae]r[iu]nd[ae]|[dt][iu]kt[ae]n|y?[iu]nc[ae](?:y[ae])?|[dt][iu]k[cs]?[ae]|(?:[aeiu]?r|yor|m[iu]s)k[ae]n)",
        rf"(?P<nominal>(?:[dt][iu]|y?[ae]c[ae])(?:g[iu]|kl[ae]r[iu]|g[iu]m[iu]z?){_CASE})",
        rf"(?P<action>m[ae](?:s[iu]|l[ae]r[iu]){_CASE}|m[ae]n[iu]z[iu])",
        r"(?P<infinitive>m[ae]k(?:l[ae]|t[ae]n|t[ae])?|m[ae]y[iae])",
        r"(?P<participle>y?[ae]n(?:l[ae]r)?(?:[iu]n|[iu]|[ae]|d[ae]n?|l[ae]r[ae])?)",
        # of Azerbaijani also finite, then with its person: "keçiriblər" (Qurbanov, Müasir Azərbaycan dili, 2003)
        r"(?P<converb>y?[iu]p|y?[iu]b(?:l[ae]r|d[iu]r(?:l[ae]r)?)?|y?[ae]r[ae]k(?:t[ae]n)?)",
    )
)
_SUFFIXES: Final = rf"(?:y?[ae]bil)?{_NEGATION}(?:y?[ae]bil)?(?:{_FORMS})"
_OTHER: Final = {
    "conditional": Form.CONDITIONAL,
    "temporal": Form.TEMPORAL,
    "nominal": Form.NOMINAL,
    "action": Form.NOMINAL,
    "infinitive": Form.INFINITIVE,
    "participle": Form.PARTICIPLE,
    "converb": Form.CONVERB,
}
_GROUPS: Final = (*FINITE, *_OTHER)
_LEAD_GAP: Final = frozenset(("de", "da", "mi", "mı", "mu", "mü", "bile", "hiç", "dahi", "bir"))
# what follows a verb that ends its clause, and is no noun that it could describe
_PARTICLES: Final = frozenset(("de", "da", "mi", "mı", "mu", "mü", "ki", "ya", "ne"))
_JOINS: Final = _PARTICLES | {"ve", "ama", "amma", "fakat", "ancak", "lakin", "diye", "ise"}
_AND: Final = frozenset(("ve", "ama", "fakat", "ancak"))
_CLOSED: Final = ("ti", "tu", "di", "du", "tir", "tur", "dir", "dur", "ler", "lar")
_FARTHEST: Final = 12
_SURNAME: Final = ("soyad", "soyism")
_INFINITIVE: Final = re.compile(r"[a-z]{2}m[ae]y[iae]$")
_CIRCUMFLEX: Final = str.maketrans("âîû", "aiu")
# "өлдү" died, "олду" became: folded they are one word
_ROUND: Final = "өоүу"
_ROUNDED: Final = str.maketrans(_ROUND, "öoüu")
# "Almanya'ydı", "Bitlis'teydi": a name with a copula ends a clause (GK 12.1.1)
_NAMED: Final = re.compile(r"['’‘ʼ`´](?:[dt][ae]|n?[iu]n)?(?:y?[dt][iu]r?|y?m[iu]s)(?:l[ae]r)?$")
# "9.400'dü", "14 liradır": so does an amount with one, but for numerals that only end like it ("yedi", "altı")
_MEASURED: Final = re.compile(r"\S*?(?<!ye)(?<!al)(?:y?[dt][iu]r?|y?m[iu]s)(?:l[ae]r)?$")
# nouns and numerals that look like forms of al-, gel-, sat-, bas-, aç-, in-, yu-, de-; and what only links
_OWNED_OBJECT: Final = re.compile(r"[a-z]{3}s?[iu]n[iu]$")
_NOUNS: Final = frozenset(("alan", "alanı", "alanını", "alanına", "altı", "alım", "gelir", "satın", "basın", "açık"))
_OTHERS: Final = frozenset(
    ("asiler", "çağrılar", "inşa", "insan", "yunan", "dəmir", "дәмир", "olan", "olarak", "uyarınca")
)
_NOT_VERBS: Final = _NOUNS | _OTHERS | RISINGS

# How the passive is written: -n after vowels, -in after l, else -il; and not at all before a narrowed vowel.
_PASSIVES: Final = {"n": r"(?P<passive>n(?:[iu]l)?)?", "in": r"(?P<passive>[iu]n)?", "il": r"(?P<passive>[iu]l)?"}
_NO_PASSIVE: Final = r"(?P<passive>(?!))?"


@cache
def _endings(passive: str) -> re.Pattern[str]:
    """The expression of all endings behind a stem that takes one of the passives.

    One expression serves every stem of its class: compiling one a stem cost most of a short run's time.
    """
    return re.compile(f"{_PASSIVES.get(passive, _NO_PASSIVE)}{_SUFFIXES}")


def _inflected(stem: str, word: str) -> re.Match[str] | None:
    """How a folded `word` inflects a folded stem ("iste" is "isti-" before -yor); None where it is no form of it."""
    match = None
    if word.startswith(stem):
        passive = "n" if stem[-1] in "aeiou" else "in" if stem[-1] == "l" else "il"
        match = _endings(passive).fullmatch(word, len(stem))
    if match is None and stem[-1] in "ae" and word.startswith(stem[:-1]):
        short = len(stem) - 1
        if word[short : short + 1] in ("i", "u") and word.startswith("yor", short + 1):
            match = _endings("").fullmatch(word, short)
    return match


def _as_written(stem: str, lower: str, *, plain: bool) -> bool:
    """Whether the word's letters agree with the stem's; in a `plain` text no diacritics are expected of the word."""
    ours, theirs = _no_circumflex(stem), _no_circumflex(lower.replace("'", ""))[: len(stem)]
    if any(theirs[at] in _ROUND and theirs[at].translate(_ROUNDED) != ours[at] for at in range(len(theirs))):
        return False
    if plain or (not theirs[:1].isascii() and fold_word(theirs[:1]) == ours[:1]):
        return fold_word(theirs[:-1]) == fold_word(ours[:-1])
    return theirs[:-1] == ours[:-1] and (theirs[-1:] == ours[-1] or ours[-1] in "aeə")


def _no_circumflex(word: str) -> str:
    return word.translate(_CIRCUMFLEX)


def _leads(lead: tuple[tuple[str, ...], ...], words: Sequence[Word], index: int) -> int | None:
    """The number of the word with which the compound's lead begins, or None where it does not stand there."""
    if lead and lead[0][0].startswith(APART):
        if len(lead) > 1 and (beside := _leads(lead[1:], words, index)) is None:
            return None
        index = beside if len(lead) > 1 and beside is not None else index
        near, stems = words[max(0, index - _FARTHEST) : index], _stems_apart(lead[0])
        if not any(word.folded.startswith(stems) for word in near):
            return None
        # of "bedelini sonra ödemeyi üstlendi" the price is what is paid
        infinitives = (at for at, word in enumerate(near) if _INFINITIVE.search(word.folded))
        # "sözleşmeyi" ends like one
        governed = max((at for at in infinitives if near[at].folded not in stems), default=-1)
        near = near[governed + 1 :]
        return index if any(_is_form_of(stem, word.folded) for word in near for stem in stems) else None
    for position, choices in enumerate(reversed(lead)):
        index -= 1
        if position == 0:
            while index > 0 and words[index].lower in _LEAD_GAP:
                index -= 1
        if index < 0 or words[index].is_mark:
            return None
        if not _is_one_of(choices, words[index].folded.replace("'", "")):
            return None
    # "ilk elçi Ali Fuat Paşa oldu": the last word of a name is nothing that he became
    named = bool(lead) and index > 0 and words[index].name is not None and words[index - 1].name == words[index].name
    return None if named else index


@cache
def _stems_apart(choices: tuple[str, ...]) -> tuple[str, ...]:
    """The folded nouns of a lead that may stand apart from its verb."""
    return tuple(fold_word(choice.lstrip(APART)) for choice in choices)


@lru_cache(maxsize=1 << 15)
def _is_one_of(choices: tuple[str, ...], word: str) -> bool:
    """Whether a folded word is a form of one of a lead's nouns: a page says the same words again."""
    return any(_is_form_of(fold_word(choice), word) for choice in choices)


def _is_form_of(noun: str, word: str) -> bool:
    """Whether `word` is a compound's noun, bare or with a possessive or accusative.

    Never with a dative that the table does not write: "karşı çık-" is to oppose, "karşısına çık-" to appear before.
    """
    return word == noun or bool(
        word.startswith(noun) and re.fullmatch(r"'?(?:y|s)?[iu]?(?:n[iu]|l[ae]r[iu]?(?:n[iu])?)?", word[len(noun) :])
    )


_Forms = dict[str, tuple[tuple[int, VerbRow, re.Match[str]], ...]]


@lru_cache(maxsize=1 << 15)
def _forms(lower: str, folded: str, language: str, *, plain: bool) -> _Forms:
    """The rows of which a word may be a form, each with how it is inflected, by how the word before must begin.

    Kept for each word, because a page says the same words again and the expression of all endings is a long one; by
    the word before, because hundreds of compounds share "et-" and "ver-". Under "" stand those that need no word there.
    """
    bare = folded.replace("'", "")
    found: dict[str, list[tuple[int, VerbRow, re.Match[str]]]] = {}
    read: dict[tuple[str, ...], re.Match[str] | None] = {}
    for place, row in enumerate(rows_of(language).get(folded[:2], ())):
        # rows of one light verb share their stems: each is read once
        stems = tuple(stem for stem, _ in (*row.stems, *row.lends))
        if stems not in read:
            read[stems] = _inflection(row, lower, bare, plain=plain)
        match = read[stems]
        if match is not None:
            for key in lead_keys(row):
                found.setdefault(key, []).append((place, row, match))
    return {key: tuple(rows) for key, rows in found.items()}


def _rows_before(forms: _Forms, words: Sequence[Word], index: int) -> list[tuple[VerbRow, re.Match[str]]]:
    """The rows of word `index` whose lead may stand right before it, in the table's order."""
    before = index - 1
    while before > 0 and words[before].lower in _LEAD_GAP:
        before -= 1
    near = forms.get(words[before].folded[:2], ()) if before >= 0 else ()
    alone = forms.get("", ())
    found = sorted((*alone, *near), key=itemgetter(0)) if near and alone else near or alone
    return [(row, match) for _, row, match in found]


def _inflection(row: VerbRow, lower: str, bare: str, *, plain: bool) -> re.Match[str] | None:
    for stem, folded in row.stems:
        match = _inflected(folded, bare)
        sound = match and hardness_agrees(match) and is_of(match, row.language) and is_sibilant(match, lower)
        if sound and _as_written(stem, lower, plain=plain):
            return match
    for stem, folded in row.lends:
        match = _inflected(folded, bare)
        if match and hardness_agrees(match) and (stem != "ol" or match.group("passive")):
            return match
    return None


def _form_of(match: re.Match[str], words: Sequence[Word], index: int, language: str) -> tuple[Form, str]:
    """The form of an inflected verb, and its name among the expression's groups."""
    name = next(group for group in _GROUPS if match.group(group))
    if language == "az" and (kindred := kindred_form(name, words, index)) is not None:
        return kindred
    if name == "conditional" and is_conceded(
        words[index].folded, words[index + 1].folded if words[index + 1 :] else ""
    ):
        return Form.FINITE, "past"
    if name in ("hearsay", "future", "aorist") and _before_noun(words, index):
        return Form.PARTICIPLE, name
    if name == "never" and index and is_as_soon_as(words[index - 1].folded, words[index].folded):
        return Form.TEMPORAL, "temporal"
    if name == "never" and any(word.folded.startswith(_SURNAME) for word in words[index + 1 : index + 2]):
        return Form.PARTICIPLE, "aorist"  # "Dönmez soyadını aldı": a surname
    return (Form.FINITE, name) if name in FINITE else (_OTHER[name], name)


def _before_noun(words: Sequence[Word], index: int) -> bool:
    """Whether a bare -mış, -ecek or -er form stands before the noun that it describes, not at a clause's end."""
    if index + 1 >= len(words) or words[index].folded.endswith(_CLOSED):
        return False
    after = words[index + 1]
    return not after.is_mark and not after.quoted and after.lower not in _JOINS


def _best(words: Sequence[Word], index: int, language: str, *, plain: bool) -> Predicate | None:
    """The predicate whose inflected verb is word `index`, of the longest compounds that fit."""
    forms = _forms(words[index].lower, words[index].folded, language, plain=plain)
    if not forms:
        return None
    near = _rows_before(forms, words, index)
    found = [(row, (first, match)) for row, match in near if (first := _leads(row.lead, words, index)) is not None]
    if not found:
        return None
    longest = max(len(row.lead) for row, _ in found)
    # of a row with several stems the one that the word has: "et-" stands beside "eyle-"
    stem = max(match.pos for row, (_, match) in found if len(row.lead) == longest)
    chosen = [
        (row, (first, match))
        for row, (first, match) in found
        if len(row.lead) == longest and match.pos >= stem - (longest > 0)
    ]
    # a lead that stands apart may belong to another verb: the plain verb is the next that may be meant
    apart = any(row.lead and row.lead[0][0].startswith(APART) for row, _ in chosen)
    taken = {id(row) for row, _ in chosen}  # the table's own rows, compared as objects and not word by word
    others = tuple(row for row, _ in found if id(row) not in taken and (apart or len(row.lead) == longest))
    _, (first, match) = chosen[0]
    form, ending = _form_of(match, words, index, language)
    if ending in ("participle", "aorist") and language == "tr" and not plain and _is_another_word(words[index].lower):
        return None  # "âsiler" are rebels, and no form of "as-"
    if form is Form.PARTICIPLE and ending == "aorist":
        return None  # "yazar", "gelir": nouns far more often than descriptions
    if form is not Form.FINITE and all(row.action is None and not row.lead for row, _ in chosen):
        return None  # a verb that says nothing of its own ends a clause; elsewhere it is read as one of no table
    groups = match.groupdict()
    return Predicate(
        first,
        index,
        (*(row for row, _ in chosen), *others),
        form,
        ending,
        passive=bool(groups.get("passive")) or (language == "az" and is_passive_of(chosen[0][0], others)),
        negated=bool(groups["neg"]) or ending == "never",
        # in Azerbaijani -mış is the perfect of those who know, too (Qurbanov, Müasir Azərbaycan dili, 2003)
        hearsay=ending == "hearsay" and language == "tr",
        future=ending == "future" or (ending == "nominal" and match.group("nominal").lstrip("y")[1:2] == "c"),
    )


@lru_cache(maxsize=1 << 14)
def _is_another_word(lower: str) -> bool:
    """Whether the dictionary knows what looks like a participle as something else: "binanın" is no form of "bin-"."""
    found = readings(lower)
    adverb = any(one.part == "Adv" and one.bare for one in found)
    return adverb or (bool(found) and not any(one.part == "Verb" for one in found))


def find_predicates(words: Sequence[Word], language: str, *, plain: bool = False) -> tuple[Predicate, ...]:
    """All predicates of a sentence in order, those of no table included where they end a clause.

    `plain` says that the text is typed without Turkish letters.

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> found = find_predicates([plain_word(w) for w in "Vali antlaşmayı imzalamadı".split()], "tr")
    >>> [(p.rows[0].verb, p.form.value, p.negated) for p in found]
    [('imzala', 'finite', True)]
    """
    found: list[Predicate] = []
    for index, word in enumerate(words):
        if word.is_mark:
            continue
        if (word.name is not None or word.amount is not None) and _is_named_predicate(words, index):
            found.append(Predicate(_fact_start(words, index), index, (), Form.FINITE, "copula"))
            continue
        if word.folded == "olan" and found and _is_under_way(words, index, found[-1]):
            # "ilerlemekte olan birlik" describes, and what is under way is not done (GK 25.1.1)
            found[-1] = Predicate(found[-1].first, index, (), Form.PARTICIPLE, "participle")
            continue
        if word.folded == "olan" and _is_being(words, index):
            found.append(Predicate(index - 1, index, (), Form.PARTICIPLE, "participle"))
            continue
        if _is_no_verb(words, index):
            continue
        predicate = _best(words, index, language, plain=plain)
        if predicate is None and may_be_untold(word.folded, language):
            predicate = untold_verb(words, index, language)
        if predicate is not None:
            while found and found[-1].last >= predicate.first:
                found.pop()
            found.append(predicate)
    return tuple(spoken(words, tuple(carried_out(words, found))))


def _is_named_predicate(words: Sequence[Word], index: int) -> bool:
    """Whether a name or an amount with a copula ends its clause: "Almanya'ydı", "40 liraydı"."""
    word = words[index]
    named = word.name is not None and _NAMED.search(word.folded) is not None
    counted = word.amount is not None and _MEASURED.fullmatch(word.folded) and may_have_copula(word.lower)
    if not (named or counted):
        return False
    return index + 1 == len(words) or words[index + 1].is_mark or words[index + 1].lower in _AND


def _is_under_way(words: Sequence[Word], index: int, before: Predicate) -> bool:
    """Whether "olan" stands behind a verb in -makta, which then describes the noun behind: "ilerlemekte olan"."""
    return before.last == index - 1 and words[index - 1].folded.endswith(("makta", "mekte"))


def _is_being(words: Sequence[Word], index: int) -> bool:
    """Whether "olan" stands behind an adjective with a complement, which is a clause then: "ticaretle meşgul olan"."""
    return index > 1 and words[index - 1].folded in phrases("governing_adjectives")


def _fact_start(words: Sequence[Word], index: int) -> int:
    """The first word of the name or amount on which word `index` stands."""
    name, amount = words[index].name, words[index].amount
    while index and (words[index - 1].name, words[index - 1].amount) == (name, amount):
        index -= 1
    return index


def _ends_behind_object(words: Sequence[Word], index: int) -> bool:
    """Whether a word without ending closes a clause right behind an object, as a verb does: "borcunu ödemiş"."""
    closed = index + 1 == len(words) or words[index + 1].is_mark
    before = words[index - 1] if index else None
    return closed and before is not None and before.name is None and _OWNED_OBJECT.search(before.folded) is not None


def _is_bare_noun(lower: str) -> bool:
    return any(one.part == "Noun" and one.bare for one in readings(lower))


def _is_no_verb(words: Sequence[Word], index: int) -> bool:
    """Whether a word cannot be a verb: a mark, a fact, a number or a noun that looks like a form of one."""
    word = words[index]
    named = word.name is not None and not _ends_behind_object(words, index)
    fact = named or word.date is not None or word.amount is not None
    if fact or word.is_mark or word.quoted or word.folded[:1].isdigit():
        return True
    if (word.lower in _NOT_VERBS and not is_taking(words, index)) or is_compact(words, index):
        return True
    if word.folded.endswith("r") and index and words[index - 1].lower == "bir" and _is_bare_noun(word.lower):
        return True  # "bir yazar": behind the article stands a noun (GK 16.3)
    # "kalanı", "geri kalan", ", kalan 300 lirası" are the rest (GK 15.5)
    if not word.lower.startswith("kalan"):
        return False
    rest = index > 0 and (words[index - 1].is_mark or words[index - 1].lower in ("geri", "arta", "geriye", "ve"))
    return rest or word.lower.startswith("kalanı")
