"""Appeals in public: where none is made, what one visit may meet, and that a visit leaves nothing behind."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.core.campaign import Campaign
from kiosk.core.donation import Hold, Moment
from kiosk.core.donation_history import Answer
from kiosk.core.public_donation import (
    AFTER_HEADPHONES,
    FIRST_MINUTES,
    VISITS_BETWEEN,
    AppealForm,
    StationMoment,
    VisitAppeals,
    decide_card,
    decide_dialog,
    form_for,
    needs_caution,
    visit_answered,
    visit_article_finished,
    visit_opened,
)
from kiosk.core.settings import Profile
from kiosk.core.station import STATION_OPTIONS, Site

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
CAMPAIGN = Campaign("c1", "The Paper", {"en": "Please give."}, "paper.example/give")
AT = Moment(NOON, True, timedelta(seconds=5), place="library")
THERE = StationMoment(FIRST_MINUTES, VISITS_BETWEEN)
HEARD = VisitAppeals(finished=1)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("site", "form"),
    [
        (Site.LIBRARY, AppealForm.CARD),
        (Site.MUSEUM, AppealForm.CARD),
        (Site.CLINIC, AppealForm.OFF),
        (Site.REFUGEE_CENTRE, AppealForm.OFF),
        (Site.EMBASSY, AppealForm.OFF),
        (Site.SCHOOL, AppealForm.OFF),
    ],
)
def test_the_kind_of_place_decides_until_an_operator_does(site: Site, form: AppealForm) -> None:
    assert form_for(Profile.PUBLIC, site, "site") is form
    assert form_for(Profile.HOME, site, "site") is AppealForm.DIALOG
    for decided in AppealForm:
        for profile in Profile:
            assert form_for(profile, site, decided) is decided
        is_free = form is AppealForm.CARD
        assert needs_caution(site, decided) == (not is_free and decided is not AppealForm.OFF)
    assert not needs_caution(site, "site")


def test_an_operator_can_choose_every_form() -> None:
    option = next(option for option in STATION_OPTIONS if option.name == "donations")
    assert option.values == ("site", *AppealForm)


def reason(decision: object) -> str:
    return decision.reason if isinstance(decision, Hold) else "show"


LATER, LATER_TWICE = (
    visit_answered(HEARD, Answer.LATER),
    visit_answered(visit_article_finished(visit_answered(HEARD, Answer.LATER)), Answer.LATER),
)


@pytest.mark.parametrize(
    ("form", "visit", "expected"),
    [
        (AppealForm.OFF, HEARD, "nobody is asked here"),
        (AppealForm.CARD, VisitAppeals(), "show"),
        (AppealForm.DIALOG, VisitAppeals(), "show"),
        (AppealForm.CARD, LATER, "somebody chose later"),
        (AppealForm.CARD, visit_article_finished(LATER), "show"),
        (AppealForm.CARD, LATER_TWICE, "somebody answered"),
        (AppealForm.CARD, visit_article_finished(LATER_TWICE), "somebody answered"),
        (AppealForm.CARD, visit_article_finished(visit_answered(HEARD, Answer.NO_THANKS)), "somebody answered"),
        (AppealForm.CARD, visit_article_finished(visit_answered(HEARD, Answer.NEVER)), "somebody answered"),
        (AppealForm.CARD, visit_article_finished(visit_answered(HEARD, Answer.GAVE)), "somebody answered"),
    ],
)
def test_the_card(form: AppealForm, visit: VisitAppeals, expected: str) -> None:
    assert reason(decide_card(CAMPAIGN, form, visit, AT)).startswith(expected)


def test_the_card_needs_a_campaign_that_asks_there_today() -> None:
    card = AppealForm.CARD
    assert reason(decide_card(None, card, HEARD, AT)) == "there is no campaign"
    ended = replace(CAMPAIGN, ends=date(2026, 2, 28))
    assert reason(decide_card(ended, card, HEARD, AT)) == "the campaign is not running today"
    elsewhere = replace(CAMPAIGN, places=("museum",))
    assert reason(decide_card(elsewhere, card, HEARD, AT)) == "the campaign does not ask at this place"


DIALOG = AppealForm.DIALOG


@pytest.mark.parametrize(
    ("form", "visit", "at", "there", "expected"),
    [
        (DIALOG, HEARD, AT, THERE, "show"),
        (AppealForm.CARD, HEARD, AT, THERE, "no appeal opens by itself"),
        (AppealForm.OFF, HEARD, AT, THERE, "no appeal opens by itself"),
        (DIALOG, VisitAppeals(), AT, THERE, "no article was heard"),
        (DIALOG, visit_opened(HEARD), AT, THERE, "an appeal has opened in this visit"),
        (DIALOG, LATER, AT, THERE, "somebody chose later"),
        (DIALOG, HEARD, replace(AT, has_article_ended=False), THERE, "no article has ended"),
        (DIALOG, HEARD, replace(AT, silent_for=SECOND), THERE, "the voice has only just"),
        (DIALOG, HEARD, replace(AT, is_anybody_free=False), THERE, "somebody is busy"),
        (DIALOG, HEARD, AT, replace(THERE, visit_for=FIRST_MINUTES - SECOND), "the visit has only just begun"),
        (
            DIALOG,
            HEARD,
            AT,
            replace(THERE, visits_since=VISITS_BETWEEN - 1),
            "an appeal opened in one of the last",
        ),
        (DIALOG, HEARD, AT, replace(THERE, without_headphones_for=SECOND), "headphones were just taken off"),
        (DIALOG, HEARD, AT, replace(THERE, without_headphones_for=AFTER_HEADPHONES), "show"),
    ],
)
def test_an_appeal_that_opens_by_itself(
    form: AppealForm, visit: VisitAppeals, at: Moment, there: StationMoment, expected: str
) -> None:
    assert reason(decide_dialog(CAMPAIGN, form, visit, at, there)).startswith(expected)
