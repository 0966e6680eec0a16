"""The tables of rules that stand as CSV beside the code that reads them, and the rows that users put beside them.

Comes in: a room's package and the name of a table under its ``data`` folder. Goes out: its rows. Tables are CSV so
that a reader of another trade can mend them; every row carries an example and a source.

Whoever works on other places, people or units keeps tables of the same names and columns in a folder of their own
and names it in ``TANIK_TABLES`` (several, parted as in ``PATH``). Which tables may be extended, which columns make
two rows the same, and what a column may hold is said in the room's ``data/tables.toml``. A row whose key is ours
takes our row's place, so that order does not change; other rows follow ours; a row with anything in a column
``drop`` takes ours away. Tables are read once a process: the folder is named before the first page is read.
"""

from __future__ import annotations

import csv
import hashlib
import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

from tanik.core.fold import fold
from tanik.errors import UsageError

__all__ = ["FOLDERS", "TableRules", "check_folders", "folders", "in_force", "read_rows", "read_toml", "table_rules"]

FOLDERS: Final = "TANIK_TABLES"
_DROP: Final = "drop"
_Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class TableRules:
    """What a user's rows of one table are held to.

    `key` are the columns that make two rows the same, `needed` those that may not be empty (the key among them),
    `numbers` those that hold a number, `closed` those that take only values that our own rows have.
    """

    key: tuple[str, ...]
    needed: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()


def read_toml(room: str, name: str) -> dict[str, Any]:
    """The rules of file `name` under the ``data`` folder of package `room`, read anew at each call.

    Raises `FileNotFoundError` where the room has no such file.

    >>> list(read_toml("tanik.compare", "ledger.toml"))[0]
    'stages'
    """
    return tomllib.loads(_data(room).joinpath(name).read_text(encoding="utf-8"))


@cache
def table_rules(room: str) -> dict[str, TableRules]:
    """The tables of package `room` that users may extend, by file name.

    >>> table_rules("tanik.facts")["places.csv"].key
    ('name',)
    """
    listed = _data(room).joinpath("tables.toml")
    if not listed.is_file():
        return {}
    found = {}
    for name, rule in read_toml(room, listed.name).items():
        found[name] = TableRules(
            key=tuple(rule["key"]),
            needed=(*rule["key"], *rule.get("needed", ())),
            numbers=tuple(rule.get("numbers", ())),
            closed=tuple(rule.get("closed", ())),
        )
    return found


def folders() -> tuple[Path, ...]:
    """The folders of users' tables that ``TANIK_TABLES`` names, in order; a later one goes before an earlier."""
    named = os.environ.get(FOLDERS, "")
    return tuple(Path(part).expanduser() for part in named.split(os.pathsep) if part)


def check_folders(rooms: tuple[str, ...]) -> tuple[Path, ...]:
    """The tables in the users' folders that will be read; each is read once to prove that it can be.

    Raises `UsageError` where a folder does not exist, a file in it is no table of `rooms`, or a row is wrong.
    """
    known = {name: room for room in rooms for name in table_rules(room)}
    found = []
    for folder in folders():
        if not folder.is_dir():
            raise UsageError(f"{folder}: no such folder of tables; name an existing one in {FOLDERS} or --tables")
        for path in sorted(folder.glob("*.csv")):
            if path.name not in known:
                raise UsageError(f"{path}: no table of that name; there are {', '.join(sorted(known))}")
            _merged(_ours(known[path.name], path.name), path, table_rules(known[path.name])[path.name])
            found.append(path)
    return tuple(found)


