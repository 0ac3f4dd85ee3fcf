"""What voices are given, and how their marks lead back: every word once, in order, whatever text or engine."""

from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from kiosk.core.article import Block, BlockKind
from kiosk.core.pause import Boundary
from kiosk.core.pieces import MAX_UTTERANCE
from kiosk.core.text import TextSpan, is_speakable, words
from kiosk.core.timeline import WordMark, problems
from kiosk.core.utterance import FIRST_UTTERANCE, Utterance, plan_utterances
from kiosk.core.word_marks import marks_of_words

WORDS = {
    "en": [
        "The",
        "Secretary-General",
        "didn't",
        "say",
        "3.7",
        "million",
        "Dr.",
        "U.S.",
        "on",
        "Monday",
        "$5",
        "a",
    ],
    "ru": ["Он", "сказал", "что-то", "т.", "е.", "2019", "году", "г.", "Москва", "подъезд", "и", "5%"],
    "uk": ["Він", "сказав", "п'ять", "об’єкт", "2019", "року", "р.", "Київ", "і", "її", "ґанок"],
    "tr": ["Türkiye'nin", "başkenti", "3,7", "milyon", "İstanbul'da", "Dr.", "ışık", "ve", "ğ", "50₺"],
    "ar": ["قال", "الأمين", "العام", "مَرْحَبًا", "٣٫٧", "مليون", "في", "يوم", "د.", "2019", "وقال:"],
}
JOINTS = (
    [" "] * 12
    + [", ", "; ", ": ", " – ", " — ", "—", "… ", "...", ". ", ".", "! ", "? ", "؟ ", "، ", "؛ "]
    + [" (", ") ", " “", "” ", " «", "» ", " - ", "\u00a0", "  ", " 👍 ", " * ", "\u200f ", "/"]
)


@st.composite
def texts(draw: st.DrawFn, most: int = 120) -> tuple[str, str]:
    """A language and a text of it, from real words and every kind of joint."""
    language = draw(st.sampled_from(sorted(WORDS)))
    parts = draw(st.lists(st.tuples(st.sampled_from(WORDS[language]), st.sampled_from(JOINTS)), max_size=most))
    prefix = draw(st.sampled_from(["", "“", "-", " ", "(", "… "]))
    return language, prefix + "".join(word + joint for word, joint in parts)


