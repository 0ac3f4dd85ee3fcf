"""What a screen reader is told of the article, asked through Qt's own interfaces."""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QFrame, QLabel
from pytestqt.qtbot import QtBot

from kiosk.core.article import Article, BlockKind
from kiosk.qt import accessibility
from kiosk.qt.views.article_accessible import ArticleAccessible
from kiosk.qt.views.article_view import ArticleView
from tests.qt.pages import (
    ENGLISH,
    MIXED,
    CountedBlocks,
    NewView,
    article,
    document,
    give_keys_to,
    long_article,
    word_at,
)


@pytest.fixture(autouse=True)
def _installed() -> None:
    accessibility.install()


def name(of: QAccessibleInterface) -> str:
    return of.text(QAccessible.Text.Name)


def text_of(of: QAccessibleInterface) -> str:
    text = of.textInterface()
    assert text is not None
    return text.text(0, text.characterCount())


@pytest.mark.conforms("SW-03", "SW-41")
def test_the_article_is_a_document_of_passages(new_view: NewView) -> None:
    found = document(new_view(MIXED))
    assert found.role() is QAccessible.Role.Document
    assert name(found) == "A title"
    children = [found.child(number) for number in range(found.childCount())]
    texts = ["A title", *(block.text for block in MIXED.blocks)]
    assert [text_of(child) for child in children] == texts
    # A paragraph with a name would be said twice: by name and by text.
    is_named = [block.kind is not BlockKind.PARAGRAPH for block in MIXED.blocks]
    assert [bool(name(child)) for child in children] == [True, *is_named]
    role = QAccessible.Role
    assert [child.role() for child in children] == [
        *(role.Heading, role.Paragraph, role.Heading, role.ListItem, role.Paragraph, role.Paragraph)
    ]
    assert [found.indexOfChild(child) for child in children] == list(range(6))
    assert all(child.parent() is found for child in children)


@pytest.mark.conforms("SW-03", "SW-32")
def test_headings_have_levels_and_passages_their_language(new_view: NewView) -> None:
    found = document(new_view(MIXED))
    level, locale = QAccessible.Attribute.Level, QAccessible.Attribute.Locale
    title, heading, arabic = (found.child(number).attributesInterface() for number in (0, 2, 5))
    assert title.attributeValue(level) == 1
    assert heading.attributeValue(level) == 3
    assert level not in arabic.attributeKeys()
    assert arabic.attributeValue(locale).name().startswith("ar")


@pytest.mark.conforms("SW-42")
@pytest.mark.parametrize("number", range(6))
def test_each_passage_lends_its_whole_text(new_view: NewView, number: int) -> None:
    found = document(new_view(MIXED))
    assert text_of(found.child(number)) == ["A title", *(block.text for block in MIXED.blocks)][number]


@pytest.mark.conforms("SW-42")
def test_characters_are_where_they_are_painted(new_view: NewView) -> None:
    view = new_view(article(ENGLISH * 4))
    view.set_current(1, word_at(ENGLISH * 4, 30), is_reading=False)
    (box,) = view.word_rects()
    text = document(view).child(1).textInterface()
    place = text.characterRect(view.caret_utf16())
    corner = view.viewport().mapFromGlobal(place.topLeft())
    assert abs(corner.x() - box.left()) < 20
    assert abs(corner.y() - box.top()) < 40


def test_what_a_passage_has_not_is_answered_with_nothing(new_view: NewView) -> None:
    child = document(new_view(MIXED)).child(1)
    assert child.valueInterface() is None
    assert child.tableCellInterface() is None
    assert child.selectionInterface() is None
    assert child.editableTextInterface() is None


@pytest.mark.conforms("SW-03")
def test_the_text_flows_from_passage_to_passage(new_view: NewView) -> None:
    found = document(new_view(MIXED))
    relations = {flag: text_of(other) for other, flag in found.child(2).relations()}
    # Qt's flag says what the other one is to this one.
    assert relations[QAccessible.RelationFlag.FlowsFrom] == "An item"
    assert relations[QAccessible.RelationFlag.FlowsTo] == ENGLISH
    assert len(found.child(0).relations()) == len(found.child(5).relations()) == 1


