"""What becomes of a program in which something broke that nobody foresaw. Pure: knows no thread and no clock."""

from collections.abc import Sequence

MOST_FAULTS = 5
WINDOW_S = 60.0


def must_restart(faults_s: Sequence[float], is_thread: bool, is_public: bool) -> bool:
    """Decide whether to start anew, rather than go on.

    1. At home a person sees what is the matter, and closes the program if need be.
    2. A thread that broke has ended, and what it served is dead: at a public kiosk nobody would repair it.
    3. The event loop goes on after whatever broke in it. Once is an accident; again and again is not.

    Args:
        faults_s: when something broke in the event loop, this time included, in order; seconds that only grow.
        is_thread: whether it broke in another thread.
        is_public: whether strangers stand before the machine.
    """
    if not is_public:
        return False
    return is_thread or sum(moment > faults_s[-1] - WINDOW_S for moment in faults_s) >= MOST_FAULTS
