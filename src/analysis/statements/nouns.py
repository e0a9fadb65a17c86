"""Which nouns can speak: people, bodies and documents, as against things.

Only somebody holds a position. A name can; "the minister" and "critics" can; "the document" can
for the body that adopted it; a price, a border or a number cannot, whatever verb follows it.
"""

import re
from collections.abc import Sequence

from analysis.statements import russian
from analysis.statements.words import OWN, as_set, tag_of

__all__ = [
    "BODIES",
    "DOCUMENTS",
    "GROUPS",
    "HONORIFICS",
    "MEASURED",
    "PERSONS",
    "PLANS",
    "SOURCES",
    "THINGS",
    "can_speak",
    "has_office",
    "head_of",
    "kind_of_name",
    "names_somebody",
    "singular",
]

DOCUMENTS = as_set(
    "document declaration statement communique communiqué resolution text treaty agreement "
    "memorandum letter note release message accord charter programme protocol decree bill law "
    "order motion manifesto proposal constitution article convention paper position draft"
)
# What findings come from: these show, suggest and reveal, and say.
SOURCES = as_set(
    "report reports poll polls survey surveys study studies data figures records record "
    "research results review analysis investigation inquiry audit emails email transcript "
    "transcripts video footage documents document statistics evidence findings papers memo "
    "memos files filing lawsuit complaint indictment affidavit article book website page "
    "headline editorial newspaper paper magazine station network broadcaster agency television "
    "radio media press outlet statement statements letter letters history experience assessment "
    "estimate estimates draft source sources account accounts testimony speech post tweet "
    "caption poster sign"
)
GROUPS = as_set(
    "parties leaders countries ministers members states presidents sides delegations "
    "governments nations participants heads officials allies partners signatories "
    "representatives chiefs premiers governors lawmakers organisations organizations bodies two "
    "three four five all both authorities peoples deputies ambassadors envoys commissioners "
    "mediators guarantors republics counterparts principals"
)
BODIES = as_set(
    "organisation organization bloc alliance union council committee commission association "
    "assembly ministry government bank board court agency community group party company "
    "federation league compact pact conference secretariat administration cabinet parliament "
    "senate congress department institute foundation coalition opposition delegation authority "
    "leadership country nation state republic presidency house firm university movement regime "
    "kingdom body society church military army navy embassy campaign team office staff police "
    "force service club meeting"
)
PERSONS = as_set(
    "president minister chancellor premier secretary spokesman spokeswoman spokesperson leader "
    "guard watchdog regulator ombudsman ambassador envoy governor mayor senator king queen "
    "chairman chairwoman chair chief general admiral director official diplomat politician "
    "lawmaker judge prince princess emperor pope bishop archbishop vice-president commissioner "
    "congressman congresswoman representative head deputy aide adviser advisor lawyer attorney "
    "professor doctor author expert analyst candidate nominee witness victim soldier boss "
    "colonel captain commander sheriff speaker rapporteur host"
)
DOCUMENTS |= russian.DOCUMENTS
GROUPS |= russian.GROUPS
BODIES |= russian.BODIES
PERSONS |= russian.PERSONS
HONORIFICS = as_set("mr. mrs. ms. dr. mr mrs ms dr sir lady lord")
# What is measured; that it is high or low is told, not held.
MEASURED = as_set(
    "inflation pressures momentum growth unemployment employment rate rates price "
    "prices yield yields wages output demand exports imports consumption spending credit lending "
    "conditions activity gdp index market markets capacity turnover sales investment earnings "
    "incomes temperature rainfall"
)
# What somebody plans: "these efforts will focus on" is a plan of whoever speaks.
PLANS = as_set(
    "effort efforts initiative initiatives partnership cooperation programme program programmes "
    "programs plan plans agreement dialogue group framework fund project projects mission task "
    "forum network arrangement work talks consultations strategy engagement support assistance "
    "decision decisions actions priorities focus "
    "investment investments collaboration policy administration team teams exercise exercises"
)
OTHERS = as_set(
    "critics people police public world humanity crowd family families majority minority mother "
    "father wife husband son daughter brother sister man woman men women child children friend "
    "friends neighbours neighbors youth youths aides experts analysts witnesses voters "
    "residents sources prosecutors judges troops forces patriots democrats republicans "
    "conservatives liberals socialists communists greens labour tories academics economists "
    "doctors activists students parents villagers campaigners opponents supporters advocates "
    "observers rivals everyone many some few most others none several hundreds thousands "
    "millions half markets investors businesses companies firms unions groups agencies banks "
    "courts councils committees associations churches charities media press journalists "
    "correspondents editors us we mankind citizens americans europeans africans cities towns "
    "communities societies heads elders veterans scientists scholars rebels militants "
    "guerrillas commanders generals delegates attendees guests insiders staffers constituents "
    "taxpayers farmers fishermen relatives clergy laity workers teachers nurses bishops priests "
    "imams rabbis side guild guilds chamber trust crew crews unit squad brigade clan tribe gang "
    "cartel jury hospital college academy bureau counsel aunt uncle cousin niece nephew widow "
    "grandmother grandfather parent spouse partner colleague colleagues nurse teacher priest "
    "journalist columnist activist economist scientist historian engineer engineers veteran pilot "
    "pilots drivers owners tenants passengers tourists locals dockers islanders inhabitants "
    "refugees migrants prisoners hostages survivors protesters demonstrators firefighters "
    "organisers organizers creditors lenders donors"
)
# "People familiar with the matter": the noun is before.
AFTER_NOUN = as_set("familiar close loyal present responsible available eager")
# Words that end like persons and are none, and capitals that name no one.
THINGS = as_set(
    "number order power matter water weather border letter computer factor sector vector error "
    "terror harbour harbor centre center river winter summer character corner chapter danger "
    "answer manner offer minor major tower quarter disaster encounter shelter transfer counter "
    "fewer layer barrier carrier tanker cluster monitor motor mirror humor rumour rumor labor "
    "favour favor behaviour behavior colour color horror honour honor vigour armour armor "
    "corridor per further either rather together ever never after under over another dinner "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december treaty convention charter agreement "
    "act protocol war day year week month summit forum initiative programme program plan fund "
    "project strategy policy framework guarantee fee degree decree guaranty "
    "absentee consist list mist artist's twist exist assist resist christ waist fist checklist "
    "indicator driver buffer trigger filter meter parameter calculator lever "
    "christmas easter internet covid article resolution section"
)
PERSONAL = re.compile(
    r"(?:[a-z]{2,}(?:ers?|ors?|ists?|ians?|eers?|ees))$|(?:men|man|women|woman|people|folk|persons?)$"
)


