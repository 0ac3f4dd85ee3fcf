"""Statistics in plain words, for a page, for the ear and for a terminal. Knows no widget."""

from collections.abc import Callable
from datetime import date

from kiosk import i18n
from kiosk.app.appearance_words import theme_name
from kiosk.core.statistics import Counter, Group, Statistics, cells_of, figures, median_cell
from kiosk.core.suppression import OTHER
from kiosk.i18n import _, ngettext

MOST_ARTICLES = 10
"""How many articles are named."""

Cells = list[tuple[str, int]]


def lines(
    statistics: Statistics,
    today: date,
    days: int,
    title_of: Callable[[str, str], str] = lambda language, article_id: article_id,
) -> list[str]:
    """Return what was counted in the last days, one sentence or list a line; the first says which days.

    Args:
        statistics: what was counted.
        today: the day that is not over, and not told of.
        days: how many days before it, 1 to 90.
        title_of: tells what an article is called, by its language ("en") and its id.
    """
    sums = figures(statistics, today, days)
    # Translators: heading above figures. {count} is 7, 30 or 90.
    heading = ngettext("The last {count} day", "The last {count} days", days).format(count=days)
    if not sums:
        # Translators: there are no figures about how the machine was used in these days.
        return [heading, _("Nothing was counted on these days.")]
    return [heading, *_counter_lines(sums), *_reading_lines(sums, title_of)]


def _counter_lines(sums: dict[str, int]) -> list[str]:
    shown = {
        # Translators: a figure: how many people came to the machine, one after the other.
        Counter.VISITS: _("Visits: {count}"),
        # Translators: a figure: how often people stayed on when they were asked whether they are still there.
        Counter.EXTENSIONS: _("Asked for more time: {count}"),
        # Translators: a figure: how often a visit was ended by the machine, because nobody did anything.
        Counter.IDLE_RESETS: _("Left without saying so: {count}"),
        # Translators: a figure: how often the program stopped by mistake and started again.
        Counter.CRASHES: _("Times the program failed and started again: {count}"),
        # Translators: a figure: how often a card that asks for a donation was shown.
        Counter.CARDS_SHOWN: _("Cards that ask for a gift: {count}"),
    }
    told = [words.format(count=sums.get(counter, 0)) for counter, words in shown.items()]
    if Group.CODES in sums:
        # Translators: a figure: how often somebody had the code shown that a telephone reads to donate.
        told.append(_("Codes for giving that were opened: {count}").format(count=sums[Group.CODES]))
    return told


def _reading_lines(sums: dict[str, int], title_of: Callable[[str, str], str]) -> list[str]:
    lengths = cells_of(sums, Group.MINUTES)
    if not lengths:
        # Translators: instead of figures about articles, languages and sizes.
        return [_("How people read is told when twenty visits have come together.")]
    told = [_length_words(median_cell(lengths))]
    speech = dict(cells_of(sums, Group.SPEECH))
    if "on" in speech and OTHER not in speech:
        percent = round(100 * speech["on"] / sum(speech.values()))
        # Translators: a figure: in how many of a hundred visits something was read aloud.
        told.append(_("With the voice: {percent} of 100 visits").format(percent=percent))
    languages = _listed(cells_of(sums, Group.LANGUAGES), i18n.language_name)
    articles = _listed(_named_apart(cells_of(sums, Group.PLAYS)), lambda name: title_of(*_parted(name)))
    themes = _listed(cells_of(sums, Group.THEMES), theme_name)
    sizes = _listed(_by_number(cells_of(sums, Group.SIZES)), _band_words)
    # Translators: a figure: languages and how many visits used each, as "English: 30, Turkish: 6".
    told += _filled(_("Languages: {list}"), languages)
    # Translators: a figure: articles and in how many visits each was read aloud, as "The Sea: 30, The Wind: 6".
    told += _filled(_("Read aloud: {list}"), articles)
    # Translators: a figure: colours of the page and how many visits ended with each.
    told += _filled(_("Colours: {list}"), themes)
    # Translators: a figure: sizes of the text and how many visits ended with each, as "18 to 27: 6, 28 to 47: 20".
    told += _filled(_("Text size in points: {list}"), sizes)
    return told


