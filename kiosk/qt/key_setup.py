"""Setting keys up, trying them out and learning them: what the screen for keys does with each key.

Whatever is said stands on the screen too. Nothing is timed.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt

from kiosk.app.keys import KeyDesk
from kiosk.core.key_map import HardKey, KeyMap, KeyRole
from kiosk.core.key_presets import ESCAPE
from kiosk.core.key_runs import LEAVE_PRESSES, KeyRun
from kiosk.core.key_wizard import KeyWizard, Outcome, Step
from kiosk.i18n import _
from kiosk.qt.input_map import KEYS, MEDIA_KEYS, PAD_KEYS
from kiosk.qt.key_gate import Stroke
from kiosk.qt.key_words import command_deed, key_name, media_deed, nothing_words, other_deed, role_deed, role_name
from kiosk.qt.views.keys_mode import KeysMode
from kiosk.qt.views.keys_screen import KeysScreen

_ESCAPE_KEY = HardKey(ESCAPE)


def key_deed(key: HardKey, role: KeyRole | None) -> str:
    """Return what a key does, in a few words.

    Args:
        key: which key.
        role: what it stands for by the map, or None.
    """
    if role is not None:
        return role_deed(role)
    code = Qt.Key(key.code)
    command = (PAD_KEYS.get(code) if key.is_on_pad else None) or KEYS.get(code)
    if command is not None:
        return f"{command_deed(command)}."
    return f"{media_deed(MEDIA_KEYS[code]) if code in MEDIA_KEYS else other_deed(key.code)}."


class KeySetup:
    """Takes the keys while the screen for keys asks for them.

    1. Asking: each key is an answer. The answers make a map of their own, which holds on trial at the end.
    2. Trial: the new keys do what they stand for. Keeping needs "select", so that nobody is locked out; a key of
       before, which stands for nothing now, takes all back.
    3. Learning: each key says what it does, until one that leaves was pressed twice in a row.
    """

    def __init__(self, desk: KeyDesk, screen: KeysScreen, say: Callable[[str], None]) -> None:
        """Ask for nothing yet.

        Args:
            desk: which keys stand for what.
            screen: what shows it.
            say: says words that the screen shows.
        """
        self._desk = desk
        self._screen = screen
        self._say = say
        self._wizard = KeyWizard(())
        self._before = desk.map.value
        self._run = KeyRun(LEAVE_PRESSES)

    def take(self, stroke: Stroke) -> bool:
        """Take a key; return whether it is done with."""
        mode = self._screen.mode
        if mode is KeysMode.ASKING:
            if not stroke.is_repeat:
                self._answer(stroke)
        elif mode is KeysMode.LEARNING:
            if not stroke.is_repeat:
                self._tell_deed(stroke)
        elif mode is KeysMode.TRIAL and self._is_of_before(stroke.key):
            self.undo()
        else:
            return False
        return True

    # -- setting up -------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask for one key after the other."""
        leaving = (_ESCAPE_KEY, *self._desk.map.value.keys_of(KeyRole.BACK))
        self._wizard = KeyWizard(leaving)
        # Translators: said and shown when somebody sets up keys; "Escape" is a key.
        how = _("For each thing that is asked for, press the key that you want. Take your time. Escape leaves.")
        self._show(KeysMode.ASKING, f"{how} {self._question()}")

    def skip(self) -> None:
        """Pass the question over."""
        self._follow(self._wizard.skip(), "")

    def go_back(self) -> None:
        """Ask the question before again."""
        self._follow(self._wizard.back(), "")

    def leave(self) -> None:
        """Change nothing, and show the rows again."""
        # Translators: said and shown when somebody leaves the set-up of keys.
        self.show_rows(_("The keys are as before."))

    def _answer(self, stroke: Stroke) -> None:
        self._follow(self._wizard.press(stroke.key), key_name(stroke.key, stroke.text))

    def _follow(self, step: Step, key: str) -> None:
        if step.outcome is Outcome.LEFT:
            self.leave()
            return
        told = self._told(step, key)
        if self._wizard.asked is None:
            self.try_out(self._wizard.keys, told)
        else:
            self._tell(f"{told} {self._question()}".strip())

    def _told(self, step: Step, key: str) -> str:
        role = role_name(step.role)
        match step.outcome:
            case Outcome.TAKEN:
                # Translators: said and shown when a key was set up: "F13 is: Select."
                return _("{key} is: {role}.").format(key=key, role=role)
            case Outcome.REFUSED:
                # Translators: said and shown when a key was pressed that was set up for something else already.
                told = _("{key} is already: {role}. Please press another key.")
                return told.format(key=key, role=role)
            case Outcome.NEEDED:
                # Translators: said and shown when somebody wants to set up no key for "Select".
                return _("It cannot be done without: {role}.").format(role=role)
            case Outcome.PASSED_OVER:
                # Translators: said and shown when no key is set up for something.
                return _("No key for: {role}.").format(role=role)
        return ""

    def _question(self) -> str:
        asked, keys = self._wizard.asked, self._wizard.keys
        if asked is None:
            return ""
        # Translators: said and shown: {role} is what the key is to stand for, such as "Select" or "Louder".
        question = _("Press the key for: {role}.").format(role=role_name(asked))
        if keys.has(KeyRole.SELECT):
            # Translators: said and shown while keys are set up: the key for "Select" skips the question.
            question += " " + _("Select skips this.")
        if keys.has(KeyRole.BACK):
            # Translators: said and shown while keys are set up: the key for "Back" asks the question before again.
            question += " " + _("Back asks for the one before.")
        return question

    # -- trying out -------------------------------------------------------------------------------------------

    def try_out(self, keys: KeyMap, told: str = "") -> None:
        """Let keys hold on trial.

        Args:
            keys: which.
            told: what is to be said first.
        """
        if keys == self._desk.map.value:
            # Translators: said and shown when somebody wants to try the keys that they have.
            self._tell(_("These are the keys now."))
            return
        self._before = self._desk.map.value
        self._desk.try_out(keys)
        # Translators: said and shown when new keys are tried out; the buttons are below.
        how = _("Try the new keys: go to “Keep these keys” and press Select. A key of before takes them back.")
        self._show(KeysMode.TRIAL, f"{told} {how}".strip())

    def keep(self) -> None:
        """Use the keys from now on."""
        self._desk.keep(self._desk.map.value)
        # Translators: said and shown when new keys are kept.
        self.show_rows(_("The new keys are kept."))

    def undo(self) -> None:
        """Use the keys of before."""
        if self._screen.mode is KeysMode.TRIAL:
            self._desk.try_out(self._before)
        self.leave()

    def again(self) -> None:
        """Take the trial back and ask anew."""
        self._desk.try_out(self._before)
        self.ask()

    def end(self) -> None:
        """Somebody has gone elsewhere: what was on trial is taken back."""
        if self._screen.mode is KeysMode.TRIAL:
            self._desk.try_out(self._before)
        self._screen.mode = KeysMode.ROWS

    def _is_of_before(self, key: HardKey) -> bool:
        return self._before.role_of(key) is not None and self._desk.role_of(key) is None

    # -- learning ---------------------------------------------------------------------------------------------

    def learn(self) -> None:
        """Let each key say what it does."""
        self._run = KeyRun(LEAVE_PRESSES)
        # Translators: said and shown when somebody learns the keys. {key} is the name of a key, such as "Escape".
        told = _("Press any key: you hear what it does, and it does nothing else. To stop, press {key} twice.")
        self._show(KeysMode.LEARNING, told.format(key=self._leaving_words()))

    def _tell_deed(self, stroke: Stroke) -> None:
        role = self._desk.role_of(stroke.key)
        is_leaving = _ESCAPE_KEY.is_same(HardKey(stroke.key.code)) or role is self._leaving_role()
        if self._run.is_complete(stroke.key.identity, is_leaving):
            # Translators: said and shown when somebody has learned the keys.
            self.show_rows(_("The keys do what they are for again."))
            return
        deed = nothing_words() if self._desk.is_mute(stroke.key) else key_deed(stroke.key, role)
        told = f"{key_name(stroke.key, stroke.text)}. {deed}"
        if is_leaving:
            # Translators: said and shown after a key that ends the learning of keys when it is pressed once more.
            told += " " + _("Once more to stop.")
        self._tell(told)

    def _leaving_role(self) -> KeyRole | None:
        roles = (KeyRole.BACK, KeyRole.SELECT)
        return next((role for role in roles if self._desk.map.value.has(role)), None)

    def _leaving_words(self) -> str:
        escape, role = key_name(_ESCAPE_KEY, ""), self._leaving_role()
        if role is None:
            return escape
        # Translators: two keys of which either will do, such as "Back or Escape".
        return _("{key} or {other}").format(key=role_name(role), other=escape)

    # -- showing ----------------------------------------------------------------------------------------------

    def show_rows(self, told: str = "") -> None:
        """Show the rows, after saying something."""
        self._screen.show_mode(KeysMode.ROWS, rows_hint())
        if told:
            self._screen.show_note(told)
            self._say(told)

    def _show(self, mode: KeysMode, text: str) -> None:
        self._screen.show_mode(mode, text)
        self._say(text)

    def _tell(self, text: str) -> None:
        self._screen.show_words(text)
        self._say(text)


def rows_hint() -> str:
    """Return how to go through the rows."""
    # Translators: at the top of the screen about keys: how to use it.
    how = _("Up and Down choose, Left and Right change.")
    # Translators: at the top of the screen about keys: who cannot use the keys as they are gets help in this way.
    return how + " " + _("On any screen: press a key that does nothing five times, and you can set up the keys.")
