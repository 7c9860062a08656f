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
    ("Both sides were urged to free their prisoners by Norway.", "demand", "free their prisoners"),
    ("Among Serbia's demands are an apology and a ban on mining.", "demand", "a ban on mining"),
    ("Chief among Egypt's demands is a schedule for the dam.", "demand", "a schedule"),
    ("What Chile wants is a new treaty on the river.", "demand", "a new treaty"),
    ("The rebels called for the militias to be disarmed.", "demand", "the militias to be"),
    ("Peru demanded among other things that Chile withdraw its ships.", "demand", "withdraw its"),
    ('"Withdraw the ships," Peru told Chile.', "demand", "Withdraw the ships"),
    ("Japan demanded an apology from China.", "demand", "an apology"),
    ("Norway told Russia not to arm the rebels.", "demand", "not to arm"),
    ("Sudan has warned against filling the dam before a deal.", "demand", "filling the dam"),
    ("India's position is that all border posts should be discussed.", "demand", "border posts"),
    ("Nurses in Oslo demanded 11.5 percent more money and a bonus.", "demand", "a bonus"),
    (
        "Iran rejected a new American offer that sought an end to enrichment.",
        "demand",
        "an end to enrichment",
    ),
    # offers
    ("Northern Rail made a new offer on Sunday to raise pay by 5 per cent.", "offer", "raise pay"),
    (
        "Under Egypt's proposal, the fighters would be allowed to leave the city.",
        "offer",
        "allowed to leave",
    ),
    (
        "Another 300 prisoners will be freed after talks begin, the government of Mali said.",
        "offer",
        "prisoners will be freed",
    ),
    ("A proposal from Qatar would see Hamas free ten hostages.", "offer", "Hamas free ten"),
    ("Turkey rejected a new Greek proposal for talks.", "offer", "talks"),
    ("Peru's offer includes higher wages and an end to night shifts.", "offer", "higher wages"),
    ("Poland raised its offer to 15 percent.", "offer", "15 percent"),
    ("Oman said it would be happy to host talks.", "offer", "host talks"),
    ("Iran signalled that it could cap enrichment.", "offer", "cap enrichment"),
    ("Turkey left the door open to talks with Greece.", "offer", "talks with Greece"),
    # threats
    ("Putin said he was ready to take military action against Georgia.", "threat", "military"),
    ("The union said it was ready for further strikes.", "threat", "further strikes"),
    ("The union said its strikes next week will go ahead.", "threat", "strikes next week"),
    ("Iran accused Israel of threatening to bomb its refineries.", "threat", "bomb"),
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
    (
        "Further sanctions will follow if Russia does not free the crew, Norway said.",
        "threat",
        "Fur",
    ),
    ("Any foreign soldiers would be legitimate targets, Iran said.", "threat", "foreign soldiers"),
    ("If Chile keeps the ship, we would quit the treaty, Peru said.", "threat", "quit the treaty"),
    ("Cabin crew announced a strike for Monday.", "threat", "a strike"),
    (
        "Norway said it would answer krone for krone and respond in kind.",
        "threat",
        "respond in kind",
    ),
    ("Gas will stop flowing to Poland on Friday, Gazprom said.", "threat", "stop flowing"),
    (
        "Norway and Chile have told Peru they will suspend talks by May.",
        "threat",
        "suspend talks",
    ),
    ("The United States would hold back $40 million, Washington said.", "threat", "hold back $40"),
    # plain refusals
    ('"Our troops are not going anywhere," Iran\'s president said.', "refusal", "not going"),
    ("Canada offered talks. Mexico said that would not do.", "refusal", "that would not do"),
    ("Handing over the ships was not on the cards, Chile said.", "refusal", "Handing over"),
    ("The airline's 4% offer was final, Lufthansa said.", "refusal", "4% offer"),
    ("Peru replied that it did not take orders from Chile.", "refusal", "take orders"),
    ('"No treaty, no water," Ethiopia\'s prime minister said.', "refusal", "No treaty, no water"),
    ("Chile offered a truce; Peru turned it down.", "refusal", "a truce"),
    # more offers
    ("In return, Canada was prepared to drop its complaint.", "offer", "drop its complaint"),
    ("As an olive branch, Iran would let inspectors in, it said.", "offer", "let inspectors in"),
    ("Mexico said it could go to 40%.", "offer", "go to 40%"),
    ("Japan proposed a joint survey with China.", "offer", "joint survey"),
    # promises
    ("Under the deal, Chile will free the crew and Peru will lift its tariffs.", "promise", "lift"),
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
    ("Russia made the lifting of sanctions a condition for talks.", "condition", "the lifting"),
    ("Talks depend on a halt to the raids, Sudan said.", "condition", "a halt to the raids"),
    ("Iran says talks cannot resume unless Turkey frees the crew.", "condition", "Turkey frees"),
    ("Serbia will not sign the pact without a guarantee of gas.", "condition", "a guarantee"),
    # refusals
    ("Iran is unlikely to bow to the ultimatum, a minister said.", "refusal", "bow to the"),
    ('"Not one metre of our land will be handed over," Ukraine said.', "refusal", "Not one metre"),
    ("Egypt saw no point in talks with Ethiopia.", "refusal", "talks with Ethiopia"),
    ("The rebels' ultimatum would be rejected, Serbia said.", "refusal", "ultimatum"),
    ("Rebels set six conditions for talks and Sudan rejected them.", "refusal", "six conditions"),
    ("Taiwan has no intention of giving way.", "refusal", "giving way"),
    ("Ukraine does not intend to give up land.", "refusal", "give up land"),
    ("Turkey said no to European peacekeepers.", "refusal", "European peacekeepers"),
    ("China called the proposal inadequate.", "refusal", "the proposal"),
    ("There will be no talks with rebels, Sudan said.", "refusal", "no talks"),
    ("Turkey opposes Sweden's entry into NATO.", "refusal", "Sweden's entry"),
    ("Norway offered a truce on Friday. Serbia rejected it.", "refusal", "a truce"),
    ("China is unwilling to discuss the border with India.", "refusal", "discuss the border"),
    ("Poland rejected the Belarusian announcement to close the border.", "refusal", "announcement"),
    (
        "South Korean President Lee said Seoul would not turn off the broadcasts unless the North "
        "apologised.",
        "refusal",
        "turn off",
    ),
    # acceptances and concessions
    (
        "Chad's opposition leader told reporters a new vote was no longer a condition for talks.",
        "concession",
        "a new vote",
    ),
    ("Israel said yes to the Egyptian plan.", "acceptance", "the Egyptian plan"),
    ("Iran dropped its demand for compensation.", "concession", "its demand"),
    ("Hungary withdrew its veto on the loan.", "concession", "its veto"),
    ("Serbia no longer insists on a referendum.", "concession", "a referendum"),
    ("Canada rescinded the tax after talks broke off.", "concession", "the tax"),
    ("The union agreed it would not oppose the merger.", "concession", "oppose the merger"),
    ("Norway reversed a decision to expel the seamen.", "concession", "a decision to expel"),
    # truces, permissions, staying away
    ("The Karen army declared a two-week ceasefire in the hills.", "promise", "two-week cease"),
    ("President Petro announced a weeklong cease-fire with the ELN.", "promise", "cease-fire"),
    ("The militants announced their withdrawal from two towns.", "promise", "their withdrawal"),
    ("Oman gave the Pentagon permission to use its ports.", "acceptance", "use its ports"),
    ("Mali gave approval for the UN to fly in food.", "acceptance", "fly in food"),
    ("Jordan did not give permission for the march.", "refusal", "the march"),
    ("The opposition party said it would boycott the June elections.", "refusal", "elections"),
    ("Spain and Morocco have agreed a fishing agreement.", "acceptance", "a fishing agreement"),
    ("Chad and Niger agreed to a truce to end the raids.", "acceptance", "a truce"),
    # what is told by nouns, participles and plain words
    ("Chile rejected every offer made by Peru to share the lake.", "offer", "share the lake"),
    ("Kenya left after the refusal of Uganda to open the bridge.", "refusal", "open the bridge"),
    ("Students staged a protest demanding that officials free a friend.", "demand", "free a"),
    ("France says the sale of the ships must be stopped.", "demand", "must be stopped"),
    ("Georgia rejected the possibility of a Russian intervention.", "refusal", "intervention"),
    ("Niger is under pressure from the EU to free its president.", "demand", "free its"),
    ("The US warned Iran of severe consequences.", "threat", "severe consequences"),
    ("Spain told Chile there will be no deal if the tax stays.", "threat", "no deal"),
    ("Guards took the demands by men in the south of the camp for a vote.", "demand", "a vote"),
    ("Peru refused to respond to a request from Chile to talk.", "refusal", "respond to a"),
    ("Spain issued a warning to Chile that there will be no deal.", "threat", "no deal"),
    ("The EU wants to see an end to the raids on Chad.", "demand", "an end to the raids"),
    ("Ghana said it will not attack the convoy.", "promise", "not attack the convoy"),
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
def test_look_alikes_are_no_moves(record_of, text):
    assert record_of(text).moves == ()


