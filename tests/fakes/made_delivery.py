"""Deliveries made for a test: folders of small articles, as an operator would bring them."""

from collections.abc import Mapping
from pathlib import Path

BROKEN = b"+++\ntitle = \n+++\n\nNothing.\n"
"""An article whose front matter is no TOML, in line 2."""
LIST = (
    b'<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" xml:lang="en">'
    b"<lexeme><grapheme>Idlib</grapheme><alias>Idd-lib</alias></lexeme></lexicon>"
)


def article(title: str, own_id: str = "", text: str = "First words here.", recording: str = "") -> bytes:
    """Return an article's file."""
    lines = [f'title = "{title}"', 'language = "en"']
    lines += [f'id = "{own_id}"'] if own_id else []
    lines += [f'recording = "{recording}"'] if recording else []
    return "\n".join(["+++", *lines, "+++", "", text, ""]).encode()


def write(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write a delivery, and return its folder."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
