"""Pronunciation lists in a content folder: which hold for which article, when they are read, and what is none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.adapters.content_folder import ContentFolder
from kiosk.adapters.formats.pronunciation_list import LARGEST_LIST, NAMESPACE
from kiosk.adapters.voices.espeak_phonemes import phonemes
from kiosk.adapters.voices.neural_phonemes import letters
from kiosk.core.lexicon import Lexicon, PronunciationList

SHIPPED = Path(__file__).parents[2] / "content"


def write(file: Path, *words: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    lexemes = "\n".join(f"<lexeme><grapheme>{word}</grapheme><alias>x</alias></lexeme>" for word in words)
    file.write_text(f'<lexicon version="1.0" xmlns="{NAMESPACE}" xml:lang="en">{lexemes}</lexicon>')


def sources(lists: tuple[PronunciationList, ...]) -> list[str]:
    return [own.source for own in lists]


def test_an_article_s_own_list_counts_more_than_that_of_its_folder(tmp_path: Path) -> None:
    for name in ("en/news/a.pls", "en/news/lexicon.pls", "en/news/b.pls", "en/lexicon.pls", "lexicon.pls"):
        write(tmp_path / name, "a")
    found = ContentFolder(tmp_path).lexicons("en/news/a.md").publisher
    assert sources(found) == ["en/news/a.pls", "en/news/lexicon.pls"]
    assert sources(ContentFolder(tmp_path).lexicons("a.txt").publisher) == ["lexicon.pls"]
    assert sources(ContentFolder(tmp_path).lexicons("lexicon.md").publisher) == ["lexicon.pls"]


def test_the_operator_s_lists_come_by_name(tmp_path: Path) -> None:
    for name in ("b.pls", "a.PLS", "c.txt", "d.pls.bak"):
        write(tmp_path / "pronunciation" / name, "a")
    found = ContentFolder(tmp_path).lexicons("").operator
    assert sources(found) == ["pronunciation/a.PLS", "pronunciation/b.pls"]


def test_a_file_that_a_person_named_has_the_lists_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere" / "lexicon.pls", "a")
    write(tmp_path / "content" / "pronunciation" / "a.pls", "b")
    lists = ContentFolder(tmp_path / "content").lexicons(str(tmp_path / "elsewhere" / "article.md"))
    assert sources(lists.publisher) == [str(tmp_path / "elsewhere" / "lexicon.pls")]
    assert sources(lists.operator) == ["pronunciation/a.pls"]


def test_a_list_is_read_once_and_again_when_it_has_changed(tmp_path: Path) -> None:
    file = tmp_path / "lexicon.pls"
    write(file, "a")
    folder = ContentFolder(tmp_path)
    (first,) = folder.lexicons("x.md").publisher
    assert folder.lexicons("y.md").publisher[0] is first
    write(file, "a", "b")
    (second,) = folder.lexicons("x.md").publisher
    assert [entry.graphemes for entry in second.entries] == [("a",), ("b",)]
    file.unlink()
    assert folder.lexicons("x.md").publisher == ()


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "lexicon.pls").mkdir()
    with (tmp_path / "large.pls").open("wb") as file:
        file.truncate(LARGEST_LIST + 1)
    (tmp_path / "huge.pls").touch()
    os.truncate(tmp_path / "huge.pls", 200 * 1024 * 1024)
    folder = ContentFolder(tmp_path)
    assert folder.lexicons("a.md").publisher[0].problem == "it is a folder, not a file"
    assert folder.lexicons("large.md").publisher[0].problem == "too large: a pronunciation list may have 10 MiB"
    assert folder.lexicons("huge.md").publisher[0].problem.startswith("too large: 200 MiB")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_a_pipe_is_no_list(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "lexicon.pls")
    assert "not an ordinary file" in ContentFolder(tmp_path).lexicons("a.md").publisher[0].problem


def test_lists_are_no_articles(tmp_path: Path) -> None:
    write(tmp_path / "en" / "lexicon.pls", "a")
    write(tmp_path / "pronunciation" / "a.pls", "a")
    (tmp_path / "en" / "a.md").write_text("Text.\n")
    assert [entry.path for entry in ContentFolder(tmp_path).entries()] == ["en/a.md"]


def test_without_a_list_no_library_is_loaded() -> None:
    program = (
        "import sys; from pathlib import Path; from kiosk.adapters.content_folder import ContentFolder;"
        f"folder = ContentFolder(Path({str(SHIPPED)!r})); folder.entries(); folder.load('ru/how-to-use.md');"
        "print('kiosk.core.lexicon' in sys.modules); folder.lexicons('ru/how-to-use.md');"
        "print('defusedxml' in sys.modules); folder.lexicons('en/how-to-use.md');"
        "print('defusedxml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "True"]


def test_the_list_that_ships_is_whole_and_its_words_are_in_the_articles() -> None:
    folder = ContentFolder(SHIPPED)
    (shipped,) = folder.lexicons("en/briefing-2019-12-23.md").publisher
    assert (shipped.source, shipped.problem, shipped.remarks) == ("en/lexicon.pls", "", ())
    article = folder.load("en/briefing-2019-12-23.md").article
    text = "\n".join(block.text for block in article.blocks)
    found = {own.span.of(text) for own in Lexicon("en", shipped.entries).respellings(text)}
    for entry in shipped.entries:
        assert found & set(entry.graphemes), f"{entry.graphemes[0]} is in no article"
        assert not entry.ipa or (phonemes(entry.ipa, "en") and letters(entry.ipa))
    assert not any(entry.path.endswith(".pls") for entry in folder.entries())
