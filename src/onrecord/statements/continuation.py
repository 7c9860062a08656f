"""Rule ``continued-quotation``: quotations without a cue of their own.

A quotation that runs on without a cue belongs to the last speaker until the text says
otherwise. Right behind the speaker's sentence it is part of the same statement; in a new
paragraph it is a statement of its own. A colon before it or a name behind a dash say whose it
is (rules ``colon-quotation`` and ``signed-quotation``). A few quoted words inside a sentence
of the outlet's (scare quotes, titles) are no statement.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.statements.attribution import Attribution, holds, joined, shared
from onrecord.statements.grammar import antecedent, noun_phrase, subject_of
from onrecord.statements.quotes import is_speech, outer_quotations, quotations_within, stands_alone

if TYPE_CHECKING:
    from onrecord.language.quotations import Quotation
    from onrecord.language.reading import Reading

_SIGNATURE = re.compile(
    r"\s*(?P<dash>[—–―]|--)\s*(?P<name>[A-Z][\w.'’\-]*(?: [\w.'’\-]+){0,4}(?:, [^\n]{1,60})?)"
)
_FARTHEST = 3  # paragraphs that a speaker is remembered over


def continued(reading: Reading, found: list[Attribution]) -> list[Attribution]:
    """``found`` with the quotations that no cue has claimed given to their speakers."""
    result = list(found)
    quotations = outer_quotations(reading)
    claimed = _claimed(reading, found, quotations)
    for quotation in quotations:
        stretch = ((quotation.start, quotation.end),)
        if quotation.start in claimed:
            continue
        if not is_speech(reading, quotation):
            continue
        introduced = _signed(reading, quotation)
        if introduced is None and not stands_alone(reading, quotation):
            continue
        introduced = introduced or _introduced(reading, quotation)
        if introduced is not None:
            result.append(introduced)
            continue
        asked = _asked_before(reading, result, quotation)
        if asked is not None:
            result.append(_answer(reading, result, asked, quotation))
            continue
        asker = _who_asks_on(reading, result, quotation)
        if asker is not None:
            result.append(replace(_own(reading, asker, quotation), continues=False))
            continue
        speaker = _last_speaker(reading, result, quotation)
        if speaker is None:
            continue
        if _ends_quoted(reading, speaker) and _follows(reading, speaker, quotation):
            content = joined([*speaker.content, *stretch], reading.article.text)
            result[result.index(speaker)] = replace(speaker, content=content)
        else:
            result.append(_own(reading, speaker, quotation))
    return sorted(result, key=lambda a: (a.anchor, a.start, a.rule))


def _claimed(reading: Reading, found: list[Attribution], quotations: list[Quotation]) -> set[int]:
    """Where the quotations begin that are content of a cue outside them."""
    claimed: set[int] = set()
    for attribution in found:
        for start, end in attribution.content:
            for quotation in quotations_within(reading, start, end, quotations):
                stretch = ((quotation.start, quotation.end),)
                if shared(attribution.content, stretch) and not holds(stretch, attribution.cue):
                    claimed.add(quotation.start)
    return claimed


def _last_speaker(
    reading: Reading, found: list[Attribution], quotation: Quotation
) -> Attribution | None:
    """The outermost speech before the quotation, not too many paragraphs away."""
    before = [
        a
        for a in found
        if a.voice == "source" and a.source_token is not None and a.end <= quotation.start
    ]
    if not before:
        return None
    end = max(a.end for a in before)
    block = reading.block_at(end - 1)
    nearest = [a for a in before if a.end >= (block.start if block else end)]
    quoting = [a for a in nearest if _quotes(reading, a)]
    best = max(quoting or nearest, key=lambda a: (a.end, a.end - a.start))
    between = [b for b in reading.body if best.end <= b.start < quotation.start]
    return best if len(between) <= _FARTHEST else None


def _asked_before(
    reading: Reading, found: list[Attribution], quotation: Quotation
) -> Attribution | None:
    """The question in the paragraph before, which the quotation of a paragraph of its own answers.

    ""Did you see him?" the judge asked." - ""I did not.""
    """
    text = reading.article.text
    block = reading.block_at(quotation.start)
    if block is None or text[block.start : quotation.start].strip() or quotation.continues:
        return None
    before = max((a for a in found if a.end <= quotation.start), key=lambda a: a.end, default=None)
    if before is None or before.voice == "outlet":
        return None
    between = [b for b in reading.body if before.end <= b.start < quotation.start]
    last = text[: before.content[-1][1]].rstrip(" \n,\"”’'»")
    return before if not between and last.endswith("?") and _ends_quoted(reading, before) else None


def _answer(
    reading: Reading, found: list[Attribution], asked: Attribution, quotation: Quotation
) -> Attribution:
    """The quotation as the word of the other one of the two who talk, where he is known."""
    other = next(
        (
            one
            for one in sorted(found, key=lambda a: -a.end)
            if one.voice == "source"
            and one.source_token is not None
            and one.end <= asked.start
            and _quotes(reading, one)
            and _is_another(reading, one, asked)
        ),
        None,
    )
    blocks = [b for b in reading.body if other is not None and other.end <= b.start < asked.start]
    if other is None or len(blocks) > 1:
        nobody = replace(asked, source=(), source_token=None, voice="none")
        return replace(
            _own(reading, nobody, quotation),
            rule="answering-quotation",
            entry="a quotation without a cue answers the question before it",
            continues=False,
            continued_from=None,
        )
    return replace(
        _own(reading, other, quotation),
        rule="answering-quotation",
        entry="a quotation without a cue answers the question of somebody else",
        continues=False,
    )


def _who_asks_on(
    reading: Reading, found: list[Attribution], quotation: Quotation
) -> Attribution | None:
    """Who asked what was just answered, where the quotation is the next question."""
    text = reading.article.text
    answer = max((a for a in found if a.end <= quotation.start), key=lambda a: a.end, default=None)
    if answer is None or answer.rule != "answering-quotation":
        return None
    if not text[quotation.inner_start : quotation.inner_end].rstrip().endswith("?"):
        return None
    return max((a for a in found if a.end <= answer.start), key=lambda a: a.end, default=None)


def _is_another(reading: Reading, one: Attribution, other: Attribution) -> bool:
    """Whether the sources are two actors (and not merely unknown)."""
    actors = [
        reading.actor_at(reading.doc[a.source_token]) if a.source_token is not None else None
        for a in (one, other)
    ]
    return None not in actors and actors[0] != actors[1]


def _introduced(reading: Reading, quotation: Quotation) -> Attribution | None:
    """The quotation behind a colon: "An official was blunter: ..." speaks for its subject."""
    text = reading.article.text
    before = text[max(0, quotation.start - 3) : quotation.start].rstrip()
    if not before.endswith(":"):
        return None
    colon = reading.tokens(quotation.start - 3, quotation.start)[0]
    subject = subject_of(colon.sent.root)
    if subject is None or subject.idx > quotation.start or subject.lower_ in ("it", "this", "that"):
        return None
    return Attribution(
        source=noun_phrase(reading, subject, limit=colon.sent.root),
        cue=(),
        content=((quotation.start, quotation.end),),
        act="say",
        rule="colon-quotation",
        entry="a colon leads to the quotation",
        cue_token=None,
        source_token=antecedent(subject).i,
        content_token=reading.tokens(quotation.inner_start, quotation.inner_end).root.i,
    )


def _signed(reading: Reading, quotation: Quotation) -> Attribution | None:
    """The quotation with a name behind a dash: "“We are tired.” — Ida Brandt, nurse"."""
    text = reading.article.text
    block = reading.block_at(quotation.start)
    if block is None or text[block.start : quotation.start].strip():
        return None
    signature = _SIGNATURE.fullmatch(text, quotation.end, _last_letter(text, block.end))
    if signature is None:
        after = next((b for b in reading.blocks if b.start >= block.end), None)
        if after is None or text[quotation.end : block.end].strip():
            return None
        signature = _SIGNATURE.fullmatch(text, after.start, _last_letter(text, after.end))
    if signature is None:
        return None
    name = signature.span("name")
    return Attribution(
        source=(name,),
        cue=(signature.span("dash"),),
        content=((quotation.start, quotation.end),),
        act="say",
        rule="signed-quotation",
        entry="a name behind a dash signs the quotation",
        source_token=reading.tokens(*name).root.i,
        content_token=reading.tokens(quotation.inner_start, quotation.inner_end).root.i,
    )


def _last_letter(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _ends_quoted(reading: Reading, attribution: Attribution) -> bool:
    """Whether the content of the attribution ends inside quotation marks."""
    last = reading.article.text[: attribution.content[-1][1]].rstrip()
    return reading.quotation_at(len(last) - 1) is not None


def _quotes(reading: Reading, attribution: Attribution) -> bool:
    return any(
        quotation.start < end and start < quotation.end
        for quotation in reading.quotations
        for start, end in attribution.content
    )


def _follows(reading: Reading, speaker: Attribution, quotation: Quotation) -> bool:
    """Whether the quotation comes right behind the sentence of the speaker, in its paragraph."""
    block = reading.block_at(quotation.start)
    if block is None or speaker.end <= block.start:
        return False
    last = reading.tokens(speaker.end - 1, speaker.end)[0].sent
    between = reading.article.text[max(speaker.end, last.end_char) : quotation.start]
    return not any(c.isalnum() for c in between)


def _own(reading: Reading, speaker: Attribution, quotation: Quotation) -> Attribution:
    return replace(
        speaker,
        cue=(),
        content=((quotation.start, quotation.end),),
        source=(),
        act="say",
        rule="continued-quotation",
        entry="a quotation without a cue carries on the last speaker's",
        cue_token=None,
        content_token=reading.tokens(quotation.inner_start, quotation.inner_end).root.i,
        addressee_token=None,
        hedged=False,
        continues=True,
        continued_from=speaker.continued_from or speaker.anchor,
    )
