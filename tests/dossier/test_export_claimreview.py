"""ClaimReview: drafts in schema.org's terms, signed by a person, without a rating."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tanik.dossier.export.claimreview import TO_FILL, to_claimreview
from tanik.dossier.export.formats import ExportOptions, export
from tanik.dossier.export.reviewer import Reviewer
from tanik.dossier.model import Dossier
from tanik.errors import UsageError

_DENIZ = Reviewer("Deniz Örnek", "https://example.org/deniz")
# Of schema.org (release 29): what a ClaimReview, a Claim and a CreativeWork may have, as far as we write it.
_KNOWN = {
    "ClaimReview": {
        "author",
        "datePublished",
        "inLanguage",
        "claimReviewed",
        "itemReviewed",
        "reviewBody",
        "isBasedOn",
    },
    "Claim": {"author", "appearance"},
    "CreativeWork": {"identifier", "url", "headline", "name", "datePublished", "author", "isPartOf"},
    "Person": {"name", "url"},
}  # fmt: skip


def _reviews(dossier: Dossier) -> list[dict[str, Any]]:
    made: Any = json.loads(json.dumps(to_claimreview(dossier, _DENIZ)))
    assert made["@context"] == "https://schema.org"
    return list(made["@graph"])


def _nodes(value: object) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [node for one in value for node in _nodes(one)]
    if isinstance(value, dict):
        return [value, *(node for one in value.values() for node in _nodes(one))]
    return []


def test_one_a_quotation_and_one_a_statement(sample: Dossier) -> None:
    facts = [report.facts for report in sample.pages]
    claimed = [review["claimReviewed"] for review in _reviews(sample)]
    assert claimed == [" ".join(one.text.split()) for found in facts for one in (*found.quotations, *found.statements)]


def test_it_speaks_schema_orgs_words_alone(sample: Dossier) -> None:
    for node in _nodes(_reviews(sample)):
        assert {key for key in node if not key.startswith("@")} <= _KNOWN[node["@type"]]


def test_what_is_asked_for_is_there_and_what_is_the_reviewers_is_not(sample: Dossier) -> None:
    for review in _reviews(sample):
        assert review["author"] == {"@type": "Person", "name": "Deniz Örnek", "url": "https://example.org/deniz"}
        assert review["claimReviewed"]
        assert review["itemReviewed"]["appearance"]["identifier"].startswith("sha256:")
        assert review["reviewBody"]
        assert not any(name in review for name in TO_FILL)
    identities = [review["@id"] for review in _reviews(sample)]
    assert len(set(identities)) == len(identities)


def test_a_processor_understands_it(sample: Dossier) -> None:
    from pyld import jsonld

    def load(url: str, options: object) -> dict[str, object]:
        assert url == "https://schema.org"
        context = {"@context": {"@vocab": "http://schema.org/", "url": {"@type": "@id"}}}
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}

    made = jsonld.expand(json.loads(json.dumps(to_claimreview(sample, _DENIZ))), {"documentLoader": load})
    assert {kind for review in made for kind in review["@type"]} == {"http://schema.org/ClaimReview"}


def test_an_altered_quotation_tells_its_words_and_its_witness(sample: Dossier) -> None:
    review = _reviews(sample)[0]
    assert "45" in review["reviewBody"]
    assert "25" in review["reviewBody"]
    assert {work["identifier"] for work in review["isBasedOn"]} <= {witness.id for witness in sample.witnesses}
    assert review["isBasedOn"]


def test_nobody_reviews_nothing(sample: Dossier) -> None:
    with pytest.raises(UsageError, match="--reviewed-by"):
        export(sample, "claimreview", ExportOptions())


@pytest.mark.parametrize(("words", "name", "url"), [
    ("Deniz", "Deniz", None), ("Örnek, Deniz", "Örnek, Deniz", None),
    ("Deniz,https://example.org/", "Deniz", "https://example.org/"),
    ("Örnek, Deniz , http://example.org", "Örnek, Deniz", "http://example.org"),
])  # fmt: skip
def test_a_reviewer_is_read(words: str, name: str, url: str | None) -> None:
    assert Reviewer.parse(words) == Reviewer(name, url)


@pytest.mark.parametrize("words", ["", "  ", "Deniz,javascript://x", "Deniz,ftp://example.org"])
def test_what_is_no_reviewer_is_refused(words: str) -> None:
    with pytest.raises(UsageError):
        Reviewer.parse(words)
