"""What is promised, asked, ordered or said: the nominalised clause that a verb governs, as part of its roles.

Comes in: a sentence and one of its clauses. Goes out: the clause's complement, and the roles with what it names: the
thing, and to whom. A complement stands right before its verb in the accusative, dative or bare; in the locative, or
before a noun, the same form is no complement (Göksel & Kerslake 2005, 24.4 and 25.1.1.2).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Facts, NameKind, Role
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.lexis.predicate import SAYING, Form, Predicate
from tanik.facts.statements.lexis.units import DISTANCES, units_by_kind
from tanik.facts.statements.lexis.verbs import VerbRow
from tanik.facts.statements.lexis.words import behind
from tanik.facts.statements.roles.fill import choose_row
from tanik.facts.statements.roles.objects import is_rest
from tanik.facts.statements.roles.possessors import with_parts
from tanik.facts.statements.roles.sentence import Sentence
from tanik.facts.statements.roles.states import is_foreign, is_home
from tanik.facts.statements.syntax.apposition import with_appositions
from tanik.facts.statements.syntax.clauses import BARE_POSSESSIVE, Clause, describes_noun
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.phrases import Phrase, as_accusative, is_person

__all__ = ["as_command", "asked_for", "complement_of", "with_complement"]

# of what was said the datives are the saying's own: "davaya katıldığını bildirdi"
_LISTING: Final = frozenset(("ve", ","))
# "sivillerin vurulmasıyla başladı": by or with which, and not what (GK 26.1.7)
_WHERE: Final = re.compile(r"(?:[mn][dt][ae]n?|m[ae]s[iu]yl[ae]|m[ae]l[ae]r[iu]yl[ae])$")
_ADJOINING: Final = frozenset(
    [
        "uzerine",
        "nedeniyle",
        "sebebiyle",
        "dolayisiyla",
        "sonucu",
        "sonucunda",
        "neticesinde",
        "yuzunden",
        "sayesinde",
        "sirasinda",
        "esnasinda",
        "sonrasinda",
        "halinde",
        "durumunda",
        "karsisinda",
        "ardindan",
        "ile",
        "gerekcesiyle",
    ]
)
_OBLIQUE: Final = frozenset(("acc", "dat", "loc", "abl", "ins", "gen", "com"))
_LIKE: Final = frozenset(("gibi", "halde", "kadar", "uzere"))
_BARE_DEED: Final = re.compile(r"m[ae](?:s[iu]|l[ae]r[iu])$")
_BARE_TOLD: Final = re.compile(r"(?:[dt][iu]|[ae]c[ae])(?:g[iu]|kl[ae]r[iu])$")
_CASE_OF_VERB: Final = re.compile(r"(?:(?<=s[iu])n[iuae]|(?<=m[ae])y[iae]|(?<=l[ae]r[iu])n[iuae])$")
_OF_NOUN: Final = re.compile(r"(?:s?[iu])$")
_ASKED: Final = frozenset(("request", "order"))
_DUE: Final = frozenset(("request", "order", "promise", "offer"))
_HANDING: Final = frozenset(("transfer", "say", "write", "offer", "promise", "publish"))
_CHANGING: Final = ("cikar", "yuksel", "yukselt", "indir", "dusur", "artir", "arttir", "azalt", "cikaril", "cevir")
_PURPOSE: Final = frozenset(("uzere", "icin", "amaciyla", "maksadiyla", "niyetiyle"))
_TO: Final = re.compile(r"[a-z]{2}m[ae][kg][ia]?$")
_NOUNS: Final = (Form.NOMINAL, Form.INFINITIVE)
_PLURAL: Final = re.compile(r"l[ae]r[iı]?$")
_SEVERAL: Final = re.compile(r"l[ae]r[iı]$")
_TO_DO: Final = re.compile(r"m[ae](?:s[iu]|l[ae]r[iu])(?:n[iu])?$")


def _is_complement(sentence: Sentence, clause: Clause) -> bool:
    """Whether the last nominalised verb before a clause's own is what its verb is about.

    None stands in the locative or describes a noun ("savunmasında", "ajansa verdiği demeçte"); of a nominalised verb
    only the infinitive right before it is ("vergiyi kaldırmayı vaat ettiği"); Göksel & Kerslake 24.4.
    """
    inner, outer = clause.inner[-1], clause.predicate
    if outer.form is Form.NOMINAL:
        return inner.form is Form.INFINITIVE and inner.last == outer.first - 1
    apart = _WHERE.search(sentence.words[inner.last].folded) or describes_noun(sentence.words, inner)
    after = behind(sentence.words, inner.last)
    apart = apart or (inner.form is Form.INFINITIVE and after in _PURPOSE)  # "görüşmek üzere ayrıldı" (GK 26.1.16)
    # "öğrenim görmesi için Paris'e yollandı"; but of "verilmesi için emir verdi" it is what was ordered
    # and "-dığı için" is a reason of whatever happened (GK 26.1.14)
    governs = any(row.action in _DUE or row.action in SAYING for row in outer.rows)
    apart = apart or (after == "icin" and (inner.ending == "nominal" or not governs))
    # "belirttiği gibi", "bildiği halde": how or although, and not what (GK 26.1.4, 26.3.9)
    apart = apart or (inner.ending == "nominal" and after in _LIKE)
    # "ölmesi üzerine döndü", "kapatılması nedeniyle": when or why (GK 26.1)
    apart = apart or (inner.ending == "action" and after in _ADJOINING)
    apart = apart or _is_meant(sentence, inner, outer)
    apart = apart or (not (governs and outer.passive) and _is_of_noun(sentence, inner, outer))
    return outer.form is Form.FINITE and inner.form in _NOUNS and not (apart or _is_of_adjunct(sentence, inner, outer))


def _is_of_noun(sentence: Sentence, inner: Predicate, outer: Predicate) -> bool:
    """Whether a -dığı form without a case is a relative clause of the noun right behind it.

    Of "valinin katıldığı törenle açıldı" the taking part is not what was opened, and of "izlediği yaşlı bir kaptan
    geldi" the following nothing that came: a relative clause stands right before its noun, and bare the form is no
    object of an active verb (Göksel & Kerslake 2005, 25.1.1.2 and 24.4.2).
    """
    if not BARE_POSSESSIVE.search(sentence.words[inner.last].folded):
        return False
    behind_it = (one for one in sentence.phrases(inner.first, outer.first) if one.last > inner.last)
    noun = next(behind_it, None)
    bare = not outer.passive and noun is not None and noun.case == "nom"
    return noun is not None and noun.first <= inner.last + 1 and (bare or noun.case in _OBLIQUE)


def _is_meant(sentence: Sentence, inner: Predicate, outer: Predicate) -> bool:
    """Whether a deed is the object of what was only intended: "satışını önlemek için geldi" (GK 26.1.16)."""
    verbs = range(inner.last + 1, min(inner.last + 4, outer.first - 1))
    words = sentence.words
    return any(_TO.search(words[at].folded) is not None and words[at + 1].folded in _PURPOSE for at in verbs)


def _is_of_adjunct(sentence: Sentence, inner: Predicate, outer: Predicate) -> bool:
    """Whether a nominalised verb belongs to a noun that says why or when the main verb's deed was done.

    Of "köyün rakiplere verilmesi ihtimaline karşı cemiyet kuruldu" nobody was given anything, and of "askerin geleceği
    haberi üzerine emir verdi" the coming is no order (GK 17.3, 24.4.2, 26.1).
    """
    bare = _BARE_DEED if inner.ending == "action" else _BARE_TOLD
    if not bare.search(sentence.words[inner.last].folded):
        return False
    noun = next(iter(sentence.phrases(inner.last + 1, outer.first)), None)
    return noun is not None and noun.first == inner.last + 1 and noun.possessed and noun.case in ("post", "loc", "abl")


def complement_of(sentence: Sentence, clause: Clause) -> tuple[Predicate, tuple[Phrase, ...]] | None:
    """The nominalised clause right before a finite verb, with its phrases: what is promised, asked, ordered."""
    if not clause.inner or not _is_complement(sentence, clause):
        return None
    told = None
    for position in range(len(clause.inner) - 1, -1, -1):
        verb = clause.inner[position]
        start = clause.inner[position - 1].last + 1 if position else clause.start
        found = sentence.phrases(start, verb.first)
        found = with_parts(with_appositions(found, sentence.words, sentence.text, sentence.facts))
        if clause.predicate.form is Form.NOMINAL:
            found = tuple(phrase for phrase in found if phrase.case != "gen" or phrase.name is None)
        told = told or (verb, found)
        if any(_counts(phrase, sentence.facts) for phrase in found):
            return verb, found  # of "400 altın ödemeyi ve bir hamam yaptırmayı" the first counts
        before = clause.inner[position - 1] if position else None
        listed = before is not None and before.form in _NOUNS and sentence.words[start].folded in _LISTING
        if not found and before is not None and before.form is Form.NOMINAL and before.last + 1 == verb.first:
            told = None  # "verilmesini temin etmenizi rica ederim": what is asked for is the giving
        elif not listed:
            break
    return told


def _is_someone(phrase: Phrase, facts: Facts) -> bool:
    """Whether a phrase is people: named, counted, or called by what they do."""
    words = {_PLURAL.sub("", word) for word in fold_word(phrase.text).split()}
    return is_person(phrase, facts) or bool(words & phrases("actors"))


def _in_case(found: Sequence[Phrase], case: str) -> Phrase | None:
    """The first phrase that stands in a case."""
    return next((phrase for phrase in found if phrase.case == case), None)


def _spoken_of(inside: Sequence[Phrase]) -> Phrase | None:
    """The first genitive that possesses nothing right behind it: in "köyün yolunu valinin yaptırdığını" the vali."""
    for at, phrase in enumerate(inside):
        after = inside[at + 1] if at + 1 < len(inside) else phrase
        owner = after.first == phrase.last + 1 and after.possessed and not after.amounts
        if phrase.case == "gen" and not (owner and after.case in ("acc", "dat", "post")):
            return phrase
    return None


def _counts(phrase: Phrase, facts: Facts) -> bool:
    """Whether a phrase counts or weighs what is given: no "beş yıl süreyle" and no "on sekiz ayda"."""
    # of "üç kilometre öteye taşımalarını emretti" the way is counted, and no thing
    apart = units_by_kind("time") | (DISTANCES if phrase.case == "dat" else frozenset())
    things = any(facts.amounts[index].unit not in apart for index in phrase.amounts)
    return things and phrase.case in ("nom", "acc", "dat")


def _without_case(sentence: Sentence, verb: Predicate) -> int:
    """Where a nominalised verb ends without its case: "kapatılmasını" is "kapatılması"."""
    word = sentence.words[verb.last]
    match = _CASE_OF_VERB.search(word.folded)
    return word.end - (len(match.group()) if match else 0)


def with_complement(
    sentence: Sentence, roles: dict[str, Role], row: VerbRow, verb: Predicate, found: tuple[Phrase, ...]
) -> dict[str, Role]:
    """The roles with the nominalised clause as object and its dative as recipient, where these are still open."""
    inside = [phrase for phrase in found if phrase is not found[0] or not _may_govern(phrase, verb)]
    if row.frame == "call":
        return roles | _called_to(sentence, roles, verb, inside)
    return _with_deed(sentence, roles, row, verb, inside)


def _is_town(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether an ablative before -ması is a place from which something is to come, and nobody who could be asked.

    "Kars'tan askerin çekilmesini istedi" asks no town; a state or its capital may be asked ("Moskova'dan").
    """
    kind = sentence.facts.names[phrase.name].kind if phrase.name is not None else None
    role = role_of(phrase, sentence.text, sentence.facts)
    town = kind is NameKind.PLACE and not is_foreign(role) and not is_home(role)
    return town or fold_word(phrase.text) in ("disari", "uzak")  # "dışarıdan uzman getirilmesini istedi"


