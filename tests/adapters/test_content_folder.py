"""The content folder: order of the catalog, broken files, campaign, and files that are no articles."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.adapters.content_folder import ContentFolder, load_article
from kiosk.adapters.formats.decoding import LARGEST_FILE
from kiosk.core.article import CatalogEntry
from kiosk.core.errors import ContentError

SHIPPED = Path(__file__).parents[2] / "content"
TEXT = "The ferry sails on Monday.\n"


def write(folder: Path, path: str, text: str = TEXT, **front: str) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [f'{key} = "{value}"' for key, value in front.items()]
    written = "\n".join(["+++", *lines, "+++", "", text]) if front else text
    file.write_text(written, encoding="utf-8")


def listed(folder: Path) -> list[str]:
    return [entry.path for entry in ContentFolder(folder).entries()]


def only(folder: Path) -> CatalogEntry:
    (entry,) = ContentFolder(folder).entries()
    return entry


# -- what is listed ------------------------------------------------------------------------------------------


def test_articles_are_found_at_any_depth_and_nothing_else(tmp_path: Path) -> None:
    for path in ("a.md", "en/b.txt", "en/news/2019/c.MD"):
        write(tmp_path, path)
    for path in (
        ".hidden.md",
        ".git/d.md",
        "README.md",
        "en/LICENSE.txt",
        "e.html",
        "campaign.toml",
        "campaign.md",
    ):
        write(tmp_path, path)
    assert sorted(listed(tmp_path)) == ["a.md", "en/b.txt", "en/news/2019/c.MD"]


def test_an_entry_tells_of_a_recording(tmp_path: Path) -> None:
    write(tmp_path, "a.md", title="A", language="en", recording="a.ogg")
    write(tmp_path, "b.md", recording="b.ogg")
    write(tmp_path, "c.md", title="C", language="en")
    assert [entry.recording for entry in ContentFolder(tmp_path).entries()] == ["a.ogg", "b.ogg", ""]


def test_a_folder_that_is_not_there_has_no_articles(tmp_path: Path) -> None:
    assert ContentFolder(tmp_path / "nowhere").entries() == []
    assert ContentFolder(tmp_path / "nowhere").campaign() is None


def test_a_card_says_what_the_front_matter_says(tmp_path: Path) -> None:
    write(tmp_path, "uk/a.md", "один два три\n", id="x", title="Т", language="uk", summary="Одне речення.")
    assert only(tmp_path) == CatalogEntry("x", "Т", "uk", "Одне речення.", 3, "uk/a.md")


def test_a_plain_text_has_a_card_as_well(tmp_path: Path) -> None:
    write(tmp_path, "en/a-ferry.txt", f"Harbour towns wait\n\n{TEXT}")
    assert only(tmp_path) == CatalogEntry("en-a-ferry", "Harbour towns wait", "en", "", 5, "en/a-ferry.txt")


def test_the_folder_says_the_language_where_the_file_does_not(tmp_path: Path) -> None:
    write(tmp_path, "tr/a.txt", "12345\n\n6789.")
    assert only(tmp_path).language == "tr"
    assert ContentFolder(tmp_path).load("tr/a.txt").article.language == "tr"


def test_tour_first_then_new_articles_then_long_reads_then_broken_files(tmp_path: Path) -> None:
    write(tmp_path, "z-old.md", title="Old", language="en", date="2018-01-01")
    write(tmp_path, "a-long.md", "word " * 2500, title="Long", language="en", date="2020-01-01")
    write(tmp_path, "ru/new.md", title="New", language="ru", date="2019-01-01", translation_of="new")
    write(tmp_path, "en/new.md", id="new-en", title="New", language="en", date="2019-02-01", translation_of="new")
    write(tmp_path, "ar/tour.md", title="Tour", language="ar", translation_of="how-to-use")
    write(tmp_path, "uk/tour.md", title="Tour", language="uk", translation_of="how-to-use")
    write(tmp_path, "cy/tour.md", title="Tour", language="cy", translation_of="how-to-use")
    write(tmp_path, "en/tour.md", title="Tour", language="en", translation_of="how-to-use")
    (tmp_path / "a-broken.md").write_bytes(b"\xff")
    write(tmp_path, "b.txt")
    assert listed(tmp_path) == [
        *("en/tour.md", "ar/tour.md", "uk/tour.md", "cy/tour.md"),
        *("en/new.md", "ru/new.md", "z-old.md", "b.txt", "a-long.md", "a-broken.md"),
    ]


def test_entries_and_articles_agree(tmp_path: Path) -> None:
    write(tmp_path, "en/a.md", title="A", language="en")
    write(tmp_path, "en/b.md", f"# B\n\n{TEXT}")
    write(tmp_path, "ru/a.txt", f"Title\n\n{TEXT}")
    source = ContentFolder(tmp_path)
    for entry in source.entries():
        article = source.load(entry.path).article
        assert (article.id, article.title, article.language) == (entry.article_id, entry.title, entry.language)


# -- broken files --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "the file is empty"),
        (b"ok\n\xff", "line 2, byte 3: not UTF-8 text"),
        (b'+++\ntitle = 3\n+++\nx', "line 2: title must be text"),
        (b'+++\ntitle = "T"\nlanguage = "en"\n+++\n', "line 5: there is no text"),
    ],
)  # fmt: skip
def test_a_broken_file_is_listed_with_its_problem(tmp_path: Path, data: bytes, problem: str) -> None:
    (tmp_path / "ru").mkdir()
    (tmp_path / "ru" / "bad-file.md").write_bytes(data)
    entry = only(tmp_path)
    assert entry.problem.startswith(problem)
    assert (entry.title, entry.language, entry.word_count) == ("Bad file", "ru", 0)
    with pytest.raises(ContentError) as caught:
        ContentFolder(tmp_path).load(entry.path)
    assert caught.value.source == "ru/bad-file.md"


def test_two_articles_with_one_id_are_named(tmp_path: Path) -> None:
    write(tmp_path, "a.md", id="x", title="A", language="en")
    write(tmp_path, "b.md", id="x", title="B", language="en")
    problems = {entry.path: entry.problem for entry in ContentFolder(tmp_path).entries()}
    assert problems == {"a.md": "", "b.md": "its id is that of another article, a.md"}


# -- any file ------------------------------------------------------------------------------------------------


def test_a_file_is_read_by_its_ending(tmp_path: Path) -> None:
    for name, title in (("a.md", "Head"), ("b.markdown", "Head"), ("c.txt", "# Head"), ("d", "# Head")):
        write(tmp_path, name, f"# Head\n\n{TEXT}")
        assert load_article(tmp_path / name).article.title == title


def refused(path: Path) -> str:
    with pytest.raises(ContentError) as caught:
        load_article(path)
    assert caught.value.source == str(path)
    return caught.value.problem


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "nowhere.md")
    assert "folder" in refused(tmp_path)
    assert "cannot be read" in refused(tmp_path / ("x" * 300))
    assert "cannot be read" in refused(tmp_path / "a\0b")
    write(tmp_path, "a.md")
    assert "cannot be read" in refused(tmp_path / "a.md" / "b")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_a_pipe_and_a_socket_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not an ordinary file" in refused(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s.txt"))
        assert "not an ordinary file" in refused(tmp_path / "s.txt")
    assert "not an ordinary file" in refused(Path("/dev/zero"))


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are other things there")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    (tmp_path / "a.md").chmod(0)
    if os.access(tmp_path / "a.md", os.R_OK):
        pytest.skip("this user may read everything")
    assert "permission denied" in refused(tmp_path / "a.md")


@pytest.mark.conforms("B-56")
def test_200_megabytes_are_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    started = time.perf_counter()
    assert refused(large) == "too large: 200 MiB, and at most 20 MiB can be read"
    assert "too large" in only(tmp_path).problem
    assert time.perf_counter() - started < 0.2
    assert LARGEST_FILE == 20 * 1024 * 1024


@pytest.mark.parametrize("path", ["../a.md", "/etc/hostname", "en/../../a.md"])
def test_the_folder_is_not_left(tmp_path: Path, path: str) -> None:
    write(tmp_path, "a.md")
    (tmp_path / "content").mkdir()
    with pytest.raises(ContentError, match="content folder"):
        ContentFolder(tmp_path / "content").load(path)


# -- the catalog is quick ------------------------------------------------------------------------------------


def test_of_a_large_file_only_the_head_is_read_for_its_card(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "A title\n\n" + "\n\n".join(["island " * 49 + "sails."] * 6000))
    started = time.perf_counter()
    entry = only(tmp_path)
    assert time.perf_counter() - started < 0.3
    assert entry.title == "A title"
    assert abs(entry.word_count - 300_000) < 3000


@pytest.mark.skipif(not SHIPPED.is_dir(), reason="the articles that ship are not here")
def test_the_shipped_catalog_is_whole_and_quickly_listed() -> None:
    source = ContentFolder(SHIPPED)
    entries = source.entries()
    assert [entry.problem for entry in entries] == [""] * len(entries)
    assert [entry.language for entry in entries[:5]] == ["en", "ru", "tr", "ar", "uk"]
    for entry in entries:
        article = source.load(entry.path).article
        words = sum(len(block.text.split()) for block in article.blocks)
        assert abs(entry.word_count - words) <= 0.05 * words
    times: list[float] = []
    for _ in range(5):
        started = time.perf_counter()
        source.entries()
        times.append(time.perf_counter() - started)
    assert min(times) < 0.015


def test_the_catalog_needs_no_slow_library() -> None:
    program = (
        "import sys; from pathlib import Path; from kiosk.adapters.content_folder import ContentFolder;"
        f"ContentFolder(Path({str(SHIPPED)!r})).entries();"
        "slow = ('markdown_it', 'tomllib', 'yaml', 'dataclasses', 'datetime');"
        "sys.exit(' '.join(name for name in slow if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""
