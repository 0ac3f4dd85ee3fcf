"""Visits as a person at the window has them: waking, the warning, headphones, closing time, and nothing left."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk import bootstrap, i18n
from kiosk.adapters.store_folder import MemoryStore
from kiosk.app.station import StationKeeper
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.campaign import Appeal, Campaign
from kiosk.core.key_map import HardKey, KeyMap, KeyRole
from kiosk.core.key_presets import PRESETS
from kiosk.core.narration import Saying
from kiosk.core.reading import Lost, Paused, Speaking
from kiosk.core.settings import PreferenceValue, Profile
from kiosk.core.staff_gate import WAY_IN
from kiosk.core.station import StationValue
from kiosk.core.timeline import ms_to_frames
from kiosk.core.visit import Active, Attract, Closed
from kiosk.core.visit_events import Begun, Extended, Gone, Told, Why
from kiosk.i18n import LANGUAGES
from kiosk.qt import accessibility
from kiosk.qt.application import attach, make_window
from kiosk.qt.meeting import admit_staff
from kiosk.qt.views.donation_dialog import DonationDialog
from kiosk.qt.visit import VisitScreen
from kiosk.window import resources as window_resources
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_output import FakeOutput
from tests.fakes.fake_synthesizer import FakeSynthesizer
from tests.fakes.fake_timer import FakeTimer
from tests.qt.looking import settle
from tests.qt.screen_content import BRIEFING, RememberedContent, write_content

TAGS = tuple(LANGUAGES)
IDLE_S, BY_EAR_S = 90, 180
HOURS: dict[str, StationValue] = {"hours": "Mo-Fr 09:00-12:30; Sa 10:00-12:00"}
IN, OUT = HardKey(0, 185), HardKey(0, 186)


class Place:
    """A public kiosk, and time that a test moves."""

    def __init__(
        self,
        folder: Path,
        language: str = "en",
        station: dict[str, StationValue] | None = None,
        asked: dict[str, PreferenceValue] | None = None,
        now: datetime = datetime(2026, 3, 2, 12, 0, tzinfo=UTC),
    ) -> None:
        accessibility.install()
        content = folder / f"content-{language}"
        write_content(content, language)
        self.clock, self.timers = FakeClock(now), list[FakeTimer]()
        self.output = FakeOutput(self.clock)
        self.store = MemoryStore()
        self.voices = {tag: FakeSynthesizer((tag,), name=f"prompt-{tag}") for tag in TAGS}
        wishes = {"theme": "paper", "language": language, "double_press": 0, "motion": "reduced", **(asked or {})}
        self.kiosk = bootstrap.build(
            bootstrap.Options(Profile.PUBLIC, content, folder / "state", wishes),
            self._new_timer,
            store=self.store,
            station=StationKeeper(station or {}, self.store),
            clock=self.clock,
            content=RememberedContent(content),
            output=self.output,
            rack=VoiceRack([FakeSynthesizer(TAGS, "natural", 3), FakeSynthesizer(TAGS, "plain", 1)]),
            prompt_rack=VoiceRack(list(self.voices.values())),
        )
        self.desk = self.kiosk.visit
        self.desk.doors.to_local = lambda moment: moment
        self.told: list[Told] = []
        self.desk.told.append(self.told.append)
        self.window = make_window(self.kiosk.preferences, window_resources(), None)
        self.window.resize(1280, 800)
        self.voice = attach(self.window, self.kiosk, None, is_visit=True)
        self.window.show()
        self.window.activateWindow()
        self.voice.start()
        settle()

    def _new_timer(self) -> FakeTimer:
        self.timers.append(FakeTimer())
        return self.timers[-1]

    # -- what there is ----------------------------------------------------------------------------------------

    @property
    def screen(self) -> VisitScreen:
        assert self.window.visits is not None
        return self.window.visits

    def is_waiting(self) -> bool:
        return self.window.currentWidget() is self.screen.view

    def is_swallowing(self) -> bool:
        return self.window.is_waking

    def is_asking(self) -> bool:
        return self.window.fitting is not None and self.window.fitting.is_in_front

    def is_warned(self) -> bool:
        return self.screen.card.isVisible()

    def is_in(self, *kinds: type) -> bool:
        return isinstance(self.desk.state.value, kinds)

    def is_reading_in(self, kind: type) -> bool:
        return isinstance(self.kiosk.player.state.value, kind)

    def said(self, language: str = "en") -> list[str]:
        """Take what the interface voice was given to say since the last time."""
        self.settle_voices()
        taken = list(self.voices[language].spoken)
        self.voices[language].spoken.clear()
        return taken

    def settle_voices(self) -> None:
        import threading

        settle()
        done = threading.Event()
        self.kiosk.narrator._give(done.set)
        assert done.wait(20)
        self.kiosk.narrator._cache.clear()

    # -- what happens -----------------------------------------------------------------------------------------

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key)
            settle()

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=centre(self.window, widget))
        settle()

    def be_silent(self) -> None:
        """Let what is being said be over, without a second going by."""
        self.settle_voices()
        self.kiosk.narrator.cut()

    def _fire_fast(self) -> None:
        for timer in self.timers:
            if timer.interval_ms < 1000:
                timer.fire()

    def wait(self, seconds: int) -> None:
        """Let seconds pass in silence."""
        for _ in range(seconds):
            self.be_silent() if self.kiosk.narrator.is_speaking.value else None
            self.clock.advance(timedelta(seconds=1))
            for timer in self.timers:
                if timer.interval_ms == 1000:
                    timer.fire()
        settle()

    def read(self) -> None:
        """Open an article and listen for a moment."""
        assert self.kiosk.reading.open(BRIEFING)
        settle()
        self.kiosk.reading.play_from(1)
        self.listen_until(lambda: self.is_reading_in(Speaking))

    def listen_until(self, is_reached: Callable[[], bool]) -> None:
        import threading

        for _ in range(3000):
            if is_reached():
                settle()
                return
            self.output.pump(ms_to_frames(10))
            self._fire_fast()
            QApplication.processEvents()
            threading.Event().wait(0.0005)
        raise AssertionError("never")

    def close(self) -> None:
        self.kiosk.preferences.set("language", "en")
        self.window.close()
        self.kiosk.close()


def centre(window: QWidget, widget: QWidget) -> QPoint:
    return widget.mapTo(window, widget.rect().center())


NewPlace = Callable[..., Place]


@pytest.fixture
def new_place(tmp_path: Path) -> Iterator[NewPlace]:
    made: list[Place] = []

    def make(*arguments: object, **words: object) -> Place:
        made.append(Place(tmp_path, *arguments, **words))  # type: ignore[arg-type]  # checked by those who call
        return made[-1]

    yield make
    for place in made:
        place.close()
    bootstrap.set_language("en")


# -- nobody is here -----------------------------------------------------------------------------------------------


def test_a_kiosk_waits_in_silence_and_shows_how_to_begin(new_place: NewPlace) -> None:
    place = new_place()
    assert place.is_waiting()
    assert place.screen.view.title.text() == "Press any key or touch the screen"
    assert "How to use this kiosk" in [block.text() for block in place.screen.view.lines if block.isVisible()]
    place.wait(600)
    assert place.is_in(Attract)
    assert place.said() == []
    assert not place.told


def test_the_languages_take_turns_each_in_its_own_direction(new_place: NewPlace) -> None:
    place = new_place()
    seen = {}
    for _ in TAGS:
        view = place.screen.view
        seen[view.title.words_language] = view.title.is_right_to_left
        place.wait(8)
    assert seen == {tag: tag == "ar" for tag in TAGS}
    assert place.screen.view.title.words_language == "en"
    assert i18n.language() == "en"


def test_the_words_move_a_little_every_three_minutes(new_place: NewPlace) -> None:
    place = new_place()
    before = place.screen.view.title.pos()
    place.wait(160)
    assert place.screen.view.title.pos() == before
    place.wait(40)
    assert place.screen.view.title.pos() - before == QPoint(4, 0)


@pytest.mark.conforms("SW-23")
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_X, Qt.Key.Key_Shift])
def test_a_first_key_only_wakes(new_place: NewPlace, key: Qt.Key) -> None:
    place = new_place()
    before = place.kiosk.preferences.settings.value
    place.press(key)
    assert place.is_asking()
    assert place.kiosk.fitting.fitting.value is not None
    assert place.kiosk.fitting.fitting.value.is_first
    assert place.kiosk.preferences.settings.value == before
    said = place.said()
    assert said[0].startswith("Welcome.")
    assert any("after 3 quiet minutes" in words for words in said)
    assert any("Question 1 of 3" in words for words in said)
    assert place.told == [Begun()]


def test_a_first_touch_only_wakes_and_presses_nothing_that_comes(new_place: NewPlace) -> None:
    place = new_place()
    for x, y in ((640, 400), (640, 760), (100, 100)):
        QTest.mousePress(place.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))
        settle()
        assert place.is_waiting()
        QTest.mouseRelease(place.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))
        settle()
        assert place.is_asking()
        assert place.kiosk.fitting.fitting.value is not None
        assert place.kiosk.fitting.fitting.value.is_first
        assert any("after 1 quiet minute" in said for said in place.said())
        place.wait(IDLE_S + 30)
        assert place.is_waiting()


def test_a_finger_on_a_touch_screen_wakes_too(new_place: NewPlace) -> None:
    place = new_place()
    device = QTest.createTouchDevice()
    handle, spot = place.window.windowHandle(), QPoint(600, 300)
    QTest.touchEvent(handle, device).press(0, spot, handle).commit()
    settle()
    assert place.is_waiting()
    QTest.touchEvent(handle, device).release(0, spot, handle).commit()
    settle()
    assert place.is_asking()
    place.wait(IDLE_S)
    assert place.is_warned()
    QTest.touchEvent(handle, device).press(0, spot, handle).commit()
    QTest.touchEvent(handle, device).release(0, spot, handle).commit()
    settle()
    assert not place.is_warned()
    assert place.kiosk.fitting.fitting.value is not None
    assert place.kiosk.fitting.fitting.value.is_first


def test_a_turned_wheel_wakes(new_place: NewPlace) -> None:
    place = new_place()
    middle = QPointF(place.screen.view.rect().center())
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(
        middle,
        middle,
        QPoint(),
        QPoint(0, 120),
        none,
        Qt.KeyboardModifier.NoModifier,
        phase,
        False,
        device=QPointingDevice.primaryPointingDevice(),
    )
    QApplication.sendEvent(place.screen.view, turn)
    assert place.is_asking()


def test_named_questions_come_at_once(new_place: NewPlace) -> None:
    place = new_place(asked={"fitting": "visit"})
    assert place.is_asking()
    assert place.is_in(Active)


# -- the warning --------------------------------------------------------------------------------------------------


@pytest.mark.conforms("SW-18", "SW-19")
@pytest.mark.parametrize("tag", TAGS)
def test_the_warning_is_seen_and_heard_and_any_key_only_stays(new_place: NewPlace, tag: str) -> None:
    place = new_place(tag)
    place.press(Qt.Key.Key_Return)
    place.press(Qt.Key.Key_Down)
    focused = QApplication.focusWidget()
    assert focused is not None
    place.wait(BY_EAR_S - 1)
    place.said(tag)
    assert not place.is_warned()
    place.wait(1)
    assert place.is_warned()
    card = place.screen.card
    assert card.geometry() == place.window.rect()
    assert all(block.isVisible() and block.text() for block in (card.title, card.how, card.otherwise))
    number = "٤٥" if tag == "ar" else "45"
    assert number in card.otherwise.text()
    assert card.accessibleName() == card.title.text()
    heard = " ".join(place.said(tag))
    assert card.title.text().rstrip("?؟.") in heard
    assert card.how.text().rstrip(".") in heard
    assert "45" in heard
    place.wait(19)
    assert place.said(tag) == []
    place.wait(1)
    assert "25" in " ".join(place.said(tag))
    before = place.kiosk.preferences.settings.value
    place.press(Qt.Key.Key_F2)
    assert not place.is_warned()
    assert QApplication.focusWidget() is focused
    assert place.kiosk.preferences.settings.value == before
    assert place.told[-1] == Extended()


@pytest.mark.conforms("SW-19")
@pytest.mark.parametrize("wanted", ["on", "off"])
def test_a_tone_comes_with_the_warning_and_every_ten_seconds_unless_the_station_file_says_no(
    new_place: NewPlace, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = new_place(station={"warning_tone": wanted})
    tones: list[bool] = []
    say = place.kiosk.narrator.say

    def note(saying: Saying) -> None:
        tones.append(saying.has_tone)
        say(saying)

    monkeypatch.setattr(place.kiosk.narrator, "say", note)
    place.click(place.screen.view)
    place.wait(IDLE_S - 1)
    assert not any(tones)
    tones.clear()
    place.wait(1)
    place.wait(20)
    assert tones == [wanted == "on"] * 3


def test_the_number_goes_down_by_fives(new_place: NewPlace) -> None:
    place = new_place()
    place.click(place.screen.view)
    place.wait(IDLE_S)
    seen = []
    for _ in range(29):
        words = place.screen.card.otherwise.text()
        number = int("".join(sign for sign in words if sign.isdigit()))
        if number not in seen:
            seen.append(number)
        place.wait(1)
    assert seen == [30, 25, 20, 15, 10, 5]


def test_a_touch_of_the_warning_presses_nothing_below(new_place: NewPlace) -> None:
    place = new_place()
    place.click(place.screen.view)
    view = place.window.fitting.view if place.window.fitting is not None else None
    assert view is not None
    place.wait(IDLE_S)
    before = place.kiosk.fitting.fitting.value
    place.click(view.bar.next)
    assert not place.is_warned()
    assert place.kiosk.fitting.fitting.value == before
    place.click(view.bar.next)
    assert place.kiosk.fitting.fitting.value != before


def test_speech_and_silent_reading_put_the_warning_off(new_place: NewPlace) -> None:
    place = new_place()
    place.click(place.screen.view)
    place.read()
    for _ in range(10):
        place.clock.advance(timedelta(seconds=60))
        place.desk._tick()
    assert place.is_in(Active)
    assert not place.screen.card.isVisible()
    place.kiosk.player.stop()
    settle()
    words = place.screen._words_in_view()
    assert words > 5
    place.kiosk.preferences.set("text_size", 18)
    settle()
    assert place.screen._words_in_view() > words


def test_who_does_nothing_is_gone_and_the_next_begins_anew(new_place: NewPlace) -> None:
    place = new_place()
    place.click(place.screen.view)
    place.kiosk.fitting.go_on()
    place.wait(IDLE_S)
    place.wait(30)
    assert place.is_waiting()
    assert not place.screen.card.isVisible()
    assert place.told[-1] == Gone(2, Why.IDLE)
    place.press(Qt.Key.Key_Return)
    fitting = place.kiosk.fitting.fitting.value
    assert fitting is not None
    assert fitting.is_first


def test_staff_come_in_while_nobody_is_here_and_leave_a_fresh_machine(new_place: NewPlace) -> None:
    place = new_place(station=HOURS, now=datetime(2026, 3, 2, 20, 0, tzinfo=UTC))
    admit_staff(place.window, place.kiosk)
    assert place.is_in(Closed)
    # The way in by keys, while the place is closed.
    arrows = {KeyRole.UP: Qt.Key.Key_Up, KeyRole.DOWN: Qt.Key.Key_Down, KeyRole.BACK: Qt.Key.Key_Left}
    place.press(*(arrows.get(role, Qt.Key.Key_Right) for role in WAY_IN))
    assert place.kiosk.staff.gate.value is not None
    assert not place.is_swallowing()
    place.wait(1000)
    assert not place.is_waiting()
    place.kiosk.staff.leave()
    settle()
    assert place.is_waiting()
    assert place.is_swallowing()
    # Inside, what was changed for a trial is put back when staff leave.
    place.kiosk.staff.is_open.set(True)
    settle()
    place.kiosk.preferences.set("text_size", 120)
    place.kiosk.staff.close()
    settle()
    assert place.is_waiting()
    assert place.is_in(Closed)
    assert place.kiosk.preferences.settings.value.text_size == 40


def test_staff_at_work_are_neither_warned_nor_sent_away(new_place: NewPlace) -> None:
    place = new_place()
    place.click(place.screen.view)
    place.wait(IDLE_S)
    place.desk.suspend()
    settle()
    assert not place.is_warned()
    place.wait(5000)
    assert place.is_asking()
    assert place.desk.is_anybody_here
    place.desk.resume()
    place.wait(IDLE_S - 1)
    assert not place.is_warned()
    place.wait(1)
    assert place.is_warned()


# -- headphones ---------------------------------------------------------------------------------------------------


def with_jack(place: Place) -> Place:
    entries = (*PRESETS["arrows"].entries, (KeyRole.HEADPHONES_IN, IN), (KeyRole.HEADPHONES_OUT, OUT))
    place.kiosk.keys.map.set(KeyMap("own", entries))
    return place


def jack(place: Place, key: HardKey) -> None:
    gate = place.window.keyboard
    assert gate is not None
    if gate.gate.is_kept(key, False):
        return
    role = place.kiosk.keys.role_of(key)
    assert role is not None
    gate._five.obey(role, is_arrow=False, is_repeat=False)
    settle()


@pytest.mark.conforms("CF-11")
def test_pulled_headphones_silence_at_once_and_their_return_goes_on(new_place: NewPlace) -> None:
    place = with_jack(new_place())
    place.click(place.screen.view)
    place.read()
    jack(place, OUT)
    assert place.is_reading_in(Paused)
    assert not any(place.output.pump(ms_to_frames(500)))
    # Whatever is said now is not heard either.
    place.press(Qt.Key.Key_F5)
    place.settle_voices()
    assert not any(place.output.pump(ms_to_frames(500)))
    jack(place, IN)
    assert not place.is_reading_in(Speaking)
    jack(place, OUT)
    jack(place, IN)


def test_headphones_that_are_plugged_in_again_resume_the_reading(new_place: NewPlace) -> None:
    place = with_jack(new_place())
    place.click(place.screen.view)
    place.read()
    jack(place, OUT)
    place.wait(31)
    assert place.is_warned()
    assert place.screen.card.title.text() == "The headphones are unplugged."
    jack(place, IN)
    assert not place.is_warned()
    place.listen_until(lambda: place.is_reading_in(Speaking))


def test_headphones_wake_and_their_absence_does_not(new_place: NewPlace) -> None:
    place = with_jack(new_place())
    jack(place, OUT)
    assert place.is_waiting()
    jack(place, IN)
    settle()
    assert place.is_asking()
    assert any("3 quiet minutes" in said for said in place.said())


@pytest.mark.conforms("CF-03")
def test_headphones_that_the_machine_itself_knows_of_wake_too(new_place: NewPlace) -> None:
    place = new_place()
    place.kiosk.player.open_output()
    place.listen_until(lambda: place.output.is_open)
    place.wait(2)
    assert place.is_waiting()
    place.output.has_headphones = True
    place.wait(1)
    settle()
    assert place.is_asking()
    assert any("3 quiet minutes" in said for said in place.said())


def test_a_loudspeaker_that_is_lost_for_a_moment_is_no_sign_of_anybody(new_place: NewPlace) -> None:
    place = new_place()
    place.click(place.screen.view)
    place.read()
    place.kiosk.player.stop()
    for _ in range(IDLE_S // 10):
        place.wait(7)
        place.output.lose()
        place.wait(3)
        place.output.restore()
        place.kiosk.player.open_output()
        place.listen_until(lambda: place.output.is_open and not place.output.is_lost)
    place.wait(2)
    assert place.is_warned()
    assert place.screen.card.title.text() == "Are you still here?"


@pytest.mark.conforms("B-79")
def test_a_lost_loudspeaker_counts_as_pulled_and_the_next_person_hears_again(new_place: NewPlace) -> None:
    place = new_place()
    place.click(place.screen.view)
    place.read()
    place.output.lose()
    place.listen_until(lambda: place.is_reading_in(Lost))
    place.wait(36)
    assert place.is_warned()
    assert place.screen.card.title.text() == "The headphones are unplugged."
    place.wait(45)
    assert place.is_waiting()
    assert place.told[-1] == Gone(1, Why.PULLED)


# -- opening hours ------------------------------------------------------------------------------------------------


def test_a_closed_place_tells_its_hours_on_a_key_in_one_language_after_the_other(new_place: NewPlace) -> None:
    # A Monday.
    place = new_place(station=HOURS, now=datetime(2026, 3, 2, 20, 0, tzinfo=UTC))
    view = place.screen.view
    assert place.is_in(Closed)
    assert view.title.text() == "We are closed"
    assert view.subtitle.text() == "Open again: Tuesday, 09:00"
    assert view.lines[0].text() == "Monday – Friday: 09:00–12:30"
    assert view.lines[1].text() == "Saturday: 10:00–12:00"
    assert place.said() == []
    for tag in TAGS:
        place.press(Qt.Key.Key_Return)
        assert view.title.words_language == tag
        assert place.said(tag), tag
    assert place.is_waiting()
    place.clock.set_date(datetime(2026, 3, 3, 9, 0, tzinfo=UTC))
    place.wait(1)
    assert place.is_in(Attract)
    # The languages go on from the one that was told last.
    with i18n.speaking(TAGS[-1]):
        assert view.title.text() == i18n._("Press any key or touch the screen")


def test_a_reading_at_closing_time_is_told_and_ends_at_the_end_of_its_paragraph(new_place: NewPlace) -> None:
    place = new_place(station=HOURS)
    place.click(place.screen.view)
    place.read()
    place.clock.set_date(datetime(2026, 3, 2, 12, 30, tzinfo=UTC))
    place.desk._tick()
    assert any("3 more minutes" in said for said in place.said())
    assert "closing" in place.desk.sound.note.value
    start = place.kiosk.player.state.value.at.passage
    place.listen_until(lambda: not place.is_reading_in(Speaking))
    assert place.kiosk.player.state.value.at.passage == start + 1
    for _ in range(180):
        place.clock.advance(timedelta(seconds=1))
        place.press(Qt.Key.Key_Tab)
        place.desk._tick()
    assert place.is_in(Closed)
    assert place.told[-1] == Gone(3, Why.CLOSING)


# -- nothing is left ----------------------------------------------------------------------------------------------


def all_that_is_so(place: Place) -> dict[str, object]:
    """Return everything that a next person could meet."""
    kiosk, reading = place.kiosk, place.kiosk.reading
    touch, reader = place.voice.touch, place.window.reader
    assert touch is not None
    return {
        "settings": kiosk.preferences.settings.value,
        "wishes": (dict(kiosk.preferences._asked), dict(kiosk.preferences._kept)),
        "opened": reading.opened.value,
        "article": (kiosk.player.article, kiosk.player.navigator),
        "place": kiosk.player.state.value.at,
        "rate": kiosk.player.rate,
        "volume": [gain.volume for gain in kiosk.player.gains],
        "mute": [gain._is_muted for gain in kiosk.player.gains],
        "progress": reading.progress.value,
        "note": reading.note.value,
        "message": reading.message.value,
        "appeal": reading.appeal.value,
        "report": kiosk.player.report.value,
        "choosing": reading.is_choosing,
        "trail": reading.navigation._trail,
        "marks": reading.navigation._bookmarks._marks or [],
        "places": kiosk.library._places or {},
        "sleep": reading.sleep.minutes,
        "reset": reading.appearance.has_reset,
        "keys": kiosk.keys.map.value,
        "fitting": kiosk.fitting.fitting.value,
        "said": dict(kiosk.narrator._cache),
        "caption": kiosk.narrator.caption.value.pieces,
        "captions": {row.line.text() for row in place.window.caption_rows},
        "clipboard": QGuiApplication.clipboard().text(),
        "title": place.window.windowTitle(),
        "page": reader.article_view.article(),
        "panel": reader.panel_in_front,
        "touch": (touch._hints_left, touch._is_touched),
        "language": i18n.language(),
        "front": type(place.window.currentWidget()).__name__,
        "records": dict(place.store.records),
    }


@pytest.mark.conforms("B-78")
def test_what_lies_in_front_goes_with_the_visit(new_place: NewPlace) -> None:
    place = new_place()
    place.click(place.screen.view)
    place.kiosk.fitting.go_on()
    appeals = place.kiosk.reading.appeals
    appeals.appeal.set(Appeal(Campaign("a", "The ferry", {"en": "Give."}, "https://ferry.example"), "en", "Give."))
    settle()
    assert [type(place.window.front)] == [DonationDialog]
    place.wait(BY_EAR_S + 1)
    place.wait(46)
    assert place.is_waiting()
    assert [appeals.appeal.value] == [None]
    assert place.window.front is place.screen.view


@pytest.mark.conforms("CF-15", "B-79")
def test_nothing_of_a_visit_is_left(new_place: NewPlace) -> None:
    place = new_place()
    place.settle_voices()
    fresh = all_that_is_so(place)
    place.press(Qt.Key.Key_Return)
    use_everything(place)
    used = all_that_is_so(place)
    unused = [name for name, value in fresh.items() if used[name] == value]
    # What ends by itself, what no visitor can set, and what must not be written.
    assert set(unused) <= {"mute", "message", "appeal", "report", "choosing", "fitting", "records"}
    place.kiosk.player.stop()
    place.wait(BY_EAR_S + 200)
    place.wait(50)
    assert place.is_waiting()
    place.settle_voices()
    assert all_that_is_so(place) == fresh


def use_everything(place: Place) -> None:
    """Do whatever leaves something."""
    kiosk, reading = place.kiosk, place.kiosk.reading
    kiosk.fitting.choose("theme", "night")
    kiosk.fitting.leave()
    place.read()
    reading.speech.faster()
    reading.speech.louder()
    reading.speech.set_stop_after(reading.speech.stop_after)
    reading.navigation.toggle_bookmark()
    reading.navigation.move_to(4)
    reading.sleep.set(30)
    reading.larger()
    reading.appearance.reset()
    reading.appearance.step("line_spacing", 1)
    kiosk.preferences.set("language", "tr")
    kiosk.keys.keep(PRESETS["number-pad"])
    reader = place.window.reader
    assert reader.transport_bar is not None
    reader.transport_bar.listening.click()
    settle()
    assert reader.listening is not None
    reader.listening.form.said_like.setText("a secret")
    reading.where()
    QGuiApplication.clipboard().setText("a secret")
    place.window.tell("a secret")
    place.settle_voices()
    kiosk.narrator._cache["a secret", "en", 160] = b""
    touch = place.voice.touch
    assert touch is not None
    touch._hints_left, touch._is_touched = 0, True


def test_one_thing_that_cannot_be_forgotten_keeps_nothing_else(new_place: NewPlace) -> None:
    place = new_place()

    def fail() -> None:
        raise RuntimeError("broken")

    place.desk.traces.at_reset.insert(0, fail)
    place.click(place.screen.view)
    place.kiosk.preferences.set("text_size", 120)
    place.wait(400)
    assert place.is_waiting()
    assert place.kiosk.preferences.settings.value.text_size != 120
