"""Pronunciation lists: what is read, what is refused and where, and that nothing gets in or out."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.formats.pronunciation_list import LARGEST_LIST, MOST_ENTRIES, NAMESPACE, parse
from kiosk.core.errors import ContentError
from kiosk.core.lexicon import Lexicon, PronunciationList

NASTY = Path(__file__).parents[3] / "shared" / "data" / "nasty-xml"
HEAD = f'<lexicon version="1.0" xmlns="{NAMESPACE}" xml:lang="en-GB" alphabet="ipa">\n'
GOLDEN = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- Names in the news. -->
<pls:lexicon version="1.0" xmlns:pls="{NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="{NAMESPACE} http://www.w3.org/TR/2007/CR-pronunciation-lexicon-20071212/pls.xsd"
  xml:lang="en_GB" alphabet="ipa" xml:base="http://news.example/">
  <pls:meta name="author" content="A. Writer"/>
  <pls:metadata><rdf xmlns="x:y"><b>any <i>thing</i></b></rdf></pls:metadata>
  <pls:lexeme xml:id="l1">
    <pls:grapheme>Idlib</pls:grapheme>
    <pls:grapheme orthography="Latn">  İdlib </pls:grapheme>
    <pls:phoneme>ˈɪdlɪb</pls:phoneme>
    <pls:phoneme>ˈiːdlɪb</pls:phoneme>
    <pls:alias>Id-lib</pls:alias>
    <pls:example>They left <b xmlns="x:y">Idlib</b>.</pls:example>
  </pls:lexeme>
  <pls:lexeme>
    <pls:grapheme><![CDATA[AT&T]]></pls:grapheme>
    <pls:alias>a tea<!-- and --> and tea</pls:alias>
    <pls:phoneme prefer="true">ˌeɪ tiː ən ˈtiː</pls:phoneme>
  </pls:lexeme>
  <pls:lexeme role="x:verb">
    <pls:grapheme>WHO&#39;s &quot;who&quot;</pls:grapheme>
    <pls:phoneme>huːz</pls:phoneme>
    <pls:alias prefer="true">World
      Health   Organization</pls:alias>
  </pls:lexeme>
</pls:lexicon>
"""


def lexeme(inner: str) -> str:
    return f"{HEAD}<lexeme>{inner}</lexeme></lexicon>"


def refused(written: str | bytes) -> ContentError:
    with pytest.raises(ContentError) as caught:
        parse(written.encode() if isinstance(written, str) else written, "bad.pls")
    assert caught.value.source == "bad.pls"
    assert "\n" not in str(caught.value)
    return caught.value


# -- what is read --------------------------------------------------------------------------------------------


def test_a_list_with_everything_in_it() -> None:
    found = parse(GOLDEN.encode(), "names.pls")
    first, second, third = found.entries
    assert first.graphemes == ("Idlib", "İdlib")
    # Of several the first counts, and an alias is there for voices that cannot be told.
    assert (first.ipa, first.alias) == ("ˈɪdlɪb", "Id-lib")
    assert (second.graphemes, second.ipa, second.alias) == (("AT&T",), "ˌeɪ tiː ən ˈtiː", "a tea and tea")
    assert (third.graphemes, third.ipa, third.alias) == (('WHO\'s "who"',), "", "World Health Organization")
    assert {entry.language for entry in found.entries} == {"en-GB"}
    assert [entry.origin for entry in found.entries] == [
        f"names.pls, line {line}, column 3" for line in (8, 16, 21)
    ]
    (remark,) = found.remarks
    assert remark.startswith("line 21, column 3: role is not used")
    assert found.problem == ""


def test_it_respells_a_text() -> None:
    lexicon = Lexicon("en", parse(GOLDEN.encode(), "names.pls").entries)
    assert [own.ipa for own in lexicon.respellings("AT&T left Idlib’s north")] == ["ˌeɪ tiː ən ˈtiː", "ˈɪdlɪbz"]


