"""Reading -> statements: the steps, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.statements.attribution import Attribution
from onrecord.statements.candidates import candidates
from onrecord.statements.flat import flat
from onrecord.statements.merge import merged
from onrecord.statements.rows import Found, to_rows

if TYPE_CHECKING:
    from onrecord.language.reading import Reading
    from onrecord.statements.proposal import Proposes
    from onrecord.vocabulary.cues import Cues


def find_statements(reading: Reading, cues: Cues, tagger: Proposes | None = None) -> Found:
    """Who said what: every statement of an article with its reason.

    Args:
        reading: the article's reading; only its body blocks are looked at.
        cues: the cue tables.
        tagger: the trained tagger, or None for the rules alone.
    """
    return to_rows(reading, cues, find_attributions(reading, cues, tagger))


def find_attributions(
    reading: Reading, cues: Cues, tagger: Proposes | None = None
) -> list[Attribution]:
    """The attributions as stretches of the text, before they become rows."""
    found = candidates(reading, cues)
    if tagger is None:
        return found
    proposals = tagger.tag(reading.article.text, reading.encoded, flat(found))
    return merged(reading, cues, found, proposals)