def _is_taken_there(row: VerbRow, verb: Predicate) -> bool:
    """Whether a condition is to take, so that its ablative is from where: "okuldan oyuncu almamasını şart koştu".

    One is asked in the ablative ("-den istemek"), and nobody is put a condition in it (GK 14.3.4).
    """
    return bool(row.lead) and row.lead[0][0] == "şart" and any(one.frame == "take" for one in verb.rows)


def _with_deed(
    sentence: Sentence, roles: dict[str, Role], row: VerbRow, verb: Predicate, inside: list[Phrase]
) -> dict[str, Role]:
    """The roles with what is promised, asked, ordered or said, and with to whom, where these are still open."""
    said, row = row, as_command(sentence, row, verb)
    command = said is not row
    # of what is still to come the whole is told: "okulun kapatılacağını yazdı" is of no school that was closed
    told_of = _spoken_of(inside) if row.action in SAYING and not verb.future else None
    if "object" not in roles and told_of is not None:
        # of "bedelin iki bin lirayı geçtiğini söyledi" the price is what is spoken of, the sum is its amount
        roles["object"] = role_of(told_of, sentence.text, sentence.facts)
    # "on altının gönderilmesini istedi": what is to be given stands in the genitive, and so does who is to come
    given = [phrase for phrase in inside if phrase.case == "gen" and not _is_someone(phrase, sentence.facts)]
    given = [replace(phrase, case="acc") for phrase in given if row.action in _DUE]
    counted = next((phrase for phrase in (*inside, *given) if _counts(phrase, sentence.facts)), None)
    owner = _owner(inside)
    if counted is not None and counted.case == "dat" and owner is not None and _changes(sentence, verb):
        counted = None  # of "sermayenin on milyon liraya çıkarılması" the sum is where the change ends
    sold = next((phrase for phrase in inside if phrase.case == "acc"), None)
    if counted is not None and counted.case == "dat" and sold is not None:
        counted = sold  # "depoyu 900 liraya satmayı önerdi": what is counted in the dative is the price
    if "object" not in roles and counted is not None:
        roles["object"] = _named_thing(role_of(as_accusative(counted), sentence.text, sentence.facts), sentence, verb)
    if "object" not in roles and owner is not None:
        span = Span(owner.span.start, _without_case(sentence, verb))
        rest = owner.whole is not None or is_rest(owner)  # "yarısını ödemeye razı oldu": of what is told elsewhere
        roles["object"] = role_of(owner, sentence.text, sentence.facts) if rest else Role(span, span.of(sentence.text))
    if "object" not in roles:
        begin = min((phrase.span.start for phrase in inside[-1:]), default=sentence.words[verb.first].start)
        before = sentence.words[verb.first - 1] if verb.first else sentence.words[verb.first]
        if before.folded.endswith(("mak", "mek")):
            begin = before.start  # "sığınmak istediğini"
        span = Span(begin, _without_case(sentence, verb))
        roles["object"] = Role(span, span.of(sentence.text))
    asked = _in_case(inside, "abl") if row.action == "request" else None
    asked = None if asked is not None and (_is_town(asked, sentence) or _is_taken_there(row, verb)) else asked
    if asked is not None and "recipient" not in roles:
        roles["recipient"] = role_of(asked, sentence.text, sentence.facts)
    giver = _in_case(inside, "agent") if row.action in _ASKED else None
    if giver is not None and "recipient" not in roles:
        roles["recipient"] = role_of(giver, sentence.text, sentence.facts)  # "hükûmetçe gönderilmesini istedi"
    ordered = next((phrase for phrase in inside if phrase.case == "acc" and is_person(phrase, sentence.facts)), None)
    if ordered is not None and row.action == "order" and "recipient" not in roles:
        roles["recipient"] = role_of(ordered, sentence.text, sentence.facts)  # "onu ceza ödemeye mahkûm etti"
    told = _told(inside, row, verb, sentence.facts)
    if command and inside[:1] and inside[0].case == "dat" and _is_someone(inside[0], sentence.facts):
        told = inside[0]
    if told is not None and "recipient" not in roles:
        name = sentence.facts.names[told.name].name if told.name is not None else None
        roles["recipient"] = Role(told.span, told.text, name)
    return roles


