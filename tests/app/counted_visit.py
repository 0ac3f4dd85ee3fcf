"""A public kiosk whose visits are counted, between fakes: the real player reads, the clock is moved by hand."""

from collections.abc import Sequence
from datetime import date, timedelta

from kiosk.app.bookmarks import Bookmarks
from kiosk.app.donation import DonationDesk
from kiosk.app.library import Library
from kiosk.app.observable import Observable
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.reading import Reading
from kiosk.app.statistics import StatisticsDesk
from kiosk.app.statistics_export import StatisticsExport, Written
from kiosk.app.status import StatusDesk
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.errors import StoreError
from kiosk.core.reading import Speaking
from kiosk.core.settings import Profile
from kiosk.core.station import resolve_station
from kiosk.core.statistics import Row
from kiosk.core.utterance import as_written
from tests.fakes.fake_content import FakeContent
from tests.fakes.fake_store import FakeStore
from tests.fakes.fake_synthesizer import FakeSynthesizer
from tests.fakes.fake_timer import FakeTimer
from tests.fakes.stage import Stage

TEXT = "A private matter. Nobody is to know."


def article(article_id: str, language: str = "en") -> Article:
    """Return an article of two sentences."""
    return Article(
        article_id, f"Title of {article_id}", language, (Block("b1", BlockKind.PARAGRAPH, TEXT, language),)
    )


class FakeTablePlace:
    """Where tables are written, with a stick or without one, or nowhere."""

    def __init__(self) -> None:
        self.tables: list[tuple[date, Sequence[Row]]] = []
        self.is_writable = True
        self.stick = "BLUE"

    def write(self, day: date, rows: Sequence[Row]) -> Written:
        """Keep a table."""
        if not self.is_writable:
            raise StoreError("full")
        self.tables.append((day, rows))
        return Written(f"table-{len(self.tables)}.csv", self.stick, "/export")


class CountedKiosk:
    """A kiosk with its desks; starting it again on the same store is a restart."""

    def __init__(self, store: FakeStore, profile: Profile = Profile.PUBLIC, statistics: str = "on") -> None:
        self.stage = Stage(FakeSynthesizer())
        self.clock = self.stage.clock
        self.store = store
        self.content = FakeContent({name: article(name) for name in ("sea", "wind")}, {"bad.md": "is empty"})
        self.preferences = PreferenceKeeper(store, profile)
        self.library = Library(self.content, store, profile, self.clock)
        player, donation = self.stage.player, DonationDesk(None, store, self.clock)
        self.reading = Reading(
            player, self.library, self.preferences, donation, Bookmarks(store, profile), FakeTimer
        )
        self.reading.speech.use(lambda: tuple(engine.voice for engine in self.stage.engines), as_written)
        self.station = Observable(resolve_station({"statistics": statistics}))
        self.minute, self.status_minute = FakeTimer(), FakeTimer()
        self.place = FakeTablePlace()
        self.export = StatisticsExport(self.place)
        self.desk = StatisticsDesk(
            self.reading, self.preferences, self.station, store, self.clock, self.minute, profile, self.export
        )
        self.documents: list[dict[str, object]] = []
        self.free_mib: int | None = 5000
        self.status = StatusDesk(
            player,
            self.library,
            self.desk,
            self.clock,
            self.status_minute,
            profile,
            lambda document: self.documents.append(dict(document)),
            lambda: self.free_mib,
        )

    def read(self, name: str) -> None:
        """Let an article be heard for a moment, and be paused."""
        self.reading.open(name)
        self.reading.play_from(0)
        self.stage.run_until_state(Speaking)
        self.reading.toggle()

    def visit(self, minutes: int = 7, name: str = "sea") -> None:
        """Let somebody come, read and go."""
        self.desk.count("visit-begun")
        self.read(name)
        self.pass_minutes(minutes)
        self.desk.count("visit-ended")

    def pass_minutes(self, minutes: float) -> None:
        """Let time pass; timers do not tick."""
        self.clock.advance(timedelta(minutes=minutes))

    def close(self) -> None:
        """End the program."""
        self.desk.close()
        self.status.close()
        self.stage.close()
