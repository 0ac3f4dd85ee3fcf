"""Where sentences end: golden sets of our own in five languages, the public rules, and what holds for any text."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.core.abbreviations.lists import Abbreviations, abbreviations_of
from kiosk.core.enclosures import enclosures
from kiosk.core.segmentation import LONGEST_ENCLOSURE
from kiosk.core.text import sentences, words

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "data" / "sentences"
PUBLIC = ROOT.parent / "shared" / "data" / "sentence-rules" / "cases.json"
SHIPPED = ("en", "ru", "uk", "tr", "ar")
PUBLIC_LANGUAGES = {
    "arabic": "ar",
    "bulgarian": "bg",
    "deutsch": "de",
    "english": "en",
    "french": "fr",
    "persian": "fa",
    "polish": "pl",
    "russian": "ru",
    "spanish": "es",
}
# The library writes wide spaces, digits and closing marks of many scripts into its rules.
ODD_TEXTS = st.text(
    st.sampled_from(
        "aBcéЖщїİıشَد漢١7 12.!?…؟。:;,«»“”„‘’'\"`()[]{}*-—–•⁃№\n\r\t\u00a0\u202f\u2009\u200b\u200e\u200f"
        "\u202a\u202c\0\ufeff\ufffd\u0301\u200d👍"
    ),
    max_size=120,
)
ANY_LANGUAGE = st.sampled_from(
    [*SHIPPED, "de", "es", "fr", "pl", "el", "hy", "hi", "kk", "ja", "zh", "am", "my", "xx"]
)


def cut(text: str, language: str) -> list[str]:
    return [span.of(text) for span in sentences(text, language)]


def golden() -> list[object]:
    return [
        pytest.param(language, case["text"], case["sentences"], id=f"{language} {case['rule']}")
        for language in SHIPPED
        for case in json.loads((GOLDEN / f"{language}.json").read_text("utf-8"))
    ]


@pytest.mark.parametrize(("language", "text", "expected"), golden())
def test_people_would_cut_here(language: str, text: str, expected: list[str]) -> None:
    assert cut(text, language) == expected


@pytest.mark.parametrize(("language", "least"), [("en", 40), ("ru", 25), ("uk", 25), ("tr", 25), ("ar", 25)])
def test_each_language_has_a_golden_set_in_which_words_are_not_lost(language: str, least: int) -> None:
    cases = json.loads((GOLDEN / f"{language}.json").read_text("utf-8"))
    assert len({case["text"] for case in cases}) == len(cases) >= least
    for case in cases:
        assert "".join(case["sentences"]).split() != []
        assert "".join("".join(case["sentences"]).split()) == "".join(case["text"].split())


@pytest.mark.parametrize("language", sorted(set(PUBLIC_LANGUAGES.values())))
def test_the_public_rules_hold(language: str) -> None:
    if not PUBLIC.exists():
        pytest.skip("the public sentence rules are not beside the project")
    import sentencex

    cases = [
        (text, [sentence.strip() for sentence in expected])
        for name, rules in json.loads(PUBLIC.read_text("utf-8")).items()
        if PUBLIC_LANGUAGES[name.split("/")[0]] == language
        for text, expected in rules
    ]
    ours = sum(cut(text, language) == expected for text, expected in cases)
    library = sum(
        [piece.strip() for piece in sentencex.segment(language, text) if piece.strip()] == expected
        for text, expected in cases
    )
    assert ours >= library
    assert language != "en" or ours >= 0.95 * len(cases)


# -- for any text -------------------------------------------------------------------------------------------------


def check(text: str, language: str) -> None:
    found = sentences(text, language)
    end = 0
    for span in found:
        assert span.start >= end
        assert span.of(text) == span.of(text).strip() != ""
        end = span.end
    place = 0
    for word in words(text):
        while found[place].end <= word.start:
            place += 1
        assert found[place].start <= word.start
        assert word.end <= found[place].end


@given(text=ODD_TEXTS, language=ANY_LANGUAGE)
@example(text="A\u00a0. B", language="fr")
@example(text="Z\u202f.“~", language="el")
@example(text="a\r\n\r\nb. C", language="en")
@example(text="‘漢\u2009ş[Yش X\u202f.” <йX।“;b", language="es")
def test_signs_and_spaces_of_any_kind_lose_no_word(text: str, language: str) -> None:
    check(text, language)


@given(text=st.text(max_size=200), language=ANY_LANGUAGE)
def test_any_text_at_all_loses_no_word(text: str, language: str) -> None:
    check(text, language)


@given(text=st.text(st.sampled_from("aB. ?…“”«»()'\"3—"), max_size=60), language=st.sampled_from(SHIPPED))
def test_each_sentence_but_a_wordless_text_has_words(text: str, language: str) -> None:
    found = sentences(text, language)
    assert len(found) <= 1 or all(words(span.of(text)) for span in found)


def test_a_text_longer_than_the_library_is_given_is_cut_everywhere() -> None:
    assert cut("We met Dr. Osei. " * 3000, "en") == ["We met Dr. Osei."] * 3000
    assert cut("Он жил в 1932 г. Потом уехал. " * 2000, "ru") == ["Он жил в 1932 г.", "Потом уехал."] * 2000
    assert cut("Bonjour M. Petit. " * 2000, "fr") == ["Bonjour M. Petit."] * 2000
    assert cut("word " * 20_000, "en") == [("word " * 20_000).strip()]


@pytest.mark.parametrize(
    "unit", ["‘a ", "« a. B. ", "? 5 ", ". . . 5 ", "A. ", ".", "([{«“", "!)))))", "1. a 2. b "]
)
def test_long_texts_of_signs_take_time_in_proportion(unit: str) -> None:
    # Time of this process, so that a busy machine does not matter; what grows with the square would take minutes.
    begin = time.process_time()
    sentences(unit * (300_000 // len(unit)), "en")
    assert time.process_time() - begin < 6


# -- quotations and brackets --------------------------------------------------------------------------------------


def test_a_long_quotation_is_cut_at_the_sentences_in_it() -> None:
    inside = "The nets were empty again this morning. " * 8
    text = f"She said: “{inside}Nobody sang.” Then she left."
    assert len(inside) > LONGEST_ENCLOSURE
    found = cut(text, "en")
    assert found[0] == "She said: “The nets were empty again this morning."
    assert found[-2:] == ["Nobody sang.”", "Then she left."]
    assert len(found) == 10


def test_a_mark_that_is_never_closed_holds_nothing_together() -> None:
    assert cut("“One. Two. Three.", "en") == ["“One.", "Two.", "Three."]
    assert cut("Он сказал: «Раз. Два. Три.", "ru") == ["Он сказал: «Раз.", "Два.", "Три."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a (b) c", ["(b)"]),
        ("a (b [c] d) e", ["(b [c] d)"]),
        ("“a” «b» „c“ 'd.' ‘e.’ `f`", ["“a”", "«b»", "„c“", "'d.'", "‘e.’", "`f`"]),
        ('"a" b "c"', ['"a"', '"c"']),
        ("the dogs' owner, the cats' owner", []),
        ("don’t, rock 'n' roll", []),
        ('a 5" nail. A 6" nail', []),
        ("a ) b ( c", []),
        ("( “a ) b” c", ["( “a )"]),
        ("(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa(b)", ["(b)"]),
    ],
)
def test_enclosures_of(text: str, expected: list[str]) -> None:
    assert [text[begin : end + 1] for begin, end in enclosures(text, 30)] == expected


@given(text=ODD_TEXTS)
def test_enclosures_are_in_order_and_apart(text: str) -> None:
    end = -1
    for begin, close in enclosures(text, 40):
        assert end < begin < close < len(text)
        end = close


# -- lists of short forms -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", SHIPPED)
def test_short_forms_are_written_as_they_are_looked_up(language: str) -> None:
    lists = abbreviations_of(language)
    assert isinstance(lists, Abbreviations)
    for kind in (
        "leading",
        "numbered",
        "short",
        "closing",
        "dated",
        "starters",
        "openings",
        "followers",
        "speaking",
    ):
        for form in getattr(lists, kind):
            assert form == form.lower().strip(".")
    kinds = (lists.leading, lists.numbered, lists.short, lists.closing, lists.dated)
    assert sum(map(len, kinds)) == len(frozenset().union(*kinds)), "a short form is of one kind"


def test_a_language_without_a_list_is_left_to_the_library() -> None:
    assert abbreviations_of("de") is None
    assert cut("Das ist z. B. hier so. „Ja!“ – rief er. Ende.", "de") == [
        "Das ist z. B. hier so.",
        "„Ja!“ – rief er.",
        "Ende.",
    ]
