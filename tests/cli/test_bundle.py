"""The portable dossier: written whole, the same twice, read back without loss, shown safely, and proven."""

from __future__ import annotations

import hashlib
import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tanik.bundle.manifest import parse_manifest, write_manifest
from tanik.bundle.model import CRATE, DOSSIER, INPUTS, MANIFEST, OPTIONS, PASSAGES, README, SHOWN, Asked
from tanik.bundle.read import Bundle
from tanik.bundle.verify import verify_bundle
from tanik.bundle.write import write_bundle
from tanik.dossier.json import from_json
from tanik.errors import BundleError, UsageError

Tanik = Callable[..., Any]
_LETTER = (
    "Değirmenin ikinci taşını kasabaya ancak hasattan sonra gönderebileceğiz; un parasını da o vakit konuşuruz, "
    "şimdilik ambarın anahtarını muhtara bırakınız."
)
_ALTERED = _LETTER.replace("hasattan sonra", "hasattan önce")
_PAGE = (
    "<html lang='tr'><head><title>Değirmen davası</title></head><body><h1>Değirmen davası</h1>"
    "<p>Muhtara yazılan mektup 2 Haziran 1921 günlüdür ve şöyle der:</p>"
    f"<blockquote>{_ALTERED}</blockquote><p>Ambarda 40 çuval un vardı.</p></body></html>"
)


