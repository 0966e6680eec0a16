"""The lines that frame a letter: where and when it was written, what it is, whom it goes to.

Comes in: one line of a text. Goes out: which part of a letter's frame it is, if any. A letter, telegram or order given
whole has them in lines of their own (TDK Yazım Kılavuzu, "Mektup ve dilekçe"; the Ottoman and republican telegram form
with its number, urgency and "… Hazretlerine"; in English "To …", "Dear …"). One line alone proves nothing: a news item
has place and day too. Whoever asks lays several together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tanik.core.fold import fold

__all__ = ["frame_of", "head_lines", "may_have_letters", "strip_marks"]

_MARKS: Final = "> \t“”„\"«»‘’'*_#|()[]—–-"
_LONGEST: Final = 120
_MOST_WORDS: Final = 14
_MOST_GREETING: Final = 6
_SMALL: Final = ("the", "of", "and", "for", "to", "in", "at", "on", "his", "her", "all")
_PLACE: Final = r"(?:[^\W\d_][\w'’.-]*(?:\s[^\W\d_][\w'’.-]*){0,3}\s?[,:;/-]?\s*)"
_NUMERIC: Final = r"\d{1,2}\s?[./\\-]\s?(?:\d{1,2}|[ivx]{1,4})\s?[./\\-]\s?\d{2,4}"
_SPELLED: Final = (
    r"\d{1,2}\.?(?:st|nd|rd|th)?\s?[\\/]?\s?[^\W\d_]{3,14}(?:\s(?:evvel|sani|ahir))?\.?,?\s?[\\/]?\s?\d{2,4}"
)
_ENGLISH: Final = r"[^\W\d_]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}"
_DAY: Final = rf"(?P<day>{_NUMERIC}|{_SPELLED}|{_ENGLISH})(?:\s?\(\d{{4}}\)?)?"
# behind the day the hour, or the number of the paper
_HOUR: Final = (
    r"(?:[\s,;-]+(?:saat\s|time\s)?\d{1,2}[.:]\d{2}|[\s,;-]+saat\s\d{1,2}"
    r"|[\s,;-]+(?:no|numara|sayi|nr)\W{1,3}[\w/‐-]+)?"
)
# before or behind the day that of the week; folded: w is v
_WEEKDAY: Final = (
    r"(?:pazartesi|sali|carsamba|persembe|cuma(?:rtesi)?|pazar|bazar(?:\sertesi)?|cersenbe(?:\saxsami)?"
    r"|cume(?:\saxsami)?|senbe|(?:mon|tues|vednes|thurs|fri|satur|sun)day)"
)
_HEADS: Final = (
    r"(?:(?:acik|sifreli|kapali|gizli|resmi|hususi|cevabi)\s)?"
    r"(?P<word>telgraf(?:name)?|teleqram|telegram|cable|sifre|tel|mektup|mektub|letter|cevap|cevabi|cavab|yanit|reply|"
    r"answer|beyanname(?:si)?|beyanat|proclamation|muraciet(?:name)?|tamim|genelge|(?:\w+\s)?emri?|order(?:\sof\sthe\sday)?|"
    r"muhtira|nota|note|memorandum|tezkere|teblig|tebligat|bildiri)"
)
_HEAD: Final = re.compile(rf"{_HEADS}(?:\s(?:sureti|metni|no\W?\s?\d+|\d+))?")
_DATED_HEAD: Final = re.compile(rf"{_HEADS}[\s,:;()-]+{_PLACE}?{_DAY}{_HOUR}")
_DATELINE: Final = re.compile(
    rf"(?:(?:tarih|tarihi|tarix|tarixi|date)\s?:\s*)?{_PLACE}?(?:{_WEEKDAY},?\s)?{_DAY}(?:[\s,(]+{_WEEKDAY}(?:\sgunu)?)?{_HOUR}"
)
_DATELINE_BACK: Final = re.compile(rf"{_DAY}{_HOUR}[\s,;-]+[^\W\d_][\w'’.-]*(?:\s[^\W\d_][\w'’.-]*){{0,2}}")
_NOTE: Final = re.compile(
    r"(?:no|numara|nu|sayi|adet|nr|number)\W{0,3}[\d/ .-]+|[\d/ .-]{1,12}|(?:gayet|cok|pek|fevkalade)?\s?"
    r"(?:mustacel(?:dir)?|acele(?:dir)?|ivedi|mahrem(?:dir)?|gizli(?:dir)?|urgent|(?:most\s)?secret|confidential)|"
    r"(?:sahsa|zata|zat[iı]na)\smahsus(?:tur)?|kisiye\sozel|sifredir|yildirim|makine\sbasinda|private"
)
_BODIES: Final = (
    r"riyaset(?:penahi)?|vekalet|nezaret|bakanlig|baskanlig|kumandanlig|komutanlig|hukumet|hukumat|hokumet|meclis|"
    r"heyet|komite|komiserlig|komissarlig|valilig|mutasarriflig|kaymakamlig|mudurlug|mudiriyet|muduriyet|sefaret|"
    r"elcilig|sefirlig|konsoloslug|cemiyet|dernec?g|firka|parti|reislig|reis|sedr|sadaret|makam|ahali|halk|xalq|"
    r"millet|camaat|ordu|sube|merkez|kongre|sura|idare|karargah|komutan|kumandan|vekil|nazir|bakan|komiser|komissar|"
    r"vali|elci|sefir|mumessil|temsilci|hazretler|cenaplar|cenablar|evlatlar|sedarat|kalem|daire"
)
_TO_BODY: Final = re.compile(rf"\b(?:\w*)(?:{_BODIES})(?:s?[iu]|l[ae]r[iu])?n[ae]$")
_TO_PERSON: Final = re.compile(r"['’](?:y?[ae]|n[ae])$|\b(?:efendiye|beye|pasaya|yoldasa|hanima|xanima|hanimefendiye)$")
_DATIVE: Final = re.compile(
    r"['’]y?[ae]$|s?[iu]n[ae]$|l[iu]g[ae]$|(?:ordu|tumen|firka|alay|tugay|cephe|sube|daire|ordugah)(?:y[ae]|[ae])$|"
    r"(?:ov|yev|ev|zade|oglu|pasa|bey|yoldas|efendi|hanim|xanim|cenab)y?[ae]$"
)
_TO_ENGLISH: Final = re.compile(r"to:?\s(?:(?:the|his|her|all|mr|mrs|comrade|general|our)\b|(?=[a-z]))")
_GREETING: Final = re.compile(
    r"(?:my\s)?(?:dear(?:est)?|sayin|muhterem|aziz|azizim|eziz|sevgili|degerli|hormetli|kiymetli|saygideger)\b"
    r"|(?:sir|excellency|your\sexcellency|monsieur|efendim|pasam|sirs|gentlemen)$"
)
# a title and an office or name, with a comma behind it: without one it may be a signature ("Lord Curzon")
# or kin and friends with the possessive of the first person, by which they are addressed (Göksel & Kerslake 2005, 8.1)
_CALLED: Final = re.compile(
    r"(?:mr|mrs|lord|madam|monsieur|comrade|yoldas|reis)\.?(?:\s[a-z]+){1,3}$"
    r"|(?:kardes|agabey|abla|oglu|oglan|ogul|kizi?|ana|anne|baba|dost|arkadas|evlad|evlat|amca|dayi|teyze|hala|nine|dede|hoca"
    r"|bac[iu]|kardas|ata|dostlar|yoldaslar|arkadaslar)(?:c[iu][gk])?[iu]?m(?:[iu]z)?(?:\s[a-z]+){0,2}$"
    r"|(?:beyefendi|hanimefendi|yoldaslar|arkadaslar|dostlar|kardaslar)$"
)
_CLOSING: Final = re.compile(
    r"(?:(?:en\s)?(?:derin\s)?(?:saygi|hurmet|selam|sevgi|ihtiram|muhabbet)(?:l[ae]r\w*|le)(?:\s\w+){0,2}"
    r"|hormetle|(?:i\s(?:am|remain)\W.*)|(?:yours|very)\s(?:\w+\s?){1,3}|(?:with\s)?(?:best|kind|respectful)\s\w+"
    r"|respectfully|sincerely|faithfully"
    r"|your\s(?:\w+\s){0,2}(?:brother|sister|son|daughter|friend|cousin|father|mother|uncle|aunt|nephev|husband|vife|servant))"
)
_CUE: Final = re.compile(
    rf"(?m)^[^\w\n]{{0,6}}(?:{_HEADS}\b|to:?\s|(?:my\s)?dear|sayin|muhterem|aziz|eziz|sevgili|degerli|hormetli|kiymetli"
    r"|(?:mr|lord|sir|monsieur|comrade|yoldas|reis|madam)\b|(?:your\s)?excellency|efendim|pasam|gentlemen)"
    r"|(?:[iu]n[ae]|['’]y?[ae]|(?:ov|ev|ordu|alay|pasa|bey|efendi|yoldas|hanim|cenab)y?[ae]|l[iu]g[ae])"
    r"[,:]?[ \t\"”»*_)]{0,4}$|^[ \t]*[“„«\"][^\n]{1,40}\d{2}\s*$"
)
_OPENING: Final = frozenset(("head", "dated-head", "dateline", "note", "addressee", "greeting"))
_LINES_OF_ADDRESS: Final = 3
_TO_WHOM: Final = frozenset(("addressee", "greeting"))


def may_have_letters(folded: str) -> bool:
    """Whether some line of a text in comparison form may open a letter: most texts have none, and need not be read.

    >>> may_have_letters("kopru yandi.\\nvali ali bey'e\\n"), may_have_letters("kopru yandi. vali geldi.")
    (True, False)
    """
    return _CUE.search(folded) is not None


def strip_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of `text` without the marks of quotation, cursive letters and brackets around it.

    >>> text = "> “Ankara, 26 Nisan 1336"
    >>> start, end = strip_marks(text, 0, len(text))
    >>> text[start:end]
    'Ankara, 26 Nisan 1336'
    """
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return start, end


