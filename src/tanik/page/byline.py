"""By-lines of a laid-out page: who wrote it and when, as printed.

Comes in: an anatomy and where the main text stands. Goes out: which runs are by-lines, the authors and the
time. What is printed goes before what the head declares, except the bibliographic fields of journals; a time is
given as precisely as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Final

from tanik.core.fold import fold
from tanik.page.ago import find_ages
from tanik.page.anatomy import Anatomy
from tanik.page.contribution import Contribution
from tanik.page.grids import cells_of_row
from tanik.page.head import Head
from tanik.page.main_text import MainText
from tanik.page.stamp import find_stamps, iso_stamp
from tanik.page.title import title_parts
from tanik.page.vocabulary import (
    clean_name,
    has_printed_place,
    is_boilerplate,
    is_field,
    looks_like_name,
    named_author,
    owner_of,
    tells_update,
)

__all__ = ["is_byline", "page_authors", "page_published"]

_LONGEST: Final = 200
_PAIR: Final = 2  # a label and what it stands for
_DATELINE: Final = re.compile(r"(?:[^\W\d_][^\W\d]*[ ,]+){0,3}\d{1,2}[ ./]\s*[\w.]+[ ./]\s*1\d{3}\b")
_YEAR: Final = re.compile(r"\b(?:1\d|20)\d\d\b")
_WEEKDAYS: Final = re.compile(
    r"\b(?:Pazartesi|Salı|Çarşamba|Perşembe|Cuma|Cumartesi|Pazar|\w+day)\b|\b\d[\d.\s]*\b|[|·•/,–\-»«]"
)
_CLOCK: Final = re.compile(r"^(?:[01]?\d|2[0-3])[:.][0-5]\d$")
# "3 907 baxış": how often a page was seen, behind its day
_COUNTER: Final = re.compile(
    r"\b\d[\d.\s]*(?:baxış|oxunma|oxunub|görüntülenme|okunma|okuma|views|min(?:utes?)? read)\b"
)
_MAIL: Final = re.compile(r"^\s*(?P<user>[\w.+-]{3,})@[\w-]+(?:\.[\w-]+)+\s*$")
_SURNAME: Final = 4  # letters
_BOX: Final = 3  # lines of the main text among which a columnist's box may stand
_CAPITALISED: Final = re.compile(r"^[A-ZÇĞİÖŞÜƏА-ЯӘҒҜӨҮҺҸЈ][\w'’.]+(?:\s+[A-ZÇĞİÖŞÜƏА-ЯӘҒҜӨҮҺҸЈ][\w'’.\-]*){1,3}$")
_IN_MARKS: Final = re.compile(r"[“„«\"‘'][^“„«]{20,}[”»\"’']\.?", re.DOTALL)
_LIST: Final = re.compile(r"\s*(?:,|;|\s+ve\s+|\s+and\s+|\s+və\s+)\s*")


def _has_time(text: str) -> bool:
    return bool(find_stamps(text) or find_ages(text, fold(text)))


def _rest(text: str) -> str:
    """What is left of a line when stamps, weekdays, counters and separators are taken off."""
    for stamp in reversed(find_stamps(text) or find_ages(text, fold(text))):
        text = f"{text[: stamp.span.start]} {text[stamp.span.end :]}"
    return " ".join(_WEEKDAYS.sub(" ", _COUNTER.sub(" ", text)).split())


def _labelled(anatomy: Anatomy, run: int) -> bool:
    """Whether an element named author or time stands in the run, or the run in one."""
    if anatomy.roles(run) & {"author", "meta", "time"}:
        return True
    place = anatomy.layout.runs[run]
    last = anatomy.layout.lasts[place.box]
    for box in range(place.box, min(last, place.box + 40) + 1):
        start, end = anatomy.layout.starts[box], anatomy.layout.ends[box]
        if place.start <= start < end <= place.end and anatomy.own[box] & {"author", "time"}:
            return anatomy.tag(box) != "cite"
    return False


def is_byline(anatomy: Anatomy, main: MainText, run: int) -> bool:
    """Whether the run says who wrote the page, or when."""
    text, roles = anatomy.text(run), anatomy.roles(run)
    if (
        run in anatomy.days
        or len(text) > _LONGEST
        or not main.near(run)
        or "sources" in roles
        or run in (main.article or ())
    ):
        return False
    if run not in anatomy.runs_of(main.region) and not roles & {"meta", "time", "author"}:
        return False
    stamps, deep = anatomy.stamps[run], _is_deep(anatomy, main, run)
    if (deep and not stamps) or any(
        within(anatomy, run) for within in (_in_table_of_facts, _in_rows, _in_list, _heads_a_letter)
    ):
        return False
    if _signs_a_quotation(anatomy, run) or (has_printed_place(text) and not _labelled(anatomy, run)):
        return False
    author = named_author(text, anatomy.folded[run])
    if deep or _is_platforms(anatomy, run):
        return bool(author and stamps) and _is_stamp_line(anatomy, run)
    return _labelled(anatomy, run) or bool(author and len(text) < 120) or _is_stamp_line(anatomy, run)


def _signs_a_quotation(anatomy: Anatomy, run: int) -> bool:
    """Whether an unlabelled line stands right under quoted words: who signed the letter did not write the page."""
    if run == 0 or _labelled(anatomy, run):
        return False
    above = anatomy.text(run - 1).strip()
    return "quote" in anatomy.roles(run - 1) or _IN_MARKS.fullmatch(above) is not None


def _in_table_of_facts(anatomy: Anatomy, run: int) -> bool:
    """Whether a cell of the run's table row is a heading: an infobox tells of its subject, not of the page."""
    layout = anatomy.layout
    for box in anatomy.layout.ancestors(layout.runs[run].box):
        if anatomy.tag(box) == "tr":
            cells = range(box + 1, layout.lasts[box] + 1)
            return any(anatomy.tag(cell) == "th" and layout.parents[cell] == box for cell in cells)
    return False


