"""The ways in which news tells each kind of move, and every row they give."""

import pytest

WAYS = [
    # demands
    (
        "Egypt's demands for a binding deal on the dam have been ignored.",
        ["demand by EGY: a binding deal on the dam"],
    ),
    ("The ceasefire sought by Qatar would last 60 days.", ["demand by QAT: The ceasefire"]),
    ("Sudan wants the RSF out of Darfur.", ["demand by SDN: the RSF out of Darfur"]),
    ("Iran was told by Turkey to stop arming militias.", ["demand by TUR: stop arming militias"]),
    (
        "Peru is asking for 20% more water from the river.",
        ["demand by PER: 20% more water from the river"],
    ),
    ('"Stop the bombing now," Lebanon said.', ["demand by LBN: Stop the bombing now"]),
    (
        "Chile demanded that Peru withdraw and pay damages.",
        ["demand by CHL: Peru withdraw", "demand by CHL: pay damages"],
    ),
    (
        "Any deal must include the return of the children, Ukraine said.",
        ["demand by UKR: the return of the children"],
    ),
    (
        "France called on Spain to leave and on Italy to pay its debts.",
        ["demand by FRA: leave", "demand by FRA: pay its debts"],
    ),
    ("Egypt warned Ethiopia against filling the dam.", ["demand by EGY: against filling the dam"]),
    (
        "Both sides were urged to free their prisoners by Norway.",
        ["demand by NOR: free their prisoners"],
    ),
    (
        "Among Serbia's demands are an apology and a ban on mining.",
        ["demand by SRB: an apology", "demand by SRB: a ban on mining"],
    ),
    (
        "Chief among Egypt's demands is a schedule for the dam.",
        ["demand by EGY: a schedule for the dam"],
    ),
    (
        "What Chile wants is a new treaty on the river.",
        ["demand by CHL: a new treaty on the river"],
    ),
    (
        "The rebels called for the militias to be disarmed.",
        ["demand by rebels: the militias to be disarmed"],
    ),
    (
        "Peru demanded among other things that Chile withdraw its ships.",
        ["demand by PER: Chile withdraw its ships"],
    ),
    ('"Withdraw the ships," Peru told Chile.', ["demand by PER: Withdraw the ships"]),
    ("Japan demanded an apology from China.", ["demand by JPN: an apology from China"]),
    ("Norway told Russia not to arm the rebels.", ["demand by NOR: not to arm the rebels"]),
    (
        "Sudan has warned against filling the dam before a deal.",
        ["demand by SDN: against filling the dam before a deal"],
    ),
    (
        "India's position is that all border posts should be discussed.",
        ["demand by IND: all border posts should be discussed"],
    ),
    (
        "Nurses in Oslo demanded 11.5 percent more money and a bonus.",
        ["demand by nurses-in-oslo: 11.5 percent more money", "demand by nurses-in-oslo: a bonus"],
    ),
    (
        "Iran rejected a new American offer that sought an end to enrichment.",
        ["refusal by IRN: a new American offer", "demand by USA: an end to enrichment"],
    ),
    # offers
    (
        "Northern Rail made a new offer on Sunday to raise pay by 5 per cent.",
        ["offer by northern-rail: raise pay by 5 per cent"],
    ),
    (
        "Under Egypt's proposal, the fighters would be allowed to leave the city.",
        ["offer by EGY: Under Egypt's proposal, the fighters would be allowed to leave the city"],
    ),
    (
        "Another 300 prisoners will be freed after talks begin, the government of Mali said.",
        ["offer by MLI: Another 300 prisoners will be freed after talks begin"],
    ),
    (
        "A proposal from Qatar would see Hamas free ten hostages.",
        ["offer by QAT: Hamas free ten hostages"],
    ),
    (
        "Turkey rejected a new Greek proposal for talks.",
        ["refusal by TUR: a new Greek proposal for talks", "offer by GRC: talks"],
    ),
    (
        "Peru's offer includes higher wages and an end to night shifts.",
        ["offer by PER: higher wages", "offer by PER: an end to night shifts"],
    ),
    ("Poland raised its offer to 15 percent.", ["offer by POL: 15 percent"]),
    ("Oman said it would be happy to host talks.", ["offer by OMN: host talks"]),
    ("Iran signalled that it could cap enrichment.", ["offer by IRN: it could cap enrichment"]),
    ("Turkey left the door open to talks with Greece.", ["offer by TUR: talks with Greece"]),
    # threats
    (
        "Putin said he was ready to take military action against Georgia.",
        ["threat by putin: take military action against Georgia"],
    ),
    ("The union said it was ready for further strikes.", ["threat by union: further strikes"]),
    (
        "The union said its strikes next week will go ahead.",
        ["threat by union: its strikes next week will go ahead"],
    ),
    (
        "Iran accused Israel of threatening to bomb its refineries.",
        ["threat by ISR: bomb its refineries"],
    ),
    ("Iran vowed revenge for the strike.", ["threat by IRN: revenge for the strike"]),
    (
        "Turkey raised the prospect of closing its border with Syria.",
        ["threat by TUR: closing its border with Syria"],
    ),
    (
        "China reserves the right to use force against Taiwan.",
        ["threat by CHN: use force against Taiwan"],
    ),
    (
        "India would be punished for buying oil, Russia said.",
        ["threat by RUS: punished for buying oil"],
    ),
    (
        "Canada said it would suspend talks with Mexico.",
        ["threat by CAN: suspend talks with Mexico"],
    ),
    (
        "Ethiopia said any attack would be met with force.",
        ["threat by ETH: any attack would be met with force"],
    ),
    ("Egypt said it might call off the summit.", ["threat by EGY: call off the summit"]),
    (
        "Further sanctions will follow if Russia does not free the crew, Norway said.",
        ["threat by NOR: Further sanctions will follow", "demand by NOR: free the crew"],
    ),
    (
        "Any foreign soldiers would be legitimate targets, Iran said.",
        ["threat by IRN: Any foreign soldiers would be legitimate targets"],
    ),
    (
        "If Chile keeps the ship, we would quit the treaty, Peru said.",
        ["threat by PER: quit the treaty"],
    ),
    ("Cabin crew announced a strike for Monday.", ["threat by cabin-crew: a strike for Monday"]),
    (
        "Norway said it would answer krone for krone and respond in kind.",
        ["threat by NOR: respond in kind"],
    ),
    (
        "Gas will stop flowing to Poland on Friday, Gazprom said.",
        ["threat by gazprom: Gas will stop flowing to Poland on Friday"],
    ),
    (
        "Norway and Chile have told Peru they will suspend talks by May.",
        ["threat by NOR: suspend talks by May", "threat by CHL: suspend talks by May"],
    ),
    (
        "The United States would hold back $40 million, Washington said.",
        ["threat by USA: hold back $40 million"],
    ),
    # plain refusals
    (
        '"Our troops are not going anywhere," Iran\'s president said.',
        ["refusal by iran-president: Our troops are not going anywhere"],
    ),
    (
        "Canada offered talks. Mexico said that would not do.",
        ["offer by CAN: talks", "refusal by MEX: that would not do"],
    ),
    (
        "Handing over the ships was not on the cards, Chile said.",
        ["refusal by CHL: Handing over the ships"],
    ),
    (
        "The airline's 4% offer was final, Lufthansa said.",
        ["refusal by lufthansa: The airline's 4% offer"],
    ),
    (
        "Peru replied that it did not take orders from Chile.",
        ["refusal by PER: take orders from Chile"],
    ),
    ('"No treaty, no water," Ethiopia said.', ["refusal by ETH: No treaty, no water"]),
    (
        "Chile offered a truce; Peru turned it down.",
        ["offer by CHL: a truce", "refusal by PER: a truce"],
    ),
    # more offers
    ("In return, Canada was prepared to drop its complaint.", ["offer by CAN: drop its complaint"]),
    (
        "As an olive branch, Iran would let inspectors in, it said.",
        ["offer by IRN: let inspectors in"],
    ),
    ("Mexico said it could go to 40%.", ["offer by MEX: go to 40%"]),
    ("Japan proposed a joint survey with China.", ["offer by JPN: a joint survey with China"]),
    # promises
    (
        "Under the deal, Chile will free the crew and Peru will lift its tariffs.",
        ["promise by CHL: free the crew", "promise by PER: lift its tariffs"],
    ),
    ("Canada said it would lift its tariffs on Mexico.", ["promise by CAN: its tariffs on Mexico"]),
    (
        "Poland guaranteed that the men would not be extradited.",
        ["promise by POL: the men would not be extradited"],
    ),
    # conditions
    (
        "Peru offered to free the men in return for a treaty.",
        ["offer by PER: free the men", "condition by PER: a treaty"],
    ),
    (
        "Talks can begin only once the siege is lifted, Syria said.",
        ["condition by SYR: the siege is lifted"],
    ),
    (
        "Hungary tied its consent to the release of EU funds.",
        ["condition by HUN: the release of EU funds"],
    ),
    ("Hungary made its approval conditional on a vote.", ["condition by HUN: a vote"]),
    (
        "Recognition of the border is a precondition for talks, Serbia said.",
        ["condition by SRB: Recognition of the border"],
    ),
    (
        "Russia's conditions are that Ukraine disarm and cede land.",
        ["condition by RUS: Ukraine disarm", "condition by RUS: cede land"],
    ),
    (
        "Russia made the lifting of sanctions a condition for talks.",
        ["condition by RUS: the lifting of sanctions"],
    ),
    ("Talks depend on a halt to the raids, Sudan said.", ["condition by SDN: a halt to the raids"]),
    (
        "Iran says talks cannot resume unless Turkey frees the crew.",
        ["condition by IRN: Turkey frees the crew"],
    ),
    (
        "Serbia will not sign the pact without a guarantee of gas.",
        ["refusal by SRB: the pact", "condition by SRB: a guarantee of gas"],
    ),
    # refusals
    (
        "Iran is unlikely to bow to the ultimatum, a minister said.",
        ["refusal by IRN: bow to the ultimatum"],
    ),
    (
        '"Not one metre of our land will be handed over," Ukraine said.',
        ["refusal by UKR: Not one metre of our land will be handed over"],
    ),
    ("Egypt saw no point in talks with Ethiopia.", ["refusal by EGY: talks with Ethiopia"]),
    (
        "The rebels' ultimatum would be rejected, Serbia said.",
        ["refusal by SRB: The rebels' ultimatum"],
    ),
    (
        "Rebels set six conditions for talks and Sudan rejected them.",
        ["refusal by SDN: six conditions for talks"],
    ),
    ("Taiwan has no intention of giving way.", ["refusal by TWN: giving way"]),
    ("Ukraine does not intend to give up land.", ["refusal by UKR: give up land"]),
    ("Turkey said no to European peacekeepers.", ["refusal by TUR: European peacekeepers"]),
    ("China called the proposal inadequate.", ["refusal by CHN: the proposal"]),
    ("There will be no talks with rebels, Sudan said.", ["refusal by SDN: no talks with rebels"]),
    ("Turkey opposes Sweden's entry into NATO.", ["refusal by TUR: Sweden's entry into NATO"]),
    (
        "Norway offered a truce on Friday. Serbia rejected it.",
        ["offer by NOR: a truce", "refusal by SRB: a truce"],
    ),
    (
        "China is unwilling to discuss the border with India.",
        ["refusal by CHN: discuss the border with India"],
    ),
    (
        "Poland rejected the Belarusian announcement to close the border.",
        ["refusal by POL: the Belarusian announcement to close the border"],
    ),
    (
        "South Korean President Lee said Seoul would not turn off the broadcasts unless the North "
        "apologised.",
        ["refusal by KOR: turn off the broadcasts", "condition by KOR: the North apologised"],
    ),
    # acceptances and concessions
    (
        "Chad's opposition leader told reporters a new vote was no longer a condition for talks.",
        ["concession by chad-opposition-leader: a new vote"],
    ),
    ("Israel said yes to the Egyptian plan.", ["acceptance by ISR: the Egyptian plan"]),
    (
        "Iran dropped its demand for compensation.",
        ["concession by IRN: its demand for compensation"],
    ),
    ("Hungary withdrew its veto on the loan.", ["concession by HUN: its veto"]),
    ("Serbia no longer insists on a referendum.", ["concession by SRB: a referendum"]),
    ("Canada rescinded the tax after talks broke off.", ["concession by CAN: the tax"]),
    (
        "The union agreed it would not oppose the merger.",
        ["concession by union: it would not oppose the merger"],
    ),
    (
        "Norway reversed a decision to expel the seamen.",
        ["concession by NOR: a decision to expel the seamen"],
    ),
    # truces, permissions, staying away
    (
        "The Karen army declared a two-week ceasefire in the hills.",
        ["promise by karen-army: a two-week ceasefire in the hills"],
    ),
    (
        "President Petro announced a weeklong cease-fire with the ELN.",
        ["promise by gustavo-petro: a weeklong cease-fire with the ELN"],
    ),
    (
        "The militants announced their withdrawal from two towns.",
        ["promise by militants: their withdrawal from two towns"],
    ),
    ("Oman gave the Pentagon permission to use its ports.", ["acceptance by OMN: use its ports"]),
    ("Mali gave approval for the UN to fly in food.", ["acceptance by MLI: fly in food"]),
    ("Jordan did not give permission for the march.", ["refusal by JOR: the march"]),
    (
        "The opposition party said it would boycott the June elections.",
        ["refusal by opposition-party: the June elections"],
    ),
    (
        "Spain and Morocco have agreed a fishing agreement.",
        ["acceptance by ESP: a fishing agreement", "acceptance by MAR: a fishing agreement"],
    ),
    (
        "Chad and Niger agreed to a truce to end the raids.",
        ["acceptance by TCD: a truce", "acceptance by NER: a truce"],
    ),
    # what is told by nouns, participles and plain words
    (
        "Chile rejected every offer made by Peru to share the lake.",
        ["refusal by CHL: every offer", "offer by PER: share the lake"],
    ),
    (
        "Kenya left after the refusal of Uganda to open the bridge.",
        ["refusal by UGA: open the bridge"],
    ),
    (
        "Students staged a protest demanding that officials free a friend.",
        ["demand by students: officials free a friend"],
    ),
    (
        "France says the sale of the ships must be stopped.",
        ["demand by FRA: the sale of the ships must be stopped"],
    ),
    (
        "Georgia rejected the possibility of a Russian intervention.",
        ["refusal by GEO: the possibility of a Russian intervention"],
    ),
    (
        "Niger is under pressure from the EU to free its president.",
        ["demand by european-union: free its president"],
    ),
    ("The US warned Iran of severe consequences.", ["threat by USA: severe consequences"]),
    ("Spain told Chile there will be no deal if the tax stays.", ["threat by ESP: no deal"]),
    (
        "Guards took the demands by men in the south of the camp for a vote.",
        ["demand by men-in-the-south-of-the-camp: a vote"],
    ),
    (
        "Peru refused to respond to a request from Chile to talk.",
        ["refusal by PER: respond to a request from Chile to talk", "demand by CHL: talk"],
    ),
    (
        "Spain issued a warning to Chile that there will be no deal if the tax stays.",
        ["threat by ESP: there will be no deal"],
    ),
    (
        "The EU wants to see an end to the raids on Chad.",
        ["demand by european-union: an end to the raids on Chad"],
    ),
    ("Ghana said it will not attack the convoy.", ["promise by GHA: not attack the convoy"]),
]


@pytest.mark.parametrize(("text", "rows"), WAYS)
def test_way_of_telling(rules_of, text, rows):
    found = [
        f"{m.kind} by {m.party.split('/')[-1]}: {m.terms[0].text}" for m in rules_of(text).moves
    ]
    assert sorted(found) == sorted(rows)
