"""The staff area: the way in, the gate by ear and by hand, each page, and the way out."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.app.message import Message
from kiosk.app.note import SentencePassedOver
from kiosk.core.key_map import KeyRole
from kiosk.core.locator import Locator
from kiosk.core.reading import Paused
from kiosk.core.reading_events import Problem
from kiosk.core.text import TextSpan
from kiosk.core.visit import Active, Attract, Closed
from kiosk.core.volume import Volume
from kiosk.qt.meeting import admit_staff
from kiosk.qt.staff import StaffArea
from kiosk.qt.staff_hours import HoursPage
from kiosk.qt.staff_list import ENDED_BY_STAFF, RESTART_ASKED
from kiosk.qt.staff_pages import EndPage, KeysPage, LogPage, PinPage, PlacePage, ScreenPage
from kiosk.qt.staff_volume import VolumePage
from kiosk.qt.theme import RING_PX
from kiosk.qt.views.gate_screen import DigitButton
from kiosk.qt.views.keys_screen import KeysScreen
from kiosk.qt.views.staff_page import StaffPage
from kiosk.qt.views.waiting_view import WaitingView
from tests.fakes.fake_timer import FakeTimer
from tests.qt.looking import flaws, settle
from tests.qt.pad import BACK, DOWN, NEXT, SELECT, UP, Desk
from tests.qt.test_five_keys import graph, reachable

PIN, OTHER = "274961", "505071"
WAY = (UP, NEXT, DOWN, BACK) * 3
PAGES = (VolumePage, ScreenPage, KeysPage, PlacePage, HoursPage, LogPage, PinPage, EndPage)


class Staff:
    """A public kiosk, and staff who come to it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.kiosk, self.window = desk.kiosk, desk.window
        admit_staff(self.window, self.kiosk)
        found = self.window.findChild(StaffArea)
        assert isinstance(found, StaffArea)
        self.area = found
        # Time passes when the test says so.
        self.timer = FakeTimer()
        self.kiosk.staff._timer = self.timer
        settle()

    def set_pin(self) -> None:
        self.kiosk.staff.pin.set(PIN)

    def enter(self, pin: str) -> None:
        for digit in pin:
            self.desk.press(Qt.Key(Qt.Key.Key_0.value + int(digit)))

    def finish(self) -> None:
        self.desk.press(DOWN, SELECT)

    def count(self, pin: str) -> None:
        """Enter digits with a keypad, without seeing which one is in front."""
        for digit in pin:
            self.desk.press(*[NEXT] * int(digit), SELECT)

    def come_in(self) -> None:
        self.set_pin()
        self.desk.press(*WAY)
        self.enter(PIN)
        self.finish()
        assert self.is_in()

    def is_in(self) -> bool:
        return self.kiosk.staff.is_open.value and self.window.front is self.area.area_screen

    def is_at_gate(self) -> bool:
        return self.kiosk.staff.gate.value is not None and self.window.front is self.area.gate_screen

    def show(self, kind: type[StaffPage]) -> StaffPage:
        screen = self.area.area_screen
        page = next(page for page in screen._pages if isinstance(page, kind))
        screen.show_page(page)
        settle()
        return page

    def wait(self, seconds: float) -> None:
        self.desk.clock.advance(timedelta(seconds=seconds))
        self.timer.fire()
        settle()

    def press_button(self, label: str) -> None:
        screen = self.area.area_screen
        buttons = [stop for stop in screen.tab_stops if getattr(stop, "label", "") == label]
        buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        self.desk.press(SELECT)


@pytest.fixture
def new_staff(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Staff]]:
    made: list[Desk] = []

    def make(**options: object) -> Staff:
        asked = {"fitting": "never"}
        made.append(Desk(qtbot, tmp_path, asked=asked, **options))  # type: ignore[arg-type]
        made[-1].speak()
        made[-1].window.show_catalog()
        settle()
        return Staff(made[-1])

    yield make
    for desk in made:
        desk.close()
    i18n.set_language("en")


