"""What running text says that a treaty or a law laid down: "antlaşmaya göre Kars bırakılacaktı" is no handing over.

Comes in: the statements of a page. Goes out: the same, with those put right that tell by a paper's word what was still
to come. A future in the past (-AcAktI) says what was then intended, not what came about (Göksel & Kerslake 2005,
21.2.3), and so do "was to" and "would" (Huddleston & Pullum 2002, 5.10); where a treaty or a law is its ground ("-e
göre", "uyarınca", "maddesiyle", "under Article 3") it is what was promised there. The promise is affirmed though what
is promised is not to be done. The day on which a thing is to be done is not the day of the promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Facts, Modality, NameKind, Polarity, Role, Statement
from tanik.facts.outline.papers import named_by_title
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.outlined.articles_read import as_infinitive
from tanik.page.model import Page

__all__ = ["stipulated"]

_PAPER: Final = (
    r"(?:antlasma|andlasma|anlasma|muahede|mukavele|sozlesme|itilafname|mutareke|protokol|misak|mukavile|sazis"
    r"|kanun|yasa(?![kmrt])|kararname|nizamname|madde|hukum(?!et)|treaty|convention|armistice|agreement|article|lav\b|decree)"
)
_IS_PAPER: Final = re.compile(rf"\b{_PAPER}")
_IS_LAW: Final = re.compile(r"\b(?:kanun|yasa(?![kmrt])|kararname|nizamname|lav\b|decree)")
_GROUND: Final = re.compile(
    rf"\b(?:{_PAPER}\w*(?:'\w+)? (?:uyarinca|geregince|geregi|mucibince|hukmunce)"
    rf"|{_PAPER}(?:s[iu])?(?:n?d[ae]|yl[ae]|l[ae]))\b"
)
# "anlaşma bunu öngörüyordu: …": what a paper lays down, told behind a colon (TDK Yazım Kılavuzu, iki nokta)
_LAYS_DOWN: Final = re.compile(
    rf"(?:^|[.!?;\n“\"]\s*)(?P<paper>(?:[^\W\d_]+ ){{0,4}}{_PAPER}(?:s?[iu]|l[ae]r[iu]?)?)\b[^.:;!?\n]{{0,60}}"
    r"\b(?:ongor|sart kos|hukme bagla|kararlastir|buyur)(?:[dt][iu]|m[iu]s|[iu]?yor|[aeiu]?r)\w*:\s*$"
)
_BEFORE: Final = 160  # characters in which such a clause stands
_TO_COME: Final = re.compile(
    r"(?P<not>m[ae]y)?[ae]c[ae]k(?:(?P<past>t[iu](?:l[ae]r)?|l[ae]rd[iu])|(?P<open>t[iu]r(?:l[ae]r)?)|l[ae]r)?$"
)
_TOLD: Final = (Modality.ASSERTED, Modality.CONDITIONAL)
_MAY: Final = re.compile(r"[ae]bil[ae]c[ae]k\w*$")
_UNDER: Final = re.compile(
    r"\b(?:under|by|according to|in accordance vith|pursuant to)\b[^.;]{0,60}?"
    r"\b(?:article|treaty|convention|agreement|armistice|lav)\b"
)
_ITEM: Final = re.compile(r"\(?\d{1,2}[ \t]?[.)–—-]+[ \t]*(?=[^\W\d])")
_WITH: Final = re.compile(r"'?(?:y?l[ae]\b| ile\b)")
_VAS_TO: Final = re.compile(r"\b(?:vould|shall|(?:vas|vere|is|are)(?P<not> not)? to)\b|^(?:not )?to be ")
_TOO: Final = re.compile(r"[ ,]+(?:da|de|ise)\s+")
_NEGATED: Final = re.compile(r"\bnot\b|\bnever\b")


def stipulated(page: Page, facts: Facts, found: Sequence[Statement]) -> list[Statement]:
    """The statements of a page, those of what a paper lays down as promised (of a law: ordered) by it."""
    topic = _paper_in_title(page, facts)
    if page.language == "en":
        return [_english(page, facts, one, topic) for one in found]
    return [_by_means_of(page.text, _turkish(page, facts, one, topic)) for one in found]


def _by_means_of(text: str, one: Statement) -> Statement:
    """A statement in which a paper with "ile" is what a thing was done by, and kept nobody company.

    "595 sayılı kanun ile mahkeme kuruldu", "bu anlaşma ile Kars bırakıldı": the instrumental (GK 8.2.3.1).
    """
    roles = tuple(pair for pair in one.roles if pair[0] != "companion" or not _is_means(text, pair[1]))
    return one if roles == one.roles else replace(one, roles=roles)


def _is_means(text: str, role: Role) -> bool:
    """Whether a role is filled by a paper that stands with "ile"."""
    words = fold(role.text).split()
    paper = bool(words) and _IS_PAPER.match(words[-1]) is not None
    return paper and _WITH.match(fold(text[role.span.end : role.span.end + 5])) is not None


def _paper_in_title(page: Page, facts: Facts) -> str | None:
    """The treaty that a page is about."""
    title = page.title or ""
    if _IS_PAPER.search(fold(title)) is None:
        return None
    events = (one for one in facts.names if one.kind is NameKind.EVENT and one.text in title)
    named = next((one.name for one in events if _IS_PAPER.search(fold(one.text))), None)
    return named or named_by_title(title, english=page.language == "en")


def _turkish(page: Page, facts: Facts, one: Statement, topic: str | None) -> Statement:
    """A Turkish or Azerbaijani statement, put right where a paper is the ground of what was to come."""
    folded = fold(one.text).rstrip(" .;,")
    future = _TO_COME.search(folded)
    if future is None or one.modality not in _TOLD or one.rule == "statement-article":
        return one
    dated = any(one.span.contains(day.span) for day in facts.dates)
    if future["past"] is None and (dated or named_by_title(page.title or "") is None):
        topic = None  # "antlaşma 2023'te bitecek", "bu kitapta anlatılacak": what somebody expects or will do
    paper = _ground_of(page, facts, one, folded) or (
        topic if not future["open"] and one.attributed_to is None else None
    )
    if paper is None:
        return one
    may = _MAY.search(folded) is not None
    whole = bool(future["not"]) or may or one.modality is Modality.CONDITIONAL
    return _put_right(page, facts, one, paper, whole=whole)


def _ground_of(page: Page, facts: Facts, one: Statement, folded: str) -> str | None:
    """The paper on whose word a clause stands, or that it names as its ground."""
    if one.attributed_to is not None:
        return one.attributed_to if _IS_PAPER.search(fold(one.attributed_to)) else None
    ground = _GROUND.search(folded)
    if ground is None:
        return _paper_before_colon(page, facts, one.span.start)
    span = Span(one.span.start, one.span.start + ground.end())
    named = [name for name in facts.names if name.kind is NameKind.EVENT and span.contains(name.span)]
    words = [word for word in span.of(page.text).split()[:-1] if word]
    return named[-1].name if named else " ".join(words[-1:]).partition("'")[0] or None


def _paper_before_colon(page: Page, facts: Facts, start: int) -> str | None:
    """The paper that lays down what stands behind a colon: "anlaşma bunu öngörüyordu: Fransa asker tutacaktı"."""
    low = max(0, start - _BEFORE)
    before = page.text[low:start]
    told = _LAYS_DOWN.search(fold(before)) if before.rstrip().endswith(":") else None
    if told is None:
        return None
    span = Span(low + told.start("paper"), low + told.end("paper"))
    named = [name for name in facts.names if name.kind is NameKind.EVENT and span.overlaps(name.span)]
    return named[-1].name if named else span.of(page.text).split()[-1].lower()


def _english(page: Page, facts: Facts, one: Statement, topic: str | None) -> Statement:
    """An English statement, put right in the same way."""
    folded = fold(one.text)
    if _VAS_TO.search(folded) is None or one.modality is not Modality.ASSERTED or one.rule == "statement-article":
        return one
    start = max(page.text.rfind(". ", 0, one.span.start), page.text.rfind("\n", 0, one.span.start)) + 1
    sentence = Span(start, one.span.end)
    ground = _UNDER.search(fold(sentence.of(page.text)))
    if ground is None:
        return one
    named = [name for name in facts.names if name.kind is NameKind.EVENT and sentence.contains(name.span)]
    paper = next((name.name for name in named if _IS_PAPER.search(fold(name.text))), one.attributed_to or topic)
    return _put_right(page, facts, one, paper, whole=_NEGATED.search(folded) is not None)


def _put_right(page: Page, facts: Facts, one: Statement, paper: str | None, *, whole: bool) -> Statement:
    """A promise in the place of a deed: of what is to be given the thing, of anything else what the clause says."""
    action = "order" if paper is not None and _IS_LAW.search(fold(paper)) else "promise"
    dated = any(one.span.contains(day.span) for day in facts.dates)
    when = None if dated else one.when
    if one.action in ("transfer", "promise") and not whole:
        return replace(one, action=action, when=when, attributed_to=paper, polarity=Polarity.AFFIRMED)
    span = _clause(page, one)
    roles = tuple(_doer(one, span)) if not _MAY.search(fold(one.text)) else ()
    if roles and roles[0][1].span.start == span.start:
        rest = Span(roles[0][1].span.end, span.end)
        behind = rest.of(page.text)
        particle = _TOO.match(behind)  # "Fransa da iki gemi gönderecekti"
        begin = particle.end() if particle is not None else len(behind) - len(behind.lstrip(" ,"))
        span = Span(rest.start + begin, rest.end)
    words = span.of(page.text)
    thing = Role(span, words, as_infinitive(words) if roles and page.language != "en" else None)
    return replace(
        one,
        action=action,
        roles=tuple(sorted((*roles, ("object", thing)), key=lambda pair: pair[0])),
        when=when,
        amounts=_counted(facts, one, span),
        attributed_to=paper,
        polarity=Polarity.AFFIRMED,
    )


def _counted(facts: Facts, one: Statement, span: Span) -> tuple[int, ...]:
    """What the clause that is promised counts, where it is one thing: no length of time, and no two sums."""
    times = units_by_kind("time")
    things = tuple(at for at in one.amounts if facts.amounts[at].unit not in times)
    return things if len(things) == 1 and span.contains(facts.amounts[things[0]].span) else ()


def _clause(page: Page, one: Statement) -> Span:
    """The words of a clause behind its ground."""
    ground = _GROUND.search(fold(one.text))
    start = one.span.start + (ground.end() if ground is not None else 0)
    number = _ITEM.match(page.text, start, one.span.end)
    start = number.end() if number is not None else start
    while start < one.span.end and page.text[start] in " ,;:–—-":
        start += 1
    return Span(start, one.span.end)


def _doer(one: Statement, span: Span) -> Iterator[tuple[str, Role]]:
    """Who is to do it, where the clause says so in a name."""
    for place, role in one.roles:
        if place == "subject" and role.name is not None and span.overlaps(role.span):
            yield place, role
