"""Addresses that the toolkit is asked to open: at a public kiosk none is. Knows nothing of articles."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices


class RefusedAddresses(QObject):
    """Stands where the toolkit would start another program for an address, and starts none."""

    def __init__(self, schemes: Sequence[str], note: Callable[[], None], parent: QObject) -> None:
        """Refuse nothing yet.

        Args:
            schemes: the beginnings of addresses that are refused.
            note: called for each address that was to be opened.
            parent: what it ends with.
        """
        super().__init__(parent)
        self._schemes = schemes
        self._note = note

    def begin(self) -> None:
        """Refuse them from now on."""
        for scheme in self._schemes:
            # The toolkit's description says bytes, and its releases of today take a text.
            QDesktopServices.setUrlHandler(scheme, self, "refuse")  # type: ignore[arg-type]

    def end(self) -> None:
        """Let the toolkit do as it does."""
        for scheme in self._schemes:
            QDesktopServices.unsetUrlHandler(scheme)

    @Slot(QUrl)
    def refuse(self, _address: QUrl) -> None:
        """Note that an address was to be opened."""
        self._note()
