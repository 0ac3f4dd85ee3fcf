"""A kiosk that is put together: the use cases of one run. Made by ``bootstrap``, shown by ``qt``."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.app.content_update import ContentDesk
from kiosk.app.fitting import FittingDesk
from kiosk.app.keys import KeyDesk
from kiosk.app.library import Library
from kiosk.app.media import MediaDesk
from kiosk.app.narrator import Narrator
from kiosk.app.player import Player
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.reading import Reading
from kiosk.app.staff import StaffDesk
from kiosk.app.station import StationKeeper
from kiosk.app.statistics import StatisticsDesk
from kiosk.app.status import StatusDesk
from kiosk.app.uptime import UptimeDesk
from kiosk.app.visit import VisitDesk
from kiosk.core.settings import Profile


@dataclass(frozen=True, slots=True)
class Kiosk:
    """Everything that a window or a test drives."""

    profile: Profile
    """Where it stands."""
    station: StationKeeper
    """What was decided for this machine."""
    preferences: PreferenceKeeper
    """What people asked for, and what holds."""
    library: Library
    """The articles."""
    player: Player
    """What reads."""
    reading: Reading
    """What a person does with it."""
    media: MediaDesk
    """What media keys and the desktop do with it."""
    narrator: Narrator
    """The interface's own voice."""
    keys: KeyDesk
    """Which keys stand for what."""
    fitting: FittingDesk
    """The questions about comfort at the start of a visit."""
    staff: StaffDesk
    """Who may change what holds for this machine."""
    statistics: StatisticsDesk
    """What is counted of nobody in particular; at home nothing."""
    status: StatusDesk
    """How the machine is, for whoever looks after it."""
    visit: VisitDesk
    """Who is here, and what is put back when they have gone; at home it does nothing."""
    uptime: UptimeDesk
    """What keeps the program up."""
    content: ContentDesk | None = None
    """What staff do with the articles; None where they lie in a folder of the operator's own."""
    at_end: tuple[Callable[[], None], ...] = ()
    """What else is let go of at the end, once nothing sounds."""

    def close(self) -> None:
        """Silence, and let go of the device, the engines and the desktop."""
        self.visit.close()
        self.statistics.close()
        self.status.close()
        self.fitting.hush()
        self.narrator.close()
        self.player.close()
        self.media.close()
        if self.content is not None:
            self.content.close()
        for end in self.at_end:
            end()
