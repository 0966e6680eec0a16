"""What `tanik check` loads for one plain page: not the network, not what only another form of output needs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

_RUN = """
import sys
from tanik.cli.main import command
command.main(["check", sys.argv[1], "--format", "json", *sys.argv[2:]], standalone_mode=False)
print(" ".join(sorted(sys.modules)), file=sys.stderr)
"""
# By themselves or with what is in them.
_UNNEEDED = (
    "tanik.fetch",
    "tanik.dossier.export.styles",
    "tanik.library.verify",
    # What only several pages need: laying side by side, trees, other processes.
    "tanik.compare.collate.run",
    "tanik.compare.copies.descent",
    "tanik.compare.copies.readings",
    "tanik.compare.stemma",
    "multiprocessing",
    "subprocess",
    # What only other forms of page need.
    "tanik.page.anatomy",
    "tanik.page.html",
    "tanik.page.mediawiki",
    "tanik.page.office",
    "tanik.page.pdf",
    "email",
    "lxml",
    "pypdfium2",
    # The model of languages, for a text that is plainly Turkish; the model of names, which was not asked for.
    "fasttext",
    "onnxruntime",
    "importlib.metadata",
    "numpy.ma",
    "httpx",
    "jinja2",
    "markupsafe",
)


_SAID = (
    "Kışın kapanan bu yolun taşı kırılmadan evvel arabalar sayılacak, bir gün sonra ağır yükler aşağı çarşıya "
    "taşınacak ve her köyden bu iş için yirmi amele çağrılacaktır."
)


def _loaded(page: Path, *words: str) -> set[str]:
    """The modules that `tanik check` of a page has loaded at its end."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(page), "--fast", *words], capture_output=True, encoding="utf-8", check=True
    )
    return set(done.stderr.splitlines()[-1].split())


def _unneeded(loaded: set[str]) -> list[str]:
    below = tuple(f"{name}." for name in _UNNEEDED)
    return sorted(name for name in loaded if name in _UNNEEDED or name.startswith(below))


def test_a_plain_page_loads_only_what_it_needs(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Kâtip 3 Mart 1921'de Samsun'a vardı ve kırk çuval arpa teslim aldı.\n", encoding="utf-8")
    loaded = _loaded(page, "--no-library")
    assert "tanik.facts.read" in loaded
    assert not _unneeded(loaded)


def test_a_quotation_found_in_a_library_loads_no_more(tmp_path: Path) -> None:
    record = json.dumps({"id": "nehir", "text": _SAID, "date": "1921-04-02"}, ensure_ascii=False)
    (tmp_path / "speeches.jsonl").write_text(record + "\n", encoding="utf-8")
    library = str(tmp_path / "library")
    adding = ["library", "add", str(tmp_path / "speeches.jsonl"), "--library", library, "--collection", "own"]
    code = f"from tanik.cli.main import command; command.main({adding!r}, standalone_mode=False)"
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    page = tmp_path / "page.txt"
    page.write_text(f"Vali 2 Nisan 1921'de şöyle dedi: “{_SAID.replace('yirmi', 'otuz')}”\n", encoding="utf-8")
    out = tmp_path / "dossier.json"
    loaded = _loaded(page, "--library", library, "--out", str(out))
    assert json.loads(out.read_text(encoding="utf-8"))["pages"][0]["quotations"][0]["status"] == "altered"
    assert not _unneeded(loaded)
