"""How a Russian sentence decides the case and gender of a number in it."""

from collections.abc import Sequence

from kiosk.core.spoken.slavic_context import Agreement, Sentence
from kiosk.core.spoken.slavic_grammar import Case, Gender, word_set

_GENITIVE = (
    "ок прибл без безо более больше вместо вне возле вокруг впереди вдоль выше для дальше длиннее до дольше "
    "дороже дешевле из изо из-за из-под кроме короче менее меньше младше моложе мимо ниже около от ото "
    "относительно помимо позже позднее после порядка посреди против раньше ранее ради сверх свыше среди "
    "старше тяжелее у течение продолжение размере количестве возрасте глубине высоте расстоянии протяжении "
    "пределах объёме объеме длине ширине моложе половины числа нет"
)
_OTHERS = {
    "g": _GENITIVE,
    "d": "благодаря вопреки к ко навстречу согласно",
    "a": "про сквозь спустя через",
    "ap": "в во на",
    "ad": "по",
    "ai": "за под подо",
    "i": "между меж над надо перед передо",
    "p": "об обо при о",
    "gi": "с со",
}
_ADJECTIVE_ENDINGS = ("ые", "ие", "ых", "их", "ым", "им", "ыми", "ими")
# The ending of an adjective in the singular: its gender and case.
_ONE_ADJECTIVE: tuple[tuple[str, Gender, Case], ...] = (
    ("ый", "m", "n"), ("ий", "m", "n"), ("ая", "f", "n"), ("яя", "f", "n"), ("ое", "n", "n"), ("ее", "n", "n"),
    ("ую", "f", "a"), ("юю", "f", "a"), ("ого", "m", "g"), ("его", "m", "g"), ("ому", "m", "d"), ("ему", "m", "d"),
    ("ым", "m", "i"), ("им", "m", "i"),
)  # fmt: skip
# Nouns ending in a soft sign are feminine but for these: whole words, and how long ones end.
_SOFT_MASCULINE = word_set(
    "автомобиль апрель бюллетень вождь вопль гвоздь голубь гость декабрь день дождь зверь июль июнь камень "
    "конь корабль корень король кремль лагерь месяц медведь ноябрь огонь октябрь олень отель парень пень "
    "перечень портфель путь ремень рубль сентябрь спектакль стебель стиль уголь уровень фестиваль февраль "
    "фонарь январь ансамбль бинокль вексель профиль тоннель дизель контроль госпиталь ливень полдень ноль "
    "нуль лось рояль секретарь словарь календарь токарь вратарь"
)
_SOFT_MASCULINE_ENDINGS = ("тель", "арь", "ырь")
_NEUTER_IN_YA = word_set("время имя племя знамя пламя семя бремя темя")
_MASCULINE_IN_A = word_set("мужчина юноша дедушка дядя судья папа староста воевода")
# After 2 a feminine noun ends in -ы or -и; so do these, which are none.
_FEW_NOT_FEMININE = word_set("мужчины юноши дедушки дяди судьи папы старосты пути")
# Feminine nouns whose prepositional ends in -е, as that of a masculine one does.
_FEMININE_IN_E = word_set(
    "стране школе книге статье группе минуте неделе странице главе команде республике больнице квартире "
    "комнате точке сцене заявке программе деревне улице задаче песне игре встрече работе картине машине "
    "строке палате сборной газете тысяче фабрике шахте скважине"
)
_VERB_ENDINGS = (
    "лась", "лось", "лись", "лся", "тся", "ться", "ала", "ило", "ела", "али", "или", "ыла", "ыло", "ыли", "ает",
    "яет", "ует",
)  # fmt: skip
_PRONOUNS = word_set("он она они оно его её их мы вы я был стал это эти этот все")
_HARD_CONSONANTS = "бвгджзклмнпрстфхцчшщ"

_PREPOSITIONS = {word: cases for cases, words in _OTHERS.items() for word in words.split()}
_NOUN_PREPOSITIONS: dict[str, Case] = {
    "в": "p", "во": "p", "на": "p", "по": "d", "под": "i", "за": "i", "с": "g", "со": "g",
}  # fmt: skip