def _is_named(line: str) -> bool:
    return line[:1].isupper() or line[:1].isdigit()


def _addressed(line: str, folded: str) -> str | None:
    """Whether a line says whom a letter goes to, surely ("addressee") or by its ending alone ("dative")."""
    words = line.split()
    if not _is_named(line) or line[-1] in ".!?;…" or len(words) > _MOST_WORDS:
        return None
    bare = folded.rstrip(",: ")
    called = line[-1] in ",:"
    greets = _GREETING.match(bare) is not None and (0 if called else 1) < len(words) <= _MOST_GREETING
    if greets or (called and _CALLED.match(bare)):
        return "greeting"
    if (to := _TO_ENGLISH.match(folded)) is not None:
        # prose that is broken for width may begin so: an address is of capital words, and follows a day
        low = [word for word in line[to.end() :].split() if word[:1].islower() and word not in _SMALL]
        named = line[to.end() :][:1].isupper() or any(word[:1].isupper() for word in words[1:4])
        return "dative" if named and len(low) <= 1 and "." not in line[:-1] else None
    capitals = sum(word[:1].isupper() for word in words)
    if _TO_PERSON.search(bare) or (_TO_BODY.search(bare) and capitals * 2 >= len(words)):
        return "addressee"
    low = [word for word in words if not word[:1].isupper()]
    return "dative" if _DATIVE.search(bare) and len(low) * 2 <= len(words) else None