@pytest.fixture
def staff(new_staff: Callable[..., Staff]) -> Staff:
    return new_staff()


@pytest.fixture(scope="session")
def device(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


# -- the way in ---------------------------------------------------------------------------------------------------


@pytest.mark.conforms("FP-1", "CF-32")
def test_the_keys_around_the_pad_lead_to_the_gate_and_leaving_leads_back(staff: Staff) -> None:
    catalog = staff.window.front
    staff.desk.press(*WAY[:-1], UP)
    assert not staff.is_at_gate()
    staff.set_pin()
    staff.desk.said()
    staff.desk.press(*WAY)
    assert staff.is_at_gate()
    said = staff.desk.said()
    assert "For staff only. Please enter the PIN. Use the number keys." in said
    assert "press the right arrow as many times as the digit says" in said
    staff.desk.press(Qt.Key.Key_Escape)
    assert staff.window.front is catalog
    assert not staff.kiosk.reading.is_choosing


def test_in_an_article_it_pauses_the_reading_and_keeps_the_place(staff: Staff) -> None:
    staff.desk.open()
    staff.kiosk.reading.toggle()
    staff.desk.press(*WAY)
    assert staff.is_at_gate()
    assert isinstance(staff.kiosk.player.state.value, Paused)
    assert staff.kiosk.reading.is_choosing
    staff.desk.press(Qt.Key.Key_Escape)
    assert staff.window.front is staff.window.reader
    assert staff.kiosk.reading.opened.value is not None


def test_a_corner_that_is_held_leads_to_the_gate_and_what_lies_there_is_not_pressed(
    staff: Staff, device: QPointingDevice
) -> None:
    staff.desk.open()
    staff.kiosk.preferences.set("touch_explore", "off")
    timer = staff.area.corner.timer = FakeTimer()
    handle = staff.window.windowHandle()
    corner, beside = QPoint(20, 20), QPoint(400, 20)
    QTest.touchEvent(handle, device).press(0, corner).commit()
    assert timer.interval_ms == 3_000
    QTest.touchEvent(handle, device).move(0, beside).commit()
    assert not timer.is_running
    QTest.touchEvent(handle, device).release(0, beside).commit()
    for is_finger in (True, False):
        if is_finger:
            QTest.touchEvent(handle, device).press(0, corner).commit()
        else:
            QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=corner)
        assert timer.interval_ms == 3_000
        timer.fire()
        settle()
        assert staff.is_at_gate()
        if is_finger:
            QTest.touchEvent(handle, device).release(0, corner).commit()
        else:
            QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=corner)
        settle()
        assert staff.is_at_gate()
        assert not staff.area.gate_screen.digits[0].isDown()
        staff.desk.press(Qt.Key.Key_Escape)
        assert staff.window.front is staff.window.reader
        # Nothing that lay in the corner was pressed.
        assert not timer.is_running
        assert staff.kiosk.reading.opened.value is not None


def test_the_corner_works_where_a_first_touch_only_says_what_is_there(
    staff: Staff, device: QPointingDevice
) -> None:
    assert staff.kiosk.preferences.settings.value.touch_explore == "on"
    timer = staff.area.corner.timer = FakeTimer()
    QTest.touchEvent(staff.window.windowHandle(), device).press(0, QPoint(5, 5)).commit()
    assert timer.is_running
    timer.fire()
    assert staff.is_at_gate()
    QTest.touchEvent(staff.window.windowHandle(), device).release(0, QPoint(5, 5)).commit()
    settle()
    assert staff.is_at_gate()


@pytest.mark.conforms("B-39")
def test_nobody_who_does_nothing_stays_at_the_gate(staff: Staff) -> None:
    catalog = staff.window.front
    staff.desk.press(*WAY)
    staff.kiosk.narrator.cut()
    staff.wait(21)
    assert staff.window.front is catalog


