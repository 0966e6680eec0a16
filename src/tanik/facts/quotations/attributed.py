"""English words that a page gives to somebody only as others do: “…” is often attributed to the governor.

Comes in: the text and what stands around a quotation. Goes out: how the page stands to the words, and where it
says whose they are said to be. English gives words at second hand by a passive of attribution or of report ("is
attributed to", "is said to have told"), by an adverb of hearsay beside the verb ("supposedly wrote") and by an
adjective before the noun ("the alleged telegram"): Quirk et al., A Comprehensive Grammar of the English Language,
8.127, 16.50. Of a paragraph of its own a sentence says so that takes the words up: "These words are supposedly …".
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Standing
from tanik.facts.quotations.around import Around
from tanik.facts.quotations.words import english_verbs

__all__ = ["denied_again", "english_standing", "full_name", "given_to", "spoken_by"]

_HEARSAY: Final = r"(?:supposedly|allegedly|purportedly|reputedly|reportedly|apparently)"
_SHAM: Final = (
    r"(?:fake|faked|forged|forgery|fabricated|fabrication|bogus|spurious|apocryphal|invented|made[- ]up|"
    r"misattribut\w+|misquot\w+|hoax|fiction|fictitious|myth)"
)
_WRONGLY: Final = r"(?:falsely|wrongly|mistakenly|incorrectly|erroneously|wrongfully)"
_NOUN: Final = (
    r"(?:words?|lines?|quotes?|quotations?|sayings?|statements?|phrases?|remarks?|sentences?|speech|messages?|letter|"
    r"telegram|order|passage|dictum|maxim)"
)
_TO: Final = r"(?:attribut|ascrib|credit)ed to"
_OF: Final = rf"(?:{_TO}|those of|(?:spoken|written|uttered|said) by|the words of|came from)\b"
_OFTEN: Final = r"(?:often|usually|widely|frequently|commonly|sometimes|also|generally|now|long|popularly|only)"
_TOLD_SO: Final = r"(?:said|alleged|claimed|reputed|supposed|believed|thought|rumou?red)"
_NO_PROOF: Final = (
    r"\bno\s(?:(?:credible|reliable|real|solid|written|contemporary|definitive|known|such|primary|historical)\s){0,2}"
    r"(?:evidence|proof|record|source|trace|reference)\b"
)
_NEVER: Final = r"\b(?:never|did not|didn['’]?t|had not|could not have)\s(?:actually\s|ever\s|really\s)?"
_SPOKE: Final = r"(?:say|said|write|wrote|written|utter(?:ed)?|spoke|spoken|made|make|use|used)"
_LEAD_DENIED: Final = re.compile(
    rf"(?:{_NEVER}{_SPOKE}(?:\s(?:the|these|those|that|words?|to him|so)){{0,3}}"
    rf"|\b(?:a|the|this|that|another|his|her|their)\s(?:\w+\s)?{_SHAM}\s(?:\w+\s)?{_NOUN}(?:\s\w+){{0,6}}"
    rf"|\b{_WRONGLY}\s{_TO}(?:\s[\w.'’-]+){{0,8}}"
    rf"|\bmis(?:attributed to|quoted as)(?:\s[\w.'’-]+){{0,8}})[\s,:“”\"‘’']*$",
    re.IGNORECASE,
)
_LEAD_ALLEGED: Final = re.compile(
    rf"(?:\b(?:{_OFTEN}\s)?{_TO}(?:\s[\w.'’-]+){{0,10}}"
    rf"|\b{_HEARSAY}\s(?:\w+\s){{0,2}}?(?:VERBS|{_SPOKE})\b[^.;!?]{{0,60}}|\b(?:VERBS|{_SPOKE})\s{_HEARSAY}\b[^.;!?]{{0,60}}"
    rf"|\b(?:is|was|are|were)\s(?:{_OFTEN}\s)?{_TOLD_SO}\sto\shave\s(?:\w+\s)?(?:VERBS|{_SPOKE})\b[^.;!?]{{0,60}}"
    rf"|\b(?:alleged|purported|supposed|disputed)\s(?:\w+\s)?{_NOUN}(?:\s[\w.'’-]+){{0,8}}"
    rf"|\b(?:states?|stated|shown|claim(?:s|ed)?|believed|reported)\sto\sbelong\sto(?:\s[\w.'’-]+){{1,6}}"
    rf"|\bclaim(?:s|ed)?\sto\shave\s(?:\w+\s)?{_SPOKE}\b[^.;!?]{{0,60}}"
    rf"|\bclaim(?:s|ed)?\s(?:it|this|that|they|these)\s(?:was|were|is|are)\s{_SPOKE}\sby\b[^.;!?]{{0,30}};?"
    r"|\baccording to\s(?:some|several|many|a number of|various|certain|legend|tradition|the story|popular)\b[^.;!?]*"
    rf"|\bmay have\s(?:\w+\s)?(?:VERBS|{_SPOKE})\b[^.;!?]{{0,40}})[\s,:“”\"‘’']*$".replace("VERBS", english_verbs()),
    re.IGNORECASE,
)
_BE: Final = r"(?:is|was|are|were|has been|have been|had been)"
_TAIL_DENIED: Final = re.compile(
    rf"\W*(?:{_NOUN}\s|,?\s?a\s{_NOUN}\s)?(?:{_BE}\s(?:{_OFTEN}\s)?(?:{_WRONGLY}\s{_TO}|misattributed|never\s{_SPOKE}"
    rf"|(?:a\s|an\s)?(?:\w+\s)?{_SHAM})|{_WRONGLY}\s{_TO}|(?:[\w.'’-]+\s){{1,4}}?never\s{_SPOKE})",
    re.IGNORECASE,
)
_TAIL_ALLEGED: Final = re.compile(
    rf"\W*(?:{_NOUN}\s|,?\s?a\s{_NOUN}\s)?(?:{_BE}\s(?:{_OFTEN}\s)?{_TO}|(?:{_OFTEN}\s)?{_TO}"
    rf"|{_BE}\s{_TOLD_SO}\sto\shave\sbeen\s|(?:[\w.'’-]+\s){{1,4}}?(?:{_HEARSAY}\s{_SPOKE}|{_BE}\s{_TOLD_SO}\sto\shave\s))",
    re.IGNORECASE,
)
# The sentence behind takes the words up: "These famous words …", "The quote is …".
_AGAIN: Final = rf"(?:these|those|this|the|such)\s(?:[\w'’-]+\s){{0,3}}?{_NOUN}\b"
_TAKEN_UP: Final = re.compile(rf"[\W\d]*{_AGAIN}[^.!?\n]*", re.IGNORECASE)
_AGAIN_ALLEGED: Final = re.compile(
    rf"\b(?:{_TO}|{_HEARSAY}|(?:alleged|claimed|said|supposed|believed) to (?:be|have been)|purported)\b",
    re.IGNORECASE,
)
_LATER: Final = re.compile(
    rf"\b{_AGAIN}[^.!?\n]*?(?:{_NO_PROOF}|\bnever\s{_SPOKE}|\b{_SHAM}\b)|{_NO_PROOF}[^.!?\n]*\b{_AGAIN}"
    rf"|{_NEVER}{_SPOKE}\s(?:these|those|the|this|that)\s(?:\w+\s)?{_NOUN}\b",
    re.IGNORECASE,
)
# "According to Hale, “…”", "in the words of Hale", "was described by Hale as", "“…” was Hale's reply"
_IN_WORDS: Final = r"\bin\s(?=[A-Z][^.;:!?“”\"]{1,40}['’]s\s(?:own\s)?words\W*$)"
_OWN_LEAD: Final = re.compile(
    r"\b(?:according to|in the words of|belong(?:s|ed|ing)? to|"
    r"(?:described|called|dismissed|hailed|praised|condemned|denounced|termed|dubbed|"
    r"characteri[sz]ed|remembered|summed up) by)\s(?=[^.;:!?“”\"]{2,70}:?\s*$)|" + _IN_WORDS,
    re.IGNORECASE,
)
_OWN_TAIL: Final = re.compile(
    r"\W{0,3}\s?(?:according to|in the words of)\s"
    r"|\W{0,3}\s?(?:was|is|came|ran|went)\s(?=(?:[A-Z][\w.-]*\s?){1,4}['’]s\s(?:[a-z]+\s){0,2}"
    r"(?:reply|answer|retort|response|comment|verdict|reaction|rejoinder|boast|plea|advice|order|warning|conclusion)\b)"
)
_GIVEN_TO: Final = re.compile(_OF, re.IGNORECASE)
_NAMED: Final = re.compile(
    r"(?:(?:the|his|her|a|an)\s)?(?:[a-z]+\s){0,3}(?P<name>[A-Z][\w-]+\.?(?:\s[A-Z][\w-]*\.?){0,3})"
)
_FULL_NAME: Final = re.compile(r"[A-Z][\w-]+(?:\s(?:(?:de|von|van|al)\s)?[A-Z][\w-]+){1,4}")
_SENTENCE_ENDS: Final = re.compile(r"[.!?;:](?=\s|$)|\n|[“\"]")
_REACH: Final = 260
_PERSON_REACH: Final = 90  # letters in which the person is named whose the words are said to be


def _sentence_behind(text: str, around: Around) -> re.Match[str] | None:
    """The sentence right behind the words, be it in the next paragraph, that takes them up again."""
    return _TAKEN_UP.match(text, around.outer.end, around.outer.end + 2 * _REACH)


def english_standing(text: str, around: Around) -> Standing:
    """How the sentence around English words, or the one behind, stands to somebody's having said them.

    >>> text = "“the road ends” is often attributed to the governor."
    >>> empty = Span(0, 0)
    >>> str(english_standing(text, Around(Span(0, 15), empty, Span(15, len(text)), (), 0, empty)))
    'alleged'
    """
    start, end = around.outer.start, around.outer.end
    lead = text[max(around.lead.start, start - _REACH) : start] if around.lead.start < start else ""
    tail = text[end : min(end + _REACH, len(text))].split("\n", 1)[0]
    if _LEAD_DENIED.search(lead) or _TAIL_DENIED.match(tail):
        return Standing.DENIED
    if _LEAD_ALLEGED.search(lead) or _TAIL_ALLEGED.match(tail):
        return Standing.ALLEGED
    again = _sentence_behind(text, around)
    if again is None:
        return Standing.GIVEN
    if _LATER.search(again.group()):
        return Standing.DENIED
    return Standing.ALLEGED if _AGAIN_ALLEGED.search(again.group()) else Standing.GIVEN


def denied_again(text: str, start: int, end: int) -> bool:
    """Whether English text in [start, end) says of words told before that nobody said them.

    >>> text = "there is no evidence that he wrote these words."
    >>> denied_again(text, 0, len(text)), denied_again("these words are carved in stone.", 0, 32)
    (True, False)
    """
    return _LATER.search(text, start, end) is not None


def spoken_by(text: str, around: Around) -> Span | None:
    """The name behind "according to", "in the words of", "belong to", or before "'s reply", beside English words.

    >>> text = "“the road ends,” according to Governor Hale."
    >>> empty = Span(0, 0)
    >>> spoken_by(text, Around(Span(0, 16), empty, Span(16, len(text)), (), 0, empty)).of(text)
    'Governor Hale.'
    """
    end, start = around.outer.end, max(around.lead.start, around.lead.end - _REACH)
    told = _OWN_TAIL.match(text, end, end + _REACH) or _OWN_LEAD.search(text, start, around.outer.start)
    return _named_there(text, told) if told is not None else None


def given_to(text: str, around: Around) -> Span | None:
    """The stretch that begins behind "attributed to" or "those of" and names whose the words are said to be.

    >>> text = "“the road ends” is often attributed to governor hale."
    >>> empty = Span(0, 0)
    >>> given_to(text, Around(Span(0, 15), empty, Span(15, len(text)), (), 0, empty)).of(text)
    ' governor hale.'
    """
    start, end = around.outer.start, around.outer.end
    lead = Span(min(start, max(around.lead.start, start - _REACH)), start)
    told = None
    if len(lead) and (_LEAD_ALLEGED.search(lead.of(text)) or _LEAD_DENIED.search(lead.of(text))):
        told = _GIVEN_TO.search(text, lead.start, lead.end)
    tail = _TAIL_ALLEGED.match(text, end, end + _REACH) or _TAIL_DENIED.match(text, end, end + _REACH)
    again = _sentence_behind(text, around)
    if told is None and tail is not None:
        told = _GIVEN_TO.search(text, tail.start(), tail.end())
    if told is None and again is not None and _AGAIN_ALLEGED.search(again.group()):
        told = _GIVEN_TO.search(text, again.start(), again.end())
    return Span(told.end(), min(told.end() + _PERSON_REACH, len(text))) if told is not None else None


def _named_there(text: str, told: re.Match[str]) -> Span | None:
    """The capital words behind "according to" that are somebody's name: of "Britain's envoy" they are not."""
    found = _NAMED.match(text, told.end())
    # "in Hale's words", "was Hale's reply": there the genitive speaks
    apart = told.group().strip(" ”’\"'.,").lower().endswith((" to", " of", " by"))
    if found is None or (text[found.end() : found.end() + 2] in ("'s", "’s") and apart):
        return None
    return Span(*found.span("name"))


def full_name(text: str, near: Span) -> Span | None:
    """The last words with capitals, two at least, in the sentence that begins at `near`: a name that no list has.

    >>> text = "those of the old master at Tern Bay, Amos Hale."
    >>> full_name(text, Span(8, len(text))).of(text)
    'Amos Hale'
    """
    ended = _SENTENCE_ENDS.search(text, near.start, near.end)
    named = list(_FULL_NAME.finditer(text, near.start, ended.start() if ended is not None else near.end))
    return Span(*named[-1].span()) if named else None
