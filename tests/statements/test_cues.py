"""The cue tables: what is wrong in them is named, and a user's folder adds to them."""

import pytest

from onrecord.statements import Cues, find_statements
from onrecord.vocabulary.tables import Tables, VocabularyError


def test_a_users_cue_is_found(tmp_path, read):
    (tmp_path / "cues_verbs.csv").write_text(
        "cue,act,frames,speaker\nfume,criticise,clause|quote,party\n", encoding="utf-8"
    )
    cues = Cues.load(Tables(tmp_path))
    (row,) = find_statements(read("Ines Kordal fumed that the line was wrong."), cues).rows
    assert row.act == "criticise"


def test_an_unknown_frame_is_named(tmp_path):
    (tmp_path / "cues_verbs.csv").write_text(
        "cue,act,frames\nfume,criticise,sentence\n", encoding="utf-8"
    )
    with pytest.raises(VocabularyError, match=r"cues_verbs\.csv.*fume.*sentence"):
        Cues.load(Tables(tmp_path))


def test_an_unknown_act_is_named(tmp_path):
    (tmp_path / "cues_nouns.csv").write_text("cue,act,frames\nsigh,sighing,of\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"cues_nouns\.csv, line 2"):
        Cues.load(Tables(tmp_path))
