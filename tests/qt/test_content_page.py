"""The staff's page about articles: by keyboard, by eye and by ear, from the stick to the way back."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.app.content_update import ContentDesk
from kiosk.core.article import CatalogEntry
from kiosk.core.content_update import Checking, Copying, Fault, Looking, Rest, StickPlace
from kiosk.core.delivery import Refused
from kiosk.qt import accessibility
from kiosk.qt.views.content_page import MOST_REFUSED, ContentPage
from kiosk.qt.views.staff_screen import StaffList, StaffScreen
from tests.fakes.fake_content_store import (
    FakeContentStore,
    FakeDelivery,
    FakeSticks,
    HeldTasks,
    content_file,
)
from tests.fakes.fake_timer import FakeTimer
from tests.qt.looking import PAPER, MarkedTranslations, flaws, settle

BROKEN = tuple(Refused(f"{number}.md", "line 2: it is none") for number in range(MOST_REFUSED + 4))
TITLES = {"": ("Sample",), "0001": ("A", "B"), "0002": ("A", "B", "C")}


class Opened:
    """The page in its screen, between fakes, and staff in front of it."""

    def __init__(self, qtbot: QtBot, has_desk: bool = True, width: int = 1280, height: int = 800) -> None:
        self.store = FakeContentStore(
            {
                "one": FakeDelivery((content_file("a"), content_file("b"))),
                "two": FakeDelivery((content_file("c"),), BROKEN),
                "pulled": FakeDelivery((content_file("c"), content_file("d")), is_pulled=True),
            }
        )
        self.sticks = FakeSticks(StickPlace("KEY", "one"))
        self.timer, self.tasks = FakeTimer(), HeldTasks()
        self.desk = ContentDesk(self.store, self.sticks, self.timer, self.tasks.run)
        self.page = ContentPage(self.desk if has_desk else None, self.entries)
        self.screen = StaffScreen(StaffList([self.page], lambda: 0, lambda _asked: False), [self.page])
        self.told: list[str] = []
        self.screen.told.connect(self.told.append)
        qtbot.addWidget(self.screen)
        self.screen.resize(width, height)
        self.screen.set_look(PAPER, 20.0, 20.0)
        self.screen.show()
        qtbot.waitActive(self.screen)
        self.screen.show_page(self.page)
        self.finish()

    def entries(self) -> list[CatalogEntry]:
        titles = TITLES[self.store.status().version]
        return [CatalogEntry(title.lower(), title, "en", "", 1, f"{title}.md") for title in titles]

    def finish(self) -> None:
        """Let the thread work, and the page hear of it."""
        self.tasks.work()
        self.timer.fire()
        settle()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.screen, key)
            settle()

    def go_to(self, label: str) -> None:
        """Press Down until a row that says so has the focus."""
        for _ in range(60):
            if self.here == label:
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"{label} is not reached; there are {self.labels}")

    def choose(self, label: str) -> None:
        self.go_to(label)
        self.press(Qt.Key.Key_Return)

    @property
    def here(self) -> str:
        widget = QApplication.focusWidget()
        return plain(widget.accessibleName()) if widget is not None else ""

    @property
    def labels(self) -> list[str]:
        return [plain(stop.widget.accessibleName()) for stop in self.page.stops]


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


@pytest.fixture
def new_opened(qtbot: QtBot) -> Iterator[Callable[..., Opened]]:
    accessibility.install()
    yield lambda **asked: Opened(qtbot, **asked)
    i18n.set_language("en")
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def opened(new_opened: Callable[..., Opened]) -> Opened:
    return new_opened()


def test_it_says_what_is_shown_and_what_can_be_done(opened: Opened) -> None:
    assert opened.labels == [
        "The articles that came with the program are shown.",
        "Take articles from KEY",
        "Show only articles from KEY",
        "Look again",
        "Sample",
    ]


def test_articles_are_taken_by_five_keys(opened: Opened) -> None:
    opened.choose("Take articles from KEY")
    opened.finish()
    ready = "The stick is checked. 2 articles are new."
    assert opened.here == ready
    assert opened.store.status().version == ""
    opened.choose("Show them now")
    opened.finish()
    assert opened.here == "Done. The new articles are shown from now on. 2 articles are new."
    assert opened.labels[0] == "2 articles of your own are shown, and the guided tour."
    assert opened.labels[-2:] == ["A", "B"]


def test_what_is_ready_need_not_be_taken(opened: Opened) -> None:
    opened.choose("Take articles from KEY")
    opened.finish()
    opened.choose("Do not take them")
    opened.finish()
    assert opened.here == "Stopped. Nothing has changed."
    assert opened.store.status().version == ""


def test_copying_can_be_stopped(opened: Opened) -> None:
    opened.choose("Take articles from KEY")
    opened.choose("Stop")
    opened.finish()
    assert opened.here == "Stopped. Nothing has changed."


def test_a_press_too_many_changes_nothing(opened: Opened) -> None:
    opened.choose("Take articles from KEY")
    opened.press(Qt.Key.Key_Return)
    opened.finish()
    opened.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    opened.finish()
    assert opened.store.status().version == ""
    assert opened.here.startswith("The stick is checked.")


def test_numbers_are_seen_and_quarters_are_said(opened: Opened) -> None:
    opened.choose("Take articles from KEY")
    assert opened.here == "Looking through the stick."
    opened.told.clear()
    seen: list[str] = []
    for number in range(41):
        opened.desk._tell(Copying(number, 40, 100 * number // 40))
        opened.timer.fire()
        seen.append(opened.page.progress.text())
    for number in range(3):
        opened.desk._tell(Checking(number, 2))
        opened.timer.fire()
    assert seen[7] == "7 of 40 files are copied, 17 percent."
    assert len(set(seen)) == 41
    quarters = [f"{percent} percent are copied." for percent in (25, 50, 75)]
    assert opened.told == [*quarters, "Everything is copied and is checked now."]
    opened.finish()
    assert opened.told[4:] == ["The stick is checked. 2 articles are new."]


def test_a_stick_that_is_pulled_is_told_in_plain_words(opened: Opened) -> None:
    opened.sticks.plugged = [StickPlace("OLD", "pulled")]
    opened.choose("Look again")
    opened.finish()
    assert opened.told[-1:] == ["Plugged in: \u2068OLD\u2069."]
    opened.choose("Take articles from OLD")
    opened.finish()
    assert opened.here.startswith("The stick cannot be read any more.")
    assert opened.here.endswith("Nothing has changed.")
    assert "Take articles from OLD" in opened.labels


def test_every_fault_has_words_and_leads_on(opened: Opened) -> None:
    heard: set[str] = set()
    for fault in Fault:
        opened.store.fault = fault
        opened.choose("Take articles from KEY")
        opened.finish()
        assert opened.here.endswith(". Nothing has changed.")
        assert "Look again" in opened.labels
        heard.add(opened.here)
    assert len(heard) == len(Fault)


def test_without_a_stick_it_says_what_to_do(opened: Opened) -> None:
    opened.sticks.plugged = []
    opened.choose("Look again")
    opened.finish()
    words = "No stick with articles is plugged in. Plug one in, then choose Look again."
    assert opened.told[-1:] == [words]
    assert words in opened.labels
    assert not any(label.startswith("Take") for label in opened.labels)


def test_what_cannot_be_used_is_named_and_counted(opened: Opened) -> None:
    opened.sticks.plugged = [StickPlace("KEY", "two")]
    opened.choose("Look again")
    opened.finish()
    opened.choose("Take articles from KEY")
    opened.finish()
    assert opened.here == f"The stick is checked. 1 article is new. {len(BROKEN)} files cannot be used."
    named = [label for label in opened.labels if "cannot be used" in label][1:]
    assert named[0] == "0.md cannot be used: line 2: it is none."
    assert named[-1] == "5 more files cannot be used."
    assert len(named) == MOST_REFUSED


def test_the_articles_of_before_come_back_by_one_press(opened: Opened) -> None:
    for _ in range(2):
        opened.choose("Show only articles from KEY")
        opened.finish()
        if opened.store.status().version == "":
            opened.choose("Show them now")
            opened.finish()
        else:
            assert opened.here == "The stick is checked. Nothing on it is new."
            assert "Show them now" not in opened.labels
            opened.choose("Do not take them")
            opened.finish()
    opened.choose("Go back to the articles of before")
    opened.finish()
    assert "The articles of before are shown again." in (opened.here, *opened.told)
    assert opened.labels[-1] == "Sample"


def test_it_goes_on_while_staff_look_elsewhere_and_is_silent_there(opened: Opened) -> None:
    opened.choose("Take articles from KEY")
    opened.press(Qt.Key.Key_Escape)
    opened.told.clear()
    opened.finish()
    assert opened.told == []
    opened.screen.show_page(opened.page)
    opened.finish()
    assert "Show them now" in opened.labels


def test_a_folder_of_the_operator_is_not_changed_here(new_opened: Callable[..., Opened]) -> None:
    opened = new_opened(has_desk=False)
    assert opened.labels == ["Sample"]
    assert "folder" in opened.page.hint.text()
    assert opened.desk.progress.value is Rest.IDLE


@pytest.mark.parametrize(
    ("language", "size"),
    zip(i18n.LANGUAGES, [(1280, 800), (1080, 1920), (1024, 600), (1280, 800), (1080, 1920)], strict=True),
)
def test_nothing_is_cut_or_too_small_in_any_state(
    new_opened: Callable[..., Opened], language: str, size: tuple[int, int]
) -> None:
    i18n.set_language(language)
    is_rtl = i18n.is_right_to_left(language)
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    opened = new_opened(width=size[0], height=size[1])
    assert flaws(opened.screen) == []
    opened.sticks.plugged = [StickPlace("KEY", "two")]
    opened.desk.look()
    opened.finish()
    opened.page.takes[0].click()
    opened.desk._tell(Copying(1, 2, 50))
    opened.timer.fire()
    settle()
    assert flaws(opened.screen) == []
    opened.finish()
    assert flaws(opened.screen) == []


def test_every_word_is_translated(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_translations", MarkedTranslations())
    opened.screen.retranslate()
    opened.choose("«Take articles from KEY»")
    opened.finish()
    unmarked = [label for label in opened.labels if "«" not in label]
    assert unmarked == ["Sample"]
    assert Looking() != opened.desk.progress.value