@pytest.mark.parametrize(
    ("declared", "encoding", "word"),
    [
        ("UTF-8", "utf-8", "Идлиб"),
        ("UTF-8", "utf-8-sig", "Идлиб"),
        ("UTF-16", "utf-16", "Идлиб"),
        ("windows-1251", "cp1251", "Идлиб"),
        ("KOI8-U", "koi8-u", "Ґанок"),
        ("ISO-8859-9", "iso-8859-9", "Çavuşoğlu"),
        ("ISO-8859-1", "latin-1", "Köln"),
    ],
)
def test_the_file_says_its_encoding(declared: str, encoding: str, word: str) -> None:
    body = lexeme(f"<grapheme>{word}</grapheme><alias>x</alias>")
    data = f'<?xml version="1.0" encoding="{declared}"?>{body}'.encode(encoding)
    assert parse(data, "a.pls").entries[0].graphemes == (word,)


def test_words_are_cleaned_as_an_article_s_are() -> None:
    (entry,) = parse(
        lexeme("<grapheme>E&#x301;t&#xAD;e&#x301;&#xA0;a</grapheme><alias>\ta&#x200B;b\n</alias>").encode(), "a"
    ).entries
    assert (entry.graphemes, entry.alias) == (("Été a",), "ab")


def test_a_phoneme_may_say_its_own_alphabet() -> None:
    inner = '<grapheme>a</grapheme><phoneme alphabet="IPA">ə</phoneme>'
    assert parse(lexeme(inner).replace(' alphabet="ipa"', "", 1).encode(), "a").entries[0].ipa == "ə"


def test_an_empty_list_is_a_list() -> None:
    assert parse(f"{HEAD}</lexicon>".encode(), "a.pls") == PronunciationList("a.pls")


def test_what_is_listed_twice_is_remarked() -> None:
    twice = "<lexeme><grapheme>lead</grapheme><alias>led</alias></lexeme>\n" * 3
    found = parse(f"{HEAD}{twice}</lexicon>".encode(), "a.pls")
    assert found.remarks == (
        "line 3, column 9: the word was listed before, and the first counts (1 more like it)",
    )
    assert len(found.entries) == 3


def test_a_missing_version_is_remarked() -> None:
    found = parse(f"{HEAD}</lexicon>".replace(' version="1.0"', "", 1).encode(), "a.pls")
    assert found.remarks == ("line 1, column 1: the version is missing; it was read as 1.0",)


