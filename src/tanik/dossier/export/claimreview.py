"""ClaimReview: a draft for a fact-checker to finish and to publish under their own name.

Comes in: a dossier, and who reviews. Goes out: JSON-LD in schema.org's terms, one review for every quotation and every
statement: what is claimed, where and by whom, and what the page's words rest on.

The dossier gives no truth score, so a draft has no ``reviewRating``, and no ``url``: the rating is the reviewer's
judgement and the address is where they publish. Both are wanted by search engines and must be filled in by a person.
Nothing is written without a reviewer's name: a review by nobody would look like a verdict of a machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tanik.dossier.citation import cite
from tanik.dossier.collation import by_id, primary_matches
from tanik.dossier.export.reviewer import Reviewer
from tanik.dossier.export.runs import term
from tanik.dossier.model import Dossier, PageReport
from tanik.dossier.phrases import searched_in_words
from tanik.dossier.words import say
from tanik.facts.model import Quotation, Statement
from tanik.page.model import Page
from tanik.trace.model import Match, Trace, Witness

__all__ = ["TO_FILL", "to_claimreview"]

Json = dict[str, object]
# What schema.org's ClaimReview has and only the reviewer can say.
TO_FILL = ("reviewRating", "url")


def to_claimreview(dossier: Dossier, reviewer: Reviewer) -> Json:
    """The drafts, in order of the pages: first a page's quotations, then its statements.

    >>> from tanik.dossier.build import build
    >>> made = build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=())
    >>> to_claimreview(made, Reviewer("Deniz"))
    {'@context': 'https://schema.org', '@graph': []}
    """
    graph = [review for report in dossier.pages for review in _reviews(dossier, report, reviewer)]
    return {"@context": "https://schema.org", "@graph": graph}


def _reviews(dossier: Dossier, report: PageReport, reviewer: Reviewer) -> Iterator[Json]:
    witnesses, page, lang = by_id(dossier.witnesses), report.page, dossier.language
    for index, (quotation, trace) in enumerate(zip(report.facts.quotations, report.traces, strict=True), 1):
        yield {
            **_frame(dossier, reviewer, f"#{page.id}-q{index}", quotation.text),
            "itemReviewed": _quoted_claim(page, quotation),
            "reviewBody": _on_quotation(trace, witnesses, lang),
            **_based_on(trace, witnesses),
        }
    for index, statement in enumerate(report.facts.statements, 1):
        yield {
            **_frame(dossier, reviewer, f"#{page.id}-s{index}", statement.text),
            "itemReviewed": _stated_claim(page, statement),
            "reviewBody": _on_statement(report, statement, lang),
        }


def _frame(dossier: Dossier, reviewer: Reviewer, identity: str, claimed: str) -> Json:
    who: Json = {"@type": "Person", "name": reviewer.name}
    return {
        "@type": "ClaimReview",
        "@id": identity,
        "author": {**who, "url": reviewer.url} if reviewer.url else who,
        "datePublished": dossier.as_of,
        "inLanguage": dossier.language,
        "claimReviewed": " ".join(claimed.split()),
    }


def _quoted_claim(page: Page, quotation: Quotation) -> Json:
    return _claim(page, quotation.speaker, quotation.span.start)


def _stated_claim(page: Page, statement: Statement) -> Json:
    return _claim(page, statement.attributed_to, statement.span.start)


def _claim(page: Page, said_by: str | None, start: int) -> Json:
    """The claim: on whose word it is made, and the page (or the comment on it) where it appears."""
    segment = page.segment_at(start)
    authors = (segment.author,) if segment is not None and segment.author else page.authors
    appearance: Json = {"@type": "CreativeWork", "identifier": f"sha256:{page.source.sha256}"}
    known: Json = {
        "url": page.source.url,
        "headline": page.title,
        "datePublished": _day((segment.published if segment is not None else None) or page.published),
        "author": [{"@type": "Person", "name": name} for name in authors],
    }
    appearance |= {name: value for name, value in known.items() if value}
    claim: Json = {"@type": "Claim", "appearance": appearance}
    speakers = [said_by] if said_by else list(authors)
    return claim | ({"author": [{"@type": "Person", "name": name} for name in speakers]} if speakers else {})


def _day(edtf: str | None) -> str | None:
    """A date that schema.org takes (ISO 8601); dates that are unsure or open are left out."""
    return edtf if edtf and edtf.replace("-", "").replace(":", "").replace("T", "").isdigit() else None


def _on_quotation(trace: Trace | None, witnesses: Mapping[str, Witness], lang: str) -> str:
    if trace is None:
        return term("claim.unsearched", lang)
    if not trace.matches:
        return term("claim.absent", lang, searched=searched_in_words(trace.searched, lang))
    return " ".join(sentence for match in primary_matches(trace) for sentence in _on_match(match, witnesses, lang))


def _on_match(match: Match, witnesses: Mapping[str, Witness], lang: str) -> Iterator[str]:
    witness = witnesses.get(match.document)
    named = cite(witness, lang, match.witness) if witness is not None else match.document
    yield term("claim.found", lang, status=say(f"status.{match.status}", lang), witness=named)
    for one in match.differences:
        if one.changes_meaning:
            yield term(
                "claim.difference",
                lang,
                page=one.page_text or say("ui.nothing", lang),
                witness=one.witness_text or say("ui.nothing", lang),
                kind=say(f"difference.{one.kind}", lang),
            )


def _on_statement(report: PageReport, statement: Statement, lang: str) -> str:
    if not statement.citations:
        return term("claim.unsourced", lang)
    sources = "; ".join(report.facts.citations[index].text for index in statement.citations)
    return term("claim.sourced", lang, sources=sources)


def _based_on(trace: Trace | None, witnesses: Mapping[str, Witness]) -> Json:
    """The witnesses, as works that the review is based on."""
    found = [match.document for match in primary_matches(trace)] if trace is not None else []
    held = [witnesses[document] for document in dict.fromkeys(found) if document in witnesses]
    works = []
    for witness in held:
        known: Json = {
            "name": witness.title,
            "url": witness.url,
            "datePublished": _day(witness.date),
            "author": {"@type": "Person", "name": witness.author} if witness.author else None,
            "isPartOf": {"@type": "CreativeWork", "name": witness.source} if witness.source else None,
        }
        kept = {name: value for name, value in known.items() if value}
        works.append({"@type": "CreativeWork", "identifier": witness.id, **kept})
    return {"isBasedOn": works} if works else {}
