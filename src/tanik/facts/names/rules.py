"""Names that stand in no table: found by capitals, titles, the words that make a name, and given names.

Comes in: one line of words. Goes out: candidates. A run of capital words is read from its end: "Bey" makes a person,
"Muharebesi" an event, "Vekâleti" an organisation, "Köyü" a place; a title before it or a given name at its front
makes a person. A lone unknown word is taken only when its case speaks for a place.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import Case, is_common, readings, split_suffix
from tanik.facts.citations.tables import is_newspaper
from tanik.facts.model import NameKind
from tanik.facts.names.edges import ends_in_origin, ends_in_plain, is_adverb, is_womans, one_title, past_person
from tanik.facts.names.known import Candidate, stem_of
from tanik.facts.names.numbered import is_ruler, numbered_names
from tanik.facts.names.possessed import SHORT, done_by, has_possessed_behind
from tanik.facts.names.tables import bare_circumflex, gazetteer, given_names, heads, peoples
from tanik.facts.names.words import Line, Word

__all__ = ["ruled_names", "sure_places"]

_HEADS: Final = ("person_after", "organisation", "event", "place")
_ORDINALS: Final = frozenset({"birinci", "ikinci", "ucuncu", "dorduncu", "i", "ii", "iii"})
_LONGEST_RUN: Final = 6
_LOW_HONORIFICS: Final = frozenset({"pasa", "bey", "hanim", "efendi", "han", "agha", "aga", "hoca", "bej"})
_THAT_IS: Final = "yani"  # a conjunction, and a given name
_SELF: Final = "kendi"  # written like the Azerbaijani village, but for one letter
_LINKS: Final = frozenset({"ve", "i", "u", "yi", "von", "de", "fon", "of", "the", "van"})


def _head_kind(word: Word, *, tailed: bool) -> tuple[str, int] | None:
    """The kind that a head word makes (``organisation`` …) and how many of its letters are the stem."""
    for kind in _HEADS:
        if word.folded in heads(kind):
            return kind, len(word.text)
    return None if tailed else _inflected_head(word.text)


@lru_cache(maxsize=1 << 13)
def _inflected_head(word: str) -> tuple[str, int] | None:
    """The same of a word with a case: the rules ask for one word's again and again."""
    for form in (split_suffix(word), split_suffix(word, known=lambda stem: fold(stem) in _all_heads())):
        for kind in _HEADS:
            if form.suffix and fold(form.stem) in heads(kind):
                return kind, len(form.stem)
    return ("organisation", by) if (by := done_by(word)) and fold(word[:by]) in heads("organisation") else None


@cache
def _all_heads() -> frozenset[str]:
    return heads("person_after") | heads("organisation") | heads("event") | heads("place")


class _Run:
    """A stretch of capital words of one line, `begin` to `end`."""

    def __init__(self, line: Line, begin: int, end: int) -> None:
        self.words = line.words
        self.begin, self.end = begin, end

    def follows(self, at: int) -> Word | None:
        return self.words[at + 1] if at + 1 < len(self.words) else None

    def tailed(self, at: int) -> bool:
        after = self.follows(at)
        return after is not None and after.tail


def _is_name_word(word: Word) -> bool:
    return word.capital and word.text.isalpha() and not word.tail and word.folded not in heads("calendar")


def _runs(line: Line) -> Iterator[_Run]:
    """Maximal stretches of capital words; a suffixed word ends one, an opening word that is common begins none."""
    at, words = 0, line.words
    while at < len(words):
        if not _is_name_word(words[at]) or (words[at].gap != " " and at and is_ruler(words[at - 1], words[at])):
            at += 1
            continue
        begin = at
        at += 1
        while at < len(words) and at - begin < _LONGEST_RUN and _goes_on(words, at):
            at += 1
        while at - begin > 1 and not words[at - 1].capital:
            at -= 1
        linked = words[begin + 1].folded == "ve" if begin + 1 < at else False
        opener = words[begin].first and at - begin > 1 and not linked
        if opener and (_is_opener(words, begin, at) or _given_behind(words, begin, at)):
            begin += 1
        if not words[begin].capital:
            continue
        yield _Run(line, begin, at)


def _given_behind(words: tuple[Word, ...], begin: int, end: int) -> bool:
    """Whether the name begins with the second word: a given name behind a word that is none ("Haklısınız Ali Bey")."""
    first, second = words[begin], words[begin + 1]
    own = first.folded in given_names() or len(first.text) == 1 or first.folded in heads("person_before")
    entry = gazetteer().get((first.folded,))
    return not own and entry is None and end - begin > 2 and second.folded in given_names() and second.gap == " "


