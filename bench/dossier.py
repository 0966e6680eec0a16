"""What a dossier over many pages weighs, how long it takes to write, and how long a browser takes to open it.

Comes in: a library (default ``build/library``). Goes out: a table. The pages are made here: each quotes three passages
of library documents, one word left out in every second, between sentences of our own with dates, amounts and names.
Opening is the time from navigation to the load event in headless Chromium, the file on disk, best of several, and what
the page's main thread did until then (Chromium's own count of its CPU, which a busy machine does not change). With
``--alike`` the pages' own sentences are so alike that many are copies of one another: the hard case. ``--from``
takes a bundle that was kept of such pages (``tanik check … --bundle``). *Checked in* is the processor time of reading,
tracing and comparing them, with ``--fast`` without the model of names.

    python bench/dossier.py --pages 201
    python bench/dossier.py --pages 201 --alike
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
import time
from pathlib import Path

import tanik
from tanik.dossier.html import to_html
from tanik.dossier.model import Dossier

_SENTENCES = (
    "Heyet {day} {month} {year} günü {place}'a vardı ve {many} çuval arpayı teslim aldı.",
    "Ambar memuru {many} ton buğdayın {place}'dan geldiğini yazdı.",
    "{year} yılının {month} ayında {place} valisi {many} lira istedi.",
    "Kâtibe göre defterde {many} vagon kömür görünüyordu; kimse saymadı.",
    "Hasan Tahsin Bey {day} {month} {year} tarihinde {place}'ta bir mektup yazdı.",
)
_THINGS = (
    "kantar", "mühür", "fener", "çuval", "terazi", "kilim", "sandık", "zincir", "kazan", "ibrik", "semer", "halat",
    "kürek", "çadır", "matara", "nal", "eyer", "heybe", "testi", "yorgan", "tencere", "bakraç", "çapa", "kağnı",
)  # fmt: skip
_PLACES = ("Samsun", "Trabzon", "Erzurum", "Sivas", "Kars", "Bursa")
_MONTHS = ("Ocak", "Mart", "Mayıs", "Temmuz", "Eylül", "Kasım")


def _page(number: int, library: tanik.Library, chosen: random.Random, alike: bool) -> str:
    """One page of HTML: three quotations, twelve sentences, a comment."""

    def own() -> str:
        # What is counted off differs every time: pages that share sentences would be copies of one another.
        things = [] if alike else chosen.sample(_THINGS, 6)
        counted = f"Ambarda {', '.join(things[:-1])} ile {things[-1]} da vardı. " if things else ""
        return counted + chosen.choice(_SENTENCES).format(
            day=chosen.randint(1, 28), month=chosen.choice(_MONTHS), year=chosen.randint(1919, 1923),
            place=chosen.choice(_PLACES), many=chosen.randint(2, 900),
        )  # fmt: skip

    title = f"Ambar defteri üzerine {number}"
    head = f"<!DOCTYPE html><html lang='tr'><head><meta charset='utf-8'><title>{title}</title></head>"
    parts = [f"{head}<body><article><h1>{title}</h1>"]
    for turn in range(3):
        words = library.witness(chosen.randint(1, len(library))).text.split()
        start = chosen.randrange(max(1, len(words) - 60))
        passage = words[start : start + 50]
        if turn % 2 and len(passage) > 20:
            del passage[len(passage) // 2]
        parts.append(f"<p>{own()} {own()} Konuşmacı şöyle dedi: “{' '.join(passage)}”</p><p>{own()} {own()}</p>")
    return "".join([*parts, f"<p>Kaynak: Ambar Defteri, c. {number % 9 + 1}, s. {number}.</p></article></body></html>"])


def _dossier(count: int, library: tanik.Library, alike: bool, fast: bool) -> tuple[Dossier, float]:
    """The dossier over `count` pages, and the seconds of the processor that it took."""
    chosen = random.Random(1336)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, count + 1):
            page = _page(number, library, chosen, alike)
            Path(folder, f"{number:04}.html").write_text(page, encoding="utf-8")
        begun = time.process_time()
        made = tanik.check([folder], library=library, language="tr", fast=fast)
        return made, time.process_time() - begun


def _kept(bundle: Path) -> Dossier:
    from tanik.bundle.read import Bundle

    with Bundle.open(bundle) as held:
        return held.dossier()


def _opened(file: Path, times: int) -> tuple[float, float, float] | None:
    """Seconds to the load event, to the first paint after it, and of the main thread's CPU until then.

    Each is the best of `times`; None without a browser.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    chromium = shutil.which("chromium")
    if chromium is None:
        return None
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
    loads, paints, works = [], [], []
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=flags)
        for _ in range(times):
            page = browser.new_page(viewport={"width": 1366, "height": 900})
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable", {"timeDomain": "threadTicks"})
            begun = time.perf_counter()
            page.goto(file.as_uri(), wait_until="load")
            loads.append(time.perf_counter() - begun)
            page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
            paints.append(time.perf_counter() - begun)
            told = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
            works.append(told["TaskDuration"])
            page.close()
        browser.close()
    return min(loads), min(paints), min(works)


def main() -> None:
    """Make the dossier, write it, open it, print one row."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--pages", type=int, default=201)
    ask.add_argument("--times", type=int, default=5)
    ask.add_argument("--library", type=Path, default=Path("build/library"))
    ask.add_argument("--alike", action="store_true", help="pages that are copies of one another in part")
    ask.add_argument("--fast", action="store_true", help="without the model of names")
    ask.add_argument("--from", dest="bundle", type=Path, help="a bundle that was kept, instead of making pages")
    ask.add_argument("--keep", type=Path, help="keep the HTML file here")
    args = ask.parse_args()
    checked = None
    if args.bundle:
        dossier = _kept(args.bundle)
    else:
        with tanik.Library.open(args.library) as library:
            dossier, checked = _dossier(args.pages, library, args.alike, args.fast)
    _report(dossier, checked, args.times, args.keep)


def _report(dossier: Dossier, checked: float | None, times: int, keep: Path | None) -> None:
    begun = time.process_time()
    html = to_html(dossier)
    wrote = time.process_time() - begun
    with tempfile.TemporaryDirectory() as folder:
        file = keep or Path(folder, "dossier.html")
        file.write_text(html, encoding="utf-8")
        opened = _opened(file, times)
    quotations = sum(len(report.facts.quotations) for report in dossier.pages)
    statements = sum(len(report.facts.statements) for report in dossier.pages)
    size = len(html.encode())
    print(
        "| pages | quotations | statements | checked in (CPU)"
        " | weight | a page | written in (CPU) | load event | first paint after it"
        " | CPU of the main thread |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    shown = " | ".join(f"{seconds:.2f} s" for seconds in opened) if opened else "no browser | no browser | no browser"
    spent = "kept" if checked is None else f"{checked:.1f} s"
    count = len(dossier.pages)
    print(
        f"| {count} | {quotations} | {statements} | {spent}"
        f" | {size / 1e6:.1f} MB | {size / 1e3 / count:.0f} kB"
        f" | {wrote:.1f} s | {shown} |"
    )


if __name__ == "__main__":
    main()
