"""Who fills which place of an English verb, on the public treebanks: attachment, function and bounds of what is read.

    python bench/arguments_english.py [--treebanks FOLDER] [--files NAME,…] [--genres bio,news,…] [--errors KIND]

The treebanks are those of Universal Dependencies: EWT (CC BY-SA 4.0) and GUM (CC BY-NC-SA): measured on, never shipped
and never learnt from. Each sentence is read as a page of its own without the model of names, every clause of it. What
fills a place is looked up in the tree by the word of the filler that the others hang on; of a name in apposition and of
the parts of a name by what they stand beside.

*verbs*: of the words taken for a clause's verb, how many are a verb or the copula in the tree. *attached*: of the
fillers that the clause's own words give, how many hang on that verb or are shared with it: the noun that a relative
clause or a participle describes, the subject of the verb that it is joined to or governed by, whom a pronoun before it
stands for. *function*: of those that hang on it, how many fill the place that subject, object, agent or preposition
have with that verb. *bounds*: of those attached and without a name, how many take no word of another phrase and leave
out none but articles, owners, relative clauses and what prepositions bring in. *subjects*, *objects*, *agents*:
of the nouns and names that the tree gives to a verb that was read (an agent behind "by", an object of a passive being
its subject), how many fill a place of it. *finite*: of the verbs and
linked words in the tree that have a noun or a name as their subject, how many were read; of statements that is few,
since what is present, wished or told of nobody is none. `--every` reads every clause, also one that is no statement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from arguments import Tally, Token, Tree, _at, _head_of, _tree
from tanik.core.span import Span
from tanik.facts.model import Role, Statement
from tanik.facts.read import read as read_facts
from tanik.facts.statements import find
from tanik.facts.statements.english import find as english
from tanik.facts.statements.english.clauses import Clause
from tanik.facts.statements.english.forms import Verb
from tanik.facts.statements.english.memory import Memory
from tanik.facts.statements.english.roles import Sentence, roles_of
from tanik.facts.statements.english.selection import deed_of
from tanik.facts.statements.stretches import stretches_of
from tanik.page.read import read as read_page
from treebanks import Cases, options, report

_STATEMENT = english._statement
_FILES = ("en_gum-ud-test.conllu", "en_ewt-ud-test.conllu")
_INSIDE = ("aux", "cop", "compound:prt", "fixed")
# they stand beside the word that fills a place, or are one name with it
_BESIDE = ("appos", "flat", "fixed", "goeswith", "list", "dep")
_LOOSE = ("punct", "cc", "case", "conj", "acl", "appos", "advmod", "discourse", "mark", "det", "parataxis", "nmod")
_CLAUSES = ("conj", "advcl", "ccomp", "xcomp", "csubj", "parataxis")
_NOUNS = ("NOUN", "PROPN", "NUM")


@dataclass(frozen=True, slots=True)
class _Read:
    """A clause as the grammar reads it: its verb by number, what fills its places, and whether it is a statement."""

    sentence: Sentence
    clause: Clause
    roles: dict[str, Role]
    told: bool


def clauses_of(text: str, *, every: bool) -> list[_Read]:
    """The clauses of a text that are statements, or every one."""
    page = replace(read_page((text + "\n").encode(), path="sentence.txt"), language="en")
    facts = read_facts(page, fast=True)
    writing = find._writing_of(page)
    found: list[_Read] = []

    def roles(sentence: Sentence, clause: Clause, verb: Verb, carried: Role | None, memory: Memory) -> Any:
        filled = roles_of(sentence, clause, verb, carried, memory)
        if every:
            found.append(_Read(sentence, clause, filled, told=False))
        return filled

    def statement(sentence: Sentence, clause: Clause, filled: dict[str, Role], *rest: Any) -> Statement | None:
        made = _STATEMENT(sentence, clause, filled, *rest)
        if made is not None:
            found[len(found) - every :] = [_Read(sentence, clause, made.firsts, told=True)]
        return made

    with patch.multiple(english, roles_of=roles, _statement=statement):
        for stretch in stretches_of(page, facts):
            for span in stretch.sentences:
                words = writing.words(page, facts, stretch, span)
                list(english.find_english(page.text, facts, words, None))
    return found


def _case_of(tree: Tree, index: int) -> str:
    """The preposition before a word."""
    found = (one.form.lower() for one in tree.tokens if one.head == index and one.relation.startswith("case"))
    return next(found, "")


def _unit(tree: Tree, index: int) -> set[int]:
    """A verb with its auxiliaries and its particle; of a copula what it links with them."""
    head = tree.tokens[index].head
    top = head if head is not None and tree.tokens[index].relation.startswith(_INSIDE) else index
    return {top} | {i for i, one in enumerate(tree.tokens) if one.head == top and one.relation.startswith(_INSIDE)}


def _top(tree: Tree, unit: set[int]) -> int:
    return next(i for i in unit if tree.tokens[i].head not in unit)


def _climbed(tree: Tree, head: int) -> int:
    """The word that a name in apposition or a part of a name stands beside."""
    seen = {head}
    while tree.tokens[head].relation.startswith(_BESIDE):
        above = tree.tokens[head].head
        if above is None or above in seen:
            break
        seen.add(head := above)
    return head


def _expected(tree: Tree, head: int, verb: Verb) -> set[str]:
    """The places that a word may fill by its function with a verb; empty where any will do."""
    one = tree.tokens[head]
    case = _case_of(tree, head)
    displaced = any(i.head == one.head and i.relation == "expl" for i in tree.tokens)  # "there was a dispute"
    subject = {verb.subject, "object"} if displaced else {verb.subject}
    by_relation = {
        "nsubj:pass": {verb.object, "object", "recipient"},
        "csubj:pass": {verb.object, "object", "recipient"},
        "obl:agent": {verb.subject},
        "obj": {verb.object, "recipient", "object"} - ({verb.subject} if verb.subject != verb.object else set()),
        "iobj": {"recipient"},
    }
    if one.relation in by_relation:
        return by_relation[one.relation]
    if one.relation.startswith(("nsubj", "csubj")):
        return subject
    places = {"to": {verb.to, "recipient", "place", verb.object}, "from": {verb.source}, "into": {verb.to, "place"}}
    places |= {key: {"place", verb.to} for key in ("in", "at", "on", "near")}
    return places.get(case, {"recipient", "place", "purpose", "source", "whole", "object", "asked"} - {verb.subject})


def _shared(tree: Tree, head: int, unit: set[int]) -> bool:
    """Whether a word is a subject or object shared with a verb above, or the noun that the clause describes."""
    top = _top(tree, unit)
    seen = {top}
    while True:
        one = tree.tokens[top]
        if one.head is None or one.head in seen:
            return False
        if one.relation.startswith(("acl", "amod")):
            if head in (one.head, _climbed(tree, one.head)):
                return True
        elif not one.relation.startswith(_CLAUSES):
            return False
        seen.add(top := one.head)
        mine = tree.tokens[head]
        if mine.head == top and mine.relation.startswith(("nsubj", "obj", "iobj", "obl")):
            return True


def _pronoun_before(tree: Tree, unit: set[int], head: int) -> bool:
    """Whether a pronoun fills a place of the verb, which a filler before it may be meant by."""
    kinds = ("nsubj", "obj", "iobj", "obl")
    return any(
        one.head in unit and one.part in ("PRON", "DET") and one.relation.startswith(kinds) and i > head
        for i, one in enumerate(tree.tokens)
    )


def _measure_clause(tree: Tree, read: _Read, tally: Tally) -> set[int]:
    """Count what one statement has right and wrong; the words of its verb."""
    words, number = read.sentence.words, read.clause.verb
    word = words[number]
    at = _at(tree, Span(word.start, word.end))
    if not at:
        return set()
    unit = set.union(*(_unit(tree, i) for i in at))
    verb = deed_of(words, read.clause)
    tally.counts["verbs"] += 1
    label = f"{tree.text}\n    [{verb.action}{'' if read.told else '+'}] {tree.text[word.start : word.end]}"
    if not any(tree.tokens[i].part in ("VERB", "AUX") for i in at):
        tally.note("no verb", f"{label} ({tree.tokens[at[0]].part})")
        return unit
    tally.counts["verbs right"] += 1
    filled: set[int] = set()
    for place, role in sorted(read.roles.items()):
        inside = _at(tree, role.span)
        head = _head_of(tree, inside)
        if head is None or head in unit or (place == "object" and role == read.roles.get("place")):
            continue  # where one was born or died is what accounts of it differ in
        filled.update(inside)
        top = _climbed(tree, head)
        filled.add(top)
        tally.counts["filled"] += 1
        one = tree.tokens[top]
        above = tree.tokens[one.head].form if one.head is not None else "nothing"
        line = f"{label} | {place}={role.text} ({one.relation} of {above})"
        own = one.head in unit
        if place == "whole" and one.relation.startswith("nmod") and one.head in filled:
            tally.counts["attached"] += 1
            continue
        if not own and not _shared(tree, top, unit) and not _pronoun_before(tree, unit, head):
            tally.note(_kind(tree, one, top, unit), line)
            continue
        tally.counts["attached"] += 1
        if own:
            expected = _expected(tree, top, verb)
            tally.counts["told"] += 1
            if place in expected:
                tally.counts["function right"] += 1
            else:
                tally.note("function", f"{line} not {'/'.join(sorted(expected))}")
        if role.name is None:
            _measure_bounds(tree, inside, head, line, tally)
    _measure_missed(tree, unit, filled, tally, label)
    return unit


def _kind(tree: Tree, one: Token, top: int, unit: set[int]) -> str:
    if any(i in unit for i in tree.over(top)):
        return "owner" if one.relation.startswith(("nmod", "compound", "amod")) else "inside"
    return "elsewhere"


def _measure_bounds(tree: Tree, inside: list[int], head: int, line: str, tally: Tally) -> None:
    tally.counts["bounded"] += 1
    under = tree.under(head)
    loose: set[int] = set()
    for i in under - {head}:
        relation = tree.tokens[i].relation
        if relation.startswith(_LOOSE):
            loose |= tree.under(i)
    if set(inside) - under:
        tally.note("swallowed", line)
    elif under - loose - set(inside):
        tally.note("cut", line)
    else:
        tally.counts["bounds right"] += 1


def _measure_missed(tree: Tree, unit: set[int], filled: set[int], tally: Tally, label: str) -> None:
    for i, one in enumerate(tree.tokens):
        if one.head not in unit or i in unit or one.part not in _NOUNS:
            continue
        if one.relation.startswith("nsubj"):
            kind = "objects" if one.relation == "nsubj:pass" else "subjects"
        elif one.relation == "obj":
            kind = "objects"
        elif one.relation == "obl:agent":
            kind = "agents"
        else:
            continue
        tally.counts[kind] += 1
        if i in filled:
            tally.counts[f"{kind} found"] += 1
        else:
            tally.note(f"missed {kind}", f"{label} | missed {one.form} ({one.relation})")


def _clauses(tree: Tree) -> Iterator[int]:
    """The verbs and what is linked that have a noun or a name as their subject."""
    for one in tree.tokens:
        if one.relation.startswith("nsubj") and one.part in _NOUNS and one.head is not None:
            yield one.head


def _trees(path: Path, genres: frozenset[str]) -> Iterator[Tree]:
    """The sentences of a file; of GUM, whose sentences have their genre in their names, in the genres named."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        marks = dict(line[2:].split(" = ", 1) for line in block.splitlines() if line.startswith("# ") and " = " in line)
        if genres and not genres.intersection(marks.get("sent_id", "").split("_")):
            continue
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        tree = _tree(marks.get("text", ""), rows)
        if rows and tree is not None:
            yield tree


