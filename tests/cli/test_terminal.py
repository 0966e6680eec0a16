"""The terminal: languages, colours, how much is said, completion, the manual."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest

import tanik as package
from tanik.cli.speech import catalogue
from tanik.dossier.reasons import in_words, rows

Tanik = Callable[..., Any]
_ROOT = Path(__file__).resolve().parents[2]
_SOURCE = Path(package.__file__).parent
_PAGE = "Depo defteri\n\n3 Mayıs 1921 günü Samsun'dan 40 sandık fişek yola çıktı.\n"


def _run(*words: object, lang: str = "en", **env: str) -> subprocess.CompletedProcess[str]:
    """A process of its own, as help texts are made when a command is loaded."""
    bare = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TANIK_LANG", "LANGUAGE")}
    command = [sys.executable, "-c", "from tanik.cli.main import main; main()", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**bare, "TANIK_LANG": lang, **env})


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "sayfa.txt"
    path.write_text(_PAGE, encoding="utf-8")
    return path


# Turkish


@pytest.mark.parametrize(
    "words", [("--lang", "tr", "--help"), ("--help", "--lang=tr"), ("check", "--help", "--lang", "tr")]
)
def test_help_is_turkish_from_end_to_end(words: tuple[str, ...]) -> None:
    ran = _run(*words)
    assert ran.returncode == 0
    assert "Kullanım: tanik" in ran.stdout
    assert "Seçenekler:" in ran.stdout
    assert "Bu yardımı göster ve çık." in ran.stdout
    for english in ("Usage", "Options", "OPTIONS", "Show this"):
        assert english not in ran.stdout


def test_help_stays_english_where_it_is_asked_for() -> None:
    ran = _run("check", "--help", "--lang", "en", lang="tr")
    assert "Usage: tanik check [OPTIONS]" in ran.stdout
    assert "Kullanım" not in ran.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("chek",), "'chek' diye bir komut yok."),
        (("check", "--formt", "x"), "'--formt' diye bir seçenek yok."),
        (("check", "x", "--format", "pdf"), "'pdf' şunlardan biri değil"),
        (("check", "x", "--jobs", "iki"), "'iki' geçerli bir sayı değil"),
        (("library", "add"), "Eksik girdi"),
        (("schema", "fazla"), "Beklenmeyen girdi (fazla)"),
        (("check",), "ya okunacak sayfaları verin"),
        (("verify", "yok.zip"), "yok.zip' yok."),
        (("check", "x", "--quiet", "--verbose"), "birlikte kullanılmaz"),
    ],
)
def test_wrong_use_is_told_in_turkish(words: tuple[str, ...], told: str) -> None:
    ran = _run(*words, lang="tr")
    assert ran.returncode == 2
    assert told in " ".join(ran.stderr.split())
    assert "Error" not in ran.stderr


def test_the_compiled_words_are_those_of_the_table() -> None:
    folder = _SOURCE / "cli"
    table = tomllib.loads((folder / "click.toml").read_text(encoding="utf-8"))
    assert (folder / "locale/tr/LC_MESSAGES/tanik.mo").read_bytes() == catalogue(table)


def _said_by_click() -> Iterator[str]:
    """What click puts through gettext, in the files whose words people meet here."""
    folder = Path(click.__file__).parent
    for name in ("core", "decorators", "exceptions", "formatting", "parser", "types", "utils"):
        for node in ast.walk(ast.parse((folder / f"{name}.py").read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Name) and called.id in ("_", "ngettext") and isinstance(node, ast.Call):
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


# Said to whoever writes commands, or by prompts, which there are none of.
_NOT_MET = (
    *("DeprecationWarning", "Could not determine name", "No options defined", "Arguments take exactly one"),
    *("Name '{name}' defined twice", "Boolean option", "Do you want to continue?", "Confirm the action"),
)


def test_all_that_click_says_has_its_turkish() -> None:
    table = tomllib.loads((_SOURCE / "cli" / "click.toml").read_text(encoding="utf-8"))
    missing = {said for said in _said_by_click() if said not in table and not said.startswith(_NOT_MET)}
    assert missing == set()


# Reasons

_RAISED = (
    *("UsageError", "PageError", "EmptyPage", "NotText", "TooLarge", "FetchError", "RecordError", "LibraryError"),
    *("LibraryMissing", "LibraryDamaged", "LibraryBusy", "UnknownDocument", "CollectionError", "BundleError"),
    *("Rejected", "Refused", "Damage", "_refused"),
)
# Rooms whose errors reach people who use the command line.
_ROOMS = ("page", "library", "fetch.py", "front.py", "witnesses.py", "bundle", "cli", "core", "dossier")


def _template(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "\0" for part in node.values)
    return None


def _sentences() -> Iterator[tuple[str, str]]:
    """Every sentence with which something is refused, and where; gaps are NUL."""
    for room in _ROOMS:
        place = _SOURCE / room
        for path in [place] if place.suffix else sorted(place.rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                name = getattr(getattr(node, "func", None), "id", None)
                if isinstance(node, ast.Call) and name in _RAISED and node.args:
                    told = _template(node.args[-1]) or ""
                    if " " in told.replace("\0", "") and len(told.replace("\0", "").strip(": ()")) > 3:
                        yield f"{path.name}:{node.lineno}", told


def test_every_reason_has_its_turkish() -> None:
    silent = []
    for where, told in _sentences():
        filled = told.replace("\0", "7")
        if in_words(filled, "tr") == filled:
            silent.append(f"{where}: {told}")
    assert silent == [], "give each a row in src/tanik/dossier/data/reasons.toml"
    assert sum(1 for _ in _sentences()) > 100


def test_rows_of_reasons_have_the_same_gaps() -> None:
    import re

    for english, turkish in rows():
        assert sorted(re.findall(r"\{\d\}", english)) == sorted(re.findall(r"\{\d\}", turkish)), english
        assert english != turkish


def test_reasons_are_told_whole_and_in_parts() -> None:
    told = in_words(
        "http://a.example/x: no answer in 20 seconds; save the page in a browser and hand in the file", "tr"
    )
    assert told == "http://a.example/x: 20 saniyede yanıt gelmedi; sayfayı tarayıcıda kaydedip dosyayı verin"
    assert in_words("something nobody wrote a row for", "tr") == "something nobody wrote a row for"


def test_a_refusal_is_turkish_for_people_and_english_in_json(tanik: Tanik, page: Path, tmp_path: Path) -> None:
    ran = tanik("check", page, tmp_path / "yok.html", "--no-library", "--lang", "tr", "--format", "json")
    assert "böyle bir dosya yok" in ran.err
    assert json.loads(ran.out)["refused"][0]["reason"] == "there is no such file"
    shown = tanik("check", page, tmp_path / "yok.html", "--no-library", "--lang", "tr")
    assert "böyle bir dosya yok" in " ".join(shown.out.split())
    lost = tanik("library", "list", "--library", tmp_path / "none", "--lang", "tr")
    assert lost.status == 3
    assert "burada kütüphane yok" in lost.err


# How much is said, and in which colours


def test_quiet_leaves_the_result_and_the_refusals(tanik: Tanik, page: Path, tmp_path: Path) -> None:
    out = tmp_path / "d.json"
    loud = tanik("check", page, "--no-library", "--format", "json", "--out", out)
    assert "d.json" in loud.err
    quiet = tanik("check", page, "--no-library", "--format", "json", "--out", out, "--quiet")
    assert quiet.err == ""
    refused = tanik("check", page, tmp_path / "yok.txt", "--no-library", "-q", "--out", out, "--lang", "en")
    assert refused.status == 1
    assert len(refused.err.splitlines()) == 1
    assert "there is no such file" in refused.err


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("copies", "--no-library"), "texts read, copies compared: "),
        (("collate",), "2 texts laid side by side: "),
    ],
)
def test_comparing_is_as_quiet_or_as_loud_as_one_likes(
    tanik: Tanik, page: Path, tmp_path: Path, command: tuple[str, ...], told: str
) -> None:
    other = tmp_path / "b.txt"
    other.write_text(_PAGE, encoding="utf-8")
    name, *options = command
    loud = tanik(name, page, other, *options, "--verbose", "--lang", "en")
    quiet = tanik(name, page, other, *options, "--quiet", "--lang", "en")
    assert (loud.status, quiet.status) == (0, 0)
    assert told in loud.err
    assert (quiet.err, quiet.out) == ("", loud.out)


def test_checking_a_library_is_as_quiet_or_as_loud_as_one_likes(tanik: Tanik, page: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    assert tanik("library", "add", page, "--collection", "own", "--library", library, "--quiet").status == 0
    loud = tanik("library", "verify", "--repair", "--library", library, "-v", "--lang", "en")
    quiet = tanik("library", "verify", "--repair", "--library", library, "-q", "--lang", "en")
    assert "index made anew: " in loud.err
    assert "all files read and checked: " in loud.err
    assert (quiet.err, quiet.out) == ("", loud.out)


def test_verbose_tells_each_step_with_its_time(tanik: Tanik, page: Path, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "a.txt").write_text(_PAGE, encoding="utf-8")
    (folder / "b.png").write_bytes(b"\x89PNG")
    (folder / "c.txt").write_bytes(b"")
    ran = tanik("check", folder, "--no-library", "--verbose", "--lang", "en", "--format", "json")
    told = ran.err
    assert f"read: {folder / 'a.txt'}" in told
    assert f"refused: {folder / 'c.txt'}" in told
    assert "images 1" in told
    assert " s" in told
    assert "reading, searching, comparing: " in told
    assert json.loads(ran.out)["pages"]


@pytest.mark.skipif(shutil.which("script") is None, reason="script(1) gives a terminal to write to")
@pytest.mark.parametrize(("env", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_colour_only_where_the_terminal_has_it(page: Path, env: dict[str, str], coloured: bool) -> None:
    bare = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    words = f"{sys.executable} -c 'from tanik.cli.main import main; main()' check {page} --no-library --lang en"
    ran = subprocess.run(
        ["script", "-qec", words, "/dev/null"],
        capture_output=True,
        text=True,
        check=True,
        env={**bare, "TERM": "xterm-256color", **env},
    )
    assert ("\x1b[1m" in ran.stdout) is coloured
    assert "1921" in ran.stdout


# Completion


@pytest.fixture(scope="module")
def on_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the program in it, as it lies beside this Python or as a script that calls it."""
    folder = tmp_path_factory.mktemp("bin")
    script = folder / "tanik"
    script.write_text(f"#!{sys.executable}\nfrom tanik.cli.main import main\nmain()\n", encoding="utf-8")
    script.chmod(0o755)
    return folder


