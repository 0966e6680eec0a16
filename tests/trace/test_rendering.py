"""Passages in today's words and the words of their time: sentences of our own."""

from __future__ import annotations

import pytest

from tanik.trace.lexicon import load_lexicon
from tanik.trace.memory import Memory
from tanik.trace.model import DifferenceKind, Status, Witness
from tanik.trace.readings import Reading, read_pair
from tanik.trace.run import run

ORIGINAL = (
    "Muhterem efendiler, geçen sene zarfında vilâyetin umumî vaziyeti hakkında heyetimize tafsilât verilmişti. "
    "Ecnebi tüccarın limanda tesis ettiği müesseseler memleketin iktisadiyatına büyük bir darbe teşkil etmektedir. "
    "Binaenaleyh mahallî idarenin vazifesi, zürraın istihsalâtını himaye etmek ve münakalâtı teshil eylemektir. "
    "Mektep inşaatına tahsis edilen meblağ kâfi gelmemiş, muallimlerin maaşatı kânunuevvel nihayetine kadar tediye "
    "olunamamıştır. Sıhhiye memurlarının raporuna nazaran sâri emraz nahiyelerde tevessü etmektedir."
)
RENDERING = (
    "Bu nedenle yerel yönetimin görevi, çiftçilerin üretimini korumak ve ulaştırmayı kolaylaştırmaktır. "
    "Okul yapımına ayrılan para yeterli olmamış, öğretmenlerin aylıkları aralık sonuna kadar ödenememiştir."
)
OTHERS = tuple(
    f"Kışlanın {n}. bölüğünde çavuş, ahırdaki atların yemini sabah erkenden dağıttı; akşama doğru yağmur dinince erler "
    f"{n} arabalık odunu avluya taşıdılar ve kapıyı kapattılar. Bakkalın çırağı ile değirmenci yolda karşılaştı."
    for n in range(2, 60)
)


@pytest.fixture(scope="module")
def memory() -> Memory:
    texts = (ORIGINAL, *OTHERS)
    return Memory([Witness(f"own:{n}", text, "own", date="1923-03-01") for n, text in enumerate(texts)])


def test_a_rendering_is_led_back_to_its_original(memory: Memory) -> None:
    trace = run(RENDERING, memory)
    assert [match.document for match in trace.matches] == ["own:0"]
    match = trace.matches[0]
    there = match.witness.of(ORIGINAL)
    assert trace.status is Status.MODERNISED
    assert "zürraın istihsalâtını" in there
    assert "muallimlerin" in there
    assert match.chance < 1e-3
    modern = {(d.page_text, d.witness_text) for d in match.differences if d.kind is DifferenceKind.MODERNISED}
    assert ("öğretmenlerin", "muallimlerin") in modern


def test_other_sentences_of_the_time_are_no_renderings(memory: Memory) -> None:
    strange = (
        "Nehrin taşması üzerine köprünün ayakları yıkılmış, köylüler kayıklarla karşıya geçmeye başlamıştır; kasabanın "
        "fırıncısı da ekmeği gece pişirip sabah eşeğiyle getirmekte, parasını hasattan sonra almaktadır."
    )
    assert run(strange, memory).status is Status.ABSENT


def _pair(page: str, witness: str, *, joins: bool = False) -> tuple[str, bool, str]:
    kind, changes, rule = read_pair(
        Reading(tuple(page.split()), page, joins=joins), Reading(tuple(witness.split()), witness), load_lexicon()
    ) or (DifferenceKind.SPELLING, False, "none")
    return kind.value, changes, rule


@pytest.mark.parametrize(
    ("page", "witness", "rule"),
    [
        ("1919", "1335", "rumi_year"),
        ("1919", "335", "rumi_year"),
        ("1336", "1920", "rumi_year"),
        ("1909", "1324", "rumi_year"),  # January and February of 1324 were those of 1909
        ("1908", "1324", "rumi_year"),
        ("1920", "1335", "number"),  # from 1333 the years begin together
        ("1919", "1336", "number"),
        ("585", "1000", "number"),
    ],
)
def test_rumi_years(page: str, witness: str, rule: str) -> None:
    assert _pair(page, witness)[2] == rule


def test_doing_away_with_denies_nothing() -> None:
    assert _pair("yok", "imha", joins=True)[0] != "polarity"
    assert _pair("yok", "var") == ("polarity", True, "negative_word")


@pytest.mark.parametrize(
    ("page", "witness", "expected"),
    [
        ("resmi olmayan mektuplar geldi", "gayr-i resmî mektuplar geldi", False),
        ("resmi mektuplar geldi", "gayr-i resmî mektuplar geldi", True),
    ],
)
def test_a_denial_answered_by_another_is_none(page: str, witness: str, expected: bool) -> None:
    memory = Memory([Witness("own:1", f"Dün akşam vilâyete bilhassa {witness} ve hepsi okundu.", "own")])
    trace = run(f"Dün akşam vilâyete bilhassa {page} ve hepsi okundu.", memory)
    kinds = [d.kind for match in trace.matches for d in match.differences]
    assert (DifferenceKind.POLARITY in kinds) is expected


def test_an_empty_library_has_no_rendering() -> None:
    assert run(RENDERING, Memory([])).status is Status.ABSENT


TURKISH = (
    "Kardeş ülkenin ordusu sınırı geçmeden önce köylülere haber gönderildi. Bakanlar dün bu konuda karar verdiler. "
    "Petrol yüklü üç vagon, işçilerin yardımı ile batıdaki şehre ulaştı ve öğretmenler bunu gazetede yazdı. "
    "Halkımız barış istiyor, fakat özgürlük için savaşmaktan korkmuyor."
)
AZERBAIJANI = (
    "Neft yüklü üç vaqon, fəhlələrin köməyi ilə qərbdəki şəhərə çatdı və müəllimlər bunu qəzetdə yazdı. "
    "Xalqımız sülh istəyir, lakin azadlıq üçün döyüşməkdən qorxmur."
)
CYRILLIC = (
    "Нефт јүклү үч вагон, фәһләләрин көмәји илә гәрбдәки шәһәрә чатды вә мүәллимләр буну гәзетдә јазды. "
    "Халгымыз сүлһ истәјир, лакин азадлыг үчүн дөјүшмәкдән горхмур."
)


@pytest.mark.parametrize("copy", [AZERBAIJANI, CYRILLIC], ids=["latin", "cyrillic"])
def test_an_azerbaijani_copy_of_a_turkish_passage_is_found(copy: str) -> None:
    memory = Memory([Witness(f"own:{n}", text, "own") for n, text in enumerate((TURKISH, *OTHERS))])
    trace = run(copy, memory)
    assert [match.document for match in trace.matches] == ["own:0"]
    assert trace.status in {Status.MODERNISED, Status.ALTERED}
    rules = [difference.rule for difference in trace.matches[0].differences]
    assert rules.count("azerbaijani") >= 4
    assert "Petrol yüklü" in trace.matches[0].witness.of(TURKISH)
