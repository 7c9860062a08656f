"""The parse as the finder of moves reads it: subjects, complements, stretches of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.language.reading import Reading
from onrecord.record import Span
from onrecord.statements.grammar import RELATIVES
from onrecord.statements.grammar import children as children
from onrecord.statements.grammar import is_country as is_country
from onrecord.statements.grammar import subject_of as subject_over_asides

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
NEVER = frozenset({"never", "neither", "nor", "hardly", "not", "n't", "n’t"})
_CLAUSAL_NOUNS = frozenset(
    "demand insistence call condition order request suggestion proposal threat warning promise "
    "pledge appeal plea ultimatum precondition fear hope claim".split()
)
_MEETING = frozenset("meet fulfil fulfill accept satisfy heed address grant comply answer".split())
_DEMANDS = frozenset("demand ultimatum condition deadline request requirement term".split())
_PASSING_ON = frozenset(
    "convey relay reject deliver pass back support oppose accept endorse broker describe".split()
)
_OF_WHOM = frozenset("refusal unwillingness reluctance willingness readiness insistence".split())
_CLOSE = 12  # words between infinitives that are joined
_UP = 6  # steps followed up the tree at most
_EDGE = " \t\n\r\u00a0,;:.!?–—-“”\"‘’'()"


def lemma(token: Token) -> str:
    """The lemma in lower case."""
    return str(token.lemma_).lower()


def modals(verb: Token) -> set[str]:
    """The auxiliaries of a verb in lower case, those of the verb it is joined to included."""
    own = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if not own and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        if verb.tag_ in ("VB", "VBN", "VBG") and not children(verb, *SUBJECTS):
            return {c.lower_ for c in verb.head.children if c.dep_ in ("aux", "auxpass")}
    return own


def no_longer(verb: Token) -> bool:
    """ "no longer insists": what was done is done no more."""
    return any(
        c.lower_ == "longer" and c.i > 0 and c.nbor(-1).lower_ in ("no", "not", "n't")
        for c in verb.children
    )


def is_negated(verb: Token) -> bool:
    """Whether "not", "never", "no longer" or a subject with "no" stands on the verb."""
    if no_longer(verb) or any(c.dep_ == "neg" or c.lower_ in NEVER for c in verb.children):
        return True
    for subject in children(verb, *SUBJECTS):
        if subject.lower_ in ("no", "none", "neither", "nobody", "nothing"):
            return True
        if subject.left_edge.lower_ == "not" and subject.dep_ != "csubj":
            return True  # "not one inch of our land will be given away"
        if any(c.lower_ in ("no", "neither") and c.dep_ == "det" for c in subject.children):
            return True
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not children(verb, *SUBJECTS, "aux"):
        return any(c.lower_ == "or" for c in verb.head.children) and is_negated(verb.head)
    return bool(verb.dep_ == "pcomp" and verb.head.lower_ == "without")


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive, also as a bare participle behind a noun."""
    if children(verb, "auxpass", "nsubjpass", "agent"):
        return True
    return bool(verb.dep_ == "acl" and verb.tag_ == "VBN")


