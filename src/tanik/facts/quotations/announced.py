"""Words of another that stand without marks: announced by a colon or semicolon, closed by "diyordu", or both.

Comes in: a text, its folded form and one paragraph. Goes out: the span of the words. Three shapes are read:
``… yazdığı mektupta; WORDS diyordu.``, ``… dedi ki: WORDS.`` and ``tarihlisinde, WORDS diyor``. What is retold
in -miş, or hangs on a noun clause ("geldiğini söyledi"), is indirect speech and left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from tanik.core.morph import readings
from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.facts.numbers.words import number_word
from tanik.facts.quotations.words import EVIDENTIAL, announces, goes_on, says_behind, word_pattern

__all__ = ["announced", "announces_block", "is_talk"]

# Case endings of the text in which the words stand: mektupta, telgrafında, cevabında, demecinde, …
_IN_TEXT: Final = re.compile(
    r"\b(?:mektu[pb]|mektub|telgraf|teleqram|demec|demec|konusma|nutk|nutuk|cevab|cevap|rapor|bildiri|beyanname|yazi|"
    r"hatirat|gunlu[gk]|emir|emr|tamim|tutana[gk]|nota|soz|kart|soylev|beyanat|hitabe|defter)\w*"
    r"(?:t[ae]|d[ae]|nd[ae])\s*[;:]\s*"
)
_SAYS_AFTER: Final = re.compile(
    r"[,.…]?\s*\b(?:diye(?:\s\w+)?\s(?:yaz|soyl|ekl|bitir|cevap|bagir|seslen)\w*|diyor(?:du|mus)?|dedi|demis(?:ti|tir)?|"
    r"der(?:di)?|deyir(?:di)?|yaziyor(?:du)?)\b"
)
_FOLLOWED: Final = re.compile(r"\s*\w+\s+(?:[A-ZÇĞİÖŞÜ][^\W_]*)\s*(?:[.,;]|$)")
_BEFORE_COMMA: Final = re.compile(
    r"(?:sinde|sinda|inde|inda|unda|undan|inden|indan|agzindan|hitaben|anda|ende|dan|den|yaziyor|anlatiyor),\s+(?=\S)"
)
_IN_TEXT_PLAIN: Final = re.compile(
    r"\b(?:mektu[pb]|mektub|telgraf|teleqram|rapor|tezkere|yazi|not|tutana[gk]|beyanname)\w*(?:t[ae]|d[ae]|nd[ae])\s+"
)
_STANDS: Final = re.compile(
    r"[,.]?\s+(?:denmekte\w*|denilmekte\w*|deniyor\w*|denili(?:r|yor\w*)|denmis\w*|yazili\w*|yaziyor\w*)\b"
)
# "Ata'nın dediği gibi, …", "as they say, …": sayings go on in the tense of what always holds, reports do not.
_AS_SAID: Final = re.compile(
    r"\b(?:(?:[iu]n|lerin|larin|[a-z]+n[iu]n)\s)?(?:dedigi|soyledigi|buyurdugu)\s(?:gibi|uzere),\s+|"
    r"\b(?:as (?:they|the old people|people) say(?: [^,.]{1,30})?|as the (?:saying|proverb) (?:goes|has it)),\s+|"
    r"\b(?:atalar|babalar|ulular)\sdemisken,\s+"
)
_ALWAYS: Final = re.compile(
    r"(?:d[iu]r|d[uia]r|[^\W\d_]{2}[iuae]r|m[ae]z|yok|var|gerek|lazim|olsun|deyil|\bis\b[^.]*|\bare\b[^.]*)\W*$"
)
_STAND_STEMS: Final = ("denm", "deni", "yazili", "yaziyor")
_BLOCK: Final = re.compile(
    r"(?:\b(?:soyle|su|sunlar|sunu|sunlari|soyledir|sudur|boyle|metin|metni|asagida|asagidaki|kismi|sureti|bolum|"
    r"tam metin|yaziyor\w*|yazmis\w*|yazdi|yazar|dedi|dedi ki|demis\w*|diyor\w*|"
    r"soyledi\w*|soyluyor\w*|yazili|seslendi|gonderdi|"
    r"cumlelerle aciliyor|verdi|cevab\w*|sesi\w*|uzerinedir|cumledir|follows|wrote|said|beledir|yazir\w*)"
    r"\b[^:]{0,40}):\s*$"
)
# "paylaşılan fotoğraf şu şekilde:" shows a picture, and the writer goes on below it
_SHOWS: Final = re.compile(
    r"\b(?:fotograf|gorsel|goruntu|video|harita|resim|resm)\w*\s(?:su sekilde|soyle|asagida)\w*\s*:$"
    r"|\basagidaki\s(?:[^\W\d_]+\s){0,2}?(?:fotograf|gorsel|goruntu|video|harita|resim|resm|tablo|liste)\w*\s*:$"
)
_NOUN_CLAUSE: Final = re.compile(r"(?:d[iu]g[iu]n[iu]|t[iu]g[iu]n[iu]|ac[ae]g[iu]n[iu]|mas[iu]n[iu]|mesin[iu])\s*$")
_DASH_TALK: Final = re.compile(
    r"\s*[—–-]\s?(?P<words>[^\n]{8,600}?)[,.!?…]*\s(?:diye(?:\s\w+)?\s\w+|dedi(?:ler)?|demis(?:ti|tir|lerdir)?|diyor(?:du)?|"
    r"cevabini ver(?:di|mistir))\W*"
)
# "Nuri usulca eğildi: -Paşam, yol açık, dedi.": talk inside a line opens with a dash, its verb of saying closes it
_DASH_WITHIN: Final = re.compile(
    r":\s*[—–-]\s?(?P<words>[^\n:“”\"«»]{6,400}?)[,.!?…]+\s?(?:diye(?:\s\w+)?\s\w+|dedi(?:ler|m)?|demis(?:ti|tir|ler)?|"
    r"diyor(?:du)?|der(?:di)?|diyerek|deyip|deyince|deyir(?:di)?|deyib|deyerek)\b"
)
# "-Bak arkadaş, tüfek bozuldu! Dedim.. O da baktı": a hyphen opens talk where a verb of saying closes it, even one
# that begins like a sentence (TDK, konuşma çizgisi)
_HYPHEN_TALK: Final = re.compile(
    r"\s*[—–-]\s?(?P<words>[^\W\d_][^\n:“”\"«»]{6,400}?)(?:[.!?…]+\s?|,\s)(?P<verb>diye(?:\s\w+)?\s\w+|dedi(?:m|k|ler)?|"
    r"demis(?:tim|ti|ler)?|diyor(?:du)?|diyerek|deyip|deyir(?:di)?)\b(?!\ski)(?P<on>,\s(?=\S))?"
)
_INSERTED: Final = frozenset(("dedi", "dediler", "demis", "demisti", "demisler", "dedim"))
# "Ata sordu:", "Krala eğilerek:": a line with a colon over one that opens with a dash
_TALK_ABOVE: Final = re.compile(
    r"(?:\b(?:sor|de|diy|soyle|sesle|cevap|anlat|acikla|bagir|haykir|ekle|konus|yanit|emret|buyur|cavab|don)[^\W\d_]*|"
    r"[^\W\d_]{2,}[ae]r[ae]k)\s?(?:ki)?\s?:\s*$"
)
_LABEL_ABOVE: Final = re.compile(r"\s*(?:[A-ZÇĞİÖŞÜƏ][^\W\d_]+\s?){2,4}:\s*")
_TALK: Final = re.compile(r"\s*[—–-]\s?(?=[^\W\d_])")
_DASHED: Final = re.compile(r"\s*[—–*•-]")
_ANY_MARK: Final = re.compile('[“”"«»„]')
_INNER_END: Final = re.compile(r"[.!?…]\s+\S")
_LONGEST: Final = 900
_LEAD: Final = 60  # characters before a colon that tell what it stands behind
# No sentence is read on for longer than this.
_SENTENCE: Final = 4000
_FEWEST_WORDS: Final = 2
_CLOSING: Final = ("”", '"', "»", "’’")


def announces_block(folded_line: str) -> bool:
    """Whether a paragraph announces that the next one is another's words.

    >>> announces_block("vali sunlari soyledi:"), announces_block("kayiplar:"), announces_block("isin asli soyle ki:")
    (True, False, False)
    """
    line = folded_line.rstrip()
    if not line.endswith(":"):
        return False
    if goes_on().search(line) is not None or _SHOWS.search(line) is not None:
        return False
    return len(line.split()) > 1 and _BLOCK.search(line) is not None


def is_talk(text: str, folded: str, above: Span, line: Span, below: Span | None) -> bool:
    """Whether a line is talk: a dash opens it, the line above announces it with a colon, and none with a dash follows,
    as the next entry of a list would (TDK Yazım Kılavuzu, konuşma çizgisi).

    >>> text = "Ata sordu:\\n- Kim geldi?"
    >>> is_talk(text, text.lower(), Span(0, 10), Span(11, 23), None)
    True
    """
    if _TALK.match(text, line.start, line.end) is None or _HYPHEN_TALK.match(folded, line.start, line.end) is not None:
        return False  # its verb of saying closes it
    labelled = _LABEL_ABOVE.fullmatch(text, above.start, above.end) and line.of(text).rstrip()[-1:] in ".!?…"
    if not labelled and _TALK_ABOVE.search(folded, above.start, above.end) is None:
        return False
    return below is None or _DASHED.match(text, below.start, below.end) is None


def _words(text: str, start: int, end: int) -> Span | None:
    """The stretch without outer blanks and marks that only close; None where too few words stand in it."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(" \t—–-"))
    stripped = text[start:end].rstrip(" \t\"”»'’,")
    if len(stripped.split()) < _FEWEST_WORDS:
        return None
    return Span(start, start + len(stripped))


