"""Content in versions on a real disk: taken, refused, switched, rolled back; what a disk and a stick can do."""

import errno
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.adapters.audio_file import write_wav
from kiosk.adapters.content_folder import ContentFolder, read_file
from kiosk.adapters.content_store import VersionedStore
from kiosk.adapters.content_versions import CURRENT, LIST_NAME
from kiosk.adapters.stored_content import StoredContent, StoredRecordings
from kiosk.core.content_update import Copying, Fault, Progress, StagedContent, Update, UpdateCancelled, UpdateError
from kiosk.core.delivery import Refused
from tests.fakes.made_delivery import BROKEN, LIST, article, write

LONG = f"{'word ' * 200}\n\n" * 2500
"""An article of two and a half MiB."""
FIRST = {"en/a.md": article("Alpha", "a"), "en/b.md": article("Beta", "b")}


class Machine:
    """A store, what ships, and somewhere to put deliveries."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store_folder = folder / "state" / "content"
        self.store = VersionedStore(self.store_folder)
        shipped = write(folder / "shipped", {"en/sample.md": article("Sample", "sample")})
        write(shipped, {"en/how-to-use.md": article("Tour", "how-to-use-en")})
        self.content = StoredContent(shipped, self.store_folder)
        self.told: list[Progress] = []

    def bring(self, files: dict[str, bytes]) -> Path:
        """Put a delivery on a fresh stick."""
        stick = self.folder / "stick"
        shutil.rmtree(stick, ignore_errors=True)
        return write(stick, files)

    def stage(self, stick: Path, is_whole: bool = False) -> StagedContent:
        return self.store.stage(str(stick), is_whole, self.told.append, lambda: False)

    def take(self, files: dict[str, bytes], is_whole: bool = False) -> Update:
        staged = self.stage(self.bring(files), is_whole)
        self.store.switch(staged)
        return staged.update

    def titles(self) -> list[str]:
        return [entry.title for entry in self.content.entries()]

    def files(self) -> set[str]:
        """What lies in the store's folder."""
        return {path.name for path in self.store_folder.iterdir()} - {"lock"}


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def fault_of(machine: Machine, files: dict[str, bytes]) -> UpdateError:
    with pytest.raises(UpdateError) as caught:
        machine.take(files)
    return caught.value


# -- taking ---------------------------------------------------------------------------------------------------


def test_what_ships_is_in_use_until_something_is_taken(machine: Machine) -> None:
    assert machine.titles() == ["Tour", "Sample"]
    assert machine.store.status().version == ""
    assert not machine.store_folder.exists()


def test_what_is_taken_is_shown_with_the_tour_that_ships(machine: Machine) -> None:
    update = machine.take(FIRST)
    assert update == Update(added=("Alpha", "Beta"))
    assert machine.titles() == ["Tour", "Alpha", "Beta"]
    status = machine.store.status(is_thorough=True)
    assert (status.version, status.article_count, status.can_roll_back, status.problem) == ("0001", 2, True, "")


def test_more_articles_come_beside_the_others(machine: Machine) -> None:
    machine.take(FIRST)
    update = machine.take({"news/c.md": article("Gamma", "c"), "x/b.md": article("Beta", "b", "Second edition.")})
    assert update == Update(added=("Gamma",), changed=("Beta",), unchanged=1)
    assert sorted(machine.titles()) == ["Alpha", "Beta", "Gamma", "Tour"]
    (beta,) = [entry.path for entry in machine.content.entries() if entry.title == "Beta"]
    assert machine.content.load(beta).article.blocks[0].text == "Second edition."


def test_a_whole_delivery_is_all_there_is(machine: Machine) -> None:
    machine.take(FIRST)
    assert machine.take({"c.md": article("Gamma", "c")}, is_whole=True).gone == ("Alpha", "Beta")
    assert machine.titles() == ["Tour", "Gamma"]


def test_nothing_changes_before_the_switch(machine: Machine) -> None:
    staged = machine.stage(machine.bring(FIRST))
    assert machine.titles() == ["Tour", "Sample"]
    machine.store.discard(staged)
    assert machine.files() == set()
    assert machine.titles() == ["Tour", "Sample"]


