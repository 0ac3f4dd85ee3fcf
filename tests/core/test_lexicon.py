"""Lexicons: which words of a text they find, in which case, with which endings, and how fast."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.lexicon import MOST_TERM_WORDS, Lexicon, LexiconEntry, speaks
from kiosk.core.spoken_form import merged, spell_out
from kiosk.core.text import words


def entry(grapheme: str, alias: str = "", ipa: str = "", language: str = "en") -> LexiconEntry:
    return LexiconEntry((grapheme,), alias, ipa, language)


def said(text: str, *listed: tuple[str, str], language: str = "en") -> str:
    """Return a text as it is said with some aliases."""
    entries = [entry(grapheme, alias, language=language) for grapheme, alias in listed]
    return spell_out(text, Lexicon(language, entries).respellings(text)).text


# -- words ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The WHO met.", "The World Health Organization met."),
        ("(WHO), “WHO”!", "(World Health Organization), “World Health Organization”!"),
        ("WHOSE idea? AWHO WHO2 WHO-led", "WHOSE idea? AWHO WHO2 WHO-led"),
        ("who", "who"),
        ("", ""),
        ("… — ,", "… — ,"),
    ],
)
def test_only_whole_words_are_found(text: str, expected: str) -> None:
    assert said(text, ("WHO", "World Health Organization")) == expected


def test_the_longest_is_found_first() -> None:
    listed = [("New", "Noo"), ("New Delhi", "Nyoo Delly"), ("New Delhi Times", "the paper"), ("Delhi", "Delly")]
    assert said("New Delhi Times, New Delhi, New, Delhi", *listed) == "the paper, Nyoo Delly, Noo, Delly"
    # What begins inside something that was found is not found again.
    assert said("New Delhi Times", ("New Delhi", "a"), ("Delhi Times", "b")) == "a Times"


@pytest.mark.parametrize("gap", ["  ", "\n", " \t", "\u00a0"])
def test_any_space_parts_the_words_of_an_entry(gap: str) -> None:
    assert said(f"in New{gap}Delhi.", ("New Delhi", "ND")) == "in ND."
    assert said("in New Delhi.", (f"New{gap}Delhi", "ND")) == "in ND."


@pytest.mark.parametrize("text", ["New, Delhi", "New. Delhi", "New—Delhi", "New Del", "new delhi"])
def test_what_is_parted_otherwise_is_not_meant(text: str) -> None:
    assert said(text, ("New Delhi", "ND")) == text


@pytest.mark.parametrize(
    ("grapheme", "text", "expected"),
    [
        ("St. John", "to St. John today", "to X today"),
        ("St. John", "to St John today", "to St John today"),
        ("No.", "No. 5, no. No", "X 5, no. No"),
        (".NET", "use .NET or NET", "use X or NET"),
        ("Yahoo!", "Yahoo! and Yahoo", "X and Yahoo"),
        ("AT&T", "AT&T.", "X."),
        ("C++", "C++ and C", "X and C"),
        ("al-Qaeda", "Al-Qaeda, AL-QAEDA", "X, X"),
    ],
)
def test_signs_of_an_entry_stand_in_the_text(grapheme: str, text: str, expected: str) -> None:
    assert said(text, (grapheme, "X")) == expected


def test_of_two_entries_for_one_form_the_one_with_the_signs_counts() -> None:
    assert said("Yahoo! Yahoo", ("Yahoo", "a"), ("Yahoo!", "b")) == "b a"


def test_of_two_entries_for_one_form_the_first_counts() -> None:
    assert said("lead", ("lead", "leed"), ("lead", "led")) == "leed"


def test_an_entry_without_a_word_or_with_too_many_is_never_found() -> None:
    assert said("& … a", ("&", "and"), ("", "x")) == "& … a"
    long = "a " * MOST_TERM_WORDS + "a"
    assert said(long, (long, "x")) == long
    assert said(long[2:], (long[2:], "x")) == "x"


def test_an_alias_is_not_looked_up_again() -> None:
    assert said("a b", ("a", "b"), ("b", "a b c")) == "b a b c"


# -- case ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("grapheme", "found", "passed_over"),
    [
        ("idlib", "idlib Idlib IDLIB", "idlibs"),
        ("Nice", "Nice NICE", "nice nIce"),
        ("New Delhi", "NEW DELHI", "new Delhi"),
        ("WHO", "WHO", "who Who"),
        ("iPhone", "iPhone", "iphone IPHONE Iphone"),
        ("McDonald", "McDonald", "MCDONALD Mcdonald"),
        ("U.S", "U.S", "u.s"),
        ("Straße", "Straße STRASSE", "straße"),
        ("Ελλάς", "Ελλάς ΕΛΛΆΣ", "ελλάς"),
        ("إدلب", "إدلب", "إدلبي"),
    ],
)
def test_case(grapheme: str, found: str, passed_over: str) -> None:
    assert said(found, (grapheme, "X")).replace("X", "").strip() == ""
    assert said(passed_over, (grapheme, "X")) == passed_over


def test_as_it_is_written_counts_before_another_case() -> None:
    listed = (("reading", "a"), ("Reading", "b"), ("READING", "c"))
    assert said("reading Reading READING", *listed) == "a b c"
    assert said("reading Reading READING", *reversed(listed)) == "a b c"


@pytest.mark.parametrize(
    ("language", "grapheme", "found", "passed_over"),
    [
        ("tr", "İdlib", "İdlib İDLİB", "IDLIB Idlib"),
        ("tr", "Isparta", "Isparta ISPARTA", "İsparta İSPARTA"),
        ("tr", "ılık", "ılık Ilık ILIK", "ilik İLİK"),
        ("az", "İlham", "İLHAM", "ILHAM"),
        ("en", "İstanbul", "İstanbul Istanbul ISTANBUL İSTANBUL", "istanbul"),
        ("en", "Istanbul", "İstanbul", "istanbul"),
    ],
)
def test_the_turkish_i_is_folded_as_its_language_does(
    language: str, grapheme: str, found: str, passed_over: str
) -> None:
    assert said(found, (grapheme, "X"), language=language).replace("X", "").strip() == ""
    assert said(passed_over, (grapheme, "X"), language=language) == passed_over


def test_letters_that_are_composed_otherwise_are_the_same() -> None:
    assert said("Erdog\u0306an", ("Erdoğan", "X")) == said("Erdoğan", ("Erdog\u0306an", "X")) == "X"
    assert said("O’Neill O'Neill", ("O'Neill", "X")) == said("O’Neill O'Neill", ("O’Neill", "X")) == "X X"


# -- endings -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ"])
def test_a_possessive_is_kept(apostrophe: str) -> None:
    text = f"Erdogan{apostrophe}s and NEW DELHI{apostrophe}S"
    expected = f"Erdo-wan{apostrophe}s and ND{apostrophe}S"
    assert said(text, ("Erdogan", "Erdo-wan"), ("New Delhi", "ND")) == expected
    assert said(f"Erdogan{apostrophe}x", ("Erdogan", "X")) == f"Erdogan{apostrophe}x"


def test_an_entry_with_its_own_ending_counts_more() -> None:
    assert said("Wendy's", ("Wendy", "a"), ("Wendy's", "b")) == "b"


@pytest.mark.parametrize("text", ["Cavusoglu'nun", "CAVUSOGLU’NUN", "Cavusoglu'yla"])
def test_a_turkish_ending_is_kept(text: str) -> None:
    assert said(text, ("Cavusoglu", "Çavuşoğlu"), language="tr") == f"Çavuşoğlu{text[9:]}"
    assert said("Cavusoglu'123", ("Cavusoglu", "X"), language="tr") == "Cavusoglu'123"


@pytest.mark.parametrize(
    ("language", "ipa", "text", "sound"),
    [
        ("en", "ˈɪdlɪb", "Idlib", "ˈɪdlɪb"),
        ("en", "ˈɪdlɪb", "Idlib's", "ˈɪdlɪbz"),
        ("en", "ˈhæftɑt", "Idlib’s", "ˈhæftɑts"),
        ("tr", "ˈidlip", "Idlib'in", "ˈidlipin"),
        ("tr", "ˈidlip", "IDLİB’DEKİYİ", "ˈidlipdekiji"),
        ("de", "ˈɪtlɪp", "Idlib's", "ˈɪtlɪps"),
    ],
)
def test_an_ending_sounds(language: str, ipa: str, text: str, sound: str) -> None:
    (found,) = Lexicon(language, [entry("Idlib", ipa=ipa, language=language)]).respellings(text)
    assert (found.span.of(text), found.spoken, found.ipa) == (text, text, sound)


def test_an_alias_is_for_voices_that_cannot_be_told_the_sound() -> None:
    (found,) = Lexicon("en", [entry("Idlib", "Id-lib", "ˈɪdlɪb")]).respellings("Idlib's")
    assert (found.spoken, found.ipa) == ("Id-lib's", "ˈɪdlɪbz")


# -- languages and ranks -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("own", "text", "is_spoken"),
    [
        *(("en", "en", True), ("en", "en-GB", True), ("en-GB", "en", True), ("EN_us", "en-US", True)),
        *(("pt-BR", "pt-PT", False), ("uk", "ru", False), ("en", "enm", False), ("zh-Hant", "zh-Hans", False)),
        ("sr-Latn", "sr-Latn-RS", True),
    ],
)
def test_a_list_holds_for_its_language(own: str, text: str, is_spoken: bool) -> None:
    assert speaks(own, text) is is_spoken


def test_a_higher_rank_counts_more_where_both_find_something() -> None:
    text = "New Delhi and Idlib"
    user = Lexicon("en", [entry("Delhi", "Delly")])
    operator = Lexicon("en", [entry("New Delhi", "ND"), entry("Idlib", "Id-lib")])
    found = merged(user.respellings(text), operator.respellings(text))
    assert spell_out(text, found).text == "New Delly and Id-lib"


# -- any text, and much of it --------------------------------------------------------------------------------

TERMS = ["a", "A", "ab", "a b", "a b c", "b c", "a.", ".a", "İ", "ı", "WHO", "a's", "O'a"]
texts = st.lists(st.sampled_from([*TERMS, " ", " ", ", ", ".", "'s", "’da", "é", "—", "\u0301"]), max_size=30).map(
    "".join
)


@given(texts, st.lists(st.sampled_from(TERMS), max_size=6), st.sampled_from(["en", "tr"]))
def test_what_is_found_is_in_order_and_whole_words(text: str, terms: list[str], language: str) -> None:
    lexicon = Lexicon(language, [entry(term, f"<{term}>") for term in terms])
    found = lexicon.respellings(text)
    starts = {word.start for word in words(text)}
    ends = {word.end for word in words(text)}
    cursor = 0
    for respelling in found:
        assert cursor <= respelling.span.start < respelling.span.end
        cursor = respelling.span.end
        inner = [place for place in range(respelling.span.start, cursor) if text[place].isalnum()]
        assert any(place in starts for place in range(respelling.span.start, inner[0] + 1))
        assert any(place in ends for place in range(inner[-1] + 1, cursor + 1))
    assert found == merged(found)


def quickest_ms(lexicon: Lexicon, text: str) -> float:
    times: list[float] = []
    for _ in range(5):
        started = time.perf_counter()
        lexicon.respellings(text)
        times.append((time.perf_counter() - started) * 1000)
    return min(times)


def test_ten_thousand_entries_do_not_slow_a_paragraph() -> None:
    names = [f"{first}{last} {last}" for first in "ABCDEFGHIJ" for last in map(str, range(1000))]
    text = " ".join(f"word{number} New Delhi" for number in range(150))
    few = Lexicon("en", [entry("New Delhi", "ND"), entry("New York", "NY")])
    # All that the text begins, too.
    many = Lexicon("en", [entry(f"New {name}", "x") for name in names] + [entry("New Delhi", "ND")])
    assert len(few.respellings(text)) == len(many.respellings(text)) == 150
    assert quickest_ms(many, text) < 2 * quickest_ms(few, text) + 1


def test_the_time_grows_with_the_text_alone() -> None:
    lexicon = Lexicon("en", [entry(("a " * length).strip(), "x") for length in range(1, MOST_TERM_WORDS, 2)])
    short, long = quickest_ms(lexicon, "b a " * 500), quickest_ms(lexicon, "b a " * 4000)
    assert long < 8 * short * 2
