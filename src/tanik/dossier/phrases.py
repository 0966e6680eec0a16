"""Values in words.

Comes in: a fact. Goes out: a short phrase in the reader's language, the same in every form of the dossier.
"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from itertools import groupby

from tanik.compare.model import Conflict
from tanik.dossier.edtf import in_words
from tanik.dossier.model import Dossier, PageReport
from tanik.dossier.words import from_words, has, number, say
from tanik.facts.model import (
    Amount,
    DateMention,
    Facts,
    Modality,
    NameKind,
    Polarity,
    Quotation,
    Role,
    Standing,
    Statement,
)
from tanik.trace.model import Match, Searched, Trace

__all__ = [
    "again",
    "amount_in_words",
    "as_page_has_it",
    "chance_in_words",
    "counted_in_words",
    "date_in_words",
    "deed_in_words",
    "extent_in_words",
    "problem_in_words",
    "question",
    "role_in_words",
    "roles_in_order",
    "searched_in_words",
    "speaker_in_words",
    "status_key",
    "values_in_words",
    "voice_in_words",
    "word",
]


def word(kind: str, value: str | None, lang: str) -> str:
    """The word for a model's value, or the value itself where the tables have none.

    >>> word("role", "recipient", "tr"), word("role", "second_witness", "tr")
    ('kime', 'second witness')
    """
    if value is None:
        return ""
    return say(f"{kind}.{value}", lang) if has(f"{kind}.{value}") else value.replace("_", " ")


def speaker_in_words(quotation: Quotation, lang: str) -> str:
    """Whose words a page says a quotation is, and whether only on others' word, or none; empty where nobody is named.

    >>> from tanik.core.span import Span
    >>> from tanik.facts.model import QuotationForm
    >>> speaker_in_words(
    ...     Quotation(Span(0, 1), "a", QuotationForm.DIRECT, "“”", "marks", "Vali", standing=Standing.ALLEGED), "en"
    ... )
    'Vali (said to be theirs)'
    """
    if quotation.speaker is None or quotation.standing is Standing.GIVEN:
        return quotation.speaker or ""
    return f"{quotation.speaker} ({word('standing', quotation.standing, lang)})"


def roles_in_order(roles: Sequence[tuple[str, Role]]) -> list[tuple[str, Role]]:
    """The roles of a statement as one tells a deed: who, to whom, what, and then the rest as it comes.

    The place of a death is its object too, by which accounts of it are compared; people are told it once, as where.

    >>> from tanik.core.span import Span
    >>> kars = Role(Span(0, 4), "Kars")
    >>> roles_in_order((("object", kars), ("place", kars), ("subject", Role(Span(6, 9), "Ali"))))[0][0]
    'subject'
    >>> [name for name, _ in roles_in_order((("object", kars), ("place", kars)))]
    ['place']
    """
    first = {"subject": 0, "recipient": 1, "object": 2}
    where = {role.span for name, role in roles if name in ("place", "source")}
    told = [(name, role) for name, role in roles if name != "object" or role.span not in where]
    return sorted(told, key=lambda role: first.get(role[0], len(first)))


def role_in_words(role: Role, lang: str, report: PageReport | None = None) -> str:
    """Who or what fills a role: by its name; on a page in the reader's own language a common noun in its words.

    The names of common nouns are Turkish, so that pages in several languages can be laid side by side; who reads an
    English page in English needs them for none of it. A name that the page does not give itself stands with the words
    for which a table gave it.

    >>> from tanik.core.span import Span
    >>> role_in_words(Role(Span(0, 6), "rifles", name="tüfek"), "en")
    'tüfek'
    >>> role_in_words(Role(Span(0, 8), "Başvekil", "İsmet İnönü", "office-holder"), "tr")
    'İsmet İnönü (“Başvekil”; görev çizelgesine göre)'
    """
    if role.rule is not None and role.name is not None:
        source = say(f"ui.{role.rule.replace('-', '_')}", lang)
        return f"{role.name} (“{role.text}”; {source})"
    if role.name is None or report is None or not _is_read(report, lang):
        return role.name or role.text
    # a person has many names and needs one; a place is called as the page calls it: "Greece", not "Yunanistan"
    people = (name.name for name in report.facts.names if name.kind is NameKind.PERSON)
    return role.name if role.name in people else role.text


def _is_read(report: PageReport, lang: str) -> bool:
    """Whether a page is in the reader's language and that is not the one of the names, which is Turkish."""
    return lang != "tr" and report.page.language.startswith(lang)


