"""What holds for every passage and every library: words that stand there are found, whatever stands beside them.

The library is made of invented words, some as frequent as a language's function words, some that stand in it once.
"""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.trace.memory import Memory
from tanik.trace.model import Status, Trace, Witness
from tanik.trace.run import Documents, find_passages, run

_RNG = random.Random(11)
_UPPER = str.maketrans("iı", "İI")


def _word(rng: random.Random, consonants: str) -> str:
    return "".join(rng.choice(consonants) + rng.choice("aeıioöuü") for _ in range(rng.randrange(2, 5)))


_COMMON = [_word(_RNG, "bçdgklmnprsşty") for _ in range(600)]
_OTHER = [_word(_RNG, "fhjvz") for _ in range(400)]


def _text(rng: random.Random, words: list[str], size: int) -> str:
    """Words by chance, the earlier ones of the list more often; a sentence every dozen words or so."""
    drawn = [words[int(len(words) * rng.random() ** 3)] for _ in range(size)]
    return " ".join(word + "." if rng.random() < 0.08 else word for word in drawn) + "."


_DOCUMENTS = [Witness(f"a:{number}", _text(_RNG, _COMMON, 150), "a") for number in range(25)]
_UNRELATED = [Witness(f"b:{number}", _text(_RNG, _OTHER, 150), "b") for number in range(25)]
_MEMORY = Documents(Memory(_DOCUMENTS))
_GROWN = Documents(Memory([*_UNRELATED[:10], *_DOCUMENTS, *_UNRELATED[10:]]))

_DOCUMENT = st.integers(0, len(_DOCUMENTS) - 1)
_START = st.integers(0, 120)
_SIZE = st.integers(8, 30)


def _stretch(document: int, start: int, size: int) -> list[str]:
    return _DOCUMENTS[document].text.split()[start : start + size]


def _changed(words: list[str], rng: random.Random) -> list[str]:
    """The words with one of them changed, left out or put in."""
    at, kind = rng.randrange(1, len(words) - 1), rng.randrange(3)
    return [*words[:at], *(["kömürcüye"] if kind else []), *words[at + (kind < 2) :]]


def _told(trace: Trace) -> list[tuple[object, ...]]:
    """A trace without what hangs on white space and on the size of the library."""
    return [
        (m.document, m.status, m.witness, [(d.kind, d.rule, d.changes_meaning, d.witness_text) for d in m.differences])
        for m in trace.matches
    ]


@settings(max_examples=100, deadline=None)
@given(document=_DOCUMENT, start=_START, size=_SIZE)
def test_words_that_stand_there_are_found_and_verbatim(document: int, start: int, size: int) -> None:
    trace = run(" ".join(_stretch(document, start, size)), _MEMORY)
    assert trace.status is Status.VERBATIM
    assert trace.matches[0].document == f"a:{document}"
    assert trace.matches[0].differences == ()


@settings(max_examples=100, deadline=None)
@given(document=_DOCUMENT, start=_START, size=_SIZE, rng=st.randoms(use_true_random=False), changed=st.booleans())
def test_documents_of_other_words_change_nothing(
    document: int, start: int, size: int, rng: random.Random, *, changed: bool
) -> None:
    words = _stretch(document, start, size)
    text = " ".join(_changed(words, rng) if changed else words)
    small, large = run(text, _MEMORY), run(text, _GROWN)
    assert (small.status, _told(small)) == (large.status, _told(large))


@settings(max_examples=60, deadline=None)
@given(size=_SIZE, rng=st.randoms(use_true_random=False))
def test_a_text_of_other_words_is_absent(size: int, rng: random.Random) -> None:
    assert run(_text(rng, _OTHER, size), _MEMORY).status is Status.ABSENT


