"""What holds for all tests: how hypothesis looks for counterexamples, and where garbage is taken away."""

import gc

import pytest
from hypothesis import settings

# A machine that is busy with something else is no failure, so there is no limit on the time of one example.
settings.register_profile("aloud", deadline=None, print_blob=True)
settings.load_profile("aloud")

_TESTS_UNTIL_ALL = 50
_done = 0


def pytest_collection_finish() -> None:
    """Let no thread of a test take another test's widgets away; what was collected by now stays until the end."""
    gc.collect()
    gc.freeze()
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_logfinish() -> None:
    """Take garbage away between two tests, on the thread on which they run."""
    global _done
    _done += 1
    if _done % _TESTS_UNTIL_ALL == 0:
        gc.collect()
    elif gc.get_count()[0] > gc.get_threshold()[0]:
        gc.collect(1)