def _called_to(
    sentence: Sentence, roles: dict[str, Role], verb: Predicate, inside: Sequence[Phrase]
) -> dict[str, Role]:
    """Who is called upon, and to what: "halkı direnmeye çağırdı" has one accusative for both verbs (GK 24.4.3)."""
    who = next((one for one in inside if one.case == "acc" or one.maybe_object), None)
    rest = [one for one in inside if who is not None and one.first > who.last and one.case not in ("loc", "post")]
    begin = rest[0].span.start if rest else sentence.words[verb.first].start
    deed = Span(begin, _without_case(sentence, verb))
    called = {"object": Role(deed, deed.of(sentence.text))}
    if who is not None and "recipient" not in roles:
        called["recipient"] = role_of(as_accusative(who), sentence.text, sentence.facts)
    return called


def as_command(sentence: Sentence, row: VerbRow, verb: Predicate) -> VerbRow:
    """The row of a saying whose complement is a deed in -mA, which is an indirect command (GK 24.4.4, 28.1.3).

    "Ali Bey'e dönmesini bildirdi" tells him to come back, "döndüğünü bildirdi" that someone did.
    """
    said = fold_word(row.lead[0][0]) if row.lead else row.stems[0][1]
    to_do = verb.form is Form.NOMINAL and bool(_TO_DO.search(sentence.words[verb.last].folded))
    telling = row.action in SAYING and said in phrases("commanding")
    return replace(row, action="request") if telling and to_do else row


