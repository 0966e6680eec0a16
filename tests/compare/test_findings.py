"""Findings on pages with planted faults and on clean ones, the ledger, tables of what is known, vocabulary."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import pytest

from tanik.compare import known, vouched
from tanik.compare.dates import bounds
from tanik.compare.known import bodies, deeds, lives, offices
from tanik.compare.run import run

from .planted_pages import SETS, Planted, examined, planted


def rules(text: str) -> list[str]:
    findings = run((examined(text, fast=True),)).findings
    return sorted(finding.rule for finding in findings if finding.rule != "page-unsourced")


# How many faults of each set must be found at least. The first set was there when the rules were made, the others
# before; what the first runs gave stands in the documentation on quality.
FLOORS = {
    "planted": 45,
    "planted_titles": 28,
    "planted_unseen": 12,
    "planted_third": 26,
    "planted_fourth": 46,
    "planted_fifth": 17,
    "planted_sixth": 39,
    "planted_seventh": 14,
    "planted_eighth": 30,
    "planted_ninth": 13,
    "planted_tenth": 35,
    "planted_eleventh": 25,
    "planted_twelfth": 219,
    "planted_thirteenth": 43,
    "planted_fourteenth": 37,
    "planted_fifteenth": 36,
    "planted_sixteenth": 36,
    "planted_seventeenth": 18,
    "planted_tempting": 0,
    "planted_eighteenth": 52,
    "planted_nineteenth": 27,
    "planted_twentieth": 18,
    "planted_twentyfirst": 13,
    "planted_twentythird": 111,
    "planted_twentyfourth": 74,
    "planted_twentyfifth": 35,
    "planted_twentysixth": 36,
    "planted_twentyseventh": 37,
    "planted_twentyeighth": 25,
    "planted_innocent": 0,
    "planted_innocent_second": 0,
    "planted_innocent_third": 0,
    "planted_long": 64,
    "planted_long_second": 32,
    "planted_long_third": 36,
    "planted_long_fourth": 49,
    "planted_long_fifth": 18,
    "planted_long_sixth": 54,
    "planted_long_seventh": 19,
    "planted_forms": 55,
}

# What is missed there is told by nominal sentences, participles and names of which the statements say too little.
SHARES = {
    "planted_eighth": 0.85,
    "planted_ninth": 0.85,
    "planted_tenth": 0.8,
    "planted_twelfth": 0.87,
    "planted_twentieth": 0.81,
    "planted_twentyfirst": 0.72,
    "planted_twentythird": 0.86,
    "planted_twentyfourth": 0.73,
    "planted_twentyfifth": 0.66,
    "planted_twentysixth": 0.8,
    "planted_twentyseventh": 0.82,
    "planted_twentyeighth": 0.83,
}


# Where names that no table has decide, the model is asked; the other sets give as much without it, in half the time.
JUDGED = frozenset(
    (
        "planted_third",
        "planted_sixth",
        "planted_seventh",
        "planted_tenth",
        "planted_seventeenth",
        "planted_long_fourth",
        "planted_long_sixth",
    )
)

# How many pages of each set have no fault at all.
CLEAN = {
    "planted": 20,
    "planted_third": 20,
    "planted_fourth": 12,
    "planted_fifth": 10,
    "planted_sixth": 20,
    "planted_seventh": 8,
    "planted_eighth": 10,
    "planted_ninth": 8,
    "planted_tenth": 4,
    "planted_eleventh": 4,
    "planted_forms": 12,
    "planted_tempting": 40,
    "planted_twentyfourth": 30,
    "planted_twentyfifth": 20,
    "planted_twentysixth": 22,
    "planted_twentyseventh": 22,
    "planted_twentyeighth": 15,
    "planted_innocent": 66,
    "planted_innocent_second": 60,
    "planted_innocent_third": 93,
}


@cache
def checked(name: str) -> list[Planted]:
    return planted(SETS[name], fast=name not in JUDGED)


@pytest.mark.parametrize("name", SETS)
def test_planted_faults_are_found(name: str) -> None:
    found = [fault for page in checked(name) for fault in page.found]
    missed = [fault for page in checked(name) for fault in page.missed]
    assert len(found) >= FLOORS[name], missed
    assert len(found) >= SHARES.get(name, 0.9) * (len(found) + len(missed))


@pytest.mark.parametrize("name", SETS)
def test_no_loud_finding_is_false(name: str) -> None:
    assert [false for page in checked(name) for false in page.false] == []


@pytest.mark.parametrize("name", CLEAN)
def test_there_are_enough_pages_without_a_fault(name: str) -> None:
    assert len([page for page in checked(name) if not page.found + page.missed]) >= CLEAN[name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nota\n\nTalat Paşa 8 Mayıs 1924'te bir mektup yazdı.", ["deed-after-death"]),
        ("Nota\n\nTalat Paşa 8 Mayıs 1919'da bir mektup yazdı.", []),
        ("Nota\n\nRefik Bey 8 Mayıs 1960'ta bir mektup yazdı.", []),
        ("Nota\n\nMersinli Cemal Paşa 8 Mayıs 1945'te bir mektup yazdı.", []),  # 1941, and nobody looked that up
        ("Nota\n\nMersinli Cemal Paşa 8 Mayıs 1946'da bir mektup yazdı.", ["deed-after-death"]),
        ("Nota\n\nNuri Conker 8 Mayıs 1938'de bir mektup yazdı.", ["deed-after-death"]),  # 1937, looked up
        (
            "Nota\n\nHalil Ağa 3 Mayıs 1920'de Doğu Cephesi Komutanı Kâzım Karabekir Paşa'ya mektup yazdı.",
            ["office-too-early"],
        ),
        ("Nota\n\nHalil Ağa 3 Mayıs 1921'de Doğu Cephesi Komutanı Kâzım Karabekir Paşa'ya mektup yazdı.", []),
        ("Nota\n\nSümerbank 1929'da köye 20 ton pamuk verdi.", ["body-too-early"]),
        ("Nota\n\nMüdür yazdı: “Büyük Millet Meclisi toplandı, karar alındı. 25 Kânun-i Sânî 21”", []),
        ("Nota\n\nSümerbank 1936'da köye 20 ton pamuk verdi.", []),
        ("Nota\n\nMeclis 1908'de köye 20 ton pamuk verdi.", []),
        ("Nota\n\nTürk Dil Kurumu 1929'da köye 20 kitap verdi; kurum 1932'de kurulmuştur.", []),
        ("Nota\n\nHalk Fırkası 6 Mayıs 1923'te köye 20 lira verdi.", []),
        ("Nota\n\nMüdafaa-i Hukuk Cemiyeti 20 Aralık 1918'de köye 20 lira verdi.", []),
        ("Nota\n\nVali 2 Nisan 1915 tarihli telgrafla Çanakkale zaferini kutladı.", []),
        ("Nota\n\nVali 2 Mart 1915 tarihli telgrafla Çanakkale zaferini kutladı.", ["victory-hailed-early"]),
        ("Nota\n\nMüftü 12 Eylül 1922 tarihli mektubunda Büyük Taarruz zaferini kutladı.", []),
        ("Nota\n\nErkân-ı Harbiye-i Umumiye Reisi Fevzi Paşa 5 Mart 1919'da bir rapor yazdı.", []),
        ("Nota\n\nZiya Gökalp 1924'te 61 yaşında öldü.", ["age-misfit"]),
        ("Nota\n\nZiya Gökalp 1924'te 48 yaşında öldü.", []),
        ("Nota\n\nAtatürk 1938'de 57 yaşında öldü; Enver Paşa 1922'de kırk yaşında öldü.", []),
        ("Nota\n\nSabri Yurt (1880-1950) uzun yaşadı. Sabri Yurt 1950'de 49 yaşında öldü.", ["age-misfit"]),
        ("Nota\n\nSabri Yurt (1880-1950) uzun yaşadı. Sabri Yurt 1950'de 70 yaşında öldü.", []),
        ("Nota\n\nSabri Yurt (1880-1950) 49 yaşında öldü.", ["age-misfit"]),
        ("Nota\n\nSabri Yurt 1880'de doğdu. Sabri Yurt'un kızı 1950'de 49 yaşında öldü.", []),
        ("Nota\n\nSabri Yurt 1880'de doğdu. Sabri Yurt 1950'de 49 yaşında öldü.", ["age-misfit"]),
        ("Nota\n\nSabri Yurt 1850'de doğdu. Torunu Sabri Yurt 1921'de 20 yaşında öldü.", []),
        ("Nota\n\nListede “31 Nisan 1920” yazıyor, bu yanlıştır.", []),
        ("Nota\n\nListede “31 Nisan 1920” yazıyor.", ["date-impossible"]),
        ("Nota\n\nHan 31 Nisan 1920'de yanlışlıkla yıkıldı.", ["date-impossible"]),
        ("Nota\n\nOkul 10 Kasım 1938 pazar yerinde kuruldu.", []),
        ("Dəftər\n\nMəktəb 14 iyun 1933, şənbə günü bağlandı.", ["date-weekday"]),
        ("Dəftər\n\nMəktəb 14 iyun 1933, çərşənbə günü bağlandı.", []),
        ("The fight\n\nThe village lost 30 dead and 62 wounded, 82 men in all.", ["sum-total"]),
        ("The fight\n\nThe village lost 30 dead and 62 wounded, 92 men in all.", []),
        ("Köy\n\nBeş köyün her birine 12 kilo tohum düştü, yani toplam 75 kilo.", ["sum-shares"]),
        ("Köy\n\nBeş köyün her birine 12 kilo tohum düştü, yani toplam 60 kilo.", []),
        ("Nota\n\nOkul 10 Kasım 1938 Perşembe günü kapandı.", []),
        ("Nota\n\nOkul 10 Kasım 1938 Pazar günü kapandı.", ["date-weekday"]),
        ("Nota\n\nKöyden 10 ton, çarşıdan 20 ton, toplam 30 ton un geldi.", []),
        ("Nota\n\nKöyden yaklaşık 10 ton, çarşıdan 20 ton, toplam 40 ton un geldi.", []),
    ],
)
def test_findings(text: str, expected: list[str]) -> None:
    assert rules(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nota\n\nTürkiye Şeker Fabrikaları 12 Ocak 1934'te belediyeye bir mektup yazdı.", []),
        ("Nota\n\nTürkiye Şeker Fabrikaları 12 Ocak 1931'de belediyeye bir mektup yazdı.", ["body-too-early"]),
        ("Nota\n\nEtibank 12 Ocak 1934'te belediyeye bir mektup yazdı.", ["body-too-early"]),  # looked up
        ("Nota\n\nMüftü 5 Kasım 1938'de Hariciye Vekili Şükrü Saraçoğlu'na bir mektup yazdı.", ["office-too-early"]),
        ("Nota\n\nMüftü 5 Kasım 1938'de Hariciye Vekili Tevfik Rüştü Aras'a bir mektup yazdı.", []),
        ("Nota\n\nMihail Frunze 20 Aralık 1925'te bir mektup yazdı.", []),
        ("Nota\n\nMihail Frunze 3 Ocak 1926'da bir mektup yazdı.", ["deed-after-death"]),
        ("Nota\n\nMark Sykes 3 Kasım 1919'da bir mektup yazdı.", ["deed-after-death"]),  # looked up
        ("Nota\n\nMüftü 4 Ocak 1937'de Nyon Antlaşması uyarınca bir rapor yazdı.", []),
        ("Nota\n\nMüftü 4 Ocak 1936'da Nyon Antlaşması uyarınca bir rapor yazdı.", ["treaty-too-early"]),
        (
            "Nota\n\nMüftü 4 Nisan 1928'de Briand-Kellogg Paktı uyarınca bir rapor yazdı.",
            ["treaty-too-early"],
        ),  # looked up
    ],
)
def test_what_nobody_looked_up_accuses_with_a_margin(text: str, expected: list[str]) -> None:
    assert not bodies()["Türkiye Şeker Fabrikaları"].checked, "another body is needed here"
    assert all(office.checked for office in offices()["Şükrü Saraçoğlu"] if office.office == "Hariciye Vekili")
    assert not lives()["Mihail Frunze"].checked, "another life is needed here"
    assert not next(deed for deed in deeds("treaty") if deed.name == "Nyon Antlaşması").checked
    assert next(deed for deed in deeds("treaty") if deed.name == "Briand-Kellogg Paktı").checked
    assert bodies()["Etibank"].checked
    assert lives()["Mark Sykes"].checked
    assert rules(text) == expected


@pytest.fixture
def nothing_looked_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Offices as they were before anybody looked them up: that must not need a row which nobody found yet."""
    monkeypatch.setattr(vouched, "vouched", dict)
    known.offices.cache_clear()
    yield
    known.offices.cache_clear()


