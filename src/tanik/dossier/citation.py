"""A witness as a source that can be cited.

Comes in: a witness. Goes out: CSL-JSON for reference managers, and one line for people in the manner of a Chicago
note; its web address is left to the form that shows it. Only what the library knows is said.
"""

from __future__ import annotations

from tanik.core.span import Span
from tanik.dossier.edtf import date_parts, in_words
from tanik.dossier.words import say
from tanik.trace.model import Witness

__all__ = ["cite", "csl"]

Csl = dict[str, "str | list[dict[str, str]] | dict[str, object]"]


def csl(witness: Witness) -> Csl:
    """The witness as one CSL-JSON item (schema 1.0.2).

    >>> csl(Witness("k:1", "…", "k", title="Açış konuşması", author="Ali Rıza", date="1920-04-26"))["issued"]
    {'date-parts': [[1920, 4, 26]]}
    """
    item: Csl = {"id": witness.id, "type": "chapter" if witness.source else "document"}
    plain = {
        "title": witness.title,
        "container-title": witness.source,
        "volume": witness.volume,
        "page": witness.pages,
        "URL": witness.url,
        "archive": witness.collection,
    }
    if witness.author:
        item["author"] = [{"literal": witness.author}]
    if witness.date:
        item["issued"] = _issued(witness.date)
    return item | {key: value for key, value in plain.items() if value}


def _issued(edtf: str) -> dict[str, object]:
    parts = date_parts(edtf)
    if parts is None:
        return {"literal": edtf}
    issued: dict[str, object] = {"date-parts": [list(part) for part in parts]}
    if edtf.endswith(("~", "?", "%")):
        issued["circa"] = True
    return issued


def cite(witness: Witness, lang: str, place: Span | None = None) -> str:
    """The witness in one line: author, title, date, where it was printed, its id; `place` is a stretch of its text.

    >>> cite(Witness("k:1", "…", "k", title="Açış", date="1920-04-26", source="Nutuklar", pages="12"), "tr")
    '“Açış”, 26 Nisan 1920, Nutuklar, s. 12 [k:1]'
    """
    title = witness.title or say("cite.untitled", lang)
    printed = [
        witness.source,
        say("cite.volume", lang, value=witness.volume) if witness.volume else None,
        say("cite.pages", lang, value=witness.pages) if witness.pages else None,
    ]
    dated = in_words(witness.date, lang) if witness.date else say("cite.undated", lang)
    parts = [witness.author, f"“{title}”", dated, *printed]
    where = f"{witness.id}, {place.start}–{place.end}" if place else witness.id
    return f"{', '.join(part for part in parts if part)} [{where}]"
