"""What the interface voice says on each screen: the real window and narrator, between fakes."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk import bootstrap, i18n
from kiosk.adapters.store_folder import MemoryStore
from kiosk.app.narration import catalog_caption
from kiosk.app.note import FellAsleep
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.campaign import Appeal, Campaign
from kiosk.core.reading import Lost, Paused, Speaking, is_sounding
from kiosk.core.settings import PreferenceValue, Profile
from kiosk.core.timeline import ms_to_frames
from kiosk.qt import accessibility
from kiosk.qt.application import attach, make_window
from kiosk.qt.spoken import control_of
from kiosk.qt.timer import QtTimer
from kiosk.qt.views.buttons import LargeButton
from kiosk.window import resources as window_resources
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_output import FakeOutput
from tests.fakes.fake_synthesizer import FakeSynthesizer

# Tests press faster than people do.
SETTINGS: dict[str, PreferenceValue] = {"theme": "paper", "double_press": 0}
TAGS = ("en", "ru", "tr", "ar", "uk")
ENGLISH = (
    '+++\ntitle = "Three"\nlanguage = "en"\nsummary = "A short text."\n+++\nFirst of two.\n\nSecond of two.\n'
)
RUSSIAN = '+++\ntitle = "Голос"\nlanguage = "ru"\nsummary = "Короткий текст."\n+++\nОдин абзац.\n'
APPEAL = Appeal(Campaign("c1", "The Paper", {"en": "Please give."}, "paper.example/give"), "en", "Please give.")


class Booth:
    """A window with two articles, and all that its own voice was asked to say."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        profile: Profile = Profile.PUBLIC,
        language: str = "en",
        asked: dict[str, PreferenceValue] | None = None,
    ) -> None:
        accessibility.install()
        content = self.content = folder / "content"
        content.mkdir(exist_ok=True)
        (content / "1-three.md").write_text(ENGLISH, encoding="utf-8")
        (content / "2-golos.md").write_text(RUSSIAN, encoding="utf-8")
        self.qtbot = qtbot
        self.engines = {tag: FakeSynthesizer((tag,), name=f"prompt-{tag}") for tag in TAGS}
        self.output = FakeOutput()
        self.clock = FakeClock()
        options = bootstrap.Options(
            profile, content, folder / "state", {**SETTINGS, "language": language, **(asked or {})}
        )
        self.kiosk = bootstrap.build(
            options,
            QtTimer,
            store=MemoryStore(),
            clock=self.clock,
            output=self.output,
            rack=VoiceRack([FakeSynthesizer(("en", "ru"))]),
            prompt_rack=VoiceRack(list(self.engines.values())),
        )
        self.narrator = self.kiosk.narrator
        self.window = make_window(self.kiosk.preferences, window_resources(), None)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.voice = attach(self.window, self.kiosk, None)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys where a person's arrive: at the window."""
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key)
        self.settle()

    def settle(self) -> None:
        """Let the event loop and the narrator's thread do all that they can."""
        for _ in range(3):
            QApplication.processEvents()
        done = threading.Event()
        self.narrator._give(done.set)
        assert done.wait(20)

    def said(self, language: str = "en") -> list[str]:
        """Take what was said in a language since the last time."""
        self.settle()
        # What was said before would not be rendered again.
        self.narrator._cache.clear()
        taken = list(self.engines[language].spoken)
        self.engines[language].spoken.clear()
        return taken

    def start(self) -> None:
        self.voice.start()
        self.settle()

    def open_reader(self, path: str = "1-three.md") -> None:
        self.kiosk.reading.open(path)
        self.settle()

    def read(self) -> None:
        """Let the reading sound."""
        self.press(Qt.Key.Key_Space)
        self.qtbot.waitUntil(lambda: self.output.is_open)
        self.qtbot.waitUntil(self._pumps_until_speaking)
        self.said()

    def _pumps_until_speaking(self) -> bool:
        self.output.pump(ms_to_frames(10))
        return isinstance(self.kiosk.player.state.value, Speaking)

    def is_on(self) -> bool:
        """Whether the voice speaks; a function, since it changes by what the test does."""
        return self.voice.is_on

    def is_speaking(self) -> bool:
        """Whether something is being said."""
        return self.narrator.is_speaking.value

    @property
    def note(self) -> str:
        """What the reader's line for messages shows."""
        line = self.window.reader.message_line
        assert line is not None
        return line.text() if line.isVisible() else ""


