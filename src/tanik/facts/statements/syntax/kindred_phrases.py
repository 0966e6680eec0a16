"""Noun phrases of Azerbaijani that were cut apart though one describes the other.

Comes in: the phrases of an Azerbaijani clause as cut by case. Goes out: the same where what only describes is joined to
what it describes, or left out. A town, a title in marks, a number "saylı" and a noun in "-ə" that no dictionary has
stand bare before the possessed noun that they belong to (Qurbanov, Müasir Azərbaycan dili, 2003: ikinci növ təyini
söz birləşməsi, the Turkish izafet; Göksel & Kerslake 2005, 14.4); "olan" closes what describes the noun behind it
(25.1.1); a word with "-sız" says how or of what kind and is nobody (7.2.2.2).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from tanik.core.kindred import azerbaijani_readings
from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import Facts, NameKind
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.nouns import kindred_noun
from tanik.facts.statements.lexis.turkish_nouns import azerbaijani_noun
from tanik.facts.statements.lexis.words import Word, written_of
from tanik.facts.statements.syntax.kindred_apart import parted, without_between
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["with_attributes"]

_GOVERNED: Final = ("dat", "abl", "loc", "ins", "com")
_OBLIQUE: Final = ("gen", "dat", "loc", "abl", "acc", "post", "agent")
_OWNED: Final = re.compile(r"[a-z]{2}(?:l[ae]r[iu]|s[iu]|[iu])(?:n(?:[iu]n?|[ae]|d[ae]n?))?$")
_OWNED_OBLIQUE: Final = re.compile(r"[a-z]{2}[iu]n(?:[iu]n|[ae]|d[ae]n?)$")
_ONLY_OWNED: Final = re.compile(r"[a-z]{2}[aeiou]s[iu]$")
_CALLED: Final = ("adli", "adinda", "adlanan", "adi", "basliqli")
_NUMBERED: Final = ("sayli", "nomreli")
_TITLES: Final = ("bey", "xan", "han", "pasa", "aga", "efendi", "xanim", "hanim")
_SETTLED: Final = re.compile(
    r"(?:kend|seher|kaza|rayon|stansiya|mahal|kubernia|kuberniya|ada)s?[iu](?:n(?:[iu]n|[ae]|d[ae]n?))?$"
)
_DOING: Final = re.compile(r"[a-z]{2}[ae]r[ae]k$")
_FAR: Final = 7  # words
_ELDERS: Final = frozenset(("bacisi", "kardasi", "emisi", "dayisi", "halasi", "bibisi"))
_CHILDREN: Final = re.compile(r"(?:oglu|kizi)(?:n|$)|(?:ogul|kiz)lari")
_BEEN: Final = re.compile(r"ol(?:mus|du|ub)")
_OFFICES: Final = frozenset(
    ("mudiri", "sedri", "naziri", "rektoru", "katibi", "redaktoru", "reisi", "uzvu", "komandiri", "muavini", "muellimi")
)
_HOUSES: Final = ("kardaslari",)
_DAYTIME: Final = ("aksamustu", "ahsamustu", "gunorta", "seherisi", "geceyarisi")
_DURATIONS: Final = ("muddetine", "muddetinde", "muddet", "erzinde", "boyunca")
_OF_SEVERAL: Final = re.compile(r"[a-z]{2}l[ae]r[iu]n[iu]$")
_OWNED_OBJECT: Final = re.compile(r"[a-z]{2}(?:(?<=[aeiou])s)?[iu]n[iu]$")
_WITHOUT: Final = re.compile(r"[a-z]{3}s[iu]z$")


def with_attributes(found: Sequence[Phrase], words: Sequence[Word], text: str, facts: Facts) -> tuple[Phrase, ...]:
    """The phrases of an Azerbaijani clause, each with what describes it, and none that only describes."""
    kept: list[Phrase] = []
    for phrase in (_as_owned(one, words) for one in parted(found, words, text, facts)):
        whole = _without_being(kept, phrase, words, text)
        before = kept[-1] if kept else None
        whole = _with_title(_with_rank(whole, before, words, text), words, text)
        if before is not None and _is_side_of(before, whole, words):
            kept.pop()
            continue
        if before is not None and _is_same_place(before, whole, words, text):
            kept.pop()
            before = kept[-1] if kept else None
        if before is not None and _belongs(before, whole, words, facts):
            start = words[before.first - 1].start if _is_marked(before, words) else before.span.start
            kept[-1] = _from(whole, before.first, start, text)
        elif before is not None and _is_title_of(before, whole, words, text, facts):
            kept[-1] = _with_own_title(before, whole, text)
        elif before is not None and _is_self_of(before, whole):
            kept[-1] = replace(_from(whole, before.first, before.span.start, text), maybe_object=False)
        elif before is not None and _is_begun_by(before, whole, words, text, facts):
            kept[-1] = _from(whole, before.first, before.span.start, text)
        elif not (_is_nobody(whole, words) or _is_duration(whole, words) or _is_done(whole, words)):
            kept.append(whole)
    return without_between(kept, words)


def _without_being(kept: list[Phrase], phrase: Phrase, words: Sequence[Word], text: str) -> Phrase:
    """A phrase without what "olan" closes inside it; what it closes before it is taken from `kept`."""
    while kept and _ends_in_being(kept[-1], words):
        gone = kept.pop()
        if kept and kept[-1].case == "gen" and kept[-1].last == phrase.first - 3:
            del kept[-1:]
        _leave_out_joined(kept, gone, words)
        _leave_out_governed(kept, gone.first)
    whole = _behind_being(phrase, words, text)
    if whole is not phrase:
        if kept and kept[-1].last == phrase.first - 1 and kept[-1].case == "nom":
            kept.pop()  # "Şamaxı | əsilli olan Rza bəy": where he is from
        _leave_out_joined(kept, phrase, words)
        _leave_out_governed(kept, phrase.first)
    if whole.first < whole.last and kept and words[whole.first].folded in _governing():
        before = kept[-1]
        if before.case in _GOVERNED and before.last == whole.first - 1:
            _leave_out_governed(kept, whole.first)
            whole = _from(whole, whole.first + 1, words[whole.first + 1].start, text)
    return whole


@cache
def _governing() -> frozenset[str]:
    return phrases("governing_adjectives", "dative_adjectives") | {"mexsus", "dair", "hesr"}


def _leave_out_governed(kept: list[Phrase], first: int) -> None:
    """Take from `kept` what the adjective at word `first` governs, and whose that is: "kursantlarından ibarət qarovul",
    "Bakıya varid olan heyət" (Qurbanov, as above: sifətin idarəsi)."""
    if kept and kept[-1].case in _GOVERNED and kept[-1].last == first - 1:
        at = kept.pop().first
        while kept and kept[-1].case == "gen" and kept[-1].last == at - 1:
            at = kept.pop().first


def _leave_out_joined(kept: list[Phrase], gone: Phrase, words: Sequence[Word]) -> None:
    """Take from `kept` what is joined to what "olan" closed: "alim, şair və müəllim olan Rza bəy"."""
    while kept and _is_joined_to(kept[-1], gone, words):
        gone = kept.pop()


def _is_begun_by(before: Phrase, phrase: Phrase, words: Sequence[Word], text: str, facts: Facts) -> bool:
    """Whether a phrase that was cut apart belongs to the front of the next: a surname, "baş", a village's name."""
    house = _is_house_of(before, phrase, words, facts) or _is_chief(before, phrase, words)
    house = house or _is_officer(before, phrase, words, text, facts) or _is_kin_of_kin(before, phrase, words)
    return house or _is_settled(before, phrase, words, facts, text)


