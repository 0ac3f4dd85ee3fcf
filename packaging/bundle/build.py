"""Makes everything in dist/: freezes the program, looks at it, and packs it three ways.

Runs in the build folder, without a network. What is broken or too big ends it with exit code 1.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bundle import archives, components, debian_package, papers, sizes, sweep
from bundle.freezing import BrokenBuildError, freeze

PROJECT = Path(__file__).parents[2]
WHEELS = Path("/build/wheels")
# Made by PyInstaller from what is listed anyway.
GENERATED = {"kiosk", "_internal/base_library.zip"}


def stamp_version(version: str) -> None:
    """Write the version from git into the copy that is built."""
    for name, pattern in (("kiosk/__init__.py", r'^__version__ = ".*"$'), ("pyproject.toml", r'^version = ".*"$')):
        path = PROJECT / name
        text = path.read_text("utf-8")
        word = pattern[1:].partition(" ")[0]
        told, count = re.subn(pattern, f'{word} = "{version}"', text, flags=re.MULTILINE)
        if count != 1:
            raise BrokenBuildError(f"{name} has no line with its version")
        path.write_text(told, encoding="utf-8")


def write_papers(program: Path, origins_file: Path, version: str, made_s: int) -> str:
    """Take stock of the program and write what belongs beside it; return the bill of materials."""
    with origins_file.open(encoding="utf-8") as lines:
        origins = components.read_origins(lines)
    site = next(Path(entry) for entry in sys.path if entry.endswith("site-packages"))
    records = tomllib.loads((PROJECT / "packaging/licences.toml").read_text("utf-8"))
    unknown = [
        place
        for path in sorted(program.rglob("*"))
        if path.is_file() and not path.is_symlink()
        if (place := path.relative_to(program).as_posix()) not in GENERATED
        and place.removeprefix("_internal/") not in origins
    ]
    if unknown:
        raise BrokenBuildError("nobody knows where these come from: " + ", ".join(unknown))
    stock = components.take_stock(origins, components.Owners(PROJECT, site), records, version)
    papers.write_licences(stock, program, version)
    common = program / "licences/common"
    shutil.copytree("/usr/share/common-licenses", common)
    bill = papers.bill_of_materials(stock, version, made_s)
    (program / "licences/sbom.cdx.json").write_text(bill, encoding="utf-8")
    for name in ("LICENSE", "NOTICE"):
        shutil.copyfile(PROJECT / name, program / name)
    print(f"build: {len(stock)} components, each with its licence")
    return bill


def write_wheelhouse(out: Path, version: str, made_s: int, work: Path) -> Path:
    """Pack the wheels that the program needs, and its own, for ``pip install --no-index``."""
    folder = work / "wheelhouse"
    folder.mkdir()
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation",
         "--disable-pip-version-check", "--wheel-dir", str(folder), str(PROJECT)],
        check=True,
    )  # fmt: skip
    lock = (PROJECT / "packaging/requirements.lock").read_text("utf-8")
    asked = set(re.findall(r"sha256:([0-9a-f]{64})", lock))
    wheels = [path for path in sorted(WHEELS.glob("*.whl")) if archives.sha256(path) in asked]
    locked = len(re.findall(r"^[A-Za-z0-9][^=\s]*==", lock, re.MULTILINE))
    if not locked - 2 <= len(wheels) <= locked:
        # Two of them are there twice, for Pythons before and after 3.12.
        raise BrokenBuildError(f"{len(wheels)} wheels of {locked} in the lock file were found")
    for path in wheels:
        shutil.copyfile(path, folder / path.name)
    shutil.copyfile(PROJECT / "packaging/requirements.lock", folder / "requirements.lock")
    shutil.copyfile(PROJECT / "packaging/bundle/wheelhouse.txt", folder / "README.txt")
    archives.write_checksums(folder, folder / "SHA256SUMS")
    archives.set_modes(folder, [])
    archive = out / f"aloud-kiosk-{version}-wheelhouse-py311-linux-x86_64.tar"
    archives.write_tar(archive, folder, f"aloud-kiosk-{version}-wheelhouse", made_s, level=-1)
    return archive


def main() -> int:
    """Build; return the exit code."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--version", required=True)
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--level", type=int, default=archives.LEVEL)
    arguments = asked.parse_args()
    version, out = arguments.version, arguments.out
    made_s = int(os.environ["SOURCE_DATE_EPOCH"])
    work = out.parent / "work"
    work.mkdir()
    out.mkdir()
    os.umask(0o022)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        top = f"aloud-kiosk-{version}"
        archives.set_modes(PROJECT, [path for path in PROJECT.rglob("*") if path.stat().st_mode & 0o100])
        archives.write_tar(out / f"{top}-source.tar.xz", PROJECT, f"{top}-source", made_s)
        stamp_version(version)
        program, origins = freeze(PROJECT, work)
        found, newest, count = sweep.problems(program)
        if found:
            raise BrokenBuildError("\n".join(found))
        print(f"build: {count} programs and libraries need only glibc {'.'.join(map(str, newest))} of the machine")
        bill = write_papers(program, origins, version, made_s)
        (out / f"{top}.cdx.json").write_text(bill, encoding="utf-8")
        shutil.copyfile(PROJECT / "packaging/bundle/portable.txt", program / "README.txt")
        archives.set_modes(program, [program / "kiosk"])
        archives.write_checksums(program, program / "_internal/SHA256SUMS")
        (program / "_internal/SHA256SUMS").chmod(0o644)
        package = debian_package.write_package(program, PROJECT, out, version, made_s, work, arguments.level)
        portable = out / f"{top}-linux-x86_64.tar.xz"
        archives.write_tar(portable, program, top, made_s, arguments.level)
        write_wheelhouse(out, version, made_s, work)
        # What is packed in a hurry says nothing about its size.
        carried = [package, portable] if arguments.level >= archives.LEVEL else []
        table, too_big = sizes.report(program, carried)
        print(table)
        if too_big:
            raise BrokenBuildError("\n".join(too_big))
    except BrokenBuildError as error:
        print(f"build: {error}", file=sys.stderr)
        return 1
    archives.write_checksums(out, out / "SHA256SUMS")
    return 0


if __name__ == "__main__":
    sys.exit(main())
