"""Who fills which place of a verb, on the public treebanks: attachment, function and bounds of what Tanık reads.

    python bench/arguments.py [--treebanks FOLDER] [--files NAME,…] [--every] [--errors KIND] [--limit N]

The treebanks are those of Universal Dependencies (CC BY-SA 4.0): measured on, never shipped and never learnt from.
Each sentence is read as a page of its own, each clause by the grammar alone (nothing is carried into it). What fills
a place of a clause's verb is looked up in the tree by its last word that hangs on a word outside the filler:

*attached*: it hangs on that verb, or is what the verb has by the grammar and the tree does not mark twice: the
subject shared with a joined or subordinate verb, the noun that a participle describes. So does the apposition, the
second word of a name, the title before one, or the member of a list whose first word hangs on the verb; who stands
before "tarafından"; and of "kitapların ikisini" the books, since Tanık tells of what a part is. *function*: of those,
it is the subject in both or in neither (of a passive verb also what some banks call its object), and no adverb, address
or adverbial clause is either. *bounds*: of those attached, the filler takes no word of another phrase and leaves out
none of its modifiers; relative clauses, degree words, pronouns that own it, lists behind it, particles and
postpositions do not count, nor does what stands before the verb of a clause that fills a place. Half a name and a list
without its first member are cut. *subjects found*: of the nominative or genitive subjects that the tree gives to a verb
that was read, how many fill a place there; so for accusatives and datives. `--every` reads verbs of no table too.
`--errors` prints the cases of a kind (of files for development, not of those kept for measuring).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tanik.core.span import Span
from tanik.facts.read import read as read_facts
from tanik.facts.statements.find import sentences_of
from tanik.facts.statements.lexis.lexicon import frame
from tanik.facts.statements.lexis.verbs import Predicate
from tanik.facts.statements.roles.reading import Reading, Sentence, read_clause
from tanik.page.read import read as read_page
from treebanks import Cases, options, report

_FILES = ("tr_boun-ud-test.conllu", "tr_pud-ud-test.conllu", "tr_imst-ud-test.conllu")
# relations inside a predicate: its light verb, auxiliary, copula
_INSIDE = ("compound:lvc", "compound", "aux", "cop", "aux:q", "discourse:q", "dep:der", "compound:redup")
# what may be missing from a filler or stand beside it
_LOOSE = (
    "punct",
    "cc",
    "case",
    "conj",
    "acl",
    "appos",
    "advmod:emph",
    "discourse",
    "mark",
    "det",
    "parataxis",
    "advmod",
)
_SUBJECTS = ("nsubj", "csubj")
# a clause that fills a place, what fills none, and what leads from a name or list to its first word
_CLAUSES = ("ccomp", "xcomp", "csubj", "advcl", "acl")
_ASIDE = ("advmod", "advcl", "discourse", "vocative", "parataxis", "aux", "det")
_PARTS = ("flat", "conj")
_BY_WHOM = "tarafından"


@dataclass(slots=True)
class Token:
    """A word of a tree: its place in the text, what it hangs on (index, or None for the root) and how."""

    span: Span
    form: str
    part: str
    case: str
    head: int | None
    relation: str


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence of a treebank; `tokens` as written, what the bank takes apart being one."""

    text: str
    tokens: tuple[Token, ...]

    def under(self, index: int) -> set[int]:
        """A word and all that hangs on it."""
        found, queue = {index}, [index]
        while queue:
            top = queue.pop()
            more = [i for i, one in enumerate(self.tokens) if one.head == top and i not in found]
            found.update(more)
            queue += more
        return found

    def over(self, index: int) -> Iterator[int]:
        """The words above one, the nearest first."""
        seen = {index}
        while (head := self.tokens[index].head) is not None and head not in seen:
            seen.add(head)
            yield (index := head)


def read_trees(path: Path) -> Iterator[Tree]:
    """The sentences of a CoNLL-U file whose words stand in their text in order."""
    text = ""
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            text = line.removeprefix("# text = ")
        elif not line:
            if rows and (tree := _tree(text, rows)) is not None:
                yield tree
            rows = []
        elif not line.startswith("#"):
            rows.append(line.split("\t"))


def _tree(text: str, rows: list[list[str]]) -> Tree | None:
    """Words laid on the text; the parts of one written word are one word, with the relation that leads out of it."""
    groups: list[tuple[str, list[list[str]]]] = []
    last = 0
    for row in rows:
        if "-" in row[0]:
            last = int(row[0].split("-")[1])
            groups.append((row[1], []))
        elif "." not in row[0]:
            if groups and int(row[0]) <= last:
                groups[-1][1].append(row)
            else:
                groups.append((row[1], [row]))
    owner = {row[0]: number for number, (_, parts) in enumerate(groups) for row in parts}
    tokens, at = [], 0
    for number, (form, parts) in enumerate(groups):
        start = text.find(form, at)
        if start < 0 or not parts:
            return None
        at = start + len(form)
        out = next((row for row in parts if owner.get(row[6]) != number), parts[0])
        cases = [mark[5:] for row in parts for mark in row[5].split("|") if mark.startswith("Case=")]
        part = "VERB" if any(row[3] == "VERB" for row in parts) else parts[0][3]
        relation = out[7] if out[7] != "_" else "dep"
        tokens.append(Token(Span(start, at), form, part, (cases or [""])[-1], owner.get(out[6]), relation))
    return Tree(text, tuple(tokens))


