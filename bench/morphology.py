"""Lemma, case, sentences and tokens on the public treebanks, with akana and simplemma beside in the same run.

    python bench/morphology.py [--treebanks FOLDER]

The treebanks are those of Universal Dependencies (CC BY-SA 4.0): they are measured on, never shipped and never learnt
from. They are fetched once into ``build/cache/ud``; without network what lies there is used, and what lacks is named.

*Lemma*: compared folded, of verbs the stem. *Case*: nouns and names, the seven cases. *Sentences*: the treebank's
sentences joined by blanks; a cut counts where one of theirs ends. *Tokens*: words between blanks and marks, start and
end both right. akana alone is its first reading; simplemma has lemmas only.
"""

from __future__ import annotations

import argparse
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tanik.core.context import read_words
from tanik.core.fold import fold
from tanik.core.morph import Case, readings, split_suffix
from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.core.token import tokenize
from tanik.facts.model import NameKind
from tanik.facts.names.stems import evidence_of
from tanik.facts.names.words import Line, Word

_CACHE = Path(__file__).resolve().parents[1] / "build" / "cache" / "ud"
_RAW = "https://raw.githubusercontent.com/UniversalDependencies/{repository}/master/{file}"
_TREEBANKS = (
    ("UD_Turkish-BOUN", "tr_boun-ud-test.conllu"),
    ("UD_Turkish-Kenet", "tr_kenet-ud-test.conllu"),
    ("UD_Turkish-IMST", "tr_imst-ud-test.conllu"),
    ("UD_Turkish-PUD", "tr_pud-ud-test.conllu"),
    ("UD_Ottoman_Turkish-BOUN", "ota_boun-ud-test.conllu"),
)
_CASES = {
    "Nom": Case.NOMINATIVE,
    "Acc": Case.ACCUSATIVE,
    "Dat": Case.DATIVE,
    "Loc": Case.LOCATIVE,
    "Abl": Case.ABLATIVE,
    "Gen": Case.GENITIVE,
    "Ins": Case.INSTRUMENTAL,
    "Equ": None,
}


@dataclass(frozen=True, slots=True)
class Gold:
    """A word of a treebank; `lemma` is None inside what the treebank takes apart into several."""

    form: str
    lemma: str | None
    part: str
    case: Case | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a treebank: its text and its words, marks left out."""

    text: str
    words: tuple[Gold, ...]


def _word(fields: list[str]) -> Gold:
    marks = dict(mark.split("=", 1) for mark in fields[5].split("|") if "=" in mark)
    return Gold(fields[1], fields[2], fields[3], _CASES.get(marks.get("Case", "")))


def read_treebank(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file."""
    text, words, skip = "", [], 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            text = line.removeprefix("# text = ")
        elif not line:
            if words:
                yield Sentence(text, tuple(words))
            words, skip = [], 0
        elif not line.startswith("#"):
            fields = line.split("\t")
            if "-" in fields[0]:
                skip = int(fields[0].split("-")[1])
                words.append(Gold(fields[1], None, "", None))
            elif "." not in fields[0] and int(fields[0]) > skip and fields[3] != "PUNCT":
                words.append(_word(fields))


def fetch(folder: Path) -> list[Path]:
    """The treebanks' test files, fetched where they are not in `folder` yet."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for repository, name in _TREEBANKS:
        path = folder / name
        if not path.exists():
            try:
                with urllib.request.urlopen(_RAW.format(repository=repository, file=name), timeout=60) as answer:
                    path.write_bytes(answer.read())
            except (urllib.error.URLError, OSError) as error:
                print(f"{name}: not at hand and cannot be fetched ({error})")
                continue
        found.append(path)
    return found


def _same(lemma: str, theirs: str) -> bool:
    return fold(lemma).replace("'", "") == fold(theirs).replace("'", "")


def _bare(lemma: str) -> str:
    return lemma[:-3] if lemma.endswith(("mek", "mak")) and len(lemma) > 4 else lemma


def _ours(words: tuple[str, ...]) -> list[tuple[str, Case | None]]:
    return [(word.lemma, word.case) for word in read_words(words)]


def _akana(words: tuple[str, ...]) -> list[tuple[str, Case | None]]:
    found = [(word, readings(word)) for word in words]
    return [(_bare(known[0].lemma), known[0].case) if known else (word, Case.NOMINATIVE) for word, known in found]


def _simplemma(words: tuple[str, ...]) -> list[tuple[str, Case | None]]:
    import simplemma

    return [(_bare(simplemma.lemmatize(word, lang="tr")), None) for word in words]


def measure(name: str, read: Callable[[tuple[str, ...]], list[tuple[str, Case | None]]], bank: list[Sentence]) -> None:
    """Print lemma and case shares, and words a second."""
    lemmas = right = cases = cased = count = 0
    readings.cache_clear()
    started = time.process_time()
    answers = [read(tuple(word.form for word in sentence.words)) for sentence in bank]
    seconds = time.process_time() - started
    for sentence, answer in zip(bank, answers, strict=True):
        count += len(answer)
        for word, (lemma, case) in zip(sentence.words, answer, strict=True):
            if word.lemma is None or word.part in ("NUM", "SYM", "X"):
                continue
            lemmas, right = lemmas + 1, right + _same(word.lemma, lemma)
            if word.part in ("NOUN", "PROPN") and word.case is not None:
                cases, cased = cases + 1, cased + (word.case == case)
    share = f"{cased / cases:.3f}" if name != "simplemma" else "–"
    print(f"| {name} | {right / lemmas:.3f} | {share} | {count / max(seconds, 1e-9):,.0f} |")


def _f1(ours: set[object], theirs: set[object]) -> float:
    return 2 * len(ours & theirs) / max(1, len(ours) + len(theirs))


def measure_cuts(bank: list[Sentence]) -> tuple[float, float]:
    """F1 of sentences' ends and of tokens."""
    text, ends, offset = [], set(), 0
    words_theirs: set[object] = set()
    words_ours: set[object] = set()
    for number, sentence in enumerate(bank):
        text.append(sentence.text)
        offset += len(sentence.text)
        ends.add(offset)
        offset += 1
        at = 0
        for word in sentence.words:
            place = sentence.text.find(word.form, at)
            if place >= 0 and any(char.isalnum() for char in word.form):
                words_theirs.add((number, place, place + len(word.form)))
                at = place + len(word.form)
        tokens = tokenize(sentence.text)
        words_ours |= {
            (number, start, end) for start, end in zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True)
        }
    found = {span.end for span in sentences(" ".join(text))}
    return _f1(set(found), set(ends)), _f1(words_ours, words_theirs)


