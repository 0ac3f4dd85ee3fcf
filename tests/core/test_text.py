"""Words and sentences: what they are in five languages, and that nothing is lost between them."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.core.text import TextSpan, is_speakable, sentences, words

LANGUAGES = ("en", "ru", "uk", "tr", "ar")

# Letters, digits, marks, signs and spaces that articles hold, and some that they should not.
LETTERS = "abcXYZéıİğşйїґєЖщўمرحبا٣٧شَّـ漢字ไทย2026"
SIGNS = "-–—…'’ʼ\"«»“”.,;:!?؟،؛()[]/&%‰°$€₺₽+#@*_~|<>\\"
SPACES = " \u00a0\u2009\u202f\t"
ODD = "\u200b\u200e\u200f\u200d\ufe0f\u0301👍🏽❤😀🇺🇦\u00ad\ufeff\0\ufffd"
TEXTS = st.text(st.sampled_from(LETTERS + SIGNS + SPACES + " " * 12 + ODD), max_size=200)


def spoken(text: str) -> list[str]:
    return [span.of(text) for span in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \t\u00a0", []),
        ("One two.", ["One", "two"]),
        # What stands inside a word stays.
        ("the Secretary-General's well-known e-mail", ["the", "Secretary-General's", "well-known", "e-mail"]),
        ("don’t rock'n'roll o’clock", ["don’t", "rock'n'roll", "o’clock"]),
        ("Türkiye'nin 2019’da", ["Türkiye'nin", "2019’da"]),
        ("п'ять сімʼя з’їзд", ["п'ять", "сімʼя", "з’їзд"]),
        ("3.7 million, 1,250.50 and 1914–1918", ["3.7", "million", "1,250.50", "and", "1914–1918"]),
        ("a@b.org and/or AT&T", ["a@b.org", "and/or", "AT&T"]),
        # What stands around it goes.
        ("“Quoted,” (she) said: «да»!", ["Quoted", "she", "said", "да"]),
        ("the dogs' ’tis U.S. etc.", ["the", "dogs", "tis", "U.S", "etc"]),
        ("¿Qué? *bold* _under_ #1", ["Qué", "bold", "under", "1"]),
        # Long dashes and ellipses part words; a dash between spaces is none.
        ("so—he said—went… away…now", ["so", "he", "said", "went", "away", "now"]),
        ("one – two - three -- four", ["one", "two", "three", "four"]),
        # Signs that are spoken with their number.
        ("$5, 5€, ₺50, 99.9%, 20°, +7", ["$5", "5€", "₺50", "99.9%", "20°", "+7"]),
        ("$ € % +", []),
        # Arabic: vowel marks belong to their letters, its comma and question mark do not.
        ("مَرْحَبًا، بِكُمْ؟ ٣٫٥٪", ["مَرْحَبًا", "بِكُمْ", "٣٫٥"]),
        ("كِتَابٌ", ["كِتَابٌ"]),
        ("\u200fأهلا\u200f وسهلا", ["أهلا", "وسهلا"]),
        # A base letter and its accent as two code points.
        ("cafe\u0301, naïve", ["cafe\u0301", "naïve"]),
        # Sentences that were glued together part where one ends; names with points in them stay whole.
        ("He went home.Then he slept!Really?Yes", ["He", "went", "home", "Then", "he", "slept", "Really", "Yes"]),
        ("ушёл.Потом ذهب.ثم", ["ушёл", "Потом", "ذهب", "ثم"]),
        ("example.com U.S.A Ph.D e.g.this 3.May", ["example.com", "U.S.A", "Ph.D", "e.g.this", "3.May"]),
        # Emoji are no words and stick to none, not even with their invisible companions.
        ("👍 👍🏽 ❤️ 👨‍👩‍👧 🇺🇦", []),
        ("great👍🏽 👍great", ["great", "great"]),
        ("love❤️ ❤️love", ["love", "love"]),
        ("1️⃣ first", ["1️⃣", "first"]),
        # Scripts without spaces give one word a run.
        ("漢字仮名。 次", ["漢字仮名", "次"]),
        ("他走了。我也走了！好？", ["他走了", "我也走了", "好"]),
        ("እንደምን፧ደህና።ቀን የለም", ["እንደምን", "ደህና", "ቀን", "የለም"]),
        # A year or a large number ends a sentence that was glued, a small one does not; addresses stay whole.
        ("in 1987.Then bought 1,000.That v2.Beta", ["in", "1987", "Then", "bought", "1,000", "That", "v2.Beta"]),
        ("Ada.King@example.org, www.Example.org", ["Ada.King@example.org", "www.Example.org"]),
        ("10\u00a0000 km", ["10", "000", "km"]),
    ],
)
def test_words_of(text: str, expected: list[str]) -> None:
    assert spoken(text) == expected


@given(text=TEXTS)
@example("\u0301\u0301a")
@example("a❤\ufe0f")
def test_words_are_in_order_apart_and_speakable(text: str) -> None:
    end = 0
    for span in words(text):
        assert span.start >= end
        assert is_speakable(span.of(text))
        assert not any(character.isspace() or character in "—…" for character in span.of(text))
        assert unicodedata.category(span.of(text)[0])[0] != "M", "a word does not begin inside a letter"
        end = span.end
    assert end <= len(text)


@given(text=TEXTS)
def test_every_letter_and_digit_is_in_a_word(text: str) -> None:
    covered = {place for span in words(text) for place in range(span.start, span.end)}
    assert {place for place, character in enumerate(text) if character.isalnum()} <= covered


@given(text=TEXTS)
def test_words_do_not_depend_on_what_surrounds_the_text(text: str) -> None:
    assert [span.shifted(-3) for span in words(f"(( {text} ))")] == list(words(text))


@given(text=TEXTS)
def test_a_text_is_speakable_when_it_has_words(text: str) -> None:
    assert is_speakable(text) == bool(words(text))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Dr. Smith paid $3.50. Then he left! Why?", ["Dr. Smith paid $3.50.", "Then he left!", "Why?"]),
        ("en-GB", " One.  Two. ", ["One.", "Two."]),
        ("ru", "Он ушёл. Куда? Домой!", ["Он ушёл.", "Куда?", "Домой!"]),
        ("uk", "Він пішов. Куди? Додому!", ["Він пішов.", "Куди?", "Додому!"]),
        ("tr", "Geldi mi? Evet. Gitti.", ["Geldi mi?", "Evet.", "Gitti."]),
        ("ar", "ذهب. إلى أين؟ إلى البيت.", ["ذهب.", "إلى أين؟", "إلى البيت."]),
        ("en", "He went home.Then he slept.", ["He went home.", "Then he slept."]),
        ("ru", "A Ph.D. thesis. New.", ["A Ph.D. thesis.", "New."]),
        ("zh", "他走了。我也走了。", ["他走了。", "我也走了。"]),
        ("am", "እንደምን አለህ፧ደህና ነኝ።", ["እንደምን አለህ፧", "ደህና ነኝ።"]),
        ("en", "", []),
        ("en", "  ", []),
        ("xx", "No such language. Two sentences.", ["No such language.", "Two sentences."]),
    ],
)
def test_sentences_of(language: str, text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text, language)] == expected


@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
def test_sentences_are_in_order_and_lose_no_word(text: str, language: str) -> None:
    found = sentences(text, language)
    end = 0
    for span in found:
        assert span.start >= end
        assert span.of(text) == span.of(text).strip() != ""
        end = span.end
    for word in words(text):
        holding = [span for span in found if span.start <= word.start and word.end <= span.end]
        assert len(holding) == 1, f"{word.of(text)!r} is in {len(holding)} sentences"


def test_a_span_is_half_open() -> None:
    span = TextSpan(2, 5)
    assert (len(span), span.of("abcdefg"), span.shifted(3)) == (3, "cde", TextSpan(5, 8))
    assert [place for place in range(8) if span.contains(place)] == [2, 3, 4]


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (3, 2)])
def test_an_impossible_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a text span"):
        TextSpan(start, end)
