"""What is wrong with a page for somebody who hears it, enlarges it or has no network. Knows nothing of reports."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

EMPTY_TAGS = {"meta", "br", "img", "link", "hr", "input"}
HEADINGS = {f"h{depth}": depth for depth in range(1, 7)}
LOADING = ("src", "srcset", "action", "data", "background")


@dataclass
class _Table:
    has_caption: bool = False
    widths: list[int] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.open: list[str] = []
        self.depths: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tables: list[_Table] = []
        self.text_of: dict[str, str] = {}
        self.language = ""
        self.has_doctype = False
        self._text = ""

    def _declared(self, decl: str) -> None:
        self.has_doctype = decl.lower() == "doctype html"

    def _began(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._see_attributes(tag, values)
        if tag not in EMPTY_TAGS:
            self.open.append(tag)
        if tag in HEADINGS:
            self.depths.append(HEADINGS[tag])
        if tag == "html":
            self.language = values.get("lang", "")
        if tag == "table":
            self.tables.append(_Table())
        elif tag == "caption":
            self.tables[-1].has_caption = True
        elif tag == "tr":
            self.tables[-1].widths.append(0)
        elif tag in ("th", "td"):
            self.tables[-1].widths[-1] += 1
            if tag == "th" and values.get("scope") not in ("row", "col"):
                self.faults.append("a header cell does not say whether it is a row's or a column's")
        if tag == "img" and "alt" not in values:
            self.faults.append("a picture has no words in its place")
        self._text = ""

    def _see_attributes(self, tag: str, values: dict[str, str]) -> None:
        if tag in ("script", "iframe", "object", "embed", "link"):
            self.faults.append(f"there is a <{tag}>")
        self.faults += [f"<{tag}> has {name}" for name in values if name.startswith("on")]
        self.faults += [f"<{tag}> loads {values[name]}" for name in LOADING if name in values]
        if "tabindex" in values and values["tabindex"] not in ("0", "-1"):
            self.faults.append("the order of the focus is not that of the page")
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a":
            self.links.append(values.get("href", ""))

    def _written(self, data: str) -> None:
        self._text += data

    def _ended(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")
        if tag in ("title", "caption", "a", "th", *HEADINGS) and not self._text.strip():
            self.faults.append(f"a <{tag}> is empty")
        self.text_of[tag] = self._text
        if tag == "style" and ("@import" in self._text or "url(" in self._text):
            self.faults.append("the style loads something")

    # What the parser calls them.
    handle_decl, handle_starttag, handle_data, handle_endtag = _declared, _began, _written, _ended


def problems(page: str) -> list[str]:
    """Say what is wrong with a page; an empty list means that nothing was found."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    faults = [*reader.faults, *(f"<{tag}> is never closed" for tag in reader.open)]
    if not reader.has_doctype:
        faults.append("it does not say that it is HTML")
    if not reader.language:
        faults.append("it does not say in which language it is")
    if "title" not in reader.text_of:
        faults.append("it has no title")
    return faults + _wrong_headings(reader.depths) + _wrong_links(reader) + _wrong_tables(reader.tables)


def _wrong_headings(depths: list[int]) -> list[str]:
    faults = [
        f"a heading of level {after} follows one of level {before}"
        for before, after in pairwise(depths)
        if after > before + 1
    ]
    if depths.count(1) != 1 or depths[0] != 1:
        faults.append("there is not one heading above all others")
    return faults


def _wrong_links(reader: _Reader) -> list[str]:
    here = {f"#{own}" for own in reader.ids}
    faults = [f"a link leads to {link!r}, which is not here" for link in reader.links if link not in here]
    return faults + (["two places have one name"] if len(here) != len(reader.ids) else [])


def _wrong_tables(tables: list[_Table]) -> list[str]:
    faults = ["a table has no caption" for table in tables if not table.has_caption]
    return faults + ["the rows of a table are not of one length" for own in tables if len(set(own.widths)) != 1]
