"""What holds for the statements of any text."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record import THOUGHT_ACTS
from onrecord.statements import Proposal, find_statements
from tests.statements.cases import GIVEN, NOTHING

SENTENCES = [text for text, _ in GIVEN] + NOTHING
ARTICLES = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map("\n".join)
FRAGMENTS = st.lists(
    st.sampled_from(
        "said told Reuters that “ ” \" '' , . : he Kordal , “It is” according to by who "
        "reported threatened accused of as saying citing \n not clear is expected ( ) – U.S.".split(
            " "
        )
    ),
    min_size=1,
    max_size=30,
).map(" ".join)
QUIET = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def check(text, rows):
    ids = {s.id for s in rows}
    assert len(ids) == len(rows)
    for s in rows:
        assert text[s.start : s.end] == s.text
        for span in (*s.source_words, *s.cue, *s.content, *s.quotes):
            assert text[span.start : span.end] == span.text
            assert s.start <= span.start < span.end <= s.end or span in s.quotes
        assert s.via is None or s.via in ids
        assert (s.act in THOUGHT_ACTS) <= (s.form == "thought")
    parent = {s.id: s.via for s in rows}
    for start in parent:
        seen, at = set(), start
        while at is not None:
            assert at not in seen, "a chain closes on itself"
            seen.add(at)
            at = parent[at]


@QUIET
@given(text=ARTICLES)
def test_articles(read, cues, text):
    check(text, find_statements(read(text), cues).rows)


@QUIET
@given(text=FRAGMENTS)
def test_broken_text(read, cues, text):
    check(text, find_statements(read(text), cues).rows)


def test_the_same_text_gives_the_same_rows_whatever_was_read_before(statements):
    text = SENTENCES[0] + "\n" + SENTENCES[30]
    before = msgspec.json.encode(statements(text))
    statements("\n".join(SENTENCES[40:50]))
    assert msgspec.json.encode(statements(text)) == before


def test_every_row_has_its_reason(read, cues):
    found = find_statements(read("\n".join(SENTENCES[:20])), cues)
    assert [r.row for r in found.reasons] == [s.id for s in found.rows]
    assert all(r.detail for r in found.reasons)


class Tags:
    """A tagger that proposes what it was given."""

    def __init__(self, *proposals):
        self.proposals = proposals

    def tag(self, text, encoded, rules):
        return list(self.proposals)


TEXT = "Kordal fumed that the line was wrong. Vash said that the map, it seems, was old."


def proposal(source, cue, content, score):
    def piece(part):
        start = TEXT.index(part)
        return ((start, start + len(part)),)

    return Proposal(piece(source), piece(cue), piece(content), score)


def test_the_model_adds_what_the_rules_do_not_know(read, cues):
    tags = Tags(proposal("Kordal", "fumed", "that the line was wrong", 0.9))
    found = find_statements(read(TEXT), cues, tags)
    fumed = next(s for s in found.rows if s.cue[0].text == "fumed")
    reason = next(r for r in found.reasons if r.row == fumed.id)
    assert (reason.rule, reason.score) == ("tagger", 0.9)
    assert fumed.source_words[0].text == "Kordal"


def test_the_models_spans_are_taken_with_the_rules_act(read, cues):
    tags = Tags(proposal("Vash", "said", "that the map", 0.8))
    found = find_statements(read(TEXT), cues, tags)
    (said,) = [s for s in found.rows if s.cue[0].text == "said"]
    assert said.content[0].text == "that the map"


@pytest.mark.parametrize("score", [0.0, 0.2])
def test_the_model_must_be_sure(read, cues, score):
    tags = Tags(proposal("Kordal", "fumed", "that the line was wrong", score))
    found = find_statements(read(TEXT), cues, tags)
    assert "fumed" not in {span.text for s in found.rows for span in s.cue}


MODEL_TEXT = (
    "Kordal's allies maintain that his retreat is wise. It rained. Vash told lawmakers last week "
    "that he would not sign the map, but stopped short of a threat."
)


def among(*proposals):
    def pieces(parts):
        return tuple((MODEL_TEXT.index(p), MODEL_TEXT.index(p) + len(p)) for p in parts)

    return Tags(*(Proposal(pieces(s), pieces(c), pieces(t), score) for s, c, t, score in proposals))


@pytest.mark.parametrize(
    ("proposed", "cue", "content"),
    [
        ((["allies"], ["maintain"], ["that"], 0.9), "maintain", "that his retreat is wise"),
        ((["allies"], ["maintain"], ["that his"], 0.9), "maintain", "that his retreat is wise"),
        (
            (["allies"], ["maintain"], ["that his retreat is wi"], 0.9),
            "maintain",
            "that his retreat is wise",
        ),
        (
            (["Vash"], ["told"], ["It rained", "that he would not sign the map"], 0.9),
            "told",
            "that he would not sign the map",
        ),
        (
            (
                ["Vash"],
                ["told"],
                ["that he would not sign the map, but stopped short of a threat"],
                0.9,
            ),
            "told",
            "that he would not sign the map",
        ),
    ],
)
def test_the_models_spans_are_fitted_to_the_clause(read, cues, proposed, cue, content):
    found = find_statements(read(MODEL_TEXT), cues, among(proposed))
    row = next(s for s in found.rows if cue in s.cue[0].text)
    assert " ... ".join(span.text for span in row.content) == content


def test_the_subject_of_the_cue_is_the_source_whatever_the_model_says(read, cues):
    tags = among((["Kordal"], ["told"], ["that he would not sign the map"], 0.9))
    found = find_statements(read(MODEL_TEXT), cues, tags)
    row = next(s for s in found.rows if s.cue[0].text == "told")
    assert row.source_words[0].text.startswith("Vash")


def test_an_idea_that_was_mentioned_is_what_was_proposed(read, cues):
    text = (
        "The Observer reported that Sarelle might propose a truce at sea – an idea that was "
        "mentioned last week by mediator Astrid Holm during a visit."
    )

    def piece(part):
        return ((text.index(part), text.index(part) + len(part)),)

    tags = Tags(
        Proposal(
            piece("mediator Astrid Holm during a visit"),
            piece("was mentioned"),
            piece("an idea that"),
            0.8,
        )
    )
    rows = find_statements(read(text), cues, tags).rows
    mentioned = next(s for s in rows if "mentioned" in s.cue[0].text)
    proposed = next(s for s in rows if "propose" in s.cue[0].text)
    assert [span.text for span in mentioned.content] == ["a truce at sea"]
    assert [span.text for span in proposed.content] == ["a truce at sea"]
    assert [span.text for span in mentioned.source_words] == ["mediator Astrid Holm"]
