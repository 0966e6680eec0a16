"""A bundle is proven, as far as it can be.

Comes in: an opened bundle. Goes out: a report: what is not as it was written, what holds, and what no check of the file
itself can prove. Four proofs, each stronger than the one before: every byte belongs to a named part; every part has
its digest; the parts fit each other (offsets read back, captures have the digests that pages name, passages stand in
their documents); and the work done again gives the same parts. Who alters a bundle and writes its manifest anew gets
past the second, seldom past the third, and past the fourth only by an honest dossier over other bytes, which the
published digest of the manifest tells.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from tanik.bundle.fit import captures_fit, crate_fits, passages_fit, spans_fit
from tanik.bundle.manifest import digest_of, parse_manifest
from tanik.bundle.model import CRATE, DOSSIER, INPUTS, MANIFEST, OPTIONS, PASSAGES, README, SHOWN
from tanik.bundle.read import Bundle
from tanik.bundle.redo import read_again, same_program, written_again
from tanik.bundle.write import stamp_of
from tanik.errors import BundleError

__all__ = ["Alteration", "Proof", "Report", "verify_bundle"]

_NEEDED = (CRATE, DOSSIER, INPUTS, MANIFEST, OPTIONS, PASSAGES, README, SHOWN)


@dataclass(frozen=True, slots=True)
class Alteration:
    """Something that is not as it was written: the part (empty: the file as a whole), a code, and particulars."""

    part: str
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """Something that was seen to hold, and how many times it was looked at."""

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class Report:
    """What `verify_bundle` found. `digest` is of the manifest; `unproven` are codes of what the file cannot prove."""

    digest: str
    alterations: tuple[Alteration, ...]
    proofs: tuple[Proof, ...]
    unproven: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing was seen to be altered."""
        return not self.alterations


def verify_bundle(bundle: Bundle, digest: str | None = None) -> Report:
    """Whether `bundle` is what was written; `digest` is that of its manifest, as it was published.

    Raises nothing for what is in the bundle: damage is an `Alteration`.
    """
    altered = [Alteration(part, code) for part, code in bundle.oddities()]
    proofs, unproven = [], ["origin"]
    manifest = bundle.read(MANIFEST) if _readable(bundle, MANIFEST) else b""
    found = digest_of(manifest)
    if digest is None:
        unproven.insert(0, "digest")
    elif digest.lower() != found:
        altered.append(Alteration(MANIFEST, "digest", found))
    altered += _against(bundle, manifest)
    proofs.append(Proof("parts", len(bundle.entries)))
    if not altered:
        altered, more, limits = _inner(bundle)
        proofs += more
        unproven += limits
    elif len(bundle.entries) > 1:
        unproven.append("inner")
    return Report(found, tuple(dict.fromkeys(altered)), tuple(proofs), tuple(unproven))


def _readable(bundle: Bundle, name: str) -> bool:
    try:
        bundle.read(name)
    except BundleError:
        return False
    return True


def _against(bundle: Bundle, manifest: bytes) -> Iterator[Alteration]:
    """What is not as the manifest says: missing, changed, unnamed."""
    try:
        named = parse_manifest(manifest)
    except BundleError as error:
        yield Alteration(MANIFEST, "manifest", str(error))
        return
    for name in dict.fromkeys((*_NEEDED, *named)):
        if name not in bundle.entries:
            yield Alteration(name, "missing")
    for name in bundle.entries:
        if name not in named and name != MANIFEST:
            yield Alteration(name, "unnamed")
    for name, written in named.items():
        if name in bundle.entries:
            try:
                if hashlib.sha256(bundle.read(name)).hexdigest() != written:
                    yield Alteration(name, "changed")
            except BundleError:
                yield Alteration(name, "damaged")


def _inner(bundle: Bundle) -> tuple[list[Alteration], list[Proof], list[str]]:
    """Whether the parts fit each other, and come out the same when they are made again; and what that cannot show."""
    altered: list[Alteration] = []
    proofs: list[Proof] = []
    limits: list[str] = []
    try:
        dossier, handed = bundle.dossier(), bundle.handed()
        if not same_program(bundle):
            limits.append("program")
        if dossier.library is None:
            limits.append("no_library")
        stamp = stamp_of(dossier.created)
        altered += [Alteration(name, "time") for name, entry in bundle.entries.items() if entry.date_time != stamp]
        checks = {
            "crate": crate_fits(bundle),
            "spans": spans_fit(bundle.json(DOSSIER), dossier),
            "captures": captures_fit(bundle, dossier, handed),
            "passages": passages_fit(bundle.json(PASSAGES), dossier),
            "again": written_again(bundle, dossier),
            "read": read_again(bundle, dossier, handed),
        }
        for code, results in checks.items():
            count = 0
            for part, fault in results:
                count += not fault
                if fault:
                    altered.append(Alteration(part, code, fault))
            if count:
                proofs.append(Proof(code, count))
    except BundleError as error:
        altered.append(Alteration("", "unreadable", str(error)))
    return altered, proofs, limits
