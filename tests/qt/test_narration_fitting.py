"""What the interface voice says of the questions about comfort: the real window and narrator, between fakes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.core.fitting import Question
from tests.qt.visit import Visit

UP, DOWN, RIGHT, ENTER = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return
FIRST = (
    "Make reading comfortable. Question 1 of 3: How large should the text be? Three short questions. "
    "The arrow keys move, Enter chooses, Escape skips. Up leads to the languages:"
)


@pytest.fixture
def visit(qtbot: QtBot, tmp_path: Path) -> Iterator[Visit]:
    """A public kiosk whose voice has begun to speak."""
    made = Visit(tmp_path)
    qtbot.addWidget(made.window)
    qtbot.waitActive(made.window)
    made.voice.start()
    made.settle_voices()
    yield made
    made.close()


def text_of(parts: list[str]) -> str:
    return " ".join(parts)


@pytest.mark.conforms("FP-1", "FP-10")
def test_who_comes_hears_where_they_are_what_is_asked_how_to_answer_and_what_has_the_focus(visit: Visit) -> None:
    for tag, name in i18n.LANGUAGES.items():
        if tag != "en":
            assert visit.prompters[tag].spoken == [f"{name}."], "each language is named by its own voice"
    assert text_of(visit.said()) == f"{FIRST} Usual, choice, chosen, 40 points"


def test_all_that_is_said_of_a_question_stands_on_the_screen(visit: Visit) -> None:
    shown = f"{visit.view.page.title.text()} {visit.view.page.hint.text()}"
    assert shown in FIRST
    assert visit.view.accessibleName() in FIRST


def test_each_choice_says_name_role_state_and_size(visit: Visit) -> None:
    visit.said()
    visit.press(RIGHT)
    assert text_of(visit.said()) == "Large, choice, not chosen, 64 points"


@pytest.mark.conforms("FP-1")
def test_a_change_is_said(visit: Visit) -> None:
    visit.press(RIGHT)
    visit.said()
    visit.press(ENTER)
    assert text_of(visit.said()) == "Text size: 64 points."
    visit.go_to(Question.COLOURS)
    visit.said()
    visit.choice("Night").setFocus()
    assert text_of(visit.said()) == "Night, choice, not chosen"
    visit.press(ENTER)
    assert text_of(visit.said()) == "Colours: Night"
    visit.press(ENTER)
    assert text_of(visit.said()) == "Colours: Night", "once more is said once more"


def test_the_next_question_says_itself_and_what_has_the_focus(visit: Visit) -> None:
    visit.view.bar.next.setFocus()
    visit.said()
    visit.press(ENTER)
    assert text_of(visit.said()) == (
        "Question 2 of 3: Which colours are good for your eyes? The sample text shows your choice at once. "
        "Paper, choice, chosen"
    )


def test_buttons_say_what_they_do(visit: Visit) -> None:
    visit.go_to(Question.VOICE)
    said = []
    for button in visit.view.bar.buttons:
        visit.said()
        button.setFocus()
        said.append(text_of(visit.said()))
    assert said == [
        "Done, button",
        "Back, button",
        "Undo all, button, Puts size, colours and voice back as they were before.",
        "Skip, button, Goes to the articles. What you have chosen stays.",
    ]


def test_putting_back_is_said_and_shown(visit: Visit) -> None:
    visit.go_to(Question.COLOURS)
    visit.click(visit.choice("Night"))
    visit.said()
    visit.view.bar.put_back.setFocus()
    visit.said()
    visit.press(ENTER)
    assert text_of(visit.said()) == "Everything is as it was before."
    assert visit.note == "Everything is as it was before."
    assert visit.settings.theme == "paper"
    visit.press(Qt.Key.Key_Left)
    assert visit.note == "Back, button", "the line is free for what has the focus"


@pytest.mark.conforms("FP-1")
def test_the_rate_is_said_then_the_sample_is_heard(visit: Visit, qtbot: QtBot) -> None:
    visit.go_to(Question.VOICE)
    visit.choice("Fast").setFocus()
    visit.said()
    visit.natural.spoken.clear()
    visit.press(ENTER)
    assert text_of(visit.said()) == "220 words per minute."
    # It waits for the prompt, and comes when that is over.
    assert visit.is_speaking()
    assert visit.natural.spoken == []
    qtbot.waitUntil(visit.listen, timeout=20_000)
    assert not visit.is_speaking()
    assert visit.natural.spoken[0] == "This is how an article looks."


def test_the_orientation_is_said_to_its_end_before_the_sample(visit: Visit, qtbot: QtBot) -> None:
    visit.go_to(Question.COLOURS)
    visit.view.bar.next.setFocus()
    visit.said()
    visit.press(ENTER)
    assert text_of(visit.said()) == (
        "Question 3 of 3: How should the voice read? You hear each choice. Choose it once more to hear it again. "
        "Usual, choice, chosen, 160 words per minute"
    )
    assert visit.natural.spoken == []
    qtbot.waitUntil(visit.listen, timeout=20_000)


def test_moving_on_silences_the_sample_and_is_said_at_once(visit: Visit, qtbot: QtBot) -> None:
    visit.go_to(Question.VOICE)
    qtbot.waitUntil(visit.listen, timeout=20_000)
    visit.said()
    visit.press(RIGHT)
    assert not visit.is_heard()
    assert text_of(visit.said()) == "Fast, choice, not chosen, 220 words per minute"


def test_another_voice_is_said_by_name(visit: Visit) -> None:
    visit.go_to(Question.VOICE)
    visit.said()
    visit.view.page.next_voice.setFocus()
    assert text_of(visit.said()) == "Another voice. Now: natural, button"
    visit.press(ENTER)
    assert text_of(visit.said()) == "Voice: plain"


def test_another_language_says_the_question_again_in_its_own_voice(visit: Visit) -> None:
    visit.said()
    visit.said("tr")
    visit.view.page.languages.buttons["tr"].setFocus()
    assert visit.said("tr") == ["Türkçe"]
    visit.press(ENTER)
    assert visit.said("tr"), "the screen is told by the voice of the new language"


def test_the_catalog_says_itself_when_the_questions_are_skipped(visit: Visit) -> None:
    visit.said()
    visit.press(Qt.Key.Key_Escape)
    assert text_of(visit.said()).startswith("Choose an article. 2 articles.")


@pytest.mark.conforms("FP-1")
def test_the_way_back_to_them_is_said_in_the_catalog(visit: Visit) -> None:
    visit.press(Qt.Key.Key_Escape)
    visit.said()
    visit.window.catalog.corner.comfort.setFocus()
    assert text_of(visit.said()) == "Make reading comfortable, button"
    visit.press(ENTER)
    assert text_of(visit.said()).startswith(FIRST)
