"""What looks like a move to one rule or another and is none: ordinary news gives no rows."""

import pytest

NONE = [
    # whoever gets, stops or tears up a text does not say what stands in it
    "The bank in Bern got a letter demanding two million francs.",
    "Kenya's navy stopped a boat demanding fuel.",
    "The governor of Lima tore up a note threatening to burn the port.",
    "The zoo in Turin received an email threatening to poison the seals.",
    # pauses of others, of firms and of offices; leaving clubs
    "Norway announced a truce in Sudan.",
    "Oman and Peru announced a ceasefire in Yemen.",
    "Norway's king announced a ceasefire between Chad and Niger.",
    "The airline announced a pause in flights to Oslo.",
    "The mayor of Turin announced a moratorium on scooters.",
    "The singer Ann Lind called a truce with her manager.",
    "The tennis player Ann Lind announced her withdrawal from the Oslo Open.",
    "Chile announced its withdrawal from the World Health Organization.",
    "Mali announced the withdrawal of Chadian soldiers from its north.",
    "Chile announced the withdrawal of its ambassador from Peru.",
    "The bakery announced the withdrawal of its rye bread.",
    # reporters ask for words
    "A spokeswoman for the bank refused to respond to requests for comment.",
    "The mill in Turin refused to reply to a request for an interview.",
    # what may come by itself, or from others
    "Norway warned hikers of losses in the mountains.",
    "Kenya warned its nurses of arrest in Oman.",
    "Vets warned of a reaction to the vaccine.",
    "The fund warned of a reckoning for Chilean stocks.",
    "Norway warned that there would be no deal by May.",
    "A charity warned that there would be no food aid for Chad by June.",
    "The union warned that its members were considering a vote.",
    # politics at home and business
    "Ann Lind said she would not contest the election.",
    "The opposition in Oslo said it would not oppose the budget.",
    "The chief of the mill said it would not kill jobs.",
    "Peru's coach said he would not attack his rivals.",
    "Norway and Chad signed 14 agreements on farming.",
    "Norway and Chad signed a memorandum of understanding on farming.",
    "Otto Berg rejected a move to Turin.",
    "The shipyard turned down an order from Oslo.",
    "The airline in Oslo reversed an increase in fares.",
    "The referee reversed the decision after a review.",
    "The shipyard reversed its order for steel.",
    "The agency gave approval for the drug to be sold in Chile.",
    "The league gave Chad permission to play at home.",
    "The regulator gave the mill approval to sell the syrup.",
    "Turin agreed a contract with Otto Berg.",
    "The mill is seeking an exit from Chad.",
    "The singer Ann Lind withdrew the suit.",
    "The airline allowed passengers two weeks to claim a refund.",
    "Otto Berg wants to see the deal.",
    # what is only wished, or the law's own business
    "Slums must be avoided, the bank said.",
    "Noise should be prevented, the mayor of Oslo said.",
    "Owls must be protected, the commission in Turin said.",
    "Chad ordered the banker to appear at the court for a hearing.",
    "Norway's government ordered an inquiry into the bank.",
]


@pytest.mark.parametrize("text", NONE)
def test_ordinary_news_gives_no_moves(rules_of, text):
    assert rules_of(text).moves == ()


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
        "Candidate Maria Lopez promised to cut taxes for families in Chile.",
        "Lawmakers in Peru proposed tougher penalties for drunk driving.",
        "The board in Oslo approved a plan to split the company in two.",
        "The company in Turin said it would close three plants.",
        "The president ordered top officials to guard the embassy in Peru.",
        "The letters demanded attention in Norway.",
        "The agreement signed by Chad, Libya and Sudan opened the way for trade.",
        "A spokesman stopped short of saying Iran had agreed to attend the talks.",
        "Without saying whether Oman had rejected the ultimatum, the agency reported a delay.",
        "Sanctions would return if Cuba broke its word, a person familiar with the deal said.",
        "Togo and Benin signed 12 agreements and memorandums on farming.",
        "The minister in Oslo rejected the idea that she had lied.",
        "Donald Trump announced a ceasefire between Chad and Sudan.",
        "The party in Lima boycotted the vote in June.",
        "Ivory Coast's president is seeking a second term.",
        "The bureau ordered the former premier of Chad to appear for questioning.",
        "Peru's government ordered an investigation into the bank.",
    ],
)
def test_look_alikes_are_no_moves(record_of, rules_of, text):
    assert rules_of(text).moves == ()
    assert record_of(text).moves == ()


ONLY = [
    ("Peru vetoed a text demanding an inquiry in Chad.", "refusal"),
    ("Kenya said it would not block the loan to Chad.", "concession"),
    ("Turkey would no longer oppose Norway's entry into NATO, it said.", "concession"),
    ("Hungary said it would no longer block the sanctions.", "concession"),
    ("Norway signed the Oslo accords with Chad.", "acceptance"),
    ("Peru will sign a treaty with Chile on Monday.", "acceptance"),
    ("Norway agreed a deal with Chad on fish.", "acceptance"),
    ("Kenya agreed to a summit to discuss tariffs.", "acceptance"),
    ("The airline agreed to an offer to raise pay.", "acceptance"),
    ("Mali announced the withdrawal of its soldiers from Chad.", "promise"),
    ("Peru announced a pause in its raids on Chile.", "promise"),
    ("Sudan's army declared a truce in Darfur.", "promise"),
    ("Norway declared a two-day truce in Chad.", "promise"),
    ("Kenya warned Oman of a harsh response.", "threat"),
    ("The dockers' union agreed terms with the port.", "acceptance"),
    ("Mexico said it would not retaliate against Peru's tariffs.", "promise"),
    ("Peru reversed a decision to expel Chile's envoy.", "concession"),
    ("Labour unions said they would skip the meeting.", "refusal"),
    ("Rebels in Chad wrote to the UN demanding a safe road.", "demand"),
    ("Miners blocked a highway demanding back pay from the firm.", "demand"),
    ("Chad told Kenya to attend the hearing.", "demand"),
    ("Kenya gave Chad a deadline after the talks to open the road.", "demand"),
    ("Israel gave residents until noon to leave the city.", "demand"),
    ("Kenya ordered Chad to leave the camp or face sanctions.", "demand"),
    ("Norway said intervention in Chad must be avoided.", "demand"),
]


@pytest.mark.parametrize(("text", "kind"), ONLY)
def test_it_is_one_move_and_no_other(rules_of, text, kind):
    assert [m.kind for m in rules_of(text).moves] == [kind]


def test_what_is_agreed_to_keeps_what_it_is_to_do(rules_of):
    texts = [
        "Kenya agreed to a summit to discuss tariffs.",
        "The airline agreed to an offer to raise pay.",
        "Norway agreed a deal to sell its shares in the port.",
        "Chad and Niger agreed to a truce to end the raids.",
    ]
    assert [rules_of(text).moves[0].terms[0].text for text in texts] == [
        "a summit to discuss tariffs",
        "raise pay",
        "a deal to sell its shares in the port",
        "a truce",
    ]


def test_time_that_is_allowed_dates_the_demand(rules_of):
    record = rules_of("Chad allowed the engineers until 3 May to leave the mine.")
    assert [(m.kind, m.deadline.date) for m in record.moves] == [("demand", "2031-05-03")]
