"""What a person reads: one view model, and one module a medium."""

from onrecord.brief.compose import compose
from onrecord.brief.markdown import to_markdown
from onrecord.brief.terminal import print_brief
from onrecord.brief.view import Brief, Group, Line, Section

__all__ = ["Brief", "Group", "Line", "Section", "compose", "print_brief", "to_markdown"]
