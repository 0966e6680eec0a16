"""Names as the trained model sees them, with what the tables know of each.

Comes in: lines with the candidates of tables and rules. Goes out: the candidates that stand. The model has seen those
candidates as signs of the words and says which of them to believe, where they end, and what they missed; the tables
give the one name behind a form; the page decides where a suffix begins.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from tanik.core.context import read_words
from tanik.core.fold import fold
from tanik.core.morph import is_common, is_known, split_suffix
from tanik.core.suffixes import read_ending
from tanik.facts.model import NameKind
from tanik.facts.names.choose import is_other_thing
from tanik.facts.names.edges import before_site, is_adverb, is_kin, is_kind_of_body, of_two, one_title
from tanik.facts.names.known import Candidate, stem_of
from tanik.facts.names.possessed import has_possessed_behind
from tanik.facts.names.signs import signs_of
from tanik.facts.names.stems import Evidence
from tanik.facts.names.tables import bare_circumflex, gazetteer, given_names, heads, key_of, peoples
from tanik.facts.names.weights import LABELS, UNASKED, Judge, Scores
from tanik.facts.names.words import Line, Word

__all__ = ["Reading", "judged"]

# A paragraph is judged in stretches that end with a sentence: enough for context, short enough for attention.
_ENOUGH: Final = 40
_MOST: Final = 90
_FEWEST: Final = 2
_YEAR: Final = 4  # digits
_BARRED: Final = -1e9
# What a proposal of tables and rules adds to its labels, and what a word without one adds to being no name, as
# logarithms: an orphan is better than a lookalike. A word that opens a sentence has a capital in any case, so it is
# asked how it reads there. Chosen on pages that are not counted as unseen (docs/names.md).
_TRUST: Final = 2.0
_DOUBT: Final = 1.0
_DOUBT_OPENING: Final = 2.0
_DOUBT_LOW: Final = 2.5
_DOUBT_COMMON: Final = 4.0


@dataclass(frozen=True, slots=True)
class Reading:
    """A line, what tables and rules found in it, and whether capitals tell nothing there."""

    line: Line
    candidates: list[Candidate]
    low: bool


def _follows() -> Scores:
    """0 where a label may follow another, else a bar: "inside" only behind a name of its kind."""
    bars = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    for after, label in enumerate(LABELS):
        for before, last in enumerate(LABELS):
            if label.startswith("I-") and last[2:] != label[2:]:
                bars[before, after] = _BARRED
    return bars


_FOLLOWS: Final = _follows()
_BARS: Final = frozenset((int(before), int(after)) for before, after in zip(*np.nonzero(_FOLLOWS), strict=True))


def _stretches(line: Line) -> Iterator[tuple[int, int]]:
    begin = 0
    for at, word in enumerate(line.words):
        long = at - begin
        if long >= _MOST or (long >= _ENOUGH and word.first and not word.tail):
            yield begin, at
            begin = at
    if begin < len(line.words):
        yield begin, len(line.words)


def best_labels(scores: Scores) -> list[int]:
    """The likeliest sequence of labels in which every "inside" has its beginning.

    >>> scores = np.full((2, len(LABELS)), -9.0, dtype=np.float32)
    >>> scores[0, LABELS.index("O")], scores[1, LABELS.index("I-place")] = -1, -1
    >>> scores[0, LABELS.index("B-place")] = -2
    >>> [LABELS[label] for label in best_labels(scores)]
    ['B-place', 'I-place']
    """
    likeliest: list[int] = scores.argmax(axis=1).tolist()
    if all((before, label) not in _BARS for before, label in itertools.pairwise([0, *likeliest])):
        return likeliest  # as in most stretches: what is best of each word is no orphan
    total = scores[0].copy()
    total[[label.startswith("I-") for label in LABELS]] = _BARRED
    back = np.zeros(scores.shape, dtype=np.int64)
    for at in range(1, len(scores)):
        ways = total[:, None] + _FOLLOWS
        back[at] = ways.argmax(axis=0)
        total = ways.max(axis=0) + scores[at]
    labels = [int(total.argmax())]
    for at in range(len(scores) - 1, 0, -1):
        labels.append(int(back[at, labels[-1]]))
    return labels[::-1]


def _spans(labels: Sequence[int], words: Sequence[int]) -> Iterator[tuple[int, int, NameKind]]:
    """Begin, end and kind of each name; `words` are the places of the labelled words in their line."""
    begin: int | None = None
    for at, label in enumerate([*labels, 0]):
        if begin is None and not label:
            continue
        name = LABELS[label]
        if begin is not None and not name.startswith("I-"):
            yield words[begin], words[at - 1] + 1, NameKind(LABELS[labels[begin]][2:])
            begin = None
        if name.startswith("B-"):
            begin = at


def judged(readings: Sequence[Reading], judge: Judge, evidence: Evidence, *, suffixes: bool) -> list[list[Candidate]]:
    """For each reading the names that stand; `suffixes` where the language has case endings."""
    asked = []
    for number, one in enumerate(readings):
        signs = signs_of(one.line, one.candidates, low=one.low)
        asked += [(number, one.line, begin, end, signs) for begin, end in _stretches(one.line)]
    found: list[list[Candidate]] = [[] for _ in readings]
    # peoples, languages and months have capitals in English, so that a capital says less of what is near a name
    judgements = judge.scores((one[1:] for one in asked), whole=not suffixes)
    for (number, line, begin, end, _), scores in zip(asked, judgements, strict=True):
        words = [at for at in range(begin, end) if not line.words[at].tail]
        if not words:
            continue
        labels = _decided(scores, readings[number], begin, words)
        for first, last, kind in _spans(labels, words):
            begins = _begun(readings[number], first, last)
            for low, high in _parts(readings[number], begins, last, kind):
                told = _settled(readings[number], low, high, kind)
                name = _candidate(readings[number], low, high, told, evidence if suffixes else None)
                if not any(speaks(line, name) for speaks in _REFUSING):
                    found[number].append(name)
    return found


def _parts(reading: Reading, begin: int, end: int, kind: NameKind) -> Iterator[tuple[int, int]]:
    """A name as the model told it, or the two men whom it took for one."""
    if kind is not NameKind.PERSON:
        yield begin, end
        return
    end = before_site(reading.line.words, begin, end)
    parted = of_two(reading.line, reading.candidates, begin, end)
    yield begin, one_title(reading.line.words, begin, parted)
    if parted < end:
        yield parted, end


def _begun(reading: Reading, begin: int, end: int) -> int:
    """Where a name begins: behind an article or the writer's kin ("Dedem Ali"), and behind a sentence's first word that
    is a year or no part of a name we have."""
    word = reading.line.words[begin]
    if end - begin < _FEWEST:
        return begin
    if word.folded == "the" or is_kin(word.text):
        return begin + 1
    shorter = next((one for one in reading.candidates if (one.begin, one.end) == (begin + 1, end)), None)
    if shorter is None or not word.first or word.folded in given_names():
        return begin
    if len(word.folded) == _YEAR and word.folded.isdigit():
        return begin + 1  # "1902 Mülkiye'yi bitirdi": the year of a chronology's line
    sited = shorter.rule == "head" and reading.line.words[begin + 1].folded in given_names() and is_common(word.text)
    known = sited or (shorter.rule == "gazetteer" and is_known(word.text))
    return begin + (known or bool(split_suffix(word.text).suffix))


def _settled(reading: Reading, begin: int, end: int, kind: NameKind) -> NameKind:
    """The kind of a name of one word that tables know as a place, where its place in the line speaks against the model.

    A town stands for what happened there only alone ("in Göyçay" against "the fight of Göyçay"); and where capitals
    tell nothing, a known town is no man of that name.
    """
    words = reading.line.words
    entry = gazetteer().get((words[begin].folded,)) if end - begin == 1 else None
    if entry is None or entry.kind is not NameKind.PLACE or words[begin].folded in given_names():
        return kind
    behind = words[end] if end < len(words) else None
    headed = behind is not None and behind.gap == " " and not behind.capital and behind.folded in heads("event")
    if (kind is NameKind.EVENT and headed) or (kind is NameKind.PERSON and reading.low):
        return NameKind.PLACE
    return kind


def _is_office(line: Line, name: Candidate) -> bool:
    """Whether the model took an office alone for a person: "Paşa okudu", "Reis sustu"."""
    if name.rule != "model" or name.kind not in (NameKind.PERSON, NameKind.EVENT):
        return False
    if _is_of_a_rank(line.words[name.end : name.end + _FEWEST]):
        return True
    stem = fold(line.words[name.begin].text[: name.stem])
    alone = name.end - name.begin == 1 and name.kind is NameKind.PERSON
    return alone and (stem in heads("person_before") or stem in heads("person_after")) and stem not in given_names()


def _is_of_a_rank(behind: Sequence[Word]) -> bool:
    """Whether what stands behind is a rank or post with a possessive and then its bearer: of "Topçu Mülâzımı İbrahim"
    the first word says what he is a lieutenant of (GK 14.4)."""
    if len(behind) < _FEWEST or any(word.gap != " " or not word.capital for word in behind):
        return False
    post = behind[0].folded
    return bool(({post.removesuffix("si"), post.removesuffix("su"), post[:-1]} - {post}) & heads("person_before"))


def _is_kind_alone(line: Line, name: Candidate) -> bool:
    """Whether the model took a body called by its kind alone for a name: "the Committee", as "Paşa" alone is none."""
    if name.rule != "model" or name.kind is not NameKind.ORGANISATION or name.end - name.begin > 1 or not name.begin:
        return False
    return line.words[name.begin - 1].folded == "the" and line.words[name.begin].folded in heads("organisation")


def _is_kin_or_adverb(line: Line, name: Candidate) -> bool:
    """Whether the writer's kin, a number, or an adverb and a body called by its kind ("Zaten Komite"), was taken for a
    name."""
    words = line.words[name.begin : name.end]
    if name.rule == "gazetteer" or len(words) > _FEWEST:
        return False
    if len(words) == 1:
        return name.rule == "model" and (is_kin(words[0].text) or words[0].folded.isdigit())
    opens = words[0].first or not words[0].capital
    return opens and is_adverb(words[0].text) and is_kind_of_body(words[1])


def _is_people(line: Line, name: Candidate) -> bool:
    """Whether the model took a people for a body: "Türk", which is everybody's, or a thing of that people's.

    A body's own name has capitals throughout in Turkish (TDK, Büyük Harflerin Kullanıldığı Yerler) and English, so that
    "a German firm", "Alman firması" are a kind and whose it is, as "the Committee" is a kind alone. Nor is a people a
    place where it stands bare before a small noun.
    """
    if name.rule != "model" or name.kind not in (NameKind.ORGANISATION, NameKind.PLACE):
        return False
    first, *rest = line.words[name.begin : name.end]
    if name.kind is NameKind.PLACE:
        behind = line.words[name.end] if name.end < len(line.words) else None
        bare = behind is not None and behind.gap == " " and not behind.capital
        return bare and first.capital and not rest and first.folded in peoples()
    if rest:
        return first.capital and first.folded in peoples() and not any(word.capital for word in rest)
    return first.folded in peoples() or fold(first.text[: name.stem]) in peoples()


def _is_broken(line: Line, name: Candidate) -> bool:
    """Whether the model's name ends where a lost letter broke a word in two ("Vek?leti"): what follows is no suffix."""
    behind = line.words[name.end] if name.end < len(line.words) else None
    broken = behind is not None and behind.gap == "?" and behind.tail and read_ending(behind.text) is None
    return broken and name.rule == "model"


