"""A model's spans fitted to the text: whole phrases, and no strays.

A span may stop before the noun of its last phrase, or pick up a piece of another sentence. What
the parse and the rules know of the same cue puts that right; where they know nothing the spans
stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.statements.attribution import Attribution, Pieces, covered, joined, shared
from onrecord.statements.grammar import (
    SUBJECTS,
    children,
    is_finite,
    is_verb,
    subtree,
    tidy,
    when_of,
)
from onrecord.statements.whole import whole_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.language.reading import Reading
    from onrecord.statements.proposal import Proposal

_WAIT_FOR_HEAD = frozenset(
    {"det", "aux", "auxpass", "mark", "compound", "amod", "poss", "nummod", "cc", "neg", "prep"}
)
_COMPLETES = frozenset({"pobj", "dobj", "prep", "pcomp", "xcomp", "ccomp", "attr", "acomp", "prt"})
_ALONGSIDE = frozenset({"while", "after", "before", "when"})
_NEW_CLAUSE = frozenset({"VERB", "AUX", "CCONJ", "SCONJ"})
_NAMES = frozenset({"NOUN", "PROPN"})
_TAIL = 4  # words behind the model's end that go with it where the rules have them
_CONFIRMED = 0.8  # overlap with the rule's content from which the rest of it is a stray


def fitted_content(
    reading: Reading, one: Attribution, content: Pieces, rules: Sequence[Attribution]
) -> Pieces:
    """The model's ``content`` for the cue of the rule's attribution ``one``.

    Args:
        reading: the reading.
        one: the attribution that the rules have for the cue.
        content: what the model proposes, in whole words.
        rules: all that the rules found.
    """
    if one.rule == "cue-noun" and shared(content, one.content) == covered(one.content):
        return one.content  # "his claim that ... could not be verified"
    if one.cue_token is None:
        return content
    cue = reading.doc[one.cue_token]
    content = tuple(piece for piece in content if not shared((piece,), one.source))
    if not content:
        return one.content  # "... or face sanctions, France and Germany | said"
    content = _in_its_paragraph(reading, cue, one, content, rules)
    content = _without_strays(reading, cue, content, one.content)
    content = _up_to_others(reading, cue, content, rules)
    content = _finished(reading, content, one.content)
    for start in _next_clauses(reading, cue, one, rules):
        content = _cut(reading, content, start)
    return one.content if _loses_its_verb(reading, cue, one, content) else content


def _loses_its_verb(reading: Reading, cue: Token, one: Attribution, content: Pieces) -> bool:
    """Whether ``content`` is only the tail of a clause that stands before its cue.

    "She does not plan | to step down, two aides said": without its first verb a clause may say
    the opposite.
    """
    if one.rule != "cue-verb" or "clause" not in one.entry or not content or not one.content:
        return False
    first, start = one.content[0][0], content[0][0]
    if not first < start < cue.idx or shared(content, one.content) < covered(content):
        return False
    lead = [token for token in reading.tokens(first, start) if token.idx < start]
    if any(reading.quotation_at(token.idx) is not None for token in lead):
        return False
    return any(
        is_verb(t) and t.sent == cue.sent and _leans_on(reading, cue, start, t) for t in lead
    )


def _leans_on(reading: Reading, cue: Token, start: int, verb: Token) -> bool:
    """Whether the phrase that begins at ``start`` hangs on ``verb``: "does not plan | to go"."""
    if verb.dep_ == "ccomp" and verb.head == cue:
        return True  # "She will not go, | but the talks go on, two aides said"
    for token in verb.children:
        if token.dep_ in _COMPLETES and reading.doc[min(subtree(token))].idx == start:
            return True
    return False


def in_its_sentence(reading: Reading, cue: Token, content: Pieces) -> Pieces:
    """The pieces in the sentence of ``cue`` and the quoted ones; all where there are none."""
    here = tuple(
        (start, end)
        for start, end in content
        if _is_quoted(reading, start, end) or reading.tokens(start, end)[0].sent == cue.sent
    )
    return here or content


def _without_strays(reading: Reading, cue: Token, content: Pieces, known: Pieces) -> Pieces:
    """Without pieces that are neither quoted nor the rule's and stand in another sentence.

    Pieces behind the cue in its own sentence go too where the rest is all that the rule has.
    """
    here = [
        (start, end)
        for start, end in content
        if shared(((start, end),), known)
        or _is_quoted(reading, start, end)
        or reading.tokens(start, end)[0].sent == cue.sent
    ]
    fronted = any(start > cue.idx for start, _ in here)
    sure = tuple(
        (start, end)
        for start, end in here
        if shared(((start, end),), known)
        or _is_quoted(reading, start, end)
        or (end <= cue.idx and fronted)
    )
    total = covered(sure) + covered(known)
    if sure and total and 2 * shared(sure, known) >= _CONFIRMED * total:
        return sure
    return tuple(here) or content


def _up_to_others(
    reading: Reading, cue: Token, content: Pieces, rules: Sequence[Attribution]
) -> Pieces:
    """Without the sentences behind that of ``cue`` where the rules have another cue for them.

    "He said more would come. Could the port be next? That could happen, he said."
    """
    end_of = cue.sent.end_char
    text = reading.article.text
    result = []
    for start, end in content:
        behind = ((end_of, end),)
        if start < end_of < end and not _is_quoted(reading, start, end):
            if any(
                other.cue_token is not None
                and reading.doc[other.cue_token].idx >= end_of
                and shared(behind, (*other.cue, *other.content))
                for other in rules
            ):
                end = start + len(text[start:end_of].rstrip(" \n.?!"))
        result.append((start, end))
    return tuple(result)


def _in_its_paragraph(
    reading: Reading, cue: Token, one: Attribution, content: Pieces, rules: Sequence[Attribution]
) -> Pieces:
    """Without what stands in another paragraph and is another statement's by the rules."""
    block = reading.block_at(cue.idx)
    if block is None or all(block.start <= start and end <= block.end for start, end in content):
        return content
    kept: list[tuple[int, int]] = []
    for start, end in content:
        for other in reading.body:
            piece = max(start, other.start), min(end, other.end)
            if piece[0] >= piece[1]:
                continue
            claimed = other != block and any(
                rule is not one and shared((piece,), rule.content) for rule in rules
            )
            if not claimed:
                kept.append(piece)
    return joined(kept, reading.article.text) or content