@dataclass(slots=True)
class Tally:
    """Counts of one treebank, and the cases of each kind of error as lines to look at."""

    counts: Counter[str] = field(default_factory=Counter)
    cases: dict[str, list[str]] = field(default_factory=dict)

    def note(self, kind: str, line: str) -> None:
        """Count an error and keep its case."""
        self.counts[kind] += 1
        self.cases.setdefault(kind, []).append(line)


def readings_of(text: str, *, every: bool) -> Iterator[tuple[Sentence, Reading]]:
    """The clauses of a text as the grammar reads them, its sentences one by one."""
    page = read_page((text + "\n").encode(), path="sentence.txt")
    facts = read_facts(page, fast=True)
    for sentence in sentences_of(page, facts):
        for clause in sentence.clauses:
            if (reading := read_clause(sentence, clause, anything=every)) is not None:
                yield sentence, reading


def _at(tree: Tree, span: Span) -> list[int]:
    return [i for i, one in enumerate(tree.tokens) if one.span.overlaps(span) and one.relation != "punct"]


def _unit(tree: Tree, index: int) -> set[int]:
    """A predicate with its light verb, auxiliary and copula."""
    found = {index}
    while True:
        more = {
            i
            for i, one in enumerate(tree.tokens)
            if one.head is not None
            and one.relation in _INSIDE
            and ((one.head in found and i not in found) or (i in found and one.head not in found))
        }
        more |= {head for i in more if (head := tree.tokens[i].head) is not None}
        if more <= found:
            return found
        found |= more


def _head_of(tree: Tree, words: list[int]) -> int | None:
    """The word of a filler that the others hang on."""
    out = [i for i in words if tree.tokens[i].head not in words]
    return out[-1] if out else None


def _is_shared(tree: Tree, head: int, unit: set[int], *, subject: bool) -> bool:
    """Whether a word is the subject of a verb that this one is joined to, or described by this verb."""
    top = next((i for i in unit if tree.tokens[i].head not in unit), None)
    if top is None:
        return False
    above = tree.tokens[top].head
    if tree.tokens[top].relation.startswith(("acl", "amod")) and above is not None:
        # "kazandığı parayı babası harcadı": who earned it is who spent it where none is told
        mine = tree.tokens[head]
        if subject and mine.relation == "nsubj" and mine.head is not None and mine.head in tree.over(top):
            return True
        return head in (above, tree.tokens[above].head)
    mine = tree.tokens[head]
    if not mine.relation.startswith((*_SUBJECTS, "nmod:poss", "obj", "obl")) or mine.head is None:
        return False
    kin = {top, *tree.over(top)}
    kin |= {i for i, one in enumerate(tree.tokens) if one.head in kin and one.relation in ("conj", "advcl")}
    return mine.head in kin or bool(_unit(tree, mine.head) & kin)


def _function(tree: Tree, head: int) -> str:
    one = tree.tokens[head]
    if one.relation.startswith(_SUBJECTS) or (one.relation.startswith("nmod") and one.case == "Gen"):
        return "subject"
    return "other"


def _is_subject(reading: Reading, place: str) -> bool:
    verb: Predicate = reading.clause.predicate
    places = frame(reading.row.frame) if reading.row.frame else {}
    return place == (places.get("passive", "object") if verb.passive else places.get("nom", "subject"))


def _measure_reading(tree: Tree, sentence: Sentence, reading: Reading, tally: Tally) -> None:
    verb = reading.clause.predicate
    words = sentence.words[verb.first : verb.last + 1]
    at = _at(tree, Span(words[0].start, words[-1].end))
    if not at:
        return
    unit = set.union(*(_unit(tree, i) for i in at))
    tally.counts["verbs"] += 1
    label = f"{tree.text}\n    [{reading.row.action}] {tree.text[words[0].start : words[-1].end]}"
    filled: set[int] = set()
    for place, role in reading.roles.items():
        inside = _at(tree, role.span)
        head = _head_of(tree, inside)
        if head is None or head in unit:
            continue
        filled.update(inside)
        tally.counts["filled"] += 1
        one = tree.tokens[head]
        above = tree.tokens[one.head].form if one.head is not None else "nothing"
        line = f"{label} | {place}={role.text} ({one.relation} of {above})"
        subject = _is_subject(reading, place)
        top = _first_of(tree, head, unit)
        own = tree.tokens[top].head in unit
        if not own and not _is_shared(tree, top, unit, subject=subject):
            tally.note(_misplaced(tree, head, unit), line)
            continue
        tally.counts["attached"] += 1
        if own and top != head and _is_by_whom(tree, top):
            tally.counts["function right"] += 1
        elif own and not _functions_agree(tree, top, subject=subject, passive=verb.passive):
            tally.note("function", line)
        elif own:
            tally.counts["function right"] += 1
        kind = _bounds(tree, head, top, set(inside))
        if kind:
            tally.note(kind, line)
        else:
            tally.counts["bounds right"] += 1
    _measure_missed(tree, unit, filled, tally, label)


