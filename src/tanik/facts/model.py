"""What is found on a page. Every fact carries its span in the page's text and the rule that found it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tanik.core.made import by_slot
from tanik.core.span import Span

__all__ = [
    "FURTHER",
    "Amount",
    "Basis",
    "Bound",
    "Calendar",
    "Citation",
    "CitationKind",
    "DateMention",
    "Facts",
    "Modality",
    "Name",
    "NameKind",
    "Polarity",
    "Quotation",
    "QuotationForm",
    "Role",
    "Standing",
    "Statement",
    "refilled",
]

FURTHER = "-further"
"""How the rule of a statement ends that is told only because every clause was asked for."""


class Calendar(StrEnum):
    """The calendar a date was written in."""

    GREGORIAN = "gregorian"
    RUMI = "rumi"
    HIJRI = "hijri"
    JULIAN = "julian"


class Basis(StrEnum):
    """How a date's value was reached: all of it written, part of it inherited, or counted from another."""

    WRITTEN = "written"
    INHERITED = "inherited"
    RELATIVE = "relative"


class Bound(StrEnum):
    """How exactly an amount is meant."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class NameKind(StrEnum):
    """What bears a name."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    EVENT = "event"


class CitationKind(StrEnum):
    """What a citation points to."""

    ARCHIVE = "archive"
    BOOK = "book"
    ARTICLE = "article"
    NEWSPAPER = "newspaper"
    WEB = "web"


class QuotationForm(StrEnum):
    """The kind of text that a quotation claims to be taken from."""

    DIRECT = "direct"
    LETTER = "letter"
    TELEGRAM = "telegram"
    PROVERB = "proverb"
    SPEECH = "speech"
    DOCUMENT = "document"


class Polarity(StrEnum):
    """Whether a statement is affirmed or put into words and rejected."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Standing(StrEnum):
    """Whether the page itself gives words to their speaker, only tells that others do, or denies it."""

    GIVEN = "given"
    ALLEGED = "alleged"
    DENIED = "denied"


class Modality(StrEnum):
    """In whose voice, and how firmly, a statement is made."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    ASKED = "asked"
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as the page has it.

    `edtf` is in the Gregorian calendar, or None where the words name no possible day. `problem` is the code of what is
    wrong with it, with its particulars after colons: ``31 Nisan`` has ``day-beyond-month:30:31``; the dossier's table
    of words has a sentence for each code. `anchor` is the span of the date it was inherited or counted from. `part` is
    early, middle or late where the page names only a part of the year, month or decade (`1921 başlarında`).
    """

    span: Span
    text: str
    edtf: str | None
    calendar: Calendar
    basis: Basis
    rule: str
    anchor: Span | None = None
    problem: str | None = None
    part: str | None = None


@by_slot
@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it measures or counts.

    `unit` is one of the contract's units; `of` what is counted or weighed, as the page has it. In a range
    `value` is the middle, `value_min` and `value_max` the ends. `problem` tells of a malformed number.
    """

    span: Span
    text: str
    value: float
    unit: str
    rule: str
    of: str | None = None
    bound: Bound = Bound.EXACT
    value_max: float | None = None
    problem: str | None = None
    value_min: float | None = None


@by_slot
@dataclass(frozen=True, slots=True)
class Name:
    """A mention of a person, place, organisation or event.

    `text` leaves the case suffix out; `name` is the canonical form; `id` is one for all mentions of one bearer.
    """

    span: Span
    text: str
    name: str
    kind: NameKind
    id: str
    rule: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A source that the page names, taken apart as far as it can be. `year` is Gregorian.

    `refers` is the span of the work that a short form (``a.g.e.``, ``ibid.``) means. `note` is the number of the note
    that the source stands in, `marks` are the places in the text where that number stands.
    """

    span: Span
    text: str
    kind: CitationKind
    rule: str
    author: str | None = None
    title: str | None = None
    container: str | None = None
    publisher: str | None = None
    place: str | None = None
    year: int | None = None
    volume: str | None = None
    pages: str | None = None
    archive: str | None = None
    call_number: str | None = None
    url: str | None = None
    refers: Span | None = None
    note: str | None = None
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that the page gives as another's: `span` holds the words alone, without their marks.

    `marks` names what encloses them: ``“”``, ``«»``, ``block``, ``colon`` (announced, no marks), …
    `speaker_basis` is the span of the words that name the speaker. `citations` are indices into the page's citations:
    those that stand right behind the words, or in the note whose number stands there. `standing` says whether the page
    gives the words to their speaker on its own word.
    """

    span: Span
    text: str
    form: QuotationForm
    marks: str
    rule: str
    speaker: str | None = None
    speaker_basis: Span | None = None
    citations: tuple[int, ...] = ()
    standing: Standing = Standing.GIVEN


@by_slot
@dataclass(frozen=True, slots=True)
class Role:
    """What fills one place of a statement: the words, and the name they stand for where one is known.

    `rule` names what gave the name where the page does not give it itself: `office-holder` is the table of who held an
    office when, asked with the statement's own date; `office-on-page` is the page, which names the holder elsewhere.
    """

    span: Span
    text: str
    name: str | None = None
    rule: str | None = None


