"""The trained model of names: it is whole, says the same every time, and finds what the held-out sentences ask for."""

from __future__ import annotations

import importlib.util
import itertools
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.span import Span
from tanik.errors import DamagedWeights
from tanik.examine import How, Input, examine_input
from tanik.facts.names import judged, weights
from tanik.facts.names.asked import asked_about, read_for
from tanik.facts.names.choose import chosen
from tanik.facts.names.find import find_names
from tanik.facts.names.judged import Reading, best_labels
from tanik.facts.names.pieces import OPENING, Cutter
from tanik.facts.names.signs import SIGNS, signs_of
from tanik.facts.names.stems import evidence_of
from tanik.facts.names.weights import LABELS, judge
from tanik.facts.names.words import Line, Word, lines_of
from tanik.page.model import Page, Segment, SegmentKind, Source

_ROOT = Path(__file__).resolve().parents[2]
_TRAINING = _ROOT / "training" / "names"


# Language, whether without the model, F1 that must be reached; they only rise.
_FLOORS = (("tr", False, 0.92), ("az", False, 0.94), ("en", False, 0.93), ("tr", True, 0.86), ("az", True, 0.9))
_PAGES = (("unseen", 0.915), ("fresh", 0.925), ("later", 0.93))


def _page(text: str, language: str = "tr") -> Page:
    segment = Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "test")
    return Page("p", Source("0", "text/plain"), text, (segment,), language=language)


def _found(text: str, language: str = "tr", *, fast: bool = False) -> list[tuple[str, str]]:
    return [(name.text, str(name.kind)) for name in find_names(_page(text, language), fast=fast)]


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, _TRAINING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("language", "fast", "floor"), _FLOORS)
def test_held_out_sentences(language: str, fast: bool, floor: float) -> None:
    labelled, score = _module("labelled"), _module("score")
    held = [one for one in labelled.read(_TRAINING / "test") if one.language == language]
    assert len(held) >= 10

    def finder(one) -> list[tuple[int, int, str]]:  # type: ignore[no-untyped-def]
        names = find_names(_page(one.text, one.language), fast=fast)
        return [(name.span.start, name.span.end, str(name.kind)) for name in names]

    assert score.measure(held, finder).figures("overlap")[2] >= floor


def _measured(texts: Iterable[Any]) -> float:
    found = _module("score").measure(
        texts,
        lambda one: [
            (name.span.start, name.span.end, str(name.kind)) for name in find_names(_page(one.text, one.language))
        ],
    )
    return float(found.figures("overlap")[2])


@pytest.mark.parametrize(("part", "floor"), _PAGES)
def test_pages_that_no_constant_was_chosen_on(part: str, floor: float) -> None:
    assert _measured(_module("labelled").read_pages(_TRAINING / "pages" / part)) >= floor


def test_held_out_sentences_of_weak_kinds() -> None:
    assert _measured(_module("labelled").read(_TRAINING / "test_kinds")) >= 0.745


def test_training_and_held_out_sentences_are_not_the_same() -> None:
    labelled = _module("labelled")
    train, test, kinds = (
        {one.text for one in labelled.read(_TRAINING / part)} for part in ("train", "test", "test_kinds")
    )
    assert len(train) >= 1500
    assert len(test) >= 120
    assert len(kinds) >= 120
    assert not train & (test | kinds)


def test_two_runs_agree_and_a_neighbour_changes_nothing() -> None:
    one = "Kaymakam Vehbi Bey [sic] Söğüt'e vardı.\n"
    two = "Doktor Nihat, Bakü'den Tiflis'e geçen Qafqaz heyetini bekliyordu."
    alone = find_names(_page(two))
    assert alone == find_names(_page(two))
    after = [name for name in find_names(_page(one + two)) if name.span.start >= len(one)]
    assert [(name.text, name.kind) for name in after] == [(name.text, name.kind) for name in alone]


def test_weights_that_are_not_the_trained_ones_are_refused(tmp_path: Path) -> None:
    (tmp_path / "tagger.onnx").write_bytes(b"not a model")
    with pytest.raises(DamagedWeights, match=r"tagger\.onnx.*not the weights"):
        weights._whole(tmp_path, "tagger.onnx", "0" * 64)
    with pytest.raises(DamagedWeights, match="cannot be read"):
        weights._whole(tmp_path, "missing", "0" * 64)


def test_broken_weights_stop_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise DamagedWeights("tagger.onnx: not the weights that were trained; install tanik anew")

    monkeypatch.setattr(weights, "judge", broken)
    with pytest.raises(DamagedWeights):
        examine_input(Input("a.txt", b"Vehbi Bey geldi, Ankara'ya gitti."), None)
    assert examine_input(Input("a.txt", b"Vehbi Bey geldi."), None, how=How(fast=True)).report is not None