@pytest.mark.conforms("SW-43")
def test_a_passage_can_be_pressed_to_be_read(new_view: NewView, qtbot: QtBot) -> None:
    view = new_view(MIXED)
    action = document(view).child(3).actionInterface()
    assert action.localizedActionName(action.actionNames()[0])
    with qtbot.waitSignal(view.play_asked) as asked:
        action.doAction(action.actionNames()[0])
    assert asked.args == [3]


def test_the_current_passage_is_focused_but_none_is_focusable(new_view: NewView, qtbot: QtBot) -> None:
    view = new_view(MIXED)
    give_keys_to(view, qtbot)
    view.set_current(2, None, is_reading=False)
    found = document(view)
    states = [found.child(number).state() for number in range(6)]
    assert [bool(state.focused) for state in states] == [False, False, True, False, False, False]
    assert not any(state.focusable or state.readOnly for state in states)
    assert found.focusChild() is found.child(2)


def test_behind_a_panel_passages_are_invisible(new_view: NewView) -> None:
    view = new_view(MIXED)
    child = document(view).child(1)
    seen = [bool(child.state().invisible)]
    view.hide()
    seen.append(bool(child.state().invisible))
    assert seen == [False, True]


def test_a_place_on_the_screen_leads_to_its_passage(new_view: NewView) -> None:
    found = document(new_view(MIXED))
    for number in range(3):
        middle = found.child(number).rect().center()
        assert found.childAt(middle.x(), middle.y()) is found.child(number)
    outside = found.rect().topRight() + QPoint(50, 0)
    assert found.childAt(outside.x(), outside.y()) is None


def test_passages_are_made_when_asked_for(new_view: NewView) -> None:
    view = new_view(Article("a", "A title", "en", CountedBlocks(20_000)))
    found = document(view)
    assert found.childCount() == 20_001
    assert text_of(found.child(19_999)).endswith("19998")
    assert isinstance(found, ArticleAccessible)
    assert len(found._passages) == 1


def test_another_article_has_other_passages(new_view: NewView) -> None:
    view = new_view(MIXED)
    found = document(view)
    old = found.child(5)
    assert old.textInterface() is not None
    view.set_article(article("one", "two", title="Another"))
    assert name(found) == "Another"
    assert found.childCount() == 3
    assert [text_of(found.child(number)) for number in range(3)] == ["Another", "one", "two"]
    assert found.child(5) is None
    view.set_article(None)
    assert found.childCount() == 0


@pytest.mark.conforms("SW-44")
def test_where_reading_stopped_the_caret_stands(new_view: NewView) -> None:
    view = new_view(MIXED)
    word = word_at("😀 a smile first", 1)
    view.set_current(4, word, is_reading=True)
    view.set_current(4, word, is_reading=False)
    assert document(view).child(4).textInterface().cursorPosition() == 5


@pytest.mark.conforms("SW-26", "SW-44")
def test_a_screen_readers_caret_brings_its_line_into_view(new_view: NewView) -> None:
    view = new_view(long_article(80))
    document(view).child(60).textInterface().setCursorPosition(4)
    assert 60 in [passage.number for passage in view.visible_passages()]
    assert view.current_passage() == 0


# Lifetimes


def test_many_views_come_and_go(qapp: QApplication) -> None:
    for number in range(60):
        view = ArticleView()
        view.set_article(MIXED)
        view.resize(800, 600)
        view.show()
        found = document(view)
        child = found.child(number % 6)
        assert child.textInterface() is not None
        assert child.relations()
        if number % 3 == 0:
            view.deleteLater()
        elif number % 3 == 1:
            view.set_article(None)
        del view, found, child
        if number % 7 == 0:
            gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


# The factory


def test_widgets_may_name_their_role(qtbot: QtBot) -> None:
    class Notice(QLabel):
        accessible_role_name = "notification"

    class Overlay(QFrame):
        accessible_role_name = "dialog"

    notice, overlay, plain = Notice("Reading started"), Overlay(), QLabel("plain")
    for widget in (notice, overlay, plain):
        qtbot.addWidget(widget)
    assert document(notice).role() is QAccessible.Role.Notification
    assert document(overlay).role() is QAccessible.Role.Dialog
    assert document(overlay).state().modal
    assert document(plain).role() is QAccessible.Role.StaticText
