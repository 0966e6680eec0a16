"""The postings on disk answer what plain arrays in memory answer, however they came there."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.errors import LibraryError
from tanik.library import merge, writer
from tanik.library.library import Library
from tanik.library.model import Document
from tanik.trace.memory import Memory
from tanik.trace.model import Witness
from tanik.trace.sketch import sketch

WORDS = ["vagon", "petrol", "liman", "telgraf", "heyet"]
texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
steps = st.lists(st.lists(st.tuples(st.integers(0, 7), texts), min_size=1, max_size=4), min_size=1, max_size=10)


def places(evidence, fingerprints):
    """Every hit by the document's id, in an order of its own."""
    hits = evidence.look_up(fingerprints)
    rows = zip(hits.asked.tolist(), hits.document.tolist(), hits.position.tolist(), strict=True)
    return sorted((asked, evidence.witness(document).id, position) for asked, document, position in rows)


def in_order(hits):
    rows = list(zip(hits.document.tolist(), hits.asked.tolist(), hits.position.tolist(), strict=True))
    return rows == sorted(rows)


@settings(max_examples=15, deadline=None)
@given(steps=steps, removed=st.sets(st.integers(0, 7), max_size=3), asked=texts, block=st.sampled_from([8, 1 << 20]))
def test_disk_answers_like_memory(steps, removed, asked, block):
    before, merge._BLOCK = merge._BLOCK, block
    try:
        held = {}
        with tempfile.TemporaryDirectory() as folder, Library.open(folder, create=True) as library:
            for step in steps:
                library.add(Document("c", str(name), text) for name, text in step)
                held.update({f"c:{name}": text for name, text in step})
            for name in removed & {int(key[2:]) for key in held}:
                library.remove(f"c:{name}")
                del held[f"c:{name}"]
            memory = Memory([Witness(key, text, "c") for key, text in held.items()])
            # Asked in any order, some twice, some unknown.
            once = sketch(asked).fingerprints
            fingerprints = np.concatenate([once[::-1], np.array([5], dtype=np.uint64), once])
            assert library.count(fingerprints).tolist() == memory.count(fingerprints).tolist()
            assert places(library, fingerprints) == places(memory, fingerprints)
            assert in_order(library.look_up(fingerprints))
            assert library.tokens == memory.tokens
            assert library.verify().clean
    finally:
        merge._BLOCK = before


def test_many_small_adds_leave_few_segments(tmp_path):
    with Library.open(tmp_path, create=True) as library:
        for index in range(40):
            library.add([Document("c", str(index), f"{index} vagon petrol limana geldi")])
        assert len(list((tmp_path / "postings").iterdir())) < 16
        assert library.count(sketch("vagon petrol").fingerprints).max() == 40
        assert library.verify().clean


def test_an_empty_library_answers(tmp_path):
    with Library.open(tmp_path, create=True) as library:
        fingerprints = sketch("vagon petrol limana geldi").fingerprints
        assert library.count(fingerprints).tolist() == [0] * len(fingerprints)
        assert len(library.look_up(fingerprints).asked) == 0
        assert len(library.look_up(np.empty(0, dtype=np.uint64)).asked) == 0
        assert library.tokens == 0


def test_batches_of_one_add_are_one_library(tmp_path, monkeypatch):
    monkeypatch.setattr(writer, "_MOST_POSTINGS", 50)
    documents = [Document("c", str(index), f"{index} vagon petrol limana geldi") for index in range(200)]
    with Library.open(tmp_path, create=True) as library:
        library.add(documents)
        assert [library.get(document.id) for document in documents] == documents
        assert library.count(sketch("vagon petrol").fingerprints).max() == 200
        assert len(list((tmp_path / "postings").iterdir())) == 1
        assert library.verify().clean


def test_another_sketch_is_told_and_made_anew(tmp_path, monkeypatch):
    folder = tmp_path / "library"
    with Library.open(folder, create=True) as library:
        library.add([Document("c", "1", "otuz vagon petrol limana geldi")])
    monkeypatch.setattr(writer, "SKETCH_VERSION", 99)
    fingerprints = sketch("vagon petrol").fingerprints
    with Library.open(folder) as library:
        assert len(library) == 1
        with pytest.raises(LibraryError, match=r"verify --repair"):
            library.look_up(fingerprints)
        with pytest.raises(LibraryError, match=r"verify --repair"):
            library.count(fingerprints)
        library.add([Document("c", "2", "vagon petrol geri gitti")])
        assert library.count(fingerprints).max() == 2
        assert library.verify().clean


def test_the_choice_of_what_to_merge_ends():
    sizes = dict.fromkeys(range(64), 100)
    merges = 0
    while chosen := merge.choose_merge(sizes):
        total = sum(sizes.pop(number) for number in chosen)
        sizes[1000 + merges] = total
        merges += 1
    assert merges <= 9
    assert sum(sizes.values()) == 6400


def test_wide_numbers_are_kept(tmp_path: Path):
    with Library.open(tmp_path, create=True) as library:
        library.add([Document("c", "long", "vagon " * 70_000 + "petrol liman telgraf")])
        last = library.look_up(sketch("petrol liman telgraf").fingerprints)
        assert last.position.max() == 70_002
