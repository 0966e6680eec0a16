"""`tanik check` on containers and folders: what is said to the person, and when it is interrupted."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ..page.crawl import make_crawl  # noqa: TID252 - the tests are no installed package

_TANIK = [sys.executable, "-c", "from tanik.cli.main import main; main()"]


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("crawl") / "crawl.warc.gz"
    with path.open("wb") as out:
        make_crawl(out, 6, paragraphs=1)
    return path


def test_a_line_tells_what_became_of_every_record(crawl: Path) -> None:
    words = ["check", str(crawl), "--no-library", "--format", "json", "--lang", "tr"]
    ended = subprocess.run([*_TANIK, *words], capture_output=True, text=True, check=False)
    assert ended.returncode == 1  # two records are damaged, and so refused
    line = next(line for line in ended.stderr.splitlines() if "sayfa okundu" in line)
    assert line.startswith(f"tanik: {crawl}: 21 öğe: 6 sayfa okundu, 13 (istek kaydı 6, ")
    assert line.endswith(" atlandı, 2 geri çevrildi")
    (contents,) = json.loads(ended.stdout)["contents"]
    assert contents["read"] + contents["refused"] + sum(row["count"] for row in contents["skipped"]) == 21


def test_an_interrupt_ends_a_check_of_many_pages_in_one_line(tmp_path: Path) -> None:
    for number in range(900):
        (tmp_path / f"{number}.txt").write_text(f"Otuz {number} vagon petrol Sivas yolundan gönderildi. " * 40)
    words = ["check", str(tmp_path), "--no-library", "--jobs", "2", "--lang", "en"]
    leader, follower = pty.openpty()
    # a job in the background is started deaf to interrupts; at a terminal nobody is
    hearing = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler); {_TANIK[-1]}"
    command = [*_TANIK[:-1], hearing, *words]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=follower, start_new_session=True)
    os.close(follower)
    shown = b""
    while b"/900" not in shown:
        shown += os.read(leader, 4096)  # an error where the process has ended
    time.sleep(1)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: every process of the group hears it
    try:
        while more := os.read(leader, 4096):
            shown += more
    except OSError:
        pass  # the other end is closed
    os.close(leader)
    assert process.wait(timeout=60) == 130  # a guard against hanging
    assert b"Traceback" not in shown
    assert b"interrupted" in shown
