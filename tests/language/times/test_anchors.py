"""Which day is meant: tense, the day of publication, and dates named before."""

from __future__ import annotations

import pytest

# All are read as published on Wednesday, 6 August 2025.
ONE_TIME = [
    # weekdays look back or forward by the verb
    ("The envoys held talks on Wednesday.", "Wednesday", "2025-08-06"),
    ("The envoys held talks on Thursday.", "Thursday", "2025-07-31"),
    ("The envoys will meet on Friday.", "Friday", "2025-08-08"),
    ("The envoys will meet on Wednesday.", "Wednesday", "2025-08-06"),
    ("The ministers were to meet on Friday.", "Friday", "2025-08-08"),
    ("The ministers had held talks on Monday.", "Monday", "2025-08-04"),
    ("The king has met the rebels since Sunday.", "Sunday", "2025-08-03"),
    ("The council is to vote on Saturday.", "Saturday", "2025-08-09"),
    ("The council is expected to vote on Tuesday.", "Tuesday", "2025-08-12"),
    ("The council plans to vote on Monday.", "Monday", "2025-08-11"),
    ("The council managed to agree on Monday.", "Monday", "2025-08-04"),
    ("Parliament is meeting on Thursday.", "Thursday", "2025-08-07"),
    ("The premier flew to Oslo on Tuesday to meet the king.", "Tuesday", "2025-08-05"),
    ("The premier gave the rebels until Friday.", "Friday", "2025-08-08"),
    ("The summit is scheduled for Sunday.", "Sunday", "2025-08-10"),
    ("Ahead of Friday's summit, both sides freed prisoners.", "Friday", "2025-08-08"),
    ("The deadline is Friday.", "Friday", "2025-08-08"),
    ("Norland missed the Tuesday deadline.", "Tuesday", "2025-08-05"),
    ("The premier resigned last Friday.", "last Friday", "2025-08-01"),
    ("The premier will resign next Tuesday.", "next Tuesday", "2025-08-12"),
    ("The premier spoke late on Tuesday.", "late on Tuesday", "2025-08-05"),
    # months and days without their year
    ("The sides resumed talks in May.", "May", "2025-05"),
    ("The sides signed the pact in October.", "October", "2024-10"),
    ("The sides will sign the pact in March.", "March", "2026-03"),
    ("Since taking office in January, he has met her twice.", "January", "2025-01"),
    ("The treaty was signed on June 18.", "June 18", "2025-06-18"),
    ("The tariffs will take effect on Jan. 9.", "Jan. 9", "2026-01-09"),
    ("Norland set an Aug. 8 deadline.", "Aug. 8", "2025-08-08"),
    ("Before the ruling on Tuesday, the premier will resign.", "Tuesday", "2025-08-05"),
    ("The envoy tried to enter the port on Thursday.", "Thursday", "2025-07-31"),
    ("The envoy could leave as early as Friday.", "Friday", "2025-08-08"),
    ("The premier will stay until Monday.", "Monday", "2025-08-11"),
    # counted from the day of publication
    ("An idea was mentioned last week.", "last week", "2025-W31"),
    ("Sanctions will follow next month.", "next month", "2025-09"),
    ("Talks resume early next year.", "early next year", "2026"),
    ("They must pay by the end of the month.", "the end of the month", "2025-08"),
    ("The army attacked three days ago.", "three days ago", "2025-08-03"),
    ("The war began two years ago.", "two years ago", "2023"),
    ("Revenue rose in the second quarter.", "the second quarter", "2025-Q2"),
    ("Both sides fought last summer.", "last summer", "2024-SU"),
    ("She spoke tomorrow's lines yesterday morning.", "yesterday morning", "2025-08-05TMO"),
    ("The tariffs start 50 days from now.", "50 days from now", "2025-09-25"),
    # plans and deadlines
    ("The trial was postponed to Oct. 3.", "Oct. 3", "2025-10-03"),
    ("Plans for a summit on Friday were dropped.", "Friday", "2025-08-08"),
    ("The deadline, set for Friday, passed without a reply.", "Friday", "2025-08-01"),
    ("The vote, originally set for March, was held in June.", "March", "2025-03"),
    ("The term would have ended on Friday.", "Friday", "2025-08-08"),
    ("The 2015 accord expires in October.", "October", "2025-10"),
    ("A 2015 law passed in October bans it.", "October", "2015-10"),
    ("He was jailed in December 2024 and freed in February.", "February", "2025-02"),
    ("He was jailed in December 2024 after raids in February.", "February", "2024-02"),
    ("The offer stands until next Friday, Aug. 15.", "next Friday, Aug. 15", "2025-08-15"),
    ("It fell on Monday, Nov. 4.", "Monday, Nov. 4", "2024-11-04"),
    ("The pact expires on the 15th.", "the 15th", "2025-08-15"),
    ("The king died on the 15th.", "the 15th", "2025-07-15"),
    ("The envoy arrives in the week of Aug. 18.", "the week of Aug. 18", "2025-W34"),
    ("Talks are planned for the week after next.", "the week after next", "2025-W34"),
    ("They met the week before last.", "the week before last", "2025-W30"),
    ("Voters go to the polls on the first Sunday of October.", "the first Sunday of October",
     "2025-10-05"),
    ("The vote is 10 days away.", "10 days away", "2025-08-16"),
    ("Inspectors will return in the new year.", "the new year", "2026"),
    ("Sanctions start 10 to 12 days from now.", "10 to 12 days from now", "2025-08-16/2025-08-18"),
    # nights that reach into the next day
    ("Drones struck the port overnight on Monday.", "overnight on Monday", "2025-08-04TNI"),
    ("Drones struck overnight into Tuesday.", "overnight into Tuesday", "2025-08-04TNI"),
    ("Strikes on Wednesday night into Thursday killed 12.", "Wednesday night", "2025-07-30TNI"),
    ("Shells fell in the early hours of Sunday.", "the early hours of Sunday", "2025-08-03TMO"),
    # a verb that the tagger takes for none, a noun that says that it is over
    ("Polls open on Sunday in the north.", "Sunday", "2025-08-10"),
    ("It may rebuild the plant after the airstrikes in June.", "June", "2025-06"),
    ("The court will hear of it in September.", "September", "2025-09"),
    ("If no deal is reached by noon on Thursday, he will go.", "noon on Thursday",
     "2025-08-07T12:00"),
    ("Fighting resumed at the weekend after a long lull.", "the weekend", "2025-W31-WE"),
    ("The ban is to be signed by 6 p.m. ET on Sunday.", "6 p.m. ET on Sunday",
     "2025-08-10T18:00-04"),
    ("It was to end at 3 p.m. Pacific Time on Dec. 3.", "3 p.m. Pacific Time on Dec. 3",
     "2025-12-03T15:00-08"),
    # the next week, the next month, the same stretch of another year
    ("The court will rule next Thursday.", "next Thursday", "2025-08-14"),
    ("It must be done by the 30th of next month.", "the 30th of next month", "2025-09-30"),
    ("Exports fell from this time last year.", "this time last year", "2024-08"),
    ("The ban holds between 18 December and 2 January.", "2 January", "2026-01-02"),
    # days of history
    ("Hostages taken in the Oct. 7 attack are still held.", "Oct. 7", "2023-10-07"),
    ("The October 7 summit ended early.", "October 7", "2024-10-07"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value"), ONE_TIME)
def test_resolved_against_publication(find, text, words, value):
    found = {time.text: time.value for time in find(text)}
    assert found.get(words) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "The envoy spoke on Wednesday, two days before the expiry of a deadline.",
            ["2025-08-06", "2025-08-06"],
        ),
        (
            "The truce began on Monday. The day after, shelling resumed.",
            ["2025-08-04", "2025-08-05"],
        ),
        (
            "Talks opened on July 14. They collapsed the following week.",
            ["2025-07-14", "2025-W30"],
        ),
        ("He arrived on June 30. Eight days later he left.", ["2025-06-30", "2025-07-08"]),
        ("Two days after the vote on June 3, he resigned.", ["2025-06-05", "2025-06-03"]),
        (
            "The deadline on Friday looms. The envoy came two days before the deadline.",
            ["2025-08-08", "2025-08-06"],
        ),
        (
            "He spoke on Friday morning and had left the evening before.",
            ["2025-08-01TMO", "2025-07-31TEV"],
        ),
        (
            "On Friday, Aug. 1, the king fell ill; by that time she had gone.",
            ["2025-08-01", "2025-08-01"],
        ),
        ("Schools will close from Monday to Friday.", ["2025-08-11", "2025-08-15"]),
        ("In January 2014 he took over, and in March he fell.", ["2014-01", "2014-03"]),
        ("The vote is two weeks from Monday.", ["2025-08-25"]),
        # the event's day stands in another sentence, before or behind, under another word
        (
            "A bomb exploded at a market on Monday. Police came. A day after the bombing, a man "
            "was held.",
            ["2025-08-04", "2025-08-05"],
        ),
        (
            "Three days after the earthquake, aid arrived. The quake struck the coast on July 3.",
            ["2025-07-06", "2025-07-03"],
        ),
        (
            "The truce was signed on Saturday in Oslo. Two days after the truce was signed, "
            "shelling resumed.",
            ["2025-08-02", "2025-08-04"],
        ),
        (
            "The envoy came three days before the deadline. The rebels have until Friday.",
            ["2025-08-05", "2025-08-08"],
        ),
        ("Five days after the coup, on July 31, the bloc met.", ["2025-07-31", "2025-07-31"]),
        ("The law passed in 1991, six years after independence.", ["1991", "1991"]),
        ("Since Monday 14 ships came; 40 came the week before.", ["2025-08-04", "2025-W31"]),
        ("Schools were shut from Monday to Thursday.", ["2025-07-28", "2025-07-31"]),
        (
            "Unions will strike on Dec. 12, 13 and 16 and on 3, 4 and 6 January.",
            ["2025-12-12", "2025-12-13", "2025-12-16", "2026-01-03", "2026-01-04", "2026-01-06"],
        ),
        (
            "The army invaded on Feb. 24, 2022. They will meet on the fourth anniversary of the "
            "invasion.",
            ["2022-02-24", "2026-02-24"],
        ),
        (
            "On Wednesday, the 80th anniversary of the bombing, a bell rang.",
            ["2025-08-06", "2025-08-06"],
        ),
        (
            "Sales rose in the second quarter compared with the same period a year earlier.",
            ["2025-Q2", "2024-Q2"],
        ),
        (
            "He spoke on Saturday evening, a day after the summit ended.",
            ["2025-08-02TEV", "2025-08-02"],
        ),
        (
            "Shelling began at 9 p.m. on Monday. Two hours later it stopped.",
            ["2025-08-04T21:00", "2025-08-04T23:00"],
        ),
        (
            "Shelling began at 11:30 p.m. on Monday. An hour later it stopped.",
            ["2025-08-04T23:30", "2025-08-05T00:30"],
        ),
    ],
)
def test_resolved_against_another_time(find, text, values):
    found = [time.value for time in find(text)]
    assert found == values


