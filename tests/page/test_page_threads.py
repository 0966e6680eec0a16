"""Threads in the markup of ten platforms: every post with its author and time, quoted posts and signatures apart.

The templates of `platforms.toml` and the answers here were written before the program read any of them; the share that
it got right at the first run is in docs/benchmarks.md.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tanik.page.model import Page, Segment, SegmentKind
from tanik.page.read import read

_PLATFORMS = tomllib.loads((Path(__file__).parent / "platforms.toml").read_text("utf-8"))
_TITLE = "Değirmenin taşları nereye gitti"
_BODY = (
    "Irmağın kıyısındaki değirmen geçen yüzyılın başında durmuş, taşları da bir gecede yerinden sökülmüş. Kimin "
    "söktüğünü bilen yok; kasabanın yarısı komşu köyü, komşu köy de demiryolu şirketini suçluyor."
)
_POSTS = (
    (
        "Kumru",
        (7, 3, 2013, "09:41"),
        "Dedem taşların istasyona taşındığını söylerdi, ama gören kimse kalmadı. Bilen var mı?",
    ),
    (
        "taşçı_ömer",
        (8, 3, 2013, "21:07"),
        "İstasyonun arkasındaki çeşmenin teknesi o taştan yapılma, geçen yaz ölçtüm.",
    ),
    (
        "Selvi",
        (11, 3, 2013, "13:30"),
        "Çeşme daha eski olmalı, kitabesinde başka bir yıl yazıyor diye hatırlıyorum ben.",
    ),
)
_SIGNATURE = "Taş yerinde ağırdır, biz de öyle."
_QUOTED = "Dedem taşların istasyona taşındığını söylerdi"
_MONTHS = {3: ("Mar", "Mart")}


def _filled(name: str) -> Page:
    form = _PLATFORMS[name]
    posts = []
    for number, (who, (day, month, year, clock), words) in enumerate(_POSTS, 1):
        facts: dict[str, object] = {"n": number, "who": who, "words": words, "title": _TITLE, "y": year, "t": clock}
        facts |= {"d": day, "d2": f"{day:02d}", "m2": f"{month:02d}"}
        facts |= {"Mon": _MONTHS[month][0], "Month": _MONTHS[month][1]}
        facts["iso"] = f"{year}-{month:02d}-{day:02d}T{clock}:00+0200"
        facts["when"] = form["time"].format(**facts)
        second = number == 2
        facts["when1"] = "07-03-2013 09:41"
        facts["quote"] = form["quote"].format(whom="Kumru", said=_QUOTED, **facts) if second else ""
        facts["signature"] = form["signature"].format(text=_SIGNATURE, **facts) if second else ""
        posts.append(form["post"].format(**facts))
    body = form["page"].format(title=_TITLE, posts="".join(posts), body=_BODY, first="Kumru", start="7 Mart 2013")
    source = f"<!DOCTYPE html><html lang='tr'><head><title>{_TITLE} - Kasaba</title></head><body>{body}</body></html>"
    return read(source.encode(), media_type="text/html")


def _smallest(page: Page, words: str, nth: int = 0) -> Segment | None:
    at = -1
    for _ in range(nth + 1):
        at = page.text.find(words, at + 1)
    return page.segment_at(at) if at >= 0 else None


def marks(name: str) -> dict[str, bool]:
    """What was asked of one platform's page, and whether the program got it right."""
    form, page = _PLATFORMS[name], _filled(name)
    quoting = bool(form["quote"])
    comments = [segment for segment in page.segments if segment.kind is SegmentKind.COMMENT]
    wanted = _POSTS[1:] if form["article"] else _POSTS
    found: dict[str, bool] = {"title": page.title == _TITLE, "count": len(comments) == len(wanted)}
    if form["article"]:
        opening = _smallest(page, _POSTS[0][2][:30])
        found["article"] = opening is not None and opening.kind is SegmentKind.PARAGRAPH
        found["article author"] = page.authors == ("Kumru",)
        found["article time"] = (page.published or "").startswith("2013-03-07")
    for who, (day, month, year, clock), words in wanted:
        segment = _smallest(page, words[:30], 0 if words is not _POSTS[0][2] else int(quoting))
        body = segment is not None and segment.kind is SegmentKind.COMMENT
        found[f"{who} body"] = body and segment is not None and words in segment.span.of(page.text)
        found[f"{who} author"] = body and segment is not None and segment.author == who
        stamp = f"{year}-{month:02d}-{day:02d}T{clock}"
        found[f"{who} time"] = body and segment is not None and segment.published == stamp
    if quoting:
        quoted = next((s for s in page.segments if s.kind is SegmentKind.QUOTATION), None)
        found["quoted"] = quoted is not None and quoted.span.of(page.text).strip() == _QUOTED
        found["quoted author"] = quoted is not None and quoted.author == "Kumru"
        if form["signature"]:
            signed = _smallest(page, _SIGNATURE)
            found["signature"] = signed is not None and signed.kind is SegmentKind.SIGNATURE
    return found


