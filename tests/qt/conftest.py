"""Widgets are tested without a display server, in the bundled type faces."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

# Before the first import of Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.adapters.font_files import font_files
from kiosk.core.article import Article
from kiosk.qt.fonts import load_fonts
from tests.qt.locked import LockedDesk
from tests.qt.pages import COLOURS, WatchedView, pixels
from tests.qt.showing import Show
from tests.qt.visit import NewVisit, Visit

# Of many sizes, shapes and languages a third is looked at each time, the same one; ``make heard`` looks at all.
_THINNED, _FEW = 3, 6


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave most of the aspects in which a screen must fit to the long tests."""
    cases: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.path.parent == Path(__file__).parent and item.path.stem.endswith("_fit"):
            cases.setdefault(item.nodeid.partition("[")[0], []).append(item)
    for alike in cases.values():
        if len(alike) > _FEW:
            for number, item in enumerate(alike):
                # Not every third: neighbours differ in one value only, which would always be the same.
                if (number + number // _THINNED) % _THINNED:
                    item.add_marker(pytest.mark.long)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["aloud-kiosk"]


@pytest.fixture(scope="session")
def bundled_fonts(qapp: object) -> tuple[str, ...]:
    return load_fonts(font_files())


@pytest.fixture(autouse=True)
def _bundled_fonts(bundled_fonts: tuple[str, ...]) -> None:
    pass


@pytest.fixture
def new_view(qtbot: QtBot) -> Callable[..., WatchedView]:
    """Shows articles; the view is painted once when it is handed out."""

    def make(shown: Article | None, size_pt: int = 32, width: int = 1000, height: int = 700) -> WatchedView:
        view = WatchedView()
        qtbot.addWidget(view)
        view.set_reduced_motion(True)
        view.set_theme(COLOURS)
        view.set_text_size(size_pt)
        view.resize(width, height)
        view.set_article(shown)
        view.show()
        qtbot.waitExposed(view)
        pixels(view)
        view.painted.clear()
        return view

    return make


@pytest.fixture(scope="session")
def screen_articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("articles")


@pytest.fixture
def show(screen_articles: Path) -> Iterator[Show]:
    """Shows a screen in the real window, between fakes."""
    made = Show(screen_articles)
    yield made
    made.close()


@pytest.fixture(scope="module")
def locked_desk(
    request: pytest.FixtureRequest, qapp: object, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LockedDesk]:
    """A public kiosk, locked; one for all tests of a module, since each leaves it unharmed."""
    made = LockedDesk(QtBot(request), tmp_path_factory.mktemp("locked"))
    yield made
    made.close()
    i18n.set_language("en")


@pytest.fixture
def new_visit(qtbot: QtBot, tmp_path: Path) -> Iterator[NewVisit]:
    """Makes windows to which somebody has just come; they are closed at the end."""
    made: list[Visit] = []

    def make(**options: Any) -> Visit:
        visit = Visit(tmp_path, **options)
        made.append(visit)
        qtbot.addWidget(visit.window)
        qtbot.waitActive(visit.window)
        return visit

    yield make
    for visit in made:
        visit.close()