def block(text: str, language: str = "en", kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block("b1", kind, text, language)


def planned_words(plan: tuple[Utterance, ...]) -> list[TextSpan]:
    return [
        utterance.alignment.to_written(word).shifted(utterance.span.start)
        for utterance in plan
        for word in words(utterance.text)
    ]


@given(sample=texts(), start=st.integers(0, 2000), is_first=st.booleans())
@example(sample=("en", "x" * 200 + "—" + "y" * 200), start=0, is_first=True)
@example(sample=("en", "x" * 200 + "…" + "y" * 200), start=0, is_first=False)
@example(sample=("en", "a " * 50 + " " * 600 + "b"), start=0, is_first=True)
def test_every_word_from_the_start_is_spoken_once_and_in_order(
    sample: tuple[str, str], start: int, is_first: bool
) -> None:
    language, text = sample
    start = min(start, len(text))
    assume(all(len(word) <= MAX_UTTERANCE for word in words(text)))
    plan = plan_utterances(7, block(text, language), start, is_first)
    assert planned_words(plan) == [word for word in words(text) if word.end > start]


@given(sample=texts(), start=st.integers(0, 2000), is_first=st.booleans())
@example(sample=("en", "x" * 3000), start=100, is_first=True)
@example(sample=("en", "a " * 50 + " " * 600 + "b"), start=0, is_first=True)
@example(sample=("en", "x" * 279 + ", " + "y" * 3000), start=0, is_first=True)
def test_utterances_are_short_speakable_parts_of_the_text_in_order(
    sample: tuple[str, str], start: int, is_first: bool
) -> None:
    language, text = sample
    plan = plan_utterances(7, block(text, language), start, is_first)
    end = 0
    for utterance in plan:
        assert (utterance.passage, utterance.language) == (7, language)
        assert utterance.text == utterance.span.of(text)
        assert utterance.text == utterance.text.strip()
        assert is_speakable(utterance.text)
        assert len(utterance.text) <= MAX_UTTERANCE
        assert utterance.span.start >= end
        end = utterance.span.end


@given(
    text=st.text(max_size=400), start=st.integers(0, 400), language=st.sampled_from([*sorted(WORDS), "zh", "xx"])
)
@example(text="x" * 1000, start=300, language="en")
@example(text="漢" * 1000, start=0, language="zh")
def test_no_text_at_all_loses_a_letter_or_says_one_twice(text: str, start: int, language: str) -> None:
    plan = plan_utterances(1, block(text, language), start)
    said = [place for utterance in plan for place in range(utterance.span.start, utterance.span.end)]
    assert len(said) == len(set(said))
    assert all(len(utterance.text) <= MAX_UTTERANCE for utterance in plan)
    begin = min((word.start for word in words(text) if word.end > start), default=len(text))
    assert {place for place in range(begin, len(text)) if text[place].isalnum()} <= set(said)


@pytest.mark.parametrize("start", range(4, 8))
def test_a_place_inside_a_word_begins_with_that_word(start: int) -> None:
    assert plan_utterances(1, block("One three."), start)[0].text == "three."


def test_signs_before_the_first_word_are_given_to_the_voice() -> None:
    assert [utterance.text for utterance in plan_utterances(1, block("-5 °C at night."))] == ["-5 °C at night."]


def test_what_has_no_letter_or_digit_is_passed_over() -> None:
    assert plan_utterances(1, block("* * *")) == ()
    assert plan_utterances(1, block("")) == ()
    assert planned_words(plan_utterances(1, block("One. … ! Two. —"))) == [TextSpan(0, 3), TextSpan(9, 12)]


def test_a_long_sentence_is_cut_where_a_clause_ends() -> None:
    text = "word " * 30 + "end, " + "word " * 40 + "end."
    first, second = plan_utterances(1, block(text))
    assert first.text.endswith("end,")
    assert (first.boundary, second.boundary) == (Boundary.CLAUSE, Boundary.PARAGRAPH)


def test_the_first_utterance_is_short_when_somebody_waits_and_a_clause_ends_soon() -> None:
    text = "Some words at the beginning of it, " + "and many more words " * 10 + "then."
    assert plan_utterances(1, block(text), is_first=True)[0].text == "Some words at the beginning of it,"
    assert len(plan_utterances(1, block(text))[0].text) > FIRST_UTTERANCE


def test_a_phrase_is_not_torn_only_to_make_the_first_utterance_short() -> None:
    text = "many words without a pause " * 8 + "then."
    assert [len(utterance.text) for utterance in plan_utterances(1, block(text), is_first=True)] == [len(text)]


@pytest.mark.parametrize(
    ("kind", "last"),
    [
        (BlockKind.TITLE, Boundary.HEADING),
        (BlockKind.HEADING, Boundary.HEADING),
        (BlockKind.LIST_ITEM, Boundary.LIST_ITEM),
        (BlockKind.PARAGRAPH, Boundary.PARAGRAPH),
        (BlockKind.QUOTE, Boundary.PARAGRAPH),
        (BlockKind.FIGURE, Boundary.PARAGRAPH),
    ],
)
def test_the_pause_after_a_block_follows_its_kind(kind: BlockKind, last: Boundary) -> None:
    plan = plan_utterances(1, block("One two. Three.", kind=kind))
    assert [utterance.boundary for utterance in plan] == [Boundary.SENTENCE, last]


def test_every_kind_of_block_has_a_pause() -> None:
    for kind in BlockKind:
        assert plan_utterances(1, block("One.", kind=kind))[0].boundary in Boundary


# -- marks --------------------------------------------------------------------------------------------------------

ENGINE_MARKS = st.lists(
    st.builds(
        lambda start, length, frame: WordMark(TextSpan(start, start + length), frame, frame),
        st.integers(0, 150),
        st.integers(0, 40),
        st.integers(-1000, 60_000),
    ),
    max_size=40,
)


@given(sample=texts(30), marks=ENGINE_MARKS, frame_count=st.integers(0, 50_000))
@example(sample=("en", "one two"), marks=[], frame_count=0)
def test_whatever_an_engine_marks_each_word_gets_one_mark_inside_the_sound(
    sample: tuple[str, str], marks: list[WordMark], frame_count: int
) -> None:
    _, text = sample
    found = marks_of_words(text, marks, frame_count)
    assert [mark.span for mark in found] == list(words(text))
    assert problems(found, frame_count) == []
    assert all(before.end_frame == after.start_frame for before, after in pairwise(found))
    assert not found or found[-1].end_frame == frame_count


@given(sample=texts(30), step=st.integers(1, 5000))
def test_an_engine_that_marks_every_word_is_believed(sample: tuple[str, str], step: int) -> None:
    _, text = sample
    marks = [WordMark(span, number * step, number * step) for number, span in enumerate(words(text))]
    found = marks_of_words(text, marks, len(marks) * step)
    assert [mark.start_frame for mark in found] == [mark.start_frame for mark in marks]


def test_several_marks_in_one_word_give_its_first() -> None:
    marks = [WordMark(TextSpan(0, 3), 10, 10), WordMark(TextSpan(4, 7), 50, 50), WordMark(TextSpan(8, 9), 90, 90)]
    assert [mark.start_frame for mark in marks_of_words("one-two x", marks, 100)] == [10, 90]


def test_words_that_the_engine_did_not_mark_share_the_time_before_the_next_that_it_did() -> None:
    marks = [WordMark(TextSpan(0, 2), 0, 0), WordMark(TextSpan(11, 13), 600, 600)]
    found = marks_of_words("aa bbbb cc dd", marks, 800)
    assert [(mark.start_frame, mark.end_frame) for mark in found] == [(0, 150), (150, 450), (450, 600), (600, 800)]
