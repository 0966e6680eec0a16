"""A treaty's alias that several bear: the year beside it tells whether it is the one that the table has."""

from __future__ import annotations

import pytest

from tanik.facts.names.find import find_names
from tanik.page.read import read

ANOTHER = "Ankara Antlaşması"
KNOWN = "Ankara İtilafnamesi"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sınırı 1926 Ankara Antlaşması çizdi.", [ANOTHER]),
        ("Vekil 5 Haziran 1926 tarihli Ankara Antlaşması'nı savundu.", [ANOTHER]),
        ("Köylü, 1926'da İngiltere ile imzalanan Ankara Antlaşması'nı bilmez.", [ANOTHER]),
        ("Haber ajansı 1926'da Ankara Antlaşması imzalandı diye yazdı.", [ANOTHER]),
        ("Haziran 1926'da Ankara Antlaşması'nın imzalanmasıyla sınır çizildi.", [ANOTHER]),
        ("Ankara Antlaşması (5 Haziran 1926) on sekiz maddedir.", [ANOTHER]),
        ("Ankara Anlaşması'nın (1926) eki de vardır.", ["Ankara Anlaşması"]),
        ("1926 yılında imzalanan Ankara Antlaşması payı böldü. Ankara Antlaşması o yıl onandı.", [ANOTHER, ANOTHER]),
        ("Önce Ankara Antlaşması'nı okudu. Sonra 1926 Ankara Antlaşması'nı anlattı.", [ANOTHER, ANOTHER]),
        ("1921 Ankara Antlaşması güneyi, 1926 Ankara Antlaşması doğuyu çizdi.", [KNOWN, ANOTHER]),
        ("1940 Moskova Muahedesi ticaret içindi.", ["Moskova Muahedesi"]),
        # the table's own year, a slip of the pen, a year of something else, no year at all, the table's first name
        ("20 Ekim 1921'de Ankara Antlaşması imzalandı.", [KNOWN]),
        ("1922 tarihli Ankara Antlaşması güney sınırını çizdi.", [KNOWN]),
        ("Yazar 1936'da Ankara Antlaşması üzerine bir kitap yazdı.", [KNOWN]),
        ("Meclis o gün Ankara Antlaşması'nı onadı.", [KNOWN]),
        ("1926 Ankara İtilafnamesi diye yazmış.", [KNOWN]),
        ("Kitap (1958) Ankara Antlaşması'nı anlatır.", [KNOWN]),
        ("Kasabada 1926 kişi vardı. Ankara Antlaşması o yıl yoktu.", [KNOWN]),
        ("1954'te Lozan Barış Antlaşması'nın son taksiti ödendi.", ["Lozan Antlaşması"]),
        ("1923 Lozan Barış Antlaşması adaları saydı.", ["Lozan Antlaşması"]),
    ],
)
def test_the_year_beside_an_alias_tells_which_treaty_is_meant(text: str, names: list[str]) -> None:
    page = read(f"Sabah erkenden kalkıldı ve yola çıkıldı. {text}".encode(), path="a.txt")
    found = [name.name for name in find_names(page, fast=True) if "ntlaşma" in name.text or name.kind == "event"]
    assert found == names