def test_evidence_of_lines_without_words() -> None:
    empty = Line((), shout=False, heading=False, title=False)
    assert evidence_of([empty]) == evidence_of([])
    assert find_names(_page("\n \n— …\n*\n")) == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Heyet Ankara?dan döndü.", [("Ankara", "place")]),
        ("Ziraat Vek?leti Ankara?da.", [("Ziraat Vek?leti", "organisation"), ("Ankara", "place")]),
        ("Rauf Bey geldi mi?Sonra gitti.", [("Rauf Bey", "person")]),
    ],
)
def test_a_question_mark_in_a_word(text: str, wanted: list[tuple[str, str]]) -> None:
    assert _found(text, fast=True) == wanted


def test_the_weights_are_small_and_read_when_first_asked_for() -> None:
    folder = Path(weights.__file__).parents[1] / "data" / "names_model"
    assert sum(path.stat().st_size for path in folder.iterdir()) < 25_000_000
    code = "import sys, tanik, tanik.facts.read; sys.exit('onnxruntime' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_reads_back_its_spans(text: str) -> None:
    names = find_names(_page(text))
    assert all(name.text == text[name.span.start : name.span.end] for name in names)
    assert all(not one.span.overlaps(two.span) for one, two in itertools.pairwise(names))


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_nothing_is_inside_a_name_that_did_not_begin(length: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(length, len(LABELS))).astype(np.float32)
    labels = [LABELS[label] for label in best_labels(scores)]
    for before, label in zip(["O", *labels], labels, strict=False):
        assert not label.startswith("I-") or before[2:] == label[2:]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.floats(-5, 0, width=32), min_size=3, max_size=3))
def test_the_best_sequence_is_the_best_of_all(told: list[float]) -> None:
    scores = np.full((3, len(LABELS)), -3.0, dtype=np.float32)
    scores[:, 0], scores[:, 1], scores[:, 2] = told, told[::-1], told[1]
    best = max(
        (sequence for sequence in itertools.product(range(3), repeat=3) if _allowed(sequence)),
        key=lambda sequence: sum(float(scores[at, label]) for at, label in enumerate(sequence)),
    )
    total = sum(float(scores[at, label]) for at, label in enumerate(best))
    got = best_labels(scores)
    assert sum(float(scores[at, label]) for at, label in enumerate(got)) >= total - 1e-5


def _allowed(sequence: tuple[int, ...]) -> bool:
    return all(label != 2 or (at > 0 and sequence[at - 1] in (1, 2)) for at, label in enumerate(sequence))


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="abcçğıİöşü", min_size=1, max_size=20))
def test_pieces_spell_the_word(word: str) -> None:
    letters = sorted({*"abcçğıİöşü", OPENING, "ab", "şü", f"{OPENING}a"})
    pieces = ["<unk>", *letters]
    cutter = Cutter(pieces, [0.0] + [-float(len(letters) - i) for i in range(len(letters))], {}, 0)
    assert "".join(pieces[number] for number in cutter.cut(word, spaced=True)) == OPENING + word


def test_a_letter_without_a_piece_is_unknown() -> None:
    assert Cutter(["<unk>", OPENING, "a"], [0.0, -1.0, -1.0], {}, 0).cut("a漢a", spaced=True) == (1, 2, 0, 2)


def test_long_lines_are_judged_to_their_end() -> None:
    text = "Sonra yine yürüdük, " * 400 + "en son Vali Kâmil Bey Gerede'ye geldi."
    assert _found(text)[-2:] == [("Kâmil Bey", "person"), ("Gerede", "place")]


def test_users_names_stand_beside_ours(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("name,aliases\nSıtkı Varlıer,Kör Sıtkı;Topçu Sıtkı\n", encoding="utf-8")
    code = (
        "from tests_page import page\n"
        "from tanik.facts.names.find import find_names\n"
        "for fast in (True, False):\n"
        "    for name in find_names(page('Kör Sıtkı geldi, Sıtkı Varlıerden haber yok.'), fast=fast):\n"
        "        print(name.text, '|', name.id)\n"
    )
    helper = (
        "from tanik.core.span import Span\n"
        "from tanik.page.model import Page, Segment, SegmentKind, Source\n"
        "def page(text):\n"
        "    segment = Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), 'test')\n"
        "    return Page('p', Source('0', 'text/plain'), text, (segment,), language='tr')\n"
    )
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "tests_page.py").write_text(helper, encoding="utf-8")
    told = {**os.environ, "TANIK_TABLES": str(tmp_path), "PYTHONPATH": str(tmp_path / "code"), "PYTHONUTF8": "1"}
    run = subprocess.run([sys.executable, "-c", code], env=told, capture_output=True, text=True, check=True)
    lines = run.stdout.splitlines()
    assert lines.count("Kör Sıtkı | person:sitki-varlier") == 2
    assert lines.count("Sıtkı Varlıer | person:sitki-varlier") == 2


def test_the_model_is_read_once() -> None:
    assert judge() is judge()


