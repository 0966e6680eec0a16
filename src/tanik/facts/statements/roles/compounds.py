"""What a light-verb compound was done with: its own noun, where that is a thing or a post.

Comes in: a clause's compound ("mektup gönder-", "idam cezası al-", "belediye başkanlığı yap-") with the phrases before
it. Goes out: the roles with the compound's noun as object, and with it whatever it is the head of. The noun of a light
verb stands bare or as the head of an izafet, whose first part stands right before it (Göksel & Kerslake, Turkish: A
Comprehensive Grammar, 2005, 9.2.2.3, 14.4).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from tanik.core.fold import lower_turkish
from tanik.core.morph import Case, readings, split_suffix
from tanik.core.span import Span
from tanik.facts.model import Facts, NameKind, Role
from tanik.facts.statements.lexis.citation_form import noun_in_citation_form
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.lexis.verb_rows import APART, rows_of
from tanik.facts.statements.lexis.verbs import Form, Predicate, VerbRow
from tanik.facts.statements.lexis.words import written_of
from tanik.facts.statements.roles.reference import is_party
from tanik.facts.statements.roles.sentence import Sentence
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["compound_of_noun", "lead_noun", "with_headship", "with_lead_noun"]

_NOUN: Final = 4  # words behind a participle in which its noun ends
_AT_HEAD: Final = ("başında", "başına")
_AT_HEAD_FOLDED: Final = frozenset(map(fold_word, _AT_HEAD))
_NOUNS_BEFORE_ET: Final = ("savaş", "harp", "sıkıyönetim")
# one verb with their noun (TDK Türkçe Sözlük, "teslim almak", "esir almak", "ödünç vermek")
_IN_NAME_ONLY: Final = frozenset(
    (
        *("boyun", "el", "uygun", "karşı", "geri", "imza", "vücut", "satın", "baş"),
        *("teslim", "esir", "tutsak", "rehin", "ödünç", "emanet"),
    )
)
_LIGHT: Final = ("et", "ettir", "ol", "olun", "bulun", "olarak")
_OF_A_THING: Final = frozenset(
    ("attack", "write", "transfer", "request", "order", "say", "use", "appoint", "offer")
) | frozenset(("begin", "publish", "sign", "lose", "found"))
_CASE_OF_POSSESSED: Final = re.compile(r"(?<=[a-z]{2}[iu])n[iu]$")  # "emrini verdi"
_ACCUSATIVE: Final = re.compile(r"(?<=[ae])y[iu]$")
_OBLIQUE: Final = re.compile(r"(?<!m)[ae]$|d[ae]n$|nd[ae]$")
_OWNED: Final = re.compile(r"[iu](?:n[iu])?$")


def compound_of_noun(sentence: Sentence, verb: Predicate, row: VerbRow) -> VerbRow:
    """The row of the compound whose noun a participle describes, else `row`: "verilen demeç" is of "demeç vermek".

    A light verb has its sense from its noun wherever that stands (Göksel & Kerslake 2005, 14.4 and 25.1.1).
    """
    if verb.form is not Form.PARTICIPLE or row.lead or verb.last + 1 >= len(sentence.words):
        return row
    known = _compounds(row.language)
    stems = dict.fromkeys(one.stems[0][0] for one in (row, *verb.rows) if one.stems and not one.lead)
    if not verb.passive:
        # "çekilen telgraf" is the passive of "çekmek", though "çekilmek" is a verb of its own
        own = max(stems, key=len, default="")
        stems = dict.fromkeys(stem for stem in stems if stem != own and own.startswith(stem))
    ends = (one.predicate.first for one in sentence.clauses if one.predicate.first > verb.last + 1)
    head = next(iter(sentence.phrases(verb.last + 1, min(len(sentence.words), verb.last + _NOUN, *ends))), None)
    if head is None or head.first != verb.last + 1 or head.name is not None:
        return row
    written = written_of(sentence.text, sentence.words[head.last])
    nouns = {one.lemma for one in readings(written) if one.part == "Noun" and not one.proper and not one.plural}
    return next((known[stem][noun] for stem in stems for noun in sorted(nouns) if noun in known.get(stem, ())), row)


@cache
def _compounds(language: str) -> dict[str, dict[str, VerbRow]]:
    """The rows of one noun and a light verb, by the verb and then by the noun."""
    found: dict[str, dict[str, VerbRow]] = {}
    for rows in rows_of(language).values():
        for one in rows:
            if len(one.lead) == 1 and one.action is not None and not one.needs:
                for stem, _ in one.stems:
                    for noun in one.lead[0]:
                        found.setdefault(stem, {}).setdefault(noun.lstrip(APART), one)
    return found


def lead_noun(sentence: Sentence, verb: Predicate, row: VerbRow) -> Span | None:
    """The noun of a compound such as "mektup gönder-", "nota ver-": what was written or given.

    None before et- and ol-, which make one verb with their noun, and where the noun has a case ("yola çık-"). Of
    "mebus ol-" the noun is the post.
    """
    if not row.lead or verb.first == verb.last or row.action not in _OF_A_THING:
        return None
    if row.action == "lose" and len(row.lead) > 1:
        return None  # of "kullanılmaz hâle geldi" nothing that was lost is told
    noun, become = row.lead[0][0], row.frame == "rise" and row.stems[0][0] == "ol"
    light = row.stems[0][0] in _LIGHT and noun not in _NOUNS_BEFORE_ET and not become
    form = noun_of(noun)
    light = light or (form.adjective and not form.bare_noun and not become) or noun in _IN_NAME_ONLY
    inflected = any(_is_oblique(choices[0]) for choices in row.lead)
    if light or (noun != "olarak" and inflected):
        return None
    word = sentence.words[max(0, verb.first - (noun == "olarak"))]
    beside = len(row.lead) - noun.startswith(APART)
    last = sentence.words[verb.first + beside - 1] if beside > 1 else word
    plain = last is word and word.folded == fold_word(noun)
    case = None if plain else _CASE_OF_POSSESSED.search(last.folded) or _definite(word.folded, fold_word(noun))
    return Span(word.start, last.end - (len(case.group()) if case else 0))


def _definite(folded: str, noun: str) -> re.Match[str] | None:
    """The accusative behind a compound's bare noun: of "anlaşmayı imzaladı" it is -yı."""
    found = _ACCUSATIVE.search(folded)
    return found if found is not None and folded[: found.start()] in (noun, noun[: found.start()]) else None


