"""Words of happenings and the PLOVER type and mode they speak for, by themselves.

Types and modes are those of the PLOVER manual (Open Event Data Alliance); ``TYPE`` or
``TYPE.mode``. What a sentence makes of a word is decided elsewhere: by what governs it
(``triggers``) and by the trained table (``kinds``).
"""

from __future__ import annotations

from functools import cache

from onrecord.resolve.lexicon import word_set

_VERBS = {
    "AGREE": "agree consent volunteer offer promise pledge vow undertake commit",
    "CONSULT": """consult confer negotiate discuss
        mediate talk converse meet host receive attend speak_to speak_with""",
    "CONSULT.visit": "visit tour",
    "CONSULT.phone": "phone telephone",
    "SUPPORT": """support endorse praise welcome defend back commend applaud hail congratulate
        recognize recognise ratify apologize apologise thank forgive befriend respect salute laud
        honor honour champion normalise normalize approve""",
    "COOPERATE": "cooperate collaborate share extradite ally partner coordinate co-operate",
    "AID": """aid assist help donate give provide supply finance fund lend grant equip subsidize
        subsidise contribute evacuate shelter feed rescue train arm deliver send award""",
    "CONCEDE": """accept call_off concede yield relent allow permit
        authorize authorise let ease
        pardon amnesty reinstate backtrack capitulate compromise accede legalise legalize
        repeal lift relax abolish scrap""",
    "RETREAT.release": "release free liberate repatriate parole",
    "RETREAT.withdraw": "withdraw retreat pull_out evacuate",
    "RETREAT": "surrender lay_down disarm demobilize demobilise compensate",
    "RETREAT.return": "return hand_over",
    "RETREAT.resign": "resign step_down quit abdicate",
    "REQUEST": """demand urge request ask appeal call_for call_on call_upon implore plead beg
        propose advocate press pressure seek order summon push beseech solicit
        petition exhort instruct entreat""",
    "ACCUSE": """accuse blame condemn denounce criticize criticise decry deplore fault rebuke
        chide chastise slam blast lambast lambaste assail censure impugn deride ridicule mock
        complain disapprove protest_at castigate berate admonish reprimand upbraid dispute refute
        question challenge decry lament scold""",
    "ACCUSE.allege": "allege charge indict sue impeach prosecute",
    "ACCUSE.investigate": """investigate probe audit scrutinise scrutinize interrogate inspect
        search""",
    "REJECT": """reject refuse decline veto rebuff spurn oppose dismiss deny renege defy ignore
        resist scorn disobey rule_out turn_down snub balk cancel shun""",
    "THREATEN": "threaten warn caution menace",
    "PROTEST": "protest demonstrate rally march picket",
    "PROTEST.riot": "riot clash_with",
    "PROTEST.boycott": "boycott",
    "PROTEST.strike": "walk_out",
    "SANCTION": "sanction suspend freeze halt curtail downgrade sever cut reduce withhold",
    "SANCTION.expel": "expel oust",
    "SANCTION.withdraw": "recall",
    "SANCTION.discontinue": "discontinue terminate break_off",
    "MOBILIZE": "mobilize mobilise deploy muster amass mass reinforce beef_up redeploy patrol",
    "COERCE.arrest": "arrest detain jail imprison apprehend incarcerate round_up convict sentence",
    "COERCE.ban": "ban outlaw prohibit forbid bar block proscribe disperse",
    "COERCE.deport": "deport banish exile evict displace",
    "COERCE.seize": "confiscate expropriate impound commandeer demolish raid",
    "COERCE.censor": "censor silence gag",
    "COERCE.cyber": "hack",
    "COERCE": "coerce force repress intimidate persecute subjugate crack_down harass compel",
    "ASSAULT": """attack assault kill murder strike hit storm ambush invade raid wound injure fight
        battle besiege blockade overrun overthrow slay massacre harm molest occupy retake
        capture conquer seize annex torch ravage clash violate stab""",
    "ASSAULT.aerial": "bomb bombard strafe pound",
    "ASSAULT.heavy-weapons": "shell",
    "ASSAULT.firearms": "shoot gun_down fire_on open_fire",
    "ASSAULT.explosives": "blow_up detonate",
    "ASSAULT.abduct": "abduct kidnap",
    "ASSAULT.torture": "torture",
    "ASSAULT.beat": "beat maul",
    "ASSAULT.sexual": "rape",
    "ASSAULT.execute": "execute behead hang",
    "ASSAULT.assassinate": "assassinate poison",
    "ASSAULT.destroy": "destroy raze",
    "ASSAULT.cleansing": "exterminate",
    "ASSAULT.crowd-control": "teargas",
}

