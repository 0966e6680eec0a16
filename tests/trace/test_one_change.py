"""Changes of several words that are one, and words that the glossary has in another form: sentences of our own."""

from __future__ import annotations

import pytest

from tanik.core.fold import fold
from tanik.trace.lexicon import load_lexicon
from tanik.trace.memory import Memory
from tanik.trace.model import Status, Witness
from tanik.trace.run import run

_FERRY = (
    "Kayıkçı Ömer fırtınada halatı ve küreği sandığa bağlamıştı. Çeltik tarlasının üçte biri ilkbaharda sular altında "
    "kaldı, bekçi ise savağı kapatmadı. Muhasebeci senetleri gayr-ı kabil-i icra sayıp rafa kaldırdı. Arıcı ne petek "
    "ne kovan taşıyan katırlara yol verdi."
)
_TAILOR = (
    "Terzi Behice çeyiz sandığını tavan arasına kaldırmış, anahtarını komşusuna bırakmıştı. Pazarda kumaş kalmayınca "
    "makasını bileyletti ve eski perdelerden önlük dikti."
)


@pytest.fixture(scope="module")
def village() -> Memory:
    return Memory([Witness("k:kayik", _FERRY, "k"), Witness("k:terzi", _TAILOR, "k")])


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("fırtınada ne halatı ne küreği sandığa bağlamıştı", "ne"),
        ("fırtınada hem halatı hem küreği sandığa bağlamıştı", "hem"),
        ("Arıcı hem petek hem kovan taşıyan katırlara", "hem"),
        ("Çeltik tarlasının yarısı ilkbaharda sular altında", "yarısı"),
        ("Çeltik tarlasının dörtte üçü ilkbaharda sular altında", "dörtte üçü"),
        ("Muhasebeci senetleri gayr-ı lüzumlu icra sayıp rafa", "lüzumlu"),
    ],
)
def test_a_change_of_several_words_is_one(village: Memory, text: str, changed: str) -> None:
    trace = run(text, village)
    assert [match.document for match in trace.matches] == ["k:kayik"]
    assert trace.status is Status.ALTERED
    assert any(changed in d.page_text for d in trace.matches[0].differences)


@pytest.mark.parametrize(
    "text",
    [
        "fırtınada ne bohçayı ne küreği dolaba bağlamıştı",
        "Çeltik pazarının yarısı sonbaharda sular altında",
        "Muhasebeci defterleri gayr-ı lüzumlu hamal sayıp ocağa",
    ],
)
def test_several_changes_are_no_quotation(village: Memory, text: str) -> None:
    assert run(text, village).status is Status.ABSENT


@pytest.mark.parametrize(
    ("modern", "old"),
    [
        ("okullarının", "mekteplerinin"),  # okullar is the modern word of another row too
        ("yayımlanacak", "neşredilecek"),  # and so is yayımlanmak
        ("aydınlatıldı", "tenvir"),
        ("gidermek", "izalesi"),
        ("çoğaltılması", "tezyidi"),
        ("politikası", "siyaseti"),
    ],
)
def test_a_headword_does_not_hide_what_it_is_made_of(modern: str, old: str) -> None:
    assert load_lexicon().are_equivalent(fold(modern), fold(old))


@pytest.mark.parametrize(
    ("modern", "old"), [("insanlar", "inşaat"), ("gidecek", "izale"), ("zamanı", "zam"), ("okudu", "mektep")]
)
def test_likeness_of_letters_alone_joins_nothing(modern: str, old: str) -> None:
    assert not load_lexicon().are_equivalent(fold(modern), fold(old))


@pytest.mark.parametrize(
    ("modern", "old"),
    [
        ("incelenmiştir", ["tetkik", "olunmustur"]),
        ("gerektirdiği", ["istilzam", "eyledigi"]),
        ("incelediler", ["tetkik", "buyurdular"]),
    ],
)
def test_older_auxiliaries_stand_for_etmek(modern: str, old: list[str]) -> None:
    assert load_lexicon().glossary_rule([fold(modern)], old) is not None


_POTTER = (
    "Çömlekçi fırınının tamiri hakkındaki karar kâhyalar tarafından tasdik edilmiş, masarif tetkik olunmuştur. Kiremit "
    "ocağında istihdam edilen amelenin yevmiyeleri tezyit olunacak, odun tedariki ormancılara tevdi edilecektir."
)
# Six of its fourteen words answer, four of them through the glossary: chance would give that much now and then.
_PARTLY = (
    "Tuğlacıların yanındaki işçilerin gündelikleri artırılacak, gereken odunu bulma işi orman köylülerine "
    "bırakılacaktır."
)


def _with_potter(*texts: str) -> Memory:
    others = [f"{_TAILOR} {_FERRY} Defter {n}." for n in range(60)]
    return Memory([Witness(f"k:{n}", text, "k") for n, text in enumerate((*texts, *others))])


def test_a_rendering_with_little_evidence_must_stand_out() -> None:
    trace = run(_PARTLY, _with_potter(_POTTER))
    assert [match.document for match in trace.matches] == ["k:0"]
    assert trace.status is Status.MODERNISED
    rival = (
        "Belediye dairesinde istihdam edilen amelenin yevmiyeleri tezyit olunacak, odun tedariki ormancılara tevdi "
        "edilecektir."
    )
    assert run(_PARTLY, _with_potter(_POTTER, rival)).status is Status.ABSENT


def test_a_rendering_needs_its_words_in_order() -> None:
    shuffled = " ".join(sorted(_PARTLY.split()))
    assert run(shuffled, _with_potter(_POTTER)).status is Status.ABSENT
