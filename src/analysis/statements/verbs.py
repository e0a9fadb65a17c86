"""Verbs that tell a view or give a command without any cue of saying beside them.

A sentence without a cue is read only where one of these stands in it.
"""

from analysis.statements.lexicon import with_s
from analysis.statements.words import as_set

__all__ = [
    "ALSO_NOUNS",
    "ASSERTING",
    "COMMANDS",
    "PLANNED",
    "PLURALS",
    "PRESENT",
    "STATING",
    "STATIVE",
]

PRESENT = as_set("is are am 're 'm 's has have does do remains remain")
# Verbs that state how things are, not what happened.
STATIVE = as_set(
    "abound advance affect appear apply bear become begin belong benefit bind breed bring build "
    "burden buy carry cause challenge come compel concern confront connect constitute cost "
    "count create deepen define demand deny depend deserve determine divide drive embody "
    "empower enable enhance enrich ensure entail erode exceed exist expand expect extend face "
    "fail fall feed feel fight flow fuel generate give go grow guarantee guide hang happen help "
    "hinge hold hope imply improve increase inspire intensify invite involve keep know lack "
    "lead learn leave lie linger live loom lose love make matter mean mirror need oblige "
    "offer open outpace outweigh owe pay perish persist play pose possess prevail promote "
    "prosper protect prove provide punish put raise reach reap recognise recognize remain "
    "remind represent require resolve respect reward rise risk run save seem send serve shape "
    "share solve spread stand start stem stop strengthen stretch strike succeed suffer suffice "
    "suit support sustain take teach tend threaten thrive tie transcend turn underestimate "
    "underpin understand unite urge value vary warrant weaken weigh win work worsen yield"
)
STATING = frozenset(with_s(verb) for verb in STATIVE)
MODALS = as_set("will would can cannot could may might shall must should ought 'll 'd won")
ASSERTING = STATIVE | STATING | PRESENT | MODALS
PLURALS = as_set("people men women children they nations who you")
# Commands that are nouns or adjectives as well, at the beginning of a sentence.
ALSO_NOUNS = as_set(
    "act ban be break close demand end face fear fight free halt have help hold honour lead lift "
    "live look love lower march move open pass pay protest rally reform release remain repeal "
    "rescue respect secure show sign spread stand stop support treat trust try turn use vote wait "
    "walk watch work yield"
)
# What a bare verb at the beginning of a sentence can command.
COMMANDS = ALSO_NOUNS | as_set(
    "abandon accept admit adopt allow apply approve arise arm ask avoid bear beat become begin "
    "believe bring build bury cancel carry cast cease choose come condemn confront consider "
    "continue defend deliver do embrace emulate enforce engage ensure enter erase establish "
    "expose finish follow forget forgive fulfil gather get give go grant grow heed ignore imagine "
    "implement insist invest join keep lay learn leave let listen maintain make may never obey "
    "pray prepare protect prove provide pull punish put ratify reach rebuild recall reduce refrain "
    "refuse reject remember remove reopen resist restore rise sabotage save say send serve shun "
    "speak stay strengthen strive submit surrender take tell think throw unite uphold wake "
    "withdraw write"
)
# What an item of a list of plans begins with, in its bare form.
ITEMS = as_set(
    "accelerate advance assess broaden combat commit complete conduct convene coordinate deepen "
    "design develop dismantle encourage equip exchange extend finance foster fund further "
    "harness identify increase integrate intensify launch leverage mobilise mobilize modernise "
    "modernize monitor negotiate optimise optimize pilot prevent prioritise prioritize promote "
    "publish pursue recruit review scale simplify streamline study tackle target train "
    "transform update upgrade"
)
PLANNED = COMMANDS | STATIVE | ITEMS
