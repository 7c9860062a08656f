"""The model proposes spans and scores, the rules resolve structure.

A proposal and a rule's attribution are the same where their cues overlap, or where their
contents do and neither cue contradicts. The model's spans are then taken, with the rule's act
and heads. What the rules alone know stays: statements inside statements, the outlet's own
voice, and quotations that run on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.statements.acts import is_infinitive
from onrecord.statements.attribution import Attribution, Pieces, covered, holds, overlap, shared
from onrecord.statements.chains import without_accounts
from onrecord.statements.claims import to_their_cues
from onrecord.statements.fitting import (
    fitted_content,
    fitted_source,
    in_its_sentence,
)
from onrecord.statements.grammar import (
    RELATIVES,
    SUBJECTS,
    antecedent,
    children,
    is_passive,
    is_verb,
    lemma,
    noun_phrase,
    subject_of,
)
from onrecord.statements.unsaid import is_unsaid
from onrecord.statements.whole import whole_cue, whole_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.language.reading import Reading
    from onrecord.statements.proposal import Proposal
    from onrecord.vocabulary.cues import CueAct, Cues

_WORDS = 3
_SMALL = frozenset({"PRON", "DET"})
_NAMES_NOBODY = frozenset({"DET", "ADP", "PUNCT", "CCONJ", "VERB", "AUX", "ADV", "PART", "SCONJ"})
_CLAUSAL = frozenset({"clause", "that", "quote", "to", "object-to", "ing"})
THRESHOLD = 0.5
_UNKNOWN = "no entry of the cue tables"
SURE = 0.7  # score from which a proposal with a cue of no table stands
SAME_CONTENT = 0.3  # overlap of contents from which the model's spans are taken


def merged(
    reading: Reading,
    cues: Cues,
    rules: Sequence[Attribution],
    proposals: Sequence[Proposal],
    *,
    threshold: float = THRESHOLD,
) -> list[Attribution]:
    """Rules and proposals as one list, in the order of the text.

    Args:
        reading: the reading they are of.
        cues: the cue tables, for the act of a cue that only the model has seen.
        rules: what the rules found.
        proposals: what the model proposes.
        threshold: proposals with a lower score are left out.
    """
    result = list(rules)
    turns = [one.content for one in rules if one.rule == "transcript"]
    for proposal in sorted(proposals, key=lambda p: -p.score):
        if proposal.score < threshold or not proposal.content:
            continue
        if not reading.in_body(proposal.content[0][0]):
            continue
        proposal = _without_later(reading, proposal)
        index = _partner(result, proposal)
        if index is None:
            fresh = _from_model(reading, cues, proposal)
            crossed = any(shared(t, fresh.content) and not holds(t, fresh.content) for t in turns)
            if not fresh.content or crossed or _names_nobody(reading, fresh):
                continue  # who speaks in a transcript stands before the colon
            idle = (
                _is_task(reading, fresh)
                or _is_undergone(reading, fresh)
                or is_unsaid(reading, cues, fresh)
            )
            if _may_stand(reading, cues, proposal) and not idle:
                result.append(fresh)
        elif result[index].score is None:
            result[index] = _with_spans(reading, result[index], proposal, rules)
    result = to_their_cues(reading, without_accounts(reading, _without_doubles(result)))
    return sorted(result, key=lambda a: (a.anchor, a.start, a.rule))


def _may_stand(reading: Reading, cues: Cues, proposal: Proposal) -> bool:
    """Whether the model's word is enough: what is said is a clause or quoted, its cue is a known
    one, or it is very sure.

    It was trained on one country's campaign news, where nearly everything is said; elsewhere
    "will sign an agreement" says nothing.
    """
    if any(
        q.start < end and start < q.end
        for q in reading.quotations
        for start, end in proposal.content
    ):
        return True
    content = _head(reading, proposal.content[:1])
    if content is not None and reading.doc[content].pos_ in ("VERB", "AUX"):
        return True
    head = _head(reading, proposal.cue) if proposal.cue else None
    if head is not None and content is not None and reading.doc[content].pos_ not in _SMALL:
        if _takes(reading, cues, reading.doc[head], reading.doc[content]):
            return True
    return proposal.score >= SURE


def _without_doubles(found: list[Attribution]) -> list[Attribution]:
    """A quotation without a cue that another statement has for its content is told once."""
    held = [one.content for one in found if not one.continues]
    return [
        one
        for one in found
        if not (one.continues and one.score is None and any(holds(c, one.content) for c in held))
    ]


def _takes(reading: Reading, cues: Cues, cue: Token, thing: Token) -> bool:
    """Whether a cue of the tables says such a thing: "rejected the offer", no "raised money"."""
    rows = [row for _, row in cues.verbs.get(lemma(cue), ())] if is_verb(cue) else []
    if not rows:
        return _act(reading, cues, cue.i)[1] != _UNKNOWN
    return any(
        frame not in _CLAUSAL
        and (not row.objects or row.objects == ("thing",) or lemma(thing) in row.objects)
        for row in rows
        for frame in row.frames
    )


def _is_task(reading: Reading, one: Attribution) -> bool:
    """Whether the cue is an infinitive: what somebody is to say, not what was said."""
    if one.cue_token is None or reading.doc[one.cue_token].dep_ == "ROOT":
        return False
    return is_infinitive(reading, replace(one, rule="cue-verb"))


def _is_undergone(reading: Reading, one: Attribution) -> bool:
    """Whether the cue is a bare participle: "when pitched into a debate" is done to somebody."""
    if one.cue_token is None:
        return False
    verb = reading.doc[one.cue_token]
    if verb.tag_ != "VBN" or verb.dep_ not in ("advcl", "acl"):
        return False
    return not any(c.dep_ in ("aux", "auxpass", "agent") for c in verb.children)


def _partner(found: list[Attribution], proposal: Proposal) -> int | None:
    """The index of the attribution that ``proposal`` is of, or None."""
    best, best_share = None, 0.0
    for index, one in enumerate(found):
        same_cue = shared(one.cue, proposal.cue) > 0
        if not same_cue and one.cue and proposal.cue:
            continue
        share = overlap(one.content, proposal.content)
        if not same_cue and share < 0.8:
            continue
        if share + same_cue > best_share:
            best, best_share = index, share + same_cue
    return best


def _with_spans(
    reading: Reading, one: Attribution, proposal: Proposal, rules: Sequence[Attribution]
) -> Attribution:
    if one.rule in ("outlet-voice", "cited-source"):
        return replace(one, score=proposal.score)
    proposed = whole_words(reading, proposal.content)
    within = shared(one.content, proposed) == covered(one.content)
    apart = not within and overlap(one.content, proposed) < SAME_CONTENT
    doubtful = proposal.score < SURE or shared(one.content, proposed) > 0
    if apart and (_is_reference(reading, one) or doubtful):
        return replace(one, score=proposal.score)  # "an idea that was mentioned by ..."
    source_token = one.source_token
    source = fitted_source(reading, one, proposal)
    if source_token is None or not _holds_token(reading, source, source_token):
        source_token = _head(reading, source) if source else source_token
    return replace(
        one,
        source=source,
        cue=whole_cue(reading, proposal.cue) or one.cue,
        content=(proposed if apart else fitted_content(reading, one, proposed, rules))
        or one.content,
        content_token=_head(reading, proposed[:1]) if apart and proposed else one.content_token,
        continues=one.continues and not proposal.source,
        source_token=source_token,
        voice="source" if source else one.voice,
        score=proposal.score,
    )


def _names_nobody(reading: Reading, one: Attribution) -> bool:
    """Whether the source that the model has holds no noun: an article, a participle alone."""
    tokens = [token for start, end in one.source for token in reading.tokens(start, end)]
    return bool(tokens) and all(token.pos_ in _NAMES_NOBODY for token in tokens)


def _is_reference(reading: Reading, one: Attribution) -> bool:
    """Whether the rule's content is a word or two that stand for something said before."""
    return sum(len(reading.tokens(start, end)) for start, end in one.content) <= _WORDS


