"""The appeal: four equal answers, later first, nothing behind reachable, readable at any size."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.core.bank_transfer import BankTransfer, payment_text
from kiosk.core.bidi import without_isolates
from kiosk.core.campaign import Appeal, Campaign
from kiosk.core.donation_history import REMINDERS, Answer, Reminder
from kiosk.core.theme import contrast_ratio
from kiosk.qt.qr_code import payment_modules
from kiosk.qt.screen_size import calibrate
from kiosk.qt.theme import RING_PX
from kiosk.qt.views.buttons import ButtonKind, LargeButton
from kiosk.qt.views.donation_dialog import DonationDialog
from tests.qt.looking import EVERY_SIZE, PAPER, THEMES, MarkedTranslations, flaws, settle, size_id, visible

ENGLISH = (
    "If you can hear this, you are one of many who read without paying. We keep it free for all. "
    "If you can, support us with a little every month."
)
ARABIC = "إذا كنت تسمع هذا فأنت واحد من كثيرين يقرؤون دون مقابل. ادعمنا إن استطعت بمبلغ صغير كل شهر."
CAMPAIGN = Campaign(
    "spring", "The Example Times", {"en": ENGLISH, "ar": ARABIC}, "https://give.example/k17", "2", "USD", "month"
)
APPEAL = Appeal(CAMPAIGN, "en", ENGLISH)


class Window(QWidget):
    """Something that wants keys and clicks, and the appeal above it."""

    def __init__(self) -> None:
        super().__init__()
        self.behind = QLineEdit()
        self.keys: list[int] = []
        layout = QVBoxLayout(self)
        layout.addWidget(self.behind)
        self.dialog = DonationDialog(self)
        self.answers: list[Answer] = []
        self.dialog.answered.connect(lambda answer, reminder: self.answers.append(answer))

    def keyPressEvent(self, event: object) -> None:
        self.keys.append(1)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    made.behind.setFocus()
    made.dialog.set_look(PAPER, 20)
    made.dialog.set_appeal(APPEAL)
    return made


@pytest.fixture
def dialog(window: Window) -> DonationDialog:
    window.dialog.show()
    settle()
    return window.dialog


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def shown_buttons(dialog: DonationDialog) -> list[LargeButton]:
    found = [button for button in dialog.findChildren(LargeButton) if button.isVisible()]
    return sorted(found, key=lambda button: (button.y(), button.x()))


def is_in_view(dialog: DonationDialog, widget: QWidget) -> bool:
    port = dialog._scroll.viewport()
    top = widget.mapTo(port, QPoint(0, 0)).y()
    return top >= 0 and (top + widget.height() <= port.height() or widget.height() > port.height())


def test_it_is_hidden_until_its_owner_shows_it(window: Window) -> None:
    assert not window.dialog.isVisible()
    assert not window.dialog.isWindow()


def test_it_covers_the_window_and_follows_its_size(window: Window, dialog: DonationDialog) -> None:
    assert dialog.geometry() == window.rect()
    window.resize(1024, 600)
    settle()
    assert dialog.geometry() == window.rect()
    assert is_in_view(dialog, focused())


def test_the_focus_starts_on_remind_me_later(dialog: DonationDialog) -> None:
    assert focused() is dialog.later_button


def test_four_answers_in_their_order_equal_in_size_and_weight(dialog: DonationDialog) -> None:
    buttons = shown_buttons(dialog)
    assert [button.label for button in buttons] == [
        "Show how to donate",
        "Remind me later",
        "No thanks",
        "Don't ask again",
        "I already gave",
    ]
    assert len({(button.width(), button.height()) for button in buttons}) == 1
    assert {button.kind for button in buttons} == {ButtonKind.PLAIN}
    dialog.setFocus()
    inks = []
    for button in buttons:
        button.clearFocus()
        image = button.grab().toImage()
        inks.append({image.pixelColor(RING_PX + x, RING_PX + 25).name() for x in (0, 8)})
    assert all(ink == inks[0] for ink in inks)


@pytest.mark.conforms("FP-7")
@pytest.mark.parametrize(
    ("button_of", "answer"),
    [
        (lambda dialog: dialog.later_button, Answer.LATER),
        (lambda dialog: dialog.no_button, Answer.NO_THANKS),
        (lambda dialog: dialog.never_button, Answer.NEVER),
        (lambda dialog: dialog.gave_button, Answer.GAVE),
    ],
)
@pytest.mark.parametrize("has_details", [False, True])
def test_each_answer_is_one_press_and_it_stays_until_it_is_hidden(
    window: Window,
    dialog: DonationDialog,
    button_of: Callable[[DonationDialog], LargeButton],
    answer: Answer,
    has_details: bool,
) -> None:
    dialog.has_reminders = False
    if has_details:
        dialog.show_details()
        settle()
    QTest.mouseClick(button_of(dialog), Qt.MouseButton.LeftButton)
    assert window.answers == [answer]
    assert dialog.isVisible()
    QTest.keyClick(button_of(dialog), Qt.Key.Key_Return)
    assert window.answers == [answer, answer]


@pytest.mark.conforms("FP-10", "CF-23", "SW-16")
@pytest.mark.parametrize("has_details", [False, True])
def test_escape_leaves_it_on_every_page(window: Window, dialog: DonationDialog, has_details: bool) -> None:
    left: list[bool] = []
    dialog.escaped.connect(lambda: left.append(True))
    if has_details:
        dialog.show_details()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert left == [True]
    # Whether that means "later" is not for the view to say.
    assert window.answers == []


@pytest.mark.conforms("SW-15")
@pytest.mark.parametrize(
    ("key", "step"),
    [
        (Qt.Key.Key_Tab, 1),
        (Qt.Key.Key_Backtab, -1),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Up, -1),
        (Qt.Key.Key_Left, -1),
    ],
)
@pytest.mark.parametrize("has_details", [False, True])
def test_keys_go_around_inside(dialog: DonationDialog, key: Qt.Key, step: int, has_details: bool) -> None:
    answers = [dialog.later_button, dialog.no_button, dialog.never_button, dialog.gave_button]
    ring: list[QWidget] = [dialog.show_details_button, *answers]
    if has_details:
        dialog.show_details()
        ring = [dialog.details.address, dialog.details.spell_address, dialog.back_button, *answers]
    here = ring.index(focused())
    for count in range(1, 2 * len(ring)):
        QTest.keyClick(focused(), key)
        assert focused() is ring[(here + step * count) % len(ring)]


def test_arrows_go_as_the_eye_sees_it_from_right_to_left(window: Window, dialog: DonationDialog) -> None:
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    assert focused() is dialog.no_button


def test_nothing_behind_hears_keys_or_clicks(window: Window, dialog: DonationDialog) -> None:
    for key in (Qt.Key.Key_F2, Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Plus):
        QTest.keyPress(dialog, key)
    # Where the field lies behind the veil.
    above = window.childAt(QPoint(20, 20))
    assert above is not None
    QTest.mouseClick(above, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert window.keys == []
    assert window.behind.text() == ""
    assert focused() is dialog.later_button
    assert window.answers == []


@pytest.mark.conforms("SW-25")
def test_the_focus_returns_to_where_it_was(window: Window, dialog: DonationDialog) -> None:
    dialog.hide()
    assert focused() is window.behind


@pytest.mark.conforms("SW-35")
def test_show_how_to_donate_reveals_address_code_and_amount(dialog: DonationDialog) -> None:
    heard: list[bool] = []
    dialog.details_shown.connect(lambda: heard.append(True))
    assert dialog.details.code.address == ""
    QTest.mouseClick(dialog.show_details_button, Qt.MouseButton.LeftButton)
    settle()
    assert heard == [True]
    assert dialog.is_showing_details
    assert dialog.details.address.text() == CAMPAIGN.address
    assert dialog.details.address.isVisible()
    assert focused() is dialog.details.address
    assert dialog.details.amount.text() == "From 2 US dollars a month"
    assert "No payment happens here" in dialog.details.note.text()
    assert dialog.details.code.pixmap().width() >= 189
    assert not dialog.message.isVisible()
    assert [button.label for button in dialog.choices] == [
        "Back",
        "Remind me later",
        "No thanks",
        "Don't ask again",
        "I already gave",
    ]
    assert flaws(dialog) == []


def test_back_shows_the_message_again(dialog: DonationDialog) -> None:
    dialog.show_details()
    QTest.mouseClick(dialog.back_button, Qt.MouseButton.LeftButton)
    settle()
    assert not dialog.is_showing_details
    assert dialog.message.isVisible()
    assert focused() is dialog.show_details_button


def test_a_new_appeal_begins_with_its_message(window: Window, dialog: DonationDialog) -> None:
    dialog.show_details()
    dialog.hide()
    dialog.set_appeal(replace(APPEAL, message="Another."))
    dialog.show()
    settle()
    assert dialog.message.text() == "Another."
    assert dialog.message.isVisible()
    assert dialog.details.code.address == ""
    assert focused() is dialog.later_button


def test_an_appeal_without_a_sum_names_none(window: Window) -> None:
    campaign = replace(CAMPAIGN, minimum="", currency="", interval="")
    window.dialog.set_appeal(replace(APPEAL, campaign=campaign))
    window.dialog.show()
    window.dialog.show_details()
    settle()
    assert not window.dialog.details.amount.isVisible()


def test_the_message_keeps_the_direction_of_its_language(window: Window, dialog: DonationDialog) -> None:
    dialog.set_appeal(Appeal(CAMPAIGN, "ar", ARABIC))
    assert dialog.message.is_right_to_left
    assert not dialog.title.is_right_to_left


def test_a_screen_reader_hears_who_asks_and_what(dialog: DonationDialog) -> None:
    assert dialog.accessible_role_name == "dialog"
    assert dialog.accessibleName() == "A message from The Example Times"
    assert dialog.accessibleDescription() == ENGLISH
    dialog.show_details()
    assert dialog.accessibleName() == "How to donate to The Example Times"
    assert dialog.details.code.accessibleName() == f"QR code with the address {CAMPAIGN.address}"


@pytest.mark.conforms("FP-2", "SW-05", "SW-08", "SW-09", "SW-31")
@pytest.mark.parametrize(("size", "interface_pt", "direction"), EVERY_SIZE, ids=size_id)
@pytest.mark.parametrize("has_details", [False, True])
def test_it_fits_every_window_at_every_size(
    window: Window,
    size: tuple[int, int],
    interface_pt: float,
    direction: Qt.LayoutDirection,
    has_details: bool,
) -> None:
    window.setLayoutDirection(direction)
    window.dialog.set_look(PAPER, interface_pt)
    window.dialog.set_appeal(Appeal(CAMPAIGN, "ar", ARABIC) if direction.value else APPEAL)
    window.resize(*size)
    window.dialog.show()
    if has_details:
        window.dialog.show_details()
    settle()
    dialog = window.dialog
    assert flaws(dialog) == []
    for _stop in range(6):
        assert is_in_view(dialog, focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    if has_details and interface_pt <= 48:
        assert dialog.details.code.pixmap().width() >= 189


@pytest.mark.conforms("SW-15")
def test_a_message_that_does_not_fit_can_be_reached_by_keyboard(window: Window) -> None:
    window.dialog.set_look(PAPER, 96)
    window.resize(1024, 600)
    window.dialog.show()
    settle()
    bar = window.dialog._scroll.verticalScrollBar()
    assert bar.value() > 0
    reached = []
    for _step in range(5):
        reached.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Up)
    assert window.dialog.message in reached
    window.dialog.later_button.setFocus()
    before = bar.value()
    QTest.keyClick(focused(), Qt.Key.Key_PageUp)
    assert bar.value() < before


@pytest.mark.parametrize("theme_id", THEMES)
def test_the_code_is_dark_on_light_with_its_quiet_zone_in_every_theme(
    window: Window, dialog: DonationDialog, theme_id: str
) -> None:
    dialog.set_look(THEMES[theme_id], 20)
    dialog.show_details()
    settle()
    code = dialog.details.code
    image = dialog.grab(QRect(code.mapTo(dialog, QPoint(0, 0)), code.size())).toImage()
    side = code.pixmap().width()
    left, top = (image.width() - side) // 2, (image.height() - side) // 2
    module = side // (len(code._modules) + 8)
    quiet = [image.pixelColor(left + x, top + y).name() for x in range(side) for y in range(4 * module)]
    assert set(quiet) == {"#ffffff"}
    # The finder pattern: a dark ring of one module around a light one, around a dark square.
    corner = [
        image.pixelColor(left + round((4.5 + n) * module), top + round(7.5 * module)).name() for n in range(7)
    ]
    assert corner == ["#000000", "#ffffff", "#000000", "#000000", "#000000", "#ffffff", "#000000"]


@pytest.mark.parametrize("theme_id", THEMES)
def test_the_card_stands_out_from_the_window(window: Window, dialog: DonationDialog, theme_id: str) -> None:
    theme = THEMES[theme_id]
    dialog.set_look(theme, 20)
    settle()
    image = dialog.grab().toImage()
    column = [image.pixelColor(640, y).name() for y in range(image.height())]
    assert theme.line.lower() in column
    assert contrast_ratio(theme.line, theme.surface) >= 3
    assert theme.surface.lower() in column


def test_every_word_is_translated_while_running(dialog: DonationDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_translations", MarkedTranslations())
    for show in (dialog.show_appeal, dialog.show_details):
        show()
        dialog.retranslate()
        spoken = [
            text
            for widget in [dialog, *visible(dialog)]
            for text in (widget.accessibleName(), widget.accessibleDescription())
            if text and text not in (ENGLISH, CAMPAIGN.address)
        ]
        assert len(spoken) >= 6
        assert [text for text in spoken if "«" not in text] == []
        assert all("«" in button.label for button in shown_buttons(dialog))


# -- when to be reminded ------------------------------------------------------------------------------------------


def test_later_asks_when_and_escape_still_leaves(window: Window, dialog: DonationDialog) -> None:
    left: list[bool] = []
    dialog.escaped.connect(lambda: left.append(True))
    chosen: list[tuple[Answer, Reminder | None]] = []
    dialog.answered.connect(lambda answer, reminder: chosen.append((answer, reminder)))
    for number, reminder in enumerate([None, *REMINDERS]):
        QTest.keyClick(dialog.later_button, Qt.Key.Key_Return)
        settle()
        assert dialog.title.text() == "When shall we remind you?"
        assert [button.label for button in dialog.choices] == [
            "Some other time",
            "After 10 articles",
            "After 25 articles",
            "After 50 articles",
            "In a month",
            "Back",
        ]
        assert focused() is dialog.sometime_button
        assert flaws(dialog) == []
        for _step in range(number):
            QTest.keyClick(focused(), Qt.Key.Key_Down)
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        assert chosen.pop() == (Answer.LATER, reminder)
        dialog.set_appeal(APPEAL)
    dialog.later_button.click()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert (left, chosen) == ([True], [])


def test_back_from_the_reminders_leads_to_later(dialog: DonationDialog) -> None:
    dialog.later_button.click()
    dialog.back_button.click()
    assert focused() is dialog.later_button
    assert dialog.message.isVisible()


# -- more, letters, accounts --------------------------------------------------------------------------------------

WHOLE = replace(
    CAMPAIGN,
    more={"en": "Six people make it."},
    amounts={"month": ("5", "10"), "once": ("20",)},
    bank=BankTransfer("The Example Times", "DE44123456780000000000", "BFSWDE33", "Aloud"),
)


def test_more_is_told_on_request_and_only_where_there_is_more(window: Window, dialog: DonationDialog) -> None:
    assert not dialog.more_button.isVisible()
    turned: list[bool] = []
    dialog.turned.connect(lambda: turned.append(True))
    dialog.set_appeal(Appeal(WHOLE, "en", ENGLISH))
    settle()
    assert not dialog.more.isVisible()
    QTest.mouseClick(dialog.more_button, Qt.MouseButton.LeftButton)
    settle()
    assert (dialog.more.text(), dialog.message.text()) == ("Six people make it.", ENGLISH)
    assert focused() is dialog.more
    assert turned == [True]
    assert dialog.spoken_blocks == [dialog.more]
    assert not dialog.more_button.isVisible()
    assert flaws(dialog) == []
    dialog.set_appeal(Appeal(WHOLE, "ar", ARABIC))
    assert not dialog.more_button.isVisible()


@pytest.mark.conforms("CF-18")
def test_address_and_account_can_be_spelled_and_stand_there_in_words(
    window: Window, dialog: DonationDialog
) -> None:
    asked: list[str] = []
    details = dialog.details
    details.address_spelling_asked.connect(lambda: asked.append("address"))
    details.account_spelling_asked.connect(lambda: asked.append("account"))
    dialog.set_appeal(Appeal(WHOLE, "en", ENGLISH))
    dialog.show_details()
    settle()
    reached: list[QWidget] = []
    for _step in range(4):
        reached.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert reached == [details.address, details.spell_address, details.account, details.spell_account]
    assert asked == ["address", "account"]
    assert details.account.text() == "DE44 1234 5678 0000 0000 00"
    to_whom, note = (without_isolates(part.text()) for part in (details.bank_name, details.bank_note))
    assert to_whom == "Or by bank transfer to The Example Times, account (IBAN):"
    assert note == "Bank (BIC): BFSWDE33 · Reference: Aloud"
    assert details.amount.text() == (
        "From 2 US dollars a month · For example 5 or 10 US dollars a month · For example 20 US dollars, once"
    )
    assert details.bank_code._modules == payment_modules(payment_text(WHOLE.bank))  # type: ignore[arg-type]
    assert details.bank_code.accessibleName() == "QR code for a bank transfer to The Example Times"
    dialog.set_appeal(APPEAL)
    assert not details.account.isVisible()
    assert details.bank_code.pixmap().isNull()


@pytest.mark.parametrize("px_per_mm", [0.0, 3.0, 6.0, 10.0])
def test_codes_are_as_large_as_they_should_be_by_the_screens_real_size(
    window: Window, dialog: DonationDialog, px_per_mm: float
) -> None:
    screen = dialog.screen()
    calibrate(screen, px_per_mm)
    try:
        dialog.set_appeal(Appeal(WHOLE, "en", ENGLISH))
        dialog.show_details()
        for code in (dialog.details.code, dialog.details.bank_code):
            count = len(code._modules)
            module_mm = code.wanted_side_px() / (count + 8) / max(px_per_mm, 96 / 25.4)
            assert module_mm >= 1
            assert module_mm * count >= 50
            assert module_mm * count <= 85, "it need not fill the window"
    finally:
        calibrate(screen, 0)


def test_a_payment_code_is_no_larger_than_banking_programs_read() -> None:
    longest = BankTransfer("x" * 70, "MT84MALT011000012345MTLCAST001S", "BFSWDE33XXX", "x" * 140)
    assert len(payment_modules(payment_text(longest))) <= 69


def test_help_is_asked_on_the_card_and_not_behind_it(window: Window, dialog: DonationDialog) -> None:
    asked: list[bool] = []
    dialog.help_asked.connect(lambda: asked.append(True))
    QTest.keyClick(focused(), Qt.Key.Key_F1)
    assert asked == [True]
    assert window.keys == []


def test_no_wording_presses_anybody(dialog: DonationDialog) -> None:
    dialog.show_details()
    words = " ".join(widget.accessibleName().lower() for widget in dialog.findChildren(QWidget))
    for pressing in ("sure?", "sorry", "please don't", "without you", "last chance", "only today", "guilt", "!"):
        assert pressing not in words
