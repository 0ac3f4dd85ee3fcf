"""How Arabic says what is written in signs, digits and short forms."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.spoken.arabic import respellings
from kiosk.core.spoken.arabic_nouns import Noun, counted
from kiosk.core.spoken.arabic_numbers import Agreement, Amount, cardinal, fraction, ordinal
from kiosk.core.spoken_form import spell_out
from kiosk.core.text import TextSpan, words
from tests.core.respelling_checks import assert_leads_back

# The table leaves vowel marks out: what a number's words are is its subject, how they sound is another test's.
SAID = [
    ("في القرية 47 بيتا.", "في القرية سبعة وأربعون بيتا."),
    ("حضر 5 رجال.", "حضر خمسة رجال."),
    ("حضرت 5 نساء.", "حضرت خمس نساء."),
    ("اشترى 3 كتب و4 سيارات.", "اشترى ثلاثة كتب وأربع سيارات."),
    ("عنده 7 أيام و8 ليال.", "عنده سبعة أيام وثماني ليال."),
    ("عقدوا 6 اجتماعات و9 مباريات.", "عقدوا ستة اجتماعات وتسع مباريات."),
    ("عمره 11 سنة.", "عمره إحدى عشرة سنة."),
    ("عمرها 12 عاما.", "عمرها اثنا عشر عاما."),
    ("زرع 15 شجرة و16 نخلا.", "زرع خمس عشرة شجرة وستة عشر نخلا."),
    ("مرت 21 ليلة.", "مرت إحدى وعشرون ليلة."),
    ("في البيت 2 من الناس.", "في البيت اثنان من الناس."),
    ("القاعة تسع 100 شخص.", "القاعة تسع مئة شخص."),
    ("جاء 200 لاجئ.", "جاء مئتا لاجئ."),
    ("حضر 103 نواب.", "حضر مئة وثلاثة نواب."),
    ("وصل 1,250 لاجئا.", "وصل ألف ومئتان وخمسون لاجئا."),
    (
        "بلغ العدد 84339067 نسمة.",
        "بلغ العدد أربعة وثمانون مليونا وثلاث مئة وتسعة وثلاثون ألفا وسبع وستون نسمة.",
    ),
    ("أنفقوا 2.500.000.000 ليرة.", "أنفقوا ملياران وخمس مئة مليون ليرة."),
    ("قطع ٤٢٫١٩٥ كيلومترا.", "قطع اثنان وأربعون فاصلة مئة وخمسة وتسعون كيلومترا."),
    ("بلغت القوة 6.8 درجة.", "بلغت القوة ستة فاصلة ثمانية درجة."),
    ("النسبة 0.05 فقط.", "النسبة صفر فاصلة صفر خمسة فقط."),
    ("نحو 3.7 مليون سوري.", "نحو ثلاثة فاصلة سبعة مليون سوري."),
    ("وصل ٣٫٧ مليون إنسان.", "وصل ثلاثة فاصلة سبعة مليون إنسان."),
    ("نزح 80 ألف شخص.", "نزح ثمانون ألف شخص."),
    ("عددهم بـ120 ألفًا.", "عددهم بمئة وعشرين ألفا."),
    ("أكثر من 30 أسرة.", "أكثر من ثلاثين أسرة."),
    ("بين 18 و24 عاما.", "بين ثمانية عشر وأربعة وعشرين عاما."),
    ("ولد عام 1984.", "ولد عام ألف وتسع مئة وأربعة وثمانين."),
    ("حدث ذلك سنة 2019.", "حدث ذلك سنة ألفين وتسع عشرة."),
    ("في عام 2000 وقع الأمر.", "في عام ألفين وقع الأمر."),
    ("منذ 2011 والحرب قائمة.", "منذ ألفين وأحد عشر والحرب قائمة."),
    ("وصل يوم 25 ديسمبر 2019.", "وصل يوم الخامس والعشرين من ديسمبر ألفين وتسعة عشر."),
    ("في 1 مايو إضراب.", "في الأول من مايو إضراب."),
    ("بين 23 و24 كانون الأول 2019.", "بين الثالث والعشرين والرابع والعشرين من كانون الأول ألفين وتسعة عشر."),
    ("من 3 إلى 5 يناير.", "من الثالث إلى الخامس من يناير."),
    ("وقع في 25/12/2019 حادث.", "وقع في الخامس والعشرين من ديسمبر ألفين وتسعة عشر حادث."),
    ("بتاريخ 2020-03-01 تقرر.", "بتاريخ الأول من مارس ألفين وعشرين تقرر."),
    ("كانون الأول/ديسمبر بارد.", "كانون الأول ديسمبر بارد."),
    ("الساعة 17:30 اجتماع.", "الساعة الخامسة والنصف مساء اجتماع."),
    ("يفتح الساعة 9 صباحا.", "يفتح الساعة التاسعة صباحا."),
    ("الموعد 9:15 ص.", "الموعد التاسعة والربع صباحا."),
    ("ينتهي في 20:05.", "ينتهي في الثامنة وخمس دقائق مساء."),
    ("وصل 00:30 ليلا.", "وصل الثانية عشرة والنصف ليلا."),
    ("الساعة 5 م تماما.", "الساعة الخامسة مساء تماما."),
    ("ثمنه 5$.", "ثمنه خمسة دولارات."),
    ("دفع $20.50 فقط.", "دفع عشرون دولارا وخمسون سنتا فقط."),
    ("كلف €0.99.", "كلف تسعة وتسعون سنتا."),
    ("خسر $3.7 مليون.", "خسر ثلاثة فاصلة سبعة مليون دولار."),
    ("قيمته 3 مليارات $.", "قيمته ثلاثة مليارات دولار."),
    ("راتبه 900 د.ك.", "راتبه تسع مئة دينار كويتي."),
    ("معه 2 $.", "معه دولاران."),
    ("ارتفع 10%.", "ارتفع عشرة في المئة."),
    ("بنسبة 25% سنويا.", "بنسبة خمسة وعشرين في المئة سنويا."),
    ("زاد ٪١٥ هذا العام.", "زاد خمسة عشر في المئة هذا العام."),
    ("نسبة %7,9 عالية.", "نسبة سبعة فاصلة تسعة في المئة عالية."),
    ("على بعد 5 كم.", "على بعد خمسة كيلومترات."),
    ("يبعد 20 كم عنا.", "يبعد عشرون كيلومترا عنا."),
    ("وزنه 80 كغ.", "وزنه ثمانون كيلوغراما."),
    ("مساحته 95 م².", "مساحته خمسة وتسعون مترا مربعا."),
    ("درجة الحرارة 38°م.", "درجة الحرارة ثمان وثلاثون درجة مئوية."),
    ("سرعته 100 كم/س.", "سرعته مئة كيلومتر في الساعة."),
    ("طوله 3.5 م.", "طوله ثلاثة فاصلة خمسة متر."),
    ("بردت إلى -5 درجات.", "بردت إلى سالب خمس درجات."),
    ("د. سامي وأ.د. ليلى هنا.", "الدكتور سامي والأستاذ الدكتور ليلى هنا."),
    ("قال م. علي ذلك.", "قال المهندس علي ذلك."),
    ("خبز وماء إلخ.", "خبز وماء إلى آخره."),
    ("نحو 300 ق.م. بنوه.", "نحو ثلاث مئة قبل الميلاد بنوه."),
    ("عام 1445 هـ الموافق.", "عام ألف وأربع مئة وخمسة وأربعين للهجرة الموافق."),
    ("انظر ص. 45 من ج 2.", "انظر صفحة خمسة وأربعين من الجزء الثاني."),
    ("في القرن 19 تغير.", "في القرن التاسع عشر تغير."),
    ("القرن الـ21 بدأ.", "القرن الحادي والعشرين بدأ."),
    ("الذكرى الـ50 للثورة.", "الذكرى الخمسين للثورة."),
    ("اجتمعت الدول الـ5 أمس.", "اجتمعت الدول الخمس أمس."),
    ("خلال الـ24 ساعة الماضية.", "خلال الأربع والعشرين ساعة الماضية."),
    ("في الطابق 3 شقة.", "في الطابق الثالث شقة."),
    ("حرب 1914-1918 طويلة.", "حرب ألف وتسع مئة وأربعة عشر إلى ألف وتسع مئة وثمانية عشر طويلة."),
    ("حضر 10-15 شخصا.", "حضر عشرة إلى خمسة عشر شخصا."),
    ("فاز الفريق 3-1 أمس.", "فاز الفريق ثلاثة، واحد أمس."),
    ("شرب 1/2 لتر و3/4 كأس.", "شرب نصف لتر وثلاثة أرباع كأس."),
    ("بعد ½ ساعة.", "بعد نصف ساعة."),
    (
        "اتصل على +963 11 222 3333.",
        "اتصل على زائد تسعة ستة ثلاثة واحد واحد اثنان اثنان اثنان ثلاثة ثلاثة ثلاثة ثلاثة.",
    ),
    ("راسل info@un.org اليوم.", "راسل info آت un دوت org اليوم."),
    ("زر www.un.org غدا.", "زر un دوت org غدا."),
    ("قال ذلك[12] ثم سكت.", "قال ذلك ثم سكت."),
    ("هذا كتـــاب جديد.", "هذا كتاب جديد."),
    ("جائحة كوفيد-19 انتهت.", "جائحة كوفيد تسعة عشر انتهت."),
    ("اضغط F1 الآن.", "اضغط F واحد الآن."),
    ("الرقم 007 سري.", "الرقم صفر صفر سبعة سري."),
    ("أحمد & علي.", "أحمد و علي."),
    ("نحو 10-15% من الناس.", "نحو عشرة إلى خمسة عشر في المئة من الناس."),
    ("الـ10% الباقية.", "العشرة في المئة الباقية."),
    ("وصل الساعة 12:45 ظهرا.", "وصل الساعة الثانية عشرة وخمس وأربعين دقيقة ظهرا."),
    ("يبعد 1 كم فقط.", "يبعد كيلومتر واحد فقط."),
]


def bare(text: str) -> str:
    return re.sub("[\u064b-\u0652]", "", text)


def said(text: str) -> str:
    return bare(spell_out(text, respellings(text)).text)


@pytest.mark.parametrize(("written", "spoken"), SAID)
def test_a_sentence_is_said_as_people_say_it(written: str, spoken: str) -> None:
    assert said(written) == spoken


@pytest.mark.parametrize(("written", "_"), SAID)
def test_every_spoken_word_leads_back_to_a_written_one(written: str, _: str) -> None:
    assert_leads_back(written, respellings(written))


@pytest.mark.parametrize(
    ("text", "spoken", "lit"),
    [
        ("د. سامي هنا", "الدكتور", "د."),
        ("د. سامي هنا", "سامي", "سامي"),
        ("في 25 ديسمبر 2019", "الخامس", "25"),
        ("في 25 ديسمبر 2019", "ديسمبر", "ديسمبر"),
        ("في 25 ديسمبر 2019", "ألفين", "2019"),
        ("نحو 3.7 مليون سوري", "سبعة", "3.7"),
        ("نحو 3.7 مليون سوري", "مليون", "مليون"),
        ("خسر $3.7 مليون أمس", "دولار", "$3.7 مليون"),
        ("على بعد 5 كم", "خمسة", "5"),
        ("على بعد 5 كم", "كيلومترات", "كم"),
        ("عددهم بـ120 ألفًا", "بمئة", "بـ120"),
        ("حرب 1914-1918", "وثمانية", "1918"),
    ],
)
def test_what_is_lit_stays_on_the_written_word(text: str, spoken: str, lit: str) -> None:
    form = spell_out(text, respellings(text))
    found = next(word for word in words(form.text) if bare(word.of(form.text)) == spoken)
    assert form.alignment.to_written(found).of(text) == lit


@pytest.mark.parametrize(
    "text",
    [
        "ذهب الولد إلى المدرسة صباحا.",
        "كَتَبَ الوَلَدُ رِسَالَةً إِلَى أُمِّهِ.",
        "كم كتابا قرأت؟ قال: «كثيرا»!",
        "أ. البند الأول م. البند الثاني",
        "خمسة آلاف وألف ليلة وليلة",
        "",
    ],
)
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert respellings(text) == ()


def test_marks_of_direction_and_stretched_strokes_do_not_part_words() -> None:
    assert said("الكت\u200fاب والكتـــاب") == "الكتاب والكتاب"
    assert respellings("\u200fالكتاب\u200f والقلم\u200e") == ()


@pytest.mark.parametrize(
    ("number", "asked", "spoken"),
    [
        (3, Agreement(), "ثَلَاثَة"),
        (3, Agreement(is_construct=True), "ثَلَاثَةُ"),
        (3, Agreement(is_oblique=True, is_construct=True), "ثَلَاثَةِ"),
        (3, Agreement(is_feminine=True), "ثَلَاث"),
        (12, Agreement(is_feminine=True, is_oblique=True), "اِثْنَتَيْ عَشْرَة"),
        (200, Agreement(is_oblique=True, is_construct=True), "مِئَتَيْ"),
        (25, Agreement(is_oblique=True), "خَمْسَة وَعِشْرِين"),
    ],
)
def test_a_number_carries_its_vowels(number: int, asked: Agreement, spoken: str) -> None:
    assert cardinal(number, asked) == spoken


def test_numbers_have_the_letters_that_others_expect() -> None:
    from num2words.lang_AR import Num2Word_AR

    def plain(text: str) -> str:
        # It writes a hundred with a silent letter, joins it to what counts it, and puts a space behind "and".
        text = bare(text).replace("مائة", "مئة").replace("ثماني مئة", "ثمان مئة")
        return re.sub(r"\bو ", "و", text).replace(" مئة", "مئة").replace("ثمانيمئة", "ثمانمئة")

    # Two hundred and two million lack an n there.
    for number in [*range(1, 200), *range(201, 1000), *range(1000, 90_000, 307), 1_000_000, 3_000_000]:
        assert plain(cardinal(number)) == plain(Num2Word_AR().to_cardinal(number)), number


@pytest.mark.parametrize(
    ("number", "masculine", "feminine"),
    [
        (1, "الأول", "الأولى"),
        (2, "الثاني", "الثانية"),
        (10, "العاشر", "العاشرة"),
        (11, "الحادي عشر", "الحادية عشرة"),
        (13, "الثالث عشر", "الثالثة عشرة"),
        (20, "العشرين", "العشرين"),
        (21, "الحادي والعشرين", "الحادية والعشرين"),
        (99, "التاسع والتسعين", "التاسعة والتسعين"),
        (100, "المئة", "المئة"),
    ],
)
def test_ordinals(number: int, masculine: str, feminine: str) -> None:
    assert bare(ordinal(number)) == masculine
    assert bare(ordinal(number, is_feminine=True)) == feminine


@pytest.mark.parametrize(
    ("number", "spoken"),
    [
        (1, "ليرة سورية واحدة"),
        (2, "ليرتان سوريتان"),
        (5, "خمس ليرات سورية"),
        (15, "خمس عشرة ليرة سورية"),
        (100, "مئة ليرة سورية"),
        (103, "مئة وثلاث ليرات سورية"),
        (1000, "ألف ليرة سورية"),
    ],
)
def test_a_number_and_what_it_counts_agree(number: int, spoken: str) -> None:
    lira = Noun("لِيرَة", "لِيرَات", "سُورِي")
    assert bare(" ".join(part for part in counted(Amount(str(number)), lira, is_oblique=False) if part)) == spoken


def test_fractions_have_names_up_to_a_tenth() -> None:
    told = {
        (1, 2): "نصف",
        (2, 3): "ثلثين",
        (3, 4): "ثلاثة أرباع",
        (9, 10): "تسعة أعشار",
        (5, 12): "خمسة على اثني عشر",
    }
    assert {pair: bare(fraction(*pair)) for pair in told} == told


PIECES = st.sampled_from(
    [
        *"0123456789٣٧.,:/%٪$€-–()[]½°² \u00a0\u200fـ٫٬،وبال",
        "كم",
        "مليون",
        "د.",
        "إلخ",
        "هـ",
        "الساعة ",
        "ديسمبر",
        "@",
        "د.ك",
    ]
)


@given(text=st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=60)))
def test_whatever_is_written_respellings_are_in_order_and_inside(text: str) -> None:
    found = respellings(text)
    assert all(len(own.span) and own.span.end <= len(text) for own in found)
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))
    form = spell_out(text, found)
    assert all(len(form.alignment.to_written(TextSpan(place, place + 1))) for place in range(len(form.text)))
