"""What `tanik check` loads for one plain page: not the network, not what only another form of output needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_RUN = """
import sys
from tanik.cli.main import command
command.main(["check", sys.argv[1], "--no-library", "--format", "json", *sys.argv[2:]], standalone_mode=False)
print(" ".join(sorted(sys.modules)), file=sys.stderr)
"""
_UNNEEDED = (
    "tanik.fetch",
    "tanik.dossier.export.styles",
    "tanik.library.verify",
    "numpy.ma",
    "httpx",
    "jinja2",
    "markupsafe",
    "onnxruntime",
)


def test_a_plain_page_loads_only_what_it_needs(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Kâtip 3 Mart 1921'de Samsun'a vardı ve kırk çuval arpa teslim aldı.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(page), "--fast"], capture_output=True, encoding="utf-8", check=True
    )
    loaded = set(done.stderr.splitlines()[-1].split())
    assert "tanik.facts.read" in loaded
    assert not loaded & set(_UNNEEDED)
