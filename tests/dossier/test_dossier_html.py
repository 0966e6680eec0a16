"""The HTML file: everything is told, every link resolves, nothing of a hostile page acts."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from importlib import resources
from itertools import pairwise

import lxml.html
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement

import tanik
from tanik.compare.model import Comparison, Finding, FindingKind, Ledger, LedgerLine, LedgerTotal, Place, StatementRef
from tanik.core.span import Span
from tanik.dossier.display import clean
from tanik.dossier.html import to_html
from tanik.dossier.json import from_json, to_json
from tanik.dossier.model import Contents, Dossier
from tanik.dossier.spans import Mark, split
from tanik.trace.model import DifferenceKind, Status

PAYLOADS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<script src=//example.net/x.js></script>",
    "<img src=x onerror=alert(1)>",
    "<img src='http://example.net/pixel.gif'>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext></table><img src onerror=alert(1)>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<embed src='//example.net/x.swf'>",
    "<link rel=stylesheet href=//example.net/x.css>",
    "<style>*{display:none}</style>",
    "<style>@import '//example.net/x.css';</style>",
    "<base href='//example.net/'>",
    "<meta http-equiv=refresh content='0;url=//example.net'>",
    "<form action=//example.net><input name=q><button>x</button></form>",
    "<a href='javascript:alert(1)'>gel</a>",
    "<a href='data:text/html,x'>gel</a>",
    "<a href=x onclick=alert(1)>gel</a>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)></audio>",
    "<input autofocus onfocus=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<div style='position:fixed;inset:0;background:red'>x</div>",
    "<div style=\"background:url('//example.net/x')\">x</div>",
    "<table><tr><td>" * 50,
    "</div></section></main></body></html>",
    "</p></article><h1>Sahte başlık</h1>",
    "<!-- <script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<!DOCTYPE html><html><head>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "` onmouseover=alert(1) `",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "//example.net/x",
    "https://example.net/\u202egpj.exe",
    "https://example.net/a b",
    "http://[bad",
    "{{ 7 * 7 }}",
    "{% raw %}{{ dossier }}{% endraw %}",
    "{# gizli #}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "{{ ''.__class__.__mro__ }}",
    "%s %(x)s {0} {x} {x.__class__}",
    "\u202eters yazı\u202c",
    "\u2066içeride\u2069\u2069\u2069dışarıda",
    "\u202a\u202b\u202d\u2067\u2068",
    "\x00\x01\x08\x0b\x0c\x1f",
    "\x1b[31mkırmızı\x1b]8;;http://example.net\x07",
    "\ud800 yarım harf",
    "\ufffe\uffff\U0001ffff",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&#x202e;",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "a" + "\u0301\u0335" * 300,
    "＜script＞alert(1)＜/script＞",
    "#findings",
    "p1-q0-t",
    "x" * 5000,
    "*kalın* _eğik_ [bağ](javascript:alert(1)) ![resim](//example.net/x)",
]
ALLOWED = frozenset(
    """html head meta title style body a header p h1 h2 h3 h4 dl div dt dd code nav ul ol li main section article
    span sup fieldset legend label input details summary blockquote mark table caption thead tbody tr th td strong
    br pre q b i small footer script ins del svg desc g path circle rect text tspan""".split()  # noqa: SIM905 - fifty tags are easier to read in rows
)
LINK = re.compile(r"https?://[^\s]+")


def parsed(dossier: Dossier) -> HtmlElement:
    html = to_html(dossier)
    html.encode("utf-8")
    return lxml.html.document_fromstring(html, parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True))


def skeleton(root: HtmlElement) -> list[tuple[str, tuple[str, ...]]]:
    """Elements with their attributes; on which side of a bar its words stand depends on how long they are."""
    sides = {"text": {"class"}}
    return [
        (str(node.tag), tuple(name for name in node.attrib if name not in sides.get(str(node.tag), ())))
        for node in root.iter()
    ]


def assert_safe(root: HtmlElement) -> None:
    tags = Counter(str(node.tag) for node in root.iter())
    assert set(tags) <= ALLOWED
    assert (tags["script"], tags["style"], tags["head"], tags["body"]) == (1, 1, 1, 1)
    assert [str(title.getparent().tag) for title in root.iter("title") if title.xpath("not(ancestor::svg)")] == ["head"]
    for node in root.iter():
        assert not [
            name for name in node.attrib if name.startswith("on") or name in ("src", "style", "srcset", "action")
        ]
    assert_links_resolve(root)


def assert_links_resolve(root: HtmlElement) -> None:
    ids = [node.get("id") for node in root.iter() if node.get("id") is not None]
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    for link in root.iter("a"):
        target = link.get("href")
        assert target is not None
        if target.startswith("#"):
            assert target[1:] in ids, target
        else:
            assert LINK.fullmatch(target)
            assert link.get("rel") == "noreferrer nofollow noopener"
            assert link.text_content() == target, "a link is shown in full"


def test_enough_hostile_strings() -> None:
    assert len(set(PAYLOADS)) >= 60


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_hostile_survives(hostile: Callable[[str], Dossier], payload: str) -> None:
    root = parsed(hostile(payload))
    assert_safe(root)
    assert skeleton(root) == skeleton(parsed(hostile("zararsız")))
    told = "".join(root.itertext())
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f]", told)
    assert "".join(clean(payload).split()) in "".join(told.split())


def drawn(dossier: Dossier) -> Dossier:
    """The same dossier with dates and a ledger, so that everything is drawn that can be drawn."""
    (report,) = dossier.pages
    (told,) = report.facts.statements
    dated = tuple(replace(told, when=when) for when in ("1920-04-26", "1919/1922", "1931-05~"))
    facts = replace(report.facts, statements=(*dated, told))
    page = replace(report.page, published="2001-02-03")
    words = page.text.split("\n")[0]
    line = LedgerLine(
        "sent",
        StatementRef(page.id, 0),
        words,
        words,
        1.0,
        words,
        words,
        words,
        words,
        "1920",
        words,
        words,
        words,
        words,
    )
    total = LedgerTotal(words, words, words, 1.0, (StatementRef(page.id, 0),), words, words)
    finding = Finding(
        FindingKind.ANACHRONISM,
        (Place(page.id, told.span),),
        words,
        (("name", words), ("since", "1934-11-24"), ("when", "1927")),
    )
    comparison = replace(
        dossier.comparison,
        ledger=Ledger((line,), (total,)),
        findings=(*dossier.comparison.findings, finding),
        copies=(*dossier.comparison.copies, replace(dossier.comparison.copies[0], documents=(), unsure=())),
    )
    contents = (Contents(words, 1, 0, ((words, 2), ("image", 3))),)
    return replace(dossier, pages=(replace(report, facts=facts, page=page),), comparison=comparison, contents=contents)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_hostile_survives_in_pictures(hostile: Callable[[str], Dossier], payload: str) -> None:
    root = parsed(drawn(hostile(payload)))
    assert_safe(root)
    assert root.xpath("//svg[@class='chart']//path[@class='limit']")
    assert skeleton(root) == skeleton(parsed(drawn(hostile("zararsız"))))
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f]", "".join(root.itertext()))


@settings(max_examples=80, deadline=None)
@given(st.text(st.characters(), min_size=1, max_size=30).filter(str.strip))
@example("\x85")
@example("\r\n")
def test_nothing_of_any_text_survives(hostile: Callable[[str], Dossier], text: str) -> None:
    assert_safe(parsed(hostile(text)))


def test_a_plain_address_becomes_a_link(hostile: Callable[[str], Dossier]) -> None:
    root = parsed(hostile("https://example.org/a?b=1&c=<script>"))
    assert_safe(root)
    assert [a for a in root.iter("a") if a.get("href", "").startswith("https://example.org/a?b=1&c=")]


def test_policy_allows_only_what_is_in_the_file(sample: Dossier) -> None:
    root = parsed(sample)
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy
    html = to_html(sample)
    for name in ("style", "script"):
        inside = re.findall(f"<{name}>(.*?)</{name}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside[0].encode()).digest()).decode()
        assert len(inside) == 1
        assert f"'sha256-{digest}'" in policy


def test_style_and_script_ask_for_nothing() -> None:
    for name in ("dossier.css", "dossier.js"):
        text = resources.files("tanik.dossier").joinpath("templates", name).read_text(encoding="utf-8")
        assert not re.search(r"url\(|@import|https?:|fetch|XMLHttp|innerHTML|eval|</", text)


def test_sample_is_told_whole(sample: Dossier) -> None:
    root = parsed(sample)
    assert_safe(root)
    assert root.get("lang") == sample.language
    told = " ".join("".join(root.itertext()).split())
    for words in ("1920-06-14", "rumi-double", "ve heyetine", "ornek:silinmis-belge", "bozuk.bin", "mojibake"):
        assert words in told
    marks = {"verbatim": "=", "variant": "≈", "altered": "≠", "abridged": "…", "spliced": "+", "absent": "∅"}
    for status in Status:
        assert root.xpath(f"//b[contains(@class, 's-{status}')]"), status
        sign = f'.s-{status}::before {{ content: "\\{ord(marks.get(status, "↻")):x} '
        assert sign in root.xpath("//style")[0].text, "a status has a sign beside its colour"
    assert len(root.xpath("//table[contains(@class, 'apparatus')]//tr[contains(@class, 'r-')]")) >= len(DifferenceKind)


def test_text_of_the_page_is_whole_under_crossing_marks(sample: Dossier) -> None:
    root = parsed(sample)
    for sup in root.xpath("//div[@class='reading']//sup | //div[@class='reading']//p[@class='who']"):
        sup.drop_tree()
    blocks = [p.text_content() for p in root.xpath("(//div[@class='reading'])[1]//p")]
    lines = [line for line in sample.pages[0].page.text.split("\n") if line.strip()]
    assert [" ".join(block.split()) for block in blocks] == [" ".join(line.split()) for line in lines]
    crossing = root.xpath("//*[contains(@class, 'm-quotation')]//a[contains(@class, 'm-name')]")
    assert {"Meclis", "kömür", " istiyoruz."} <= {a.text for a in crossing}


def test_headings_descend_one_by_one(sample: Dossier) -> None:
    levels = [int(node.tag[1]) for node in parsed(sample).xpath("//h1|//h2|//h3|//h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_without_library_it_says_so(unsearched: Dossier) -> None:
    root = parsed(unsearched)
    assert_safe(root)
    assert "No library was searched" in "".join(root.itertext())
    assert "--no-library" in "".join(root.itertext())


def test_of_no_pages(empty: Dossier) -> None:
    assert_safe(parsed(empty))


def test_the_same_after_a_round_trip(sample: Dossier) -> None:
    assert to_html(from_json(to_json(sample))) == to_html(sample)


def _luminance(colour: str) -> float:
    whole = colour if len(colour) == 7 else "#" + "".join(2 * char for char in colour[1:])
    parts = [int(whole[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


TEXT_ON = [
    (front, back)
    for back in ("paper", "card", "wash")
    for front in ("ink", "soft", "accent", "sense", "same", "good", "warn")
] + [("ink", "quotation"), ("ink", "passage"), ("ink", "sense-wash"), ("ink", "same-wash"), ("accent", "quotation")]


@pytest.mark.parametrize("theme", [0, 1])
def test_text_has_contrast_in_both_themes(theme: int) -> None:
    css = resources.files("tanik.dossier").joinpath("templates", "dossier.css").read_text(encoding="utf-8")
    colours: dict[str, str] = dict(
        re.findall(r"--([\w-]+): (#\w+);", re.findall(r":root \{(.*?)\}", css, re.DOTALL)[0])
    )
    if theme:
        colours |= dict(re.findall(r"--([\w-]+): (#\w+);", re.findall(r":root \{(.*?)\}", css, re.DOTALL)[1]))
    weak = {pair: _contrast(colours[pair[0]], colours[pair[1]]) for pair in TEXT_ON}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=40), st.data())
def test_pieces_join_to_the_text(text: str, data: st.DataObject) -> None:
    def span() -> Span:
        start = data.draw(st.integers(0, len(text)))
        return Span(start, data.draw(st.integers(start, len(text))))

    whole = span()
    marks = [Mark("m", span(), str(number)) for number in range(data.draw(st.integers(0, 6)))]
    pieces = split(text, whole, marks)
    assert "".join(piece.text for piece in pieces) == whole.of(text)
    for mark in marks:
        under = "".join(p.text for p in pieces if mark.id in {m.id for m in p.marks})
        assert under == text[max(mark.span.start, whole.start) : min(mark.span.end, whole.end)]
        begun = sum(mark.id in {m.id for m in p.begins} for p in pieces)
        assert begun == sum(mark.id in {m.id for m in p.ends} for p in pieces)


def test_a_refusal_is_told_in_the_readers_language() -> None:
    dossier = tanik.check(["yok-boyle-bir-sayfa.html"], language="tr")
    assert dossier.refused[0].reason == "there is no such file"
    assert "there is no such file" not in to_html(dossier)


def test_a_further_page_weighs_little(sample: Dossier) -> None:
    """Two hundred pages must stay under ten megabytes: what every page repeats is what decides it."""
    report = sample.pages[0]
    copies = [replace(report, page=replace(report.page, id=f"q{number}")) for number in range(60)]
    bare = replace(sample, comparison=Comparison())
    some, many = (len(to_html(replace(bare, pages=tuple(copies[:count]))).encode()) for count in (50, 60))
    assert (many - some) / 10 < 28_500
