"""The speech act of a statement: what its cue stands for, and what its content makes of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from onrecord.statements.attribution import Attribution
from onrecord.statements.grammar import (
    OBJECTS,
    SUBJECTS,
    children,
    is_negated,
    lemma,
    modals,
    tokens_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.language.reading import Reading
    from onrecord.record import Actor
    from onrecord.vocabulary.cues import CueAct, Cues

_NOT_OTHERS = frozenset({"i", "we", "you", "one"})
_FIRST_PERSON = frozenset({"i", "we"})
_SPEAKING = frozenset(
    "say comment discuss answer respond elaborate confirm name identify specify explain speak "
    "disclose give provide talk".split()
)
_SENTENCE_END = re.compile(r"[.!?…](?=[\s”\"’'»]|$)|,(?=[”\"'’»])")
_FORCES = frozenset("navy army military government country nation force troop air-force".split())
_GOES_ON = frozenset({"continue", "go", "begin", "start", "use", "proceed"})
_SPEAKS_UP = frozenset("march rally protest demonstrate gather write phone telephone".split())
_OFFICE = frozenset({"GOV", "MIL", "SPY"})
_OWN = frozenset({"my", "our", "his", "her", "its", "their"})
_SENTENCES = 8  # sentences of the content looked at
_FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "could", "can"})
_POSSIBLE = frozenset({"may", "might", "could"})
_NO_PLACE = frozenset({"nowhere", "somewhere", "anywhere", "little", "enough", "much"})
_JUDGEMENTS: tuple[Literal["bad"], Literal["good"]] = ("bad", "good")
_PLAIN = frozenset({"say", "report", "announce"})


def act_of(reading: Reading, cues: Cues, attribution: Attribution) -> CueAct:
    """The most specific act that cue and content support."""
    act = attribution.act
    if act == "believe" and is_disbelief(reading, attribution):
        return "doubt"
    frame = _frame(attribution)
    if attribution.rule == "cue-verb" and frame == "object-to" and act == "say":
        return "demand"  # "told them to leave"
    if act == "say" and frame in ("clause", "that"):
        wanted = _subjunctive(reading, cues, attribution)
        if wanted is not None:
            return wanted
    if _keeps_silent(reading, attribution):
        return "say"
    if act == "say" and frame in ("complement", "as"):
        return _evaluation(reading, cues, attribution) or act
    if act not in _PLAIN or attribution.voice == "outlet" or frame == "object":
        return act
    if _is_question(reading, attribution):
        return "ask" if act == "say" else act
    for head in _main_verbs(reading, attribution):
        found = (
            _refusal(cues, head)
            or _demand(reading, cues, head)
            or _performed(cues, head, reading, attribution)
            or _wrong(cues, head, reading, attribution)
        )
        if found is not None:
            return found
    return act


def _frame(attribution: Attribution) -> str:
    """The frame of the cue table that matched."""
    return attribution.entry.partition("(")[2].partition(")")[0]


def is_infinitive(reading: Reading, attribution: Attribution) -> bool:
    """Whether the cue is an infinitive: to be said, not said."""
    if attribution.cue_token is None or attribution.rule != "cue-verb":
        return False
    verb = reading.doc[attribution.cue_token]
    while verb.dep_ == "conj" and verb.tag_ == "VB" and not _has_own(verb):
        verb = verb.head  # "would have to send a letter and agree to a deal"
    if verb.tag_ != "VB" or "to" not in modals(verb) or lemma(verb.head) in _GOES_ON:
        return False
    return lemma(verb.head) not in _SPEAKS_UP or verb.head.tag_ not in ("VBD", "VBN")


def _has_own(verb: Token) -> bool:
    """Whether a conjunct has an auxiliary or a subject of its own."""
    return any(c.dep_ in ("aux", "auxpass", *SUBJECTS) for c in verb.children)


def is_hedged(reading: Reading, attribution: Attribution) -> bool:
    """Whether the saying or its content is only possible: "might propose", "may be"."""
    if attribution.hedged:
        return True
    heads = [attribution.cue_token]
    is_clause = attribution.rule == "cue-verb" and _frame(attribution) in ("clause", "that")
    if is_clause or attribution.rule in ("according-to", "cited-source"):
        heads.append(attribution.content_token)
    for index in heads:
        if index is None:
            continue
        possible = _POSSIBLE & set(modals(reading.doc[index]))
        if possible and not (possible == {"could"} and is_negated(reading.doc[index])):
            return True
    if attribution.cue_token is None or attribution.rule not in ("cue-verb", "cue-adjective"):
        return False
    verb = reading.doc[attribution.cue_token]
    return bool({"will", "would", "'ll", "’ll"} & set(modals(verb))) or _is_supposed(verb)


def is_disbelief(reading: Reading, attribution: Attribution) -> bool:
    """ "Does not believe": a doubt, and not the denial of a belief."""
    if attribution.cue_token is None or attribution.act != "believe":
        return False
    if attribution.rule not in ("cue-verb", "cue-adjective"):
        return False
    verb = reading.doc[attribution.cue_token]
    return is_negated(verb) and lemma(verb) in ("believe", "think", "be", "trust")


def is_negated_saying(reading: Reading, attribution: Attribution) -> bool:
    """Whether the saying itself is denied: "did not say that"."""
    if attribution.cue_token is None or attribution.rule == "outlet-voice":
        return False
    if _keeps_silent(reading, attribution):
        return True
    if is_disbelief(reading, attribution):
        return False  # the act is doubt
    verb = reading.doc[attribution.cue_token]
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return True
    if attribution.source_token is not None:
        source = reading.doc[attribution.source_token]
        if any(w.lower_ in ("neither", "no", "none") for w in (source, *source.children)):
            return True
    return is_negated(verb) or _is_of_no_noun(verb)


def _is_of_no_noun(verb: Token) -> bool:
    """ "There was no sign that he was ready to leave"."""
    noun = verb.head
    clause = verb.dep_ in ("acl", "relcl", "ccomp") and noun.pos_ == "NOUN" and noun.i < verb.i
    return clause and any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children)


def _keeps_silent(reading: Reading, attribution: Attribution) -> bool:
    """ "declined to comment", "refused to say": nothing was said, and nothing rejected."""
    if attribution.act != "reject" or attribution.content_token is None:
        return False
    return (
        "(to)" in attribution.entry and lemma(reading.doc[attribution.content_token]) in _SPEAKING
    )


def _subjunctive(reading: Reading, cues: Cues, attribution: Attribution) -> CueAct | None:
    """ "Insisted that the army leave": what is to be, not what is."""
    if attribution.cue_token is None or attribution.content_token is None:
        return None
    act = cues.act_of_content("subjunctive", lemma(reading.doc[attribution.cue_token]))
    if act is None:
        return None
    head = reading.doc[attribution.content_token]
    subject = next((c for c in children(head, "nsubj", "nsubjpass")), None)
    if subject is not None and head.tag_ == "VBN" and modals(head) in (["be"], ["not", "be"]):
        return act  # "that the passages be restored"
    if subject is None or head.tag_ not in ("VB", "VBP") or "do" in modals(head):
        return None
    one = subject.tag_ in ("NN", "NNP") or subject.lower_ in ("he", "she", "it")
    bare = head.tag_ == "VB" and not [m for m in modals(head) if m != "be"]
    return act if bare or (one and head.tag_ == "VBP" and head.lower_ == lemma(head)) else None


def _is_supposed(verb: Token) -> bool:
    """ "if they accept", "unless it agrees"."""
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in verb.children)


def _is_question(reading: Reading, attribution: Attribution) -> bool:
    """Whether most sentences of the content are questions."""
    ends = [
        mark.group()
        for start, end in attribution.content
        for mark in _SENTENCE_END.finditer(reading.article.text, start, end)
    ]
    return 2 * ends.count("?") > len(ends)


def _main_verbs(reading: Reading, attribution: Attribution) -> list[Token]:
    """The main verb of each sentence of the content, in order of the text."""
    inner = list(tokens_of(reading, attribution.content))
    indices = {token.i for token in inner}
    found = [
        token
        for token in inner
        if token.pos_ in ("VERB", "AUX")
        and (token.i == attribution.content_token or _is_main(token, indices))
    ]
    return found[:_SENTENCES]


def _is_main(token: Token, indices: set[int]) -> bool:
    """Whether nothing in the content governs the verb, or only a main verb it is joined to."""
    if token.dep_ == "ROOT" or token.head.i not in indices:
        return token.dep_ not in ("relcl", "acl", "advcl", "aux", "auxpass", "amod")
    return bool(token.dep_ == "conj" and _is_main(token.head, indices) and token.head != token)


def _refusal(cues: Cues, head: Token) -> CueAct | None:
    """ "would never recognise", "will not accept"."""
    if not is_negated(head) or not (_FUTURE & set(modals(head))):
        return None
    return cues.act_of_content("refuse", lemma(head))


def _demand(reading: Reading, cues: Cues, head: Token) -> CueAct | None:
    """ "must stop", "has to leave", "were required": of others, not of oneself."""
    if any(c.lower_ in _NOT_OTHERS for c in children(head, "nsubj", "nsubjpass")):
        return None
    for modal in modals(head):
        act = cues.act_of_content("modal", modal)
        if act is not None and not is_negated(head):
            return act
    if lemma(head) in ("have", "need") and any(_is_due(head, c) for c in children(head, "xcomp")):
        return "demand" if not is_negated(head) and _is_agent(reading, head) else None
    words = [head, *children(head, "acomp", "attr")]
    for word in words:
        is_said_so = word != head or any(c.dep_ == "auxpass" for c in head.children)
        if is_said_so and not is_negated(head):
            act = cues.act_of_content("required", word.lower_)
            if act is not None:
                return act
    return None


def _is_due(verb: Token, clause: Token) -> bool:
    """ "Have to stay", and not "have nowhere to stay"."""
    to = next((c for c in clause.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    if to is None:
        return False
    between = verb.doc[verb.i + 1 : to.i]
    return all(c.pos_ == "ADV" and c.lower_ not in _NO_PLACE for c in between)


def _is_agent(reading: Reading, verb: Token) -> bool:
    """Whether the subject can be asked for something: not "the economy needs to revive"."""
    subject = next((c for c in children(verb, "nsubj", "nsubjpass")), None)
    if subject is None or subject.lower_ in ("it", "there", "this", "that"):
        return False
    return subject.lower_ in ("he", "she", "they") or reading.actor_at(subject) is not None


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
        for noun in children(head, *OBJECTS):
            harm = harm or cues.act_of_content("harm_noun", lemma(noun))
        return harm or cues.act_of_content("help", lemma(head))
    if not is_negated(head) and head.tag_ in ("VBP", "VBZ", "VBD"):
        act = cues.act_of_content("verb", lemma(head))
        if act is not None and head.tag_ != "VBD" and head.dep_ != "conj":
            return act
    for word in children(head, "acomp"):
        act = cues.act_of_content("ready", word.lower_)
        behind = children(word, "xcomp", "prep")
        if act is not None and any("to" in modals(c) or c.lower_ in ("for", "to") for c in behind):
            return act if not is_negated(head) else "reject"
    return None


def _wrong(cues: Cues, head: Token, reading: Reading, attribution: Attribution) -> CueAct | None:
    """ "The blockade is illegal": what others do is said to break the law."""
    if lemma(head) != "be" or is_negated(head) or _FUTURE & set(modals(head)):
        return None
    subject = next((c for c in children(head, "nsubj")), None)
    if subject is None or _is_self(reading, subject, attribution):
        return None
    for word in children(head, "acomp", "attr"):
        act = cues.act_of_content("wrong", lemma(word))
        if act is not None:
            return act
    return None


def _is_self(reading: Reading, subject: Token, attribution: Attribution) -> bool:
    if subject.lower_ in _FIRST_PERSON:
        return True
    if any(c.dep_ == "poss" and c.lower_ in _OWN for c in subject.children):
        return True  # "her country", "our forces"
    if lemma(subject) in _FORCES and not any(
        c.dep_ in ("poss", "amod", "compound", "nmod") for c in subject.children
    ):
        return True  # "the navy", with nobody else's name on it
    if attribution.source_token is None:
        return False
    source = reading.actor_at(reading.doc[attribution.source_token])
    spoken_of = reading.actor_at(subject)
    if source is None or spoken_of is None:
        return False
    return spoken_of == source or _speaks_for(
        reading.actor_by_id[source], reading.actor_by_id[spoken_of]
    )


def _speaks_for(speaker: Actor, body: Actor) -> bool:
    """Whether a member of a government speaks of its state: "Tehran was ready to ...", he said."""
    return (
        body.kind in ("state", "government")
        and body.country is not None
        and body.country == speaker.country
        and speaker.sector in _OFFICE
    )


def _evaluation(reading: Reading, cues: Cues, attribution: Attribution) -> CueAct | None:
    """Criticism or praise in "called the attacks disgusting"."""
    if attribution.source_token is not None:
        source = lemma(reading.doc[attribution.source_token])
        if cues.act_of_content("critic", source) is not None:
            return cues.act_of_content("critic", source)
    proof = None
    if attribution.content_token is not None and _frame(attribution) == "as":
        words = [lemma(token) for token in tokens_of(reading, attribution.content)]
        proof = next((a for w in words if (a := cues.act_of_content("proof", w))), None)
    for token in tokens_of(reading, attribution.content):
        for kind in _JUDGEMENTS:
            act = cues.act_of_content(kind, token.lower_)
            act = act or cues.act_of_content(kind, lemma(token))
            if act is not None:
                return proof if proof is not None and kind == "bad" else act
    return None
