"""The closed word lists the rules of this room rest on: offices, roles, honorifics, verbs.

Lists of the language, not of the world: whoever holds an office, and what a place is the seat
of, stands in the knowledge tables.
"""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of ``text``, as a set."""
    return frozenset(text.split())


HONORIFICS: dict[str, str | None] = {
    "mr": "m", "mr.": "m", "mister": "m", "sir": "m", "lord": "m", "mrs": "f", "mrs.": "f",
    "ms": "f", "ms.": "f", "miss": "f", "lady": "f", "dame": "f", "madame": "f", "baroness": "f",
    "dr": None, "dr.": None, "prof": None, "prof.": None, "rev.": None, "reverend": None,
    "hon.": None, "monsieur": "m", "baron": "m", "sheikh": "m", "sheik": "m", "imam": "m",
    "mullah": "m", "ayatollah": "m", "rabbi": None, "saint": None, "comrade": None, "shri": "m",
    "majesty": None, "highness": None, "excellency": None, "holiness": None, "eminence": None,
}  # fmt: skip
"""Words before a name that are no office, with the gender they tell."""

HONOURED = word_set("majesty highness excellency holiness eminence honour honor grace")
"""Nouns of honour whose possessive is part of them: Her Royal Highness."""

TITLE_PHRASES: tuple[str, ...] = (
    "prime minister", "secretary of state", "secretary general", "secretary - general",
    "vice president", "vice chairman", "vice chancellor", "attorney general", "chief of staff",
    "chief executive", "chief executive officer", "director general", "director - general",
    "supreme leader", "first lady", "crown prince", "crown princess", "general secretary",
    "second lady",
    "press secretary", "national security adviser", "national security advisor",
    "chief justice", "solicitor general", "surgeon general", "high representative",
    "commander in chief", "commander - in - chief", "head of state", "head of government",
    "majority leader", "minority leader", "majority whip", "minority whip", "house speaker",
    "party leader", "first minister", "special envoy", "special representative",
    "charge d'affaires", "top diplomat", "chief diplomat", "grand ayatollah",
    "deputy chief of staff",
    "governor general", "governor - general", "inspector general", "first secretary",
    "chief negotiator",
    "police chief", "army chief", "communications director", "campaign manager", "spy chief",
    "home secretary", "foreign secretary", "chancellor of the exchequer", "secretary of defense",
    "secretary of defence", "secretary of war", "secretary of the treasury", "opposition leader",
    "speaker of the house", "joint chiefs chairman", "postmaster general", "district attorney",
)  # fmt: skip
"""Offices of several words, as tokens in lower case."""

TITLES: frozenset[str] = word_set(
    """president premier chancellor minister secretary ambassador envoy spokesman spokeswoman
    spokesperson senator sen. sen rep. rep congressman congresswoman representative governor gov.
    gov mayor king queen prince princess emperor emir sultan pope director commissioner chairman
    chairwoman chair chairperson chief head leader general gen. gen admiral adm. marshal colonel
    col. col major maj. maj captain capt. capt lieutenant lt. lt sergeant sgt. sgt commander
    adviser advisor speaker judge justice prosecutor attorney lawmaker diplomat negotiator
    professor archbishop bishop cardinal ayatollah taoiseach tsar czar councillor councilman
    councilwoman deputy undersecretary ceo cfo coo founder co-founder strategist pollster analyst
    economist candidate nominee strongman dictator ruler warlord monarch mp mep delegate counsel
    treasurer whip coordinator administrator superintendent sheriff comptroller assemblyman
    assemblywoman rapporteur hopeful lawyer veep potus boss"""
)
"""One-word offices and posts that stand before or beside a name."""

SUFFIXES_OF_TITLES = frozenset({"elect", "designate"})
"""What follows a title of which the office has not begun."""

ROLE_ONLY: frozenset[str] = word_set(
    """analyst economist strategist pollster candidate nominee hopeful lawyer professor diplomat
    lawmaker strongman warlord founder co-founder"""
)
"""Of those, the ones that describe a person without naming an office somebody holds."""

TITLE_ABBREVIATIONS: dict[str, str] = {
    "sen.": "Senator", "sen": "Senator", "rep.": "Representative", "rep": "Representative",
    "gov.": "Governor", "gov": "Governor", "gen.": "General", "gen": "General",
    "adm.": "Admiral", "col.": "Colonel", "col": "Colonel", "maj.": "Major", "capt.": "Captain",
    "lt.": "Lieutenant", "sgt.": "Sergeant", "ceo": "Chief Executive Officer",
    "cfo": "Chief Financial Officer", "coo": "Chief Operating Officer", "veep": "Vice President",
    "potus": "President", "mp": "Member of Parliament", "mep": "Member of the European Parliament",
}  # fmt: skip

TITLE_MODIFIERS: frozenset[str] = word_set(
    """deputy vice acting interim caretaker assistant associate first senior chief principal lead
    top foreign defense defence finance interior home justice trade treasury health education
    energy transport transportation economy economic labor labour agriculture environment culture
    state security national prime special presidential parliamentary congressional military
    army navy air force police intelligence press communications policy political campaign
    house senate cabinet party opposition majority minority supreme general executive permanent
    crown grand lead joint under european federal regional provincial prime ministerial economics
    commerce homeland veterans housing budget climate development information science technology
    digital oil petroleum water tourism sports immigration migration integration external internal
    affairs relations nuclear peace chief legal government ministry delegation
    humanitarian shadow floor"""
)
"""Words that belong to an office when they stand between a state and a title."""

TIME_MODIFIERS: dict[str, str] = {
    "former": "former", "ex": "former", "then": "former", "ousted": "former", "late": "former",
    "deposed": "former", "onetime": "former", "one-time": "former", "erstwhile": "former",
    "past": "former", "retired": "former", "ex-": "former", "previous": "former",
    "outgoing": "current", "incumbent": "current", "current": "current", "sitting": "current",
    "incoming": "future", "designate": "future", "elect": "future", "future": "future",
    "newly": "current", "new": "current", "longtime": "current", "embattled": "current",
    "prospective": "future",
}  # fmt: skip
"""Words that say whether an office is held, with what they claim."""

MALE = word_set(
    """man boy king prince husband father son brother spokesman chairman congressman businessman
    policeman gunman emperor emir sultan pope councilman assemblyman statesman strongman widower
    gentleman uncle grandfather nephew salesman fisherman serviceman tsar czar clergyman"""
)
FEMALE = word_set(
    """woman girl queen princess wife mother daughter sister spokeswoman chairwoman congresswoman
    businesswoman policewoman actress councilwoman assemblywoman stateswoman widow waitress aunt
    grandmother niece lady servicewoman empress"""
)

PERSON_NOUNS: frozenset[str] = (
    TITLES
    | MALE
    | FEMALE
    | word_set(
        """official officer person minister aide source insider expert activist journalist reporter
    correspondent columnist author writer editor historian scholar researcher scientist doctor
    physician nurse teacher student resident witness victim survivor suspect defendant
    plaintiff prosecutor investigator detective agent soldier troop fighter militant rebel
    insurgent commander guard driver pilot worker employee employer executive manager owner
    investor banker trader farmer voter supporter opponent critic rival ally friend colleague
    counterpart predecessor successor neighbor neighbour relative child parent patient
    protester demonstrator organizer organiser leader member veteran immigrant migrant refugee
    citizen national negotiator mediator observer monitor inspector politician lawmaker
    legislator congressperson billionaire millionaire entrepreneur celebrity actor singer
    artist athlete player coach priest pastor cleric imam rabbi bishop monk nun hacker
    whistleblower spy dissident defector exile prisoner inmate hostage captive bodyguard
    technocrat statesman participant delegate envoy emissary bureaucrat mandarin academic
    campaigner advocate attorney solicitor barrister clerk secretary assistant deputy
    interpreter translator eyewitness passenger customer client user reader viewer listener
    speaker host guest moderator panelist panellist commentator pundit staffer intern graduate
    mayor conservative liberal republican democrat progressive socialist communist nationalist
    moderate centrist teenager adult senior man individual skeptic sceptic optimist"""
    )
)
"""Nouns for people: what can speak, be adviser to somebody, or be ``he`` or ``she``."""

BODY_NOUNS: frozenset[str] = word_set(
    """government administration ministry department agency office embassy mission delegation
    parliament congress senate house cabinet council committee commission court tribunal party
    coalition alliance bloc union organisation organization institution body bank fund company
    firm group corporation network newspaper paper magazine outlet broadcaster channel station
    website team campaign presidency premiership monarchy palace army navy military force police
    militia movement regime junta authority bureau service panel board federation association
    foundation university institute think-tank center centre ngo charity watchdog regulator
    court's press media public opposition side state country nation"""
)
"""Nouns for bodies that speak and act as one (``it``)."""