NewBooth = Callable[..., Booth]


@pytest.fixture
def new_booth(qtbot: QtBot, tmp_path: Path) -> Iterator[NewBooth]:
    booths: list[Booth] = []

    def make(**options: object) -> Booth:
        booths.append(Booth(qtbot, tmp_path, **options))  # type: ignore[arg-type]
        return booths[-1]

    yield make
    for booth in booths:
        # What an assistive technology is told is the whole process's: it must not stay quiet.
        booth.kiosk.preferences.set("speaker", "text")
        booth.kiosk.close()
    i18n.set_language("en")


@pytest.fixture
def booth(new_booth: NewBooth) -> Booth:
    """A public kiosk whose voice has said where one is."""
    made = new_booth()
    made.start()
    return made


# -- screens ---------------------------------------------------------------------------------------------------


@pytest.mark.conforms("FP-1", "FP-4", "CF-02", "CF-21")
def test_the_catalog_says_what_to_choose_how_and_what_has_the_focus(booth: Booth) -> None:
    said = " ".join(booth.said())
    assert said == (
        "Choose an article. 2 articles. The arrow keys move, Enter opens, F1 helps. "
        "Three. English, 1 minute, button, A short text."
    )
    # What is said and does not stand on the card or above it is on the screen as well.
    line = "2 articles. The arrow keys move, Enter opens, F1 helps. Three. English, 1 minute, button"
    assert booth.window.catalog.message_line.text() == line
    assert booth.window.catalog.message_line.isVisible()


@pytest.mark.conforms("CF-16")
def test_a_card_says_title_and_summary_in_the_articles_language_and_the_facts_in_the_interfaces(
    booth: Booth,
) -> None:
    booth.said()
    booth.said("ru")
    booth.press(Qt.Key.Key_Down)
    assert booth.said("ru") == ["Голос.", "Короткий текст."]
    assert booth.said() == ["Russian, 1 minute, button"]


def test_a_language_says_its_name_in_itself_and_whether_it_is_the_one_now(booth: Booth) -> None:
    booth.said()
    booth.said("ru")
    booth.window.catalog.language_buttons["en"].setFocus()
    assert booth.said() == ["English, button, This is the language now."]
    booth.window.catalog.language_buttons["ru"].setFocus()
    assert (booth.said("ru"), booth.said()) == (["Русский"], ["button"])


@pytest.mark.conforms("CF-02", "CF-16", "SW-32")
@pytest.mark.parametrize("language", TAGS)
def test_each_screen_is_said_in_the_interfaces_language(new_booth: NewBooth, language: str) -> None:
    booth = new_booth(language=language)
    booth.start()
    catalog = booth.window.catalog
    said = booth.said(language)
    # Joined, because neighbours in one language are said by one voice in one breath.
    assert said
    assert " ".join(said).startswith(f"{catalog.title.text()}. ")
    assert catalog_caption(2) in catalog.message_line.text()
    booth.open_reader("2-golos.md" if language == "en" else "1-three.md")
    assert booth.note
    assert " ".join(booth.said(language)) in booth.note
    booth.kiosk.reading.appeal.set(APPEAL)
    dialog = booth.window.dialog
    assert dialog.later_button.label in " ".join(booth.said(language))


@pytest.mark.conforms("CF-16", "SW-32")
def test_another_interface_language_is_said_in_that_language(booth: Booth) -> None:
    booth.said("uk")
    booth.window.catalog.language_buttons["uk"].setFocus()
    booth.press(Qt.Key.Key_Space)
    assert i18n.language() == "uk"
    said = " ".join(booth.said("uk"))
    assert booth.window.catalog.title.text() in said
    assert catalog_caption(2) in booth.window.catalog.message_line.text()


@pytest.mark.conforms("FP-1", "CF-02")
def test_an_article_says_title_time_and_how_to_hear_it(booth: Booth) -> None:
    booth.said()
    booth.press(Qt.Key.Key_Return)
    assert booth.said() == ["Three. 1 minute. Press Space or Enter to read."]
    assert booth.note == "Three. 1 minute. Press Space or Enter to read."


def test_the_title_of_an_article_is_said_in_its_language(booth: Booth) -> None:
    booth.said("ru")
    booth.said()
    booth.open_reader("2-golos.md")
    assert booth.said("ru") == ["Голос."]
    assert booth.said() == ["1 minute. Press Space or Enter to read."]


