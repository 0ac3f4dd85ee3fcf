"""What holds on every screen at once: the catalog, the reader, the Listening panel with its form, the appeal."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.core.campaign import Appeal, Campaign
from kiosk.core.settings import Profile
from kiosk.qt.views.article_card import ArticleCard
from kiosk.qt.views.buttons import LargeButton
from tests.qt.listening import Listening
from tests.qt.looking import settle, visible

APPEAL = Appeal(Campaign("c", "The Paper", {"en": "Please give."}, "paper.example/give"), "en", "Please give.")
SCREENS = ("catalog", "reader", "panel", "form", "appeal", "how to donate")
ABOVE = SCREENS[2:]
LETTERS = "aQ7."


@pytest.fixture
def listening(qtbot: QtBot, tmp_path: Path) -> Iterator[Listening]:
    made = Listening(tmp_path)
    qtbot.addWidget(made.window)
    qtbot.waitActive(made.window)
    yield made
    made.kiosk.preferences.set("language", "en")
    made.close()


def show(listening: Listening, screen: str) -> QWidget:
    """Bring a screen to the front and return it."""
    window = listening.window
    if screen == "catalog":
        window.show_catalog()
    elif screen in ("panel", "form"):
        panel = listening.open()
        if screen == "form":
            panel.show_form()
    elif screen in ("appeal", "how to donate"):
        listening.kiosk.reading.appeal.set(APPEAL)
        if screen == "how to donate":
            window.dialog.show_details()
    settle()
    front = window.front
    assert front is not None
    return listening.panel if screen in ("panel", "form") else front


def focusable(screen: QWidget) -> list[QWidget]:
    return [own for own in visible(screen) if own.focusPolicy() != Qt.FocusPolicy.NoFocus and own.isEnabled()]


def situation(listening: Listening) -> tuple[object, ...]:
    """Return all that could change by mistake."""
    window, kiosk = listening.window, listening.kiosk
    state = kiosk.player.state.value
    return (
        *(kiosk.preferences.settings.value, type(state), state.at, i18n.language()),
        *(window.currentWidget(), window.dialog.isVisible(), listening.is_open),
    )


@pytest.mark.conforms("SW-12")
@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_pops_up_because_it_is_pointed_at(listening: Listening, screen: str) -> None:
    shown = show(listening, screen)
    windows = len([own for own in QApplication.topLevelWidgets() if own.isVisible()])
    for own in [shown, *shown.findChildren(QWidget)]:
        assert (own.toolTip(), own.statusTip(), own.whatsThis()) == ("", "", ""), own
        place = QPoint(3, 3)
        QApplication.sendEvent(own, QHelpEvent(QEvent.Type.ToolTip, place, own.mapToGlobal(place)))
    assert not QToolTip.isVisible()
    assert len([own for own in QApplication.topLevelWidgets() if own.isVisible()]) == windows


@pytest.mark.conforms("SW-33")
@pytest.mark.parametrize("screen", SCREENS)
def test_the_focus_alone_changes_nothing(listening: Listening, screen: str) -> None:
    shown = show(listening, screen)
    before = situation(listening)
    controls = focusable(shown)
    assert len(controls) >= 4
    for control in controls:
        control.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        assert situation(listening) == before, control.accessibleName()


@pytest.mark.conforms("SW-17")
@pytest.mark.parametrize("screen", [screen for screen in SCREENS if screen != "form"])
def test_letters_set_nothing_off(listening: Listening, screen: str) -> None:
    shown = show(listening, screen)
    before = situation(listening)
    for control in focusable(shown):
        control.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClicks(control, LETTERS)
        settle()
        assert situation(listening) == before, control.accessibleName()


@pytest.mark.conforms("SW-29")
@pytest.mark.parametrize("language", list(i18n.LANGUAGES))
@pytest.mark.parametrize("screen", SCREENS)
def test_a_name_holds_the_words_that_are_seen(listening: Listening, screen: str, language: str) -> None:
    listening.kiosk.preferences.set("language", language)
    shown = show(listening, screen)
    labelled = [own for own in visible(shown) if isinstance(own, LargeButton | ArticleCard)]
    assert labelled
    for own in labelled:
        name = own.accessibleName().casefold()
        seen = own.text_shown.title if isinstance(own, ArticleCard) else own.label
        # Whether something is on is its state, and not its name.
        is_state = isinstance(own, LargeButton) and own.isCheckable() and seen.casefold().startswith(name)
        assert name
        assert seen.casefold() in name or is_state, (seen, name)


@pytest.mark.conforms("SW-25")
def test_the_window_says_what_is_in_it(listening: Listening) -> None:
    assert listening.window.windowTitle() == "One – Aloud"
    show(listening, "catalog")
    # The system gives a window without a title the program's name.
    assert listening.window.windowTitle() == ""


@pytest.mark.conforms("FP-10")
@pytest.mark.parametrize(
    ("screen", "profile"),
    # At a public kiosk there is no form.
    [*((own, Profile.HOME) for own in ABOVE), *((own, Profile.PUBLIC) for own in ABOVE if own != "form")],
)
def test_one_key_always_leads_back(qtbot: QtBot, tmp_path: Path, screen: str, profile: Profile) -> None:
    own = Listening(tmp_path, profile)
    qtbot.addWidget(own.window)
    qtbot.waitActive(own.window)
    show(own, screen)
    for _ in range(2 if screen == "form" else 1):
        own.press(Qt.Key.Key_Escape)
    assert not own.is_open
    assert not own.window.dialog.isVisible()
    assert own.window.currentWidget() is own.window.reader
    own.close()
