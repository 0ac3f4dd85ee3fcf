"""A web address as a QR code on the screen. Knows nothing of campaigns; opens nothing.

Always black on white with its quiet zone, whatever the theme: cameras fail on codes that are light on dark.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.i18n import _

QUIET_ZONE_MODULES = 4
LEAST_SIDE_MM = 50.0
_MM_PER_INCH = 25.4
# Screens lie about their size; beyond these a code would come out tiny or fill the window.
_LEAST_DOTS_PER_INCH, _MOST_DOTS_PER_INCH = 96.0, 240.0
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


class QrCode(QLabel):
    """Shows one code as large as five centimetres, where there is room, with whole pixels for modules."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = ""
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

    def retranslate(self) -> None:
        """Read all words again."""
        # Translators: what a screen reader says of the picture; {address} is a web address.
        name = _("QR code with the address {address}").format(address=self._address)
        self.setAccessibleName(name if self._address else "")

    def wanted_side_px(self) -> int:
        """Pixels of its side, quiet zone included, at which the code itself measures five centimetres."""
        count = len(self._modules)
        if not count:
            return 0
        dots = self.screen().physicalDotsPerInch() if self.screen() else _LEAST_DOTS_PER_INCH
        dots = min(max(dots, _LEAST_DOTS_PER_INCH), _MOST_DOTS_PER_INCH)
        module = -(-round(LEAST_SIDE_MM / _MM_PER_INCH * dots) // count)
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
