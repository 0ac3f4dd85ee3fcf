"""What lies in the project: nothing that ties it to one machine, nothing big, nothing unexpected at the top."""

import re
from pathlib import Path

import pytest

from tests.packaging.project import ROOT, project_files

TOP_FOLDERS = {"assets", "content", "kiosk", "packaging", "tests"}
TOP_DOCUMENTS = {"ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "README.md", "LICENSE", "NOTICE"}
TOP_FILES = {"Makefile", "pyproject.toml"}
LARGEST_KIB = 512
FONTS_AND_PROGRAMS = {".ttf", ".otf", ".woff", ".woff2", ".so", ".dll", ".exe", ".whl", ".onnx", ".deb", ".pyc"}
NOT_TEXT = {".png", ".mo", ".wav", ".flac", ".ogg", ".mp3"}

# Written in pieces, so that this file does not hold what it looks for.
REGISTRY = re.compile(
    r"\b(?:pypi|test\.pypi|files\.pythonhosted|(?:deb|ftp|snapshot|security|archive)\.debian|"
    r"(?:archive|security|ports)\.ubuntu|registry\.npmjs|proxy\.golang|repo1?\.maven|static\.crates)\.(?:org|com|io)\b"
)
OF_ONE_MACHINE = re.compile(
    r"(?<![\w.~$}/])/(?:work|root|Users|mnt|opt(?!/aloud\\?-kiosk\b)|srv)/[\w.]|(?<![\w.~$}/])/home/(?!someone|jo/)\w|/tmp/(?!\.X11)\w"
)
INTERNAL_ADDRESS = re.compile(r"(?<![\d.])(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2,3}(?![\d.])")
SECRET = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY|\bghp_\w{20}|\bAKIA[A-Z0-9]{16}")
FORBIDDEN = {
    "host of a package registry": REGISTRY,
    "path of one machine": OF_ONE_MACHINE,
    "address inside one network": INTERNAL_ADDRESS,
    "secret": SECRET,
}

TEXTS = [name for name in project_files() if name.suffix not in NOT_TEXT]


def read(name: Path) -> str:
    """Return a file's text."""
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", [name for name in TEXTS if name.parts[:2] != ("tests", "data")], ids=str)
def test_file_is_clean_text_that_ties_to_no_machine(name: Path) -> None:
    text = read(name)
    for what, pattern in FORBIDDEN.items():
        found = pattern.search(text)
        assert found is None, f"{name}: {what}: {found and found[0]}"
    assert not text or text.endswith("\n"), f"{name} does not end with a line break"
    assert "\r" not in text, f"{name} has carriage returns"


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("host of a package registry", "https://" + "pypi" + ".org/simple"),
        ("host of a package registry", "http://deb." + "debian.org/debian"),
        ("path of one machine", "see /" + "work/main/kiosk"),
        ("path of one machine", '"/' + 'home/anna/kiosk"'),
        ("path of one machine", "cd /" + "tmp/trial"),
        ("address inside one network", "10.255" + ".255.53"),
    ],
)
def test_the_check_itself_finds(what: str, text: str) -> None:
    assert FORBIDDEN[what].search(text)


@pytest.mark.parametrize(
    "text",
    [
        "speak --rate 160",
        "version 10.2",
        "/usr/bin/env",
        "/tmp/.X11-unix/X0",
        "network/work/",
        "docs.debian" + ".net",
    ],
)
def test_the_check_itself_lets_pass(text: str) -> None:
    assert not any(pattern.search(text) for pattern in FORBIDDEN.values())


def test_top_of_the_project_holds_what_is_expected() -> None:
    top = {name.parts[0] for name in project_files()}
    unexpected = {name for name in top if not name.startswith(".")} - TOP_FOLDERS - TOP_DOCUMENTS - TOP_FILES
    assert unexpected == set()
    assert top >= TOP_FOLDERS | TOP_FILES | {"LICENSE", "NOTICE", ".ci", ".gitignore"}


def test_no_file_is_big_and_no_font_or_program_is_committed() -> None:
    for name in project_files():
        assert (ROOT / name).stat().st_size <= LARGEST_KIB * 1024, f"{name} is bigger than {LARGEST_KIB} KiB"
        assert name.suffix not in FONTS_AND_PROGRAMS, f"{name} comes as a package or is made, never committed"


def test_what_is_made_is_ignored() -> None:
    ignored = read(Path(".gitignore")).split()
    for made in (".venv/", "__pycache__/", ".mypy_cache/", ".ruff_cache/", ".hypothesis/", "/out/"):
        assert made in ignored


def test_names_are_plain() -> None:
    # Windows and macOS must be able to hold the project: no two names that differ by case only, no odd characters.
    lowered = [str(name).lower() for name in project_files()]
    assert len(lowered) == len(set(lowered))
    for name in project_files():
        assert re.fullmatch(r"[A-Za-z0-9._/-]+", name.as_posix()), (
            f"{name} has a character that not every system can hold"
        )
