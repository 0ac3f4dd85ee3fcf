"""Sessions of somebody who sees nothing: keys go in, and what is heard is compared with what should be said.

The screen is covered. Nothing is asked of the program; the recorded loudspeaker decides what is so.
"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.e2e.blanket import Blanket
from tests.e2e.expected import Reciter
from tests.e2e.keyboard import Keyboard
from tests.e2e.listener import Listener
from tests.e2e.program import Program, prefer
from tests.e2e.recording import Recorder

pytestmark = pytest.mark.long

TITLE = "The boat without a light"
FIRST = (
    "The harbour was quiet, and the lamps along the wall were out.",
    "A small ferry came in without a helmsman.",
)
SAW = "What the keeper saw"
BAY = (
    "The keeper of the lighthouse climbed the long stair to look out over the bay.",
    "It takes a young man three minutes, and he was not young, so he took five and rested on the way up.",
    "He counted eleven masts, and then he counted them once more, because he did not trust his own eyes.",
    "It was one of those nights that have no moon at all.",
)
LETTER = "A letter on the table"
CRANE = (
    "Under the crane he found the stranger, tied up with an old green rope.",
    "A kettle stood on the stove, still warm.",
)
CAT = (
    "So he began to look for a cat.",
    "He looked in every cupboard, behind the stove and under the bed, and in the end inside a basket.",
)
GARDEN = "The garden behind the school"
ЛОДКА = "Лодка без огней"
ВЕЧЕР = (
    "В тот вечер гавань была совсем тихой, и фонари вдоль длинной стены не горели.",
    "Маленькая лодка медленно вошла между двумя башнями, и у руля никого не было.",
    "Смотритель маяка поднялся по лестнице, чтобы взглянуть на бухту, и насчитал одиннадцать мачт.",
)
NEW = ("— 2 + 2 = 4.",)


class Story(NamedTuple):
    """A short article."""

    language: str
    day: int
    """The newest is the first in the catalog."""
    title: str
    blocks: Sequence[str | tuple[str, ...]]
    """Headings, and paragraphs as their sentences."""


STORIES = {
    "boat": Story("en", 2, TITLE, (FIRST, SAW, BAY, LETTER, CRANE, CAT)),
    "garden": Story("en", 3, GARDEN, (("Four children planted beans along the fence.",),)),
    "lodka": Story("ru", 1, ЛОДКА, (ВЕЧЕР, "Что он увидел", ("Больше ничего.",))),
}
# Those who cannot see listen fast.
RATE = 200
# What is read half a minute from the beginning, which is 600 letters at that rate.
AT_HALF_A_MINUTE = CRANE[1]


def write(path: Path, story: Story) -> None:
    texts = (f"## {block}" if isinstance(block, str) else " ".join(block) for block in story.blocks)
    head = f'id = "{path.stem}"\ntitle = "{story.title}"\nlanguage = "{story.language}"\n'
    path.write_text("\n\n".join((f"+++\n{head}date = 2026-11-0{story.day}\n+++", *texts)), encoding="utf-8")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder of short articles; the garden's card comes before the boat's."""
    folder = tmp_path / "content"
    folder.mkdir()
    for name, story in STORIES.items():
        write(folder / f"{name}.md", story)
    return folder


@pytest.mark.conforms("FP-1")
def test_a_listener_who_sees_nothing_moves_by_every_level(
    tmp_path: Path, content: Path, keyboard: Keyboard, loudspeaker: None
) -> None:
    prefer(tmp_path / "state", rate=RATE)
    words = ["run", "--content", str(content), "--language", "en"]
    boat = content / "boat.md"
    with (
        Reciter(boat, RATE) as reciter,
        Program(tmp_path / "state", words) as program,
        Blanket() as sheet,
        Recorder() as recorder,
    ):
        program.wait_for_voice()
        listener = Listener(keyboard, recorder, reciter)
        listener.press("Down", "Return")
        listener.hears_nothing()
        starts_and_stops(listener)
        moves_in_silence(listener, content)
        asks_in_silence(listener)
        moves_while_reading(listener, content)
        asks_while_reading(listener)
        assert sheet.is_all_black(), "something could be seen"


