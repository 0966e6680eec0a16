"""A file is written whole or not at all, and only where a file may lie."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tanik.core.whole import written_whole


def _write(path: Path, data: bytes) -> None:
    with written_whole(path) as file:
        file.write(data)


def _write_half(path: Path) -> None:
    with written_whole(path) as file:
        file.write(b"half")
        raise KeyboardInterrupt


def test_what_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    _write(place, b"old")
    with pytest.raises(KeyboardInterrupt):
        _write_half(place)
    assert place.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [place]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "last.html").symlink_to("day.html")
    _write(tmp_path / "last.html", b"new")
    assert (tmp_path / "last.html").is_symlink()
    assert (tmp_path / "day.html").read_bytes() == b"new"


def test_who_may_read_it_may_read_the_new_one(tmp_path: Path) -> None:
    place = tmp_path / "private.json"
    place.touch(0o600)
    _write(place, b"{}")
    assert place.stat().st_mode & 0o777 == 0o600


def test_a_pipe_is_written_into_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        _write(pipe, b"through")
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["ğ" * 120, "a" * 255, "𐰀" * 60])
def test_the_longest_names_can_be_written(tmp_path: Path, name: str) -> None:
    _write(tmp_path / name, b"x")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_folders_on_the_way_are_made_and_a_folder_is_no_file(tmp_path: Path) -> None:
    _write(tmp_path / "a" / "b" / "c.txt", b"x")
    with pytest.raises(IsADirectoryError):
        _write(tmp_path / "a", b"x")
