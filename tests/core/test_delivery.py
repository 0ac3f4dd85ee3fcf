"""What of a delivery may be taken, by names and sizes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.delivery import (
    DEEPEST,
    LARGEST_SOUND,
    LARGEST_TEXT,
    LONGEST_NAME,
    FileKind,
    FoundFile,
    kind_of,
    name_problem,
    path_key,
    shown,
    sift,
)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("en/ferry.md", FileKind.ARTICLE),
        ("Ferry.TXT", FileKind.ARTICLE),
        ("ferry.pls", FileKind.LIST),
        ("pronunciation/names.pls", FileKind.LIST),
        ("campaign.toml", FileKind.CAMPAIGN),
        ("ferry.ogg", FileKind.RECORDING),
        ("ferry.json", FileKind.RECORDING),
        ("en/campaign.toml", None),
        ("README.md", None),
        ("en/licence.txt", None),
        (".hidden.md", None),
        (".Trash-1000/files/old.md", None),
        ("autorun.inf", None),
        ("picture.png", None),
        (".md", None),
        ("ferry", None),
        ("run.desktop", None),
    ],
)
def test_a_file_is_for_what_its_name_says(path: str, kind: FileKind | None) -> None:
    assert kind_of(path) is kind


@pytest.mark.parametrize(
    "path", ["a.md", "en/новости 2026-11-26.md", "ar/أخبار.txt", "a/b/c/d.md", "con-artist.md"]
)
def test_ordinary_names_may_be_taken(path: str) -> None:
    assert name_problem(path) == ""


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd.md",
        "../secret.md",
        "en/../../secret.md",
        "en//x.md",
        "./x.md",
        "en\\x.md",
        "C:x.md",
        "x.md:stream.txt",
        "what?.md",
        "bell\x07.md",
        "new\nline.md",
        "txt.\u202edm.md",
        "\udcff.md",
        "con.md",
        "LPT1",
        "en/nul.txt.md",
        "ends. /x.md",
        " begins.md",
        "a" * (LONGEST_NAME - 2) + ".md",
        "я" * 100 + ".md",
        "/".join("abcdefgh"[: DEEPEST + 1]) + "/x.md",
    ],
)
def test_names_that_lead_elsewhere_or_mean_something_else_may_not(path: str) -> None:
    assert name_problem(path)


@given(
    st.lists(st.sampled_from(["..", ".", "en", "x.md", "", "\\", "a b", "…", "x\0"]), max_size=10).map("/".join)
)
def test_what_may_be_taken_stays_in_its_folder(path: str) -> None:
    if not name_problem(path):
        assert not path.startswith("/")
        assert all(part not in ("", ".", "..") and "\\" not in part for part in path.split("/"))


def test_what_cannot_be_taken_is_named_and_the_rest_is_taken() -> None:
    sifted = sift(
        [
            FoundFile("en/good.md", 10),
            FoundFile("en/link.md", 10, is_ordinary=False),
            FoundFile("en/empty.md", 0),
            FoundFile("en/large.md", LARGEST_TEXT + 1),
            FoundFile("large.wav", LARGEST_SOUND + 1),
            FoundFile("long.wav", LARGEST_TEXT + 1),
            FoundFile("film.mp4", LARGEST_SOUND + 1),
            FoundFile("con.md", 10),
        ]
    )
    assert [file.path for file in sifted.taken] == ["en/good.md", "long.wav"]
    assert {each.path for each in sifted.refused} == {
        "en/link.md",
        "en/empty.md",
        "en/large.md",
        "large.wav",
        "con.md",
    }
    assert all(each.problem for each in sifted.refused)


def test_two_names_that_windows_takes_for_one_are_not_both_taken() -> None:
    sifted = sift([FoundFile("en/Ferry.md", 1), FoundFile("en/ferry.md", 1), FoundFile("EN/FERRY.MD", 1)])
    assert [file.path for file in sifted.taken] == ["EN/FERRY.MD"]
    assert [each.path for each in sifted.refused] == ["en/Ferry.md", "en/ferry.md"]
    assert "EN/FERRY.MD" in sifted.refused[0].problem


def test_letters_put_together_otherwise_are_the_same_name() -> None:
    assert path_key("Café.md") == path_key("cafe\u0301.md")
    assert path_key("a.md") != path_key("b.md")


@given(st.text(st.characters()))
def test_whatever_a_name_is_it_can_be_shown(path: str) -> None:
    assert shown(path).isprintable()
    assert "\u202e" not in shown(path)
    shown(path).encode()