def _may_govern(phrase: Phrase, verb: Predicate) -> bool:
    """Whether the nominative that opens a clause is the main verb's: no "tedbirleri" right before "alması"."""
    near = phrase.maybe_object and phrase.name is None and phrase.last == verb.first - 1
    own = near and _SEVERAL.search(phrase.text) is not None
    return phrase.case == "nom" and not phrase.amounts and not own


def _owner(inside: Sequence[Phrase]) -> Phrase | None:
    """The genitive or accusative that opens what is told: of "şirketin haklarının tanınması" the company's."""
    last = next((at for at in range(len(inside) - 1, -1, -1) if inside[at].case in ("gen", "acc")), None)
    if last is None:
        return None
    first = last
    while first and inside[first - 1].case == "gen":
        before = inside[first - 1]
        # "Kars ve Ardahan'ın geri verilmesi": of joined names both own (GK 26.1.1)
        if before.last + (2 if before.shared else 1) != inside[first].first:
            break
        first -= 1
    return inside[first]


def _changes(sentence: Sentence, verb: Predicate) -> bool:
    """Whether a nominalised verb is of raising and lowering, whose dative says how far."""
    return fold_word(sentence.words[verb.first].lower).startswith(_CHANGING)


def _named_thing(role: Role, sentence: Sentence, verb: Predicate) -> Role:
    """A sum with what it is paid as, where that noun is part of the verb: "40 milyon frank tazminat ödemeyi"."""
    first = sentence.words[verb.first]
    near = role.name is None and verb.first < verb.last and 0 < first.start - role.span.end <= 1
    if not near or not noun_of(sentence.text[first.start : first.end]).bare_noun:
        return role
    span = Span(role.span.start, first.end)
    return Role(span, span.of(sentence.text))


