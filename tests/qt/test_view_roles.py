"""What the views are to a screen reader: roles, names and actions, as Qt hands them on."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.core.article import CatalogEntry
from kiosk.qt import accessibility
from kiosk.qt.views.catalog_view import CatalogView
from kiosk.qt.views.donation_dialog import DonationDialog
from kiosk.qt.views.message_line import MessageLine
from kiosk.qt.views.transport_bar import TransportBar
from tests.qt.looking import PAPER, visible


@pytest.fixture(autouse=True)
def _factory(qtbot: QtBot) -> None:
    accessibility.install()


def role_of(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


@pytest.mark.conforms("SW-03", "SW-25", "SW-37", "SW-38")
def test_titles_are_headings_and_the_dialog_and_messages_are_what_they_are(qtbot: QtBot) -> None:
    catalog, dialog, line = CatalogView(), DonationDialog(), MessageLine()
    for view in (catalog, dialog, line):
        qtbot.addWidget(view)
        view.set_look(PAPER, 20)
    assert role_of(catalog.title) is QAccessible.Role.Heading
    assert role_of(catalog.others_title) is QAccessible.Role.Heading
    assert role_of(catalog.empty) is QAccessible.Role.StaticText
    assert role_of(dialog) is QAccessible.Role.Dialog
    assert role_of(line) is QAccessible.Role.StaticText
    assert role_of(line.notification) is QAccessible.Role.Notification


@pytest.mark.conforms("SW-01", "SW-37", "SW-43")
def test_every_control_is_a_button_with_a_name_and_can_be_pressed(qtbot: QtBot) -> None:
    catalog, bar = CatalogView(), TransportBar()
    for view in (catalog, bar):
        qtbot.addWidget(view)
        view.set_look(PAPER, 20)
        view.show()
    catalog.set_entries([CatalogEntry("a", "A title", "en", "", 100, "a.md")], None, 160)
    chosen: list[str] = []
    catalog.article_chosen.connect(chosen.append)
    controls = [widget for view in (catalog, bar) for widget in visible(view) if widget.focusPolicy().value]
    assert len(controls) == 5 + 1 + 3 + 11
    for control in controls:
        interface = QAccessible.queryAccessibleInterface(control)
        assert interface.role() is QAccessible.Role.Button
        assert interface.text(QAccessible.Text.Name)
        assert "Press" in interface.actionInterface().actionNames()
    # Qt shows the press for a moment before it acts.
    with qtbot.waitSignal(catalog.article_chosen, timeout=2000):
        QAccessible.queryAccessibleInterface(catalog.cards[0]).actionInterface().doAction("Press")
    assert chosen == ["a.md"]
