"""The tables of Atatürk's speeches become documents.

Comes in: an SQLite file with the tables ``speeches`` and ``speech_texts``. Goes out: one document a Turkish text, with
volume and page of the printed edition as its source, or the address it stands at. Titles lose the mark-up that was left
in them. A speech that has neither date nor year is dated by its title only where that names a single year.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from tanik.errors import CollectionError
from tanik.library.model import Document

__all__ = ["read_speeches"]

_MARKUP: Final = re.compile(r"<[^<>]{0,80}>")
_YEAR: Final = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_PRINTED: Final = re.compile(r"(?P<work>.+?)\s+C[-.\s]*(?P<volume>[IVX]+|\d+)\s*,\s*s\.\s*(?P<pages>\d+(?:-\d+)?)\s*")
_QUERY: Final = (
    "SELECT speeches.id, year, date, title_tr, source_ref, body FROM speeches"
    " JOIN speech_texts ON speech_id = speeches.id AND lang = 'tr' ORDER BY speeches.id"
)


def read_speeches(database: Path, collection: str, author: str) -> Iterator[Document]:
    """The speeches in `database` as documents of `collection`; raises `CollectionError` where its tables are others."""
    address = f"{database.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            for name, year, date, title, reference, body in connection.execute(_QUERY):
                work, volume, pages, url = _where(reference or "")
                clean = _clean(title)
                dated = date or (str(year) if year else _year_of(clean))
                yield Document(
                    collection,
                    name,
                    body,
                    title=clean,
                    author=author,
                    date=dated,
                    source=work,
                    volume=volume,
                    pages=pages,
                    url=url,
                )
    except sqlite3.DatabaseError as error:
        raise CollectionError(f"{collection}: the tables of the package are not the known ones ({error})") from error


def _clean(title: str) -> str:
    """A title without mark-up.

    >>> _clean("Açılış Konuşması<br>24 Nisan 1920")
    'Açılış Konuşması 24 Nisan 1920'
    """
    return " ".join(_MARKUP.sub(" ", title).split())


def _year_of(title: str) -> str | None:
    """The one year that a title names, or None.

    >>> _year_of("1927 kurultayı"), _year_of("1921 ile 1922 arası")
    ('1927', None)
    """
    years = set(_YEAR.findall(title))
    return years.pop() if len(years) == 1 else None


def _where(reference: str) -> tuple[str | None, str | None, str | None, str | None]:
    """The work, volume, pages and address that a reference names.

    >>> _where("ATAM, Söylev ve Demeçler C-III, s. 18")
    ('ATAM, Söylev ve Demeçler', 'III', '18', None)
    >>> _where("https://tr.wikisource.org/wiki/Nutuk")
    ('Vikikaynak', None, None, 'https://tr.wikisource.org/wiki/Nutuk')
    """
    if reference.startswith(("http://", "https://")):
        return ("Vikikaynak" if "wikisource.org" in reference else None), None, None, reference
    printed = _PRINTED.fullmatch(reference)
    if printed:
        return printed["work"], printed["volume"], printed["pages"], None
    return reference or None, None, None, None
