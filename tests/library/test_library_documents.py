"""What goes in comes out: documents, ids, replacing, removing, searching."""

from __future__ import annotations

from pathlib import Path

import pytest

from tanik.errors import LibraryError, LibraryMissing, RecordError, UnknownDocument, UsageError
from tanik.library.library import Library
from tanik.library.model import Document, Refused

LETTER = Document(
    "letters",
    "a-1",
    "Sayın Kâzım Bey, İzmir'deki otuz vagon buğdayı aldık. Şükranlarımızı sunarız.",
    title="Buğday için teşekkür",
    author="Bir memur",
    date="1921-05-19",
    series="bugday",
    source="Defter",
    volume="II",
    pages="18",
    url="https://example.org/a-1",
)
REPORT = Document("reports", "7", "Iğdır’dan gelen rapor: altın sevk edilmedi, senetler iade olundu.", date="1922")
SHORT = Document("reports", "8", "Evet.", date="1919/1923")


@pytest.fixture
def library(tmp_path: Path):
    with Library.open(tmp_path / "library", create=True) as opened:
        yield opened


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"collection": "a b"}, "collection"),
        ({"collection": "a:b"}, "collection"),
        ({"collection": ""}, "collection"),
        ({"name": " "}, "id"),
        ({"name": "a\nb"}, "id"),
        ({"name": "x" * 501}, "id"),
        ({"date": "19 Mayıs 1919"}, "EDTF"),
        ({"date": "1919-13"}, "EDTF"),
        ({"text": "yarım \ud83d harf"}, "surrogate"),
    ],
)
def test_a_document_is_checked_when_it_is_made(fields, said):
    with pytest.raises(RecordError, match=said):
        Document(**{"collection": "c", "name": "n", "text": "t", **fields})


@pytest.mark.parametrize("date", ["1919", "1919-05", "1919-05-19", "1919~", "192X", "1919/1923", "1919/..", "/1919-05"])
def test_edtf_dates_are_taken(date):
    assert Document("c", "n", "t", date=date).date == date


def test_every_field_comes_back(library):
    report = library.add([LETTER, REPORT, SHORT])
    assert (report.added, report.unchanged, report.replaced, report.refused) == (3, 0, (), ())
    assert [library.get(document.id) for document in (LETTER, REPORT, SHORT)] == [LETTER, REPORT, SHORT]
    assert [entry.id for entry in library.documents()] == ["letters:a-1", "reports:7", "reports:8"]
    assert [entry.id for entry in library.documents("letters")] == ["letters:a-1"]
    assert [(entry.name, entry.documents) for entry in library.collections()] == [("letters", 1), ("reports", 2)]


def test_a_document_is_evidence(library):
    library.add([LETTER])
    number = next(library.documents()).number
    witness = library.witness(number)
    assert witness == library.named("letters:a-1")
    assert (witness.id, witness.text, witness.volume, witness.pages) == (LETTER.id, LETTER.text, "II", "18")
    with pytest.raises(UnknownDocument):
        library.witness(number + 1)


def test_what_was_searched_is_told(library):
    library.add([LETTER, REPORT, SHORT])
    searched = library.searched
    assert (searched.documents, searched.collections) == (3, ("letters", "reports"))
    assert (searched.earliest, searched.latest) == ("1919/1923", "1922")
    assert searched.digest == library.digest
    assert library.tokens == sum(entry.tokens for entry in library.documents())


def test_the_digest_is_of_the_contents_and_not_of_their_order(tmp_path, library):
    library.add([LETTER, REPORT])
    with Library.open(tmp_path / "other", create=True) as other:
        empty = other.digest
        other.add([REPORT])
        assert other.digest not in {empty, library.digest}
        other.add([LETTER])
        assert other.digest == library.digest
        other.add([Document("reports", "7", REPORT.text)])
        assert other.digest != library.digest


def test_adding_again_changes_nothing(library):
    library.add([LETTER, REPORT])
    before = library.digest
    report = library.add([REPORT, LETTER])
    assert (report.added, report.unchanged, report.replaced) == (0, 2, ())
    assert library.digest == before


def test_other_content_replaces_and_says_so(library):
    library.add([LETTER, REPORT])
    other = Document("reports", "7", "Rapor geri alındı.")
    report = library.add([other])
    assert (report.added, report.replaced) == (0, ("reports:7",))
    assert library.get("reports:7") == other
    assert len(library) == 2
    assert library.search("senetler") == ()


def test_the_last_of_one_add_holds(library):
    versions = [Document("c", "n", f"sürüm {index} metni burada duruyor") for index in range(3)]
    report = library.add(versions)
    assert (report.added, report.replaced) == (1, ("c:n", "c:n"))
    assert library.get("c:n") == versions[-1]


