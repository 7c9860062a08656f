"""The trained tagger of moves: what it proposes, and what is made of it beside the rules."""

import numpy as np
import pytest

import onrecord
from onrecord.language.encoder import Encoder
from onrecord.moves.find import by_rules
from onrecord.moves.found import Draft
from onrecord.moves.parties import Context
from onrecord.moves.tagger import MoveTagger
from onrecord.moves.tagger.candidates import (
    FEATURES,
    RECIPIENT_FEATURES,
    Features,
    candidates,
)
from onrecord.moves.tagger.known import SIZES, Known
from onrecord.moves.tagger.labels import KINDS, painted_cues, painted_terms
from onrecord.moves.tagger.limits import LIMIT_FEATURES, limit_table, time_candidates
from onrecord.moves.tagger.merge import fitted, with_proposals
from onrecord.moves.tagger.proposal import EVIDENCE, Around, Proposal, Told
from onrecord.record import Article, Span, article_id
from onrecord.statements import find_statements

TEXT = (
    "Kenya's foreign minister, Ada Mwangi, told reporters on Tuesday that her country would keep "
    "the pass shut.\n\nUganda has demanded that Kenya reopen the pass by Friday. The two sides "
    "last met in May."
)


@pytest.fixture(scope="module")
def context(tools):
    article = Article(id=article_id(TEXT), text=TEXT, published="2031-04-15")
    reading = tools.language.read(article)
    return Context(
        reading, find_statements(reading, tools.cues, tools.tagger).rows, tools.move_words
    )


def span_of(words):
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def draft_of(words, cue, kind="demand", **changes):
    terms, cue = span_of(words), span_of(cue)
    return Draft(kind, "state/UGA", terms, cue, cue.start, terms.end, "a rule", "why").having(
        **changes
    )


class Says:
    """A tagger that proposes what it is told to."""

    least = 0.5

    def __init__(self, *proposals, likely=0.8, around=None):
        self._told, self._likely = Told(proposals, around or {}), likely

    def read(self, context, drafts):
        return self._told

    def likely(self, proposal):
        return self._likely


def actor_of(context, words):
    start = TEXT.index(words)
    return next(m.actor for m in context.reading.mentions if m.start <= start < m.end)


def proposal(context, words, kind="promise", chance=0.9, toward=0.0, cue="would"):
    party = {actor_of(context, "Ada Mwangi"): chance, "": 1 - chance}
    recipients = {actor_of(context, "Uganda"): toward, "": 1 - toward}
    told = span_of(cue) if cue else None
    return Proposal(kind, span_of(words), 0.9, 0.05, told, party, Around(recipients), False)


def test_labels_tell_kinds_apart_and_mark_beginnings():
    drafts = [draft_of("reopen the pass", "demanded"), draft_of("keep", "would", kind="threat")]
    terms, cues = painted_terms(len(TEXT), drafts), painted_cues(len(TEXT), drafts)
    at = TEXT.index("reopen")
    assert list(terms[at : at + 3]) == [1, 2, 2]
    assert terms[TEXT.index("keep")] == 1 + 2 * KINDS.index("threat")
    assert cues[TEXT.index("demanded")] == 1


def test_what_is_known_of_a_piece_is_that_of_its_word(context):
    (encoded,) = context.reading.encoded
    rows = Known(context).of(encoded.window)
    assert rows.shape == (len(encoded.window.numbers), len(SIZES))
    assert (rows < np.array(SIZES)).all()
    first, last = encoded.window.pieces(TEXT.index("demanded"), TEXT.index("demanded") + 8)
    assert set(rows[first:last, 5]) == {1 + KINDS.index("demand")}
    first, last = encoded.window.pieces(TEXT.index("reopen"), TEXT.index("reopen") + 6)
    assert set(rows[first:last, 6]) == {1 + KINDS.index("demand")}  # the cue above it
    separators = [n for n, (start, end) in enumerate(encoded.window.offsets) if start == end]
    assert not rows[separators].any()


def test_candidates_are_mentions_of_parties_with_their_place_in_the_sentence(context):
    (encoded,) = context.reading.encoded
    found = candidates(context, encoded.window)
    drafts = [draft_of("reopen the pass", "demanded", party=actor_of(context, "Uganda"))]
    table = Features(context, drafts).table(encoded.window, span_of("reopen the pass"), found)
    assert table.shape == (len(found), FEATURES)
    rows = {one.mention.text: row for one, row in zip(found, table, strict=True)}
    assert rows["Uganda"][20] == 1  # whose demand it is by the rules
    assert rows["Uganda"][7] == 1  # in the same sentence
    assert not any(row[20] for words, row in rows.items() if "Uganda" not in words)


def test_what_tells_a_recipient_is_its_bearing_on_the_party(context):
    (encoded,) = context.reading.encoded
    found, terms = candidates(context, encoded.window), span_of("reopen the pass")
    uganda, kenya = actor_of(context, "Uganda"), actor_of(context, "Kenya reopen")
    draft = draft_of("reopen the pass", "demanded", party=uganda, toward=(kenya,))
    features = Features(context, [draft])
    table = features.of_recipients(
        features.table(encoded.window, terms, found), found, uganda, "demand"
    )
    assert table.shape == (len(found), RECIPIENT_FEATURES)
    rows = {one.mention.actor: row[FEATURES:] for one, row in zip(found, table, strict=True)}
    assert (rows[uganda][0], rows[kenya][0]) == (1, 0)  # the party itself
    assert (rows[uganda][3], rows[kenya][3]) == (0, 1)  # whom the party asks elsewhere