# -- what is refused, and where --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "place", "problem"),
    [
        ("", "", "the file is empty"),
        (" \n ", "", "the file is empty"),
        ("plain text", "line 1, column 1", "not well-formed XML"),
        ("<a>", "line 1, column 1", "it begins with <a>, not with <lexicon>"),
        ("<lexicon/>", "line 1, column 1", f'must say xmlns="{NAMESPACE}"'),
        (HEAD, "line 2, column 1", "not well-formed XML: no element found"),
        (HEAD + "<lexeme></lexicon>", "line 2, column 11", "not well-formed XML: mismatched tag"),
        (HEAD + "&nbsp;</lexicon>", "line 2, column 1", "not well-formed XML: undefined entity"),
        (HEAD.replace("1.0", "2.0") + "</lexicon>", "line 1, column 1", "version 2.0 cannot be read; 1.0 can"),
        (HEAD.replace("en-GB", "") + "</lexicon>", "line 1, column 1", "xml:lang must say the language"),
        (HEAD.replace("xml:lang", "lang") + "</lexicon>", "line 1, column 1", "xml:lang must say the language"),
        (HEAD.replace("en-GB", "English language"), "line 1, column 1", 'not "English language"'),
        (HEAD + "stray</lexicon>", "line 2, column 6", '"stray" stands outside'),
        (HEAD + "<word/></lexicon>", "line 2, column 1", "<word> cannot stand in <lexicon>"),
        (HEAD + "<grapheme/></lexicon>", "line 2, column 1", "<grapheme> cannot stand in <lexicon>"),
        (HEAD + '<lexeme xmlns="x:y"/></lexicon>', "line 2, column 1", "<lexeme> cannot stand in <lexicon>"),
        (lexeme("\n <alias>x</alias>"), "line 2, column 1", "the lexeme has no grapheme"),
        (lexeme("<grapheme>x</grapheme>"), "line 2, column 1", "neither a phoneme nor an alias"),
        (
            lexeme("\n  <grapheme> &#xAD; </grapheme>"),
            "line 3, column 3",
            'the grapheme "" has no letter or digit',
        ),
        (lexeme("<grapheme>&amp;</grapheme>"), "line 2, column 9", 'the grapheme "&" has no letter or digit'),
        (lexeme("<grapheme>a<b/></grapheme>"), "line 2, column 20", "<b> cannot stand in <grapheme>"),
        (lexeme("<grapheme>" + "a" * 201 + "</grapheme>"), "line 2, column 9", "longer than 200 characters"),
        (lexeme("<grapheme>" + "a " * 13 + "</grapheme>"), "line 2, column 9", "or 12 words"),
        (lexeme("<grapheme>a</grapheme>\n<alias/>"), "line 3, column 1", "the alias is empty"),
        (lexeme("<grapheme>a</grapheme>\n<phoneme> </phoneme>"), "line 3, column 1", "the phoneme is empty"),
        (lexeme("<grapheme>a</grapheme><alias>" + "b" * 301 + "</alias>"), "line 2, column 31", "longer than 300"),
        (lexeme("<grapheme>a</grapheme><phoneme>@</phoneme>"), "line 2, column 31", '"@" is not a letter'),
        (
            lexeme('<grapheme>a</grapheme><phoneme alphabet="x-sampa">a</phoneme>'),
            "line 2, column 31",
            'the alphabet "x-sampa" cannot be read; "ipa" can',
        ),
        (
            lexeme("<grapheme>a</grapheme><phoneme>a</phoneme>").replace(' alphabet="ipa"', "", 1),
            "line 2, column 31",
            "the alphabet is not said",
        ),
        (
            lexeme('<grapheme>a</grapheme><alias prefer="yes">b</alias>'),
            "line 2, column 31",
            'prefer must be "true" or "false", not "yes"',
        ),
        (
            f"{HEAD}</lexicon>".replace("<lex", '<?xml version="1.0" encoding="klingon"?><lex', 1),
            "line 1",
            "encoding",
        ),
        (
            f"{HEAD}</lexicon>".replace("<lex", '<?xml version="1.0" encoding="big5"?><lex', 1),
            "line 1",
            "encoding",
        ),
    ],
)
def test_an_error_names_the_place(written: str, place: str, problem: str) -> None:
    error = refused(written)
    assert problem in error.problem
    assert error.place == place


def test_a_column_counts_letters() -> None:
    assert refused(lexeme("<grapheme>Идлиб</grapheme><alias/>")).place == "line 2, column 35"


def test_one_broken_word_is_the_whole_list_s_error() -> None:
    sound = "<lexeme><grapheme>a</grapheme><alias>b</alias></lexeme>\n"
    broken = "<lexeme><grapheme>c</grapheme></lexeme>\n"
    assert refused(f"{HEAD}{sound * 5}{broken}{sound}</lexicon>").place == "line 7, column 1"


# -- what is hostile -------------------------------------------------------------------------------------------

BOMB = "".join(f'<!ENTITY e{number} "{f"&e{number - 1};" * 10 if number else "bomb"}">' for number in range(12))