def _in_rows(anatomy: Anatomy, run: int) -> bool:
    """Whether an unlabelled day heads a row of several rows, a column of days, or what a `dt` is a term for.

    A platform prints its time once: a table or a list of terms with a day a row tells of those days.
    """
    if not anatomy.stamps[run] or _labelled(anatomy, run):
        return False
    layout = anatomy.layout
    boxes = (box for box in layout.ancestors(layout.runs[run].box) if anatomy.tag(box) in {"td", "th", "dt"})
    box = next(boxes, None)
    if box is None:
        return False
    cell = layout.elements[box]
    row = cell.getparent()
    if anatomy.tag(box) == "dt" or row is None or row.tag != "tr":
        return anatomy.tag(box) == "dt"
    cells = cells_of_row(row)
    near = [
        cells_of_row(other) for other in (row.getprevious(), row.getnext()) if other is not None and other.tag == "tr"
    ]
    alike = [other for other in near if len(other) == len(cells) > 1]
    if cells.index(cell) == 0 and alike:
        return True
    fields = [" ".join("".join(one[0].itertext()).split()) for one in (cells, *alike)] if len(cells) == _PAIR else []
    if any(is_field(f"{field}:") for field in fields):
        return True
    return any(find_stamps(" ".join(other[cells.index(cell)].itertext())) for other in alike)


_MOST_ITEMS: Final = 60  # lines that are looked through for the one above a list


def _in_list(anatomy: Anatomy, run: int) -> bool:
    """Whether an unlabelled day stands in an item of a list that a line announces, or of which several bear a year.

    "Gönderilenler:" and below it "9 Haziran 1921: 2 milyon ruble": the list's days are of what it lists.
    """
    if not anatomy.stamps[run] or _labelled(anatomy, run):
        return False
    layout = anatomy.layout
    boxes = (box for box in layout.ancestors(layout.runs[run].box) if anatomy.tag(box) == "li")
    box = next(boxes, None)
    before = range(run - 1, max(-1, run - _MOST_ITEMS), -1)
    above = next((anatomy.text(one) for one in before if not _is_item(anatomy, one)), "")
    if box is None or above.rstrip().endswith(":"):
        return box is not None
    parent = layout.elements[box].getparent()
    items = (item for item in parent if item.tag == "li") if parent is not None else ()
    dated = (item for item in items if any(_YEAR.search(text) for text in item.itertext()))
    return len(tuple(islice(dated, 2))) > 1


def _heads_a_letter(anatomy: Anatomy, run: int) -> bool:
    """Whether a place with a day stands unlabelled in quoted words: "Kastamonu, 2 Mart 1921" heads the letter."""
    quoted = "quote" in anatomy.roles(run) and not _labelled(anatomy, run)
    return quoted and _DATELINE.match(anatomy.text(run)) is not None


def _is_item(anatomy: Anatomy, run: int) -> bool:
    """Whether a run stands in an item of a list."""
    return any(anatomy.tag(box) == "li" for box in anatomy.layout.ancestors(anatomy.layout.runs[run].box))


def _is_platforms(anatomy: Anatomy, run: int) -> bool:
    """Whether the platform wrote the line about something else than author and time (a counter, a menu)."""
    roles, plate = anatomy.roles(run), anatomy.plates[run]
    signed = bool(named_author(anatomy.text(run), anatomy.folded[run]))
    if not anatomy.stamps[run] and not signed and (plate or "boilerplate" in roles):
        return True
    if plate and not signed and not _labelled(anatomy, run):
        return True
    return "boilerplate" in roles and not roles & {"meta", "author", "time"}


def _is_deep(anatomy: Anatomy, main: MainText, run: int) -> bool:
    """Whether the run stands well inside the main text, where a name and a date are an author's words."""
    if main.core <= 0 or main.core == main.region or "meta" in anatomy.roles(run):
        return False
    return main.inside_core(run) and run > anatomy.runs_of(main.core).start + 2


