"""Treaties, laws and protocols given article by article: what the paper is called, its day, its parties, its articles.

Comes in: a page, its dates and names. Goes out: papers in order, as spans. Articles without a title above them are of
no paper. The parties are whom the preamble joins: "A ile B arasında", "bir taraftan A, diğer taraftan B"; where more
than two stand there, or it does not say who stands on which side, the paper has none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from tanik.core.fold import fold, fold_whole, lower_turkish
from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.facts.model import DateMention, Name, NameKind
from tanik.facts.outline.articles import Article, groups_of, is_label, may_have_articles
from tanik.facts.outline.lines import trimmed
from tanik.page.model import Page, SegmentKind

__all__ = ["Paper", "Party", "named_by_title", "papers_of"]

_TREATY: Final = (
    r"(?:antlasma|andlasma|anlasma|muahede|muahedename|mukavele|mukavelename|sozlesme|itilaf|itilafname|mutareke"
    r"|mutarekename|ateskes|protokol|ahitname|senet|misak|mukavile|sazis|treaty|convention|armistice|agreement|pact"
    r"|protocol)"
)
_LAW: Final = (
    r"(?:kanun|kanunname|kanun-i|yasa|kararname|nizamname|talimatname|tuzuk|yonetmelik|tesis kanun|karar|ganun|kerar"
    r"|lav|act|decree|regulation|resolution|constitution|anayasa)"
)
_OWNED: Final = r"(?:s?[iu]|n[iu]n|s?[iu]n[iu]n|l[ae]r[iu])?"
_NAMES_PAPER: Final = re.compile(rf"\b(?P<paper>{_TREATY}|{_LAW}){_OWNED}(?:d[iu]r)?\b")
_IS_TREATY: Final = re.compile(rf"\b{_TREATY}")
_TAIL: Final = re.compile(
    rf"\b(?:{_TREATY}|{_LAW})(?P<owned>s[iu]|l[ae]r[iu]|(?<=[^aeiou])[iu]|)"
    r"(?P<rest>'?(?:n[iu]n|[iu]n) (?:madde|hukum|sart|metn|tam)\w*| (?:madde|hukum|sart|metn|metin)\w*)?"
    r"[ \t]*[:.?]?[ \t]*$"
)
_ENGLISH: Final = re.compile(r"\b(?:treaty|convention|armistice|agreement|pact|protocol|act|lav|decree|constitution)\b")
_OPENS: Final = re.compile(r"(?:treaty|convention|armistice|agreement|protocol) (?:of|betveen|for|respecting) [^.]*\.$")
_BRACKET: Final = re.compile(r"[ \t]*[(\[][^()\[\]]*[)\]]?[ \t]*$")
_DATED_BY: Final = re.compile(r"\b(?:kabul|imza|imzalanma|akit|tanzim|karar)?\s*tarih[iı]?\s*[:;=]")
_MADE: Final = re.compile(
    r"imzala|akded|akte?dil|yapil|bagla[n]|duzenlen|tanzim|tarihli|signed|concluded|done at|imzalan"
)
_BETVEEN: Final = re.compile(r"\b(?:arasinda|beyninde|betveen|arasindaki)\b")
_SIDES: Final = re.compile(
    r"bir taraf(?:tan|ta)|(?:diger|ote|obur|oteki) (?:taraf|yan)(?:tan|dan|da|ta)|bir yandan|bir terefd[ea]n?"
    r"|o biri teref|of the one part|on the one (?:part|hand|side)|of the other part"
    r"|on the other(?: (?:part|hand|side))?"
)
_RESOLVED: Final = re.compile(
    r"karar (?:ver|al)|kararlastir|tayin (?:et|ed|eyle)|sec(?:mis|ti)|mutabik|uzlas|anlas(?:mis|ti)|kerara al"
    r"|raziliga gel|have (?:agreed|decided|resolved|appointed)|agreed (?:on|upon|as)|asagida\w*"
)
_CLOSING: Final = re.compile(
    r"\bnusha|\bnusxe|\bduzenlen(?:mis|di)|\btanzim (?:ed|ol|kil)|\bimza(?:lan| ed| olun)|\bakdedil|\bakd ?olun"
    r"|\byapil(?:mis|di)|\bkaleme alin|\bin vitness|\bdone (?:at|in)\b|\bsigned (?:at|in)\b|\bbaglan(?:mis|di|ib)"
    r"|\btertib (?:ed|olun)"
)
_SIGNED: Final = re.compile(r",? (?:signed|done|concluded) (?:at|in)\b")
_SMALL: Final = frozenset(("ve", "ile", "dair", "hakkında", "ilişkin", "və", "ilə", "haqqında", "of", "the", "and"))
_DECIDED: Final = re.compile(
    r"\bsu (?:karar|esas|husus|nokta|sart)lar\w* (?:uzerinde )?(?:al|ver|anlas|uzlas|kabul)\w+(?: \w+)?[ \t]*:?$"
)
_AGREED: Final = re.compile(r"\b(?:anlas|uzlas)\w+[ \t]*:?$")
_FULL: Final = re.compile(r"\d{4}-\d\d-\d\d$")
_FIRST_PAGES: Final = 1991  # the year of the first pages of the web: what is dated before is dated by the paper
_HEAD: Final = 40  # lines above the first article that may belong to the paper
_LONGEST_TITLE: Final = 200
_AFTER: Final = 8  # lines behind the last article that may close the paper
_PARTIES: Final = (NameKind.PLACE, NameKind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Party:
    """A party as the preamble names it."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper given article by article.

    `title` is what it is called where it is given and `called` its name, which is `named` in the page's
    own names or made of the title; `law` tells what is laid down from what is
    agreed. `day` is EDTF, or None where the page does not date it. `parties` are empty or two and more. `preamble` are
    the sentences that only name parties and what follows; `closing` is the line that says where and when it was made,
    `signatories` are the names below it. `passed` is the line that dates a law; `announces` that the title only
    announces what was decided.
    """

    title: Span
    called: str
    named: bool
    law: bool
    day: str | None
    parties: tuple[Party, ...]
    preamble: tuple[Span, ...]
    articles: tuple[Article, ...]
    closing: Span | None = None
    signatories: tuple[Party, ...] = ()
    passed: Span | None = None
    announces: bool = False

    def holds(self, span: Span) -> bool:
        """Whether a stretch of the page shares a letter with one of the articles."""
        at = bisect_left(self.articles, span.end, key=lambda one: one.label.start) - 1
        return at >= 0 and Span(self.articles[at].label.start, self.articles[at].body.end).overlaps(span)

    @property
    def span(self) -> Span:
        """From its first article to the end of its last."""
        return Span(self.articles[0].label.start, self.articles[-1].body.end)


def papers_of(page: Page, dates: Sequence[DateMention], names: Sequence[Name]) -> tuple[Paper, ...]:
    """The papers that a page gives article by article, in their order.

    >>> from tanik.page.read import read
    >>> text = "KÖPRÜ ANTLAŞMASI\\n\\nMadde 1 – Köprü açık kalır.\\n\\nMadde 2 – Geçişten para alınmaz.\\n"
    >>> (paper,) = papers_of(read(text.encode(), path="a.txt"), (), ())
    >>> paper.called, paper.law, [one.body.of(text) for one in paper.articles]
    ('Köprü Antlaşması', False, ['Köprü açık kalır.', 'Geçişten para alınmaz.'])
    """
    if not may_have_articles(page.text):
        return ()
    folded = fold_whole(page.text)
    found, before = list[Paper](), 0
    for group in filter(None, groups_of(page, folded)):
        paper = _paper(_Reader(page, folded, dates, names), group, before)
        if paper is None and found:
            # articles of the paper before, quoted out of their order
            paper = replace(found[-1], articles=tuple(group), preamble=(), closing=None, passed=None, announces=False)
        if paper is not None:
            found.append(paper)
        before = group[-1].body.end
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Reader:
    """A page, its folded text, and what was found on it."""

    page: Page
    folded: str
    dates: Sequence[DateMention]
    names: Sequence[Name]

    def lines(self, low: int, high: int) -> list[Span]:
        """The lines of a stretch that are not blank."""
        found = re.compile(r"\S[^\n]*").finditer(self.page.text, low, high)
        return [trimmed(self.page.text, Span(*one.span())) for one in found]

    def named_in(self, span: Span, kinds: Sequence[NameKind]) -> list[Name]:
        """The names of some kinds that lie in a span."""
        return [one for one in self.names if one.kind in kinds and span.contains(one.span)]

    def day_in(self, span: Span) -> str | None:
        """The one full day that stands in a span; None where there are two."""
        days = {one.edtf for one in self.dates if span.contains(one.span) and one.edtf and _FULL.match(one.edtf)}
        return days.pop() if len(days) == 1 else None


def _paper(reader: _Reader, articles: list[Article], before: int) -> Paper | None:
    """The paper of these articles, where a title above them says which it is."""
    if not articles:
        return None
    text = reader.page.text
    head = reader.lines(before, articles[0].label.start)[-_HEAD:]
    titles = [line for line in head if _is_title(reader.folded[line.start : line.end])]
    titles = titles or [line for line in head[-1:] if _DECIDED.search(reader.folded, line.start, line.end)]
    if not titles:
        return None
    title = next((one for one in reversed(titles) if _event(reader, one)), titles[-1])
    named = _event(reader, title)
    about = [one.span.start for one in reader.names if named is not None and one.name == named.name]
    head = [line for line in head if line.end > min((titles[0].start, *(one for one in about if one >= before)))]
    called = (
        named.name if named is not None else _called(text, reader.folded, title, english=reader.page.language == "en")
    )
    treaty = _IS_TREATY.search(reader.folded, title.start, title.end) or _AGREED.search(
        reader.folded, title.start, title.end
    )
    law = treaty is None
    closing = _closing(reader, articles[-1].body.end)
    parties, preamble = _parties(reader, head)
    return Paper(
        title,
        called,
        named is not None,
        law,
        (reader.day_in(closing) if closing is not None else None) or _day(reader, head),
        parties,
        preamble,
        tuple(articles),
        closing,
        tuple(_signatories(reader, closing)) if closing is not None else (),
        next((one for one in head if law and _DATED_BY.search(reader.folded, one.start, one.end)), None),
        _DECIDED.search(reader.folded, title.start, title.end) is not None,
    )


def _is_title(line: str) -> bool:
    """Whether a folded line is a paper's title: it ends with its noun, brackets and "maddeleri" aside."""
    flat = _BRACKET.sub("", line)
    if len(flat) > _LONGEST_TITLE:
        return False
    if flat.rstrip().endswith("."):
        return _OPENS.match(flat) is not None
    return _TAIL.search(flat) is not None or _ENGLISH.search(flat) is not None


