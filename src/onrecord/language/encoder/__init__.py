"""The encoder: one pass of a small trained network over an article, for whoever asks of it.

It gives each word piece label scores (who said what), a vector by which sources, cues and
contents are linked, and a vector by which a pronoun finds its name. What is made of them is
decided elsewhere: ``statements.tagger`` reads the first two, ``language.actors`` the third.
See ``models/attribution/card.md`` for data, licence and scores.
"""

from onrecord.language.encoder.encoder import Encoded, Encoder
from onrecord.language.encoder.pairs import LinkScorer, PairScorer
from onrecord.language.encoder.windows import FORMS, Window, windows

__all__ = ["FORMS", "Encoded", "Encoder", "LinkScorer", "PairScorer", "Window", "windows"]
