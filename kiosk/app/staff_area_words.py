"""What stands on the pages of the staff area, in plain words of the interface's language. Knows no widget."""

from kiosk.i18n import _, ngettext, pgettext


def area_title() -> str:
    """Return the title of the area."""
    # Translators: title of the area where staff change what a public machine does.
    return _("Staff area")


def area_purpose(seconds: int) -> str:
    """Return what is there, and when it closes.

    Args:
        seconds: without a key until it closes by itself; 0 if it does not.
    """
    # Translators: said and shown in the area for staff.
    stays = _("What you change here holds for everybody, and at once.")
    if not seconds:
        # Translators: follows in the area for staff.
        return stays + " " + _("This area stays open until you leave it.")
    # Translators: follows in the area for staff.
    closes = ngettext(
        "This area closes by itself after {count} second without a key or a touch.",
        "This area closes by itself after {count} seconds without a key or a touch.",
        seconds,
    )
    return f"{stays} {closes.format(count=seconds)}"


def closing_words() -> str:
    """Return the name of the setting that keeps the area open."""
    # Translators: name of a setting: whether the area for staff closes when nobody does anything.
    return _("Closes by itself")


def yes_no(is_so: bool) -> str:
    """Return whether something is so."""
    # Translators: value of a setting that is switched on.
    yes = pgettext("setting", "yes")
    # Translators: value of a setting that is switched off.
    return yes if is_so else pgettext("setting", "no")


def leave_words() -> str:
    """Return what stands on the way out."""
    # Translators: button: leave the area for staff; the next visitor may come.
    return _("Leave the staff area")


def list_words() -> str:
    """Return what stands on the way back to the list."""
    # Translators: button: back to the list of what staff can do.
    return _("Back to the list")


# -- volume -------------------------------------------------------------------------------------------------------


def volume_name() -> str:
    """Return the name of the page about volume."""
    # Translators: page for staff and button that leads there: how loud a public machine is.
    return pgettext("staff", "Volume")


def volume_purpose() -> str:
    """Return how to set the volume of a machine."""
    # Translators: said and shown to staff. dBA is a unit of loudness, with which instruments measure.
    return _(
        "How loud each visit begins, and how loud it can get. Play the sound and measure where a listener's head "
        "is. At the beginning it is at most 65 dBA, at the loudest at most 85 dBA."
    )


def volume_labels() -> tuple[str, str]:
    """Return the names of the two volumes."""
    # Translators: name of a setting for staff: volume with which each visit begins.
    first = _("At the beginning")
    # Translators: name of a setting for staff: volume above which no visitor gets.
    return first, _("At the loudest")


def volume_tests() -> tuple[str, str]:
    """Return what stands on the buttons that play a sound at each of the two volumes."""
    # Translators: button for staff: play a sound, to be measured, at the volume with which each visit begins.
    first = _("Play the sound as at the beginning")
    # Translators: button for staff: play a sound, to be measured, at the loudest volume.
    return first, _("Play the sound at the loudest")


def percent_words(percent: int) -> str:
    """Return an amount in percent."""
    # Translators: an amount; {percent} is a number, 10 to 120.
    return _("{percent} percent").format(percent=percent)


def louder_softer() -> tuple[str, str]:
    """Return what stands on the buttons beside a volume: softer, louder."""
    # Translators: button: make it less loud. One short word.
    softer = pgettext("volume", "Softer")
    # Translators: button: make it louder. One short word.
    return softer, pgettext("volume", "Louder")


# -- screen, keys, place ------------------------------------------------------------------------------------------


def screen_kept_words() -> str:
    """Return what is told when the screen was measured."""
    # Translators: said and shown to staff when they have measured the screen.
    return _("The size of the screen is kept for everybody.")


def keys_name() -> str:
    """Return the name of the page about keys."""
    # Translators: page for staff and button that leads there: keypads and switches.
    return pgettext("staff", "Keys")


def keys_purpose(is_remembered: bool) -> str:
    """Return how keys are set up for everybody."""
    # Translators: said and shown to staff, about keypads.
    how = _("Set up the keypad or learn its keys. Then come back here and keep them for everybody.")
    if is_remembered:
        # Translators: follows: keys were kept before.
        return how + " " + _("Keys are kept for everybody now.")
    # Translators: follows: no keys were kept yet.
    return how + " " + _("No keys are kept yet: what is set up ends with the program.")


