"""Times counted from now: what they are worth, and where they are left alone."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.fold import fold
from tanik.page.ago import Anchor, anchor_of, find_ages
from tanik.page.model import SegmentKind
from tanik.page.read import read

_FRIDAY = Anchor(datetime(2024, 5, 10, 14, 30))


def _age(line: str, anchor: Anchor | None = _FRIDAY) -> str | None:
    found = find_ages(line, fold(line), anchor)
    return found[0].edtf if found else None


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("3 yıl önce", "2021~"),
        ("bir yıl önce", "2023~"),
        ("5 ay önce", "2023-12~"),
        ("2 hafta önce", "2024-04-26~"),
        ("3 gün önce", "2024-05-07~"),
        ("2 saat önce", "2024-05-10"),
        ("14 saat önce", "2024-05-10~"),
        ("40 dakika önce", "2024-05-10"),
        ("az önce", "2024-05-10"),
        ("Dün 14:05", "2024-05-09T14:05"),
        ("Dün, saat 23:40", "2024-05-09T23:40"),
        ("Bugün 09:12", "2024-05-10T09:12"),
        ("dün", "2024-05-09"),
        ("Salı 18:20", "2024-05-07T18:20"),
        ("Cuma 18:20", "2024-05-03T18:20"),
        ("Kalaycı Rıfat · 3 yıl önce", "2021~"),
        ("3 gün önce · Yanıtla", "2024-05-07~"),
        ("2 yıl, 3 ay önce", "2022-02~"),
        ("3 gün əvvəl", "2024-05-07~"),
        ("2 il əvvəl", "2022~"),
        ("dünən 14:05", "2024-05-09T14:05"),
        ("bu gün 09:12", "2024-05-10T09:12"),
        ("бир ил әввәл", "2023~"),
        ("2 hours ago", "2024-05-10"),
        ("an hour ago", "2024-05-10"),
        ("a year ago", "2023~"),
        ("2 years, 3 months ago", "2022-02~"),
        ("Yesterday at 2:05 PM", "2024-05-09T14:05"),
        ("yesterday", "2024-05-09"),
        ("Monday at 9:12 AM", "2024-05-06T09:12"),
        ("2 часа назад", "2024-05-10"),
        ("3 года назад", "2021~"),
        ("час назад", "2024-05-10"),
        ("неделю назад", "2024-05-03~"),
        ("вчера в 14:05", "2024-05-09T14:05"),
        ("сегодня, 09:12", "2024-05-10T09:12"),
        ("только что", "2024-05-10"),
    ],
)
def test_values(line: str, value: str) -> None:
    assert _age(line) == value
    assert _age(line, None) == ""


@pytest.mark.parametrize(
    "line",
    [
        "3 yıl önce köye gittim",
        "Dün akşam meydanda toplandık.",
        "Bugün değirmen kapalı",
        "Köprü iki yıl önce yıkıldı, taşları satıldı",
        "We met yesterday in the square.",
        "önce taşı kır",
        "3 yıl sonra",
        "Два года назад мельница сгорела.",
        "Cuma pazarı",
    ],
)
def test_sentences_are_no_labels(line: str) -> None:
    assert _age(line) is None


@pytest.mark.parametrize(
    ("source", "retrieved", "modified", "moment"),
    [
        ("<!-- FILE ARCHIVED ON 09:12:33 Mar 04, 2014 AND RETRIEVED -->", "2020-01-01", None, "2014-03-04T09:12:33"),
        ('<a href="/web/20140304091233/http://ornek.test/">', None, None, "2014-03-04T09:12:33"),
        (
            "<!-- Page saved with SingleFile\n saved date: Tue Mar 04 2014 09:12:33 GMT+0200 -->",
            None,
            None,
            "2014-03-04T09:12:33",
        ),
        ("<p>Şu anki tarih: 04 Mar 2014, 09:12</p>", None, None, "2014-03-04T09:12:00"),
        ("<p>Текущее время: 04 мар 2014, 09:12</p>", None, None, "2014-03-04T09:12:00"),
        ("<p>Köprü</p>", "2014-03-04T09:12:33Z", "2012-01-01", "2014-03-04T09:12:00"),
        ("<p>Köprü</p>", None, "2012-01-02", "2012-01-02T00:00:00"),
    ],
)
def test_anchors(source: str, retrieved: str | None, modified: str | None, moment: str) -> None:
    anchor = anchor_of(source, retrieved, modified)
    assert anchor is not None
    assert anchor.moment.isoformat() == moment


def test_no_anchor() -> None:
    assert anchor_of("<p>Köprü 4 Mart 2014 günü açıldı.</p>") is None
    assert anchor_of('<a href="https://web.archive.org/web/20140304091233/http://ornek.test/">kayıt</a>') is None


def test_a_day_that_another_zone_counts_otherwise_is_approximate() -> None:
    late = Anchor(datetime(2024, 5, 10, 22, 30), zoned=True)
    assert _age("dün 14:05", late) == "2024-05-09~"
    assert _age("bugün 09:12", late) == "2024-05-10~"


def test_nothing_is_older_than_the_page_it_answers() -> None:
    anchor = Anchor(datetime(2014, 3, 4), timed=False, since="2014-03-01")
    assert _age("3 yıl önce", anchor) == ""
    assert _age("2 gün önce", anchor) == "2014-03-02~"


@given(st.text(alphabet="0123456789 yılaygünsaatönceagodayshours,.:·", max_size=60))
@settings(max_examples=200, deadline=None)
def test_spans_lie_in_the_line(line: str) -> None:
    for stamp in find_ages(line, fold(line), _FRIDAY):
        assert 0 <= stamp.span.start < stamp.span.end <= len(line)


_PAGE = """<html lang=tr><head><title>Un hanı - Kasaba</title></head><body><h1>Un hanı</h1><div class="article-body">
<p>Hanın alt katı kışın ahır, yazın pazar yeri olurdu; üst katta tahıl tüccarları kalır, kapıyı akşam ezanında
kapatırlardı. Kapının demirini kimin döktüğü bilinmiyor.</p></div><div id="comments" class="comments">
<div class="comment" id="comment-1"><span class="author">Nalbant</span> <span class="date">{first}</span>
<p class="comment-text">Demiri benim dedem dökmüş, mührü hâlâ üstünde durur.</p></div>
<div class="comment" id="comment-2"><span class="author">Ece</span> <span class="date">{second}</span>
<p class="comment-text">O mührü geçen yaz aradık, boyanın altında kalmış olmalı.</p></div></div></body></html>"""


def _comments(source: str, retrieved: str | None) -> list[tuple[str | None, str | None]]:
    page = read(source.encode(), media_type="text/html", retrieved=retrieved)
    return [(one.author, one.published) for one in page.segments if one.kind is SegmentKind.COMMENT]


def test_comments_of_a_page() -> None:
    source = _PAGE.format(first="3 yıl önce", second="dün 14:05")
    assert _comments(source, "2024-05-10T12:00:00Z") == [("Nalbant", "2021~"), ("Ece", "2024-05-09T14:05")]
    assert _comments(source, None) == [("Nalbant", None), ("Ece", None)]


def test_a_machines_time_goes_before_a_counted_one() -> None:
    source = _PAGE.format(first='<time datetime="2021-07-03T10:15:00+03:00">3 yıl önce</time>', second="az önce")
    assert _comments(source, "2024-05-10T12:00:00Z") == [("Nalbant", "2021-07-03T10:15"), ("Ece", "2024-05-10")]


def test_comments_in_no_named_element() -> None:
    source = _PAGE.format(first="2 hafta önce", second="5 saat önce")
    for name in ("comments", "comment", "author", "date", "comment-text"):
        source = source.replace(f'class="{name}"', "")
    source = source.replace('id="comments"', "").replace('id="comment-1"', "").replace('id="comment-2"', "")
    source = source.replace("</div><div  ", "</div><h3>Yorumlar (2)</h3><div ")
    assert _comments(source, "2024-05-10T12:00:00Z") == [("Nalbant", "2024-04-26~"), ("Ece", "2024-05-10")]