def _is_by_whom(tree: Tree, index: int) -> bool:
    return tree.tokens[index].form.lower() == _BY_WHOM


def _first_of(tree: Tree, head: int, unit: set[int]) -> int:
    """The word that a filler's head stands for in the tree: of a name or list its first one, of a part the part."""
    while (above := tree.tokens[head].head) is not None and above not in unit:
        one, over = tree.tokens[head], tree.tokens[above]
        title = one.relation.startswith(("nmod", "amod")) and over.part == "PROPN" and one.case in ("", "Nom")
        title = title and above > head and one.part != "PROPN"
        part = one.relation.startswith(("nmod", "obl")) and (over.part in ("PRON", "NUM") or _is_by_whom(tree, above))
        if not (title or part or one.relation.startswith((*_PARTS, "appos"))):
            break
        head = above
    return head


def _functions_agree(tree: Tree, head: int, *, subject: bool, passive: bool) -> bool:
    """Whether a word is the subject in both readings or in neither, and something that can fill a place."""
    one = tree.tokens[head]
    if one.relation.startswith(_ASIDE):
        return False
    return subject == (_function(tree, head) == "subject") or (subject and passive and one.relation == "obj")


def _misplaced(tree: Tree, head: int, unit: set[int]) -> str:
    if tree.tokens[head].relation.startswith("nmod"):
        return "owner"
    return "inside" if _is_within(tree, head, unit) else "elsewhere"


def _bounds(tree: Tree, head: int, top: int, inside: set[int]) -> str:
    """What is wrong with the bounds of a filler: "swallowed", "cut" or nothing."""
    relation = tree.tokens[head].relation
    half = top != head and relation.startswith(_PARTS)
    under = tree.under(top if half else head)
    if inside - under:
        return "swallowed"
    if half:
        return "cut"
    if relation.startswith(_CLAUSES):
        return ""
    loose = set().union(*(tree.under(i) for i in under - {head} if _is_loose(tree.tokens[i])))
    wanted = {i for i in under - loose if tree.tokens[i].relation != "punct"}
    return "cut" if wanted - inside else ""


def _is_loose(one: Token) -> bool:
    """Whether a word may be missing from a filler, with all that hangs on it."""
    owner = one.part == "PRON" and one.relation.startswith("nmod")
    relative = one.part == "VERB" and one.relation.startswith("amod")
    return owner or relative or one.relation.startswith(_LOOSE)


def _is_within(tree: Tree, head: int, unit: set[int]) -> bool:
    """Whether a word stands deeper inside a phrase of the verb."""
    return any(i in unit for i in tree.over(head))


def _measure_missed(tree: Tree, unit: set[int], filled: set[int], tally: Tally, label: str) -> None:
    for i, one in enumerate(tree.tokens):
        if one.head not in unit or i in unit or one.part in ("PRON", "VERB", "ADV"):
            continue
        if _function(tree, i) == "subject":
            if one.head is not None and one.relation.startswith("nmod") and tree.tokens[one.head].part != "VERB":
                continue  # whose the verb's noun is
            kind = "subjects"
        elif one.relation in ("obj", "iobj", "obl") and one.case in ("Acc", "Dat"):
            kind = {"Acc": "accusatives", "Dat": "datives"}[one.case]
        else:
            continue
        tally.counts[kind] += 1
        if i in filled:
            tally.counts[f"{kind} found"] += 1
        else:
            tally.note(f"missed {kind}", f"{label} | missed {one.form} ({one.relation})")


def measure(path: Path, *, every: bool) -> Tally:
    """What is right and wrong on one treebank."""
    tally = Tally()
    for tree in read_trees(path):
        for sentence, reading in readings_of(tree.text, every=every):
            _measure_reading(tree, sentence, reading, tally)
    return tally


def _row(name: str, counts: Counter[str]) -> str:
    def share(part: str, whole: str) -> str:
        return f"{counts[part] / max(1, counts[whole]):.3f}"

    told = counts["function right"] + counts["function"]
    function = f"{counts['function right'] / max(1, told):.3f}"
    recalls = " | ".join(share(f"{kind} found", kind) for kind in ("subjects", "accusatives", "datives"))
    cells = (share("attached", "filled"), function, share("bounds right", "attached"), recalls)
    return f"| {name} | {counts['verbs']:,} | {counts['filled']:,} | {' | '.join(cells)} |"


def main() -> int:
    """Measure every treebank that is at hand."""
    chosen = options(__doc__, _FILES, "read verbs of no table too").parse_args()

    def told(path: Path) -> tuple[Cases, str]:
        tally = measure(path, every=chosen.every)
        return tally.cases, _row(path.name, tally.counts)

    report(chosen, "treebank | verbs | filled | attached | function | bounds | subjects | accusatives | datives", told)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
