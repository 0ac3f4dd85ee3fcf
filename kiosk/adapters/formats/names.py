"""Titles and ids of articles whose text gives none, from the name of the file. Opens no file."""

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