@pytest.mark.usefixtures("nothing_looked_up")
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("5 Mart 1937'de", []),  # another was in office, but nobody looked up when
        ("5 Kasım 1938'de", []),
        ("5 Mart 1934'te", ["office-too-early"]),
    ],
)
def test_an_office_that_nobody_looked_up_accuses_with_a_margin(day: str, expected: list[str]) -> None:
    assert rules(f"Nota\n\nMüftü {day} Hariciye Vekili Şükrü Saraçoğlu'na bir mektup yazdı.") == expected


LEDGER = """Un defteri

5 Mart 1921'de Kemaliye merkezden 40 ton un istedi. 8 Mart 1921'de Ankara Kemaliye'ye 60 ton un göndermeyi taahhüt etti.
9 Nisan 1921'de Ankara Kemaliye'ye 25 ton un gönderdi. 20 Nisan 1921'de Ankara Kemaliye'ye 15 ton un gönderdi. Ankara
Kemaliye'ye şeker göndermedi."""


def test_the_ledger_never_mixes_stages() -> None:
    ledger = run((examined(LEDGER, fast=True),)).ledger
    told = [(line.stage, line.value, line.unit, line.polarity) for line in ledger.lines]
    assert ("asked", 40.0, "t", "affirmed") in told
    assert ("promised", 60.0, "t", "affirmed") in told
    assert [value for stage, value, _, polarity in told if stage == "sent" and polarity == "affirmed"] == [25.0, 15.0]
    sent = [total for total in ledger.totals if total.stage == "sent"]
    assert [(total.unit, total.value, len(total.statements)) for total in sent] == [("t", 40.0, 2)]
    assert all(len({line.stage for line in ledger.lines if line.statement in total.statements}) == 1 for total in sent)


