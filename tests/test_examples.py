"""The example pages: every mark fits the library, and each planted change is what the dossier says it is."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import tanik as front_door

_EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
_PLANTED = {
    "blog.html": ["altered", "abridged", "altered", "absent"],
    "defter.html": ["absent"],
    "forum.html": ["verbatim", "absent", "altered"],
    "haber.html": ["verbatim", "verbatim", "altered"],
}


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("examples_build", _EXAMPLES / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def dossier(
    build: ModuleType, tanik: Callable[..., Any], speeches: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("examples")
    with front_door.Library.open(speeches) as library:
        for source in (_EXAMPLES / "pages").iterdir():
            text = build.filled(source.read_text(encoding="utf-8"), library)
            (folder / source.name).write_text(text, encoding="utf-8")
    ran = tanik("check", folder, "--library", speeches, "--format", "json", "--lang", "en")
    assert ran.status == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def test_each_planted_change_has_its_status(dossier: dict[str, Any]) -> None:
    found = {Path(page["source"]["path"]).name: [q["status"] for q in page["quotations"]] for page in dossier["pages"]}
    assert found == _PLANTED


def test_the_planted_changes_are_named(dossier: dict[str, Any]) -> None:
    kinds = {
        (difference["kind"], difference["page_text"], difference["witness_text"])
        for page in dossier["pages"]
        for quotation in page["quotations"]
        for match in quotation["matches"][:1]
        for difference in match["differences"]
        if difference["changes_meaning"]
    }
    assert ("gloss", "çürümeye", "") in kinds
    assert ("number", "beş, altı", "üç buçuk, dört") in kinds
    assert ("polarity", "ediyorum", "etmiyorum") in kinds


def test_what_does_not_fit_is_found(dossier: dict[str, Any]) -> None:
    found = {finding["kind"] for finding in dossier["findings"]}
    assert {"altered_quotation", "absent_quotation", "impossible_date", "copied", "unsourced", "conflict"} <= found
    assert not found & {"arithmetic", "anachronism"}
    (conflict,) = (finding for finding in dossier["findings"] if finding["kind"] == "conflict")
    assert conflict["rule"] == "event-contradiction"


def test_what_a_letter_asks_a_list_sends_and_a_table_receives_is_in_the_ledger(dossier: dict[str, Any]) -> None:
    page = next(page["id"] for page in dossier["pages"] if page["source"]["path"].endswith("defter.html"))
    lines = [line for line in dossier["ledger"]["lines"] if line["statement"]["page"] == page]
    assert [(line["stage"], line["value"]) for line in lines] == [
        *(("asked", 50), ("asked", 200)),
        *(("sent", 30), ("sent", 180), ("sent", 12)),
        *(("arrived", 28), ("arrived", 180), ("arrived", 12)),
    ]
    assert dossier["ledger"]["totals"] == []


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        ("⟦speeches:atam-c3-1925-013 5-9999999⟧", "characters"),
        ("⟦speeches:atam-c3-1925-013 0-40; nowhere => here⟧", "not once"),
    ],
)
def test_a_mark_that_fits_nothing_stops_the_build(build: ModuleType, speeches: Path, mark: str, reason: str) -> None:
    with front_door.Library.open(speeches) as library, pytest.raises(ValueError, match=reason):
        build.filled(f"<p>{mark}</p>", library)


def test_the_python_verbs(speeches: Path, tmp_path: Path) -> None:
    with front_door.Library.open(speeches) as library:
        text = library.named("speeches:atam-c2-1923-024").text[8269:8394]
        page = tmp_path / "page.txt"
        page.write_text(f"Kılıç ve saban\n\nPaşa şöyle dedi: “{text}”\n", encoding="utf-8")
        for _ in range(2):  # the verb stays a verb when the room of the same name has been imported
            traced = front_door.trace(text, library=library)
        checked = front_door.check([page], library=library)
    assert traced.status == "verbatim"
    assert traced.matches[0].document == "speeches:atam-c2-1923-024"
    assert [trace.status for trace in checked.pages[0].traces if trace] == ["verbatim"]
    assert checked.library is not None
    assert checked.library.digest == traced.searched.digest