def _goes_on(words: tuple[Word, ...], at: int) -> bool:
    word, before = words[at], words[at - 1]
    if word.gap == "." and len(before.text) == 1:
        return _is_name_word(word)  # "F.X.Hoyski"
    if word.tail or word.gap not in (" ", "-", "–", ". "):
        return False
    if word.gap == ". " and len(before.text) > 1 and before.folded not in heads("person_before"):
        return False
    if _is_name_word(word):
        return not _is_inflected(before)
    link = word.folded in _LINKS and at + 1 < len(words) and words[at + 1].capital and words[at + 1].gap in " -"
    return link and (word.folded != "ve" or _ends_in_head(words, at))


def _is_inflected(word: Word) -> bool:
    """Whether a word ends in a case of more than one letter, so that the next one begins another name."""
    form = split_suffix(word.text)
    outer = form.case in (Case.GENITIVE, Case.LOCATIVE, Case.ABLATIVE, Case.DATIVE)
    return outer and len(form.suffix) > 1 and word.folded not in given_names() and not word.text.isupper()


def _ends_in_head(words: tuple[Word, ...], at: int) -> bool:
    """Whether "X ve Y …" is one name: a word that makes an organisation ends it."""
    last = at + 1
    while last + 1 < len(words) and words[last + 1].capital and words[last + 1].gap == " ":
        last += 1
    return last > at + 1 and words[last].folded in heads("organisation")


def _is_called(word: Word) -> bool:
    """Whether a word is somebody's name by itself."""
    entry = gazetteer().get((word.folded,))
    return word.folded in given_names() or (entry is not None and entry.kind is NameKind.PERSON)


def _is_opener(words: tuple[Word, ...], begin: int, end: int) -> bool:
    """Whether a capital word at a sentence's head is likely no part of the name behind it."""
    word = words[begin]
    if word.folded == _THAT_IS and begin + 1 < end and _is_called(words[begin + 1]):
        return True  # "Yani Rıza Bey gitti", but "Yani Efendi"
    if word.folded in given_names() or len(word.text) == 1:
        return False
    known = readings(word.text)
    if any(reading.proper and reading.bare for reading in known):
        return False
    noun = bool(known) and all(reading.part == "Noun" for reading in known) and any(reading.bare for reading in known)
    headed = words[end - 1].folded in _all_heads() and words[begin + 1].folded not in given_names()
    if noun and headed and words[begin + 1 : begin + 2] and (words[begin + 1].folded,) not in gazetteer():
        return False
    return bool(known) or word.folded in peoples()


def ruled_names(line: Line, *, foreign: bool) -> Iterator[Candidate]:
    """Names in a line by rule; `foreign` for languages whose common words no dictionary here knows."""
    yield from numbered_names(line)
    for run in _runs(line):
        found = _of_run(run, line)
        if found is not None:
            yield found
        elif not (line.shout or line.heading or foreign):
            lone = _said_what(run) or _lone_place(run)
            if lone is not None:
                yield lone
    yield from _small_titles(line)
    yield from _small_events(line)


def _of_run(run: _Run, line: Line) -> Candidate | None:
    begin = run.begin
    titled = begin > 0 and _is_title(run.words[begin - 1]) and run.words[begin].gap in (" ", ". ")
    while begin < run.end - 1 and _is_title(run.words[begin]):
        begin, titled = begin + 1, True
    headed = _headed(run, begin, line)
    if headed is not None:
        return headed
    return _person(run, begin, line, titled=titled)


def _is_title(word: Word) -> bool:
    titles = heads("person_before")
    form = word.folded
    if form in titles or len(form) <= 4:
        return form in titles
    return form[:-1] in titles or form.removesuffix("su") in titles or form.removesuffix("si") in titles