def _is_quoted(reading: Reading, start: int, end: int) -> bool:
    return reading.quotation_at(start) is not None or reading.quotation_at(end - 1) is not None


def _finished(reading: Reading, content: Pieces, known: Pieces) -> Pieces:
    """A piece that stops within a phrase goes on as far as the rule's content does."""
    result = []
    for start, end in content:
        further = max([end, *(last for first, last in known if first < end < last)])
        further = max(further, _head_behind(reading, start, end))
        if _stops_short(reading, start, end) or _is_tail(reading, end, further):
            end = further
        result.append((start, end))
    return joined(result, reading.article.text)


def _head_behind(reading: Reading, start: int, end: int) -> int:
    """Where the noun ends that a piece stops right before: "a three-phase ceasefire | plan"."""
    tokens = reading.tokens(start, end)
    if not len(tokens):
        return end
    last = tokens[-1]
    head = last.head
    is_before = last.dep_ in ("det", "amod", "compound", "nummod", "poss")
    if not is_before or not last.i < head.i <= last.i + _TAIL or head.pos_ not in _NAMES:
        return end
    return int(head.idx + len(head))


def _is_tail(reading: Reading, start: int, end: int) -> bool:
    """Whether only a few words of the same phrase are left: "... by midnight | on Tuesday"."""
    if start >= end or _is_quoted(reading, start - 1, end):
        return False
    rest = [token for token in reading.tokens(start, end) if token.idx >= start]
    return len(rest) <= _TAIL and not any(
        token.is_punct or token.pos_ in _NEW_CLAUSE or token.tag_ in ("WDT", "WP", "WRB")
        for token in rest
    )


def _stops_short(reading: Reading, start: int, end: int) -> bool:
    tokens = reading.tokens(start, end)
    if not len(tokens) or tokens[-1].is_punct:
        return False
    last = tokens[-1]
    reach = _TAIL if last.dep_ in SUBJECTS else len(last.doc)
    waits = last.dep_ in _WAIT_FOR_HEAD | SUBJECTS and last.i < last.head.i <= last.i + reach
    return waits or any(c.i > last.i and c.dep_ in _COMPLETES for c in last.children)


def _next_clauses(
    reading: Reading, cue: Token, one: Attribution, rules: Sequence[Attribution]
) -> list[int]:
    """Where clauses begin that the source does next, and does not say.

    ", but stopped short of ..." and ", while refusing ..." hang on the cue; "and urged the
    government to ..." is a cue of the same source that the rule's content leaves out.
    """
    found = []
    for clause in children(cue, "conj", "advcl"):
        first = min(subtree(clause))
        start = reading.doc[first].idx
        if clause.i < cue.i or clause.sent != cue.sent or reading.quotation_at(start) is not None:
            continue
        is_joined = clause.dep_ == "conj" and is_finite(clause) and _joint(clause)
        is_beside = clause.tag_ == "VBG" and any(
            c.dep_ == "mark" and c.lower_ in _ALONGSIDE for c in clause.children
        )
        if is_joined or is_beside:
            found.append(start)
    sentence = range(cue.sent.start, cue.sent.end)
    for other in rules:
        at = other.cue_token
        if other.rule != "cue-verb" or at is None or at not in sentence or other is one:
            continue
        verb = reading.doc[at]
        found += _contrasts(reading, cue, verb)
        if (
            verb.i > cue.i
            and verb.dep_ == "conj"
            and other.source_token == one.source_token is not None
            and verb.nbor(-1).dep_ == "cc"
            and not shared(other.cue, one.content)
        ):
            found.append(verb.idx)
    return found


