"""Volume: steps, decibels, and what becomes of samples."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.volume import LOUDEST_PERCENT, SOFTEST_PERCENT, Volume, gain_table

VOLUMES = [Volume(percent) for percent in range(SOFTEST_PERCENT, LOUDEST_PERCENT + 1, 10)]


@pytest.mark.conforms("FP-5", "CF-14", "HW-2")
def test_it_can_be_changed_by_more_than_30_db_in_steps_of_3() -> None:
    gains = [volume.gain_db for volume in VOLUMES]
    assert gains[-1] - gains[0] >= 30
    assert {later - earlier for earlier, later in pairwise(gains)} == {3}


@pytest.mark.conforms("HW-3")
def test_a_step_lies_12_db_above_the_lowest() -> None:
    assert VOLUMES[0].gain_db + 12 in [volume.gain_db for volume in VOLUMES]


def test_the_usual_one_changes_nothing_and_twice_the_pressure_is_6_db() -> None:
    assert Volume() == Volume(100)
    assert Volume().gain == 1
    assert Volume(120).gain == pytest.approx(2, abs=0.01)
    assert Volume(80).gain == pytest.approx(0.5, abs=0.01)


@given(percent=st.integers(-1000, 1000))
def test_anything_is_brought_to_the_nearest_step(percent: int) -> None:
    volume = Volume(percent)
    assert volume in VOLUMES
    assert abs(volume.percent - min(max(percent, SOFTEST_PERCENT), LOUDEST_PERCENT)) <= 5


@pytest.mark.parametrize("volume", VOLUMES[1:-1])
def test_louder_and_softer_are_inverses_and_stop_at_the_ends(volume: Volume) -> None:
    assert volume.louder().softer() == volume.softer().louder() == volume
    assert volume.softer() < volume < volume.louder()
    assert VOLUMES[-1].louder() == VOLUMES[-1]
    assert VOLUMES[0].softer() == VOLUMES[0]
    assert VOLUMES[0].gain > 0.03, "it can still be heard"


@pytest.mark.parametrize("gain", [*(volume.gain for volume in VOLUMES), 0.0, 8.0])
def test_no_sample_wraps_and_louder_stays_louder(gain: float) -> None:
    table = gain_table(gain)
    assert len(table) == 65_536
    in_order = [table[sample] for sample in range(-32_768, 32_768)]
    assert in_order == sorted(in_order)
    assert -32_768 <= in_order[0] <= in_order[-1] <= 32_767
    assert all(table[-sample] == -table[sample] for sample in range(1, 32_768))


@pytest.mark.parametrize("volume", VOLUMES)
def test_soft_sounds_are_only_multiplied(volume: Volume) -> None:
    table = gain_table(volume.gain)
    for sample in (1, 100, 5_000, -5_000, -11_000):
        assert table[sample] == pytest.approx(sample * volume.gain, abs=1)


def test_what_is_quieter_is_only_multiplied_up_to_full_scale() -> None:
    table = gain_table(0.5)
    assert (table[32_767], table[-32_768], table[0]) == (16_384, -16_384, 0)
