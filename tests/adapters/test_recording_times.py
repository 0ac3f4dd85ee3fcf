"""The file with a recording's times: what is read, and what is an error with its place."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.formats.decoding import LARGEST_FILE
from kiosk.adapters.formats.recording_times import parse
from kiosk.core.errors import ContentError
from kiosk.core.recording import TimedMark

MARK = {"paragraph": 2, "start": 4, "end": 9, "text": "مَرْحَ", "start_ms": 12.5, "end_ms": 400}


def document(*marks: object, **keys: object) -> bytes:
    return json.dumps({**keys, "marks": list(marks)}, ensure_ascii=False).encode()


def test_marks_are_read_as_they_are_written_by_the_speak_command() -> None:
    read = parse(document(MARK, words_per_minute=160), "t.json")
    assert read.marks == (TimedMark(2, 4, 9, 12.5, 400.0, "مَرْحَ"),)
    assert read.words_per_minute == 160


def test_a_mark_may_be_a_row_and_the_rate_may_be_left_out() -> None:
    assert parse(document([2, 4, 9, 12.5, 400]), "t.json") == ((TimedMark(2, 4, 9, 12.5, 400.0),), None)


def test_a_byte_order_mark_and_other_keys_do_no_harm() -> None:
    assert len(parse(b"\xef\xbb\xbf" + document({**MARK, "speaker": "x"}, made_by="y"), "t.json").marks) == 1


def changed(**changes: object) -> bytes:
    return document([1, 0, 3, 0, 100], {**MARK, **changes})


@pytest.mark.parametrize(
    ("data", "place", "part"),
    [
        (b"", "line 1", "not JSON"),
        (b'{"marks": [\n1,\n', "line 3", "not JSON"),
        (b"\xff\xfe", "byte 0", "not UTF-8"),
        (b"[" * 100_000, "", "not JSON"),
        (b'{"marks": [[1, 0, ' + b"9" * 5000 + b", 0, 1]]}", "", "not JSON"),
        (b"[]", "", 'no list of "marks"'),
        (b"7", "", 'no list of "marks"'),
        (b'{"marks": {}}', "", 'no list of "marks"'),
        (document(7), "mark 1", "not a mark of 5 fields"),
        (document([1, 2, 3]), "mark 1", "not a mark of 5 fields"),
        (document(MARK, {"paragraph": 1}), "mark 2", 'no "start"'),
        (changed(text=7), "mark 2", '"text" is not text'),
        (changed(paragraph=True), "mark 2", '"paragraph" is not a whole number'),
        (changed(paragraph="1"), "mark 2", '"paragraph" is not a whole number'),
        (changed(start=1.5), "mark 2", '"start" is not a whole number'),
        (changed(end=-1), "mark 2", '"end" is not a whole number'),
        (changed(end=10**12), "mark 2", '"end" is not a whole number'),
        (changed(start_ms=None), "mark 2", '"start_ms" is not a number'),
        (changed(end_ms=float("nan")), "mark 2", '"end_ms" is not a number'),
        (changed(end_ms=float("inf")), "mark 2", '"end_ms" is not a number'),
        (changed(end_ms=-1), "mark 2", '"end_ms" is not a number'),
        (document(MARK, words_per_minute="fast"), "", '"words_per_minute" is not a number from 60 to 600'),
        (document(MARK, words_per_minute=5), "", '"words_per_minute" is not a number from 60 to 600'),
        (b" " * (LARGEST_FILE + 1), "", "too large"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(data: bytes, place: str, part: str) -> None:
    with pytest.raises(ContentError) as caught:
        parse(data, "t.json")
    assert (caught.value.source, caught.value.place) == ("t.json", place)
    assert part in caught.value.problem


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5),
    max_leaves=10,
)


@given(data=st.one_of(st.binary(), JSON.map(lambda value: json.dumps({"marks": [value]}).encode())))
def test_whatever_the_bytes_are_it_is_read_or_a_content_error(data: bytes) -> None:
    with suppress(ContentError):
        parse(data, "t.json")