@pytest.mark.parametrize("name", _PLATFORMS)
def test_threads(name: str) -> None:
    assert {asked: right for asked, right in marks(name).items() if not right} == {}


# (text, (author and time of each comment), the page's authors)
_CRAWLED = {
    "a heading a poster, the time below": (
        "Köy Forumu › Tarih › Değirmen\n\n## tasci_nuri\n\n3 Mart 2011, 20:10\n\nDeğirmenin taşı 1921'de çatladı.\n\n"
        "## su_yolu\n\n4 Mart 2011, 09:45\n\nNinem o taşı görmüş, ikiye ayrılmış.\n",
        (("su_yolu", "2011-03-04T09:45"),),
        ("tasci_nuri",),
    ),
    "replies under a handle and a day": (
        "@koy_defteri · 5 Oca 2022\nDeğirmenin taşı 1921 yılında çatladı, yenisi Kalecik'ten üç günde kağnıyla geldi; "
        "bunu muhtarın defterinden okuyoruz.\n\n@su_yolu · 6 Oca 2022\nNinem o taşı görmüş.\n",
        (("@su_yolu", "2022-01-06"),),
        ("@koy_defteri",),
    ),
    "entries signed below": (
        "değirmen taşı\n\nkasabadan bir gecede götürülen taş. dedem hep anlatırdı.\n14.02.2011 23:10 kumsaati\n\n"
        "götürülmemiş, çatlamış.\n15.02.2011 09:41 ~ 16.02.2011 10:04 su_yolu\n",
        (("kumsaati", "2011-02-14T23:10"), ("su_yolu", "2011-02-15T09:41")),
        (),
    ),
    "entries with the nick below the time": (
        "değirmen taşı\nkasabadan bir gecede götürülen taş.\ndedem hep anlatırdı\n14.02.2011 23:10\nkum saati\n\n"
        "götürülmemiş, çatlamış.\n15.02.2011 09:41 ~ 10:02\nsu_yolu\n\nsonraki sayfa\n",
        (("kum saati", "2011-02-14T23:10"), ("su_yolu", "2011-02-15T09:41")),
        (),
    ),
    "entries signed below in brackets": (
        "değirmen taşı\n\nkasabadan bir gecede götürülen taş.\n(kumsaati, 14.02.2011)\n\ngötürülmemiş, çatlamış.\n"
        "(su_yolu, 15.02.2011)\n",
        (("kumsaati", "2011-02-14"), ("su_yolu", "2011-02-15")),
        (),
    ),
    "comments with their headers above": (
        "Değirmen taşı\n\nKasabadan bir gecede götürülen taşın yerini bilen kalmadı, soran da yok; muhtar defteri bile "
        "susuyor bu konuda.\n\nYorumlar\n\nkumsaati 14.02.2011 23:10\nDedem anlatırdı.\n\nsu_yolu 15.02.2011 09:41\n"
        "Çatlamış o.\n",
        (("kumsaati", "2011-02-14T23:10"), ("su_yolu", "2011-02-15T09:41")),
        (),
    ),
    "one signed line alone": (
        "Değirmen taşı\n\nKasabadan bir gecede götürülen taşın yerini bilen kalmadı, soran da yok; muhtar susuyor.\n"
        "14.02.2011 23:10 kumsaati\n",
        (),
        None,
    ),
}


@pytest.mark.parametrize("shape", _CRAWLED)
def test_threads_of_a_crawled_text(shape: str) -> None:
    text, wanted, authors = _CRAWLED[shape]
    page = read(text.encode(), path="konu.txt")
    comments = [segment for segment in page.segments if segment.kind is SegmentKind.COMMENT]
    assert tuple((one.author, one.published) for one in comments) == wanted
    assert authors is None or page.authors == authors


def test_when_an_entry_was_changed_is_no_author() -> None:
    text = (
        "han yangını\n\n1. han 1921'de yandı, kimse söndürmedi ki suyu da yokmuş.\n14.11.2009 23:12\nuçan testere\n\n"
        "2. yanlış biliniyor, yanan komşu handır.\n15.11.2009 11:02 ~ 11:05\nkum zımpara\n\n"
        "3. ikisi de yandı.\n15.11.2009 11:02 ~ 16.11.2009\ntozlu evrak\n\n"
        "4. hiçbiri yanmadı.\n21.04.2010 - 14.05.2010\nkül rengi\n"
    )
    segments = read(text.encode(), path="a.txt").segments
    assert [(one.author, one.published) for one in segments if one.kind is SegmentKind.COMMENT] == [
        ("uçan testere", "2009-11-14T23:12"),
        ("kum zımpara", "2009-11-15T11:02"),
        ("tozlu evrak", "2009-11-15T11:02"),
        ("kül rengi", "2010-04-21"),
    ]


def test_a_breadcrumb_above_no_post_is_a_plain_page() -> None:
    page = read("# Haberler > Yerel\n\nDeğirmenin taşları dün bulundu.\n\nKimse sevinmedi.".encode(), path="p.txt")
    assert "Değirmenin taşları dün bulundu." in page.text
    assert not [one for one in page.segments if one.kind is SegmentKind.COMMENT]
