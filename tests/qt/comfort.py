"""A window with an article between fakes, and a person who opens the Comfort panel in it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.core.settings import Settings
from kiosk.qt.views.comfort_panel import ComfortPanel
from kiosk.qt.views.stepper import Stepper
from tests.qt.listening import Listening
from tests.qt.looking import settle


class Comfort(Listening):
    """A window whose reader is in front, and a person who opens the Comfort panel in it."""

    @property
    def comfort(self) -> ComfortPanel:
        assert self.window.reader.comfort is not None
        return self.window.reader.comfort

    @property
    def is_open(self) -> bool:
        return self.window.reader.comfort_in_front is not None

    @property
    def settings(self) -> Settings:
        return self.kiosk.preferences.settings.value

    def open_comfort(self) -> ComfortPanel:
        QTest.mouseClick(self.bar.comfort, Qt.MouseButton.LeftButton)
        settle()
        return self.comfort

    def row(self, label: str) -> Stepper:
        """The row with a name."""
        rows = self.comfort.rows
        steppers = [own for own in rows.ordered() if isinstance(own, Stepper)]
        return next(own for own in [*steppers, self.comfort.form.width_row] if own.label.text() == label)
