"""A dossier in a browser: headless Chromium, what it asked the network for, and axe's judgement.

Comes in: a file. Goes out: pages that count their clicks. Where Playwright or Chromium is absent, tests say so and
are skipped.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

SIZES = {"phone": (390, 844), "laptop": (1366, 900)}
_CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
# Without the last five Chromium itself calls home, which a machine without network answers at length.
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def launched() -> Iterator[Browser]:
    """A browser, or the reason why there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not Path(_CHROMIUM).exists():
        pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=_CHROMIUM, args=list(_FLAGS))
        yield browser
        browser.close()


@dataclass
class Reader:
    """Someone with a dossier open: every click is counted, every request and dialog noted."""

    page: Page
    clicks: int = 0
    asked: list[str] = field(default_factory=list)
    acted: list[str] = field(default_factory=list)

    def click(self, words: str, within: str = "body") -> None:
        """Click the first visible thing that is a link, button or box with these words in its name."""
        self._press(self.page.locator(within).locator("a, button, label, summary").filter(has_text=words))

    def _press(self, found: Locator) -> None:
        visible = [one for one in found.all() if one.is_visible()]
        assert visible, "there is nothing of that name to click"
        visible[0].click()
        self.clicks += 1

    def sees(self, words: str, within: str = "main") -> bool:
        """Whether something with these words lies in the part of the page that the window shows."""
        found = self.page.locator(within).get_by_text(words)
        return any(self.page.evaluate(_IN_VIEW, one.element_handle()) for one in found.all())


_IN_VIEW = """(node) => {
  const box = node.getBoundingClientRect();
  return node.checkVisibility() && box.height > 0 && box.top < innerHeight && box.bottom > 0;
}"""


@contextmanager
def reading(
    browser: Browser, file: Path, size: str = "laptop", *, theme: str = "light", script: bool = True
) -> Iterator[Reader]:
    """A reader who has just opened `file`."""
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if theme == "dark" else "light",
        java_script_enabled=script,
    )
    page = context.new_page()
    reader = Reader(page)
    page.on("request", lambda request: reader.asked.append(request.url))
    page.on("dialog", lambda dialog: reader.acted.append(dialog.message))
    page.on("pageerror", lambda error: reader.acted.append(str(error)))
    page.goto(file.as_uri())
    yield reader
    context.close()


def violations(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 A and AA and its best practices: rule and place."""
    pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    script = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    page.evaluate(script)
    found = page.evaluate(
        "(tags) => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", _STANDARDS
    )
    return [f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]]


def make_demo(library: Path, folder: Path) -> dict[str, Path]:
    """The demo's dossier in both languages: the example pages, filled and checked against the speeches."""
    import importlib.util

    import tanik
    from tanik.dossier.html import to_html

    examples = Path(__file__).parents[2] / "examples"
    spec = importlib.util.spec_from_file_location("examples_build", examples / "build.py")
    assert spec is not None
    assert spec.loader is not None
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    pages = folder / "pages"
    pages.mkdir()
    made: dict[str, Path] = {}
    with tanik.Library.open(library) as held:
        for source in sorted((examples / "pages").iterdir()):
            (pages / source.name).write_text(build.filled(source.read_text(encoding="utf-8"), held), encoding="utf-8")
        dossier = tanik.check([pages], library=held, language="tr")
    for lang in ("tr", "en"):
        made[lang] = folder / f"dossier.{lang}.html"
        made[lang].write_text(to_html(replace(dossier, language=lang)), encoding="utf-8")
    return made
