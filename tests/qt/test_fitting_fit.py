"""The questions about comfort at every size: nothing is cut or overlaps, what has the focus is seen whole."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kiosk import i18n
from kiosk.core.fitting import Question
from kiosk.core.settings import Profile
from kiosk.core.theme import CONTROL_CONTRAST, contrast_ratio
from kiosk.qt.screen_size import pixels_per_mm
from kiosk.qt.theme import LEAST_TARGET_PX, RING_PX
from kiosk.qt.views.buttons import LargeButton
from tests.qt.looking import THEMES, MarkedTranslations, flaws, settle, size_id, visible
from tests.qt.test_listening_fit import LongTranslations
from tests.qt.visit import NewVisit, Visit, focused

WINDOWS = [(1280, 800), (1024, 600), (1080, 1920), (1920, 1080)]


def found_in_all_questions(visit: Visit) -> list[str]:
    found = []
    for question in Question:
        visit.go_to(question)
        found += [f"{question.value}: {flaw}" for flaw in flaws(visit.view)]
    return found


def is_seen(visit: Visit, widget: QWidget) -> bool:
    port = visit.view._scroll.viewport() if visit.view.page.isAncestorOf(widget) else visit.view
    return port.rect().contains(QRect(widget.mapTo(port, QPoint(0, 0)), widget.size()))


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("text_size", [18, 40, 96, 240])
@pytest.mark.parametrize("size", WINDOWS, ids=size_id)
def test_it_fits_every_window_at_every_size(
    new_visit: NewVisit, size: tuple[int, int], text_size: int, profile: Profile
) -> None:
    visit = new_visit(profile=profile, size=size, asked={"text_size": text_size, "fitting": "visit"})
    assert found_in_all_questions(visit) == []


@pytest.mark.parametrize("size", [(480, 320), (640, 480), (480, 800)], ids=size_id)
def test_it_reflows_into_the_smallest_window(new_visit: NewVisit, size: tuple[int, int]) -> None:
    assert found_in_all_questions(new_visit(size=size)) == []


@pytest.mark.parametrize("size", [(1280, 800), (1024, 600), (1080, 1920)], ids=size_id)
@pytest.mark.parametrize("text_size", [40, 96])
def test_long_words_fit_too(
    new_visit: NewVisit, size: tuple[int, int], text_size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = new_visit(size=size, asked={"text_size": text_size})
    monkeypatch.setattr(i18n, "_translations", LongTranslations())
    visit.window.retranslated.emit()
    settle()
    assert found_in_all_questions(visit) == []


@pytest.mark.parametrize("language", [tag for tag in i18n.LANGUAGES if tag != "en"])
@pytest.mark.parametrize("text_size", [40, 120])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 600), (1080, 1920)], ids=size_id)
def test_it_fits_in_every_language(
    new_visit: NewVisit, size: tuple[int, int], text_size: int, language: str
) -> None:
    visit = new_visit(size=size, asked={"text_size": text_size, "language": language})
    assert found_in_all_questions(visit) == []


@pytest.mark.parametrize("question", list(Question))
def test_every_word_is_translated(
    new_visit: NewVisit, question: Question, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = new_visit()
    visit.go_to(question)
    monkeypatch.setattr(i18n, "_translations", MarkedTranslations())
    visit.window.retranslated.emit()
    settle()
    view = visit.view
    texts = [view.page.title.text(), view.page.hint.text(), view.sample.text(), view.accessibleName()]
    for button in (*view.page.choices, view.page.next_voice, *view.bar.buttons):
        texts += [button.label, button.accessibleName(), button.accessibleDescription()]
    assert [text for text in texts if text and "«" not in text] == []


# -- what is seen ----------------------------------------------------------------------------------------------


@pytest.mark.conforms("FP-2")
@pytest.mark.parametrize("text_size", [18, 40, 72, 144, 240])
@pytest.mark.parametrize("size", [(1024, 600), (1280, 800), (1080, 1920)], ids=size_id)
def test_what_has_the_focus_is_seen_whole_and_the_sample_always(
    new_visit: NewVisit, size: tuple[int, int], text_size: int
) -> None:
    visit = new_visit(size=size, asked={"text_size": text_size})
    for question in Question:
        visit.go_to(question)
        assert is_seen(visit, focused()), "where one begins"
        for stop in (*visit.view.tab_stops, *reversed(visit.view.tab_stops)):
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            assert is_seen(visit, stop), (question, stop.accessibleName())
            assert is_seen(visit, visit.view.sample)


@pytest.mark.parametrize("size", WINDOWS, ids=size_id)
def test_a_change_of_size_leaves_what_was_pressed_in_view(new_visit: NewVisit, size: tuple[int, int]) -> None:
    visit = new_visit(size=size)
    for button in (*visit.view.page.choices, *reversed(visit.view.page.choices)):
        button.setFocus()
        visit.press(Qt.Key.Key_Return)
        assert focused() is button
        assert is_seen(visit, button)


@pytest.mark.parametrize("size", WINDOWS, ids=size_id)
def test_where_one_begins_the_question_is_seen_too(new_visit: NewVisit, size: tuple[int, int]) -> None:
    visit = new_visit(size=size)
    for question in Question:
        visit.go_to(question)
        assert is_seen(visit, visit.view.page.title)


@pytest.mark.parametrize("language", ["en", "ar", "ru"])
@pytest.mark.parametrize("text_size", [18, 40, 72, 144, 240])
@pytest.mark.parametrize("size", WINDOWS, ids=size_id)
def test_the_sample_shows_whole_words_in_whole_lines(
    new_visit: NewVisit, size: tuple[int, int], text_size: int, language: str
) -> None:
    visit = new_visit(size=size, asked={"text_size": text_size, "language": language})
    sample = visit.view.sample
    assert sample.height() <= 0.5 * visit.view.height()
    shown = sample.flow.text.removesuffix("…")
    assert shown
    assert sample.text().startswith(shown)
    rest = sample.text()[len(shown) :]
    assert not rest or not rest[0].isalnum(), "no word is cut in two"
    assert sample.flow.longest_word_width <= sample.text_rect().width()
    assert sample.rect().contains(sample.text_rect())


def test_the_sample_mirrors(new_visit: NewVisit) -> None:
    visit = new_visit(asked={"language": "ar"})
    image = visit.view.sample.grab().toImage()
    page = THEMES["paper"].page.lower()
    # It is the shorter one.
    last_line = image.height() // 2

    def is_blank(x: int) -> bool:
        return all(image.pixelColor(x, y).name() == page for y in range(last_line, image.height() - 4, 4))

    blank_left = next(x for x in range(image.width()) if not is_blank(x))
    blank_right = next(x for x in range(image.width()) if not is_blank(image.width() - 1 - x))
    assert blank_right <= blank_left


# -- targets and contrast --------------------------------------------------------------------------------------


@pytest.mark.conforms("FP-7")
@pytest.mark.parametrize("text_size", [18, 40, 96])
@pytest.mark.parametrize("size", [(1280, 800), (1080, 1920)], ids=size_id)
def test_in_public_targets_are_twenty_millimetres(
    new_visit: NewVisit, size: tuple[int, int], text_size: int
) -> None:
    visit = new_visit(size=size, asked={"text_size": text_size})
    least = 20 * pixels_per_mm(QGuiApplication.primaryScreen())
    assert least > LEAST_TARGET_PX
    for question in Question:
        visit.go_to(question)
        for button in (own for own in visible(visit.view) if isinstance(own, LargeButton)):
            body = button.size().width() - 2 * RING_PX, button.size().height() - 2 * RING_PX
            assert min(body) >= least, (button.label, body)


@pytest.mark.conforms("FP-2")
@pytest.mark.parametrize("theme", list(THEMES))
def test_every_choice_of_colours_stands_out_from_every_page(new_visit: NewVisit, theme: str) -> None:
    visit = new_visit(asked={"theme": theme})
    visit.go_to(Question.COLOURS)
    page = THEMES[theme].page
    for button, own in zip(visit.view.page.choices, THEMES.values(), strict=True):
        edge = own.accent if button.isChecked() else own.line
        # Either the border is seen on the page, or the ground of the button is.
        assert max(contrast_ratio(edge, page), contrast_ratio(own.page, page)) >= CONTROL_CONTRAST, button.label
        ring = button.ring_look.theme
        assert ring.id == theme, "the ring is the page's"