def test_what_residents_are_allowed_on_a_day_is_no_demand(record_of):
    record = record_of("Egypt eased its curfew on election days to allow residents to vote.")
    assert not any(m.kind == "demand" for m in record.moves)


def test_terms_end_where_they_are_called_a_demand(record_of):
    record = record_of("The US said Iran must stop enriching uranium, a demand it has made before.")
    assert [m.terms[0].text for m in record.moves if m.kind == "demand"] == [
        "stop enriching uranium"
    ]


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


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The hauliers demanded a cut in fuel duty.", "unnamed/hauliers"),
        ("The port offered dockers a raise of 5%.", "unnamed/port"),
        (
            "Talks with the hauliers broke down. The hauliers said they would block ports from "
            "Monday unless the duty is scrapped.",
            "unnamed/hauliers",
        ),
    ],
)
def test_a_noun_no_table_knows_is_a_party_where_it_bargains(record_of, text, party):
    record = record_of(text)
    assert {m.party for m in record.moves} == {party}
    assert party in {a.id for a in record.actors}
    assert all(m.actor in {a.id for a in record.actors} for m in record.mentions)


def test_what_a_deal_binds_each_side_to_is_a_promise_of_each(record_of):
    record = record_of(
        "Under the deal, Hamas will free 33 hostages and Israel will withdraw from the corridor."
    )
    assert {(m.party, m.kind) for m in record.moves} == {
        ("armed-group/hamas", "promise"),
        ("state/ISR", "promise"),
    }