ORGANISATION_WORDS: frozenset[str] = word_set(
    """party ministry council committee commission university institute college school inc inc.
    corp corp. ltd llc co. plc department agency group bank court association federation union
    foundation fund organization organisation center centre society league alliance congress
    senate parliament assembly bureau office service services company corporation news times post
    journal tribune herald network press media radio television tv magazine review church front
    movement army brigade brigades guard corps forces force command police administration
    authority board club coalition confederation consortium conference initiative international
    project trust partners associates holdings industries airlines airways motors laboratory
    laboratories hospital museum embassy delegation mission secretariat tribunal watch project
    forum network campaign chamber exchange reserve treasury academy tank caucus conservatives"""
)
"""Words that make a capitalised name the name of an organisation."""

PARTICLES: frozenset[str] = word_set(
    """von van der den de del della di da dos du la le bin ibn ben al el ul ur zu ter ten y af av
    abu"""
)
"""Lower-case words inside personal names."""

SUFFIXES: frozenset[str] = word_set("jr jr. sr sr. ii iii iv")

FAMILY_NAME_FIRST: frozenset[str] = word_set(
    """kim lee park choi jung kang cho yoon jang lim han shin seo kwon hwang ahn song moon roh bae
    ban ri pak chung xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo
    ma luo liang song zheng xie tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su
    jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren qin mao bo wen tsai tsang chiang
    nguyen tran le pham phan vu vo dang bui do ho ngo truong duong to hun lam ko hau"""
)
"""Family names that come first where the name is printed in East Asian order."""

