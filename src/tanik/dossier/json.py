"""The dossier for other programs: JSON, schema ``tanik-dossier/1``.

Comes in: a dossier, or a trace. Goes out: plain dictionaries and lists that ``json.dumps`` takes; and back again,
equal by value, so that a dossier can be kept, moved and opened without the pages at hand. The schema beside this file
describes every name in plain words.
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from tanik.dossier.json_read import from_json
from tanik.dossier.json_write import SCHEMA, to_json, trace_record, trace_to_json

__all__ = ["SCHEMA", "from_json", "load_schema", "to_json", "trace_record", "trace_to_json"]


def load_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) that every dossier fits.

    >>> load_schema()["properties"]["schema"]["const"]
    'tanik-dossier/1'
    """
    place = resources.files("tanik.dossier").joinpath("schema", "tanik-dossier-1.schema.json")
    schema: dict[str, Any] = json.loads(place.read_text(encoding="utf-8"))
    return schema
