"""What the frozen program is made of: every file belongs to a component, every component has a licence."""

import importlib.metadata
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from packaging.version import Version

from bundle.freezing import BrokenBuildError


@dataclass(frozen=True, slots=True)
class Package:
    """A Debian package of the build folder."""

    name: str
    version: str
    source: str
    source_version: str


@dataclass(slots=True)
class Component:
    """Something that others made, or we did, and that has a licence."""

    name: str
    version: str
    kind: str
    """ "project", "python", "debian", or "inside" for a part of another component."""
    licence: str
    texts: list[Path]
    source: str = ""
    part_of: str = ""
    places: list[str] = field(default_factory=list)
    """Files and modules of the program that were made from it."""

    @property
    def purl(self) -> str:
        """Its package URL; empty for what no registry has."""
        if self.kind == "python":
            return f"pkg:pypi/{self.name}@{self.version}"
        if self.kind == "debian":
            return f"pkg:deb/debian/{self.name}@{self.version}?arch=amd64&distro=bookworm"
        return ""


class Owners:
    """Which Python package or Debian package each file of this machine belongs to."""

    def __init__(self, project: Path, site: Path, dpkg: Path = Path("/var/lib/dpkg")) -> None:
        """Read the lists of both.

        Args:
            project: the project's files.
            site: the folder of Python packages.
            dpkg: Debian's records.
        """
        self.project = project.resolve()
        self.distributions: dict[str, importlib.metadata.Distribution] = {}
        self._python: dict[Path, str] = {}
        for distribution in importlib.metadata.distributions(path=[str(site)]):
            name = canonical(distribution.metadata["Name"])
            self.distributions[name] = distribution
            for file in distribution.files or ():
                self._python[Path(os.path.normpath(site / file))] = name
        self._debian: dict[str, str] = {}
        for listed in sorted((dpkg / "info").glob("*.list")):
            package = listed.stem.partition(":")[0]
            for line in listed.read_text("utf-8").splitlines():
                # /lib is /usr/lib, but the lists have both.
                self._debian.setdefault(line.removeprefix("/usr"), package)
        self.packages = read_status((dpkg / "status").read_text("utf-8")) if self._debian else {}

    def owner(self, path: Path) -> tuple[str, str] | None:
        """Return (kind, name) of what a file belongs to; None when nobody knows."""
        if path.is_relative_to(self.project):
            return "project", "aloud-kiosk"
        if name := self._python.get(Path(os.path.normpath(path))):
            return "python", name
        for each in (path, path.resolve()):
            if name := self._debian.get(str(each).removeprefix("/usr")):
                return "debian", name
        return None


def canonical(name: str) -> str:
    """Return a Python package's name as registries write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_status(text: str) -> dict[str, Package]:
    """Return the packages in Debian's file of records."""
    packages: dict[str, Package] = {}
    for paragraph in text.split("\n\n"):
        fields: dict[str, str] = dict(re.findall(r"^(\S+): (.*)$", paragraph, re.MULTILINE))
        if "Package" in fields:
            source = re.fullmatch(r"(\S+)(?: \((.+)\))?", fields.get("Source", fields["Package"]))
            version = fields.get("Version", "")
            if source:
                name = fields["Package"]
                packages[name] = Package(name, version, source[1], source[2] or version)
    return packages


def read_origins(lines: Iterable[str]) -> dict[str, Path]:
    """Return what each file and module of the program was made from (see aloud.spec)."""
    pairs = (line.rstrip("\n").partition("\t") for line in lines)
    return {place: Path(source) for place, _, source in pairs}


def take_stock(
    origins: Mapping[str, Path],
    owners: Owners,
    records: Mapping[str, Sequence[Mapping[str, object]]],
    version: str,
) -> list[Component]:
    """Return every component of the program, sorted, with the parts inside the larger ones.

    Args:
        origins: what each place of the program was made from.
        owners: whose those files are.
        records: packaging/licences.toml.
        version: the project's own.

    Raises:
        BrokenBuildError: a file belongs to nothing, or a component has no licence written down.
    """
    found: dict[tuple[str, str], Component] = {}
    problems: list[str] = []
    for place, source in sorted(origins.items()):
        owner = owners.owner(source)
        if owner is None:
            problems.append(f"{place} was made from {source}, which belongs to nothing")
            continue
        if owner not in found:
            try:
                found[owner] = _component(*owner, owners, records, version)
            except KeyError as missing:
                problems.append(f"{owner[1]} ({place}): no licence is written down for {missing}")
                continue
        found[owner].places.append(place)
    parts = [
        Component(
            str(row["name"]), "", "inside", str(row["licence"]), [], str(row.get("source", "")), part_of=name
        )
        for (_, name) in sorted(found)
        for row in records["inside"]
        if row["component"] == name
    ]
    if problems:
        raise BrokenBuildError("\n".join(problems))
    return sorted([*found.values(), *parts], key=lambda each: (each.kind, each.name))


def _component(
    kind: str, name: str, owners: Owners, records: Mapping[str, Sequence[Mapping[str, object]]], version: str
) -> Component:
    if kind == "project":
        project = owners.project
        return Component(name, version, kind, "GPL-3.0-or-later", [project / "LICENSE", project / "NOTICE"])
    if kind == "debian":
        package = owners.packages[name]
        row = _row(records["library"], package.source)
        text = Path("/usr/share/doc", name, "copyright")
        source = f"Debian source package {package.source}, version {package.source_version}"
        return Component(name, package.version, kind, str(row["licence"]), [text], source)
    distribution = owners.distributions[name]
    row = _row(records["component"], name)
    if Version(distribution.version) not in map(Version, _texts(row["versions"])):
        raise KeyError(f"{name} {distribution.version}")
    texts = [_text(text, distribution, owners) for text in _texts(row["text"])]
    return Component(name, distribution.version, kind, str(row["licence"]), texts, str(row.get("source", "")))


def _row(rows: Sequence[Mapping[str, object]], name: str) -> Mapping[str, object]:
    for row in rows:
        if row["name"] == name:
            return row
    raise KeyError(name)


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _text(text: str, distribution: importlib.metadata.Distribution, owners: Owners) -> Path:
    kind, _, rest = text.partition("/")
    if kind == "project":
        return owners.project / rest
    if kind == "packages":
        return Path(str(distribution.locate_file(rest)))
    own = [f for f in distribution.files or () if ".dist-info" in f.parts[0] and f.parts[1:] == Path(rest).parts]
    if not own:
        raise KeyError(f"{text} of {distribution.metadata['Name']}, which its package does not carry")
    return Path(str(distribution.locate_file(own[0])))
