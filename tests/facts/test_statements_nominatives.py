"""Which bare nouns of a clause act and which are acted on: each rule where it holds and where it does not."""

from __future__ import annotations

import pytest

from .answers import roles_where


def _roles(text: str, part: str) -> dict[str, str]:
    return roles_where(text, lambda told: part in told)


@pytest.mark.parametrize(
    ("text", "part", "place", "value"),
    [
        # a pronoun is definite, and as an object would have its ending (GK 14.3.2)
        ("Bütün defterleri 1921'de bazıları yaktı.", "yaktı", "subject", "bazıları"),
        ("Öbürleri 1921'de teklifi kabul etti.", "kabul", "subject", "Öbürleri"),
        # what a genitive owns has an n before its accusative (GK 8.1.2)
        ("Valinin kardeşi 1921'de belediyeye bir arsa sattı.", "sattı", "subject", "Valinin kardeşi"),
        ("Köyün muhtarı 1921'de kaymakama bir rapor gönderdi.", "gönderdi", "subject", "Köyün muhtarı"),
        ("Vali 1921'de köyün muhtarını tutukladı.", "tutukladı", "object", "köyün muhtarı"),
        ("Vali 1921'de sokağın başındaki evi yıktı.", "yıktı", "object", "sokağın başındaki ev"),
        # plurals of things are done, those of people do (GK 22.3)
        ("Memur 1921'de köylere tohumluklar dağıttı.", "dağıttı", "object", "tohumluklar"),
        ("Köylüler 1921'de köprüyü yıktı.", "yıktı", "subject", "Köylüler"),
        # of an infinitive the genitive owns (GK 24.4.1)
        ("Vali 1921'de köyün suyunu kesmeyi teklif etti.", "kesmeyi", "subject", "Vali"),
        ("Belediye 1921'de yeni bir şirket kurmayı kabul etti.", "kurmayı", "object", "yeni bir şirket kurma"),
        # an adjective alone says how (GK 16.2)
        ("Vali 1921'de mektupları Ankara'ya acele gönderdi.", "gönderdi", "subject", "Vali"),
        ("Vali 1921'de mektupları Ankara'ya acele gönderdi.", "gönderdi", "object", "mektup"),
    ],
)
def test_who_acts_and_what_is_acted_on(text: str, part: str, place: str, value: str) -> None:
    assert _roles(text, part).get(place) == value


@pytest.mark.parametrize(
    ("text", "part", "place"),
    [
        # "I", "we" and "you" do what such a verb tells (GK 8.4)
        ("Sandıkları 1921'de Konya'ya gönderdik.", "gönderdik", "subject"),
        ("Çocuklar, 1921'de Konya'ya geldik.", "geldik", "subject"),
        # when and how are nobody
        ("Şimdi 1921'de köprüyü yıktı.", "yıktı", "subject"),
        ("Mektupları Konya'ya 1921'de zor gönderdi.", "gönderdi", "subject"),
        # a converb of no table is nobody
        ("Köprüyü 1921'de söylenerek yıktı.", "yıktı", "subject"),
        # a determiner alone is nothing
        ("Vali 1921'de bir demeç verdi.", "verdi", "recipient"),
    ],
)
def test_nobody_is_made_a_doer(text: str, part: str, place: str) -> None:
    assert place not in _roles(text, part)


def test_who_is_spoken_of_beside_we() -> None:
    assert _roles("Biz köylüler 1921'de köprüyü yıktık.", "yıktık").get("object", "köprü") == "köprü"


@pytest.mark.parametrize(
    ("text", "part", "place", "value"),
    [
        # a participle's subject is the noun behind it: the genitive before it owns (GK 25.1.1)
        ("Köyün muhtarına 1921'de para veren tüccar tutuklandı.", "veren", "recipient", "Köyün muhtarı"),
        ("Köyün muhtarına 1921'de para veren tüccar tutuklandı.", "veren", "subject", "tüccar"),
        # sides and times are of what stands before them (GK 17.3.1)
        ("Birliklerin kasabanın önünden 1921'de çekildiği yazıldı.", "çekildiği", "subject", "Birlikler"),
        ("Belediyenin valinin döneminde 1921'de bir köprü yaptırdığı söyleniyor.", "yaptırdığı", "subject", "Belediye"),
        # one genitive before a deed is who does it
        ("Valinin 1921'de okula para verdiği söyleniyor.", "verdiği", "subject", "Vali"),
        ("Valinin parayı 1921'de tüccara verdiği söyleniyor.", "verdiği", "subject", "Vali"),
    ],
)
def test_a_genitive_owns_or_acts(text: str, part: str, place: str, value: str) -> None:
    assert _roles(text, part).get(place) == value
