"""The dossiers that the tests of this room share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tanik.dossier.build import build
from tanik.dossier.model import Dossier

from .browser import launched, make_demo
from .hostile import make_hostile
from .sample import make_sample, make_unsearched

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser of a test run; each test opens its own window in it."""
    with launched() as started:
        yield started


@pytest.fixture(scope="session")
def demo(speeches: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The demo's dossier in both languages."""
    return make_demo(speeches, tmp_path_factory.mktemp("demo"))


@pytest.fixture(params=["tr", "en"])
def sample(request: pytest.FixtureRequest) -> Dossier:
    """A dossier of everything, in both languages."""
    return make_sample(request.param)


@pytest.fixture
def unsearched() -> Dossier:
    """A dossier that was made without a library."""
    return make_unsearched()


@pytest.fixture(scope="session")
def hostile() -> Callable[[str], Dossier]:
    """Makes a dossier in which a hostile string stands wherever a stranger's words can stand."""
    return make_hostile


@pytest.fixture
def empty() -> Dossier:
    """A dossier of no pages."""
    return build(version="0.1.0", created="2026-01-02", as_of="2026-01-02", language="tr", library=None, pages=())
