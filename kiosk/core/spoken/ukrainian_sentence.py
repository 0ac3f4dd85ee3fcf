"""How a Ukrainian sentence decides the case and gender of a number in it."""

from collections.abc import Sequence

from kiosk.core.spoken.slavic_context import Agreement, Sentence
from kiosk.core.spoken.slavic_grammar import Case, Gender, word_set

_GOVERNING = {
    "g": "без біля близько більше вище від для до довше задля замість з-за із-за з-під коло крім менше навколо "
    "нижче "
    "окрім ок бл прибл після пізніше поблизу посеред проти протягом раніше серед старше стосовно упродовж "
    "впродовж "
    "щодо молодше дорожче дешевше віці розмірі кількості глибині висоті відстані обсязі числа половини немає",
    "d": "завдяки всупереч наперекір назустріч",
    "a": "крізь понад попри про через",
    "ap": "в у на",
    "ad": "по",
    "ai": "за під",
    "i": "між над перед поза",
    "p": "о об при",
    "gi": "з із зі",
}
_ADJECTIVE_ENDINGS = ("их", "іх", "им", "ім", "ими", "іми")
_NOMINATIVE_ADJECTIVES = ("ські", "цькі", "зькі", "льні", "чні", "вні", "ові", "єві", "нні", "ші", "ікі")
_NOT_ADJECTIVES = word_set("дні тижні гривні пісні вишні сотні основні рівні півні корені камені готівні")
_ONE_ADJECTIVE: tuple[tuple[str, Gender, Case], ...] = (
    ("ий", "m", "n"), ("ого", "m", "g"), ("ього", "m", "g"), ("ому", "m", "d"), ("ьому", "m", "d"), ("им", "m",
    "i"),
    ("ою", "f", "i"), ("ої", "f", "g"), ("ьої", "f", "g"),
)  # fmt: skip
_NEUTER_IN_YA = ("ння", "ття", "лля", "ддя", "ззя", "сся", "ччя", "жжя", "шшя", "ім'я", "ім’я", "імʼя")
_MASCULINE_IN_A = word_set("чоловіка суддя голова староста")
_SOFT_FEMININE_ENDINGS = ("ість", "сть", "знь", "ядь", "чь", "дь", "ль", "нь", "ть", "ось")
_SOFT_MASCULINE = word_set(
    "автомобіль березень біль верблюд вересень вогонь вчитель гість грудень день жовтень квітень кінець "
    "камінь кінь корабель король липень лось місяць олень палець півень рівень рубль серпень січень стиль "
    "травень тиждень учень червень приятель путь фестиваль госпіталь готель профіль ведмідь голуб"
)
_SOFT_MASCULINE_ENDINGS = ("тель", "ець", "ень", "ар", "іль")
# Plurals of both genders end alike: how feminine ones end beyond doubt, what else ends so, and frequent ones.
_FEMININE_PLURALS = (
    "ії", "ості", "иці", "ини", "івки", "овки", "авки", "ілки", "алки", "йки", "ички", "ірки", "арки", "ежі",
    "ади",
    "ави", "ниці", "оли", "іни",
)  # fmt: skip
_NOT_FEMININE_PLURALS = word_set(
    "сини магазини апельсини лимони вовки столи соколи місяці гроші сади заклади доклади склади паради фасади "
    "доходи чини кліни павуки парки ринки подарки злочини каміни терміни вітаміни мандарини клини млини "
    "рубіни дельфіни пінгвіни бензини витязі"
)
_FEMININE = word_set(
    "години хвилини секунди доби жінки людини країни особи книги книжки сторінки групи партії школи школярки "
    "дівчини дівчинки гривні копійки тисячі тонни області вулиці квартири кімнати дороги спроби роботи машини "
    "ракети бомби лікарні станції компанії організації установи команди перемоги поразки медалі ночі дитини "
    "частини половини чверті треті статті глави серії версії мови думки ідеї причини помилки картки миті "
    "хвилі милі ліри карти сестри дочки доньки баби бабусі мами корови кози кішки собаки картини пісні "
    "фабрики лампи чашки склянки ложки пляшки коробки пачки таблетки краплі точки крапки риси літери цифри "
    "букви події зустрічі речі сім'ї сім’ї родини громади бригади армії дивізії роти кулі міни атаки війни "
    "угоди умови вимоги пропозиції держави столиці республіки моделі кампанії теми проблеми задачі програми "
    "лінії гілки площі місії сесії зміни заяви справи хвороби вакцини дози версти сажені секції камери палати "
    "зали сцени ролі гри премії нагороди вежі церкви хати двері осі пари низки споруди будови мережі ділянки "
    "скарги петиції постанови ухвали застави пенсії зарплати виплати субсидії купюри монети"
)
_FEMININE_IN_I = (
    "ії", "ості", "иці", "ині", "країні", "школі", "групі", "книзі", "області", "статті", "главі", "справі",
    "мові", "громаді", "команді", "палаті", "сім'ї", "сім’ї", "кімнаті", "лікарні", "точці", "сторінці",
    "квартирі", "годині",
)  # fmt: skip
_VERB_ENDINGS = (
    "лася", "лося", "лися", "вся", "ться", "ала", "ило", "ела", "али", "или", "ула", "уло", "ули", "ває", "ить",
)  # fmt: skip
_PRONOUNS = word_set("він вона вони воно його її їх ми ви я був став це ці цей усі всі")
_CONSONANTS = "бвгґджзклмнпрстфхцчшщйь"