def _after_text_noun(text: str, folded: str, line: Span) -> Iterator[Span]:
    """``… gönderdiği son mektupta; WORDS diyordu.``"""
    for match in _IN_TEXT.finditer(folded, line.start, line.end):
        if text[match.end() : match.end() + 1] in "“\"«„‘'":
            continue
        says = _SAYS_AFTER.search(folded, match.end(), min(line.end, match.end() + _LONGEST))
        if says is not None:
            words = _words(text, match.end(), says.start())
            if words is not None:
                yield words


def _closed_by_mark(text: str, start: int, line: Span) -> int | None:
    """Where a lone closing mark ends words that were opened without one, at the end of the paragraph."""
    end = line.end
    while end > start and text[end - 1].isspace():
        end -= 1
    mark = next((mark for mark in ("''", "”", '"', "»") if text.endswith(mark, start, end)), None)
    if mark is None:
        return None
    tail = end - len(mark)
    opened = any(text.rfind(one, start, tail) >= 0 for one in ("“", '"', "«", "„", "''"))
    return None if opened else tail


def _in_plain_text(text: str, folded: str, line: Span) -> Iterator[Span]:
    """``çekilen telgrafta Yol kapandı deniyordu``: the capital shows where the words begin, the verb where they end."""
    for match in _IN_TEXT_PLAIN.finditer(folded, line.start, line.end):
        says = _STANDS.search(folded, match.end(), min(line.end, match.end() + _LONGEST))
        if says is None or not text[match.end()].isupper():
            continue
        if re.search(r"[.!?:;“”\"«»]\s", text[match.end() : says.start()]):
            continue
        words = _words(text, match.end(), says.start())
        if words is not None and len(words.of(text).split()) > _FEWEST_WORDS:
            yield words