@pytest.mark.parametrize(
    "written",
    [
        "<!DOCTYPE lexicon>" + lexeme("<grapheme>a</grapheme><alias>b</alias>"),
        f"<!DOCTYPE lexicon [{BOMB}]>" + lexeme("<grapheme>&e11;</grapheme><alias>b</alias>"),
        '<!DOCTYPE lexicon SYSTEM "http://127.0.0.1:9/x.dtd">' + f"{HEAD}</lexicon>",
        '<!DOCTYPE lexicon [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + lexeme("<grapheme>&x;</grapheme>"),
        '<!DOCTYPE lexicon [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>' + f"{HEAD}</lexicon>",
    ],
)
def test_a_document_type_is_refused(written: str) -> None:
    started = time.perf_counter()
    error = refused(written)
    assert "document type" in error.problem
    assert error.place.startswith("line 1, column")
    assert time.perf_counter() - started < 0.5


def test_nothing_is_included() -> None:
    inner = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'
    assert "cannot stand" in refused(lexeme(inner)).problem


@pytest.mark.skipif(not NASTY.is_dir(), reason="the collection of hostile XML files is not here")
def test_a_collection_of_hostile_files_is_refused_at_once() -> None:
    files = sorted(NASTY.glob("*.xml"))
    assert files
    started = time.perf_counter()
    for file in files:
        assert refused(file.read_bytes()).place.startswith("line ")
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    "written",
    [
        "<a>" * 500_000,
        f"{HEAD}<metadata>" + "<a>" * 500_000,
        HEAD + "<lexeme>" * 500_000,
        HEAD + "<!-- " + "-" * 1000,
        f'{HEAD}<lexeme a{"a" * 500_000}="',
    ],
    ids=["deep", "deep in metadata", "deep in lexemes", "comment", "long name"],
)
def test_what_goes_deep_or_on_for_ever_is_refused_in_time(written: str) -> None:
    started = time.perf_counter()
    refused(written)
    assert time.perf_counter() - started < 3


def test_size_and_number_are_bounded() -> None:
    assert "too large" in refused(b" " * (LARGEST_LIST + 1)).problem
    one = "<lexeme><grapheme>a</grapheme><alias>b</alias></lexeme>"
    error = refused(f"{HEAD}{one * (MOST_ENTRIES + 1)}</lexicon>")
    assert error.problem == f"there are more than {MOST_ENTRIES} lexemes"


pieces = st.lists(
    st.sampled_from(
        (
            *(
                "<lexeme>",
                "</lexeme>",
                "<grapheme>",
                "</grapheme>",
                "<alias>",
                "</alias>",
                "<phoneme>",
                "</phoneme>",
            ),
            *("Idlib", "ˈɪdlɪb", " ", "\n", "&amp;", "<!--", "-->", "<![CDATA[", "]]>", "\0", "é", "<?x y?>"),
        )
    ),
    max_size=20,
).map("".join)


@given(pieces | st.text(max_size=40), st.booleans())
def test_anything_is_read_or_refused_with_a_place(inner: str, has_head: bool) -> None:
    written = f"{HEAD}{inner}</lexicon>" if has_head else inner
    try:
        found = parse(written.encode("utf-8", "surrogatepass"), "x.pls")
    except ContentError:
        return
    assert all(entry.graphemes and (entry.alias or entry.ipa) and entry.origin for entry in found.entries)
    assert len(found.entries) == inner.count("<lexeme>") or "<!" in inner


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for start in (b"", HEAD.encode(), b'<?xml version="1.0" encoding="'):
        with pytest.raises(ContentError):
            parse(start + data, "x.pls")


def test_ten_thousand_words_are_read_in_time() -> None:
    one = "<lexeme><grapheme>Name{} Family</grapheme><phoneme>ˈneɪm ˈfæmɪli</phoneme></lexeme>\n"
    data = (HEAD + "".join(one.format(number) for number in range(10_000)) + "</lexicon>").encode()
    started = time.perf_counter()
    assert len(parse(data, "x.pls").entries) == 10_000
    assert time.perf_counter() - started < 2
