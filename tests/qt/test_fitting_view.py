"""The questions about comfort in the real window: keys, mouse, marks, what is heard, and when they come."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.adapters.store_folder import MemoryStore
from kiosk.core.fitting import QUESTIONS, Question
from kiosk.core.reading import is_sounding
from kiosk.core.settings import Profile
from kiosk.qt.screen_size import points_scale
from kiosk.qt.views.choice_button import ThemeButton
from tests.qt.looking import THEMES, settle
from tests.qt.pages import document
from tests.qt.visit import NewVisit, Visit, focused

UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
ENTER, ESCAPE, TAB, BACKTAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab


@pytest.fixture(scope="session")
def touch_screen(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


@pytest.fixture
def visit(new_visit: NewVisit) -> Visit:
    return new_visit()


# -- when they come --------------------------------------------------------------------------------------------


def test_a_visit_at_a_public_kiosk_begins_with_the_first_question(visit: Visit) -> None:
    assert visit.is_asking
    assert visit.question is Question.SIZE
    assert visit.view.page.title.text() == "Question 1 of 3: How large should the text be?"
    assert focused() is visit.choice("Usual")


@pytest.mark.conforms("FP-7", "FP-10")
@pytest.mark.parametrize("question", list(Question))
def test_escape_leads_straight_to_the_catalog(visit: Visit, question: Question) -> None:
    visit.go_to(question)
    visit.press(ESCAPE)
    assert visit.is_in_catalog
    assert focused() in visit.window.catalog.cards
    visit.press(ESCAPE)
    assert visit.is_in_catalog


def test_skip_leads_to_the_catalog_and_keeps_what_was_chosen(visit: Visit) -> None:
    visit.click(visit.choice("Large"))
    visit.click(visit.view.bar.skip)
    assert visit.is_in_catalog
    assert visit.settings.text_size == 64


def test_the_next_visitor_is_asked_again(visit: Visit) -> None:
    visit.press(ESCAPE)
    visit.screen.begin_visit()
    settle()
    assert visit.is_asking
    assert visit.question is Question.SIZE


def test_a_visit_that_ends_in_an_article_leaves_it(visit: Visit) -> None:
    visit.press(ESCAPE)
    visit.kiosk.reading.open("2-one.md")
    visit.screen.begin_visit()
    settle()
    assert visit.is_asking
    assert visit.kiosk.reading.opened.value is None


def test_an_operator_can_leave_them_out(new_visit: NewVisit) -> None:
    visit = new_visit(asked={"fitting": "never"})
    assert visit.is_in_catalog


def test_at_home_they_come_at_the_very_first_start_alone(new_visit: NewVisit) -> None:
    store = MemoryStore()
    first = new_visit(profile=Profile.HOME, store=store)
    assert first.is_asking
    first.press(ESCAPE)
    again = new_visit(profile=Profile.HOME, store=store)
    assert again.is_in_catalog


def test_the_catalog_has_a_button_for_them(new_visit: NewVisit) -> None:
    visit = new_visit(profile=Profile.HOME, asked={"fitting": "never"})
    button = visit.window.catalog.corner.comfort
    assert button.label == "Make reading comfortable"
    visit.press(Qt.Key.Key_End, DOWN)
    while focused() is not button:
        assert focused() in visit.window.catalog.corner.buttons
        visit.press(LEFT)
    visit.press(ENTER)
    assert visit.is_asking
    visit.press(ESCAPE)
    assert visit.is_in_catalog


# -- keys ------------------------------------------------------------------------------------------------------


@pytest.mark.conforms("FP-7")
def test_five_keys_answer_all_three_questions(visit: Visit) -> None:
    visit.press(RIGHT, ENTER)
    assert visit.settings.text_size == 64
    to_bar(visit)
    assert focused() is visit.view.bar.next
    visit.press(ENTER)
    assert visit.number() == 2
    assert focused() is visit.choice("Paper")
    # In large type they stand below each other.
    visit.press(DOWN, ENTER)
    assert visit.settings.theme == "night"
    to_bar(visit)
    visit.press(ENTER)
    assert visit.number() == 3
    visit.press(DOWN, ENTER)
    assert visit.settings.rate == 300
    to_bar(visit)
    visit.press(ENTER)
    assert visit.is_in_catalog
    assert (visit.settings.text_size, visit.settings.theme, visit.settings.rate) == (64, "night", 300)


def to_bar(visit: Visit) -> None:
    """Go down to the buttons below the choices, and to the first of them."""
    while focused() not in visit.view.bar.buttons:
        visit.press(DOWN)
    while focused() is not visit.view.bar.next:
        visit.press(LEFT)


@pytest.mark.parametrize("size", [(1280, 800), (1024, 600), (1080, 1920), (480, 320)])
@pytest.mark.parametrize("text_size", [40, 144])
@pytest.mark.parametrize("question", list(Question))
def test_arrows_lead_from_everything_to_everything(
    new_visit: NewVisit, size: tuple[int, int], text_size: int, question: Question
) -> None:
    visit = new_visit(size=size, asked={"text_size": text_size})
    visit.go_to(question)
    stops = visit.view.tab_stops
    ways: dict[int, set[int]] = {}
    for number, stop in enumerate(stops):
        for key in (UP, DOWN, LEFT, RIGHT):
            stop.setFocus()
            QTest.keyClick(stop, key)
            ways.setdefault(number, set()).add(stops.index(focused()))
    for start in ways:
        reached, new = {start}, [start]
        while new:
            there = ways[new.pop()] - reached
            reached |= there
            new += there
        assert reached == set(range(len(stops))), f"from {stops[start].accessibleName()}"


def test_tab_goes_through_everything_in_the_order_in_which_it_is_seen(visit: Visit) -> None:
    visit.go_to(Question.VOICE)
    first, walked = focused(), []
    for _ in visit.view.tab_stops:
        walked.append(focused().accessibleName())
        visit.press(TAB)
    assert focused() is first
    languages = [button.accessibleName() for button in visit.view.page.languages.buttons.values()]
    choices = ["Slow", "Usual", "Fast", "Very fast", "Another voice. Now: natural"]
    ring = [*languages, *choices, "Done", "Back", "Undo all", "Skip"]
    begin = ring.index("Usual")
    assert walked == ring[begin:] + ring[:begin]
    visit.press(BACKTAB)
    assert focused().accessibleName() == "Slow"


def test_a_finger_answers_all_three_questions(visit: Visit, touch_screen: QPointingDevice) -> None:
    for labels in (("Large", "Next"), ("Night", "Next"), ("Very fast", "Done")):
        for label in labels:
            button = next(own for own in (*visit.view.page.choices, *visit.view.bar.buttons) if own.label == label)
            visit.view._scroll.reveal(button)
            screen = visit.window.windowHandle()
            place = button.mapTo(visit.window, button.rect().center())
            QTest.touchEvent(screen, touch_screen).press(0, place).commit()
            QTest.touchEvent(screen, touch_screen).release(0, place).commit()
            settle()
    assert visit.is_in_catalog
    assert (visit.settings.text_size, visit.settings.theme, visit.settings.rate) == (64, "night", 300)


def test_back_leads_to_the_question_before_where_the_answer_still_holds(visit: Visit) -> None:
    visit.click(visit.choice("Huge"))
    visit.click(visit.view.bar.next)
    visit.click(visit.view.bar.back)
    assert visit.question is Question.SIZE
    assert visit.chosen() == ["Huge"]
    assert not visit.view.bar.back.isVisible()


def test_a_held_escape_leaves_one_screen_only(visit: Visit) -> None:
    QTest.keyPress(visit.window.windowHandle(), ESCAPE)
    settle()
    assert visit.is_in_catalog
    assert visit.question is None


def test_home_and_end_are_the_first_and_the_last_choice(visit: Visit) -> None:
    visit.press(Qt.Key.Key_End)
    assert focused() is visit.choice("Huge")
    visit.press(Qt.Key.Key_Home)
    assert focused() is visit.choice("Small")


def test_the_guided_tour_leaves_the_questions(visit: Visit) -> None:
    visit.press(Qt.Key.Key_F1)
    assert visit.window.currentWidget() is visit.window.reader
    assert visit.question is None
    visit.press(ESCAPE)
    assert visit.is_in_catalog


# -- marks -----------------------------------------------------------------------------------------------------


@pytest.mark.conforms("FP-3", "SW-06")
@pytest.mark.parametrize("question", list(Question))
def test_what_is_chosen_is_marked_by_a_sign_and_by_its_state_and_alone(visit: Visit, question: Question) -> None:
    visit.go_to(question)
    for button in list(visit.view.page.choices):
        visit.click(button)
        assert visit.chosen() == [button.label]
        for other in visit.view.page.choices:
            is_chosen = other is button
            assert other._icon_name == ("check" if is_chosen else "choice")
            interface = document(other)
            assert interface.role() is QAccessible.Role.RadioButton
            assert bool(interface.state().checked) is is_chosen
            assert bool(interface.state().checkable)


def test_without_colours_the_chosen_one_still_looks_different(visit: Visit) -> None:
    visit.go_to(Question.COLOURS)
    button = visit.choice("Paper")
    before = button.grab().toImage().convertToFormat(button.grab().toImage().Format.Format_Grayscale8)
    visit.click(visit.choice("Night"))
    visit.click(visit.choice("Paper"))
    visit.view.bar.next.setFocus()
    settle()
    chosen = button.grab().toImage().convertToFormat(before.format())
    visit.click(visit.choice("Soft light"))
    visit.view.bar.next.setFocus()
    settle()
    other = button.grab().toImage().convertToFormat(before.format())
    assert chosen != other


def test_a_size_that_is_not_among_the_five_marks_none_of_them(new_visit: NewVisit) -> None:
    visit = new_visit(asked={"text_size": 36})
    assert visit.chosen() == []
    assert focused() is visit.choice("Small")
    visit.click(visit.choice("Large"))
    assert visit.chosen() == ["Large"]
    visit.click(visit.view.bar.put_back)
    assert (visit.chosen(), visit.settings.text_size) == ([], 36)


@pytest.mark.parametrize("profile", list(Profile))
def test_every_theme_is_offered_by_name_and_wears_its_colours(new_visit: NewVisit, profile: Profile) -> None:
    visit = new_visit(profile=profile)
    visit.go_to(Question.COLOURS)
    # At home the desktop's own light or dark can be had too.
    first = ["Like the computer"] if profile is Profile.HOME else []
    labels = [button.label for button in visit.view.page.choices]
    assert labels == [*first, "Paper", "Night", "Yellow on black", "White on black", "Soft light"]
    for button, theme in zip(visit.view.page.choices[len(first) :], THEMES.values(), strict=True):
        assert isinstance(button, ThemeButton)
        picture = button.grab().toImage()
        inside = button.body().topLeft()
        assert picture.pixelColor(inside.x() + 20, inside.y() + button.height() // 2) == QColor(theme.page)


def test_themes_are_read_when_their_question_comes(visit: Visit) -> None:
    assert visit.theme_files_asked == 0
    visit.go_to(Question.COLOURS)
    assert visit.theme_files_asked == 1


def test_a_key_that_changes_colours_everywhere_is_followed(visit: Visit) -> None:
    visit.go_to(Question.COLOURS)
    visit.press(Qt.Key.Key_F2)
    assert visit.settings.theme == "night"
    assert visit.chosen() == ["Night"]


# -- the sample ------------------------------------------------------------------------------------------------


@pytest.mark.conforms("FP-2")
def test_the_sample_shows_each_size_and_the_colours_at_once(new_visit: NewVisit) -> None:
    visit = new_visit(size=(1920, 1080))
    sizes = []
    for button in list(visit.view.page.choices):
        visit.click(button)
        sizes.append(visit.view.sample.flow.font.pixelSize())
    # In the points of a ruler.
    dots = visit.window.screen().logicalDotsPerInchY() * points_scale(visit.window.screen())
    assert sizes == [pytest.approx(size * dots / 72, abs=1) for size in (24, 40, 64, 96, 144)]
    visit.go_to(Question.COLOURS)
    for button, theme in zip(list(visit.view.page.choices), THEMES.values(), strict=True):
        visit.click(button)
        picture = visit.view.sample.grab().toImage()
        assert picture.pixelColor(2, 2) == QColor(theme.page)
        shown = {
            picture.pixelColor(x, y).name().upper()
            for x in range(0, picture.width(), 3)
            for y in range(0, picture.height(), 3)
        }
        assert {theme.page.upper(), theme.text.upper(), theme.word.upper()} <= shown


def test_the_word_that_is_heard_is_lit(visit: Visit, qtbot: QtBot) -> None:
    visit.go_to(Question.VOICE)
    sample, lit = visit.view.sample, set()

    def has_lit_three() -> bool:
        visit.listen()
        if visit.is_heard() and sample._lit is not None:
            lit.add(sample._lit.of(sample.text()))
        return len(lit) >= 3

    qtbot.waitUntil(has_lit_three, timeout=20_000)
    assert lit <= set(sample.text().replace(".", "").split())


def test_a_key_silences_the_sample_before_anything_else(visit: Visit, qtbot: QtBot) -> None:
    visit.go_to(Question.VOICE)
    for key in (Qt.Key.Key_Shift, DOWN, Qt.Key.Key_F11):
        visit.click(visit.choice("Fast"))
        qtbot.waitUntil(visit.listen, timeout=20_000)
        QTest.keyPress(visit.window.windowHandle(), key)
        assert not is_sounding(visit.kiosk.player.state.value)
        QTest.keyRelease(visit.window.windowHandle(), key)


def test_a_press_silences_it_too(visit: Visit, qtbot: QtBot) -> None:
    visit.go_to(Question.VOICE)
    qtbot.waitUntil(visit.listen, timeout=20_000)
    QTest.mousePress(visit.window.windowHandle(), Qt.MouseButton.LeftButton, pos=visit.view.rect().center())
    assert not is_sounding(visit.kiosk.player.state.value)


def test_it_is_silent_in_the_catalog(visit: Visit, qtbot: QtBot) -> None:
    visit.go_to(Question.VOICE)
    qtbot.waitUntil(visit.listen, timeout=20_000)
    visit.click(visit.view.bar.skip)
    assert not is_sounding(visit.kiosk.player.state.value)


def test_another_voice_is_offered_where_there_is_one_and_heard(visit: Visit, qtbot: QtBot) -> None:
    visit.go_to(Question.VOICE)
    button = visit.view.page.next_voice
    assert (button.isVisible(), button.label) == (True, "Another voice. Now: natural")
    visit.click(button)
    assert button.label == "Another voice. Now: plain"
    qtbot.waitUntil(lambda: bool(visit.plain.spoken), timeout=20_000)
    assert visit.plain.spoken[0] == "This is how an article looks."


def test_what_is_wrong_with_the_sound_is_shown(visit: Visit, qtbot: QtBot) -> None:
    visit.go_to(Question.VOICE)
    qtbot.waitUntil(visit.listen, timeout=20_000)
    visit.output.lose()
    qtbot.waitUntil(lambda: "loudspeaker" in visit.note, timeout=20_000)


# -- languages -------------------------------------------------------------------------------------------------


@pytest.mark.conforms("FP-10")
@pytest.mark.parametrize("question", list(Question))
def test_the_language_can_be_chosen_before_any_question_is_answered(visit: Visit, question: Question) -> None:
    visit.go_to(question)
    visit.click(visit.view.page.languages.buttons["ar"])
    assert visit.is_asking
    assert visit.question is question
    assert visit.settings.language == "ar"
    assert visit.view.sample.words_language == "ar"
    assert visit.view.layoutDirection() is Qt.LayoutDirection.RightToLeft
    left_most = min(visit.view.page.choices, key=lambda button: (button.y(), button.x()))
    assert left_most is not visit.view.page.choices[0]
    assert visit.view.page.languages.buttons["ar"].accessibleDescription() != ""


def test_up_leads_to_the_languages_as_the_voice_says(visit: Visit) -> None:
    for question in QUESTIONS:
        visit.go_to(question)
        visit.view.page.choices[0].setFocus()
        visit.press(UP)
        assert focused() in visit.view.page.languages.buttons.values()


# -- for screen readers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("question", list(Question))
def test_a_screen_reader_meets_a_heading_and_a_group_that_is_called_by_the_question(
    visit: Visit, question: Question
) -> None:
    visit.go_to(question)
    page = visit.view.page
    assert document(page.title).role() is QAccessible.Role.Heading
    group = page.choices[0].parentWidget()
    assert group is not None
    assert document(group).role() is QAccessible.Role.Grouping
    name = document(group).text(QAccessible.Text.Name)
    assert page.title.text().endswith(name)
    assert document(visit.view).text(QAccessible.Text.Name) == "Make reading comfortable"


def has_size(visit: Visit, size_pt: int) -> bool:
    return visit.settings.text_size == size_pt


def test_a_screen_readers_press_chooses(visit: Visit, qtbot: QtBot) -> None:
    for label, size in (("Large", 64), ("Huge", 144)):
        action = document(visit.choice(label)).actionInterface()
        assert action is not None
        action.doAction(action.toggleAction())
        qtbot.waitUntil(partial(has_size, visit, size))
        assert visit.chosen() == [label]
        # One that holds already cannot be taken away by it.
        action.doAction(action.toggleAction())
        settle()
        assert visit.chosen() == [label]
