"""What the articles of a treaty or a law say: agreed on the paper's day and word, and nothing that happened.

Comes in: a page, its facts, its papers and the statements found so far. Goes out: the statements without those made of
articles as if they told the past, and with what the articles say. "On milyon ruble verilecektir" is promised and not
sent; a future or a necessity in an article lays down what is to be (-AcAk, -mAlI, and the aorist of laws; Göksel &
Kerslake 2005, 21.3.2, 21.4.2; "shall", Huddleston & Pullum 2002, 9.6.1), and what is not to be done is promised, too:
the promise is never what is denied. "Taraflar kabul eder" is done by the words themselves (a performative), by those
whom the preamble names. What of a paper only grammar could guess is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from tanik.core.fold import fold
from tanik.core.morph import readings
from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.facts.model import Amount, DateMention, Facts, Name, NameKind, Role, Statement
from tanik.facts.outline.papers import Paper, Party
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.outlined.articles_read import Piece, deed_in, pieces_of
from tanik.facts.statements.outlined.stipulated import stipulated
from tanik.facts.statements.roles.states import is_home, is_state
from tanik.page.model import Page

__all__ = ["agreed", "is_of_article"]

_LONGEST: Final = 320  # characters of what is agreed in one clause
_PARTIES: Final = re.compile(
    r"(?:(?:yuksek )?(?:bagitli|akit|akid|sozlesen|imzaci|imza eden) (?:yuksek )?(?:taraf|devlet|hukumet)(?:lar|ler)"
    r"|(?:her )?iki (?:akit |bagitli )?(?:taraf|devlet|hukumet)|taraflar|tarafeyn(?:-i akideyn)?|iki tarafdan her biri"
    r"|(?:raziliga gelen |muvafikat eden |yuksek )*(?:terefler|her iki teref)"
    r"|(?:the |both |each of the |tvo |high )*contracting parties|both (?:parties|governments|sides)|the parties"
    r"|the tvo (?:parties|governments|sides))"
    r"(?:(?:dan|den|in|nin)? (?:her biri|her ikisi|herbiri))?(?=[ ,]|$)"
)
_RULE: Final = "statement-article"
_GIVEN: Final = ("transfer", "promise", "accept", "offer")
_JOINT: Final = re.compile(r"(?:,|(?P<last> ve| və| and)) (?:the )?")
_BINDING: Final = (NameKind.PLACE, NameKind.ORGANISATION)
_STATE: Final = re.compile(
    r"(?: [A-ZÇĞİÖŞÜƏ][\w-]*)* (?:H[üo]k[ûüu]met|Devlet|Cumhuriyet|Respublika)(?:i|leri|ləri)?\b"
)
_ALONE: Final = re.compile(r"(?P<comma>,)? (?!(?:ile|ve|arasinda|tarafindan|icin)\b)(?P<next>\w+)")
_RULES: Final = re.compile(r"(?:hukumet|hokumet|devlet|dovlet|cumhuriyet|respublika|government|republic|kralli)")
_THIS: Final = re.compile(
    r"(?:(?:is ?)?bu|mevcut|this|the present) (?:kanun|yasa|kararname|nizamname|antlasma|andlasma|anlasma|muahede"
    r"|sozlesme|mukavele|protokol|lav|act|decree|treaty|convention|agreement)\b"
)
_DECISIONS: Final = re.compile(r"\bkarar(?:lari|i|lar)?\b(?!name)")
_DONE: Final = re.compile(r"m[iu]st[iu]r(?:l[ae]r)?\W*$")
_IN_FORCE: Final = re.compile(
    r"\b(?:yururluge gir\w*|yururluktedir|mute?berdir|meridir|mer'idir|kuvveye min\w*|(?:enter|come)s? into force)"
)
_FULL: Final = re.compile(r"\d{4}-\d\d-\d\d$")
_WHERE: Final = re.compile(r"\b(?:at|in) $")
_LOCATIVE: Final = re.compile(r"'?[dt][ae]\b")


def is_of_article(papers: Sequence[Paper], span: Span) -> bool:
    """Whether a stretch of the page is an article, so that nobody goes unsaid in it whom a sentence before names."""
    return any(paper.holds(span) for paper in papers)


def agreed(page: Page, facts: Facts, found: Sequence[Statement], papers: Sequence[Paper]) -> list[Statement]:
    """The statements of a page with what its papers say in place of what was read in them as if it had happened."""
    kept = [one for one in stipulated(page, facts, found) if not any(_is_read_anew(paper, one) for paper in papers)]
    for paper in papers:
        if paper.day is None and not (paper.named if paper.law else _names_state(page.text, paper, facts)):
            continue  # "Site Kullanım Sözleşmesi": terms of use, and no paper of a day
        inside = sorted((one for one in found if paper.span.contains(one.span)), key=lambda one: one.span.end)
        reader = _Reader(page, facts, paper, inside)
        kept += reader.articles()
        kept += reader.framed()
    return kept


_Placed = TypeVar("_Placed", Name, Amount, DateMention, Statement)


def _inside(found: Sequence[_Placed], span: Span) -> list[_Placed]:
    """Those of what was found, in order of start, that lie in a span."""
    low = bisect_left(found, span.start, key=lambda one: one.span.start)
    high = bisect_left(found, span.end, low, key=lambda one: one.span.start)
    return [one for one in found[low:high] if one.span.end <= span.end]


def _names_state(text: str, paper: Paper, facts: Facts) -> bool:
    """Whether a state is named in a paper's articles."""
    return any(
        one.kind in _BINDING and paper.span.contains(one.span) and _is_party(_role(one, text)) for one in facts.names
    )


