"""What the documents tell people to type is run, and what they link to is there.

Every ``sh`` and ``python`` block of the pages named here is run in a folder with pages, letters and the collection
`speeches`; a block that needs the network or the checkout says so in a comment before it (``<!-- not run: … -->``).
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_spec = importlib.util.spec_from_file_location("warm_tanik", Path(__file__).parent / "warm_tanik.py")
assert _spec is not None
assert _spec.loader is not None
_warm = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_warm)
CLIENT = _warm.CLIENT

_ROOT = Path(__file__).resolve().parents[1]
_RUN = (
    *("README.md", "README.tr.md", "docs/index.md", "docs/baslangic.md", "docs/cookbook.md", "docs/bundle.md"),
    *("docs/guide-factchecker.md", "docs/guide-historian.md", "docs/guide-editor.md", "docs/guide-archive.md"),
    *("docs/reference.md", "docs/statements.md"),
)
_BLOCK = re.compile(r"(<!-- not run: [^>]+ -->\n)?^```(sh|python)\n(.*?)^```$", re.M | re.S)
_LETTER = (
    "Muhtar efendi, değirmenin ikinci taşını kasabaya ancak hasattan sonra gönderebileceğiz; un parasını da o vakit "
    "konuşuruz. Ambarın anahtarını muhtara bırakınız, hasattan sonra konuşuruz."
)
_OLD = "1 – Bu sene harbe nihayet verilecek, kuvvetler geri alınacaktır."
_NEW = "1 – Bu yıl savaşa son verilecek, kuvvetler geri alınacaktır."

_CHAT = (
    "12.03.2021 14:22 - Ayşe Örnek: Köprü 1931'de sele gitti, köye 40 çuval un yollandı.\n"
    "12.03.2021 14:25 - Ali Örnek: Değil, 1932'de gitti.\n"
)
_FILM = "WEBVTT\n\n00:01.000 --> 00:03.000\nVali 1931'de köye\n\n00:03.000 --> 00:05.000\n40 çuval un yolladı.\n"


def _blocks(page: str) -> list[tuple[str, str]]:
    text = (_ROOT / page).read_text(encoding="utf-8")
    return [(found[2], found[3]) for found in _BLOCK.finditer(text) if not found[1]]


@pytest.fixture(scope="module")
def place(speeches: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the documents speak of: pages, letters, a library, and the program on the path."""
    folder = tmp_path_factory.mktemp("docs")
    builder = [sys.executable, str(_ROOT / "examples" / "build.py"), "--library", str(speeches)]
    subprocess.run([*builder, "--out", str(folder / "saved-pages")], check=True, capture_output=True)
    blog = folder / "saved-pages" / "blog.html"
    for name in ("page.html", "sayfa.html"):
        shutil.copy(blog, folder / name)
    shutil.copytree(folder / "saved-pages", folder / "kaydedilenler")
    for name in ("letters", "mektuplar"):
        (folder / name).mkdir()
        (folder / name / "muhtar.txt").write_text(_LETTER + "\n", encoding="utf-8")
        (folder / name / "katip.txt").write_text(_LETTER.replace("sonra", "önce") + "\n", encoding="utf-8")
        (folder / name / "old.txt").write_text(_OLD + "\n", encoding="utf-8")
        (folder / name / "new.txt").write_text(_NEW + "\n", encoding="utf-8")
    (folder / "sohbet.txt").write_text(_CHAT, encoding="utf-8")
    (folder / "belgesel.vtt").write_text(_FILM, encoding="utf-8")
    _write_warc(folder / "crawl.warc", blog.read_bytes())
    (folder / "texts.jsonl").write_text(
        '{"id": "1", "text": "Depo defterinde yedi sandık yazılı."}\n', encoding="utf-8"
    )
    (folder / "bin").mkdir()
    (folder / "bin" / "python3").symlink_to(sys.executable)
    shutil.copytree(speeches, folder / "library")
    return folder


@pytest.fixture(scope="module")
def program(place: Path) -> Iterator[Path]:
    """The folder in which the command `tanik` lies, answered by one warm process."""
    door = place / "door"
    words = [sys.executable, str(_ROOT / "tests" / "warm_tanik.py"), str(door)]
    words += [str(place / "page.html"), str(place / "library")]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        assert server.stdout.readline() == "ready\n"
        script = place / "bin" / "tanik"
        script.write_text(CLIENT.format(python=sys.executable, socket=str(door)), encoding="utf-8")
        script.chmod(0o755)
        yield place / "bin"
        server.kill()


def _write_warc(path: Path, page: bytes) -> None:
    import io

    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=False)
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            "http://example.org/blog", "response", payload=io.BytesIO(page), http_headers=headers
        )
        writer.write_record(record)
        record.raw_stream.close()


@pytest.mark.slow
@pytest.mark.parametrize("page", _RUN)
def test_what_the_documents_tell_to_type_runs(place: Path, program: Path, tmp_path: Path, page: str) -> None:
    for found in place.iterdir():
        if found.name in ("door", "bin"):
            continue
        (shutil.copytree if found.is_dir() else shutil.copy)(found, tmp_path / found.name)
    bare = {key: value for key, value in os.environ.items() if not key.startswith(("TANIK", "LC_", "LANG"))}
    path = f"{program}:{os.environ['PATH']}"
    env = {**bare, "PATH": path, "TANIK_LIBRARY": str(tmp_path / "library"), "TANIK_LANG": "en", "HOME": str(tmp_path)}
    for kind, text in _blocks(page):
        words = ["bash", "-euo", "pipefail", "-c", text] if kind == "sh" else [sys.executable, "-c", text]
        ran = subprocess.run(words, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, f"{page}:\n{text}\n{ran.stdout[-500:]}\n{ran.stderr[-2000:]}"


def test_there_is_something_to_run() -> None:
    assert {page: len(_blocks(page)) for page in _RUN if not _blocks(page)}.keys() <= {
        "docs/index.md",
        "docs/baslangic.md",
    }
    assert sum(len(_blocks(page)) for page in _RUN) > 30


@pytest.mark.parametrize("page", sorted(path.relative_to(_ROOT).as_posix() for path in _ROOT.glob("*.md")))
def test_links_of_the_front_pages_lead_somewhere(page: str) -> None:
    text = (_ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert (_ROOT / target).exists(), target


def test_every_page_of_the_documents_is_in_the_table_of_contents() -> None:
    nav = (_ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for path in (_ROOT / "docs").rglob("*.md"):
        assert path.relative_to(_ROOT / "docs").as_posix() in nav, f"{path.name} is not in mkdocs.yml"


def test_python_names_of_the_reference_are_those_of_the_front_door() -> None:
    import tanik

    told = set(re.findall(r"^\| `tanik\.(\w+)", (_ROOT / "docs/reference.md").read_text(encoding="utf-8"), re.M))
    assert set(tanik.__all__) - {"__version__"} <= told


def test_the_documents_build(tmp_path: Path) -> None:
    if importlib.util.find_spec("mkdocs") is None:
        pytest.skip("mkdocs is not installed (make docs installs it)")
    words = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--strict",
        "--site-dir",
        str(tmp_path),
    ]
    ran = subprocess.run(words, cwd=_ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-2000:]
    assert (tmp_path / "guide-factchecker.html").exists()
