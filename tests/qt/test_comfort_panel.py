"""The Comfort panel: every row by keyboard, mouse and screen reader, its effect seen at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.core.appearance import CARD_MM, Focus, Highlight, Typeface
from kiosk.core.reading import is_sounding
from kiosk.core.settings import Profile, Settings
from kiosk.qt import accessibility
from kiosk.qt.fonts import families, script_of, set_typeface
from kiosk.qt.meeting import follow_motion, follow_screen
from kiosk.qt.screen_size import calibrate, pixels_per_mm, points_scale
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.value_box import ValueBox
from tests.qt.comfort import Comfort
from tests.qt.listening import focused
from tests.qt.looking import MarkedTranslations, settle, visible
from tests.qt.panels import gone_around, loaded_at_the_start, stepped_by_buttons, stepped_by_keys

ROOT = Path(__file__).parents[2]
# A row, what it is set to after one step on and after one step back from there, in words.
STEPS = [
    ("Text size", "36 points", "32 points"),
    ("Colours", "Night", "Paper"),
    ("Typeface", "Noto Sans", "Atkinson Hyperlegible"),
    ("Line spacing", "175 percent", "150 percent"),
    ("Paragraph spacing", "250 percent", "200 percent"),
    ("Letter spacing", "3 percent", "none"),
    ("Word spacing", "8 percent", "none"),
    ("What is lit", "the sentence", "the word"),
    ("Focus", "the line", "off"),
    ("Motion", "reduced", "like the computer"),
]
AMOUNTS = ("Text size", "Line spacing", "Paragraph spacing", "Letter spacing", "Word spacing")


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Comfort]:
    accessibility.install()
    made = Comfort(tmp_path)
    qtbot.addWidget(made.window)
    qtbot.waitActive(made.window)
    settle()
    made.open_comfort()
    yield made
    made.kiosk.preferences.set("language", "en")
    calibrate(made.window.screen(), 0.0)
    set_typeface(Typeface.ATKINSON)
    made.close()


# -- opening and closing ------------------------------------------------------------------------------------------


def test_nothing_of_it_is_loaded_before_it_is_opened() -> None:
    parts = {
        "comfort_panel",
        "comfort_rows",
        "comfort_settings",
        "screen_form",
        "article_preview",
        "settings_panel",
    }
    assert loaded_at_the_start(parts) == set()


@pytest.mark.conforms("FP-7")
@pytest.mark.parametrize(
    "close",
    [
        lambda opened: opened.press(Qt.Key.Key_Escape),
        lambda opened: opened.press(Qt.Key.Key_ScrollLock),
        lambda opened: opened.click(opened.comfort.head.close_button),
    ],
)
def test_one_key_opens_it_and_it_closes_to_where_the_keyboard_was(
    opened: Comfort, close: Callable[[Comfort], None]
) -> None:
    reader, seen = opened.window.reader, []
    opened.press(Qt.Key.Key_Escape)
    reader.setFocus()
    opened.press(Qt.Key.Key_ScrollLock)
    seen.append(opened.is_open)
    assert focused() is opened.comfort.rows.text_size.value
    assert not reader.article_view.isVisible()
    assert not opened.bar.isVisible()
    close(opened)
    seen.append(opened.is_open)
    assert seen == [True, False]
    assert reader.article_view.isVisible()
    assert opened.bar.isVisible()
    assert focused() is reader.article_view


def test_one_panel_gives_way_to_the_other_and_both_close_to_the_article(opened: Comfort) -> None:
    reader = opened.window.reader
    opened.press(Qt.Key.Key_Menu)
    assert (opened.is_open, reader.is_listening_open) == (False, True)
    assert opened.kiosk.reading.is_choosing
    opened.press(Qt.Key.Key_ScrollLock)
    assert (opened.is_open, reader.is_listening_open) == (True, False)
    assert opened.kiosk.reading.is_choosing
    opened.press(Qt.Key.Key_Escape)
    assert reader.panel_in_front is None
    assert reader.article_view.isVisible()
    assert not opened.kiosk.reading.is_choosing


def test_the_reading_goes_on_and_is_paused_from_the_head(opened: Comfort) -> None:
    opened.click(opened.comfort.head.play)
    assert is_sounding(opened.kiosk.player.state.value)
    opened.press(Qt.Key.Key_Down)
    assert is_sounding(opened.kiosk.player.state.value)
    assert opened.comfort.head.play.label == "Pause"


# -- every row ----------------------------------------------------------------------------------------------------


@pytest.mark.conforms("FP-1", "FP-7")
@pytest.mark.parametrize(("label", "after", "before"), STEPS)
def test_arrows_and_plus_and_minus_change_every_value(
    opened: Comfort, label: str, after: str, before: str
) -> None:
    assert stepped_by_keys(opened, opened.row(label)) == [before, after, before, after, before]


@pytest.mark.parametrize(("label", "after", "before"), STEPS)
def test_buttons_change_every_value_by_mouse_and_by_enter(
    opened: Comfort, label: str, after: str, before: str
) -> None:
    assert stepped_by_buttons(opened, opened.row(label)) == [after, before, after]


@pytest.mark.parametrize(("label", "after"), [row[:2] for row in STEPS if row[0] != "Text size"])
def test_every_change_is_shown_in_the_line_for_notes(opened: Comfort, label: str, after: str) -> None:
    opened.click(opened.row(label).more)
    assert opened.line.text() == f"{label}: {after}"


@pytest.mark.conforms("SW-26")
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_goes_around_and_stops_at_everything_once(opened: Comfort, key: Qt.Key) -> None:
    seen = gone_around(opened, key, 80)
    wanted = {widget for widget in visible(opened.comfort) if widget.focusPolicy() != Qt.FocusPolicy.NoFocus}
    assert set(seen) == wanted
    assert len(seen) == len(wanted)


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up])
def test_up_and_down_go_from_row_to_row_and_around(opened: Comfort, key: Qt.Key) -> None:
    seen = gone_around(opened, key, 40)
    assert {opened.row(label).value for label, _after, _before in STEPS} <= set(seen)
    rows = opened.comfort.rows
    assert {rows.measure, rows.reset, rows.language.value} <= set(seen)


# -- what is seen -------------------------------------------------------------------------------------------------


def test_the_piece_of_the_article_and_the_article_wear_what_is_chosen(opened: Comfort) -> None:
    for label in ("Typeface", "Line spacing", "Letter spacing", "Word spacing", "What is lit", "Focus", "Motion"):
        opened.click(opened.row(label).more)
    preview = opened.comfort.preview
    assert preview is not None
    assert preview.isVisible()
    assert preview.article() is opened.window.reader.article_view.article()
    for view in (preview, opened.window.reader.article_view):
        size_pt, spacing, typeface = view._type
        assert (spacing.line, spacing.letter, spacing.word, typeface) == (1.75, 0.03, 0.08, Typeface.NOTO)
        assert (view._highlight, view._focus) == (Highlight.SENTENCE, Focus.LINE)
        assert view._is_motion_reduced
        assert size_pt == pytest.approx(32 * points_scale(opened.window.screen()))
    assert families(script_of("", "en"), "en")[0] == "Noto Sans"
    assert opened.comfort.rows.title._look.font().families()[0] == "Noto Sans"


@pytest.mark.conforms("SW-08")
def test_larger_text_is_seen_at_once_on_the_piece(opened: Comfort) -> None:
    preview = opened.comfort.preview
    assert preview is not None
    before = preview._page.geometry.em
    preview.word_rects()
    opened.click(opened.row("Text size").more)
    preview.word_rects()
    assert preview._page.geometry.em > before


def test_in_silence_a_word_of_the_piece_is_lit(opened: Comfort) -> None:
    preview = opened.comfort.preview
    assert preview is not None
    assert preview.word_rects() != []
    opened.click(opened.row("What is lit").less)
    assert opened.settings.highlight == "off"
    assert preview.word_rects() == []


@pytest.mark.conforms("SW-01")
def test_the_piece_can_be_neither_pressed_nor_reached_and_is_told_as_a_picture(opened: Comfort) -> None:
    preview = opened.comfort.preview
    assert preview is not None
    before, place = focused(), opened.kiosk.player.state.value
    middle = preview.mapTo(opened.window, preview.rect().center())
    from PySide6.QtTest import QTest

    QTest.mouseClick(opened.window.childAt(middle) or opened.window, Qt.MouseButton.LeftButton)
    settle()
    assert focused() is before
    assert opened.kiosk.player.state.value == place
    told = QAccessible.queryAccessibleInterface(preview)
    assert told.role() is QAccessible.Role.Graphic
    assert told.text(QAccessible.Text.Name) == "A piece of the article"


# -- language -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", list(i18n.LANGUAGES)[1:])
def test_the_language_is_chosen_by_its_own_name_and_all_is_said_in_it(opened: Comfort, tag: str) -> None:
    row = opened.comfort.rows.language
    opened.focus(row.value)
    for _ in range(list(i18n.LANGUAGES).index(tag)):
        # The arrow that leads on is the one that the eye sees at the end of the row.
        opened.press(Qt.Key.Key_Plus)
    assert i18n.language() == tag
    assert row.value.text() == i18n.LANGUAGES[tag]
    assert opened.comfort.layoutDirection() is (
        Qt.LayoutDirection.RightToLeft if tag == "ar" else Qt.LayoutDirection.LeftToRight
    )
    assert focused() is row.value


def test_every_word_is_translated_while_running(opened: Comfort, monkeypatch: pytest.MonkeyPatch) -> None:
    opened.click(opened.comfort.rows.reset)
    monkeypatch.setattr(i18n, "_translations", MarkedTranslations())
    opened.window.reader.retranslate()
    names = {"Atkinson Hyperlegible", "English"}
    for has_form in (False, True):
        if has_form:
            opened.comfort.show_form()
        for widget in visible(opened.comfort):
            text = widget.label if isinstance(widget, LargeButton) else getattr(widget, "text", str)()
            if text and isinstance(text, str) and text not in names:
                assert "«" in text, text
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert "«" in widget.accessibleName()


# -- back to how it was at first ----------------------------------------------------------------------------------


@pytest.mark.conforms("FP-10")
def test_a_reset_by_keys_is_seen_and_taken_back_by_keys(opened: Comfort) -> None:
    first = opened.settings
    for label, _after, _before in STEPS:
        opened.click(opened.row(label).more)
    chosen = opened.settings
    rows = opened.comfort.rows
    assert not rows.take_back.isVisible()
    opened.focus(rows.reset)
    opened.press(Qt.Key.Key_Return)
    changed = {name for name in Settings._fields if getattr(first, name) != getattr(chosen, name)}
    assert len(changed) == len(STEPS)
    assert opened.settings == first._replace(theme="system")
    assert opened.line.text().startswith("Everything looks as it did at first.")
    assert rows.take_back.isVisible()
    port = opened.comfort._rows_scroll.viewport()
    assert port.rect().contains(rows.take_back.mapTo(port, rows.take_back.rect().center()))
    opened.press(Qt.Key.Key_Down)
    assert focused() is rows.take_back
    opened.press(Qt.Key.Key_Return)
    assert opened.settings == chosen
    assert not rows.take_back.isVisible()
    assert opened.comfort.isAncestorOf(focused())


def test_a_closed_panel_takes_nothing_back(opened: Comfort) -> None:
    opened.click(opened.comfort.rows.reset)
    opened.press(Qt.Key.Key_Escape)
    opened.open_comfort()
    assert not opened.comfort.rows.take_back.isVisible()


# -- the size of the screen ---------------------------------------------------------------------------------------


@pytest.mark.conforms("FP-2")
def test_a_card_measures_the_screen_by_keys(opened: Comfort) -> None:
    opened.focus(opened.comfort.rows.measure)
    opened.press(Qt.Key.Key_Return)
    form = opened.comfort.form
    has_form = [opened.comfort.has_form]
    assert focused() is form.width_row.value
    believed = pixels_per_mm(opened.window.screen())
    assert form.bar.card_px == round(CARD_MM * believed)
    assert form.bar.bar_rect().width() == form.bar.card_px
    opened.press(*[Qt.Key.Key_Right] * 10)
    wider = round(CARD_MM * believed) + 10
    assert form.bar.bar_rect().width() == wider
    assert form.width_row.value.text() == f"{wider} pixels"
    # Nothing changes before it is kept.
    kept = [opened.settings.card_px]
    opened.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    has_form.append(opened.comfort.has_form)
    assert has_form == [True, False]
    assert focused() is opened.comfort.rows.measure
    kept.append(opened.settings.card_px)
    assert kept == [0, wider]
    assert pixels_per_mm(opened.window.screen()) == pytest.approx(wider / CARD_MM)
    size_pt = opened.window.reader.article_view._type[0]
    # 32 points of a ruler, in the points of this screen.
    measured_px = 32 * 25.4 / 72 * wider / CARD_MM
    assert size_pt * QGuiApplication.primaryScreen().logicalDotsPerInchY() / 72 == pytest.approx(measured_px)


def test_leaving_the_measure_keeps_nothing_and_believing_the_screen_forgets(opened: Comfort) -> None:
    form = opened.comfort.form
    opened.click(opened.comfort.rows.measure)
    opened.click(form.width_row.more)
    opened.press(Qt.Key.Key_Escape)
    assert opened.settings.card_px == 0
    opened.kiosk.reading.appearance.set_card(500)
    opened.click(opened.comfort.rows.measure)
    assert form.bar.card_px == 500
    opened.click(form.forget)
    assert opened.settings.card_px == 0
    assert not opened.comfort.has_form


def test_the_bar_is_never_wider_than_it_can_be_seen(opened: Comfort) -> None:
    opened.window.resize(640, 800)
    opened.click(opened.comfort.rows.measure)
    form = opened.comfort.form
    opened.kiosk.reading.appearance.set_card(1300)
    form.begin()
    assert form.bar.rect().contains(form.bar.bar_rect())
    assert form.bar.bar_rect().width() > 400


# -- for screen readers -------------------------------------------------------------------------------------------


@pytest.mark.conforms("SW-32")
@pytest.mark.parametrize("has_form", [False, True])
def test_every_control_has_a_role_and_a_name_that_holds_what_is_seen(opened: Comfort, has_form: bool) -> None:
    if has_form:
        opened.comfort.show_form()
        settle()
    for widget in visible(opened.comfort):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name)
        if isinstance(widget, LargeButton):
            assert interface.role() is QAccessible.Role.Button
            assert widget.label.lower() in name.lower()
        else:
            assert isinstance(widget, ValueBox)
            assert interface.role() is QAccessible.Role.SpinBox
            assert interface.text(QAccessible.Text.Value) == widget.text()
        assert name


def test_amounts_are_numbers_and_can_be_set(opened: Comfort) -> None:
    for label in AMOUNTS:
        value = QAccessible.queryAccessibleInterface(opened.row(label).value).valueInterface()
        assert value is not None
        value.setCurrentValue(value.maximumValue())
        highest = value.currentValue()
        value.setCurrentValue(value.minimumValue())
        assert value.currentValue() == value.minimumValue() < highest
    assert opened.settings.letter_spacing == 0


def test_it_is_a_dialog_with_a_name_and_says_how_to_use_it(opened: Comfort) -> None:
    told = QAccessible.queryAccessibleInterface(opened.comfort)
    assert told.role() is QAccessible.Role.Dialog
    assert told.text(QAccessible.Text.Name) == "Comfort"
    assert "Escape" in told.text(QAccessible.Text.Description)


# -- the desktop and its screens ----------------------------------------------------------------------------------


@pytest.mark.conforms("SW-24", "SW-47")
def test_pages_jump_where_the_desktop_wants_nothing_to_move(opened: Comfort) -> None:
    view, seen = opened.window.reader.article_view, []
    for motion, is_still in (("system", False), ("system", True), ("full", True), ("reduced", False)):
        opened.kiosk.preferences.set("motion", motion)
        follow_motion(opened.window, is_still)
        seen.append(view._is_motion_reduced)
    assert seen == [False, True, False, True]


def test_on_another_screen_what_was_measured_there_holds(opened: Comfort, monkeypatch: pytest.MonkeyPatch) -> None:
    follow_screen(opened.window)
    opened.kiosk.reading.appearance.set_card(500)
    one = opened.window.reader.article_view._type[0]
    handle = opened.window.windowHandle()
    monkeypatch.setattr("kiosk.qt.appearance.screen_name", lambda screen: "another")
    handle.screenChanged.emit(opened.window.screen())
    assert opened.settings.card_px == 0
    assert opened.window.reader.article_view._type[0] < one
    opened.kiosk.reading.appearance.set_card(400)
    monkeypatch.undo()
    handle.screenChanged.emit(opened.window.screen())
    assert opened.settings.card_px == 500
    assert opened.window.reader.article_view._type[0] == one


# -- at a public kiosk --------------------------------------------------------------------------------------------


def test_in_public_motion_is_reduced_and_the_desktops_colours_are_not_offered(
    qtbot: QtBot, tmp_path: Path
) -> None:
    public = Comfort(tmp_path, Profile.PUBLIC)
    qtbot.addWidget(public.window)
    qtbot.waitActive(public.window)
    public.open_comfort()
    assert public.window.reader.article_view._is_motion_reduced
    seen = set()
    for _ in range(8):
        public.click(public.row("Colours").more)
        seen.add(public.row("Colours").value.text())
    assert seen == {"Paper", "Night", "Yellow on black", "White on black", "Soft light"}
    public.close()
