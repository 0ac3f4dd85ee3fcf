"""What there is to say about a widget, read off the widget. Says nothing itself, and knows not when."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from kiosk import i18n
from kiosk.app.narration import in_interface_language, words_for_control
from kiosk.core.article import Article
from kiosk.core.bidi import isolated, without_isolates
from kiosk.core.narration import STOPS, Control, Piece, Role, comma, ended, joined
from kiosk.qt.views.article_card import ArticleCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.qt.views.donation_dialog import DonationDialog

_ROLES = {
    QAccessible.Role.Button: Role.BUTTON,
    # A button that can be switched on and off.
    QAccessible.Role.CheckBox: Role.BUTTON,
    QAccessible.Role.RadioButton: Role.CHOICE,
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


def caption_text(pieces: Sequence[Piece]) -> str:
    """Return what is said as one text to look at: each part in its own direction, however that of another runs."""
    shown = ""
    for piece in joined(pieces):
        is_own = piece.language.split("-")[0] == i18n.language().split("-")[0]
        between = "" if not shown else " " if without_isolates(shown)[-1] in STOPS else comma(i18n.language())
        shown += between + (piece.text if is_own else isolated(piece.text))
    return shown


def appeal_words(card: "DonationDialog") -> tuple[Piece, ...]:
    """Return all that stands on the card above its buttons."""
    blocks = card.spoken_blocks
    return tuple(Piece(block.text(), block.words_language or i18n.language()) for block in blocks)


def panel_words(panel: "Sequence[str]") -> tuple[Piece, ...]:
    """Return what a panel or a screen says of itself (its ``spoken_words``), as pieces."""
    return tuple(in_interface_language(words) for words in panel)


def shown_words(widget: QWidget) -> tuple[Piece, ...]:
    """Return what of a control's words is shown as a caption: what stands on an article's card is seen already."""
    control = control_of(widget)
    is_standing = isinstance(widget, ArticleCard) and widget.is_whole
    return words_for_control(replace(control, description=()) if is_standing else control)


def place_words(article: Article, focused: QWidget) -> tuple[Piece, ...]:
    """Return where one is again, in short: the article, and the button or setting that has the focus."""
    title, control = ended((Piece(article.title, article.language),)), control_of(focused)
    is_more = control.role in (Role.BUTTON, Role.SETTING)
    return (*title, *(words_for_control(replace(control, description=())) if is_more else ()))


def plain(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return words as they are to be spoken: without the signs that only order what is seen."""
    return joined([Piece(without_isolates(piece.text), piece.language) for piece in pieces])