def _decided(scores: Scores, reading: Reading, begin: int, words: Sequence[int]) -> list[int]:
    """The best labels of `words` by the scores of a stretch that begins at word `begin`.

    What speaks against a name is asked only of words that are taken for one, until none is left: a sequence that was
    the best remains it when a word that is no name in it becomes a less likely one.
    """
    weighed = _proposed(scores, reading, begin)
    settled = {at for one in reading.candidates for at in range(one.begin, one.end)}
    labels = [0] * len(words)
    told_of = (scores[:, 1] > UNASKED).tolist()
    asked = [told_of[at - begin] for at in words]
    # a word that was not asked about is no name and parts what stands before and behind it
    for told, run in itertools.groupby(range(len(words)), key=asked.__getitem__):
        if told:
            places = list(run)
            near = words[places[0] : places[-1] + 1]
            labels[places[0] : places[-1] + 1] = _doubted(weighed[near[0] - begin :], reading, near, settled)
    return labels


def _doubted(weighed: Scores, reading: Reading, words: Sequence[int], settled: set[int]) -> list[int]:
    """The best labels of `words`, the first of which is the first of `weighed`, all doubts about them heard."""
    begin = words[0]
    rows = [at - begin for at in words]
    while True:
        labels = best_labels(weighed[rows])
        taken = [at for at, label in zip(words, labels, strict=True) if label and at not in settled]
        if not taken:
            return labels
        for at in taken:
            _add_doubt(weighed[at - begin], reading, at)
        settled.update(taken)


