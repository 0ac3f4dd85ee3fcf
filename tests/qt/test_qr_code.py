"""The QR code: right modules, whole pixels, black on white, at least five centimetres."""

import pytest
import segno
from pytestqt.qtbot import QtBot

from kiosk.qt.qr_code import QUIET_ZONE_MODULES, QrCode, qr_modules

ADDRESS = "https://give.example/k17"


def shown(code: QrCode) -> list[list[bool]]:
    """Read the modules back from the picture, each from its middle."""
    image = code.pixmap().toImage()
    count = len(qr_modules(code.address)) + 2 * QUIET_ZONE_MODULES
    module = image.width() / count
    return [
        [
            image.pixelColor(int((column + 0.5) * module), int((row + 0.5) * module)).lightness() < 128
            for column in range(count)
        ]
        for row in range(count)
    ]


def code_of(qtbot: QtBot, address: str, side: int = 0) -> QrCode:
    made = QrCode()
    qtbot.addWidget(made)
    made.set_address(address)
    side = side or made.sizeHint().width()
    made.resize(side, made.heightForWidth(side))
    made.show()
    return made


@pytest.mark.parametrize("side", [189, 250, 333, 600])
def test_the_picture_holds_the_code_within_four_light_modules(qtbot: QtBot, side: int) -> None:
    code = code_of(qtbot, ADDRESS, side)
    expected = [
        [bool(module) for module in row] for row in segno.make_qr(ADDRESS, error="m", boost_error=False).matrix
    ]
    picture = shown(code)
    inner = [
        row[QUIET_ZONE_MODULES:-QUIET_ZONE_MODULES] for row in picture[QUIET_ZONE_MODULES:-QUIET_ZONE_MODULES]
    ]
    assert inner == expected
    assert sum(map(sum, picture)) == sum(map(sum, expected))


@pytest.mark.parametrize("address", [ADDRESS, "give.example", "https://give.example/" + "a" * 80])
def test_it_measures_five_centimetres_where_there_is_room(qtbot: QtBot, address: str) -> None:
    code = code_of(qtbot, address)
    modules = len(qr_modules(address))
    picture = code.pixmap().width()
    assert picture == code.width()
    # Every module is the same number of pixels.
    assert picture % (modules + 2 * QUIET_ZONE_MODULES) == 0
    code_alone = picture * modules / (modules + 2 * QUIET_ZONE_MODULES)
    assert code_alone >= 50 / 25.4 * 96


def test_in_a_narrow_place_it_shrinks_and_stays_whole(qtbot: QtBot) -> None:
    code = code_of(qtbot, ADDRESS, 100)
    assert code.height() <= 100
    assert 0 < code.pixmap().width() <= 100


def test_an_address_without_a_scheme_gets_one_so_that_phones_open_it() -> None:
    assert qr_modules("give.example/k17") == qr_modules(ADDRESS)
    assert qr_modules("http://give.example/k17") != qr_modules(ADDRESS)


def test_without_an_address_there_is_nothing(qtbot: QtBot) -> None:
    code = code_of(qtbot, ADDRESS)
    code.set_address("")
    assert code.pixmap().isNull()
    assert code.accessibleName() == ""
    assert code.heightForWidth(300) == 0
