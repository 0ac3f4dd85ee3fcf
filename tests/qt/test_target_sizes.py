"""At a public kiosk every control is as large as a hand needs, by the real size of the screen: in millimetres."""

from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from kiosk.qt.screen_size import pixels_per_mm
from kiosk.qt.theme import RING_PX, look_for
from kiosk.qt.views.listening_panel import ListeningPanel
from kiosk.qt.views.text_field import TextField
from kiosk.qt.views.value_box import ValueBox
from tests.qt.looking import PAPER, flaws, settle
from tests.qt.test_narration import APPEAL, Booth, NewBooth, new_booth

__all__ = ["new_booth"]

TARGET_MM, GAP_MM, PRIMARY_MM, NEVER_LESS_MM = 20, 5, 30, 12
# Pixels of a window that fills a screen, and width of that screen: 21.5", upright and lying, 32", 15.6", 10.1".
SCREENS = [
    ((1080, 1920), 268),
    ((1920, 1080), 476),
    ((1080, 1920), 398),
    ((1920, 1080), 344),
    ((1024, 600), 222),
]


def screen_id(case: tuple[tuple[int, int], int]) -> str:
    return f"{case[0][0]}x{case[0][1]}-{case[1]}mm"


class Screen:
    """A public kiosk on a screen of a known size, in whatever the test's screen has for millimetres."""

    def __init__(self, booth: Booth, size: tuple[int, int], width_mm: int) -> None:
        self.booth = booth
        self.per_mm = size[0] / width_mm
        # A window cannot change the screen that it is on: its millimetres are scaled instead.
        own = pixels_per_mm(QGuiApplication.primaryScreen())
        assert own > 0
        booth.window.reader.least_target_mm *= self.per_mm / own
        booth.window.resize(*size)
        booth.window.dress()
        settle()

    def controls(self) -> list[QWidget]:
        """What can be pressed on the screen in front."""
        front = self.booth.window.front
        assert front is not None
        kinds = (QAbstractButton, ValueBox, TextField)
        return [
            widget for widget in front.findChildren(QWidget) if isinstance(widget, kinds) and widget.isVisible()
        ]

    def body_mm(self, widget: QWidget) -> tuple[float, float]:
        """Width and height of a control, the room for its ring left out."""
        return (widget.width() - 2 * RING_PX) / self.per_mm, (widget.height() - 2 * RING_PX) / self.per_mm

    def too_small(self) -> list[str]:
        found = []
        for widget in self.controls():
            size = self.body_mm(widget)
            if min(size) < TARGET_MM:
                found.append(f"{widget.accessibleName()}: {size[0]:.1f} x {size[1]:.1f} mm")
        return found

    def too_close(self) -> list[str]:
        """Say which pressed areas are nearer to each other than they should be."""
        found = []
        bodies = [(widget, _on_screen(widget)) for widget in self.controls()]
        for (one, a), (other, b) in combinations(bodies, 2):
            if _column_of(one) is not _column_of(other):
                continue
            across = max(a.left() - b.right(), b.left() - a.right()) - 1
            down = max(a.top() - b.bottom(), b.top() - a.bottom()) - 1
            gap = max(across, down) / self.per_mm
            if gap < GAP_MM:
                found.append(f"{one.accessibleName()} and {other.accessibleName()}: {gap:.1f} mm")
        return found


def _on_screen(widget: QWidget) -> QRect:
    body = widget.rect().adjusted(RING_PX, RING_PX, -RING_PX, -RING_PX)
    return QRect(widget.mapTo(widget.window(), body.topLeft()), body.size())


