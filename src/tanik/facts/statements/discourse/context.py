"""What one clause hands to the next: who it is about, who stands on the other side, when, on whose word.

Comes in: each clause as it is read. Goes out: the parts that Turkish leaves unsaid once they are known. A subject is
dropped as long as it stays the same, and the other party to a deal in the clauses joined to it (Göksel & Kerslake
2005, 18.1.5, 28.3.1); what a text is about, which its title names, comes back with each paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tanik.core.span import Span
from tanik.facts.model import Facts, Role
from tanik.facts.statements.discourse.coordinated import joined_after
from tanik.facts.statements.discourse.correspondents import Correspondents
from tanik.facts.statements.discourse.dealings import ASKING, Dealings
from tanik.facts.statements.discourse.focus import is_house, is_only_scene, is_several, is_told_of_him, is_work
from tanik.facts.statements.discourse.narration import Done
from tanik.facts.statements.discourse.parties import Cast, Parties, cast_of
from tanik.facts.statements.lexis.lexicon import fold_word, frame, phrases
from tanik.facts.statements.roles.offices import holder_of
from tanik.facts.statements.roles.reading import Reading, Sentence
from tanik.facts.statements.roles.reference import called, is_human, is_one_called, is_party, is_same
from tanik.facts.statements.roles.states import as_state
from tanik.facts.statements.syntax.kinship import kin_of
from tanik.facts.statements.syntax.source_papers import paper_spoken_of
from tanik.facts.statements.syntax.voice import authority_of

__all__ = ["Context"]

# deeds of people: a town or a state carried on as subject gives way to the person last spoken of
_PERSONAL = frozenset(("die", "born", "write", "say", "move", "meet", "appoint"))
_OF_EVENTS = frozenset(("begin", "end", None))  # what a war or a congress may be told to do
_CITIES = frozenset(("sehir", "sehr", "kasaba", "kent"))
# which place of a deed is then the scene
_SCENES = {"move": "recipient", "occupy": "object", "liberate": "object", "attack": "object"}
_PARTIES = ("subject", "recipient")
_ACTIVE_THOUGH_PASSIVE = frozenset(("bring", "become", "go", "die"))  # frames whose passive has its own subject
_SEVERAL_LAST = 2  # sentences
_WHEN = re.compile(r"['’ʼ]?[dt][aeə](?:n\b[^.]*)?\s*,?")  # "3 Mayıs 1921'de", "1921'den sonra"
_SAME = 4  # letters
_TOWN = re.compile(r"(?:y?[aei]|[dt][ae]n?|n[iu]n)$")


@dataclass(slots=True)
class Context:
    """What one sentence hands to the next within a stretch of one voice."""

    facts: Facts
    cast: Cast
    parties: Parties
    dealings: Dealings
    authority: str | None = None
    subject: Role | None = None
    topic: Role | None = None
    when: str | None = None
    when_before: str | None = None
    pointed: bool = False
    lasts: bool = False
    done: Done | None = None
    section: str | None = None
    here: Role | None = None
    teller: str | None = None
    author: str | None = None
    paper: str | None = None
    source: str | None = None
    person: Role | None = None
    thing: Role | None = None
    several: Role | None = None
    done_here: tuple[str | None, Role] | None = None
    joined: Role | None = None
    where: Role | None = None
    town: Role | None = None
    posts: dict[str, str] = field(default_factory=dict)
    deeds: dict[str, dict[str, Role]] = field(default_factory=dict)
    reply: bool = False
    letter: Correspondents | None = None
    lists: dict[Span, tuple[Role, ...]] = field(default_factory=dict)
    latest: Role | None = None
    spoken: Role | None = None
    fallen: Role | None = None
    before: Sentence | None = None
    _latest_age: int = 0
    _spoken_age: int = 0
    _several_age: int = 0
    _subject_age: int = 0
    _survivor: Role | None = None

    @classmethod
    def of_page(cls, facts: Facts, *, topic: Role | None, author: str | None, town: Role | None) -> Context:
        """What the page's own voice begins with."""
        cast = cast_of(facts)
        return cls(facts, cast, Parties(cast.assemblies), Dealings(cast), topic=topic, author=author, town=town)

    def another(self, authority: str | None, letter: Correspondents | None = None) -> Context:
        """A fresh context for another voice of the same page; a `letter` given whole speaks of nothing told on it."""
        parties, dealings = Parties(self.cast.assemblies), Dealings(self.cast)
        fresh = Context(self.facts, self.cast, parties, dealings, authority, author=self.author, letter=letter)
        if letter is None or letter.quoted:
            fresh.topic, fresh.town, fresh.posts, fresh.deeds = self.topic, self.town, self.posts, self.deeds
            fresh.reply = authority is not None
        return fresh

    @property
    def day_pointed_at(self) -> str | None:
        """The date told before to which the sentence points back; a state lasts longer than the day last told."""
        return self.when_before if self.pointed else None

    def unsaid_doer(self, action: str | None) -> Role | None:
        """Who does what a clause without subject tells: whoever acted a sentence ago, by name or by post."""
        acted = self.latest if self.here is None and self._latest_age <= 1 else None
        return self.doer_of(action) if acted is None or acted.name is not None else acted

    def speak_of(self, role: Role | None) -> None:
        """Someone whom a sentence is told of though he is not its subject."""
        if role is not None:
            self.here = self.subject = self.person = role
            self.latest = None

    def doer_of(self, action: str | None) -> Role | None:
        """Who a clause without subject is about: its sentence's own subject, else the last that was named."""
        scene = self.is_about_someone() and is_only_scene(self.subject, self.cast.places | self.cast.events)
        doer = self.here or (self.topic if scene else self.subject) or self.topic
        if self.cast.is_event(doer) and action not in _OF_EVENTS:
            return None if doer is self.topic else self.topic
        if doer is None or doer is self.topic or doer.name in self.cast.people:
            return doer
        if doer.name is None:  # what is neither named nor a man goes unsaid in the next sentence alone
            near = doer is self.here or self._subject_age <= 1
            return doer if near or is_one_called(doer) else None
        if action not in _PERSONAL:
            # of a life told on, and of a body or a state that came into it a while ago, either may be meant
            acted = doer is self.here or (doer is self.latest and self._latest_age <= 1)
            return doer if acted or not self.is_about_someone() else None
        mortal = action in ("die", "born")  # no town and no body dies
        return self.topic or self.person or (None if mortal else doer)

    def _is_person(self, role: Role) -> bool:
        """Whether a role is filled by a person; one without a name may be."""
        return role.name is None or role.name in self.cast.people

    def is_one(self, role: Role) -> bool:
        """Whether a role is filled by one person, who takes no plural verb."""
        return role.name in self.cast.people

    def is_land(self, role: Role) -> bool:
        """Whether a role is filled by a land or a town by its own name, and not by its people: "Almanya" (GK 8.4)."""
        return role.name in self.cast.places and role.text[:_SAME] == (role.name or "")[:_SAME] and not is_several(role)

    def is_someone(self, role: Role) -> bool:
        """Whether a role is filled by a person of the page who is called by name or pronoun alone."""
        called = fold_word(role.name or "")
        own = all(word[:4] in called for word in fold_word(role.text).split())
        return role.name in self.cast.people and (own or fold_word(role.text) in phrases("pronouns"))

    def named_town(self, role: Role) -> Role:
        """A role filled by "kasaba" or "şehir", with the name of the title's one town, else of the town last reached.

        A description goes back to what stands in the foreground, and of places that is the scene (GK 22.3.1).
        """
        stems = {fold_word(role.text), _TOWN.sub("", fold_word(role.text))}
        if role.name is not None or not stems & phrases("towns"):
            return role
        scene = self.town or (self.where if stems & _CITIES else None)
        return Role(role.span, role.text, scene.name) if scene is not None else role

    def named_post(self, role: Role) -> Role:
        """A role filled by a post alone, with the name of whoever the text said to have been given it."""
        holder = self.posts.get(fold_word(role.text)) if role.name is None else None
        return Role(role.span, role.text, holder) if holder else role

    def same_deed(self, action: str | None, roles: Mapping[str, Role]) -> dict[str, Role]:
        """The parties that the page gave to a deed which a reply speaks of again without them."""
        told = self.deeds.get(action or "") if self.reply and action not in _PERSONAL else None
        if told is not None and "object" in roles:  # of several of its kind the one that was done to the same
            told = self.deeds.get(f"{action} {called(roles['object'])}", told)
        agree = told is not None and all(
            role.name == told[place].name for place, role in roles.items() if place in told
        )
        return (
            {place: told[place] for place in _PARTIES if place in told and place not in roles} if told and agree else {}
        )

    def is_about_someone(self) -> bool:
        """Whether the text is about one person."""
        return self.topic is not None and self.topic.name in self.cast.people

    def several_before(self) -> Role | None:
        """The several people told of last, as long as they are not far behind."""
        return self.several if self._several_age <= _SEVERAL_LAST else None

    def thing_before(self) -> Role | None:
        """The thing that this sentence or the one before it told of, if one did."""
        return self.spoken if self._spoken_age <= 1 else None

    def _keep_thing(self, roles: Mapping[str, Role]) -> None:
        """Keep what a clause was told of where it is no one: its object, else its subject."""
        told = [roles[place] for place in ("object", "subject") if place in roles]
        things = [role for role in told if role.name not in self.cast.people and (is_work(role) or not is_party(role))]
        # of a deed that was done to someone no thing is left in the foreground
        self.spoken, self._spoken_age = next(iter(things[:1] if told else ()), None), 0

    def keep(self, action: str | None, roles: dict[str, Role]) -> None:
        """Keep the thing and the parties of a statement just made."""
        self._keep_thing(roles)
        if action != "move":  # what someone left or took along is no thing that is dealt about
            self.thing = roles.get("object", self.thing)
        self.done_here = (action, roles["object"]) if "object" in roles else self.done_here
        self.parties.keep(action, roles)
        if action is not None and not self.reply:
            self.deeds[action] = {place: role for place, role in roles.items() if role.name is not None}
            if (done_to := roles.get("object")) is not None:
                self.deeds[f"{action} {done_to.name or done_to.text}"] = self.deeds[action]
        post, holder = roles.get("object"), roles.get("recipient")
        if action == "appoint" and post is not None and holder is not None and holder.name is not None:
            called = holder_of(fold_word(post.name or post.text))
            if any(word in phrases("actors") for word in called.split()[-1:]):
                self.posts[called] = holder.name  # no one is called "görev" later on
        for role in roles.values():
            self._keep_description(role)
        self.dealings.keep(action, roles)
        scene = roles.get(_SCENES.get(action or "", ""))
        if scene is not None and scene.name in self.cast.places:
            self.where = scene

    def is_event(self, role: Role) -> bool:
        """Whether a role is filled by the name of an event that no one sits in: a treaty or a war, and no congress."""
        return role.name in self.cast.events

    def _keep_description(self, role: Role) -> None:
        """A description in full ("Romanya Kralı"): its last noun alone ("Kral") stands for it later on."""
        words = fold_word(role.text).split()
        named = role.name is not None and role.rule is None  # whom a table names is called by his office all the same
        if named or len(words) < 2 or words[0][:1].isdigit() or words[0] in phrases("determiners"):
            return
        ends = (words[-1], words[-1].removesuffix("si").removesuffix("su"), words[-1].rstrip("iu"))
        head = next((end for end in ends if end in phrases("actors") or end in phrases("bodies")), None)
        if head is not None:
            self.posts[head] = role.text

    def begin_sentence(self, before: str | None, *, pointed: bool = False, lasts: bool = False) -> None:
        """A sentence begins, which has `pointed` back to the date `before` or, where nothing else has happened since,
        `lasts` on it; who acted in the one before it is a step older."""
        self._latest_age += 1
        self._spoken_age += 1
        self._several_age += 1
        self._subject_age += 1
        self.parties.apart = False
        self._bury()
        self.when_before, self.pointed, self.lasts = before, pointed, lasts
        self.when, self.here, self.done_here, self.joined, self.dealings.sides = None, None, None, None, []

    def _bury(self) -> None:
        """Whoever a sentence told to have died does not act in the next: it goes on with who was told of before him."""
        if self.fallen is not None and self._survivor is not None and self.subject is self.fallen:
            self.subject, self.latest = self._survivor, None
            self.person = self.subject if self._is_person(self.subject) else self.person
        self._survivor = None

    def head(self, span: Span, text: str) -> None:
        """A heading: its date is that of the section below it ("Konya Sergisi (3 Mayıs 1921)").

        A line that ends with when something was is a piece of a sentence: "Kongreden sonra, 3 Mayıs 1921'de".
        """
        dates = [date for date in self.facts.dates if span.contains(date.span) and date.edtf]
        piece = dates and _WHEN.fullmatch(text, dates[-1].span.end, span.end)
        posted = "@" in span.of(text)  # "Nuri @nuri36 · 29 Ekim 2020" is who posted and when
        self.section = dates[-1].edtf if dates and not piece and not posted else None
        self.subject, self.latest = self.topic, None  # below a heading something else is told of

    def begin_stretch(self) -> None:
        """A new paragraph goes back to what the text is about, else keeps the subject; nothing else."""
        self.when_before = self.when = self.here = self.teller = self.thing = self.paper = self.before = None
        self.source = None
        self.dealings.begin_stretch()
        self.parties.forget()
        self.subject = self.topic or self.subject
        self.latest = None

    def told_by(self, authority: str | None, subject: Role | None) -> Context:
        """The context of what someone else says."""
        authority = self.kin_of_author(authority) if authority else None
        # whoever gave in the story before is nobody's giver in what another says
        parties = replace(self.parties) if authority in (None, self.authority) else replace(self.parties, giver=None)
        return Context(
            self.facts,
            self.cast,
            parties,
            replace(self.dealings, sender=None, sender_before=None, sides=list(self.dealings.sides)),
            authority or self.authority,
            subject or self.doer_of("say"),
            when=self.when,
            when_before=self.when_before,
            pointed=self.pointed,
            lasts=self.lasts,
            section=self.section,
            thing=self.thing,
            where=self.where,
            posts=self.posts,
        )

    def _is_aside(self, sentence: Sentence, reading: Reading, subject: Role) -> bool:
        """Whether someone new acts on the one the text is about, who is then still the one left unsaid (GK 18.1)."""
        words = sentence.words[reading.first : reading.last]
        told = self.topic or (self.subject if self.subject is not None and self._is_person(self.subject) else None)
        return (
            told is not None
            and subject.name != told.name
            and subject.name in self.cast.people
            and any(word.folded in ("onu", "ona", "ondan", "onun") for word in words)
        )

    def read_paper(self, sentence: Sentence) -> None:
        """A paper that a sentence speaks of: what is told in -mış behind it stands on its word."""
        self.before = sentence
        self.paper = paper_spoken_of(sentence.words, sentence.text, self.facts) or self.paper

    def kin_of_author(self, kin: str) -> str:
        """How the kin of a comment's author is called: "amca" of Nuri is "Nuri'nin amcası"."""
        return kin_of(self.authority, kin) if self.authority else kin

    def _is_known(self, subject: Role, *, aside: bool) -> bool:
        """Whether later sentences can go on with someone: by name, a body, the writer's kin, else the first told of."""
        own = fold_word(subject.text).split()[-1:]
        several = own[0] in phrases("bodies") if own else False
        kin = any(word in phrases("kin") for word in own)
        return subject.name is not None or several or kin or (self.subject is None and not aside and is_party(subject))

    def _in_foreground(self, reading: Reading) -> Role | None:
        """Whom a clause leaves in the foreground: its doer; of "Vali Ali Bey tarafından karşılandı" the governor.

        An agent with "tarafından" is no topic, and where a passive leaves unsaid whom it befell that was the topic.
        """
        doer, patient = reading.doer, reading.roles.get("object")
        if doer is None and patient is not None and self._is_nominative(reading, patient):
            return patient
        if not reading.clause.predicate.passive or reading.row.frame in _ACTIVE_THOUGH_PASSIVE:
            return doer
        if frame(reading.row.frame).get("passive") == "recipient" and "recipient" in reading.roles:
            return reading.roles["recipient"]  # "Ali Bey mebus seçildi. Bir yıl sonra öldü": who was chosen
        if doer is None:  # "Ali Bey 1926'da tutuklandı. İki yıl yattı": whom it befell
            human = patient is not None and (patient.name in self.cast.people or is_human(patient))
            return patient if human and reading.row.action != "kill" else None
        if patient is None:
            told = self.subject or (self.latest if self._latest_age <= 1 else None)
            return None if told is not None and (self._is_person(told) or is_party(told)) else doer
        return patient if patient.name in self.cast.people else doer

    def _is_nominative(self, reading: Reading, patient: Role) -> bool:
        """Whether the nominative is whom it befell, or the body that began: "Ali Bey yaralandı", "cemiyet kuruldu"."""
        befell = frame(reading.row.frame).get("nom") == "object" and patient.name in self.cast.people
        return befell or (reading.row.action == "found" and is_house(patient))

    def _done(self, reading: Reading, doer: Role | None, when: str) -> Done:
        action, thing = reading.row.action, reading.roles.get("object")
        return Done(action, doer or self.unsaid_doer(action), thing, when, reading.clause.predicate.passive)

    def describe(self, sentence: Sentence, reading: Reading) -> None:
        """Keep the dated deed of a participle: "1 Mart'ta imzalanan antlaşma ilkti" (GK 25.1.1)."""
        if reading.dates and (when := sentence.facts.dates[reading.dates[0]].edtf):
            self.done = self._done(reading, reading.doer, when)

    def learn(self, sentence: Sentence, reading: Reading) -> None:
        """Keep what later clauses leave out."""
        subject = self._in_foreground(reading)
        if subject is not None and reading.row.action == "born" and subject.name in self.cast.places:
            subject = None  # where somebody was born, of whom a list of places hides the name
        self.here = subject or self.here
        self.joined = joined_after(reading, self.joined)
        if "object" in reading.roles:
            self.done_here = (reading.row.action, reading.roles["object"])
        if subject is not None and (is_several(subject) or subject.span in self.lists):
            self.several, self._several_age = subject, 0
        known = subject is not None and self._is_known(subject, aside=is_told_of_him(sentence, reading))
        # "İngilizler geldi. Kasabayı aldılar"
        acts = subject is not None and (is_party(subject) or as_state(subject).name is not None)
        if subject is not None and acts and not is_told_of_him(sentence, reading):
            self.latest, self._latest_age = subject, 0
        if subject is not None and known and not self._is_aside(sentence, reading, subject):
            if reading.row.action == "die":
                other = self.subject is not None and not is_same(self.subject, subject)
                self.fallen, self._survivor = subject, self.subject if other else None
            self.subject, self._subject_age = subject, 0
            self.person = subject if self._is_person(subject) else self.person
        if reading.dates and (when := sentence.facts.dates[reading.dates[0]].edtf):
            self.when = when
            self.section = self.section if when == self.section else None  # told since: the story has left that day
            self.done = self._done(reading, subject, when)
        if reading.row.action in ("say", "write"):
            self.teller = authority_of(subject or self.doer_of(reading.row.action))
            # "valilik izin vereceğini bildirdi": what the saying holds is a statement of its own, the saying is none
            self.dealings.sender = self.dealings.sender_before = subject or self.dealings.sender
        elif not reading.clause.predicate.hearsay:
            self.teller = None
        if reading.row.action in ASKING:
            asked = self.dealings
            asked.asked_by, asked.asked_of = self.doer_of(reading.row.action), reading.roles.get("recipient")