def test_an_event_without_a_date_leaves_a_duration(find):
    (time,) = find("The envoy will speak two days before the expiry of a deadline.")
    assert (time.type, time.value, time.text) == ("DURATION", "P2D", "two days")


def test_the_day_of_a_remark_is_not_the_day_of_what_it_is_about(find):
    _, time = find("He said on Monday the raid was cruel. A day after the raid, he resigned.")
    assert (time.type, time.value) == ("DURATION", "P1D")


def test_the_day_of_the_event_follows_from_the_day_counted(find, finder):
    _, time = find("The envoy spoke on Wednesday, two days before the expiry of a deadline.")
    day = finder.event_day(time)
    assert day is not None
    assert day.isoformat() == "2025-08-08"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoy came on Wednesday.", "XXXX-WXX-3"),
        ("The envoy came last week.", None),
        ("The envoy came on June 3.", "XXXX-06-03"),
        ("The envoy came on 3 June 2025.", "2025-06-03"),
        ("The envoy came three days ago.", None),
        ("The envoy stayed for three days.", "P3D"),
    ],
)
def test_without_a_day_of_publication_nothing_is_invented(find, text, value):
    (time,) = find(text, None)
    assert time.value == value
    if not (value or "").startswith("2025"):
        assert (time.since, time.until) == (None, None)


