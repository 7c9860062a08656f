"""Numbers tied to an event: killed, injured, missing, detained, displaced, troops, money, percent.

What a number counts is told by the word that governs it (``figures.csv``); where it stands, by
the frame of that word: its object, the subject of its passive, "of".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.events.clause import SUBJECTS, nouns_of, objects_of_verb, subject_of, verb_of
from onrecord.events.numbers import NUMBER, bounds
from onrecord.events.tollnumbers import toll_figures
from onrecord.language.reading import Reading
from onrecord.record import Figure
from onrecord.vocabulary.events import Ontology

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_SUBJECT = frozenset(
    "die perish disappear vanish flee protest demonstrate march rally gather strike riot drown "
    "withdraw surrender".split()
)
_STATES = frozenset({"dead", "wounded", "injured", "missing", "homeless", "displaced", "hurt"})
_HARM = frozenset({"killed", "injured", "displaced"})
_TAKES_LIVES = frozenset({"claim", "take", "cost"})
_THINGS = ("ships", "weapons", "goods", "property")  # that are seized, not abducted
_SUMS = {"MONEY": "money", "PERCENT": "percent"}  # kinds of entities
_REACH = 10  # words before a noun in which its number is looked for


def figures_of(reading: Reading, token: Token, ontology: Ontology) -> Iterator[Figure]:
    """The figures of the event that ``token`` carries."""
    seen: set[tuple[str, str]] = set()
    for what, noun in _counted(token, ontology):
        figure = _figure(reading, noun, what, ontology)
        if figure is not None and (figure.what, figure.text) not in seen:
            seen.add((figure.what, figure.text))
            yield figure
    if not seen:
        yield from toll_figures(reading, token, ontology)
    yield from _sums(token, ontology, seen)


def _counted(token: Token, ontology: Ontology) -> Iterator[tuple[str, Token]]:
    """What is counted, and the noun that is."""
    what = ontology.figures.get(token.lemma_.lower())
    if token.pos_ == "NOUN":
        if what is not None:
            yield from ((what, noun) for noun in nouns_of(token))
        verb = verb_of(token)
        told = ontology.figures.get(verb.lemma_.lower())
        if token.dep_ == "nsubj" and told in _HARM:
            yield from ((told, noun) for noun in objects_of_verb(verb))
        if token.dep_ in SUBJECTS and verb.lemma_ == "leave":
            yield from _left(verb, ontology)
        if token.dep_ in SUBJECTS and verb.lemma_ in _TAKES_LIVES:
            yield from (
                ("killed", n) for n in objects_of_verb(verb) if n.lemma_ in ("life", "live")
            )
        return
    for verb in _joined(token):
        what = ontology.figures.get(verb.lemma_.lower())
        if what is None or what == "money":
            continue
        yield from ((what, noun) for noun in objects_of_verb(verb))
        for child in verb.children:
            if child.dep_ in SUBJECTS and child.pos_ == "NUM":  # "and 150 injured"
                yield what, child
        if verb.lemma_ in _OF_SUBJECT:
            subject, _ = subject_of(verb)
            if subject is not None:
                yield what, subject
    governor = verb_of(token.head)
    if governor.lemma_ == "leave" and token.lower_ in _STATES:
        yield from _left(governor, ontology)
    for child in token.children:  # "attacked the town, leaving 12 dead"
        if child.dep_ == "advcl" and child.lemma_ == "leave":
            yield from _left(child, ontology)


def _joined(verb: Token) -> Iterator[Token]:
    """A verb and the verbs joined to it that have no subject of their own but a number."""
    yield verb
    for child in verb.children:
        if child.dep_ == "conj" and child.tag_ in ("VBN", "VBD", "JJ"):
            if all(c.pos_ == "NUM" for c in child.children if c.dep_ in SUBJECTS):
                yield child


def _left(verb: Token, ontology: Ontology) -> Iterator[tuple[str, Token]]:
    """ "left 12 people dead and 30 wounded"."""
    for word in verb.subtree:
        if word.lower_ in _STATES and word.i > verb.i:
            what = ontology.figures.get(word.lower_)
            nouns = [c for c in word.children if c.dep_ in SUBJECTS or c.pos_ == "NUM"]
            if not nouns and word.i and word.nbor(-1).pos_ in ("NUM", "NOUN"):
                nouns = [word.nbor(-1)]
            if what is not None:
                yield from ((what, noun) for noun in nouns)


def _figure(reading: Reading, noun: Token, what: str, ontology: Ontology) -> Figure | None:
    if what == "troops" and not _are(noun, "forces", ontology):
        return None
    if what == "abducted" and any(_are(noun, things, ontology) for things in _THINGS):
        return None
    if what == "launched" and not _are(noun, "weapons", ontology):
        return None
    first = max(noun.left_edge.i, noun.i - _REACH)
    start, end = noun.doc[first].idx, noun.idx + len(noun)
    text = reading.article.text
    sentence = noun.sent.start
    before = noun.doc[max(sentence, first - 4)].idx  # "between", "as many as" may hang elsewhere
    best: tuple[int, int] | None = None
    for match in NUMBER.finditer(text, before, end):
        if match.end() > start and _is_number(reading, match.start(), match.end()):
            best = (match.start(), match.end())
    if best is None:
        return None
    words = reading.span(*best).text
    low, high = bounds(words)
    if low is None and high is None:
        return None
    return Figure(what=what, text=words, low=low, high=high)


def _are(noun: Token, name: str, ontology: Ontology) -> bool:
    lemmas = {noun.lemma_.lower(), *(t.lemma_.lower() for t in nouns_of(noun))}
    return not ontology.classes.get(name, frozenset()).isdisjoint(lemmas)


def _is_number(reading: Reading, start: int, end: int) -> bool:
    """Whether the words are a count: no date, no age ("19-year-old"), no ordinal, no bare "a"."""
    text = reading.article.text
    after = text[end : end + 6].lower()
    if after[:1].isalpha() or after.startswith(("-year", "-mont", "-day", "-hour", " year")):
        return False
    if bounds(text[start:end]) == (None, None):
        return False
    return not any(t.start <= start < t.end and t.type == "DATE" for t in reading.times)


def _sums(token: Token, ontology: Ontology, seen: set[tuple[str, str]]) -> Iterator[Figure]:
    """Sums of money, and percentages of tariffs, in what a verb governs."""
    what = ontology.figures.get(token.lemma_.lower())
    if token.pos_ == "NOUN" and what is None:
        return
    for child in token.children:
        if child.i < token.i or child.dep_ not in ("dobj", "prep", "dative", "pobj", "npadvmod"):
            continue
        governed = child.doc[child.left_edge.i : child.right_edge.i + 1]
        if not any(t.ent_type_ in _SUMS for t in governed):
            continue
        for ent in governed.ents:
            kind = _SUMS.get(ent.label_)
            if kind is None or (kind == "money" and what != "money"):
                continue
            if any(t.dep_ == "relcl" for t in ent.root.ancestors if t.i > token.i):
                continue
            low, high = bounds(ent.text)
            if (low is not None or high is not None) and (kind, ent.text) not in seen:
                seen.add((kind, ent.text))
                yield Figure(what=kind, text=ent.text, low=low, high=high)
