"""Arabic counting: what a counted noun asks of its number, and what the number asks of the noun."""

import re
from typing import NamedTuple

from kiosk.core.spoken.arabic_numbers import Agreement, Amount, amount_words

_MARKS = re.compile("[\u064b-\u0652\u0670ـ]")
LETTERS = "\u0621-\u063a\u0641-\u0652\u0670"
"""Arabic letters and vowel marks, for a class in a pattern."""


def _words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words behind which a number stands in the oblique case, or as an object, which sounds the same.
_GOVERNING = _words_of(
    "في من إلى على عن مع منذ حتى بين نحو حوالي حوالى قرابة زهاء عام سنة عامي خلال بعد قبل فوق تحت عند لدى "
    "بنسبة نسبة بعمر عمر سن مقابل ضد بلغ بلغت يبلغ تبلغ تجاوز تجاوزت يتجاوز تتجاوز ضم ضمت يضم تضم شمل شملت "
    "يشمل تشمل إن أن لأن كل قدره قدرها بقيمة بمبلغ بسعر مدة لمدة طوال بفارق بمعدل بواقع بحوالي بنحو لنحو "
    "لحوالي مدار غضون كان"
)
# Words that a number cannot count.
_NOT_COUNTED = _words_of(
    "في من إلى على عن مع منذ حتى بين أو ثم أم بل لكن ولكن إن أن إذ إذا كما بعد قبل خلال عند حيث لم لن لا ما "
    "هو هي هم هذا هذه التي الذي الذين أي كل قد سوف ليس كان كانت وهو وهي أكثر أقل تقريبا فقط أيضا مئوية "
    "هجرية ميلادية صباحا مساء ظهرا"
)
_SCALES = _words_of("آلاف ألف ألفا مليون مليونا ملايين مليار مليارا مليارات بليون تريليون تريليونات تريليونا")
# Plurals that have lost their singular's shape; the singular is feminine.
_FEMININE_PLURALS = _words_of(
    "سنين دول مدن قرى نساء دقائق ثوان ثواني غرف لغات مدارس قنابل سفن جزر مناطق نقاط قطع مراحل خطط أسر ليال "
    "ليالي جثث قذائف رسائل وثائق صور قضايا عواصم مسائل حقائب شقق نسخ تهم جرائم ضرائب جوائز نتائج مواد لجان "
    "فرص أمم أمهات بنات أخوات حروب أنفس عيون أيد أيدي أرجل سور كتل كتائب أشجار مهن حدائق طوائف قبائل سلال "
    "حفر غابات مزارع محاكم علب كلى قوائم سلاسل حصص"
)
# Plurals in -at whose singular is masculine: what begins like a verbal noun, and these.
_MASCULINE_PLURALS = _words_of(
    "دولارات كيلومترات سنتيمترات ليترات لترات ريالات جنيهات هكتارات كيلوغرامات غرامات سنتات يوروهات روبلات "
    "مليارات تريليونات مطارات قرارات قطارات صراعات نزاعات خطابات شعارات حيوانات نباتات بيانات سجلات ملفات "
    "حسابات مخيمات مؤتمرات مستشفيات معسكرات مسلسلات منتخبات مقرات محلات مشروعات مجلدات مهرجانات سندات "
    "خلافات رهانات خيارات جوازات عقارات قطاعات لقاءات نداءات فيديوهات برلمانات طلبات مجتمعات معتقلات منتجات "
    "ممرات مجالات محركات مقترحات معدلات مستويات حمامات باصات بلاغات صالونات تلفزيونات شيكات إطارات إعلانات"
)
_FEMININE_SINGULARS = _words_of("حربا حرب نفسا سنا أرضا نارا يدا عينا بنتا أما قدما أذنا كأسا بئرا روحا دارا قرية")


def bare(word: str) -> str:
    """Return a word without vowel marks and stretched strokes."""
    return _MARKS.sub("", word)