class RussianSentence(Sentence):
    """Russian prepositions and endings."""

    prepositions = _PREPOSITIONS
    noun_prepositions = _NOUN_PREPOSITIONS
    governing_stems = (
        ("достиг", "g"), ("касает", "g"), ("лиши", "g"), ("придерж", "g"), ("равен", "d"), ("равн", "d"),
        ("соответству", "d"),
    )  # fmt: skip
    transparent = word_set(
        "ещё еще лишь почти приблизительно примерно ровно только уже целых хотя бы всего как минимум максимум "
        "плюс минус"
    )
    ordinary_nouns = word_set(
        "там сам нам вам нами вами ими ами дам драм мам рам ям реклам панорам диаграмм программ телеграмм грамм "
        "килограмм миллиграмм цунами оригами салями татами рубах черепах монах взмах замах размах также здесь "
        "сами самим самими"
    )

    def is_adjective(self, word: str) -> bool:
        """Whether a word looks like a plural adjective."""
        return len(word) > 3 and word.endswith(_ADJECTIVE_ENDINGS)

    def adjective_case(self, word: str) -> Case | None:
        """Return the case of a plural adjective, where its ending tells."""
        if len(word) < 4:
            return None
        if word.endswith(("ыми", "ими")):
            return "i"
        return "g" if word.endswith(("ых", "их", "всех", "тех")) else None

    def is_genitive_plural(self, noun: str) -> bool:
        """Whether a noun stands in the genitive plural ("человек", "столов"), as far as its ending tells."""
        return noun.endswith(("ов", "ев", "ёв", "ей", "ий")) or noun[-1] in _HARD_CONSONANTS

    def is_verb(self, word: str) -> bool:
        """Whether a word looks like a verb in the past tense, a reflexive one, or a pronoun."""
        return word in _PRONOUNS or (len(word) > 3 and word.endswith(_VERB_ENDINGS))

    def one(self, words: Sequence[str], case: Case, allowed: str = "") -> Agreement:
        """Return the form of a number that ends in 1, by the endings of what follows it."""
        for word in words:
            if word in self.prepositions or len(word) < 2:
                break
            if len(word) > 4 and (told := _one_adjective(word, case, allowed)):
                return told
            if len(word) > 4 and word.endswith(("ой", "ей")) and case == "n":
                continue  # masculine or feminine: the noun tells
            if "p" in allowed and word[-1] in "еи" and not word.endswith(("ие", "ье", "ое")):
                case = "p"
            elif "i" in allowed and word.endswith(("ом", "ем", "ём", "ой", "ей", "ью")):
                case = "i"
            return self._one_noun(word, case)
        return Agreement(case)

    def _one_noun(self, noun: str, case: Case) -> Agreement:
        last = noun[-1]
        if case in ("n", "a"):
            if last in "ую" and noun not in ("кенгуру", "меню", "интервью"):
                return Agreement("a", "f")
            if noun.endswith(("ом", "ем", "ём")) and len(noun) > 4 and case == "n":
                return Agreement("i", "m")
            if case == "a" and last in "ая" and noun not in _NEUTER_IN_YA:
                return Agreement("g", "m")
            return Agreement(case, self._gender(noun))
        if case == "g":
            return Agreement(case, "f" if last in "ыи" else "m")
        if case == "d":
            return Agreement(case, "m" if last in "ую" else "f")
        if case == "i":
            return Agreement(case, "f" if noun.endswith(("ой", "ей", "ью")) else "m")
        return Agreement(case, "f" if last == "и" or noun in _FEMININE_IN_E else "m")

    def _gender(self, noun: str) -> Gender:
        last = noun[-1]
        if last in "оеё" or noun in _NEUTER_IN_YA:
            return "n"
        if last in "ая":
            return "m" if noun in _MASCULINE_IN_A else "f"
        if last == "ь" and noun not in _SOFT_MASCULINE and not noun.endswith(_SOFT_MASCULINE_ENDINGS):
            return "f"
        return "m"

    def gender_of_few(self, words: Sequence[str]) -> Gender:
        """Return the gender of what is counted by 2: feminine nouns end in -ы or -и."""
        noun = self.noun(words)
        if noun:
            is_feminine = noun[-1] in "ыи" and noun not in _FEW_NOT_FEMININE and not noun.endswith("мени")
            return "f" if is_feminine else "m"
        return "f" if words and words[0].endswith(("ые", "ие")) else "m"


def _one_adjective(word: str, case: Case, allowed: str) -> Agreement | None:
    """Return the form that an adjective in the singular tells; None when it tells nothing."""
    for ending, gender, own in _ONE_ADJECTIVE:
        if word.endswith(ending):
            return Agreement("a" if own == "n" and case == "a" else own, gender)
    if "p" in allowed and word.endswith(("ом", "ем")):
        return Agreement("p", "m")
    if word.endswith(("ой", "ей")) and case != "n":
        return Agreement("i" if "i" in allowed else "p" if "p" in allowed else case, "f")
    return None
