"""Where a page's text stood in its source goes into the dossier's JSON and comes back."""

from __future__ import annotations

import json
from dataclasses import replace

from jsonschema import Draft202012Validator

from tanik.core.span import Span
from tanik.dossier.json import from_json, load_schema, to_json
from tanik.dossier.model import Dossier
from tanik.page.model import Landmark

LANDMARKS = (
    Landmark(Span(0, 4), "page=7", "xiii", (40.0, 512.5, 380.0, 523.1)),
    Landmark(Span(4, 9), "/html/body/p[2]"),
)


def _with_landmarks(dossier: Dossier) -> Dossier:
    first, *others = dossier.pages
    page = first.page
    segments = (replace(page.segments[0], language="ota"), *page.segments[1:])
    marked = replace(first, page=replace(page, landmarks=LANDMARKS, segments=segments))
    return replace(dossier, pages=(marked, *others))


def test_landmarks_fit_the_schema_and_come_back(sample: Dossier) -> None:
    dossier = _with_landmarks(sample)
    told = json.loads(json.dumps(to_json(dossier), ensure_ascii=False))
    assert not list(Draft202012Validator(load_schema()).iter_errors(told))
    page = told["pages"][0]
    assert page["landmarks"][0] == {
        "start": 0,
        "end": 4,
        "path": "page=7",
        "page": "xiii",
        "box": [40.0, 512.5, 380.0, 523.1],
    }
    assert page["landmarks"][1] == {"start": 4, "end": 9, "path": "/html/body/p[2]"}
    assert page["segments"][0]["language"] == "ota"
    back = from_json(told)
    assert back.pages[0].page.landmarks == LANDMARKS
    assert back.pages[0].page.segments[0].language == "ota"


def test_a_page_without_landmarks_says_nothing_of_them(sample: Dossier) -> None:
    assert "landmarks" not in to_json(sample)["pages"][0]  # type: ignore[index]