def _proposed(scores: Scores, reading: Reading, begin: int) -> Scores:
    """The scores of words from `begin` on, with what the proposals of tables and rules add to them."""
    weighed = scores.copy()
    for one in reading.candidates:
        for at in range(max(one.begin, begin), min(one.end, begin + len(scores))):
            weighed[at - begin, LABELS.index(f"{'B' if one.begin == at else 'I'}-{one.kind}")] += _TRUST
    return weighed


def _add_doubt(scores: Scores, reading: Reading, at: int) -> None:
    """Add to the scores of one word what speaks against a name that tables and rules did not propose."""
    scores[0] += _doubt(reading, at)
    if _is_nothing_known(reading, at):
        scores[LABELS.index("B-event")] -= _DOUBT_COMMON


def _is_nothing_known(reading: Reading, at: int) -> bool:
    """Whether a word stands alone and nobody knows it: an event's short name is a known place or a common word."""
    words = reading.line.words
    behind = words[at + 1] if at + 1 < len(words) else None
    alone = (
        behind is None
        or behind.tail
        or not (behind.capital or behind.folded == "of" or behind.folded in heads("event"))
    )
    word = words[at]
    known = is_known(word.text) or (word.folded,) in gazetteer() or stem_of(bare_circumflex(word.text)) is not None
    return alone and word.capital and word.text.isalpha() and not known


