"""The type faces that come as dependencies are found without importing their packages."""

import sys

import pytest

from kiosk.adapters import font_files
from kiosk.adapters.font_files import Face


def test_all_faces_are_there_and_nothing_is_imported() -> None:
    found = font_files.font_files()
    assert [path.name for path in found] == [face.file_name for face in font_files.FACES]
    assert all(path.stat().st_size > 10_000 for path in found)
    assert font_files.missing_fonts() == ()
    assert not [name for name in sys.modules if name.startswith("fontpkg_")]


def test_missing_faces_are_named_by_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    known = font_files.FACES[0]
    faces = (Face("fontpkg_not_there", "A.ttf"), Face("fontpkg_not_there", "B.ttf"), known)
    monkeypatch.setattr(font_files, "FACES", faces)
    assert font_files.missing_fonts() == ("fontpkg-not-there",)
    assert [path.name for path in font_files.font_files()] == [known.file_name]


def test_a_package_without_the_file_counts_as_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(font_files, "FACES", (Face("fontpkg_noto_sans", "Gone.ttf"),))
    assert font_files.missing_fonts() == ("fontpkg-noto-sans",)
    assert font_files.font_files() == ()