# -- the gate -----------------------------------------------------------------------------------------------------


@pytest.mark.conforms("CF-10", "FP-1")
def test_staff_who_do_not_see_set_the_pin_and_come_in_by_five_keys_and_no_digit_is_said(staff: Staff) -> None:
    staff.desk.press(*WAY)
    assert "This machine has no PIN yet." in staff.desk.said()
    staff.count(PIN)
    said = staff.desk.said()
    assert "Star 1." in said
    assert "Star 6." in said
    assert not any(digit in said.replace("Star ", "") for digit in "0789")
    staff.finish()
    assert "Please enter the same PIN once more." in staff.desk.said()
    staff.count(PIN)
    staff.desk.said()
    staff.finish()
    assert staff.is_in()
    said = staff.desk.said()
    assert "Staff area. What you change here holds for everybody" in said
    assert staff.kiosk.staff.pin.is_same(PIN)


@pytest.mark.conforms("CF-10")
def test_going_along_the_digits_says_nothing_unless_it_was_asked_for(staff: Staff) -> None:
    staff.set_pin()
    staff.desk.press(*WAY)
    staff.desk.said()
    staff.desk.press(NEXT, NEXT, NEXT, BACK)
    assert staff.desk.said() == ""
    assert isinstance(staff.desk.focus, DigitButton)
    assert staff.desk.focus.digit == "2"
    say = staff.area.gate_screen.say
    say.setFocus(Qt.FocusReason.TabFocusReason)
    assert "Say the digits, button, off, Only with headphones" in staff.desk.said()
    staff.desk.press(SELECT, DOWN, DOWN, NEXT, NEXT)
    assert "2, button" in staff.desk.said()
    staff.desk.press(SELECT)
    assert "Star 1." in staff.desk.said()
    # Whoever comes next has not asked for it.
    staff.desk.press(Qt.Key.Key_Escape)
    staff.desk.press(*WAY)
    staff.desk.said()
    staff.desk.press(NEXT)
    assert staff.desk.said() == ""


@pytest.mark.conforms("CF-17", "CF-10")
def test_what_is_wrong_is_said_and_shown_and_the_wait_too(staff: Staff) -> None:
    staff.set_pin()
    staff.desk.press(*WAY)
    staff.enter("99")
    staff.desk.press(Qt.Key.Key_Backspace)
    assert "1 star is left." in staff.desk.said()
    staff.finish()
    assert "A PIN has 6 to 10 digits. Please enter more." in staff.desk.said()
    staff.finish()
    assert "A PIN has 6 to 10 digits." in staff.desk.said()
    staff.enter("99999")
    staff.finish()
    assert "This is not the PIN. 4 tries are left" in staff.desk.said()
    for _number in range(4):
        staff.enter("999999")
        staff.finish()
    said = staff.desk.said()
    assert "The PIN was wrong too often. Please wait 60 seconds." in said
    assert "9" not in said
    assert staff.area.gate_screen.text.text() == "The PIN was wrong too often. Please wait 60 seconds."
    staff.wait(10)
    assert staff.area.gate_screen.text.text().endswith("50 seconds.")
    assert staff.desk.said() == ""
    staff.enter("2")
    assert "Please wait 50 seconds." in staff.desk.said()
    staff.wait(50)
    staff.enter(PIN)
    staff.finish()
    assert staff.is_in()


def test_the_same_digit_five_times_does_not_set_up_keys(staff: Staff) -> None:
    staff.set_pin()
    staff.desk.press(*WAY)
    staff.enter("777777")
    assert staff.is_at_gate()
    assert staff.area.gate_screen.stars.text() == "* * * * * *"
    staff.desk.press(*[Qt.Key.Key_Backspace] * 6)
    assert staff.is_at_gate()
    assert staff.area.gate_screen.stars.text() == "No digits yet."


