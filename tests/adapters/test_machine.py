"""What this machine can do: every question, answered well and badly."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from kiosk.adapters import audio_output, machine
from kiosk.app.ports import FrameSource
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.campaign import Campaign
from kiosk.core.check import Check
from kiosk.core.errors import AudioError, ContentError
from kiosk.core.lexicon import LexiconEntry, PronunciationList
from kiosk.core.voice import Tracking, Voice
from tests.fakes.fake_content import FakeContent
from tests.fakes.fake_recording import FakeRecording, FakeRecordings

ARTICLE = Article("a", "A", "en", (Block("b1", BlockKind.PARAGRAPH, "One.", "en"),))
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def is_well_formed(check: Check, check_id: str) -> bool:
    """A check that fails says what mends it; one that does not says what was found."""
    is_told = bool(check.detail) and "\n" not in check.detail
    return check.id == check_id and is_told and (check.is_ok or bool(check.remedy))


@pytest.mark.parametrize(
    ("environment", "has_screen"),
    [
        ({}, False),
        ({"DISPLAY": ":1"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "linuxfb:fb=/dev/fb0"}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, False),
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":1"}, True),
    ],
)
def test_screen(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], has_screen: bool) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in SCREENS:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    check = machine.check_screen()
    assert check.is_ok == has_screen
    assert is_well_formed(check, "screen")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_always_have_a_screen(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr("sys.platform", platform)
    for name in SCREENS:
        monkeypatch.delenv(name, raising=False)
    assert machine.check_screen().is_ok


class ObedientLoudspeaker(audio_output.SilentOutput):
    """A loudspeaker that opens or not, as a test wants."""

    error: Exception | None = None

    def open(self, source: FrameSource) -> None:
        """Open, or fail."""
        if self.error is not None:
            raise self.error


@pytest.mark.parametrize(
    ("error", "is_ok"), [(None, True), (AudioError("no device"), False), (ImportError("no miniaudio"), False)]
)
def test_sound(monkeypatch: pytest.MonkeyPatch, error: Exception | None, is_ok: bool) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(machine, "Loudspeaker", ObedientLoudspeaker)
    monkeypatch.setattr(ObedientLoudspeaker, "error", error)
    check = machine.check_sound()
    assert check.is_ok == is_ok
    assert is_well_formed(check, "sound")


def voice(language: str, quality: int = 2) -> Voice:
    return Voice(f"x:{language}", language, (language,), Tracking.WORD, quality)


@pytest.mark.parametrize(
    ("voices", "missing"),
    [
        ([voice("en"), voice("ru-RU"), voice("ar")], ""),
        ([voice("en"), voice("ru")], "ar"),
        ([], "en, ru, ar"),
        ([voice("en"), voice("ru"), voice("ar", 0)], "ar"),
    ],
)
def test_voices(voices: Sequence[Voice], missing: str) -> None:
    check = machine.check_voices(voices, ("en", "ru", "ar"))
    assert check.is_ok == (not missing)
    assert check.is_ok or check.detail == f"no voice for: {missing}"
    assert is_well_formed(check, "voices")


@pytest.mark.parametrize("missing", [(), ("fontpkg-noto-sans",)])
def test_fonts(missing: tuple[str, ...]) -> None:
    check = machine.check_fonts(missing)
    assert check.is_ok == (not missing)
    assert all(name in check.detail for name in missing)
    assert is_well_formed(check, "fonts")


class BrokenCampaign(FakeContent):
    """Has a campaign that cannot be used."""

    def campaign(self) -> Campaign | None:
        """Fail."""
        raise ContentError("campaign.toml", "line 3", "has no address")


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (FakeContent({"a.md": ARTICLE}), "1 articles"),
        (FakeContent({}), "there are no articles"),
        (FakeContent({"a.md": ARTICLE}, {"b.md": "is empty"}), "b.md: is empty"),
        (BrokenCampaign({"a.md": ARTICLE}), "campaign.toml, line 3: has no address"),
    ],
)
def test_content(content: FakeContent, part: str) -> None:
    check = machine.check_content(content)
    assert check.is_ok == (part == "1 articles")
    assert check.detail == part
    assert is_well_formed(check, "content")


def test_recordings_are_part_of_the_content() -> None:
    recorded = ARTICLE._replace(id="b", recording="b.ogg")
    content = FakeContent({"a.md": ARTICLE, "b.md": recorded}, {"bad.md": "is empty"})
    good = FakeRecordings(FakeRecording(recorded, (1,)))
    assert machine.check_content(FakeContent({"a.md": ARTICLE, "b.md": recorded}), good).detail == "2 articles"
    # Only what names a recording is looked at.
    assert good.asked == ["b.md"]
    broken = FakeRecordings(FakeRecording(recorded, (1,), problem="b.json, mark 3: it has no time"))
    check = machine.check_content(content, broken)
    assert check.detail == "bad.md: is empty; b.json, mark 3: it has no time"
    assert not check.is_ok
    assert is_well_formed(check, "content")


def test_pronunciation_lists_are_part_of_the_content() -> None:
    entry = LexiconEntry(("Idlib",), "Id-lib", "", "en")
    good = PronunciationList("a.pls", (entry, entry), ("line 3, column 1: role is not used",))
    articles = {"a.md": ARTICLE, "b.md": ARTICLE}
    check = machine.check_content(FakeContent(articles, beside={"a.md": [good], "b.md": [good]}))
    assert (
        check.detail == "2 articles, 2 words in 1 pronunciation lists; a.pls, line 3, column 1: role is not used"
    )
    assert check.is_ok
    bad = PronunciationList("pronunciation/b.pls", problem="line 2, column 1: the lexeme has no grapheme")
    check = machine.check_content(FakeContent(articles, beside={"a.md": [good]}, operator=[bad]))
    assert check.detail == "pronunciation/b.pls: line 2, column 1: the lexeme has no grapheme"
    assert not check.is_ok
    assert is_well_formed(check, "content")


class Usage(NamedTuple):
    """What ``shutil.disk_usage`` says."""

    total: int
    used: int
    free: int


def test_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = machine.check_disk(tmp_path / "new" / "state")
    assert good.is_ok
    assert is_well_formed(good, "disk")
    assert list((tmp_path / "new" / "state").iterdir()) == []
    (tmp_path / "file").write_text("in the way")
    bad = machine.check_disk(tmp_path / "file" / "state")
    assert not bad.is_ok
    assert is_well_formed(bad, "disk")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(2**40, 2**40 - 2**20, 2**20))
    full = machine.check_disk(tmp_path)
    assert not full.is_ok
    assert "only 1 MiB" in full.detail
    assert is_well_formed(full, "disk")


@pytest.mark.skipif(not Path("/proc/meminfo").exists(), reason="only Linux tells its memory here")
def test_memory_is_what_the_system_says() -> None:
    first = Path("/proc/meminfo").read_text("ascii").splitlines()[0]
    assert machine.memory_mib() == pytest.approx(int(first.split()[1]) // 1024, abs=1)
    assert machine.has_memory_for_spare() == (int(first.split()[1]) >= 3500 * 1024)
