"""Names of files: how they are shown, and the titles and ids they give articles that have none. Opens no file."""

from pathlib import PurePath

from kiosk.adapters.formats.decoding import tidy


def title_from(source: str) -> str:
    """Return a readable title from a file name ("ferry-hearing_2.txt" gives "Ferry hearing 2"); never empty."""
    words = tidy(PurePath(source).stem.replace("-", " ").replace("_", " "))
    if not any(sign.isalnum() for sign in words):
        return "Article"
    return words[:1].upper() + words[1:]


def article_id_from(source: str) -> str:
    """Return an article's id from its file name: the name without folder and ending; never empty."""
    return tidy(PurePath(source).stem).replace(" ", "-") or "article"


def printable(name: str) -> str:
    """Return the name of a file as text that can be shown and stored: it may hold bytes that are none."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
