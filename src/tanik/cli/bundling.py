"""What `--bundle` and `--again` add to `tanik check`.

Comes in: where a bundle is to be written, or one that was. Goes out: the bundle with the digest that can be published;
or what is new when the inputs of the old one are examined with today's library.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tanik.cli.news import news_in_words
from tanik.cli.options import deliver, in_json, note, say, terminal, warn
from tanik.cli.progress import progress, timed
from tanik.errors import UnknownDocument, UsageError

if TYPE_CHECKING:
    from tanik.bundle.capture import Captures
    from tanik.bundle.model import Asked
    from tanik.dossier.model import Dossier
    from tanik.library.library import Library

__all__ = ["again", "captured", "write_captured"]


@contextmanager
def captured(bundle: Path | None) -> Iterator[Captures | None]:
    """Where captures are kept while pages are read, if a bundle is wanted."""
    if bundle is None:
        yield None
        return
    from tanik.bundle.capture import Captures

    if bundle.is_dir():
        raise UsageError(say("bundle.is_folder", None, path=bundle))
    with tempfile.TemporaryDirectory(prefix="tanik-") as folder:
        yield Captures(Path(folder))


def write_captured(
    path: Path, dossier: Dossier, kept: Captures, asked: Asked, *, library: Library | None, lang: str
) -> None:
    """Write the bundle, and say what digest stands for it."""
    from tanik.bundle.write import write_bundle

    documents = {w.id: library.entry(w.id).sha256 for w in dossier.witnesses} if library is not None else {}
    with timed("progress.bundle", lang):
        digest = write_bundle(path, dossier, kept.handed, kept.files(), asked=asked, documents=documents)
    note(say("bundle.written", lang, path=path, digest=digest))


def again(
    old: Path,
    library: Library | None,
    *,
    bundle: Path | None,
    form: str,
    jobs: int,
    out: Path | None,
    lang: str,
) -> bool:
    """Examine the inputs of the bundle `old` anew and tell what is new; whether one was refused."""
    from tanik.bundle.again import check_again
    from tanik.bundle.model import EXCHANGES
    from tanik.bundle.news import find_news, news_to_json
    from tanik.bundle.read import Bundle
    from tanik.dossier.reasons import in_words

    with Bundle.open(old) as opened, captured(bundle) as kept:
        before, asked = opened.dossier(), opened.asked()
        with progress(lang, lambda: len(opened.handed())) as told:
            watch = kept.watch if kept is not None else None
            after = check_again(opened, library, language=lang, progress=told, watch=watch, jobs=jobs)
        held = None if library is None else {w.id for w in before.witnesses if _holds(library, w.id)}
        news = find_news(before, after, held)
        if kept is not None and bundle is not None:
            if EXCHANGES in opened.entries:
                kept.keep(opened.read(EXCHANGES))
            write_captured(bundle, after, kept, _asked_now(asked, lang), library=library, lang=lang)
    for refusal in after.refused:
        warn(say("check.refused", lang, source=refusal.source, reason=in_words(refusal.reason, lang)))
    if form == "json":
        deliver(in_json(news_to_json(news)), out)
    else:
        deliver(news_in_words(news, lang, colour=terminal(out)[1]), out)
    return bool(after.refused)


def _holds(library: Library, identity: str) -> bool:
    try:
        library.entry(identity)
    except UnknownDocument:
        return False
    return True


def _asked_now(asked: Asked, lang: str) -> Asked:
    from dataclasses import replace

    return replace(asked, language=lang)
