"""What is said of figures: plain sentences, names for what has one, and nothing about what is not told."""

from datetime import date

import pytest

from kiosk import i18n
from kiosk.app.statistics_words import MOST_ARTICLES, lines
from kiosk.core.statistics import Statistics
from kiosk.core.suppression import OTHER

TODAY = date(2026, 3, 2)
FULL = {
    "visits": 24,
    "extensions": 3,
    "crashes": 1,
    "appeal-codes-opened": 6,
    "median-visit-minutes/40-": 24,
    "speech/on": 18,
    "speech/off": 6,
    "languages/en": 15,
    "languages/tr": 9,
    "plays/en/sea": 14,
    f"plays/tr/{OTHER}": 8,
    "themes/night": 24,
    "text-sizes/84-": 9,
    "text-sizes/28-47": 15,
}


def told(figures: dict[str, int]) -> list[str]:
    statistics = Statistics(told={"2026-03-01": figures})
    return lines(statistics, TODAY, 7, lambda language, article_id: {"sea": "The Sea"}.get(article_id, article_id))


def test_figures_are_told_in_plain_words() -> None:
    assert told(FULL) == [
        "The last 7 days",
        "Visits: 24",
        "Asked for more time: 3",
        "Left without saying so: 0",
        "Times the program failed and started again: 1",
        "Cards that ask for a gift: 0",
        "Codes for giving that were opened: 6",
        "A visit took mostly 40 minutes or more.",
        "With the voice: 75 of 100 visits",
        "Languages: English: 15, Turkish: 9",
        "Read aloud: The Sea: 14, all others: 8",
        "Colours: Night: 24",
        "Text size in points: 28 to 47: 15, 84 or more: 9",
    ]


def test_days_without_figures_say_so() -> None:
    assert told({}) == ["The last 7 days", "Nothing was counted on these days."]


def test_of_few_visits_it_is_said_why_no_more_is_told() -> None:
    assert told({"visits": 3})[-1] == "How people read is told when twenty visits have come together."


def test_a_share_that_was_gathered_is_not_guessed() -> None:
    shares = {"visits": 20, "median-visit-minutes/5-9": 20, f"speech/{OTHER}": 20}
    assert not any("voice" in line for line in told(shares))
    shares["speech/on"] = 40
    assert not any("voice" in line for line in told(shares))


def test_only_the_most_read_are_named_and_the_rest_are_one_number() -> None:
    plays = {f"plays/en/article-{number:02}": 100 - number for number in range(MOST_ARTICLES + 3)}
    line = next(line for line in told({"median-visit-minutes/5-9": 20, **plays}) if line.startswith("Read aloud"))
    assert line.count("article-") == MOST_ARTICLES
    assert line.endswith(f"all others: {90 + 89 + 88}")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_language_says_as_much(language: str) -> None:
    i18n.set_language(language)
    try:
        assert len(told(FULL)) == 13
        assert all("{" not in line for line in told(FULL))
    finally:
        i18n.set_language("en")