def test_an_article_that_was_left_says_where(booth: Booth) -> None:
    booth.open_reader()
    booth.press(Qt.Key.Key_End)
    booth.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    booth.said()
    booth.open_reader()
    assert booth.said() == ["Three. Paragraph 2 of 2. 1 minute. Press Space or Enter to read."]


def test_leaving_an_article_says_the_catalog_again(booth: Booth) -> None:
    booth.open_reader()
    booth.said()
    booth.press(Qt.Key.Key_Escape)
    assert " ".join(booth.said()).startswith("Choose an article. 2 articles.")


@pytest.mark.conforms("CF-02")
def test_the_appeal_says_who_asks_what_and_the_button(booth: Booth) -> None:
    booth.open_reader()
    booth.said()
    booth.kiosk.reading.appeal.set(APPEAL)
    assert booth.said() == ["A message from The Paper, Please give. Remind me later, button"]


@pytest.mark.conforms("CF-02", "CF-18")
def test_the_way_to_donate_says_all_that_is_shown(booth: Booth) -> None:
    booth.open_reader()
    booth.kiosk.reading.appeal.set(APPEAL)
    booth.press(Qt.Key.Key_Up)
    booth.said()
    booth.press(Qt.Key.Key_Space)
    said = " ".join(booth.said())
    assert said.startswith("How to donate to The Paper, paper.example/give, ")
    assert said.count("paper.example/give") == 1
    assert "No payment happens here." in said


def test_an_answer_to_the_appeal_is_followed_by_where_one_is(booth: Booth) -> None:
    booth.open_reader()
    booth.kiosk.reading.appeal.set(APPEAL)
    booth.said()
    booth.press(Qt.Key.Key_Escape)
    assert booth.said() == ["Three. 1 minute. Press Space or Enter to read."]


# -- controls --------------------------------------------------------------------------------------------------


@pytest.mark.conforms("CF-02")
def test_a_button_of_the_bar_says_name_kind_and_what_it_is_set_to(booth: Booth) -> None:
    booth.open_reader()
    booth.said()
    bar = booth.window.reader.transport_bar
    assert bar is not None
    bar.faster.setFocus(Qt.FocusReason.TabFocusReason)
    assert booth.said() == ["Faster, button, 160 words per minute"]


@pytest.mark.conforms("FP-1", "CF-02")
def test_every_control_of_every_screen_has_something_to_say(booth: Booth) -> None:
    booth.open_reader()
    booth.kiosk.reading.appeal.set(APPEAL)
    booth.settle()
    buttons = booth.window.findChildren(LargeButton) + booth.window.catalog.cards
    assert len(buttons) > 20
    for button in buttons:
        if button is not booth.window.catalog.continue_card:
            assert control_of(button).name, button


@pytest.mark.conforms("CF-29")
def test_a_button_that_can_be_switched_says_its_state(qtbot: QtBot) -> None:
    button = LargeButton("")
    qtbot.addWidget(button)
    button.set_words("Pauses")
    button.setCheckable(True)
    assert control_of(button).is_on is False
    button.setChecked(True)
    assert control_of(button).is_on is True
    button.setEnabled(False)
    assert control_of(button).is_unavailable


def test_the_text_of_an_article_is_called_by_its_title_in_its_language(booth: Booth) -> None:
    booth.open_reader("2-golos.md")
    booth.said("ru")
    booth.said()
    booth.press(Qt.Key.Key_Tab)
    booth.said()
    booth.press(Qt.Key.Key_Backtab)
    assert (booth.said("ru"), booth.said()) == (["Голос"], ["article"])


# -- notes, messages, colours ----------------------------------------------------------------------------------


@pytest.mark.conforms("FP-1", "FP-4", "CF-02", "CF-21")
@pytest.mark.parametrize(
    ("key", "words"),
    [
        (Qt.Key.Key_F3, "Move by: headings"),
        (Qt.Key.Key_F5, "At the title: Three. 1 minute left."),
        (Qt.Key.Key_F8, "There is no earlier place to go back to."),
        (Qt.Key.Key_F9, "Bookmark set at: Three"),
        (Qt.Key.Key_F2, "Colours: Night"),
        (Qt.Key.Key_Plus, "Text size: 48 points."),
        (Qt.Key.Key_Delete, "The reading stops after 15 minutes."),
    ],
)
def test_what_a_key_did_is_shown_and_said(booth: Booth, key: Qt.Key, words: str) -> None:
    booth.open_reader()
    booth.said()
    booth.press(key)
    assert booth.said() == [words]
    assert booth.note == words


