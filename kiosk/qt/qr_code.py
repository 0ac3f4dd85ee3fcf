"""A web address, or the text of a bank transfer, as a QR code on the screen. Knows no campaign; opens nothing.

Always black on white with its quiet zone, whatever the theme: cameras fail on codes that are light on dark.
"""

import math

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.i18n import _
from kiosk.qt.screen_size import believed_pixels_per_mm

QUIET_ZONE_MODULES = 4
LEAST_SIDE_MM = 50.0
"""Of the code alone: a tenth of the distance from which it is scanned."""
LEAST_MODULE_MM = 1.0
# Phones see a module better than eyes do, but not one of a few pixels: no screen is believed to be coarser.
_LEAST_PX_PER_MM = 96 / 25.4
_LIGHT, _DARK = "#FFFFFF", "#000000"


def qr_modules(address: str) -> list[list[bool]]:
    """Return the code's modules row by row, True for dark, without the quiet zone.

    Args:
        address: a web address; one without a scheme gets "https://", since phones open nothing else.

    Source: ISO/IEC 18004; error level M.
    """
    # Late: nobody pays for the encoder who is not shown a code.
    import segno

    whole = address if "://" in address else f"https://{address}"
    code = segno.make_qr(whole, error="m", boost_error=False)
    return [[bool(module) for module in row] for row in code.matrix]


def payment_modules(text: str) -> list[list[bool]]:
    """Return the modules of a bank transfer's code, as :func:`qr_modules` does.

    Args:
        text: what banking programs read, at most 331 bytes in UTF-8.

    Source: EPC069-12; error level M, at most version 13, bytes.
    """
    import segno

    code = segno.make_qr(text, error="m", mode="byte", encoding="utf-8", boost_error=False)
    return [[bool(module) for module in row] for row in code.matrix]


class QrCode(QLabel):
    """Shows one code, five centimetres or larger where there is room, with whole pixels for modules."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = ""
        self._payee = ""
        self._modules: list[list[bool]] = []
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def address(self) -> str:
        """What the code says."""
        return self._address

    def set_address(self, address: str) -> None:
        """Show the code of an address, or nothing when it is empty."""
        if address != self._address:
            self._address = address
            self._modules = qr_modules(address) if address else []
            self._draw()
            self.updateGeometry()
        self.retranslate()

    def set_payment(self, text: str, payee: str) -> None:
        """Show the code of a bank transfer.

        Args:
            text: what banking programs read.
            payee: whose account it is, for those who hear what the picture is.
        """
        self._payee = payee
        self._modules = payment_modules(text)
        self._draw()
        self.updateGeometry()
        self.retranslate()

    def clear_code(self) -> None:
        """Show nothing."""
        self._address = self._payee = ""
        self._modules = []
        self._draw()
        self.updateGeometry()
        self.retranslate()

    def retranslate(self) -> None:
        """Read all words again."""
        if self._address:
            # Translators: what a screen reader says of the picture; {address} is a web address.
            name = _("QR code with the address {address}").format(address=self._address)
        elif self._payee:
            # Translators: what a screen reader says of the picture; {name} is whose account it is.
            name = _("QR code for a bank transfer to {name}").format(name=self._payee)
        else:
            name = ""
        self.setAccessibleName(name)

    def wanted_side_px(self) -> int:
        """Pixels of its side, quiet zone included, at which code and modules are as large as they should be."""
        count = len(self._modules)
        if not count:
            return 0
        px_per_mm = max(_LEAST_PX_PER_MM, believed_pixels_per_mm(self.screen()) if self.screen() else 0)
        module = math.ceil(max(LEAST_SIDE_MM / count, LEAST_MODULE_MM) * px_per_mm)
        return module * self._modules_across

    def heightForWidth(self, width: int) -> int:
        """Return the side that fits a width."""
        return self._module_px(width) * self._modules_across

    def sizeHint(self) -> QSize:
        """Return the size it would like."""
        side = self.wanted_side_px()
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: it must never widen the window."""
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw it anew, in whole pixels."""
        super().resizeEvent(event)
        self._draw()

    @property
    def _modules_across(self) -> int:
        return len(self._modules) + 2 * QUIET_ZONE_MODULES

    def _module_px(self, room: int) -> int:
        wanted = self.wanted_side_px()
        return max(1, min(wanted, room) // self._modules_across) if wanted else 0

    def _draw(self) -> None:
        module = self._module_px(min(self.width(), max(self.height(), 1)))
        if not module:
            self.clear()
            return
        side = module * self._modules_across
        ratio = self.devicePixelRatioF()
        image = QImage(round(side * ratio), round(side * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor(_LIGHT))
        painter = QPainter(image)
        for row, modules in enumerate(self._modules):
            for column, is_dark in enumerate(modules):
                if is_dark:
                    left, top = (column + QUIET_ZONE_MODULES) * module, (row + QUIET_ZONE_MODULES) * module
                    painter.fillRect(QRect(left, top, module, module), QColor(_DARK))
        painter.end()
        self.setPixmap(QPixmap.fromImage(image))