def _told(inside: list[Phrase], row: VerbRow, verb: Predicate, facts: Facts) -> Phrase | None:
    """The dative among what is promised or said that says to whom: of what is said only one at its head does.

    Who is asked for a thing stands in the ablative, and what is accepted is nobody's to be told: the dative in either
    is the deed's own.
    """
    if row.action in SAYING:
        said = [phrase for phrase in inside if phrase.case not in ("loc", "ins", "post")]  # "mektubunda Ali Bey'e …"
        return said[0] if _is_addressed(said, facts) else None
    if row.action in ("request", "accept", "refuse"):
        return None
    deed = choose_row(verb, inside, facts)
    giving = deed is not None and deed.action in _HANDING
    doer = next((phrase.first for phrase in inside if phrase.case == "gen"), verb.last)
    behind = doer if row.action == "order" else verb.last  # "tüfeğin Kars'a gönderilmesini emretti": whither, not whom
    goals = (phrase for phrase in inside if phrase.case == "dat" and not phrase.amounts and phrase.first < behind)
    goals = (phrase for phrase in goals if giving or _is_someone(phrase, facts))
    return next((phrase for phrase in goals if not _is_owned(phrase) or phrase.name is not None), None)


def _is_owned(phrase: Phrase) -> bool:
    """Whether a dative is somebody's and so no one's to be told: "zümresine", of a word that no dictionary has too."""
    unknown = not noun_of(phrase.text.split()[-1]).known
    return phrase.possessed or (unknown and fold_word(phrase.text).endswith(("iyesi", "iyyesi", "uyesi")))


