"""Whom a sentence names as its source: "Ali Bey'e göre", "valinin anlattığına bakılırsa", "komutanın ifadesiyle".

Comes in: the words of a sentence, or of the part of it between two semicolons. Goes out: how the source is called, or
None. Turkish puts the source into the dative before a postposition or a condition of looking and asking (Göksel and
Kerslake 2005, 17.2.2, 27.6), and names whose account it is in the genitive before that (24.4.2, 25.1.1): of "Ali
Bey'in verdiği bilgiye göre" the source is Ali Bey, while a paper keeps its own name beside its owner's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from tanik.core.fold import lower_turkish
from tanik.core.kindred import latin_of
from tanik.core.morph import readings
from tanik.core.span import Span
from tanik.facts.model import Facts, Role
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.nouns import genitive_of
from tanik.facts.statements.lexis.turkish_nouns import azerbaijani_noun
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.reference import resolved
from tanik.facts.statements.syntax.cases import GENITIVE, NAME_GENITIVE, is_latin

__all__ = ["according_to", "is_source_mark", "last_mark", "source_of"]

# verbs of saying and writing, in Azerbaijani; "de-" and its passives with their endings: "desteklediği" says nothing
_SAYING: Final = (
    "yaz",
    "dedi",
    "deyil",
    "denil",
    "dendi",
    "degin",
    "bildir",
    "soyle",
    "danis",
    "anlat",
    "naql",
    "nakl",
    "xatirla",
    "hatirla",
    "tesdiq",
)
_SOURCES: Final = ("papers", "own_papers", "prints", "humans", "actors", "bodies", "institutions")
# what tells, in Azerbaijani: papers, sources, those who know (Azərbaycan dilinin izahlı lüğəti)
_TELLING: Final = (
    *("sened", "menbe", "muellif", "kaynag", "arhiv", "melumat", "hesabat", "heber", "mutehessis", "tarihci"),
    *("sahid", "yazici", "kezet", "hatire", "gundelik", "fikr", "tedkikatci", "protokol", "arayis", "siyahi"),
)
_OWN_DATIVE: Final = re.compile(r"(?:l[ae]r)?(?:s?[iu]n)?[ny]?[ae]$")
_TOLD: Final = re.compile(r"(?:[dt][iu]g[iu]n[ae]|[dt][iu]kl[ae]r[iu]n[ae])$")
_SO_FAR: Final = re.compile(r"(?:[dt][iu]g[iu]|[dt][iu]kl[ae]r[iu])$")
_LIKE: Final = ("gibi", "uzere")
_WORDS_BEFORE: Final = 8
_BARE_OF: Final = re.compile(r"n?[iu]n")
_DATIVE: Final = re.compile(r"[ny]?[ae]$")
_ASIDE: Final = re.compile(r"['’]\w*$")  # a name with its case
_DATED: Final = frozenset(("tarihli", "gunlu", "sayili"))
_PARTICIPLES: Final = frozenset(("PresPart", "PastPart"))
_PASTS: Final = (("Past",), ("CopPast",))
_LONGEST: Final = 2  # words of a phrase before its head


def is_source_mark(word: Word) -> bool:
    """Whether a word marks what stands before it as the source: "göre", and "bakılırsa", which sets no condition.

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> [is_source_mark(plain_word(text)) for text in ("göre", "bakılırsa", "giderse")]
    [True, True, False]
    """
    return word.folded in phrases("source_marks")


def according_to(words: Sequence[Word], text: str, facts: Facts) -> str | None:
    """The authority that "…'e göre", "…'in dediğine bakılırsa" or "…'in ifadesiyle" names, if the words have one."""
    marks = phrases("source_marks")
    for index, word in enumerate(words):
        if not index or not _may_name_source(word.folded):
            continue
        if word.folded in marks:
            source = _outside(words[:index])
            if not is_latin(text[word.start : word.end]) and source and _is_reason(source[-1], text):
                return None  # "şücaətinə görə": in Azerbaijani it is the ground as often as the source
            return _before_mark(source, len(source), text, facts) if source else None
        if has_word("in_words_of", word.folded) and (owner := _owner(words[:index], text, facts)) is not None:
            return owner
        if word.folded in _LIKE and _SO_FAR.search(words[index - 1].folded):
            if words[index - 1].folded.startswith((*_SAYING, "belirt", "aktar", "vurgula")):
                return _teller(words[max(0, index - _WORDS_BEFORE) : index - 1], text, facts)
            continue
        # "Ali Bey'in anlattığı kadarıyla"; "bildiğim kadarıyla" names nobody
        if word.folded == "kadariyla" and _SO_FAR.search(words[index - 1].folded):
            return _teller(words[max(0, index - _WORDS_BEFORE) : index - 1], text, facts)
    return None


@lru_cache(maxsize=1 << 14)
def _may_name_source(folded: str) -> bool:
    """Whether before a word may stand whose account something is."""
    marks = folded in phrases("source_marks") or folded in _LIKE or folded == "kadariyla"
    return marks or has_word("in_words_of", folded)


def _is_reason(word: Word, text: str) -> bool:
    """Whether an Azerbaijani word before "görə" is a ground and nobody's account: no name, no teller, no paper, no verb
    of saying (Azərbaycan dilinin izahlı lüğəti, görə: because of; according to)."""
    if word.name is not None or has_word("hearsay", f"{word.folded} gore") or has_word("accounts_given", word.folded):
        return False
    if _TOLD.search(word.folded):
        return not word.folded.startswith(_SAYING)
    if fold_word(latin_of(text[word.start : word.end])).startswith(_TELLING):
        return False
    noun = azerbaijani_noun(text[word.start : word.end])
    stems = {fold_word(noun) if noun is not None else "", _OWN_DATIVE.sub("", word.folded)}
    return not any(has_word(name, stem) for name in _SOURCES for stem in stems if stem)


def _outside(words: Sequence[Word]) -> Sequence[Word]:
    """The words without a bracket that ends them: "Şevket Efendi'ye (sultanın torunu) göre"."""
    if words[-1].folded != ")":
        return words
    opened = next((at for at in range(len(words) - 1, -1, -1) if words[at].folded == "("), len(words))
    return words[:opened]


def _before_mark(words: Sequence[Word], index: int, text: str, facts: Facts) -> str | None:
    """The source whose dative stands before the mark at `index`."""
    before = words[index - 1]
    if before.name is not None:
        return facts.names[before.name].name
    if has_word("hearsay", f"{before.folded} gore"):
        # "rivayete göre" is a rumour's word; "anlatıldığına göre" is no one's
        rumour = None if _TOLD.search(before.folded) else _DATIVE.search(before.folded)
        return lower_turkish(_without_dative(text[before.start : before.end], rumour)) if rumour is not None else None
    near = words[max(0, index - _WORDS_BEFORE) : index - 1]
    if _TOLD.search(before.folded):
        return _teller(near, text, facts)
    if before.folded in phrases("no_authority"):
        return None
    given = has_word("accounts_given", before.folded)
    return (_owner(near, text, facts) if given else None) or _noun(words[:index], text, facts)


def _noun(words: Sequence[Word], text: str, facts: Facts) -> str:
    """The source of which the dative stands last: the writer's kin, one word, or a phrase with its owner."""
    before, last = words[-1], len(words) - 1
    ending = _DATIVE.search(before.folded)
    if ending is not None and before.folded[: ending.start()] in phrases("kin"):
        return before.lower[: ending.start() - 1]
    start = _owner_start(words, last, text, facts)
    start = _phrase_start(words, last) if start is None else start
    if words[start].folded in _DATED:
        return _dated_paper(words, start, text, facts)
    bare = _without_dative(text[before.start : before.end], ending)
    if start == last:
        return _known_as(before, bare, text, facts)
    return _called(words[start:last], text, facts) + bare


