"""The frozen program's own check: what was carried here is whole, or it is said what is not and what mends it."""

import hashlib
from pathlib import Path

from kiosk.adapters.frozen import check_program, program_folder, reinstall_command


def carried(folder: Path) -> Path:
    """Write a program of two files, with the list of them."""
    (folder / "_internal").mkdir()
    (folder / "kiosk").write_bytes(b"program")
    (folder / "_internal/voice ё").write_bytes(b"voice")
    lines = [
        f"{hashlib.sha256(b'program').hexdigest()}  kiosk\n",
        f"{hashlib.sha256(b'voice').hexdigest()}  _internal/voice ё\n",
    ]
    (folder / "_internal/SHA256SUMS").write_text("".join(lines), encoding="utf-8")
    return folder


def test_a_whole_program_is_whole(tmp_path: Path) -> None:
    check = check_program(carried(tmp_path))
    assert check.is_ok
    assert "all 2 files" in check.detail


def test_a_file_that_was_cut_short_is_named(tmp_path: Path) -> None:
    folder = carried(tmp_path)
    (folder / "_internal/voice ё").write_bytes(b"voi")
    check = check_program(folder)
    assert not check.is_ok
    assert "voice ё" in check.detail
    assert check.remedy.startswith("unpack the archive again")


def test_a_missing_file_and_a_missing_list_are_told(tmp_path: Path) -> None:
    folder = carried(tmp_path)
    (folder / "kiosk").unlink()
    assert "1 files are missing or damaged: kiosk" in check_program(folder).detail
    (folder / "_internal/SHA256SUMS").unlink()
    assert not check_program(folder).is_ok


def test_what_mends_it_depends_on_how_it_came() -> None:
    assert program_folder() is None
    assert reinstall_command(None) == "bash packaging/run.sh"
    assert reinstall_command(Path("/opt", "aloud-kiosk")).startswith("dpkg -i ")