def test_both_men_are_a_party_each(record_of):
    record = record_of(
        "President Nicolas Maduro of Venezuela met Guyana's President Irfaan Ali. Both men "
        "promised not to use force."
    )
    assert {m.party for m in record.moves} == {"person/nicolas-maduro", "person/irfaan-ali"}
    assert {m.terms[0].text for m in record.moves} == {"not to use force"}


def test_a_threat_names_whom_it_is_put_to_and_not_its_captives(record_of):
    record = record_of("Iran threatened to try the two sailors if Norway keeps its ban on oil.")
    assert all("sailors" not in a for m in record.moves for a in m.toward if len(m.toward) > 1)
    record = record_of("Hungary offered to release two Serbian drivers to Serbia.")
    (offer,) = record.moves
    assert offer.toward == ("state/SRB",)


def test_terms_end_where_another_act_begins(record_of):
    record = record_of(
        "Rebels gave Nepal a three-day ultimatum to call an election and warned of a blockade."
    )
    demand = next(m for m in record.moves if m.kind == "demand")
    assert demand.terms[0].text == "call an election"


def test_a_list_is_of_whoever_set_the_conditions_before(record_of):
    record = record_of(
        "Rebel commanders in Sudan accepted a truce in principle but set strict conditions for "
        "signing it. Conditions include the full withdrawal of foreign troops and the reopening of "
        "the airport. Other conditions are humanitarian, including the delivery of aid, the "
        "release of jailed miners and teachers, and the return of displaced families."
    )
    conditions = [m for m in record.moves if m.kind == "condition"]
    assert [m.terms[0].text for m in conditions] == [
        "the full withdrawal of foreign troops",
        "the reopening of the airport",
        "the delivery of aid",
        "the release of jailed miners and teachers",
        "the return of displaced families",
    ]
    assert len({m.party for m in conditions}) == 1


def test_his_country_is_that_of_whoever_says_it(record_of):
    record = record_of(
        "Donald Trump called both leaders. Cambodian Prime Minister Hun Manet said on Sunday his "
        "country agreed to halt the shelling."
    )
    assert [m.party for m in record.moves if m.kind == "acceptance"] == ["person/hun-manet"]


def test_a_refusal_names_whose_act_would_end_it(record_of):
    record = record_of(
        "South Korean President Lee said Seoul would not turn off the broadcasts unless North "
        "Korea apologised."
    )
    (refusal,) = [m for m in record.moves if m.kind == "refusal"]
    assert refusal.toward == ("state/PRK",)


def test_what_a_channel_reports_of_a_power_is_an_offer_of_the_power(record_of):
    record = record_of(
        "State television said on Monday that Iran would release two German hikers in exchange "
        "for the return of an oil tanker."
    )
    assert [(m.kind, m.party) for m in record.moves] == [
        ("offer", "state/IRN"),
        ("condition", "state/IRN"),
    ]
