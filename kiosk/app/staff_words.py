"""What the staff area says, in plain words of the interface's language. Knows no widget and no voice."""

from kiosk import i18n
from kiosk.app.narration import apart
from kiosk.app.problem_log import LogLine, Trouble
from kiosk.core.staff_gate import LEAST_DIGITS, MOST_DIGITS, TRIES, Fault, Gate, Phase
from kiosk.core.station import Site
from kiosk.i18n import _, ngettext, pgettext


def gate_title() -> str:
    """Return the title of the gate."""
    # Translators: title of the screen that asks for a PIN before the area for staff.
    return _("For staff only")


def gate_words(gate: Gate, is_change: bool, keys: str) -> str:
    """Return what is asked, what was wrong before that, and how to answer.

    Args:
        gate: as it is.
        is_change: whether staff who are in want another PIN.
        keys: which keys there are; see :attr:`kiosk.app.keys.KeyDesk.kind`.
    """
    fault = "" if gate.fault is None else fault_words(gate) + " "
    if gate.phase is Phase.WAIT:
        return wait_words(gate.wait_ms)
    if gate.phase is Phase.BROKEN:
        # Translators: said and shown to staff; "kiosk pin" is a command and stays as it is.
        return _("The PIN of this machine cannot be read. Who administers it sets another one with: kiosk pin")
    if gate.phase is Phase.REPEAT:
        # Translators: said and shown to staff who choose a PIN.
        return fault + _("Please enter the same PIN once more.")
    if gate.phase is Phase.CHOOSE and is_change:
        # Translators: said and shown to staff who want another PIN.
        return fault + _("Choose a new PIN of {least} to {most} digits, and keep it in a safe place.").format(
            least=LEAST_DIGITS, most=MOST_DIGITS
        )
    if gate.phase is Phase.CHOOSE:
        # Translators: said and shown where no PIN was set yet; a caution to whoever may have come here by chance.
        caution = _(
            "This machine has no PIN yet. Whoever sets it decides what the machine does. If you are not staff, "
            "please choose Leave."
        )
        # Translators: follows a caution; both are numbers.
        choose = _("Choose 6 to 10 digits, and keep them in a safe place.")
        return f"{fault}{caution} {choose} {digits_hint(keys)}"
    # Translators: said and shown at the gate of the area for staff.
    return f"{fault}{_('Please enter the PIN.')} {digits_hint(keys)}"


def digits_hint(keys: str) -> str:
    """Return how to enter digits, by which keys there are."""
    if keys in ("full", "arrows"):
        # Translators: said and shown where a PIN is entered. Nobody around is to hear the digits. The row of
        # digits runs as the language does: where it runs to the left, this is the arrow to the left.
        return _(
            "Use the number keys. Without them: for each digit, press the right arrow as many times as the digit "
            "says, then Enter. At the end press the down arrow, then Enter."
        )
    # Translators: the same for a keypad, whose keys are called Next, Select and Down.
    return _(
        "For each digit, press Next as many times as the digit says, then Select. At the end press Down, then "
        "Select."
    )


def fault_words(gate: Gate) -> str:
    """Return what was wrong with what was entered."""
    match gate.fault:
        case Fault.WRONG:
            count = max(0, TRIES - gate.wrong)
            # Translators: said and shown when a PIN was wrong. {count} is how many more are free.
            tries = ngettext(
                "This is not the PIN. {count} try is left, then you have to wait.",
                "This is not the PIN. {count} tries are left, then you have to wait.",
                count,
            )
            # Translators: said and shown when a PIN was wrong, and the next wrong one means a wait.
            last = _("This is not the PIN. After the next wrong one you have to wait.")
            return tries.format(count=count) if count > 1 else last
        case Fault.TOO_SHORT:
            # Translators: said and shown when too few digits were entered.
            return _("A PIN has {least} to {most} digits. Please enter more.").format(
                least=LEAST_DIGITS, most=MOST_DIGITS
            )
        case Fault.FULL:
            # Translators: said and shown when somebody wants to enter one digit more than there can be.
            return _("A PIN has at most {most} digits.").format(most=MOST_DIGITS)
        case Fault.TOO_SIMPLE:
            # Translators: said and shown when somebody chooses a PIN such as 111111 or 123456.
            return _("Others would guess this PIN first. Please choose another one.")
        case Fault.NOT_THE_SAME:
            # Translators: said and shown when a new PIN was entered twice, and not alike.
            return _("The two were not the same. Please begin again.")
    return ""


