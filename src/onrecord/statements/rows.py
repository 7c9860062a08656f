"""Attributions become rows of the record, with their reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from onrecord.record import THOUGHT_ACTS, Reason, Span, Statement, When, row_id
from onrecord.statements.acts import act_of, is_hedged, is_negated_saying
from onrecord.statements.anonymity import why_unnamed, with_bases
from onrecord.statements.attribution import Attribution
from onrecord.statements.chains import parents
from onrecord.statements.circumstances import addressee_of, channel_of, said_when
from onrecord.statements.grammar import antecedent, phrase_before_clause
from onrecord.statements.quotes import quotations_within
from onrecord.statements.references import referred_to
from onrecord.statements.sources import Source, is_first_person, sources_of
from onrecord.statements.voices import Heard, of_speaker

if TYPE_CHECKING:
    from onrecord.language.reading import Reading
    from onrecord.vocabulary.cues import Cues

Form = Literal["direct", "mixed", "indirect", "thought"]
_LITTLE = frozenset({"a", "an", "that", "which", "whom", "who"})
_MOSTLY = 0.9  # share of the words between quotation marks that makes content direct


@dataclass(frozen=True)
class Found:
    """The statements of an article and why each was made."""

    rows: tuple[Statement, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class _Circumstances:
    addressee: str | None
    channel: str | None
    said: When | None


def to_rows(reading: Reading, cues: Cues, found: Sequence[Attribution]) -> Found:
    """One row a source of each attribution, in the order of the text."""
    found = sorted(_worth(reading, found), key=lambda a: (a.start, -a.end, a.anchor))
    via = parents(found)
    ids: dict[int, str] = {}
    numbered: list[tuple[int, Source, str]] = []
    heard = Heard()
    spoken: dict[int | None, Source] = {}
    for index, attribution in enumerate(found):
        sources = sources_of(reading, cues, attribution)
        parent = via[index]
        if attribution.voice == "source" and (parent is None or found[parent].voice == "outlet"):
            first = [heard.corrected(reading, attribution, one) for one in sources[:1]]
            sources = [*first, *sources[1:]]  # "he and the minister agreed": only "he" is doubtful
            if attribution.continues and heard.last is not None:
                sources = [replace(source, actor=heard.last) for source in sources[:1]]
            heard.note(reading, attribution, sources)
        if parent is not None and parent in spoken and attribution.voice == "source":
            speaker = spoken[parent]
            head = sources[:1]
            head = [of_speaker(reading, attribution, s, found[parent], speaker) for s in head]
            sources = [*head, *sources[1:]]
        if sources:
            spoken[index] = sources[0]
        for source in sources:
            ident = row_id(reading.article.id, "s", len(numbered) + 1)
            ids.setdefault(index, ident)
            numbered.append((index, source, ident))
    rows, reasons = [], []
    told = {a.anchor: _circumstances(reading, cues, a) for a in found}
    for index, source, ident in numbered:
        attribution = found[index]
        parent = via[index]
        circumstances = told.get(attribution.continued_from or attribution.anchor)
        circumstances = circumstances or told[attribution.anchor]
        rows.append(
            _row(
                reading,
                cues,
                attribution,
                source,
                ident,
                circumstances,
                ids[parent] if parent is not None else None,
            )
        )
        reasons.append(_reason(reading, attribution, ident))
    return Found(tuple(with_bases(reading, cues, rows)), tuple(reasons))


def _worth(reading: Reading, found: Sequence[Attribution]) -> list[Attribution]:
    """Without what is not said by anybody.

    A speaker's "I think" inside their own quotation, and what somebody is only urged or
    expected to say ("urged them to accept the plan", "a deadline for them to agree").
    """
    chain = parents(found)
    return [
        one
        for one, parent in zip(found, chain, strict=True)
        if not _is_nobodys(reading, one)
        and (parent is None or not (_is_own_thought(reading, one) or _is_asked(reading, one)))
    ]


def _is_nobodys(reading: Reading, one: Attribution) -> bool:
    """ "No group has admitted": nothing was said."""
    if one.source_token is None:
        return False
    token = reading.doc[one.source_token]
    return token.lower_ in ("nobody", "none") or any(
        child.dep_ == "det" and child.lower_ == "no" for child in token.children
    )


def _is_asked(reading: Reading, one: Attribution) -> bool:
    """ "Have they asked for more time?": a question inside what somebody says tells nothing."""
    if one.cue_token is None:
        return False
    words = reading.doc[one.cue_token].sent.text.rstrip(" \n\"'”’)")
    return words.endswith("?")


def _is_own_thought(reading: Reading, one: Attribution) -> bool:
    """ "I think", "we would say": no link of a chain; "I told the minister that ..." is one."""
    if not is_first_person(reading, one) or one.act not in (*THOUGHT_ACTS, "say"):
        return False
    told = one.addressee_token is not None and one.cue_token is not None
    return not (told and reading.doc[one.cue_token or 0].tag_ in ("VBD", "VBN"))


def _circumstances(reading: Reading, cues: Cues, attribution: Attribution) -> _Circumstances:
    return _Circumstances(
        addressee=addressee_of(reading, attribution),
        channel=channel_of(reading, cues, attribution),
        said=said_when(reading, attribution),
    )


def _row(
    reading: Reading,
    cues: Cues,
    attribution: Attribution,
    source: Source,
    ident: str,
    circumstances: _Circumstances,
    via: str | None,
) -> Statement:
    act = act_of(reading, cues, attribution)
    content = _content(reading, cues, attribution)
    quotes = _quotes(reading, attribution)
    basis = source.basis
    if source.kind == "unnamed":
        why = why_unnamed(reading, cues, attribution)
        if why is not None and why not in (basis or ""):
            basis = why if basis is None or basis in why else f"{basis}; {why}"
    cue = _spans(reading, attribution.cue)
    everything = (*source.words, *cue, *content)
    whole = Span.of(
        reading.article.text,
        min(span.start for span in everything),
        max(span.end for span in everything),
    )
    return Statement(
        id=ident,
        article=reading.article.id,
        start=whole.start,
        end=whole.end,
        text=whole.text,
        act=act,
        form=_form(act, content, quotes),
        content=content,
        cue=cue,
        source=source.actor,
        source_words=source.words,
        source_kind=source.kind,
        source_count=source.count,
        source_basis=basis,
        quotes=quotes,
        addressee=circumstances.addressee,
        channel=circumstances.channel,
        said=circumstances.said,
        via=via,
        hedged=is_hedged(reading, attribution),
        negated=is_negated_saying(reading, attribution),
    )


def _content(reading: Reading, cues: Cues, attribution: Attribution) -> tuple[Span, ...]:
    """The content; for a relative pronoun or "an idea that ..." the words it stands for."""
    content = _spans(reading, attribution.content)
    if len(content) > 1:  # "which | would fail" of "a vote which he said would fail"
        full = tuple(span for span in content if span.text.lower() not in _LITTLE)
        content = full or content
    if len(content) != 1 or attribution.content_token is None:
        return content
    token = reading.doc[attribution.content_token]
    noun = antecedent(token)
    words = [word for word in content[0].text.lower().split() if word not in _LITTLE]
    if words and words != [noun.lower_]:
        return content
    stretches = referred_to(reading, cues, noun)
    if not stretches and noun != token:
        if noun.dep_ == "appos" and noun.pos_ == "NOUN":
            noun = noun.head  # "a moratorium - an idea that was mentioned by ..."
        stretches = phrase_before_clause(reading, noun)
    return tuple(reading.span(start, end) for start, end in stretches) or content


def _spans(reading: Reading, pieces: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    spans = (reading.span(start, end) for start, end in pieces)
    return tuple(span for span in spans if span.text)


def _quotes(reading: Reading, attribution: Attribution) -> tuple[Span, ...]:
    """The stretches between quotation marks that lie in the content, without their marks."""
    found = []
    for start, end in attribution.content:
        for quotation in quotations_within(reading, start, end, reading.quotations):
            if quotation.depth:
                continue
            first = max(start, quotation.inner_start)
            last = min(end, quotation.inner_end)
            words = reading.article.text[first:last]
            if first < last and any(c.isalnum() for c in words):
                found.append(reading.span(first, last))
    return tuple(found)


def _form(act: str, content: tuple[Span, ...], quotes: tuple[Span, ...]) -> Form:
    if act in THOUGHT_ACTS:
        return "thought"
    if not quotes:
        return "indirect"
    inside = sum(_letters(span.text) for span in quotes)
    total = sum(_letters(span.text) for span in content)
    return "direct" if inside >= _MOSTLY * total else "mixed"


def _letters(text: str) -> int:
    return sum(c.isalnum() for c in text)


def _reason(reading: Reading, attribution: Attribution, ident: str) -> Reason:
    words = " ... ".join(reading.article.text[s:e] for s, e in attribution.cue)
    detail = f"{words!r} matched {attribution.entry}" if words else attribution.entry
    return Reason(
        row=ident,
        article=reading.article.id,
        rule=attribution.rule,
        detail=detail,
        score=attribution.score,
    )