def _contrasts(reading: Reading, cue: Token, verb: Token) -> list[int]:
    """Where ", while Britain's minister spoke of ..." begins, if ``verb`` of the same sentence is
    such a cue."""
    return [
        mark.idx
        for mark in children(verb, "mark")
        if mark.lower_ in ("while", "whereas")
        and cue.i < mark.i
        and mark.nbor(-1).text == ","
        and reading.quotation_at(mark.idx) is None
    ]


def _joint(clause: Token) -> bool:
    """ ", but" or ", and" before a clause that has no subject of its own."""
    first = min(subtree(clause))
    if first < 2 or any(c.dep_ in SUBJECTS | {"nsubjpass", "expl"} for c in clause.children):
        return False
    return clause.doc[first - 1].lower_ in ("but", "and") and clause.doc[first - 2].text == ","


def _cut(reading: Reading, content: Pieces, start: int) -> Pieces:
    """``content`` as far as ``start``, without the "and" before it; what is quoted stays."""
    text = reading.article.text
    if not any(first < start < last for first, last in content):
        return content
    result: list[tuple[int, int]] = []
    for first, last in content:
        if first >= start and reading.quotation_at(first) is None:
            continue
        if first < start < last:
            words = text[first:start].rstrip(" ,")
            for joint in (" and", " but"):
                words = words.removesuffix(joint)
            piece = tidy(text, first, first + len(words))
            result += [piece] if piece is not None else []
        else:
            result.append((first, last))
    return tuple(result) or content


def fitted_source(reading: Reading, one: Attribution, proposal: Proposal) -> Pieces:
    """The words of the source: the rule's where it has the subject of the cue itself.

    The model's words are taken where they hold the head of the same phrase, and where the rules
    have nobody; never half of a phrase ("A poll published" of "A poll published on Saturday").
    """
    words = whole_words(reading, proposal.source)
    if not words or one.source_token is None or one.cue_token is None:
        return words or one.source
    head = reading.doc[one.source_token]
    if not shared(words, one.source):
        return one.source if _is_its_subject(reading, one) else words
    holds_head = shared(words, ((head.idx, head.idx + len(head)),))
    inside = shared(words, one.source) == covered(words)
    if _runs_on(reading, one, words):
        return one.source
    if inside and (not holds_head or _is_broken(reading, words, one.source)):
        return one.source
    return words


def _runs_on(reading: Reading, one: Attribution, words: Pieces) -> bool:
    """Whether ``words`` go on behind the rule's source with what belongs to the cue's clause."""
    end = one.source[-1][1]
    if one.cue_token is None or shared(words, one.source) < covered(one.source):
        return False
    extra = [t for s, e in words for t in reading.tokens(s, e) if t.idx >= end and not t.is_punct]
    if not extra or extra[0].dep_ != "prep":
        return False
    head = extra[0].head
    return head.i == one.cue_token or extra[0].i in when_of(head)


def _is_broken(reading: Reading, words: Pieces, whole: Pieces) -> bool:
    """Whether ``words`` stop inside a phrase or clause that ``whole`` has to its end."""
    end = words[-1][1]
    if _stops_short(reading, *words[-1]) or _open(reading, words):
        return True
    for token in reading.tokens(*words[-1]):
        if token.pos_ == "VERB" and token.dep_ in ("relcl", "acl"):
            last = reading.doc[max(subtree(token))]
            if end < last.idx + len(last) <= whole[-1][1]:
                return True
    return False


def _open(reading: Reading, words: Pieces) -> bool:
    """Whether a quotation mark is opened in ``words`` and not closed."""
    held = "".join(reading.article.text[start:end] for start, end in words)
    return held.count('"') % 2 == 1 or held.count("“") != held.count("”")


def _is_its_subject(reading: Reading, one: Attribution) -> bool:
    """Whether the rule's source is, in the parse, the subject of the cue verb."""
    if one.rule != "cue-verb" or one.cue_token is None:
        return False
    verb = reading.doc[one.cue_token]
    return any(
        child.dep_ in SUBJECTS and shared(((child.idx, child.idx + len(child)),), one.source)
        for child in verb.children
    )