_NOUNS = {
    "AGREE": """agreement accord deal pact treaty declaration memorandum promise pledge offer
        consensus communique communiqué readiness willingness commitment""",
    "CONSULT": """talk meeting summit negotiation consultation dialogue discussion conversation
        mediation conference parley forum encounter""",
    "CONSULT.visit": "visit trip tour",
    "CONSULT.phone": "phone_call",
    "SUPPORT": """support praise endorsement backing recognition apology congratulation solidarity
        tie relation""",
    "COOPERATE": "cooperation collaboration coordination exercise drill extradition evidence",
    "AID": "aid assistance relief loan donation help grant asylum refuge shelter",
    "CONCEDE": "concession amnesty pardon permission clemency",
    "RETREAT.release": "release",
    "RETREAT.withdraw": "withdrawal retreat pullout",
    "RETREAT.ceasefire": "ceasefire cease-fire truce armistice",
    "RETREAT": "surrender",
    "RETREAT.resign": "resignation",
    "REQUEST": "demand request appeal plea petition",
    "ACCUSE": "criticism condemnation accusation complaint denunciation rebuke",
    "ACCUSE.allege": "charge allegation lawsuit indictment impeachment suit",
    "ACCUSE.investigate": "investigation probe inquiry audit inquest",
    "REJECT": "rejection refusal veto",
    "THREATEN": "threat warning ultimatum deadline",
    "PROTEST": "protest demonstration rally march sit-in",
    "PROTEST.strike": "walkout",
    "PROTEST.riot": "riot",
    "PROTEST.boycott": "boycott",
    "SANCTION": "sanction embargo tariff suspension",
    "SANCTION.expel": "expulsion",
    "MOBILIZE": "mobilization mobilisation deployment buildup alert",
    "COERCE": "crackdown repression coercion emergency siege",
    "COERCE.arrest": "arrest detention warrant",
    "COERCE.cyber": "cyberattack hack warfare",
    "COERCE.curfew": "curfew",
    "COERCE.ban": "ban restriction",
    "COERCE.martial-law": "martial_law",
    "ASSAULT": """attack assault strike offensive raid invasion killing massacre fight ambush
        clash violence blockade airstrike bombardment bombing shelling bomb operation push war""",
    "ASSAULT.aerial": "airstrike",
    "ASSAULT.abduct": "abduction kidnapping",
    "ASSAULT.torture": "torture",
    "ASSAULT.assassinate": "assassination",
}

LIGHT = word_set(
    """hold launch carry conduct stage have make give take undertake issue mount impose declare
    announce begin start open express voice sign reach conclude file lodge bring lead wage order
    commit perform perpetrate deliver initiate resume continue convene chair attend join host set
    place put send step provide offer extend deal renew reiterate repeat reaffirm pledge win receive
    draw lay use face enter strike arrange organize organise plan establish commence intensify
    pronounce call proclaim prolong enforce publish level present register pay complete end
    co-host pass adopt go upgrade strengthen restore build develop remain
    perform"""
)
"""Verbs that leave what happens to their object: held talks, launched an attack, imposed a ban."""

LIFTING = word_set(
    """lift ease end remove relax rescind revoke repeal drop scrap cancel loosen waive reverse
    abandon roll reduce lower"""
)
HINDRANCES = word_set(
    """sanction ban restriction embargo blockade siege curfew boycott emergency tariff probe
    investigation martial_law law charge visa limit moratorium strike hold"""
)
"""To lift one of these is to concede."""

ENDING = word_set("end cease stop halt suspend terminate")
HOSTILITIES = word_set(
    "war fighting hostility bombing bombardment shelling offensive occupation combat"
)
"""To end one of these is to retreat: "or otherwise ending active conflicts" (PLOVER manual)."""

MEASURES = word_set(
    """bill nomination nominee legislation measure resolution amendment appointment motion law
    proposal"""
)
"""What is blocked by a vote: refused, not forbidden."""

PROPERTY = word_set(
    """property asset record document email computer phone laptop passport drug cash money good
    shipment cargo account fund evidence equipment file paper gold vehicle"""
)
"""What is seized by law, not by force of arms."""

DANGER = word_set("pose present be constitute represent remain face become see")
"""With "threat" or "warning": what is a danger, which nobody has threatened."""