_ASK = {
    "bash": (
        'eval "$(tanik completion bash)"; COMP_WORDS=(tanik {words}); COMP_CWORD={place}; _tanik_completion tanik; '
        'printf "%s\\n" "${{COMPREPLY[@]}}"'
    ),
    "zsh": (
        'compdef() {{ :; }}; eval "$(tanik completion zsh)"; '
        "env COMP_WORDS='tanik {words}' COMP_CWORD={place} _TANIK_COMPLETE=zsh_complete tanik"
    ),
    "fish": "tanik completion fish | source; complete -C 'tanik {words}'",
}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(
    ("words", "expected"),
    [("ver", "verify"), ("library ver", "verify"), ("check --format ht", "html"), ("check --bun", "--bundle")],
)
def test_each_shell_completes(on_path: Path, shell: str, words: str, expected: str) -> None:
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"{shell} is not installed")
    flags = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    asked = _ASK[shell].format(words=words, place=len(words.split()))
    env = {**os.environ, "PATH": f"{on_path}:{os.environ['PATH']}", "HOME": str(on_path)}
    ran = subprocess.run([found, *flags, "-c", asked], capture_output=True, text=True, check=False, env=env)
    assert expected in ran.stdout.split(), (ran.stdout, ran.stderr)


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_the_script_is_one_that_its_shell_can_read(on_path: Path, shell: str, tanik: Tanik) -> None:
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"{shell} is not installed")
    script = tanik("completion", shell).out
    assert script.count("_TANIK_COMPLETE") >= 1
    subprocess.run([found, "-n"], input=script, text=True, check=True)


# The manual


def test_the_manual_is_that_of_the_commands(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "tanik.cli.manual", str(tmp_path)], check=True)
    made = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    assert len(made) == 3
    for path in made:
        kept = (_ROOT / path).read_text(encoding="utf-8")
        assert kept == (tmp_path / path).read_text(encoding="utf-8"), f"python -m tanik.cli.manual . makes {path} anew"


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not installed")
@pytest.mark.parametrize("place", ["share/man/man1/tanik.1", "share/man/tr/man1/tanik.1"])
def test_the_man_page_is_read_without_complaint(place: str) -> None:
    env = {**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "100", "MANPAGER": "cat"}
    words = ["man", "-l", "--warnings", str(_ROOT / place)]
    ran = subprocess.run(words, capture_output=True, text=True, check=True, env=env)
    assert ran.stderr == ""
    for command in ("tanik check", "tanik verify", "tanik library add", "--again"):
        assert command in ran.stdout.replace("‐", "-").replace("−", "-")


def test_the_wheel_brings_the_manual() -> None:
    told = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shared = told["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert shared == {"share/man": "share/man"}