SHORT_NAMES: dict[str, frozenset[str]] = {
    "william": word_set("bill will billy"), "robert": word_set("bob rob bobby"),
    "richard": word_set("rick dick rich"), "james": word_set("jim jimmy"),
    "joseph": word_set("joe"), "michael": word_set("mike mick"), "thomas": word_set("tom"),
    "charles": word_set("chuck charlie"), "edward": word_set("ed ted eddie"),
    "donald": word_set("don"), "daniel": word_set("dan danny"), "david": word_set("dave"),
    "steven": word_set("steve"), "stephen": word_set("steve"), "christopher": word_set("chris"),
    "matthew": word_set("matt"), "anthony": word_set("tony"), "andrew": word_set("andy drew"),
    "benjamin": word_set("ben bibi"), "samuel": word_set("sam"), "gregory": word_set("greg"),
    "jeffrey": word_set("jeff"), "kenneth": word_set("ken"), "lawrence": word_set("larry"),
    "ronald": word_set("ron"), "timothy": word_set("tim"), "nicholas": word_set("nick"),
    "jonathan": word_set("jon"), "peter": word_set("pete"), "philip": word_set("phil"),
    "raymond": word_set("ray"), "douglas": word_set("doug"), "frederick": word_set("fred"),
    "gerald": word_set("jerry gerry"), "jerome": word_set("jerry jay"), "john": word_set("jack"),
    "elizabeth": word_set("liz beth betsy"), "katherine": word_set("kate kathy"),
    "catherine": word_set("kate cathy"), "susan": word_set("sue"), "deborah": word_set("debbie"),
    "patricia": word_set("pat patty"), "patrick": word_set("pat"), "barbara": word_set("barb"),
    "jennifer": word_set("jen"), "rebecca": word_set("becky"), "margaret": word_set("maggie meg"),
    "alexander": word_set("alex"), "alexandra": word_set("alex"), "theodore": word_set("ted theo"),
    "mitchell": word_set("mitch"), "rudolph": word_set("rudy"), "nathaniel": word_set("nate"),
}  # fmt: skip
"""Given names with the short forms reports print in their place."""