def measure(path: Path, genres: frozenset[str], *, every: bool) -> Tally:
    """What is right and wrong on one treebank, of GUM in the genres named."""
    tally = Tally()
    for tree in _trees(path, genres):
        read: set[int] = set()
        for one in clauses_of(tree.text, every=every):
            read |= _measure_clause(tree, one, tally)
        for index in _clauses(tree):
            tally.counts["clauses"] += 1
            if index in read:
                tally.counts["clauses read"] += 1
            else:
                tally.note("unread", f"{tree.text}\n    {tree.tokens[index].form}")
    return tally


_SHARES = (
    ("verbs right", "verbs"),
    ("attached", "filled"),
    ("function right", "told"),
    ("bounds right", "bounded"),
    ("subjects found", "subjects"),
    ("objects found", "objects"),
    ("agents found", "agents"),
    ("clauses read", "clauses"),
)


def _row(name: str, counts: Counter[str]) -> str:
    shares = " | ".join(f"{counts[part] / max(1, counts[whole]):.3f}" for part, whole in _SHARES)
    return f"| {name} | {counts['verbs']:,} | {counts['filled']:,} | {shares} |"


def main() -> int:
    """Measure every treebank that is at hand."""
    parser = options(__doc__, _FILES, "every clause that the grammar reads, no statement too")
    parser.add_argument("--genres", default="", help="of GUM, only these genres, comma-separated")
    chosen = parser.parse_args()
    genres = frozenset(filter(None, chosen.genres.split(",")))

    def told(path: Path) -> tuple[Cases, str]:
        tally = measure(path, genres, every=chosen.every)
        return tally.cases, _row(path.name, tally.counts)

    heads = "treebank | clauses | filled | verbs | attached | function | bounds | subjects | objects | agents | finite"
    report(chosen, heads, told)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