def test_digits_are_pressed_by_hand(staff: Staff) -> None:
    staff.set_pin()
    staff.kiosk.staff.come()
    settle()
    screen = staff.area.gate_screen
    for digit in PIN:
        screen.digits[int(digit)].click()
    screen.buttons["done"].click()
    settle()
    assert staff.is_in()


# -- the area -----------------------------------------------------------------------------------------------------


@pytest.mark.conforms("CF-23", "FP-1")
def test_from_everywhere_in_the_area_five_keys_lead_everywhere(staff: Staff) -> None:
    staff.kiosk.staff.log.note_wrong_pins(5)
    staff.set_pin()
    staff.desk.press(*WAY)
    everything = _walked(staff)
    assert everything == set(staff.area.gate_screen.tab_stops)
    staff.enter(PIN)
    staff.finish()
    screen = staff.area.area_screen
    assert _walked(staff) >= {row.goal for row in screen.rows}
    for kind in PAGES:
        staff.show(kind)
        assert _walked(staff) >= {row.goal for row in screen.rows}


def _walked(staff: Staff) -> set[object]:
    edges = graph(staff.desk)
    for start in edges:
        assert reachable(edges, start) == set(edges)
    return set(edges)


@pytest.mark.conforms("CF-02", "CF-05", "FP-1")
def test_every_page_says_what_it_is_for_and_help_says_it_again(staff: Staff) -> None:
    staff.come_in()
    screen = staff.area.area_screen
    staff.desk.said()
    for page in screen._pages[1:]:
        staff.desk.said()
        staff.desk.press(SELECT)
        assert screen.here is page
        said = staff.desk.said()
        assert said.startswith(f"{page.title.text()}. {page.instructions}")
        staff.desk.press(Qt.Key.Key_F1)
        assert screen.here is page
        assert page.instructions in staff.desk.said()
        staff.desk.press(Qt.Key.Key_Escape)
        # At the button that led there.
        assert f"{page.title.text()}, button" in staff.desk.said()
        staff.desk.press(DOWN)


def test_who_leaves_leaves_the_machine_to_the_next_visitor(staff: Staff) -> None:
    came: list[None] = []
    staff.area.begin_visit = lambda: came.append(None)
    staff.come_in()
    staff.desk.press(Qt.Key.Key_Escape)
    assert came == [None]
    assert not staff.kiosk.staff.is_open.value
    assert not staff.kiosk.reading.is_choosing


@pytest.mark.conforms("B-80")
def test_the_area_closes_by_itself_unless_it_is_to_stay(staff: Staff) -> None:
    staff.come_in()
    staff.desk.press(UP, UP)
    staff.desk.press(NEXT)
    staff.kiosk.narrator.cut()
    assert not staff.kiosk.staff.closes_itself
    staff.wait(1000)
    assert staff.is_in()
    staff.desk.press(NEXT)
    staff.show(VolumePage)
    staff.kiosk.narrator.cut()
    staff.wait(119)
    staff.desk.press(DOWN)
    staff.kiosk.narrator.cut()
    staff.wait(119)
    assert staff.is_in()
    staff.kiosk.narrator.cut()
    staff.wait(2)
    assert isinstance(staff.window.front, WaitingView)


@pytest.mark.conforms("CF-13", "CF-15")
def test_volume_begins_and_ends_where_staff_say(staff: Staff) -> None:
    staff.come_in()
    staff.show(VolumePage)
    staff.desk.press(*[BACK] * 4)
    assert "60 percent" in staff.desk.said()
    staff.desk.press(DOWN, DOWN)
    staff.desk.press(*[BACK] * 4)
    assert staff.kiosk.station.station.value.volume_default == 60
    assert staff.kiosk.station.station.value.volume_most == 80
    assert staff.kiosk.preferences.settings.value.volume == 60
    assert staff.desk.store.load("station") == {"volume_default": 60, "volume_most": 80}
    staff.desk.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    staff.desk.open()
    staff.desk.said()
    for _number in range(5):
        staff.desk.press(Qt.Key.Key_F12)
    assert staff.desk.said().endswith("Volume 80 percent.")
    assert staff.kiosk.reading.speech.own().volume == 80
    staff.desk.press(Qt.Key.Key_F11)
    assert staff.kiosk.reading.speech.own().volume == 70


