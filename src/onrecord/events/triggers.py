"""Which words of a sentence carry an event, by the frames of the trigger tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.events.clause import SUBJECTS, nouns_of, objects_of, objects_of_verb
from onrecord.language.reading import Reading
from onrecord.vocabulary.events import NO_EVENT, Frame, Ontology

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
_PARTICLES = frozenset({"prt", "prep", "advmod", "advcl", "acomp", "oprd", "agent", "dative"})
_COMPLEMENTS = frozenset({"oprd", "attr", "acomp", "dobj"})
_OF_THESE = frozenset(
    "number series group dozen hundred thousand score lot kind part round package state load "
    "batch couple handful barrage wave majority some rest member million billion piece pair half "
    "all both type use form amount hundreds thousands dozens scores lots mission team delegation "
    "truckload shipload planeload ton tonne percent remainder string wave set".split()
)
_TIMES = frozenset({"before", "after", "during", "since", "until", "amid", "ahead", "despite",
                    "following", "given", "because"})  # fmt: skip
_DATES = frozenset({"DATE", "TIME"})
_OURSELVES = frozenset({"we", "i", "one", "you", "us"})
_UNDOING = frozenset(
    "relief lifting easing removal relaxation suspension waiver exemption end ending repeal "
    "reversal lift abolition".split()
)
_BLAMED = frozenset({"responsible", "guilty", "complicit", "behind", "culpable"})
_WOULD = frozenset({"would", "will", "'ll", "’ll", "shall", "could", "might", "may", "'d"})


@dataclass(frozen=True)
class Match:
    """A frame met in the text.

    Attributes:
        token: the head word.
        frame: the frame, or a block (a frame of no event).
    """

    token: Token
    frame: Frame

    @property
    def event(self) -> str:
        """The category."""
        return self.frame.trigger.event


def match_at(reading: Reading, token: Token, ontology: Ontology) -> Match | None:
    """The most demanding frame that ``token`` and what hangs on it meet."""
    if token.tag_[:2] == "VB" and token.dep_ != "amod" and not _is_attribute(token):
        frames = ontology.frames.get((token.lemma_.lower(), "verb"))
        return _verb(reading, token, frames) if frames else None
    if token.pos_ == "NOUN" and token.dep_ != "compound":
        return _noun(reading, token, ontology)
    if token.pos_ == "ADJ" or token.tag_ == "VBN":
        frames = ontology.frames.get((token.lower_, "adj"))
        if frames and token.dep_ in ("acomp", "ROOT", "conj", "oprd", "ccomp", "advcl", "acl"):
            return _verb(reading, token, frames)
    return None


def _is_attribute(token: Token) -> bool:
    """ "Invading forces must leave", read as a clause for a subject."""
    if token.tag_ != "VBG" or token.dep_ != "csubj" or token.i + 1 >= len(token.doc):
        return False
    following = token.nbor(1)
    return following.dep_ == "dobj" and following.head == token and following.tag_ == "NNS"


def _verb(reading: Reading, verb: Token, frames: tuple[Frame, ...]) -> Match | None:
    particles: frozenset[str] | None = None
    words: tuple[set[str], set[str]] | None = None
    loose = {c.lower_ for c in verb.children if c.dep_ == "prt"}
    best: tuple[tuple[int, ...], Frame] | None = None
    for frame in frames:
        if frame.parts:
            if particles is None:
                particles = frozenset(_particles(verb))
            if not particles.issuperset(frame.parts):
                continue
        if not loose <= set(frame.parts):  # "hang up" is no hanging
            continue
        met = 0
        if frame.objects or frame.asks:
            if words is None:
                words = set(direct_words(verb)), set(beside_words(verb))
            met = _meets(reading, verb, frame, *words)
            if not met:
                continue
        ours = 1 if frame.table == "triggers" else 0
        blocks = 1 if frame.trigger.event == NO_EVENT else 0
        key = (met in _BY_TWO, len(frame.parts), met, ours, blocks, -len(frame.objects))
        if best is None or key > best[0]:
            best = (key, frame)
    return Match(verb, best[1]) if best else None


_BY_TWO = frozenset({3, 5})


def _meets(reading: Reading, verb: Token, frame: Frame, direct: set[str], beside: set[str]) -> int:
    """How closely the object is the one asked for.

    5 by two words of the object itself, 4 by one, 3 and 2 by words of a phrase beside it, 1 by
    its kind.
    """
    for words, two, one in ((direct, 5, 4), (beside, 3, 2)):
        shared = frame.objects & words
        if shared:
            return two if any("_" in word for word in shared) else one
    return 1 if any(_has(reading, verb, ask, frame.parts) for ask in frame.asks) else 0


def _noun(reading: Reading, noun: Token, ontology: Ontology) -> Match | None:
    lemma = noun.lemma_.lower()
    if _is_undone(noun):
        return None
    if lemma == "order" and noun.i and noun.nbor(-1).lower_ == "in":
        return None  # "in order to", "in order": nobody orders anything
    before = _modifiers(noun)
    if lemma == "call" and _is_on_the_phone(noun):
        before.add("phone")
    if noun.i >= 2 and noun.nbor(-1).text == "-" and not noun.nbor(-1).whitespace_:
        joined = f"{noun.nbor(-2).lower_}-{lemma}"
        if (joined, "noun") in ontology.frames:
            lemma = joined
    frames = ontology.frames.get((lemma, "noun"), ())
    if noun.lower_ != lemma:
        frames += ontology.frames.get((noun.lower_, "noun"), ())
    words: set[str] | None = None
    for frame in frames:
        if frame.parts and frame.parts[-1] not in before:
            continue
        if frame.objects:
            if words is None:
                words = before | {t.lemma_.lower() for t in nouns_of(noun)}
                words |= {f"{m}_{lemma}" for m in before}
            if frame.objects.isdisjoint(words) and not (
                "@actor" in frame.asks and any(_is_actor(reading, t) for t in nouns_of(noun))
            ):
                continue
        return Match(noun, frame)
    return None


def _is_undone(noun: Token) -> bool:
    """ "relief from sanctions", "the lifting of the blockade": not their imposing."""
    step = noun.head
    if noun.dep_ != "pobj" or step.lower_ not in ("of", "from"):
        return False
    above = step.head
    return above.lemma_ in _UNDOING or any(
        c.dep_ == "dobj" and c.lemma_ in _UNDOING and c.i < step.i for c in above.children
    )


def _is_on_the_phone(call: Token) -> bool:
    """ "calls to the president": not for anything, not on anybody, not to do something."""
    kinds = {c.lower_ for c in call.children if c.dep_ == "prep"}
    asks = any(c.dep_ in ("acl", "relcl", "ccomp") for c in call.children)
    return "to" in kinds and not kinds & {"for", "on"} and not asks


def _particles(verb: Token) -> Iterator[str]:
    for child in verb.children:
        if child.dep_ in _PARTICLES and child.i > verb.i and not _is_of_time(child):
            yield child.lower_
            for inner in child.children:
                if inner.dep_ in ("prep", "prt", "pcomp", "advmod") or inner.dep_ == "pobj":
                    yield inner.lower_


def _is_of_time(preposition: Token) -> bool:
    """ "called the minister on Wednesday" is not "called on"."""
    if preposition.dep_ != "prep":
        return False
    return any(c.dep_ == "pobj" and c.ent_type_ in _DATES for c in preposition.children)


def _modifiers(noun: Token) -> set[str]:
    found = {c.lemma_.lower() for c in noun.children if c.dep_ in _MODIFIERS and c.i < noun.i}
    if noun.i and noun.nbor(-1).pos_ in ("NOUN", "ADJ", "PROPN"):
        found.add(noun.nbor(-1).lemma_.lower())
    return found


def object_words(verb: Token) -> Iterator[str]:
    """The lemmas of what a verb governs, alone and with the word before ("joint_exercise")."""
    yield from direct_words(verb)
    yield from beside_words(verb)


def direct_words(verb: Token) -> Iterator[str]:
    """The lemmas of the object of a verb and of what completes it."""
    for noun in objects_of_verb(verb):
        yield from _names_of(noun)
    for child in verb.children:
        if child.dep_ in _COMPLEMENTS:
            yield from _names_of(child)
        elif child.dep_ in ("xcomp", "ccomp") and child.i > verb.i:
            lemma = child.lemma_.lower()
            if child.tag_[:2] != "VB":
                yield lemma
                continue
            yield f"to_{lemma}"
            for noun in child.children:
                if noun.dep_ == "dobj":
                    yield f"to_{lemma}_{noun.lemma_.lower()}"


def beside_words(verb: Token) -> Iterator[str]:
    """The lemmas of the phrases and adverbs that stand after a verb, dates and times left out."""
    for child in verb.children:
        if child.dep_ in ("prep", "agent") and child.i > verb.i and child.lower_ not in _TIMES:
            for inner in child.children:
                if child.lower_ == "in" and inner.lower_ == "order":
                    continue  # "in order to"
                if inner.dep_ == "pobj" and inner.ent_type_ not in _DATES:
                    yield from _names_of(inner)
                elif inner.dep_ == "pcomp":
                    yield f"{child.lower_}_{inner.lemma_.lower()}"
        elif child.dep_ in ("advmod", "mark", "npadvmod") and child.i > verb.i:
            yield child.lower_


def _names_of(noun: Token) -> Iterator[str]:
    lemma = noun.lemma_.lower()
    yield lemma
    if noun.lower_ != lemma:
        yield noun.lower_
    if noun.tag_ == "NNPS" and lemma.endswith("s"):
        yield lemma[:-1]
    for child in noun.children:
        if child.dep_ in _MODIFIERS and child.i < noun.i:
            yield f"{child.lemma_.lower()}_{lemma}"
        elif child.dep_ == "conj":
            yield from _names_of(child)
    if lemma in _OF_THESE or noun.like_num:
        for inner in nouns_of(noun):
            yield from _names_of(inner)
            yield f"{lemma}_of_{inner.lemma_.lower()}"
    elif noun.i >= 2 and noun.nbor(-1).text == "-":
        yield f"{noun.nbor(-2).lower_}-{lemma}"


def _has(reading: Reading, verb: Token, ask: str, parts: tuple[str, ...] = ()) -> bool:
    """Whether a verb has the complement that a frame asks for."""
    if ask == "@actor":
        nouns = [*objects_of_verb(verb), *(objects_of(verb, parts) if parts else ())]
        return any(_is_actor(reading, noun) for noun in nouns)
    if ask == "@state":
        return any(_is_state(reading, noun) for noun in objects_of_verb(verb))
    if ask == "@place":
        nouns = [*objects_of_verb(verb), *(objects_of(verb, parts) if parts else ())]
        return any(_is_place(reading, noun) for noun in nouns)
    if ask == "@alone":
        return _is_alone(reading, verb)
    if ask == "+none":
        return not any(True for _ in objects_of_verb(verb)) and not any(
            c.dep_ in ("xcomp", "ccomp", "dobj", "oprd") for c in verb.children
        )
    for child in verb.children:
        if child.dep_ not in ("xcomp", "ccomp", "prep", "pcomp", "advcl"):
            continue
        if child.i < verb.i and child.dep_ != "ccomp":
            continue
        if child.dep_ == "prep":
            if ask == "+ing" and any(c.dep_ == "pcomp" for c in child.children):
                return True
            if ask == "+with" and child.lower_ == "with":
                return True
            continue
        auxiliaries = {c.lower_ for c in child.children if c.dep_ in ("aux", "auxpass")}
        if ask == "+other":
            if child.dep_ == "ccomp" and "to" in auxiliaries:
                if any(c.dep_ == "nsubj" for c in child.children):
                    return True
            continue
        if ask == "+to" and "to" in auxiliaries and child.dep_ != "advcl":
            return True
        if ask == "+ing" and child.tag_ == "VBG":
            return True
        if child.dep_ != "ccomp" or "to" in auxiliaries:
            continue
        if ask == "+that":
            return True
        if ask == "+would" and not auxiliaries.isdisjoint(_WOULD):
            return True
        if ask == "+must" and not auxiliaries.isdisjoint(("must", "should")):
            return not _is_of_ourselves(child)
        if ask == "+blame" and _blames(child):
            return True
    return False


def _is_of_ourselves(clause: Token) -> bool:
    """ "we must know": nobody is asked."""
    return any(
        (c.dep_ in SUBJECTS and c.lower_ in _OURSELVES and not c.text.isupper()) or c.text == "I"
        for c in clause.children
    )


def _blames(clause: Token) -> bool:
    """ "said that rebels were responsible", "was behind the attack"."""
    if clause.lemma_ != "be" or any(c.dep_ == "neg" for c in clause.children):
        return False
    return any(
        c.dep_ in ("acomp", "prep", "advmod") and c.lower_ in _BLAMED for c in clause.children
    )


def _is_place(reading: Reading, noun: Token) -> bool:
    return any(place.start <= noun.idx < place.end for place in reading.places)


def _is_alone(reading: Reading, verb: Token) -> bool:
    """Whether the object is somebody and nothing is said of him: not "called him a liar"."""
    if any(c.dep_ in ("oprd", "attr", "acomp", "ccomp") for c in verb.children):
        return False
    objects = list(objects_of_verb(verb))
    if not objects or any(c.dep_ == "prt" for c in verb.children):
        return False
    following = verb.doc[min(objects[-1].right_edge.i + 1, len(verb.doc) - 1)]
    return following.text[:1] not in "\"“‘'`" and any(_is_actor(reading, n) for n in objects)


def _is_actor(reading: Reading, noun: Token) -> bool:
    return reading.actor_at(noun) is not None


def _is_state(reading: Reading, noun: Token) -> bool:
    actor = reading.actor_at(noun)
    return actor is not None and reading.actor_by_id[actor].kind in ("state", "government")
