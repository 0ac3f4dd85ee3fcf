"""One switch reads an article and opens the guide; two switches go on and select."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.core.reading import Paused, Speaking, is_sounding
from kiosk.qt.views.buttons import LargeButton
from tests.qt.looking import settle
from tests.qt.pad import Desk

NewDesk = Callable[..., Desk]
SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return


@pytest.fixture
def new_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[NewDesk]:
    made: list[Desk] = []

    def make(**options: object) -> Desk:
        made.append(Desk(qtbot, tmp_path, **options))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for desk in made:
        desk.close()
    i18n.set_language("en")


class OneSwitch:
    """Somebody who waits until the right thing comes forward, and presses."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        assert desk.window.keyboard is not None
        self.scanning = desk.window.keyboard.scanning
        # Time passes by the test's hand.
        self.scanning._timer.stop()

    def step(self) -> None:
        """Let one thing more come forward."""
        self.scanning._timer.stop()
        before = self.scanning._scanner.forward
        for _number in range(400):
            self.scanning._tick()
            if self.scanning._scanner.forward != before:
                break
        settle()

    def wait_for(self, wanted: QWidget) -> None:
        for _number in range(40):
            self.step()
            if self.desk.focus is wanted:
                return
        pytest.fail(f"{wanted.accessibleName()!r} never comes forward")

    def choose(self, wanted: QWidget) -> None:
        self.wait_for(wanted)
        self.desk.press(SPACE)


def is_resting(switch: OneSwitch) -> bool:
    return switch.scanning._scanner.is_resting


def button(desk: Desk, name: str) -> LargeButton:
    bar = desk.window.reader.transport_bar
    assert bar is not None
    found = getattr(bar, name)
    assert isinstance(found, LargeButton)
    return found


@pytest.mark.conforms("FP-7")
def test_one_switch_reads_an_article_and_opens_the_guide(new_desk: NewDesk) -> None:
    desk = new_desk(asked={"scanning": "one", "scan_step": 500})
    desk.window.show_catalog()
    switch = OneSwitch(desk)
    switch.choose(desk.window.catalog.own.cards[1])
    assert desk.shows(desk.window.reader)
    switch.choose(button(desk, "play"))
    desk.qtbot.waitUntil(lambda: is_speaking(desk))
    # Nothing comes forward while it reads.
    focus = desk.focus
    for _number in range(100):
        switch.scanning._tick()
    assert desk.has_focus(focus)
    desk.press(SPACE)
    assert isinstance(desk.kiosk.player.state.value, Paused)
    switch.choose(button(desk, "help"))
    opened = desk.kiosk.reading.opened.value
    assert opened is not None
    assert opened.article.title == "Guide"
    switch.choose(button(desk, "back"))
    assert desk.shows(desk.window.catalog)


def is_speaking(desk: Desk) -> bool:
    if desk.output.is_open:
        desk.listen()
    return isinstance(desk.kiosk.player.state.value, Speaking)


def test_one_switch_changes_settings_and_leaves_the_panel(new_desk: NewDesk) -> None:
    desk = new_desk(asked={"scanning": "one"})
    desk.open()
    switch = OneSwitch(desk)
    switch.choose(button(desk, "listening"))
    panel = desk.window.reader.listening
    assert panel is not None
    volume = panel.rows.voice[1]
    switch.choose(volume.less)
    assert desk.kiosk.reading.speech.own().volume == 90
    switch.choose(panel.head.close_button)
    assert not desk.window.reader.is_listening_open