def agents(verb: Token) -> list[Token]:
    """Those behind the "by" of a passive."""
    return [p for a in children(verb, "agent") for p in children(a, "pobj")]


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, over shared subjects, infinitives and relative clauses."""
    found = _subject_by_links(verb) or subject_over_asides(verb)
    return found.head.head if found is not None and _is_relative(found) else found


def _is_relative(token: Token) -> bool:
    return token.lower_ in RELATIVES and token.head.dep_ == "relcl"


def _subjects(verb: Token) -> list[Token]:
    """The subjects of a verb, the one next before it first."""
    found = children(verb, *SUBJECTS)
    before = [s for s in found if s.i < verb.i]
    return [*reversed(before), *(s for s in found if s.i > verb.i)]


def _subject_by_links(verb: Token) -> Token | None:
    current = verb
    for _ in range(_UP):
        for child in _subjects(current):
            if current.i != verb.i and child.i > verb.i:
                doer = _subject_of_told(current, verb)
                if doer is not None:
                    return doer
            if child.lower_ in RELATIVES and current.dep_ == "relcl":
                return current.head
            return child
        head = current.head
        if head.i == current.i:
            return None
        if current.dep_ in ("acl", "relcl"):
            return head
        if current.dep_ == "xcomp":
            told = children(head, "dobj", "dative")
            if told and told[0].i < current.i and lemma(head) != "promise":
                return told[0]
        if current.dep_ == "pcomp":
            accused = children(head.head, "dobj", "nsubjpass") if head.lower_ == "of" else []
            if accused and lemma(head.head) == "accuse":
                return accused[0]
            head = head.head
        if current.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "dep"):
            return None
        if _is_astray(current):
            while head.dep_ in ("xcomp", "ccomp", "conj") and head.tag_ in ("VB", "VBN"):
                head = head.head
            if head.dep_ == "ccomp":  # "said they had to leave, and called for ..."
                head = head.head
        current = head
    return None


def _subject_of_told(saying: Token, verb: Token) -> Token | None:
    """ "Ukraine would not, but was ready to, an adviser said": who is ready, not who says so."""
    for clause in children(saying, "ccomp"):
        for subject in children(clause, *SUBJECTS):
            if clause.i < verb.i and subject.i < verb.i:
                return subject
    return None


def _is_astray(verb: Token) -> bool:
    """ "said it would not cede land, and asked ...": joined by the parse to the verb said."""
    head = verb.head
    is_past = verb.tag_ in ("VBD", "VBZ") and verb.dep_ == "conj" and not modals(verb)
    is_bare = head.tag_ == "VB" and head.dep_ == "ccomp" and bool(modals(head))
    return is_past and (is_bare or (head.tag_ in ("VB", "VBN") and is_to(head)))


def relative_noun(verb: Token) -> Token | None:
    """The noun that a relative clause without an object of its own says something about.

    "the ceasefire that Ukraine has been seeking" gives "ceasefire" for "seeking".
    """
    current = verb
    for _ in range(3):
        if (
            current.dep_ == "acl"
            and current.tag_ in ("VBD", "VBZ", "VBP")
            and "that" in marks(current)
        ):
            return None if lemma(current.head) in _CLAUSAL_NOUNS else current.head
        if current.dep_ == "relcl":
            pronouns = [c for c in children(current, *SUBJECTS) if c.lower_ in RELATIVES]
            return None if pronouns else current.head
        if current.dep_ not in ("xcomp", "conj"):
            return None
        current = current.head
    return None


def objects(verb: Token) -> list[Token]:
    """Its objects, relative pronouns left out."""
    return [c for c in children(verb, "dobj", "obj", "attr", "oprd") if c.lower_ not in RELATIVES]


def is_to(verb: Token) -> bool:
    """Whether it is an infinitive with "to"."""
    return any(c.tag_ == "TO" for c in verb.children)


def joined(token: Token) -> list[Token]:
    """A word and what is joined to it by "and", "or", or commas, in order of the text."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj":
            found.extend(joined(child))
    return sorted(found, key=lambda t: t.i)


def verbs_joined(verb: Token) -> list[Token]:
    """An infinitive and the infinitives joined to it; a finite verb joined to it is not one."""
    listed = joined(verb)
    governor = verb.head
    if verb.dep_ in ("ccomp", "xcomp") and governor.tag_ in ("VBZ", "VBD", "VBN"):
        for other in children(governor, "conj"):  # "wants them to cede land, become neutral and"
            if other.i > verb.i and other.tag_ in ("VB", "VBP") and not modals(other):
                listed += joined(other)
    return [
        one
        for one in _close(listed)
        if one.i == verb.i or (_is_bare(one) and not _has_subject(one))
    ]


def _close(verbs: list[Token]) -> list[Token]:
    """Those that follow each other closely; in long sentences the parse joins too much."""
    kept: list[Token] = []
    for verb in sorted(verbs, key=lambda v: v.i):
        if not kept or verb.i - kept[-1].i <= _CLOSE:
            kept.append(verb)
    return kept


def _is_bare(word: Token) -> bool:
    """A base form, or a noun in the parse that has an object ("release all soldiers")."""
    if word.pos_ in ("VERB", "AUX"):
        return word.tag_ in ("VB", "VBP")
    return word.dep_ == "conj" and word.tag_ == "NN" and bool(children(word, "dobj"))


