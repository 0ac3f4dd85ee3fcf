"""What the page about opening hours says, in plain words of the interface's language. Knows no widget."""

from kiosk.i18n import _, pgettext


def hours_name() -> str:
    """Return the name of the page about opening hours."""
    # Translators: page for staff and button that leads there: when the place is open.
    return pgettext("staff", "Opening hours")


def hours_purpose() -> str:
    """Return how to set opening hours."""
    # Translators: said and shown to staff.
    return _(
        "When the place is open. Choose a day, and set it. A day with a break is written in the station file; "
        "here it gets one beginning and one end."
    )


def hours_labels() -> tuple[str, ...]:
    """Return the names of the settings: always open, day, open on it, opens at, closes at, closed today."""
    return (
        # Translators: name of a setting for staff: the place never closes.
        _("Always open"),
        # Translators: name of a setting for staff: which day of the week the next settings are about.
        pgettext("hours", "Day"),
        # Translators: name of a setting for staff: whether the place is open on the day that was chosen.
        _("Open on this day"),
        # Translators: name of a setting for staff: a time.
        _("Opens at"),
        # Translators: name of a setting for staff: a time.
        _("Closes at"),
        # Translators: name of a setting for staff: the place is closed today, whatever the week says.
        _("Closed today"),
    )


def hours_same() -> str:
    """Return what stands on the button that copies a day."""
    # Translators: button for staff: all days of the week get the hours of the day that was chosen.
    return _("The same on every day")


def later_earlier() -> tuple[str, str]:
    """Return what stands on the buttons beside a time: earlier, later."""
    # Translators: button: make a time of day earlier. One short word.
    earlier = pgettext("time of day", "Earlier")
    # Translators: button: make a time of day later. One short word.
    return earlier, pgettext("time of day", "Later")
