"""Groups of copies as one HTML file: the tree as a picture, its twin as a table, the apparatus beneath.

Comes in: groups, the texts of pages and documents, what to call them. Goes out: one file that asks the network for
nothing and runs no script. Every word of a copy is escaped; a content security policy allows the style sheet in the
file and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tanik.compare.model import CopyGroup
from tanik.dossier.apparatus.group import apparatus_html, copies_environment
from tanik.dossier.columns import label_rules
from tanik.dossier.display import clean
from tanik.dossier.markup import digest, part
from tanik.dossier.tree import Named, lay_out, to_rows, to_svg

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["to_html"]

_MOST_DRAWN: Final = 60  # copies; beyond, a picture is a hairball, and the table tells them all


@dataclass(frozen=True, slots=True)
class _Group:
    """A group, ready to be arranged."""

    count: int
    picture: Markup | None
    rows: Sequence[tuple[str, str, str, str, str]]
    apparatus: Markup


def to_html(
    groups: Sequence[CopyGroup], texts: Mapping[str, str], names: Mapping[str, Named], *, lang: str = "en"
) -> str:
    """`groups` as a self-contained HTML document in the language `lang`.

    >>> "no text" in to_html((), {}, {}), "ortak bir metin yok" in to_html((), {}, {}, lang="tr")
    (True, True)
    """
    made = copies_environment(lang)
    style = part("dossier.css") + part("collation.css") + label_rules(lang)
    told = [_told(group, number, texts, names, lang) for number, group in enumerate(groups, 1)]
    return made.get_template("copies.html.j2").render(
        lang=lang,
        groups=told,
        style=style,
        style_digest=digest(style),
    )


def _told(group: CopyGroup, number: int, texts: Mapping[str, str], names: Mapping[str, Named], lang: str) -> _Group:
    from markupsafe import Markup

    layout = lay_out(group, names)
    fits = 1 < len(layout.nodes) <= _MOST_DRAWN and bool(layout.links)
    # `to_svg` escapes every word; signs that turn the direction of writing are made visible in the whole.
    picture = Markup(clean(to_svg(layout, lang, prefix=f"tree{number}", inline=True))) if fits else None
    apparatus = apparatus_html(group, texts, names, lang=lang, prefix=f"k{number}", alone=True)
    return _Group(len(layout.nodes), picture, to_rows(layout, lang), apparatus)