@pytest.mark.conforms("FP-4")
def test_that_the_loudspeaker_has_gone_is_shown_and_not_said_when_it_is_back(booth: Booth) -> None:
    booth.open_reader()
    booth.read()
    booth.output.lose()
    booth.qtbot.waitUntil(lambda: isinstance(booth.kiosk.player.state.value, Lost))
    assert booth.note.startswith("The loudspeaker or headphones are gone.")
    booth.output.restore()
    booth.qtbot.waitUntil(booth._pumps_until_speaking)
    assert booth.note == ""
    assert booth.said() == []


@pytest.mark.conforms("FP-4", "CF-21")
def test_colours_are_said_and_shown_in_the_catalog_too(booth: Booth) -> None:
    booth.said()
    booth.press(Qt.Key.Key_F2)
    assert booth.said() == ["Colours: Night"]
    assert booth.window.catalog.message_line.text() == "Colours: Night"


@pytest.mark.conforms("CF-13")
def test_the_volume_can_be_changed_and_is_said_on_every_screen(booth: Booth) -> None:
    booth.said()
    booth.press(Qt.Key.Key_F11)
    assert booth.said() == ["Volume 90 percent."]
    assert booth.window.catalog.message_line.text() == "Volume 90 percent."
    booth.open_reader()
    booth.kiosk.reading.appeal.set(APPEAL)
    booth.said()
    booth.press(Qt.Key.Key_VolumeUp)
    assert booth.said() == ["Volume 100 percent."]
    assert booth.window.dialog.note.text() == "Volume 100 percent."


@pytest.mark.conforms("FP-4", "CF-17", "SW-35")
def test_an_article_that_cannot_be_opened_is_said_and_shown(booth: Booth) -> None:
    booth.said()
    booth.narrator.cut()
    booth.kiosk.reading.open("gone.md")
    said = booth.said()
    assert len(said) == 1
    assert said[0].startswith("This article cannot be opened.")
    assert booth.window.catalog.message_line.text() == said[0]


# -- beside the reading ----------------------------------------------------------------------------------------


def test_while_it_reads_a_level_is_said_and_the_reading_waits(booth: Booth) -> None:
    booth.open_reader()
    booth.read()
    heard = booth.kiosk.player.timeline.heard().frame
    booth.press(Qt.Key.Key_F3)
    assert booth.said() == ["Move by: headings"]
    booth.output.pump(ms_to_frames(100))
    assert is_sounding(booth.kiosk.player.state.value)
    assert booth.kiosk.player.timeline.heard().frame == heard


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_F12, Qt.Key.Key_Plus])
def test_while_it_reads_steps_are_shown_and_not_said(booth: Booth, key: Qt.Key) -> None:
    booth.open_reader()
    booth.read()
    booth.press(key)
    assert booth.said() == []
    assert booth.note


@pytest.mark.conforms("CF-12", "SW-22")
def test_while_it_reads_nothing_is_said_that_nobody_asked_for(booth: Booth) -> None:
    booth.open_reader()
    booth.read()
    bar = booth.window.reader.transport_bar
    assert bar is not None
    bar.help.setFocus()
    booth.kiosk.reading.sleep._tell(FellAsleep())
    assert booth.said() == []
    # What happened by itself is said when the reading is silent.
    booth.kiosk.player.pause()
    assert booth.said() == ["The sleep timer has stopped the reading. Press Space to go on."]


def test_while_it_reads_a_control_that_a_key_goes_to_is_said(booth: Booth) -> None:
    booth.open_reader()
    booth.read()
    booth.press(Qt.Key.Key_Tab)
    assert booth.said() == ["Touch twice, button, on, A first touch says what is there, a second one acts."]


@pytest.mark.conforms("CF-05", "CF-06", "CF-07")
def test_any_key_and_any_press_cuts_a_prompt(booth: Booth) -> None:
    booth.open_reader()
    handle = booth.window.windowHandle()
    acts: tuple[Callable[[], None], ...] = (
        lambda: QTest.keyClick(handle, Qt.Key.Key_Shift),
        lambda: QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5)),
    )
    for act in acts:
        booth.press(Qt.Key.Key_F5)
        assert booth.is_speaking()
        act()
        assert not booth.is_speaking()