def in_force(rooms: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The users' tables that `rooms` read, each with the SHA-256 of its bytes, so that a run can be told from another.

    >>> in_force(("tanik.core",))
    ()
    """
    if not folders():
        return ()
    known = {name for room in rooms for name in table_rules(room)}
    paths = [path for folder in folders() for path in sorted(folder.glob("*.csv")) if path.name in known]
    return tuple((str(path), hashlib.sha256(path.read_bytes()).hexdigest()) for path in paths)


@cache
def _data(room: str) -> Traversable:
    return files(room).joinpath("data")


@lru_cache(maxsize=32)
def _ours(room: str, name: str) -> tuple[_Row, ...]:
    """Our own rows. Those of the tables read last are kept: one that several finders ask, each for one kind of its
    rows, is asked by all of them within the first page.
    """
    lines = csv.reader(_data(room).joinpath(name).read_text(encoding="utf-8").splitlines())
    columns = next(lines)
    return tuple(dict(zip_longest(columns, cells, fillvalue="")) for cells in lines if cells)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as UTF-8 text ({error}); save it as CSV in UTF-8") from error


def _theirs(path: Path, columns: tuple[str, ...], rules: TableRules) -> Iterator[tuple[int, _Row]]:
    """The rows of a user's table with the line each ends on; columns that are left out are empty."""
    lines = _lines(path)
    # A spreadsheet of a Turkish desktop parts cells with semicolons, because the comma parts its decimals.
    reader = csv.DictReader(lines, delimiter=";" if lines and ";" in lines[0] and "," not in lines[0] else ",")
    given = tuple(reader.fieldnames or ())
    unknown = [column for column in given if column not in (*columns, _DROP)]
    missing = [column for column in rules.key if column not in given]
    if unknown or missing:
        wrong = f"unknown column “{unknown[0]}”" if unknown else f"no column “{missing[0]}”"
        raise UsageError(f"{path}:1: {wrong}; the columns are {','.join(columns)}")
    for row in reader:
        if None in row:
            raise UsageError(f"{path}:{reader.line_num}: more cells than columns; put cells with commas in quotes")
        yield reader.line_num, {column: (row.get(column) or "").strip() for column in (*columns, _DROP)}


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _held(row: _Row, where: str, rules: TableRules, closed: dict[str, set[str]]) -> None:
    """Raise `UsageError` where `row` breaks a rule."""
    dropped = bool(row[_DROP])
    for column in rules.key if dropped else rules.needed:
        if not row[column]:
            raise UsageError(f"{where}: “{column}” is empty; every row needs it")
    if dropped:
        return
    for column in rules.numbers:
        if row[column] and not _is_number(row[column]):
            raise UsageError(f"{where}: “{row[column]}” in “{column}” is no number; write it with a decimal point")
    for column, allowed in closed.items():
        if row[column] not in allowed:
            choices = ", ".join(sorted(value or "(empty)" for value in allowed))
            raise UsageError(f"{where}: “{row[column]}” in “{column}” is none of: {choices}")


def _key(row: _Row, rules: TableRules) -> tuple[str, ...]:
    return tuple(fold(row[column]) for column in rules.key)


def _merged(ours: tuple[_Row, ...], path: Path, rules: TableRules) -> tuple[_Row, ...]:
    """`ours` with the rows of the user's table at `path`."""
    columns = tuple(ours[0])
    closed = {column: {row[column] for row in ours} for column in rules.closed}
    theirs: dict[tuple[str, ...], _Row] = {}
    for line, row in _theirs(path, columns, rules):
        _held(row, f"{path}:{line}", rules, closed)
        theirs[_key(row, rules)] = row
    rows = []
    for row in ours:
        rows.append(theirs.pop(_key(row, rules), row))
    rows.extend(theirs.values())
    return tuple({column: row[column] for column in columns} for row in rows if not row.get(_DROP))


def read_rows(room: str, name: str) -> tuple[_Row, ...]:
    """The rows of table `name` of package `room`, users' rows among them, each a mapping from column to cell.

    Raises `UsageError` where a user's row is wrong, with file and line.

    >>> read_rows("tanik.core", "case_endings.csv")[0].keys() >= {"form", "case", "source"}
    True
    """
    rows = _ours(room, name)
    rules = table_rules(room).get(name)
    if rules is None:
        return rows
    for folder in folders():
        if (folder / name).is_file():
            rows = _merged(rows, folder / name, rules)
    return rows
