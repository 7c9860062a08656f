"""Sphinx: the reference is made from the docstrings."""

from onrecord.version import VERSION

project = "onrecord"
author = "The onrecord founders"
release = version = VERSION
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.doctest"]
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"onrecord {VERSION}"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_attr_annotations = False
suppress_warnings = ["ref.python", "autodoc.duplicate_object"]
nitpicky = False
