"""What staff read and hear of new content, in plain words of the interface's language. Knows no widget."""

from kiosk.core.bidi import isolated
from kiosk.core.content_update import (
    Checking,
    Copying,
    Done,
    Failed,
    Fault,
    Looking,
    Progress,
    Ready,
    Rest,
    StockStatus,
    Switching,
    Update,
    quarter_of,
)
from kiosk.core.delivery import Refused
from kiosk.i18n import _, ngettext


def status_words(status: StockStatus | None) -> str:
    """Return what is in use; empty until somebody has looked.

    Args:
        status: what the store says.
    """
    if status is None:
        return ""
    if not status.version:
        # Translators: on the page for staff where articles are taken from a stick.
        told = _("The articles that came with the program are shown.")
    else:
        # Translators: on the page for staff; how many articles were taken from sticks and are shown.
        told = ngettext(
            "{count} article of your own is shown, and the guided tour.",
            "{count} articles of your own are shown, and the guided tour.",
            status.article_count,
        ).format(count=status.article_count)
    if status.problem:
        # Translators: on the page for staff; files of articles on this machine are missing or damaged.
        damaged = _("The articles that were taken last are damaged: please take them once more.")
        return f"{damaged} {told}"
    return told


def progress_words(progress: Progress) -> str:
    """Return how far the taking has come, or how it ended; empty when nothing was begun."""
    match progress:
        case Rest.IDLE:
            return ""
        case Rest.CANCELLED:
            # Translators: staff have stopped taking articles from a stick.
            return _("Stopped. Nothing has changed.")
        case Rest.ROLLED_BACK:
            # Translators: staff have gone back to the articles that were shown before.
            return _("The articles of before are shown again.")
        case Looking():
            # Translators: the program looks for articles on a stick.
            return _("Looking through the stick.")
        case Copying(done, total, percent):
            # Translators: how far copying from a stick has come.
            words = _("{done} of {total} files are copied, {percent} percent.")
            return words.format(done=done, total=total, percent=percent)
        case Checking(done, total):
            # Translators: the copied files are read to see whether they can be used.
            return _("{done} of {total} files are checked.").format(done=done, total=total)
        case Switching():
            # Translators: said while other articles are put in use.
            return _("One moment, please.")
        case Ready(update):
            # Translators: what is on the stick was copied and checked; the new articles are not shown yet.
            return f"{_('The stick is checked.')} {update_words(update)}"
        case Done(update):
            # Translators: the new articles are shown from now on.
            return f"{_('Done. The new articles are shown from now on.')} {update_words(update)}"
        case Failed(fault):
            # Translators: follows the reason why articles were not taken.
            return f"{fault_words(fault)} {_('Nothing has changed.')}"


def update_words(update: Update) -> str:
    """Return how many articles come, change and go, and how many files cannot be used."""
    if not update.has_news and not update.refused:
        # Translators: everything on the stick is here already.
        return _("Nothing on it is new.")
    added, changed, gone = len(update.added), len(update.changed), len(update.gone)
    refused = len({each.path for each in update.refused})
    # Translators: how many articles on a stick are new.
    told = [(added, ngettext("{count} article is new.", "{count} articles are new.", added))]
    # Translators: how many articles on a stick are other than those that are shown.
    told += [(changed, ngettext("{count} article has changed.", "{count} articles have changed.", changed))]
    # Translators: how many articles are shown no more.
    told += [(gone, ngettext("{count} article goes away.", "{count} articles go away.", gone))]
    # Translators: how many files on a stick are of no use; each is named after this.
    told += [(refused, ngettext("{count} file cannot be used.", "{count} files cannot be used.", refused))]
    sentences = [words.format(count=count) for count, words in told if count]
    if update.others:
        # Translators: lists that say how names are pronounced, and the appeal for donations.
        sentences.append(_("Word lists or the appeal change too."))
    return " ".join(sentences)


def fault_words(fault: Fault) -> str:
    """Return why articles were not taken, and what helps."""
    match fault:
        case Fault.NOTHING_FOUND:
            # Translators: file endings stay as they are.
            return _("There are no articles on it: no .md or .txt files.")
        case Fault.NOTHING_USABLE:
            # Translators: each file is named after this, with the reason.
            return _("No article on it can be used.")
        case Fault.TOO_LARGE:
            # Translators: there are too many files, or too large ones, on a stick.
            return _("There is too much on it. Put only the articles into a folder named aloud-content.")
        case Fault.GONE:
            # Translators: the stick was pulled too early, or it is damaged.
            return _("The stick cannot be read any more. Leave it plugged in until the end, or try another one.")
        case Fault.FULL:
            # Translators: the disk of the machine is full.
            return _("This machine has no room left for it.")
        case Fault.UNWRITABLE:
            # Translators: an error of the machine's disk.
            return _("This machine cannot store it. Please tell who looks after the machine.")
        case Fault.BUSY:
            # Translators: another program or person takes articles at the same moment.
            return _("Somebody else is changing the articles just now. Please try again later.")
        case Fault.NOTHING_BEFORE:
            # Translators: staff wanted to go back to the articles of before.
            return _("The articles of before are not there any more.")
        case Fault.UNKNOWN:
            # Translators: an error that nobody foresaw.
            return _("Something went wrong.")


def spoken_words(before: Progress, now: Progress) -> str:
    """Return what is said when progress goes on: its beginning, each quarter and its end; empty between.

    Args:
        before: what was told last.
        now: how far it is.
    """
    if isinstance(now, Copying):
        quarter = quarter_of(now)
        if not 0 < quarter < 4 or (isinstance(before, Copying) and quarter_of(before) >= quarter):
            return ""
        # Translators: said three times while files are copied.
        return _("{percent} percent are copied.").format(percent=25 * quarter)
    if isinstance(now, Checking):
        # Translators: said once: the copied files are read to see whether they can be used.
        return "" if isinstance(before, Checking) else _("Everything is copied and is checked now.")
    if isinstance(now, Switching):
        return ""
    return progress_words(now)


def refused_words(refused: Refused) -> str:
    """Return which file cannot be used and why; the reason is English, as in the catalog."""
    # Translators: a file of a stick; {problem} says in English what is wrong with it.
    words = _("{file} cannot be used: {problem}.")
    return words.format(file=isolated(refused.path), problem=isolated(refused.problem.rstrip(".")))