def _after_verb(text: str, folded: str, line: Span) -> Iterator[Span]:
    """``… dedi ki: WORDS.`` up to the sentence's end, to a lone closing mark, or to a verb of saying."""
    for match in announces().finditer(folded, line.start, line.end):
        start = match.end()
        if goes_on().search(folded, max(line.start, start - _LEAD), start) is not None:
            continue
        if text[start : start + 1] in "“\"«„‘'”" or text.startswith("''", start) or _was_told(text, match):
            continue
        end = _closed_by_mark(text, start, line)
        if end is None:
            sentence = sentences(text, Span(start, min(line.end, start + _SENTENCE)))
            end = sentence[0].end if sentence else start
            if EVIDENTIAL.search(folded[start:end]):
                continue
        words = _words(text, start, end)
        if words is not None and len(words.of(text).split()) > _FEWEST_WORDS and not _is_inventory(folded, words):
            yield words


def _was_told(text: str, verb: re.Match[str]) -> bool:
    """``“…” dedi; bunu kendisi yazar``: the words stand before the verb, and a semicolon goes on with the writer's."""
    return verb.group().rstrip().endswith(";") and text[: verb.start()].rstrip()[-1:] in _CLOSING


def _is_inventory(folded: str, words: Span) -> bool:
    """``malları yazmış: iki ev, 46 dönüm tarla, bir depo``: what is counted item by item was noted and not said.

    ``bir yurt, bir millet`` counts nothing, and a verb closes ``bir gün, iki gün bekledik``.
    """
    items = [item.split() for item in words.of(folded).split(",")]
    if len(items) < _FEWEST_WORDS or not all(items) or all(item[0] == "bir" for item in items):
        return False
    counted = all(item[0][:1].isdigit() or number_word(item[0]) is not None for item in items)
    last = readings(items[-1][-1].strip(".!?")) if counted else ()
    return counted and not any(one.part == "Verb" for one in last)


