"""The staff's page of statistics: seen, heard, gone through by five keys, in every language; and the table."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.adapters.store_folder import MemoryStore
from kiosk.adapters.table_folders import TableFolders, run_aside
from kiosk.app.statistics import RECORD
from kiosk.app.statistics_export import StatisticsExport
from kiosk.app.statistics_record import statistics_record
from kiosk.core import statistics as core
from kiosk.core.statistics import LEAST_VISITS, Counter, Statistics
from kiosk.qt.meeting import admit_staff
from kiosk.qt.staff import StaffArea
from kiosk.qt.staff_statistics import StatisticsPage
from kiosk.qt.views.staff_screen import StaffScreen
from kiosk.qt.views.stepper import Stepper
from kiosk.qt.views.text_block import TextBlock
from tests.qt.looking import flaws, settle
from tests.qt.visit import TAGS, Visit, focused

# Two days before the day of the fake clock, and one that only the longer spans reach.
NEAR, FAR, SINCE = date(2026, 2, 27), date(2026, 2, 10), date(2026, 3, 1)


def record() -> dict[str, object]:
    own = Statistics()
    for day in (FAR, NEAR):
        own = core.opened(own, day)
        for number in range(LEAST_VISITS):
            played = frozenset({("en", "one")}) if number < 15 else frozenset[tuple[str, str]]()
            own = core.counted(own, Counter.VISITS)
            own = core.visited(own, core.Visit(7, played, "en", "night", 96))
    return statistics_record(core.opened(own, SINCE))


class StaffVisit(Visit):
    """Staff who have come in and are at the page."""

    def __init__(
        self, folder: Path, language: str = "en", size: tuple[int, int] = (1280, 800), pt: int = 40
    ) -> None:
        store = MemoryStore()
        store.save(RECORD, record())
        asked: dict[str, str | int] = {"language": language, "fitting": "never", "text_size": pt}
        super().__init__(folder, asked=asked, store=store, size=size)
        admit_staff(self.window, self.kiosk)
        desk = self.kiosk.staff
        desk.come()
        for _ in range(2):
            for digit in "735194":
                desk.enter(digit)
            desk.finish()
        settle()
        assert desk.is_open.value
        area = self.window.findChild(StaffArea)
        assert area is not None
        self.area: StaffScreen = area.area_screen
        self.page = next(page for page in self.area.findChildren(StatisticsPage))
        self.area.show_page(self.page)
        settle()

    def lines(self) -> list[str]:
        """The figures that are seen."""
        texts = self.page.findChildren(TextBlock, options=Qt.FindChildOption.FindDirectChildrenOnly)
        is_stop = {text: text.focusPolicy() != Qt.FocusPolicy.NoFocus for text in texts}
        return [text.text() for text in texts if is_stop[text] and text.isVisibleTo(self.page)]


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("state")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIOSK_STATE", str(folder))
        yield folder


@pytest.fixture(scope="module")
def one_visit(
    bundled_fonts: object, state: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[StaffVisit]:
    own = StaffVisit(tmp_path_factory.mktemp("visit"))
    # Whatever is plugged into the machine that runs the test stays as it is.
    own.kiosk.statistics.export = StatisticsExport(TableFolders(state / "export"), run_aside)
    own.voice.start()
    yield own
    own.close()


@pytest.fixture
def staff(one_visit: StaffVisit) -> StaffVisit:
    """The page from its beginning; a window is long in the making."""
    one_visit.area.show_list()
    one_visit.area.show_page(one_visit.page)
    settle()
    return one_visit


def test_the_last_days_are_told_in_plain_words_with_the_titles_of_articles(staff: StaffVisit) -> None:
    assert staff.lines() == [
        "The last 7 days",
        "Visits: 20",
        "Asked for more time: 0",
        "Left without saying so: 0",
        "Times the program failed and started again: 0",
        "Cards that ask for a gift: 0",
        "A visit took mostly 5 to 9 minutes.",
        "With the voice: 75 of 100 visits",
        "Languages: English: 20",
        "Read aloud: One: 15",
        "Colours: Night: 20",
        "Text size in points: 84 or more: 20",
    ]


def test_arrows_go_through_every_line_and_a_step_shows_other_days(staff: StaffVisit) -> None:
    assert isinstance(focused().parent(), Stepper)
    staff.press(Qt.Key.Key_Right)
    assert staff.lines()[:2] == ["The last 30 days", "Visits: 40"]
    staff.press(Qt.Key.Key_Right)
    assert staff.lines()[:2] == ["The last 90 days", "Visits: 40"]
    heard = []
    for _ in staff.lines():
        staff.press(Qt.Key.Key_Down)
        heard.append(focused().accessibleName())
    assert heard == staff.lines()


def test_a_line_that_is_reached_is_said(staff: StaffVisit) -> None:
    staff.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert any("Visits: 20" in said for said in staff.said())


def test_the_button_writes_a_table_and_says_where_it_is(staff: StaffVisit, state: Path) -> None:
    told: list[str] = []
    staff.page.told.connect(told.append)
    while focused().accessibleName() != "Write a table to a stick":
        staff.press(Qt.Key.Key_Down)
    staff.press(Qt.Key.Key_Return)
    for _ in range(2000):
        if len(told) > 1:
            break
        QTest.qWait(5)
    folder = state / "export"
    assert told == [
        "The table is being written.",
        f"There is no stick. The table aloud-statistics-2026-03-01.csv is in this machine's folder {folder}.",
    ]
    assert b"2026-02-27,visits,,20\r\n" in (folder / "aloud-statistics-2026-03-01.csv").read_bytes()


def test_staff_can_have_nothing_counted_any_more(staff: StaffVisit) -> None:
    while not isinstance(focused().parent(), Stepper) or "Count visits" not in focused().accessibleName():
        staff.press(Qt.Key.Key_Down)
    before = staff.kiosk.statistics.is_counting
    staff.press(Qt.Key.Key_Right)
    assert (before, staff.kiosk.statistics.is_counting) == (True, False)
    assert staff.store.records["station"] == {"statistics": "off"}


def look(folder: Path, tag: str, size: tuple[int, int], pt: int) -> None:
    own = StaffVisit(folder, tag, size, pt)
    try:
        assert flaws(own.area) == []
        assert len(own.lines()) == 12
    finally:
        own.close()


def test_it_can_be_seen_and_pressed(tmp_path: Path) -> None:
    look(tmp_path, "ar", (1280, 800), 40)


@pytest.mark.long
@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize(("size", "pt"), [((1280, 800), 40), ((1024, 600), 96), ((1080, 1920), 40)])
def test_it_can_be_seen_and_pressed_in_every_language(
    tmp_path: Path, tag: str, size: tuple[int, int], pt: int
) -> None:
    look(tmp_path, tag, size, pt)