def _from_model(reading: Reading, cues: Cues, proposal: Proposal) -> Attribution:
    cue_token = _head(reading, proposal.cue) if proposal.cue else None
    act, entry = _act(reading, cues, cue_token)
    content = whole_words(reading, proposal.content)
    source = whole_words(reading, proposal.source)
    if cue_token is not None and not source:
        subject = subject_of(reading.doc[cue_token]) if is_verb(reading.doc[cue_token]) else None
        source = noun_phrase(reading, subject) if subject is not None else ()
    if cue_token is not None:
        content = in_its_sentence(reading, reading.doc[cue_token], content)
        source = _with_subject(reading, reading.doc[cue_token], source)
    return Attribution(
        source=source,
        cue=whole_cue(reading, proposal.cue),
        content=content,
        act=act,
        rule="tagger",
        entry=entry,
        voice="source" if source else "none",
        cue_token=cue_token,
        source_token=_head(reading, source) if source else None,
        content_token=_head(reading, proposal.content[:1]),
        score=proposal.score,
    )


def _without_later(reading: Reading, proposal: Proposal) -> Proposal:
    """``proposal`` without a source in a paragraph behind that of the cue."""
    block = reading.block_at(proposal.cue[0][0]) if proposal.cue else None
    if block is None or not proposal.source or proposal.source[0][0] < block.end:
        return proposal
    return replace(proposal, source=())


def _with_subject(reading: Reading, cue: Token, source: Pieces) -> Pieces:
    """``source``, or the verb's own: "finance that the developed world had promised"."""
    if cue.dep_ != "relcl" or not source or is_passive(cue):
        return source
    subject = next(iter(children(cue, *SUBJECTS)), None)
    if subject is None or subject.lower_ in RELATIVES or not 0 < cue.i - subject.i < _WORDS + 1:
        return source
    if shared(source, ((subject.idx, subject.idx + len(subject)),)):
        return source
    return noun_phrase(reading, subject, limit=cue) or source


def _act(reading: Reading, cues: Cues, cue_token: int | None) -> tuple[CueAct, str]:
    """What the cue tables say of the head of a cue that no rule has matched."""
    if cue_token is None:
        return "say", "no cue"
    token = reading.doc[cue_token]
    if is_verb(token):
        for cue, row in cues.verbs.get(lemma(token), ()):
            if " " not in cue:
                return row.act, f"{cue} of cues_verbs"
    rows = cues.nouns.get(lemma(token)) or cues.adjectives.get(token.lower_)
    if rows:
        return rows[0].act, f"{lemma(token)} of the cue tables"
    return "say", _UNKNOWN


def _head(reading: Reading, pieces: Pieces) -> int | None:
    if not pieces:
        return None
    root: Token = reading.tokens(*pieces[0]).root
    return antecedent(root).i


def _holds_token(reading: Reading, pieces: Pieces, index: int) -> bool:
    token = reading.doc[index]
    return holds(pieces, ((token.idx, token.idx + len(token)),))
