"""Who wrote a column: a name over its address, a name beside a counter of readers, a name before "tərəfindən"."""

from __future__ import annotations

import pytest

from tanik.page.read import read

_COLUMN = (
    "<h1>Köprünün hesabı</h1><div>5 Haziran 2016</div>"
    "<div><p>Köprü 1931 yılında yapıldı ve iki yıl sonra yıkıldı, parası ödenmedi.</p></div>"
)


@pytest.mark.parametrize(
    ("page", "authors"),
    [
        (
            f"<div id='u'>Gazete</div><div><b>Nevzat ALTUNTAŞ</b><br>naltuntas@gazete.example</div>{_COLUMN}",
            ["Nevzat ALTUNTAŞ"],
        ),
        # an address of the paper is nobody's
        (f"<div id='u'>Gazete</div><div><b>Yeni Köprü</b><br>bilgi@gazete.example</div>{_COLUMN}", []),
        (
            "<h1>Körpünün hesabı</h1><div class='news-meta'>Rauf Quliyev <span>28 may 2019, 11:45</span> "
            "<span>3 907 baxış</span></div>"
            "<div><p>Körpü 1931-ci ildə tikildi, iki il sonra uçdu, pulu verilmədi.</p></div>",
            ["Rauf Quliyev"],
        ),
        (
            "<h1>Körpünün hesabı</h1><p class='meta'>Aysel Nağıyeva tərəfindən, 26 fevral 2021</p>"
            "<div><p>Körpü 1931-ci ildə tikildi, iki il sonra uçdu, pulu verilmədi.</p></div>",
            ["Aysel Nağıyeva"],
        ),
    ],
)
def test_who_wrote_the_column(page: str, authors: list[str]) -> None:
    found = read(f"<html><head><title>Köprü</title></head><body>{page}</body></html>".encode(), path="a.html")
    assert list(found.authors) == authors


def test_who_printed_a_text_did_not_write_the_page() -> None:
    text = "Mektubun yolculuğu\n\nRıza Paşa tarafından 1925 yılında bir dergide yayımlanmış\n\nBugün de dolaşıyor.\n"
    assert read(text.encode(), path="a.txt").authors == ()
