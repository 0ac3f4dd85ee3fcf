"""The media desk: the real player and reading between fakes, a desktop in the test's hands."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.app.bookmarks import Bookmarks
from kiosk.app.donation import DonationDesk
from kiosk.app.library import Library
from kiosk.app.media import MediaDesk, WindowActions
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.reading import Reading
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.campaign import Campaign
from kiosk.core.locator import locate
from kiosk.core.media import MediaKey, Playback, PlaybackStatus, SeekBy, SeekTo, Track, WindowAction
from kiosk.core.progress import Measure
from kiosk.core.rate import Rate
from kiosk.core.reading import Ended, Failed, Lost, Paused, Preparing, Speaking, Stopped, is_sounding
from kiosk.core.settings import Profile
from tests.app.seasoned import seasoned
from tests.fakes.fake_content import FakeContent
from tests.fakes.fake_dispatcher import FakeDispatcher
from tests.fakes.fake_media_session import FakeMediaSession
from tests.fakes.fake_store import FakeStore
from tests.fakes.fake_timer import FakeTimer
from tests.fakes.stage import Stage

SENTENCE = "One two three four five six seven eight."
TEXTS = (" ".join([SENTENCE] * 4), " ".join([SENTENCE] * 4), "It is short.", SENTENCE)


def article(article_id: str, *texts: str, language: str = "en") -> Article:
    blocks = tuple(
        Block(f"b{number}", BlockKind.PARAGRAPH, text, language) for number, text in enumerate(texts or TEXTS, 1)
    )
    return Article(article_id, "A title", language, blocks, "A. Writer", "The Daily Example")


LONG = article("long")
OTHER = article("other", "Something else.")
ARMENIAN = article("hy", "Մեկ.", language="hy")
CAMPAIGN = Campaign("c1", "The Paper", {"en": "Please give."}, "paper.example/give")


class Kiosk:
    """A kiosk on a desktop."""

    def __init__(self, profile: Profile = Profile.HOME, is_started: bool = True) -> None:
        self.stage = Stage()
        self.player = self.stage.player
        self.clock = self.stage.clock
        store = FakeStore({"donation": seasoned(self.clock.now())})
        content = FakeContent({"long.md": LONG, "other.md": OTHER, "hy.md": ARMENIAN})
        self.preferences = PreferenceKeeper(store, profile)
        self.reading_timer = FakeTimer()
        timers = [self.reading_timer, FakeTimer()]
        self.reading = Reading(
            self.player,
            Library(content, store, profile),
            self.preferences,
            DonationDesk(CAMPAIGN, store, self.clock),
            Bookmarks(store, profile),
            lambda: timers.pop(0),
        )
        self.dispatcher = FakeDispatcher()
        self.session = FakeMediaSession(self.dispatcher)
        self.desk = MediaDesk(self.reading, self.preferences.settings, self.session, self.clock, profile)
        self.done: list[str] = []
        if is_started:
            self.start()

    def start(self) -> None:
        self.desk.start(
            WindowActions(
                lambda: self.done.append("follow"),
                lambda: self.done.append("raise"),
                lambda: self.done.append("close"),
            )
        )

    def send(self, command: MediaKey | WindowAction | SeekBy | SeekTo) -> None:
        """Press a button of the desktop, long after the last one."""
        self.clock.advance(timedelta(seconds=1))
        self.session.send(command)
        self.dispatcher.run()

    def press(self, key: MediaKey) -> None:
        """Press a media key in the window, long after the last one."""
        self.clock.advance(timedelta(seconds=1))
        self.desk.press(key)

    def speak(self) -> None:
        """Open the long article and read until it sounds."""
        assert self.reading.open("long.md")
        self.send(MediaKey.PLAY_PAUSE)
        self.stage.run_until_state(Speaking)

    def run_to_passage(self, passage: int) -> None:
        self.stage.run_until(lambda: self.player.state.value.at.passage == passage)

    @property
    def status(self) -> PlaybackStatus:
        return self.session.status

    @property
    def is_sounding(self) -> bool:
        return is_sounding(self.player.state.value)

    @property
    def passage(self) -> int:
        return self.player.state.value.at.passage


@pytest.fixture
def new_kiosk() -> Iterator[Callable[..., Kiosk]]:
    made: list[Kiosk] = []

    def make(profile: Profile = Profile.HOME, is_started: bool = True) -> Kiosk:
        made.append(Kiosk(profile, is_started))
        return made[-1]

    yield make
    for kiosk in made:
        kiosk.desk.close()
        kiosk.stage.close()


@pytest.fixture
def kiosk(new_kiosk: Callable[..., Kiosk]) -> Kiosk:
    return new_kiosk()


# -- obeying ----------------------------------------------------------------------------------------------------


def test_play_pause_reads_pauses_and_goes_on(kiosk: Kiosk) -> None:
    kiosk.speak()
    kiosk.send(MediaKey.PLAY_PAUSE)
    assert kiosk.stage.is_in(Paused)
    kiosk.send(MediaKey.PLAY_PAUSE)
    assert kiosk.is_sounding
    assert kiosk.done == ["follow"] * 3


@pytest.mark.parametrize("way", ["send", "press"])
@pytest.mark.parametrize("key", [MediaKey.PAUSE, MediaKey.STOP])
def test_a_pause_that_is_pressed_again_never_starts_speech(kiosk: Kiosk, key: MediaKey, way: str) -> None:
    kiosk.speak()
    for _ in range(3):
        getattr(kiosk, way)(key)
        assert kiosk.stage.is_in(Paused)


@pytest.mark.parametrize("key", [MediaKey.PAUSE, MediaKey.STOP])
def test_silence_stays_silence_whatever_it_came_from(kiosk: Kiosk, key: MediaKey) -> None:
    kiosk.send(key)
    assert kiosk.stage.is_in(Stopped)
    assert kiosk.reading.open("hy.md")
    kiosk.send(key)
    assert kiosk.stage.is_in(Stopped)
    kiosk.send(MediaKey.PLAY)
    kiosk.stage.run_until_state(Failed)
    kiosk.send(key)
    assert kiosk.stage.is_in(Failed)
    assert kiosk.reading.open("other.md")
    kiosk.send(MediaKey.PLAY)
    kiosk.stage.run_until_state(Ended)
    kiosk.send(key)
    assert kiosk.stage.is_in(Ended)


def test_a_pause_lasts(kiosk: Kiosk) -> None:
    kiosk.speak()
    kiosk.send(MediaKey.PAUSE)
    kiosk.stage.run(100)  # what was sounding fades
    heard = kiosk.stage.run(30_000)
    assert kiosk.stage.is_in(Paused)
    assert not any(heard)
    assert not kiosk.stage.timer.is_running


def test_play_never_pauses(kiosk: Kiosk) -> None:
    kiosk.speak()
    request = kiosk.player.state.value.request
    kiosk.send(MediaKey.PLAY)
    assert kiosk.is_sounding
    assert kiosk.player.state.value.request == request, "it began anew"
    kiosk.send(MediaKey.PAUSE)
    kiosk.send(MediaKey.PLAY)
    assert kiosk.is_sounding
    assert kiosk.player.state.value.request == request, "it lost the very sample"


def test_stop_keeps_the_place(kiosk: Kiosk) -> None:
    kiosk.speak()
    kiosk.run_to_passage(1)
    kiosk.send(MediaKey.STOP)
    assert (kiosk.passage, kiosk.status.playback) == (1, Playback.PAUSED)


def test_next_and_previous_go_on_reading_and_in_silence_are_heard_alone(kiosk: Kiosk) -> None:
    kiosk.speak()
    kiosk.send(MediaKey.NEXT)
    assert (kiosk.passage, kiosk.is_sounding) == (1, True)
    kiosk.send(MediaKey.PAUSE)
    kiosk.send(MediaKey.NEXT)
    assert (kiosk.passage, kiosk.is_sounding) == (2, True)
    kiosk.stage.run_until_state(Stopped)
    assert kiosk.passage == 2
    kiosk.send(MediaKey.PREVIOUS)
    kiosk.stage.run_until_state(Stopped)
    assert kiosk.passage == 1
    for _ in range(9):
        kiosk.send(MediaKey.NEXT)
    assert kiosk.passage == LONG.last_passage
    assert (kiosk.status.can_go_next, kiosk.status.can_go_previous) == (False, True)


def test_in_the_catalog_nothing_is_obeyed(kiosk: Kiosk) -> None:
    kiosk.speak()
    kiosk.reading.close()
    before = kiosk.player.state.value
    for command in (*MediaKey, SeekBy(timedelta(seconds=9)), SeekTo(1, timedelta(seconds=9))):
        kiosk.send(command)
    assert kiosk.player.state.value == before
    assert kiosk.status == PlaybackStatus(jumps=kiosk.status.jumps, is_window_free=True)


def test_playing_on_is_later_for_an_appeal(kiosk: Kiosk) -> None:
    assert kiosk.reading.open("other.md")
    kiosk.send(MediaKey.PLAY)
    kiosk.stage.run_until_state(Ended)
    kiosk.clock.advance(timedelta(seconds=3))
    kiosk.reading_timer.fire()
    assert kiosk.reading.appeal.value is not None
    kiosk.send(MediaKey.PAUSE)
    assert kiosk.reading.appeal.value is not None, "a pause is no answer"
    kiosk.send(MediaKey.PLAY)
    assert kiosk.reading.appeal.value is None


def test_the_window_is_raised_and_closed(kiosk: Kiosk) -> None:
    kiosk.send(WindowAction.RAISE)
    kiosk.send(WindowAction.CLOSE)
    assert kiosk.done == ["raise", "close"]


# -- one press, two ways ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_window_first", [True, False])
@pytest.mark.parametrize("sent", [MediaKey.PLAY_PAUSE, MediaKey.PLAY, MediaKey.PAUSE])
def test_a_press_that_comes_by_both_ways_is_obeyed_once(
    kiosk: Kiosk, is_window_first: bool, sent: MediaKey
) -> None:
    kiosk.speak()
    for _ in range(5):
        kiosk.clock.advance(timedelta(seconds=1))
        was_sounding = kiosk.is_sounding
        for is_window in (is_window_first, not is_window_first):
            if is_window:
                kiosk.desk.press(MediaKey.PLAY_PAUSE)
            else:
                kiosk.session.send(sent)
            kiosk.dispatcher.run()
            kiosk.clock.advance(timedelta(milliseconds=40))
        if is_window_first or sent is MediaKey.PLAY_PAUSE:
            assert kiosk.is_sounding is not was_sounding


def test_quick_presses_of_one_key_all_count(kiosk: Kiosk) -> None:
    assert kiosk.reading.open("long.md")
    for _ in range(3):
        kiosk.desk.press(MediaKey.NEXT)
        kiosk.clock.advance(timedelta(milliseconds=100))
    assert kiosk.passage == 3


# -- seeking ------------------------------------------------------------------------------------------------------


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


def time_of(kiosk: Kiosk) -> timedelta:
    at = kiosk.player.state.value.at
    return Measure(LONG).time_at(at.passage, at.span.start, kiosk.player.rate)


def test_seeking_while_it_sounds_goes_on_at_a_sentence(kiosk: Kiosk) -> None:
    kiosk.speak()
    kiosk.run_to_passage(1)
    before = time_of(kiosk)
    kiosk.send(SeekBy(timedelta(seconds=6)))
    assert kiosk.stage.is_in(Preparing)
    state = kiosk.player.state.value
    assert state.at.span.start % (len(SENTENCE) + 1) == 0
    assert abs(time_of(kiosk) - before - timedelta(seconds=6)) <= timedelta(seconds=1.6)
    assert kiosk.status.time == time_of(kiosk)
    kiosk.stage.run_until_state(Speaking)


def test_seeking_in_silence_stays_silent_and_is_remembered(kiosk: Kiosk) -> None:
    assert kiosk.reading.open("long.md")
    kiosk.send(SeekBy(timedelta(seconds=20)))
    assert kiosk.stage.is_in(Stopped)
    assert kiosk.passage == 2
    assert kiosk.status.playback is Playback.PAUSED
    place = kiosk.player.state.value.at
    kiosk.reading.close()
    assert kiosk.reading.open("long.md")
    assert kiosk.player.state.value.at == place
    kiosk.send(MediaKey.PLAY)
    assert kiosk.player.state.value.at == place


def test_seeking_while_a_place_is_heard_in_between_ends_in_silence(kiosk: Kiosk) -> None:
    assert kiosk.reading.open("long.md")
    kiosk.send(MediaKey.NEXT)
    kiosk.stage.run_until_state(Speaking)
    kiosk.send(SeekBy(timedelta(seconds=20)))
    assert kiosk.stage.is_in(Stopped), "what was moved to in silence is no reading that could go on"
    assert kiosk.passage > 1


def test_a_lost_loudspeaker_is_waited_for_at_the_place_that_was_sought(kiosk: Kiosk) -> None:
    kiosk.speak()
    kiosk.stage.output.lose()
    kiosk.stage.run_until_state(Lost)
    before = time_of(kiosk)
    kiosk.send(SeekBy(timedelta(seconds=20)))
    assert kiosk.stage.is_in(Lost)
    assert time_of(kiosk) > before


def test_the_way_back_leads_to_where_somebody_sought_from(kiosk: Kiosk) -> None:
    kiosk.speak()
    kiosk.run_to_passage(1)
    left = kiosk.player.state.value.at
    kiosk.send(SeekBy(timedelta(seconds=20)))
    kiosk.reading.navigation.go_back()
    assert kiosk.player.state.value.at == left


def test_seeking_is_later_for_an_appeal(kiosk: Kiosk) -> None:
    assert kiosk.reading.open("other.md")
    kiosk.send(MediaKey.PLAY)
    kiosk.stage.run_until_state(Ended)
    kiosk.clock.advance(timedelta(seconds=3))
    kiosk.reading_timer.fire()
    assert kiosk.reading.appeal.value is not None
    kiosk.send(SeekBy(timedelta(seconds=-5)))
    assert kiosk.stage.is_in(Stopped)
    assert kiosk.reading.appeal.value is None


def test_a_time_of_the_open_track_is_gone_to(kiosk: Kiosk) -> None:
    assert kiosk.reading.open("long.md")
    track = kiosk.status.track
    assert track is not None
    assert track.length is not None
    kiosk.send(SeekTo(track.number, Measure(LONG).time_at(2, 0, Rate(160))))
    assert kiosk.player.state.value.at.passage == 2
    kiosk.send(SeekTo(track.number, timedelta(0)))
    assert kiosk.player.state.value.at == locate(LONG, 0, kiosk.player.state.value.at.span)


def test_a_time_that_is_not_in_it_or_was_meant_for_another_is_not(kiosk: Kiosk) -> None:
    assert kiosk.reading.open("long.md")
    first = kiosk.status.track
    assert kiosk.reading.open("other.md")
    assert kiosk.reading.open("long.md")
    track = kiosk.status.track
    assert first is not None
    assert track is not None
    assert track.length is not None
    assert track.number != first.number
    before = kiosk.player.state.value
    for command in (
        SeekTo(first.number, timedelta(seconds=5)),
        SeekTo(track.number, timedelta(microseconds=-1)),
        SeekTo(track.number, track.length + timedelta(microseconds=1)),
    ):
        kiosk.send(command)
        assert kiosk.player.state.value == before


def test_seeking_past_the_end_leads_to_the_last_sentence_and_no_further(kiosk: Kiosk) -> None:
    kiosk.speak()
    kiosk.send(SeekBy(timedelta(hours=1)))
    assert kiosk.passage == LONG.last_passage
    request = kiosk.player.state.value.request
    kiosk.send(SeekBy(timedelta(hours=1)))
    assert kiosk.player.state.value.request == request, "the last sentence began again"


# -- telling ------------------------------------------------------------------------------------------------------


def test_what_is_told_of_an_article(kiosk: Kiosk) -> None:
    assert kiosk.status == PlaybackStatus(is_window_free=True)
    assert kiosk.reading.open("long.md")
    length = Measure(LONG).length(Rate(160))
    assert kiosk.status == PlaybackStatus(
        Playback.STOPPED,
        Track(1, "A title", "A. Writer", "The Daily Example", length),
        timedelta(0),
        jumps=0,
        can_go_next=True,
        can_go_previous=False,
        is_window_free=True,
    )
    kiosk.send(MediaKey.PLAY)
    kiosk.send(MediaKey.PAUSE)
    kiosk.reading.close()
    told = dict.fromkeys((status.playback, status.track is not None) for status in kiosk.session.statuses)
    assert list(told) == [
        (Playback.STOPPED, False),
        (Playback.STOPPED, True),
        (Playback.PLAYING, True),
        (Playback.PAUSED, True),
    ]
    assert kiosk.status.track is None


def test_what_was_open_before_the_desktop_was_there_is_told(new_kiosk: Callable[..., Kiosk]) -> None:
    kiosk = new_kiosk(is_started=False)
    assert kiosk.reading.open("long.md")
    kiosk.press(MediaKey.PLAY_PAUSE)
    kiosk.stage.run_until_state(Speaking)
    assert kiosk.session.statuses == []
    kiosk.start()
    assert kiosk.status.playback is Playback.PLAYING
    assert kiosk.status.track == Track(
        1, "A title", "A. Writer", "The Daily Example", Measure(LONG).length(Rate(160))
    )


def test_no_track_is_told_between_two_articles(kiosk: Kiosk) -> None:
    assert kiosk.reading.open("long.md")
    told = len(kiosk.session.statuses)
    assert kiosk.reading.open("other.md")
    assert [status.track and status.track.number for status in kiosk.session.statuses[told:]] == [2]


def test_the_time_goes_on_with_the_words_and_is_no_jump(kiosk: Kiosk) -> None:
    kiosk.speak()
    kiosk.stage.run_until_state(Ended)
    reading = [status for status in kiosk.session.statuses if status.playback is Playback.PLAYING]
    times = [status.time for status in reading]
    assert times == sorted(times)
    assert len(set(times)) > 60, "it does not go on word by word"
    assert kiosk.status.playback is Playback.STOPPED


def test_every_move_is_one_jump(kiosk: Kiosk) -> None:
    kiosk.speak()
    moves: list[MediaKey | SeekBy] = [MediaKey.NEXT, MediaKey.PAUSE, *[MediaKey.NEXT] * 3, SeekBy(seconds(-9))]
    for number, command in enumerate(moves):
        before = kiosk.status
        kiosk.send(command)
        assert kiosk.status.jumps - before.jumps == (command is not MediaKey.PAUSE), number


def shown_times(kiosk: Kiosk, milliseconds: int) -> Iterator[tuple[timedelta, timedelta]]:
    """Read on; yield (what a desktop shows that asks for nothing, what is true) for each status."""
    shown, shown_at, jumps = kiosk.status.time, kiosk.clock.elapsed(), kiosk.status.jumps
    is_playing = kiosk.status.playback is Playback.PLAYING
    seen: list[tuple[timedelta, PlaybackStatus]] = []
    publish = kiosk.session.publish

    def note(status: PlaybackStatus) -> None:
        seen.append((kiosk.clock.elapsed(), status))
        publish(status)

    kiosk.session.publish = note  # type: ignore[method-assign]
    kiosk.stage.run(milliseconds)
    for moment, status in seen:
        shown = (
            status.time if status.jumps != jumps else shown + (moment - shown_at if is_playing else timedelta(0))
        )
        shown_at, jumps, is_playing = moment, status.jumps, status.playback is Playback.PLAYING
        yield shown, status.time


@pytest.mark.parametrize("words_per_minute", [80, 160, 500])
def test_a_desktop_that_counts_the_seconds_itself_is_never_far_off(kiosk: Kiosk, words_per_minute: int) -> None:
    kiosk.preferences.set("rate", words_per_minute)
    kiosk.speak()
    pairs = list(shown_times(kiosk, 20_000))
    assert len(pairs) > 20
    for shown, true in pairs:
        assert abs(shown - true) <= timedelta(seconds=2)


def test_an_article_that_is_opened_where_it_was_left_is_told_to_be_there(kiosk: Kiosk) -> None:
    assert kiosk.reading.open("long.md")
    kiosk.reading.move_to(2)
    kiosk.reading.close()
    before = kiosk.status.jumps
    assert kiosk.reading.open("long.md")
    assert kiosk.status.time == Measure(LONG).time_at(2, 0, Rate(160))
    assert kiosk.status.jumps == before + 1


def test_faster_is_shorter(kiosk: Kiosk) -> None:
    kiosk.speak()
    kiosk.run_to_passage(2)
    before = kiosk.status
    kiosk.preferences.set("rate", 320)
    after = kiosk.status
    assert before.track is not None
    assert before.track.length is not None
    assert after.track is not None
    assert after.track.length is not None
    assert abs(after.track.length * 2 - before.track.length) < timedelta(milliseconds=1)
    assert abs(after.time * 2 - before.time) < timedelta(milliseconds=1)
    assert after.jumps == before.jumps + 1


def test_faster_is_shorter_in_silence_too(kiosk: Kiosk) -> None:
    assert kiosk.reading.open("long.md")
    kiosk.preferences.set("rate", 320)
    assert kiosk.status.track is not None
    assert kiosk.status.track.length == Measure(LONG).length(Rate(320))


# -- a public kiosk -----------------------------------------------------------------------------------------------


@pytest.mark.conforms("FP-11", "CF-11")
def test_a_public_kiosk_obeys_and_tells_nothing_of_what_is_read(new_kiosk: Callable[..., Kiosk]) -> None:
    kiosk = new_kiosk(Profile.PUBLIC)
    kiosk.speak()
    kiosk.run_to_passage(1)
    kiosk.send(MediaKey.PAUSE)
    assert kiosk.stage.is_in(Paused)
    kiosk.send(MediaKey.NEXT)
    assert kiosk.passage == 2
    place = kiosk.player.state.value.at
    kiosk.send(SeekBy(timedelta(seconds=-5)))
    kiosk.send(SeekTo(1, timedelta(0)))
    assert kiosk.player.state.value.at == place
    kiosk.send(WindowAction.RAISE)
    kiosk.send(WindowAction.CLOSE)
    assert set(kiosk.done) == {"follow"}
    for status in kiosk.session.statuses:
        assert status.track in (None, Track(1))
        assert (status.time, status.jumps, status.is_window_free) == (timedelta(0), 0, False)


# -- the end ------------------------------------------------------------------------------------------------------


def test_closed_it_obeys_and_tells_nothing(kiosk: Kiosk) -> None:
    assert kiosk.reading.open("long.md")
    kiosk.session.send(MediaKey.PLAY)
    kiosk.desk.close()
    kiosk.dispatcher.run()
    assert not kiosk.is_sounding
    told = len(kiosk.session.statuses)
    kiosk.reading.toggle()
    assert len(kiosk.session.statuses) == told
    assert not kiosk.session.is_there
    kiosk.desk.close()


def test_closed_before_it_started_it_never_appears(new_kiosk: Callable[..., Kiosk]) -> None:
    kiosk = new_kiosk(is_started=False)
    kiosk.desk.close()
    kiosk.start()
    assert not kiosk.session.is_there


# -- anything -----------------------------------------------------------------------------------------------------

some_commands = st.one_of(
    st.sampled_from(list(MediaKey)),
    st.integers(-40_000, 40_000).map(lambda ms: SeekBy(timedelta(milliseconds=ms))),
    st.builds(SeekTo, st.integers(1, 3), st.integers(-1, 60).map(lambda s: timedelta(seconds=s))),
    st.sampled_from(["open", "close", "wait", "faster"]),
)


@settings(max_examples=40)
@given(commands=st.lists(some_commands, max_size=12))
def test_what_is_told_is_always_so(commands: list[MediaKey | SeekBy | SeekTo | str]) -> None:
    kiosk = Kiosk()
    try:
        for command in commands:
            was_sounding, jumps = kiosk.is_sounding, kiosk.status.jumps
            match command:
                case "open":
                    kiosk.reading.open("long.md")
                case "close":
                    kiosk.reading.close()
                case "wait":
                    kiosk.stage.run(500)
                case "faster":
                    kiosk.reading.speech.faster()
                case MediaKey() | SeekBy() | SeekTo():
                    kiosk.send(command)
            if command not in (MediaKey.PLAY, MediaKey.PLAY_PAUSE, MediaKey.NEXT, MediaKey.PREVIOUS):
                assert was_sounding or not kiosk.is_sounding, "something else than play or a move started speech"
            is_open = kiosk.reading.opened.value is not None
            assert (kiosk.status.track is not None) is is_open
            assert (kiosk.status.playback is Playback.PLAYING) is kiosk.is_sounding
            assert kiosk.status.jumps >= jumps
            if is_open:
                assert kiosk.status.time == time_of(kiosk)
                assert kiosk.status.can_go_next is (kiosk.passage < LONG.last_passage)
                assert kiosk.status.can_go_previous is (kiosk.passage > 0)
    finally:
        kiosk.desk.close()
        kiosk.stage.close()
