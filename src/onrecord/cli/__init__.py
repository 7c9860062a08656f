"""The command line: thin over the Python API, one module a command."""

from onrecord.cli.main import main

__all__ = ["main"]