def starts_and_stops(listener: Listener) -> None:
    listener.press("space")
    listener.hears_reading_from(TITLE)
    listener.press("space")
    listener.hears_it_stop()
    listener.press("space")
    listener.hears_it_go_on()
    listener.press("Escape")
    listener.hears_it_stop()


def moves_in_silence(listener: Listener, content: Path) -> None:
    """Go round the ring of levels once, backwards, and move by each: one unit is heard, and then silence."""

    def moves(key: str, *heard: str) -> None:
        listener.press(key)
        listener.hears(*heard)

    moves("Home", TITLE)
    moves("Down", *FIRST)
    moves("Down", SAW)
    listener.press("F4")  # sentences
    listener.hears_nothing()
    moves("Up", FIRST[1])
    moves("Up", FIRST[0])
    moves("Down", FIRST[1])
    listener.press("F4")  # words
    moves("Down", "small")
    moves("Down", "ferry")
    moves("Up", "small")
    listener.press("F4")  # half a minute
    moves("Down", AT_HALF_A_MINUTE)
    moves("Up", TITLE)
    listener.press("F4")  # bookmarks
    listener.press("Down")
    listener.hears_nothing()
    listener.press("F9")
    listener.hears_nothing()
    listener.press("End")
    time.sleep(0.7)
    # Whoever has heard enough of a preview silences it.
    listener.press("Escape")
    listener.hears_nothing()
    listener.press("F9")
    moves("Up", CAT[0])
    moves("Up", TITLE)
    moves("Down", CAT[0])
    listener.press("F4")  # articles
    listener.turn_to(content / "garden.md")
    moves("Up", GARDEN)
    listener.turn_to(content / "boat.md")
    moves("Down", CAT[0])
    listener.press("F4")  # headings
    moves("Up", SAW)
    moves("Down", LETTER)
    listener.press("F4")  # paragraphs again
    listener.press("Down")
    time.sleep(0.7)
    listener.press("Escape")
    listener.hears_nothing()
    moves("Up", LETTER)


def asks_in_silence(listener: Listener) -> None:
    """Ask for everything that is no move: it is heard where there is something to hear, and then silence."""
    listener.press("F6")
    listener.hears(LETTER)
    listener.press("F5")
    listener.hears_nothing()
    listener.press("F7")
    listener.hears(LETTER)
    listener.press("space")
    listener.hears_reading_from(CRANE[0])
    listener.press("Escape")
    listener.hears_it_stop()
    left = listener.words_at_stop()
    listener.press("Home")
    listener.hears(TITLE)
    listener.press("F8")
    listener.hears_rest_of(CRANE[0], left)
    listener.press("space")
    listener.hears_reading_from_one_of(left)
    listener.press("Escape")
    listener.hears_it_stop()
    listener.press("Home")
    listener.hears(TITLE)
    listener.press("Down")
    time.sleep(1)
    # Or reads on from there.
    listener.press("space")
    listener.hears_reading_from(FIRST[0])


def moves_while_reading(listener: Listener, content: Path) -> None:
    """Go round the ring once more, and move by each level: the reading goes on there."""

    def moves(key: str, heard: str) -> None:
        listener.press(key)
        listener.hears_reading_from(heard)

    listener.press("F4")  # sentences
    listener.hears_no_change()
    moves("Down", FIRST[1])
    listener.press("F4")  # words
    listener.press("Down")
    listener.hears_reading_from_one_of(listener.words_when_pressed(1))
    listener.press("Up")
    listener.hears_reading_from_one_of(listener.words_when_pressed(-1))
    listener.press("F4")  # half a minute
    moves("Down", AT_HALF_A_MINUTE)
    listener.press("F4")  # bookmarks
    moves("Up", TITLE)
    moves("Down", CAT[0])
    listener.press("F4")  # articles
    listener.press("Up")
    left = listener.words_when_pressed()
    listener.turn_to(content / "garden.md")
    listener.hears_reading_from(GARDEN)
    listener.turn_to(content / "boat.md")
    listener.press("Down")
    listener.hears_reading_from_one_of(left)
    listener.press("F4")  # headings
    moves("Up", SAW)
    listener.press("F4")  # paragraphs
    moves("Up", FIRST[0])