def _dated_paper(words: Sequence[Word], start: int, text: str, facts: Facts) -> str:
    """A paper told by its day, by its owner alone: "Vakit'in 2 Mayıs tarihli haberi" is "Vakit'in haberi"."""
    behind = text[words[start + 1].start : words[-2].end] + " " if start + 1 < len(words) - 1 else ""
    last = words[-1]
    bare = behind + _without_dative(text[last.start : last.end], _DATIVE.search(last.folded))
    index = start - 1
    while index >= 0 and (words[index].date is not None or words[index].folded.isdigit()):
        index -= 1
    owner = words[index] if index >= 0 else None
    if owner is None or owner.is_mark or not (GENITIVE.search(owner.lower) or owner.name is not None):
        return bare
    called = facts.names[owner.name].name if owner.name is not None else None
    return f"{genitive_of(called) if called else text[owner.start : owner.end]} {bare}"


def _called(words: Sequence[Word], text: str, facts: Facts) -> str:
    """The words before the head of a source, an owner among them by his full name: "Guse'nin" is "Felix Guse'nin"."""
    owner = next((word for word in words if word.name is not None and NAME_GENITIVE.search(word.folded)), None)
    written = text[words[0].start : words[-1].end] + " "
    if owner is None or owner.name is None:
        return written
    name = facts.names[owner.name].name
    begun = all(word.name == owner.name for word in words[: words.index(owner) + 1])
    behind = text[owner.end : words[-1].end]
    return f"{genitive_of(name)}{behind} " if begun else written


