"""The PLOVER contexts of the events of a sentence, from its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.vocabulary.events import Ontology

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_MOST = 4


def contexts_of(sentence: Tokens, ontology: Ontology) -> tuple[str, ...]:
    """The contexts that the words of a sentence tell, those told most often first, at most four.

    Two words in a row ("human rights") count before one.
    """
    table = ontology.contexts
    counts: dict[str, int] = {}
    before = ""
    for token in sentence:
        lemma = token.lemma_.lower()
        for word in (f"{before}_{lemma}", lemma, token.lower_ if token.lower_ != lemma else ""):
            for context in table.get(word, ()):
                counts[context] = counts.get(context, 0) + 1
        before = lemma
    ranked = sorted(counts, key=lambda c: -counts[c])
    return tuple(ranked[:_MOST])
