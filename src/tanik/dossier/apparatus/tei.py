"""TEI: the apparatus by the method of parallel segmentation.

Comes in: an apparatus. Goes out: a TEI P5 document (chapter 13 of its Guidelines): the base text with an ``app`` at
every place where the witnesses differ, ``lem`` for the base text's reading, ``rdg`` for each other one with its kind as
``type``, and a ``witDetail`` that tells the rule. Every witness's words can be read from it by choosing its
readings. What has moved is an ``app`` at either place, each pointing at the other (``corresp``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tanik.compare.collation import Apparatus, Reading, Unit
from tanik.dossier.apparatus.words import say_kind, say_of
from tanik.dossier.display import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["to_tei"]

_TEI: Final = "http://www.tei-c.org/ns/1.0"
_XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def to_tei(apparatus: Apparatus, *, title: str | None = None, lang: str = "en") -> str:
    """`apparatus` as a TEI document; `lang` is the language of what is said about readings.

    >>> from tanik.compare.collate.apparatus import build_apparatus
    >>> from tanik.compare.collate.run import collate
    >>> from tanik.compare.collation import WitnessText
    >>> made = to_tei(build_apparatus(collate([WitnessText("A", "Sulh oldu"), WitnessText("B", "Barış oldu")])))
    >>> '<lem wit="#A">Sulh</lem>' in made, '<rdg xml:id="r1-1" wit="#B" type="modernised">Barış</rdg>' in made
    (True, True)
    """
    from lxml import etree

    writer = _Writer(apparatus, lang)
    root = etree.Element(f"{{{_TEI}}}TEI", nsmap={None: _TEI})
    writer.header(root, title or say_of("title", lang))
    writer.body(root)
    etree.indent(root.find(f"{{{_TEI}}}teiHeader"), "  ")  # type: ignore[arg-type, unused-ignore]
    made = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{made}\n'


def _identifier(sigil: str, taken: set[str]) -> str:
    """An XML identifier for a siglum: its letters and digits, made unique."""
    plain = unicodedata.normalize("NFKD", sigil).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", plain).strip("-.") or "w"
    plain = plain if plain[0].isalpha() else f"w{plain}"
    name, number = plain, 2
    while name in taken:
        name, number = f"{plain}-{number}", number + 1
    taken.add(name)
    return name


class _Writer:
    """Writes one apparatus into one tree."""

    def __init__(self, apparatus: Apparatus, lang: str) -> None:
        self.apparatus, self.lang = apparatus, lang
        taken: set[str] = set()
        self.names = [_identifier(sigil, taken) for sigil in apparatus.collation.sigils]
        self._seen: dict[int, list[str]] = {}

    def header(self, root: _Element, title: str) -> None:
        """The header: what this is, and which witnesses there are."""
        header = _under(root, "teiHeader")
        header.set(_XML_LANG, self.lang)
        file = _under(header, "fileDesc")
        _under(_under(file, "titleStmt"), "title").text = clean(title)
        _under(_under(file, "publicationStmt"), "p").text = say_of("tei_publication", self.lang)
        witnesses = _under(_under(file, "sourceDesc"), "listWit")
        for name, witness in zip(self.names, self.apparatus.collation.witnesses, strict=True):
            about = witness.about
            known = [witness.sigil, about.title, about.date, about.source]
            element = _under(witnesses, "witness")
            element.set(_XML_ID, name)
            element.text = clean(", ".join(one for one in known if one))
        encoding = _under(header, "encodingDesc")
        _under(encoding, "variantEncoding", method="parallel-segmentation", location="internal")

    def body(self, root: _Element) -> None:
        """The text, a paragraph of the base text a ``p``."""
        body = _under(_under(root, "text"), "body")
        paragraph = _under(body, "p")
        number = 0
        for unit, words, between in self._flow():
            head, broken, tail = between.partition("\n\n")
            if unit.is_variant:
                number += 1
                self._entry(paragraph, unit, number)
            else:
                _append(paragraph, words)
            _append(paragraph, clean(head.rstrip()) if broken else _blank(between, words))
            if broken:
                paragraph = _under(body, "p")
                _append(paragraph, clean(tail.strip()))
        self._point(root)

    def _flow(self) -> Iterator[tuple[Unit, str, str]]:
        """Every unit with the base text's words and what follows them in the base text."""
        collation, base = self.apparatus.collation, self.apparatus.base
        witness, bounds = collation.witnesses[base], collation.bounds[:, base].tolist()
        for unit in self.apparatus.units:
            start, end = bounds[unit.start], bounds[unit.end]
            if start == end:
                yield unit, "", " "
                continue
            after = int(witness.starts[end]) if end < len(witness) else len(witness.text)
            span = witness.span(start, end)
            yield unit, clean(" ".join(span.of(witness.text).split())), witness.text[span.end : after]

    def _entry(self, paragraph: _Element, unit: Unit, number: int) -> None:
        app = _under(paragraph, "app")
        app.set(_XML_ID, f"a{number}")
        for move in unit.moves:
            self._seen.setdefault(move, []).append(f"a{number}")
        for at, reading in enumerate(unit.readings):
            element = _under(app, "rdg" if at else "lem")
            if at:
                element.set(_XML_ID, f"r{number}-{at}")
            element.set("wit", self._sigla(reading))
            if reading.kind:
                element.set("type", reading.kind.value)
            element.text = clean(reading.text) or None
        for at, reading in enumerate(unit.readings):
            if reading.kind:
                detail = _under(app, "witDetail", wit=self._sigla(reading), target=f"#r{number}-{at}")
                detail.text = self._detail(reading)

    def _detail(self, reading: Reading) -> str:
        kind = say_kind(reading.kind.value if reading.kind else None, self.lang)
        meaning = say_of("changes_meaning" if reading.changes_meaning else "same_meaning", self.lang)
        return f"{kind}; {meaning}; {reading.rule}"

    def _sigla(self, reading: Reading) -> str:
        return " ".join(f"#{self.names[at]}" for at in reading.witnesses)

    def _point(self, root: _Element) -> None:
        """Lets the entries of one move point at each other."""
        for entries in self._seen.values():
            for app in root.iter(f"{{{_TEI}}}app"):
                own = app.get(_XML_ID)
                if own in entries and len(entries) > 1:
                    app.set("corresp", " ".join(f"#{other}" for other in entries if other != own))


def _under(parent: _Element, name: str, **attributes: str) -> _Element:
    from lxml import etree

    return etree.SubElement(parent, f"{{{_TEI}}}{name}", attributes)


def _append(parent: _Element, text: str) -> None:
    """Adds text behind what `parent` already holds."""
    children: Sequence[_Element] = list(parent)
    if children:
        children[-1].tail = (children[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _blank(between: str, words: str) -> str:
    """What stands between two words, white space made one blank; entries without words bring a blank of their own."""
    text = clean(re.sub(r"\s+", " ", between))
    return text if words or text.strip() else " "