def test_what_cannot_be_used_is_named_with_its_place_and_the_rest_is_taken(machine: Machine) -> None:
    machine.take(FIRST)
    (machine.bring({"en/a.md": BROKEN, "c.md": article("Gamma", "c"), "twin.md": article("Twin", "c")}))
    stick = write(
        machine.folder / "stick",
        {"en/a.pls": b"no list", "campaign.toml": b"id = 1", "con.md": b"x", "d.txt": b"\0"},
    )
    (stick / "link.md").symlink_to("/etc/passwd")
    staged = machine.stage(stick)
    machine.store.switch(staged)
    refused = {each.path: each.problem for each in staged.update.refused}
    assert set(refused) == {"en/a.md", "twin.md", "en/a.pls", "campaign.toml", "con.md", "d.txt", "link.md"}
    assert refused["en/a.md"].startswith("line 2: ")
    assert refused["twin.md"] == "its id is that of another article, c.md"
    assert sorted(machine.titles()) == ["Alpha", "Beta", "Gamma", "Tour"], (
        "the old edition of a broken one is lost"
    )


def test_lists_and_the_campaign_come_with_the_articles(machine: Machine) -> None:
    campaign = Path(__file__).parents[2] / "content/campaign.toml"
    files = {"en/lexicon.pls": LIST, "pronunciation/all.pls": LIST, "campaign.toml": campaign.read_bytes()}
    assert machine.take({**FIRST, **files}).others == 3
    lists = machine.content.lexicons("0001/en/a.md")
    assert [own.source for own in lists.publisher] == ["en/lexicon.pls"]
    assert [own.source for own in machine.content.lexicons("").operator] == ["pronunciation/all.pls"]
    assert machine.content.campaign() is not None


def test_a_recording_comes_with_its_article_and_other_sounds_stay_on_the_stick(machine: Machine) -> None:
    times = b'{"marks": [[1, 0, 5, 0, 400], [1, 6, 11, 400, 700], [1, 12, 17, 700, 990]]}'
    stick = machine.bring({"a.md": article("Alpha", "a", recording="sound.wav"), "sound.json": times})
    write_wav(stick / "sound.wav", [bytes(48_000)])
    shutil.copy(stick / "sound.wav", stick / "song.wav")
    staged = machine.stage(stick)
    machine.store.switch(staged)
    assert staged.update.refused == ()
    taken = {path.name for path in (machine.store_folder / "0001").iterdir()}
    assert taken == {"a.md", "sound.wav", "sound.json", LIST_NAME}


def test_an_article_whose_recording_is_broken_is_taken_without_it(machine: Machine) -> None:
    files = {"a.md": article("Alpha", "a", recording="a.ogg"), "a.ogg": b"no sound", "a.json": b"{}"}
    (refused,) = machine.take(files).refused
    assert refused.path == "a.md"
    assert "its recording cannot be used" in refused.problem
    assert machine.titles() == ["Tour", "Alpha"]
    assert not (machine.store_folder / "0001" / "a.ogg").exists()


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ({"film.mp4": b"x"}, Fault.NOTHING_FOUND),
        ({"only.pls": LIST}, Fault.NOTHING_FOUND),
        ({"a.md": BROKEN}, Fault.NOTHING_USABLE),
        ({"con.md": article("Con")}, Fault.NOTHING_USABLE),
    ],
)
def test_a_delivery_without_a_usable_article_is_refused(
    machine: Machine, files: dict[str, bytes], fault: Fault
) -> None:
    machine.take(FIRST)
    error = fault_of(machine, files)
    assert error.fault is fault
    assert bool(error.refused) == (fault is Fault.NOTHING_USABLE)
    assert machine.titles() == ["Tour", "Alpha", "Beta"]
    assert machine.files() == {CURRENT, "0001"}


def test_a_folder_that_is_not_there_is_gone(machine: Machine) -> None:
    with pytest.raises(UpdateError) as caught:
        machine.stage(machine.folder / "nowhere")
    assert caught.value.fault is Fault.GONE


