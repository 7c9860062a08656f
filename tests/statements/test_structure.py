"""Who is behind a statement: chains, sources, circumstances, forms."""

import pytest

from tests.statements.words import only, words

# --- chains


def test_sources_told_an_agency_what_a_leader_believes(statements):
    rows = statements(
        "Olin Vash believes he is winning, three sources close to the palace told Halcyon."
    )
    told, believes = only(rows, "told"), only(rows, "believes")
    assert (told.via, believes.via) == (None, told.id)
    assert (believes.act, believes.form) == ("believe", "thought")


def test_two_outlets_with_the_same_words_and_what_stands_in_them(statements):
    rows = statements(
        "The Observer and The Quayside reported that Brannhaven might propose a truce."
    )
    reports = [s for s in rows if s.act == "report"]
    proposal = only(rows, "propose")
    assert [words(s.source_words) for s in reports] == ["The Observer", "The Quayside"]
    assert words(reports[0].content) == words(reports[1].content)
    assert proposal.via == reports[0].id
    assert proposal.hedged
    assert words(proposal.content) == "a truce"


def test_three_links(statements):
    rows = statements(
        "The Observer reported that Olin Vash had told aides he believed Sarelle would never sign."
    )
    report, told, believed = only(rows, "reported"), only(rows, "told"), only(rows, "believed")
    assert (report.via, told.via, believed.via) == (None, report.id, told.id)


def test_quoted_as_saying(statements):
    rows = statements("The Observer quoted Karl Onn as saying that the army was ready.")
    assert only(rows, "saying").via == only(rows, "quoted").id
    assert words(only(rows, "saying").source_words) == "Karl Onn"


def test_citing(statements):
    rows = statements("The Observer, citing two officials, reported that the fleet had sailed.")
    cited, report = only(rows, "citing"), only(rows, "reported")
    assert cited.via == report.id
    assert words(cited.source_words) == "two officials"
    assert words(cited.content) == words(report.content) == "that the fleet had sailed"


def test_what_somebody_mentioned_inside_a_report(statements):
    rows = statements(
        "The Observer reported that Sarelle might propose a truce at sea, an idea that was "
        "mentioned last week by mediator Astrid Holm."
    )
    mentioned = only(rows, "mentioned")
    assert words(mentioned.source_words) == "mediator Astrid Holm"
    assert words(mentioned.content) == "a truce at sea"


def test_a_speakers_own_thought_is_not_a_link(statements):
    rows = statements("“I do not think it will help,” said Teo Marrow.")
    assert [words(s.cue) for s in rows] == ["said"]


def test_the_outlets_voice_is_silent_inside_a_statement(statements):
    rows = statements("Olin Vash is unlikely to bow, two sources told Halcyon.")
    assert [words(s.cue) for s in rows] == ["told Halcyon"]


# --- sources


def test_number_and_description_of_unnamed_sources(statements):
    row = only(
        statements("Two diplomats familiar with the talks said Brannhaven would come."), "said"
    )
    assert row.source_kind == "unnamed"
    assert row.source_count == 2
    assert row.source_basis == "familiar with the talks"


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("Three sources", 3),
        ("A diplomat", 1),
        ("One official", 1),
        ("Two of the sources", 2),
        ("Officials", None),
        ("12 sailors", 12),
        ("A number of officials", None),
        ("A group of doctors", None),
    ],
)
def test_counts(statements, source, count):
    row = only(statements(f"{source} said the fleet had sailed."), "said")
    assert row.source_count == count


def test_why_a_source_is_not_named(statements):
    row = only(
        statements(
            "A senior official, who spoke on condition of anonymity, said the fleet had sailed."
        ),
        "said",
    )
    assert "on condition of anonymity" in row.source_basis


def test_asking_not_to_be_named_is_no_statement(statements):
    rows = statements("A delegate, who asked not to be named, said the fleet had sailed.")
    assert [words(s.cue) for s in rows] == ["said"]


@pytest.mark.parametrize(
    ("text", "cue", "kind"),
    [
        ("Ines Kordal said it was late.", "said", "named"),
        ("Critics said it was late.", "said", "unnamed"),
        ("The report said it was late.", "said", "document"),
        ("It is unclear whether the fleet sailed.", "unclear", "outlet"),
        ("The fleet is expected to sail.", "expected", None),
    ],
)
def test_kinds(statements, text, cue, kind):
    assert only(statements(text), cue).source_kind == kind


def test_nobody_is_no_source(statements):
    assert statements("It was a war that nobody wanted.") == ()


# --- the resolved speaker


def test_he_is_the_last_speaker(statements):
    rows = statements(
        "“The visit is late,” said Gerd Halm, an analyst who has met Olin Vash.\n"
        "“Vash will insist on the islands,” he said in a telephone interview.\n"
        "“Nobody in his own party will be able to stop him this year.”"
    )
    said = [s for s in rows if s.form == "direct" and s.via is None]
    assert len(said) == 3
    assert {s.source for s in said} == {said[0].source}
    assert said[0].source is not None
    assert "halm" in said[0].source


