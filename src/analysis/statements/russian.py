"""The forms of Russian cues, and the nouns for those who speak.

A cue is named as a dictionary does (``осудить``, ``озабоченность``, ``готов``) and found in the
forms that state something: past and present, not the participle ("осуждённый") or the noun made
of a verb ("осуждение"), which tell of a thing. Endings are added by rule; a form that no rule
makes ("призовёт") is written out in cues.csv as it stands.
"""

import re
from collections.abc import Iterator

from analysis.statements.words import as_set
from analysis.text.words import RUSSIAN_MONTHS

__all__ = ["BODIES", "DATED", "DOCUMENTS", "GROUPS", "INFINITIVE", "PERSONS", "SPEAKERS", "inflect"]

# In -ить and yet in the present: of the others this form is the future ("осудит").
PRESENT_IN_IT = as_set(
    "говорить исходить просить ценить стремиться благодарить гордиться дорожить твердить строить "
    "хвалить верить судить грозить"
)
INFINITIVE = re.compile("(?:[аеиоуыюя]ть|сти)(?:ся)?$")
# Singular of the noun, and what stands for its last letters in the other cases.
DECLENSIONS = (
    ("ость", ("ости", "остью")),
    ("ие", ("ия", "ию", "ием", "ии")),
    ("ье", ("ья", "ью", "ьем")),
    ("ка", ("ки", "ку", "кой", "ке")),
    ("га", ("ги", "гу", "гой", "ге")),
    ("а", ("ы", "у", "ой", "е")),
    ("", ("а", "у", "ом", "е")),
)
PERSONS = as_set(
    "президент министр премьер премьер-министр вице-премьер канцлер секретарь госсекретарь генсек "
    "посол посланник глава председатель сопредседатель представитель пресс-секретарь спикер лидер "
    "руководитель мэр губернатор депутат сенатор король королева князь генерал полковник адмирал "
    "капитан командующий эксперт аналитик директор гендиректор советник заместитель замминистра "
    "замглавы уполномоченный комиссар координатор дипломат политик чиновник адвокат прокурор "
    "судья профессор епископ патриарх журналист собеседник источник докладчик постпред омбудсмен"
)
GROUPS = as_set(
    "стороны министры президенты премьеры лидеры главы государства страны республики члены "
    "участники делегации послы представители государства-участники государства-члены "
    "страны-участницы страны-члены правительства депутаты парламентарии сенаторы эксперты "
    "аналитики наблюдатели посредники миротворцы союзники партнёры партнеры власти дипломаты "
    "руководители секретари собеседники источники критики оппозиционеры жители граждане рыбаки"
)
BODIES = as_set(
    "совет союз пакт организация парламент правительство министерство ведомство мид минобороны "
    "ассамблея комитет комиссия партия фракция оппозиция делегация секретариат штаб суд банк "
    "служба агентство государство страна республика альянс лига блок содружество конгресс сенат "
    "палата администрация канцелярия посольство ассоциация федерация движение профсоюз фонд "
    "миссия коалиция армия флот полиция пресс-служба газета телеканал издание"
)
# As they say something, and as something is said in them.
DOCUMENTS = as_set(
    "документ документе заявление заявлении декларация декларации коммюнике резолюция резолюции "
    "сообщение сообщении обращение обращении послание послании доклад докладе договор договоре "
    "соглашение соглашении пресс-релиз пресс-релизе решение решении отчёт отчет отчёте отчете "
    "хартия хартии меморандум меморандуме проект проекте текст тексте"
)
SPEAKERS = PERSONS | GROUPS | BODIES | DOCUMENTS
DATED = RUSSIAN_MONTHS.keys() | as_set("год года году г утром вечером днём днем ночью")


def inflect(word: str, kind: str) -> Iterator[tuple[str, str]]:
    """The forms of a Russian cue, each with its name: past, s, own (we or I), middle, base, plural.

    >>> sorted(form for form, name in inflect("осуждать", "verb") if name != "past")
    ['осуждаем', 'осуждает', 'осуждается', 'осуждать', 'осуждаю', 'осуждают', 'осуждаются']
    >>> [form for form, _ in inflect("готов", "adjective")]
    ['готов', 'готова', 'готово', 'готовы']
    """
    word = word.lower()
    forms = dict.fromkeys([word], "own" if kind == "verb" and word.endswith("ем") else "past")
    if kind == "adjective":
        forms |= dict.fromkeys([word + ending for ending in ("а", "о", "ы")], "past")
    elif kind == "noun":
        ending, others = next(one for one in DECLENSIONS if word.endswith(one[0]))
        stem = word.removesuffix(ending)
        forms = {word: "base"} | dict.fromkeys([stem + other for other in others], "plural")
    elif INFINITIVE.search(word):
        forms = _conjugated(word)
    for form, name in forms.items():
        yield form, name
        if "ё" in form:
            yield form.replace("ё", "е"), name


def _conjugated(verb: str) -> dict[str, str]:
    """The forms of a verb named by its infinitive."""
    plain = verb.removesuffix("ся")
    reflexive = plain != verb
    stem = plain[:-2]  # осужда-
    forms = {f"{stem}{ending}": "past" for ending in ("л", "ла", "ло", "ли")}
    if plain.endswith("нуть"):  # отверг, отвергла beside отвергнул
        short = stem[:-2]
        forms |= {f"{short}{ending}": "past" for ending in ("", "ла", "ло", "ли")}
    if plain.endswith("ить"):
        if verb in PRESENT_IN_IT:
            soft = "а" if stem[-2] in "жшчщ" else "я"
            forms |= {f"{stem}т": "s", f"{stem[:-1]}{soft}т": "s", f"{stem}м": "own"}
            forms[f"{stem[:-1]}ю"] = "own"
    elif not plain.endswith("нуть"):
        if plain.endswith(("овать", "евать")):  # требовать: требует
            stem = stem[:-3] + "у"
        elif plain.endswith(("знавать", "давать", "ставать")):  # признавать: признаёт
            stem = stem[:-2]
        elif plain.endswith("еять"):  # надеяться: надеется
            stem = stem[:-1]
        vowel = "ё" if plain.endswith("авать") and stem.endswith(("зна", "да", "ста")) else "е"
        forms |= {f"{stem}{vowel}т": "s", f"{stem}ют": "s", f"{stem}{vowel}м": "own"}
        forms[f"{stem}ю"] = "own"
        if not reflexive:  # "в декларации подчёркивается": nobody does it, the paper says it
            forms |= {f"{stem}{vowel}тся": "middle", f"{stem}ются": "middle"}
    if reflexive:
        forms = {_reflexive(form): name for form, name in forms.items()}
    return forms | {verb: "infinitive"}


def _reflexive(form: str) -> str:
    return form + ("сь" if form[-1] in "аеёиоуыэюя" else "ся")
