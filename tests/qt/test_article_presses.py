"""What presses on the article say, and which keys it keeps."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.qt.views.article_view import ArticleView
from tests.qt.pages import NewView, long_article


def click(view: ArticleView, place: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    QTest.mouseClick(view.viewport(), button, Qt.KeyboardModifier.NoModifier, place)


def test_the_play_button_asks_for_its_passage(new_view: NewView, qtbot: QtBot) -> None:
    view = new_view(long_article(5))
    for passage in list(view.visible_passages()):
        with qtbot.waitSignal(view.play_asked) as asked, qtbot.assertNotEmitted(view.passage_chosen):
            click(view, view._button_rect(passage).center())
        assert asked.args == [passage.number]


@pytest.mark.conforms("SW-28")
def test_pressing_text_chooses_its_passage(new_view: NewView, qtbot: QtBot) -> None:
    view = new_view(long_article(5))
    for passage in list(view.visible_passages())[:3]:
        place = passage.layout.line_rect(0).translated(0, passage.top).center()
        with qtbot.waitSignal(view.passage_chosen) as chosen, qtbot.assertNotEmitted(view.play_asked):
            click(view, place)
        assert chosen.args == [passage.number]


@pytest.mark.conforms("SW-28")
def test_letting_go_elsewhere_does_nothing(new_view: NewView, qtbot: QtBot) -> None:
    view = new_view(long_article(5))
    first, second = (view._button_rect(passage).center() for passage in list(view.visible_passages())[:2])
    with qtbot.assertNotEmitted(view.play_asked), qtbot.assertNotEmitted(view.passage_chosen):
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=second)
        click(view, first, Qt.MouseButton.RightButton)


class KeyNotingParent(QWidget):
    """Notes the keys that the view leaves to its window."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.key())


def test_only_page_keys_are_the_views_own(qtbot: QtBot) -> None:
    parent = KeyNotingParent()
    qtbot.addWidget(parent)
    view = ArticleView(parent)
    view.set_reduced_motion(True)
    view.set_article(long_article(50))
    QVBoxLayout(parent).addWidget(view)
    parent.resize(900, 600)
    parent.show()
    left = (
        *(Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home),
        *(Qt.Key.Key_End, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Escape, Qt.Key.Key_Return),
    )
    for key in left:
        QTest.keyClick(view, key)
    assert parent.keys == list(left)
    parent.keys.clear()
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.first_visible_passage() > 0
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert view.first_visible_passage() == 0
    assert parent.keys == []