def wait_words(wait_ms: int) -> str:
    """Return how long nothing can be entered."""
    seconds = -(-wait_ms // 1000)
    if seconds > 90:
        minutes = -(-seconds // 60)
        # Translators: said and shown after several wrong PINs.
        text = ngettext(
            "The PIN was wrong too often. Please wait {count} minute.",
            "The PIN was wrong too often. Please wait {count} minutes.",
            minutes,
        )
        return text.format(count=minutes)
    # Translators: said and shown after several wrong PINs.
    text = ngettext(
        "The PIN was wrong too often. Please wait {count} second.",
        "The PIN was wrong too often. Please wait {count} seconds.",
        seconds,
    )
    return text.format(count=seconds)


def star_words(count: int) -> str:
    """Return what is said when a digit was entered: never which."""
    # Translators: said when a digit of a PIN was entered: a star stands for it. {count} counts the digits.
    return _("Star {count}.").format(count=count)


def stars_left_words(count: int) -> str:
    """Return what is said when a digit was taken back."""
    # Translators: said when the last digit of a PIN was deleted; each star stands for a digit.
    return ngettext("{count} star is left.", "{count} stars are left.", count).format(count=count)


def stars_shown(count: int) -> str:
    """Return what is seen of the digits that were entered."""
    # Translators: stands where the stars of a PIN will be.
    return " ".join("*" * count) if count else _("No digits yet.")


def gate_buttons() -> dict[str, str]:
    """Return what stands on the buttons beside the digits."""
    return {
        # Translators: button: all digits of a PIN are entered. One short word.
        "done": pgettext("PIN", "Done"),
        # Translators: button: take back the last digit of a PIN.
        "delete": _("Delete the last digit"),
        # Translators: button: go away from the screen that asks for a PIN. One short word.
        "leave": pgettext("PIN", "Leave"),
    }


def say_digits_words(is_on: bool) -> tuple[str, str, str]:
    """Return what stands on the switch for digits that are said: its words, its name, and more about it."""
    # Translators: a button that switches something on and off; it is on. Digits of a PIN are said while one goes
    # from one to the other.
    on = _("Say the digits: on")
    # Translators: the same button; it is off.
    off = _("Say the digits: off")
    # Translators: the same button for those who hear it: whether it is on they are told besides.
    name = _("Say the digits")
    # Translators: more about the button "Say the digits", for those who hear it.
    more = _("Only with headphones: others could hear the PIN.")
    return on if is_on else off, name, more


def pin_set_words(is_kept: bool) -> str:
    """Return what is told when a PIN was set."""
    if is_kept:
        # Translators: said and shown when a PIN was set.
        return _("The PIN is set.")
    # Translators: said and shown when a PIN was set, and the disk is full or cannot be written to.
    return _("The PIN is set, but could not be saved. It holds until the program ends.")


def not_saved_words() -> str:
    """Return what is told when something holds and cannot be remembered."""
    # Translators: said and shown when something was changed, and the disk is full or cannot be written to.
    return _("This could not be saved. It holds until the program ends.")


def site_name(site: str) -> str:
    """Return what kind of place a machine stands in."""
    return {
        # Translators: kind of place where a machine for reading stands.
        Site.LIBRARY: pgettext("place", "library"),
        # Translators: kind of place where a machine for reading stands.
        Site.MUSEUM: pgettext("place", "museum"),
        # Translators: kind of place where a machine for reading stands: doctors see patients there.
        Site.CLINIC: pgettext("place", "clinic"),
        # Translators: kind of place where a machine for reading stands: refugees are received there.
        Site.REFUGEE_CENTRE: pgettext("place", "refugee centre"),
        # Translators: kind of place where a machine for reading stands.
        Site.EMBASSY: pgettext("place", "embassy"),
        # Translators: kind of place where a machine for reading stands.
        Site.SCHOOL: pgettext("place", "school"),
    }[Site(site)]


def log_line_words(line: LogLine) -> str:
    """Return one line about what went wrong."""
    what = _trouble_words(line)
    when = f"{line.at:%Y-%m-%d %H:%M}"
    if line.times == 1:
        return f"{when} – {what}"
    # Translators: follows what went wrong: how often in a row.
    times = ngettext("{count} time.", "{count} times.", line.times).format(count=line.times)
    return f"{when} – {what} {times}"


def _trouble_words(line: LogLine) -> str:
    match line.trouble:
        case Trouble.NO_VOICE:
            language = i18n.LANGUAGES.get(line.detail.split("-")[0], line.detail)
            # Translators: for staff, about what went wrong. {language} is the name of a language.
            return _("No voice for an article in: {language}.").format(language=apart(language))
        case Trouble.VOICE_FAILED:
            # Translators: for staff, about what went wrong.
            return _("The voice failed.")
        case Trouble.VOICE_GAVE_WAY if line.detail:
            # Translators: for staff, about what went wrong. {name} is the name of a voice.
            return _("A voice stopped working; another one read on: {name}.").format(name=apart(line.detail))
        case Trouble.VOICE_GAVE_WAY:
            # Translators: for staff, about what went wrong.
            return _("No voice works any more.")
        case Trouble.NO_SOUND:
            # Translators: for staff, about what went wrong.
            return _("The loudspeaker or the headphones could not be used.")
        case Trouble.CONTENT:
            # Translators: for staff, about what went wrong.
            return _("An article could not be opened.")
        case Trouble.SENTENCE:
            # Translators: for staff, about what went wrong.
            return _("A sentence could not be read aloud.")
        case Trouble.RECORDING:
            # Translators: for staff, about what went wrong: the recording of an article by a person.
            return _("A recording could not be used.")
        case Trouble.WRONG_PINS:
            # Translators: for staff, about what went wrong.
            return _("A wrong PIN was entered too often.")
