"""Appeals at a public kiosk: a card that waits, and what one visit did with it. Knows no clock and no person.

Nothing outlives the visit. That a station opens an appeal in one of three visits only is counted by visits, not by
people.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from kiosk.core.campaign import Campaign
from kiosk.core.donation import Decision, Hold, Moment, Show, not_after_an_article, not_running, not_silent
from kiosk.core.donation_history import Answer
from kiosk.core.settings import Profile
from kiosk.core.station import Site


class AppealForm(StrEnum):
    """How a machine asks."""

    OFF = "off"
    """Not at all."""
    CARD = "card"
    """By a card that stands where nothing is read."""
    DIALOG = "dialog"
    """By an appeal that opens after an article; in public there is the card besides."""


BY_SITE = "site"
"""The choice of an operator who leaves it to the kind of place."""

# Who waits there is not free to walk away, or is a child.
_SITES_WITHOUT = frozenset({Site.CLINIC, Site.REFUGEE_CENTRE, Site.EMBASSY, Site.SCHOOL})

FIRST_MINUTES = timedelta(minutes=3)
"""Of a visit, in which no appeal opens by itself."""
AFTER_HEADPHONES = timedelta(minutes=1)
"""How long nothing opens by itself after headphones were taken off: somebody is about to go."""
VISITS_BETWEEN = 2
"""Visits between two in which an appeal opened by itself."""


def form_for(profile: Profile, site: str, donations: str) -> AppealForm:
    """Return how a machine asks.

    Args:
        profile: where it stands.
        site: what kind of place that is, in public.
        donations: what its operator decided: :data:`BY_SITE`, or a form.
    """
    if donations != BY_SITE:
        return AppealForm(donations)
    if profile is Profile.HOME:
        return AppealForm.DIALOG
    return AppealForm.OFF if site in _SITES_WITHOUT else AppealForm.CARD


def needs_caution(site: str, donations: str) -> bool:
    """Whether an operator should be warned: people are asked at a place where they are not free to walk away."""
    return site in _SITES_WITHOUT and donations in (AppealForm.CARD, AppealForm.DIALOG)


@dataclass(frozen=True, slots=True)
class VisitAppeals:
    """What one visit did with appeals; forgotten at its end."""

    finished: int = 0
    """Articles heard to their end."""
    later_count: int = 0
    """How many times "later" was chosen."""
    is_put_off: bool = False
    """Whether nothing is offered until the next article ends."""
    is_over: bool = False
    """Whether nothing is offered in this visit any more."""
    has_opened: bool = False
    """Whether an appeal has opened by itself."""


def visit_article_finished(visit: VisitAppeals) -> VisitAppeals:
    """Return a visit with one more finished article."""
    return replace(visit, finished=visit.finished + 1, is_put_off=False)


def visit_answered(visit: VisitAppeals, answer: Answer) -> VisitAppeals:
    """Return a visit with an answer: "later" means the end of the next article, and once only."""
    if answer is not Answer.LATER:
        return replace(visit, is_over=True)
    later_count = visit.later_count + 1
    return replace(visit, later_count=later_count, is_put_off=True, is_over=visit.is_over or later_count > 1)


def visit_opened(visit: VisitAppeals) -> VisitAppeals:
    """Return a visit in which an appeal has opened by itself."""
    return replace(visit, has_opened=True)


@dataclass(frozen=True, slots=True)
class StationMoment:
    """What is true at a station besides, at the time of asking."""

    visit_for: timedelta
    """How long the visit has been going on."""
    visits_since: int
    """Visits that have ended since one in which an appeal opened by itself."""
    without_headphones_for: timedelta | None = None
    """How long ago headphones were taken off; None when they were not."""


def decide_card(campaign: Campaign | None, form: AppealForm, visit: VisitAppeals, moment: Moment) -> Decision:
    """Decide whether the card may stand where nothing is read."""
    if form is AppealForm.OFF:
        return Hold("nobody is asked here")
    held = not_running(campaign, moment)
    if held is not None:
        return held
    if visit.is_over:
        return Hold("somebody answered in this visit")
    return Hold("somebody chose later, and no article has ended since") if visit.is_put_off else Show()


def decide_dialog(
    campaign: Campaign | None, form: AppealForm, visit: VisitAppeals, moment: Moment, station: StationMoment
) -> Decision:
    """Decide whether an appeal opens by itself: only where an operator chose it, and seldom."""
    if form is not AppealForm.DIALOG:
        return Hold("no appeal opens by itself here")
    card = decide_card(campaign, form, visit, moment)
    if isinstance(card, Hold):
        return card
    held = not_after_an_article(moment)
    if held is not None:
        return held
    if visit.has_opened:
        return Hold("an appeal has opened in this visit")
    if visit.finished < 1:
        return Hold("no article was heard to its end in this visit")
    if station.visit_for < FIRST_MINUTES:
        return Hold("the visit has only just begun")
    if station.visits_since < VISITS_BETWEEN:
        return Hold("an appeal opened in one of the last visits")
    since = station.without_headphones_for
    if since is not None and since < AFTER_HEADPHONES:
        return Hold("headphones were just taken off")
    return not_silent(moment) or Show()