@settings(max_examples=100, deadline=None)
@given(document=_DOCUMENT, start=_START, size=_SIZE, rng=st.randoms(use_true_random=False))
def test_white_space_and_marks_around_change_nothing(document: int, start: int, size: int, rng: random.Random) -> None:
    words = _changed(_stretch(document, start, size), rng)
    plain = run(" ".join(words), _MEMORY)
    spaces = [rng.choice([" ", "  ", "\n", "\r\n", "\t", "\u00a0", " \n "]) for _ in words]
    spaced = run("".join(word + space for word, space in zip(words, spaces, strict=True)), _MEMORY)
    quoted = run(f"“{' '.join(words)}”", _MEMORY)
    assert plain.status == spaced.status == quoted.status
    assert _told(plain) == _told(spaced) == _told(quoted)


@settings(max_examples=100, deadline=None)
@given(document=_DOCUMENT, start=_START, size=_SIZE, rng=st.randoms(use_true_random=False))
def test_case_punctuation_and_line_ends_inside_words_are_no_difference(
    document: int, start: int, size: int, rng: random.Random
) -> None:
    words = _stretch(document, start, size)
    whole = " ".join(words)
    broken = " ".join(f"{word[:3]}-\n{word[3:]}" if len(word) > 6 and word.isalpha() else word for word in words)
    soft = " ".join(f"{word[:2]}\u00ad{word[2:]}" if rng.random() < 0.3 else word for word in words)
    for text in (whole.translate(_UPPER).upper(), re.sub(r"[.]", "", whole), whole.replace(" ", ", "), broken, soft):
        trace = run(text, _MEMORY)
        assert trace.status in (Status.VERBATIM, Status.VARIANT)
        assert trace.matches[0].document == f"a:{document}"
        assert not any(d.changes_meaning for d in trace.matches[0].differences)
    assert run(whole.translate(_UPPER).upper(), _MEMORY).status is Status.VERBATIM


@settings(max_examples=40, deadline=None)
@given(document=_DOCUMENT, start=_START, size=_SIZE, rng=st.randoms(use_true_random=False))
def test_the_order_of_the_documents_changes_nothing(document: int, start: int, size: int, rng: random.Random) -> None:
    text = " ".join(_changed(_stretch(document, start, size), rng))
    shuffled = list(_DOCUMENTS)
    rng.shuffle(shuffled)
    here, there = run(text, _MEMORY), run(text, Memory(shuffled))
    assert (here.status, here.matches) == (there.status, there.matches)


@settings(max_examples=60, deadline=None)
@given(document=_DOCUMENT, start=st.integers(0, 110), size=st.integers(14, 40), seed=st.integers(0, 999))
def test_an_unmarked_stretch_of_a_page_is_found_at_its_place(document: int, start: int, size: int, seed: int) -> None:
    rng = random.Random(seed)
    copied = " ".join(_stretch(document, start, size))
    page = f"{_text(rng, _OTHER, 200)} {copied} {_text(rng, _OTHER, 200)}"
    ((span, trace),) = find_passages(page, _MEMORY)
    place = page.index(copied)
    assert place <= span.start < span.end <= place + len(copied)
    assert len(span) > 0.8 * len(copied)
    assert trace.matches[0].document == f"a:{document}"
    assert trace.status is Status.VERBATIM


def test_any_stretch_of_a_speech_is_found_and_verbatim(speeches: Memory) -> None:
    """Eight words or more of the real library, one of them at least a rare one: none may be missed."""
    memory, rng = Documents(speeches), random.Random(23)
    missed = []
    for _ in range(250):
        text = speeches.witness(rng.randrange(speeches.searched.documents)).text
        words = list(re.finditer(r"\S+", text))
        size = rng.choice((8, 10, 14, 25, 60, 120))
        if len(words) <= size:
            continue
        start = rng.randrange(len(words) - size)
        passage = text[words[start].start() : words[start + size - 1].end()]
        if sum(len(word) > 5 for word in re.findall(r"[^\W\d_]+", passage)) < 3:
            continue  # tables of figures, lists of initials
        trace = run(passage, memory)
        if trace.status is not Status.VERBATIM:
            missed.append((trace.status, size, start))
    assert not missed


@pytest.mark.parametrize("text", ["", " ", "…", "12", "a", "ve"])
def test_what_says_nothing_is_absent(text: str) -> None:
    assert run(text, _MEMORY).status is Status.ABSENT