@by_slot
@dataclass(frozen=True, slots=True)
class Statement:
    """A checkable assertion: who did what, to whom, how much, when, on whose word.

    `roles` pairs a role's name (subject, recipient, object, place, source, means, …) with what fills it; a list
    ("İzmir, Aydın ve Manisa'yı") fills one role with each of its members, in their order.
    `action` is one of the contract's, or None where the predicate is in no table. `when` is EDTF.
    `amounts` and `citations` are indices into the page's facts. `support` are spans of what is offered in proof.
    """

    span: Span
    text: str
    action: str | None
    rule: str
    roles: tuple[tuple[str, Role], ...] = ()
    when: str | None = None
    amounts: tuple[int, ...] = ()
    attributed_to: str | None = None
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    support: tuple[Span, ...] = ()
    citations: tuple[int, ...] = ()

    def first(self, place: str) -> Role | None:
        """What fills a role, the first of a list; None where nothing does."""
        return next((role for name, role in self.roles if name == place), None)

    def fillers(self, place: str) -> tuple[Role, ...]:
        """All that fills a role, in the order of the page.

        >>> one, two = Role(Span(0, 5), "İzmir"), Role(Span(7, 12), "Aydın")
        >>> told = Statement(Span(0, 20), "İzmir, Aydın", "occupy", "r", (("object", one), ("object", two)))
        >>> [role.text for role in told.fillers("object")], told.first("object") is one, told.first("place")
        (['İzmir', 'Aydın'], True, None)
        """
        return tuple(role for name, role in self.roles if name == place)

    @property
    def firsts(self) -> dict[str, Role]:
        """What fills each role, of a list its first member."""
        return dict(reversed(self.roles))

    def one_by_one(self) -> Iterator[dict[str, Role]]:
        """What fills each role with one filler a role, once with the first of all and once for each further one."""
        yield (firsts := self.firsts)
        for place, role in self.roles:
            if firsts[place] is not role:
                yield {**firsts, place: role}

    def with_lists_of(self, model: Statement) -> Statement:
        """This statement with all of each list of `model` of which it has the first member in the same place."""
        roles = self.roles
        for place, role in self.firsts.items():
            listed = model.fillers(place)
            if len(listed) > 1 and listed[0].span == role.span and len(self.fillers(place)) == 1:
                roles = refilled(roles, [(place, one) for one in listed])
        return replace(self, roles=roles) if roles != self.roles else self

    def says(self, role: Role) -> bool:
        """Whether the words that fill `role` stand in the statement itself; else they were carried from elsewhere."""
        return self.span.overlaps(role.span)

    @property
    def further(self) -> bool:
        """Whether it is told only because every clause was asked for."""
        return self.rule.endswith(FURTHER)


def refilled(
    roles: Sequence[tuple[str, Role]], given: Mapping[str, Role] | Sequence[tuple[str, Role]]
) -> tuple[tuple[str, Role], ...]:
    """The roles with all fillers of the `given` places replaced by those given, in the order of the places' names.

    >>> one, two = Role(Span(0, 5), "İzmir"), Role(Span(7, 12), "Aydın")
    >>> [(place, role.text) for place, role in refilled((("object", one), ("object", two)), {"object": two})]
    [('object', 'Aydın')]
    """
    pairs = tuple(given.items()) if isinstance(given, Mapping) else tuple(given)
    places = {place for place, _ in pairs}
    return tuple(sorted((*(one for one in roles if one[0] not in places), *pairs), key=lambda one: one[0]))


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was found on one page, each kind in order of its start."""

    dates: tuple[DateMention, ...] = ()
    amounts: tuple[Amount, ...] = ()
    names: tuple[Name, ...] = ()
    citations: tuple[Citation, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    statements: tuple[Statement, ...] = ()

    def day_carried(self, statement: Statement) -> int | None:
        """The index of the date that a statement's day was carried from, where no words of its own say it.

        The last date of that value before it, else the first behind it; of "o yıl" the last one of that year.

        >>> day = DateMention(Span(0, 11), "3 Mayıs 1921", "1921-05-03", Calendar.GREGORIAN, Basis.WRITTEN, "r")
        >>> told = Statement(Span(20, 30), "Okul açtı.", "found", "r", when="1921-05-03")
        >>> Facts(dates=(day,)).day_carried(told), Facts(dates=(day,)).day_carried(replace(told, span=Span(0, 30)))
        (0, None)
        """
        when, span = statement.when, statement.span
        if when is None:
            return None
        same = [index for index, date in enumerate(self.dates) if (date.edtf or "").startswith(when)]
        if any(self.dates[index].span.overlaps(span) for index in same):
            return None
        same = [index for index in same if self.dates[index].edtf == when] or same
        before = [index for index in same if self.dates[index].span.end <= span.start]
        return before[-1] if before else next(iter(same), None)
