"""What scrolls in the questions about comfort: languages, the question, how to answer, the choices."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.app.appearance_words import theme_name
from kiosk.app.fitting import FittingDesk
from kiosk.app.fitting_words import (
    hint_words,
    next_voice_words,
    pace_name,
    pace_words,
    points_words,
    question_words,
    size_names,
    title_words,
)
from kiosk.core.fitting import Fitting, Pace, Question
from kiosk.core.settings import PreferenceValue
from kiosk.core.theme import Theme
from kiosk.qt.theme import Look, plain_look
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.choice_button import ChoiceButton, ThemeButton
from kiosk.qt.views.language_row import LanguageRow
from kiosk.qt.views.layouts import Column, EqualGrid
from kiosk.qt.views.text_block import TextBlock

_WIDEST_EM = 60


class Themes(NamedTuple):
    """The colours that can be chosen."""

    choices: Callable[[], Sequence[str]]
    """What a preference can be, in the order in which it is offered; files are read for it."""
    theme_for: Callable[[str], Theme]
    """The colours of a choice."""


class _Choices(EqualGrid):
    """The choices of one question; a group for screen readers, called by the question."""

    accessible_role_name = "group"
    """What the factory of accessible objects makes of it."""

    def __init__(self, option: str, most_columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, most_columns)
        self.option = option
        self.buttons: dict[PreferenceValue, ChoiceButton] = {}

    def add(self, value: PreferenceValue, button: ChoiceButton) -> None:
        self.buttons[value] = button
        self.set_items(list(self.buttons.values()))


class FittingPage(Column):
    """One question at a time, with the row of languages above it.

    Signals:
        chosen: an option of the settings, and the value of the button that was pressed.
    """

    chosen = Signal(str, object)

    def __init__(self, desk: FittingDesk, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._themes = themes
        self._fitting: Fitting | None = None
        self._look = plain_look()
        self.languages = LanguageRow()
        self.title = TextBlock(scale=1.25, is_bold=True, accessible_role_name="heading")
        self.hint = TextBlock(colour_role="muted")
        # Four stand in a row or in two, never three and one; five and six likewise.
        self._grids = {
            Question.SIZE: _Choices("text_size", 5),
            Question.COLOURS: _Choices("theme", 6),
            Question.VOICE: _Choices("rate", 4),
        }
        self.next_voice = LargeButton("word")
        self.next_voice.clicked.connect(desk.next_voice)
        for size in desk.sizes_pt:
            self._add(Question.SIZE, size, ChoiceButton())
        for pace in Pace:
            self._add(Question.VOICE, pace.value, ChoiceButton())
        self.set_items([self.languages, self.title, self.hint, *self._grids.values(), self.next_voice])
        self.retranslate()

    def _add(self, question: Question, value: PreferenceValue, button: ChoiceButton) -> None:
        grid = self._grids[question]
        grid.add(value, button)
        button.asked.connect(lambda: self.chosen.emit(grid.option, value))

    # -- what is seen -----------------------------------------------------------------------------------------

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        self._look = look
        for part in (self.languages, self.title, self.hint, self.next_voice):
            part.apply_look(look)
        for grid in self._grids.values():
            grid.gap_px = look.gap_px
            for button in grid.buttons.values():
                button.apply_look(look)
        self.gap_px = look.gap_px
        self.margin_px = look.padding_px
        self.most_width_px = _WIDEST_EM * look.em_px
        self.updateGeometry()

    def show_question(self, fitting: Fitting) -> None:
        """Show a question with its choices."""
        self._fitting = fitting
        if fitting.question is Question.COLOURS and not self._grids[Question.COLOURS].buttons:
            self._add_themes()
        for question, grid in self._grids.items():
            grid.setVisible(question is fitting.question)
        self.retranslate()
        self.refresh()
        self.updateGeometry()

    def _add_themes(self) -> None:
        # Late: to show the first question no theme is read that nobody has asked for.
        for choice in self._themes.choices():
            button = ThemeButton(self._themes.theme_for(choice))
            button.apply_look(self._look)
            self._add(Question.COLOURS, choice, button)

    def retranslate(self) -> None:
        """Read all words again."""
        self.languages.retranslate()
        if self._fitting is not None:
            self.title.show_text(title_words(self._fitting))
            self.hint.show_text(hint_words(self._fitting.question))
        for question, grid in self._grids.items():
            grid.setAccessibleName(question_words(question))
        for (size, button), name in zip(self._grids[Question.SIZE].buttons.items(), size_names(), strict=True):
            button.set_words(name, description=points_words(int(size)))
        for choice, button in self._grids[Question.COLOURS].buttons.items():
            button.set_words(theme_name(str(choice)))
        for pace, button in zip(Pace, self._grids[Question.VOICE].buttons.values(), strict=True):
            button.set_words(pace_name(pace), description=pace_words(pace))
        self._show_voice()

    def refresh(self) -> None:
        """Show what holds now."""
        settings = self._desk.settings
        for grid in self._grids.values():
            for value, button in grid.buttons.items():
                button.show_chosen(value == getattr(settings, grid.option))
        self._show_voice()

    def _show_voice(self) -> None:
        names = self._desk.voice_names
        is_asked = self._fitting is not None and self._fitting.question is Question.VOICE
        self.next_voice.setVisible(is_asked and len(names) > 1)
        words = next_voice_words(self._desk.voice_name)
        if words != self.next_voice.label:
            self.next_voice.set_words(words, widest=[next_voice_words(name) for name in names])

    # -- the keyboard -----------------------------------------------------------------------------------------

    @property
    def choices(self) -> list[ChoiceButton]:
        """The choices of the question that is shown."""
        return list(self._grids[self._fitting.question].buttons.values()) if self._fitting is not None else []

    @property
    def first_stop(self) -> QWidget:
        """Where somebody begins: at the choice that holds, else at the first one."""
        chosen = [button for button in self.choices if button.isChecked()]
        return [*chosen, *self.choices, self.languages][0]

    @property
    def stops(self) -> list[QWidget]:
        """Where the keyboard stops, in order."""
        voice = [] if self.next_voice.isHidden() else [self.next_voice]
        return [*self.languages.buttons.values(), *self.choices, *voice]
