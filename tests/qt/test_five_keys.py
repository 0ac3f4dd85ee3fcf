"""Everything there is, by five keys: each screen is walked by them alone, and every function is reached."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.core.campaign import Appeal, Campaign
from kiosk.core.reading import Paused, Speaking, is_sounding
from kiosk.core.settings import Profile
from kiosk.qt.input_map import Command
from kiosk.qt.ring import tab_stops
from kiosk.qt.views.comfort_panel import ComfortPanel
from kiosk.qt.views.stepper import Stepper
from kiosk.qt.views.transport_bar import TransportBar
from tests.qt.looking import settle
from tests.qt.pad import BACK, DOWN, NEXT, SELECT, UP, Desk

NewDesk = Callable[..., Desk]
MOVES = (UP, DOWN, BACK, NEXT)
APPEAL = Appeal(Campaign("c1", "The Paper", {"en": "Please give."}, "paper.example/give"), "en", "Please give.")


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


@pytest.fixture
def desk(new_desk: NewDesk) -> Desk:
    made = new_desk()
    made.speak()
    return made


def catalog(desk: Desk) -> None:
    desk.window.show_catalog()


def reader(desk: Desk) -> None:
    desk.open()


def panel(desk: Desk) -> None:
    desk.open()
    go_to(desk, bar(desk).listening)
    desk.press(SELECT)


def comfort(desk: Desk) -> None:
    desk.open()
    into_comfort(desk)


def screen_form(desk: Desk) -> None:
    comfort(desk)
    rows = comfort_panel(desk).rows
    assert way(desk, rows.measure, DOWN)
    desk.press(SELECT)
    assert comfort_panel(desk).has_form


def into_comfort(desk: Desk) -> None:
    press_button(desk, bar(desk).comfort)


def comfort_panel(desk: Desk) -> ComfortPanel:
    found = desk.window.reader.comfort
    assert found is not None
    return found


def appeal(desk: Desk) -> None:
    desk.open()
    desk.kiosk.reading.appeal.set(APPEAL)


def appeal_details(desk: Desk) -> None:
    appeal(desk)
    desk.window.dialog.show_details()


def keys(desk: Desk) -> None:
    assert desk.window.keyboard is not None
    desk.window.keyboard.open()


def saying_form(desk: Desk) -> None:
    panel(desk)
    assert desk.window.reader.listening is not None
    desk.window.reader.listening.show_form()


SCREENS = [catalog, reader, panel, comfort, screen_form, appeal, appeal_details, keys]


def bar(desk: Desk) -> TransportBar:
    found = desk.window.reader.transport_bar
    assert found is not None
    return found


def go_to(desk: Desk, goal: QWidget) -> None:
    """Go to a control of the screen in front by the keys that move; the shortest way is not looked for."""
    steps = next((steps for steps in (way(desk, goal, key) for key in (NEXT, DOWN, UP, BACK)) if steps), None)
    assert steps or desk.focus is goal, f"{goal.accessibleName()!r} cannot be reached"


def way(desk: Desk, goal: QWidget, key: Qt.Key) -> bool:
    for _number in range(60):
        if desk.focus is goal:
            return True
        desk.press(key)
    return desk.focus is goal


def down_and_across(desk: Desk, goal: QWidget) -> bool:
    """Go down row by row, and look at what stands beside a button; a setting would be changed by that."""
    for _number in range(40):
        if desk.focus is goal:
            return True
        here = desk.focus
        if not isinstance(here.parentWidget(), Stepper):
            for across, back in ((NEXT, BACK), (BACK, NEXT)):
                desk.press(across)
                if desk.focus is goal:
                    return True
                if desk.focus is not here:
                    desk.press(back)
        desk.press(DOWN)
    return False


def graph(desk: Desk) -> dict[QWidget, set[QWidget]]:
    """Return where each moving key leads from each stop of the screen in front."""
    edges: dict[QWidget, set[QWidget]] = {}
    todo = [desk.focus]
    while todo:
        stop = todo.pop()
        if stop in edges:
            continue
        edges[stop] = set()
        for key in MOVES:
            # While it reads the sides change the speed: then select comes first.
            desk.kiosk.reading.silence()
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            settle()
            desk.press(key)
            edges[stop].add(desk.focus)
            todo.append(desk.focus)
    return edges


def reachable(edges: dict[QWidget, set[QWidget]], start: QWidget) -> set[QWidget]:
    seen, todo = set[QWidget](), [start]
    while todo:
        stop = todo.pop()
        if stop not in seen:
            seen.add(stop)
            todo += edges[stop]
    return seen


# -- each screen --------------------------------------------------------------------------------------------------


@pytest.mark.conforms("CF-23", "FP-1", "SW-16")
@pytest.mark.parametrize("show", SCREENS, ids=lambda show: show.__name__)
def test_from_everywhere_on_a_screen_the_keys_lead_everywhere(desk: Desk, show: Callable[[Desk], None]) -> None:
    show(desk)
    settle()
    edges = graph(desk)
    everything = set(edges)
    for start in everything:
        missing = everything - reachable(edges, start) - {desk.window.reader}
        assert not missing, f"from {start.accessibleName()!r}: {[stop.accessibleName() for stop in missing]}"
    # What the Tab key stops at is reached too; of a setting, the value alone is enough: it is changed there.
    wanted = {
        stop
        for stop in tab_stops(desk.window)
        if not isinstance(stop.parentWidget(), Stepper) or stop in everything
    }
    assert wanted <= everything


@pytest.mark.conforms("CF-23")
@pytest.mark.parametrize("has_board", [False, True], ids=["form", "letters"])
def test_the_form_for_one_word_and_its_letters_are_gone_through_too(new_desk: NewDesk, has_board: bool) -> None:
    desk = new_desk(profile=Profile.HOME, record={"preset": "arrows"})
    saying_form(desk)
    panel = desk.window.reader.listening
    if has_board and panel is not None:
        panel.form.spell_term.click()
    settle()
    edges = graph(desk)
    assert all(reachable(edges, start) == set(edges) for start in edges)
    assert set(tab_stops(desk.window)) <= set(edges)


# -- every function -----------------------------------------------------------------------------------------------


def press_button(desk: Desk, button: QWidget) -> None:
    go_to(desk, button)
    desk.press(SELECT)


def into_panel(desk: Desk) -> None:
    press_button(desk, bar(desk).listening)


def row(name: str) -> Callable[[Desk], QWidget]:
    def find(desk: Desk) -> QWidget:
        panel = desk.window.reader.listening
        assert panel is not None
        found = getattr(panel.rows, name)
        assert isinstance(found, QWidget)
        return found

    return find


def change(label: str, key: Qt.Key) -> Callable[[Desk], None]:
    """Change a setting of the panel."""

    def walk(desk: Desk) -> None:
        into_panel(desk)
        rows = desk.window.reader.listening
        assert rows is not None
        steppers = [rows.rows.level, *rows.rows.voice, *rows.rows.silence]
        stepper = next(own for own in steppers if own.label.text() == label)
        assert way(desk, stepper.value, DOWN)
        desk.press(key)

    return walk


def in_panel(name: str) -> Callable[[Desk], None]:
    def walk(desk: Desk) -> None:
        into_panel(desk)
        button = row(name)(desk)
        assert down_and_across(desk, button)
        desk.press(SELECT)

    return walk


def on_bar(name: str) -> Callable[[Desk], None]:
    return lambda desk: press_button(desk, getattr(bar(desk), name))


def change_colours(desk: Desk) -> None:
    into_comfort(desk)
    assert way(desk, comfort_panel(desk).rows.colours.value, DOWN)
    desk.press(NEXT)


# By which way each command is given with five keys.
WAYS: dict[Command, Callable[[Desk], None]] = {
    Command.TOGGLE: lambda desk: desk.press(SELECT),
    Command.PLAY_HERE: in_panel("here"),
    Command.NEXT: lambda desk: desk.press(DOWN),
    Command.PREVIOUS: lambda desk: desk.press(UP),
    Command.FIRST: in_panel("first"),
    Command.LAST: in_panel("last"),
    Command.NEXT_LEVEL: change("Move by", NEXT),
    Command.PREVIOUS_LEVEL: change("Move by", BACK),
    Command.WHERE: in_panel("where"),
    Command.REPEAT: in_panel("repeat"),
    Command.READ_PARAGRAPH: in_panel("paragraph"),
    Command.GO_BACK: in_panel("back"),
    Command.BOOKMARK: in_panel("bookmark"),
    Command.SOFTER: change("Volume", BACK),
    Command.LOUDER: change("Volume", NEXT),
    Command.STOP_AFTER: change("Stop after", NEXT),
    Command.SLEEP: change("Sleep timer", NEXT),
    Command.FASTER: on_bar("faster"),
    Command.SLOWER: on_bar("slower"),
    Command.LARGER: on_bar("larger"),
    Command.SMALLER: on_bar("smaller"),
    Command.THEME: change_colours,
    Command.HELP: on_bar("help"),
    Command.INTERFACE_VOICE: in_panel("speaker"),
    Command.LISTENING: into_panel,
    Command.COMFORT: into_comfort,
    Command.BACK: on_bar("back"),
}


def state(desk: Desk) -> tuple[object, ...]:
    """Return all that a function may change, as a person meets it."""
    kiosk = desk.kiosk
    reading = kiosk.reading
    return (
        kiosk.preferences.settings.value,
        type(kiosk.player.state.value).__name__,
        kiosk.player.state.value.at,
        reading.navigation.level,
        reading.sleep.minutes,
        reading.note.value,
        reading.opened.value.path if reading.opened.value else "",
        desk.window.reader.panel_in_front,
        desk.window.front,
        desk.voice.is_on,
    )


@pytest.mark.conforms("FP-1", "SW-15", "FP-7")
@pytest.mark.parametrize("command", Command, ids=lambda command: command.name)
def test_every_function_is_reached_by_five_keys(desk: Desk, command: Command) -> None:
    desk.open()
    desk.press(DOWN)
    desk.kiosk.reading.silence()
    settle()
    before = state(desk)
    WAYS[command](desk)
    assert state(desk) != before


def test_the_way_back_to_the_catalog_and_into_another_article(desk: Desk) -> None:
    desk.open()
    press_button(desk, bar(desk).back)
    assert desk.shows(desk.window.catalog)
    go_to(desk, desk.window.catalog.own.cards[1])
    desk.press(SELECT)
    assert desk.shows(desk.window.reader)


# -- in the text --------------------------------------------------------------------------------------------------


def test_select_reads_and_pauses_and_while_it_reads_the_sides_change_the_speed(desk: Desk) -> None:
    desk.open()
    player, settings = desk.kiosk.player, desk.kiosk.preferences.settings
    desk.press(SELECT)
    desk.qtbot.waitUntil(lambda: pumped(desk))
    desk.press(NEXT)
    assert settings.value.rate == 170
    desk.press(BACK, BACK)
    assert settings.value.rate == 150
    desk.press(SELECT)
    assert isinstance(player.state.value, Paused)
    desk.press(NEXT)
    assert (settings.value.rate, desk.focus) == (150, bar(desk).previous)
    desk.press(BACK)
    assert desk.has_focus(desk.window.reader.article_view)
    desk.press(SELECT)
    assert is_sounding(player.state.value)


def pumped(desk: Desk) -> bool:
    if desk.output.is_open:
        desk.listen()
    return isinstance(desk.kiosk.player.state.value, Speaking)


def test_on_the_buttons_below_the_text_the_sides_go_on_while_it_reads(desk: Desk) -> None:
    desk.open()
    press_button(desk, bar(desk).play)
    assert is_sounding(desk.kiosk.player.state.value)
    desk.press(NEXT)
    assert desk.has_focus(bar(desk).faster)
    assert desk.kiosk.preferences.settings.value.rate == 160


def test_arrows_lead_where_they_point_in_arabic_and_right_is_still_faster(new_desk: NewDesk) -> None:
    desk = new_desk(language="ar")
    desk.open()
    desk.press(BACK)
    assert desk.has_focus(bar(desk).previous)
    desk.press(NEXT)
    desk.press(SELECT, NEXT)
    assert desk.kiosk.preferences.settings.value.rate == 170


def test_a_whole_keyboard_at_home_keeps_all_its_keys(new_desk: NewDesk) -> None:
    desk = new_desk(profile=Profile.HOME)
    desk.open()
    desk.press(NEXT)
    assert desk.kiosk.preferences.settings.value.rate == 170
    desk.press(DOWN, SELECT)
    assert desk.kiosk.player.state.value.at.passage == 1
    assert is_sounding(desk.kiosk.player.state.value)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_F5, Qt.Key.Key_Plus, Qt.Key.Key_Tab, Qt.Key.Key_F1])
def test_keys_that_stand_for_nothing_mean_what_they_always_mean(desk: Desk, key: Qt.Key) -> None:
    desk.open()
    before, focus = state(desk), desk.focus
    desk.press(key)
    assert (state(desk), desk.focus) != (before, focus)


# -- other roles --------------------------------------------------------------------------------------------------


def block(number: int) -> Qt.Key:
    return Qt.Key(Qt.Key.Key_F13.value + number)


@pytest.fixture
def keypad(new_desk: NewDesk) -> Desk:
    return new_desk(record={"preset": "f-block"})


def test_a_keypad_of_function_keys_does_the_same(keypad: Desk) -> None:
    keypad.open()
    up, down, back, onward, select, help_, softer, louder, slower, faster = map(block, (0, 1, *range(4, 12)))
    keypad.press(down, down)
    assert keypad.kiosk.player.state.value.at.passage == 2
    keypad.press(up, select)
    assert is_sounding(keypad.kiosk.player.state.value)
    keypad.press(select, onward, onward, back)
    assert keypad.focus is bar(keypad).previous
    speech = keypad.kiosk.reading.speech
    keypad.press(softer, softer, louder, faster, faster, slower)
    assert (speech.own().volume, speech.own().rate) == (90, 170)
    keypad.press(help_)
    opened = keypad.kiosk.reading.opened.value
    assert opened is not None
    assert opened.article.title == "Guide"


@pytest.mark.conforms("CF-11")
def test_headphones_that_are_pulled_silence_and_headphones_that_come_are_greeted(new_desk: NewDesk) -> None:
    rows = [["select", 65, 0, False], ["headphones-in", 66, 0, False], ["headphones-out", 67, 0, False]]
    desk = new_desk(profile=Profile.HOME, record={"preset": "own", "keys": [*rows, ["next", 68, 0, False]]})
    desk.speak()
    desk.open()
    desk.kiosk.reading.toggle()
    desk.press(Qt.Key.Key_C)
    assert not is_sounding(desk.kiosk.player.state.value)
    assert not desk.is_speaking()
    desk.press(Qt.Key.Key_B)
    assert desk.is_speaking()
    assert "One" in desk.said() or "Press Space" in desk.said()


# -- without sight ------------------------------------------------------------------------------------------------


@pytest.mark.conforms("CF-02", "FP-1")
def test_each_stop_of_each_screen_says_what_it_is(new_desk: NewDesk) -> None:
    desk = new_desk()
    desk.speak()
    for show in SCREENS:
        show(desk)
        desk.said()
        for stop in tab_stops(desk.window):
            desk.focus.clearFocus()
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            name = stop.accessibleName() or stop.words_language  # type: ignore[attr-defined]
            assert desk.said(), f"{show.__name__}: nothing is said of {name!r}"
        leave(desk)


def leave(desk: Desk) -> None:
    desk.kiosk.reading.appeal.set(None)
    desk.window.reader.close_panel()
    settle()


def test_a_way_is_written_down_for_every_command() -> None:
    assert set(WAYS) == set(Command)