def as_page_has_it(value: str | None, lang: str, report: PageReport | None, statement: Statement | None = None) -> str:
    """The name of a party, an authority or a thing of `statement` as a page in the reader's own language writes it.

    What a reader of an English page sees is "Russia"; the value that pages are compared by stays "Rusya".

    >>> as_page_has_it("Rusya", "en", None), as_page_has_it(None, "en", None)
    ('Rusya', '')
    """
    if value is None or report is None or not _is_read(report, lang):
        return value or ""
    roles = [role for _, role in statement.roles] if statement is not None else []
    for role in roles:
        if (role.name or role.text) == value:
            return role_in_words(role, lang, report)
        if role.name is not None and role.name.endswith(f" {value}"):
            # behind the figure the name has as many words as the page
            return " ".join(role.text.split()[-len(value.split()) :])
    called = (name.text for name in report.facts.names if name.name == value and name.kind is not NameKind.PERSON)
    return next(called, value)


def deed_in_words(statement: Statement, lang: str, report: PageReport | None = None) -> str:
    """What was done, by whom, to whom: each role by its question; what the clause leaves unsaid is marked.

    With the `report` of its page, common nouns of a page in the reader's language stay in the page's words.

    >>> from tanik.core.span import Span
    >>> who = ("subject", Role(Span(0, 3), "Ali", name="Ali Bey"))
    >>> deed_in_words(Statement(Span(0, 9), "Ali geldi", "move", "r", roles=(who,)), "tr")
    'gitmek · yapan: Ali Bey'
    """
    told = [word("action", statement.action, lang) or say("ui.other_action", lang)]
    for name, fillers in groupby(roles_in_order(statement.roles), key=lambda one: one[0]):
        carried = {role: "" if statement.says(role) else f" ({say('ui.carried', lang)})" for _, role in fillers}
        listed = ", ".join(f"{role_in_words(role, lang, report)}{mark}" for role, mark in carried.items())
        told.append(f"{question(statement, name, lang)}: {listed}")
    return " · ".join(told)


def question(statement: Statement, role: str, lang: str) -> str:
    """The question that a role of a statement answers; of a movement it is asked whither it went, not to whom.

    >>> from tanik.core.span import Span
    >>> question(Statement(Span(0, 9), "Kars'a vardı", "move", "r"), "recipient", "tr")
    'nereye'
    """
    is_goal = role == "recipient" and statement.action == "move"
    return word("role", "goal" if is_goal else role, lang)


def values_in_words(conflict: Conflict, lang: str) -> tuple[str, ...]:
    """The values that statements of one event give for a slot; dates as people write them.

    >>> from tanik.compare.model import Verdict
    >>> values_in_words(Conflict("when", ("1921", "1921-03-23"), (), Verdict.COMPATIBLE, "within"), "tr")
    ('1921', '23 Mart 1921')
    """
    if conflict.on == "polarity":
        return tuple(word("polarity", value, lang) for value in conflict.values)
    return tuple(in_words(value, lang) if conflict.on == "when" else value for value in conflict.values)


def extent_in_words(statement: Statement, facts: Facts, lang: str, *, beside_deed: bool = False) -> str:
    """When it was and how much: the date of a statement, marked where it is another sentence's, and its amounts.

    With `beside_deed` an amount that a role has in its own words ("30 sistern petrol") is not told again.
    """
    amounts = [facts.amounts[index] for index in statement.amounts]
    if beside_deed:
        amounts = [one for one in amounts if not any(role.span.contains(one.span) for _, role in statement.roles)]
    carried = f" ({say('ui.carried', lang)})" if facts.day_carried(statement) is not None else ""
    told = [in_words(statement.when, lang) + carried] if statement.when else []
    return " · ".join([*told, *(counted_in_words(amount, lang) for amount in amounts)])


def status_key(trace: Trace | None) -> str:
    """The status of a trace; ``unsearched`` where nothing was searched."""
    return "unsearched" if trace is None else trace.status.value


