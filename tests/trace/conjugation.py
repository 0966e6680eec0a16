"""Turkish and Azerbaijani verbs, affirmed and denied in every tense, put together by rule.

Comes in: stems. Goes out: pairs of one form and its denial. Used by the tests of tracing and by the benchmark of
adversarial changes: neither must ask the program's own dictionary what a denial is. The endings are those of any
school grammar; in a template ``A`` is a or e, ``I`` a close vowel, ``D`` d or t, ``Y`` the glide between vowels.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_VOWELS = "aeıioöuüə"
_BACK = frozenset("aıou")
_ROUND = frozenset("oöuü")
_VOICELESS = frozenset("fstkçşhp")


@dataclass(frozen=True, slots=True)
class Verb:
    """A stem, how it reads before vowels (*et*, *ed*), and its aorist without person."""

    stem: str
    soft: str
    aorist: str


@dataclass(frozen=True, slots=True)
class Denial:
    """A form and what denies it: ``geldi``, ``gelmedi``; `tense` names the ending."""

    tense: str
    affirmed: str
    denied: str


# Stem, and the vowel of the aorist where it is A; a slash parts what stands before vowels.
_VERBS = [
    "et/ed:A",
    "yap:A",
    "gel:I",
    "git/gid:A",
    "gör:I",
    "bil:I",
    "ver:I",
    "al:I",
    "bul:A",
    "kal:I",
    "iste",
    "söyle",
    "çalış:I",
    "bulun:I",
    "geç:A",
    "göster:I",
    "çık:A",
    "ol:I",
    "olun:I",
    "edil:I",
    "yapıl:I",
    "görül:I",
    "veril:I",
    "alın:I",
    "gösteril:I",
    "bırak:I",
    "düşün:A",
    "anla",
    "başla",
    "bekle",
    "tut:A",
    "sat:A",
    "yaz:A",
    "oku",
    "bas:A",
    "kaç:A",
    "koy:A",
    "çek:A",
    "düş:A",
    "gir:A",
    "in:A",
    "bin:A",
    "kur:A",
    "sor:A",
    "vur:I",
    "dur:I",
    "otur:I",
    "uyan:I",
    "inan:I",
    "kazan:I",
    "kullan:I",
    "taşı",
    "yürü",
    "koru",
    "sakla",
    "topla",
    "hazırla",
    "sağla",
    "kapat:I",
    "yarat/yarad:I",
    "anlat:I",
    "öğren:I",
    "öğret:I",
    "getir:I",
    "götür:I",
    "bitir:I",
    "değiş:I",
    "değiştir:I",
    "geliş:I",
    "yüksel:I",
    "konuş:I",
    "savun:I",
    "korun:I",
    "kurtar:I",
    "kurtul:I",
    "uğra",
    "uğraş:I",
    "ulaş:I",
    "yaklaş:I",
    "karşıla",
    "karşılaş:I",
    "sürdür:I",
    "öldür:I",
    "doldur:I",
    "kaldır:I",
    "saldır:I",
    "bildir:I",
    "bildiril:I",
    "çevir:I",
    "ayır:I",
    "ayrıl:I",
    "katıl:I",
    "dağıl:I",
    "dağıt:I",
    "yık:A",
    "yıkıl:I",
    "yen:A",
    "yenil:I",
    "as:A",
    "kes:A",
    "aç:A",
    "açıl:I",
    "kapan:I",
    "güven:I",
    "sev:A",
    "duy:A",
    "uy:A",
    "doy:A",
    "say:A",
    "yay:A",
    "yayıl:I",
    "sayıl:I",
    "tanı",
    "isten:I",
    "beğen:I",
    "dinle",
    "reddet/redded:A",
    "affet/affed:A",
    "hisset/hissed:A",
    "kaybet/kaybed:A",
    "hükmet/hükmed:A",
    "bahset/bahsed:A",
    "zannet/zanned:A",
    "mahvet/mahved:A",
]

_ENDINGS = {
    "past": "DI DIm DIn DIk DIlAr DInIz",
    "evidential": "mIş mIştIr mIşlArdIr mIşlAr mIştI mIşsA mIşlArdI",
    "future": "YAcAk YAcAktIr YAcAklAr YAcAklArdIr YAcAğIz YAcAğIm YAcAktI",
    "future participle": "YAcAğI YAcAğInI YAcAğInA YAcAğIndAn YAcAklArI YAcAklArInI",
    "present participle": "YAn YAnlAr YAnlArI YAnlArIn YAnlArA YAnIn YAnI YAnA YAndAn",
    "past participle": "DIğI DIğInI DIğInA DIğIndA DIğIndAn DIğImIz DIğImIzI DIklArI DIklArInI DIklArInA DIktAn",
    "as far as": "DIkçA",
    "infinitive": "mAk mAktA mAktAn mAktAdIr mAktIr mAktAyIz mAktAdIrlAr mAklA",
    "verbal noun": "mAsI mAsInI mAsInA mAsIndAn mAsIndA mAlArI mAlArInI mAlArInA mAmIz mAmIzI mAsIdIr",
    "necessity": "mAlI mAlIdIr mAlIYIz mAlIdIrlAr",
    "condition": "sA sAlAr sAk sAm sAYdI sAnIz",
    "and": "YIp",
    "by": "YArAk",
    "when": "YIncA",
    "wish": "YAlIm YAYIm",
    "let": "sIn sInlAr",
}
_AORIST = "{} {}lAr {}DI {}sA {}ken {}DIlAr"
_NO_AORIST = "mAz mAzlAr mAzDI mAzsA mAzken mAzDIlAr"
_PROGRESSIVE = "Iyor Iyorlar Iyoruz Iyorum Iyordu Iyorsa Iyorlardı"
_AZERBAIJANI = {
    "past": ("DI DIlAr DIm", "mADI mADIlAr mADIm"),
    "evidential": ("mIş mIşdIr mIşdI", "mAmIş mAmIşdIr mAmIşdI"),
    "result": ("YIb YIblAr", "mAYIb mAYIblAr"),
    "present": ("Ir IrlAr IrdI", "mIr mIrlAr mIrdI"),
    "aorist": ("Ar ArlAr", "mAz mAzlAr"),
    "participle": ("An AnlAr", "mAYAn mAYAnlAr"),
    "let": ("sIn sInlAr", "mAsIn mAsInlAr"),
    "verbal noun": ("mAsI mAsInA", "mAmAsI mAmAsInA"),
}


def spelled(stem: str, soft: str, template: str, front: str = "e") -> str:
    """`stem` with an ending: vowels in harmony, glides and voicing; `front` is the open front vowel."""
    first = template[1:2] if template[:1] == "Y" and stem[-1] not in _VOWELS else template[:1]
    word = soft if first in "AI" or first in _VOWELS else stem
    for letter in template:
        last = next(char for char in reversed(word) if char in _VOWELS)
        if letter == "A":
            word += "a" if last in _BACK else front
        elif letter == "I":
            word += ("u" if last in _ROUND else "ı") if last in _BACK else ("ü" if last in _ROUND else "i")
        elif letter == "D":
            word += "t" if word[-1] in _VOICELESS and front == "e" else "d"
        elif letter == "Y":
            word += "y" if word[-1] in _VOWELS else ""
        else:
            word += letter
    return word


def verbs() -> tuple[Verb, ...]:
    """The verbs at hand."""
    made = []
    for entry in dict.fromkeys(_VERBS):
        written, _, vowel = entry.partition(":")
        stem, _, soft = written.partition("/")
        if vowel or stem[-1] in _VOWELS:
            made.append(Verb(stem, soft or stem, f"{vowel}r"))
    return tuple(made)


def _progressive(stem: str, template: str) -> str:
    """``-yor`` narrows the vowel before it: *başlıyor*, *gelmiyor*."""
    base = stem[:-1] if stem[-1] in _VOWELS else stem
    return spelled(base, base, template)


def denials(verb: Verb) -> Iterator[Denial]:
    """Every form of the verb with its denial, those of being able among them."""
    yield from _denials(verb, verb.stem)
    able = spelled(verb.stem, verb.soft, "YAbil")
    unable = spelled(verb.stem, verb.soft, "YA")
    for denial in _denials(Verb(able, able, "Ir"), unable):
        yield Denial(f"able, {denial.tense}", denial.affirmed, denial.denied)
    done = spelled(verb.stem, verb.soft, "YArAk")
    for ending in ("mAdAn", "mAksIzIn"):
        yield Denial("without", done, spelled(verb.stem, verb.stem, ending))


def _denials(verb: Verb, denied: str) -> Iterator[Denial]:
    not_doing = spelled(denied, denied, "mA")
    for tense, endings in _ENDINGS.items():
        for ending in endings.split():
            yield Denial(tense, spelled(verb.stem, verb.soft, ending), spelled(not_doing, not_doing, ending))
    aorists = zip(_AORIST.replace("{}", verb.aorist).split(), _NO_AORIST.split(), strict=True)
    for affirmed, ending in (*aorists, (verb.aorist + "Im", "mAm"), (verb.aorist + "Iz", "mAYIz")):
        yield Denial("aorist", spelled(verb.stem, verb.soft, affirmed), spelled(denied, denied, ending))
    for ending in _PROGRESSIVE.split():
        soft = verb.soft if verb.stem[-1] not in _VOWELS else verb.stem
        yield Denial("progressive", _progressive(soft, ending), spelled(denied, denied, "m" + ending))


def azerbaijani_denials(stem: str) -> Iterator[Denial]:
    """The same for an Azerbaijani stem that ends in a consonant."""
    for tense, (affirmed, denied) in _AZERBAIJANI.items():
        for one, other in zip(affirmed.split(), denied.split(), strict=True):
            yield Denial(tense, spelled(stem, stem, one, "ə"), spelled(stem, stem, other, "ə"))