def test_too_many_files_are_refused_before_they_are_read(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.adapters.delivery_folder.MOST_FILES", 3)
    assert fault_of(machine, {f"{number}.md": article("A") for number in range(4)}).fault is Fault.TOO_LARGE
    monkeypatch.setattr("kiosk.adapters.delivery_folder.LARGEST_DELIVERY", 100)
    assert fault_of(machine, {"a.md": article("A", text="x" * 100)}).fault is Fault.TOO_LARGE


def test_two_at_once_cannot_change_the_content(machine: Machine) -> None:
    staged = machine.stage(machine.bring(FIRST))
    with pytest.raises(UpdateError) as caught:
        VersionedStore(machine.store_folder).stage(str(machine.folder / "stick"), False, print, lambda: False)
    assert caught.value.fault is Fault.BUSY
    machine.store.switch(staged)
    assert machine.take({"c.md": article("Gamma")}).unchanged == 2


def test_progress_names_the_files_and_the_bytes(machine: Machine) -> None:
    machine.take({"a.md": article("Alpha", text=LONG), "b.md": article("Beta")})
    copying = [each for each in machine.told if isinstance(each, Copying)]
    assert copying[0] == Copying(0, 2, 0)
    assert copying[-1] == Copying(2, 2, 100)
    assert [each.percent for each in copying] == sorted(each.percent for each in copying)
    assert len({each.percent for each in copying if each.done == 0}) > 2, "a large file is copied in silence"


def test_it_can_be_ended_at_every_moment(machine: Machine) -> None:
    machine.take(FIRST)
    stick = machine.bring({"c.md": article("Gamma"), "d.md": article("Delta")})
    moments = 0
    while True:
        left = [moments]

        def is_cancelled(left: list[int] = left) -> bool:
            left[0] -= 1
            return left[0] < 0

        try:
            staged = machine.store.stage(str(stick), False, machine.told.append, is_cancelled)
        except UpdateCancelled:
            assert machine.files() == {CURRENT, "0001"}
            moments += 1
            continue
        break
    assert moments > 6
    machine.store.discard(staged)


# -- going back -----------------------------------------------------------------------------------------------


def test_one_step_back_and_forth(machine: Machine) -> None:
    machine.take(FIRST)
    machine.take({"c.md": article("Gamma", "c")}, is_whole=True)
    machine.store.roll_back()
    assert machine.titles() == ["Tour", "Alpha", "Beta"]
    machine.store.roll_back()
    assert machine.titles() == ["Tour", "Gamma"]


def test_the_first_delivery_can_be_taken_back_too(machine: Machine) -> None:
    machine.take(FIRST)
    machine.store.roll_back()
    assert machine.titles() == ["Tour", "Sample"]
    assert machine.take({"c.md": article("Gamma", "c")}).unchanged == 0, "it was added to what was taken back"


def test_without_a_before_there_is_nothing_to_go_back_to(machine: Machine) -> None:
    with pytest.raises(UpdateError) as caught:
        machine.store.roll_back()
    assert caught.value.fault is Fault.NOTHING_BEFORE


def test_a_damaged_before_is_not_gone_back_to(machine: Machine) -> None:
    machine.take(FIRST)
    machine.take({"c.md": article("Gamma", "c")}, is_whole=True)
    (machine.store_folder / "0001/en/a.md").write_bytes(article("Alphx", "a"))
    with pytest.raises(UpdateError) as caught:
        machine.store.roll_back()
    assert caught.value.fault is Fault.NOTHING_BEFORE
    assert machine.titles() == ["Tour", "Gamma"]


def test_the_last_two_versions_are_kept(machine: Machine) -> None:
    for number in range(4):
        machine.take({"a.md": article(f"Edition {number}", "a")})
    machine.store.discard(machine.stage(machine.bring(FIRST)))
    assert machine.files() == {CURRENT, "0003", "0004"}


def test_what_did_not_change_is_not_stored_twice(machine: Machine) -> None:
    machine.take(FIRST)
    machine.take({"c.md": article("Gamma")})
    one, other = (machine.store_folder / version / "en/a.md" for version in ("0001", "0002"))
    assert one.stat().st_ino == other.stat().st_ino


# -- what disks and sticks can do -----------------------------------------------------------------------------


@pytest.mark.parametrize("damage", ["missing", "shorter", "no list", "list cut", "list of another program"])
def test_a_damaged_version_gives_way_to_the_one_before(machine: Machine, damage: str) -> None:
    machine.take(FIRST)
    machine.take({"c.md": article("Gamma", "c")}, is_whole=True)
    version = machine.store_folder / "0002"
    if damage == "missing":
        (version / "c.md").unlink()
    elif damage == "shorter":
        (version / "c.md").write_bytes(b"#")
    elif damage == "no list":
        (version / LIST_NAME).unlink()
    else:
        (version / LIST_NAME).write_text('{"schema": 1, "files": [{' if damage == "list cut" else "[1]")
    assert machine.titles() == ["Tour", "Alpha", "Beta"]
    status = machine.store.status()
    assert status.version == "0001"
    assert "0002" in status.problem
    shutil.rmtree(machine.store_folder / "0001")
    assert machine.titles() == ["Tour", "Sample"]
    assert machine.take(FIRST) == Update(added=("Alpha", "Beta")), "nothing can be taken any more"


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"schema": 9}', b'{"schema": 1, "current": "../x"}', b"\xff"]
)
def test_a_choice_that_cannot_be_read_means_what_ships(machine: Machine, data: bytes) -> None:
    machine.take(FIRST)
    (machine.store_folder / CURRENT).write_bytes(data)
    assert machine.titles() == ["Tour", "Sample"]
    assert CURRENT in machine.store.status().problem
    machine.store.discard(machine.stage(machine.bring(FIRST)))
    assert "0001" in machine.files(), "what the choice meant was thrown away"