_PREPOSITIONS = {word: cases for cases, words in _GOVERNING.items() for word in words.split()}
_NOUN_PREPOSITIONS: dict[str, Case] = {
    "в": "p", "у": "p", "на": "p", "по": "p", "під": "i", "за": "i", "з": "g", "із": "g", "зі": "g",
}  # fmt: skip


class UkrainianSentence(Sentence):
    """Ukrainian prepositions and endings."""

    prepositions = _PREPOSITIONS
    noun_prepositions = _NOUN_PREPOSITIONS
    governing_stems = (
        ("досяг", "g"), ("стосуєт", "g"), ("потребу", "g"), ("дорівню", "d"), ("рівний", "d"), ("рівна", "d"),
        ("відповіда", "d"),
    )  # fmt: skip
    transparent = word_set(
        "ще лише майже приблизно рівно тільки вже цілих хоча б усього всього як мінімум максимум плюс мінус"
    )
    ordinary_nouns = word_set(
        "там сам нам вам нами вами ними дам драм мам рам ям реклам панорам діаграм програм телеграм грам кілограм "
        "міліграм цунамі черепах монах змах розмах також самим"
    )

    def is_adjective(self, word: str) -> bool:
        """Whether a word looks like a plural adjective."""
        if len(word) < 4:
            return False
        return word.endswith(_ADJECTIVE_ENDINGS) or (
            word.endswith(_NOMINATIVE_ADJECTIVES) and word not in _NOT_ADJECTIVES
        )

    def adjective_case(self, word: str) -> Case | None:
        """Return the case of a plural adjective, where its ending tells."""
        if len(word) < 4:
            return None
        if word.endswith(("ими", "іми")):
            return "i"
        return "g" if word.endswith(("их", "іх")) else None

    def is_genitive_plural(self, noun: str) -> bool:
        """Whether a noun cannot follow 2, 3 or 4 in the nominative ("осіб", "міст")."""
        return noun[-1] in _CONSONANTS

    def is_verb(self, word: str) -> bool:
        """Whether a word looks like a verb in the past tense, a reflexive one, or a pronoun."""
        return word in _PRONOUNS or (len(word) > 3 and word.endswith(_VERB_ENDINGS))

    def one(self, words: Sequence[str], case: Case, allowed: str = "") -> Agreement:
        """Return the form of a number that ends in 1, by the endings of what follows it."""
        for word in words:
            if word in self.prepositions or len(word) < 2:
                break
            for ending, gender, own in _ONE_ADJECTIVE:
                if len(word) > 4 and word.endswith(ending):
                    told = own if (case in ("n", "a") and own != "n") or (own == "i" and "i" in allowed) else case
                    return Agreement("p" if own == "d" and case == "p" else told, gender)
            if "p" in allowed and (word.endswith(("і", "ї", "ові", "ому")) or word == "році"):
                case = "p"
            elif "i" in allowed and word.endswith(("ом", "ем", "єм", "ою", "ею", "єю")):
                case = "i"
            return self._one_noun(word, case)
        return Agreement(case)

    def _one_noun(self, noun: str, case: Case) -> Agreement:
        last = noun[-1]
        if case in ("n", "a"):
            if last in "ую" and noun not in ("меню", "інтерв'ю", "інтерв’ю"):
                return Agreement("a", "f")
            if case == "a" and last in "ая" and not noun.endswith(_NEUTER_IN_YA):
                return Agreement("g", "m")
            return Agreement(case, self._gender(noun))
        if case == "g":
            return Agreement(case, "f" if last in "иії" else "m")
        if case == "d":
            is_feminine = last in "ії" and not noun.endswith(("ові", "еві", "єві"))
            return Agreement(case, "f" if is_feminine else "m")
        if case == "i":
            return Agreement(case, "f" if last == "ю" else "m")
        return Agreement(case, "f" if noun.endswith(_FEMININE_IN_I) else "m")

    def _gender(self, noun: str) -> Gender:
        last = noun[-1]
        if last in "оеє" or noun.endswith(_NEUTER_IN_YA):
            return "n"
        if last in "ая":
            return "m" if noun in _MASCULINE_IN_A else "f"
        if last == "ь" and noun not in _SOFT_MASCULINE and not noun.endswith(_SOFT_MASCULINE_ENDINGS):
            return "f" if noun.endswith(_SOFT_FEMININE_ENDINGS) else "m"
        return "m"

    def gender_of_few(self, words: Sequence[str]) -> Gender:
        """Return the gender of what is counted by 2; plurals do not show it, so frequent nouns are known."""
        noun = self.noun(words)
        if not noun or noun[-1] in "ая":
            return "m"
        is_feminine = noun.endswith(_FEMININE_PLURALS) and noun not in _NOT_FEMININE_PLURALS
        return "f" if is_feminine or noun in _FEMININE else "m"