def _is_definite(sentence: Sentence, noun: Span) -> bool:
    """Whether a compound's noun stands in the accusative and is nobody's."""
    ending = sentence.text[noun.end : noun.end + 1].isalpha()
    return ending and _OWNED.search(fold_word(noun.of(sentence.text))) is None


def _is_oblique(noun: str) -> bool:
    """Whether a compound's noun stands in a case in the table: "sürgüne", "valilikten", but "konuşma"."""
    return not noun_of(noun).bare_noun and bool(_OBLIQUE.search(fold_word(noun)))


def with_lead_noun(sentence: Sentence, roles: dict[str, Role], noun: Span, own: Sequence[Phrase]) -> dict[str, Role]:
    """The roles with the compound's noun as object, joined to the number, adjective or owner right before it."""
    before = roles.get("object")
    if before is not None and before.span.end <= noun.start and _is_definite(sentence, noun) and is_party(before):
        # "Türkiye anlaşmayı imzaladı": what is definite has no bare noun before it (GK 14.4)
        roles = {"subject": before} | {place: role for place, role in roles.items() if place != "object"}
        before = None
    head = _first_part(sentence, noun, own)
    if head is not None and (before is None or before.span.overlaps(head)):
        joined = Span(head.start, noun.end)
        kept = {place: role for place, role in roles.items() if not role.span.overlaps(head)}
        return {**kept, "object": Role(joined, joined.of(sentence.text))}
    if before is None:
        noun = _with_quoted_words(sentence, noun)
        roles["object"] = Role(noun, noun.of(sentence.text))
    elif before.name is None and 0 < noun.start - before.span.end <= 1:
        joined = Span(before.span.start, noun.end)
        roles["object"] = Role(joined, joined.of(sentence.text))
    return roles