def test_what_is_pointed_at_is_seen_and_not_said(booth: Booth) -> None:
    booth.open_reader()
    booth.said()
    QTest.mouseClick(booth.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    booth.settle()
    assert QApplication.focusWidget() is booth.window.reader.article_view
    assert booth.said() == []
    booth.press(Qt.Key.Key_Tab)
    assert booth.said()


@pytest.mark.conforms("CF-06")
def test_space_cuts_the_prompt_and_reads(booth: Booth) -> None:
    booth.open_reader()
    assert booth.is_speaking()
    booth.press(Qt.Key.Key_Space)
    assert is_sounding(booth.kiosk.player.state.value)
    assert not booth.is_speaking()
    booth.press(Qt.Key.Key_F5, Qt.Key.Key_Space)
    assert isinstance(booth.kiosk.player.state.value, Paused)
    assert not booth.is_speaking()


# -- on and off ------------------------------------------------------------------------------------------------


def test_at_home_it_is_off_and_costs_no_thread(new_booth: NewBooth) -> None:
    booth = new_booth(profile=Profile.HOME)
    booth.voice.start()
    booth.window.catalog.language_buttons["ru"].setFocus()
    QApplication.processEvents()
    assert not booth.is_on()
    assert booth.narrator._thread is None


SELF = "This program says what its controls are. F10 changes who speaks."
TEXT = "What the controls are is only shown, not spoken. F10 changes who speaks."
READER = "Your screen reader says what the controls are. F10 changes who speaks."


@pytest.mark.conforms("CF-25")
def test_f10_lets_it_speak_at_home_and_it_says_so_and_where_one_is(new_booth: NewBooth) -> None:
    booth = new_booth(profile=Profile.HOME)
    booth.start()
    booth.press(Qt.Key.Key_F10)
    said = " ".join(booth.said())
    assert said.startswith(f"{SELF} Choose an article. 2 articles.")
    assert booth.window.catalog.message_line.text() == said
    assert booth.kiosk.preferences.settings.value.speaker == "self"
    booth.press(Qt.Key.Key_Down)
    assert booth.said() == ["Russian, 1 minute, button"]


@pytest.mark.conforms("CF-25", "FP-4")
def test_what_it_would_say_is_only_shown_after_it_has_said_so(new_booth: NewBooth) -> None:
    booth = new_booth(asked={"speaker": "self"})
    booth.start()
    booth.said()
    booth.press(Qt.Key.Key_F10)
    # By the voice that is about to be silent: nobody is left without knowing how to get back.
    assert booth.said() == [TEXT]
    line = booth.window.catalog.message_line
    assert line.text() == TEXT
    assert not booth.is_on()
    booth.press(Qt.Key.Key_Down)
    assert booth.said() == booth.said("ru") == []
    assert line.text() == "\u2068Голос.\u2069 Russian, 1 minute, button"
    booth.press(Qt.Key.Key_F10)
    assert " ".join(booth.said()).startswith(SELF)
    assert booth.is_on()


def test_a_public_kiosk_has_two_choices_and_home_has_three(new_booth: NewBooth) -> None:
    for profile, ring in (
        (Profile.PUBLIC, ["text", "self", "text"]),
        (Profile.HOME, ["self", "text", "screen-reader"]),
    ):
        booth = new_booth(profile=profile)
        booth.start()
        chosen = []
        for _press in range(3):
            booth.press(Qt.Key.Key_F10)
            chosen.append(booth.kiosk.preferences.settings.value.speaker)
        assert chosen == ring


@pytest.mark.conforms("CF-25")
def test_f10_works_in_the_reader_and_on_the_appeal(new_booth: NewBooth) -> None:
    booth = new_booth(profile=Profile.HOME)
    booth.start()
    booth.open_reader()
    booth.press(Qt.Key.Key_F10)
    assert booth.is_on()
    assert booth.note.startswith(SELF)
    booth.kiosk.reading.appeal.set(APPEAL)
    booth.said()
    booth.press(Qt.Key.Key_F10)
    assert not booth.is_on()
    assert booth.said() == [TEXT]
    assert booth.window.dialog.note.text() == TEXT
    assert booth.window.dialog.note.isVisible()


def test_f10_while_it_reads_makes_the_reading_give_way_only_for_the_answer(new_booth: NewBooth) -> None:
    booth = new_booth(profile=Profile.HOME)
    booth.start()
    booth.open_reader()
    booth.read()
    booth.press(Qt.Key.Key_F10)
    assert booth.said() == [SELF]


def test_a_held_f10_switches_once(new_booth: NewBooth) -> None:
    booth = new_booth(profile=Profile.HOME)
    booth.start()
    handle, key = booth.window.windowHandle(), Qt.Key.Key_F10
    for is_held in (False, True, True):
        QApplication.sendEvent(handle, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier(0), "", is_held))
    booth.settle()
    assert booth.is_on()


