"""Which day a clause has that names none: the one before the head of its sentence, and no other clause's."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _statements(text: str) -> list[Statement]:
    return list(read_facts(read_page(text.encode(), path="x.txt")).statements)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("1921 yılında vali Tevfik Bey, gönderdiği telgrafta köylünün 40 çuval un verdiğini bildiriyordu.", "1921"),
        ("3 Mayıs 1922'de Kaymakam Nuri Bey, yazdığı mektupta halkın 12 top verdiğini anlatıyordu.", "1922-05-03"),
        ("1920 güzünde komutan Selim Bey, çektiği telgrafta; herkesi kutluyoruz diyor ve "
         "köyün 30 at gönderdiğini bildiriyordu.", "1920-23"),
        ("1923 yılında elçi Rıza Bey, yapılan toplantıda Sofya'nın 3 vagon tütün yolladığını söylüyordu.", "1923"),
        ("12 Haziran 1919: Erzurum'a 80 sandık fişek geldi.", "1919-06-12"),
    ],
)  # fmt: skip
def test_the_date_at_the_head_is_the_main_verbs_and_of_what_it_reports(text: str, when: str) -> None:
    sent = [one for one in _statements(text) if one.action in ("transfer", "move")]
    assert [one.when for one in sent] == [when]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        # a date in the participle's own words tells when the thing described was done
        ("Vali Tevfik Bey, 1921'de gönderdiği telgrafta 1919'da köylünün 40 çuval un verdiğini bildiriyordu.", "1919"),
        # of a clause in -ince the nominative is its own subject, and the main clause has its own date
        ("1921'de savaş başlayınca köylü 1922'de 40 çuval un verdi.", "1922"),
        ("1921'de yağmur yağdı; köylü 1922'de orduya 40 çuval un verdi.", "1922"),
    ],
)  # fmt: skip
def test_a_clause_with_a_date_of_its_own_keeps_it(text: str, when: str) -> None:
    sent = [one for one in _statements(text) if one.action == "transfer" and one.amounts]
    assert [one.when for one in sent] == [when]