def asks_while_reading(listener: Listener) -> None:
    for key in ("F6", "F7"):
        listener.press(key)
        listener.hears_reading_from(FIRST[0])
    for key in ("F5", "F9"):
        listener.press(key)
        listener.hears_no_change()
    listener.press("Down")
    left = listener.words_when_pressed()
    listener.hears_reading_from(SAW)
    listener.press("F8")
    listener.hears_reading_from_one_of(left)
    listener.press("Escape")
    listener.hears_it_stop()


@pytest.mark.parametrize(
    ("name", "paragraph", "way_to_card", "way_to_paragraph"),
    [("boat", BAY, ["Down"], ["Down"] * 3), ("lodka", ВЕЧЕР, [], ["Down"])],
    ids=["neural", "espeak"],
)
def test_the_reading_goes_on_at_the_very_word_after_whatever_ended_it(
    name: str,
    paragraph: tuple[str, ...],
    way_to_card: list[str],
    way_to_paragraph: list[str],
    tmp_path: Path,
    content: Path,
    keyboard: Keyboard,
    loudspeaker: None,
) -> None:
    article, state, story = content / f"{name}.md", tmp_path / "state", STORIES[name]
    prefer(state, rate=RATE)
    words = ["run", "--content", str(content), "--language", story.language]

    def add_paragraphs(count: int = 1) -> None:
        write(article, story._replace(blocks=(*[NEW] * count, *story.blocks)))
        listener.turn_to(article)

    with Recorder() as recorder, Blanket() as sheet, Reciter(article, RATE) as reciter:
        listener = Listener(keyboard, recorder, reciter)
        with Program(state, words) as program:
            program.wait_for_voice()
            listener.press(*way_to_card, "Return", "F9", *way_to_paragraph, "space")
            listener.hears_reading_from(paragraph[0])
            # The first card continues, and so does the article's own.
            leaves_and_comes_back(listener, ["Return"])
            leaves_and_comes_back(listener, ["Down", *way_to_card, "Return"])
            leaves_and_comes_back(listener, ["Return"], add_paragraphs)
            listener.press("F7")
            listener.hears_reading_from(paragraph[0])
            listener.press("F4", "Down")
            listener.hears_reading_from(paragraph[1])
            program.process.kill()
            program.process.wait()
        add_paragraphs(2)
        with Program(state, words) as program:
            program.wait_for_voice()
            listener.press("Return", "space")
            listener.hears_reading_from(paragraph[1])
            listener.press("F4", "F4", "F4", "Up")  # bookmarks
            listener.hears_reading_from(story.title)
            assert sheet.is_all_black(), "something could be seen"


def leaves_and_comes_back(
    listener: Listener, way_back: list[str], change: Callable[[], None] | None = None
) -> None:
    """Leave the article for the catalog and come back: the reading goes on at the word where it was silenced.

    Args:
        listener: who reads.
        way_back: the keys from the first card.
        change: what somebody does to the article meanwhile: it puts a paragraph before all others.
    """
    listener.press("Escape")
    listener.hears_it_stop()
    left = listener.words_at_stop()
    listener.press("Escape")
    listener.hears_nothing()
    if change is not None:
        change()
        left = [place._replace(passage=place.passage + 1) for place in left]
    listener.press(*way_back)
    listener.hears_nothing()
    listener.press("space")
    listener.hears_reading_from_one_of(left)
