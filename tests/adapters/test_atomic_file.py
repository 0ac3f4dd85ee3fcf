"""Files that are replaced at once, also when the power goes in the middle."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.adapters.atomic_file import replacing
from kiosk.core.errors import StoreError

ROOT = Path(__file__).parents[2]
# Each version of the file is one digit, this often: a mixture of two versions is seen at once.
SIZE = 300_000

WRITER = f"""
import sys
from pathlib import Path
from kiosk.adapters.atomic_file import replacing
number = 0
while True:
    number += 1
    with replacing(Path(sys.argv[1])) as file:
        for _ in range(10):
            file.write(str(number % 10).encode() * {SIZE // 10})
    sys.stdout.write(".")
    sys.stdout.flush()
"""


def write(path: Path, data: bytes) -> None:
    with replacing(path) as file:
        file.write(data)


def write_half(path: Path, error: BaseException) -> None:
    with replacing(path) as file:
        file.write(b"ne")
        raise error


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "file"
    write(path, b"one")
    write(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]
    assert path.stat().st_mode & 0o777 == 0o644


def test_the_old_file_stands_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write(path, b"old")
    with replacing(path) as file:
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize(
    "error", [RuntimeError("no"), KeyboardInterrupt(), OSError(28, "No space left on device")]
)
def test_an_error_in_the_middle_leaves_the_old_file_and_no_rubbish(tmp_path: Path, error: BaseException) -> None:
    path = tmp_path / "file"
    write(path, b"old")
    with pytest.raises(StoreError if isinstance(error, OSError) else type(error)):
        write_half(path, error)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.conforms("B-73")
def test_a_disk_that_fills_up_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write(path, b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    # The nearest thing to a full disk that a test can have: writing beyond this fails.
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(StoreError, match="File too large"):
            write(path, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_path_that_cannot_be_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "file" / "x", tmp_path / "folder"):
        with pytest.raises(StoreError, match=str(path)):
            write(path, b"x")


@pytest.mark.conforms("B-70")
def test_killed_in_the_middle_of_many_saves_the_file_is_always_whole(tmp_path: Path) -> None:
    path = tmp_path / "file"
    found: set[bytes] = set()
    for saves in (1, 2, 3, 5, 8):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        ) as writer:
            assert writer.stdout is not None
            assert writer.stdout.read(saves) == b"." * saves
            # It is now somewhere in the next save.
            writer.send_signal(signal.SIGKILL)
        data = path.read_bytes()
        assert len(data) == SIZE
        assert len(set(data)) == 1, "two versions in one file"
        found.add(data[:1])
    assert len(found) > 1