def _is_read_anew(paper: Paper, one: Statement) -> bool:
    """Whether a statement is of a paper's form; what a participle dates on its own is told of another day."""
    decided = (paper.title,) if paper.title.end < paper.span.start and paper.announces else ()
    stretches = (*decided, *paper.preamble, *((paper.closing,) if paper.closing is not None else ()))
    inside = paper.holds(one.span) or any(stretch.overlaps(one.span) for stretch in stretches)
    dated = one.rule == "statement-participle" and one.when is not None and one.when != paper.day
    return inside and not (dated and not _is_carried(one))


def _is_carried(one: Statement) -> bool:
    return any(not one.says(role) for _, role in one.roles)


@dataclass(frozen=True, slots=True)
class _Reader:
    """A paper on its page, and what was read in its articles as plain sentences."""

    page: Page
    facts: Facts
    paper: Paper
    plain: Sequence[Statement]

    def articles(self) -> Iterator[Statement]:
        """What each clause of each article says."""
        text = self.page.text
        for article in self.paper.articles:
            # what stands in brackets is the editor's: "(Bu madde ile işgal edebileceklerdi.)"
            for sentence in (one for one in sentences(text, article.body) if text[one.start] != "("):
                before: tuple[Role, ...] = ()
                for piece in pieces_of(text, sentence, self.page.language):
                    said = list(self._said(piece, before))
                    before = said[-1].fillers("subject") if said else ()
                    yield from said

    def _in_force(self, piece: Piece) -> Statement | None:
        """From which day the paper is in force, where an article names it."""
        this = _THIS.match(piece.folded)
        days = [one for one in _inside(self.facts.dates, piece.span) if _FULL.match(one.edtf or "")]
        if this is None or len(days) != 1 or _IN_FORCE.search(piece.folded) is None:
            return None
        span = Span(piece.span.start, piece.span.start + this.end())
        subject = Role(span, span.of(self.page.text), self.paper.called)
        return replace(self._statement(piece.span, "begin", [("subject", subject)], ()), when=days[0].edtf)

    def _said(self, piece: Piece, before: tuple[Role, ...]) -> Iterator[Statement]:
        """The statements of one clause: none where it names, counts and dates nothing, or cannot be told in short.

        Who is to do what the clause `before` says does what this one says, too, where it has no subject (GK 18.1.5).
        """
        if (begins := self._in_force(piece)) is not None:
            yield begins
            return
        deed = deed_in(piece, law=self.paper.law)
        if deed is None and self.paper.law:
            yield from self._done(piece)
        if deed is None or len(piece.span) > _LONGEST:
            return
        doers, low = self._doer(piece) if deed.performed or deed.active else ((), piece.span.start)
        if deed.active and not doers and self._goes_on(piece, before):
            doers = before
        deciding = self._deciding() if deed.action == "order" else None
        known = doers or deed.ends or deciding is not None or self._is_checkable(piece.span)
        if (deed.performed and not doers) or not known:
            return
        read = self._read_in(piece) if deed.gives and not deed.negated else []
        given = [one for one in read if self._gives(one)]
        if given:
            yield from (self._given(one, piece, deed.action, doers) for one in given)
        elif (thing := deed.thing(low, told=bool(doers))) is not None:
            doers = (deciding,) if deciding is not None else doers
            roles: list[tuple[str, Role]] = [("object", thing), *(("subject", role) for role in doers)]
            yield self._statement(piece.span, "accept" if deciding is not None else deed.action, roles, ())

    def _done(self, piece: Piece) -> Iterator[Statement]:
        """What a law or a decision has done by itself, as the clause alone was read: "vali tayin edilmiştir"."""
        for one in self._read_in(piece):
            own = all(one.says(role) for _, role in one.roles)
            if own and one.roles and _DONE.search(fold(one.text)) is not None:
                inside = ((place, role) for place, role in one.roles if role.span.end > piece.span.start)
                roles = tuple((place, self._clipped(role, piece)) for place, role in inside)
                told = self._statement(piece.span, one.action or "", roles, one.amounts)
                yield replace(told, action=one.action, polarity=one.polarity)

    def _clipped(self, role: Role, piece: Piece) -> Role:
        """A role without the article's label, which stands before the clause: "Madde 1-Halife"."""
        if role.span.start >= piece.span.start:
            return role
        span = Span(piece.span.start, role.span.end)
        return Role(span, span.of(self.page.text))

    def _deciding(self) -> Role | None:
        """The congress or assembly whose decisions the paper holds: "Erzurum Kongresi Kararları"."""
        title, text = self.paper.title, self.page.text
        if _DECISIONS.search(fold(title.of(text))) is None:
            return None
        kinds = (NameKind.EVENT, NameKind.ORGANISATION)
        return next(
            (_role(one, text) for one in self.facts.names if one.kind in kinds and title.contains(one.span)), None
        )

    def _goes_on(self, piece: Piece, before: tuple[Role, ...]) -> bool:
        """Whether the clause alone was read as one that goes on with the subject before it."""
        told = [one.first("subject") for one in self._read_in(piece)]
        return any(role is not None and any(role.name == other.name for other in before) for role in told)

    def _read_in(self, piece: Piece) -> Sequence[Statement]:
        """The statements that end in a clause; they may begin with the article's label."""
        low = bisect_right(self.plain, piece.span.start, key=lambda one: one.span.end)
        return self.plain[low : bisect_right(self.plain, piece.span.end, low, key=lambda one: one.span.end)]

    def _gives(self, one: Statement) -> bool:
        """Whether a statement tells of this clause how much of what changes hands."""
        counted = {self.facts.amounts[at].unit for at in one.amounts} - units_by_kind("time", "percent")
        return bool(counted) and one.action in _GIVEN and one.first("object") is not None

    def _given(self, one: Statement, piece: Piece, action: str, subject: Sequence[Role]) -> Statement:
        """What is to be given, as the sentence alone was read: by whom and to whom only where it says so itself."""
        own = [(place, role) for place, role in one.roles if one.says(role) and place in ("object", "recipient")]
        roles = own + [("subject", role) for role in subject]
        return self._statement(piece.span, action, roles, one.amounts)

    def _statement(
        self, span: Span, action: str, roles: Sequence[tuple[str, Role]], amounts: tuple[int, ...]
    ) -> Statement:
        return Statement(
            span,
            span.of(self.page.text),
            action,
            _RULE,
            tuple(sorted(roles, key=lambda one: one[0])),
            when=self.paper.day,
            amounts=amounts,
            attributed_to=self.paper.called,
        )

    def _is_checkable(self, span: Span) -> bool:
        """Whether a clause names, counts or dates anything."""
        facts = self.facts
        return bool(_inside(facts.names, span) or _inside(facts.amounts, span) or _inside(facts.dates, span))

    def _doer(self, piece: Piece) -> tuple[tuple[Role, ...], int]:
        """Who promises or accepts in a clause, where its first words say so, and where the rest begins."""
        start, text = piece.span.start, self.page.text
        parties = _PARTIES.match(piece.folded)
        if parties is not None and parties.end():
            span = Span(start, start + parties.end())
            bound = tuple(Role(one.span, one.span.of(text), one.name) for one in self.paper.parties)
            return bound or (Role(span, span.of(text)),), span.end
        named = [name for name in _inside(self.facts.names, piece.span) if name.kind in _BINDING]
        first = next((name for name in named if start <= name.span.start <= start + piece.opening), None)
        if first is None:
            return (), start
        chain = [first, *_joined(text, first, named)]
        state = _STATE.match(text, chain[-1].span.end)
        low = state.end() if state is not None else chain[-1].span.end
        after = next((other for other in named if other.span.start == low + 1), None)
        if (
            after is not None
            and text[after.span.end : after.span.end + 1] in (" ", ",")
            and _is_party(_role(after, text))
        ):
            return (), start  # "Ermenistan Azerbaycan ve Gürcistan": a list that lost its comma
        alone = _is_nominative(piece.folded[low - start :], english=piece.english, large=after is not None)
        roles = tuple(_role(name, text) for name in chain)
        if alone and (all(_is_party(role) for role in roles) or (len(roles) == 1 and state is not None)):
            return roles, low
        return (), start

    def framed(self) -> Iterator[Statement]:
        """That a law was passed, that a treaty was signed: by those whose names stand below it, else by its parties."""
        closing, paper, text = self.paper.closing, self.paper, self.page.text
        title = Role(paper.title, paper.title.of(text), paper.called)
        if paper.passed is not None and paper.day is not None:
            yield replace(self._statement(paper.passed, "accept", [("object", title)], ()), attributed_to=None)
        if closing is None:
            return
        roles: list[tuple[str, Role]] = [("object", title)]
        place = next((one for one in self.facts.names if closing.contains(one.span) and self._is_where(one)), None)
        roles += [("place", _role(place, text))] if place is not None else []
        who: Sequence[Party] = paper.signatories or paper.parties
        roles += [("subject", Role(one.span, one.span.of(text), one.name)) for one in who]
        yield replace(self._statement(closing, "sign", roles, ()), attributed_to=None)

    def _is_where(self, name: Name) -> bool:
        """Whether a place is where the paper was made: "Kars'ta", "at Kars"."""
        text = self.page.text
        before, behind = fold(text[max(0, name.span.start - 4) : name.span.start]), fold(text[name.span.end :][:4])
        here = _WHERE.search(before) is not None or _LOCATIVE.match(behind) is not None
        return name.kind is NameKind.PLACE and here


