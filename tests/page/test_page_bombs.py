"""Documents built to exhaust whoever opens them: refused with a clear error, in little time and memory."""

from __future__ import annotations

import contextlib
import io
import resource
import zipfile
from collections.abc import Callable

import pytest

from tanik.errors import EmptyPage, NotText, PageError, TooLarge
from tanik.page.archive import MAX_MEMBERS, bounded_read, open_archive
from tanik.page.read import read

from .bound import docx, epub, odt, tei, wiki, zipped

# Calls of functions, whatever the size: a byte or a level of markup that cost a call each would be more than these.
_MOST = 2_000_000
# What is read and not refused may cost so many a byte (129 at most were counted), but no square: of 20,000 brackets
# that look at each other it would be 10,000 a byte.
_A_BYTE = 150
_LAUGHS = (
    "<!DOCTYPE TEI [<!ENTITY a0 'kahkaha'>"
    + "".join(f"<!ENTITY a{level} '{f'&a{level - 1};' * 10}'>" for level in range(1, 10))
    + "]>"
)
_OUTSIDE = "<!DOCTYPE TEI [<!ENTITY dis SYSTEM 'file:///etc/passwd'><!ENTITY ag SYSTEM 'http://127.0.0.1:9/x'>]>"


def _deep(tag: str, levels: int) -> str:
    return f"<{tag}>" * levels + "söz" + f"</{tag}>" * levels


def _cut(text: str) -> bytes:
    return text[:-12].encode()


def _word_bomb() -> bytes:
    return docx("<w:p><w:r><w:t>" + "a" * 90_000_000 + "</w:t></w:r></w:p>")


def _many_members() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(MAX_MEMBERS + 1):
            archive.writestr(f"{number}", b"")
    return file.getvalue()


def _wiki_braces() -> bytes:
    return wiki(("A", "{{" * 20_000 + "söz " + "[[" * 20_000 + "'''" * 5_000)).encode()


BOMBS: list[tuple[str, Callable[[], bytes], type[PageError], str]] = [
    ("docx, one part of 90 MB", _word_bomb, TooLarge, "unpacks to more than"),
    (
        "odt, one part of 90 MB",
        lambda: odt("<text:p>" + "a" * 90_000_000 + "</text:p>"),
        TooLarge,
        "unpacks to more than",
    ),
    (
        "epub, one part of 90 MB",
        lambda: epub({"a": "<p>" + "a" * 90_000_000 + "</p>"}),
        TooLarge,
        "unpacks to more than",
    ),
    (
        "docx, one text of 12 MB",
        lambda: docx(f"<w:p><w:r><w:t>{_noise(12_000_000)}</w:t></w:r></w:p>"),
        TooLarge,
        "document.xml",
    ),
    ("zip of 20,001 members", _many_members, TooLarge, "20,000 members"),
    ("zip that is no document", lambda: zipped({"a.txt": "söz"}), NotText, "not one document"),
    ("xlsx", lambda: zipped({"_rels/.rels": "<r/>", "xl/workbook.xml": "<w/>"}), NotText, "Excel"),
    ("docx cut off", lambda: docx("<w:p/>")[:-60], NotText, "cut off or damaged"),
    ("docx without its text", lambda: zipped({"_rels/.rels": "<r/>"}), PageError, "no part 'word/document.xml'"),
    (
        "odt, locked",
        lambda: zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "META-INF/manifest.xml": "<m><encryption-data/></m>",
            }
        ),
        PageError,
        "password",
    ),
    ("tei, 3,000 levels", lambda: tei(_deep("div", 3_000)).encode(), TooLarge, "nests"),
    ("docx, 3,000 levels", lambda: docx(_deep("w:sdt", 3_000)), TooLarge, "nests"),
    ("tei, a text of 12 MB", lambda: tei(f"<p>{'a' * 12_000_000}</p>").encode(), TooLarge, "TEI"),
    (
        "billion laughs",
        lambda: tei("<p>Ha &a9; ha</p>").replace("<TEI", f"{_LAUGHS}<TEI", 1).encode(),
        TooLarge,
        "repeats",
    ),
    ("tei cut off", lambda: _cut(tei("<p>söz</p>")), NotText, "well-formed"),
    ("wiki cut off", lambda: _cut(wiki(("A", "söz"))), NotText, "well-formed"),
    ("wiki page of 3 MB", lambda: wiki(("A", "söz " * 750_000)).encode(), TooLarge, "wiki page"),
    ("epub without a package", lambda: zipped({"mimetype": "application/epub+zip"}), PageError, "container.xml"),
    ("epub of pictures", lambda: epub({"a": "<img src='a.png'/>"}), EmptyPage, "no text"),
]


