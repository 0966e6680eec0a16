"""A short run of ``make fuzz``, and inputs made to harm: an answer or a refusal, within seconds and within memory."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from tanik.errors import PageError
from tanik.page.read import read
from tanik.page.unpack import Member, unpack

from . import fuzz
from .hostile import HOSTILE

_ROOT = Path(__file__).parents[2]


def test_mutated_inputs_of_every_format() -> None:
    total = fuzz.run(400, seed=2026)
    assert total["failed"] == []
    assert total["read"] > 100
    assert total["refused"] > 40


@pytest.fixture(scope="module")
def outcomes() -> dict[str, str]:
    """What became of each input made to harm; those behind a process that died are missing."""
    words = [sys.executable, "-m", "tests.page.hostile"]
    ended = subprocess.run(words, capture_output=True, text=True, check=False, cwd=_ROOT, timeout=1800)
    return dict(line.split() for line in ended.stdout.splitlines())


@pytest.mark.parametrize("name", HOSTILE)
def test_an_input_made_to_harm_is_read_or_refused_in_little_memory(name: str, outcomes: dict[str, str]) -> None:
    assert outcomes[name] in {"read", "refused"}


def test_a_case_can_be_run_again_alone() -> None:
    samples = fuzz.specimens()
    assert fuzz.case(77, 1, samples) == fuzz.case(77, 1, samples)
    assert fuzz.case(77, 1, samples) != fuzz.case(77, 2, samples)


def test_an_external_entity_is_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("gizli-sözcük")
    tei = (
        f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY % y SYSTEM "{secret.as_uri()}"> %y;]>'
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Köprü taştan. &x;</p></body></text></TEI>'
    )
    for name in ("a.tei", "a.xml", "a.html"):
        for piece in unpack(io.BytesIO(tei.encode()), name):
            assert isinstance(piece, Member)
            try:
                assert "gizli" not in read(piece.data, path=name).text
            except PageError:
                continue
