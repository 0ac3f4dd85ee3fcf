"""Puts together what runs visits, and who hears of them. Like ``bootstrap`` it names concrete classes."""

from collections.abc import Callable
from typing import NamedTuple

from kiosk.app.attract import Attraction
from kiosk.app.donation import DonationDesk
from kiosk.app.fitting import FittingDesk
from kiosk.app.keys import KeyDesk
from kiosk.app.library import Library
from kiosk.app.narrator import Narrator
from kiosk.app.observable import Observable
from kiosk.app.ports import Clock, Store, Timer
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.problem_log import ProblemLog
from kiosk.app.reading import Reading
from kiosk.app.staff import StaffDesk
from kiosk.app.staff_pin import StaffPin
from kiosk.app.station import StationKeeper
from kiosk.app.statistics import Happening, StatisticsDesk
from kiosk.app.uptime import UptimeDesk
from kiosk.app.visit import VisitDesk
from kiosk.app.visit_sound import VisitSound
from kiosk.app.visit_traces import VisitTraces
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.settings import Profile
from kiosk.core.station import Station
from kiosk.core.visit_events import Begun, Extended, Gone, Told, Why


class Desks(NamedTuple):
    """What serves a visitor from the first key to the last."""

    narrator: Narrator
    """The interface's own voice."""
    keys: KeyDesk
    """Which keys stand for what."""
    fitting: FittingDesk
    """The questions about comfort."""
    visit: VisitDesk
    """Who is here, and what is put back; it watches nothing yet."""


def build(
    profile: Profile,
    reading: Reading,
    library: Library,
    rack: VoiceRack,
    preferences: PreferenceKeeper,
    station: Observable[Station],
    store: Store,
    clock: Clock,
    new_timer: Callable[[], Timer],
) -> Desks:
    """Return what serves a visitor; ``rack`` has the voices of the interface."""
    narrator = Narrator(rack, reading.player, preferences.settings, new_timer())
    keys = KeyDesk(store, profile, preferences.settings)
    fitting = FittingDesk(reading, library, preferences, narrator, new_timer(), profile)
    visit = VisitDesk(
        reading.player,
        VisitTraces(reading, library, narrator, preferences, keys, fitting),
        VisitSound(reading, narrator, station),
        Attraction(library, clock),
        station,
        clock,
        new_timer(),
        profile,
    )
    return Desks(narrator, keys, fitting, visit)


def build_staff(
    pin: StaffPin, reading: Reading, station: StationKeeper, narrator: Narrator, clock: Clock, timer: Timer
) -> StaffDesk:
    """Return what lets staff in; what goes wrong from now on is told there."""
    return StaffDesk(pin, ProblemLog(reading, clock), station, narrator, clock, timer)


def let_follow(visit: VisitDesk, statistics: StatisticsDesk, donation: DonationDesk, uptime: UptimeDesk) -> None:
    """Let visits be counted, and let whoever keeps something of one, or would disturb one, know of them."""

    def count(told: Told) -> None:
        match told:
            case Begun():
                statistics.count(Happening.VISIT_BEGUN)
            case Extended():
                statistics.count(Happening.EXTENDED)
            case Gone(minutes, why):
                statistics.count(Happening.VISIT_ENDED, minutes)
                if why in (Why.IDLE, Why.PULLED):
                    statistics.count(Happening.IDLE_RESET)

    visit.told.append(count)
    visit.at_begin.append(donation.begin_visit)
    visit.traces.at_reset.append(donation.end_visit)
    uptime.is_visited = lambda: visit.is_anybody_here


def bound_volume(preferences: PreferenceKeeper, station: Observable[Station]) -> None:
    """Let visitors hear as loud as this machine's operator decided."""

    def bound(decided: Station) -> None:
        preferences.bound_volume(decided.volume_default, decided.volume_most)

    station.subscribe(bound, is_told_now=True)