def _headed(run: _Run, begin: int, line: Line) -> Candidate | None:
    """A run whose last words make it a person, organisation, event or place."""
    limit = min(run.end + 1, len(run.words))
    for at in range(limit - 1, begin, -1):
        word = run.words[at]
        low = at == run.end and not (word.folded in _LOW_HONORIFICS and word.gap == " ")
        found = None if word.tail or low else _head_kind(word, tailed=run.tailed(at))
        if found is None:
            continue
        kind, stem = found
        if kind == "person_after":
            start = max([begin, *(i + 1 for i in range(begin, at) if _is_title(run.words[i]) and i + 1 < at)])
            if all(_is_title(run.words[i]) for i in range(start, at)) and run.words[start].folded not in given_names():
                continue
            inside = [run.words[i] for i in range(start, at)]
            if at - start > 3 or any(_known_place(word) or _head_kind(word, tailed=True) for word in inside):
                continue
            if line.shout and run.words[start].folded not in given_names():
                continue
            if at - start == 1 and run.words[start].folded in peoples():
                continue
            if fold(word.text[:stem]) not in _LOW_HONORIFICS and stem < len(word.text) and _are_common(inside):
                continue  # "Liman Reisi" is a post, "Piri Reis" a man
            if one_title(run.words, start, at + 1) <= at:
                continue  # "Rıza Bey Ağa'ya": the next title is somebody else's
            return Candidate(start, at + 1, stem, NameKind.PERSON, None, "honorific")
        opener = run.words[begin]
        if line.shout or (
            at == begin + 1 and (opener.folded in peoples() or (opener.first and is_adverb(opener.text)))
        ):
            return None
        return Candidate(past_person(run.words, begin, at), at + 1, stem, NameKind(kind), None, "head")
    return None


def _are_common(words: list[Word]) -> bool:
    return all(is_common(one.text) and one.folded not in given_names() for one in words)


def _known_place(word: Word) -> bool:
    entry = gazetteer().get((word.folded,))
    if entry is None:
        found = stem_of(bare_circumflex(word.text))
        entry = found[0] if found else None
    return entry is not None and entry.kind is NameKind.PLACE and word.folded not in given_names()


def _known_person(word: Word) -> bool:
    entry = gazetteer().get((word.folded,))
    return entry is not None and entry.kind is NameKind.PERSON


def _person(run: _Run, begin: int, line: Line, *, titled: bool) -> Candidate | None:
    """A run that a title or a given name makes a person."""
    for at in range(begin, run.end - 1):
        title = _is_title(run.words[at]) and run.words[at].folded not in given_names()
        if title or (not run.words[at].first and _is_post_before(run.words[at], run.words[at + 1])):
            begin, titled = at + 1, True
    if begin >= run.end or run.words[begin].folded in peoples():
        return None
    end = min(run.end, begin + 3)
    for at in range(begin, end):
        if at > begin + (not _known_person(run.words[begin])) and _known_place(run.words[at]):
            end = at
            break
        if run.tailed(at):
            end = at + 1
            break
    last = run.words[end - 1]
    stem = _person_stem(run, end - 1)
    given = run.words[begin].folded in given_names() or len(run.words[begin].text) == 1
    several = end - begin > 1 and given and not (line.shout and is_common(last.text))
    plain = end - begin == 1 and (titled or _is_given_alone(last, stem, run.tailed(end - 1)))
    if not several and not plain and not (titled and end - begin > 1):
        return None
    if line.shout and not several:
        return None
    if plain and (fold(stem) in _all_heads() or _is_title(last) or (is_common(stem) and not given)):
        return None
    sure = given or (titled and end - begin > 1)
    if any(_known_place(run.words[at]) for at in range(begin, end)) and not sure:
        return None
    return Candidate(begin, end, len(stem), NameKind.PERSON, None, "titled" if titled else "given-name")


def _is_post_before(word: Word, name: Word) -> bool:
    """Whether a noun with its possessive stands before a given name: ``Medya Ombudsmanı | Faruk`` (GK 14.4)."""
    if name.folded not in given_names() or is_common(name.text) or word.folded in given_names() or _known_place(word):
        return False
    known = readings(word.text)
    possessed = any(one.possessive and not one.abbreviation for one in known)
    return possessed or (not known and word.folded.endswith(("i", "u")))


def _person_stem(run: _Run, at: int) -> str:
    """The last word of a person's name without its suffix; a genitive is one only where something is owned."""
    word = run.words[at]
    form = split_suffix(word.text)
    doubtful = form.case is Case.GENITIVE and len(form.stem) <= SHORT
    kept = at > run.begin and (is_womans(run.words[at - 1], word) or ends_in_origin(word.text))
    owned = doubtful and not has_possessed_behind(run.words, at)
    # "Rahmiye" is a woman's name, "Necmiye" no dative; and who is told of is seldom a place to be in
    kept = kept or word.folded.endswith("iye") or form.case is Case.LOCATIVE
    return word.text if run.tailed(at) or kept or ends_in_plain(word.text) or owned else form.stem


def _is_given_alone(word: Word, stem: str, tailed: bool) -> bool:
    """A given name that stands alone: inside a sentence or before an apostrophe, and no common word."""
    return fold(stem) in given_names() and not is_common(stem) and (tailed or not word.first)


