"""Names side by side, and short forms beside full ones: who is one person and who is another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tanik.facts.names.find import find_names
from tanik.page.model import Page

_APART = (
    ("Einstein Atatürk'e bir mektup yazdı.", ("Albert Einstein", "Mustafa Kemal Atatürk")),
    ("Lenin Mustafa Kemal'e altın gönderdi.", ("Vladimir Lenin", "Mustafa Kemal Atatürk")),
    ("Churchill İnönü'ye söz verdi.", ("Winston Churchill", "İsmet İnönü")),
    ("Stalin Lenin'e sordu.", ("Josef Stalin", "Vladimir Lenin")),
    ("Venizelos Atatürk'ü aday gösterdi.", ("Eleftherios Venizelos", "Mustafa Kemal Atatürk")),
    ("Curzon İsmet Paşa'ya çıkıştı.", ("George Curzon", "İsmet İnönü")),
    ("O akşam Lloyd George Mustafa Kemal Paşa'ya kızdı.", ("Lloyd George", "Mustafa Kemal Atatürk")),
    ("Köyden Ömer Celal yazdı. Sonra Ömer Ağa konuştu.", ("Ömer Celal", "Ömer Ağa")),
    ("Tüccar Halil Rıza geldi. Çoban Halil Ağa gelmedi.", ("Halil Rıza", "Halil Ağa")),
    ("Dün Nuri Tekin Bey konuştu. Sonra Nuri Hanım ağladı.", ("Nuri Tekin Bey", "Nuri Hanım")),
)
_ONE = (
    ("Gazi Mustafa Kemal Atatürk geldi.", ("Mustafa Kemal Atatürk",)),
    ("İsmet İnönü konuştu.", ("İsmet İnönü",)),
    ("Mustafa Kemal Paşa Hazretleri geldi.", ("Mustafa Kemal Atatürk",)),
    ("Dün Kâzım Karabekir Paşa yazdı.", ("Kâzım Karabekir",)),
    ("Dün Nuri Tekin Bey konuştu. Nuri Bey sustu.", ("Nuri Tekin Bey",)),
    ("Köyden Ömer Celal Ağa yazdı. Sonra Ömer Ağa konuştu.", ("Ömer Celal Ağa",)),
    ("Kâzım Karabekir konuştu. Kâzım Paşa sustu.", ("Kâzım Karabekir",)),
    ("Şair Nigâr Osman yazdı. Nigâr Hanım sustu.", ("Nigâr Osman",)),
    ("Ali Fuat Cebesoy geldi, Ali Fuat Paşa oturdu.", ("Ali Fuat Cebesoy",)),
    ("Vladimir İlyiç Lenin öldü.", ("Vladimir Lenin",)),
)


def _persons(page: Page) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.name for one in find_names(page) if str(one.kind) == "person"))


@pytest.mark.parametrize(("text", "names"), _APART)
def test_two_people_are_two(page_of: Callable[..., Page], text: str, names: tuple[str, ...]) -> None:
    found = _persons(page_of(text))
    assert len(found) == len(names)
    assert all(any(want in got for got in found) for want in names), found


@pytest.mark.parametrize(("text", "names"), _ONE)
def test_one_person_is_one(page_of: Callable[..., Page], text: str, names: tuple[str, ...]) -> None:
    assert _persons(page_of(text)) == names
