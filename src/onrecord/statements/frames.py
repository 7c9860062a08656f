"""Frames: where the content of a cue stands in the parse.

Each function takes a cue word and gives the tokens of what was said, or None. The names are
those of the column ``frames`` in the cue tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.statements.grammar import (
    OBJECTS,
    PASSIVE_SUBJECTS,
    QUOTE_ENDS,
    RELATIVES,
    SUBJECTS,
    children,
    is_passive,
    is_verb,
    listed_subject,
    modals,
    subtree,
    without_strays,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


_TIME_ENTITIES = frozenset({"DATE", "TIME"})
_FILLED = frozenset({"xcomp", "ccomp", "advmod", "prep", "dative"})
_OPENING_MARKS = frozenset({"“", '"', "''", "``", "‘", "„", "«"})
_REASONS = frozenset({"because", "if", "unless", "although", "though", "while", "since", "until"})


@dataclass(frozen=True)
class Complement:
    """What a cue word says.

    Attributes:
        tokens: indices of the tokens of the content.
        head: its main word.
        frame: the frame that matched.
        marker: a preposition that belongs to the cue ("of" of "warned of").
        addressee: who was told, where the frame shows it.
    """

    tokens: frozenset[int]
    head: Token
    frame: str
    marker: Token | None = None
    addressee: Token | None = None


def complement_of(word: Token, frame: str) -> Complement | None:
    """The content of the cue ``word`` in ``frame``, or None where it does not stand so."""
    if frame.startswith("+"):
        return _behind_preposition(word, (frame[1:],), frame)
    if frame.startswith("object+"):
        return _object_and(word, frame.removeprefix("object+"), frame)
    finder = _FINDERS.get(frame)
    return finder(word) if finder else None


def _clause(word: Token) -> Complement | None:
    """ "said (that) ...", also before the verb or around it."""
    heads = [c for c in children(word, "ccomp") if not (_is_infinitive(c) or _is_small(word, c))]
    if not heads:
        heads = [
            c
            for c in children(word, "acl", "relcl", "advcl")
            if _has_mark(c, "that", "whether", "if") and word.pos_ not in ("VERB", "AUX")
        ]
    if not heads and is_verb(word):
        heads = _behind_noun(word)
    if not heads or (word.dep_ == "parataxis" and heads[0].i > word.i):
        return _around(word)
    if len(heads) > 1:
        heads = [h for h in heads if h.i < word.i] or heads
    tokens = set().union(*(subtree(head) for head in heads))
    if heads[0].i > word.i:
        tokens |= _trailing(word, heads[-1])
    return Complement(frozenset(tokens), heads[0], "clause")


def _that(word: Token) -> Complement | None:
    """A clause that says it is one: "held that ...", "saw how ..."."""
    found = _clause(word)
    if found is None or found.head.i < word.i:
        return None
    opening = word.doc[min(found.tokens)]
    inner = (opening, *found.head.children)
    marked = any(t.dep_ == "mark" and t.lower_ in ("that", "whether", "if") for t in inner)
    return found if marked or opening.tag_ in ("WDT", "WP", "WRB", "WP$") else None


def _behind_noun(word: Token) -> list[Token]:
    """The clause of "said in a statement that ...", which the parser hangs on the noun."""
    subject = next((c for c in children(word, *SUBJECTS) if c.i < word.i), word)
    if subject.left_edge.i and word.doc[subject.left_edge.i - 1].text in QUOTE_ENDS:
        return []  # "...", he said in an interview that was never shown
    nouns = children(word, *OBJECTS, "dative") if word.lemma_ == "tell" else []
    for preposition in children(word, "prep", "dative"):
        nouns += children(preposition, "pobj")
    for noun in list(nouns):
        for preposition in children(noun, "prep"):
            nouns += children(preposition, "pobj")
    for citing in children(word, "advcl"):  # "reported, citing two officials, that ..."
        if citing.i > word.i and citing.tag_ == "VBG":
            nouns += children(citing, *OBJECTS)
    for noun in nouns:
        if noun.i < word.i:
            continue
        for clause in children(noun, "acl", "relcl", "ccomp"):
            if _has_mark(clause, "that") and not any(
                c.lower_ == "that" and c.dep_ in SUBJECTS for c in clause.children
            ):
                return [clause]
    return []


def _trailing(word: Token, head: Token) -> set[int]:
    """What the parser hangs on the verb though it goes on with the content.

    "said there was no reason ..., and it was absurd ...", "said it would go because ...".
    """
    tokens: set[int] = set()
    end = max(subtree(head))
    for child in word.children:
        if child.i <= end:
            continue
        if child.dep_ == "conj" and _goes_on(child):
            between = [t for t in children(word, "cc") if end < t.i < child.i]
            tokens |= subtree(child) | {t.i for t in between}
            end = max(tokens)
        elif child.dep_ == "advcl" and _has_mark(child, *_REASONS):
            tokens |= subtree(child)
            end = max(tokens)
    return tokens


def _goes_on(conjunct: Token) -> bool:
    """Whether a clause joined to the cue is more of what was said."""
    if _has_mark(conjunct, "that"):
        return True
    subject = next((c for c in conjunct.children if c.dep_ in SUBJECTS | {"expl"}), None)
    if subject is None:
        return "would" in modals(conjunct)
    opening = conjunct.doc[min(subtree(conjunct)) : conjunct.i]
    if any(t.text in _OPENING_MARKS for t in opening):
        return True
    return subject.lower_ in ("it", "there", "this", "that")


def _around(word: Token) -> Complement | None:
    """ "The talks, he said, had failed": the cue stands inside what was said."""
    listed = listed_subject(word)
    if listed is not None:
        before = range(word.sent.start, listed.left_edge.i)
        return Complement(frozenset(before), word.head, "clause")
    objects = [c for c in children(word, *OBJECTS) if c.lower_ != "it"]
    told = word.lemma_ == "tell" or not objects
    if word.dep_ == "parataxis" and word.head.i != word.i and is_verb(word.head) and told:
        tokens = subtree(word.head) - subtree(word)
        for behind in children(word, "ccomp", "advcl"):
            if behind.i > word.i:
                tokens |= subtree(behind)
        return Complement(frozenset(tokens), word.head, "clause")
    spoken = any(c.dep_ in (*SUBJECTS, *PASSIVE_SUBJECTS) for c in word.children)
    if (
        word.dep_ == "advcl"
        and spoken
        and _has_mark(word, "as")
        and not (children(word, "xcomp") or objects)
    ):
        first = min(subtree(word))
        if word.doc[first].lower_ == "as" or word.doc[first].is_punct:
            tokens = subtree(word.head) - subtree(word)
            return Complement(frozenset(tokens), word.head, "clause")
    return None


def _to(word: Token) -> Complement | None:
    """ "threatened to ..."."""
    relations = ("xcomp",) if is_verb(word) else ("acl", "relcl", "xcomp", "ccomp", "advcl")
    heads = [c for c in children(word, *relations) if _is_infinitive(c) and c.i > word.i]
    if not heads or (is_verb(word) and children(word, *OBJECTS)):
        return None
    tokens = without_strays(subtree(heads[0]), heads[0])
    return Complement(frozenset(tokens), heads[0], "to")


def _object_to(word: Token) -> Complement | None:
    """ "urged India to stop": the object is told, and part of what is said."""
    heads = [
        c for c in children(word, "xcomp", "ccomp", "advcl") if c.i > word.i and _is_infinitive(c)
    ]
    if not heads:
        return None
    head = heads[0]
    told = children(word, *OBJECTS, "dative") or _prepositional_object(word, ("on", "upon", "to"))
    tokens = without_strays(subtree(head), head)
    if not told:
        told = [c for c in head.children if c.dep_ in SUBJECTS and c.i > word.i]
        told = told or (children(word, *PASSIVE_SUBJECTS) if is_passive(word) else [])
        if not told:
            return None
    elif told[0].i > word.i and head.dep_ != "advcl":
        tokens |= subtree(told[0])
    elif head.dep_ == "advcl" and word.lemma_.lower() not in ("urge", "ask", "tell", "call"):
        return None
    else:
        tokens |= subtree(told[0])
    return Complement(frozenset(tokens), head, "object-to", addressee=told[0])


def _object(word: Token) -> Complement | None:
    """ "rejected the offer"; with a passive, its subject."""
    relations = PASSIVE_SUBJECTS if is_passive(word) and is_verb(word) else OBJECTS
    for noun in children(word, *relations):
        if noun.ent_type_ in _TIME_ENTITIES or noun.lower_.endswith(("self", "selves")):
            continue
        if noun.lower_ in ("who", "what", "whom"):
            continue
        return Complement(frozenset(subtree(noun)), noun, "object")
    for clause in children(word, "ccomp"):  # "condemned what she called a cruel attack"
        if clause.i > word.i and any(c.lower_ == "what" for c in clause.children):
            return Complement(frozenset(subtree(clause)), clause, "object")
    antecedent = word.head
    is_bare = word.dep_ == "relcl" and relations is OBJECTS and antecedent.pos_ == "NOUN"
    if is_bare and not any(c.lower_ in RELATIVES or c.dep_ in _FILLED for c in word.children):
        before = {i for i in subtree(antecedent) if i <= antecedent.i}  # "a charge she denies"
        return Complement(frozenset(before), antecedent, "object")
    return None


def _ing(word: Token) -> Complement | None:
    """ "denied sending"."""
    for gerund in children(word, "xcomp", "ccomp"):
        if gerund.tag_ == "VBG" and gerund.i > word.i and not _is_infinitive(gerund):
            tokens = without_strays(subtree(gerund), gerund)
            return Complement(frozenset(tokens), gerund, "ing")
    return None


def _complement(word: Token) -> Complement | None:
    """ "called the attacks disgusting": the object and what it is called."""
    for small in children(word, "ccomp"):
        inner = children(small, "nsubj")
        verbless = not is_verb(small) and not any(
            c.dep_ in ("cop", "aux", "mark") for c in small.children
        )
        if inner and verbless and small.i > word.i and inner[0].i > word.i:
            return Complement(frozenset(subtree(small)), small, "complement")
    for predicate in children(word, "oprd", "acomp", "attr"):
        named = children(word, *OBJECTS, *PASSIVE_SUBJECTS)
        tokens = subtree(predicate)
        for noun in named:
            if noun.lower_ not in ("what", "which", "that", "who", "whom"):
                tokens |= subtree(noun)
        if predicate.i > word.i:
            return Complement(frozenset(tokens), predicate, "complement")
    objects = children(word, *OBJECTS)
    if len(objects) > 1:
        tokens = subtree(objects[0]) | subtree(objects[1])
        return Complement(frozenset(tokens), objects[1], "complement")
    return None


def _as(word: Token) -> Complement | None:
    """ "portrayed him as ..."."""
    for preposition in word.children:
        if preposition.lower_ != "as" or preposition.i < word.i:
            continue
        if preposition.dep_ not in ("prep", "mark", "advmod", "prt"):
            continue
        named = children(word, *OBJECTS, *PASSIVE_SUBJECTS)
        tokens = subtree(preposition)
        for other in word.children:  # "as out of his depth" is split by the parser
            if other.i > preposition.i and _goes_with_as(other):
                tokens |= subtree(other)
        for noun in named:
            if noun.lower_ not in ("what", "which", "that", "who", "whom"):
                tokens |= subtree(noun)
        return Complement(frozenset(tokens), preposition, "as")
    return None


def _goes_with_as(other: Token) -> bool:
    if other.dep_ == "advcl":
        return _has_mark(other, "when")
    return other.dep_ in ("prep", "advmod", "amod", "acomp")


def _object_and(word: Token, name: str, frame: str) -> Complement | None:
    """ "accused him of echoing the Kremlin's narrative"."""
    for preposition in children(word, "prep", "dative"):
        if preposition.lower_ != name or preposition.i < word.i:
            continue
        named = children(word, *OBJECTS, *PASSIVE_SUBJECTS, "dative")
        named = [noun for noun in named if noun.i != preposition.i]
        tokens = subtree(preposition)
        for noun in named:
            tokens |= subtree(noun)
        if named:
            return Complement(frozenset(tokens), preposition, frame)
    for noun in children(word, *OBJECTS):  # "accused the minister of ..." read as one phrase
        for preposition in children(noun, "prep"):
            if preposition.lower_ == name and name == "of" and noun.i > word.i:
                return Complement(frozenset(subtree(noun)), preposition, frame)
    return None


def _behind_preposition(word: Token, names: Iterable[str], frame: str) -> Complement | None:
    """ "warned of ...", "accusations of ..."."""
    for preposition in children(word, "prep", "dative", "prt", "advmod"):
        if preposition.lower_ not in names or preposition.i < word.i:
            continue
        for noun in preposition.children:
            if noun.dep_ in ("pobj", "pcomp") and noun.i > preposition.i:
                if noun.ent_type_ in _TIME_ENTITIES:
                    continue
                return Complement(frozenset(subtree(noun)), noun, frame, marker=preposition)
    return None


def _prepositional_object(word: Token, names: Iterable[str]) -> list[Token]:
    for preposition in children(word, "prep", "dative", "prt"):
        if preposition.lower_ in names:
            found = children(preposition, "pobj")
            if found:
                return found
    return []


def _is_infinitive(verb: Token) -> bool:
    return "to" in modals(verb)


def _is_small(word: Token, clause: Token) -> bool:
    """A clause without a verb: "found him objectionable"."""
    return (
        clause.i > word.i
        and not is_verb(clause)
        and any(c.dep_ in SUBJECTS for c in clause.children)
        and not any(c.dep_ in ("mark", "cop", "aux") for c in clause.children)
    )


def _has_mark(verb: Token, *words: str) -> bool:
    return any(
        child.dep_ in ("mark", "advmod") and child.lower_ in words for child in verb.children
    )


_FINDERS: dict[str, Callable[[Token], Complement | None]] = {
    "clause": _clause,
    "that": _that,
    "to": _to,
    "object-to": _object_to,
    "object": _object,
    "ing": _ing,
    "complement": _complement,
    "as": _as,
}