@pytest.mark.conforms("FP-7")
def test_one_switch_changes_how_the_article_looks_and_takes_it_back(new_desk: NewDesk) -> None:
    desk = new_desk(asked={"scanning": "one"})
    desk.open()
    switch = OneSwitch(desk)
    switch.choose(button(desk, "comfort"))
    panel = desk.window.reader.comfort
    assert panel is not None
    settings = desk.kiosk.preferences.settings
    switch.choose(panel.rows.text_size.more)
    switch.choose(panel.rows.colours.more)
    assert (settings.value.text_size > 40, settings.value.theme != "paper") == (True, True)
    switch.choose(panel.rows.reset)
    assert (settings.value.text_size, settings.value.theme) == (40, "paper")
    switch.choose(panel.head.close_button)
    assert desk.window.reader.panel_in_front is None


def test_each_thing_that_comes_forward_is_said_and_heard_out(new_desk: NewDesk) -> None:
    desk = new_desk(asked={"scanning": "one", "scan_step": 500})
    desk.speak()
    desk.press(Qt.Key.Key_Shift)
    desk.said()
    switch = OneSwitch(desk)
    switch.step()
    first = desk.focus
    assert first.accessibleName() in desk.said()
    assert desk.kiosk.narrator.is_speaking.value
    for _number in range(100):
        switch.scanning._tick()
    assert desk.has_focus(first)
    # What was said has been heard.
    desk.press(Qt.Key.Key_Shift)
    switch.step()
    assert not desk.has_focus(first)


def test_it_rests_after_three_rounds_and_the_switch_wakes_it(new_desk: NewDesk) -> None:
    desk = new_desk(asked={"scanning": "one", "scan_step": 500})
    desk.open()
    switch = OneSwitch(desk)
    for _number in range(2000):
        switch.scanning._tick()
    assert is_resting(switch)
    before = desk.kiosk.preferences.settings.value
    desk.press(SPACE)
    assert not is_resting(switch)
    assert desk.kiosk.preferences.settings.value == before
    assert desk.shows(desk.window.reader)


def test_it_goes_on_by_its_own_timer(new_desk: NewDesk) -> None:
    desk = new_desk(asked={"scanning": "one", "scan_step": 500})
    desk.open()
    seen: list[QWidget] = []

    def have_three_come() -> bool:
        seen.append(desk.focus)
        return len(set(seen)) >= 3

    desk.qtbot.waitUntil(have_three_come, timeout=6000)


def test_another_screen_begins_at_its_first_thing(new_desk: NewDesk) -> None:
    desk = new_desk(asked={"scanning": "one"})
    desk.open()
    switch = OneSwitch(desk)
    switch.wait_for(button(desk, "larger"))
    desk.window.show_catalog()
    settle()
    switch.step()
    assert desk.has_focus(next(iter(desk.window.catalog.language_buttons.values())))


def test_two_switches_go_on_and_select(new_desk: NewDesk) -> None:
    desk = new_desk(record={"preset": "two-switches"})
    desk.window.show_catalog()
    desk.window.catalog.focus_first()
    desk.press(SPACE)
    assert desk.has_focus(desk.window.catalog.own.cards[1])
    desk.press(ENTER)
    assert desk.shows(desk.window.reader)
    for _number in range(20):
        if desk.has_focus(button(desk, "play")):
            break
        desk.press(SPACE)
    desk.press(ENTER)
    assert is_sounding(desk.kiosk.player.state.value)
    desk.press(ENTER)
    assert isinstance(desk.kiosk.player.state.value, Paused)
    desk.press(SPACE)
    assert desk.has_focus(button(desk, "faster"))


def test_a_new_single_switch_is_tried_out_by_scanning(new_desk: NewDesk) -> None:
    desk = new_desk()
    assert desk.window.keyboard is not None
    desk.window.keyboard.open()
    settle()
    desk.keys_screen.buttons["set_up"].click()
    settle()
    desk.press(Qt.Key.Key_J, *[Qt.Key.Key_J] * 12)
    switch = OneSwitch(desk)
    keep = desk.keys_screen.buttons["keep"]
    switch.wait_for(keep)
    desk.press(Qt.Key.Key_J)
    assert desk.kiosk.keys.scanning == "one"
    assert desk.kiosk.keys.map.value.preset == "own"