def frame_of(line: str) -> tuple[str, str] | None:
    """Which part of a letter's frame a line is, and what it is called there; None of a line that is none.

    `head` (with the word: "telgraf"), `dateline`, `note` (number, urgency), `addressee`, `dative` (addressed if its
    place in the frame says so), `greeting`, `closing`. What is called of others is empty. `dated-head` is both.

    >>> frame_of("Kars: 23.3.37"), frame_of("Şark Cephesi Kumandanı Kâzım Karabekir Paşa Hazretlerine")
    (('dateline', ''), ('addressee', ''))
    >>> frame_of("TELGRAF"), frame_of("To the Government of Soviet Russia"), frame_of("Reply, 3 June 1920:")
    (('head', 'telgraf'), ('dative', ''), ('dated-head', 'reply'))
    >>> frame_of("Köprü 26 Nisan 1336 günü açıldı.") is None
    True
    """
    if not line or len(line) > _LONGEST or "\t" in line or "|" in line:
        return None  # cells of a table are no address
    folded = fold(line)
    bare = folded.strip(" .:,;!")
    counted = any(map(str.isdigit, bare))
    dated = _DATED_HEAD.fullmatch(bare) if counted else None
    if (head := dated or _HEAD.fullmatch(bare)) is not None:
        return "dated-head" if dated is not None else "head", head["word"]
    if counted and _is_named(line) and (_DATELINE.fullmatch(bare) or _DATELINE_BACK.fullmatch(bare)):
        return "dateline", ""
    alone = "note" if _NOTE.fullmatch(bare) else "closing" if _CLOSING.fullmatch(bare) else None
    found = alone or _addressed(line, folded)
    return (found, "") if found is not None else None


def head_lines(frames: Sequence[str | None], at: int) -> int:
    """Behind which line the head of a letter ends that begins with line `at`; `at` where none begins there.

    `frames` are the parts that `frame_of` calls the lines, in order; `bare` is a line of capital words, of which an
    address may have several. A head says whom the letter goes to, or at least what it is and when it was written.

    >>> head_lines(["dateline", "dative", None], 0), head_lines(["dateline", None], 0), head_lines(["addressee"], 0)
    (2, 0, 1)
    """
    opens = at < len(frames) and frames[at] in _OPENING
    end = at
    told: set[str] = set()
    while opens and end < len(frames):
        frame = frames[end]
        dative = frame == "dative" and bool(told & {"head", "dateline", "dated-head"}) and not told & _TO_WHOM
        near = frames[end + 1 : end + 1 + _LINES_OF_ADDRESS]
        goes_on = frame == "bare" and bool(told & {"head", "dateline", "dated-head"}) and not told & _TO_WHOM
        if goes_on and "addressee" in near and set(near[: near.index("addressee")]) <= {"bare"}:
            end += 1
            continue
        if frame not in _OPENING and not dative:
            break
        if frame in told and frame in ("head", "dated-head", "dateline") and told & _TO_WHOM:
            break  # another letter begins
        told.add("addressee" if dative else frame or "")
        end += 1
    whole = bool(told & _TO_WHOM) or "dated-head" in told or {"head", "dateline"} <= told
    return end if whole else at
