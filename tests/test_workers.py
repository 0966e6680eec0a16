"""Several processes: the same result as one, in the same order; a process that dies takes one page with it."""

from __future__ import annotations

import io
import json
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tanik.dossier.json import to_json
from tanik.dossier.model import Contents
from tanik.examine import Input, Step
from tanik.front import check, count_files, gather

from .page.crawl import make_crawl, page
from .page.specimens import mhtml, specimens, zipped

_CREW = Path(__file__).with_name("reading_crew.py")


def crew(what: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, _CREW, what], capture_output=True, text=True, check=True, timeout=60)


def test_a_process_that_dies_takes_one_item_with_it_and_the_order_holds() -> None:
    ended = crew("die")
    expected = [f"n{number} {number * number} None" for number in range(20)]
    expected[5] = "n5 None the process that read it was killed (SIGKILL), perhaps for want of memory"
    expected[11] = "n11 None the process that read it ended (status 3)"
    assert ended.stdout.splitlines() == expected
    assert ended.stderr == ""


def test_what_a_process_cannot_begin_with_is_raised() -> None:
    assert crew("begin").stdout == "no library here\n"


def test_an_interrupt_ends_every_process_in_silence() -> None:
    process = subprocess.Popen(
        [sys.executable, _CREW, "slow"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    try:
        # a guard against hanging: the work itself would take ten minutes
        out, err = process.communicate(timeout=60)
    finally:
        process.kill()
    assert err.count("Traceback") <= 1  # that of this script itself, which does not catch it
    assert "working" not in out


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sayfalar")
    dice = random.Random(9)
    for number in range(30):
        told = " ".join(
            f"Ulak {dice.choice('abcçdefgğ')}{number} {word} getirdi." for word in ("mektup", "haber", "tuz")
        )
        (made / f"s{number:02}.html").write_text(f"<h1>Defter {number}</h1><p>{told}</p>", encoding="utf-8")
    (made / "s07.html").write_bytes(b"")
    (made / "s11.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    (made / "s03_dosyalar").mkdir()
    (made / "s03_dosyalar" / "reklam.html").write_text("<p>reklam</p>")
    (made / "logo.png").write_bytes(b"\x89PNG")
    return made


def told(folder: Path, jobs: int) -> tuple[dict[str, object], list[Step]]:
    steps: list[Step] = []
    made = to_json(check([folder], jobs=jobs, progress=steps.append))
    made.pop("created")
    return json.loads(json.dumps(made)), steps


def test_two_processes_write_the_dossier_that_one_writes(folder: Path) -> None:
    one, steps = told(folder, 1)
    assert len(one["pages"]) == 29
    assert one["contents"] == [
        {
            "source": str(folder),
            "read": 29,
            "refused": 2,
            "skipped": [{"reason": "asset", "count": 1}, {"reason": "image", "count": 1}],
        }
    ]
    assert [Path(step.name).name for step in steps if step.refused] == ["s07.html", "s11.txt"]
    assert told(folder, 2) == (one, steps)


def test_a_library_is_opened_by_each_process(folder: Path, tmp_path: Path) -> None:
    from tanik.library.library import Library
    from tanik.library.model import Document

    words = (folder / "s05.html").read_text(encoding="utf-8").split("<p>")[1].partition("</p>")[0]
    with Library.open(tmp_path / "kitaplik", create=True) as library:
        library.add([Document("defter", "bes", f"Önce başka bir söz vardı. {words} Sonra gece oldu.")])
        made = [check([folder], library, jobs=jobs) for jobs in (1, 2)]
    one, two = ([report.passages for report in dossier.pages] for dossier in made)
    assert one == two
    assert any(two)
    assert [witness.id for witness in made[1].witnesses] == ["defter:bes"]


# What was handed in


def inputs(*words: Path) -> list[object]:
    return list(gather([str(word) for word in words]))


def test_a_container_is_handed_on_page_by_page_with_its_account(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    with path.open("wb") as out:
        expected = make_crawl(out, 8, paragraphs=1)
    dossier = check([path])
    (contents,) = dossier.contents
    assert contents.source == str(path)
    skipped = dict(contents.skipped)
    assert contents.read == expected["read"]
    assert contents.refused == expected["rejected"] == len(dossier.refused)
    assert skipped == {key: count for key, count in expected.items() if key not in {"read", "rejected"}}
    assert dossier.pages[0].page.source.url == "https://defter.example/1"
    assert dossier.pages[0].page.source.retrieved == "2021-03-02T01:15:30Z"
    cut = [report.page for report in dossier.pages if report.page.repairs]
    assert any(repair.kind == "truncated_capture" for made in cut for repair in made.repairs)


def test_a_page_in_gzip_alone_is_no_container(tmp_path: Path) -> None:
    path = tmp_path / "defter.html.gz"
    path.write_bytes(specimens()["defter.html.gz"])
    dossier = check([path])
    assert len(dossier.pages) == 1
    assert dossier.contents == ()


def test_standard_input_may_be_a_container(monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped:
        buffer = io.BytesIO(zipped({"a.html": page(1, random.Random(2), 1), "b.png": b"x"}))

    monkeypatch.setattr(sys, "stdin", Piped())
    dossier = check(["-"])
    assert [report.page.source.path for report in dossier.pages] == ["-!a.html"]
    assert dossier.contents == (Contents("-", 1, 0, (("image", 1),)),)


def test_a_folder_takes_containers_as_well(tmp_path: Path) -> None:
    (tmp_path / "a.mhtml").write_bytes(mhtml())
    (tmp_path / "b.zip").write_bytes(zipped({"c.html": "<p>Sivas'ta toplandılar.</p>"}))
    found = inputs(tmp_path)
    assert [given.name.removeprefix(f"{tmp_path}/") for given in found if isinstance(given, Input)] == [
        "a.mhtml",
        "b.zip!c.html",
    ]


@pytest.mark.parametrize(
    ("names", "count"),
    [(["a.html"], 1), (["a.html", "https://a.example/"], 2), (["a.zip"], None), (["b.xml.bz2"], None)],
)
def test_how_many_pages_there_will_be(names: list[str], count: int | None) -> None:
    assert count_files(names) == count
