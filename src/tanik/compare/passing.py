"""Deeds told in passing of people whose lives the table knows: whose hand was shaken, who is said to have given.

Comes in: one page. Goes out: findings. ``chronology`` rests on what statements tell; here the words beside a name tell
that its bearer was there alive: who is met ("shaken hands with Enver Pasha", "Talat Paşa ile tokalaştı"), or
does what a participle hands on ("1921'de Sultan Abdülhamid'in … armağan ettiği anlatılır"). The sentence has one
date and speaks of no death, memory or thing of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tanik.compare.dates import bounds, days_between, is_day
from tanik.compare.dating import Dated
from tanik.compare.known import Life, is_long_dead, lives
from tanik.compare.living import does_before, is_active
from tanik.compare.model import Finding, FindingKind
from tanik.compare.refuted import is_answered
from tanik.compare.sure import is_sure_person
from tanik.compare.wordings import pattern_of, says
from tanik.core.span import Span
from tanik.facts.model import DateMention, NameKind

__all__ = ["check_passing", "is_named_after", "is_of_print", "is_of_the_dead"]

_GRACE: Final = 14  # days for which news of a death may not have come
_LATE: Final = 20  # the day of a month behind which "at its end" does not lie before
# Right before a name, in English: what is done with the living.
_WITH: Final = re.compile(
    r"\b(?:sh(?:ak|ook)\w* hands|met|spoke\w*|talk\w*|din(?:ed|ing)|lunch\w*|danced|correspond\w*|interviev\w*|"
    r"tea|coffee|cards|audience|photographed|tanis\w*) (?:up )?(?:vith )?(?:the )?(?:[^\W\d]+ ){0,2}$"
)
# Right behind it, in Turkish: with, and a word for meeting; to, and one for shaking hands.
_ALONG: Final = re.compile(
    r"^(?:['’]?y?l[ae]| ile| ilen)\b[^.;]{0,60}?\b(?:gorus|tokalas|el sikis|bulus|tanis|konus|sohbet|yemek ye|cay ic"
    r"|kahve ic|satranc|tavla|karsilas|rastlas|selamlas|vedalas|kucaklas|dans et|yemekte)\w*"
    r"|^['’]?y?[iu] (?:(?![^\s.;]*(?:ken|[ai]nca)\b)[^\s.;,]+ ){0,4}?"  # by the eyes of who tells it
    r"(?:gor|dinle|tani)(?:d[iu](?:m|k)|m[iu]st[iu](?:m|k))\b"
    r"|^['’]?n?[iu]n elini (?:sik|op)\w*|^['’]?y?[iu] (?:bizzat |sahsen )?(?:gor(?:du|mus|dug)|dinle)\w*"
)
# Genitive, what was done, and a word that hands it on: so the date is that of the deed.
_HANDED_ON: Final = re.compile(
    r"^['’]?n?[iu]n (?:[^\s.;]+ ){0,9}?[^\s.;]{2,}[dt][iu][gk][iu](?:n[iu])? ?"
    r"(?:da |de )?(?:[^\s.;,]+ ){0,2}?(?:anlat|soyle|rivayet|yazil|yaziyor|yazar|yazi\b|okun|oku[ry]|bilin|iddia|kayde"
    r"|kayit|belirt|ileri|one sur|goster|hatirla|duy|ogren|aktar|deni[lr])\w*"
)
# Genitive and a participle in -dık, whose doer the genitive is (Ergin, Türk Dil Bilgisi: sıfat-fiil grubu); not a
# passive, nor what may be said of the dead ("yattığı", "anıldığı", "bulunduğu", "adının geçtiği").
_DOES: Final = re.compile(
    r"^['’]?n?[iu]n (?P<words>(?:[^\s.;:]+ ){0,9}?)"
    r"(?!old|kald|yatt|bulund|sayild|gect|gecm|dur|sevil|gor[iu]nd|b[iu]rakt|istedig)[^\s.;,:]{2,}?(?<![iu]l)"
    r"[dt][iu][gk][iu](?:n[iu]\w*)?\b"
)
# Another genitive, or a participle of something else, to which the deed or the date may belong.
_OTHERS: Final = re.compile(r"['’]n?[iu]n |\w[iu]n[iu]n |\w[^\Wdt][ae]n |[dt][iu][gk][iu]\w* ")
# What tells it now: the day before the name is then that of the deed, and not of the telling.
_TELLS_NOW: Final = re.compile(
    r"^ ?(?:[^\s.;,]+ ){0,2}?[^\s.;,]*(?:yor|[aeiu]r|d[iu]r|\byazili|\bkayitli)(?=[.;,!? ]|$)"
)
# With his own hand, in his own words: instrumental of what only the living have.
_BY_HAND: Final = re.compile(
    r"^['’]?n?[iu]n (?:(?:kendi|bizzat|oz|islak) ){1,2}(?:imza|el|agz|agiz|sesi)\w*y?l[ae]\b"
    r"|^['’]?n?[iu]n huzurunda\b|^ bizzat (?!kurdu)\w+"
)
# Behind a name: no postposition, and nothing of which it is only the first noun ("Enver Paşa dönemi").
_DOER: Final = r"(?!ile\b|ve\b|ya\b|gibi\b|icin\b|kadar\b|hakk|uzerine|adina|taraf|donem|zaman|[^\W\d]+s[iu]\b)"
# Nominative, with a deed of one's own hands and feet to the end of its clause.
_DID: Final = re.compile(
    rf"^ {_DOER}"
    r"(?:[^\s.;,]+ ){0,8}?(?:gel(?:ip|erek|di|mis)|git(?:ti|mis)|gec(?:ti|misti|mis)|yaz(?:di|mis|misti)"
    r"|ver(?:di|mis|misti)|dagit(?:ti|mis)|konus(?:tu|mus)|gonder(?:di|mis|misti)|soyle(?:di|mis|misti)"
    r"|ziyaret et(?:ti|mis)|oku(?:du|mus)|kat[iu]l(?:di|mis))\b"
)
# The last word of a sentence, finite and past.
_PAST: Final = re.compile(r"\b(?P<stem>[^\W\d]{2,}?)(?:[dt][iu]|m[iu]s(?:t[iu]r?)?|[iu]yordu|[iu]rd[iu])\W*$")
_PART_OF: Final = re.compile(r"[ ,]+[A-ZÇĞİÖŞÜ][^\W\d]+(?![\w'’])")  # "Ziya Gökalp Ortaokulu", and not "Bakü'de"
_COMMON: Final = re.compile(
    r" (?:vapuru|gemisi|okulu|ilkokulu|ortaokulu|lisesi|caddesi|sokağı|mahallesi|köyü|vakfı|kütüphanesi|hastanesi)"
    r"(?:n(?:[ıiuü]n?|[ea]|d[ea]n?))?\b"
)  # "Cemal Paşa vapuru", "Enver Paşa köyünde"
# "Ziya Gökalp İlkokulu'nun"
_SCHOOL: Final = re.compile(rf"(?: [A-ZÇĞİÖŞÜ][^\W\d]*)*? [A-ZÇĞİÖŞÜ][^\W\d]*[ıiuü]\b|{_COMMON.pattern}")
# Behind a date: it is the day of a printed work, in which the dead still tell ("1926'da basılan bir kitapta").
_PRINTED_THEN: Final = re.compile(
    r"['’]?(?:[dt][ae]|yilinda|senesinde)? (?:[^\s.;,]+ )?(?:bas[ıi]lan|yay[ıi]mlanan|yay[ıi]nlanan|nesredilen|cikan) "
    r"(?:bir |bu |o )?(?:[^\s.;,]+ )?(?:kita[pb]|dergi|gazete|makale|eser|brosur|risale|ansiklopedi)\w*[dt][ae]\b"
)
# Somebody's meeting of another time, which is what is told: "… ile yaptığı görüşmeyi anlattı".
_RECALLED: Final = re.compile(
    r"(?:['’]?y?l[ae]| ile) (?:[^\s.;,]+ ){0,3}?[^\s.;,]+[dt][iu]g[iu] (?:[^\s.;,]+ ){0,2}?(?:gorusme|bulusma|konusma"
    r"|sohbet|mulakat|roportaj)\w*[iu] [^.;]{0,40}\b(?:anlat|yaz|hatirla|aktar|yayimla|yayinla|nakle)"
)
# What is handed on as it was said: "… işletti diye yazmışsınız".
_HANDED: Final = re.compile(r" diye\b| deni[lry]\w*\b|, der(?:ler)?\b")
_OF_HIM: Final = re.compile(r"['’]?n?[iu]n\b")
_LED: Final = 2  # words before a date that opens a sentence: "Nihayet 1925'te"
_BESIDE: Final = 40  # characters between a name and the date of its deed
_GONE: Final = re.compile(
    r"\b(?:ol(?:du|mus|en|um|dug)\w*|vefat|sehit|rahmet|mezar|kabir|turbe|cenaze|anil|anma|yad "
    r"|hatira(?:si[nm]|la[rn]|ti?n)|ani[sl]|heykel"
    r"|died|death|dead|grave|vidov|funeral|memor|memoir|portrait|portre|ruya|dus\b|dream|torun|ogl[ua]|kiz[ia]\b|esi\b"
    r"|hayali|ruh\w*|sozde|guya|uydur|yalan|olamaz|imkansiz|sahte|forger|false|impossible|roman|film|tiyatro|oyun|namesake)"
)
_END_OF: Final = re.compile(r"^\w* ?(?:ay[iu] )?(?:son(?:un|lar[iu]n)[dt]a|nihayetinde)\b")
# What the dead have and give: a grave of their own ("dedesinin mezarı" is another's), a name, and what moves others.
_OF_THE_DEAD: Final = re.compile(
    r"(?<!n[iu]n )\b(?:anit ?mezar|mezar|kabr|turbe|sanduka|naas|cenaze)[iu]\w*"
    r"|\b(?:ad|isim|ism)[iu]n[iu] ver|\b(?:ilham|esin)\w* (?:ver|ol|kayna)|\b(?:gave|lent|gives) (?:his|her) name"
)


def check_passing(dated: Dated) -> Iterator[Finding]:
    """The findings about people met, or said to have done something, after their death."""
    for name in dated.page.facts.names:
        if name.kind is not NameKind.PERSON or not is_sure_person(name.text, name.name):
            continue
        life, around = lives().get(name.name), dated.sentence(name.span)
        if life is None or around is None or not life.died:
            continue
        dates = dated.dates_in(around)
        if len({one.edtf for one in dates}) != 1 or _GONE.search(dated.folded, around.start, around.end):
            continue
        if pattern_of("handed_on").search(dated.folded, around.start, around.end) and is_answered(dated, around, life):
            continue
        if is_named_after(dated, name.span) or is_of_the_dead(dated, around):
            continue
        if says(dated.folded[around.start : around.end], "in_works") or is_of_print(dated, dates[0]):
            continue
        end = _told(dated, name.span, around, life)
        if end is not None and _is_after(dated, dates[0], life):
            details = (("name", life.name), ("death", life.died), ("when", dates[0].edtf or "?"))
            places = dated.places((Span(min(name.span.start, dates[0].span.start), max(end, dates[0].span.end)),))
            yield Finding(FindingKind.ANACHRONISM, places, "deed-after-death", details, (("source", life.source),))


def _told(dated: Dated, name: Span, around: Span, life: Life) -> int | None:
    """Where the words end that tell the bearer of a name alive, if they do."""
    before, behind = dated.folded[around.start : name.start], dated.folded[name.end : around.end]
    if _WITH.search(before) is not None:
        return name.end
    if _RECALLED.match(behind) is not None and dated.dates_in(around)[0].span.end <= name.start:
        return None
    found = _ALONG.match(behind) or _HANDED_ON.match(behind) or _BY_HAND.match(behind) or _did(dated, name, around)
    # Of the long dead whatever is told is told of their remains and their name.
    if found is None and is_long_dead(dated.dates_in(around)[0].edtf, life):
        return None
    if found is None and (not before.strip() or re.search(r"\d{4}\W?\w*(?: \w+){0,4} $", before)):
        found = _DID.match(behind)
    if found is None and (_lived(dated, name, around) or _did_before(dated, name, around)):
        return around.end
    return name.end + found.end() if found is not None else None


def _lived(dated: Dated, name: Span, around: Span) -> bool:
    """Whether a whole sentence tells what the bearer of a name did on its date, but for what befalls the dead.

    The name opens it, with the date beside, and its last word is an active verb in the past (Ergin, Türk Dil Bilgisi:
    cümlenin öğeleri): "Talat Paşa 1922'de Berlin'de satranç oynadı". What the dead can be in is listed (class
    `remembered`), for what they cannot is without end.
    """
    before, behind = dated.folded[around.start : name.start].strip(), dated.folded[name.end : around.end]
    date = dated.dates_in(around)[0]
    first = Span(min(name.end, date.span.end), max(name.start, date.span.start))
    led = not before or (
        date.span.end <= name.start and len(dated.folded[around.start : date.span.start].split()) <= _LED
    )
    past = _predicate(_HANDED.split(behind)[0])
    if not led or len(first) > _BESIDE or past is None or not re.match(rf"^,? {_DOER}", behind) or ";" in behind:
        return False
    word = dated.page.text[name.end + past.start() : name.end + past.end()].strip(" .!?…”’\"'")
    part = _PART_OF.match(dated.page.text, name.end)
    if part is not None and part[0].startswith(",") and _opens_place(dated, part):  # "Enver Paşa, Semerkant önünde"
        part = None
    longer = part is not None and not date.span.start < part.end() <= date.span.end  # "Cemal Paşa Mart 1924'te"
    if not is_active(word, past["stem"]) or longer or "X" in (date.edtf or "X"):
        return False
    return not says(dated.folded[around.start : around.end], "remembered")


def _opens_place(dated: Dated, part: re.Match[str]) -> bool:
    """Whether the word in capitals behind a comma is a place, and nothing of whose name stands before the comma."""
    return any(one.kind is NameKind.PLACE for one in dated.names_in(Span(part.start(), part.end())))


def _did_before(dated: Dated, name: Span, around: Span) -> bool:
    """Whether a participle right before a name tells its bearer's deed of the date: "1919'da kartı yazan … Bey".

    A genitive behind the name makes the participle that of what is theirs.
    """
    date = dated.dates_in(around)[0]
    if date.span.end > name.start or _OF_HIM.match(dated.folded, name.end):
        return False
    return does_before(dated.page.text[date.span.end : name.start])


def is_of_the_dead(dated: Dated, clause: Span) -> bool:
    """Whether a clause tells what befalls the dead: at a grave of theirs, by their name or by what they moved."""
    return _OF_THE_DEAD.search(dated.folded, clause.start, clause.end) is not None


def is_named_after(dated: Dated, name: Span) -> bool:
    """Whether a name opens that of a ship or street, or did so where the page has it last before: its short form."""
    said = dated.page.text[name.start : name.end]
    at = dated.page.text.rfind(said, 0, name.start)
    return _COMMON.match(dated.page.text, name.end) is not None or (
        at >= 0 and _SCHOOL.match(dated.page.text, at + len(said)) is not None
    )


def is_of_print(dated: Dated, date: DateMention) -> bool:
    """Whether a date is that of a printed work in which something is told: what is told there is not of that day."""
    return _PRINTED_THEN.match(dated.folded, date.span.end) is not None


def _predicate(behind: str) -> re.Match[str] | None:
    """The first past predicate that closes a clause: what stands before a comma, else at the end."""
    for comma in re.finditer(r", |$", behind):
        found = _PAST.search(behind[: comma.start()])
        if found is not None:
            return found
    return None


def _did(dated: Dated, name: Span, around: Span) -> re.Match[str] | None:
    """The participle of what the bearer of a name did, with the date beside it: no other doer or deed between them."""
    found = _DOES.match(dated.folded[name.end : around.end])
    date = next(iter(dated.dates_in(around)), None)
    if found is None or date is None:
        return None
    led = dated.folded[date.span.end : name.start] if date.span.end <= name.start else None
    if led is None and not name.end < date.span.start < name.end + found.end():
        return None
    if led is not None and not _TELLS_NOW.match(dated.folded[name.end + found.end() : around.end]):
        return None
    return None if _OTHERS.search(f"{led or ''} {found['words']}") else found


def _is_after(dated: Dated, date: DateMention, life: Life) -> bool:
    """Whether a date is past doubt after a death: a day, or the end of a month, after a day that was looked up."""
    when, died = bounds(date.edtf), bounds(life.died)
    if when is None or died is None:
        return False
    if not life.checked or not is_day(life.died):
        return int(when[0][:4]) > int(died[1][:4]) + (0 if life.checked or is_day(life.died) else 4)
    if when[0][:7] == died[1][:7]:
        late = _END_OF.match(dated.folded[date.span.end : date.span.end + 24]) is not None
        return late and int(died[1][8:10]) < _LATE and not is_day(date.edtf)
    return days_between(died[1], when[0]) > _GRACE
