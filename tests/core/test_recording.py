"""A recording's times against the text and the sound; what is cut out of it at once; how fast it is."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.errors import ContentError
from kiosk.core.pause import Boundary, Ending, pause_after
from kiosk.core.rate import Rate
from kiosk.core.recording import (
    RecordedStretch,
    TimedMark,
    checked,
    own_wpm,
    plan_recorded,
    tracking_of,
)
from kiosk.core.text import TextSpan, sentences, words
from kiosk.core.utterance import Utterance
from kiosk.core.voice import Tracking

TEXTS = ("One two three. Four five!", "«Six», he said: seven… eight — nine.", "* * *")


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block("b1", kind, text, "en")


def article(*texts: str) -> Article:
    return Article("a", "A title", "en", tuple(block(text) for text in texts or TEXTS))


def marks_of(own: Article, passages: Sequence[int] = (1, 2), word_ms: float = 400) -> list[TimedMark]:
    """One mark a word, one after the other."""
    found: list[TimedMark] = []
    for passage in passages:
        for word in words(own.passage(passage).text):
            begin_ms = len(found) * word_ms
            found.append(TimedMark(passage, word.start, word.end, begin_ms, begin_ms + word_ms))
    return found


def edited(number: int, **changes: object) -> list[TimedMark]:
    """Good marks with one, counted from 1, changed."""
    marks = marks_of(article())
    marks[number - 1] = marks[number - 1]._replace(**changes)  # type: ignore[arg-type]
    return marks


# -- times --------------------------------------------------------------------------------------------------------


def test_good_marks_become_the_stretches_of_their_passages() -> None:
    times = checked(marks_of(article()), article(), 10_000, "t.json")
    assert list(times) == [1, 2]
    assert [own.span for own in times[1]] == list(words(TEXTS[0]))
    assert times[1][1] == RecordedStretch(TextSpan(4, 7), 400, 800)


def test_the_title_is_paragraph_0() -> None:
    times = checked(marks_of(article(), (0, 1)), article(), 10_000, "t.json")
    assert [own.span for own in times[0]] == [TextSpan(0, 1), TextSpan(2, 7)]


@pytest.mark.parametrize(
    ("marks", "place", "part"),
    [
        ([], "", "no marks"),
        (edited(2, passage=9), "mark 2", "no paragraph 9; they go from 1 to 3"),
        (edited(2, start=7), "mark 2", "7 to 7 does not lie in the 25 characters"),
        (edited(5, end=99), "mark 5", "20 to 99 does not lie in the 25 characters"),
        (edited(2, text="tow"), "mark 2", '"tow" was recorded, "two" is written'),
        (edited(2, end_ms=300), "mark 2", "ends at 300 ms, before it begins at 400 ms"),
        (edited(2, begin_ms=-1.0), "mark 2", "before it begins"),
        (edited(11, end_ms=4_421), "mark 11", "ends at 4421 ms, after the sound, which lasts 4400 ms"),
        (edited(3, begin_ms=300, end_ms=1_200), "mark 3", "begins at 300 ms, before the mark before it at 400"),
        (edited(3, start=5, end=13), "mark 3", "before the end of the mark before it in the text"),
        (
            edited(5, passage=2, start=0, end=4)[:5] + marks_of(article())[:1],
            "mark 6",
            "before the end of the mark",
        ),
        (edited(3, passage=2, start=1, end=4), "mark 4", "before the end of the mark"),
        (marks_of(article())[1:], "paragraph 1", '"One" has no time'),
        (marks_of(article())[:-1], "paragraph 2", '"nine" has no time'),
        (marks_of(article())[:2] + marks_of(article())[3:], "paragraph 1", '"three" has no time'),
        (marks_of(article(), (0,))[:1], "the title", '"title" has no time'),
    ],
)
def test_what_is_wrong_is_told_with_its_place(marks: list[TimedMark], place: str, part: str) -> None:
    with pytest.raises(ContentError) as caught:
        checked(marks, article(), 4_400, "t.json")
    assert (caught.value.source, caught.value.place) == ("t.json", place)
    assert part in caught.value.problem


def test_the_last_mark_may_end_a_little_after_the_sound_and_is_cut() -> None:
    times = checked(edited(11, end_ms=4_419), article(), 4_400, "t.json")
    assert times[2][-1].end_ms == 4_400


def test_a_mark_without_length_is_a_word_that_is_not_said() -> None:
    times = checked(edited(2, end_ms=400), article(), 4_400, "t.json")
    assert [own.is_silent for own in times[1]] == [False, True, False, False, False]


def test_parts_of_words_and_whole_sentences_are_stretches_too() -> None:
    text = "The Secretary-General spoke. He left."
    rows = [(0, 3), (4, 13), (14, 21), (22, 28), (29, 37)]
    marks = [TimedMark(1, start, end, at * 100, at * 100 + 100) for at, (start, end) in enumerate(rows)]
    times = checked(marks, article(text), 1_000, "t.json")
    assert [(own.span.start, own.span.end) for own in times[1]] == rows


def test_it_is_timed_by_words_when_hardly_a_stretch_holds_more() -> None:
    own = article("one two three four five six seven eight nine ten eleven twelve")
    by_word = checked(marks_of(own, (1,)), own, 9_000, "t.json")
    assert tracking_of(by_word, own) is Tracking.WORD
    whole = [TimedMark(1, 0, len(own.passage(1).text), 0, 5_000)]
    assert tracking_of(checked(whole, own, 9_000, "t.json"), own) is Tracking.SENTENCE


# -- what is said at once -----------------------------------------------------------------------------------------


def parts(planned: Sequence[Utterance], text: str) -> list[tuple[str, bool]]:
    return [(utterance.span.of(text), utterance.is_recorded) for utterance in planned]


def test_a_sentence_is_said_at_once_whatever_signs_are_in_it() -> None:
    planned = plan_recorded(2, block(TEXTS[1]), words(TEXTS[1]), is_first=True)
    assert parts(planned, TEXTS[1]) == [(TEXTS[1], True)]
    assert [(own.boundary, own.ending) for own in planned] == [(Boundary.PARAGRAPH, Ending.PARAGRAPH)]
    assert (planned[0].passage, planned[0].language) == (2, "en")


def test_boundaries_are_those_of_sentences_and_of_the_block() -> None:
    planned = plan_recorded(1, block(TEXTS[0], BlockKind.HEADING), words(TEXTS[0]))
    assert [(own.boundary, own.ending) for own in planned] == [
        (Boundary.SENTENCE, Ending.SENTENCE),
        (Boundary.HEADING, Ending.PARAGRAPH),
    ]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (4, None, [("two three.", True), ("Four five!", True)]),
        (5, None, [("two three.", True), ("Four five!", True)]),
        (3, None, [("two three.", True), ("Four five!", True)]),
        (14, None, [("Four five!", True)]),
        (0, 7, [("One two", True)]),
        (4, 7, [("two", True)]),
        (25, None, []),
    ],
)
def test_words_are_cut_out_where_it_is_asked_for(
    start: int, end: int | None, expected: list[tuple[str, bool]]
) -> None:
    assert parts(plan_recorded(1, block(TEXTS[0]), words(TEXTS[0]), start, end=end), TEXTS[0]) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, None, [("One two three.", True), ("Four five!", True)]),
        (15, None, [("Four five!", True)]),
        # The recording cannot be cut there: a voice says the rest of the sentence.
        (4, None, [("two three.", False), ("Four five!", True)]),
        (4, 7, [("two", False)]),
        (0, 19, [("One two three.", True), ("Four", False)]),
        (0, 24, [("One two three.", True), ("Four five!", True)]),
    ],
)
def test_a_sentence_without_times_inside_is_not_cut(
    start: int, end: int | None, expected: list[tuple[str, bool]]
) -> None:
    stretches = sentences(TEXTS[0], "en")
    assert parts(plan_recorded(1, block(TEXTS[0]), stretches, start, end=end), TEXTS[0]) == expected


def test_a_stretch_over_two_sentences_keeps_them_together() -> None:
    planned = plan_recorded(1, block(TEXTS[0]), [TextSpan(0, len(TEXTS[0]))])
    assert parts(planned, TEXTS[0]) == [(TEXTS[0], True)]


def test_a_part_for_a_voice_is_said_as_it_is_spoken_and_goes_on_as_one_sentence() -> None:
    from kiosk.core.spoken_form import Respelling

    def respell(text: str, language: str) -> list[Respelling]:
        return [Respelling(TextSpan(4, 7), "2")]

    planned = plan_recorded(1, block(TEXTS[0]), [TextSpan(0, 7), TextSpan(8, 25)], 4, respell=respell)
    assert [(own.text, own.boundary, own.ending) for own in planned] == [
        ("2", Boundary.WORD, Ending.NOTHING),
        ("three. Four five!", Boundary.PARAGRAPH, Ending.PARAGRAPH),
    ]


PROSE = st.lists(
    st.sampled_from(
        ["one", "two,", "«three»", "four.", "Five!", "…", "—", "six-seven", "Dr. Lee", "3.7", "Eight?"]
    ),
    min_size=1,
    max_size=14,
).map(" ".join)


@given(text=PROSE, data=st.data())
def test_every_word_is_planned_once_and_the_recording_is_cut_between_stretches(
    text: str, data: st.DataObject
) -> None:
    spans = words(text)
    cuts = sorted(data.draw(st.sets(st.sampled_from(range(len(spans) + 1)), max_size=5))) if spans else []
    edges = sorted({0, len(spans), *cuts})
    stretches = [TextSpan(spans[first].start, spans[last - 1].end) for first, last in pairwise(edges)]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.one_of(st.none(), st.integers(start, len(text))))
    planned = plan_recorded(1, block(text), stretches, start, data.draw(st.booleans()), end)
    begin = next((word.start for word in spans if word.end > start), len(text)) if start else 0
    until = len(text) if end is None else end
    said = [word.shifted(own.span.start).start for own in planned for word in words(own.span.of(text))]
    assert said == [word.start for word in spans if word.start >= begin and word.start < until]
    for own in planned:
        if own.is_recorded:
            inside = [each for each in stretches if own.span.start <= each.start and each.end <= own.span.end]
            held = [word for each in inside for word in words(each.of(text))]
            assert len(held) == len(words(own.span.of(text))), "only whole stretches, and all that is in them"


# -- how fast it is -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("wanted", [80, 160, 300])
def test_a_recording_at_a_rate_is_measured_at_that_rate(wanted: int) -> None:
    """Made as a voice is heard: sentences that leave room for the pauses between them."""
    own = article(*["Seven little words are in this one. Five more words come here."] * 20)
    marks: list[TimedMark] = []
    cursor_ms = 0.0
    rate = Rate(wanted)
    sentence_ms, paragraph_ms = (
        pause_after(kind, rate).total_seconds() * 1000 for kind in (Boundary.SENTENCE, Boundary.PARAGRAPH)
    )
    speech_ms = 20 * 12 * 60_000 / wanted - 20 * sentence_ms - 19 * paragraph_ms
    word_ms = (speech_ms + 40 * 20) / (20 * 12)
    for passage in range(1, 21):
        text = own.passage(passage).text
        for sentence in sentences(text, "en"):
            for word in words(sentence.of(text)):
                span = word.shifted(sentence.start)
                marks.append(TimedMark(passage, span.start, span.end, cursor_ms, cursor_ms + word_ms))
                cursor_ms += word_ms
            # However long the speaker was silent.
            cursor_ms += 2_000
    times = checked(marks, own, cursor_ms, "t.json")
    assert own_wpm(own, times) == pytest.approx(wanted, rel=0.01)


def test_numbers_do_not_make_a_speaker_slow() -> None:
    plain = "Seven little words are in this one."
    numbered = "In 1848, 3,700,000 came by 1,234 ships."
    own = article(*[plain, numbered] * 12)
    marks: list[TimedMark] = []
    cursor_ms = 0.0
    for passage in range(1, 25):
        text = own.passage(passage).text
        for word in words(text):
            length_ms = 1_500 if word.of(text)[0].isdigit() else 300
            marks.append(TimedMark(passage, word.start, word.end, cursor_ms, cursor_ms + length_ms))
            cursor_ms += length_ms
    without = article(*[plain] * 12)
    alone = checked(marks_of(without, range(1, 13), 300), without, 1e6, "t.json")
    times = checked(marks, own, cursor_ms, "t.json")
    assert own_wpm(own, times) == pytest.approx(own_wpm(without, alone), rel=0.02)


@pytest.mark.parametrize(("word_ms", "expected"), [(1.0, 600), (60_000.0, 60)])
def test_times_that_nobody_speaks_in_are_kept_in_bounds(word_ms: float, expected: int) -> None:
    times = checked(marks_of(article(), word_ms=word_ms), article(), 1e7, "t.json")
    assert own_wpm(article(), times) in (expected, 160)


def test_a_recording_that_says_nothing_has_the_usual_rate() -> None:
    marks = [mark._replace(end_ms=mark.begin_ms) for mark in marks_of(article())]
    assert own_wpm(article(), checked(marks, article(), 1e7, "t.json")) == 160
