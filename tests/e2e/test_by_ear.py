"""Sessions of somebody who sees nothing: keys go in, and what is heard is compared with what should be said.

The screen is covered. Nothing is asked of the program; the recorded loudspeaker decides what is so.
"""

import time
from pathlib import Path

import pytest

from tests.e2e.blanket import Blanket
from tests.e2e.expected import Reciter
from tests.e2e.keyboard import Keyboard
from tests.e2e.listener import Listener
from tests.e2e.program import Program, prefer
from tests.e2e.recording import Recorder

pytestmark = pytest.mark.long

BOAT = (
    "The boat without a light",
    ("The harbour was quiet, and the lamps along the wall were out.", "A small ferry came in without a helmsman."),
    "## What the keeper saw",
    (
        "The keeper of the lighthouse climbed the long stair to look out over the bay.",
        "It takes a young man three minutes, and he was not young, so he took five and rested on the way up.",
        "He counted eleven masts, and then he counted them once more, because he did not trust his own eyes.",
        "It was one of those nights that have no moon at all.",
    ),
    "## A letter on the table",
    (
        "Under the crane he found the stranger, tied up with an old green rope.",
        "A kettle stood on the stove, still warm.",
    ),
    (
        "So he began to look for a cat.",
        "He looked in every cupboard, behind the stove and under the bed, and in the end inside a basket.",
    ),
)
GARDEN = ("The garden behind the school", ("Four children planted beans along the fence.",))
ЛОДКА = (
    "Лодка без огней",
    (
        "В тот вечер гавань была совсем тихой, и фонари вдоль длинной стены не горели.",
        "Маленькая лодка медленно вошла между двумя башнями, и у руля никого не было.",
        "Смотритель маяка поднялся по лестнице, чтобы взглянуть на бухту, и насчитал одиннадцать мачт.",
    ),
    "## Что он увидел",
)
NEW = "— 2 + 2 = 4."
Blocks = tuple[str | tuple[str, ...], ...]
ARTICLES: dict[str, tuple[str, int, Blocks]] = {
    "boat": ("en", 2, BOAT),
    "garden": ("en", 3, GARDEN),
    "lodka": ("ru", 1, ЛОДКА),
}
TITLE, FIRST, SAW, BAY, LETTER, CRANE, CAT = BOAT
# Those who cannot see listen fast.
RATE = 200
# What is read half a minute from the beginning, which is 600 letters at that rate.
AT_HALF_A_MINUTE = CRANE[1]


def write(
    path: Path, language: str, day: int, title: str | tuple[str, ...], *blocks: str | tuple[str, ...]
) -> None:
    body = "\n\n".join(block if isinstance(block, str) else " ".join(block) for block in blocks)
    head = f'id = "{path.stem}"\ntitle = "{title}"\nlanguage = "{language}"\ndate = 2026-11-0{day}\n'
    path.write_text(f"+++\n{head}+++\n{body}\n", encoding="utf-8")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder of short articles, the garden's card first."""
    folder = tmp_path / "content"
    folder.mkdir()
    for name, (language, day, blocks) in ARTICLES.items():
        write(folder / f"{name}.md", language, day, *blocks)
    return folder


def test_a_listener_who_sees_nothing_moves_by_every_level(
    tmp_path: Path, content: Path, keyboard: Keyboard, loudspeaker: None
) -> None:
    prefer(tmp_path / "state", rate=RATE)
    words = ["run", "--content", str(content), "--language", "en"]
    with Program(tmp_path / "state", words) as program, Blanket() as sheet, Recorder() as recorder:
        program.wait_for_voice()
        listener = Listener(keyboard, recorder, Reciter(content / "boat.md", RATE))
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
    moves("Down", SAW.removeprefix("## "))
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
    moves("Up", GARDEN[0])
    listener.turn_to(content / "boat.md")
    moves("Down", CAT[0])
    listener.press("F4")  # headings
    moves("Up", SAW.removeprefix("## "))
    moves("Down", LETTER.removeprefix("## "))
    listener.press("F4")  # paragraphs again
    listener.press("Down")
    time.sleep(0.7)
    listener.press("Escape")
    listener.hears_nothing()
    moves("Up", LETTER.removeprefix("## "))


def asks_in_silence(listener: Listener) -> None:
    """Ask for everything that is no move: it is heard where there is something to hear, and then silence."""
    listener.press("F6")
    listener.hears(LETTER.removeprefix("## "))
    listener.press("F5")
    listener.hears_nothing()
    listener.press("F7")
    listener.hears(LETTER.removeprefix("## "))
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
    listener.hears_reading_from(GARDEN[0])
    listener.turn_to(content / "boat.md")
    listener.press("Down")
    listener.hears_reading_from_one_of(left)
    listener.press("F4")  # headings
    moves("Up", SAW.removeprefix("## "))
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
    listener.hears_reading_from(SAW.removeprefix("## "))
    listener.press("F8")
    listener.hears_reading_from_one_of(left)
    listener.press("Escape")
    listener.hears_it_stop()
