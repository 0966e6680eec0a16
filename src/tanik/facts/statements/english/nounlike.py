"""Where the form of an English verb is a noun or an adjective.

Comes in: the words of a sentence and a place in them. Goes out: whether what stands around makes a noun of a verb's
form ("another cable", "all reports") or an adjective of a participle ("all proposed laws"), and whether a noun stands
before a past and its object behind it. Determiners, quantifiers and adjectives open the phrase of a noun (Huddleston &
Pullum, The Cambridge Grammar of the English Language, 2002, 5.2, 5.4).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tanik.facts.statements.english.forms import participles, present_forms
from tanik.facts.statements.english.phrases import DETERMINERS, LOOSE, PREPOSITIONS, is_adjective, is_bare
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.turkish_nouns import turkish_noun
from tanik.facts.statements.lexis.words import Word

__all__ = ["QUANTIFIERS", "follows_as_noun", "has_object", "is_attributive", "is_in_s", "is_plural_noun"]

# how much, and which: they open the phrase of a noun (H&P 2002, 5.4)
QUANTIFIERS: Final = phrases("english_quantifiers")
_ORDINALS: Final = phrases("english_postdeterminers")
_CLOSED: Final = (
    DETERMINERS
    | PREPOSITIONS
    | LOOSE
    | QUANTIFIERS
    | {"was", "has", "is", "does", "us", "thus", "always", "perhaps", "which", "who", "he", "she", "it", "they", "we"}
)


def follows_as_noun(words: Sequence[Word], index: int) -> bool:
    """Whether the words around make a noun of a verb's form: "another cable", "at present", "resolving disputes, and".

    Behind a determiner or a preposition stands a noun (H&P 2002, 5.2, 7.1), but for "one had", "those sent".
    """
    form = words[index].lower
    before = words[index - 1].lower if index else ""
    after = words[index + 1].lower if index + 1 < len(words) else ""
    if before in DETERMINERS - {"that", "one", "some", "these", "those", "both", "each"} or before in ("of", "to"):
        return True
    if before in _ORDINALS and form not in participles() and not form.endswith("ed"):
        return True  # "the first shot"
    owned = before.endswith(("'s", "’s")) and (form in present_forms() or after not in PREPOSITIONS)
    # "Iran's forced cession", "the consul's cable", "the colonial state"
    nouns = form in phrases("english_noun_verbs")
    nouns = nouns or (form.endswith("s") and index > 1 and words[index - 2].lower in PREPOSITIONS | DETERMINERS)
    described = nouns and index > 0 and is_adjective(words[index - 1])
    if described or (owned and (form in present_forms() or form.endswith("ed"))):
        return True
    if before == "having":
        return True  # "having sold the mill, he left": the clause is the main verb's adjunct (H&P 2002, 14.9)
    if (form in present_forms() and before in PREPOSITIONS) or (form.startswith("maintain") and after != "that"):
        return True  # "it maintained an army": a statement is maintained with "that"
    return form in phrases("english_noun_verbs") and (before.endswith("ing") or _stands_bare(after))


def _stands_bare(after: str) -> bool:
    """Whether a noun ends before this word, where a verb of saying would have what is said behind it."""
    return after in (",", ".", ";", "and", "or", "of", "in", "from", "about")


def is_attributive(words: Sequence[Word], index: int) -> bool:
    """Whether a past stands between a number or a quantifier and a plural: "all proposed laws", "40 wounded men".

    A participle before its noun is an adjective (H&P 2002, 14.9.3); what opens a sentence right before a person's
    title or name is one too ("Retired Admiral Reed"), since no finite verb stands without a subject.
    """
    after = words[index + 1] if index + 1 < len(words) else None
    before = words[index - 1] if index else None
    if before is None and after is not None and words[index].lower.endswith("ed"):
        return after.name is not None or after.lower.rpartition("-")[2] in phrases("english_ranks", "english_offices")
    if before is None or after is None or not words[index].lower.endswith("ed") or not is_plural_noun(after):
        return False
    return before.lower in QUANTIFIERS or (before.amount is not None and before.name is None)


def is_plural_noun(word: Word) -> bool:
    """Whether a word is a plain noun of many: "shops", "people".

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> [is_plural_noun(plain_word(word)) for word in ("shops", "people", "shop", "this")]
    [True, True, False, False]
    """
    return is_in_s(word) or (is_bare(word) and word.lower in phrases("english_plurals"))


def is_in_s(word: Word) -> bool:
    """Whether a word is a plain noun of many: "governments", "shops"."""
    return is_bare(word) and word.lower.endswith("s") and word.lower.isalpha() and word.lower not in _CLOSED


def has_object(words: Sequence[Word], index: int) -> bool:
    """Whether a noun stands before a past and a plural behind it: "the storm threatened oil ships".

    What describes a noun stands behind its article or adjective, not behind another noun (H&P 2002, 5.2).
    """
    before, form = words[index - 1], words[index - 1].lower
    nominal = (
        form.endswith(("tion", "sion", "ment", "ity", "ism", "ship")) or turkish_noun(before.folded, "en") is not None
    )
    nominal = nominal or (is_plural_noun(before) and not form.endswith("ous"))
    if not is_bare(before) or not nominal or is_adjective(before):
        return False
    for word in words[index + 1 : index + 4]:
        if is_plural_noun(word):
            return True
        if not is_bare(word) or word.is_mark or word.lower in _CLOSED:
            return False
    return False