def test_added_goes_on(statements):
    rows = statements(
        "“We have waited long enough,” Ines Kordal told reporters.\n“We are ready,” she added."
    )
    first, second = only(rows, "told"), only(rows, "added")
    assert first.source == second.source is not None


def test_a_relative_clause_speaks_for_its_noun(statements):
    row = only(statements("Karl Onn, who has vowed to fight, left the city."), "vowed")
    assert words(row.source_words) == "Karl Onn"


# --- circumstances


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("“It is over,” Ines Kordal wrote on Telegram.", "on Telegram"),
        ("“It is over,” Ines Kordal said in a telephone interview.", "in a telephone interview"),
        ("Ines Kordal said in a statement that it was over.", "in a statement"),
        ("Ines Kordal said at a news conference that it was over.", "at a news conference"),
        ("In a post on Telegram, Ines Kordal said it was over.", "in a post on Telegram"),
        ("Ines Kordal said it was over.", None),
    ],
)
def test_channels(statements, text, channel):
    (row,) = statements(text)
    assert row.channel == channel


def test_when_it_was_said(statements):
    row = only(
        statements("Ines Kordal said on Tuesday that the fleet would sail on Friday."), "said"
    )
    assert row.said.text == "Tuesday"
    assert row.said.since == "2025-09-02"


def test_a_time_in_the_content_is_not_when_it_was_said(statements):
    row = only(statements("Ines Kordal said the fleet would sail on Friday."), "said")
    assert row.said is None


def test_an_interview_in_march(statements):
    row = only(
        statements("In an interview in March, Ines Kordal said there was no reason to fight."),
        "said",
    )
    assert row.said.since.startswith("2025-03")
    assert row.channel == "in an interview"


def test_addressee(statements, read):
    text = "Ines Kordal said it was over. Olin Vash told Ines Kordal that he would wait."
    row = only(statements(text), "told")
    assert row.addressee == only(statements(text), "said").source is not None


# --- form, negation, hedging


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“It is over,” Ines Kordal said.", "direct"),
        ("Ines Kordal said it was “over” for the fleet.", "mixed"),
        ("Ines Kordal said it was over.", "indirect"),
        ("Ines Kordal wants the fleet to sail.", "thought"),
        ("Ines Kordal believes it is “over”.", "thought"),
    ],
)
def test_forms(statements, text, form):
    (row,) = statements(text)
    assert row.form == form


def test_quotes_are_the_words_between_the_marks(statements):
    (row,) = statements("Vash said the map was “false” and “dangerous”.")
    assert [q.text for q in row.quotes] == ["false", "dangerous"]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The army did not say how many ships had sailed.", True),
        ("Neither side has said whether it will come.", True),
        ("Vash does not want to anger Sarelle.", True),
        ("A spokesman declined to comment.", True),
        ("The army said that no ships had sailed.", False),
    ],
)
def test_negation(statements, text, negated):
    (row,) = statements(text)
    assert row.negated is negated


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("Sarelle might propose a truce.", True),
        ("Officials said Sarelle might leave the pact.", True),
        ("It was not clear what Sarelle might offer.", True),
        ("Sarelle proposed a truce.", False),
    ],
)
def test_hedging(statements, text, hedged):
    assert statements(text)[0].hedged is hedged


def test_wishes_only_supposed_are_not_reported(statements):
    rows = statements("Olin Vash said there was no reason why Sarelle would want to fight.")
    assert [words(s.cue) for s in rows] == ["said"]


def test_adding_goes_with_the_speaker(statements):
    rows = statements(
        "Marco Rubin said Sarelle should leave, adding that President Vash preferred to talk."
    )
    said, adding = only(rows, "said"), only(rows, "adding")
    assert said.source == adding.source is not None
    assert words(said.content) == "Sarelle should leave"
    assert adding.via is None


def test_anonymity_in_the_clause_of_the_cue(statements):
    row = only(
        statements("A senior official told Halcyon on condition of anonymity that it was over."),
        "told",
    )
    assert row.source_basis.endswith("on condition of anonymity")
    assert words(row.content) == "that it was over"


# --- what is wrong, and who it is that agreed


def test_what_is_called_unlawful_is_an_accusation(statements):
    rows = statements("Sarelle says threats to punish firms that trade with it are illegal.")
    assert only(rows, "says").act == "accuse"


def test_what_is_not_unlawful_is_only_said(statements):
    rows = statements("Sarelle says the licence fee is not illegal.")
    assert only(rows, "says").act == "say"


def test_he_and_another_are_two_sources(statements):
    rows = statements(
        "President Vladimir Putin spoke on Monday. Putin said he and Turkish President Recep "
        "Tayyip Erdogan agreed that inspectors would visit the port."
    )
    agreed = [s for s in rows if s.act == "agree"]
    assert [s.source for s in agreed] == ["person/vladimir-putin", "person/recep-tayyip-erdogan"]


def test_to_have_nowhere_to_go_is_no_demand(statements):
    (row,) = statements("“Now the families have nowhere to stay,” said Karl Onn.")
    assert row.act == "say"
    (row,) = statements("“Now the soldiers have to leave,” said Karl Onn.")
    assert row.act == "demand"
