"""The RelaxNG schema of the TEI Consortium, read once a test run: it takes nine seconds of the processor.

Comes in: nothing. Goes out: the schema, or the test is skipped where the file is not at hand.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

__all__ = ["tei_schema"]

_PLACE = Path(os.environ.get("TANIK_TEI_SCHEMA", Path(__file__).parents[2] / "build" / "tei_all.rng"))


@cache
def tei_schema() -> etree.RelaxNG:
    """The schema ``tei_all``."""
    if not _PLACE.is_file():
        pytest.skip(f"TEI's schema tei_all.rng (1.1 MB, tei-c.org) is not here: {_PLACE}; name it in TANIK_TEI_SCHEMA")
    return etree.RelaxNG(etree.parse(_PLACE))
