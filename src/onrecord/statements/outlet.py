"""Rules ``according-to`` and ``outlet-voice``: words without a speaking verb.

"According to ...", and the words with which an outlet marks what it knows itself ("it was not
clear", "appears to", "is unlikely to") or passes on without saying whose word it is ("is
expected to", "reportedly").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from onrecord.statements.attribution import Attribution, Pieces
from onrecord.statements.grammar import (
    agent_of,
    antecedent,
    children,
    is_aside,
    is_negated,
    is_verb,
    lemma,
    modals,
    noun_phrase,
    pieces,
    subtree,
)
from onrecord.statements.quotes import beside, with_quotations

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from onrecord.language.quotations import Quotation
    from onrecord.language.reading import Reading
    from onrecord.vocabulary.cues import CueAct, Cues

_ACCOUNTS = frozenset({"opinion", "view", "words", "judgment", "judgement", "telling"})


def according_attributions(
    reading: Reading, sentence: Tokens, quotations: list[Quotation]
) -> Iterator[Attribution]:
    """ "According to ...": the rest of its clause is the content."""
    for word in sentence:
        noun = _by_whose_account(word)
        if noun is None:
            continue
        phrase = subtree(word)
        tokens = _clause_around(word, phrase)
        content = pieces(reading, tokens)
        clause = (word.idx, noun.idx + len(noun))
        content = with_quotations(reading, content, clause, quotations)
        if not content:
            before = beside(reading, clause, quotations, after=False)
            content = ((before.start, before.end),) if before is not None else ()
        if not content:
            continue
        to = noun.head
        yield Attribution(
            source=noun_phrase(reading, noun, limit=to),
            cue=((word.idx, to.idx + len(to)),),
            content=content,
            act="say",
            rule="according-to",
            entry=f"{word.lower_} ... {to.lower_}",
            cue_token=word.i,
            source_token=antecedent(noun).i,
            content_token=word.head.i,
        )


def _by_whose_account(word: Token) -> Token | None:
    """The noun of "according to ...", "in the opinion of ...", "in the words of ..."."""
    if word.lower_ == "according":
        return next((n for to in children(word, "prep") for n in children(to, "pobj")), None)
    if word.lower_ != "in" or word.dep_ != "prep":
        return None
    for account in children(word, "pobj"):
        if account.lower_ in _ACCOUNTS and account.i == word.i + 2:
            return next((n for of in children(account, "prep") for n in children(of, "pobj")), None)
    return None


def _clause_around(word: Token, phrase: set[int]) -> set[int]:
    """The clause that "according to" belongs to: the whole sentence where it opens or ends it."""
    sentence = word.sent
    last = max(phrase)
    beside = _semicolons_around(word)
    if beside is not None:
        return set(beside) - phrase
    opens = min(phrase) - sentence.start <= 1
    behind = [t for t in word.doc[last + 1 : sentence.end] if not (t.is_punct or t.is_space)]
    inserted = any(t.dep_ == "parataxis" and t.pos_ == "VERB" for t in sentence)
    if opens or word.head.dep_ == "ROOT" or not (behind or inserted):
        return set(range(sentence.start, sentence.end)) - phrase
    head = word.head
    while head.pos_ in ("NOUN", "PROPN", "ADP", "NUM", "ADJ") and head.head != head:
        head = head.head
    return subtree(head) - phrase


def _semicolons_around(word: Token) -> range | None:
    """ "According to Sarelle, nine; according to Norvia, one": each account between its marks."""
    sentence = word.sent
    marks = [t.i for t in sentence if t.text == ";"]
    if not marks or sum(t.lower_ == "according" for t in sentence) < 2:
        return None
    first = max([sentence.start - 1, *(i for i in marks if i < word.i)]) + 1
    last = min([sentence.end, *(i for i in marks if i > word.i)])
    return range(first, last)


def outlet_attributions(reading: Reading, cues: Cues, sentence: Tokens) -> Iterator[Attribution]:
    """What the outlet marks as known, unknown or passed on, in the order of the text."""
    known = cues.outlet_words
    for word in sentence:
        if word.lower_ not in known and lemma(word) not in known:
            continue
        found = (
            _clear(reading, cues, word)
            or _seem(reading, cues, word)
            or _likely(reading, cues, word)
            or _assess(reading, cues, word)
            or _passive(reading, cues, word)
            or _adverb(reading, cues, word)
        )
        if found is not None:
            yield found


def _clear(reading: Reading, cues: Cues, word: Token) -> Attribution | None:
    """ "It was not clear what Russia might offer"."""
    act = cues.outlet.get("clear", {}).get(word.lower_)
    if act is None or word.dep_ not in ("acomp", "attr", "oprd", "ROOT", "ccomp"):
        return None
    copula = word.head if lemma(word.head) in ("be", "remain", "become") else None
    subjects = children(copula, "nsubj", "expl", "nsubjpass") if copula is not None else []
    if copula is not None and not any(s.lower_ == "it" for s in subjects):
        clauses = children(copula, "csubj", "csubjpass")
    else:
        heads = [word, copula] if copula is not None else [word]
        clauses = [
            c
            for h in heads
            for c in children(h, "ccomp", "advcl", "csubj", "xcomp")
            if c.i > word.i
        ]
    if not clauses:
        return None
    verb = copula if copula is not None else word
    cue = {word.i, verb.i} | {t.i for t in children(verb, "neg", "aux", "advmod") if t.i < word.i}
    cue |= {s.i for s in subjects if s.lower_ == "it"}
    tokens = subtree(clauses[0]) - cue
    unsure = word.lower_ in ("unclear", "uncertain", "unknown") or is_negated(verb)
    return _own_voice(reading, cue, tokens, act, "clear", word, clauses[0], "outlet", hedged=unsure)


def _seem(reading: Reading, cues: Cues, word: Token) -> Attribution | None:
    """ "The talks appear to have failed"."""
    act = cues.outlet.get("seem", {}).get(lemma(word)) if is_verb(word) else None
    if act is None:
        return None
    complements = [c for c in children(word, "xcomp", "ccomp", "oprd", "acomp") if c.i > word.i]
    if not complements or (lemma(word) == "look" and complements[0].dep_ != "xcomp"):
        return None
    if word.tag_ == "VBG":
        return None  # "is looking to fill a post"
    return _raised(reading, word, word, complements[0], act, "seem", "outlet")


def _likely(reading: Reading, cues: Cues, word: Token) -> Attribution | None:
    """ "Putin is unlikely to bow"."""
    act = cues.outlet.get("likely", {}).get(word.lower_)
    if act is None or lemma(word.head) != "be":
        return None
    complements = [
        c
        for head in (word, word.head)
        for c in children(head, "xcomp", "ccomp")
        if c.i > word.i and "to" in modals(c)
    ]
    if not complements:
        return None
    return _raised(reading, word.head, word, complements[0], act, "likely", "outlet")


def _assess(reading: Reading, cues: Cues, word: Token) -> Attribution | None:
    """ "Such a move would fall well short of the ceasefire"."""
    if not is_verb(word) or "would" not in modals(word):
        return None
    table = cues.outlet.get("assess", {})
    act = table.get(lemma(word))
    if act is None and any(c.lower_ == "short" for c in word.children):
        act = table.get(f"{lemma(word)} short")
    if act is None or word.dep_ not in ("ROOT", "conj"):
        return None
    cue = {word.i} | {t.i for t in word.children if t.dep_ == "aux"}
    for short in word.children:
        if short.lower_ == "short":
            cue |= {short.i, *(t.i for t in children(short, "advmod"))}
    tokens = subtree(word) - cue
    return _own_voice(reading, cue, tokens, act, "assess", word, word, "outlet", hedged=True)


def _passive(reading: Reading, cues: Cues, word: Token) -> Attribution | None:
    """ "The envoy is expected to arrive", "it is believed that ..."."""
    act = cues.outlet.get("passive", {}).get(lemma(word)) if is_verb(word) else None
    if act is None or word.tag_ != "VBN" or agent_of(word) is not None:
        return None
    if not any(c.dep_ in ("auxpass", "nsubjpass") for c in word.children):
        return None
    complements = [c for c in children(word, "xcomp", "ccomp") if c.i > word.i]
    if not complements:
        return None
    return _raised(reading, word, word, complements[0], act, "passive", "none")


def _adverb(reading: Reading, cues: Cues, word: Token) -> Attribution | None:
    """ "The envoy reportedly left"."""
    act = cues.outlet.get("adverb", {}).get(word.lower_)
    if act is None:
        return None
    head = word.head
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    tokens = subtree(head) - {word.i}
    return _own_voice(reading, {word.i}, tokens, act, "adverb", word, head, "none", hedged=True)


def _raised(
    reading: Reading,
    verb: Token,
    word: Token,
    complement: Token,
    act: CueAct,
    kind: str,
    voice: Literal["outlet", "none"],
) -> Attribution | None:
    """The subject of "is expected to ..." belongs to what is expected."""
    cue = {verb.i, word.i} | {
        t.i for t in children(verb, "aux", "auxpass", "neg", "advmod") if t.i < word.i
    }
    cue |= {t.i for t in children(word, "advmod", "neg") if t.i < word.i}
    tokens = subtree(complement)
    for clause in children(complement, "advcl"):
        tokens -= subtree(clause) if is_aside(clause) else set()
    for subject in children(verb, "nsubj", "nsubjpass", "expl"):
        if subject.lower_ in ("it", "there") and complement.dep_ == "ccomp":
            cue.add(subject.i)
        else:
            tokens |= subtree(subject)
    for adverbial in verb.children:  # what stands behind goes on with the content
        if is_aside(adverbial):
            continue  # "appeared to agree, saying ..."
        if adverbial.i > complement.i and adverbial.dep_ in ("prep", "npadvmod", "advcl"):
            tokens |= subtree(adverbial)
    return _own_voice(reading, cue, tokens - cue, act, kind, word, complement, voice, hedged=True)


def _own_voice(
    reading: Reading,
    cue: set[int],
    tokens: set[int],
    act: CueAct,
    kind: str,
    word: Token,
    head: Token,
    voice: Literal["outlet", "none"],
    *,
    hedged: bool,
) -> Attribution | None:
    content: Pieces = pieces(reading, tokens - cue)
    if not content:
        return None
    return Attribution(
        source=(),
        cue=pieces(reading, cue),
        content=content,
        act=act,
        rule="outlet-voice",
        entry=f"{word.lower_} ({kind}) of cues_outlet",
        voice=voice,
        cue_token=word.i,
        content_token=head.i,
        hedged=hedged,
    )