@pytest.mark.parametrize("fast", [True, False])
def test_one_bearer_has_one_id(fast: bool) -> None:
    text = (
        "Gazi Paşa kürsüye çıktı. M. Kemal Paşa'nın sesi yorgundu; Atatürk o yıllarda böyle konuşurdu. "
        "Kaymakam Nazif Bey dinledi, sonra Nazif'in defteri kayboldu. Ankara'dan Angora'ya yazılmış gibi."
    )
    names = find_names(_page(text), fast=fast)
    ids = {name.text: name.id for name in names}
    assert ids["Gazi Paşa"] == ids["M. Kemal Paşa"] == ids["Atatürk"] == "person:mustafa-kemal-ataturk"
    assert ids["Nazif Bey"] == ids["Nazif"]
    assert ids["Ankara"] == ids["Angora"]
    assert len({name.name for name in names}) == len({name.id for name in names})


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 2**32 - 1),
    st.sampled_from(
        (
            "Yağmur bütün gün yağdı, çocuklar evde kaldı.",
            "Doktor Nihat, Bakü'den Tiflis'e geçen Qafqaz heyetini bekliyordu; yanında Varvara Petrovna vardı.",
            "Varna'da Meclis açıldı. Barış geldi, Kemal Bey sevindi.",
        )
    ),
)
def test_doubts_asked_late_decide_as_doubts_asked_at_once(seed: int, text: str) -> None:
    line = next(iter(lines_of(_page(text))))
    reading = Reading(line, chosen(line, small=False, foreign=False), low=False)
    words = [at for at, word in enumerate(line.words) if not word.tail]
    scores = np.random.default_rng(seed).normal(scale=3, size=(len(line.words), len(LABELS))).astype(np.float32)
    weighed = judged._proposed(scores, reading, 0)
    proposed = {at for one in reading.candidates for at in range(one.begin, one.end)}
    for at in words:
        if at not in proposed:
            judged._add_doubt(weighed[at], reading, at)
    assert judged._decided(scores, reading, 0, words) == best_labels(weighed[words])


def test_a_sentence_without_a_word_that_may_be_a_name_is_not_read() -> None:
    class Counting:
        def __init__(self) -> None:
            self.pieces = 0

        def run(self, outputs: None, given: dict[str, Any]) -> list[Any]:
            self.pieces += int((given["pieces"] != 1).sum())
            return [np.zeros((len(given["few-of"]), len(LABELS)), dtype=np.float32)]

    def read(text: str) -> int:
        counting = Counting()
        asked = weights.Judge(counting, judge()._cutter)
        line = next(iter(lines_of(_page(text))))
        signs = signs_of(line, chosen(line, small=False, foreign=False), low=False)
        told = asked.scores([(line, 0, len(line.words), signs)])[0]
        assert told.shape == (len(line.words), len(LABELS))
        return counting.pieces

    assert read("Yağmur bütün gün yağdı, çocuklar evde kaldı.") == 0
    alone = read("Kaymakam Vehbi Bey Söğüt'e vardı.")
    assert alone > 0
    assert read("Yağmur bütün gün yağdı, çocuklar evde kaldı. Kaymakam Vehbi Bey Söğüt'e vardı.") <= alone + 2


def test_what_the_model_is_not_asked_about_is_no_name() -> None:
    text = "Akşam üstü köprünün başında uzun zaman bekledi durdu, sonra Vehbi Bey geldi."
    line = next(iter(lines_of(_page(text))))
    signs = signs_of(line, chosen(line, small=False, foreign=False), low=False)
    scores = judge().scores([(line, 0, len(line.words), signs)])[0]
    asked = asked_about(line.words, signs)
    assert [word.text for word, holds in zip(line.words, asked, strict=True) if holds][-4:] == [
        "sonra",
        "Vehbi",
        "Bey",
        "geldi",
    ]
    assert [bool(one) for one in scores[:, 1] > weights.UNASKED] == asked
    assert not scores[~np.array(asked), 0].any()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), max_size=30))
def test_every_word_asked_about_is_read(told: list[tuple[bool, bool, bool]]) -> None:
    words = [Word(Span(0, 1), "A" if up else "a", "a", " ", tail, first) for up, tail, first in told]
    asked = asked_about(words, [[SIGNS.index("capital")] if word.capital else [] for word in words])
    read = read_for(words, asked)
    assert len(asked) == len(read) == len(words)
    assert all(there for holds, there in zip(asked, read, strict=True) if holds)
    assert all(holds for word, holds in zip(words, asked, strict=True) if word.capital and not word.tail)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(2, 90), st.integers(1, 40)), min_size=1, max_size=14))
def test_rows_in_one_strip_of_attention_see_nothing_of_one_another(rows: list[tuple[int, int]]) -> None:
    lengths, few = (np.array(one) for one in zip(*((most, min(most, least)) for most, least in rows), strict=True))
    strips, begins, few_begins = weights._in_strips(lengths.tolist(), few.tolist())
    for size, first in ((lengths, begins), (few, few_begins)):
        _, back, owners = weights._laid(size, strips, first)
        assert [int((owners == row).sum()) for row in range(len(rows))] == size.tolist()
        assert len(np.unique(back)) == back.size
        assert not (first % 8).any()
        seen = weights._blank(owners, owners)[:, 0] == 0
        assert int(seen.sum()) == int((size**2).sum())
    assert weights._laid(lengths, strips, begins)[2].shape[1] == lengths.max()