def test_a_list_cannot_name_files_elsewhere(machine: Machine) -> None:
    machine.take(FIRST)
    path = machine.store_folder / "0001" / LIST_NAME
    document = json.loads(path.read_bytes())
    document["files"][0]["path"] = "../../stick/en/a.md"
    path.write_text(json.dumps(document))
    assert machine.titles() == ["Tour", "Sample"]


def test_an_article_that_is_open_stays_what_it_was(machine: Machine) -> None:
    machine.take(FIRST)
    (path,) = [entry.path for entry in machine.content.entries() if entry.title == "Alpha"]
    machine.take({"en/a.md": article("Alpha", "a", "Other words."), "en/a.pls": LIST}, is_whole=True)
    assert machine.content.load(path).article.blocks[0].text == "First words here."
    assert machine.content.lexicons(path).publisher == ()


def test_a_recording_that_is_heard_stays_what_it_was(machine: Machine) -> None:
    times = b'{"marks": [[1, 0, 5, 0, 400], [1, 6, 11, 400, 700], [1, 12, 17, 700, 990]]}'
    stick = machine.bring({"a.md": article("Alpha", "a", recording="sound.wav"), "sound.json": times})
    write_wav(stick / "sound.wav", [bytes(48_000)])
    machine.store.switch(machine.stage(stick))
    machine.take({"b.md": article("Beta", "b")}, is_whole=True)
    recordings = StoredRecordings(machine.folder / "shipped", machine.store_folder, read_file)
    read = machine.content.load("0001/a.md").article
    recording = recordings.recording("0001/a.md", read)
    assert recording is not None
    assert recording.problem == ""
    assert len(recording.stretches(1)) == 3
    gone = recordings.recording("0002/a.md", read)
    assert gone is not None
    assert gone.problem


@pytest.mark.parametrize("moment", ["looking", "first file", "within a file", "second file"])
def test_a_stick_that_is_pulled_leaves_the_old_content(machine: Machine, moment: str) -> None:
    machine.take(FIRST)
    stick = machine.bring({"c.md": article("Gamma", text=LONG), "d.md": article("Delta")})
    steps = {"looking": 0, "first file": 1, "within a file": 2, "second file": 5}
    told: list[Progress] = []

    def tell(progress: Progress) -> None:
        told.append(progress)
        if len(told) > steps[moment]:
            # Like a stick that is gone, the folder loses what was not read yet.
            for path in stick.glob("*.md"):
                os.truncate(path, 0)
                path.unlink()
            shutil.rmtree(stick, ignore_errors=True)

    with pytest.raises(UpdateError) as caught:
        machine.store.stage(str(stick), False, tell, lambda: False)
    assert caught.value.fault is Fault.GONE
    assert machine.titles() == ["Tour", "Alpha", "Beta"]
    assert machine.files() == {CURRENT, "0001"}