def _has_subject(verb: Token) -> bool:
    return bool(children(verb, *SUBJECTS))


def ids(reading: Reading, tokens: Iterable[Token]) -> list[str]:
    """The actors that ``tokens`` and what is joined to them name, in order, each once."""
    found: list[str] = []
    for token in tokens:
        for one in joined(token):
            actor = _actor(reading, one)
            if actor is not None and actor not in found:
                found.append(actor)
    return found


def _actor(reading: Reading, token: Token) -> str | None:
    mention = reading.mention_headed_by(token)
    if mention is None:
        near = reading.mention_at(token)
        if (near is not None and reading.tokens(near.start, near.end).root.i == token.i) or (
            near is not None and token.pos_ in ("PROPN", "PRON", "ADJ")
        ):
            mention = near
    return mention.actor if mention else None


def owners(reading: Reading, noun: Token) -> list[str]:
    """Whose it is: "Velmark's offer", "a Corsenian ultimatum", "a proposal by Velmark"."""
    found = ids(reading, children(noun, "poss"))
    for child in noun.children:
        if not found and child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            found = ids(reading, children(child, "pobj"))
        elif not found and child.lower_ == "of" and lemma(noun) in _OF_WHOM:
            found = ids(reading, children(child, "pobj"))  # "the refusal of Velmark to"
    if not found:
        found = ids(reading, children(noun, "amod", "compound", "nmod"))
    if not found:
        for child in children(noun, "acl"):
            if child.tag_ == "VBN" and lemma(child) not in _PASSING_ON:
                found = ids(reading, agents(child))
    return found


def subtree(token: Token, without: Iterable[Token] = ()) -> list[Token]:
    """The words below ``token`` in its own sentence, in order, branches ``without`` left out."""
    cut = {one.i for one in without}
    sentence = token.sent
    found: list[Token] = []
    stack = [token]
    while stack:
        one = stack.pop()
        if one.i in cut or not sentence.start <= one.i < sentence.end:
            continue
        found.append(one)
        stack.extend(one.children)
    return sorted(found, key=lambda t: t.i)


def stretch(reading: Reading, tokens: list[Token], head: Token) -> Span | None:
    """The unbroken run of ``tokens`` around ``head``, punctuation at its edges left out."""
    if not tokens:
        return None
    indices = {t.i for t in tokens}
    first = last = head.i
    while first - 1 in indices or _skips(head.doc, first - 1, indices, -1):
        first -= 1
    while last + 1 in indices or _skips(head.doc, last + 1, indices, 1):
        last += 1
    doc = head.doc
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    return trimmed(reading, start, end)


def _skips(doc: object, index: int, indices: set[int], step: int) -> bool:
    """Whether a gap of one quotation mark or space may be stepped over."""
    if index + step not in indices or not 0 <= index < len(doc):  # type: ignore[arg-type]
        return False
    token = doc[index]  # type: ignore[index]
    return bool(token.is_quote or token.is_space)


def trimmed(reading: Reading, start: int, end: int) -> Span | None:
    """The words from ``start`` to ``end`` without punctuation at the edges."""
    text = reading.article.text
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        if text[end - 1] == "." and text[start:end].endswith("U.S."):
            break
        if text[end - 1] == ")" and "(" in text[start:end]:
            break
        end -= 1
    for joint in (" and", " or", " but", " provided"):
        if text[start:end].endswith(joint):
            end -= len(joint)
    return reading.span(start, end) if start < end else None


def up(token: Token) -> Iterator[Token]:
    """What governs ``token``, from near to far."""
    while token.head.i != token.i:
        token = token.head
        yield token


def tells_of_demands(verb: Token) -> bool:
    """Whether a clause is "if its demands are not met", which adds no terms of its own."""
    if lemma(verb) in ("have", "need") and not children(verb, "dobj"):
        return True  # "if we have to"
    return lemma(verb) in _MEETING and any(
        lemma(c) in _DEMANDS for c in children(verb, *SUBJECTS, "dobj")
    )


def marks(verb: Token) -> set[str]:
    """The conjunctions that open the clause of a verb ("if", "unless", "that")."""
    found = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    found |= {c.lower_ for c in verb.children if c.dep_ == "advmod" and c.tag_ == "WRB"}
    return found
