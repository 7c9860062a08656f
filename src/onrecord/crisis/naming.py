"""What is known of names, as the tables have it."""

from __future__ import annotations

from onrecord.record.names import Naming
from onrecord.vocabulary.identities import load_families, load_variants
from onrecord.vocabulary.tables import Tables


def load_naming(tables: Tables) -> Naming:
    """Spellings of one name, and family names that stand first.

    Raises:
        VocabularyError: naming file and line.
    """
    return Naming(load_variants(tables), load_families(tables))
