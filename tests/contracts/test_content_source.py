"""What every source of articles promises."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.adapters.content_folder import ContentFolder
from kiosk.app.ports import ContentSource
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.campaign import Campaign
from kiosk.core.errors import ContentError
from kiosk.core.lexicon import LexiconEntry, PronunciationList
from tests.fakes.fake_content import FakeContent

CAMPAIGN = Campaign("c1", "The Paper", {"en": "Please give."}, "paper.example/give")
ARTICLES = {
    "en/one.md": Article("one", "One", "en", (Block("b1", BlockKind.PARAGRAPH, "First words here.", "en"),)),
    "ru/two.md": Article("two", "Два", "ru", (Block("b1", BlockKind.PARAGRAPH, "Слова.", "ru"),)),
}
NewSource = Callable[[Path], ContentSource]


def folder(path: Path) -> ContentSource:
    for name, article in ARTICLES.items():
        file = path / name
        file.parent.mkdir()
        file.write_text(
            f"---\nid: {article.id}\ntitle: {article.title}\nlanguage: {article.language}\n---\n\n"
            f"{article.blocks[0].text}\n"
        )
    (path / "bad.md").write_bytes(b"\x00\xff\x00\xff" * 50)
    write_list(path / "en/one.pls", "One", "won")
    write_list(path / "en/lexicon.pls", "First", "furst")
    write_list(path / "pronunciation/a.pls", "Here", "heer")
    (path / "pronunciation/b.pls").write_text("no list")
    return ContentFolder(path)


def write_list(file: Path, grapheme: str, alias: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(
        '<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" xml:lang="en">\n'
        f"<lexeme><grapheme>{grapheme}</grapheme><alias>{alias}</alias></lexeme></lexicon>"
    )


def listed(source: str, grapheme: str, alias: str) -> PronunciationList:
    origin = f"{source}, line 2, column 1"
    return PronunciationList(source, (LexiconEntry((grapheme,), alias, "", "en", origin),))


def fake(_: Path) -> ContentSource:
    beside = {
        "en/one.md": [listed("en/one.pls", "One", "won"), listed("en/lexicon.pls", "First", "furst")],
    }
    broken = PronunciationList("pronunciation/b.pls", problem="line 1, column 1: is no list")
    operator = [listed("pronunciation/a.pls", "Here", "heer"), broken]
    return FakeContent(ARTICLES, {"bad.md": "is not UTF-8"}, None, beside, operator)


every_source = pytest.mark.parametrize("make", [folder, fake])


@every_source
def test_what_is_listed_can_be_loaded_or_says_why_not(make: NewSource, tmp_path: Path) -> None:
    source = make(tmp_path)
    entries = source.entries()
    assert {entry.path for entry in entries if not entry.problem} == set(ARTICLES)
    for entry in entries:
        if entry.problem:
            with pytest.raises(ContentError):
                source.load(entry.path)
            continue
        article = source.load(entry.path).article
        assert (entry.article_id, entry.title, entry.language) == (article.id, article.title, article.language)
        assert entry.word_count > 0


@every_source
def test_a_broken_article_is_listed_with_its_problem(make: NewSource, tmp_path: Path) -> None:
    assert [entry.path for entry in make(tmp_path).entries() if entry.problem] == ["bad.md"]


@every_source
def test_ids_and_paths_are_unique(make: NewSource, tmp_path: Path) -> None:
    entries = make(tmp_path).entries()
    assert len({entry.path for entry in entries}) == len({entry.article_id for entry in entries}) == len(entries)


@every_source
def test_the_list_is_the_same_when_asked_again(make: NewSource, tmp_path: Path) -> None:
    source = make(tmp_path)
    assert list(source.entries()) == list(source.entries())


@every_source
@pytest.mark.parametrize("path", ["gone.md", "", "../secret.md", "/etc/passwd", "en/../../secret.md"])
def test_what_is_not_listed_is_an_error_that_names_it(make: NewSource, path: str, tmp_path: Path) -> None:
    inside = tmp_path / "content"
    inside.mkdir()
    (tmp_path / "secret.md").write_text("# Secret\n\nNot an article of this kiosk.\n")
    with pytest.raises(ContentError) as caught:
        make(inside).load(path)
    assert caught.value.source == path


@every_source
def test_an_article_loads_with_its_blocks(make: NewSource, tmp_path: Path) -> None:
    article = make(tmp_path).load("en/one.md").article
    assert [block.text for block in article.blocks] == ["First words here."]


@every_source
def test_an_article_has_the_lists_beside_it_and_the_operator_s(make: NewSource, tmp_path: Path) -> None:
    lists = make(tmp_path).lexicons("en/one.md")
    assert lists.publisher == (listed("en/one.pls", "One", "won"), listed("en/lexicon.pls", "First", "furst"))
    assert lists.operator[0] == listed("pronunciation/a.pls", "Here", "heer")


@every_source
def test_a_list_that_cannot_be_used_says_why_and_the_others_hold(make: NewSource, tmp_path: Path) -> None:
    _, broken = make(tmp_path).lexicons("en/one.md").operator
    assert (broken.source, broken.entries) == ("pronunciation/b.pls", ())
    assert broken.problem.startswith("line 1, column 1: ")


@every_source
@pytest.mark.parametrize(
    "path", ["", "ru/two.md", "gone.md", "gone/gone.md", "../en/one.md", "a\0b.md", "/x/y.md", "/"]
)
def test_an_article_without_lists_has_only_the_operator_s(make: NewSource, path: str, tmp_path: Path) -> None:
    inside = tmp_path / "content"
    inside.mkdir()
    write_list(tmp_path / "en" / "lexicon.pls", "Secret", "x")
    lists = make(inside).lexicons(path)
    assert lists.publisher == ()
    assert [own.source for own in lists.operator] == ["pronunciation/a.pls", "pronunciation/b.pls"]


@every_source
def test_without_a_campaign_there_is_none(make: NewSource, tmp_path: Path) -> None:
    assert make(tmp_path).campaign() is None


def test_a_campaign_that_cannot_be_used_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "campaign.toml").write_text("this is not TOML")
    with pytest.raises(ContentError) as caught:
        ContentFolder(tmp_path).campaign()
    assert caught.value.source == "campaign.toml"


def test_a_campaign_is_the_one_that_was_put_there() -> None:
    assert FakeContent({}, campaign=CAMPAIGN).campaign() == CAMPAIGN
