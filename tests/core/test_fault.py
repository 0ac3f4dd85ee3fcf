"""What becomes of a program in which something broke: in public it goes on once, or starts anew."""

import pytest

from kiosk.core.fault import MOST_FAULTS, must_restart


@pytest.mark.parametrize(
    ("faults_s", "is_thread", "is_public", "restarts"),
    [
        ([1.0], False, True, False),
        ([1.0], True, True, True),
        ([float(n) for n in range(MOST_FAULTS - 1)], False, True, False),
        ([float(n) for n in range(MOST_FAULTS)], False, True, True),
        ([20.0 * n for n in range(MOST_FAULTS)], False, True, False),
        ([1.0], True, False, False),
        ([float(n) for n in range(50)], False, False, False),
    ],
)
def test_when_to_start_anew(faults_s: list[float], is_thread: bool, is_public: bool, restarts: bool) -> None:
    assert must_restart(faults_s, is_thread, is_public) is restarts