def _event(reader: _Reader, title: Span) -> Name | None:
    """The name that a title gives the paper."""
    events = [one for one in reader.names if one.kind is NameKind.EVENT]
    found = [one for one in events if title.overlaps(one.span)]
    named = [one for one in found if _NAMES_PAPER.search(fold(one.text)) or _ENGLISH.search(fold(one.text))]
    if reader.page.language == "en":
        named = [one for one in named if "ı" not in one.name]  # "TREATY OF PEACE" in small Turkish letters
    if not named and _DECIDED.search(reader.folded, title.start, title.end):
        # "Sivas Kongresi'nde şu kararlar alındı:" is told of the congress, and else of what the page's title names
        named = found or [one for one in events if reader.page.title and one.text in reader.page.title]
    return named[0] if named else None


def named_by_title(title: str, *, english: bool = False) -> str | None:
    """What a short title alone calls a treaty; None where it is the title of something else.

    >>> named_by_title("DEĞİRMENKÖY ANTLAŞMASI"), named_by_title("Antlaşma neden bozuldu")
    ('Değirmenköy Antlaşması', None)
    """
    folded = fold(title)
    if not _is_title(folded) or _IS_TREATY.search(folded) is None or len(folded) > _LONGEST_TITLE // 3:
        return None
    return _called(title, folded, Span(0, len(title)), english=english)


