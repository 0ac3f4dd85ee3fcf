"""Pictures of the screen: what the window shows, rendered without one. Knows no engine, file format or folder."""

import os
from collections.abc import Callable
from pathlib import Path

from kiosk.app.kiosk import Kiosk
from kiosk.core.article import Article
from kiosk.core.campaign import Appeal
from kiosk.core.errors import StoreError
from kiosk.core.locator import locate
from kiosk.core.reading import Speaking
from kiosk.core.text import words

# Chosen before Qt is imported: pictures need no display server, and no window must flash up.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.qt.application import FirstPage, Resources, attach, make_application, make_window
from kiosk.qt.main_window import MainWindow


def take(
    build: Callable[[], Kiosk],
    resources: Resources,
    first: FirstPage,
    appeal: Appeal | None,
    out: Path,
    size_px: tuple[int, int],
) -> list[Path]:
    """Write pictures of fitting, catalog, reader, listening, comfort, dialog and dialog-details (``.png``).

    The reader is shown as it is in the middle of being read: a passage marked and a word lit.

    Args:
        build: puts together what the window shows, once there is an application object.
        resources: fonts, themes, language.
        first: the article to show.
        appeal: what the dialog shows; without one there are no pictures of it.
        out: the folder; made when it is not there.
        size_px: width and height of the window.

    Returns:
        The files, in the order of a visit.

    Raises:
        StoreError: a picture cannot be written.
    """
    make_application()
    kiosk = build()
    window = make_window(kiosk.preferences, resources, None)
    window.resize(*size_px)
    attach(window, kiosk, None)
    window.show()
    written: list[Path] = []
    try:
        if window.fitting is not None:
            window.fitting.begin()
            written.append(_save(window, out / "fitting.png"))
        window.show_catalog()
        written.append(_save(window, out / "catalog.png"))
        kiosk.reading.show(first.path, first.article)
        _light_a_word(window, kiosk, first.article)
        written.append(_save(window, out / "reader.png"))
        bar = window.reader.transport_bar
        for button in (bar.listening, bar.comfort) if bar is not None else ():
            button.click()
            written.append(_save(window, out / f"{_panel_name(window)}.png"))
            window.reader.close_panel()
        if appeal is not None:
            kiosk.reading.appeal.set(appeal)
            written.append(_save(window, out / "dialog.png"))
            window.dialog.show_details()
            written.append(_save(window, out / "dialog-details.png"))
    finally:
        window.close()
        kiosk.close()
    return written


def _light_a_word(window: MainWindow, kiosk: Kiosk, article: Article) -> None:
    """Show the reading in the middle of its second passage, as if it were being heard."""
    passage = min(2, article.last_passage)
    found = words(article.passage(passage).text)
    word = found[min(3, len(found) - 1)] if found else None
    state = kiosk.player.state
    window.reader.article_view.set_reduced_motion(True)
    state.set(Speaking(state.value.request, locate(article, passage, word)))
    # Pictures are the same on every machine, also on one without a loudspeaker.
    kiosk.reading.message.set(None)


def _panel_name(window: MainWindow) -> str:
    return "listening" if window.reader.is_listening_open else "comfort"


def _save(window: QWidget, path: Path) -> Path:
    for _ in range(3):
        QApplication.processEvents()
    picture: QPixmap = window.grab()
    path.parent.mkdir(parents=True, exist_ok=True)
    if not picture.save(str(path)):
        raise StoreError(f"{path}: the picture cannot be written")
    return path