def _is_kin_of_kin(before: Phrase, phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a son or daughter stands right behind whose child it is: "Rza bəyin bacısı oğlu" is his nephew."""
    near = before.case == phrase.case == "nom" and before.first == before.last == phrase.first - 1
    return (
        near
        and before.name is None
        and words[before.last].folded in _ELDERS
        and _CHILDREN.match(words[phrase.first].folded) is not None
    )


def _is_officer(before: Phrase, phrase: Phrase, words: Sequence[Word], text: str, facts: Facts) -> bool:
    """Whether who holds an office stands right behind it: "baş komandan Rza bəy"."""
    bare = before.case == "nom" and before.name is None and not before.amounts and before.last + 1 == phrase.first
    if not bare or phrase.name is None or words[phrase.first].name != phrase.name:
        return False
    office = azerbaijani_noun(written_of(text, words[before.last]))
    person = facts.names[phrase.name].kind is NameKind.PERSON
    return person and office is not None and fold_word(office) in phrases("actors")


def _from(phrase: Phrase, first: int, start: int, text: str) -> Phrase:
    span = Span(start, phrase.span.end)
    return replace(phrase, first=first, span=span, text=span.of(text))


def _ends_in_being(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether "olan" stands right behind a phrase, which then describes what comes next: "üzvü olan Əsəd bəy"."""
    return phrase.last + 1 < len(words) and words[phrase.last + 1].folded == "olan"


def _is_joined_to(phrase: Phrase, gone: Phrase, words: Sequence[Word]) -> bool:
    """Whether a nominative is joined to what "olan" closed and so describes with it: "şair və müəllim olan Rza bəy"."""
    joined = phrase.last + 2 == gone.first and words[phrase.last + 1].folded in ("ve", ",")
    return joined and phrase.case == "nom" and phrase.name is None


def _behind_being(phrase: Phrase, words: Sequence[Word], text: str) -> Phrase:
    """A phrase without what "olan" closes inside it: "əsilli olan Rza bəy" is Rza bəy."""
    at = max((i for i in range(phrase.first, phrase.last) if words[i].folded == "olan"), default=None)
    if at is None:
        return phrase
    return _from(phrase, at + 1, words[at + 1].start, text)


def _with_rank(phrase: Phrase, before: Phrase | None, words: Sequence[Word], text: str) -> Phrase:
    """A phrase with the "ilk" or "son" between it and its possessor, which alone is an adverb: "jurnalın ilk sayı"."""
    at = phrase.first - 1
    if before is None or before.case != "gen" or before.last != at - 1 or words[at].folded not in ("ilk", "son"):
        return phrase
    return _from(phrase, at, words[at].start, text)


def _with_title(phrase: Phrase, words: Sequence[Word], text: str) -> Phrase:
    """A phrase that begins with "adlı" with the words in marks before it, which say how a thing is called."""
    at = phrase.first - 1
    if words[phrase.first].folded not in _CALLED or at < 0 or not words[at].quoted:
        return phrase
    return _from(phrase, at, words[at].start, text)


def _as_owned(phrase: Phrase, words: Sequence[Word]) -> Phrase:
    """A nominative in "-si" behind a vowel as possessed and no object: "bir hissəsi" (Qurbanov, as above)."""
    owned = phrase.case == "nom" and phrase.maybe_object and _ONLY_OWNED.search(words[phrase.last].folded)
    return replace(phrase, maybe_object=False) if owned else phrase


def _is_same_place(before: Phrase, phrase: Phrase, words: Sequence[Word], text: str) -> bool:
    """Whether a dash and a name stand behind a phrase in the same case, which says what the name is: "rayonuna -
    Zaqatalaya"."""
    near = before.case == phrase.case not in ("nom", "gen") and before.last + 1 == phrase.first
    between = text[words[before.last].end : words[phrase.first].start].strip()
    return near and phrase.name is not None and before.name is None and between in ("-", "–", "—")


def _is_side_of(before: Phrase, phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether "tərəfdən" stands alone behind a place, from whose side somebody comes: "Yevlax tərəfdən"."""
    alone = phrase.first == phrase.last == before.last + 1 and before.case == "nom"
    return alone and words[phrase.first].folded in ("terefden", "terefe")


def _is_self_of(before: Phrase, phrase: Phrase) -> bool:
    """Whether "özü" stands behind a genitive, whose own self then acts: "babamın özü"."""
    return before.case == "gen" and before.last == phrase.first - 1 and fold_word(phrase.text) in ("ozu", "kendisi")


def _is_marked(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a phrase stands between two marks: a title or a company's name."""
    opened = phrase.first > 0 and words[phrase.first - 1].folded == '"'
    return opened and phrase.last + 1 < len(words) and words[phrase.last + 1].folded == '"'


def _belongs(before: Phrase, phrase: Phrase, words: Sequence[Word], facts: Facts) -> bool:
    """Whether a bare noun right before a possessed one is the first of an izafet that was cut in two."""
    if phrase.name is not None or phrase.quoted or phrase.determined:
        return False
    head, last = words[phrase.first], words[phrase.last]
    owned = _OWNED.search(last.folded) is not None
    if before.case == "nom" and _is_marked(before, words) and phrase.first == before.last + 2:
        return head.name is None and (owned or head.folded in _CALLED)
    if phrase.first != before.last + 1:
        return False
    numbered = before.case == "nom" and words[before.last].folded in _NUMBERED
    return numbered or (owned and not phrase.amounts and _is_first_of(before, phrase, words, facts))


def _is_first_of(before: Phrase, phrase: Phrase, words: Sequence[Word], facts: Facts) -> bool:
    """Whether a phrase is a place, or one word that no dictionary has, and can own what is possessed behind it."""
    if before.name is None:
        return before.case in ("dat", "nom") and before.first == before.last and _is_unknown(words[before.last])
    place = facts.names[before.name].kind is NameKind.PLACE and words[before.last].name == before.name
    last = words[phrase.last].folded
    # "Bakı sakinlərini": several who are a town's are the object; of one the town may be who acts
    oblique = phrase.case in _OBLIQUE and (_OWNED_OBLIQUE.search(last) or _OF_SEVERAL.search(last)) is not None
    oblique = oblique or (
        phrase.case == "acc" and _OWNED_OBJECT.search(last) is not None and not _is_capital(before, facts)
    )
    return place and before.case == "nom" and oblique


def _is_capital(phrase: Phrase, facts: Facts) -> bool:
    """Whether a place is a state or its capital, which acts itself: "Moskva razılığını bildirdi"."""
    name = facts.names[phrase.name].name if phrase.name is not None else ""
    return fold_word(name) in _powers()


@cache
def _powers() -> frozenset[str]:
    rows = read_rows("tanik.facts", "capitals.csv")
    return frozenset(fold_word(row[column]) for row in rows for column in ("capital", "state"))


def _is_unknown(word: Word) -> bool:
    """Whether a word in small letters that ends in "-ə" is in no table and no dictionary as a dative."""
    if word.folded[-1:] not in "ae" or word.amount is not None or word.lower == "" or kindred_noun(word.folded):
        return False
    return not azerbaijani_readings(word.lower)


def _with_own_title(before: Phrase, title: Phrase, text: str) -> Phrase:
    """A person with the title behind him, whose case is that of both; with "-la" he is in company."""
    case = "com" if title.case == "ins" else title.case
    span = Span(before.span.start, title.span.end) if before.name is None else before.span
    return replace(before, last=title.last, case=case, span=span, text=span.of(text), maybe_object=False)


def _is_title_of(before: Phrase, phrase: Phrase, words: Sequence[Word], text: str, facts: Facts) -> bool:
    """Whether a phrase is only the title of the person named right before it: "Kamran | bəylə"."""
    alone = phrase.first == phrase.last == before.last + 1 and phrase.name is None and before.case == "nom"
    if not alone or fold_word(phrase.text) not in _TITLES:
        return False
    if before.name is None:
        return before.first == before.last and text[words[before.first].start].isupper()  # "Rza bəyə": in no table
    name = facts.names[before.name]
    return name.kind is NameKind.PERSON and len(name.text.split()) == 1


def _is_house_of(before: Phrase, phrase: Phrase, words: Sequence[Word], facts: Facts) -> bool:
    """Whether "qardaşları" stands right behind a surname, which it makes a house: "Nobel qardaşları" (GK 14.4)."""
    alone = phrase.first == phrase.last == before.last + 1 and words[phrase.first].folded.startswith(_HOUSES)
    if not alone or before.case != "nom" or before.name is None or before.first != before.last:
        return False
    return facts.names[before.name].kind is not NameKind.PLACE


def _is_chief(before: Phrase, phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether "baş" stands alone right before an office, of which it is the first word: "baş nazir Rza bəy"."""
    alone = before.first == before.last == phrase.first - 1 and before.case == "nom"
    return alone and words[before.first].folded == "bas" and words[phrase.first].amount is None


def _is_settled(before: Phrase, phrase: Phrase, words: Sequence[Word], facts: Facts, text: str) -> bool:
    """Whether a village or district stands right behind its own name, whatever the name's ending looks like.

    "Balaxanı kəndində", "Zabrat stansiyası yaxınlığındakı quyuda"; a man may burn a village ("Rza | kəndi").
    """
    near = before.first == before.last == phrase.first - 1 and _SETTLED.match(words[phrase.first].folded) is not None
    large = text[words[before.first].start].isupper() and words[before.first].amount is None
    near = near and not phrase.determined  # "öz", looked up as "kendi", is no "kənd"
    if not near or not large or before.quoted or phrase.name is not None:
        return False
    place = before.name is not None and facts.names[before.name].kind is NameKind.PLACE
    unread = before.name is None and before.case == "acc"
    within = phrase.first < phrase.last or phrase.case in ("dat", "loc", "abl", "gen")
    return (place and before.case == "nom") or (unread and within) or (before.name is None and phrase.case == "loc")


def _is_duration(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a phrase says for how long: "on il müddətinə", "üç ay ərzində" (Qurbanov, as above: zaman zərfliyi)."""
    return phrase.first < phrase.last and words[phrase.last].folded in _DURATIONS


def _is_done(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a phrase ends in a converb, with which it belongs to another deed ("təqsirli bilinərək"), or is one word
    that says as what something is then held."""
    if phrase.case != "nom" or phrase.name is not None:
        return False
    after = words[phrase.last + 1] if phrase.last + 1 < len(words) else None
    held = after is not None and phrase.first == phrase.last and phrase.text.islower() and not phrase.quoted
    return _is_converb(words[phrase.last]) or (held and after is not None and _is_converb(after, "Pass"))


def _is_converb(word: Word, mark: str = "AdvErek") -> bool:
    found = azerbaijani_readings(word.lower) if _DOING.search(word.folded) else ()
    return any({mark, "AdvErek"} <= set(one.marks) for one in found)


def _is_first_office(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a phrase is the first of two offices that somebody held: "məktəbin müdiri və cəmiyyətin sədri olub"."""
    at = phrase.last + 1
    if at >= len(words) or words[at].folded != "ve" or not _OWNED.search(words[phrase.last].folded):
        return False
    behind = words[at + 1 : at + 1 + _FAR]
    held = next((i for i, word in enumerate(behind) if _BEEN.match(word.folded)), 0)
    office = words[phrase.last].folded in _OFFICES
    return office and held > 0 and behind[held - 1].folded in _OFFICES


def _is_nobody(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a nominative is a word alone that says how, when or of what: "məhkəməsiz", "axşamüstü", "ibarət"."""
    if phrase.case == "nom" and phrase.name is None and _is_first_office(phrase, words):
        return True
    if phrase.last == 0 and words[0].folded in ("hayir", "heyr", "evet", "beli"):
        return True  # "Xeyr, gəlmədi"
    alone = phrase.case == "nom" and phrase.first == phrase.last and phrase.name is None and not phrase.quoted
    last = words[phrase.last].folded
    return alone and (_WITHOUT.search(last) is not None or last in _DAYTIME or last in _governing())