def _length_words(band: str) -> str:
    least, _dash, most = band.partition("-")
    if not most:
        # Translators: a figure. {least} is 40.
        return _("A visit took mostly {least} minutes or more.").format(least=least)
    # Translators: a figure: how long a visit took, as "5 to 9 minutes".
    return _("A visit took mostly {least} to {most} minutes.").format(least=least, most=most)


def _listed(cells: Cells, name_of: Callable[[str], str]) -> str:
    """Return names with their numbers; what was gathered, because each of it is little, comes last."""
    # Translators: a thing and how often it was counted, in a list, as "English: 30".
    pair = _("{name}: {count}")
    named = [pair.format(name=name_of(name), count=count) for name, count in cells if name != OTHER]
    rest = dict(cells).get(OTHER, 0)
    if rest:
        # Translators: the last of a list: how often all that is not named was counted together.
        named.append(_("all others: {count}").format(count=rest))
    # Translators: between the parts of a list.
    return _(", ").join(named)


def _named_apart(cells: Cells) -> Cells:
    """Return the articles that are named, and the others of all languages together."""
    named = [(name, count) for name, count in cells if _parted(name)[1] != OTHER]
    rest = sum(count for _name, count in cells) - sum(count for _name, count in named[:MOST_ARTICLES])
    return [*named[:MOST_ARTICLES], (OTHER, rest)]


def _by_number(cells: Cells) -> Cells:
    return sorted(cells, key=lambda cell: int(cell[0].partition("-")[0]) if cell[0] != OTHER else 0)


def _band_words(band: str) -> str:
    least, _dash, most = band.partition("-")
    if not most:
        # Translators: a number or a larger one, as "84 or more".
        return _("{least} or more").format(least=least)
    # Translators: from one number to another, as "18 to 27".
    return _("{least} to {most}").format(least=least, most=most)


def _filled(words: str, listed: str) -> list[str]:
    return [words.format(list=listed)] if listed else []


def _parted(name: str) -> tuple[str, str]:
    language, _slash, article_id = name.partition("/")
    return language, article_id


# -- the page for staff --------------------------------------------------------------------------------------


def statistics_name() -> str:
    """Return the title of the page."""
    # Translators: title of a page for staff of a public machine: how often it was used.
    return _("Statistics")


def statistics_purpose() -> str:
    """Return what is counted, and what is not."""
    # Translators: said and shown to staff of a public machine, before figures.
    return _(
        "How this machine was used on the days that are over. Only sums are kept, for 90 days, of nobody in "
        "particular. What fewer than five visits had in common is not shown."
    )


def days_label() -> str:
    """Return what the setting is called that chooses how many days are shown."""
    # Translators: a setting of the page with statistics: how many days they are of.
    return _("Days")


def days_words(days: int) -> str:
    """Return how many days are shown."""
    # Translators: a value: the figures are of so many days.
    return ngettext("{count} day", "{count} days", days).format(count=days)


def counting_label() -> str:
    """Return what the setting is called that decides whether anything is counted."""
    # Translators: a setting for staff of a public machine: whether it counts how often it is used. Yes or no.
    return _("Count visits")


def export_words() -> str:
    """Return what stands on the button that takes the figures away."""
    # Translators: button for staff: write the figures to a USB stick, as a table for a computer.
    return _("Write a table to a stick")


def exporting_words() -> str:
    """Return what is said when the writing has begun."""
    # Translators: said and shown after the button was pressed that writes a table to a USB stick.
    return _("The table is being written.")


def exported_words(file: str, stick: str, folder: str) -> str:
    """Return where the table is now.

    Args:
        file: its name.
        stick: what the stick is called, empty when there was none.
        folder: where it is.
    """
    if stick:
        # Translators: said and shown to staff. {file} and {stick} are names.
        return _("The table {file} is on the stick {stick}.").format(file=file, stick=stick)
    # Translators: said and shown to staff. {file} is a name, {folder} a folder of the machine.
    return _("There is no stick. The table {file} is in this machine's folder {folder}.").format(
        file=file, folder=folder
    )


def not_exported_words() -> str:
    """Return what is said when the table could not be written."""
    # Translators: said and shown to staff.
    return _("The table could not be written, neither to a stick nor to this machine.")