def _called(text: str, folded: str, title: Span, *, english: bool) -> str:
    """What a title without a name calls the paper: its words to the paper's noun, in small letters if all are large."""
    end = title.end
    bracket = _BRACKET.search(folded[title.start : title.end])
    end = title.start + bracket.start() if bracket is not None else end
    made = _SIGNED.search(folded, title.start, end)
    end = made.start() if made is not None else end
    tail = _TAIL.search(folded[title.start : end])
    if tail is not None and tail["rest"]:
        end = title.start + tail.start("rest")
    words = text[title.start : end].strip(" \t*_#=:.").split()
    flat = " ".join(words)
    if not flat.isupper():
        return flat
    lower = str.lower if english else lower_turkish
    small = (lower(word) for word in words)
    return " ".join(word if word in _SMALL else big[:1] + word[1:] for word, big in zip(small, words, strict=True))


def _day(reader: _Reader, head: Sequence[Span]) -> str | None:
    """The day above the articles: behind a label, in the title or below it, or where it says that it was made."""
    labelled = [one for one in head if _DATED_BY.search(reader.folded, one.start, one.end)]
    short = [one for one in head if len(one) < _LONGEST_TITLE // 2]
    made = [
        one
        for line in head
        for one in sentences(reader.page.text, line)
        if _MADE.search(reader.folded, one.start, one.end) or _NAMES_PAPER.search(reader.folded, one.start, one.end)
    ]
    for lines in (labelled, short, made):
        days = {day for one in lines if (day := reader.day_in(one)) is not None}
        if len(days) == 1:
            return days.pop()
    published = reader.page.published
    own = any(
        one.kind is SegmentKind.BYLINE and any(line.overlaps(one.span) for line in head) for one in reader.page.segments
    )
    old = published is not None and _FULL.match(published[:10]) and int(published[:4]) < _FIRST_PAGES
    return published[:10] if published is not None and old and own else None


def _parties(reader: _Reader, head: Sequence[Span]) -> tuple[tuple[Party, ...], tuple[Span, ...]]:
    """Whom the sentences above the articles join, and those sentences that only say that they agreed."""
    parties: tuple[Party, ...] = ()
    preamble = []
    for line in head:
        for one in sentences(reader.page.text, line):
            folded = reader.folded[one.start : one.end]
            resolved = _RESOLVED.search(folded) is not None
            if not parties and (resolved or _SIDES.search(folded) or _BETVEEN.search(folded)):
                parties = _two_in(reader, one, folded)
                resolved = resolved or (bool(parties) and reader.day_in(one) is None)
            if resolved:
                preamble.append(one)
    return parties, tuple(preamble)


def _two_in(reader: _Reader, span: Span, folded: str) -> tuple[Party, ...]:
    """The two parties of a sentence; more than two, or one that only took part, are left."""
    sides = list(_SIDES.finditer(folded))
    betveen = _BETVEEN.search(folded)
    named = reader.named_in(span, _PARTIES)
    if len(sides) > 1:
        pair = _by_sides(named, span, sides)
    elif betveen is not None and betveen.group() == "betveen":
        pair = [one for one in named if one.span.start > span.start + betveen.end()][:2]
        pair = pair if len(pair) > 1 and _joined(folded, span, pair, r" and (?:the )?") else []
    elif betveen is not None:
        pair = [one for one in named if one.span.end <= span.start + betveen.start()][-2:]
        pair = pair if len(pair) > 1 and _joined(folded, span, pair, r"\S* (?:ile|ve|ile de) ") else []
    else:
        pair = next(
            (list(two) for two in pairwise(named) if _joined(folded, span, two, r"\S* (?:ile|ve) ")),
            [],
        )
    found = tuple(Party(one.span, one.name) for one in pair)
    return found if len({one.name for one in found}) > 1 else ()


def _joined(folded: str, span: Span, pair: Sequence[Name], joint: str) -> bool:
    """Whether only a joint stands between two names, and what a title of theirs goes on with."""
    between = folded[pair[0].span.end - span.start : pair[1].span.start - span.start]
    return (
        len(between) < _LONGEST_TITLE // 3
        and re.fullmatch(rf"(?: \w+){{0,3}}{joint}(?:\w+ ){{0,2}}", between) is not None
    )


def _by_sides(named: Sequence[Name], span: Span, sides: Sequence[re.Match[str]]) -> list[Name]:
    """The party of each side: behind its words where the sentence begins with them, else before."""
    first = sides[0].start() < _NEAR
    places = [span.start + (one.end() if first else one.start()) for one in sides[:2]]
    found = []
    for at, place in enumerate(places):
        if first:
            high = places[at + 1] if at + 1 < len(places) else span.end
            near = [one for one in named if place <= one.span.start < high]
            found += near[:1]
        else:
            low = places[at - 1] if at else span.start
            near = [one for one in named if low <= one.span.start and one.span.end <= place]
            found += near[:1]
        if len({one.name for one in near}) > 1 and near[1].span.start - near[0].span.end < _LISTED:
            return []  # several stand on one side
    return found


_NEAR: Final = 12
_LISTED: Final = 30  # characters between two of one side


def _closing(reader: _Reader, offset: int) -> Span | None:
    """The line behind the last article that says where and when the paper was made."""
    for line in reader.lines(offset, min(len(reader.folded), offset + 20 * _LONGEST_TITLE))[:_AFTER]:
        made = _CLOSING.search(reader.folded, line.start, line.end) is not None
        dated = reader.day_in(line) is not None
        placed = bool(reader.named_in(line, (NameKind.PLACE,)))
        if made and (dated or placed) and len(line) < _LONGEST_TITLE * 2:
            return line
        if is_label(reader.folded, line.start):
            return None
    return None


def _signatories(reader: _Reader, closing: Span) -> Iterator[Party]:
    """Those whose names alone fill the lines below the closing."""
    for line in reader.lines(closing.end, min(len(reader.folded), closing.end + 3 * _LONGEST_TITLE))[:_AFTER]:
        named = reader.named_in(line, (NameKind.PERSON,))
        left = line.of(reader.page.text)
        for one in named:
            left = left.replace(one.text, " ")
        if not named or re.search(r"[^\W\d_]{4,}", left) or ":" in left:
            return
        yield from (Party(one.span, one.name) for one in named)
