"""İSNAD Atıf Sistemi, 2. edisyon: notlar ve kaynakça (the Turkish system of citation, with footnotes).

Comes in: a work. Goes out: its first footnote, or its entry in the bibliography. Volume and page stand as ``2/13-14``,
authors are joined by a dash, an undated work is ``ts.``; an address stands in the bibliography alone. What is cited
from an archive begins with the archive.
"""

from __future__ import annotations

from tanik.dossier.edtf import in_words
from tanik.dossier.export.bibliography import Work
from tanik.dossier.export.runs import Run, arabic, dashed, joined, quoted, runs, term, titled, year_of

__all__ = ["isnad_entry", "isnad_note"]

_MOST_AUTHORS = 2


def isnad_note(work: Work, lang: str) -> tuple[Run, ...]:
    """The first footnote on `work`."""
    names = [author.plain for author in work.authors]
    return joined([runs(_series(names, lang)), *_note_parts(work, lang)], ", ", ".")


def _note_parts(work: Work, lang: str) -> list[tuple[Run, ...]]:
    title = _title(work, lang)
    match work.kind:
        case "book":
            return [title + runs(f" ({_imprint(work, lang)})"), runs(_place_in(work))]
        case "chapter":
            own = _own_day(work, lang)
            printed = runs("" if work.undated_print else f" ({_imprint(work, lang)})")
            return [title + own, runs(Run(work.container, italic=True)) + printed, runs(_place_in(work))]
        case "article-journal" | "article-newspaper":
            return [title, _periodical(work, lang), runs(dashed(work.pages, "-"))]
        case "webpage":
            seen = work.date or work.accessed
            when = in_words(work.date, lang) if work.date else _accessed(work, lang)
            return [title, runs(work.container) + runs(f" ({when})" if seen else "")]
        case _:
            return [runs(work.archive), runs(work.location), title + _own_day(work, lang), runs(_place_in(work))]


def isnad_entry(work: Work, lang: str) -> tuple[Run, ...]:
    """The entry of `work` in the bibliography; an address ends without a full stop."""
    names = [f"{a.family}, {a.given}" if a.given else a.family for a in work.authors]
    made = joined([runs(" – ".join(names)), *_entry_parts(work, lang)], ". ", ".")
    return made + runs(f" {work.url}" if work.url else "")


def _entry_parts(work: Work, lang: str) -> list[tuple[Run, ...]]:
    title = _title(work, lang)
    match work.kind:
        case "book":
            return [title, runs(_imprint(work, lang))]
        case "chapter":
            own = _own_day(work, lang)
            printed = "" if work.undated_print else _imprint(work, lang)
            return [title + own, runs(Run(work.container, italic=True)), runs(_place_in(work)), runs(printed)]
        case "article-journal" | "article-newspaper":
            return [title, joined([_periodical(work, lang), runs(dashed(work.pages, "-"))], ", ")]
        case "webpage":
            date = in_words(work.date, lang) if work.date else ""
            return [title, runs(work.container), runs(date), runs(_accessed(work, lang) if work.accessed else "")]
        case _:
            shelf = joined([runs(work.archive), runs(work.location)], ", ")
            return [shelf, title + _own_day(work, lang), runs(_place_in(work))]


def _title(work: Work, lang: str) -> tuple[Run, ...]:
    if work.kind == "article-newspaper" and not work.title:
        return ()
    if work.kind == "book":
        return runs(Run(titled(work, lang), italic=True))
    return runs(quoted(titled(work, lang)))


def _own_day(work: Work, lang: str) -> tuple[Run, ...]:
    """The day of the text itself, where the printing's year is another matter."""
    shown = work.date and (work.undated_print or work.kind != "chapter")
    return runs(f" ({in_words(work.date, lang)})" if shown else "")


def _series(names: list[str], lang: str) -> str:
    if len(names) > _MOST_AUTHORS:
        return f"{names[0]} {term('isnad.others', lang)}"
    return " – ".join(names)


def _imprint(work: Work, lang: str) -> str:
    house = ": ".join(part for part in (work.place, work.publisher) if part)
    return ", ".join(part for part in (house, year_of(work) or term("isnad.undated", lang)) if part)


def _place_in(work: Work) -> str:
    """Volume and page: 2/13-14."""
    return "/".join(part for part in (arabic(work.volume), dashed(work.pages, "-")) if part)


def _periodical(work: Work, lang: str) -> tuple[Run, ...]:
    """A journal with its volume, number and year; a newspaper with its number and day."""
    number = "/".join(part for part in (work.volume, work.issue) if part)
    when = (in_words(work.date, lang) if work.kind == "article-newspaper" else year_of(work)) if work.date else ""
    dated = runs(f" {number}" if number else "", f" ({when})" if when else "")
    return runs(Run(work.container, italic=True)) + dated


def _accessed(work: Work, lang: str) -> str:
    return term("isnad.accessed", lang, date=in_words(work.accessed, lang))
