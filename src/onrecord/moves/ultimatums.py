"""Ultimatums: what a threat is to bring about, and one row for demand, consequence and day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.moves.found import TAGGER, Draft
from onrecord.moves.grammar import (
    SUBJECTS,
    children,
    is_negated,
    joined,
    lemma,
    marks,
    tells_of_demands,
    trimmed,
)
from onrecord.moves.parties import Context
from onrecord.moves.terms import clause_terms, with_subject
from onrecord.record import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEALS = frozenset("deal agreement contract accord compromise settlement solution treaty".split())
_FAILS = frozenset({"fail", "refuse", "reject", "decline"})


def demanded_by_threat(context: Context, draft: Draft) -> Iterator[Draft]:
    """The demand in "would close the strait unless the men were released"."""
    if draft.kind != "threat":
        return
    tokens = context.reading.tokens(draft.start, max(draft.end, draft.terms.end))
    governors = {t.i for t in tokens}
    cue = context.reading.tokens(draft.cue.start, draft.cue.end)[0]
    if cue.dep_ == "ccomp" and cue.head.i > cue.i:
        governors.add(cue.head.i)  # "will leave, he said, unless ..."
    for token in tokens[0].sent:
        if token.dep_ != "advcl" or token.head.i not in governors:
            continue
        if draft.terms.start <= token.idx < draft.terms.end:
            continue
        opening = marks(token)
        if token.left_edge.i > 0 and token.left_edge.nbor(-1).lower_ in ("as", "even"):
            continue
        together = [v for v in joined(token) if v.pos_ in ("VERB", "AUX")]
        if (
            "unless" not in opening
            and "until" not in opening
            and not (
                "if" in opening
                and (
                    is_negated(token)
                    or (lemma(token) in _FAILS and context.actors(children(token, "nsubj")))
                )
            )
        ):
            continue
        if any(
            c.lower_ in ("no", "none", "there") or any(d.lower_ == "no" for d in c.children)
            for c in children(token, *SUBJECTS, "expl")
        ):
            continue  # "if no deal is reached" asks nobody for anything
        for verb in together:
            if tells_of_demands(verb) or _is_of_both(verb):
                continue
            terms = _whole(context, verb, together)
            if terms is None or not any(
                t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ")
                for t in context.reading.tokens(terms.start, terms.end)
            ):
                continue
            subjects = children(verb, "nsubj")
            is_open = any(s.pos_ == "PRON" for s in subjects) and draft.toward
            told = () if is_open else context.actors(subjects)
            yield draft.having(
                kind="demand",
                terms=terms,
                toward=tuple(t for t in told or draft.toward if t != draft.party),
                otherwise=draft.terms,
                start=min(draft.start, terms.start),
                end=max(draft.end, terms.end),
                rule="unless",
                detail="what a threat is to bring about",
            )
        return


def _is_of_both(verb: Token) -> bool:
    """ "if a deal is not reached" asks nobody for anything, like "if there is no deal"."""
    deals = any(lemma(s) in _DEALS for s in children(verb, "nsubjpass"))
    return deals and lemma(verb) in ("reach", "strike", "agree", "sign", "find", "conclude")


def _whole(context: Context, verb: Token, together: list[Token]) -> Span | None:
    if not is_negated(verb):
        return with_subject(context.reading, verb, together)
    terms = clause_terms(context.reading, verb, together)
    if terms is None:
        return None
    # "if Moscow does not make peace": what is asked is to make peace
    return trimmed(context.reading, verb.idx, terms.end)


def _dates(demand: Draft, threat: Draft) -> bool:
    """Whether the day of a threat is that of the demand it is to bring about."""
    rest = demand.otherwise
    return (
        demand.party == threat.party
        and rest is not None
        and demand.due is not None
        and threat.due is not None
        and demand.due.date == threat.due.date
        and rest.start < threat.terms.end
        and threat.terms.start < rest.end
    )


def without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    """Without the threat that an ultimatum holds, unless it is aimed at somebody else."""
    held = [d for d in drafts if d.kind in ("demand", "condition") and d.otherwise and d.due]
    kept = []
    rests = [d.otherwise for d in drafts if d.otherwise is not None and d.rule != "unless"]
    for draft in drafts:
        if draft.kind != "threat" and any(r.start <= draft.cue.start < r.end for r in rests):
            continue
        if draft.rule == TAGGER and any(r.overlaps(draft.terms) for r in rests):
            continue  # told as what follows if not
        double = draft.kind == "threat" and any(
            d.party == draft.party
            and d.otherwise is not None
            and min(d.otherwise.end, draft.terms.end) > max(d.otherwise.start, draft.terms.start)
            and (not draft.toward or set(draft.toward) & set(d.toward))
            for d in held
        )
        if double:
            continue
        if draft.kind == "threat" and any(_dates(d, draft) for d in held):
            draft = draft.having(due=None)  # the day is that of the demand
        kept.append(draft)
    return kept
