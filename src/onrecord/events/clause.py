"""The clause a trigger stands in: its verb, its subject, its objects, its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.language.reading import Reading
from onrecord.record import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RELATIVE = frozenset({"that", "which", "who", "whom", "whose"})
_QUANTIFYING = frozenset({"between", "up", "over", "about", "around", "under", "upwards"})
_OF_THE_OBJECT = frozenset({"of", "for", "from", "into"})


def verb_of(token: Token) -> Token:
    """The verb that governs ``token``, or its own where it is one."""
    while token.pos_ not in VERBS and token.tag_[:2] != "VB" and token.head != token:
        token = token.head
    return token


def subject_of(verb: Token) -> tuple[Token | None, bool]:
    """The subject of a verb, and whether it is of a passive.

    It is looked for on the verb itself, then where the verb takes it from: a conjoined verb,
    the verb it is an infinitive or participle of, or the noun that a relative clause or
    participle hangs on.
    """
    torn = torn_subject(verb)
    if torn is not None:
        return torn, False
    current, passive_here = verb, False
    for _ in range(6):
        for child in current.children:
            if child.dep_ in SUBJECTS:
                passive = child.dep_ == "nsubjpass" and current.i == verb.i
                passive = passive or (passive_here and current.i == verb.i)
                if child.lower_ in _RELATIVE and current.dep_ == "relcl":
                    return current.head, passive
                return child, passive
        head = current.head
        if current.dep_ == "acl":
            if head.pos_ in ("NOUN", "PROPN", "PRON"):
                asked = _asked_of(head, current)
                if asked is not None:  # "an ultimatum to Ostland to withdraw"
                    return asked, False
                if current.tag_ == "VB" or _is_of_act(head):  # "a plan to attack"
                    return _owner_of(head, verb), False
                return head, current.tag_ == "VBN"
            current = verb_of(head)
        elif current.dep_ in ("xcomp", "advcl") and (given := _given_to(head, current)) is not None:
            return given, False
        elif current.dep_ == "xcomp":
            controlled = _object_in_control(head, current)
            if controlled is not None:  # "urged Ostland to withdraw"
                return controlled, False
            current = head
        elif current.dep_ in ("conj", "advcl"):
            current = head
        elif current.dep_ == "pcomp":
            noun = head.head
            controlled = _object_in_control(noun, head) if head.lower_ in _OF_THE_OBJECT else None
            if controlled is not None:  # "accused Ostland of shelling"
                return controlled, False
            if noun.pos_ in ("NOUN", "PROPN") and head.dep_ == "prep":
                owner = _owner_of(noun, verb)
                if owner is not None:
                    return owner, False
            current = verb_of(noun)
        elif current.dep_ == "ccomp" and current.tag_ in ("VBG", "VB"):
            current = head
        elif current.dep_ == "prep":
            current = verb_of(head)
        else:
            return None, False
        if current.pos_ not in VERBS and current.tag_[:2] != "VB":
            if current.pos_ == "ADJ":
                continue
            current = verb_of(current)
    return None, False


def torn_subject(verb: Token) -> Token | None:
    """The subject that the parse gave to the clause before.

    "Both recalled their envoys and Ostland closed its border": "Ostland" as a second object.
    """
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ", "VBP") or not verb.i:
        return None
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    noun = verb.nbor(-1)
    if noun.dep_ != "conj" or noun.pos_ not in ("PROPN", "NOUN") or noun.head.head.i != verb.head.i:
        return None
    first = noun.left_edge
    return noun if first.i and first.nbor(-1).dep_ == "cc" else None


_ASKING = frozenset(
    "ultimatum demand call appeal request order plea warning instruction invitation".split()
)


def _asked_of(noun: Token, verb: Token) -> Token | None:
    """Who is asked in "an ultimatum to Ostland to withdraw"."""
    if noun.lemma_ not in _ASKING or verb.tag_ != "VB":
        return None
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("to", "on", "for") and child.i < verb.i:
            return next(pobj_of(child), None)
    return None


def _given_to(head: Token, verb: Token) -> Token | None:
    """The same, where the parse hangs "to withdraw" on "gave" and not on "an ultimatum"."""
    if head.pos_ != "VERB" or verb.tag_ != "VB":
        return None
    for child in head.children:
        if child.dep_ == "dobj" and child.i < verb.i:
            return _asked_of(child, verb)
    return None


def _object_in_control(head: Token, verb: Token) -> Token | None:
    for child in head.children:
        if child.dep_ in ("dobj", "dative") and head.i < child.i < verb.i:
            return child
        if child.dep_ == "prep" and head.i < child.i < verb.i and child.lower_ in ("on", "upon"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    return None


def _is_of_act(noun: Token) -> bool:
    return noun.lemma_ in ("plan", "decision", "attempt", "effort", "threat", "offer", "bid")


def _owner_of(noun: Token, verb: Token) -> Token | None:
    """Who has the plan, makes the decision: its possessor, else the subject of its verb."""
    for child in noun.children:
        national = child.dep_ in ("compound", "amod", "nmod") and child.text[:1].isupper()
        if (child.dep_ == "poss" or national) and child.i < noun.i:
            return child
    governor = verb_of(noun)
    if governor.i != verb.i and governor.i != noun.i:
        for child in governor.children:
            if child.dep_ in SUBJECTS and child != noun:
                return child
    return None


def objects_of_verb(verb: Token) -> Iterator[Token]:
    """What a verb acts on: its object, the subject of its passive, the noun it modifies."""
    found = False
    for child in verb.children:
        if child.dep_ == "dobj":
            if child.lower_ in _RELATIVE and verb.dep_ == "relcl":
                yield verb.head
            else:
                yield child
            found = True
        elif child.dep_ == "nsubjpass":
            yield verb.head if child.lower_ in _RELATIVE and verb.dep_ == "relcl" else child
            found = True
        elif (child.dep_ == "nsubj" and child.i > verb.i and verb.i) or child.dep_ == "attr":
            found = found or child.dep_ == "attr"
    if found:
        return
    for child in verb.children:  # "deployed between 20,000 and 25,000 troops"
        if child.dep_ == "prep" and child.lower_ in _QUANTIFYING and child.i == verb.i + 1:
            for noun in pobj_of(child):
                if any(c.dep_ == "nummod" for c in noun.children):
                    yield noun
                    return
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod"):
        yield verb.head
    elif verb.dep_ == "conj" and verb.tag_ == "VBN":
        subject, passive = _passive_before(verb)
        if passive and subject is not None:
            yield subject
    elif verb.dep_ == "relcl" and not any(
        c.dep_ in SUBJECTS and c.lower_ in _RELATIVE for c in verb.children
    ):
        yield verb.head  # "the town they attacked"


def _passive_before(verb: Token) -> tuple[Token | None, bool]:
    """The subject of the passive that ``verb`` is joined to: "was seized and jailed"."""
    if any(c.dep_ in ("nsubj", "dobj") for c in verb.children):
        return None, False
    for child in verb.head.children:
        if child.dep_ == "nsubjpass":
            return child, True
    return None, False


def is_passive(verb: Token) -> bool:
    """Whether the verb's grammatical subject is acted upon."""
    if verb.tag_ != "VBN":
        return False
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    if verb.dep_ in ("acl", "amod"):
        return not any(c.dep_ == "dobj" for c in verb.children)
    if verb.dep_ == "conj" and not any(c.dep_ in ("nsubj", "aux") for c in verb.children):
        return is_passive(verb.head) and not any(c.dep_ == "dobj" for c in verb.children)
    return False


