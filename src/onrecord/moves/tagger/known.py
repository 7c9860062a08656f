"""What the rooms before know of each word piece, as small numbers that the branch learns to use.

Columns: the tag and the dependency of its word, its part in a statement, the statement's act, who
is mentioned, the kind of move that its word is a cue of, and that of the nearest cue above it. 0 is
none or unknown, so that a parser with other labels does no harm.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, get_args

import numpy as np
from numpy.typing import NDArray

from onrecord.language.encoder import Window
from onrecord.moves.grammar import lemma, up
from onrecord.moves.parties import PARTY_KINDS, Context
from onrecord.moves.tagger.labels import KINDS
from onrecord.record.statement import Act

if TYPE_CHECKING:
    from spacy.tokens import Token

_TAGS = (
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS "
    "PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``"
).split()
_DEPENDENCIES = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj "
    "csubj csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass "
    "nummod oprd parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp"
).split()
_PARTS = ("cue", "source", "direct", "mixed", "indirect", "thought")
_NOBODY = "nobody"  # mentioned, and no party: media, analysts
_WHO = (*PARTY_KINDS, _NOBODY)
_POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}
_ABOVE = 3  # governors of a word among which a cue is looked for
_NUMBERS = [
    {name: number for number, name in enumerate(names, 1)}
    for names in (_TAGS, _DEPENDENCIES, _PARTS, get_args(Act), _WHO, KINDS)
]
SIZES = tuple(1 + len(names) for names in (*_NUMBERS, KINDS))

Numbers = NDArray[np.int64]


class Known:
    """What is known of the words of an article; built once for all its windows."""

    def __init__(self, context: Context) -> None:
        doc = context.reading.doc
        self._starts = np.array([token.idx for token in doc], np.int64)
        self._words = np.zeros((len(doc), len(SIZES)), np.int64)
        tags, dependencies, _, _, _, kinds = _NUMBERS
        cues = [kinds.get(_cue(context, token) or "", 0) for token in doc]
        for token in doc:
            above = (cues[governor.i] for governor in islice(up(token), _ABOVE))
            self._words[token.i] = (
                tags.get(token.tag_, 0),
                dependencies.get(token.dep_, 0),
                0,
                0,
                0,
                cues[token.i],
                next((cue for cue in above if cue), 0),
            )
        self._mark_statements(context)
        self._mark_mentions(context)

    def of(self, window: Window) -> Numbers:
        """A row for each piece of a window."""
        at = np.searchsorted(self._starts, [start for start, _ in window.offsets], "right") - 1
        found = self._words[np.maximum(at, 0)]
        found[[start == end for start, end in window.offsets]] = 0
        return np.asarray(found, np.int64)

    def _mark(self, start: int, end: int, column: int, value: int) -> None:
        first = max(0, int(np.searchsorted(self._starts, start, "right")) - 1)
        last = int(np.searchsorted(self._starts, end, "left"))
        self._words[first:last, column] = value

    def _mark_statements(self, context: Context) -> None:
        """The longest first, so that the innermost statement is on top."""
        parts, acts = _NUMBERS[2], _NUMBERS[3]
        for one in sorted(context.statements, key=lambda s: s.start - s.end):
            for name, spans in (
                (one.form, one.content),
                ("cue", one.cue),
                ("source", one.source_words),
            ):
                for span in spans:
                    self._mark(span.start, span.end, 2, parts[name])
                    self._mark(span.start, span.end, 3, acts[one.act])

    def _mark_mentions(self, context: Context) -> None:
        who = _NUMBERS[4]
        for mention in context.reading.mentions:
            kind = context.reading.actor_by_id[mention.actor].kind
            name = kind if context.is_party(mention.actor) else _NOBODY
            self._mark(mention.start, mention.end, 4, who[name])


def _cue(context: Context, token: Token) -> str | None:
    pos = _POS.get(token.pos_)
    rows = context.words.cues.get((lemma(token), pos)) if pos else None
    return rows[0].kind if rows else None