def _first_part(sentence: Sentence, noun: Span, own: Sequence[Phrase]) -> Span | None:
    """The izafet's first part right before the possessed noun of a compound: "Sivas mutasarrıfı oldu".

    A person's name stands there only in the genitive: of "Ali Bey başkanlığı yaptı" he is who did it.
    """
    last = own[-1] if own else None
    if last is None or not _OWNED.search(fold_word(noun.of(sentence.text))) or last.quoted:
        return None
    if noun_of(noun.of(sentence.text)).bare_noun or last.case not in ("nom", "gen"):
        return None
    if not 0 < noun.start - sentence.words[last.last].end <= 1 or _is_doer(last, sentence.facts, last.case):
        return None
    counted = [sentence.facts.amounts[index].span.end for index in last.amounts]
    uncounted = sentence.text[max(counted) : last.span.end] if counted else last.text
    if not uncounted.strip():
        return None  # "üç yıl cezası": how long, and of no kind
    end = sentence.words[last.last].end
    return Span(last.span.end - len(uncounted.lstrip()), end)


def _is_doer(phrase: Phrase, facts: Facts, case: str) -> bool:
    return phrase.name is not None and facts.names[phrase.name].kind is NameKind.PERSON and case == "nom"


def _with_quoted_words(sentence: Sentence, noun: Span) -> Span:
    """A possessed noun with the words in marks that it is of: “şehri yakın” emrini verdi (GK 14.4)."""
    at = next((i for i, word in enumerate(sentence.words) if word.start == noun.start), 0)
    before = sentence.words[max(0, at - 1)]
    owned = fold_word(noun.of(sentence.text)).endswith(("i", "u"))
    if not at or not owned or not (before.quoted or sentence.text[before.end - 1] in '”»"'):
        return noun
    quoted = next((one for one in sentence.facts.quotations if one.span.end <= noun.start <= one.span.end + 3), None)
    if quoted is None:
        return noun
    marked = sentence.text[max(0, quoted.span.start - 1)] in '“«"'
    return Span(quoted.span.start - marked, noun.end)


def with_headship(sentence: Sentence, roles: dict[str, Role], row: VerbRow, own: Sequence[Phrase]) -> dict[str, Role]:
    """The roles with the post of whoever is at the head of a body: of "heyetin başında Ali Bey vardı" its chair.

    Who stands at the head ("baş") of those who sit together is their "başkan" (TDK Türkçe Sözlük, baş, başkan); of
    other bodies the head alone is told, and where the body goes unsaid nothing is.

    >>> from tanik.facts.read import read as read_facts
    >>> from tanik.page.read import read
    >>> page = read("Heyetin başında Ali Bey vardı.".encode())
    >>> [sorted(role.text for _, role in told.roles) for told in read_facts(page, fast=True).statements]
    [['Ali Bey', 'Heyetin başı']]
    """
    if row.action != "appoint" or not row.lead or row.lead[0][0].lstrip(APART) not in _AT_HEAD:
        return roles
    told = roles.get("object")
    if told is not None and told.name is None and fold_word(told.text) == "basi":
        roles = {place: role for place, role in roles.items() if place != "object"}
    head = next((at for at, word in enumerate(sentence.words) if at and word.folded in _AT_HEAD_FOLDED), 0)
    owner = sentence.words[head - 1] if head else None
    if owner is None or ("object" in roles and roles["object"].text.split()[-1] != "başı"):
        return roles
    first = next((one.first for one in own if one.first <= head - 1 <= one.last), head - 1)
    span = Span(sentence.words[first].start, sentence.words[head].start + len("başı"))
    *before, last = sentence.text[span.start : owner.end].split()
    body = split_suffix(last)
    if body.case is not Case.GENITIVE:
        return roles
    stem = _OWNED.sub("", fold_word(body.stem))
    chaired = fold_word(body.stem) in phrases("chaired_bodies") or stem in phrases("chaired_bodies")
    noun = noun_in_citation_form(body.stem, last, 0)
    name = " ".join((*before, lower_turkish(noun) if not before else noun, "başkanı"))
    return {**roles, "object": Role(span, span.of(sentence.text), name if chaired else None)}