HISTORY = (
    "In September 1939 the war began. The capital fell on 27 September. In 1940 the front moved "
    "west. In April the north was invaded, and in June 1940 the armistice was signed. The "
    "following year the east was attacked. On 22 June 1941 three armies crossed the border. In "
    "December the offensive failed. In January 1942 a counter-attack began. By 1943 it was over."
)


@pytest.mark.parametrize("published", [None, "2009-12-19"])
def test_a_history_counts_from_its_own_dates(find, published):
    found = {time.text: time.value for time in find(HISTORY, published)}
    assert found["27 September"] == "1939-09-27"
    assert found["April"] == "1940-04"
    assert found["The following year"] == "1941"
    assert found["December"] == "1941-12"


@pytest.mark.parametrize(
    "text",
    [
        "The March 23 Movement rejected the proposal.",
        "A statement cited by the Sudanese daily said so.",
        "The Israeli daily Haaretz said so.",
    ],
)
def test_names_that_hold_a_word_of_time(find, text):
    assert find(text) == ()


def test_a_week_to_vote_is_no_rate(find):
    (time,) = find("The union gave its members a week to vote.")
    assert (time.type, time.value) == ("DURATION", "P1W")


def test_the_day_of_the_dateline_is_what_the_story_counts_from(finder, parser):
    from onrecord.intake.layout import layout
    from onrecord.record import Article, article_id

    text = "PORT ALDER, Aug 4 (QPA) - The envoy flew in on Monday. He leaves tomorrow."
    article = Article(id=article_id(text), text=text, published="2025-08-06")
    blocks = layout(text)
    starts = [block.start for block in blocks]
    found = finder.find(parser.parse(text, [*starts, text.index("He")]), article, blocks)
    assert [time.value for time in found] == ["2025-08-04", "2025-08-04", "2025-08-05"]


def test_headers_and_credits_hold_no_times(finder, parser):
    from onrecord.intake.layout import layout
    from onrecord.record import Article, article_id

    text = (
        "Published: 2025-08-06\n\nThe envoy flew in on Tuesday and met the king.\n\n"
        "(Reporting by Ann Doe in Oslo; Editing by May August)"
    )
    article = Article(id=article_id(text), text=text, published="2025-08-06")
    times = finder.find(parser.parse(text, [0]), article, layout(text))
    assert [time.text for time in times] == ["Tuesday"]
