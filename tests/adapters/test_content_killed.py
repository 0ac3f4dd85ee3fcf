"""An import that is killed at any moment: what is in use is always one whole version."""

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.adapters.content_store import VersionedStore
from tests.fakes.made_delivery import LIST, article, write

ROOT = Path(__file__).parents[2]
ARTICLES = 6


def delivery(folder: Path, edition: str) -> Path:
    files = {
        f"en/{number}.md": article(f"{edition} {number}", str(number), "word " * 500) for number in range(ARTICLES)
    }
    return write(folder, {**files, "en/lexicon.pls": LIST})


def killed(folder: Path, times: int) -> list[str]:
    """Kill an importer so often; return what was in use after each time."""
    sticks = [str(delivery(folder / name, name)) for name in ("First", "Second")]
    done = subprocess.run(
        [sys.executable, "-m", "tests.fakes.killed_importer", str(folder / "content"), *sticks, str(times), "7"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return [line.split(" ", 1)[1] for line in done.stdout.splitlines()]


@pytest.mark.skipif(sys.platform == "win32", reason="children that are killed in the middle are made by fork")
@pytest.mark.parametrize("times", [10, pytest.param(200, marks=pytest.mark.long)])
def test_a_killed_import_leaves_one_whole_version(tmp_path: Path, times: int) -> None:
    found = killed(tmp_path, times)
    assert len(found) == times
    assert set(found) <= {"First", "Second", "what ships"}
    # It must have been killed at moments at which something had happened.
    assert len(set(found)) > 1
    left = {path.name for path in (tmp_path / "content").iterdir()}
    store = VersionedStore(tmp_path / "content")
    store.switch(store.stage(str(tmp_path / "First"), False, lambda _: None, lambda: False))
    store.discard(store.stage(str(tmp_path / "First"), False, lambda _: None, lambda: False))
    names = {path.name for path in (tmp_path / "content").iterdir()} - {"current.json", "lock"}
    assert len(names) <= 2, f"what killed imports have left stays for ever: {names} of {left}"
    assert store.status(is_thorough=True).article_count == ARTICLES
