"""The parse as the rules of attribution read it: subjects, clauses, and stretches of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.statements.attribution import Pieces, joined

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.language.reading import Reading

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
_EDGE = " \t\n\r\u00a0,;:.-–—("
_OPENING = "“„«\"‘'"
_CLOSING = "”“»\"’'"
QUOTE_ENDS = frozenset({"”", '"', "''", "’", "»"})
_MISREAD = {"hop": "hope"}  # the lemmatizer's "hopes" and "hoped"
_ASIDES = frozenset("add note say explain stress argue insist warn state declare tell".split())
_FARTHEST = 8  # steps followed up the tree at most


def children(token: Token, *relations: str) -> list[Token]:
    """The children of ``token`` in one of ``relations``, in order of the text."""
    return [child for child in token.children if child.dep_ in relations]


def is_country(token: Token) -> bool:
    """Whether it is "the US", and not "us" in capitals."""
    is_named = token.pos_ != "PRON" or any(c.lower_ == "the" for c in token.children)
    return token.text == "US" and is_named


def lemma(token: Token) -> str:
    """The lemma in lower case."""
    word = str(token.lemma_).lower()
    return _MISREAD.get(word, word)


def is_verb(token: Token) -> bool:
    """Whether the token is tagged as a verb of any form."""
    return str(token.tag_).startswith("VB")


def is_negated(token: Token) -> bool:
    """Whether "not" or "never" stands on the verb (or on its auxiliary)."""
    return any(
        child.dep_ == "neg" or child.lower_ in ("never", "neither", "nor")
        for child in token.children
    )


def modals(token: Token) -> list[str]:
    """The auxiliaries of a verb in lower case ("might", "have", "to")."""
    return [child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass")]


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive, also as a bare participle behind a noun."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in verb.children):
        return True
    return bool(verb.dep_ == "acl" and verb.tag_ == "VBN" and not _is_misread_past(verb))


def _is_misread_past(verb: Token) -> bool:
    """A past tense read as a participle: "The Observer, citing officials, reported that"."""
    return bool(
        verb.dep_ == "acl"
        and verb.tag_ == "VBN"
        and verb.i
        and verb.nbor(-1).text == ","
        and any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)
    )


def subject_of(verb: Token) -> Token | None:
    """Who does what the verb says, over shared subjects and relative clauses.

    The relative pronoun stands for itself ("officials who say" gives "who"). Passive verbs
    give their passive subject: ask ``is_passive`` first.
    """
    inner = verb.head.dep_ in ("ccomp", "acl") and verb.head.head.i < verb.i
    if inner and (is_next_cue(verb) or is_aside(verb)):
        verb = verb.head.head
        while not is_verb(verb) and verb.head != verb:
            verb = verb.head
    for _ in range(_FARTHEST):
        for child in verb.children:
            if child.dep_ in SUBJECTS or child.dep_ in PASSIVE_SUBJECTS:
                return child
        if verb.i and verb.dep_ == "ROOT" and verb.nbor(-1).text in QUOTE_ENDS:
            for child in verb.children:
                if child.dep_ in OBJECTS and child.i > verb.i:
                    return child  # "...?” asked Teo Marrow", read as an object
        stray = _stray_subject(verb) or listed_subject(verb)
        if stray is not None:
            return stray
        if is_stray(verb):
            verb = verb.head.head
            continue
        if _is_misread_past(verb):
            noun = verb.head
            while noun.dep_ in ("dobj", "pobj", "prep", "acl", "appos") and noun.head != noun:
                noun = noun.head
            return noun if noun.i < verb.i else None
        if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return verb.head
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "ccomp") or verb.head == verb:
            return None
        if verb.dep_ == "ccomp" and "to" not in modals(verb):
            return None
        head = verb.head
        if verb.dep_ == "pcomp" and head.pos_ in ("ADP", "SCONJ"):
            objects = children(head.head, *OBJECTS)
            if head.lower_ == "as" and objects:
                return objects[0]  # "quoted him as saying"
            head = head.head
        if verb.dep_ == "xcomp":
            told = children(head, "dobj", "dative")
            if told and lemma(head) != "promise":
                return told[0]
        verb = head
    return None


def _stray_subject(verb: Token) -> Token | None:
    """The subject of "Marrow, tired of waiting, has left" where the parser gave it to "tired"."""
    for child in verb.children:
        if child.dep_ != "advcl" or child.i > verb.i:
            continue
        for subject in child.children:
            if subject.dep_ in SUBJECTS and subject.i == subject.sent.start:
                following = subject.doc[subject.i + 1]
                if following.text == ",":
                    return subject
    return None


def listed_subject(verb: Token) -> Token | None:
    """The subject of "... or face sanctions, France and Germany said", read as one long list.

    The parser joins the names to the noun before the comma, with no "and" between.
    """
    if verb.dep_ not in ("conj", "ccomp") or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    if not verb.i or verb.head.i > verb.i:
        return None
    first = verb.nbor(-1)
    while first.dep_ == "conj" and first.head.pos_ == "PROPN" and first.head.i < first.i:
        first = first.head
    edge = first.left_edge.i
    if first.dep_ != "conj" or first.pos_ != "PROPN" or edge < 2:
        return None
    return first if verb.doc[edge - 1].text == "," and first.head.i < edge - 1 else None


def is_stray(verb: Token) -> bool:
    """A finite verb that the parser has joined to an infinitive: it goes with the verb above.

    In "urged both to wait and called for talks", "called" goes with "urged".
    """
    return bool(
        verb.dep_ == "conj"
        and verb.tag_ in ("VBD", "VBZ")
        and _is_nonfinite(verb.head)
        and not any(c.dep_ in SUBJECTS or c.dep_ == "aux" for c in verb.children)
    )


def _is_nonfinite(verb: Token) -> bool:
    if verb.tag_ == "VBG":
        return not any(c.dep_ == "aux" for c in verb.children)
    return verb.tag_ == "VB" and "to" in modals(verb)


def is_aside(verb: Token) -> bool:
    """ "..., adding that": goes with who spoke last, not with whom they spoke of."""
    return bool(
        verb.dep_ == "advcl"
        and verb.tag_ == "VBG"
        and lemma(verb) in _ASIDES
        and verb.i
        and verb.nbor(-1).text == ","
    )


def is_finite(verb: Token) -> bool:
    """A simple past or present, or a perfect: "denied", "denies", "has denied"."""
    auxiliaries = [c for c in verb.children if c.dep_ == "aux"]
    if verb.tag_ in ("VBD", "VBZ"):
        return not auxiliaries
    return bool(auxiliaries) and all(c.lower_ in ("has", "have", "had") for c in auxiliaries)


def is_next_cue(verb: Token) -> bool:
    """Whether a cue joined by ", and" and without a subject goes on with the source itself.

    "She said the plan was bad, and vowed to respond": she vowed, not the plan.
    """
    if verb.dep_ != "conj" or not is_finite(verb):
        return False
    if children(verb, "nsubj", "nsubjpass", "auxpass", "mark"):
        return False
    first = min(subtree(verb))
    doc = verb.doc
    if first < 2 or doc[first - 1].dep_ != "cc":
        return False
    before = first - 2
    while before > verb.sent.start and doc[before].text in QUOTE_ENDS:
        before -= 1
    return bool(doc[before].text == "," or _keeps_tense_of_cue(verb))


def _keeps_tense_of_cue(verb: Token) -> bool:
    """ "denied that they had crossed the border and accused Norvia": the tense of "denied"."""
    said = verb.head
    kinds = {"VBN": ("VBD", "VBZ"), "VB": ("MD",)}.get(said.tag_, ())
    finite = any(c.dep_ == "aux" and c.tag_ in kinds for c in said.children)
    return bool(finite and said.head.tag_ == verb.tag_)


def without_afterthought(reading: Reading, indices: set[int]) -> set[int]:
    """Without a closing ", which ..." or ", who ...", which is the outlet's own aside."""
    if not indices:
        return indices
    last = max(indices)
    for index in sorted(indices, reverse=True):
        token = reading.doc[index]
        if token.lower_ not in ("which", "who", "where") or index - 1 not in indices:
            continue
        comma = reading.doc[index - 1]
        clause = token
        while clause.dep_ not in ("relcl", "ROOT") and clause.head.i in indices:
            if clause.head == clause:
                break
            clause = clause.head
        if comma.text != "," or clause.dep_ != "relcl":
            continue
        if max(subtree(clause)) >= last - 1 and reading.quotation_at(token.idx) is None:
            return {i for i in indices if i < index - 1}
        return indices
    return indices