def test_a_full_disk_is_seen_before_anything_is_copied(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    machine.take(FIRST)
    before = len(machine.told)
    machine.store = VersionedStore(machine.store_folder, free_bytes=lambda _: 1000)
    error = fault_of(machine, {"c.md": article("Gamma")})
    assert error.fault is Fault.FULL
    assert not any(isinstance(each, Copying) for each in machine.told[before:])
    assert machine.titles() == ["Tour", "Alpha", "Beta"]


@contextmanager
def tiny_disk(folder: Path, kib: int) -> Iterator[None]:
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kib}k", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only the administrator can make a small disk")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=False, capture_output=True)


def test_a_disk_that_fills_up_half_way_leaves_the_old_content(machine: Machine) -> None:
    with tiny_disk(machine.folder / "state", 600):
        # The disk promises more than it holds, as one does that others fill meanwhile.
        machine.store = VersionedStore(machine.store_folder, free_bytes=lambda _: 1 << 40)
        machine.take(FIRST)
        error = fault_of(machine, {f"{number}.md": article("Long", text=LONG[:200_000]) for number in range(4)})
        assert error.fault is Fault.FULL
        assert machine.titles() == ["Tour", "Alpha", "Beta"]
        assert machine.files() == {CURRENT, "0001"}
        assert machine.take({"c.md": article("Gamma")}).added == ("Gamma",)


def test_a_stick_that_is_unmounted_half_way_leaves_the_old_content(machine: Machine) -> None:
    machine.take(FIRST)
    stick = machine.folder / "mounted"
    told: list[Progress] = []
    with tiny_disk(stick, 4000):
        write(stick, {f"{number}.md": article(f"Article {number}", str(number)) for number in range(6)})

        def tell(progress: Progress) -> None:
            told.append(progress)
            if isinstance(progress, Copying) and progress.done == 3:
                subprocess.run(["umount", "-l", stick], check=False, capture_output=True)

        with pytest.raises(UpdateError) as caught:
            machine.store.stage(str(stick), False, tell, lambda: False)
    assert caught.value.fault is Fault.GONE
    assert max(each.done for each in told if isinstance(each, Copying)) == 3
    assert machine.titles() == ["Tour", "Alpha", "Beta"]
    assert machine.files() == {CURRENT, "0001"}


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    (tmp_path / "state").write_text("in the way")
    error = fault_of(machine, FIRST)
    assert error.fault is Fault.UNWRITABLE
    assert str(machine.store_folder) in str(error)


def test_the_switch_that_cannot_be_written_changes_nothing(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.take(FIRST)
    staged = machine.stage(machine.bring({"c.md": article("Gamma")}))

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("kiosk.adapters.atomic_file.tempfile.mkstemp", full)
    with pytest.raises(UpdateError) as caught:
        machine.store.switch(staged)
    assert caught.value.fault is Fault.FULL
    monkeypatch.undo()
    assert machine.titles() == ["Tour", "Alpha", "Beta"]
    assert machine.take({"c.md": article("Gamma")}).added == ("Gamma",)


def test_refused_files_are_told_as_they_can_be_shown(machine: Machine) -> None:
    stick = machine.bring(FIRST)
    (stick / "bad\udcff.md").write_bytes(article("Bad"))
    refused = machine.stage(stick).update.refused
    assert refused == (Refused("bad\N{REPLACEMENT CHARACTER}.md", "its name is not text in UTF-8"),)


def test_the_store_holds_nothing_but_content(machine: Machine) -> None:
    """A version can be read by the program of before, too: it is a folder of articles."""
    machine.take(FIRST)
    assert [entry.title for entry in ContentFolder(machine.store_folder / "0001").entries()] == ["Alpha", "Beta"]
