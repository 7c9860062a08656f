"""Places: toponyms of an article, told apart from governments and resolved to points."""

from onrecord.language.places.finder import PlaceFinder

__all__ = ["PlaceFinder"]
