"""Whether the program crashes again and again. Pure: it is told what was written down, and what the time is.

Time is counted since the machine was started: no clock that somebody sets can fake a loop, or hide one. What was
written down before the machine was started last says nothing: a power cut is no crash.
"""

from collections.abc import Mapping
from typing import NamedTuple

MOST_CRASHES = 3
WINDOW_S = 300.0
# After so long without a crash the program tries again whether it can do without the safe mode.
QUIET_S = 600.0
# Each time that fails it waits twice as long, up to 5 hours 20 minutes.
_MOST_DOUBLINGS = 5
_MOST_REMEMBERED = 10


class Run(NamedTuple):
    """One run of the program, and what is remembered of those before it."""

    boot: str
    """Which start of the machine it belongs to; empty where that cannot be known."""
    crashes_s: tuple[float, ...] = ()
    """When earlier runs were found to have crashed, in seconds since the machine was started."""
    is_safe: bool = False
    """Whether it runs in the safe mode."""
    returns: int = 0
    """How often the safe mode was left since the program last ran well for long."""
    began_s: float = 0.0
    """When it began."""
    is_under_way: bool = True
    """Whether it has not come to an orderly end, as far as anybody knows."""

    @property
    def follows_a_crash(self) -> bool:
        """Whether the run before it did not come to an orderly end."""
        return bool(self.crashes_s) and self.crashes_s[-1] == self.began_s

    @property
    def quiet_s(self) -> float:
        """How long it stays in the safe mode without a crash."""
        return float(QUIET_S * 2 ** min(self.returns, _MOST_DOUBLINGS))


def begin(record: Mapping[str, object], boot: str, now_s: float) -> Run:
    """Return the run that begins, from what the one before wrote down.

    Args:
        record: what is in the store; empty, or damaged, says that nothing is known.
        boot: which start of the machine this is; empty where that cannot be known.
        now_s: seconds since then.
    """
    before = _run_of(record)
    if before is None or before.boot != boot or before.began_s > now_s:
        return Run(boot, began_s=now_s)
    crashes = before.crashes_s if not before.is_under_way else (*before.crashes_s, now_s)
    recent = tuple(moment for moment in crashes if now_s - WINDOW_S <= moment <= now_s)[-_MOST_REMEMBERED:]
    # Who left the safe mode by trying is not asked to crash three times before it returns.
    is_on_trial = before.returns > 0 and before.is_under_way and not before.is_safe
    is_safe = (before.is_safe and before.is_under_way) or len(recent) >= MOST_CRASHES or is_on_trial
    return Run(boot, recent, is_safe, before.returns, now_s)


def end(run: Run) -> Run:
    """Return a run that has come to an orderly end, or that staff starts anew: nothing speaks against it."""
    return run._replace(is_under_way=False, is_safe=False, crashes_s=(), returns=0)


def leave(run: Run) -> Run:
    """Return a run in the safe mode that ends to try again without it."""
    return run._replace(is_under_way=False, is_safe=False, crashes_s=(), returns=run.returns + 1)


def may_leave(run: Run, now_s: float) -> bool:
    """Whether it has been quiet in the safe mode for long enough."""
    return run.is_safe and now_s - run.began_s >= run.quiet_s


def settle(run: Run, now_s: float) -> Run:
    """Return a run of which earlier crashes are forgotten, once it has lasted longer than they count."""
    has_lasted = not run.is_safe and now_s - run.began_s > WINDOW_S
    return run._replace(returns=0, crashes_s=()) if has_lasted else run


def record_of(run: Run) -> dict[str, object]:
    """Return what is written down of a run."""
    return {**run._asdict(), "crashes_s": list(run.crashes_s)}


def _run_of(record: Mapping[str, object]) -> Run | None:
    """Read a run; a damaged one is as if nothing were known."""
    boot, crashes, returns = record.get("boot"), record.get("crashes_s"), record.get("returns")
    began, is_safe, is_under_way = (record.get(name) for name in ("began_s", "is_safe", "is_under_way"))
    if not isinstance(boot, str) or not isinstance(crashes, list) or not _is_count(returns):
        return None
    if not _is_moment(began) or not isinstance(is_safe, bool) or not isinstance(is_under_way, bool):
        return None
    moments = tuple(sorted(float(str(moment)) for moment in crashes if _is_moment(moment)))
    return Run(boot, moments, is_safe, int(str(returns)), float(str(began)), is_under_way)


def _is_moment(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < float("inf")


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
