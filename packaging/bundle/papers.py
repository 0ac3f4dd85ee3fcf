"""What lies beside the program and tells what it is made of: licences, sources, and a list for machines."""

import json
import re
import shutil
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bundle.components import Component
from bundle.freezing import BrokenBuildError

_LEAST_TEXT_BYTES = 200
_COPYLEFT = re.compile(r"\b(?:L?GPL|MPL)-")
_KINDS = {
    "project": "THE PROGRAM ITSELF",
    "python": "PYTHON PACKAGES",
    "debian": "LIBRARIES, AS BUILT BY DEBIAN 12",
    "inside": "PARTS INSIDE THE ABOVE",
}

_OFFER = Path(__file__).with_name("offer.txt")


def write_licences(components: Sequence[Component], folder: Path, version: str) -> None:
    """Write every component's licence text, the overview, and where the source is.

    Raises:
        BrokenBuildError: a text is missing.
    """
    texts = folder / "licences"
    texts.mkdir(parents=True)
    overview, sources = [], []
    kind = ""
    for each in components:
        if each.kind != kind:
            kind = each.kind
            overview.append(f"\n{_KINDS[kind]}\n")
        written = _copy_texts(each, texts)
        where = f"  in {each.part_of}" if each.part_of else "  " + ", ".join(written)
        overview.append(f"{each.name} {each.version}".rstrip() + f"\n    {each.licence}\n  {where}")
        if _COPYLEFT.search(each.licence) or each.kind == "debian":
            if not each.source and each.kind != "project":
                raise BrokenBuildError(
                    f"{each.name}: {each.licence} asks for its source, and no place is written down"
                )
            sources.append(
                f"{each.name} {each.version}".rstrip() + f"\n    {each.source or 'beside this program'}"
            )
    heading = f"Parts of Aloud {version}, their licences, and the files with the licences' texts\n"
    (texts / "OVERVIEW.txt").write_text(heading + "\n".join(overview) + "\n", encoding="utf-8")
    (folder / "SOURCES.txt").write_text(
        _OFFER.read_text("utf-8").replace("@VERSION@", version) + "\n" + "\n".join(sources) + "\n",
        encoding="utf-8",
    )


def _copy_texts(component: Component, folder: Path) -> list[str]:
    written = []
    for text in component.texts:
        name = text.name if component.kind == "project" else f"{component.name}-{text.name}"
        name = name if name.endswith((".txt", ".md")) else f"{name}.txt"
        if not text.is_file() or text.stat().st_size < _LEAST_TEXT_BYTES:
            raise BrokenBuildError(f"{component.name}: its licence's text is not at {text}")
        # Debian writes what all its machines have as a reference, which a bare machine cannot follow.
        shutil.copyfile(text, folder / name)
        written.append(name)
    return written


def bill_of_materials(components: Sequence[Component], version: str, made_s: int) -> str:
    """Return the list of components as CycloneDX 1.6 JSON; the same for the same components.

    Args:
        components: what is inside.
        version: the program's own.
        made_s: seconds since 1970 of the commit that it was made from.
    """
    own = next(each for each in components if each.kind == "project")
    listed = [_entry(each) for each in components if each.kind != "project"]
    direct = sorted(_reference(each) for each in components if each.kind in ("python", "debian"))
    parts: dict[str, list[str]] = {}
    for each in components:
        if each.part_of:
            whole = next(_reference(other) for other in components if other.name == each.part_of)
            parts.setdefault(whole, []).append(_reference(each))
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([version, listed], sort_keys=True)).urn,
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(made_s, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {**_entry(own), "type": "application"},
        },
        "components": listed,
        "dependencies": [
            {"ref": _reference(own), "dependsOn": direct},
            *({"ref": whole, "dependsOn": sorted(inside)} for whole, inside in sorted(parts.items())),
        ],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _reference(component: Component) -> str:
    return component.purl or f"{component.kind}:{component.name}"


def _entry(component: Component) -> dict[str, object]:
    entry: dict[str, object] = {
        "type": "library",
        "bom-ref": _reference(component),
        "name": component.name,
        "licenses": [{"expression": component.licence}],
    }
    if component.version:
        entry["version"] = component.version
    if component.purl:
        entry["purl"] = component.purl
    if component.source:
        entry["properties"] = [{"name": "aloud:source", "value": component.source}]
    if component.places and component.kind != "project":
        files = [place for place in component.places if "/" in place or ".so" in place]
        entry["evidence"] = {"occurrences": [{"location": place} for place in files[:200] or component.places[:1]]}
    return entry
