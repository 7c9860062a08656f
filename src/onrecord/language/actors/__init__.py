"""Who acts and speaks: names, titles, nominals and pronouns resolved to actors."""

from onrecord.language.actors.cast import Cast
from onrecord.language.actors.finder import ActorFinder
from onrecord.language.actors.phrases import PhraseCoder, code_phrase

__all__ = ["ActorFinder", "Cast", "PhraseCoder", "code_phrase"]