def keys_buttons() -> tuple[str, str, str]:
    """Return what stands on the buttons about keys: set up, keep, forget."""
    # Translators: button for staff: to the screen where keys are set up and learned.
    set_up = _("Set up or learn the keys")
    # Translators: button for staff: the keys as they are now hold for everybody, also after a restart.
    keep = _("Keep the keys for everybody")
    # Translators: button for staff: forget the keys that were kept.
    return set_up, keep, _("Forget the kept keys")


def keys_told(is_kept: bool) -> str:
    """Return what is told when keys were kept or forgotten."""
    if is_kept:
        # Translators: said and shown to staff.
        return _("The keys are kept for everybody.")
    # Translators: said and shown to staff.
    return _("The kept keys are forgotten.")


def place_name() -> str:
    """Return the name of the page about the place."""
    # Translators: page for staff and button that leads there: where the machine stands.
    return pgettext("staff", "Place")


def place_purpose() -> str:
    """Return what the kind of place decides."""
    # Translators: said and shown to staff.
    return _(
        "What kind of place this is decides whether visitors are asked for donations. In a clinic, a refugee "
        "centre, an embassy and a school they are not."
    )


def place_label() -> str:
    """Return the name of the setting."""
    # Translators: name of a setting for staff: library, museum, ...
    return _("Kind of place")


def donations_label() -> str:
    """Return the name of the setting about donations."""
    # Translators: name of a setting for staff: how visitors are asked for donations.
    return _("Asking for donations")


def donations_name(value: str) -> str:
    """Return how visitors are asked for donations."""
    return {
        # Translators: how visitors are asked for donations: it depends on the kind of place.
        "site": pgettext("donations", "as usual in this kind of place"),
        # Translators: how visitors are asked for donations: not at all.
        "off": pgettext("donations", "nobody is asked"),
        # Translators: how visitors are asked for donations: by a card among the articles.
        "card": pgettext("donations", "by a card in the list"),
        # Translators: how visitors are asked for donations: by a card that comes after an article.
        "dialog": pgettext("donations", "after an article"),
    }[value]


def donations_caution() -> str:
    """Return a caution for places that people are not free to leave."""
    # Translators: said and shown to staff of a clinic, refugee centre, embassy or school who let people be asked.
    return _("People here may not be free to leave, and may feel that they have to give. Are you sure?")


# -- PIN, log, end ------------------------------------------------------------------------------------------------


def pin_name() -> str:
    """Return the name of the page about the PIN."""
    # Translators: page for staff and button that leads there.
    return pgettext("staff", "PIN")


def pin_purpose() -> str:
    """Return what can be done about the PIN."""
    # Translators: said and shown to staff.
    return _("Change the PIN of the staff area. Who has forgotten it needs who administers the machine.")


def change_pin_words() -> str:
    """Return what stands on the button."""
    # Translators: button for staff.
    return _("Change the PIN")


def log_name() -> str:
    """Return the name of the page about what went wrong."""
    # Translators: page for staff and button that leads there: a list of what went wrong lately.
    return pgettext("staff", "What went wrong")


def log_purpose(count: int) -> str:
    """Return what the list holds."""
    if count == 0:
        # Translators: said and shown to staff: nothing went wrong.
        return _("Nothing went wrong since the program was started.")
    # Translators: said and shown to staff. The list names no article and nobody.
    return _("What went wrong since the program was started, the latest first. Nothing in it tells who read what.")


def end_name() -> str:
    """Return the name of the page about the end of the program."""
    # Translators: page for staff and button that leads there: start the program anew, or end it.
    return pgettext("staff", "Restart or end")


def end_purpose() -> str:
    """Return what restarting and ending do."""
    # Translators: said and shown to staff.
    return _(
        "Restart begins the program anew, in some seconds. End closes it: the screen stays dark until the machine "
        "is started again."
    )


def end_buttons() -> tuple[str, str]:
    """Return what stands on the buttons: restart, end."""
    # Translators: button for staff.
    restart = _("Restart the program")
    # Translators: button for staff.
    return restart, _("End the program")


def end_sure_words() -> str:
    """Return what is asked before the program ends."""
    # Translators: button for staff that comes when they have pressed "End the program".
    return _("Yes, end the program")
