"""Ultimatums: what somebody is given time for, and what follows if not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.moves.found import Draft
from onrecord.moves.frames import clause_terms
from onrecord.moves.grammar import (
    SUBJECTS,
    children,
    is_negated,
    joined,
    lemma,
    marks,
    owners,
    subject_of,
    trimmed,
    verbs_joined,
)
from onrecord.moves.mood import mood_of
from onrecord.moves.parties import Context
from onrecord.record import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_LIMITS = frozenset({"deadline", "ultimatum"})
_GIVERS = frozenset({"give", "set", "grant", "allow", "tell", "issue", "hand"})
_CARRIERS = _GIVERS | frozenset(
    "impose announce present deliver extend shorten move renew repeat cut postpone prolong".split()
)
_OR = re.compile(
    r"[\s,;–—-]*\b(?P<rest>or (?:else\b|(?:to )?(?:face|risk|be|suffer|lose|see|get|meet|pay|"
    r"forfeit|have)\b|(?:it|they|he|she|we|the \w+) "
    r"(?:will|would|could|may|might|risks?|faces?)\b).*)",
    re.IGNORECASE | re.DOTALL,
)
_FAILING = re.compile(
    r"\b(?:failing (?:which|that)|otherwise|if (?:it|they|he|she) (?:did|do|does) not|if not)\b,?"
    r"\s*(?:(?:it|he|she|they) said,?\s*)?(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_NEXT = re.compile(
    r"[“\"‘']?(?:otherwise|failing (?:that|which)|if not|or else|without (?:that|one|it)|"
    r"if [\w ’'-]{1,40}?\b(?:does not|doesn['’]t|do not|don['’]t|did not|didn['’]t|fails?|"
    r"failed|refuses?|refused|stays?|continues?|remains?)\b[^,.;]{0,80}),?\s*(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_ASIDE = re.compile(r"^(?:(?:he|she|it|they|[A-Z]\w+) (?:says?|said|warned|added),\s*)")
_AFTER = re.compile(
    r",\s*(?:[“”\"]\s*)?(?:the |an? |its |his |her )?(?:[\w’'.-]+ ){1,6}?"
    r"(?:said|says|warned|added)\b[^,]{0,60}$"
)
_SENTENCES = 2  # how many sentences further the consequence may stand
_FAILS = frozenset({"fail", "refuse", "reject", "decline"})
_TIMED = frozenset({"limit-set", "time-given"})
_NEAR = 18  # words from a limit to the infinitive that says what is due


def from_limit(context: Context, noun: Token) -> Iterator[Draft]:
    """ "a deadline set by X for Y to do Z": a demand of X."""
    if lemma(noun) not in _LIMITS or noun.dep_ == "compound":
        return
    found = _infinitive_after(noun)
    if found is None:
        return
    verb, told = found
    parties = _setters(context, noun)
    if not told:
        told = [
            p
            for prep in children(noun, "prep")
            if prep.lower_ in ("to", "for", "on")
            for p in children(prep, "pobj")
        ]
    carrier = noun.head
    if not told and noun.dep_ == "dobj":
        told = children(carrier, "dative") + [
            p for prep in children(carrier, "prep", "dative") for p in children(prep, "pobj")
        ]
    yield from _demands(context, noun, verb, parties, context.actors(told), "limit-set")


def _setters(context: Context, noun: Token) -> list[str]:
    found = [o for o in owners(context.reading, noun) if context.is_party(o)]
    for child in noun.children:
        if not found and child.dep_ == "relcl" and lemma(child) in (*_GIVERS, "announce", "impose"):
            subject = subject_of(child)
            found = context.parties(subject) if subject is not None else []
    carrier = noun.head
    if not found and noun.dep_ in ("dobj", "pobj") and carrier.pos_ == "VERB":
        if lemma(carrier) in _CARRIERS:
            found = context.parties_of(carrier)
    if not found and noun.dep_ == "nsubjpass":
        found = [
            p
            for a in children(carrier, "agent")
            for t in children(a, "pobj")
            for p in context.parties(t)
        ]
    return found


def _infinitive_after(noun: Token) -> tuple[Token, list[Token]] | None:
    """The infinitive that says what the limit is for, and who is to do it."""
    told: list[Token] = []
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + _NEAR)]:
        if token.tag_ == "TO" and token.head.pos_ in ("VERB", "AUX") and token.head.i > token.i:
            verb = token.head
            own = children(verb, "nsubj", "nsubjpass")
            return verb, own or told
        if token.lower_ in ("for", "to") and token.dep_ in ("prep", "dative", "mark"):
            told = children(token, "pobj") or told
        if token.pos_ == "VERB" and token.tag_ in ("VBD", "VBZ", "VBP") and token.dep_ == "ROOT":
            return None
        if token.text in (";", ":"):
            return None
    return None


def from_given(context: Context, verb: Token) -> Iterator[Draft]:
    """ "gave Velmark until 12 September to release ...", "has 10 days to make a deal"."""
    word = lemma(verb)
    if word not in ("give", "grant", "allow", "set", "have") or is_negated(verb):
        return
    to = next(
        (
            t
            for t in verb.doc[verb.i + 2 : min(verb.sent.end, verb.i + _NEAR)]
            if t.tag_ == "TO" and t.head.pos_ in ("VERB", "AUX") and t.head.i > t.i
        ),
        None,
    )
    if to is None or not _has_time(context, verb, to):
        return
    act = to.head
    if word == "have":
        subject = subject_of(verb)
        speaker = context.speaker(verb.idx)
        if subject is None or speaker is None or not context.is_party(speaker):
            return
        told = context.actors([subject])
        if not told or speaker in told:
            return
        yield from _demands(context, verb, act, [speaker], told, "time-given")
        return
    if mood_of(verb) not in ("made", "future"):
        return
    subject = subject_of(verb)
    if children(verb, "nsubjpass"):
        told = context.actors(children(verb, "nsubjpass"))
        agents = [
            p
            for a in children(verb, "agent")
            for t in children(a, "pobj")
            for p in context.parties(t)
        ]
        speaker = context.speaker(verb.idx)
        parties = agents or ([speaker] if speaker and context.is_party(speaker) else [])
    else:
        parties = context.parties(subject) if subject is not None else []
        told = context.actors(
            [
                *children(verb, "dative"),
                *(c for c in children(verb, "dobj") if c.i < to.i),
                *children(act, "nsubj"),
            ]
        )
    yield from _demands(context, verb, act, parties, told, "time-given")


def _has_time(context: Context, verb: Token, to: Token) -> bool:
    return bool(context.reading.times_in(verb.idx, to.idx)) or any(
        lemma(t) in ("time", "deadline", "day", "week", "hour") for t in verb.doc[verb.i - 3 : to.i]
    )


def _demands(
    context: Context,
    cue: Token,
    verb: Token,
    parties: list[str],
    toward: tuple[str, ...],
    rule: str,
) -> Iterator[Draft]:
    toward = tuple(t for t in toward if t not in parties)
    if not parties or not toward:
        return
    together = [
        v
        for v in verbs_joined(verb)
        if v.i == verb.i or not any(c.lower_ == "or" for c in v.head.children)
    ]
    for one in together:
        terms = clause_terms(context.reading, one, together)
        if terms is None:
            continue
        subject = subject_of(cue) if cue.pos_ == "VERB" else None
        start = (
            subject.left_edge.idx if subject is not None and subject.sent == cue.sent else cue.idx
        )
        edge = cue.left_edge.idx if cue.left_edge.sent.start == cue.sent.start else cue.idx
        for party in parties:
            yield Draft(
                kind="demand",
                party=party,
                terms=terms,
                cue=context.reading.span_of(cue),
                start=min(start, edge if cue.pos_ == "NOUN" else start),
                end=terms.end,
                rule=rule,
                detail=f"“{cue.text}”: time to do something",
                toward=toward,
            )


def demanded_by_threat(context: Context, draft: Draft) -> Iterator[Draft]:
    """The demand in "would close the strait unless the men were released"."""
    if draft.kind != "threat":
        return
    tokens = context.reading.tokens(draft.start, max(draft.end, draft.terms.end))
    governors = {t.i for t in tokens}
    for token in tokens[0].sent:
        if token.dep_ != "advcl" or token.head.i not in governors or token.i in governors:
            continue
        opening = marks(token)
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
            terms = _whole(context, verb, together)
            if terms is None or not any(
                t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ")
                for t in context.reading.tokens(terms.start, terms.end)
            ):
                continue
            told = context.actors(children(verb, "nsubj"))
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


def _whole(context: Context, verb: Token, together: list[Token]) -> Span | None:
    terms = clause_terms(context.reading, verb, together)
    starts = [c.left_edge.idx for c in children(verb, *SUBJECTS)]
    if terms is None:
        return None
    if is_negated(verb):  # "if Moscow does not make peace": what is asked is to make peace
        return trimmed(context.reading, verb.idx, terms.end)
    return trimmed(context.reading, min([terms.start, *starts]), terms.end)


def with_otherwise(context: Context, draft: Draft) -> Draft:
    """A demand with what follows if not, from its own sentence or the next ones."""
    if draft.kind not in ("demand", "condition") or draft.otherwise is not None:
        return draft
    text = context.reading.article.text
    inside = _OR.search(draft.terms.text)
    if inside is not None and inside.start() > 0:
        rest = _consequence(context, draft.terms.start + inside.start("rest"), draft.terms.end)
        terms = trimmed(context.reading, draft.terms.start, draft.terms.start + inside.start())
        if rest is not None and terms is not None:
            return draft.having(terms=terms, otherwise=rest).covering(draft.start, rest.end)
    sentence = context.reading.tokens(draft.terms.start, draft.terms.end)[-1].sent
    end = sentence.end_char
    after = text[draft.terms.end : end]
    for pattern, match in ((_OR, _OR.match(after)), (_FAILING, _FAILING.search(after))):
        if match is not None and (
            pattern is _OR or draft.rule in ("limit-set", "time-given") or match.start() < 40
        ):
            start = draft.terms.end + match.start("rest")
            rest = _consequence(context, start, end)
            if rest is not None:
                return draft.having(otherwise=rest).covering(draft.start, rest.end)
    return _from_next(context, draft, sentence)


def _from_next(context: Context, draft: Draft, sentence: Tokens) -> Draft:
    text = context.reading.article.text
    position = sentence.end
    for _ in range(_SENTENCES):
        if position >= len(sentence.doc):
            break
        following = sentence.doc[position].sent
        position = following.end
        match = _NEXT.match(text[following.start_char : following.end_char].lstrip())
        if match is None:
            continue
        lead = len(text[following.start_char : following.end_char]) - len(
            text[following.start_char : following.end_char].lstrip()
        )
        start = following.start_char + lead + match.start("rest")
        rest = _consequence(context, start, following.end_char)
        if rest is not None and _speaks_for(context, draft, rest):
            return draft.having(otherwise=rest).covering(draft.start, rest.end)
    return draft


def _speaks_for(context: Context, draft: Draft, rest: Span) -> bool:
    """Whether what follows if not is on the party's own word, or the outlet's."""
    speaker = context.speaker(rest.start)
    if speaker is None or speaker == draft.party or speaker == context.speaker(draft.cue.start):
        return True
    held = context.holders(rest.start)
    if draft.rule in _TIMED and speaker not in draft.toward and context.is_party(speaker):
        return True
    return bool(held) and context.is_own_word(held[0], draft.party)


def _consequence(context: Context, start: int, end: int) -> Span | None:
    text = context.reading.article.text[start:end]
    aside = _ASIDE.match(text)
    if aside is not None:
        start += aside.end()
        text = text[aside.end() :]
    after = _AFTER.search(text.rstrip(" .\n"))
    if after is not None and after.start() > 8:
        end = start + after.start()
    end = min(end, context.reading.tokens(start, start + 1)[0].sent.end_char)
    stop = re.search(r"[;\n]", context.reading.article.text[start:end])
    if stop is not None:
        end = start + stop.start()
    return trimmed(context.reading, start, end)


def joined_by_threat(drafts: Sequence[Draft]) -> list[Draft]:
    """A demand with a time limit takes the same party's "if there is none" from close behind."""
    threats = [d for d in drafts if d.kind == "threat"]
    found = []
    for draft in drafts:
        if draft.kind == "demand" and draft.rule in _TIMED and draft.otherwise is None:
            for threat in threats:
                near = 0 <= threat.start - draft.end < 200 and threat.party == draft.party
                if near and threat.is_conditional:
                    draft = draft.having(otherwise=threat.terms)
                    break
        found.append(draft)
    return found


