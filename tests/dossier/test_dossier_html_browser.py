"""The dossier in headless Chromium: sizes, themes and languages, by keyboard, in print, and against hostile pages."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tanik.dossier.html import to_html

from .browser import SIZES, reading, violations
from .hostile import make_hostile
from .sample import make_sample
from .test_dossier_html import PAYLOADS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

VIEWS = list(product(SIZES, ("light", "dark"), ("tr", "en")))


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The invented dossier that has every kind of fact and finding."""
    folder = tmp_path_factory.mktemp("everything")
    made = {lang: folder / f"{lang}.html" for lang in ("tr", "en")}
    for lang, file in made.items():
        file.write_text(to_html(make_sample(lang)), encoding="utf-8")
    return made


@pytest.mark.parametrize(("size", "theme", "lang"), VIEWS)
def test_the_demo_at_every_size(browser: Browser, demo: dict[str, Path], size: str, theme: str, lang: str) -> None:
    with reading(browser, demo[lang], size, theme=theme) as reader:
        wide = reader.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, "the page itself never scrolls sideways"
        assert violations(reader.page) == []
        assert [url for url in reader.asked if not url.startswith("file:")] == []
        assert reader.acted == []


@pytest.mark.parametrize("lang", ["tr", "en"])
def test_axe_finds_nothing_with_all_unfolded(browser: Browser, everything: dict[str, Path], lang: str) -> None:
    with reading(browser, everything[lang], theme="dark") as reader:
        reader.page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
        assert violations(reader.page) == []


@pytest.mark.parametrize("lang", ["tr", "en"])
def test_every_inside_link_leads_somewhere_seen(browser: Browser, demo: dict[str, Path], lang: str) -> None:
    with reading(browser, demo[lang]) as reader:
        lost = reader.page.evaluate(
            """async () => {
              const lost = [];
              for (const name of new Set([...document.links].map((a) => a.hash).filter(Boolean))) {
                location.hash = name;
                await new Promise((done) => requestAnimationFrame(done));
                const target = document.getElementById(name.slice(1));
                const box = target && target.getBoundingClientRect();
                if (!target || !target.checkVisibility() || box.top > innerHeight) lost.push(name);
              }
              return lost;
            }"""
        )
        assert lost == []


def test_it_is_whole_without_script(browser: Browser, demo: dict[str, Path]) -> None:
    with reading(browser, demo["tr"], script=False) as reader:
        page = reader.page
        page.locator("#p1 .o-with_amount").check()
        rows = page.locator("#p1 .statements tbody tr")
        shown = [row for row in rows.all() if row.is_visible()]
        assert 0 < len(shown) < rows.count()
        page.locator("#p1 .only-changes").first.check()
        assert not page.locator("#p1 .mid > span").first.is_visible()
        assert page.locator("svg.chart").first.is_visible()
        assert page.locator("svg.copy-tree").first.is_visible()
        assert page.locator("th button, .find").count() == 0, "nothing is offered that only a script could do"


def test_sorting_by_keyboard(browser: Browser, demo: dict[str, Path]) -> None:
    with reading(browser, demo["tr"]) as reader:
        page = reader.page
        head = page.locator("#p1 .statements thead button").nth(3)
        cells = (
            "[...document.querySelectorAll('#p1 .statements tbody tr')].map((row) => row.cells[3].dataset.key ?? '')"
        )
        before = page.evaluate(cells)
        head.focus()
        page.keyboard.press("Enter")
        up = page.evaluate(cells)
        assert up == sorted(before)
        page.keyboard.press("Space")
        assert page.evaluate(cells) == sorted(before, reverse=True)
        told = page.locator("#p1 .statements thead th").nth(3).get_attribute("aria-sort")
        assert told == "descending"
        assert page.evaluate("document.activeElement.closest('th') !== null"), "the key stays where it was"


def test_filtering_by_keyboard(browser: Browser, demo: dict[str, Path]) -> None:
    with reading(browser, demo["tr"]) as reader:
        page = reader.page
        page.locator("#p1 .o-with_amount").focus()
        rows = page.locator("#p1 .statements tbody tr:visible")
        every = rows.count()
        page.keyboard.press("Space")
        assert 0 < rows.count() < every
        page.keyboard.press("Space")
        assert rows.count() == every
        for _ in range(4):
            page.keyboard.press("Tab")
        page.keyboard.type("DAĞILDI")
        assert rows.count() == 1
        assert page.locator("#p1 .stated .find [role=status]").inner_text() == f"1 / {every} satır"


def test_changes_only_by_keyboard(browser: Browser, demo: dict[str, Path]) -> None:
    with reading(browser, demo["en"]) as reader:
        page = reader.page
        section = page.locator("#p1 .quotations").first
        cards, words = section.locator(".card:visible"), section.locator(".mid > span:visible")
        every, run = cards.count(), words.count()
        section.locator(".only-changes").focus()
        page.keyboard.press("Space")
        assert cards.count() < every, "a quotation without a change is left out"
        assert words.count() == 0 < run
        assert section.locator("mark:visible").count() > 0
        page.keyboard.press("Space")
        assert (cards.count(), words.count()) == (every, run)


def test_the_first_key_leads_to_the_findings(browser: Browser, demo: dict[str, Path]) -> None:
    with reading(browser, demo["tr"]) as reader:
        reader.page.keyboard.press("Tab")
        assert reader.page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
        reader.page.keyboard.press("Enter")
        assert reader.sees("Değiştirilmiş alıntı")


def test_everything_is_printed(browser: Browser, demo: dict[str, Path], tmp_path: Path) -> None:
    import pypdfium2

    with reading(browser, demo["tr"]) as reader:
        reader.page.emulate_media(media="print")
        assert not reader.page.locator("nav.contents").is_visible()
        reader.page.emulate_media(media="screen")
        printed = tmp_path / "dossier.pdf"
        reader.page.pdf(path=printed, format="A4")
    document = pypdfium2.PdfDocument(printed)
    told = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    document.close()
    for words in ("Nerede arandı", "31 Nisan 1923", "Aynı ağaç, çizelge olarak", "Leyla Hanım"):
        assert words in told, "what is folded on the screen stands on paper"


@pytest.mark.slow
def test_nothing_hostile_runs_or_asks(browser: Browser, tmp_path: Path) -> None:
    """All payloads, one dossier each: none runs, none reaches out, none changes where the dossier's own parts stand."""
    plain = tmp_path / "plain.html"
    plain.write_text(to_html(make_hostile("zararsız")), encoding="utf-8")
    with reading(browser, plain) as reader:
        looks = reader.page.evaluate(LOOKS)
        for number, payload in enumerate(PAYLOADS):
            file = tmp_path / f"{number}.html"
            told = to_html(make_hostile(payload.replace("alert(1)", "window.KOTU=alert(1)")))
            file.write_text(told, encoding="utf-8")
            reader.page.goto(file.as_uri(), wait_until="load")
            assert reader.page.evaluate("window.KOTU") is None, payload
            assert reader.page.evaluate(LOOKS) == looks, payload
        assert reader.acted == []
        assert [url for url in reader.asked if not url.startswith("file:")] == []


LOOKS = """[".brand", ".contents", "main", "footer"].map((name) => {
  const node = document.querySelector(name), style = getComputedStyle(node);
  const left = Math.round(node.getBoundingClientRect().left);
  return [name, left, style.color, style.fontFamily, style.position, style.direction];
})"""
