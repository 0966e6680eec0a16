"""Two genitives in a nominalised clause, and what only looks possessed: each rule where it holds and where not."""

from __future__ import annotations

import pytest

from .answers import roles_where


def _roles(text: str, part: str) -> dict[str, str]:
    return roles_where(text, lambda told: part in told)


@pytest.mark.parametrize(
    ("text", "part", "place", "value"),
    [
        # the first genitive does it, the second owns what follows
        ("Valinin köyün suyunu 1921'de kestiği söyleniyor.", "kestiği", "subject", "Vali"),
        ("Valinin köyün suyunu 1921'de kestiği söyleniyor.", "kestiği", "object", "köyün suyu"),
        ("Müdürün okulun bahçesini 1931'de sattığı iddia edildi.", "sattığı", "object", "okulun bahçesi"),
        ("Ali Bey'in 1921'de valinin emriyle görevden alındığı söyleniyor.", "alındığı", "object", "Ali Bey"),
        ("Ali Bey'in 1921'de valinin emriyle görevden alındığı söyleniyor.", "alındığı", "subject", "vali"),
        (
            "Hasan Paşa'nın 1919'da Mecit'in imzasıyla müfettişliğe tayin edildiği yazıyor.",
            "tayin",
            "recipient",
            "Hasan",
        ),
        # one genitive, and genitives that own each other
        ("Belediyenin 1934'te suyu kestiği söyleniyor.", "kestiği", "subject", "Belediye"),
        ("Ali Bey'in kardeşinin 1921'de öldüğü söyleniyor.", "öldüğü", "subject", "Ali Bey'in kardeşi"),
        ("Ali Bey'in kardeşinin evini 1921'de sattığı söyleniyor.", "sattığı", "object", "ev"),
        # both do it
        ("Valinin ve kaymakamın depoyu 1921'de sattığı söyleniyor.", "sattığı", "object", "depo"),
        # people in the accusative are nobody's
        ("Mahkemenin 1925'te altı kişiyi idama mahkûm ettiği söyleniyor.", "mahkûm", "subject", "Mahkeme"),
        ("Mahkemenin 1925'te altı kişiyi idama mahkûm ettiği söyleniyor.", "mahkûm", "recipient", "altı kişi"),
        # gold, and the side below
        ("Hükümet 1922'de bankanın altınını Ankara'ya taşıdı.", "taşıdı", "object", "bankanın altını"),
        ("Vali 1921'de sarayın altınlarını sattı.", "sattı", "object", "sarayın altınları"),
        ("Köylüler 1921'de köprünün altına saklandı.", "saklandı", "recipient", "köprü"),
    ],
)
def test_who_owns_and_who_does(text: str, part: str, place: str, value: str) -> None:
    assert _roles(text, part)[place].startswith(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # "ve" joins like cases: what is asked for stands before the participle too
        (
            "Beş bin okka unun ve kışlada kalacak askerler için yatağın belediyece temini rica olunur.",
            "Beş bin okka un",
        ),
        ("Üç yüz çadırın ve sonradan kararlaştırılacak miktarda ilacın temini rica olunur.", "Üç yüz çadır"),
        ("Kış gelmeden üç yüz çadırın temini rica olunur.", "üç yüz çadırın temini"),
    ],
)
def test_a_list_of_genitives_goes_on_behind_a_participle(text: str, value: str) -> None:
    assert _roles(text, "rica olunur")["object"] == value
