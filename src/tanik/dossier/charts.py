"""The tree of copies as the HTML dossier shows it: a picture and a table of the same.

Comes in: a dossier. Goes out: for each group of copies its picture as SVG, made safe to be put into the page, and the
rows of its twin. Drawing is ``tree``'s; here pages and documents get the names and links that the dossier has for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tanik.compare.model import CopyGroup
from tanik.dossier.apparatus.group import apparatus_html
from tanik.dossier.display import clean, shorten
from tanik.dossier.model import Dossier
from tanik.dossier.tree import Named, lay_out, to_rows, to_svg
from tanik.trace.model import Witness

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["DrawnGroup", "draw_copies"]

# A copy's name in the picture and in the table.
_LABEL = 60
# How much of a copied passage is shown where it is listed.
_WORDS = 140
# Beyond so many copies a picture is a hairball; the table tells them all.
_MOST_DRAWN = 60


@dataclass(frozen=True, slots=True)
class DrawnGroup:
    """A group's picture (None where there are too few or too many copies for one) and its table of
    (copy, date, source, certainty, readings); the readings of the copies, place by place, empty where they were not
    laid side by side; the words that are copied, each with the pages that have them so
    (no words where the readings tell them)."""

    picture: Markup | None
    rows: tuple[tuple[str, str, str, str, str], ...]
    apparatus: Markup
    places: tuple[tuple[str, tuple[str, ...]], ...] = ()


def draw_copies(dossier: Dossier, witnesses: Mapping[str, Witness]) -> tuple[DrawnGroup, ...]:
    """Every group of copies of the dossier, in order."""
    from markupsafe import Markup

    names = _names(dossier, witnesses)
    texts = {one.id: one.text for one in witnesses.values()} | {one.page.id: one.page.text for one in dossier.pages}
    drawn = []
    for place, group in enumerate(dossier.comparison.copies, 1):
        layout = lay_out(group, names)
        rows = tuple(to_rows(layout, dossier.language))
        # `to_svg` escapes every word; what acts without being markup (signs that turn the direction of writing) is
        # made visible in the whole, in which it can only stand inside those words.
        fits = 1 < len(layout.nodes) <= _MOST_DRAWN and bool(layout.links)
        picture = Markup(clean(to_svg(layout, dossier.language, prefix=f"tree{place}", inline=True))) if fits else None
        readings = apparatus_html(group, texts, names, lang=dossier.language, prefix=f"k{place}")
        drawn.append(DrawnGroup(picture, rows, readings, _places(group, {} if readings else texts)))
    return tuple(drawn)


def _places(group: CopyGroup, texts: Mapping[str, str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The copied words as pages have them; pages in which they begin and end alike stand together."""
    found: dict[str, dict[str, None]] = {}
    for place in group.passages:
        found.setdefault(shorten(place.span.of(texts.get(place.page, "")), _WORDS), {})[place.page] = None
    return tuple((words, tuple(pages)) for words, pages in found.items())


def _names(dossier: Dossier, witnesses: Mapping[str, Witness]) -> dict[str, Named]:
    """What pages and documents are called; a page begins with its number in the dossier."""
    several = len(dossier.pages) > 1
    names: dict[str, Named] = {}
    for number, report in enumerate(dossier.pages, 1):
        title = shorten(report.page.title or report.page.source.label, _LABEL)
        names[report.page.id] = Named(f"{number} · {title}" if several else title, report.page.published)
    documents = {one.document for group in dossier.comparison.copies for one in group.documents}
    for identity in sorted(documents):
        held = witnesses.get(identity)
        title = shorten((held.title if held else None) or identity, _LABEL)
        names[identity] = Named(title, held.date if held else None, is_document=True)
    return names
