"""The tables behind the moves: checked at load, extended by the user's own folder."""

import pytest

from onrecord.vocabulary.issues import Issues
from onrecord.vocabulary.moves import MoveWords
from onrecord.vocabulary.tables import Tables, VocabularyError


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("a legally binding pledge NATO will not expand eastwards", "nato-membership"),
        ("a moratorium on air strikes", "air-truce"),
        ("a pay rise of 6 percent", "pay-and-work"),
        ("cap uranium enrichment", "nuclear"),
        ("release all hostages", "prisoners"),
        ("a basket of fruit", "other"),
    ],
)
def test_issue_of_terms(text, label):
    assert Issues.load(Tables()).of(text) == label


def test_the_users_folder_adds_issues_and_words(tmp_path):
    (tmp_path / "issues.toml").write_text(
        '[[issue]]\nlabel = "beavers"\ndescription = "Beavers."\nwords = ["beaver*"]\n'
        '[[issue]]\nlabel = "nuclear"\ndescription = "More."\nwords = ["thorium"]\n'
    )
    issues = Issues.load(Tables(tmp_path))
    assert issues.of("protect all beavers") == "beavers"
    assert issues.of("a thorium plant") == "nuclear"


def test_a_wrong_label_is_named(tmp_path):
    (tmp_path / "issues.toml").write_text(
        '[[issue]]\nlabel = "Not A Label"\ndescription = "x"\nwords = ["x"]\n'
    )
    with pytest.raises(VocabularyError, match="Not A Label"):
        Issues.load(Tables(tmp_path))


def test_a_wrong_frame_is_named(tmp_path):
    (tmp_path / "movecues.csv").write_text("lemmas,pos,kind,frames,needs\nhaggle,verb,offer,ot,\n")
    with pytest.raises(VocabularyError, match=r"haggle.*'ot'"):
        MoveWords.load(Tables(tmp_path))


def test_the_users_cue_is_known(tmp_path):
    (tmp_path / "movecues.csv").write_text(
        "lemmas,pos,kind,frames,needs\nhaggle,verb,offer,+over,\n"
    )
    (cue,) = MoveWords.load(Tables(tmp_path)).cues["haggle", "verb"]
    assert cue.prepositions == {"over"}
