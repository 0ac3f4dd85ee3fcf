"""Spelling: nothing of an address is lost, nothing is heard twice alike, groups are short."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.letter_names import LETTER_NAMES
from kiosk.core.spelling import MOST_IN_GROUP, shown_text, spell_account, spell_address, spoken_text
from kiosk.i18n import LANGUAGES

ADDRESSES = st.text(alphabet=string.ascii_letters + string.digits + "./:-_?=&#%+~@", min_size=1, max_size=60)


def test_every_language_has_names() -> None:
    assert set(LETTER_NAMES) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_letters_are_called_the_same(language: str) -> None:
    names = LETTER_NAMES[language]
    called = [*names.letters.values(), *names.signs.values(), names.other]
    assert len({name.casefold() for name in called}) == len(called)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "G, I, V, E. dot. E, X, A. M, P, L, E. dot. O, R, G. slash. K, 1, 7."),
        ("ru", "гэ, и, вэ, е. точка. е, икс, а. эм, пэ, эль, е. точка. о, эр, гэ. косая черта. ка, 1, 7."),
        ("uk", "ґе, і, ве, е. крапка. е, ікс, а. ем, пе, ель, е. крапка. о, ер, ґе. коса риска. ка, 1, 7."),
        ("tr", "ge, i, ve, e. nokta. e, iks, a. me, pe, le, e. nokta. o, re, ge. eğik çizgi. ke, 1, 7."),
        (
            "ar",
            "جي، آي، في، إي. نقطة. إي، إكس، إيه. إم، بي ثقيلة، إل، إي. نقطة. أو، آر، جي. شرطة مائلة. كيه، 1، 7.",
        ),
    ],
)
def test_an_address_is_spelled_in_the_listeners_language(language: str, expected: str) -> None:
    groups = spell_address("https://give.example.org/k17", language)
    assert spoken_text(groups, language) == expected
    assert shown_text(groups) == "give . exa mple . org / k17"


def test_capitals_in_a_path_are_told() -> None:
    assert spell_address("x/Ab", "en")[-1].spoken == ("capital A", "B")
    assert spell_address("http://X", "en")[0].spoken == ("capital X",)


def test_a_language_without_names_hears_english_ones() -> None:
    assert spell_address("a.b", "eo") == spell_address("a.b", "en")


def test_an_account_is_spelled_as_it_is_printed() -> None:
    groups = spell_account(("DE44", "1234", "00"), "en-GB")
    assert [group.shown for group in groups] == ["DE44", "1234", "00"]
    assert spoken_text(groups, "en-GB") == "D, E, 4, 4. 1, 2, 3, 4. 0, 0."


@given(ADDRESSES, st.sampled_from(tuple(LANGUAGES)))
def test_nothing_is_lost_and_groups_are_short(address: str, language: str) -> None:
    groups = spell_address(f"https://{address}", language)
    assert "".join(group.shown for group in groups) == address
    for group in groups:
        assert 1 <= len(group.shown) == len(group.spoken) <= MOST_IN_GROUP
        assert all(group.spoken)
