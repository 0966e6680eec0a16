"""The status that differences amount to."""

from __future__ import annotations

import pytest

from tanik.core.span import Span
from tanik.trace.model import Difference, DifferenceKind, Status
from tanik.trace.status import status_of

_AT = Span(0, 1)


def _difference(kind: str, rule: str, changes: bool) -> Difference:
    return Difference(DifferenceKind(kind), changes, _AT, _AT, "a", "b", rule)


@pytest.mark.parametrize(
    ("differences", "status"),
    [
        ([], "verbatim"),
        ([("spelling", "joined", False)], "verbatim"),
        ([("spelling", "circumflex", False)], "variant"),
        ([("modernised", "glossary", False)], "modernised"),
        ([("modernised", "glossary_older", False)], "variant"),
        ([("modernised", "glossary_older", False), ("wording", "wording", True)], "altered"),
        ([("modernised", "glossary", False), ("polarity", "negation", True)], "altered"),
        ([("omission", "words_dropped", False)], "abridged"),
        ([("number", "number", True)], "altered"),
        ([("gloss", "brackets", True)], "altered"),
    ],
)
def test_what_differences_amount_to(differences: list[tuple[str, str, bool]], status: str) -> None:
    assert status_of(_difference(*one) for one in differences) == Status(status)
