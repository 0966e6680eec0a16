"""Words that nobody is said to have spoken, or that nobody outside their own sentence is.

Comes in: the text and what stands around a quotation. Goes out: yes or no. A speaker who was named before goes on only
where a verb, a noun or a text of saying lacks its own (Göksel and Kerslake, Turkish: A Comprehensive Grammar, 2005,
26.2): a line of its own that nothing announces, a saying of the people, the wording of a law or of a plaque take none
from what stands before. An empty speaker is better than a guessed one.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import QuotationForm
from tanik.facts.quotations.around import Around
from tanik.facts.quotations.words import container_pattern, form_in, say_pattern, word_pattern

__all__ = ["is_made_so", "is_nobodys", "is_taken_up", "may_be_carried"]

_NOBODY: Final = re.compile(r"\W*(?:diyorlar|diyenler|derler|deyenler|sozu kullan|kaydiyla)")
_PASSIVE: Final = re.compile(
    r"\W*(?:denir|deniyor|denili|denmis|denilmis|denmekte|deyilir|"
    r"(?:(?:diye|seklinde)\s)?(?:belirtil|kaydedil|bildiril|aktaril|vurgulan|ifade edil)(?:mekte|ir\b|iyor|mis))"
)
# "“…” diye yazmıştım": the writer's own words, and a page does not name its writer there
_MY_OWN: Final = re.compile(
    r"\W*(?:(?:diye|deye|seklinde)\s(?:[^\W\d_]+\s){0,2}?[^\W\d_]{2,}(?:[dt][iu]m|[dt][iu]k|m[iu]st[iu][mk]|yord?u[mk])\b"
    r"|(?:dedim|demistim|diyorum|diyordum|derim|yazdim|yazmistim|sordum|dedik|demistik)\b)"
)
# "“…” diye yapılan eleştiriler": a passive participle leaves out who made them
_MADE_SO: Final = re.compile(
    r"\W*(?:diye|deye|seklinde|yolunda|yonunde)\s(?:[^\W\d_]+\s){0,2}?"
    r"(?:yap[iu]l|yonelt[iu]l|ed[iu]l|soru?l|soylen|dile getir[iu]l|olun|atil|gel|yuksel|kop|yayil|dolas|duyul)"
    r"[^\W\d_]*[ae]n\b"
)
# "“…” anlayışından": a turn of mind summed up, unless a genitive says whose
_MIND: Final = re.compile(
    r"\W*(?:anlayis|zihniyet|mantig|mantik|felsefe|prensib|politika|siyaset|duygusu|dusuncesiyle)[^\W\d_]*"
)
_OWNED: Final = re.compile(r"(?:n[iu]n|['’][iu]n)\W*$")
_ON_WALLS: Final = re.compile(
    r"\b(?:duvar|levha|tabela|kapi|tas|anit|pankart|kitabe)\w*\s(?:\w+\s){0,2}?(?:yazil|kazin|as[iu]l)(?:an|i|mis)\b[^.!?]{0,40}:\s*$"
)
# "kutunun üzerindeki “…” yazısı": a thing bears the words, and a genitive before them would say whose they are
_BORNE: Final = re.compile(
    r"\W*(?:yaz[iu](?:s[iu]|l[iu])\b|ibares|levhas|tabelas|pankart|dovizi|kitabesi|"
    r"yazan\s(?:bir\s)?(?:levha|tabela|pankart|doviz|kagit|kagid|kitabe|plaket|rozet|tas|duvar|afis|kutu))"
)
_WHOSE: Final = re.compile(r"[^\W\d_]{2,}(?:[dt][iu]g[iu]|['’]?n?[iu]n)\s")
# "“…” yazılması gerekirken": words that ought to stand or be said
_OUGHT: Final = re.compile(
    r"\W*(?:(?:diye|seklinde)\s)?(?:yazil|okun|denil|den|soylen)m[ae]s[iu]\s"
    r"(?:gerek|lazim|beklen)"
)
# "“…” soruma": the writer asked; "“…” övgüsüne nail olan": whoever gets praise did not give it
_OTHERS: Final = re.compile(
    r"\W*(?:(?:soru|sual|teklif|itiraz|cevab)(?:m|[iu]m|muz|[iu]m[iu]z)[ae]\b|"
    r"(?:ovgu|iltifat|elestiri|suclama|itham|takdir|hakaret)[^\W\d_]*\s(?:nail|maruz|mazhar|muhatap|ugra))"
)
# "Hepsi birden “…” diye alkışlıyor": everybody is nobody
_EVERYBODY: Final = re.compile(
    r"(?:^|[.,;:!?]\s+)\W*(?:hepsi|herkes|kimse|hic kimse|kimi|kimileri|bazilari|coklari|cogu|hami|hamisi)\s"
    r"(?:[^\W\d_]+\s){0,2}$"
)
# "birkaç hatıra cümlesi: “…”": somebody's, and nobody says whose
_SOME_WORDS: Final = re.compile(
    r"\b(?:bir|birkac|bazi)\s(?:(?![^\W\d_]*[iu]n\s)[^\W\d_]+\s){0,2}?(?:cumle|satir|soz|not|hatira|ani|dize|misra)(?:s[iu]|l[ae]r[iu]?|[iu])?\s?:\s*$"
)
# "“…” der gibi baktı": what somebody's look or deed as much as said, nobody said (GK 19.1.2)
_AS_IF: Final = re.compile(r"\W*(?:der gibi|dercesine|dermiscesine|demek istercesine|diyecekmis gibi|der kimi)\b")
# "Paşa bu sözü … söyledi", "Böyle dedi Paşa": a sentence behind the words that takes them up
_TAKEN_UP: Final = re.compile(
    r"\W*(?:(?:bunu|bunlari|boyle|bele|hemin|ayni)\s|bu\s)|(?:[^.!?]|\.(?=\w))*?\b(?:bunu|bunlari|bu\s(?:soz|cumle|ifade|satir|laf|fikir)"
    r"[^\W\d_]*)\s(?:[^.!?]|\.(?=\w))*?\b(?:soyle|de|yaz|kullan|sarf|bildir|vurgula|acikla|qeyd)[^\W\d_]+"
)
_BY: Final = re.compile(r"\btarafindan\b")
# "“…” notuyla paylaşılmıştı": words beside a picture that nobody is named for
_SHARED: Final = re.compile(
    r"\W*(?:not|baslig|aciklama|ibare|etiket|iddia|altyazi)\w*yl[ae]\b[^.!?\n“”\"]{0,120}?\bpaylas[iı]l[^\W\d_]+"
)
# "“…”, “…” şeklinde yorumlar yapıldı": the passive of a verb whose object is what was said (Göksel & Kerslake 8.2.1.1)
_JOINED: Final = re.compile(r"(?:,?\s(?:ve\s|və\s)?[“\"«][^“”\"«»\n]{2,400}[”\"»](?=\s?,|\s))*")
_MADE: Final = re.compile(
    r"\W*(?:seklinde|gibi|kimi|diye|deye|turunden|yonunde|icerikli)\s(?:[^\W\d_]+\s){0,3}?"
    r"(?:yorum|tepki|soz|ifade|mesaj|paylasim|slogan|elestiri|gorus|not|soru|rey|serh|iddia|soylenti|"
    r"aciklama)(?:l[ae]r)?[iu]?\s"
    r"(?:[^\W\d_]+\s){0,2}?(?:yap[iu]l|yaz[iu]l|kullan[iu]l|at[iu]l|dile getiril|gel|yer al|paylas[iu]l|"
    r"gonderil|edil|cikar[iu]l|"
    r"soru?l|dolas)[^\W\d_]*"
)
# "atalarımızın dediği gibi “…”": what the forefathers said nobody said
_FOREFATHERS: Final = re.compile(
    r"\b(?:atalar|atasoz|eskiler|buyuklerimiz|darb-?i\s?mesel)[^\W\d_]*(?:\s[^\W\d_]+){0,5}\W*$"
)
# "yaygın iddia şu: …": a claim without an owner; "Ali Bey'in iddiası şu: …" has one
# "haber gelir, “…” diye": news comes of itself; of "validen haber geldi" the vali sends it
_NEWS: Final = re.compile(
    r"(?:^|[.,;:!?]\s+)\W*(?:bir\s|derken\s|sonra\s|o sirada\s)?(?:haber|soylenti|rivayet|ses|xeber)(?:l[ae]r)?\s"
    r"(?:gel|cik|dolas|ulas|yayil|duyul)[^\W\d_]*\W*$"
)
_CLAIM: Final = re.compile(
    r"\b(?:iddia|rivayet|soylenti|dedikodu|efsane|kanaat)(?:lar|ler)?\s(?:su|sudur|soyle|soyledir)\s?:\s*$"
)
# What stands in a law, in a register or on a wall is not the words of whoever was spoken of before.
_OWNERLESS: Final = re.compile(
    r"\b(?:kanun|madde|gerekce|layiha|antlasma|muahede|sozlesme|nizamname|tuzu[gk]|levha|tabela|kitabe|yazit|pankart|"
    r"tutana[gk]|zabit|kut[ui][gk]|etiket|ilanda|"
    r"(?:gorsel|res[iu]?m|fotograf|kart)\w*n?[iu]n (?:alt|ust|arka|kenar|kose)\w*n?d[ae]|"
    r"carved|engraved|inscribed|inscription|plaque)[^.!?]{0,60}$"
)
# "bir kitapta şöyle geçiyor: “…”": a text told of for the first time ("bir") is not of whoever was spoken of before
_NEW_TEXT: Final = re.compile(
    r"\bbir\s(?:[^\W\d_]+\s){0,2}?(?:kitap|eser|dergi|gazete|ansiklopedi|brosur|rapor|makale|yazi|belge)[^\W\d_]*[dt][ae]\s[^.!?]{0,60}$"
)
# "Türkçe kaynaklarda: “…”": sources that nobody named say it
_IN_SOURCES: Final = re.compile(
    r"(?:^|[\n.!?])\s*(?:[^\W\d_]+\s){0,3}(?:kaynak|site|gazete|kitap|metin|sozluk|ansiklopedi)\w*[dt][ae]\s?:\s*$"
)
# "burada sorulması gereken: “…”": the writer's own question
_ASKED: Final = re.compile(
    r"\b(?:sorul(?:mali|masi gerek)|(?:akla|akillara)\s(?:[^\W\d_]+\s){0,5}gel|asil soru)[^.!?]{0,60}$"
)
# Some out of many, as the subject ("hesaplardan biri", "paylaşanların çoğu"; Göksel & Kerslake 2005, 14.4: partitives).
_SOME_OF_THEM: Final = re.compile(
    r"[^\W\d]l[ae]r[iu]?(?:n?d[ae]n|n?[iu]n) (?:biri(?:si)?|bazi(?:si|lari)|kimi(?:si)?|cogu|bircogu)\b"
)
_STANDS: Final = re.compile(r"\W*(?:yaz(?:iyor|ili|ar\b|m)|den(?:mek|il|iyor|ir)|diye\syaz|seklinde|[^\w]*$)")
_SAYING_BEHIND: Final = re.compile(r"\W*(?:d[ei]y|dedi|(?:\w+\s){0,3}(?:soz|cumle|ifade|not|satir))")
_BLANK: Final = re.compile(r"[\s\d.)•*–—>-]*")
_PROVERB_REACH: Final = 40
_TEXT_BACK: Final = 1  # sentences


def is_nobodys(text: str, folded: str, around: Around) -> bool:
    """Whether the words are said without a sayer: ``derler``, ``atalarımızın dediği gibi``, a bare ``denir``.

    >>> from tanik.core.span import Span
    >>> text = "Köyde “yol biter, dert bitmez” derler."
    >>> empty = Span(6, 6)
    >>> is_nobodys(text, text.lower(), Around(Span(6, 30), Span(0, 6), Span(30, 38), (), 0, empty))
    True
    """
    end = around.outer.end
    if any(lead.search(folded, around.lead.start, around.outer.start) for lead in (_ON_WALLS, _CLAIM)):
        return True
    lead = (around.lead.start, around.outer.start)
    led = folded[lead[0] : lead[1]]
    if any(pattern.search(led) for pattern in (_NEWS, _EVERYBODY, _SOME_WORDS)) or _OUGHT.match(folded, end):
        return True
    owner = container_pattern().search(folded, *lead) and _WHOSE.search(
        folded, *lead
    )  # "iliştirdiği kartta “…” yazılı"
    borne = _BORNE.match(folded, end) is not None and not owner
    minded = (borne or _MIND.match(folded, end) is not None) and _OWNED.search(folded[lead[0] : lead[1]]) is None
    mine = _MY_OWN.match(folded, end) is not None
    if minded or mine or (_by_many(text, folded, end) and _BY.search(folded, *lead) is None):
        return True
    if (
        _NOBODY.match(folded, end)
        or _AS_IF.match(folded, end)
        or _OTHERS.match(folded, end)
        or _SHARED.match(folded, end)
        or _FOREFATHERS.search(folded, around.lead.start, around.outer.start)
    ):
        return True
    lead = (around.lead.start, around.lead.end)
    named = container_pattern().search(folded, *lead) or _BY.search(folded, *lead)
    return _PASSIVE.match(folded, end) is not None and named is None


def is_made_so(folded: str, end: int) -> bool:
    """Whether a passive participle of making stands behind words that end at `end`.

    >>> is_made_so("“bizi sattın” diye yapilan elestiriler", 13)
    True
    """
    return _MADE_SO.match(folded, end) is not None


def _by_many(text: str, folded: str, end: int) -> bool:
    """Whether a passive behind the words, or behind the last of several joined ones, leaves out who made them."""
    if is_made_so(folded, end):
        return True
    joined = _JOINED.match(text, end)
    return _MADE.match(folded, joined.end() if joined is not None else end) is not None


def may_be_carried(folded: str, around: Around, line: Span) -> bool:
    """Whether whoever was named before may be the speaker of words in `line` that name none themselves.

    >>> from tanik.core.span import Span
    >>> text = "Ali Bey geldi.\\n“Yol uzun, hava soğuk.”"
    >>> before = (Span(0, 14),)
    >>> around = Around(Span(15, 38), Span(15, 15), Span(38, 38), before, 0, Span(38, 38))
    >>> may_be_carried(text.lower(), around, Span(15, 38))
    False
    """
    lead, end = folded[around.lead.start : around.outer.start], around.outer.end
    tail = folded[end : around.tail.end]
    if QuotationForm.PROVERB in (form_in(lead), form_in(tail[:_PROVERB_REACH])):
        return False
    of_texts = any(pattern.search(lead) for pattern in (_NEW_TEXT, _IN_SOURCES, _ASKED, _SOME_OF_THEM))
    if of_texts or (_OWNERLESS.search(lead) and _STANDS.match(tail)):
        return False
    opens = _BLANK.fullmatch(folded, line.start, around.outer.start) is not None
    return not opens or bool(lead.strip()) or _is_said(tail) or _is_from_text(folded, around)


def is_taken_up(folded: str, later: Span) -> bool:
    """Whether the sentence behind words speaks of them again: ``Ali Bey bu sözü mecliste söyledi``.

    >>> text = "ali bey bu sozu mecliste soyledi."
    >>> is_taken_up(text, Span(0, len(text))), is_taken_up("ali bey sustu.", Span(0, 14))
    (True, False)
    """
    return _TAKEN_UP.match(folded, later.start, later.end) is not None


def _is_said(tail: str) -> bool:
    """Whether what follows the words says that somebody spoke them."""
    return bool(word_pattern().match(tail) or say_pattern().search(tail) or _SAYING_BEHIND.match(tail))


def _is_from_text(folded: str, around: Around) -> bool:
    """Whether the sentences right before tell of a letter or another text, which the words may be from."""
    return any(container_pattern().search(folded, one.start, one.end) for one in around.earlier[:_TEXT_BACK])
