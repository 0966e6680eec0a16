"""Templates filled in: the one place where words of strangers become HTML.

Comes in: the names of templates, filters and words of one room. Goes out: an environment in which every character is
escaped after signs that act on their surroundings were made visible, and the digests by which a content security
policy names the style sheet and the script of a file. The dossier, collations and copies are all written through it,
so that there is one place to look at when asking whether a page can do something to its reader.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from importlib import resources
from typing import TYPE_CHECKING

from tanik.dossier.display import clean

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["digest", "environment", "part"]

_LINE_ENDS = re.compile(r"(?<=>|\})\n\s*(?=[<{])")
# End tags that HTML lets one leave out, for what follows them always ends the element too.
_IMPLIED = re.compile(r"</(?:td|th|tr|li|dt|dd|thead|tbody)>")


def environment(words: Mapping[str, object], filters: Mapping[str, Callable[..., object]] | None = None) -> Environment:
    """The templates of ``dossier/templates`` with `words` to call by name and `filters` beside Jinja's own.

    >>> made = environment({"who": "<Ali>", "where": None})
    >>> made.from_string("{{ who }}:{{ where }}").render()
    '&lt;Ali&gt;:'
    """
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    made = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(words)
    made.globals["raw"] = Markup  # for the style sheets and the script that lie beside the templates, nothing else
    made.filters.update(filters or {})
    return made


def part(name: str) -> str:
    """A template, style sheet or script by its name."""
    return resources.files("tanik.dossier").joinpath("templates", name).read_text(encoding="utf-8")


def digest(text: str) -> str:
    """The digest of an inline style or script, as a content security policy names it.

    >>> digest("")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _template(name: str) -> str:
    """A template without the line ends between its tags (a seventh fewer nodes) and without implied end tags."""
    return _IMPLIED.sub("", _LINE_ENDS.sub("", part(name)))


def _shown(value: object) -> object:
    """What a template prints: nothing for None; text made fit to be shown (its escaping comes after)."""
    if value is None:
        return ""
    if hasattr(value, "__html__"):
        return value
    return clean(value) if isinstance(value, str) else value