def objects_of(token: Token, where: tuple[str, ...]) -> Iterator[Token]:
    """What stands after ``token`` in the places named: ``obj`` or prepositions."""
    for child in token.children:
        if child.dep_ in ("dobj", "oprd") and "obj" in where:
            yield child
        elif child.dep_ == "dative" and ("dative" in where or "to" in where or "obj" in where):
            yield from [c for c in child.children if c.dep_ == "pobj"] or [child]
        elif child.dep_ in ("prep", "agent", "prt") and child.lower_ in where:
            yield from pobj_of(child)


def pobj_of(preposition: Token) -> Iterator[Token]:
    """What a preposition governs, through a second one ("from within Ostland")."""
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield child
        elif child.dep_ in ("prep", "pcomp") and child.pos_ == "ADP":
            yield from pobj_of(child)


def nouns_of(noun: Token) -> Iterator[Token]:
    """What an "of" right behind a noun governs."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            yield from (c for c in child.children if c.dep_ == "pobj")


def agents_of(token: Token) -> Iterator[Token]:
    """Who acts in a passive or beside a noun: "by Ostland"."""
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            yield from pobj_of(child)


def words_of(reading: Reading, token: Token) -> Span:
    """The clause of a trigger, without the clauses that hang on it by a colon or a quote."""
    verb = verb_of(token)
    sentence = token.sent
    if verb.pos_ not in VERBS or not sentence.start <= verb.i < sentence.end:
        inner = list(token.subtree)
    elif verb.dep_ in ("ROOT", "ccomp", "conj", "advcl", "relcl", "acl", "xcomp", "pcomp"):
        inner = [t for t in _own(verb) if sentence.start <= t.i < sentence.end]
    else:
        inner = list(verb.subtree)
    offsets = [t.idx for t in inner if not t.is_space] + [token.idx]
    ends = [t.idx + len(t) for t in inner if not t.is_space] + [token.idx + len(token)]
    text = reading.article.text
    start, end = min(offsets), max(ends)
    while end > start + 1 and text[end - 1] in ",;: –—-" and end > token.idx + len(token):
        end -= 1
    while start < end - 1 and text[start] in ",;:–—- " and start < token.idx:
        start += 1
    return reading.span(start, end)


def _own(verb: Token) -> Iterator[Token]:
    """The words of a clause, conjoined and adverbial clauses left out."""
    yield verb
    for child in verb.children:
        if child.dep_ in ("conj", "advcl", "parataxis", "cc") and child.i > verb.i:
            continue
        yield from child.subtree