def test_refusals_go_by(library):
    report = library.add([LETTER, Refused("x.jsonl:3", "no JSON"), REPORT])
    assert (report.added, report.refused) == (2, (Refused("x.jsonl:3", "no JSON"),))


def test_a_removed_document_is_gone(library):
    library.add([LETTER, REPORT])
    assert library.remove("letters:a-1").title == LETTER.title
    assert [entry.id for entry in library.documents()] == ["reports:7"]
    assert library.searched.collections == ("reports",)
    assert library.search("buğday") == ()
    with pytest.raises(UnknownDocument, match="letters:a-1"):
        library.get("letters:a-1")
    with pytest.raises(UnknownDocument, match="letters:a-1"):
        library.remove("letters:a-1")
    assert library.verify().clean


def test_removing_most_of_it_gives_the_room_back(library):
    documents = [Document("c", str(index), f"{index} numaralı kayıt " * 200) for index in range(40)]
    library.add(documents)
    folder = library.path
    before = sum(path.stat().st_size for path in folder.glob("texts/*"))
    for document in documents[1:]:
        library.remove(document.id)
    assert sum(path.stat().st_size for path in folder.glob("texts/*")) < before / 4
    assert library.get("c:0") == documents[0]
    assert [found.entry.id for found in library.search("kayıt")] == ["c:0"]
    assert library.verify().clean


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("KÂZIM", ["letters:a-1"]),
        ("kazim bey", ["letters:a-1"]),
        ("İZMİR", ["letters:a-1"]),
        ("ığdır", ["reports:7"]),
        ("IĞDIR", ["reports:7"]),
        ("vagon", ["letters:a-1"]),
        ("senet", ["reports:7"]),
        ("teşekkür", ["letters:a-1"]),
        ('"otuz vagon"', ["letters:a-1"]),
        ('"vagon otuz"', []),
        ("vagon senet", []),
        ("eve", []),
        ("evet", ["reports:8"]),
        ("rapor NOT altın", []),
        ("vagon* OR (", []),
    ],
)
def test_words_are_found_the_turkish_way(library, words, found):
    library.add([LETTER, REPORT, SHORT])
    assert [one.entry.id for one in library.search(words)] == found


def test_a_found_stretch_reads_back(library):
    library.add([LETTER])
    (found,) = library.search("buğday")
    assert LETTER.text[found.start : found.end] == "buğdayı"
    assert "buğdayı" in found.snippet


def test_a_search_needs_a_word(library):
    with pytest.raises(UsageError):
        library.search('"" !')


def test_search_stays_in_a_collection_and_under_its_limit(library):
    library.add(Document(f"c{index % 2}", str(index), f"ortak söz {index}") for index in range(10))
    assert len(library.search("ortak")) == 10
    assert len(library.search("ortak", most=3)) == 3
    assert {found.entry.collection for found in library.search("ortak", collection="c1")} == {"c1"}


def test_there_must_be_a_library(tmp_path):
    with pytest.raises(LibraryMissing, match="library add"):
        Library.open(tmp_path / "none")
    with pytest.raises(LibraryMissing):
        Library.open(tmp_path)


def test_texts_of_every_kind_come_back(library):
    texts = ["", " ", "\0", "a\r\nb", "é e\u0301", "𝔘 🙂", "İ" * 5000]
    documents = [Document("c", str(index), text) for index, text in enumerate(texts)]
    library.add(documents)
    assert [library.get(document.id).text for document in documents] == texts
    assert library.verify().clean


def test_a_closed_library_says_so(library):
    library.add([LETTER])
    library.close()
    for ask in (lambda: library.get(LETTER.id), lambda: list(library.documents()), lambda: library.search("vagon")):
        with pytest.raises(LibraryError, match="closed"):
            ask()
    library.refresh()
    assert library.get(LETTER.id) == LETTER


def test_without_a_folder_the_one_of_the_commands_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TANIK_LIBRARY", str(tmp_path / "mine"))
    with Library.open(create=True) as library:
        assert library.path == tmp_path / "mine"
    monkeypatch.delenv("TANIK_LIBRARY")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with pytest.raises(LibraryMissing, match="tanik"):
        Library.open()


def test_whose_words_are_held_is_known_where_every_document_says_so(tmp_path):
    folder = tmp_path / "library"
    with Library.open(folder, create=True) as opened:
        opened.add([LETTER])
    with Library.open(folder) as opened:
        assert opened.authors == {"Bir memur"}
    with Library.open(folder, create=True) as opened:
        opened.add([REPORT])
    with Library.open(folder) as opened:
        assert opened.authors == frozenset()
