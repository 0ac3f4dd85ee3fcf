"""The window is dressed when something looks different, and only then: start-up and steps of speed are spared."""

import pytest

from kiosk.qt.views.reader_view import ReaderView
from tests.qt.aspects import Aspect
from tests.qt.looking import settle
from tests.qt.showing import Show, Showing


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Each look that the reader was given."""
    given: list[object] = []
    set_look = ReaderView.set_look

    def note(reader: ReaderView, *look: object) -> None:
        given.append(look)
        set_look(reader, *look)  # type: ignore[arg-type]

    monkeypatch.setattr(ReaderView, "set_look", note)
    return given


def _open(showing: Showing) -> None:
    showing.open()


def test_no_look_is_given_twice(show: Show, looks: list[object]) -> None:
    showing = show(_open, Aspect("en", "paper", 40, (1280, 800)))
    # Once when there is something to be dressed, once more when the window has its size and an article in it.
    assert len(looks) <= 3
    looks.clear()
    showing.window.dress()
    showing.kiosk.preferences.set("rate", 200)
    settle()
    assert looks == []


def test_whatever_looks_different_is_given(show: Show, looks: list[object]) -> None:
    showing = show(_open, Aspect("en", "paper", 40, (1280, 800)))
    for name, value in (("text_size", 48), ("theme", "night"), ("line_spacing", 200), ("typeface", "noto")):
        looks.clear()
        showing.kiosk.preferences.set(name, value)
        assert len(looks) == 1, name
    looks.clear()
    showing.window.resize(1024, 600)
    settle()
    assert len(looks) == 1
    showing.kiosk.preferences.set("typeface", "atkinson")