def test_a_sound_is_heard_at_each_volume_until_a_key(staff: Staff) -> None:
    staff.come_in()
    staff.kiosk.station.set("volume_default", 40)
    staff.show(VolumePage)
    gain = staff.kiosk.player.gains[1]
    for label, percent in (("Play the sound as at the beginning", 40), ("Play the sound at the loudest", 120)):
        staff.press_button(label)
        assert gain.volume == Volume(percent)
        assert staff.kiosk.narrator.is_speaking.value
        heard = staff.desk.output.pump(4_800)
        assert max(heard) > 0
        staff.desk.press(DOWN)
        assert gain.volume == Volume(40)
    # Also where nothing is said.
    staff.kiosk.preferences.set("speaker", "text")
    staff.press_button("Play the sound at the loudest")
    assert gain.volume == Volume(120)
    staff.desk.press(Qt.Key.Key_Escape)
    assert gain.volume == Volume(40)


def test_the_size_of_the_screen_is_kept_for_everybody(staff: Staff) -> None:
    staff.come_in()
    page = staff.show(ScreenPage)
    assert isinstance(page, ScreenPage)
    assert page.form.bar.card_px > 100
    staff.desk.press(NEXT, DOWN, SELECT)
    assert staff.kiosk.preferences.settings.value.card_px == page.form.bar.card_px
    assert list(staff.desk.store.load("preferences").values()) == [page.form.bar.card_px]
    assert "The size of the screen is kept for everybody." in staff.desk.said()
    assert staff.area.area_screen.here is not page


def test_keys_are_set_up_and_kept_for_everybody(staff: Staff) -> None:
    staff.come_in()
    staff.show(KeysPage)
    staff.press_button("Set up or learn the keys")
    assert isinstance(staff.window.front, KeysScreen)
    staff.kiosk.keys.choose("f-block")
    staff.desk.press(Qt.Key.Key_Escape)
    assert staff.is_in()
    assert not staff.desk.store.load("keys")
    staff.kiosk.keys.choose("arrows")
    staff.press_button("Keep the keys for everybody")
    assert "The keys are kept for everybody." in staff.desk.said()
    assert staff.desk.store.load("keys") == {"preset": "arrows"}
    staff.press_button("Forget the kept keys")
    assert not staff.desk.store.load("keys")
    # The row has gone; the keyboard is still somewhere.
    assert staff.desk.focus in staff.area.area_screen.tab_stops


def test_the_kind_of_place_is_chosen(staff: Staff) -> None:
    staff.come_in()
    staff.show(PlacePage)
    staff.desk.press(NEXT, NEXT)
    assert "clinic" in staff.desk.said()
    assert staff.kiosk.station.station.value.site == "clinic"
    staff.desk.store.is_writable = False
    staff.desk.press(NEXT)
    assert "This could not be saved." in staff.desk.said()
    assert staff.kiosk.station.station.value.site == "refugee-centre"
    staff.desk.store.is_writable = True


def test_how_people_are_asked_for_donations_is_chosen_with_a_caution(staff: Staff) -> None:
    staff.come_in()
    staff.kiosk.station.set("site", "clinic")
    staff.show(PlacePage)
    staff.desk.press(DOWN, NEXT)
    said = staff.desk.said()
    assert "nobody is asked" in said
    assert "free to leave" not in said
    staff.desk.press(NEXT)
    assert "by a card in the list. People here may not be free to leave" in staff.desk.said()


