"""How long a text is when it is said: letters count one, numbers and signs what they take."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.article import Block, BlockKind
from kiosk.core.pieces import MAX_UTTERANCE
from kiosk.core.spoken_form import Respelling
from kiosk.core.spoken_length import lengths_until
from kiosk.core.text import TextSpan
from kiosk.core.utterance import plan_utterances


def length(text: str, *respellings: Respelling) -> int:
    return lengths_until(text, TextSpan(0, len(text)), respellings)[-1]


@pytest.mark.parametrize(
    "text", ["plain words, as they are written: said.", "Слова, и Ещё слова.", "كلماتٌ مَكتوبة.", "İğde ağacı"]
)
def test_words_are_as_long_as_they_are_written(text: str) -> None:
    assert length(text) == len(text)


@pytest.mark.parametrize("text", ["1999", "٣٫٧", "99%", "€5", "NATO", "BBC", "a b c d", "5 + 7"])
def test_numbers_signs_and_initials_are_longer(text: str) -> None:
    assert length(text) >= 3 * len(text.replace(" ", ""))


def test_what_is_said_in_other_words_is_as_long_as_those() -> None:
    told = Respelling(TextSpan(3, 7), "one thousand nine hundred")
    assert length("In 1999 he left.", told) == len("In one thousand nine hundred he left.")
    assert length("In 1999 he left.", Respelling(TextSpan(3, 7), "")) == len("In  he left.")


def test_a_part_counts_from_its_own_start() -> None:
    text = "In 1999 he left."
    told = Respelling(TextSpan(3, 7), "that year")
    assert lengths_until(text, TextSpan(3, 10), [told]) == [0, 3, 5, 7, 9, 10, 11, 12]
    # What lies only partly in it is said as it is written.
    assert lengths_until(text, TextSpan(5, 7), [told]) == [0, 8, 16]


@given(text=st.text(max_size=80), data=st.data())
def test_lengths_never_fall_and_there_is_one_for_each_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    lengths = lengths_until(text, TextSpan(start, end), ())
    assert len(lengths) == end - start + 1
    assert lengths[0] == 0
    assert all(before < after for before, after in pairwise(lengths))


@pytest.mark.parametrize("text", ["9" * 280, "1,234 " * 50, "$98,765.43 " * 24, "WWWWW " * 40, "W " * 139])
def test_nothing_is_given_to_a_voice_that_is_said_for_long(text: str) -> None:
    block = Block("b1", BlockKind.PARAGRAPH, f"x {text.strip()}.", "en")
    planned = plan_utterances(1, block)
    assert len(planned) > 1
    for utterance in planned:
        assert length(utterance.text) <= MAX_UTTERANCE


def test_a_phrase_that_is_said_as_one_is_cut_only_when_it_alone_is_too_long() -> None:
    text = "It was " + "1234567 " * 12
    told = [Respelling(TextSpan(at, at + 7), "number " * 12) for at in range(7, 7 + 12 * 8, 8)]
    planned = plan_utterances(1, Block("b1", BlockKind.PARAGRAPH, text, "en"), respell=lambda *_: told)
    assert len(planned) > 3
    assert " ".join(utterance.text.strip() for utterance in planned).count("number") == 144
