"""What the interface voice says of screens and controls, in words. Knows no widget and no voice.

What is said and is not a control's own label is shown as well: see the captions in ``qt/narration``.
"""

from kiosk import i18n
from kiosk.app.note import (
    AppearanceSet,
    BarSet,
    Note,
    PausesSet,
    PitchSet,
    RateSet,
    ResumeBackSet,
    VoiceSet,
    VolumeSet,
)
from kiosk.core.bidi import set_apart
from kiosk.core.narration import Control, Piece, Purpose, Role, comma, joined
from kiosk.core.speaker import Speaker
from kiosk.core.text import is_speakable
from kiosk.i18n import _, ngettext

# Taken step by step, often many in a row: the reading must not stop for each.
_STEPS = (RateSet, VolumeSet, PitchSet, VoiceSet, PausesSet, ResumeBackSet, BarSet)


def apart(text: str) -> str:
    """Return what is not the interface's own words, to be put into them: shown in its own direction."""
    return set_apart(text, i18n.is_right_to_left(i18n.language()))


def in_interface_language(text: str) -> Piece:
    """Return words of the interface as a piece of a saying."""
    return Piece(text, i18n.language())


def purpose_of(note: Note, is_asked: bool) -> Purpose:
    """Return why a note is said.

    Args:
        note: what is told.
        is_asked: whether a person did something for it just now.
    """
    if not is_asked:
        return Purpose.WARNING
    # An amount of room is one of many steps; of a few words each is said, since the reading does not tell it.
    is_amount = isinstance(note, AppearanceSet) and isinstance(note.value, int)
    return Purpose.STEP if is_amount or isinstance(note, _STEPS) else Purpose.ANSWER


def words_for_control(control: Control) -> tuple[Piece, ...]:
    """Return what is said of a control that gets the focus: name, role, state, and what more there is."""
    facts = []
    if control.role is Role.BUTTON:
        # Translators: said after the name of a button that has the focus.
        facts.append(_("button"))
    elif control.role is Role.CHOICE:
        # Translators: said of one of several choices that has the focus: it is the one that holds.
        chosen = _("choice, chosen")
        # Translators: said of one of several choices that has the focus: another one holds.
        other = _("choice, not chosen")
        facts.append(chosen if control.is_on else other)
    elif control.role is Role.ARTICLE:
        # Translators: said after the title of the article when the focus goes to its text.
        facts.append(_("article"))
    elif control.role is Role.SETTING:
        # Translators: said after the name of a setting that has the focus, before its value.
        facts.append(_("setting"))
    elif control.role is Role.TEXT_FIELD:
        # Translators: said after the name of a field to write in, before what is written there.
        facts.append(_("text field"))
    if control.is_on is not None and control.role is not Role.CHOICE:
        # Translators: said of a button that can be switched on and off: it is on.
        on = _("on")
        # Translators: said of a button that can be switched on and off: it is off.
        off = _("off")
        facts.append(on if control.is_on else off)
    if control.is_unavailable:
        # Translators: said of a button that does nothing now.
        facts.append(_("not available"))
    if not control.name and not control.description:
        return ()
    return joined((*control.name, in_interface_language(comma(i18n.language()).join(facts)), *control.description))


def words_for_letters(letters: str, language: str) -> Piece:
    """Return what is said of letters that were written or deleted.

    Args:
        letters: what was written or deleted; one letter as a rule.
        language: BCP 47 tag of the text; empty for the interface's.
    """
    if is_speakable(letters):
        return Piece(letters, language or i18n.language())
    names = {
        # Translators: said when somebody writes or deletes the blank between two words.
        " ": _("space"),
        # Translators: said when somebody writes or deletes the sign "-".
        "-": _("hyphen"),
        # Translators: said when somebody writes or deletes the sign "'".
        "'": _("apostrophe"),
    }
    # Translators: said when somebody writes or deletes a sign that is no letter and has no name here.
    return in_interface_language(names.get(letters.replace("’", "'"), _("another sign")))