def _as_said(text: str, folded: str, line: Span) -> Iterator[Span]:
    """``Ata'nın dediği gibi, WORDS.`` up to the sentence's end, where that says what always holds."""
    for match in _AS_SAID.finditer(folded, line.start, line.end):
        sentence = sentences(text, Span(match.end(), min(line.end, match.end() + _SENTENCE)))
        end = sentence[0].end if sentence else match.end()
        words = _words(text, match.end(), end)
        if words is None or re.search(r"[\d“”\"«»]", words.of(text)) or not _ALWAYS.search(folded, words.start, end):
            continue
        if len(words.of(text).split()) > _FEWEST_WORDS:
            yield words


def _before_verb(text: str, folded: str, line: Span) -> Iterator[Span]:
    """``9 Kasım tarihlisinde, WORDS diyor`` and ``WORDS diyormuş Paşa``."""
    parts: tuple[Span, ...] | None = None
    for says in re.finditer(
        r"\s(?:diyor(?:du|mus)?|derdi|dedi|demis|yaziyordu|deyirdi)\b", folded[line.start : line.end]
    ):
        at = line.start + says.start()
        parts = sentences(text, line) if parts is None else parts
        index = bisect_right(parts, at, key=lambda part: part.start) - 1
        sentence = parts[index] if index >= 0 and at < parts[index].end else None
        if (
            sentence is None
            or at - sentence.start > _SENTENCE
            or any(mark in text[sentence.start : at] for mark in '“”"«»:;')
        ):
            continue
        commas = list(_BEFORE_COMMA.finditer(folded, sentence.start, at))
        followed = _FOLLOWED.match(text, at, sentence.end)
        start = commas[0].end() if commas else None
        if start is None and followed:
            first = text.rfind(", ", sentence.start, at)
            start = _clause_start(text, sentence.start, at) if first >= 0 else sentence.start
        if start is None or EVIDENTIAL.search(folded[start:at]) or _NOUN_CLAUSE.search(folded[start:at]):
            continue
        words = _words(text, start, at)
        if words is not None and not words.of(text).endswith((" diye", " ki")):
            yield words