def _is_addressed(inside: list[Phrase], facts: Facts) -> bool:
    """Whether the dative of what is said is to whom: it stands first, "gazeteye kapıyı açık tuttuğunu söyledi".

    Someone's dative before the doer of what is said belongs to the saying too: "Ali Bey'e köprünün yıkıldığını yazdı";
    a nominalised clause begins with its own doer (GK 24.4.1 and 23.3).
    """
    if len(inside) < 2 or inside[0].case != "dat":
        return False
    doer = any(phrase.case == "gen" for phrase in inside[1:]) and _is_someone(inside[0], facts)
    return doer or any(phrase.case == "acc" for phrase in inside[1:])


def asked_for(sentence: Sentence, verb: Predicate, row: VerbRow, own: tuple[Phrase, ...]) -> dict[str, Role]:
    """What is asked for by a noun of action in a passive clause, and of whom: "kömürün belediyece temini istendi".

    The genitives before such a noun are what is to be given, and whoever stands with -ce or "tarafından" is to give it
    (Göksel & Kerslake 2005, 14.4).
    """
    head = own[-1] if own and row.action in _ASKED else None
    agent = _in_case(own, "agent") is not None  # "erzakın belediyece teminini istedi"
    if (
        head is None
        or not (head.case == "nom" if verb.passive else head.case == "acc" and agent)
        or _OF_NOUN.sub("", fold_word(head.text).split()[-1]) not in phrases("verbal_nouns")
    ):
        return {}
    things = [phrase for phrase in own[:-1] if phrase.case == "gen"]
    thing = next((phrase for phrase in things if _counts(replace(phrase, case="nom"), sentence.facts)), None)
    roles: dict[str, Role] = {}
    if thing is not None:
        roles["object"] = role_of(thing, sentence.text, sentence.facts)
    elif things:
        span = Span(things[-1].span.start, head.span.end)
        roles["object"] = Role(span, span.of(sentence.text))
    giver, asker = _in_case(own, "agent"), _in_case(own[:-1], "nom")
    if asker is not None and not verb.passive:
        roles["subject"] = role_of(asker, sentence.text, sentence.facts)  # "vekâlet kömürün belediyece teminini istedi"
    return roles | ({"recipient": role_of(giver, sentence.text, sentence.facts)} if giver is not None else {})
