"""The first screen: the articles as large cards, and the interface's languages. Knows no file and no reader."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kiosk.core.article import CatalogEntry, minutes_to_read
from kiosk.core.bidi import isolated, without_isolates
from kiosk.core.narration import Piece, comma, ended
from kiosk.core.theme import Theme
from kiosk.i18n import _, language_name, ngettext
from kiosk.i18n import language as interface_language
from kiosk.qt.theme import Dressable, look_for, palette, plain_look
from kiosk.qt.views.arrow_keys import ARROWS, neighbour
from kiosk.qt.views.article_card import ArticleCard, CardGrid, CardText
from kiosk.qt.views.buttons import ButtonKind, LargeButton
from kiosk.qt.views.caption_row import CaptionRow
from kiosk.qt.views.help_corner import HelpCorner
from kiosk.qt.views.language_row import LanguageRow
from kiosk.qt.views.layouts import Column
from kiosk.qt.views.scrolling import ScrollingColumn
from kiosk.qt.views.text_block import TextBlock

TWO_COLUMNS_ABOVE_PX = 1600
_WIDEST_CARD_EM = 44
_NARROWEST_CARD_EM = 16


def _name_of(language: str) -> str:
    """Return a language's name: in the interface's language, else in its own, else its tag."""
    name = language_name(language)
    return name if name != language else QLocale(language).nativeLanguageName() or language


class CatalogView(QWidget):
    """Languages on top, "continue" when there is a place, then the articles: own language first."""

    article_chosen = Signal(str)
    continue_chosen = Signal()
    language_chosen = Signal(str)
    help_asked = Signal()
    comfort_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[CatalogEntry] = ()
        self._continue_entry: CatalogEntry | None = None
        self._words_per_minute = 1
        self._language = interface_language()
        self._look = plain_look()
        self._entry_of: dict[ArticleCard, CatalogEntry] = {}
        self.languages = LanguageRow()
        self.languages.chosen.connect(self.language_chosen)
        self.language_buttons = self.languages.buttons
        self.title = TextBlock(scale=1.5, is_bold=True, accessible_role_name="heading")
        self.continue_card = ArticleCard()
        self.continue_card.kind = ButtonKind.MARKED
        self.continue_card.clicked.connect(self.continue_chosen)
        self.empty = TextBlock()
        self.own = CardGrid()
        self.others_title = TextBlock(scale=1.2, is_bold=True, accessible_role_name="subheading")
        self.others = CardGrid()
        self.support: LargeButton | None = None
        self._page = Column()
        shown = (self.title, self.continue_card, self.empty, self.own, self.others_title, self.others)
        self._page.set_items([self.languages, *shown])
        self._scroll = ScrollingColumn(self._page)
        self.caption_row = CaptionRow(self)
        self.message_line = self.caption_row.line
        self.corner = HelpCorner()
        self.corner.help_asked.connect(self.help_asked)
        self.corner.comfort_asked.connect(self.comfort_asked)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self.caption_row)
        outer.addWidget(self.corner)
        self.retranslate()

    def set_look(self, theme: Theme, interface_pt: float, least_target_mm: float = 0) -> None:
        """Take colours and size.

        Args:
            theme: the colours.
            interface_pt: size of ordinary interface text in points.
            least_target_mm: least size of a control; 0 lets it follow the text.
        """
        self._look = look = look_for(theme, interface_pt, least_target_mm)
        self.setPalette(palette(theme))
        parts: list[Dressable] = [self.title, self.empty, self.others_title, self._scroll, self.caption_row]
        parts += [self.corner, self.languages, self.continue_card, *self.cards]
        for part in parts:
            part.apply_look(look)
        self._page.gap_px = self.own.gap_px = self.others.gap_px = look.gap_px
        self._page.margin_px = look.gap_px + look.padding_px
        self._fit()

    def set_entries(
        self,
        entries: Sequence[CatalogEntry],
        continue_entry: CatalogEntry | None,
        words_per_minute: int,
    ) -> None:
        """Show these articles.

        Args:
            entries: in catalog order, broken ones included.
            continue_entry: the article in which there is a place to go on from, or None.
            words_per_minute: the reading rate, 1 or more, from which the minutes follow.
        """
        self._entries = tuple(entries)
        self._continue_entry = continue_entry
        self._words_per_minute = words_per_minute
        self._show_entries()

    def show_support(self, is_shown: bool, make: Callable[[], LargeButton]) -> None:
        """Let a card stand after the articles that leads to an appeal, or take it away; it is made when needed."""
        if is_shown and self.support is None:
            self.support = make()
            self._page.add_item(self.support)
        if self.support is not None and self.support.isHidden() is is_shown:
            self.support.setVisible(is_shown)
            self._fit()

    def set_language(self, tag: str) -> None:
        """Show which language the interface has; its articles come first."""
        if tag == self._language:
            return
        self._language = tag
        self.languages.set_language(tag)
        self._show_entries()

    def retranslate(self) -> None:
        """Read all words again: the interface's language has changed."""
        # Translators: name of the first screen, for screen readers.
        self.setAccessibleName(_("Catalog"))
        # Translators: title of the first screen, above the list of articles.
        self.title.show_text(_("Choose an article"))
        # Translators: heading above the articles that are not in the interface's language.
        self.others_title.show_text(_("In other languages"))
        # Translators: shown when there are no articles; file endings and the name Aloud stay as they are.
        self.empty.show_text(_("There are no articles here yet. Put .md or .txt files into the content folder."))
        self.corner.retranslate()
        self.caption_row.retranslate()
        self._language = interface_language()
        self.languages.retranslate()
        # Anew, since the articles in the interface's language come first.
        self._show_entries()

    def show_note(self, text: str) -> None:
        """Show something that is good to know until the next key."""
        self.message_line.show_message(text)

    @property
    def cards(self) -> list[ArticleCard]:
        """The cards of the articles, in the order in which they are shown, without "continue"."""
        return [*self.own.cards, *self.others.cards]

    def focus_first(self) -> None:
        """Put the focus where somebody who has just come will want it: on the first card."""
        targets = self._cards_and_continue()
        first = targets[0] if targets else self.language_buttons.get(self._language, self.corner.help)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, and come into view."""
        super().focusInEvent(event)
        # Whoever gives the focus to the screen means its first card.
        self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that are for it."""
        self.message_line.clear()
        targets = self.tab_stops
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._cards_and_continue():
            number = 0 if event.key() == Qt.Key.Key_Home else -1
            self._cards_and_continue()[number].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in ARROWS and focused in targets:
            places = [self._place_of(target) for target in targets]
            number_found = neighbour(places, targets.index(focused), event.key())
            if number_found is not None:
                targets[number_found].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in ARROWS:
            self.focus_first()
        else:
            event.ignore()

    def focusNextPrevChild(self, is_next: bool, /) -> bool:
        """Move the focus, which ends a note."""
        self.message_line.clear()
        return super().focusNextPrevChild(is_next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Be in order when seen."""
        super().showEvent(event)
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.focus_first()

    def _cards_and_continue(self) -> list[ArticleCard]:
        return [*([self.continue_card] if self._continue_entry else []), *self.cards]

    @property
    def tab_stops(self) -> list[QWidget]:
        """What the arrow keys stop at, in order."""
        support = [self.support] if self.support is not None and not self.support.isHidden() else []
        return [*self.language_buttons.values(), *self._cards_and_continue(), *support, *self.corner.buttons]

    def _place_of(self, target: QWidget) -> QRect:
        """Where a control lies on the page; what stays at the bottom, as if below the last card."""
        if self._page.isAncestorOf(target):
            return QRect(target.mapTo(self._page, target.rect().topLeft()), target.size())
        return QRect(target.mapTo(self, target.rect().topLeft()), target.size()).translated(0, self._page.height())

    def _show_entries(self) -> None:
        self.message_line.clear()
        focused = self._entry_of.get(QApplication.focusWidget())  # type: ignore[call-overload]
        groups: tuple[list[ArticleCard], list[ArticleCard]] = ([], [])
        self._entry_of = {}
        for entry in self._entries:
            card = ArticleCard()
            card.apply_look(self._look)
            card.clicked.connect(self._choose)
            self._entry_of[card] = entry
            is_own = entry.language.split("-")[0] == self._language.split("-")[0]
            groups[0 if is_own else 1].append(card)
        self.own.set_cards(groups[0])
        self.others.set_cards(groups[1])
        self.others_title.setVisible(bool(groups[1]))
        self.empty.setVisible(not self._entries)
        can_continue = self._continue_entry is not None
        self.continue_card.setVisible(can_continue)
        # A card that says nothing must not be offered to a screen reader, which sees hidden widgets too.
        self.continue_card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if can_continue else Qt.FocusPolicy.NoFocus)
        self._show_words()
        self._fit()
        if focused is not None:
            self._focus_path(focused.path)

    def _choose(self) -> None:
        card = self.sender()
        if isinstance(card, ArticleCard) and card.can_open:
            self.article_chosen.emit(self._entry_of[card].path)

    def _focus_path(self, path: str) -> None:
        same = [card for card, entry in self._entry_of.items() if entry.path == path]
        if same:
            same[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_first()

    def _show_words(self) -> None:
        for card, entry in self._entry_of.items():
            self._show_card(card, entry, entry.title)
        if self._continue_entry is not None:
            # Translators: first card of the catalog: go on where the reading stopped; {title} is an article's.
            title = _("Continue: {title}").format(title=isolated(self._continue_entry.title))
            self._show_card(self.continue_card, self._continue_entry, title, "play", interface_language())

    def _show_card(
        self, card: ArticleCard, entry: CatalogEntry, title: str, icon_name: str = "", language: str = ""
    ) -> None:
        card.can_open = not entry.problem
        summary = entry.summary
        if entry.problem:
            # Translators: on the card of a broken article; {problem} says in English what is wrong with its file.
            facts = _("This article cannot be opened: {problem}.").format(problem=entry.problem.rstrip("."))
            icon_name, summary = "warning", ""
        else:
            minutes = minutes_to_read(entry.word_count, self._words_per_minute)
            # Translators: how long an article takes to hear.
            length = ngettext("{minutes} minute", "{minutes} minutes", minutes).format(minutes=minutes)
            facts = f"{isolated(_name_of(entry.language))} · {isolated(length)}"
        text = CardText(title, summary, facts, language or entry.language, icon_name)
        title, facts = without_isolates(title), without_isolates(facts.replace(" · ", comma(interface_language())))
        card.show_text(text, name=f"{title}. {facts}", description=summary)
        lead = title.replace(entry.title, "").strip(" :")
        own, around = entry.language, interface_language()
        card.spoken_name = (Piece(lead, around), *ended((Piece(entry.title, own),)), Piece(facts, around))
        card.spoken_description = (Piece(summary, own),)

    def _fit(self) -> None:
        em = self._look.em_px
        has_two = self.width() > TWO_COLUMNS_ABOVE_PX and self.width() > 2 * _NARROWEST_CARD_EM * em
        self.own.columns = self.others.columns = 2 if has_two else 1
        self._page.most_width_px = 0 if has_two else _WIDEST_CARD_EM * em
        self._scroll.fit()
