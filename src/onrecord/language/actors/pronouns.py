"""Pronouns: who "he", "she", "they", "it", "I" and "we" are.

"He" and "she" are resolved by the learned scorer of ``salience``; "they" and "it" by rules over
the same look-ups; "I" and "we" inside a quotation are its speaker.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.language.actors.candidate import Candidate, Features
from onrecord.language.actors.clauses import Clauses
from onrecord.language.actors.entities import Entities, Entity, Naming
from onrecord.language.actors.salience import (
    Salience,
    encoder_features,
    features_of,
    search_ranks,
)
from onrecord.language.actors.speakers import speakers
from onrecord.record import slug

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.language.encoder.antecedents import Antecedents
    from onrecord.language.quotations import Quotation

GENDER = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_NEUTER = frozenset({"it", "its", "itself"})
_SPEAKER = frozenset({"i", "me", "my", "mine", "myself"})
_SPEAKERS = frozenset({"we", "us", "our", "ours", "ourselves"})
_PERSON_WINDOW = 8
_NEAR = 3
_GROUP_WINDOW = 2
_ONE = frozenset({"one"})


class Pronouns:
    """Resolves the pronouns of one article, in order of the text."""

    def __init__(
        self,
        doc: Doc,
        entities: Entities,
        quotations: Sequence[Quotation],
        weights: Mapping[str, float],
        antecedents: Antecedents | None = None,
    ) -> None:
        self.doc = doc
        self.entities = entities
        self.clauses = Clauses(doc, quotations)
        self.salience = Salience(weights)
        self.quotations = quotations
        self.antecedents = antecedents

    def resolve(self, tokens: Sequence[Token]) -> None:
        """Give each pronoun its actor, where one can be told."""
        later: list[Token] = []
        for token in sorted(tokens, key=lambda t: t.i):
            word = token.lower_
            if word in GENDER:
                self._mention(token, self.person(token))
            elif word in _PLURAL or word in _NEUTER:
                self._mention(token, self._group(token, word in _PLURAL))
            elif word in _SPEAKER or word in _SPEAKERS:
                later.append(token)
        said_by = speakers(self.clauses, self.entities.of_head) if later else {}
        for token in later:
            self._mention(token, said_by.get(self.clauses.quotation(token)))

    def _mention(self, token: Token, entity: Entity | None) -> None:
        if entity is None:
            return
        naming = Naming(token.idx, token.idx + len(token), token.i, "pronoun")
        self.entities.mention(entity, naming)
        if token.lower_ in GENDER:
            if not entity.gender:
                entity.gender = GENDER[token.lower_]
            if entity.guess:
                self._make_person(entity)

    def _make_person(self, entity: Entity) -> None:
        """ "He" can only mean a person: a name taken for a body's, or a thing's, was not."""
        entity.guess = ""
        entity.kind, entity.denotes = "person", "one"
        entity.id = f"person/{slug(entity.name)}"
        entity.because("pronoun", "a pronoun of a person stands for this name")

    # --- he, she

    def person(self, pronoun: Token) -> Entity | None:
        """The person "he" or "she" means: the candidate of the highest score."""
        candidates = self.candidates(pronoun)
        if not candidates:
            return None
        features = self.features(pronoun, candidates)
        scores = [(self.salience.score(one), -n) for n, one in enumerate(features)]
        best = candidates[-max(scores)[1]]
        return self.entities.of_head[best.heads[0]]

    def features(self, pronoun: Token, candidates: Sequence[Candidate]) -> list[Features]:
        """The features of each candidate, the encoder's word among them."""
        ranks = search_ranks(self.clauses, pronoun, candidates)
        heard = self._heard(pronoun, candidates)
        return [
            [*features_of(self.clauses, pronoun, one, candidates, ranks), *encoder_features(said)]
            for one, said in zip(candidates, heard, strict=True)
        ]

    def _heard(self, pronoun: Token, candidates: Sequence[Candidate]) -> list[float | None]:
        """The encoder's highest score among the names of each candidate."""
        if self.antecedents is None:
            return [None] * len(candidates)
        names: list[tuple[int, int]] = []
        owners: list[int] = []
        for number, one in enumerate(candidates):
            for naming in self.entities.of_head[one.heads[0]].namings:
                if naming.form != "pronoun" and naming.head in one.heads:
                    names.append((naming.start, naming.end))
                    owners.append(number)
        span = (pronoun.idx, pronoun.idx + len(pronoun))
        best: list[float | None] = [None] * len(candidates)
        for number, score in self.antecedents.scores(span, names).items():
            before = best[owners[number]]
            best[owners[number]] = score if before is None else max(before, score)
        return best

    def candidates(self, pronoun: Token) -> list[Candidate]:
        """Persons of a gender that fits, mentioned near enough before, or soon after."""
        found = []
        wanted, here = GENDER[pronoun.lower_], self.clauses.sentence[pronoun.i]
        for entity in self.entities.by_id.values():
            conflict = entity.gender not in ("", wanted)
            if not _is_person(entity) or (conflict and not entity.surname_only):
                continue
            near = self._near(entity, pronoun, here)
            if near:
                near.sort(key=lambda n: n.head)
                found.append(
                    Candidate(
                        key=entity.id,
                        heads=tuple(n.head for n in near),
                        forms=tuple(n.form for n in near),
                        gender=entity.gender,
                        kind=entity.guess or entity.kind,
                    )
                )
        agreeing = [c for c in found if c.gender == wanted]
        return [c for c in found if c.gender in ("", wanted)] if agreeing else found

    def _near(self, entity: Entity, pronoun: Token, here: int) -> list[Naming]:
        """The mentions that count: of the last sentences, else the last one before those."""
        found, older = [], None
        for naming in entity.namings:
            distance = here - self.clauses.sentence[naming.head]
            if not -1 <= distance <= _PERSON_WINDOW or naming.head == pronoun.i:
                continue
            token = self.doc[naming.head]
            if token.dep_ == "appos" and self.entities.of_head.get(token.head.i) is entity:
                continue
            if distance <= _NEAR:
                found.append(naming)
            else:
                older = naming
        return found or ([older] if older is not None else [])

    # --- they, it

    def _group(self, pronoun: Token, plural: bool) -> Entity | None:
        if not plural and (_is_empty_it(pronoun) or not self._may_act(pronoun)):
            return None
        best: tuple[float, Entity] | None = None
        here = self.clauses.sentence[pronoun.i]
        for head, entity in self.entities.of_head.items():
            distance = here - self.clauses.sentence[head]
            if head >= pronoun.i or distance > _GROUP_WINDOW:
                continue
            score = self._group_score(pronoun, self.doc[head], entity, plural, distance)
            if score is not None and (best is None or score > best[0]):
                best = (score, entity)
        return best[1] if best else None

    def _may_act(self, pronoun: Token) -> bool:
        return pronoun.dep_ in ("nsubj", "nsubjpass", "poss")

    def _group_score(
        self, pronoun: Token, mention: Token, entity: Entity, plural: bool, distance: int
    ) -> float | None:
        if plural and not (entity.plural or entity.kind in ("population", "armed-group")):
            if entity.kind not in ("organisation", "media"):
                return None
            penalty = 0.8
        elif entity.guess == "thing" or (not plural and not _is_body(entity)):
            return None
        else:
            penalty = 0.0
        role, part = self.clauses.role(mention), self.clauses.role(pronoun)
        score = -0.9 * distance - penalty - 0.02 * (pronoun.i - mention.i)
        score += {"subj": 1.0, "poss": 0.2, "pobj": -0.1}.get(role, 0.0)
        score += 0.3 if role == part else 0.0
        its, verb = self.clauses.verb(mention), self.clauses.verb(pronoun)
        if its is not None and verb is not None and its.i == verb.i:
            if part == "poss" and role == "subj":
                score += 0.8
            elif part != "poss":
                score -= 3.0
        if its is not None and verb is not None and self.clauses.is_above(its, verb):
            score += 0.6 if role == "subj" else 0.0
        return score if score > -1.6 else None


def _is_person(entity: Entity) -> bool:
    if entity.kind == "person" or entity.guess:
        return True
    return entity.kind == "unnamed" and entity.denotes in _ONE and not entity.plural


def _is_body(entity: Entity) -> bool:
    return not entity.plural and entity.kind not in ("person", "population", "unnamed")


def _is_empty_it(pronoun: Token) -> bool:
    """ "It is clear that", "it appears": no actor."""
    verb = pronoun.head
    if pronoun.dep_ == "expl":
        return True
    if pronoun.dep_ == "poss":
        return False
    if verb.lemma_ in ("be", "seem", "appear", "happen", "remain", "take", "rain", "matter"):
        return True
    return any(child.dep_ == "expl" for child in verb.children)