class Noun(NamedTuple):
    """A unit or a currency."""

    one: str
    """Singular, with vowel marks."""
    many: str
    """Plural, behind 3 to 10."""
    adjective: str = ""
    """What follows it, masculine singular: "Kuwaiti"."""
    is_fixed: bool = False
    """A foreign word without endings."""

    @property
    def is_feminine(self) -> bool:
        """Whether it ends in a ta marbuta."""
        return self.one.endswith("ة")

    def phrase(self, ending: str) -> str:
        """Return the singular, dual or accusative with its adjective.

        Args:
            ending: what is put to the noun: "" for the singular, "َان", "َيْن" or "ًا".
        """
        return " ".join(self._ended(word, ending) for word in (self.one, self._agreeing()) if word)

    def plural(self) -> str:
        """Return the plural; the adjective of things stands in the feminine singular."""
        return f"{self.many} {self.adjective}َة" if self.adjective else self.many

    def _agreeing(self) -> str:
        return f"{self.adjective}َة" if self.adjective and self.is_feminine else self.adjective

    def _ended(self, word: str, ending: str) -> str:
        if self.is_fixed and word == self.one:
            return word
        if not word.endswith("ة"):
            return word + ending
        return f"{word}ً" if ending == "ًا" else (word[:-1] + f"ت{ending}" if ending else word)


def counted(amount: Amount, noun: Noun, is_oblique: bool, scale: str = "") -> tuple[str, str]:
    """Say so many of something.

    Args:
        amount: how many.
        noun: of what.
        is_oblique: whether the case is the oblique one.
        scale: "million" and the like between the two; it decides the noun's form then.

    Returns:
        The number and the noun, to be said in this order; one and two of a thing have no number in front.
    """
    asked = Agreement(noun.is_feminine, is_oblique, is_construct=True)
    if scale:
        return f"{amount_words(amount, Agreement(is_oblique=is_oblique, is_construct=True))} {scale}", noun.phrase(
            ""
        )
    if not amount.is_whole:
        return amount_words(amount, asked._replace(is_feminine=False)), noun.phrase("")
    number, rest = amount.number, amount.number % 100
    if number == 1:
        return "", f"{noun.phrase('')} {amount_words(amount, asked)}"
    if number == 2:
        fixed = f"{amount_words(amount, asked)} {noun.one}"
        return "", fixed if noun.is_fixed else noun.phrase("َيْن" if is_oblique else "َان")
    if 3 <= rest <= 10:
        return amount_words(amount, asked), noun.plural()
    return amount_words(amount, asked), noun.phrase("ًا" if rest > 10 else "")


def agreement(number: int, before: str, after: str) -> Agreement:
    """Tell from the words around a number how it is said.

    Args:
        number: the number.
        before: the word before it; empty when there is none.
        after: the word behind it, parted from it by nothing but a space; empty when there is none.
    """
    noun, rest = bare(after), number % 100
    is_counted = bool(noun) and noun not in _NOT_COUNTED and not noun.startswith(("ال", "وال", "بال", "لل"))
    is_feminine = is_counted and noun not in _SCALES and _is_feminine(noun, rest)
    is_construct = is_counted and (rest == 0 or 3 <= rest <= 10)
    if bare(before).endswith(("عام", "سنة")):
        # A year is said on its own; what follows is the sentence.
        return Agreement(bare(before).endswith("سنة"), is_oblique=True)
    return Agreement(is_feminine, governs(before), is_construct)


def governs(word: str) -> bool:
    """Whether a word puts the number behind it into the oblique case."""
    own = bare(word)
    return own in _GOVERNING or (own[:1] in {"و", "ف"} and own[1:] in _GOVERNING)


def _is_feminine(noun: str, rest: int) -> bool:
    if not 3 <= rest <= 10:
        return noun.endswith("ة") or noun in _FEMININE_SINGULARS
    if noun in _FEMININE_PLURALS:
        return True
    if not noun.endswith("ات"):
        return False
    is_verbal = len(noun) >= 7 and noun[0] in "اإت" and not noun.endswith("يات")
    return not is_verbal and noun not in _MASCULINE_PLURALS


def is_plural(noun: str) -> bool:
    """Whether a definite noun looks like a plural: "the 20 members" are no twentieth."""
    own = bare(noun)
    return own.endswith(("ات", "ون", "ين")) or own.removeprefix("ال") in _FEMININE_PLURALS | _BROKEN_PLURALS


_BROKEN_PLURALS = _words_of(
    "قادة أعضاء أيام أشهر بلدان أشخاص أسرى أطفال لاعبون أعوام شهور أسابيع رجال جنود كتب عمال طلاب ضباط نواب "
    "وزراء قتلى جرحى رهائن أسماء أرقام أحزاب أسباب شباب أفراد ركاب أحياء أهداف بنود شروط"
)