def problem_in_words(problem: str, lang: str) -> str:
    """What is wrong with a date or a number: the sentence of the code, filled with the particulars behind it.

    >>> problem_in_words("day-beyond-month:30:31", "en"), problem_in_words("unheard-of", "en")
    ('that month has 30 days, not 31', 'unheard-of')
    """
    code, *particulars = problem.split(":")
    if not has(f"problem.{code}"):
        return problem
    return say(f"problem.{code}", lang).format(*particulars)


def date_in_words(date: DateMention, lang: str) -> str:
    """A date's value in words."""
    return in_words(date.edtf, lang) if date.edtf else say("date.none", lang)


def amount_in_words(amount: Amount, lang: str) -> str:
    """An amount with its bound and unit.

    >>> from tanik.core.span import Span
    >>> from tanik.facts.model import Bound
    >>> nine = Amount(Span(0, 1), "9", 9000.0, "t", "r", bound=Bound.MORE_THAN)
    >>> amount_in_words(nine, "tr"), amount_in_words(nine, "en")
    ('9.000 tondan fazla', 'more than 9,000 t')
    """
    single = amount.value == 1 and amount.value_max is None
    key = f"unit.{amount.unit}"
    return _bounded(amount, say(key, lang, n=1 if single else 2) if has(key) else amount.unit, lang)


def counted_in_words(amount: Amount, lang: str) -> str:
    """An amount with what it is of; who or what is merely counted needs no unit beside its name.

    >>> from tanik.core.span import Span
    >>> some = [Amount(Span(0, 1), "x", 30.0, unit, "r", of=of) for unit, of in (("count", "sandık"), ("t", "un"))]
    >>> [counted_in_words(one, "tr") for one in some]
    ['30 sandık', '30 ton un']
    """
    if amount.unit in ("count", "person") and amount.of:
        return _bounded(amount, amount.of, lang)
    return " ".join(filter(None, (amount_in_words(amount, lang), amount.of)))


def _bounded(amount: Amount, unit: str, lang: str) -> str:
    value = number(amount.value, lang)
    if amount.value_max is not None:
        lower = amount.value if amount.value_min is None else amount.value_min
        value = say("amount.range", lang, value=number(lower, lang), upper=number(amount.value_max, lang))
    template = "amount.percent" if amount.unit == "percent" else "amount.unit"
    words = say(template, lang, value=value, unit=unit)
    if lang == "tr" and has(f"bound_from.{amount.bound}") and (ended := from_words(words)) != words:
        return say(f"bound_from.{amount.bound}", lang, value=ended)
    return say(f"bound.{amount.bound}", lang, value=words)


def chance_in_words(match: Match, lang: str) -> str:
    """How many such matches chance would give; very small numbers as a bound."""
    return f"<\u00a0{number(0.001, lang)}" if match.chance < 0.001 else number(match.chance, lang, 3)


def voice_in_words(statement: Statement, lang: str, report: PageReport | None = None) -> str:
    """On whose word a statement stands, with its modality and polarity where they are not the plain ones.

    With the `report` of its page, who says it is named as a page in the reader's language names it.
    """
    parts = [as_page_has_it(statement.attributed_to, lang, report) or say("ui.own_voice", lang)]
    if statement.modality is not Modality.ASSERTED:
        parts.append(say(f"modality.{statement.modality}", lang))
    if statement.polarity is not Polarity.AFFIRMED:
        parts.append(say(f"polarity.{statement.polarity}", lang))
    if statement.rule == "proposed":  # by a model, and by nothing that can be looked up
        parts.append(say("ui.proposed", lang))
    if statement.further:
        parts.append(say("ui.further", lang))
    return " · ".join(parts)


def searched_in_words(searched: Searched, lang: str) -> str:
    """How many documents were looked through, and from when to when."""
    documents = number(searched.documents, lang)
    if not (searched.earliest and searched.latest):
        return say("ui.searched_undated", lang, documents=documents)
    ends = {"earliest": in_words(searched.earliest, lang), "latest": in_words(searched.latest, lang)}
    return say("ui.searched_line", lang, documents=documents, **ends)


def again(dossier: Dossier) -> str:
    """The command that makes this dossier again, for a POSIX shell."""
    names = [report.page.source.label for report in dossier.pages] + [refusal.source for refusal in dossier.refused]
    options = ["--as-of", dossier.as_of, "--lang", dossier.language]
    if dossier.library is None:
        options.append("--no-library")
    if dossier.every_clause:
        options.append("--every-clause")
    return shlex.join(["tanik", "check", *options, "--", *names])
