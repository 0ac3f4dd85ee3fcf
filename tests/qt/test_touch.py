"""Fingers on the real window of a public kiosk: touches of a touch screen, and what is said, shown and done."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.reading import is_sounding
from kiosk.core.settings import Profile
from kiosk.qt.touch import TouchScreen
from tests.fakes.fake_timer import FakeTimer
from tests.qt.looking import flaws, settle
from tests.qt.test_narration import APPEAL, Booth, NewBooth, new_booth

__all__ = ["new_booth"]

AGAIN = "Touch again to choose."


@pytest.fixture(scope="session")
def device(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


class Screen:
    """A window with fingers on it, whose time passes when the test says so."""

    def __init__(self, booth: Booth, device: QPointingDevice) -> None:
        self.booth = booth
        self.window = booth.window
        self._device = device
        self.elapsed_ms = 0
        booth.start()
        touch = booth.voice.touch
        assert touch is not None
        self.touch: TouchScreen = touch
        touch.now_ms = lambda: self.elapsed_ms
        touch.idle.stop()
        self.rest, self.idle = FakeTimer(), FakeTimer()
        touch.rest, touch.idle = self.rest, self.idle
        self.idle.start(10_000, touch._look_for_idleness)
        touch._last_act_ms = touch._pressed_ms = 0
        settle()
        booth.said()
        booth.said("ru")

    def place_of(self, widget: QWidget) -> QPoint:
        return widget.mapTo(self.window, widget.rect().center())

    def press(self, at: QPoint) -> None:
        QTest.touchEvent(self.window.windowHandle(), self._device).press(0, at).commit()

    def move(self, to: QPoint) -> None:
        self.wait(60)
        QTest.touchEvent(self.window.windowHandle(), self._device).move(0, to).commit()

    def lift(self, at: QPoint) -> None:
        QTest.touchEvent(self.window.windowHandle(), self._device).release(0, at).commit()
        settle()

    def wait(self, milliseconds: int) -> None:
        self.elapsed_ms += milliseconds
        if milliseconds >= 50:
            self.rest.fire()

    def tap(self, at: QPoint, contact_ms: int = 120) -> None:
        self.press(at)
        self.wait(contact_ms)
        self.lift(at)
        self.wait(1_000)

    def said(self, language: str = "en") -> list[str]:
        return self.booth.said(language)


@pytest.fixture
def screen(new_booth: NewBooth, device: QPointingDevice) -> Screen:
    """A public kiosk as it is found: its own voice speaks."""
    return Screen(new_booth(), device)


@pytest.fixture
def plain(new_booth: NewBooth, device: QPointingDevice) -> Screen:
    """The same where touches act at once."""
    return Screen(new_booth(asked={"touch_explore": "off"}), device)


@pytest.mark.conforms("CF-22", "CF-25", "FP-1")
def test_a_touch_says_what_is_there_and_a_second_one_acts(screen: Screen) -> None:
    card = screen.window.catalog.cards[0]
    screen.tap(screen.place_of(card))
    assert screen.said() == [f"Three. English, 1 minute, button, A short text. {AGAIN}"]
    assert screen.window.currentWidget() is screen.window.catalog
    # What is said is seen: the ring around it, and the words.
    assert QApplication.focusWidget() is card
    assert screen.window.catalog.message_line.text().endswith(AGAIN)
    screen.wait(60_000)
    screen.tap(screen.place_of(card))
    assert screen.window.currentWidget() is screen.window.reader
    assert screen.said() == ["Three. 1 minute. Press Space or Enter to read."]


@pytest.mark.conforms("CF-22")
def test_a_finger_that_moves_says_each_thing_in_its_language_and_lifting_does_nothing(screen: Screen) -> None:
    catalog = screen.window.catalog
    places = [screen.place_of(catalog.language_buttons[tag]) for tag in ("en", "ru")]
    screen.press(places[0])
    screen.wait(100)
    assert screen.said() == [f"English, button, This is the language now. {AGAIN}"]
    screen.move(places[1])
    assert screen.said("ru") == ["Русский"]
    screen.said()
    screen.lift(places[1])
    assert screen.said("ru") == screen.said() == []
    assert screen.booth.kiosk.preferences.settings.value.language == "en"


def test_how_to_go_on_is_said_a_few_times_and_shown_always(screen: Screen) -> None:
    buttons = list(screen.window.catalog.language_buttons.values())[:4]
    hints = []
    for button in (*buttons, buttons[0]):
        screen.tap(screen.place_of(button))
        hints.append(AGAIN in " ".join(screen.said()))
        assert screen.window.catalog.message_line.text().endswith(AGAIN)
    assert hints == [True, True, True, False, False]


def test_two_taps_beside_everything_act_on_what_was_said_last(screen: Screen) -> None:
    button = screen.window.catalog.language_buttons["uk"]
    screen.tap(screen.place_of(button))
    beside = QPoint(2, screen.window.height() // 2)
    for _tap in range(2):
        screen.press(beside)
        screen.wait(100)
        screen.lift(beside)
        screen.wait(100)
    assert screen.booth.kiosk.preferences.settings.value.language == "uk"


@pytest.mark.conforms("CF-22", "CF-04")
def test_a_paragraph_says_its_beginning_and_is_read(screen: Screen) -> None:
    screen.window.resize(1080, 1920)
    screen.booth.open_reader()
    screen.said()
    view = screen.window.reader.article_view
    place = screen.window.mapFromGlobal(view.passage_on_screen(2)[1].center())
    screen.tap(place)
    assert screen.said() == [f"Second of two. {AGAIN}"]
    assert not is_sounding(screen.booth.kiosk.player.state.value)
    screen.tap(place)
    state = screen.booth.kiosk.player.state.value
    assert is_sounding(state)
    assert state.at.passage == 2


@pytest.mark.conforms("CF-22", "CF-02", "FP-1")
def test_every_control_in_view_of_every_screen_can_be_found_and_pressed_by_touch(screen: Screen) -> None:
    booth = screen.booth
    booth.window.resize(1080, 1920)
    settle()

    def explore() -> None:
        front = booth.window.front
        assert front is not None
        stops = [
            widget
            for widget in front.findChildren(QWidget)
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible() and widget.accessibleName()
        ]
        assert len(stops) > 4
        for stop in stops:
            place = screen.place_of(stop)
            if not stop.visibleRegion().contains(stop.rect().center()):
                continue
            screen.press(place)
            screen.wait(100)
            said = [text for tag in ("en", "ru", "tr", "ar", "uk") for text in screen.said(tag)]
            assert said, stop.accessibleName()
            screen.lift(place)
            assert booth.window.front is front

    explore()
    booth.open_reader()
    explore()
    booth.press(Qt.Key.Key_Menu)
    explore()
    booth.press(Qt.Key.Key_Escape)
    booth.kiosk.reading.appeal.set(APPEAL)
    settle()
    explore()


def test_what_is_out_of_view_is_reached_by_touching_the_bar_beside_it(screen: Screen) -> None:
    screen.window.resize(1024, 600)
    settle()
    bar = screen.window.catalog._scroll.verticalScrollBar()
    assert bar.isVisible()
    onward = bar.mapTo(screen.window, QPoint(bar.width() // 2, bar.height() - 5))
    before = bar.value()
    screen.tap(onward)
    assert screen.said() == [f"Further down, button. {AGAIN}"]
    assert bar.value() == before
    screen.tap(onward)
    assert bar.value() > before


def test_a_text_that_is_no_control_is_said_and_nothing_more(screen: Screen) -> None:
    title = screen.window.catalog.title
    for _tap in range(2):
        screen.tap(title.mapTo(screen.window, QPoint(40, title.height() // 2)))
        assert screen.said() == ["Choose an article"]


def test_touching_makes_the_reading_give_way_and_does_not_end_it(screen: Screen) -> None:
    screen.booth.open_reader()
    screen.booth.read()
    bar = screen.window.reader.transport_bar
    assert bar is not None
    screen.tap(screen.place_of(bar.faster))
    assert screen.said()[0].startswith("Faster, button")
    assert is_sounding(screen.booth.kiosk.player.state.value)
    assert screen.booth.kiosk.preferences.settings.value.rate == 160
    screen.tap(screen.place_of(bar.faster))
    assert screen.booth.kiosk.preferences.settings.value.rate == 170


def test_two_fingers_do_nothing(screen: Screen, device: QPointingDevice) -> None:
    card = screen.place_of(screen.window.catalog.cards[0])
    screen.tap(card)
    screen.said()
    handle = screen.window.windowHandle()
    QTest.touchEvent(handle, device).press(0, card).commit()
    QTest.touchEvent(handle, device).stationary(0).press(1, card + QPoint(50, 0)).commit()
    screen.wait(100)
    QTest.touchEvent(handle, device).release(0, card).release(1, card + QPoint(50, 0)).commit()
    settle()
    assert screen.said() == []
    assert screen.window.currentWidget() is screen.window.catalog


# -- the switch ------------------------------------------------------------------------------------------------


@pytest.mark.conforms("CF-25")
def test_the_switch_is_on_every_screen_and_ends_it_with_two_touches_and_brings_it_back_with_one(
    screen: Screen,
) -> None:
    booth = screen.booth

    def stay() -> None:
        pass

    def go_to_reader() -> None:
        booth.open_reader()

    def go_to_panel() -> None:
        booth.press(Qt.Key.Key_Menu)

    def go_to_appeal() -> None:
        booth.press(Qt.Key.Key_Escape)
        booth.kiosk.reading.appeal.set(APPEAL)

    for go in (stay, go_to_reader, go_to_panel, go_to_appeal):
        go()
        settle()
        front = booth.window.front
        assert front is not None
        row = front.caption_row  # type: ignore[attr-defined]
        place = screen.place_of(row.switch)
        assert row.switch.isVisible()
        assert not flaws(front)
        screen.said()
        screen.tap(place)
        assert screen.said()[0].startswith("Touch twice, button, on")
        screen.tap(place)
        assert booth.kiosk.preferences.settings.value.touch_explore == "off"
        assert screen.said() == ["Touch once: a touch acts at once."]
        assert row.line.text() == "Touch once: a touch acts at once."
        screen.tap(place)
        assert booth.kiosk.preferences.settings.value.touch_explore == "on"
        assert screen.said() == ["Touch twice: a first touch says what is there, a second one acts."]


def test_after_three_minutes_without_anybody_it_is_as_it_was_found(screen: Screen) -> None:
    screen.touch.switch()
    settings = screen.booth.kiosk.preferences.settings
    screen.elapsed_ms += 179_000
    screen.idle.fire()
    assert settings.value.touch_explore == "off"
    screen.booth.press(Qt.Key.Key_Down)
    screen.elapsed_ms += 179_000
    screen.idle.fire()
    assert settings.value.touch_explore == "off"
    screen.elapsed_ms += 1_000
    screen.idle.fire()
    assert settings.value.touch_explore == "on"


def test_who_listens_for_long_is_still_there(screen: Screen) -> None:
    screen.touch.switch()
    screen.booth.open_reader()
    screen.booth.read()
    screen.elapsed_ms += 600_000
    screen.idle.fire()
    assert screen.booth.kiosk.preferences.settings.value.touch_explore == "off"


def test_where_nothing_is_spoken_touches_act_at_once_and_there_is_no_switch(screen: Screen) -> None:
    screen.booth.press(Qt.Key.Key_F10)
    assert not any(row.switch.isVisible() for row in screen.window.caption_rows)
    screen.tap(screen.place_of(screen.window.catalog.cards[0]))
    assert screen.window.currentWidget() is screen.window.reader


def test_at_home_touches_act_at_once_until_somebody_wants_it_otherwise(
    new_booth: NewBooth, device: QPointingDevice
) -> None:
    screen = Screen(new_booth(profile=Profile.HOME, asked={"speaker": "self"}), device)
    row = screen.window.catalog.caption_row
    assert not row.switch.isVisible()
    screen.tap(QPoint(2, 2))
    assert row.switch.isVisible()
    screen.tap(screen.place_of(row.switch))
    assert screen.touch.is_exploring
    screen.tap(screen.place_of(screen.window.catalog.cards[0]))
    assert screen.window.currentWidget() is screen.window.catalog


def test_a_mouse_is_not_affected(screen: Screen) -> None:
    card = screen.window.catalog.cards[0]
    QTest.mouseClick(screen.window.windowHandle(), Qt.MouseButton.LeftButton, pos=screen.place_of(card))
    assert screen.window.currentWidget() is screen.window.reader


# -- touches that act at once ----------------------------------------------------------------------------------


@pytest.mark.conforms("SW-28")
def test_a_touch_acts_when_it_is_lifted_and_not_when_it_has_slid_off(plain: Screen) -> None:
    card = plain.place_of(plain.window.catalog.cards[0])
    plain.press(card)
    plain.wait(100)
    assert plain.window.currentWidget() is plain.window.catalog
    plain.move(QPoint(2, 2))
    plain.lift(QPoint(2, 2))
    assert plain.window.currentWidget() is plain.window.catalog
    plain.wait(500)
    plain.tap(card)
    assert plain.window.currentWidget() is plain.window.reader


@pytest.mark.conforms("SW-28")
def test_a_contact_that_is_too_short_and_a_repeat_do_nothing(plain: Screen) -> None:
    plain.booth.open_reader()
    bar = plain.window.reader.transport_bar
    assert bar is not None
    place = plain.place_of(bar.faster)
    rate = plain.booth.kiosk.preferences.settings

    def touch(contact_ms: int, after_ms: int) -> int:
        plain.elapsed_ms += after_ms
        plain.press(place)
        plain.elapsed_ms += contact_ms
        plain.lift(place)
        assert not bar.faster.isDown()
        return rate.value.rate

    assert touch(contact_ms=30, after_ms=1_000) == 160
    assert touch(contact_ms=80, after_ms=1_000) == 170
    assert touch(contact_ms=80, after_ms=150) == 170
    assert touch(contact_ms=80, after_ms=400) == 180


@pytest.fixture(autouse=True)
def _no_touch_is_left(device: QPointingDevice) -> Iterator[None]:
    yield
    settle()
