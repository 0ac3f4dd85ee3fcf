"""Puts together who is at a machine, visitors and staff. Like ``bootstrap`` it names concrete classes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.app.attract import Attraction
from kiosk.app.visit import VisitDesk
from kiosk.app.visit_sound import VisitSound
from kiosk.app.visit_traces import VisitTraces

if TYPE_CHECKING:
    from kiosk.app.donation import DonationDesk
    from kiosk.app.fitting import FittingDesk
    from kiosk.app.keys import KeyDesk
    from kiosk.app.kiosk import Kiosk
    from kiosk.app.library import Library
    from kiosk.app.narrator import Narrator
    from kiosk.app.ports import Clock, Store, Timer
    from kiosk.app.preferences import PreferenceKeeper
    from kiosk.app.reading import Reading
    from kiosk.app.staff import StaffDesk
    from kiosk.app.staff_pin import StaffPin
    from kiosk.app.station import StationKeeper
    from kiosk.core.settings import Profile
    from kiosk.core.station import Station


def staff_pin(store: "Store") -> "StaffPin":
    """Return what is kept of the staff's PIN."""
    from kiosk.adapters.pin_hash import PinHash
    from kiosk.app.staff_pin import StaffPin

    return StaffPin(store, PinHash())


def staff_desk(
    store: "Store",
    reading: "Reading",
    station: "StationKeeper",
    narrator: "Narrator",
    clock: "Clock",
    timer: "Timer",
) -> "StaffDesk":
    """Return the desk of the staff, with what went wrong from now on."""
    from kiosk.app.problem_log import ProblemLog
    from kiosk.app.staff import StaffDesk

    return StaffDesk(staff_pin(store), ProblemLog(reading, clock), station, narrator, clock, timer)


def visit_desk(
    reading: "Reading",
    library: "Library",
    narrator: "Narrator",
    preferences: "PreferenceKeeper",
    keys: "KeyDesk",
    fitting: "FittingDesk",
    station: "StationKeeper",
    clock: "Clock",
    timer: "Timer",
    profile: "Profile",
) -> VisitDesk:
    """Return the desk of visits."""
    return VisitDesk(
        reading.player,
        VisitTraces(reading, library, narrator, preferences, keys, fitting),
        VisitSound(reading, narrator),
        Attraction(library, clock),
        *(station.station, clock, timer, profile),
    )


def bound_volume(preferences: "PreferenceKeeper", station: "StationKeeper") -> None:
    """Let visitors hear as loud as this machine's operator decided."""

    def bound(decided: "Station") -> None:
        preferences.bound_volume(decided.volume_default, decided.volume_most)

    station.station.subscribe(bound, is_told_now=True)


def let_follow(kiosk: "Kiosk", donation: "DonationDesk") -> None:
    """Let whoever keeps something of a visit know when it begins and ends."""
    pairs: tuple[tuple[str, list[Callable[[], None]]], ...] = (
        ("begin_visit", kiosk.visit.at_begin),
        ("end_visit", kiosk.visit.traces.at_reset),
    )
    for name, called in pairs:
        if hasattr(donation, name):
            called.append(getattr(donation, name))