def test_sums_of_two_currencies_are_not_added() -> None:
    text = "Borç\n\n5 Mart 1921'de Ankara Kars'a 40 lira verdi. 6 Mart 1922'de Ankara Kars'a 30 ruble verdi."
    assert run((examined(text, fast=True),)).ledger.totals == ()


def test_every_known_row_has_dates_in_order_and_a_source() -> None:
    for life in lives().values():
        born, died = bounds(life.born), bounds(life.died)
        assert born is None or died is None or born[0] < died[1], life.name
        assert life.source
        assert not life.surname or life.name.endswith(life.surname)
    for held in offices().values():
        for office in held:
            since, until = bounds(office.since), bounds(office.until)
            assert since is not None, office
            assert until is not None, office
            assert since[0] <= until[1], office
            holder = lives().get(office.person)
            died, born = (bounds(holder.died), bounds(holder.born)) if holder is not None else (None, None)
            assert died is None or since[0] <= died[1], office
            assert born is None or born[1] < since[0], office
    for body in bodies().values():
        ended = bounds(body.ended)
        founded = bounds(body.founded)
        assert founded is not None, body.name
        assert ended is None or founded[0] <= ended[1], body.name
    for deed in deeds("battle", "war", "treaty", "armistice", "congress", "revolt"):
        begin, end = bounds(deed.begin), bounds(deed.end)
        assert begin is not None, deed.name
        assert end is not None, deed.name
        assert begin[0] <= end[1], deed.name


def test_there_are_five_hundred_rows_with_sources() -> None:
    rows = [
        row
        for name in ("people.csv", "organisations.csv", "events.csv")
        for row in csv.DictReader(files("tanik.facts").joinpath("data", name).read_text(encoding="utf-8").splitlines())
    ]
    assert len(rows) >= 500
    assert all(row["source"] for row in rows)
