"""Campaigns: who asks for donations, in which words, for what, when and where. Knows no clock, file or rule.

Whether somebody is asked at a moment is decided in :mod:`kiosk.core.donation`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kiosk.core.bank_transfer import BankTransfer

HOME = "home"
"""The place of a campaign that may ask people at home; the other places are the sites of a station."""

INTERVALS = ("once", "month", "year")
"""How often somebody may be asked to give."""


@dataclass(frozen=True, slots=True)
class Campaign:
    """What a publisher asks for."""

    id: str
    """Unique; a new campaign does not undo an earlier "don't ask again"."""
    publisher: str
    """Who asks."""
    message: dict[str, str]
    """Language tag to the text of the appeal, at most 40 words each; holds at least one language."""
    address: str
    """Short web address where to give, shown in large type and as QR code; never opened here."""
    minimum: str = ""
    """Smallest amount suggested, a decimal number, or empty."""
    currency: str = ""
    """ISO 4217 code, or empty."""
    interval: str = ""
    """How often the smallest amount is given, one of :data:`INTERVALS`, or empty."""
    amounts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Suggestions for an interval, decimal numbers in the order in which they are told; none is preselected."""
    more: Mapping[str, str] = field(default_factory=dict)
    """Language tag to what is told besides, to whoever asks for it."""
    bank: BankTransfer | None = None
    """An account to give to, or None."""
    starts: date | None = None
    """The first day on which it may ask, or None."""
    ends: date | None = None
    """The last day on which it may ask, or None."""
    places: tuple[str, ...] = ()
    """Where it may ask: :data:`HOME` and sites of a station; empty for everywhere."""

    def message_in(self, language: str) -> tuple[str, str]:
        """Return the language and the text of the appeal: in the asked language, else English, else any."""
        for candidate in (language, language.split("-")[0], "en", *self.message):
            if candidate in self.message:
                return candidate, self.message[candidate]
        raise ValueError(f"campaign {self.id} has no message")

    def is_running(self, today: date) -> bool:
        """Whether a day lies between its first and its last one."""
        has_begun = self.starts is None or today >= self.starts
        return has_begun and (self.ends is None or today <= self.ends)

    def may_ask_at(self, place: str) -> bool:
        """Whether it may ask at a place: :data:`HOME` or a site of a station."""
        return not self.places or place in self.places


@dataclass(frozen=True, slots=True)
class Appeal:
    """What is shown: one campaign's words in one language."""

    campaign: Campaign
    """Whose appeal it is."""
    language: str
    """Tag of the message's language, which may differ from the interface's."""
    message: str
    """The text."""

    @property
    def more(self) -> str:
        """What is told besides, in the same language; empty when there is nothing."""
        return self.campaign.more.get(self.language, "")
