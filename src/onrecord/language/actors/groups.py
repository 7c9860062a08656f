"""Actors by name that are not persons: states, bodies, peoples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.actors.earlier import FIRMS
from onrecord.language.actors.entities import Entity
from onrecord.language.actors.gatherer import BODY_WORDS, Gatherer
from onrecord.language.actors.naming import Named
from onrecord.language.actors.phrases import Coding
from onrecord.language.actors.words import singular
from onrecord.record import slug
from onrecord.vocabulary.actors import Known

if TYPE_CHECKING:
    from spacy.tokens import Token


_STATE_PLACES = frozenset(
    "in at near across inside outside around within via throughout through over into off along "
    "beyond toward towards".split()
)
_MOTION = frozenset(
    "fly go travel arrive return come move flee leave head drive deploy send export import ship "
    "deport bring visit trip flight journey route way road".split()
)
_SMALL = frozenset(
    "the a an this that these those his her its their our my your some any all both each many "
    "several few no two three four five six seven eight nine ten eleven twelve dozen dozens "
    "hundreds thousands scores least about more most than other another additional such".split()
)
_PLATFORMS = frozenset(
    {
        "Telegram",
        "X",
        "Twitter",
        "Facebook",
        "Truth Social",
        "WhatsApp",
        "TikTok",
        "YouTube",
        "Instagram",
        "Signal",
        "Weibo",
        "WeChat",
        "VK",
        "Zoom",
        "LinkedIn",
        "Threads",
        "Skype",
    }
)


class Groups(Gatherer):
    """Gathers everyone named but the persons of one article."""

    def add_name(self, named: Named) -> None:
        """Make or find the actor that a name names."""
        if self._is_channel(named):
            return
        if named.kind == "known" and named.known is not None:
            self._known(named, named.known)
        elif named.kind == "body":
            self._body(named)
        elif named.kind == "land":
            self._land(named)
        elif named.kind == "guess":
            self._guess(named)
        elif named.kind == "people":
            self._people(named)

    def _is_channel(self, named: Named) -> bool:
        """ "posted on Telegram": where it was said, not who said it."""
        head = self.doc[named.phrase.head]
        if head.dep_ != "pobj" or head.head.lower_ not in ("on", "via", "over", "through"):
            return False
        words = self.doc[named.phrase.first : named.phrase.head + 1].text
        return words in _PLATFORMS

    # --- known names

    def _known(self, named: Named, known: Known) -> None:
        head = self.doc[named.phrase.head]
        if head.dep_ in ("compound", "nmod") and head.head.i > head.i and known.kind != "state":
            return
        if known.kind == "state" and not self._state_acts(head):
            return
        if known.kind == "government" and self._is_address(head):
            return
        if known.kind != "state" and known.place and not self.metonymy.stands_for_government(head):
            return
        if known.kind == "government" and self.metonymy.is_town(head):
            return
        entity = self.entities.get(
            Entity(known.id, known.name, known.kind, known.country, known.sector, denotes="body")
        )
        entity.because("name", f"{head.text!r} is {known.name} in {known.table}.csv")
        first = head.i
        while first > named.phrase.first and self.doc[first - 1].dep_ in ("compound", "amod"):
            first -= 1
        self.mention(entity, named, first=first)
        entity.nouns.update(_nouns_of(known), self.coder.tables.nouns.get(known.id, ()))

    def _is_address(self, head: Token) -> bool:
        """ "the ministry, Abuja, said": where a body sits."""
        return head.dep_ == "appos" and head.head.ent_type_ not in ("GPE", "LOC", "FAC")

    def _state_acts(self, head: Token) -> bool:
        """A state is an actor unless it is plainly where something is, goes or comes from."""
        if self.metonymy.stands_for_government(head):
            return True
        if head.dep_ in ("compound", "nmod", "amod", "npadvmod"):
            return False
        token = head
        while token.dep_ == "conj" and token.head.pos_ in ("PROPN", "NOUN"):
            token = token.head
        if token.dep_ == "pobj":
            preposition = token.head
            if preposition.lower_ in _STATE_PLACES:
                return False
            if preposition.lower_ in ("to", "from", "for"):
                return preposition.head.lemma_.lower() not in _MOTION
            if preposition.lower_ == "of":
                return False
            return preposition.lower_ in (
                "with",
                "by",
                "against",
                "on",
                "between",
                "among",
                "like",
                "including",
                "toward",
                "towards",
                "behind",
                "than",
            )
        if token.dep_ == "poss":
            return not self.metonymy.owns_place(token)
        return token.dep_ in ("nsubj", "nsubjpass", "dobj", "dative", "attr", "agent")

    # --- other names

    def _body(self, named: Named) -> None:
        head = self.doc[named.phrase.head]
        if head.dep_ in ("compound", "nmod") and head.head.i > head.i:
            return
        words = named.words(self.doc)
        phrase = self.doc[named.phrase.first : named.phrase.head + 1].text
        coding = self.coder.code(phrase)
        if coding.sector == "JRN":
            printed = " ".join(w for w in phrase.split() if w.lower() not in _SMALL)
            made = Entity(f"media/{slug(printed)}", printed, "media", denotes="body")
        else:
            id_ = f"organisation/{self._body_slug(named, coding)}"
            made = Entity(id_, words, "organisation", denotes="body")
        entity = self.entities.get(made)
        firm = words.split()[-1] in self.coder.tables.firms and len(words.split()) > 1
        if coding.noun is None and coding.country is None and len(words.split()) < 4 and not firm:
            entity.guess = "body"
        sector = "BUS" if firm and coding.sector in (None, "UNK") else coding.sector
        entity.learn(coding.country, sector, "description", repr(phrase))
        if sector == "BUS":
            entity.nouns.update(FIRMS)
        if coding.noun:
            entity.nouns.update((coding.noun, coding.noun.split()[-1]))
        self.mention(entity, named)
        entity.aliases.append(words)

    def _land(self, named: Named) -> None:
        """A land no table knows, acting as states do."""
        head = self.doc[named.phrase.head]
        if not self._state_acts(head):
            return
        words = named.words(self.doc)
        entity = self.entities.get(Entity(f"state/{slug(words)}", words, "state", denotes="body"))
        entity.because("land", f"{words!r} has a government in the article")
        self.mention(entity, named, first=head.i)

    def _guess(self, named: Named) -> None:
        """A name of we know not what: an actor only if a pronoun makes it a person."""
        head = self.doc[named.phrase.head]
        if head.dep_ in ("compound", "nmod") and head.head.i > head.i:
            return
        words = named.words(self.doc)
        entity = Entity(f"guess/{slug(words)}", words, "unnamed", denotes="one", guess="thing")
        self.mention(self.entities.get(entity), named, first=(named.name or (head.i, 0))[0])

    def _body_slug(self, named: Named, coding: Coding) -> str:
        words = [w for w in named.words(self.doc).split() if w.lower() not in _SMALL]
        words = [BODY_WORDS.get(w.lower(), w) for w in words]
        text = " ".join(words)
        adjective = self.adjective(coding.country)
        if adjective and coding.noun and not text.startswith(adjective):
            for at in range(named.phrase.first, (named.name or (named.phrase.head, 0))[0]):
                if self.coder.lexicon.exact(self.doc[at].text) or self.doc[at].text == adjective:
                    return slug(f"{adjective} {text}")
        return slug(text)

    def _people(self, named: Named) -> None:
        """ "Palestinians", "the Russians": a population; "a Russian" one of it."""
        head = self.doc[named.phrase.head]
        if head.dep_ in ("compound", "amod", "nmod") or head.pos_ == "ADJ":
            return
        country = self.coder.tables.adjectives[head.text]
        plural = head.text.endswith("s") or head.text.endswith(("ese", "sh", "ch"))
        if plural:
            entity = self.entities.get(
                Entity(
                    f"population/{country}", head.text, "population", country, "CVL", plural=True
                )
            )
            entity.because("demonym", f"{head.text!r} in demonyms.csv")
            self.mention(entity, named)


def _nouns_of(known: Known) -> set[str]:
    if known.kind in ("state",):
        return {"country", "nation", "state"}
    if known.kind == "government":
        return {"government", "administration"}
    if known.kind == "media":
        return {"outlet", "agency", "newspaper", "news agency", "broadcaster", "channel", "paper"}
    if known.kind == "armed-group":
        return {"group", "movement", "militant group", "militia"}
    nouns = {"organisation", "organization", "body", singular(known.name.split()[-1])}
    by_sector = {
        "LEG": {"parliament", "house", "chamber", "assembly"}, "BUS": {"company", "firm"},
        "PTY": {"party"}, "MIL": {"army", "military"}, "JUD": {"court", "tribunal"},
        "SPY": {"agency", "service"}, "GOV": {"ministry", "agency", "department"},
    }  # fmt: skip
    return nouns | by_sector.get(known.sector or "", set())
