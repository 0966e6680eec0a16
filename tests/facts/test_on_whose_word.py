"""Which rule says on whose word a clause stands: a sentence for each, and sentences in which two of them meet."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as read_facts
from tanik.facts.statements.discourse import authority
from tanik.facts.statements.discourse.authority import Ground
from tanik.page.read import read

# (sentences, the rule that answers for the last clause that any answers for, on whose word it stands)
_RULES = (
    ("Rıza Bey'e göre Nuri Paşa 1921'de köprüyü yıktı.", "source", "Rıza Bey"),
    ("Yeğeni Rıza Bey'e (eski bir subay) göre Nuri Paşa 1921'de köprüyü yıktı.", "source", "Rıza Bey"),
    ("Rıza Bey'in ifadesiyle Nuri Paşa 1921'de köprüyü yıktı.", "source", "Rıza Bey"),
    ("Rıza Bey diyor ki Nuri Paşa 1921'de köprüyü yıktı.", "sayer_before_ki", "Rıza Bey"),
    ("Söylenti: Nuri Paşa 1921'de köprüyü yıktı.", "announced", "Söylenti"),
    ("Nuri Paşa 1921'de köprüyü yıktı diyen gazeteler çıktı.", "those_who_say", "gazete"),
    ("Nuri Paşa 1921'de köprüyü yıktı diyenler oldu.", "those_who_say", "başkaları"),
    ("Rıza Bey'in defterinde Nuri Paşa'nın 1921'de köprüyü yıktığı yazılıdır.", "nearer_paper", "Rıza Bey'in defteri"),
    ("Rıza Bey'e göre defterde Nuri Paşa'nın 1921'de köprüyü yıktığı yazılıdır.", "nearer_paper", "defter"),
    ("Ninem anlatırdı. Nuri Paşa 1921'de köprüyü yıkmış.", "teller", "nine"),
    ("Rıza Bey'in defteri bulundu. Nuri Paşa 1921'de köprüyü yıkmış.", "paper_before", "Rıza Bey'in defteri"),
)


@pytest.mark.parametrize(("text", "rule", "who"), _RULES, ids=[row[0][:40] for row in _RULES])
def test_the_rule_that_answers(text: str, rule: str, who: str, monkeypatch: pytest.MonkeyPatch) -> None:
    grounds: list[Ground] = []
    found = authority.ground_for

    def kept(*given: object, **named: object) -> Ground | None:
        ground = found(*given, **named)  # type: ignore[arg-type]
        grounds.extend([ground] if ground is not None else [])
        return ground

    monkeypatch.setattr(authority, "ground_for", kept)
    facts = read_facts(read(f"{text}\n".encode(), path="a.txt"), fast=True)
    assert grounds[-1:] == [Ground(who, rule)]
    assert who in {one.attributed_to for one in facts.statements}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Nuri Paşa'nın 1921'de köprüyü yıktığını iddia edenler var.", "iddia edenler"),
        ("Nuri Paşa'nın 1921'de köprüyü yıktığını söyleyenlere belge sorduk.", "söyleyenler"),
    ],
)
def test_what_unnamed_people_claim_is_on_their_word(text: str, who: str) -> None:
    (told,) = read_facts(read(f"{text}\n".encode(), path="a.txt"), fast=True).statements
    assert (told.attributed_to, str(told.modality)) == (who, "reported")


_STOLEN = "20 çuval unun çalındığı"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        (f"Rıza Bey raporunda {_STOLEN}nı yazıyor.", "Rıza Bey"),
        (f"Rıza Bey, 3 Mayıs 1921 tarihli raporunda {_STOLEN}nı yazıyor.", "Rıza Bey"),
        (f"Müfettiş, 3 Mayıs 1921 tarihli raporunda {_STOLEN}nı yazıyor.", "müfettiş"),
        (f"Rıza Bey'in 3 Mayıs 1921 tarihli raporunda {_STOLEN} yazılı.", "Rıza Bey'in raporu"),
        (f"Tuz Encümeni'nin Mayıs 1921 tarihli raporunda {_STOLEN} yazılı.", "Tuz Encümeni'nin raporu"),
        (f"3 Mayıs 1921 tarihli raporda {_STOLEN} yazılı.", "rapor"),
        (f"Rıza Bey'in raporunda {_STOLEN} yazılı.", "Rıza Bey'in raporu"),
        (f"Tuz Encümeni raporunda {_STOLEN} yazılı.", "Tuz Encümeni raporu"),
        (f"Konya'nın Ereğli kazasına ait defterde {_STOLEN} yazılı.", "Konya'nın Ereğli kazasına ait defter"),
        (f"Raporda {_STOLEN} yazılı.", "rapor"),
    ],
)
def test_a_paper_is_called_as_one_calls_it_and_whoever_writes_in_it_by_his_name(told: str, who: str) -> None:
    found = read_facts(read(f"{told}\n".encode(), path="a.txt"), fast=True).statements
    assert [one.attributed_to.lower() if one.attributed_to else None for one in found] == [who.lower()]


@pytest.mark.parametrize("they", ["Arkadaşlar dedem", "Beyler, dedem", "Dedem"])
def test_whoever_is_called_to_tells_nothing(they: str) -> None:
    text = f"{they} anlatırdı, Nuri Paşa 1921'de köprüyü yıkmış.\n"
    found = read_facts(read(text.encode(), path="a.txt"), fast=True).statements
    assert [one.attributed_to for one in found] == ["dede"]


def test_whoever_is_called_to_did_not_do_it() -> None:
    text = "Arkadaşlar Ali Bey 1921'de 100 lira göndermiş.\n"
    (told,) = read_facts(read(text.encode(), path="a.txt"), fast=True).statements
    assert [role.name for role in told.fillers("subject")] == ["Ali Bey"]


@pytest.mark.parametrize("they", ["Bunlar", "Onlar"])
def test_a_pronoun_is_nobodys_word(they: str) -> None:
    text = f"{they} Nuri Paşa'nın 1921'de köprüyü yıktığını iddia ederler.\n"
    (told,) = read_facts(read(text.encode(), path="a.txt"), fast=True).statements
    assert (told.attributed_to, str(told.modality)) == (None, "reported")


def test_a_paper_that_the_writer_comes_to_is_nobodys_word() -> None:
    text = "Telgrafa gelince: arşivde böyle bir kâğıt yok. Nuri Paşa 1921'de köprüyü yıkmış.\n"
    page = read(text.encode(), path="a.txt")
    assert [one.attributed_to for one in read_facts(page, fast=True).statements if "köprü" in one.text] == [None]


@pytest.mark.parametrize(
    ("text", "who", "when"),
    [
        ("Kâmil Bey'in Meclis'te verdiği bilgiye göre 1922'de orduya 300 lira verildi.", "Kâmil Bey", "1922"),
        ("Kâmil Bey'in 1931'de gazetecilere verdiği bilgiye göre köprü yıkıldı.", "Kâmil Bey", None),
        ("Kâmil Bey'in 4 Nisan 1931'de anlattığına göre köprü 1921'de yıkıldı.", "Kâmil Bey", "1921"),
        ("4 Nisan 1931'de Kâmil Bey'in verdiği bilgiye göre köprü yıkıldı.", "Kâmil Bey", "1931-04-04"),
        ("Kâmil Bey'in Roma'ya yolladığı rapora göre köprü yıkıldı.", "Kâmil Bey'in Roma'ya yolladığı rapor", None),
        ("Kâmil Bey'in 1930'da çıkardığı kitaba göre köprü yıkıldı.", "Kâmil Bey'in 1930'da çıkardığı kitap", None),
        ("Kâmil Bey'e göre gelen para 106.000 liraydı.", "Kâmil Bey", None),
        ("Kâmil Bey'e göre kasabanın nüfusu 1912'de 9.400'dü.", "Kâmil Bey", "1912"),
        ("İddiaya göre köprü 1921'de yıkıldı.", "iddia", "1921"),
    ],
)
def test_what_stands_in_the_phrase_of_a_source_is_the_sources(text: str, who: str, when: str | None) -> None:
    facts = read_facts(read(f"{text}\n".encode(), path="a.txt"), fast=True)
    assert (who, when) in {(one.attributed_to, one.when) for one in facts.statements}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rıza Bey, Nuri Paşa'nın 300 top verdiğini, fakat 1921'de 11 top geldiğini yazar.", "Rıza Bey"),
        ("Sözcü, köyün yakıldığını, oysa kanunun 27 Kasım 1934'te yayımlandığını söylüyor.", "Sözcü"),
        ("Yazının sahibi, köprünün 1921'de yıkıldığını, ancak yolun 1922'de açıldığını söyledi.", "Yazının sahibi"),
    ],
)
def test_a_conjunction_joins_what_one_teller_tells(text: str, who: str) -> None:
    told = read_facts(read(f"{text}\n".encode(), path="a.txt"), fast=True).statements
    assert len(told) == 2
    assert {one.attributed_to for one in told} == {who}


def test_what_came_is_not_who_gave_before() -> None:
    text = "Rıza Bey, Nuri Paşa'nın 300 top verdiğini, 1921'de 11 top geldiğini yazar."
    told = read_facts(read(f"{text}\n".encode(), path="a.txt"), fast=True).statements
    assert [role.text for role in told[1].fillers("object")] == ["11 top"]