def without_strays(indices: set[int], head: Token) -> set[int]:
    """``indices`` of an infinitive's clause without the verbs that are stray in it."""
    for child in head.children:
        if is_stray(child):
            joints = {t.i for t in head.children if t.dep_ == "cc" and head.i < t.i < child.i}
            indices = indices - subtree(child) - joints
    return indices


def agent_of(verb: Token) -> Token | None:
    """The noun behind the "by" of a passive, or None."""
    for by in verb.children:
        if by.dep_ == "agent" or (by.dep_ == "prep" and by.lower_ == "by"):
            for noun in children(by, "pobj"):
                return noun
    return None


def antecedent(token: Token) -> Token:
    """The noun a relative pronoun stands for; any other token itself."""
    if token.lower_ not in RELATIVES or token.tag_ not in ("WP", "WDT", "WP$", "IN", "DT"):
        return token
    clause = token
    for _ in range(_FARTHEST):
        if clause.dep_ == "relcl":
            return clause.head
        if clause.head == clause:
            return token
        clause = clause.head
    return token


def conjuncts(token: Token) -> list[Token]:
    """``token`` and what is joined to it by "and": "Bloomberg and The Bell" gives both."""
    found = [token]
    for _ in range(_FARTHEST):
        more = [child for child in found[-1].children if child.dep_ == "conj"]
        more = [child for child in more if child.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")]
        if not more:
            break
        found.append(more[0])
    return found


def subtree(token: Token) -> set[int]:
    """Indices of the token and of all below it."""
    return {t.i for t in token.subtree}


def run_around(indices: set[int], token: Token) -> set[int]:
    """The unbroken run of ``indices`` that holds ``token`` (white space does not break it)."""
    run = {token.i}
    for step in (-1, 1):
        at = token.i + step
        while 0 <= at < len(token.doc) and (at in indices or token.doc[at].is_space):
            run.add(at)
            at += step
    return run & (indices | {token.i})


def pieces(reading: Reading, indices: Iterable[int]) -> Pieces:
    """Token indices as stretches of text, tidy at their edges.

    Commas, dashes and full stops go from the edges; a quotation mark stays where its partner
    is in the same stretch.
    """
    text = reading.article.text
    doc = reading.doc
    runs: list[list[int]] = []
    kept = [i for i in sorted(indices) if not doc[i].is_space]
    while len(kept) > 1 and doc[kept[-1]].dep_ == "cc":
        kept.pop()  # "to wait and | called for talks"
    for index in kept:
        token = doc[index]
        start, end = token.idx, token.idx + len(token)
        if runs and not text[runs[-1][1] : start].strip():
            runs[-1][1] = end
        else:
            runs.append([start, end])
    tidied = (tidy(text, start, end) for start, end in runs)
    return joined([piece for piece in tidied if piece is not None], text)


def tidy(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A stretch without punctuation at its edges, or None where nothing is left."""
    changed = True
    while changed and start < end:
        before = start, end
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE and not _abbreviation(text, start, end):
            end -= 1
        words = text[start:end]
        lonely = words[:1] in set(_OPENING) and not any(c in _CLOSING for c in words[1:])
        if lonely or words[:1] in set("”»)"):
            start += 1
        words = text[start:end]
        if words and words[-1] in _CLOSING and not any(c in _OPENING for c in words[:-1]):
            if words[-1] in '”»"' or (end - 2 >= start and not text[end - 2].isalnum()):
                end -= 1
        elif (words and words[-1] in "“„«(") or (words and words[-1] == ")" and "(" not in words):
            end -= 1
        changed = before != (start, end)
    return (start, end) if any(c.isalnum() for c in text[start:end]) else None


def _abbreviation(text: str, start: int, end: int) -> bool:
    """Whether the full stop at the end belongs to "U.S." or "Jr."."""
    if text[end - 1] != ".":
        return False
    word = text[max(start, end - 8) : end].split()[-1:] or [""]
    return word[0].count(".") > 1 or word[0] in ("Jr.", "Sr.", "Inc.", "Corp.", "Co.", "Ltd.")


def noun_phrase(reading: Reading, head: Token, *, limit: Token | None = None) -> Pieces:
    """The whole noun phrase of ``head``, not reaching over ``limit`` (its verb)."""
    indices = subtree(head)
    if limit is not None:
        side = head.i < limit.i
        indices = {i for i in indices if i != limit.i and (i < limit.i) == side}
        indices -= when_of(head)
    return pieces(reading, run_around(indices, head))


def when_of(head: Token) -> set[int]:
    """ "The president on Friday ruled out ...": when he did, which the parser hangs on him."""
    found: set[int] = set()
    for child in children(head, "prep"):
        if child.i < head.i or child.lower_ not in ("on", "late", "early"):
            continue
        nouns = children(child, "pobj") or [
            n for inner in children(child, "prep") for n in children(inner, "pobj")
        ]
        if nouns and all(noun.ent_type_ in ("DATE", "TIME") for noun in nouns):
            found |= subtree(child)
    return found


def phrase_before_clause(reading: Reading, noun: Token) -> Pieces:
    """The noun phrase of ``noun`` without appositions and relative clauses behind it."""
    indices = subtree(noun)
    for child in noun.children:
        if child.dep_ in ("relcl", "appos") and child.i > noun.i:
            cut = min(subtree(child))
            indices = {i for i in indices if i < cut}
    return pieces(reading, run_around(indices, noun))


def tokens_of(reading: Reading, stretches: Pieces) -> Iterator[Token]:
    """The tokens of stretches of text."""
    for start, end in stretches:
        yield from reading.tokens(start, end)
