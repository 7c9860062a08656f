"""The ways in which news tells each kind of move, and look-alikes that are none."""

import pytest

WAYS = [
    # demands
    ("Egypt's demands for a binding deal on the dam have been ignored.", "demand", "binding deal"),
    ("The ceasefire sought by Qatar would last 60 days.", "demand", "The ceasefire"),
    ("Sudan wants the RSF out of Darfur.", "demand", "the RSF out of Darfur"),
    ("Iran was told by Turkey to stop arming militias.", "demand", "stop arming militias"),
    ("Peru is asking for 20% more water from the river.", "demand", "20% more water"),
    ('"Stop the bombing now," Lebanon said.', "demand", "Stop the bombing"),
    ("Chile demanded that Peru withdraw and pay damages.", "demand", "pay damages"),
    ("Any deal must include the return of the children, Ukraine said.", "demand", "the return"),
    ("France called on Spain to leave and on Italy to pay its debts.", "demand", "pay its debts"),
    ("Egypt warned Ethiopia against filling the dam.", "demand", "filling the dam"),
    # offers
    ("Poland raised its offer to 15 percent.", "offer", "15 percent"),
    ("Oman said it would be happy to host talks.", "offer", "host talks"),
    ("Iran signalled that it could cap enrichment.", "offer", "cap enrichment"),
    ("Turkey left the door open to talks with Greece.", "offer", "talks with Greece"),
    # threats
    ("Iran vowed revenge for the strike.", "threat", "revenge"),
    (
        "Turkey raised the prospect of closing its border with Syria.",
        "threat",
        "closing its border",
    ),
    ("China reserves the right to use force against Taiwan.", "threat", "use force"),
    ("India would be punished for buying oil, Russia said.", "threat", "punished"),
    ("Canada said it would suspend talks with Mexico.", "threat", "suspend talks"),
    ("Ethiopia said any attack would be met with force.", "threat", "met with force"),
    ("Egypt said it might call off the summit.", "threat", "call off the summit"),
    # promises
    ("Canada said it would lift its tariffs on Mexico.", "promise", "its tariffs"),
    ("Poland guaranteed that the men would not be extradited.", "promise", "be extradited"),
    # conditions
    ("Peru offered to free the men in return for a treaty.", "condition", "a treaty"),
    (
        "Talks can begin only once the siege is lifted, Syria said.",
        "condition",
        "the siege is lifted",
    ),
    ("Hungary tied its consent to the release of EU funds.", "condition", "the release"),
    ("Hungary made its approval conditional on a vote.", "condition", "a vote"),
    ("Recognition of the border is a precondition for talks, Serbia said.", "condition", "Recog"),
    ("Russia's conditions are that Ukraine disarm and cede land.", "condition", "cede land"),
    # refusals
    ("Taiwan has no intention of giving way.", "refusal", "giving way"),
    ("Ukraine does not intend to give up land.", "refusal", "give up land"),
    ("Turkey said no to European peacekeepers.", "refusal", "European peacekeepers"),
    ("China called the proposal inadequate.", "refusal", "the proposal"),
    ("There will be no talks with rebels, Sudan said.", "refusal", "no talks"),
    ("Turkey opposes Sweden's entry into NATO.", "refusal", "Sweden's entry"),
    ("Norway offered a truce on Friday. Serbia rejected it.", "refusal", "a truce"),
    # acceptances and concessions
    ("Israel said yes to the Egyptian plan.", "acceptance", "the Egyptian plan"),
    ("Iran dropped its demand for compensation.", "concession", "its demand"),
    ("Hungary withdrew its veto on the loan.", "concession", "its veto"),
    ("Serbia no longer insists on a referendum.", "concession", "a referendum"),
    ("Canada rescinded the tax after talks broke off.", "concession", "the tax"),
]


@pytest.mark.parametrize(("text", "kind", "terms"), WAYS)
def test_way_of_telling(record_of, text, kind, terms):
    found = [(m.kind, m.terms[0].text) for m in record_of(text).moves]
    assert any(k == kind and (terms in t or t in terms) for k, t in found), found


@pytest.mark.parametrize(
    "text",
    [
        "The bank offers loans at 3 percent to students in Chile.",
        "Rising seas threaten the islands of Fiji.",
        "Police ordered drivers to stay at home because of snow.",
        "The minister offered his apologies to the families in Peru.",
        "A judge ordered the man to pay a fine in Oslo.",
        "Spain's coach demanded a penalty in the second half of the match.",
        "The spring promised warm days in Norway.",
        "The pledge of allegiance was read out in Texas.",
        "Conditions on the ground in Sudan remain difficult.",
        "Chile's government refused to comment.",
    ],
)
def test_look_alikes_are_no_moves(record_of, text):
    assert record_of(text).moves == ()


def test_the_subject_of_what_is_said_is_the_speaker(record_of):
    record = record_of(
        "Sudan's army met envoys from Egypt. The Rapid Support Forces said on Monday that they "
        "were ready to halt fighting for three months."
    )
    (offer,) = [m for m in record.moves if m.kind == "offer"]
    assert offer.party == "armed-group/rapid-support-forces"


def test_the_day_of_a_threat_to_others_is_that_of_its_demand(record_of):
    record = record_of(
        "President Donald Trump threatened to hit India with tariffs if Russia does not make peace "
        "by April 25."
    )
    threats = [m for m in record.moves if m.kind == "threat"]
    (demand,) = [m for m in record.moves if m.kind == "demand"]
    assert demand.deadline.date == "2031-04-25"
    assert [m.deadline for m in threats] == [None]


def test_what_a_wish_asks_in_a_list_is_a_row_each(record_of):
    record = record_of(
        "Hamas wants an end to the war, a full Israeli withdrawal and the release of prisoners."
    )
    assert len([m for m in record.moves if m.kind == "demand"]) == 3
