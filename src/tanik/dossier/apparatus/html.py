"""A collation as one HTML file.

Comes in: an apparatus. Goes out: one file that asks the network for nothing and runs no script: the base text with a
numbered mark wherever witnesses differ, and the readings below. Every character of a witness is escaped by the
template after signs that act on their surroundings were made visible; a content security policy allows the two style
sheets in the file and nothing else.
"""

from __future__ import annotations

from functools import partial

from tanik.compare.collation import Apparatus
from tanik.dossier.apparatus.view import show
from tanik.dossier.apparatus.words import say_kind, say_of
from tanik.dossier.edtf import in_words
from tanik.dossier.markup import digest, environment, part
from tanik.dossier.words import number

__all__ = ["to_html"]


def to_html(apparatus: Apparatus, *, title: str | None = None, lang: str = "en") -> str:
    """`apparatus` as a self-contained HTML document in the language `lang`.

    >>> from tanik.compare.collate.apparatus import build_apparatus
    >>> from tanik.compare.collate.run import collate
    >>> from tanik.compare.collation import WitnessText
    >>> table = collate([WitnessText("A", "a < b"), WitnessText("B", "a < c")])
    >>> "a &lt; " in to_html(build_apparatus(table), lang="tr")
    True
    """
    made = environment(
        {
            "lang": lang,
            "say": lambda key, **details: say_of(key, lang, **details),
            "kind": partial(say_kind, lang=lang),
        },
        {"number": lambda value: number(value, lang), "edtf": lambda value: in_words(value, lang)},
    )
    style = part("dossier.css") + part("collation.css")
    return made.get_template("collation.html.j2").render(
        title=title or say_of("title", lang),
        apparatus=apparatus,
        collation=apparatus.collation,
        shown=show(apparatus),
        style=style,
        style_digest=digest(style),
    )