def _dash_talk(text: str, folded: str, line: Span) -> Iterator[Span]:
    """``— Muşamba istedik, cevap yok, demiştir.``: a line of talk that its verb of saying closes."""
    opened = text[line.start : line.end].lstrip()[:1] in ("—", "–")
    found = _DASH_TALK.fullmatch(folded, line.start, line.end) if opened else None
    found = found or _HYPHEN_TALK.match(folded, line.start, line.end)
    if found is not None and not any(mark in text[line.start : line.end] for mark in '“”"«»'):
        on = found.re is _HYPHEN_TALK and found["on"] is not None and found["verb"] in _INSERTED
        words = _words(text, found.start("words"), line.end if on else found.end("words"))  # "- Bu gece, dedi, gelin."
        if words is not None:
            yield words


def _dash_within(text: str, folded: str, line: Span) -> Iterator[Span]:
    """``Nuri eğildi: -Paşam, yol açık, dedi.``"""
    if not any(dash in text[line.start : line.end] for dash in (": -", ":-", ": –", ": —")):
        return
    for found in _DASH_WITHIN.finditer(folded, line.start, line.end):
        words = _words(text, found.start("words"), found.end("words"))
        if words is not None and not EVIDENTIAL.search(folded[words.start : words.end]):
            yield words


def _closed_only(text: str, folded: str, line: Span) -> Span | None:
    """``Yol biter, dert bitmez” sözü``: one sentence that opens its paragraph, or stands behind a colon, up to a mark
    that only closes, behind which a word or verb of saying follows.
    """
    mark = _ANY_MARK.search(text, line.start, line.end)
    at = mark.start() if mark is not None else line.start
    if mark is None or mark.group() not in "”»" or at == line.start or text[at - 1].isspace():
        return None
    said = word_pattern().match(folded, at + 1) or says_behind().match(folded, at + 1)
    start = max(text.rfind(": ", line.start, at) + 1, line.start)
    if said is None or _INNER_END.search(text, start, at) is not None:
        return None
    words = _words(text, start, at)
    return words if words is not None and len(words.of(text).split()) > _FEWEST_WORDS else None


def _clause_start(text: str, start: int, end: int) -> int:
    """Where the clause before a verb of saying begins: behind the last finite verb and its comma, else `start`."""
    best = start
    for match in re.finditer(r"(?:[ıiuü]|yor|m[ıiuü]ş|d[ıiuü]),\s+", text[start:end]):
        best = start + match.end()
    return best if end - best > 8 else start


def announced(text: str, folded: str, line: Span) -> Iterator[tuple[Span, str]]:
    """Words without marks in one paragraph, with the rule that found them.

    >>> from tanik.core.fold import fold
    >>> text = "Vali mektubunda; Yol kapandı. Asker gönderin diyordu. Sonra sustu."
    >>> [span.of(text) for span, _ in announced(text, fold(text), Span(0, len(text)))]
    ['Yol kapandı. Asker gönderin']
    """
    held = folded[line.start : line.end]
    stops = ":" in held or ";" in held  # the marks and words looked for first, so that most paragraphs cost nothing
    for words in (*_dash_talk(text, folded, line), *_dash_within(text, folded, line)):
        yield words, "dash-talk"
    if stops:
        for words in _after_text_noun(text, folded, line):
            yield words, "announced-text"
    if any(verb in held for verb in _STAND_STEMS):
        for words in _in_plain_text(text, folded, line):
            yield words, "announced-text"
    if stops or " ki" in held:
        for words in _after_verb(text, folded, line):
            yield words, "announced-verb"
    if " gibi, " in held or "as " in held or "demisken" in held or " uzere, " in held:
        for words in _as_said(text, folded, line):
            yield words, "as-said"
    closed = _closed_only(text, folded, line)
    if closed is not None:
        yield closed, "closed-by-mark"
    for words in _before_verb(text, folded, line):
        yield words, "closed-by-verb"
