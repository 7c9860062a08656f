"""What follows if a demand is not met, from its own sentence or the next ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.moves.found import TIMED, Draft
from onrecord.moves.grammar import trimmed
from onrecord.moves.parties import Context
from onrecord.record import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_OR = re.compile(
    r"[\s,;–—“”\"-]*\b(?P<rest>or (?:else\b|(?:to )?(?:face|risk|be|suffer|lose|see|get|meet|pay|"
    r"die|perish|leave|forfeit|have)\b|(?:it|they|he|she|we|the \w+) "
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
    r"(?:those|anyone|any) who (?:do not|don['’]t|does not|fail|fails|refuse|refuses|did not)|"
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
        if match is not None and (pattern is _OR or draft.rule in TIMED or match.start() < 40):
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
        words = text[following.start_char : following.end_char]
        match = _NEXT.match(words.lstrip())
        if match is None:
            continue
        lead = len(words) - len(words.lstrip())
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
    if draft.rule in TIMED and speaker not in draft.toward and context.is_party(speaker):
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
        if draft.kind == "demand" and draft.rule in TIMED and draft.otherwise is None:
            for threat in threats:
                near = 0 <= threat.start - draft.end < 200 and threat.party == draft.party
                if near and threat.is_conditional:
                    draft = draft.having(otherwise=threat.terms)
                    break
        found.append(draft)
    return found
