"""Publication Manual of the American Psychological Association, 7th edition (chapters 8 to 10).

Comes in: a work. Goes out: the words in brackets in the text, or the entry in the list of references. Titles keep the
capitals they have: to lower them is a rule for English that would spoil Turkish titles (and is right in neither
language where a title holds names).
"""

from __future__ import annotations

from tanik.dossier.edtf import date_parts, in_words
from tanik.dossier.export.bibliography import Agent, Work
from tanik.dossier.export.runs import Run, american_date, arabic, dashed, joined, runs, term, titled, year_of

__all__ = ["apa_entry", "apa_note"]

_MOST_NAMED = 2


def apa_note(work: Work, lang: str) -> tuple[Run, ...]:
    """What stands in the text: ``(Örnek, 1920, p. 13)``."""
    names = [author.family for author in work.authors]
    if len(names) > _MOST_NAMED:
        who = f"{names[0]} {term('apa.others', lang)}"
    else:
        who = " & ".join(names) or f"“{work.title or work.container or titled(work, lang)}”"
    when = year_of(work) or term("apa.undated", lang)
    return runs("(", ", ".join(part for part in (who, when, _leaves(work, lang)) if part), ")")


def apa_entry(work: Work, lang: str) -> tuple[Run, ...]:
    """The entry of `work` in the list of references; without an author the title stands before the date."""
    names = runs(_listed(work.authors))
    title, date = _title(work, lang), runs(f"({_date(work, lang)})")
    rest = _rest(work, lang)
    if not names and not title:
        title, rest = rest[0], rest[1:]
    head = [joined([names, date], " "), title] if names else [title, date]
    return joined([*head, *rest], ". ", ".") + _address(work, lang)


def _rest(work: Work, lang: str) -> list[tuple[Run, ...]]:
    match work.kind:
        case "book":
            return [runs(work.publisher)]
        case "chapter":
            where = ", ".join(part for part in (_volume(work, lang), _leaves(work, lang)) if part)
            held = runs(term("apa.in", lang), Run(work.container, italic=True), f" ({where})" if where else "")
            return [held, runs(work.publisher)]
        case "article-journal" | "article-newspaper":
            return [_periodical(work)]
        case "webpage":
            return [runs(work.container)]
        case _:
            shelf = f" ({work.location})" if work.location and work.archive else work.location
            return [runs(f"{work.archive}{shelf}")]


def _periodical(work: Work) -> tuple[Run, ...]:
    number = f"({work.issue})" if work.issue else ""
    volume = runs(Run(work.volume, italic=True), number)
    return joined([runs(Run(work.container, italic=True)), volume, runs(dashed(work.pages, "–"))], ", ")


def _title(work: Work, lang: str) -> tuple[Run, ...]:
    """Works that stand alone in italics; a book with its volume behind it."""
    if work.kind == "article-newspaper" and not work.title:
        return ()
    alone = work.kind not in ("chapter", "article-journal", "article-newspaper")
    volume = f" ({_volume(work, lang)})" if work.kind == "book" and work.volume else ""
    return runs(Run(titled(work, lang), italic=alone), volume)


def _listed(authors: tuple[Agent, ...]) -> str:
    names = [f"{a.family}, {_initials(a.given)}" if a.given else a.family for a in authors]
    return names[0] if len(names) == 1 else ", & ".join([", ".join(names[:-1]), names[-1]]) if names else ""


def _initials(given: str) -> str:
    return " ".join(f"{name[0]}." for name in given.split())


def _date(work: Work, lang: str) -> str:
    """The year, and for what appears on a day the day behind it."""
    parts = date_parts(work.date)
    if not work.date:
        return term("apa.undated", lang)
    if work.kind in ("book", "article-journal") or parts is None or len(parts) != 1 or len(parts[0]) == 1:
        return year_of(work)
    year, *rest = parts[0]
    day = in_words(work.date[:10], lang).removesuffix(f" {year}")
    if lang == "en" and len(rest) == 2:
        number, _, month = day.partition(" ")
        day = f"{month} {number}"
    return f"{year}, {day}"


def _volume(work: Work, lang: str) -> str:
    return term("apa.volume", lang, value=arabic(work.volume)) if work.volume else ""


def _leaves(work: Work, lang: str) -> str:
    if not work.pages:
        return ""
    several = any(sign in work.pages for sign in "-–—,")
    return term("apa.pages" if several else "apa.page", lang, value=dashed(work.pages, "–"))


def _address(work: Work, lang: str) -> tuple[Run, ...]:
    """The address, without a full stop that would look like a part of it."""
    if not work.url:
        return ()
    if work.accessed and not work.date:
        told = term("apa.retrieved", lang, date=american_date(work.accessed, lang), url=work.url)
        return runs(f" {told}")
    return runs(f" {work.url}")