@pytest.fixture(scope="module")
def place(tanik: Tanik, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page, a library of two letters, and the bundle `out.zip` made of them."""
    folder = tmp_path_factory.mktemp("bundle")
    rows = [
        {"id": "a1", "text": f"Muhtar efendi, {_LETTER} Selam ederim.", "title": "Mektup", "date": "1921-06-02"},
        {"id": "a2", "text": "Kışın yol kapandı, posta katırları yaylada kaldı, haber alamadık."},
    ]
    (folder / "l.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    ran = tanik("library", "add", folder / "l.jsonl", "--collection", "letters", "--library", folder / "library")
    assert ran.status == 0, ran.err
    (folder / "sayfa.html").write_text(_PAGE, encoding="utf-8")
    (folder / "not.txt").write_text("Çeşme 3 Mayıs 1922 günü yapıldı; 12 kağnı taş taşındı.\n", encoding="utf-8")
    ran = tanik(
        *("check", folder / "sayfa.html", folder / "not.txt", folder / "yok.html"),
        *("--library", folder / "library", "--bundle", folder / "out.zip", "--lang", "en"),
    )
    assert ran.status == 1, ran.err
    assert "digest to publish" in ran.err
    return folder


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _report(path: Path, digest: str | None = None) -> Any:
    with Bundle.open(path) as bundle:
        return verify_bundle(bundle, digest)


# What is in it


def test_it_holds_what_is_needed_to_check_it(place: Path) -> None:
    parts = _parts(place / "out.zip")
    assert {README, CRATE, DOSSIER, SHOWN, INPUTS, OPTIONS, PASSAGES, MANIFEST} <= parts.keys()
    assert parts["captures/0001.html"] == _PAGE.encode()
    named = parse_manifest(parts[MANIFEST])
    assert named == {name: hashlib.sha256(data).hexdigest() for name, data in parts.items() if name != MANIFEST}
    inputs = json.loads(parts[INPUTS])
    assert [one["capture"] for one in inputs] == ["captures/0001.html", "captures/0002.txt", None]
    assert inputs[2]["reason"] == "there is no such file"


def test_the_passages_have_their_surroundings_and_their_source(place: Path) -> None:
    told = json.loads(_parts(place / "out.zip")[PASSAGES])
    (witness,) = told["witnesses"]
    assert witness["document"] == "letters:a1"
    assert "1921" in witness["citation"]
    assert len(witness["document_sha256"]) == len(witness["text_sha256"]) == 64
    (stretch,) = witness["stretches"]
    assert "hasattan sonra" in stretch["text"]
    assert stretch["before"].endswith("Muhtar efendi, ")
    assert stretch["used_by"][0]["page"] == "p1"


def test_the_manifest_is_one_that_sha256sum_reads(place: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(place / "out.zip") as archive:
        archive.extractall(tmp_path)
    ran = subprocess.run(["sha256sum", "-c", "--strict", "--quiet", MANIFEST], cwd=tmp_path, check=False)
    assert ran.returncode == 0


def test_an_outside_reader_takes_the_crate(place: Path) -> None:
    rocrate = pytest.importorskip("rocrate.rocrate")
    crate = rocrate.ROCrate(str(place / "out.zip"))
    files = {entity.id for entity in crate.data_entities}
    assert files == _parts(place / "out.zip").keys() - {CRATE}
    assert "Değirmen davası" in crate.name
    assert crate.root_dataset["license"]["name"] == "Rights"
    assert {action.type for action in crate.contextual_entities} >= {"CreateAction", "SoftwareApplication"}


def test_the_same_dossier_gives_the_same_bytes(place: Path, tmp_path: Path) -> None:
    with Bundle.open(place / "out.zip") as bundle:
        dossier, handed, asked = bundle.dossier(), bundle.handed(), bundle.asked()
        files = []
        for number, one in enumerate(one for one in handed if one.capture):
            kept = tmp_path / f"{number}"
            kept.write_bytes(bundle.read(str(one.capture)))
            files.append((str(one.capture), kept))
        written = json.loads(bundle.read(PASSAGES))["witnesses"]
        documents = {row["document"]: row["document_sha256"] for row in written}
    for name in ("a.zip", "b.zip"):
        write_bundle(tmp_path / name, dossier, handed, files, asked=asked, documents=documents)
    first = (tmp_path / "a.zip").read_bytes()
    assert first == (tmp_path / "b.zip").read_bytes() == (place / "out.zip").read_bytes()


def test_the_dossier_is_read_back_as_it_was_written(place: Path) -> None:
    parts = _parts(place / "out.zip")
    with Bundle.open(place / "out.zip") as bundle:
        dossier = bundle.dossier()
        assert bundle.asked() == Asked("en")
    assert dossier == from_json(json.loads(parts[DOSSIER]))
    assert [report.page.text for report in dossier.pages] == [parts[f"texts/p{n}.txt"].decode() for n in (1, 2)]


# verify


def test_what_was_written_is_proven(place: Path, tanik: Tanik) -> None:
    report = _report(place / "out.zip")
    assert report.sound, report.alterations
    assert {proof.code for proof in report.proofs} >= {
        "parts",
        "crate",
        "spans",
        "captures",
        "passages",
        "again",
        "read",
    }
    assert report.unproven == ("digest", "origin")
    assert _report(place / "out.zip", report.digest).unproven == ("origin",)
    ran = tanik("verify", place / "out.zip", "--digest", report.digest.upper(), "--lang", "tr")
    assert ran.status == 0
    assert "Değiştirilmiş bir şey yok" in ran.out


def _rewritten(parts: dict[str, bytes]) -> bytes:
    """A ZIP of `parts` as an attacker without knowledge of our ways would make it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _remade(parts: dict[str, bytes]) -> bytes:
    """A ZIP of `parts` as one would make it who knows all of our ways: times, attributes, crate, manifest anew."""
    told = json.loads(parts[CRATE])
    for row in told["@graph"]:
        if row.get("sha256"):
            data = parts[row["@id"]]
            row["sha256"], row["contentSize"] = hashlib.sha256(data).hexdigest(), str(len(data))
    parts[CRATE] = (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in parts.items() if name != MANIFEST}
    parts[MANIFEST] = write_manifest(digests)
    return _packed(parts, json.loads(parts[DOSSIER])["created"])


def _packed(parts: dict[str, bytes], created: str) -> bytes:
    """A ZIP of `parts` packed in our way."""
    from tanik.bundle.write import _entry, stamp_of

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(parts):
            archive.writestr(_entry(name, stamp_of(created)), parts[name])
    return buffer.getvalue()


def _swap(parts: dict[str, bytes], name: str, old: str, new: str) -> None:
    data = parts[name].decode()
    assert old in data, (name, old)
    parts[name] = data.replace(old, new).encode()


_CLUMSY: dict[str, Callable[[dict[str, bytes]], None]] = {
    "a word of the page": lambda p: _swap(p, "texts/p1.txt", "hasattan", "hasadtan"),
    "a byte of a capture": lambda p: _swap(p, "captures/0001.html", "40", "50"),
    "the shown HTML": lambda p: _swap(p, SHOWN, "</body>", "<p>Hepsi doğru.</p></body>"),
    "a status": lambda p: _swap(p, DOSSIER, '"altered"', '"verbatim"'),
    "a passage of the library": lambda p: _swap(p, PASSAGES, "hasattan sonra", "hasattan önce"),
    "an input": lambda p: _swap(p, INPUTS, "sayfa.html", "baska.html"),
    "an option": lambda p: _swap(p, OPTIONS, '"fast": false', '"fast": true'),
    "the crate": lambda p: _swap(p, CRATE, "Değirmen", "Çeşme"),
    "the words for people": lambda p: _swap(p, README, "sha256sum", "md5sum"),
    "a digest in the manifest": lambda p: _swap(p, MANIFEST, "captures/0002.txt", "captures/0009.txt"),
    "an empty manifest": lambda p: p.update({MANIFEST: b""}),
    "a manifest out of order": lambda p: p.update({MANIFEST: b"".join(sorted(p[MANIFEST].splitlines(keepends=True)))}),
    "a file more": lambda p: p.update({"captures/0003.html": b"<p>yeni"}),
    "a file less": lambda p: p.pop("captures/0002.txt") and None,
    "a file of another name": lambda p: p.update({"captures/9.html": p.pop("captures/0001.html")}),
    "no dossier": lambda p: p.pop(DOSSIER) and None,
}


@pytest.mark.parametrize("what", _CLUMSY)
def test_a_clumsy_change_is_seen(place: Path, tmp_path: Path, what: str) -> None:
    """Whether it is packed by another program or in our own way."""
    parts = _parts(place / "out.zip")
    created = json.loads(parts[DOSSIER])["created"]
    _CLUMSY[what](parts)
    for data in (_rewritten(parts), _packed(parts, created)):
        (tmp_path / "x.zip").write_bytes(data)
        codes = {one.code for one in _report(tmp_path / "x.zip").alterations}
        assert codes & {"changed", "missing", "unnamed", "manifest"}, codes


def _edit(parts: dict[str, bytes], name: str, change: Callable[[Any], None]) -> None:
    told = json.loads(parts[name])
    change(told)
    parts[name] = (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


_CUNNING: dict[str, tuple[Callable[[dict[str, bytes]], None], set[str]]] = {
    "a status, everything signed anew": (lambda p: _swap(p, DOSSIER, '"altered"', '"verbatim"'), {"again"}),
    "a word of the page's text": (lambda p: _swap(p, DOSSIER, "hasattan önce", "hasattan sonra"), {"again", "spans"}),
    "a word of the text file": (lambda p: _swap(p, "texts/p1.txt", "muhtara", "mukhtara"), {"again"}),
    "the capture": (lambda p: _swap(p, "captures/0001.html", "40 çuval", "90 çuval"), {"captures"}),
    "the capture and its digest": (
        lambda p: _new_capture(p, "40 çuval", "90 çuval"),
        {"again", "read"},
    ),
    "the shown HTML": (lambda p: _swap(p, SHOWN, "</body>", "<p>Hepsi doğru.</p></body>"), {"again"}),
    "a script in the HTML": (lambda p: _swap(p, SHOWN, "</body>", "<script>alert(1)</script></body>"), {"again"}),
    "a witness's words": (lambda p: _swap(p, PASSAGES, "hasattan sonra", "hasattan önce!"), {"passages", "again"}),
    "a citation": (lambda p: _edit(p, PASSAGES, lambda t: t["witnesses"][0].update(citation="Uydurma")), {"again"}),
    "a hidden capture": (lambda p: p.update({"captures/0003.html": b"<p>x"}), {"captures", "crate"}),
    "an input without its capture": (lambda p: _edit(p, INPUTS, lambda t: t.pop(0)), {"captures"}),
    "another language": (lambda p: _edit(p, OPTIONS, lambda t: t.update(language="tr")), {"again"}),
    "the time": (lambda p: _edit(p, DOSSIER, lambda t: t.update(created="2020-01-01T00:00:00+00:00")), {"again"}),
    "a dossier that is none": (lambda p: p.update({DOSSIER: b'{"created": ""}'}), {"unreadable"}),
}


def _new_capture(parts: dict[str, bytes], old: str, new: str) -> None:
    """Another page with its right digest everywhere."""
    before = hashlib.sha256(parts["captures/0001.html"]).hexdigest()
    _swap(parts, "captures/0001.html", old, new)
    after = hashlib.sha256(parts["captures/0001.html"]).hexdigest()
    for name in (DOSSIER, INPUTS):
        _swap(parts, name, before, after)


@pytest.mark.parametrize("what", _CUNNING)
def test_a_cunning_change_does_not_fit(place: Path, tmp_path: Path, what: str) -> None:
    """Crate, manifest, times and packing are made anew, and still the parts do not fit each other."""
    parts = _parts(place / "out.zip")
    change, codes = _CUNNING[what]
    change(parts)
    (tmp_path / "x.zip").write_bytes(_remade(parts))
    report = _report(tmp_path / "x.zip")
    assert codes & {one.code for one in report.alterations}, report.alterations
    before = _report(place / "out.zip").digest
    assert "digest" in {one.code for one in _report(tmp_path / "x.zip", before).alterations}


def test_the_packing_itself_is_looked_at(place: Path, tmp_path: Path) -> None:
    whole = (place / "out.zip").read_bytes()
    parts = _parts(place / "out.zip")
    (tmp_path / "same.zip").write_bytes(_remade(dict(parts)))
    assert _report(tmp_path / "same.zip").sound
    odd = {
        "before": b"MZ" + whole,
        "behind": whole + b"\0",
        "comment": whole[:-2] + b"\x03\x00abc",
        "times": _rewritten(parts),
    }
    for name, data in odd.items():
        (tmp_path / "x.zip").write_bytes(data)
        ran = _report(tmp_path / "x.zip")
        assert not ran.sound, name
    buffer = io.BytesIO(whole)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(DOSSIER, parts[DOSSIER])
    (tmp_path / "x.zip").write_bytes(buffer.getvalue())
    assert "named_twice" in {one.code for one in _report(tmp_path / "x.zip").alterations}


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_every_flipped_bit_is_seen(place: Path, tmp_path: Path, at: float, bit: int) -> None:
    """Any single bit: in a part, in its header, in the table, in the end."""
    data = bytearray((place / "out.zip").read_bytes())
    data[int(at * len(data))] ^= 1 << bit
    (tmp_path / "x.zip").write_bytes(data)
    try:
        report = _report(tmp_path / "x.zip")
    except BundleError:
        return
    # ZIP has fields that nobody reads: the version that made or is needed, disk numbers. What is unpacked is the same.
    if report.sound:
        assert _parts(tmp_path / "x.zip") == _parts(place / "out.zip")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keep=st.floats(0, 1, exclude_max=True))
def test_a_bundle_cut_short_is_no_bundle(place: Path, tmp_path: Path, keep: float) -> None:
    data = (place / "out.zip").read_bytes()
    (tmp_path / "x.zip").write_bytes(data[: int(keep * len(data))])
    with pytest.raises(BundleError):
        Bundle.open(tmp_path / "x.zip")


def test_bombs_and_names_that_lead_elsewhere(place: Path, tmp_path: Path, tanik: Tanik) -> None:
    parts = _parts(place / "out.zip")
    (tmp_path / "bomb.zip").write_bytes(_rewritten({**parts, "captures/bomb.bin": bytes(80 * 1024 * 1024)}))
    with pytest.raises(BundleError, match="bomb"):
        Bundle.open(tmp_path / "bomb.zip")
    for name in ("../../etc/x.txt", "/etc/x", "a\\b", "texts/../../x", "captures/a\nb"):
        (tmp_path / "x.zip").write_bytes(_rewritten({**parts, name: b"x"}))
        assert "name" in {one.code for one in _report(tmp_path / "x.zip").alterations}
        before = set(tmp_path.rglob("*"))
        ran = tanik("open", tmp_path / "x.zip", "--format", "text")
        assert ran.status == 0
        assert "not as it was written" in ran.err
        assert set(tmp_path.rglob("*")) == before


# Written whole or not at all


def test_a_killed_writer_leaves_what_was_there(place: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.zip"
    target.write_bytes(b"what was there before")
    code = (
        "import sys, time, zipfile; from pathlib import Path\n"
        "from tanik.bundle.read import Bundle; from tanik.bundle.write import write_bundle\n"
        "slow = zipfile.ZipFile.writestr\n"
        "def writestr(self, *a, **k):\n    slow(self, *a, **k); print('part', flush=True); time.sleep(0.2)\n"
        "zipfile.ZipFile.writestr = writestr\n"
        "b = Bundle.open(Path(sys.argv[1])); write_bundle(Path(sys.argv[2]), b.dossier(), b.handed())\n"
    )
    words = [sys.executable, "-c", code, str(place / "out.zip"), str(target)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for _ in range(3):
            assert writer.stdout.readline() == "part\n"
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait(10)
    assert target.read_bytes() == b"what was there before"


def test_where_nothing_can_be_written_the_reason_is_told(place: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Bundle.open(place / "out.zip") as bundle, pytest.raises(UsageError, match="--bundle"):
        write_bundle(tmp_path / "file" / "out.zip", bundle.dossier(), bundle.handed())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]


# open


def test_open_gives_every_form(place: Path, tanik: Tanik, tmp_path: Path) -> None:
    parts = _parts(place / "out.zip")
    for form, mark in (("text", "Değirmen davası"), ("md", "Değirmen davası"), ("html", "<!DOCTYPE html>")):
        ran = tanik("open", place / "out.zip", "--format", form)
        assert ran.status == 0, ran.err
        assert mark in ran.out
        assert not ran.err
    assert tanik("open", place / "out.zip", "--format", "json").out.encode() == parts[DOSSIER]
    ran = tanik("open", place / "out.zip", "--no-browser")
    assert Path(ran.out.strip()).read_bytes() == parts[SHOWN]


def test_open_shows_the_page_in_the_browser(place: Path, tanik: Tanik, monkeypatch: pytest.MonkeyPatch) -> None:
    import webbrowser

    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda url: opened.append(url) or True)
    assert tanik("open", place / "out.zip").status == 0
    assert len(opened) == 1
    assert opened[0].startswith("file://")


def test_nobodys_markup_reaches_the_browser(place: Path, tmp_path: Path, tanik: Tanik) -> None:
    parts = _parts(place / "out.zip")
    _swap(parts, SHOWN, "</body>", "<script>fetch('//e.example')</script></body>")
    (tmp_path / "x.zip").write_bytes(_remade(parts))
    ran = tanik("open", tmp_path / "x.zip", "--no-browser", "--lang", "en")
    assert ran.status == 0
    assert "made anew" in ran.err
    assert "e.example" not in Path(ran.out.strip()).read_text(encoding="utf-8")


@pytest.mark.parametrize("verb", ["open", "verify"])
def test_what_is_no_bundle_is_told(verb: str, tmp_path: Path, tanik: Tanik, place: Path) -> None:
    assert tanik(verb, tmp_path / "none.zip").status == 2
    (tmp_path / "x.zip").write_bytes(b"PK but no more")
    ran = tanik(verb, tmp_path / "x.zip")
    assert (ran.status, ran.out) == (1, "")
    assert "not a bundle" in ran.err
    (tmp_path / "x.zip").write_bytes(_rewritten({"a.txt": b"x"}))
    assert tanik(verb, tmp_path / "x.zip").status == 1
    assert tanik("verify", place / "out.zip", "--digest", "abc").status == 2


# again


def test_again_with_the_same_library_nothing_is_new(place: Path, tanik: Tanik) -> None:
    ran = tanik("check", "--again", place / "out.zip", "--library", place / "library", "--lang", "en")
    assert ran.status == 1, ran.err  # the file that was not there is refused again
    assert "Nothing is new" in ran.out
    told = json.loads(
        tanik("check", "--again", place / "out.zip", "--library", place / "library", "--format", "json").out
    )
    assert told["nothing"] is True
    assert told["before"] == told["after"]


@pytest.fixture(scope="module")
def grown(place: Path, tanik: Tanik, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of another day: a letter is gone, another has the altered words."""
    folder = tmp_path_factory.mktemp("grown")
    row = {"id": "b7", "text": f"Kâtip yazdı: {_ALTERED} Vesselam.", "date": "1921-07-01"}
    (folder / "l.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    ran = tanik("library", "add", folder / "l.jsonl", "--collection", "press", "--library", folder / "library")
    assert ran.status == 0, ran.err
    return folder / "library"


@pytest.mark.parametrize("lang", ["tr", "en"])
def test_again_tells_what_is_new(place: Path, grown: Path, tanik: Tanik, lang: str) -> None:
    from tanik.dossier.phrases import word

    words = f"{word('status', 'altered', lang)} → {word('status', 'verbatim', lang)}"
    ran = tanik("check", "--again", place / "out.zip", "--library", grown, "--lang", lang)
    assert words in ran.out
    assert "press:b7" in ran.out
    assert "letters:a1" in ran.out


def test_again_as_json_and_as_a_new_bundle(place: Path, grown: Path, tanik: Tanik, tmp_path: Path) -> None:
    ran = tanik(
        *("check", "--again", place / "out.zip", "--library", grown, "--format", "json"),
        *("--bundle", tmp_path / "new.zip"),
    )
    told = json.loads(ran.out)
    (change,) = told["quotations"]
    assert (change["before"], change["after"]) == ("altered", "verbatim")
    assert (change["came"], change["went"]) == (["press:b7"], ["letters:a1"])
    assert told["new_witnesses"] == ["press:b7"]
    assert told["lost_documents"] == ["letters:a1"]
    assert told["gone_witnesses"] == []
    assert _report(tmp_path / "new.zip").sound
    assert _parts(tmp_path / "new.zip")["captures/0001.html"] == _PAGE.encode()
    back = tanik("check", "--again", tmp_path / "new.zip", "--library", grown, "--format", "json")
    assert json.loads(back.out)["nothing"] is True


def test_again_and_pages_exclude_each_other(place: Path, tanik: Tanik) -> None:
    assert tanik("check", "--again", place / "out.zip", "x.html").status == 2
    assert tanik("check").status == 2
    assert tanik("check", "--again", place / "out.zip", "--no-library", "--format", "html").status == 2


def test_a_capture_that_was_altered_is_not_examined(place: Path, tmp_path: Path, tanik: Tanik) -> None:
    parts = _parts(place / "out.zip")
    _swap(parts, "captures/0001.html", "40", "50")
    (tmp_path / "x.zip").write_bytes(_rewritten(parts))
    ran = tanik("check", "--again", tmp_path / "x.zip", "--no-library")
    assert ran.status == 1
    assert "captures/0001.html" in ran.err


def test_verifying_costs_a_few_times_the_checking_it_does_again(
    place: Path, tanik: Tanik, work: Callable[..., int]
) -> None:
    pages = place / "sayfa.html", place / "not.txt", place / "yok.html"

    def checked() -> None:
        tanik("check", *pages, "--library", place / "library", "--format", "json")

    checked()  # what words are by themselves is known from here on
    _report(place / "out.zip")
    assert work(lambda: _report(place / "out.zip")) < 5 * work(checked)  # 3.5 times were counted