def catalog_caption(count: int, keys: str = "full") -> str:
    """Return how many articles there are and how to choose one; empty when there is none.

    Args:
        count: of articles.
        keys: which keys there are; see :attr:`kiosk.app.keys.KeyDesk.kind`.
    """
    if count == 0:
        return ""
    # Translators: said and shown when the list of articles comes, after "Choose an article".
    number = ngettext("{count} article.", "{count} articles.", count).format(count=count)
    if keys == "one-switch":
        # Translators: said and shown when the list of articles comes: for people with one switch.
        how = _("Press the switch when the right one comes.")
    elif keys in ("full", "arrows"):
        # Translators: said and shown when the list of articles comes: which keys to use.
        how = _("The arrow keys move, Enter opens, F1 helps.")
    else:
        # Translators: said and shown when the list of articles comes: which keys of a keypad to use.
        how = _("Next and Back move, Select opens.")
    return number + " " + how


def reader_caption(passage: int, last: int, minutes_left: int, keys: str = "full") -> str:
    """Return how long an article is, or where in it one is, and how to hear it.

    Args:
        passage: number of the current passage, 0 for the title.
        last: number of the last one.
        minutes_left: whole minutes to the end, 0 for less than one.
        keys: which keys there are; see :attr:`kiosk.app.keys.KeyDesk.kind`.
    """
    place = ""
    if passage:
        # Translators: said and shown when an article is opened where it was left; both are numbers.
        place = _("Paragraph {number} of {last}.").format(number=passage, last=last) + " "
    if minutes_left:
        # Translators: said and shown when an article is opened: time to hear the rest of it.
        time = ngettext("{count} minute.", "{count} minutes.", minutes_left).format(count=minutes_left)
    else:
        # Translators: said and shown when an article is opened: time to hear the rest of it.
        time = _("Less than a minute.")
    if keys == "full":
        # Translators: said and shown when an article is opened. Space is a key.
        how = _("Press Space to read.")
    elif keys == "arrows":
        # Translators: said and shown when an article is opened. Space and Enter are keys.
        how = _("Press Space or Enter to read.")
    elif keys == "one-switch":
        # Translators: said and shown when an article is opened: for people with one switch.
        how = _("Press the switch when “Play” comes.")
    elif keys == "two-switches":
        # Translators: said and shown when an article is opened: for people with two switches.
        how = _("Go to “Play” and select it.")
    else:
        # Translators: said and shown when an article is opened. "Select" is a key of a keypad.
        how = _("Press Select to read.")
    return f"{place}{time} {how}"


def text_size_words(points: int) -> str:
    """Return how large the article's text is now."""
    # Translators: said and shown when the text is made larger or smaller; a point is a printers' unit, 1/72 inch.
    return ngettext("Text size: {count} point.", "Text size: {count} points.", points).format(count=points)


def touch_words(is_on: bool) -> str:
    """Return what touches do now."""
    if is_on:
        # Translators: said and shown when a switch was turned on.
        return _("Touch twice: a first touch says what is there, a second one acts.")
    # Translators: said and shown when the same switch was turned off.
    return _("Touch once: a touch acts at once.")


def touch_again_words() -> str:
    """Return how to press what a finger has found."""
    # Translators: said and shown after the name of something on the screen that a finger has touched: a second
    # touch on it does what it is there for.
    return _("Touch again to choose.")


def speaker_words(speaker: Speaker) -> str:
    """Return who speaks of screens and controls from now on, and how to change that."""
    if speaker is Speaker.SELF:
        # Translators: said and shown when this program's own voice says from now on what the controls are.
        now = _("This program says what its controls are.")
    elif speaker is Speaker.SCREEN_READER:
        # Translators: said and shown when this program's own voice leaves it to a screen reader to say what the
        # controls are; articles are read by the program's own voice as before.
        now = _("Your screen reader says what the controls are.")
    else:
        # Translators: said and shown when nobody says any more what the controls are: it is only shown as text.
        now = _("What the controls are is only shown, not spoken.")
    # Translators: follows what one has just chosen about who speaks. F10 is a key.
    return now + " " + _("F10 changes who speaks.")