def _lone_place(run: _Run) -> Candidate | None:
    """One unknown capital word whose case says where or whence."""
    if run.end - run.begin != 1:
        return None
    word, after = run.words[run.begin], run.follows(run.begin)
    tailed = after is not None and after.tail
    form = split_suffix(f"{word.text}'{after.text}" if after is not None and after.tail else word.text)
    said = form.case is Case.DATIVE and tailed and _says_behind(run)
    local = form.case in (Case.LOCATIVE, Case.ABLATIVE) or (form.case is Case.DATIVE and tailed)
    stem = word.text if tailed else form.stem
    known = is_common(stem) or is_common(word.text)
    if not local or known or len(stem) < 4 or word.text.isupper() or (word.first and not tailed):
        return None
    if any(fold(stem) in held for held in (peoples(), given_names(), _all_heads())) or is_newspaper(stem):
        return None
    if said:
        return Candidate(run.begin, run.end, len(stem), NameKind.PERSON, None, "according-to")
    return Candidate(run.begin, run.end, len(stem), NameKind.PLACE, None, "local-case")


def _said_what(run: _Run) -> Candidate | None:
    """``Cherbourg limanı``, ``Ceyhan halkı``, ``Simeryol şirketi``: the small word behind says what one word names."""
    if run.end - run.begin != 1 or run.end >= len(run.words) or run.words[run.end].tail:
        return None
    word, behind = run.words[run.begin], run.words[run.end]
    if behind.capital or behind.gap != " " or len(word.text) < 3 or word.text.isupper():
        return None
    if word.folded in peoples() or _is_title(word) or fold(word.text) in _all_heads():
        return None
    known = readings(word.text)
    proper = [reading.proper for reading in known]
    if not (all(proper) if word.first else any(proper) or not known):
        return None
    told = next((kind for kind in ("place_said", "organisation_said") if _stem_among(behind, kind)), None)
    if told is None:
        return None
    kind = NameKind.PLACE if told == "place_said" else NameKind.ORGANISATION
    return Candidate(run.begin, run.end, len(word.text), kind, None, "said-what")


@cache
def sure_places() -> frozenset[str]:
    """The places of one folded word that are nothing else."""
    sure = (key[0] for key, one in gazetteer().items() if len(key) == 1 and one.kind is NameKind.PLACE and not one.care)
    return frozenset(sure) - peoples()


def _small_events(line: Line) -> Iterator[Candidate]:
    """``Kars antlaşması``, ``Sakarya savaşında``: what happened is named by a place and a small word behind it."""
    makers, places = heads("event_small"), sure_places()
    for at, (place, head) in enumerate(itertools.pairwise(line.words)):
        if place.folded not in places or place.tail or head.tail or head.capital or head.gap != " ":
            continue
        begin = at - 1 if at > 0 and _belongs(line.words[at - 1], place) else at
        for stem in (head.text, split_suffix(head.text, known=lambda stem: fold(stem) in makers).stem):
            if fold(stem) in makers:
                yield Candidate(begin, at + 2, len(stem), NameKind.EVENT, None, "small-head")
                break


def _belongs(before: Word, place: Word) -> bool:
    """Whether a word before the place is part of the event's name: "Kütahya-Eskişehir", "İkinci İnönü"."""
    return before.folded in _ORDINALS or (before.capital and place.gap in ("-", "–"))


def _stem_among(word: Word, kind: str) -> bool:
    """Whether a word is one of the heads of a kind; Turkish "kendi" is "self" and no Azerbaijani "kənd"."""
    if word.text.startswith(_SELF):
        return False
    return word.folded in heads(kind) or fold(split_suffix(word.text).stem) in heads(kind)


def _says_behind(run: _Run) -> bool:
    """``Akşin'e göre``: who is relied on is a person."""
    behind = run.words[run.end + 1] if run.end + 1 < len(run.words) else None
    return behind is not None and behind.folded in ("gore", "kalirsa", "sorarsaniz")


def _small_titles(line: Line) -> Iterator[Candidate]:
    """``ali bey`` in text without capitals: a given name with an honorific behind it."""
    given = given_names()
    for at, (word, title) in enumerate(itertools.pairwise(line.words)):
        if word.folded not in given or word.capital or title.gap != " ":
            continue
        if title.folded in _LOW_HONORIFICS or title.folded in ("bacı", "baci", "usta"):
            begin = at
            while begin > 0 and _is_small_given(line.words[begin - 1]) and line.words[begin].gap == " ":
                begin -= 1  # "hüseyin hüsnü paşa"
            yield Candidate(begin, at + 2, len(title.text), NameKind.PERSON, None, "small-honorific")


def _is_small_given(word: Word) -> bool:
    return not word.capital and not word.tail and word.folded in given_names() and not is_common(word.text)
