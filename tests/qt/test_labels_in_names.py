"""What is written on a control is part of its name: who speaks to the computer says what stands there."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from kiosk.qt.views.article_card import ArticleCard
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.text_field import TextField
from tests.qt.looking import visible
from tests.qt.test_narration import APPEAL, TAGS, Booth, NewBooth, booth, new_booth

__all__ = ["booth", "new_booth"]


def heard_as(text: str) -> str:
    """Return a text as somebody says it: letters and digits."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def labels_of(widget: QWidget) -> list[str]:
    """Return what is written on a control."""
    if isinstance(widget, LargeButton):
        return [widget.label]
    if isinstance(widget, ArticleCard):
        return [widget.text_shown.title, *widget.text_shown.facts.split("·")]
    return []


def screens_of(booth: Booth) -> Iterator[tuple[str, QWidget]]:
    """Show one screen after the other."""
    yield "catalog", booth.window.catalog
    booth.open_reader()
    reader = booth.window.reader
    yield "reader", reader
    reader._turn(reader.turn_listening)
    panel = reader.listening
    assert panel is not None
    booth.settle()
    yield "panel", panel
    panel.show_form()
    booth.settle()
    yield "form", panel
    reader._turn(reader.turn_comfort)
    comfort = reader.comfort
    assert comfort is not None
    booth.settle()
    yield "comfort", comfort
    comfort.show_form()
    booth.settle()
    yield "screen", comfort
    reader.close_panel()
    booth.kiosk.reading.appeal.set(APPEAL)
    booth.settle()
    yield "appeal", booth.window.dialog
    booth.window.dialog.show_details()
    booth.settle()
    yield "details", booth.window.dialog


@pytest.mark.conforms("SW-29", "SW-41")
@pytest.mark.parametrize("language", TAGS)
def test_the_label_is_part_of_the_name(new_booth: NewBooth, language: str) -> None:
    booth = new_booth(language=language)
    counts = {}
    for name, screen in screens_of(booth):
        labelled = [(widget, label) for widget in visible(screen) for label in labels_of(widget)]
        counts[name] = len(labelled)
        for widget, label in labelled:
            assert label, f"{name}: nothing is written on {widget.accessibleName()!r}"
            spoken, written = heard_as(widget.accessibleName()), heard_as(label)
            if isinstance(widget, LargeButton) and widget.isCheckable():
                # Whether it is on is written on it, and told as its state.
                assert written.startswith(spoken), (name, label, spoken)
            else:
                assert written in spoken, (name, label, spoken)
        if name == "form":
            fields = [widget for widget in visible(screen) if isinstance(widget, TextField)]
            panel = booth.window.reader.listening
            assert panel is not None
            assert len(fields) == 2
            assert [field.accessibleName() for field in fields] == [text.text() for text in panel.form._labels]
    assert all(counts.values()), counts
