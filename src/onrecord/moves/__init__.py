"""Moves and deadlines: what a party puts to another in the bargaining, and by when."""

from onrecord.moves.find import find_moves
from onrecord.moves.found import Found
from onrecord.moves.unknown_parties import with_unknown_parties
from onrecord.vocabulary.moves import MoveWords

__all__ = ["Found", "MoveWords", "find_moves", "with_unknown_parties"]