def test_opening_hours_are_set_day_by_day(staff: Staff) -> None:
    staff.come_in()
    page = staff.show(HoursPage)
    staff.desk.press(NEXT)
    assert len(page.stops) == 7
    staff.desk.press(DOWN, NEXT)
    assert "Tuesday" in staff.desk.said()
    staff.desk.press(DOWN, DOWN, NEXT, NEXT)
    assert "09:30" in staff.desk.said()
    staff.press_button("The same on every day")
    staff.desk.press(DOWN, NEXT)
    assert staff.kiosk.station.station.value.hours == (
        "Mo 09:30-18:00; Tu 09:30-18:00; We 09:30-18:00; Th 09:30-18:00; Fr 09:30-18:00; Sa 09:30-18:00; "
        f"Su 09:30-18:00; {staff.kiosk.visit.doors.to_local(staff.desk.clock.now()).date().isoformat()} closed"
    )
    # Staff are at work all the same.
    staff.kiosk.visit._tick()
    assert staff.is_in()


def test_the_log_tells_what_went_wrong_and_not_what_was_read(staff: Staff) -> None:
    reading = staff.kiosk.reading
    place = Locator("secret", 1, TextSpan(0, 1), "Secret words")
    reading.message.set(Message(None, "/content/secret.md, line 3: not UTF-8"))
    reading.note.set(SentencePassedOver(place))
    reading.note.set(None)
    reading.note.set(SentencePassedOver(place))
    reading.message.set(None)
    reading.message.set(Message(Problem.NO_VOICE, "fr"))
    reading.message.set(None)
    staff.come_in()
    staff.desk.said()
    page = staff.show(LogPage)
    lines = [stop.widget.accessibleName() for stop in page.stops]
    assert [line.partition(" – ")[2] for line in lines] == [
        "No voice for an article in: fr.",
        "A sentence could not be read aloud. 2 times.",
        "An article could not be opened.",
    ]
    assert lines[0].startswith("2026-03-01 12:00")
    staff.desk.press(DOWN)
    said = staff.desk.said()
    assert "A sentence could not be read aloud." in said
    assert "secret" not in said.lower()


def test_the_pin_is_changed_and_leaving_that_leads_back_to_the_area(staff: Staff) -> None:
    staff.come_in()
    staff.show(PinPage)
    staff.desk.press(SELECT)
    assert staff.is_at_gate()
    assert "Choose a new PIN" in staff.desk.said()
    staff.desk.press(Qt.Key.Key_Escape)
    assert staff.is_in()
    staff.show(PinPage)
    staff.desk.press(SELECT)
    for _number in range(2):
        staff.enter(OTHER)
        staff.finish()
    assert staff.is_in()
    assert "The PIN is set." in staff.desk.said()
    assert staff.kiosk.staff.pin.is_same(OTHER)


@pytest.mark.parametrize(
    ("labels", "code"),
    [
        (["Restart the program"], RESTART_ASKED),
        (["End the program", "Yes, end the program"], ENDED_BY_STAFF),
    ],
    ids=["restart", "end"],
)
def test_restart_and_end_answer_to_who_started_the_program(staff: Staff, labels: list[str], code: int) -> None:
    staff.come_in()
    staff.show(EndPage)

    def press() -> None:
        for label in labels:
            staff.press_button(label)

    QTimer.singleShot(0, press)
    assert QApplication.exec() == code
    assert staff.kiosk.reading.opened.value is None


def test_an_end_that_was_not_confirmed_is_asked_for_anew(staff: Staff) -> None:
    staff.come_in()
    page = staff.show(EndPage)
    staff.press_button("End the program")
    assert [getattr(stop.widget, "label", "") for stop in page.stops][-1] == "Yes, end the program"
    assert getattr(staff.desk.focus, "label", "") == "Yes, end the program"
    staff.desk.press(Qt.Key.Key_Escape)
    staff.show(EndPage)
    assert [getattr(stop.widget, "label", "") for stop in page.stops][-1] == "End the program"


def test_an_article_that_comes_in_front_closes_the_area(staff: Staff) -> None:
    staff.come_in()
    staff.desk.open()
    assert not staff.kiosk.staff.is_open.value
    assert isinstance(staff.window.front, WaitingView)


