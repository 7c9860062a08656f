"""What looks like a statement and is none: nobody has said anything there.

Deeds ("imposed sanctions", "signed the order"), the wish not to be named, what is only supposed
("if Athens says yes") or left undone ("without giving details"), what a thing is only a sign of,
and words that belong to another paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.statements.attribution import Attribution
from onrecord.statements.grammar import is_verb, lemma, modals
from onrecord.statements.speakers import is_document, is_party

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.language.reading import Reading
    from onrecord.vocabulary.cues import Cues

_NOT_NAMED = re.compile(
    r"(?:(?:that )?(?:he|she|they|his|her|their)(?: names?)? )?(?:on |by )?"
    r"(?:(?:not|to|be|being|remain|remaining|stay|staying|speak|speaking) ){0,4}"
    r"(?:named|identified|quoted|unnamed|anonymous|anonymously|anonymity)\b",
    re.IGNORECASE,
)
_ASKS_SO = frozenset({"ask", "urge", "reject", "demand", "want", "say", "agree"})
_NAMES = frozenset({"name", "identify", "quote"})
_SUPPOSES = frozenset({"if", "unless"})
_HEARSAY = frozenset({"say", "believe", "think", "consider", "report", "rumour", "rumor"})
_ANSWERS = frozenset("say report announce agree accept reject deny".split())
_LET = frozenset({"let", "help"})
_CLAUSAL = frozenset({"VERB", "AUX"})
_SIGNS = frozenset("suggest imply indicate signal reflect underscore show mean".split())
_FARTHEST = 6  # conjuncts followed to the verb they share their "to" with


def is_unsaid(reading: Reading, cues: Cues, one: Attribution) -> bool:
    """Whether nobody says anything by the attribution's cue.

    Args:
        reading: the reading it is of.
        cues: the cue tables.
        one: the attribution, of a rule or of the tagger.
    """
    if one.cue_token is None or not one.content:
        return False
    cue = reading.doc[one.cue_token]
    return (
        _asks_for_cover(reading, one, cue)
        or _is_deed(reading, cues, one, cue)
        or _is_supposed(cues, one, cue)
        or _is_let(cue)
        or _is_hearsay(cue)
        or _is_left_undone(one, cue)
        or _is_cited(reading, cues, one, cue)
        or _is_elsewhere(reading, one, cue)
        or _is_sign(reading, cues, one, cue)
    )


def _asks_for_cover(reading: Reading, one: Attribution, cue: Token) -> bool:
    """ "Asking not to be named", "insisted on not being quoted by name"."""
    text = reading.article.text
    if lemma(cue) in _NAMES and any(c.dep_ == "neg" for c in cue.children):
        return cue.dep_ in ("pcomp", "xcomp", "ccomp") or "to" in modals(cue)
    if one.act not in _ASKS_SO:
        return False
    start, end = one.content[0][0], one.content[-1][1]
    return _NOT_NAMED.match(text, start, end) is not None


def _is_deed(reading: Reading, cues: Cues, one: Attribution, cue: Token) -> bool:
    """ "Imposed sanctions", "recalled their envoys": a verb of doing, and nothing quoted or told.

    "Issued a statement calling it a crime" tells what is in the statement; "faced calls to
    resign" tells what others say.
    """
    objects = cues.deeds.get(lemma(cue)) if is_verb(cue) else None
    if one.rule != "tagger" or objects is None:
        return False
    if any(reading.quotation_at(start) is not None for start, _ in one.content):
        return False
    if objects == "undergone":
        return True
    content = reading.tokens(*one.content[0])
    head = content.root
    is_clause = head.pos_ in _CLAUSAL or content[0].tag_ in ("IN", "WP", "WRB")
    if is_clause or one.cue[-1][1] > cue.idx + len(cue):
        return False
    return objects == "any" or is_party(reading, cues, head)


def _is_supposed(cues: Cues, one: Attribution, cue: Token) -> bool:
    """ "If Athens said yes", "unless they agree"; "if they insist" tells what they may ask for."""
    if one.rule not in ("cue-verb", "tagger") or one.act not in _ANSWERS or not is_verb(cue):
        return False
    if cues.act_of_content("subjunctive", lemma(cue)) is not None:
        return False
    for _ in range(_FARTHEST):
        if any(c.dep_ == "mark" and c.lower_ in _SUPPOSES for c in cue.children):
            return True
        if cue.dep_ != "conj":
            return False
        cue = cue.head
    return False


def _is_let(cue: Token) -> bool:
    """ "Let them know that it is ours"."""
    if cue.dep_ not in ("ccomp", "xcomp") or lemma(cue.head) not in _LET:
        return False
    return cue.tag_ in ("VB", "VBP") and not any(
        c.dep_ in ("aux", "mark", "neg") for c in cue.children
    )


def _is_hearsay(cue: Token) -> bool:
    """ "The group, said to be small, has left": nobody is named who says so."""
    behind = cue.nbor(1) if cue.i + 1 < len(cue.doc) else cue
    bare = cue.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in cue.children)
    return bare and behind.tag_ == "TO" and lemma(cue) in _HEARSAY


def _is_left_undone(one: Attribution, cue: Token) -> bool:
    """ "Without laying out a plan"; "without saying whether" keeps silent, which is told."""
    without = cue.dep_ == "pcomp" and cue.head.lower_ == "without"
    return without and "(clause)" not in one.entry and "(that)" not in one.entry


def _is_cited(reading: Reading, cues: Cues, one: Attribution, cue: Token) -> bool:
    """ "Citing two officials" names a source; "citing bad weather" gives a reason."""
    if lemma(cue) != "cite" or cue.tag_ != "VBG" or one.rule == "cited-source":
        return False
    head = reading.tokens(*one.content[0]).root
    return is_party(reading, cues, head) or is_document(cues, head)


def _is_elsewhere(reading: Reading, one: Attribution, cue: Token) -> bool:
    """Words of the tagger's that stand in another paragraph than their cue."""
    if one.rule != "tagger":
        return False
    block = reading.block_at(cue.idx)
    return block is not None and all(
        end <= block.start or block.end <= start for start, end in one.content
    )


def _is_sign(reading: Reading, cues: Cues, one: Attribution, cue: Token) -> bool:
    """ "Shares fell, suggesting doubt": what a thing is a sign of, nobody says."""
    if lemma(cue) not in _SIGNS or one.source_token is None:
        return False
    if cue.tag_ != "VBG" or cue.dep_ not in ("acl", "advcl"):
        return False
    source = reading.doc[one.source_token]
    return not (is_party(reading, cues, source) or is_document(cues, source))