def _is_stamp_line(anatomy: Anatomy, run: int) -> bool:
    """Whether the line is a stamp with little besides, and no sentence."""
    if not anatomy.stamps[run]:
        return False
    text = anatomy.text(run)
    rest = _rest(text)
    short = len(rest) < 40 or len(rest) * 2 < len(text)
    return short and not re.search(r"[a-zçğıöşü]{3}[.!?]$", text)


def _outside(contributions: Sequence[Contribution], run: int) -> bool:
    return not any(run in one.scope.runs for one in contributions)


def _split(text: str) -> list[str]:
    """The names of a by-line element: one, or several between commas."""
    names = [clean_name(re.sub(r"[*†‡\d]+", "", part)) for part in _LIST.split(text.split("\n", maxsplit=1)[0])]
    return [name for name in names if looks_like_name(name)]


def _printed(anatomy: Anatomy, bylines: Sequence[int]) -> list[str]:
    """Names in elements named for the author, the innermost first."""
    layout = anatomy.layout
    allowed = set(bylines)
    found: list[int] = []
    for box in range(len(layout.elements) - 1, 0, -1):
        if "author" not in anatomy.own[box] or layout.starts[box] == layout.ends[box]:
            continue
        runs = anatomy.runs_of(box)
        if runs and runs[0] in allowed and not any(layout.holds(box, inner) for inner in found):
            found.append(box)
    names: list[str] = []
    for box in reversed(found):
        text = layout.text_of(box)
        names += [named] if (named := named_author(text)) else _split(_rest_lines(text))
    return names


def _rest_lines(text: str) -> str:
    return next((line for line in (_rest(line) if _has_time(line) else line for line in text.split("\n")) if line), "")


def _left_over(anatomy: Anatomy, bylines: Sequence[int]) -> list[str]:
    """A name that stands by itself in a by-line: in an element of its own, or all that is left."""
    layout = anatomy.layout
    for run in bylines:
        place = layout.runs[run]
        for box in range(place.box, layout.lasts[place.box] + 1):
            text = layout.text_of(box)
            inside = place.start <= layout.starts[box] and layout.ends[box] <= place.end
            if inside and _CAPITALISED.match(text) and not _has_time(text) and not is_boilerplate(text):
                return [text]
        rest = _rest(anatomy.text(run))
        if _CAPITALISED.match(rest) and not is_boilerplate(rest):
            return [rest]
    return []


def _with_address(anatomy: Anatomy, main: MainText) -> list[str]:
    """The columnist over a column: a name on a line, and below it an address that has the surname in it."""
    above = range(min(anatomy.runs_of(main.region).start + _BOX, len(anatomy.layout.runs)))
    lines = [line.strip() for run in above for line in anatomy.text(run).split("\n")]
    for name, address in pairwise(line for line in lines if line):
        mail = _MAIL.match(address)
        surname = fold(name).split()[-1] if mail is not None and looks_like_name(name) else ""
        if mail is not None and len(surname) >= _SURNAME and surname in fold(mail["user"]):
            return [name]
    return []


def page_authors(
    anatomy: Anatomy, main: MainText, head: Head, bylines: Sequence[int], contributions: Sequence[Contribution]
) -> tuple[str, ...]:
    """The page's authors, in the order they are named; () if it names none."""
    own = [run for run in bylines if _outside(contributions, run)]
    texts = [anatomy.text(run) for run in own]
    named = [name for text in texts if (name := named_author(text) or named_author(_rest(text)))]
    found = (
        list(head.scholarly) or _printed(anatomy, own) or named[:1] or list(head.authors) or _left_over(anatomy, own)
    )
    found = found or _with_address(anatomy, main)
    if not found:
        owners = [owner for part in title_parts(head.title) if (owner := owner_of(part))]
        found = owners[:1]
    return tuple(dict.fromkeys(found))


def _clock_time(anatomy: Anatomy, day: str) -> str | None:
    """A printed clock time whose element gives the same day in an attribute (Blogger prints the two apart)."""
    for box, roles in enumerate(anatomy.own):
        if "time" in roles and _CLOCK.match(anatomy.layout.text_of(box)):
            values = (iso_stamp(anatomy.layout.elements[box].get(key)) for key in ("datetime", "title", "content"))
            value = next((value for value in values if value and value.startswith(day)), None)
            if value:
                return value
    return None


def page_published(
    anatomy: Anatomy, main: MainText, head: Head, bylines: Sequence[int], contributions: Sequence[Contribution]
) -> str | None:
    """When the page was published (EDTF), as precisely as it prints it, or None."""
    for run in bylines:
        folded = anatomy.folded[run]
        stamps = (one for one in anatomy.stamps[run] if one.edtf and not tells_update(folded[: one.span.start]))
        stamp = next(stamps, None)
        if stamp and _outside(contributions, run):
            return stamp.edtf if stamp.timed else _clock_time(anatomy, stamp.day) or stamp.edtf
    return head.issued or head.published
