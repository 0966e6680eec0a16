"""Which words can begin a date at all.

Comes in: a folded word and whether its page is English. Goes out: whether any date may begin with it. Nineteen words
of twenty begin none, and the readers of dates (`forms`, `bare`, `relative`) would each look into every one; what they
ask of their first word is asked here once for a word, and kept. Figures may always begin a date.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tanik.facts.dates.centuries import may_name_century
from tanik.facts.dates.decades import may_name_decade
from tanik.facts.dates.relative import may_lead
from tanik.facts.dates.words import has_role, may_be_month
from tanik.facts.numbers.words import number_word

__all__ = ["may_begin"]

_FIRST: Final = ("same", "previous", "next", "month_of", "season", "season_en")


@lru_cache(maxsize=1 << 14)
def may_begin(form: str, *, english: bool) -> bool:
    """Whether a date may begin with the word `form` (folded).

    >>> [word for word in "kopru ekimde uc ertesi ayni bundan yuzyil".split() if may_begin(word, english=False)]
    ['ekimde', 'uc', 'ertesi', 'ayni', 'bundan']
    """
    if any(has_role(role, form) for role in _FIRST) or may_be_month(form) or may_lead(form, english=english):
        return True
    # "üçü" is a number by its letters alone, which are not seen here
    counts = form.startswith("uc") or number_word(form) is not None
    counts = counts or (english and (form == "half" or number_word(form, english=True) is not None))
    return counts or may_name_decade(form) or may_name_century(form)
