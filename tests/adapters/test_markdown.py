"""Markdown: what becomes of each construct, front matter, and the quick reader against the library."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.adapters.formats import markdown
from kiosk.adapters.formats.decoding import decode
from kiosk.adapters.formats.markdown_blocks import read_markdown
from kiosk.adapters.formats.markdown_tokens import read_blocks
from kiosk.adapters.formats.raw_block import RawBlock
from kiosk.adapters.simple_toml import read_simple_toml
from kiosk.core.article import Article, BlockKind, ParsedArticle
from kiosk.core.errors import ContentError

FRONT = '+++\ntitle = "A walk"\nlanguage = "en"\n+++\n'


def parsed(text: str, source: str = "a-walk.md") -> ParsedArticle:
    return markdown.parse(text.encode(), source)


def article(text: str) -> Article:
    return parsed(FRONT + text).article


def kinds_and_texts(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in article(text).blocks]


def refused(text: str) -> ContentError:
    with pytest.raises(ContentError) as caught:
        parsed(text, "bad.md")
    return caught.value


# -- blocks --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("One.\nStill one.\n\nTwo.", [("paragraph", "One. Still one."), ("paragraph", "Two.")]),
        ("## Head\nText.", [("heading", "Head"), ("paragraph", "Text.")]),
        ("Head\n----\nText.", [("heading", "Head"), ("paragraph", "Text.")]),
        ("> Said\n> she.", [("quote", "Said she.")]),
        ("- a\n- b", [("list_item", "a"), ("list_item", "b")]),
        ("3. a\n3. b", [("list_item", "3. a"), ("list_item", "4. b")]),
        ("1. a\n\n   more", [("list_item", "1. a"), ("paragraph", "more")]),
        ("1. - a", [("list_item", "1. a")]),
        ("2. # a", [("heading", "2. a")]),
        ("    x = 1\n    y = 2", [("paragraph", "x = 1"), ("paragraph", "y = 2")]),
        ("```py\nx = 1\n\ny = 2\n```", [("paragraph", "x = 1"), ("paragraph", "y = 2")]),
        ("![A cat on a mat](cat.png)", [("figure", "A cat on a mat")]),
        ("![](line.png)\n\nText.", [("paragraph", "Text.")]),
        ("See ![the cat](cat.png) here.", [("paragraph", "See the cat here.")]),
        ("A [link](http://a.example) and <http://b.example>.", [("paragraph", "A link and http://b.example.")]),
        ("*so* **very** `odd` a\\\nb  \nc", [("paragraph", "so very odd a b c")]),
        ("One.\n\n***\n\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")]),
        ("Salt &amp; pepper&nbsp;&shy;mill", [("paragraph", "Salt & pepper mill")]),
        ("a <b>c</b>", [("paragraph", "a <b>c</b>")]),
        ("[a]\n\n[a]: http://a.example", [("paragraph", "a")]),
        ("e\N{COMBINING ACUTE ACCENT}t*e*\N{COMBINING ACUTE ACCENT}", [("paragraph", "étété"[:2] + "é")]),
    ],
)
def test_constructs_become_blocks(written: str, expected: list[tuple[str, str]]) -> None:
    assert kinds_and_texts(written) == expected


def test_levels_are_kept() -> None:
    blocks = article("## Two\n\n### Three\n\n- one\n  - *two*").blocks
    assert [block.level for block in blocks] == [2, 3, 1, 2]


def test_blocks_are_numbered_in_order() -> None:
    assert [block.id for block in article("One.\n\nTwo.\n\n*Three.*").blocks] == ["b1", "b2", "b3"]


# -- languages -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{lang=ru}\nПривет.\n\nHello.", [("ru", "Привет."), ("en", "Hello.")]),
        ("{lang=ru}\n\nПривет.\n\nHello.", [("ru", "Привет."), ("en", "Hello.")]),
        ("Привет. {lang=ru}", [("ru", "Привет.")]),
        ('## Привет {lang="ru"}', [("ru", "Привет")]),
        ("{lang=ru}\n> Привет.\n>\n> Ещё.", [("ru", "Привет."), ("ru", "Ещё.")]),
        ("- Привет. {lang=ru}\n- Hello.", [("ru", "Привет."), ("en", "Hello.")]),
        ("He said [привет]{lang=ru}.", [("en", "He said привет.")]),
        ("A set {a, b} and {lang}.", [("en", "A set {a, b} and {lang}.")]),
    ],
)
def test_a_block_may_have_its_own_language(written: str, expected: list[tuple[str, str]]) -> None:
    assert [(block.language, block.text) for block in article(written).blocks] == expected


def test_language_comes_from_the_front_matter_then_the_caller_then_the_text() -> None:
    assert markdown.parse(b'+++\nlang = "pt-br"\n+++\nOi.', "a.md", "en").article.language == "pt-BR"
    assert markdown.parse(b"Oi.", "a.md", "pt").article.language == "pt"
    assert parsed("Это просто текст.").article.language == "ru"


# -- front matter --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        '+++\nid = "x"\ntitle = "T"\nlang = "uk"\nauthor = ["A", "B"]\nsource = "S"\ndate = 2019-12-23\n'
        'summary = """One\nsentence."""\ntranslation_of = "y"\nunknown = 3\n+++\nText.',
        "---\nid: x\ntitle: T\nlanguage: uk\nauthor:\n- A\n- B\nsource: S\ndate: 2019-12-23\n"
        "summary: >\n  One\n  sentence.\ntranslation_of: y\nunknown: [3]\n---\nText.",
    ],
    ids=["TOML", "YAML"],
)
def test_front_matter_says_what_the_article_is(written: str) -> None:
    found = parsed(written).article
    assert (found.id, found.title, found.language, found.author) == ("x", "T", "uk", "A, B")
    assert (found.source, found.date, found.translation_of) == ("S", "2019-12-23", "y")
    assert found.summary == "One sentence."


def test_yaml_does_not_guess_types() -> None:
    assert parsed("---\ntitle: No\nauthor: 12:30\n---\nText.").article.title == "No"


@pytest.mark.parametrize(
    ("written", "place", "problem"),
    [
        ('+++\ntitle = "T"\nlanguage = 3\n+++\nx', "line 3", "language must be text in quotes, not a number"),
        ("+++\n# c\n\ntitle = [1]\n+++\nx", "line 4", "title must be text in quotes, not a list"),
        ('+++\nlang = "English"\n+++\nx', "line 2", "language must be a tag"),
        ('+++\ntitle = "T\n+++\nx', "line 2", "not TOML"),
        ('+++\ntitle = "T"\nx', "line 1", "not closed"),
        (f'+++\ntitle = "{"T" * 60_000}"\n+++\nx', "line 1", "longer than"),
        ("---\nid: x\ntitle: [T\n---\nx", "line 3", "not YAML"),
        ('+++\n[appeal]\ncurrency = "dollars"\n+++\nx', "line 3", "currency must be a code"),
        ('+++\n[appeal]\ninterval = "week"\n+++\nx', "line 3", "interval must be"),
        ('+++\ntitle = "T"\n+++\n\n', "line 4", "no text"),
        ("***\n", "line 1", "no text"),
        ("One.\n\nTwo.\n\n" + "[" * 60_000, "line 5", "longer than 50000"),
    ],
)
def test_an_error_names_the_line(written: str, place: str, problem: str) -> None:
    error = refused(written)
    assert (error.source, error.place) == ("bad.md", place)
    assert problem in error.problem


@pytest.mark.parametrize("opening", ["+++\na = ", "---\na: "], ids=["TOML", "YAML"])
def test_a_value_nested_without_end_is_refused(opening: str) -> None:
    assert refused(f"{opening}{'[' * 30_000}\n{opening[:3]}\nx").place.startswith("line ")


def test_a_line_across_the_page_is_no_front_matter() -> None:
    found = parsed("---\nSome text.\n\n---\nMore.").article
    assert [block.text for block in found.blocks] == ["Some text.", "More."]


def test_a_date_of_another_form_is_left_out_and_noted() -> None:
    found = parsed('+++\ntitle = "T"\ndate = "23 December"\n+++\nText.')
    assert found.article.date == ""
    assert "23 December" in found.notes[0]


def test_an_appeal_in_the_front_matter_is_the_campaign_and_the_text_stays() -> None:
    found = parsed(
        '+++\n[appeal]\npublisher = "P"\nmessage = ["Dear readers,", "give."]\nmin_amount = "2"\n'
        'currency = "usd"\ncurrency_assumed = true\ninterval = "month"\n'
        'buttons = [{role="donate", label="Give"}, "Later"]\n+++\nText.\n\nSupport us monthly from just $2.'
    )
    campaign = found.campaign
    assert campaign is not None
    assert campaign.message == ("Dear readers,", "give.")
    assert campaign[2:] == ("2", "USD", True, "month", ("Give", "Later"))
    assert len(found.article.blocks) == 2


simple_lines = st.lists(
    st.sampled_from(
        (
            *('a = "b"', 'title="ю" ', "d = 2019-12-23", "d = 2019-02-30", "d = 2020-02-29", "# c", "", "  "),
            *(
                'a = "c"',
                "a = 'b'",
                'k = "x\\n"',
                "[t]",
                "[u] ",
                'b = "x" # c',
                "e = 1",
                "2 = 3",
                "f = true",
                "g = 01",
                "h = 0",
                "t = 1",
                " a = 1",
                'q = "\t"',
            ),
            "d = 0000-01-01",
        )
    ),
    max_size=6,
)


@given(simple_lines)
def test_simple_toml_is_read_as_the_library_reads_it(lines: list[str]) -> None:
    import tomllib

    simple = read_simple_toml(lines)
    if simple is not None:
        assert simple == without_dates(tomllib.loads("\n".join(lines)))


def without_dates(value: object) -> object:
    if isinstance(value, dict):
        return {key: without_dates(inner) for key, inner in value.items()}
    return value.isoformat() if isinstance(value, date) else value


# -- titles --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "title", "texts"),
    [
        ("# Head\n\nText.", "Head", ["Text."]),
        ("Before.\n\n# Head\n\nText.", "Head", ["Before.", "Text."]),
        (FRONT + "# A walk\n\nText.", "A walk", ["Text."]),
        (FRONT + "# Other\n\nText.", "A walk", ["Other", "Text."]),
        ("Text.\n\nMore.", "A walk", ["Text.", "More."]),
        ("# Head", "A walk", ["Head"]),
    ],
)
def test_title(written: str, title: str, texts: list[str]) -> None:
    found = parsed(written).article
    assert (found.title, [block.text for block in found.blocks]) == (title, texts)


# -- appeals -------------------------------------------------------------------------------------------------


def test_an_appeal_at_the_end_is_cut_off_by_the_same_rules() -> None:
    found = parsed(
        FRONT + "The ferry sails on Monday. **A message from The Daily Example:** Dear readers, we need you.\n\n"
        "*Support us* monthly from just $2.\n\n- [Support us](https://give.example)\n- Remind me later.\n"
    )
    assert [block.text for block in found.article.blocks] == ["The ferry sails on Monday."]
    assert found.campaign is not None
    assert found.campaign.publisher == "The Daily Example"
    assert found.campaign.buttons == ("Support us", "Remind me later.")


# -- the quick reader and the library ------------------------------------------------------------------------

# fmt: off
PIECES = [
    "word", "Слово", "كلمة", "İ", "é", "5", "\u200f", "“", "—", "‘", "(", "!", "|", ":", "]: x",
    "a*b*", "*a*", "**b**", "*", "_a_", "`c`", "[x](y)", "![", "<b>", "&amp;", "\\", "\\*", "{lang=ru}",
    "- ", "-", "* ", "+ ", "1. ", "12) ", "9.", "٣. ", "> ", ">",
    "# ", "## ", "####### ", "#", "=", "===", "---", "***", "```", "~~~",
    " ", "  ", "    ", "\t", "\n", "\n", "\n\n", "\n\n",
]
# fmt: on
markdown_like = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


def both_ways(written: str) -> tuple[list[RawBlock], list[RawBlock]]:
    return read_markdown(written, "x.md", 0), read_blocks(written, "x.md", 0)


@settings(max_examples=500)
@given(markdown_like)
def test_the_quick_reader_and_the_library_agree(written: str) -> None:
    quick, slow = both_ways(written)
    assert quick == slow


@settings(max_examples=200)
@given(
    st.text(alphabet="ab *_-+#>1.)`~[]{}=\\\n\t ", max_size=60) | st.text(alphabet="aб *\n.ٌ1-€😀,", max_size=30)
)
def test_the_quick_reader_and_the_library_agree_on_noise(written: str) -> None:
    quick, slow = both_ways(written)
    assert quick == slow


def test_plain_passages_need_no_library() -> None:
    import subprocess
    import sys

    program = (
        "import sys; from kiosk.adapters.formats import markdown;"
        f"markdown.parse({(FRONT + '## Head' + chr(10) * 2 + '- a' + chr(10) * 2 + 'Text.').encode()!r}, 'a.md');"
        "sys.exit(any(name in sys.modules for name in ('markdown_it', 'tomllib', 'yaml', 'dataclasses')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for start in (b"", b"+++\n", b"---\n", b"+++\n+++\n"):
        try:
            found = markdown.parse(start + data, "x.md").article
        except ContentError:
            continue
        assert found.title
        assert found.blocks
        assert all(block.text and block.text == " ".join(block.text.split()) for block in found.blocks)


@given(markdown_like)
def test_nothing_of_the_words_is_lost(written: str) -> None:
    try:
        found = parsed(written)
    except ContentError:
        return
    shown = " ".join([found.article.title, *(block.text for block in found.article.blocks)])
    for word in ("word", "Слово", "كلمة"):
        # A word in the destination of a link or in a reference is not text.
        if "(" not in written and "]:" not in written and "```" not in written and "~~~" not in written:
            assert shown.count(word) >= decode(written.encode(), "x").count(word)


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[2] / "content").glob("*/*.md")), ids=str)
def test_the_articles_that_ship_are_read_whole(path: Path) -> None:
    data = path.read_bytes()
    found = markdown.parse(data, path.name)
    assert found.campaign is None
    assert found.notes == ()
    assert found.article.language == path.parent.name
    body = data.decode().split("+++\n", 2)[2]
    assert read_markdown(body, "x", 0) == read_blocks(body, "x", 0)
    assert not any(block.kind is BlockKind.TITLE for block in found.article.blocks)
