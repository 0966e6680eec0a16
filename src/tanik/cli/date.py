"""`tanik date`: one date in every calendar, with how sure it is and why.

Comes in: the words of a date. Goes out: the day in the Gregorian, Rumi, Hijri and Julian calendars, its weekday, and
the rule that was followed, as text or JSON.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import click

from tanik.cli.options import lang_option, say, tables_option

if TYPE_CHECKING:
    from tanik.facts.calendars import Day
    from tanik.facts.dates.explained import DateExplanation

__all__ = ["date_command"]


def _month(day: Day, lang: str) -> str:
    """The month's name as the calendar's users call it."""
    months = "hijri" if day.calendar == "hijri" else "solar"
    if day.calendar == "rumi" and day.month in (1, 10, 11, 12):
        months = "rumi"
    return say(f"date.months.{months}", lang).split("|")[day.month - 1]


def _lines(found: DateExplanation, lang: str) -> list[str]:
    from tanik.dossier.phrases import problem_in_words

    if found.calendar is None:
        return [say("date.none", lang, text=found.text)]
    lines = [f"{found.text} = {found.edtf}" if found.edtf else found.text]
    for day in found.days:
        name = say(f"date.calendar.{day.calendar}", lang)
        lines.append(f"  {name:<10} {day.day} {_month(day, lang)} {day.year}")
    if found.weekday is not None:
        lines.append("  " + say("date.weekdays", lang).split("|")[found.weekday])
    lines.append("  " + say(f"date.certainty.{found.certainty}", lang))
    if found.problem:
        lines.append("  " + say("date.problem", lang, problem=problem_in_words(found.problem, lang)))
    lines += ["  " + say(f"date.reason.{why.code}", lang, **dict(why.details)) for why in found.reasons]
    return lines


def _record(found: DateExplanation, lang: str) -> dict[str, object]:
    return {
        "text": found.text,
        "edtf": found.edtf,
        "calendar": found.calendar,
        "certainty": found.certainty,
        "weekday": None if found.weekday is None else say("date.weekdays", "en").split("|")[found.weekday].lower(),
        "days": {day.calendar: f"{day.year:04d}-{day.month:02d}-{day.day:02d}" for day in found.days},
        "problem": found.problem,
        "reasons": [
            {"rule": why.code, "message": say(f"date.reason.{why.code}", lang, **dict(why.details))}
            for why in found.reasons
        ],
    }


@click.command("date", help=say("date.help"))
@click.argument("words", nargs=-1, required=True, metavar="DATE")
@tables_option
@lang_option
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help=say("date.format"))
def date_command(words: tuple[str, ...], lang: str, form: str) -> None:
    """Show one date in every calendar."""
    from tanik.facts.dates.explained import explain_date

    found = explain_date(" ".join(words), date.today())
    if form == "json":
        click.echo(json.dumps(_record(found, lang), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(found, lang)))
    if found.certainty in ("none", "impossible"):
        raise SystemExit(1)
