"""Ways out of a public kiosk by what stands in an article: addresses, pictures, names. Nothing is opened."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from kiosk.adapters.campaign_file import parse_campaign
from kiosk.core.errors import ContentError
from kiosk.core.lockdown import SCHEMES, Attempt
from tests.qt.locked import ROOT, LockedDesk, forbid_dialogs
from tests.qt.looking import settle

ADDRESSES = (
    *("file:///etc/passwd", "file://localhost/etc/shadow", "/etc/passwd", "../../../etc/passwd", "~/.ssh/id_rsa"),
    *("https://example.org/", "http://127.0.0.1:8080/", "ftp://example.org/x", "telnet:example.org", "news:x"),
    *("about:blank", "data:text/html,<script>alert(1)</script>", "javascript:alert(1)", "mailto:a@example.org"),
    *("tel:112", "view-source:file:///etc/passwd", "shell:startup", "ms-settings:network", "calculator:"),
    *("x-apple.systempreferences:", "smb://example.org/c$", "\\\\127.0.0.1\\c$", "magnet:?xt=urn:btih:0"),
)
PICTURES = (
    *("file:///etc/passwd", "/etc/hostname", "../../../../../etc/hostname", "\\\\127.0.0.1\\c$\\x.png"),
    *("https://example.org/x.png", "data:image/svg+xml;base64,PHN2Zy8+", "huge.svg", "flash.gif", "qrc:/x.png"),
)
HOSTILE_NAMES = ("a $(touch started).md", "b; touch started; .md", "c`touch started`.md", "d \"quoted\" 'name'.md")
SVG = (
    '<!DOCTYPE s [<!ENTITY e SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" '
    'width="60000" height="60000"><script>alert(1)</script><text>&e;</text></svg>'
)


def write_article(folder: Path) -> str:
    """Write an article that consists of ways out; return its name."""
    links = "\n\n".join(f"Read [here](<{address}>) and <{address}>." for address in ADDRESSES)
    pictures = "\n\n".join(f"![A picture](<{address}>)" for address in PICTURES)
    html = '<a href="file:///etc/passwd">one</a> <img src="file:///etc/hostname"> <iframe src="/etc"></iframe>'
    head = '+++\nid = "ways-out"\ntitle = "Ways $(out) \\"of\\" `here`"\nlanguage = "en"\n+++\n'
    (folder / "ways-out.md").write_text(f"{head}{links}\n\n{pictures}\n\n{html}\n", encoding="utf-8")
    (folder / "huge.svg").write_text(SVG, encoding="utf-8")
    (folder / "flash.gif").write_bytes(b"GIF89a" + bytes(60))
    return "ways-out.md"


@pytest.fixture
def desk(locked_desk: LockedDesk, monkeypatch: pytest.MonkeyPatch) -> LockedDesk:
    forbid_dialogs(monkeypatch)
    locked_desk.begin()
    return locked_desk


@pytest.mark.conforms("B-50", "B-52", "B-53", "B-54", "B-55")
def test_no_place_of_an_article_opens_anything(desk: LockedDesk) -> None:
    desk.open(write_article(desk.folder))
    opened = desk.kiosk.reading.opened.value
    assert opened is not None
    assert opened.article.id == "ways-out"
    with desk.attempt():
        view = desk.window.reader.article_view
        for passage in (0, 12, len(opened.article.blocks) - 1):
            view.set_current(passage, None, False)
            settle()
            for x in range(20, view.width(), 230):
                for y in range(20, view.height(), 140):
                    place = view.mapTo(desk.window, view.rect().topLeft())
                    desk.click_at(place.x() + x, place.y() + y)
    assert desk.kiosk.reading.opened.value is opened
    assert desk.lock.refused[Attempt.ADDRESS] == 0


@pytest.mark.conforms("B-51", "B-53")
def test_no_key_in_an_article_opens_anything(desk: LockedDesk) -> None:
    desk.open(write_article(desk.folder))
    opened = desk.kiosk.reading.opened.value
    with desk.attempt():
        for _number in range(16):
            desk.lock._flood._until_ms = 0
            desk.strike((Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier))
            desk.strike((Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))
    assert desk.kiosk.reading.opened.value is opened


@pytest.mark.conforms("B-52", "B-53")
def test_an_address_that_the_toolkit_is_asked_to_open_starts_nothing(locked_desk: LockedDesk) -> None:
    locked_desk.begin()
    with locked_desk.attempt():
        for number, scheme in enumerate(SCHEMES, 1):
            QDesktopServices.openUrl(QUrl(f"{scheme}:///etc/passwd"))
            assert locked_desk.lock.refused[Attempt.ADDRESS] == number, scheme


@pytest.mark.conforms("B-61")
def test_hostile_names_are_only_names(desk: LockedDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.folder)
    for name in HOSTILE_NAMES:
        (desk.folder / name).write_text(
            "# A title with $(touch started)\n\nText; touch started.\n", encoding="utf-8"
        )
    with desk.attempt():
        desk.window.show_catalog()
        settle()
        for name in HOSTILE_NAMES:
            assert desk.kiosk.reading.open(name), name
            settle()
        desk.window.show_catalog()
    assert not (desk.folder / "started").exists()
    for name in HOSTILE_NAMES:
        (desk.folder / name).unlink()


@pytest.mark.conforms("B-62")
@pytest.mark.parametrize("sign", ["\\u0000", "\\u001b[2J", "\\u0007", "\\n", "\\t", "\\u202e"])
def test_an_address_of_a_campaign_has_no_control_characters(sign: str) -> None:
    written = f'id = "c"\npublisher = "P"\naddress = "https://give.example.org/{sign}p"\n[message]\nen = "Give."\n'
    try:
        campaign = parse_campaign(written.encode(), "campaign.toml")
    except ContentError:
        return
    assert campaign.address.isprintable()


# -- what the program never learns --------------------------------------------------------------------------------


SOURCES = {path.name: path.read_text("utf-8") for path in sorted((ROOT / "kiosk").rglob("*.py"))}


def having(*names: str, is_module: bool = False) -> list[str]:
    """Return the files of the program that have one of these names, or that import one of these modules."""
    either = "|".join(map(re.escape, names))
    pattern = re.compile(
        rf"^ *(?:from|import) (?:{either})\b" if is_module else rf"\b(?:{either})\b", re.MULTILINE
    )
    return [name for name, text in SOURCES.items() if pattern.search(text)]


@pytest.mark.conforms("B-57", "B-58")
def test_the_program_opens_no_archives() -> None:
    # What comes on a stick are plain files; whoever teaches it archives tries B-57 and B-58 on them first.
    assert having("zipfile", "tarfile", "gzip", "lzma", is_module=True) == []
    assert having("unpack_archive") == []


@pytest.mark.conforms("B-50", "B-61")
def test_the_program_opens_no_address_and_knows_no_shell() -> None:
    assert having("openUrl", "os.system", "os.popen", "os.startfile", "QProcess", "shell=True") == []
    assert having("webbrowser", is_module=True) == []


@pytest.mark.conforms("B-14", "B-92", "B-94")
def test_the_program_has_no_dialogs_of_the_toolkit_no_web_and_no_downloads() -> None:
    assert having("QFileDialog", "QPrintDialog", "QPrinter", "QFontDialog", "QColorDialog", "QMessageBox") == []
    assert having("QMenu", "QInputDialog", "QTextBrowser", "QToolTip", "QWhatsThis", "QShortcut") == []
    assert having("QtNetwork", "QtWebEngineWidgets", "QtPrintSupport", "QtVirtualKeyboard") == []
    assert having("urllib.request", "http.client", "requests", "ftplib", "smtplib", "ssl", is_module=True) == []
