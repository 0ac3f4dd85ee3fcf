"""What lies beside the program for whoever wants to know what it is made of: licences, sources, and a list for machines."""

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

_OFFER = """Where the source of everything is
=================================

This program, and parts of it, are under the GNU General Public License, the GNU Lesser General Public License or the
Mozilla Public License. Who receives it has a right to the source of exactly these versions.

The source of the program itself is the archive aloud-kiosk-{version}-source.tar.xz, which is made together with the
program and belongs beside it. It holds everything that is needed to build the program again: "make package".

The source of the parts is listed below. Whoever passes this program on must either pass that source on with it, or
offer it. The makers of the program offer it: for three years from the day on which you received this program, and for as
long as they support it, anybody who asks at the place from which this program was published gets a copy of the source
below on a medium that is usual for it, for no more than the cost of that medium and of sending it. Who passes the
program on without changes may pass this offer on with it, if it was not sold.

Libraries of Qt and the others under the LGPL are files of their own in the folder _internal: they may be replaced by
versions of your own that fit. Nothing checks them when the program starts.

"""


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
                raise BrokenBuildError(f"{each.name}: {each.licence} asks for its source, and no place is written down")
            sources.append(f"{each.name} {each.version}".rstrip() + f"\n    {each.source or 'beside this program'}")
    heading = f"Parts of Aloud {version}, their licences, and the files with the licences' texts\n"
    (texts / "OVERVIEW.txt").write_text(heading + "\n".join(overview) + "\n", encoding="utf-8")
    (folder / "SOURCES.txt").write_text(_OFFER.format(version=version) + "\n".join(sources) + "\n", encoding="utf-8")


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