SPEECH_VERBS: frozenset[str] = word_set(
    """say tell add note state claim argue insist warn stress emphasise emphasize explain announce
    declare write tweet ask respond reply acknowledge admit concede confirm deny describe call
    suggest predict promise pledge vow urge demand criticise criticize accuse praise blame testify
    recall report reveal maintain assert contend comment remark observe believe think hope fear
    expect want know feel agree decide propose advocate caution signal indicate complain conclude
    condemn denounce dismiss reject refuse express voice cite quote allege charge joke quip post
    reiterate repeat continue counter clarify estimate forecast"""
)
"""Verbs whose subject speaks, thinks or wants."""

MOTION_VERBS: frozenset[str] = word_set(
    """go travel fly arrive come return head move drive walk march sail visit tour leave depart
    enter reach flee escape land stop stay live reside remain work base bear evacuate deport
    relocate commute migrate deploy send ship transport drive bring take carry extend stretch
    dispatch ride run rush hurry journey pass stand sit lie gather meet convene hold host happen"""
)
PLACE_OBJECT_VERBS: frozenset[str] = word_set(
    """visit leave enter reach tour hit strike shell bomb pound rock capture seize take retake
    liberate storm surround besiege overlook flee encircle evacuate defend cross see bombard
    devastate damage destroy occupy patrol target hold overrun recapture lose circle exit shake
    attack batter flood blanket paralyse paralyze grip explore love know"""
)
"""Verbs whose object, when it is a city, is the place and not who governs from it."""

PLACE_NOUNS: frozenset[str] = word_set(
    """street streets mayor airport suburb suburbs centre center district districts neighborhood
    neighbourhood neighborhoods metro subway square university hospital hospitals residents
    resident museum museums downtown outskirts skyline weather population traffic port station
    hotel hotels theatre theater stadium zoo police cathedral palace river region area areas
    province bridge home homes house apartment building buildings office climate economy landscape
    bars cafes restaurants schools nightlife east west north south"""
)
"""Nouns that a city has as a place."""

LOCATIVES: frozenset[str] = word_set(
    "in at near outside inside around across throughout through via within into onto toward towards"
    " off above below beyond along"
)

MALE_PRONOUNS = word_set("he him his himself")
FEMALE_PRONOUNS = word_set("she her hers herself")
PLURAL_PRONOUNS = word_set("they them their theirs themselves")
NEUTER_PRONOUNS = word_set("it its itself")
FIRST_PRONOUNS = word_set("i me my mine myself")
POSSESSIVES = word_set("his her its their my our your")
REFLEXIVES = word_set("himself herself itself themselves myself")

CALLED = word_set(
    """democrat republican producer reporter correspondent anchor host conservative tory labour
    independent actor actress singer author billionaire analyst economist lawyer lawmaker"""
)
"""Nouns that, printed with a capital before a name, say what somebody is."""

NOT_ACTORS = word_set(
    """brexit obamacare covid covid-19 coronavirus internet constitution watergate brussels-based
    christmas easter thanksgiving ramadan hanukkah bible quran koran act amendment treaty war
    olympics hurricane god"""
)
"""Capitalised words for things and happenings, which the parser takes for persons and bodies."""

SAYING_VERBS = word_set(
    """say announce argue claim warn declare tell ask urge insist demand reject deny accuse sue
    respond pledge vow propose confirm refuse threaten condemn criticise criticize protest"""
)
"""Verbs whose subject, when it is a place, can only be those who govern it."""

GROUPS = word_set(
    """people voter american family parent child youth crowd audience observer analyst public
    police staff personnel military authority european african asian arab westerner muslim christian
    jew catholic evangelical hispanic latino black white woman man worker"""
)
"""Further nouns, singular, whose plural is a group of people."""

RULE = word_set("government administration regime cabinet leadership authorities")
"""Nouns for those who govern a state."""

RANKS = word_set(
    "vice lieutenant deputy assistant under undersecretary crown acting first associate shadow"
)
"""Words that make an office another, lower one: the vice president is not the president."""
