"""The Listening panel: every row by keyboard, mouse and screen reader, while the reading goes on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.app.note import BookmarkSet, NothingThere, NoWayBack, WhereAmI
from kiosk.core.campaign import Appeal, Campaign
from kiosk.core.navigation import Level
from kiosk.core.reading import Ended, Paused, Preparing, Speaking, Stopped, is_sounding
from kiosk.core.settings import Profile
from kiosk.qt import accessibility
from kiosk.qt.views.buttons import LargeButton
from tests.qt.listening import Listening, focused
from tests.qt.looking import MarkedTranslations, settle, visible
from tests.qt.panels import gone_around, loaded_at_the_start, stepped_by_buttons, stepped_by_keys

ROOT = Path(__file__).parents[2]
LABELS = ["Move by", "Speed", "Volume", "Pauses", "Voice", "Stop after", "Sleep timer"]
# A row, what it is set to after one step on and after one step back from there, in words.
STEPS = [
    ("Move by", "headings", "paragraphs"),
    ("Speed", "170 words per minute", "160 words per minute"),
    ("Volume", "110 percent", "100 percent"),
    ("Pitch", "10 percent higher", "as usual"),
    ("Pauses", "150 percent", "100 percent"),
    ("Voice", "natural", "plain"),
    ("Stop after", "each paragraph", "the whole article"),
    ("Sleep timer", "15 minutes", "off"),
]


@pytest.fixture
def listening(qtbot: QtBot, tmp_path: Path) -> Iterator[Listening]:
    accessibility.install()
    made = Listening(tmp_path)
    qtbot.addWidget(made.window)
    qtbot.waitActive(made.window)
    settle()
    yield made
    made.close()


@pytest.fixture
def opened(listening: Listening) -> Listening:
    listening.open()
    return listening


def state_of(listening: Listening) -> type:
    return type(listening.kiosk.player.state.value)


def interface_of(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


# -- opening and closing ------------------------------------------------------------------------------------------


def test_nothing_of_it_is_loaded_before_it_is_opened() -> None:
    parts = {"listening_panel", "listening_rows", "listening_settings", "saying_form", "stepper", "value_box"}
    assert loaded_at_the_start(parts) == set()


def test_the_button_of_the_bar_opens_it_in_place_of_the_article(listening: Listening) -> None:
    assert listening.window.reader.listening is None
    panel = listening.open()
    assert panel.isVisible()
    assert not panel.isWindow()
    assert not listening.window.reader.article_view.isVisible()
    assert not listening.bar.isVisible()
    assert panel.height() == listening.window.reader.height()
    assert focused() is panel.rows.level.value


@pytest.mark.conforms("CF-23", "SW-16")
@pytest.mark.parametrize(
    "close",
    [
        lambda listening: listening.press(Qt.Key.Key_Escape),
        lambda listening: listening.press(Qt.Key.Key_Menu),
        lambda listening: listening.click(listening.panel.head.close_button),
    ],
)
def test_it_closes_and_the_keyboard_is_back_in_the_reader(
    listening: Listening, close: Callable[[Listening], None]
) -> None:
    reader = listening.window.reader
    reader.setFocus()
    listening.press(Qt.Key.Key_Menu)
    opened = [listening.is_open]
    close(listening)
    opened.append(listening.is_open)
    assert opened == [True, False]
    assert reader.article_view.isVisible()
    assert listening.bar.isVisible()
    assert focused() is reader.article_view
    listening.press(Qt.Key.Key_Space)
    assert is_sounding(listening.kiosk.player.state.value)


@pytest.mark.conforms("SW-25")
def test_the_focus_returns_to_the_button_that_opened_it(listening: Listening) -> None:
    listening.focus(listening.bar.listening)
    listening.press(Qt.Key.Key_Return)
    assert listening.is_open
    listening.press(Qt.Key.Key_Escape)
    assert focused() is listening.bar.listening


def test_it_opens_at_the_top_each_time(opened: Listening) -> None:
    opened.focus(opened.panel.rows.word)
    opened.press(Qt.Key.Key_Escape)
    opened.open()
    assert focused() is opened.panel.rows.level.value
    assert opened.panel._rows_scroll.verticalScrollBar().value() == 0


def test_it_closes_with_the_article(opened: Listening) -> None:
    opened.window.show_catalog()
    settle()
    assert not opened.is_open
    assert not opened.kiosk.reading.is_choosing


# -- the reading goes on ------------------------------------------------------------------------------------------


def test_the_reading_goes_on_while_one_chooses(opened: Listening, qtbot: QtBot) -> None:
    opened.click(opened.panel.head.play)
    assert is_sounding(opened.kiosk.player.state.value)
    assert opened.panel.head.play.label == "Pause"

    def has_ended() -> bool:
        opened.listen(100)
        return state_of(opened) is Ended

    passages = set()
    opened.kiosk.player.state.subscribe(lambda state: passages.add(state.at.passage))
    opened.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    qtbot.waitUntil(has_ended, timeout=20_000)
    assert passages == {0, 1, 2, 3, 4}
    assert opened.is_open
    assert opened.panel.head.play.label == "Play"


def test_a_change_is_heard_at_once(opened: Listening, qtbot: QtBot) -> None:
    opened.click(opened.panel.head.play)
    qtbot.waitUntil(lambda: bool(opened.natural.spoken))
    assert opened.plain.spoken == []
    opened.click(opened.stepper("Voice").more)
    qtbot.waitUntil(lambda: bool(opened.plain.spoken))
    assert is_sounding(opened.kiosk.player.state.value)


def test_somebody_is_choosing_while_it_is_open(opened: Listening) -> None:
    seen = [opened.kiosk.reading.is_choosing]
    opened.press(Qt.Key.Key_Escape)
    seen.append(opened.kiosk.reading.is_choosing)
    assert seen == [True, False]


# -- the keyboard -------------------------------------------------------------------------------------------------


def focusable(panel: QWidget) -> set[QWidget]:
    return {widget for widget in visible(panel) if widget.focusPolicy() != Qt.FocusPolicy.NoFocus}


@pytest.mark.conforms("CF-23", "SW-15")
@pytest.mark.parametrize("has_form", [False, True])
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_goes_around_and_stops_at_everything_once(opened: Listening, key: Qt.Key, has_form: bool) -> None:
    if has_form:
        opened.panel.show_form()
        settle()
    seen = gone_around(opened, key, 60)
    assert len(seen) == len(set(seen))
    assert set(seen) == focusable(opened.panel)


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up])
def test_up_and_down_go_from_row_to_row_and_around(opened: Listening, key: Qt.Key) -> None:
    seen = gone_around(opened, key, 40)
    rows = opened.panel.rows
    values = {opened.stepper(label).value for label in LABELS}
    assert values <= set(seen)
    assert {rows.resume_back, rows.word} <= set(seen)
    # The buttons beside the value are not rows of their own.
    assert not {opened.stepper(label).more for label in LABELS} & set(seen)
    assert len(seen) == len(set(seen)) < 20


def test_left_and_right_go_between_buttons_that_stand_side_by_side(opened: Listening) -> None:
    rows = opened.panel.rows
    opened.focus(rows.previous)
    opened.press(Qt.Key.Key_Right)
    assert focused() is rows.next
    opened.press(Qt.Key.Key_Right)
    assert focused() is rows.next
    opened.press(Qt.Key.Key_Down)
    assert focused() is rows.last
    opened.press(Qt.Key.Key_Down)
    assert focused() is rows.repeat
    opened.press(Qt.Key.Key_Left)
    assert focused() is rows.where


@pytest.mark.conforms("SW-15")
@pytest.mark.parametrize(("label", "after", "before"), STEPS)
def test_arrows_and_plus_and_minus_change_every_value(
    opened: Listening, label: str, after: str, before: str
) -> None:
    take_plain_voice_for(opened, label)
    assert stepped_by_keys(opened, opened.stepper(label)) == [before, after, before, after, before]


@pytest.mark.conforms("SW-15", "SW-30")
@pytest.mark.parametrize(("label", "after", "before"), STEPS)
def test_buttons_change_every_value_by_mouse_and_by_enter(
    opened: Listening, label: str, after: str, before: str
) -> None:
    take_plain_voice_for(opened, label)
    stepper = opened.stepper(label)
    assert stepped_by_buttons(opened, stepper) == [after, before, after]
    opened.press(Qt.Key.Key_Left)
    assert stepper.value.text() == before


def take_plain_voice_for(opened: Listening, label: str) -> None:
    if label in ("Pitch", "Voice"):
        opened.kiosk.preferences.set("voice", "fake:plain", "en")
        settle()


def test_at_the_end_of_a_range_nothing_happens_and_nothing_is_lost(opened: Listening) -> None:
    stepper = opened.stepper("Volume")
    opened.focus(stepper.more)
    opened.press(*[Qt.Key.Key_Space] * 4)
    assert stepper.value.text() == "120 percent"
    assert focused() is stepper.more


@pytest.mark.conforms("CF-30")
@pytest.mark.parametrize(("label", "is_repeated"), [("Speed", True), ("Stop after", False)])
def test_a_held_key_repeats_amounts_and_no_rings(opened: Listening, label: str, is_repeated: bool) -> None:
    stepper = opened.stepper(label)
    before = stepper.value.text()
    repeat = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(stepper.value, repeat)
    assert (stepper.value.text() != before) is is_repeated


def test_keys_of_the_reader_work_here_too(opened: Listening) -> None:
    reading, seen = opened.kiosk.reading, []
    for key in (Qt.Key.Key_F12, Qt.Key.Key_F3, Qt.Key.Key_Insert, Qt.Key.Key_Delete):
        opened.press(key)
        seen.append(opened.line.text())
    assert seen == [
        "Volume 110 percent.",
        "Move by: headings",
        "Stops after every paragraph.",
        "The reading stops after 15 minutes.",
    ]
    assert reading.speech.own().volume == 110
    assert [opened.stepper(label).value.text() for label in ("Volume", "Move by", "Sleep timer")] == [
        "110 percent",
        "headings",
        "15 minutes",
    ]


@pytest.mark.conforms("SW-33")
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Home, Qt.Key.Key_End])
def test_keys_that_would_act_unseen_do_not(opened: Listening, key: Qt.Key) -> None:
    before = opened.kiosk.player.state.value
    opened.press(key)
    assert opened.kiosk.player.state.value == before
    assert focused() is opened.panel.rows.level.value


def test_media_keys_play_and_the_head_says_so(opened: Listening) -> None:
    opened.press(Qt.Key.Key_MediaPlay)
    assert is_sounding(opened.kiosk.player.state.value)
    assert opened.panel.head.play.accessibleName() == "Pause"


@pytest.mark.conforms("SW-34", "SW-49")
def test_f1_leads_to_the_guide_and_f2_changes_the_colours(opened: Listening) -> None:
    opened.press(Qt.Key.Key_F2)
    assert opened.kiosk.preferences.settings.value.theme == "night"
    assert opened.is_open
    opened.press(Qt.Key.Key_F1)
    assert not opened.is_open


# -- what the buttons do ------------------------------------------------------------------------------------------


def test_the_moves_go_by_the_level_and_say_so(opened: Listening) -> None:
    rows, player = opened.panel.rows, opened.kiosk.player
    assert (rows.previous.label, rows.next.label) == ("Previous paragraph", "Next paragraph")
    opened.click(rows.next)
    opened.click(rows.next)
    opened.click(rows.previous)
    assert player.state.value.at.passage == 1
    names = []
    for _ in Level:
        opened.click(opened.stepper("Move by").more)
        names.append(rows.next.label)
    assert names == [
        "Next heading",
        "Next article",
        "Next bookmark",
        "Half a minute on",
        "Next word",
        "Next sentence",
        "Next paragraph",
    ]


def test_every_other_button_does_its_thing(opened: Listening) -> None:
    rows, reading = opened.panel.rows, opened.kiosk.reading
    notes = []
    for button in (rows.where, rows.back, rows.next, rows.bookmark):
        opened.click(button)
        notes.append(type(reading.note.value))
    # A move in silence is heard and has nothing to tell.
    assert notes == [WhereAmI, NoWayBack, NoWayBack, BookmarkSet]
    opened.click(rows.back)
    assert opened.kiosk.player.state.value.at.passage == 0
    for button in (rows.repeat, rows.paragraph):
        opened.kiosk.player.stop()
        opened.click(button)
        assert state_of(opened) in (Preparing, Speaking)
    state = opened.kiosk.player.state.value
    assert isinstance(state, Preparing | Speaking)
    assert state.scope is not None
    assert not state.scope.is_preview


def test_another_article_is_opened_without_leaving_the_panel(opened: Listening) -> None:
    rows = opened.panel.rows
    opened.kiosk.preferences.set("level", "article")
    opened.click(rows.next)
    assert opened.kiosk.reading.opened.value is not None
    assert opened.kiosk.reading.opened.value.article.title == "Two"
    assert opened.is_open
    assert focused() is rows.next
    opened.click(rows.next)
    assert isinstance(opened.kiosk.reading.note.value, NothingThere)


def test_going_back_after_a_pause_is_switched_by_key_and_mouse_and_told_without_colour(opened: Listening) -> None:
    button = opened.panel.rows.resume_back
    told = [(button.label, button.isChecked())]
    opened.click(button)
    told.append((button.label, button.isChecked()))
    opened.press(Qt.Key.Key_Space)
    told.append((button.label, button.isChecked()))
    on, off = "After a long pause, go back a little: on", "After a long pause, go back a little: off"
    assert told == [(on, True), (off, False), (on, True)]
    assert opened.kiosk.preferences.settings.value.resume_back == "on"
    interface = interface_of(button)
    assert interface.role() is QAccessible.Role.CheckBox
    assert interface.state().checked == 1


def test_the_plain_voice_is_offered_when_the_voice_is_too_fast(opened: Listening) -> None:
    button = opened.panel.rows.fast_voice
    assert not button.isVisible()
    opened.kiosk.preferences.set("rate", 300, "en")
    opened.press(Qt.Key.Key_Right)
    assert not button.isVisible()
    opened.click(opened.stepper("Speed").more)
    assert button.isVisible()
    opened.focus(button)
    opened.press(Qt.Key.Key_Return)
    assert opened.stepper("Voice").value.text() == "plain"
    assert not button.isVisible()
    # The focus is not lost with it.
    assert focused() is opened.stepper("Voice").more


def test_pitch_is_there_for_voices_that_have_one(opened: Listening) -> None:
    assert not opened.stepper("Pitch").isVisible()
    opened.click(opened.stepper("Voice").more)
    assert opened.stepper("Pitch").isVisible()


# -- live, shown and told -----------------------------------------------------------------------------------------


def test_what_is_changed_elsewhere_is_seen_at_once(opened: Listening) -> None:
    reading = opened.kiosk.reading
    opened.kiosk.preferences.set("pause", 200)
    reading.sleep.set(30)
    reading.speech.slower()
    assert [opened.stepper(label).value.text() for label in ("Pauses", "Sleep timer", "Speed")] == [
        "200 percent",
        "30 minutes",
        "150 words per minute",
    ]


def test_a_closed_panel_follows_nothing(opened: Listening) -> None:
    opened.press(Qt.Key.Key_Escape)
    opened.kiosk.preferences.set("pause", 200)
    assert opened.stepper("Pauses").value.text() == "100 percent"
    opened.open()
    assert opened.stepper("Pauses").value.text() == "200 percent"


@pytest.mark.conforms("FP-4", "CF-21")
@pytest.mark.parametrize("label", [step[0] for step in STEPS])
def test_every_change_is_shown_in_the_line_for_notes_until_the_next_key(opened: Listening, label: str) -> None:
    take_plain_voice_for(opened, label)
    stepper = opened.stepper(label)
    opened.focus(stepper.value)
    opened.press(Qt.Key.Key_Right)
    assert opened.line.isVisible()
    assert opened.line.accessibleName()
    opened.press(Qt.Key.Key_Down)
    assert not opened.line.isVisible()


@pytest.mark.conforms("FP-7")
@pytest.mark.parametrize("height", [560, 600, 640, 680, 720])
def test_a_note_moves_nothing_that_is_pressed(opened: Listening, height: int) -> None:
    opened.window.resize(1024, height)
    settle()
    for label in LABELS:
        button = opened.stepper(label).more
        opened.focus(button)
        assert not opened.line.isVisible()
        before = button.mapTo(opened.window, QPoint(0, 0))
        opened.click(button)
        assert opened.line.isVisible()
        assert button.mapTo(opened.window, QPoint(0, 0)) == before
        opened.press(Qt.Key.Key_Tab)


def test_a_value_that_gets_longer_moves_nothing(opened: Listening) -> None:
    stepper = opened.stepper("Move by")
    before = [(part.geometry(), stepper.height()) for part in (stepper.less, stepper.value, stepper.more)]
    for _ in Level:
        opened.click(stepper.more)
        assert [
            (part.geometry(), stepper.height()) for part in (stepper.less, stepper.value, stepper.more)
        ] == before


# -- assistive technology -----------------------------------------------------------------------------------------


@pytest.mark.conforms("SW-03", "SW-25", "SW-37")
def test_it_is_a_dialog_with_a_name_and_says_how_to_use_it(opened: Listening) -> None:
    interface = interface_of(opened.panel)
    assert interface.role() is QAccessible.Role.Dialog
    assert interface.text(QAccessible.Text.Name) == "Listening"
    assert "Escape" in interface.text(QAccessible.Text.Description)
    headings = [
        widget.accessibleName()
        for widget in visible(opened.panel)
        if interface_of(widget).role() is QAccessible.Role.Heading
    ]
    assert headings == ["Listening", "Moving", "Voice and sound", "Stopping", "Words", "Keys"]


@pytest.mark.conforms("SW-37", "SW-40", "SW-43")
@pytest.mark.parametrize(("label", "after", "before"), STEPS)
def test_every_value_is_a_spin_button_with_name_and_value(
    opened: Listening, label: str, after: str, before: str
) -> None:
    take_plain_voice_for(opened, label)
    stepper = opened.stepper(label)
    interface = interface_of(stepper.value)
    assert interface.role() is QAccessible.Role.SpinBox
    assert interface.text(QAccessible.Text.Name) == label
    assert interface.text(QAccessible.Text.Value) == before
    assert interface.text(QAccessible.Text.Description) == before
    assert interface.state().focusable == 1
    actions = interface.actionInterface()
    assert list(actions.actionNames()) == ["Increase", "Decrease"]
    actions.doAction("Increase")
    assert interface.text(QAccessible.Text.Value) == after
    actions.doAction("Decrease")
    assert interface.text(QAccessible.Text.Value) == before
    assert len({actions.localizedActionName(name) for name in actions.actionNames()}) == 2


@pytest.mark.conforms("SW-40", "SW-45")
@pytest.mark.parametrize(
    ("label", "now", "least", "most", "wanted", "reached"),
    [
        ("Speed", 160, 80, 500, 220, 220),
        ("Volume", 100, 10, 120, 75, 70),
        ("Pitch", 0, -50, 50, -30, -30),
        ("Pauses", 100, 0, 300, 1000, 300),
    ],
)
def test_amounts_are_numbers_too_and_can_be_set(
    opened: Listening, label: str, now: int, least: int, most: int, wanted: int, reached: int
) -> None:
    take_plain_voice_for(opened, label)
    value = interface_of(opened.stepper(label).value).valueInterface()
    assert (value.currentValue(), value.minimumValue(), value.maximumValue()) == (now, least, most)
    assert value.minimumStepSize() > 0
    value.setCurrentValue(wanted)
    assert value.currentValue() == reached


def test_a_choice_of_words_is_no_number(opened: Listening) -> None:
    assert interface_of(opened.stepper("Voice").value).valueInterface() is None


@pytest.mark.conforms("SW-01", "SW-29", "SW-37")
@pytest.mark.parametrize("has_form", [False, True])
def test_every_control_has_a_role_and_a_name_that_holds_what_is_seen(opened: Listening, has_form: bool) -> None:
    if has_form:
        opened.panel.show_form()
        settle()
    for control in focusable(opened.panel):
        interface = interface_of(control)
        name = interface.text(QAccessible.Text.Name)
        assert name
        assert interface.role() in (
            QAccessible.Role.Button,
            QAccessible.Role.CheckBox,
            QAccessible.Role.SpinBox,
            QAccessible.Role.EditableText,
        )
        if isinstance(control, LargeButton):
            # Whether it is on is its state, and not its name.
            assert control.label in name or (control.isCheckable() and control.label.startswith(name))
            assert "Press" in interface.actionInterface().actionNames() or control.isCheckable()


@pytest.mark.conforms("SW-41")
def test_the_buttons_of_a_row_say_which_row_and_what_holds(opened: Listening) -> None:
    faster = interface_of(opened.stepper("Speed").more)
    assert faster.text(QAccessible.Text.Name) == "Speed: Faster"
    assert faster.text(QAccessible.Text.Description) == "160 words per minute"
    opened.click(opened.stepper("Speed").more)
    assert faster.text(QAccessible.Text.Description) == "170 words per minute"


def test_every_word_is_translated_while_running(opened: Listening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_translations", MarkedTranslations())
    opened.window.reader.retranslate()
    for has_form in (False, True):
        opened.panel._turn(has_form)
        spoken = [
            text
            for widget in [opened.panel, *visible(opened.panel)]
            for text in (widget.accessibleName(), widget.accessibleDescription())
            if text and text != "natural"
        ]
        assert len(spoken) >= 10
        assert [text for text in spoken if "«" not in text] == []


def test_the_appeal_above_it_gives_the_keyboard_back_to_it(opened: Listening) -> None:
    opened.focus(opened.stepper("Volume").more)
    campaign = Campaign("c", "The Paper", {"en": "Please give."}, "paper.example/give")
    opened.kiosk.reading.appeal.set(Appeal(campaign, "en", "Please give."))
    settle()
    assert focused() is opened.window.dialog.later_button
    opened.press(Qt.Key.Key_Escape)
    assert opened.is_open
    assert focused() is opened.stepper("Volume").more


# -- say a word differently ---------------------------------------------------------------------------------------


@pytest.fixture
def form(opened: Listening) -> Listening:
    opened.kiosk.reading.move(1, Level.SENTENCE)
    opened.kiosk.reading.move(1, Level.WORD)
    opened.kiosk.player.stop()
    opened.click(opened.panel.rows.word)
    return opened


@pytest.mark.conforms("SW-35")
def test_the_form_holds_the_word_that_is_heard(form: Listening) -> None:
    assert form.panel.has_form
    assert form.panel.form.term.text() == "Idlib"
    assert form.panel.form.said_like.text() == ""
    assert focused() is form.panel.form.term
    assert form.panel.head.close_button.label == "Back"


def test_a_word_is_heard_kept_and_forgotten_by_keys(form: Listening, qtbot: QtBot) -> None:
    place = form.kiosk.player.state.value.at
    form.press(Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "Id-lib")
    assert form.panel.form.said_like.text() == "Id-lib"
    form.natural.spoken.clear()
    form.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.natural.spoken == ["Id-lib"])

    def is_over() -> bool:
        form.listen(50)
        return state_of(form) is Stopped

    qtbot.waitUntil(is_over)
    assert form.kiosk.player.state.value.at == place
    own = form.kiosk.reading.own_words
    assert own.said_of("Idlib", "en") == ""
    form.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert focused() is form.panel.form.keep
    form.press(Qt.Key.Key_Return)
    assert own.said_of("Idlib", "en") == "Id-lib"
    assert form.line.text() == "From now on this word is said differently: Idlib"
    assert form.panel.form.forget.isVisible()
    form.press(Qt.Key.Key_Right)
    form.press(Qt.Key.Key_Return)
    assert own.said_of("Idlib", "en") == ""
    assert not form.panel.form.forget.isVisible()
    assert focused() is form.panel.form.keep


def test_words_before_and_after_can_be_taken_and_are_heard(form: Listening, qtbot: QtBot) -> None:
    form.kiosk.reading.own_words.keep("Alpha", "Ell-fa", "en")
    form.natural.spoken.clear()
    form.click(form.panel.form.before)
    assert (form.panel.form.term.text(), form.panel.form.said_like.text()) == ("Alpha", "Ell-fa")
    assert form.panel.form.forget.isVisible()
    qtbot.waitUntil(lambda: form.natural.spoken == ["Ell-fa"])
    form.click(form.panel.form.after)
    form.click(form.panel.form.after)
    assert form.panel.form.term.text() == "beta"
    assert not form.panel.form.forget.isVisible()


@pytest.mark.conforms("CF-17", "SW-35")
def test_what_cannot_be_said_is_told_in_the_line_for_notes(form: Listening) -> None:
    form.click(form.panel.form.keep)
    assert form.line.text() == "Please write how the word is said, in letters."
    form.panel.form.term.setText("—")
    form.panel.form.said_like.setText("x")
    form.click(form.panel.form.hear)
    assert form.line.text() == "Please write one word or one name."


def test_letters_are_written_and_are_no_commands(form: Listening) -> None:
    settings = form.kiosk.preferences.settings.value
    form.focus(form.panel.form.said_like)
    QTest.keyClicks(focused(), "a +-=b")
    form.press(Qt.Key.Key_Left, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Insert, Qt.Key.Key_Home)
    assert form.panel.form.said_like.text() == "a +-"
    assert form.kiosk.preferences.settings.value == settings
    assert form.kiosk.reading.sleep.minutes == 0


@pytest.mark.conforms("FP-10", "CF-23", "SW-16")
def test_escape_leads_back_to_the_rows_and_then_to_the_article(form: Listening) -> None:
    form.press(Qt.Key.Key_Escape)
    assert form.is_open
    assert not form.panel.has_form
    assert focused() is form.panel.rows.word
    form.press(Qt.Key.Key_Escape)
    assert not form.is_open


def test_at_a_public_kiosk_nothing_is_said_differently(qtbot: QtBot, tmp_path: Path) -> None:
    public = Listening(tmp_path, Profile.PUBLIC)
    qtbot.addWidget(public.window)
    qtbot.waitActive(public.window)
    panel = public.open()
    assert not panel.rows.word.isVisible()
    assert panel.rows.word not in panel.rows.tab_stops
    assert "Words" not in [widget.accessibleName() for widget in visible(panel)]
    public.close()


@pytest.mark.conforms("CF-05")
def test_a_pause_in_the_panel_is_a_pause(opened: Listening) -> None:
    opened.click(opened.panel.head.play)
    opened.click(opened.panel.head.play)
    assert state_of(opened) is Paused


@pytest.mark.conforms("SW-45")
def test_a_program_can_write_into_a_field(form: Listening) -> None:
    field = form.panel.form.said_like
    interface = interface_of(field).editableTextInterface()
    assert interface is not None
    interface.replaceText(0, len(field.text()), "Id-lib")
    assert field.text() == "Id-lib"
    interface.deleteText(0, 3)
    assert field.text() == "lib"