def _column_of(widget: QWidget) -> QWidget | None:
    """What scrolls with a widget: what lies below the edge of it is not beside what stands there."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


@pytest.fixture(params=SCREENS, ids=screen_id)
def screen(request: pytest.FixtureRequest, new_booth: NewBooth) -> Screen:
    booth = new_booth()
    booth.start()
    return Screen(booth, *request.param)


def assert_fits_hands(screen: Screen) -> None:
    settle()
    assert len(screen.controls()) >= 3
    assert screen.too_small() == []
    assert screen.too_close() == []
    assert flaws(screen.booth.window) == []


@pytest.mark.conforms("SW-31")
def test_catalog(screen: Screen) -> None:
    assert_fits_hands(screen)


@pytest.mark.conforms("SW-31")
def test_reader(screen: Screen) -> None:
    screen.booth.open_reader()
    assert_fits_hands(screen)
    bar = screen.booth.window.reader.transport_bar
    assert bar is not None
    width, height = screen.body_mm(bar.play)
    assert width >= PRIMARY_MM
    has_words = not bar.play.is_icon_only
    assert height >= (PRIMARY_MM if has_words else TARGET_MM)


def test_the_primary_button_is_larger_where_there_is_room(new_booth: NewBooth) -> None:
    booth = new_booth()
    booth.start()
    screen = Screen(booth, (1080, 1920), 268)
    booth.open_reader()
    settle()
    bar = booth.window.reader.transport_bar
    assert bar is not None
    assert min(screen.body_mm(bar.play)) >= PRIMARY_MM


@pytest.mark.conforms("SW-31")
def test_panel(screen: Screen) -> None:
    screen.booth.open_reader()
    screen.booth.press(Qt.Key.Key_Menu)
    assert isinstance(screen.booth.window.reader.listening, ListeningPanel)
    assert_fits_hands(screen)


@pytest.mark.conforms("SW-31")
@pytest.mark.parametrize("has_form", [False, True], ids=["rows", "form"])
def test_comfort(screen: Screen, has_form: bool) -> None:
    screen.booth.open_reader()
    screen.booth.press(Qt.Key.Key_ScrollLock)
    panel = screen.booth.window.reader.comfort_in_front
    assert panel is not None
    if has_form:
        panel.show_form()
    assert_fits_hands(screen)


@pytest.mark.conforms("SW-31")
def test_appeal(screen: Screen) -> None:
    screen.booth.open_reader()
    screen.booth.kiosk.reading.appeal.set(APPEAL)
    assert_fits_hands(screen)
    screen.booth.window.dialog.show_details()
    assert_fits_hands(screen)


@pytest.mark.conforms("SW-31")
@pytest.mark.parametrize("size_pt", [18, 40, 96])
def test_play_buttons_of_paragraphs(screen: Screen, size_pt: int) -> None:
    texts = "\n\n".join(["- One.", "- Two.", "A line.", "## A heading", "Many words in a row. " * 20, "Short."])
    (screen.booth.content / "4-short.md").write_text(
        f'+++\ntitle = "Short"\nlanguage = "en"\n+++\n{texts}\n', encoding="utf-8"
    )
    screen.booth.kiosk.preferences.set("text_size", size_pt)
    screen.booth.open_reader("4-short.md")
    settle()
    view = screen.booth.window.reader.article_view
    rects = [view._button_rect(passage) for passage in view.visible_passages()]
    assert rects
    for rect in rects:
        assert rect.width() / screen.per_mm >= TARGET_MM
        assert rect.height() / screen.per_mm >= TARGET_MM
        assert 0 <= rect.left() < rect.right() < view.viewport().width()
    for above, below in pairwise(rects):
        assert (below.top() - above.bottom() - 1) / screen.per_mm >= GAP_MM - 0.3
    for passage in view.visible_passages():
        target = view.target_at(QPoint(view._button_rect(passage).center()))
        assert target is not None
        assert target.passage == passage.number
        assert target.is_play_button


def test_on_a_small_screen_nothing_is_smaller_than_a_thumb_and_nothing_is_cut(new_booth: NewBooth) -> None:
    booth = new_booth()
    booth.start()
    screen = Screen(booth, (1024, 600), 154)
    booth.open_reader()
    settle()
    assert min(min(screen.body_mm(widget)) for widget in screen.controls()) >= NEVER_LESS_MM
    assert flaws(booth.window) == []


def test_at_home_controls_follow_the_text() -> None:
    assert look_for(PAPER, 12, 0).target_px == 44
    assert look_for(PAPER, 12, 20).target_px > 60