def measure_names(banks: list[list[Sentence]]) -> None:
    """Print how many names are parted rightly from a suffix whose apostrophe was taken away, and bare ones kept.

    The apostrophe is the answer. *With evidence* the names that stand bare in the same treebank are known, as a page
    that tells of somebody mostly names him bare too. *As names are found* asks in the order of `names.stems`: bare
    forms, the tables of names, stems that several suffixed forms share, the law of sounds.
    """
    words = [word for bank in banks for sentence in bank for word in sentence.words]
    bare = {
        word.form for word in words if word.part == "PROPN" and word.form.isalpha() and word.case is Case.NOMINATIVE
    }
    written = [word.form.replace("’", "'") for word in words if word.form[:1].isupper()]
    parted = [form.split("'") for form in written if form.count("'") == 1]
    suffixed = [(stem, suffix) for stem, suffix in parted if len(stem) > 2 and stem.isalpha() and suffix.isalpha()]
    print(f"\n{len(suffixed):,} names without their apostrophe, {len(bare):,} bare ones")
    print("| | suffixed right | bare kept |\n| --- | --- | --- |")
    for name, known in (("by the word alone", None), ("with evidence", bare.__contains__)):
        right = sum(split_suffix(stem + suffix, known=known).stem == stem for stem, suffix in suffixed)
        kept = sum(not split_suffix(form, known=known).suffix for form in bare)
        print(f"| {name} | {right / max(1, len(suffixed)):.3f} | {kept / max(1, len(bare)):.3f} |")
    lines = [_line([stem + suffix for stem, suffix in suffixed]), _line(sorted(bare))]
    evidence, (parted_words, bare_words) = evidence_of(lines), (line.words for line in lines)
    pairs = zip(parted_words, suffixed, strict=True)
    right = sum(evidence.stem(word, NameKind.PLACE, alone=True) == len(stem) for word, (stem, _) in pairs)
    kept = sum(evidence.stem(word, NameKind.PLACE, alone=True) == len(word.text) for word in bare_words)
    print(f"| as names are found | {right / max(1, len(suffixed)):.3f} | {kept / max(1, len(bare)):.3f} |")


def _line(words: list[str]) -> Line:
    """Words as they stand in a line of a page, none of them opening a sentence."""
    told = tuple(Word(Span(0, len(word)), word, fold(word), " ", tail=False, first=False) for word in words)
    return Line(told, shout=False, heading=False, title=False)


def main() -> int:
    """Measure every treebank that is at hand."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebanks", type=Path, default=_CACHE, help="folder of the test files")
    chosen = parser.parse_args()
    banks = []
    for path in fetch(chosen.treebanks):
        bank = list(read_treebank(path))
        banks.append(bank)
        cuts, tokens = measure_cuts(bank)
        print(f"\n{path.name}: {len(bank):,} sentences; sentences F1 {cuts:.3f}, tokens F1 {tokens:.3f}")
        print("| | lemma | case | words/s |\n| --- | --- | --- | --- |")
        measure("Tanık", _ours, bank)
        measure("akana, first reading", _akana, bank)
        try:
            measure("simplemma", _simplemma, bank)
        except ImportError:
            print("| simplemma | not installed | | |")
    measure_names(banks)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
