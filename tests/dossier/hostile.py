"""A dossier in which one hostile string stands wherever a stranger's words can stand.

Comes in: the string. Goes out: a dossier of one page, with a fact of every kind, a trace, an event, a copy, a finding.
"""

# ruff: noqa: FBT003 - a hostile value is made field by field

from __future__ import annotations

from tanik.compare.model import (
    Comparison,
    Conflict,
    CopyGroup,
    CopyLink,
    Event,
    Finding,
    FindingKind,
    Place,
    StatementRef,
    Verdict,
)
from tanik.core.span import Span
from tanik.dossier.build import build
from tanik.dossier.model import Dossier, PageReport, PassageTrace, Refusal
from tanik.facts.model import (
    Amount,
    Basis,
    Calendar,
    Citation,
    CitationKind,
    DateMention,
    Facts,
    Name,
    NameKind,
    Quotation,
    QuotationForm,
    Role,
    Statement,
)
from tanik.page.model import Page, Repair, Segment, SegmentKind, Source
from tanik.trace.model import Difference, DifferenceKind, Match, Searched, Status, Trace, Witness


def make_hostile(payload: str, language: str = "en") -> Dossier:
    """A page whose every word, title, author, name, address and reason is the same hostile string."""
    text = f"{payload}\n{payload}"
    whole, line = Span(0, len(text)), Span(0, len(payload))
    searched = Searched(1, "ab" * 32, (payload,), None, None)
    witness = Witness(payload, payload, payload, payload, payload, payload, payload, payload, payload, payload)
    difference = Difference(DifferenceKind.WORDING, True, line, line, payload, payload, payload)
    match = Match(line, payload, line, 1.0, 0.0, Status.ALTERED, (difference,))
    facts = Facts(
        dates=(DateMention(line, payload, payload, Calendar.RUMI, Basis.RELATIVE, payload, line, payload),),
        amounts=(Amount(line, payload, 1.0, "kg", payload, payload, problem=payload),),
        names=(Name(line, payload, payload, NameKind.PERSON, payload, payload),),
        citations=(Citation(line, payload, CitationKind.WEB, payload, author=payload, url=payload),),
        quotations=(Quotation(line, payload, QuotationForm.DIRECT, payload, payload, payload, line),),
        statements=(
            Statement(line, payload, None, payload, (("subject", Role(line, payload, payload)),), payload, (0,),
                      payload, support=(line,), citations=(0,)),
        ),
    )  # fmt: skip
    page = Page(
        payload, Source("00" * 32, payload, payload, payload, payload, payload), text,
        (Segment(SegmentKind.COMMENT, whole, payload, payload, payload),),
        payload, (payload,), payload, payload, (Repair(payload, 2, payload),),
    )  # fmt: skip
    place, ref = Place(payload, line), StatementRef(payload, 0)
    comparison = Comparison(
        (Event(payload, payload, payload, (ref,), (payload,),
               (Conflict(payload, (payload,), (ref,), Verdict.CONTRADICTS, payload),)),),
        (CopyGroup((place,), payload, (CopyLink(payload, payload, (payload,)),)),),
        (Finding(FindingKind.CONFLICT, (place,), payload, ((payload, payload),), ((payload, payload),)),),
    )  # fmt: skip
    trace = Trace(payload, Status.ALTERED, (match,), searched)
    report = PageReport(page, facts, (trace,), (PassageTrace(line, trace),))
    return build(
        version=payload, created=payload, as_of=payload, language=language, library=searched, pages=(report,),
        witnesses=(witness,), comparison=comparison, refused=(Refusal(payload, payload),),
    )  # fmt: skip