def _doubt(reading: Reading, at: int) -> float:
    """How much speaks against a name that tables and rules did not propose."""
    word = reading.line.words[at]
    if not word.capital:
        return _DOUBT_LOW if reading.low else _DOUBT_COMMON
    if word.first:
        return _DOUBT_OPENING if _opens_as_name(reading.line, at) else _DOUBT_COMMON
    return _DOUBT_COMMON if is_common(word.text) else _DOUBT


def _opens_as_name(line: Line, at: int) -> bool:
    """Whether the first word of a sentence, read beside the words behind it, is a proper name."""
    behind = itertools.takewhile(lambda word: not word.first, line.words[at + 1 : at + _ENOUGH])
    # words are read from left to right, each beside the next: those further behind say nothing of the first
    next_to = itertools.islice((word.text for word in behind if not word.tail), 1)
    return read_words([line.words[at].text, *next_to])[0].proper


def _candidate(reading: Reading, begin: int, end: int, kind: NameKind, evidence: Evidence | None) -> Candidate:
    """The name of these words: as tables and rules have it where they agree, else with the page's evidence."""
    words = reading.line.words
    for one in reading.candidates:
        if (one.begin, one.end, one.kind) == (begin, end, kind):
            return one
    last = words[end - 1]
    tailed = end < len(words) and words[end].tail
    stem = len(last.text)
    if not tailed and evidence is not None:
        owns = has_possessed_behind(words, end - 1)
        stem = evidence.stem(last, kind, alone=end - begin == 1, owns=owns)
    form = " ".join([*(word.text for word in words[begin : end - 1]), last.text[:stem]])
    entry = gazetteer().get(key_of(form))
    name = entry.name if entry is not None and entry.kind is kind else None
    for one in reading.candidates:
        # words before a known name of several words ("Doktor", a misjudged neighbour) do not make it another's
        if name is None and (one.end, one.kind) == (end, kind) and begin < one.begin < end - 1:
            name = one.name
    return Candidate(begin, end, stem, kind, name, "model")


_REFUSING: Final = (is_other_thing, _is_office, _is_kind_alone, _is_kin_or_adverb, _is_people, _is_broken)