def _joined(text: str, first: Name, named: Sequence[Name]) -> list[Name]:
    """The names that go on with a list to the one that "ve" joins; none where commas only part the clause."""
    found, low = list[Name](), first.span.end
    while (joint := _JOINT.match(text, low)) is not None:
        after = next((one for one in named if one.span.start == joint.end()), None)
        if after is None:
            return []
        found.append(after)
        if joint["last"] is not None:
            return found
        low = after.span.end
    return []


def _is_party(role: Role) -> bool:
    """Whether a role is filled by what may bind itself: a state, or a body that rules one."""
    called = role.name or role.text
    head = fold(called).split()[-1]
    return is_state(called) or is_home(role) or _RULES.match(head) is not None or head.endswith("istan")


def _is_nominative(behind: str, *, english: bool, large: bool) -> bool:
    """Whether a name stands alone as the subject, folded words `behind` it: no "Rusya'nın", no "Rusya ordusu".

    What begins `large` is another name, and owned by none.
    """
    if english:
        return re.match(r",? [a-z]", behind) is not None
    match = _ALONE.match(behind)
    if match is None:
        return False
    nouns = [one for one in readings(match["next"]) if one.part == "Noun"]
    return bool(match["comma"]) or large or not nouns or not all(one.possessive for one in nouns)


def _role(name: Name, text: str) -> Role:
    return Role(name.span, name.span.of(text), name.name)