JOINING = word_set("attend join host chair convene co-host")
"""Light only with what one takes part in: "attended talks", not "attended a relief effort"."""

MEASURED = word_set(
    """series number round wave spate string set lot host couple dozen hundred thousand act form
    kind type sort day week month year hour start beginning end part session letter message
    statement word expression declaration campaign flurry barrage volley state period programme
    program package pledge offer majority list"""
)
"""Nouns that leave the happening to what their "of" names: "a series of raids"."""

STATES_OF = word_set("war violence")
"""What goes on for long: background, unless it breaks out."""

BREAKING_OUT = word_set(
    "erupt break flare begin start resume escalate intensify continue rage spread"
)
"""Verbs whose subject is war or violence that happens."""

ARMS = word_set(
    """missile rocket weapon bomb warhead gas ballistic nuclear atomic hydrogen chemical biological
    force"""
)
"""What is tested and launched, which is to mobilise; used on somebody, which is to assault."""

STRENGTHENING = word_set("strengthen reinforce boost mass amass")
TROOPS = word_set("troop force army garrison soldier")

TESTED = word_set("launch test")
TESTING = word_set("test test-fire launch")
PICTURED = word_set("photo photograph video camera picture film footage tape image")
"""What captures nobody."""

OF_WORK = word_set(
    """general nationwide national wildcat sit-down rail transport teacher worker miner doctor nurse
    pilot driver public-sector hour one-day two-day indefinite labor labour wage"""
)
"""What makes a strike one of work."""

VIOLABLE = word_set("ceasefire cease-fire truce armistice airspace border")
MUTUAL = word_set("agree meet talk sign cooperate negotiate")
"""Verbs whose joined subjects act on each other before anybody else."""

CUTTING = word_set(
    """suspend cut halt reduce freeze stop end cancel sever break slash curtail downgrade
    discontinue terminate withhold"""
)
BONDS = word_set(
    """aid assistance tie relation cooperation talk negotiation visit contact trade funding
    mediation effort support donation shipment supply delivery program programme loan
    link meeting flight"""
)
"""To cut one of these is to sanction."""

MEANS = word_set(
    """troop soldier peacekeeper team expert force officer inspector warplane jet plane ship
    personnel observer aid million billion dollar euro equipment weapon unit contingent
    convoy tank group
    diplomat mission delegation envoy ambassador staff"""
)
"""What is sent, withdrawn or given: not those to whom it is sent."""

SENDING = word_set(
    """send deploy withdraw dispatch provide give deliver contribute move bring pull supply lend
    award donate offer recall reduce suspend cut halt end remove fly ship return hand
    mobilize mobilise"""
)
EFFORTS = word_set("effort process bid mission round session campaign initiative")
"""Heads that leave the meaning to their modifier: a mediation effort, a protest campaign."""

SHARED = word_set("evidence information intelligence data expertise technology experience burden")
FORCEFUL = word_set("military offensive ground special security combat naval air covert raid")
"""What makes an operation an assault."""

STANDING = frozenset(("ASSAULT", "CONSULT", "SANCTION", "COERCE", "RETREAT", "PROTEST"))
"""Types whose nouns report a happening without a verb: "the attack on", "talks with"."""

WILLINGNESS = word_set("readiness willingness ready willing prepared eager")
"""What AGREE is defined by ("indicate willingness"): no table overrules them."""

RECEIVING = word_set("receive face draw win get obtain suffer meet")
"""With "from": who is the object of "from" acts, the subject is acted upon."""

RECIPROCAL = frozenset(("AGREE", "CONSULT", "COOPERATE", "SUPPORT"))
"""Types whose joined actors are each other's recipients: "Hungary and Romania agreed"."""

CONFLICT = frozenset(
    ("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
)


@cache
def verbs() -> dict[str, str]:
    """Return ``TYPE`` or ``TYPE.mode`` by verb lemma; ``call_for`` for a verb with a particle."""
    return _by_word(_VERBS)


@cache
def nouns() -> dict[str, str]:
    """Return ``TYPE`` or ``TYPE.mode`` by noun lemma."""
    return _by_word(_NOUNS)


def _by_word(table: dict[str, str]) -> dict[str, str]:
    out: dict[str, str] = {}
    for kind, words in table.items():
        for word in words.split():
            out.setdefault(word, kind)
    return out


def kind_of(label: str) -> tuple[str, str | None]:
    """Split ``TYPE.mode`` into its parts."""
    kind, _, mode = label.partition(".")
    return kind, mode or None
