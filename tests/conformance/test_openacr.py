"""The YAML for programs: shaped as OpenACR has it, with nothing that its catalogue does not know."""

import yaml

from tests.conformance.acr import project
from tests.conformance.checklist import Level, load_checklist
from tests.conformance.made_up import ALSO, SHOWN, evidence, report
from tests.conformance.openacr import CATALOGUE, as_openacr, as_yaml

COMPONENTS = {"web", "electronic-docs", "software", "authoring-tool", "none"}
ALLOWED = {
    *("title", "product", "author", "vendor", "report_date", "last_modified_date", "version", "notes"),
    *("evaluation_methods_used", "legal_disclaimer", "license", "repository", "feedback", "related_openacrs"),
    *("catalog", "chapters"),
}


def test_it_has_what_openacr_wants_and_nothing_else() -> None:
    made = as_openacr(report(), evidence(), project())
    assert {"title", "product", "author"} <= made.keys() <= ALLOWED
    assert set(made["author"]) == {"name", "email"}
    assert made["product"]["version"] == "0.1.0"
    assert made["catalog"] == CATALOGUE
    assert made["report_date"] == "2026-11-25"
    assert isinstance(made["version"], int)
    assert "closed functionality" in made["notes"]
    assert "3 tests passed, 0 failed" in made["notes"]


def test_each_criterion_has_one_component_with_a_level_and_what_shows_it() -> None:
    made = as_openacr(report(), evidence(), project())["chapters"]["success_criteria_level_a"]["criteria"]
    assert [own["num"] for own in made] == ["1.1.1", "1.2.2", "1.4.1"]
    (component,) = made[0]["components"]
    assert component["name"] == "software"
    assert component["adherence"] == {
        "level": "partially-supports",
        "notes": f"SW-01: supports. SW-02: partially supports. Mostly. No shapes. Shown by: {SHOWN}, {ALSO}.",
    }
    assert made[1]["components"][0]["adherence"] == {"level": "not-applicable", "notes": "No video."}


def test_what_is_left_out_is_disabled_with_its_reason() -> None:
    made = as_openacr(report(), evidence(), project())["chapters"]
    assert made["en_301_549_web"] == {"notes": "No web page.", "disabled": True}


def test_nothing_is_named_as_shown_that_is_not_claimed() -> None:
    made = as_openacr(report(run=evidence(shown=["failed"], also=["failed"])), evidence(), project())
    adherence = made["chapters"]["success_criteria_level_a"]["criteria"][0]["components"][0]["adherence"]
    assert adherence["level"] == "does-not-support"
    assert "Shown by" not in adherence["notes"]


def test_it_comes_back_from_yaml_as_it_was() -> None:
    made = as_openacr(report(), evidence(), project())
    text = as_yaml(made)
    assert yaml.safe_load(text) == made
    assert text.startswith("title: ")
    # Numbers of criteria are words: 302.10 is not 302.1.
    assert all(isinstance(own["num"], str) for own in yaml.safe_load(as_yaml({"c": [{"num": "302.10"}]}))["c"])


def test_the_real_checklist_uses_the_catalogue_s_words() -> None:
    checklist = load_checklist()
    assert {chapter.component for chapter in checklist.chapters} <= COMPONENTS
    for chapter in checklist.chapters:
        expected = {"WCAG": "software", "508": "none", "EN": "none"}[chapter.standard]
        assert chapter.component == expected
    assert {level.value for level in Level} == {
        *("supports", "partially-supports", "does-not-support", "not-applicable", "not-evaluated"),
    }
