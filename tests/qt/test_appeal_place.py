"""Appeals in the window: the card covers nothing and is reached by keys, the appeal gives the keyboard back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.app.donation import CARD_SHOWN, CODE_OPENED
from kiosk.core.donation_history import Answer, Reminder
from kiosk.core.reading import Ended
from kiosk.core.settings import Profile
from kiosk.core.timeline import ms_to_frames
from kiosk.qt.ring import tab_stops
from kiosk.qt.views.buttons import LargeButton
from tests.app.seasoned import seasoned
from tests.qt.test_narration import Booth

CAMPAIGN = """id = "c"
publisher = "The Paper"
address = "https://paper.example/k1"
[message]
en = "Please give."
ru = "Поддержите нас."
[bank]
name = "The Paper"
iban = "DE44123456780000000000"
"""
LABEL = "Support this service"


class Stand(Booth):
    """A kiosk with a campaign."""

    def __init__(
        self, qtbot: QtBot, folder: Path, profile: Profile = Profile.PUBLIC, language: str = "en"
    ) -> None:
        (folder / "content").mkdir()
        (folder / "content" / "campaign.toml").write_text(CAMPAIGN, encoding="utf-8")
        super().__init__(qtbot, folder, profile, language)
        self.appeals = self.kiosk.reading.appeals
        self.desk = self.appeals.donation
        self.counted: list[str] = []
        self.desk.count = self.counted.append

    def read_to_the_end(self) -> None:
        """Hear the article, and two seconds of silence."""
        self.open_reader()
        opened = self.kiosk.reading.opened.value
        assert opened is not None
        self.kiosk.reading.play_from(opened.article.last_passage)
        self.qtbot.waitUntil(lambda: self.output.is_open)
        self.qtbot.waitUntil(self._pumps_until_ended)
        self.clock.advance(self.clock.elapsed())

    def _pumps_until_ended(self) -> bool:
        self.output.pump(ms_to_frames(50))
        self.clock.advance(timedelta(milliseconds=50))
        return isinstance(self.kiosk.player.state.value, Ended)

    def wait_for_card(self) -> LargeButton:
        self.qtbot.waitUntil(lambda: self.appeals.card.value is not None)
        self.settle()
        card = self.window.reader.support
        assert card is not None
        return card


@pytest.fixture
def stand(qtbot: QtBot, tmp_path: Path) -> Iterator[Stand]:
    made = Stand(qtbot, tmp_path)
    yield made
    made.kiosk.close()


@pytest.fixture
def home(qtbot: QtBot, tmp_path: Path) -> Iterator[Stand]:
    made = Stand(qtbot, tmp_path, Profile.HOME)
    made.desk._store.save("donation", seasoned(made.clock.now()))
    yield made
    made.kiosk.close()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def rect_of(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def test_the_catalog_of_a_library_has_the_card_after_its_articles(stand: Stand) -> None:
    stand.start()
    stand.said()
    support = stand.window.catalog.support
    assert support is not None
    stops = tab_stops(stand.window)
    assert stops.index(support) == stops.index(stand.window.catalog.cards[-1]) + 1
    stand.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert focused() is support
    assert stand.said()[-1] == f"{LABEL}, button, A message from The Paper"


@pytest.mark.parametrize("site", ["clinic", "school"])
def test_where_nobody_is_asked_there_is_no_card(stand: Stand, site: str) -> None:
    stand.kiosk.station.set("site", site)
    stand.settle()
    support = stand.window.catalog.support
    assert support is not None
    assert support.isHidden()
    assert support not in tab_stops(stand.window)
    stand.kiosk.station.set("donations", "card")
    assert not support.isHidden()


@pytest.mark.conforms("FP-7", "SW-25")
def test_after_an_article_the_card_stands_between_text_and_buttons_and_covers_nothing(stand: Stand) -> None:
    stand.start()
    stand.read_to_the_end()
    stand.said()
    card = stand.wait_for_card()
    assert stand.said() == [], "it says nothing by itself"
    window, reader = stand.window, stand.window.reader
    bar = reader.transport_bar
    assert bar is not None
    assert rect_of(reader.article_view, window).bottom() < rect_of(card, window).top()
    assert rect_of(card, window).bottom() < rect_of(bar, window).top()
    assert tab_stops(window) == [reader.article_view, card, *bar.buttons]
    stand.press(Qt.Key.Key_Right)
    assert focused() is card
    assert stand.said() == [f"{LABEL}, button, A message from The Paper"]
    assert CARD_SHOWN in stand.counted


def test_a_panel_takes_the_cards_place_while_it_is_open(stand: Stand) -> None:
    stand.read_to_the_end()
    card = stand.wait_for_card()
    bar = stand.window.reader.transport_bar
    assert bar is not None
    bar.listening.click()
    assert card.isHidden()
    stand.window.reader.close_panel()
    assert not card.isHidden()


@pytest.mark.conforms("FP-1", "SW-25")
def test_who_refuses_is_where_the_reading_was(stand: Stand) -> None:
    stand.start()
    stand.read_to_the_end()
    card = stand.wait_for_card()
    card.setFocus(Qt.FocusReason.TabFocusReason)
    stand.press(Qt.Key.Key_Return)
    dialog = stand.window.dialog
    assert dialog.isVisible()
    assert not dialog.isWindow()
    assert focused() is dialog.later_button
    # One press, and no further screen.
    stand.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert card.isHidden()
    assert focused() is stand.window.reader.article_view
    assert stand.window.front is stand.window.reader


def test_in_public_later_asks_nothing_more(stand: Stand) -> None:
    stand.appeals.open()
    stand.window.dialog.later_button.click()
    assert not stand.window.dialog.isVisible()
    support = stand.window.catalog.support
    assert support is not None
    assert support.isHidden()
    assert stand.window.catalog.isAncestorOf(focused())


def test_the_end_of_a_visit_leaves_neither_appeal_nor_code(stand: Stand) -> None:
    stand.appeals.open()
    stand.window.dialog.show_details()
    assert stand.counted == [CODE_OPENED]
    assert stand.window.dialog.details.code.address
    stand.desk.end_visit()
    assert not stand.window.dialog.isVisible()
    assert stand.window.dialog.details.code.address == ""
    assert stand.window.dialog.details.code.pixmap().isNull()
    assert stand.window.dialog.details.bank_code.pixmap().isNull()


SPELLED = "P, A. P, E, R. dot. E, X, A. M, P, L, E. slash. K, 1."


@pytest.mark.conforms("CF-18", "CF-05")
def test_the_address_is_spelled_as_often_as_one_likes_and_shown_meanwhile(stand: Stand) -> None:
    stand.start()
    stand.appeals.open()
    stand.window.dialog.show_details()
    stand.said()
    for _time in range(2):
        stand.window.dialog.details.spell_address.click()
        assert stand.said() == [SPELLED]
        assert "exa mple / k1" in stand.window.dialog.note.text()
    stand.window.dialog.details.spell_account.click()
    assert stand.said() == ["D, E, 4, 4. 1, 2, 3, 4. 5, 6, 7, 8. 0, 0, 0, 0. 0, 0, 0, 0. 0, 0."]


def test_the_address_is_spelled_at_home_whoever_speaks_of_screens(home: Stand) -> None:
    home.appeals.appeal.set(home.desk.appeal_in("en"))
    home.window.dialog.show_details()
    home.window.dialog.details.spell_address.click()
    assert home.said() == [SPELLED]
    home.appeals.answer(Answer.NO_THANKS)
    assert not home.is_speaking(), "who has gone on does not hear the rest"


def test_it_is_spelled_in_the_listeners_language(qtbot: QtBot, tmp_path: Path) -> None:
    stand = Stand(qtbot, tmp_path, language="ru")
    try:
        stand.appeals.open()
        assert stand.window.dialog.message.text() == "Поддержите нас."
        stand.window.dialog.show_details()
        stand.said("ru")
        stand.window.dialog.details.spell_address.click()
        assert stand.said("ru") == ["пэ, а. пэ, е, эр. точка. е, икс, а. эм, пэ, эль, е. косая черта. ка, 1."]
    finally:
        stand.kiosk.close()
        i18n.set_language("en")


@pytest.mark.conforms("CF-05", "SW-34")
def test_help_says_all_that_stands_on_the_card_and_every_choice(stand: Stand) -> None:
    stand.start()
    stand.appeals.open()
    stand.said()
    stand.press(Qt.Key.Key_F1)
    assert " ".join(stand.said()) == (
        "A message from The Paper. Please give.. Show how to donate. Remind me later. No thanks. "
        "Don't ask again. I already gave."
    )


def test_at_home_a_reminder_is_kept_and_no_card_stands(home: Stand) -> None:
    assert home.window.catalog.support is None
    home.read_to_the_end()
    home.qtbot.waitUntil(lambda: home.appeals.appeal.value is not None)
    dialog = home.window.dialog
    assert home.desk.history.answer is Answer.LATER, "stored before it is shown"
    dialog.later_button.click()
    dialog.reminder_buttons[Reminder(articles=25)].click()
    assert not dialog.isVisible()
    assert home.desk.history.reminder == Reminder(articles=25)
    assert focused() is home.window.reader.article_view


def test_an_appeal_waits_until_the_window_is_looked_at(home: Stand) -> None:
    assert home.appeals.is_window_free()
    home.window.hide()
    assert not home.appeals.is_window_free()


# -- asked for ------------------------------------------------------------------------------------------------


def test_at_home_the_comfort_panel_leads_to_the_appeal_for_whoever_was_never_to_be_asked_again(
    home: Stand,
) -> None:
    home.desk.answer(Answer.NEVER)
    home.open_reader()
    home.press(Qt.Key.Key_ScrollLock)
    panel = home.window.reader.comfort
    assert panel is not None
    assert panel.rows.support.isVisible()
    assert panel.rows.support.label == LABEL
    panel.rows.support.setFocus()
    home.press(Qt.Key.Key_Return)
    assert home.window.dialog.isVisible()
    home.press(Qt.Key.Key_Escape)
    assert not home.window.dialog.isVisible()
    assert home.desk.history.answer is Answer.NEVER
    assert focused() is panel.rows.support


def test_in_public_the_comfort_panel_leads_to_no_appeal(stand: Stand) -> None:
    stand.open_reader()
    stand.press(Qt.Key.Key_ScrollLock)
    panel = stand.window.reader.comfort
    assert panel is not None
    assert panel.isVisible()
    assert panel.rows.support.isHidden()
