"""What is said in place of a text that no voice speaks."""

from collections.abc import Iterator

import pytest

from kiosk import i18n
from kiosk.app.notice import no_voice_notice


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    before = i18n.language()
    yield
    i18n.set_language(before)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_notice_is_in_the_interface_s_language_and_names_the_text_s(language: str) -> None:
    i18n.set_language(language)
    text, spoken_in = no_voice_notice("so")
    assert spoken_in == language
    assert i18n.language_name("so") in text
    assert "{" not in text


def test_a_language_without_a_name_is_named_by_its_tag() -> None:
    i18n.set_language("en")
    text, _ = no_voice_notice("xx-yy")
    assert "xx-yy" in text