def test_a_setting_that_changes_elsewhere_is_followed(new_booth: NewBooth) -> None:
    booth = new_booth()
    booth.start()
    booth.kiosk.preferences.set("speaker", "text")
    assert not booth.is_on()
    booth.kiosk.preferences.set("interface_voice", "on")
    assert booth.is_on()


def test_what_was_remembered_at_home_speaks_at_the_next_start(new_booth: NewBooth, qtbot: QtBot) -> None:
    booth = new_booth(profile=Profile.HOME, asked={"interface_voice": "on"})
    booth.start()
    qtbot.waitUntil(booth.is_on)
    assert booth.said()


# -- beside an assistive technology ----------------------------------------------------------------------------


@pytest.fixture
def assistive_technology() -> Iterator[None]:
    """One that runs, as far as Qt can tell."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.conforms("CF-12")
def test_what_was_chosen_at_home_holds_beside_an_assistive_technology(
    new_booth: NewBooth, assistive_technology: None
) -> None:
    booth = new_booth(profile=Profile.HOME, asked={"interface_voice": "on"})
    booth.start()
    assert booth.is_on()
    booth.press(Qt.Key.Key_F10)
    booth.said()
    booth.press(Qt.Key.Key_Down)
    assert booth.said() == []


def test_at_home_the_first_start_leaves_it_to_the_assistive_technology(
    new_booth: NewBooth, assistive_technology: None
) -> None:
    booth = new_booth(profile=Profile.HOME)
    booth.start()
    assert not booth.is_on()
    assert booth.said() == []


@pytest.mark.conforms("CF-01", "CF-03", "CF-25")
def test_a_public_kiosk_speaks_whatever_else_runs(new_booth: NewBooth, assistive_technology: None) -> None:
    booth = new_booth()
    booth.start()
    assert booth.is_on()


def test_one_that_comes_later_does_not_silence_it_in_mid_use(new_booth: NewBooth) -> None:
    booth = new_booth()
    booth.start()
    booth.said()
    QAccessible.setActive(True)
    try:
        booth.press(Qt.Key.Key_Down)
        assert booth.said()
    finally:
        QAccessible.setActive(False)


@pytest.mark.conforms("SW-38")
def test_what_is_said_is_not_announced_and_what_is_not_said_is(new_booth: NewBooth) -> None:
    booth = new_booth(profile=Profile.HOME)
    booth.start()
    booth.open_reader()
    line = booth.window.reader.message_line
    assert line is not None
    told = []
    for _press in range(4):
        booth.press(Qt.Key.Key_F5)
        said = len(booth.said())
        assert line.notification.isVisible() is line.is_announced
        told.append((said, line.is_announced))
        booth.press(Qt.Key.Key_F10)
        # Who says that another one speaks from now on says it alone.
        assert len(booth.said()) + line.is_announced == 1
        assert line.notification.isVisible() is line.is_announced
    # Screen reader, own voice, nobody, screen reader.
    assert told == [(0, True), (1, False), (0, False), (0, True)]


def test_an_announcement_is_sent_only_where_a_role_does_not_make_one(new_booth: NewBooth) -> None:
    booth = new_booth(profile=Profile.HOME)
    line = booth.window.catalog.message_line
    sent = [accessibility.announce(line, "Words", False, platform) for platform in ("xcb", "wayland", "windows")]
    assert sent == [False, False, True]
    assert not accessibility.announce(line, "", False, "windows")


def test_what_comes_by_itself_waits_until_what_is_said_is_heard(booth: Booth) -> None:
    """As the end of copying from a stick: nobody pressed anything for it at that moment."""
    booth.said()
    assert booth.is_speaking(), "nothing is being said that could be cut"
    before = booth.narrator.caption.value.pieces
    booth.window.told.emit("Copied.")
    booth.settle()
    assert [piece.text for piece in booth.narrator.caption.value.pieces] == [
        *(piece.text for piece in before),
        "Copied.",
    ]