def _noise(size: int) -> str:
    """Text that packs badly, so that its size and not its ratio is what is wrong."""
    return "".join(f"{number * 2_654_435_761 % 4_294_967_296:08x} " for number in range(size // 9))


@pytest.mark.parametrize(("name", "make", "error", "says"), BOMBS, ids=[row[0] for row in BOMBS])
def test_bombs_and_ruins(
    name: str, make: Callable[[], bytes], error: type[PageError], says: str, work: Callable[..., int]
) -> None:
    data = make()

    def refused() -> None:
        with pytest.raises(error, match=says):
            read(data)

    work(refused, most=_MOST)


def test_external_entities_are_not_fetched() -> None:
    text = tei("<p>Dış &dis; söz &ag; yok</p>").replace("<TEI", f"{_OUTSIDE}<TEI", 1)
    page = read(text.encode())
    assert len(page.text) < 40
    assert "root:" not in page.text


@pytest.mark.parametrize(
    "data",
    [
        _wiki_braces(),
        wiki(("A", "<div>" * 60_000)).encode(),
        wiki(("A", "{{a|" * 30_000)).encode(),
        wiki(("A", "{|\n|-\n" * 20_000)).encode(),
        wiki(("A", "[http://a.invalid " * 20_000)).encode(),
        ("> " * 5_000 + "söz").encode(),
        ("[" * 20_000 + "söz").encode(),
        ("*a **b " * 10_000).encode(),
        ("[^1]" * 5_000 + "\n\n[^1]: söz").encode(),
        ("| a " * 600 + "\n" + "|---" * 600 + "\n" + ("| b " * 600 + "\n") * 20).encode(),
    ],
    ids=[
        "wiki braces",
        "wiki tags",
        "wiki templates",
        "wiki tables",
        "wiki links",
        "quotations in quotations",
        "brackets",
        "emphasis",
        "notes",
        "wide table",
    ],
)
def test_markup_that_nests_or_never_closes(data: bytes, work: Callable[..., int]) -> None:
    def reading() -> None:
        with contextlib.suppress(PageError):
            read(data, path="a.md")

    work(reading, most=max(_MOST, _A_BYTE * len(data)))


def test_memory_stays_bounded() -> None:
    """The largest resident size of this process is a bound on what any bomb before it took."""
    for make in (_word_bomb, lambda: epub({"a": "<p>" + "a" * 90_000_000 + "</p>"})):
        data = make()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        with pytest.raises(TooLarge):
            read(data)
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 512 * 1024


def test_bounded_read_stops_at_its_limit() -> None:
    class Endless(io.RawIOBase):
        given = 0

        def read(self, size: int = -1) -> bytes:
            self.given += size
            return b"x" * size

    stream = Endless()
    with pytest.raises(TooLarge, match="1,000 bytes"):
        bounded_read(stream, 1_000, what="a.txt")  # type: ignore[arg-type]
    assert stream.given <= 2_000


def test_the_whole_archive_has_a_budget() -> None:
    archive = open_archive(zipped({"a": "x" * 600, "b": "y" * 600}), total=1_000)
    assert len(archive.read("a")) == 600
    with pytest.raises(TooLarge):
        archive.read("b")