def _known_as(word: Word, bare: str, text: str, facts: Facts) -> str:
    """How a source of one word is called: by the name that it stands for, or as the dictionary has it ("torun")."""
    known = resolved(Role(Span(word.start, word.end), bare), facts, text).name
    if known is not None:
        return known
    kin = [one.lemma for one in readings(bare) if one.marks == ("P3sg",) and one.part == "Noun"]
    return kin[0] if kin and has_word("humans", fold_word(bare)) else bare


def _without_dative(word: str, ending: re.Match[str] | None) -> str:
    """A noun without its dative, as the dictionary has it: "metne" is "metin", "kayda" is "kayıt"."""
    bare = word[: ending.start()] if ending is not None else word
    lemmas = [one.lemma for one in readings(word) if one.marks == ("Dat",) and one.part == "Noun" and not one.proper]
    return lemmas[0] if lemmas and fold_word(bare) not in map(fold_word, lemmas) else bare


def _owner(before: Sequence[Word], text: str, facts: Facts) -> str | None:
    """Whose account the words before it name in the genitive: "Ali Bey'in verdiği (bilgiye göre)", "müdürün"."""
    given = bool(before) and _SO_FAR.search(before[-1].folded) is not None
    for word in reversed(before):
        if word.is_mark:
            return None
        if word.name is not None and (not given or _is_owner(word, text, facts)):
            return facts.names[word.name].name if _is_owner(word, text, facts) else None
        if given and word.name is not None and not _ASIDE.search(text[word.start : word.end]):
            return None
        if given and (word.name is not None or word.date is not None):
            continue  # "Ali Bey'in 1922'de Meclis'te verdiği bilgiye göre": where and when he gave it
        if (of := GENITIVE.search(word.lower)) is not None and not _SO_FAR.search(word.folded):
            return _genitive_owner(word, of, text, facts)
    return None


def _is_owner(word: Word, text: str, facts: Facts) -> bool:
    """Whether a name stands in the genitive; Azerbaijani writes no apostrophe there ("Hüseynovun")."""
    if word.name is None:
        return False
    behind = fold_word(text[facts.names[word.name].span.end : word.end])
    return bool(NAME_GENITIVE.search(word.folded) or _BARE_OF.fullmatch(behind))


def _genitive_owner(word: Word, of: re.Match[str], text: str, facts: Facts) -> str | None:
    """Who stands in the genitive without a name: "müdürün" by the page's own "müze müdürü Ali Bey", else "müdür"."""
    bare = word.lower[: of.start()]
    if fold_word(bare) in phrases("kin"):
        return bare[:-1]
    nouns = [one for one in readings(word.lower) if one.part == "Noun" and one.marks[-1:] == ("Gen",)]
    if not nouns:
        return None
    role = Role(Span(word.start, word.end), bare)
    return resolved(role, facts, text).name or (nouns[0].lemma if nouns[0].marks == ("Gen",) else bare)


def _teller(before: Sequence[Word], text: str, facts: Facts) -> str | None:
    """The nearest name before "… dediğine göre"."""
    last = before[-1] if before else None
    if last is not None and last.name is None and last.folded.startswith(tuple(phrases("actors"))):
        parted = next((at for at in range(len(before) - 1, -1, -1) if before[at].folded == ","), -1)
        before = before[parted + 1 :]  # "Ali Bey, valinin anlattığına göre": the governor tells it
    named = [word.name for word in before if word.name is not None]
    # "Elçi Ali Bey'in Viyana'ya yazdığına göre": the teller stands in the genitive
    named = [word.name for word in before if word.name is not None and NAME_GENITIVE.search(word.folded)] or named
    kin = next((word for word in before if not named and word.folded.removesuffix("in") in phrases("kin")), None)
    if kin is not None:
        return kin.lower[: len(kin.folded.removesuffix("in")) - 1]
    if named:
        return facts.names[named[-1]].name
    last = before[-1] if before else None
    of = GENITIVE.search(last.lower) if last is not None and not last.is_mark else None
    if last is None or of is None:
        return None
    # "gazetelerin yazdığına göre": whoever tells may have no name
    paper = before[-2] if len(before) > 1 and last.folded[: of.start()].endswith(("si", "su")) else None
    if paper is not None and not paper.is_mark and paper.date is None and text[paper.start].isupper():
        return text[paper.start : last.start + of.start()]  # "Vakit gazetesinin yazdığı"
    owner = resolved(Role(Span(last.start, last.end), last.lower[: of.start()]), facts, text)
    return owner.name or owner.text