def loose_limits(context: Context) -> list[tuple[str, int, Token]]:
    """ "Its ultimatum ends on Friday": whose it is, and the word, where no demand is with it."""
    found: list[tuple[str, int, Token]] = []
    for sentence in context.reading.sentences():
        for token in sentence:
            if lemma(token) in _LIMITS and token.pos_ == "NOUN" and token.dep_ != "compound":
                if _infinitive_after(token) is None:
                    found.extend((party, token.idx, token) for party in _setters(context, token))
    return found


def without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    """Without the threat that an ultimatum holds, unless it is aimed at somebody else."""
    held = [d for d in drafts if d.kind in ("demand", "condition") and d.otherwise and d.due]
    kept = []
    rests = [d.otherwise for d in drafts if d.otherwise is not None and d.rule != "unless"]
    for draft in drafts:
        if draft.kind != "threat" and any(r.start <= draft.cue.start < r.end for r in rests):
            continue
        double = draft.kind == "threat" and any(
            d.party == draft.party
            and d.otherwise is not None
            and min(d.otherwise.end, draft.terms.end) > max(d.otherwise.start, draft.terms.start)
            and (not draft.toward or set(draft.toward) & set(d.toward))
            for d in held
        )
        if not double:
            kept.append(draft)
    return kept


__all__ = [
    "demanded_by_threat",
    "from_given",
    "from_limit",
    "joined_by_threat",
    "loose_limits",
    "with_otherwise",
    "without_doubles",
]
