"""How a dossier over several pages puts what it has to say: no number twice, both sides of a disputed saying named."""

from __future__ import annotations

import pytest

from tanik.compare.model import Finding, FindingKind
from tanik.dossier.messages import message
from tanik.dossier.summary import Tally, _quotations


@pytest.mark.parametrize(
    ("quotations", "absent", "told"),
    [
        (16, 16, "16 alıntı: hiçbiri 411 belgede bulunamadı"),
        (1, 1, "1 alıntı: 1’i 411 belgede bulunamadı"),
        (3, 2, "3 alıntı: 2’si 411 belgede bulunamadı"),
    ],
)
def test_all_of_them_are_told_without_their_number(quotations: int, absent: int, told: str) -> None:
    fields = dict.fromkeys(Tally.__dataclass_fields__, 0) | {
        "quotations": quotations,
        "absent": absent,
        "documents": 411,
    }
    assert _quotations(Tally(**fields), "tr").startswith(told)


def test_a_saying_at_odds_names_both_sides() -> None:
    details = {"text": "Irmak yolunu bulur", "speaker": "Refet Bele", "given": "“Bir”", "denying": "“İki”"}
    found = Finding(FindingKind.CONFLICT, (), "saying-denied-elsewhere", tuple(details.items()))
    told = message(found, "tr")
    assert told.index("“Bir”") < told.index("“İki”")
    assert "“Irmak yolunu bulur” (Refet Bele)" in told
