"""The speech act of a statement: what its cue stands for, and what its content makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.statements.attribution import Attribution
from onrecord.statements.grammar import children, is_negated, is_verb, lemma, modals, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.language.reading import Reading
    from onrecord.vocabulary.cues import Cues, CueAct

_FIRST_PERSON = frozenset({"i", "we"})
_FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "could", "can"})
_POSSIBLE = frozenset({"may", "might", "could"})
_PLAIN = frozenset({"say", "report", "announce"})


def act_of(reading: Reading, cues: Cues, attribution: Attribution) -> CueAct:
    """The most specific act that cue and content support."""
    act = attribution.act
    frame = attribution.entry.partition("(")[2].partition(")")[0]
    if attribution.rule == "cue-verb" and frame == "object-to" and act == "say":
        return "demand"  # "told them to leave"
    if act == "say" and frame in ("complement", "as"):
        return _evaluation(reading, cues, attribution) or act
    if act not in _PLAIN or attribution.voice == "outlet" or frame == "object":
        return act
    if _is_question(reading, attribution):
        return "ask" if act == "say" else act
    head = _main_verb(reading, attribution)
    if head is None:
        return act
    found = _refusal(cues, head, reading, attribution) or _demand(cues, head)
    found = found or _performed(cues, head, reading, attribution)
    return found or act


def is_hedged(reading: Reading, attribution: Attribution) -> bool:
    """Whether the saying or its content is only possible: "might propose", "may be"."""
    if attribution.hedged:
        return True
    heads = [attribution.cue_token]
    if attribution.rule == "cue-verb" and attribution.entry.partition("(")[2].startswith("clause"):
        heads.append(attribution.content_token)
    for index in heads:
        if index is not None and _POSSIBLE & set(modals(reading.doc[index])):
            return True
    if attribution.cue_token is None or attribution.rule not in ("cue-verb", "cue-adjective"):
        return False
    verb = reading.doc[attribution.cue_token]
    return bool({"will", "would", "'ll", "’ll"} & set(modals(verb))) or _is_supposed(verb)


def is_negated_saying(reading: Reading, attribution: Attribution) -> bool:
    """Whether the saying itself is denied: "did not say that"."""
    if attribution.cue_token is None or attribution.rule == "outlet-voice":
        return False
    return is_negated(reading.doc[attribution.cue_token])


def _is_supposed(verb: Token) -> bool:
    """ "if they accept", "unless it agrees"."""
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in verb.children)


def _is_question(reading: Reading, attribution: Attribution) -> bool:
    start, end = attribution.content[-1]
    return reading.article.text[start:end].rstrip("”\"’'» ").endswith("?")


def _main_verb(reading: Reading, attribution: Attribution) -> Token | None:
    """The main verb of the content: of its first sentence where it is a quotation."""
    if attribution.content_token is not None:
        token = reading.doc[attribution.content_token]
        if token.pos_ in ("VERB", "AUX"):
            return token
    for token in tokens_of(reading, attribution.content[:1]):
        if is_verb(token) and token.dep_ in ("ROOT", "ccomp", "conj"):
            return token
    return None


def _refusal(
    cues: Cues, head: Token, reading: Reading, attribution: Attribution
) -> CueAct | None:
    """ "would never recognise", "will not accept"."""
    if not is_negated(head) or not (_FUTURE & set(modals(head))):
        return None
    return cues.act_of_content("refuse", lemma(head))


def _demand(cues: Cues, head: Token) -> CueAct | None:
    """ "must stop", "has to leave", "were required"."""
    for modal in modals(head):
        act = cues.act_of_content("modal", modal)
        if act is not None and not is_negated(head):
            return act
    if lemma(head) in ("have", "need") and any(
        "to" in modals(c) for c in children(head, "xcomp")
    ):
        return "demand" if not is_negated(head) else None
    words = [head, *children(head, "acomp", "attr")]
    for word in words:
        is_said_so = word is not head or any(c.dep_ == "auxpass" for c in head.children)
        if is_said_so and not is_negated(head):
            act = cues.act_of_content("required", word.lower_)
            if act is not None:
                return act
    return None


def _performed(
    cues: Cues, head: Token, reading: Reading, attribution: Attribution
) -> CueAct | None:
    """ "we demand ...", "he would retaliate": what the speaker does in saying it."""
    subject = next((c for c in children(head, "nsubj")), None)
    if subject is None or not _is_self(reading, subject, attribution):
        return None
    if _FUTURE & set(modals(head)) & {"will", "would", "'ll", "’ll", "shall"}:
        if is_negated(head):
            return None
        harm = cues.act_of_content("harm", lemma(head))
        return harm or cues.act_of_content("help", lemma(head))
    if not is_negated(head) and head.tag_ in ("VBP", "VBZ", "VBD"):
        act = cues.act_of_content("verb", lemma(head))
        if act is not None and head.tag_ != "VBD":
            return act
    for word in children(head, "acomp"):
        act = cues.act_of_content("ready", word.lower_)
        if act is not None and any("to" in modals(c) for c in children(word, "xcomp")):
            return act if not is_negated(head) else "reject"
    return None


def _is_self(reading: Reading, subject: Token, attribution: Attribution) -> bool:
    if subject.lower_ in _FIRST_PERSON:
        return True
    if attribution.source_token is None:
        return False
    source = reading.actor_at(reading.doc[attribution.source_token])
    return source is not None and reading.actor_at(subject) == source


def _evaluation(reading: Reading, cues: Cues, attribution: Attribution) -> CueAct | None:
    """Criticism or praise in "called the attacks disgusting"."""
    for token in tokens_of(reading, attribution.content):
        for kind in ("bad", "good"):
            act = cues.act_of_content(kind, token.lower_)  # type: ignore[arg-type]
            act = act or cues.act_of_content(kind, lemma(token))  # type: ignore[arg-type]
            if act is not None:
                return act
    return None
