"""The catalog: whole cards as targets, own language first, keys that go where the eye expects."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.core.article import CatalogEntry
from kiosk.qt.views.article_card import MOST_SUMMARY_LETTERS, ArticleCard
from kiosk.qt.views.catalog_view import CatalogView
from tests.qt.looking import EVERY_SIZE, PAPER, MarkedTranslations, flaws, settle, size_id, visible

LONG = "Городской транспорт этой зимой: что изменится, кому станет удобнее и почему автобусы будут ходить чаще"
ENTRIES = (
    CatalogEntry("ru1", "Как пользоваться киоском", "ru", "Короткий рассказ о главном. " * 12, 700, "ru/tour.md"),
    CatalogEntry("en1", "How to use this kiosk", "en", "A short tour.", 540, "en/tour.md"),
    CatalogEntry("en2", "The week in brief", "en-GB", "", 161, "en/week.md"),
    CatalogEntry("ar1", "كيف تستخدم هذا الكشك", "ar", "جولة قصيرة في هذا البرنامج.", 500, "ar/tour.md"),
    CatalogEntry("bad", "broken.md", "en", "", 0, "en/broken.md", "byte 12 is not UTF-8"),
    CatalogEntry("ru2", LONG, "ru", "Новости.", 9000, "ru/bus.md"),
)


@pytest.fixture
def catalog(qtbot: QtBot) -> CatalogView:
    view = CatalogView()
    qtbot.addWidget(view)
    view.set_look(PAPER, 20)
    view.set_language("en")
    view.set_entries(ENTRIES, None, 160)
    view.resize(1280, 800)
    view.show()
    view.activateWindow()
    qtbot.waitActive(view)
    settle()
    return view


def focused_widget() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def titles(cards: Sequence[ArticleCard]) -> list[str]:
    return [card.text_shown.title for card in cards]


def card_of(view: CatalogView, title: str) -> ArticleCard:
    return next(card for card in view.cards if card.text_shown.title == title)


def is_fully_seen(view: CatalogView, card: ArticleCard) -> bool:
    top = card.mapTo(view, QPoint(0, 0)).y()
    return top >= 0 and top + card.height() <= view.corner.y()


def test_own_language_comes_first_then_the_others_under_a_heading(catalog: CatalogView) -> None:
    assert titles(catalog.own.cards) == ["How to use this kiosk", "The week in brief", "broken.md"]
    assert titles(catalog.others.cards) == ["Как пользоваться киоском", "كيف تستخدم هذا الكشك", LONG]
    assert catalog.others_title.isVisible()
    assert catalog.own.geometry().bottom() < catalog.others_title.y() < catalog.others.y()


def test_another_language_brings_its_articles_first(catalog: CatalogView) -> None:
    catalog.set_language("ru")
    settle()
    assert titles(catalog.own.cards) == ["Как пользоваться киоском", LONG]
    only_russian = [entry for entry in ENTRIES if entry.language == "ru"]
    catalog.set_entries(only_russian, None, 160)
    settle()
    assert not catalog.others_title.isVisible()
    assert flaws(catalog) == []


def test_who_comes_back_finds_the_cards_below_each_other(qtbot: QtBot) -> None:
    window, elsewhere, view = QStackedWidget(), QWidget(), CatalogView()
    qtbot.addWidget(window)
    for screen in (view, elsewhere):
        window.addWidget(screen)
    view.set_look(PAPER, 20)
    view.set_language("en")
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    for _ in range(2):
        # As the window does it: the list is read anew while another screen is shown.
        window.setCurrentWidget(elsewhere)
        settle()
        view.set_entries(ENTRIES, ENTRIES[1], 160)
        window.setCurrentWidget(view)
        view.setFocus()
        settle()
        places = [card.mapTo(view, QPoint(0, 0)).y() for card in view.cards]
        assert all(below - above >= 60 for above, below in pairwise(places)), places
        assert [card.width() for card in view.cards] == [view.cards[0].width()] * len(view.cards)
        found = [focused_widget()]
        for _ in view.cards:
            QTest.keyClick(found[-1], Qt.Key.Key_Down)
            found.append(focused_widget())
        assert found == [view.continue_card, *view.cards]


def test_a_click_anywhere_on_a_card_opens_its_article(catalog: CatalogView) -> None:
    chosen: list[str] = []
    catalog.article_chosen.connect(chosen.append)
    card = card_of(catalog, "The week in brief")
    for place in (QPoint(20, 20), card.rect().center(), QPoint(card.width() - 20, card.height() - 20)):
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=place)
    assert chosen == ["en/week.md"] * 3


@pytest.mark.conforms("SW-15")
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_open_the_focused_card(catalog: CatalogView, key: Qt.Key) -> None:
    chosen: list[str] = []
    catalog.article_chosen.connect(chosen.append)
    card_of(catalog, "The week in brief").setFocus()
    QTest.keyClick(focused_widget(), key)
    assert chosen == ["en/week.md"]


@pytest.mark.conforms("SW-35")
def test_a_broken_article_is_shown_with_its_problem_and_cannot_be_opened(catalog: CatalogView) -> None:
    chosen: list[str] = []
    catalog.article_chosen.connect(chosen.append)
    card = card_of(catalog, "broken.md")
    assert "byte 12 is not UTF-8" in card.text_shown.facts
    assert card.text_shown.icon_name == "warning"
    assert "cannot be opened" in card.accessibleName()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    card.setFocus()
    assert QApplication.focusWidget() is card
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert chosen == []


def test_a_card_says_title_language_and_minutes(catalog: CatalogView) -> None:
    card = card_of(catalog, "How to use this kiosk")
    assert card.accessibleName() == "How to use this kiosk. English, 4 minutes"
    assert card.accessibleDescription() == "A short tour."
    assert card_of(catalog, "كيف تستخدم هذا الكشك").accessibleName().endswith("Arabic, 4 minutes")


@pytest.mark.parametrize(
    ("words", "rate", "expected"), [(161, 160, "2 minutes"), (160, 160, "1 minute"), (540, 90, "6 minutes")]
)
def test_minutes_follow_the_rate(catalog: CatalogView, words: int, rate: int, expected: str) -> None:
    catalog.set_entries([CatalogEntry("x", "X", "en", "", words, "x.md")], None, rate)
    assert catalog.cards[0].accessibleName() == f"X. English, {expected}"


def test_continue_comes_first_and_says_so(catalog: CatalogView) -> None:
    heard: list[bool] = []
    catalog.continue_chosen.connect(lambda: heard.append(True))
    assert not catalog.continue_card.isVisible()
    catalog.set_entries(ENTRIES, ENTRIES[2], 160)
    settle()
    assert catalog.continue_card.isVisible()
    assert catalog.continue_card.accessibleName() == "Continue: The week in brief. English, 2 minutes"
    assert catalog.continue_card.geometry().bottom() < catalog.own.y()
    QTest.mouseClick(catalog.continue_card, Qt.MouseButton.LeftButton)
    assert heard == [True]
    catalog.focus_first()
    assert QApplication.focusWidget() is catalog.continue_card


@pytest.mark.conforms("FP-10")
def test_an_empty_catalog_says_what_to_do(catalog: CatalogView) -> None:
    assert not catalog.empty.isVisible()
    catalog.set_entries([], None, 160)
    settle()
    assert catalog.empty.isVisible()
    assert ".md" in catalog.empty.text()
    assert flaws(catalog) == []


def test_the_focus_starts_on_the_first_card(catalog: CatalogView) -> None:
    assert QApplication.focusWidget() is catalog.own.cards[0]
    catalog.corner.help.setFocus()
    catalog.setFocus()
    assert QApplication.focusWidget() is catalog.own.cards[0]


@pytest.mark.conforms("SW-03", "SW-25", "SW-26")
def test_down_walks_all_cards_in_order_and_each_is_seen(catalog: CatalogView) -> None:
    catalog.resize(1024, 600)
    settle()
    walked = []
    for _step in ENTRIES:
        focused = QApplication.focusWidget()
        assert isinstance(focused, ArticleCard)
        walked.append(focused.text_shown.title)
        assert is_fully_seen(catalog, focused)
        QTest.keyClick(focused, Qt.Key.Key_Down)
    assert walked == titles(catalog.cards)
    assert QApplication.focusWidget() in catalog.corner.buttons
    for button in catalog.corner.buttons:
        button.setFocus()
        others = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        for key, by in others.items():
            number = catalog.corner.buttons.index(button) + by
            if 0 <= number < len(catalog.corner.buttons):
                QTest.keyClick(focused_widget(), key)
                assert QApplication.focusWidget() is catalog.corner.buttons[number]
                button.setFocus()
    for _step in ENTRIES:
        QTest.keyClick(focused_widget(), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is catalog.own.cards[0]
    QTest.keyClick(focused_widget(), Qt.Key.Key_Up)
    assert QApplication.focusWidget() in catalog.language_buttons.values()


def test_home_and_end_go_to_the_first_and_last_card(catalog: CatalogView) -> None:
    QTest.keyClick(focused_widget(), Qt.Key.Key_End)
    assert QApplication.focusWidget() is catalog.others.cards[-1]
    assert is_fully_seen(catalog, catalog.others.cards[-1])
    QTest.keyClick(focused_widget(), Qt.Key.Key_Home)
    assert QApplication.focusWidget() is catalog.own.cards[0]


@pytest.mark.conforms("CF-23", "SW-15", "SW-16")
def test_tab_reaches_everything(catalog: CatalogView) -> None:
    reached = set()
    for _step in range(len(ENTRIES) + len(i18n.LANGUAGES) + len(catalog.corner.buttons)):
        focused = focused_widget()
        reached.add(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == {
        *(card.accessibleName() for card in catalog.cards),
        *i18n.LANGUAGES.values(),
        "Make reading comfortable",
        "Keys",
        "Help",
    }


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_left_and_right_move_as_the_eye_sees_it(catalog: CatalogView, direction: Qt.LayoutDirection) -> None:
    catalog.setLayoutDirection(direction)
    catalog.resize(1920, 1080)
    settle()
    first, second = catalog.own.cards[:2]
    assert first.y() == second.y()
    to_second, to_first = Qt.Key.Key_Right, Qt.Key.Key_Left
    if direction is Qt.LayoutDirection.RightToLeft:
        to_second, to_first = to_first, to_second
    first.setFocus()
    QTest.keyClick(first, to_second)
    assert QApplication.focusWidget() is second
    QTest.keyClick(second, to_first)
    assert QApplication.focusWidget() is first
    languages = list(catalog.language_buttons.values())
    languages[0].setFocus()
    QTest.keyClick(languages[0], to_second)
    assert QApplication.focusWidget() is languages[1]


@pytest.mark.parametrize(("width", "columns"), [(1280, 1), (1600, 1), (1601, 2), (1920, 2), (1080, 1)])
def test_two_columns_only_in_wide_windows(catalog: CatalogView, width: int, columns: int) -> None:
    catalog.resize(width, 900)
    settle()
    assert len({card.x() for card in catalog.own.cards}) == columns


@pytest.mark.conforms("FP-10", "SW-33")
def test_languages_are_offered_in_their_own_names_and_the_current_one_is_marked(catalog: CatalogView) -> None:
    chosen: list[str] = []
    catalog.language_chosen.connect(chosen.append)
    buttons = catalog.language_buttons
    assert [button.label for button in buttons.values()] == list(i18n.LANGUAGES.values())
    assert [tag for tag, button in buttons.items() if button.is_filled] == ["en"]
    assert [tag for tag, button in buttons.items() if button.accessibleDescription()] == ["en"]
    buttons["ar"].setFocus()
    assert chosen == []
    QTest.mouseClick(buttons["ar"], Qt.MouseButton.LeftButton)
    assert chosen == ["ar"]
    catalog.set_language("ar")
    assert [tag for tag, button in buttons.items() if button.is_filled] == ["ar"]


@pytest.mark.conforms("SW-08")
def test_larger_type_shows_as_much_of_title_and_summary(catalog: CatalogView) -> None:
    def shown() -> list[list[str]]:
        settle()
        return [[flow.text for flow, _role in card.flows] for card in catalog.cards]

    catalog.set_look(PAPER, 12)
    small = shown()
    catalog.set_look(PAPER, 48)
    assert shown() == small
    assert any(LONG in texts for texts in small)


def test_a_summary_without_end_ends_behind_a_word(catalog: CatalogView) -> None:
    catalog.set_entries([ENTRIES[0]._replace(summary="nine letters " * 100)], None, 160)
    _title, summary, _facts = (flow for flow, _role in card_of(catalog, ENTRIES[0].title).flows)
    assert len(summary.text) <= MOST_SUMMARY_LETTERS + 2
    assert summary.text.endswith(("nine …", "letters …"))


@pytest.mark.conforms("SW-34")
def test_help_is_asked_in_the_corner_where_the_reader_has_it(catalog: CatalogView) -> None:
    heard: list[bool] = []
    catalog.help_asked.connect(lambda: heard.append(True))
    button = catalog.corner.help
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard == [True]
    centre = button.mapTo(catalog, button.rect().center())
    assert centre.x() > catalog.width() - 200
    assert centre.y() > catalog.height() - 100


@pytest.mark.conforms("FP-2", "SW-05", "SW-08", "SW-09", "SW-31")
@pytest.mark.parametrize(("size", "interface_pt", "direction"), EVERY_SIZE, ids=size_id)
def test_it_fits_every_window_at_every_size(
    catalog: CatalogView, size: tuple[int, int], interface_pt: float, direction: Qt.LayoutDirection
) -> None:
    catalog.setLayoutDirection(direction)
    catalog.set_look(PAPER, interface_pt)
    catalog.set_entries(ENTRIES, ENTRIES[0], 160)
    catalog.resize(*size)
    settle()
    assert flaws(catalog) == []
    assert catalog.corner.height() <= 0.25 * size[1]


def test_every_word_is_translated_while_running(catalog: CatalogView, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog.set_entries(ENTRIES, ENTRIES[0], 160)
    monkeypatch.setattr(i18n, "_translations", MarkedTranslations())
    catalog.retranslate()
    own_names = set(i18n.LANGUAGES.values())
    summaries = {entry.summary for entry in ENTRIES}
    spoken = [
        text
        for widget in [catalog, *visible(catalog)]
        for text in (widget.accessibleName(), widget.accessibleDescription())
        if text and text not in own_names and text not in summaries
    ]
    assert len(spoken) > 10
    assert [text for text in spoken if "«" not in text] == []


def test_the_focus_stays_on_an_article_when_the_list_is_read_again(catalog: CatalogView) -> None:
    card_of(catalog, "The week in brief").setFocus()
    catalog.set_entries(ENTRIES[1:], ENTRIES[1], 160)
    settle()
    focused = QApplication.focusWidget()
    assert isinstance(focused, ArticleCard)
    assert focused.text_shown.title == "The week in brief"


def test_an_article_in_another_direction_keeps_its_own_side(catalog: CatalogView) -> None:
    card = card_of(catalog, "كيف تستخدم هذا الكشك")
    image = card.grab().toImage()
    title: QRect = card.text_rects()[0]

    def ink(left: int, right: int) -> int:
        return sum(
            image.pixelColor(x, y).lightness() < 128
            for x in range(left, right)
            for y in range(title.top(), title.bottom())
        )

    assert ink(card.width() - 150, card.width() - 20) > 0
    assert ink(20, card.width() // 2) == 0