def test_times_are_told_apart_by_preposition_and_place(context):
    (encoded,) = context.reading.encoded
    times = time_candidates(context, encoded.window)
    assert [one.time.text for one in times] == ["Tuesday", "Friday", "May"]
    table = limit_table(context, encoded.window, span_of("reopen the pass"), "demand", times)
    assert table.shape == (3, LIMIT_FEATURES)
    assert list(table[:, 7]) == [0, 1, 0]  # in the sentence of the terms
    assert list(table[:, 8]) == [0, 1, 0]  # behind "by"


def test_a_draft_of_the_rules_gets_the_recipient_and_the_day_that_it_lacks(context):
    friday = next(time for time in context.reading.times if time.text == "Friday")
    kenya = actor_of(context, "Kenya reopen")
    around = Around({kenya: 0.9, "": 0.1}, [(friday, 0.8)])
    bare = draft_of("reopen the pass", "demanded", party=actor_of(context, "Uganda"))
    (draft,) = with_proposals(context, [bare], Says(around={0: around}))
    assert draft.toward == (kenya,)
    assert draft.limit == friday
    told = bare.having(toward=(actor_of(context, "Ada Mwangi"),))
    (draft,) = with_proposals(context, [told], Says(around={0: around}))
    assert draft.toward == told.toward


def test_what_is_likely_nobody_is_no_recipient(context):
    around = Around({actor_of(context, "Uganda"): 0.4, "": 0.6})
    bare = draft_of("keep the pass shut", "would", kind="promise")
    (draft,) = with_proposals(context, [bare], Says(around={0: around}))
    assert (draft.toward, draft.limit) == ((), None)


def test_a_proposal_that_no_rule_has_becomes_a_draft(context):
    told = proposal(context, "keep the pass shut", toward=0.8)
    (draft,) = with_proposals(context, [], Says(told))
    assert (draft.kind, draft.terms.text) == ("promise", "keep the pass shut")
    assert draft.party == actor_of(context, "Ada Mwangi")
    assert draft.toward == (actor_of(context, "Uganda"),)
    assert draft.cue.text == "would"
    assert TEXT[draft.start : draft.end] == "would keep the pass shut"


def test_a_proposal_that_is_not_likely_to_be_right_is_left_out(context):
    told = proposal(context, "keep the pass shut")
    assert with_proposals(context, [], Says(told, likely=0.4)) == []


def test_what_a_source_asks_for_itself_is_no_move(record_of):
    text = (
        "The blockade of the port would go on, said a union official in Lima, who asked that his "
        "name not be used. A diplomat, asking not to be identified, said the same."
    )
    terms = [move.terms[0].text for move in record_of(text).moves]
    assert not any("name" in words or "identified" in words for words in terms)


def test_without_a_cue_the_governing_verb_is_shown(context):
    told = proposal(context, "the pass", cue=None)
    (draft,) = with_proposals(context, [], Says(told))
    assert draft.cue.text == "keep"


def test_what_speaks_for_a_proposal(context):
    near = proposal(context, "keep the pass shut")
    far = proposal(context, "the pass shut", chance=0.5)
    assert near.party == far.party == actor_of(context, "Ada Mwangi")
    assert (near.terms.gap(near.cue), far.terms.gap(far.cue)) == (1, 6)
    assert len(near.evidence()) == EVIDENCE
    assert near.evidence()[2] > far.evidence()[2]
    assert near.evidence()[7] == 1
    assert far.evidence()[7] == 0
    put = proposal(context, "keep the pass shut", toward=0.7)
    assert (near.evidence()[10], put.evidence()[10]) == pytest.approx((0.0, 0.7))


def test_the_drafts_of_the_rules_stand(context):
    draft = draft_of("Kenya reopen the pass", "demanded")
    told = proposal(context, "keep the pass shut")
    assert with_proposals(context, [draft], Says(told))[:1] == [draft]


@pytest.mark.parametrize(
    ("labelled", "terms"),
    [
        ("eopen the pas", "reopen the pass"),
        ("that Kenya reopen the pass", "Kenya reopen the pass"),
        ("the pass by Friday.", "the pass by Friday"),
        (".", None),
    ],
)
def test_terms_are_fitted_to_whole_words_without_what_leads_to_them(context, labelled, terms):
    found = fitted(context, span_of(labelled))
    assert (found and found.text) == terms


def test_missing_weights_are_said(tmp_path):
    assert not MoveTagger.installed(tmp_path)
    with pytest.raises(FileNotFoundError, match="no weights of the tagger of moves"):
        MoveTagger.load(tmp_path)


@pytest.mark.skipif(not Encoder.installed(), reason="a slim install has no weights")
def test_moves_of_a_text_never_depend_on_other_texts(tools, context):
    other = "Rain fell on the capital. " * 40
    alone = tools.move_tagger.read(context, [])
    onrecord.read(other, published="2031-04-15", tools=tools)
    assert tools.move_tagger.read(context, []) == alone
    for one in alone.proposals:
        assert one.terms.text == TEXT[one.terms.start : one.terms.end]
        assert 0.0 <= one.sure <= 1.0
        assert sum(one.parties.values()) == pytest.approx(1.0, abs=1e-4)


def test_the_rules_alone_read_without_it(rules):
    assert rules.move_tagger is None
    record = onrecord.read(TEXT, published="2031-04-15", tools=rules)
    assert [
        "Kenya reopen the pass" in m.terms[0].text for m in record.moves if m.kind == "demand"
    ] == [True]


def test_what_the_rules_find_is_told_by_them(context):
    assert {draft.rule for draft in by_rules(context)} & {"verb", "tagger"} != {"tagger"}