def _phrase_start(words: Sequence[Word], last: int) -> int:
    """The first word of the short phrase that ends with word `last`."""
    start = last
    if start > 2 and words[start - 1].folded == "." and words[start - 2].folded.isdigit():
        start = last = start - 2  # "kanunun 12. maddesi": which of them (GK 9.2)
    while start > 0 and last - start < _LONGEST and _is_of_phrase(words[start - 1]):
        start -= 1
    described = last > start and any(_PARTICIPLES.intersection(one.marks) for one in readings(words[start].lower))
    return start + described  # "kaçan bir tanığa göre": what is told of him is no part of who he is


def _owner_start(words: Sequence[Word], last: int, text: str, facts: Facts) -> int | None:
    """Where a paper's phrase begins with who made it: "Rauf Bey'in Londra'ya gönderdiği rapor"; None without one."""
    if last < _LONGEST or not _SO_FAR.search(words[last - 1].folded):
        return None
    for index in range(last - 2, max(-1, last - _WORDS_BEFORE), -1):
        if words[index].is_mark:
            return None
        if _is_owner(words[index], text, facts):
            return next(at for at in range(index + 1) if words[at].name == words[index].name)
    return None


def _is_of_phrase(word: Word) -> bool:
    """Whether a word may stand in a phrase: no mark, no date, and no past tense, which ends a sentence."""
    return not (word.is_mark or word.date is not None or _is_past(word))


def _is_past(word: Word) -> bool:
    """Whether a word can be nothing but a verb in the past: "kaldı", and neither "altı" nor "yedi"."""
    found = readings(word.lower)
    past = any(one.part == "Verb" and one.marks[-1:] in _PASTS for one in found)
    return past and all(one.marks[-1:] in _PASTS or (one.part == "Noun" and not one.marks) for one in found)


def _is_parted(words: Sequence[Word], low: int, high: int) -> bool:
    """Whether a sentence ends between two words though nothing but its verb says so: "… verildi köprü o yıl yandı"."""
    return any(_is_past(words[i]) and not _joins_on(words[i + 1]) for i in range(low, min(high, len(words) - 1)))


def _joins_on(word: Word) -> bool:
    return word.is_mark or has_word("joins", word.folded)


def _goes_on(words: Sequence[Word], low: int, high: int) -> bool:
    """Whether the part of a sentence between two words may stand on the word of the part before the semicolon.

    It does not where it is set against that ("ama", "oysa", "ise") or names a source itself.
    """
    part = words[low:high]
    own = any(is_source_mark(word) or word.folded in phrases("set_against") for word in part)
    return bool(part) and not own and not any(has_word("in_words_of", word.folded) for word in part)


def last_mark(words: Sequence[Word], before: int) -> int:
    """The number of the last word before `before` that marks a source, else -1.

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> last_mark([plain_word(text) for text in "Ali'ye göre yol açıktı".split()], 3)
    1
    """
    return max((i for i in range(before) if is_source_mark(words[i])), default=-1)


def source_of(words: Sequence[Word], index: int, text: str, facts: Facts, *, closed: int | None = None) -> str | None:
    """The source on which the clause with word `index` stands: the last one named before it in its part.

    `closed` is the last word of a finite verb: what is named behind it and its comma is the next clause's source.

    What stands behind a semicolon goes on with the source before it unless it is set against that.
    """
    low = next((i + 1 for i in range(index - 1, -1, -1) if words[i].folded == ";"), 0)
    # what a source is named for stands behind it: "Veli reddeder: ona göre beş er öldü"
    high = next((i for i in range(index, len(words)) if words[i].folded in (";", ":")), len(words))
    marks = [i for i in range(low, min(index, high)) if is_source_mark(words[i])]
    if len(marks) > 1:
        low = marks[-2] + 1  # "Ali'ye göre üç er öldü, Veli'ye göre beş er yaralandı"
    if closed is not None and not marks and any(word.folded == "," for word in words[closed + 1 : closed + 2]):
        high = min(high, closed + 1)
    if closed is not None and not marks:
        behind = next((i for i in range(closed + 1, high) if is_source_mark(words[i])), high)
        if high - behind > _LONGEST + 1:
            high = closed + 1  # without a stop: "… yazdı vasiyete göre bin lira verildi" is another sentence
    named = according_to(words[low:high], text, facts)
    if marks and _is_parted(words, marks[-1] + 1, index):
        return None
    if named is not None and not _is_turned(words, marks[-1] if marks else low, index):
        return named
    if named is None and low and words[low - 1].folded == ";" and _goes_on(words, low, high):
        return source_of(words, low - 1, text, facts)
    return None


def _is_turned(words: Sequence[Word], low: int, high: int) -> bool:
    """Whether the clause is set against what the source says: "valiye göre yol açıktı, oysa yol kapalıydı"."""
    pairs = zip(words[low:high], words[low + 1 : high], strict=False)
    return any(before.is_mark and word.folded in phrases("turning") for before, word in pairs)
