"""What there is to say about a widget, read off the widget. Says nothing itself, and knows not when."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from kiosk import i18n
from kiosk.app.narration import in_interface_language
from kiosk.core.narration import Control, Piece, Role, joined

if TYPE_CHECKING:
    from kiosk.qt.views.donation_dialog import DonationDialog
    from kiosk.qt.views.settings_panel import SettingsPanel

_ROLES = {
    QAccessible.Role.Button: Role.BUTTON,
    # A button that can be switched on and off.
    QAccessible.Role.CheckBox: Role.BUTTON,
    QAccessible.Role.Document: Role.ARTICLE,
    QAccessible.Role.SpinBox: Role.SETTING,
    QAccessible.Role.EditableText: Role.TEXT_FIELD,
}


def control_of(widget: QWidget) -> Control:
    """Return what an assistive technology would be told of a widget, and in which language each part is."""
    interface = QAccessible.queryAccessibleInterface(widget)
    language = getattr(widget, "words_language", "") or i18n.language()
    name = getattr(widget, "spoken_name", ()) or (Piece(interface.text(QAccessible.Text.Name), language),)
    description = getattr(widget, "spoken_description", ()) or (
        in_interface_language(interface.text(QAccessible.Text.Description)),
    )
    state = interface.state()
    return Control(
        joined(name),
        _ROLES.get(interface.role(), Role.OTHER),
        bool(state.checked) if state.checkable else None,
        bool(state.disabled),
        joined(description),
    )


def appeal_words(card: "DonationDialog") -> tuple[Piece, ...]:
    """Return all that stands on the card above its buttons."""
    if card.is_showing_details:
        details = card.details
        blocks = [card.title, details.address, details.amount, details.note]
    else:
        blocks = [card.title, card.message]
    return tuple(
        Piece(block.text(), block.words_language or i18n.language()) for block in blocks if not block.isHidden()
    )


def panel_words(panel: "SettingsPanel") -> tuple[Piece, ...]:
    """Return what stands at the top of a panel, or of its form."""
    page = panel.form if panel.has_form else panel.rows
    return in_interface_language(f"{page.title.text()}."), in_interface_language(page.instructions)
