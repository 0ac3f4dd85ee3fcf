"""Puts together what runs visits, and who hears of them. Like ``bootstrap`` it names concrete classes."""

from kiosk.app.attract import Attraction
from kiosk.app.donation import DonationDesk
from kiosk.app.fitting import FittingDesk
from kiosk.app.keys import KeyDesk
from kiosk.app.library import Library
from kiosk.app.narrator import Narrator
from kiosk.app.observable import Observable
from kiosk.app.ports import Clock, Timer
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.reading import Reading
from kiosk.app.statistics import Happening, StatisticsDesk
from kiosk.app.visit import VisitDesk
from kiosk.app.visit_sound import VisitSound
from kiosk.app.visit_traces import VisitTraces
from kiosk.core.station import Station
from kiosk.core.visit_events import Begun, Extended, Gone, Told, Why


def build(
    reading: Reading,
    library: Library,
    narrator: Narrator,
    preferences: PreferenceKeeper,
    keys: KeyDesk,
    fitting: FittingDesk,
    station: Observable[Station],
    clock: Clock,
    timer: Timer,
) -> VisitDesk:
    """Return what runs visits; it watches nothing yet."""
    return VisitDesk(
        reading.player,
        VisitTraces(reading, library, narrator, preferences, keys, fitting),
        VisitSound(reading, narrator),
        Attraction(library, clock),
        station,
        clock,
        timer,
        fitting.profile,
    )


def let_follow(visit: VisitDesk, statistics: StatisticsDesk, donation: DonationDesk) -> None:
    """Let visits be counted, and let whoever keeps something of one know when it begins and ends."""

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
    for name, called in (("begin_visit", visit.at_begin), ("end_visit", visit.traces.at_reset)):
        if hasattr(donation, name):
            called.append(getattr(donation, name))


def bound_volume(preferences: PreferenceKeeper, station: Observable[Station]) -> None:
    """Let visitors hear as loud as this machine's operator decided."""

    def bound(decided: Station) -> None:
        preferences.bound_volume(decided.volume_default, decided.volume_most)

    station.subscribe(bound, is_told_now=True)
