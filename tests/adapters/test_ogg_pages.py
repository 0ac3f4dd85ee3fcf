"""Ogg files: whatever byte is damaged is found before anything is decoded."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.formats.ogg_pages import refuse_damage
from kiosk.core.errors import ContentError

GOOD = (Path(__file__).parents[1] / "data" / "sounds" / "beeps.ogg").read_bytes()


def test_a_good_file_is_read_to_its_end() -> None:
    file = BytesIO(GOOD)
    refuse_damage(file, "a.ogg")
    assert file.read() == b""


@pytest.mark.parametrize("data", [b"", b"RIFF", b"ID3" + bytes(100), b"Og"])
def test_what_is_no_ogg_file_is_left_alone(data: bytes) -> None:
    refuse_damage(BytesIO(data), "a.wav")


@given(place=st.integers(4, len(GOOD) - 1), value=st.integers(0, 255))
def test_any_byte_that_is_not_as_written_is_found(place: int, value: int) -> None:
    damaged = bytearray(GOOD)
    damaged[place] = value
    if bytes(damaged) == GOOD:
        return
    with pytest.raises(ContentError) as caught:
        refuse_damage(BytesIO(bytes(damaged)), "a.ogg")
    # The place is that of a page, before the damage.
    assert caught.value.place.startswith("byte ")
    assert int(caught.value.place[5:]) <= place


@given(length=st.integers(5, len(GOOD) - 1))
def test_a_file_that_is_cut_off_is_found_unless_it_ends_with_a_page(length: int) -> None:
    try:
        refuse_damage(BytesIO(GOOD[:length]), "a.ogg")
    except ContentError:
        return
    assert GOOD[length : length + 4] == b"OggS"
