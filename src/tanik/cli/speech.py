"""Which language the command line speaks, click's own words included.

Comes in: the words of the command line. Goes out: a process that speaks that language: our phrases by ``TANIK_LANG``,
click's by the catalogue under ``locale``, which is made from ``click.toml`` (``python -m tanik.cli.speech``) because
that is the one way click offers (https://docs.python.org/3/library/gettext.html). It has to be settled before a command
is loaded: help texts are made then.
"""

from __future__ import annotations

import gettext
import os
import struct
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tanik.cli.options import LANGUAGES, default_language

__all__ = ["catalogue", "language_of", "speaking"]

_DOMAIN: Final = "tanik"
_HERE: Final = Path(__file__).resolve().parent
_LOCALE: Final = _HERE / "locale"
_HEADER: Final = "Content-Type: text/plain; charset=UTF-8\nLanguage: tr\nPlural-Forms: nplurals=2; plural=(n != 1);\n"


def language_of(words: Sequence[str]) -> str:
    """The language that the command line asks for with ``--lang``, else the reader's own.

    >>> language_of(["check", "a.html", "--lang", "tr"]), language_of(["trace", "--lang=en", "--", "--lang", "tr"])
    ('tr', 'en')
    """
    asked = default_language()
    for place, word in enumerate(words):
        if word == "--":
            break
        value = words[place + 1] if word == "--lang" and place + 1 < len(words) else word.removeprefix("--lang=")
        if value in LANGUAGES and word.startswith("--lang"):
            asked = value
    return asked


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Everything inside is said in `lang`."""
    names = ("TANIK_LANG", "LANGUAGE")
    before = {name: os.environ.get(name) for name in names}
    gettext.bindtextdomain(_DOMAIN, _LOCALE)
    gettext.textdomain(_DOMAIN)
    os.environ.update(dict.fromkeys(names, lang))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def catalogue(rows: Mapping[str, object]) -> bytes:
    """The rows of ``click.toml`` as a compiled catalogue (GNU gettext's .mo format, sorted, without a hash table)."""
    messages = {"": _HEADER}
    for said, row in rows.items():
        if isinstance(row, dict):
            messages[f"{said}\0{row['plural']}"] = f"{row.get('one', row['tr'])}\0{row['tr']}"
        else:
            messages[said] = str(row)
    pairs = sorted((key.encode(), value.encode()) for key, value in messages.items())
    start = 7 * 4
    place = start + len(pairs) * 16
    tables, texts = [], b""
    for side in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<2I", len(pair[side]), place + len(texts)))
            texts += pair[side] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), start, start + len(pairs) * 8, 0, place)
    return head + b"".join(tables) + texts


def _write() -> None:
    """Compile ``click.toml`` into its place."""
    place = _LOCALE / "tr" / "LC_MESSAGES" / f"{_DOMAIN}.mo"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(catalogue(tomllib.loads((_HERE / "click.toml").read_text(encoding="utf-8"))))


if __name__ == "__main__":
    _write()
