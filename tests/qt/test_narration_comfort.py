"""What the interface voice says in the Comfort panel: the real window and narrator, between fakes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk import i18n
from kiosk.core.appearance import Typeface
from kiosk.core.reading import is_sounding
from kiosk.qt.fonts import set_typeface
from kiosk.qt.screen_size import calibrate
from kiosk.qt.views.comfort_panel import ComfortPanel
from tests.qt.test_narration import Booth, booth, new_booth

__all__ = ["booth", "new_booth"]

HEAD = "Comfort. Up and Down choose, Left and Right change. Escape goes back to the article."
# A row, what is said when a step changes it, and what is said of it then.
STEPS = [
    ("Text size", "Text size: 48 points.", "Text size, setting, 48 points"),
    ("Colours", "Colours: Night", "Colours, setting, Night"),
    ("Typeface", "Typeface: Noto Sans", "Typeface, setting, Noto Sans"),
    ("Line spacing", "Line spacing: 175 percent", "Line spacing, setting, 175 percent"),
    ("Letter spacing", "Letter spacing: 3 percent", "Letter spacing, setting, 3 percent"),
    ("What is lit", "What is lit: the sentence", "What is lit, setting, the sentence"),
    ("Focus", "Focus: the line", "Focus, setting, the line"),
    ("Motion", "Motion: full", "Motion, setting, full"),
    ("Captions", "Captions: off", "Captions, setting, off"),
]


@pytest.fixture
def panel(booth: Booth) -> Iterator[ComfortPanel]:
    """The panel, opened by a key in an article; what was said then is taken."""
    booth.open_reader()
    booth.press(Qt.Key.Key_ScrollLock)
    booth.said()
    found = booth.window.reader.comfort
    assert found is not None
    yield found
    booth.kiosk.preferences.set("language", "en")
    calibrate(booth.window.screen(), 0.0)
    set_typeface(Typeface.ATKINSON)


def focus(booth: Booth, widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    booth.settle()


def row(panel: ComfortPanel, label: str) -> QWidget:
    steppers = [panel.rows.text_size, panel.rows.colours, panel.rows.typeface, *panel.rows.spacings]
    return next(
        own for own in [*steppers, *panel.rows.along, panel.rows.captions] if own.label.text() == label
    ).value


@pytest.mark.conforms("FP-1", "CF-02")
def test_opening_it_says_title_keys_and_the_first_setting(booth: Booth) -> None:
    booth.open_reader()
    booth.said()
    booth.press(Qt.Key.Key_ScrollLock)
    assert " ".join(booth.said()) == f"{HEAD} Text size, setting, 40 points"


def test_closing_it_says_the_article(booth: Booth, panel: ComfortPanel) -> None:
    booth.press(Qt.Key.Key_Escape)
    assert booth.said() == ["Three."]


def test_while_it_reads_opening_it_is_said(booth: Booth) -> None:
    booth.open_reader()
    booth.read()
    booth.press(Qt.Key.Key_ScrollLock)
    assert " ".join(booth.said()).startswith(HEAD)
    assert is_sounding(booth.kiosk.player.state.value)


@pytest.mark.conforms("FP-1")
@pytest.mark.parametrize(("label", "told", "said"), STEPS)
def test_a_setting_says_name_kind_and_value_and_what_it_was_changed_to(
    booth: Booth, panel: ComfortPanel, label: str, told: str, said: str
) -> None:
    focus(booth, row(panel, label))
    booth.said()
    booth.press(Qt.Key.Key_Right)
    assert booth.said() == [told]
    focus(booth, panel.rows.reset)
    booth.said()
    focus(booth, row(panel, label))
    assert booth.said() == [said]


def test_while_it_reads_a_choice_is_said_and_an_amount_only_shown(booth: Booth) -> None:
    booth.open_reader()
    booth.read()
    booth.press(Qt.Key.Key_ScrollLock)
    panel = booth.window.reader.comfort
    assert panel is not None
    seen = []
    for label in ("Focus", "Line spacing"):
        focus(booth, row(panel, label))
        booth.said()
        booth.press(Qt.Key.Key_Right)
        seen.append(booth.said())
        assert booth.window.reader.message_line is not None
        assert booth.window.reader.message_line.text().startswith(f"{label}: ")
    assert seen == [["Focus: the line"], []]
    assert is_sounding(booth.kiosk.player.state.value)


def test_a_reset_says_what_it_does_that_it_is_done_and_the_way_back(booth: Booth, panel: ComfortPanel) -> None:
    booth.press(Qt.Key.Key_Plus)
    booth.said()
    focus(booth, panel.rows.reset)
    (said,) = booth.said()
    assert said.startswith("Reset everything, button, Size, colours")
    booth.press(Qt.Key.Key_Return)
    assert booth.said()[-1] == "Everything looks as it did at first. The next button takes the reset back."
    booth.press(Qt.Key.Key_Down)
    assert booth.said() == ["Take the reset back, button"]
    booth.press(Qt.Key.Key_Return)
    assert "Everything is again as you had set it." in booth.said()


def test_another_language_is_said_in_its_own_voice(booth: Booth, panel: ComfortPanel) -> None:
    focus(booth, panel.rows.language.value)
    booth.said()
    while i18n.language() != "ru":
        booth.press(Qt.Key.Key_Plus)
    said = " ".join(booth.said("ru"))
    assert i18n.LANGUAGES["ru"] in said


def test_the_measure_of_the_screen_says_what_to_do_and_how_wide_the_bar_is(
    booth: Booth, panel: ComfortPanel
) -> None:
    focus(booth, panel.rows.measure)
    booth.said()
    booth.press(Qt.Key.Key_Return)
    width = panel.form.bar.card_px
    said = " ".join(booth.said())
    assert said.startswith("Size of the screen. Hold a bank card against the bar")
    assert said.endswith(f"Width of the bar, setting, {width} pixels")
    booth.press(Qt.Key.Key_Right)
    assert booth.said() == [f"{width + 1} pixels"]
    booth.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert f"Size of the screen: {width + 1} pixels" in booth.said()