def waiting_view(staff: Staff) -> WaitingView:
    assert staff.window.visits is not None
    return staff.window.visits.view


def test_while_staff_are_at_work_no_visit_ends_and_afterwards_nobody_is_here(staff: Staff) -> None:
    visit = staff.kiosk.visit
    staff.come_in()
    staff.kiosk.preferences.set("text_size", 96)
    staff.kiosk.narrator.cut()
    staff.desk.clock.advance(timedelta(seconds=3000))
    visit._tick()
    settle()
    assert staff.is_in()
    staff.desk.press(Qt.Key.Key_Escape)
    assert type(visit.state.value) is Attract
    assert staff.kiosk.preferences.settings.value.text_size == 40
    # The next visitor is received as any other.
    assert staff.desk.shows(waiting_view(staff))
    staff.desk.press(DOWN)
    assert isinstance(visit.state.value, Active)
    assert staff.desk.shows(staff.window.catalog)
    # Who only came to the gate has a visit like any other.
    staff.desk.press(*WAY)
    staff.desk.press(Qt.Key.Key_Escape)
    assert visit.is_on
    assert isinstance(visit.state.value, Active)


def test_staff_come_in_while_the_place_is_closed(staff: Staff) -> None:
    staff.set_pin()
    staff.kiosk.station.set("hours", "2030-01-01 09:00-10:00")
    staff.desk.clock.advance(timedelta(seconds=3000))
    staff.kiosk.visit._tick()
    staff.desk.clock.advance(timedelta(seconds=3000))
    staff.kiosk.visit._tick()
    settle()
    assert isinstance(staff.kiosk.visit.state.value, Closed)
    waiting = staff.window.front
    staff.desk.press(*WAY)
    assert staff.is_at_gate()
    staff.enter(PIN)
    staff.finish()
    assert staff.is_in()
    staff.desk.press(Qt.Key.Key_Escape)
    assert staff.window.front is waiting
    assert isinstance(staff.kiosk.visit.state.value, Closed)


def test_a_keypad_of_its_own_goes_the_same_way(new_staff: Callable[..., Staff]) -> None:
    staff = new_staff(record={"preset": "f-block"})
    staff.kiosk.keys.choose("f-block")
    keys = staff.kiosk.keys.map.value
    for role in (KeyRole.UP, KeyRole.NEXT, KeyRole.DOWN, KeyRole.BACK) * 3:
        staff.desk.press(Qt.Key(keys.keys_of(role)[0].code))
    assert staff.is_at_gate()


# -- how it looks -------------------------------------------------------------------------------------------------


@pytest.mark.conforms("SW-09", "FP-2")
@pytest.mark.parametrize("language", ["en", "ru", "ar"])
@pytest.mark.parametrize("size", [(1024, 600), (1080, 1920)], ids=str)
def test_nothing_is_cut_and_all_is_large_enough(
    new_staff: Callable[..., Staff], language: str, size: tuple[int, int]
) -> None:
    staff = new_staff(language=language)
    staff.window.resize(*size)
    staff.desk.press(*WAY)
    least_px = round(20 * staff.window.reader.least_target_mm / 20 * 1)
    faults = [("gate", flaws(staff.area.gate_screen))]
    for digit in PIN * 2:
        staff.kiosk.staff.enter(digit)
        if staff.area.gate_screen._gate.stars == len(PIN):
            staff.kiosk.staff.finish()
    settle()
    assert staff.is_in()
    faults.append(("list", flaws(staff.area.area_screen)))
    for kind in PAGES:
        staff.show(kind)
        faults.append((kind.__name__, flaws(staff.area.area_screen)))
    assert not [fault for fault in faults if fault[1]]
    for button in staff.area.gate_screen.digits:
        assert min(button.width(), button.height()) - 2 * RING_PX >= least_px
