"""What changes when a delivery is taken."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.content_update import (
    Checking,
    ContentFile,
    Copying,
    Done,
    Looking,
    Progress,
    Ready,
    Rest,
    Switching,
    Update,
    is_working,
    merged,
    quarter_of,
    update_of,
)
from kiosk.core.delivery import FileKind, Refused, path_key


def article(path: str, own_id: str, digest: str = "1", parts: tuple[str, ...] = ()) -> ContentFile:
    return ContentFile(path, 1, digest, FileKind.ARTICLE, own_id, own_id.upper(), "en", parts)


def other(path: str, kind: FileKind, digest: str = "1") -> ContentFile:
    return ContentFile(path, 1, digest, kind)


def paths(files: tuple[ContentFile, ...]) -> list[str]:
    return [file.path for file in files]


A, B = article("a.md", "a"), article("b.md", "b")


def test_what_is_added_comes_beside_what_is_there() -> None:
    assert merged([A], [B], is_whole=False) == (A, B)
    assert update_of([A], [A, B]) == Update(added=("B",), unchanged=1)


def test_a_whole_delivery_is_all_there_is() -> None:
    assert merged([A], [B], is_whole=True) == (B,)
    assert update_of([A], [B]) == Update(added=("B",), gone=("A",))


def test_an_article_is_replaced_by_its_id_wherever_it_lies() -> None:
    old = [article("a.md", "a", parts=("a.ogg", "a.json")), other("a.ogg", FileKind.RECORDING)]
    old += [other("a.json", FileKind.RECORDING), other("a.pls", FileKind.LIST), B]
    new = article("news/a.md", "a", "2")
    result = merged(old, [new], is_whole=False)
    assert paths(result) == ["b.md", "news/a.md"]
    assert update_of(old, result).changed == ("A",)
    assert update_of(old, result).unchanged == 1


def test_a_recording_that_another_article_shares_stays() -> None:
    old = [article("a.md", "a", parts=("s.ogg", "s.json")), article("b.md", "b", parts=("s.ogg", "s.json"))]
    old += [other("s.ogg", FileKind.RECORDING), other("s.json", FileKind.RECORDING)]
    assert paths(merged(old, [article("c.md", "a")], is_whole=False)) == ["b.md", "c.md", "s.json", "s.ogg"]


def test_a_name_that_differs_by_case_only_is_the_same_file() -> None:
    assert paths(merged([article("en/X.md", "old")], [article("EN/x.md", "new")], is_whole=False)) == ["EN/x.md"]


def test_a_new_recording_is_a_change_of_its_article() -> None:
    old = (article("a.md", "a", parts=("a.ogg",)), other("a.ogg", FileKind.RECORDING, "1"))
    new = (old[0], other("a.ogg", FileKind.RECORDING, "2"))
    assert update_of(old, new).changed == ("A",)
    assert update_of(old, old) == Update(unchanged=1)
    assert not update_of(old, old).has_news


def test_a_new_list_and_a_new_campaign_are_news() -> None:
    update = update_of([A], [A, other("campaign.toml", FileKind.CAMPAIGN), other("a.pls", FileKind.LIST)])
    assert update.has_news
    assert (update.others, update.article_count) == (2, 1)


def test_what_was_refused_is_told() -> None:
    refused = Refused("x.md", "line 1: it is none")
    assert update_of([], [A], [refused]).refused == (refused,)


IDS = st.sampled_from("abcd")
FILES = st.lists(st.builds(lambda path, own, sum_: article(f"{path}.md", own, sum_), IDS, IDS, IDS), max_size=4)


def unique(files: list[ContentFile]) -> list[ContentFile]:
    """One file a path and one an id, as a checked version has them."""
    by_path = {path_key(file.path): file for file in files}
    return list({file.article_id: file for file in by_path.values()}.values())


@given(FILES.map(unique), FILES.map(unique), st.booleans())
def test_whatever_is_taken_a_version_has_no_path_and_no_id_twice(
    old: list[ContentFile], new: list[ContentFile], is_whole: bool
) -> None:
    result = merged(old, new, is_whole)
    assert (
        len({path_key(file.path) for file in result}) == len({file.article_id for file in result}) == len(result)
    )
    assert set(new) <= set(result) <= set(old) | set(new)
    update = update_of(old, result)
    assert update.article_count == len(result)
    assert len(update.gone) + len(update.changed) + update.unchanged == len(old)
    ids, new_paths = {file.article_id for file in new}, {path_key(file.path) for file in new}
    kept = [file for file in old if file.article_id not in ids and path_key(file.path) not in new_paths]
    assert is_whole or set(kept) <= set(result), "an article that the delivery does not mention is lost"


def test_quarters_follow_the_bytes() -> None:
    told = [quarter_of(Copying(0, 9, percent)) for percent in (0, 24, 25, 50, 99, 100)]
    assert told == [0, 0, 1, 2, 3, 4]
    assert [quarter_of(progress) for progress in (Rest.IDLE, Looking(), Checking(0, 1), Done(Update()))] == [
        0,
        0,
        4,
        4,
    ]


def test_what_can_be_waited_for() -> None:
    working: tuple[Progress, ...] = (Looking(), Copying(0, 1, 0), Checking(0, 1), Switching())
    resting: tuple[Progress, ...] = (Rest.IDLE, Ready(Update()), Done(Update()))
    assert [is_working(progress) for progress in working] == [True] * 4
    assert [is_working(progress) for progress in resting] == [False] * 3
