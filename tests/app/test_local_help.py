"""Who helps at this machine: told at the end of the tour, in the language of the tour where it is told in that."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from kiosk import bootstrap, i18n
from kiosk.adapters.content_folder import ContentFolder
from kiosk.app.local_help import TourWithHelp
from kiosk.app.station import StationKeeper
from kiosk.core.article import TOUR, BlockKind
from kiosk.core.settings import Profile
from kiosk.core.station import resolve_station, station_problem
from tests.fakes.fake_output import FakeOutput
from tests.fakes.fake_store import FakeStore
from tests.fakes.fake_timer import FakeTimer

ENGLISH, RUSSIAN = "Ask at the desk, or call 555 0100.", "Спросите у дежурного."


@pytest.fixture(autouse=True)
def translations() -> None:
    bootstrap.set_language("en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language in ("en", "ru", "de"):
        front = f'+++\nid = "{TOUR}-{language}"\ntitle = "T"\nlanguage = "{language}"\n+++\n'
        (tmp_path / f"tour-{language}.md").write_text(front + "One.\n\nTwo.\n", encoding="utf-8")
    (tmp_path / "other.md").write_text('+++\ntitle = "O"\nlanguage = "en"\n+++\nText.\n', encoding="utf-8")
    return tmp_path


def told(folder: Path, name: str, helps: Mapping[str, str]) -> list[tuple[str, str]]:
    source = TourWithHelp(ContentFolder(folder), helps)
    path = next(entry.path for entry in source.entries() if entry.path.endswith(name))
    return [(block.language, block.text) for block in source.load(path).article.blocks[2:]]


@pytest.mark.conforms("DS-3")
def test_the_tour_ends_with_a_heading_and_who_helps_in_the_language_of_the_tour(folder: Path) -> None:
    helps = {"en": ENGLISH, "ru": RUSSIAN}
    assert told(folder, "tour-en.md", helps) == [("en", "Help"), ("en", ENGLISH)]
    assert told(folder, "tour-ru.md", helps) == [("ru", "Помощь"), ("ru", RUSSIAN)]
    assert i18n.language() == "en"


def test_where_nobody_told_it_in_that_language_it_is_told_in_english_or_any(folder: Path) -> None:
    assert told(folder, "tour-ru.md", {"uk": "Так.", "en": ENGLISH})[1] == ("en", ENGLISH)
    assert told(folder, "tour-ru.md", {"uk": "Так."}) == [("ru", "Помощь"), ("uk", "Так.")]
    assert told(folder, "tour-de.md", {"en": ENGLISH}) == [("en", "Help"), ("en", ENGLISH)]


def test_other_articles_end_as_they_are_written(folder: Path) -> None:
    assert told(folder, "other.md", {"en": ENGLISH}) == []


@pytest.mark.conforms("DS-3")
def test_a_kiosk_tells_what_its_station_file_says(folder: Path) -> None:
    store = FakeStore()
    kiosk = bootstrap.build(
        bootstrap.Options(Profile.PUBLIC, folder, folder / "state", {}),
        FakeTimer,
        store=store,
        station=StationKeeper({"help_en": ENGLISH}, store),
        output=FakeOutput(),
    )
    path = next(entry.path for entry in kiosk.library.entries() if entry.article_id == f"{TOUR}-en")
    *_, heading, paragraph = kiosk.library.load(path).article.blocks
    kiosk.close()
    assert (heading.kind, heading.text) == (BlockKind.HEADING, "Help")
    assert paragraph.text == ENGLISH


def test_what_the_station_says_of_help_is_one_line() -> None:
    assert station_problem("help_ar", "اسألوا\u200f موظف الاستقبال.") == ""
    assert "not one line" in station_problem("help_en", "One.\nTwo.")
    assert "300" in station_problem("help_en", "a" * 301)
    assert dict(resolve_station({"help_en": ENGLISH, "help_ru": ""}).helps) == {"en": ENGLISH}
