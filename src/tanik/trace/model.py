"""What tracing gives, and what it needs of whoever holds the evidence.

`Trace` and its parts are what a reader sees. `Evidence` is the door through which the kernel asks: the
library answers it from disk, tests and page-against-page comparison answer it from memory.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tanik.core.span import Span

__all__ = [
    "Difference",
    "DifferenceKind",
    "Evidence",
    "Hits",
    "Match",
    "Searched",
    "Status",
    "Trace",
    "Witness",
]


class Status(StrEnum):
    """How the words at hand stand to the words of a witness.

    verbatim: equal, case, punctuation and white space aside. variant: spelling, inflection or order, same
    sense. altered: wording, gloss, number, name or polarity differs. abridged: words dropped or parts joined.
    spliced: pieces of two documents. modernised: put into today's words. absent: not in what was searched.
    """

    VERBATIM = "verbatim"
    VARIANT = "variant"
    ALTERED = "altered"
    ABRIDGED = "abridged"
    SPLICED = "spliced"
    MODERNISED = "modernised"
    ABSENT = "absent"


class DifferenceKind(StrEnum):
    """What kind of change lies between two readings."""

    SPELLING = "spelling"
    INFLECTION = "inflection"
    MODERNISED = "modernised"
    GLOSS = "gloss"
    NUMBER = "number"
    NAME = "name"
    POLARITY = "polarity"
    WORDING = "wording"
    OMISSION = "omission"
    ADDITION = "addition"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the passage and a witness read differently.

    `page` is in the text that was traced, `witness` in the witness's text; either may be empty (an omission, an
    addition), then it stands where the words would be.
    """

    kind: DifferenceKind
    changes_meaning: bool
    page: Span
    witness: Span
    page_text: str
    witness_text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Match:
    """One stretch of the passage found in one document.

    `score` in 0..1 is the share of the stretch's word weight that the witness reads alike. `chance` is the
    number of matches this strong that the searched documents would give to a passage of this length by chance.
    """

    page: Span
    document: str
    witness: Span
    score: float
    chance: float
    status: Status
    differences: tuple[Difference, ...]

    def shifted(self, by: int) -> Match:
        """The same match in a text that has `by` more code points before the passage."""
        differences = tuple(replace(one, page=one.page.shifted(by)) for one in self.differences)
        return replace(self, page=self.page.shifted(by), differences=differences)


@dataclass(frozen=True, slots=True)
class Searched:
    """What was looked through, so that "absent" is a record that can be run again.

    `digest` is a SHA-256 over the ids and contents of the documents; `earliest` and `latest` are EDTF.
    """

    documents: int
    digest: str
    collections: tuple[str, ...] = ()
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a passage comes from: its status as a whole and its matches, best first."""

    text: str
    status: Status
    matches: tuple[Match, ...]
    searched: Searched


@dataclass(frozen=True, slots=True)
class Witness:
    """One document as evidence: its text and what is known of it. `date` is EDTF.

    `volume`, `pages` and `source` say where the text was printed; `url` where it stands on the web.
    """

    id: str
    text: str
    collection: str
    title: str | None = None
    author: str | None = None
    date: str | None = None
    source: str | None = None
    volume: str | None = None
    pages: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Hits:
    """Where fingerprints stand: three arrays of one length, a row a hit.

    `asked` is the index into the fingerprints that were asked for, `document` a document's number,
    `position` the ordinal of the fingerprint's first token in that document. Rows are sorted by document,
    then by `asked`, then by `position`.
    """

    asked: NDArray[np.int32]
    document: NDArray[np.int32]
    position: NDArray[np.int32]


class Evidence(Protocol):
    """What the tracing kernel asks of a store of documents."""

    @property
    def searched(self) -> Searched:
        """What the store holds."""
        ...

    @property
    def authors(self) -> frozenset[str]:
        """Whose words the documents are; empty where one of them names nobody, and where they are very many."""
        ...

    @property
    def tokens(self) -> int:
        """How many tokens all documents have together: the size that chance is reckoned with."""
        ...

    def count(self, fingerprints: NDArray[np.uint64]) -> NDArray[np.int64]:
        """How often each fingerprint stands in the store."""
        ...

    def look_up(self, fingerprints: NDArray[np.uint64]) -> Hits:
        """Every place where one of the fingerprints stands."""
        ...

    def witness(self, number: int) -> Witness:
        """The document of that number, as `look_up` gives it."""
        ...

    def named(self, identity: str) -> Witness:
        """The document of that id, as a match gives it. Raises `UnknownDocument`."""
        ...
