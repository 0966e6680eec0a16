"""One verb for several deeds: each part of the list has its own fillers (Göksel & Kerslake 2005, 28.3.1)."""

from __future__ import annotations

import pytest

from .answers import rows_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Vakıf işçiye elli lira, ustaya seksen lira, kalfaya yüz lira verdi.",
            [("Vakıf", "işçi"), ("Vakıf", "usta"), ("Vakıf", "kalfa")],
        ),
        (
            "Vakıf gelirin 20 lirasını Konya'ya, 30 lirasını köylere, kalan 50 lirasını kışlaya gönderdi.",
            [("Vakıf", "Konya"), ("Vakıf", "köyler"), ("Vakıf", "kışla")],
        ),
        (
            "Müfettiş 30 sandık camın Sivas'a, 12 sandık ilacın köylere, 5 sandık çivinin Amasya'ya "
            "gönderildiğini bildirdi.",
            [(None, "Sivas"), (None, "köyler"), (None, "Amasya")],
        ),
        # what stands alone is one more of the part before it
        (
            "Okula beş sıra, iki masa, hastaneye on yatak verildi.",
            [(None, "Okul"), (None, "Okul"), (None, "hastane")],
        ),
        # a list for one receiver stays one
        ("Ali Bey okula beş sıra, iki masa ve on yatak verdi.", [("Ali Bey", "okul")] * 3),
        ("Ali Bey okula ve hastaneye beş sıra verdi.", [("Ali Bey", "okul")]),
    ],
)
def test_each_receiver_has_his_own(text: str, wanted: list[tuple[str | None, ...]]) -> None:
    assert rows_of(text, "subject", "recipient") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "İngilizler Musul'u, Fransızlar Adana'yı, İtalyanlar Antalya'yı işgal etti.",
            [("İngiltere", "Musul"), ("Fransa", "Adana"), ("İtalya", "Antalya")],
        ),
        (
            "1920'de Musul'u İngilizler, Adana'yı Fransızlar işgal etti.",
            [("İngiltere", "Musul"), ("Fransa", "Adana")],
        ),
        ("Fransa 10 bin, İtalya 5 bin tüfek verdi.", [("Fransa", "10 bin"), ("İtalya", "5 bin tüfek")]),
        # one doer with two objects
        ("Yunanlar Manisa'yı ve Aydın'ı işgal etti.", [("Yunanistan", "Manisa")]),
    ],
)
def test_each_doer_has_his_own(text: str, wanted: list[tuple[str | None, ...]]) -> None:
    assert rows_of(text, "subject", "object") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Musul'dan 12 top, Erzurum'dan 40 tüfek cepheye yollandı.",
            [("Musul", "cephe", "12 top"), ("Erzurum", "cephe", "40 tüfek")],
        ),
        (
            "Ali Bey Sivas'a, Hasan Bey Tokat'a, Veli Bey Amasya'ya vali olarak atandı.",
            [(None, "Ali Bey", "vali"), (None, "Hasan Bey", "vali"), (None, "Veli Bey", "vali")],
        ),
        # whence and whither are one way
        ("Heyet Musul'dan Mardin'e, Mardin'den Sivas'a geçti.", [("Musul", "Sivas", "Musul")]),
    ],
)
def test_what_stands_behind_the_list_is_of_all_its_parts(text: str, wanted: list[tuple[str | None, ...]]) -> None:
    assert rows_of(text, "source", "recipient", "object") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Vakıf Sivas'a 12 soba, Tokat'a 30 yorgan ve 4 sandık ilaç yolladı.",
            [("Sivas", "12 soba"), ("Tokat", "30 yorgan"), ("Tokat", "4 sandık ilaç")],
        ),
        (
            "Vakıf Sivas'a 12 soba, Tokat'a 30 yorgan, 4 sandık ilaç ve 6 kazan yolladı.",
            [("Sivas", "12 soba"), ("Tokat", "30 yorgan"), ("Tokat", "4 sandık ilaç"), ("Tokat", "6 kazan")],
        ),
        (
            "Sivas'a 12 soba, Tokat'a 30 yorgan ve 4 sandık ilaç yollandı.",
            [("Sivas", "12 soba"), ("Tokat", "30 yorgan"), ("Tokat", "4 sandık ilaç")],
        ),
        (
            "Ali Bey okula 10 lira, Hasan Bey camiye 20 lira ve 3 halı verdi.",
            [("okul", "10 lira"), ("cami", "20 lira"), ("cami", "3 halı")],
        ),
        # with one goal there is one deed
        (
            "Vakıf Sivas'a 12 soba, 30 yorgan ve 4 sandık ilaç yolladı.",
            [("Sivas", "12 soba"), ("Sivas", "30 yorgan"), ("Sivas", "4 sandık ilaç")],
        ),
    ],
)
def test_the_last_part_may_have_several_things(text: str, wanted: list[tuple[str | None, ...]]) -> None:
    assert rows_of(text, "recipient", "object") == wanted


def test_a_post_that_was_given_is_nobody() -> None:
    told = rows_of("Ali Bey Sivas'a vali olarak atandı. Hasan Bey Tokat'a vali olarak atandı.", "recipient", "object")
    assert told == [("Ali Bey", "vali"), ("Hasan Bey", "vali")]