def singular(word: str) -> str:
    """The singular of a regular plural, without a "co-"; any other word as it is.

    >>> singular("ministries"), singular("co-chairs"), singular("mayor")
    ('ministry', 'chair', 'mayor')
    """
    word = word.removeprefix("co-")
    return word[:-3] + "y" if word.endswith("ies") else word.rstrip("s")


def head_of(lower: list[str], tags: str, first: int, last: int) -> int:
    """The number of the head of a noun phrase: its last noun before a preposition or a mark."""
    head = first
    if last == first + 1:
        return head
    if lower[first] >= "а":  # Russian: what belongs to a noun follows it
        return next((at for at in range(first, last) if lower[at] in russian.SPEAKERS), first)
    for at in range(first, last):
        tag = tags[at]
        if tag in "PWKC,(—" and at > first:
            break
        if tag in "dg" and tags[first:at][-1:] in tuple("nU") and tags[at + 1 : at + 2] in "PDR,":
            break  # "a declaration signed in May", "leaders meeting in Karsten"
        if tag == "n" and at > first and lower[at + 1 : at + 2] == ["by"] and at + 2 < last:
            break  # "reports seen by the court"
        if lower[at] in AFTER_NOUN and at > first:
            break
        if tag in "nUdgR#":
            head = at
    return head


def has_office(lower: list[str], tags: str, first: int, last: int) -> bool:
    """Whether a name follows an office, or "to": a person, whatever stands before the office.

    >>> words = ["lorn", "prime", "minister", "ode"]
    >>> has_office(words, "UUUU", 0, 4), has_office([*words[:3], "council"], "UUUU", 0, 4)
    (True, False)
    """
    at = next((at for at in range(first, last - 1) if lower[at] in PERSONS), None)
    if at is None or tags[at + 1] != "U":
        return at is not None and lower[at + 1] == "to"  # "Lorn's envoy to the Pact"
    return lower[head_of(lower, tags, at, last)] not in NAMELESS


def can_speak(lower: list[str], tags: str, first: int, last: int) -> bool:
    """Whether a noun phrase names somebody who can hold a position.

    >>> can_speak(["the", "deputy", "mayor"], "Dnn", 0, 3), can_speak(["fuel", "price"], "nn", 0, 2)
    (True, False)
    """
    head = head_of(lower, tags, first, last)
    word = lower[head]
    if tags[head] == "R" or word in ("his", "her", "their", "its", "my", "our"):
        return word not in ("it", "them", "him", "itself", "that")
    one = singular(word)
    if word in THINGS or one in MUTE:
        return False
    if word in SPEAKERS or one in SPEAKERS:
        return True
    return tags[head] == "U" or bool(PERSONAL.search(word))


NAMELESS = DOCUMENTS | GROUPS | BODIES | PERSONS  # what ends no person's name
SPEAKERS = DOCUMENTS | SOURCES | GROUPS | BODIES | PERSONS | OTHERS
# These begin sentences in capitals: "History will judge".
ABSTRACT = as_set(
    "history peace war freedom liberty justice truth time life death victory democracy progress "
    "success failure hope fear faith trade growth inflation climate nature technology education "
    "poverty hunger terrorism violence hatred power strength unity diplomacy dialogue "
    "cooperation security stability prosperity money food energy love"
)
MUTE = (THINGS | ABSTRACT) - SPEAKERS
CALLED = SPEAKERS | HONORIFICS


def names_somebody(name: str) -> bool:
    """Whether the words name somebody in particular, with offices and small words beside it or not.

    >>> [names_somebody(name) for name in ("Lornish ministers", "The President", "Orlik told Ruun")]
    [True, False, False]
    """
    particular = False
    for word in name.split():
        lower, tag = tag_of(word)
        lower = lower.strip(".,")
        if (tag in "PDC" and lower not in OWN) or lower in CALLED:
            continue
        if not (tag in "U#" or word[:1].isupper()) or lower in OWN:
            return False
        particular = True
    return particular


def kind_of_name(names: Sequence[str]) -> str:
    """The kind of actor that the words of its names tell; empty where they tell none.

    >>> [kind_of_name([name]) for name in ("President Talvik", "Council of Ports", "Talvik")]
    ['person', 'body', '']
    """
    for name in names:
        words = [word.lower().strip(".,") for word in re.split(r"\s(?:of|for)\s", name)[0].split()]
        for word in (*reversed(words[-1:]), *words):
            for kind, nouns in KINDS.items():
                if word in nouns:
                    return kind
    return ""


KINDS = {"person": PERSONS | HONORIFICS, "group": GROUPS, "body": BODIES, "treaty": DOCUMENTS}
