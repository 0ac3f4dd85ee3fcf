"""The Debian package: the program under /opt, and around it what a desktop and a kiosk ask for."""

import gzip
import re
import shutil
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from bundle import archives
from bundle.sizes import installed_mib

NAME = "aloud-kiosk"
HOME = Path("opt") / NAME
ICON_SIDES = (48, 64, 128, 256)


def debian_version(version: str) -> str:
    """Return a Python version as Debian orders it: what comes before a release sorts before it."""
    return re.sub(r"\.dev(\d+)", r"~dev\1", version)


def write_package(
    program: Path, project: Path, out: Path, version: str, made_s: int, work: Path, level: int = archives.LEVEL
) -> Path:
    """Write the package and return its path.

    Args:
        program: the frozen program with its papers.
        project: the project's files.
        out: the folder to write it to.
        version: as Python writes it.
        made_s: the moment that all files get, in seconds since 1970.
        work: a folder of this build.
        level: how hard it is packed.
    """
    tree = work / "deb"
    shutil.copytree(program, tree / HOME, symlinks=True)
    packaging = project / "packaging"
    _surround(tree, packaging, version, made_s)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin/kiosk").symlink_to(f"/{HOME}/kiosk")
    control = tree / "DEBIAN"
    control.mkdir()
    scripts = ("config", "postinst", "prerm", "postrm")
    for name in (*scripts, "templates", "conffiles"):
        shutil.copyfile(packaging / "debian" / name, control / name)
    files = [
        path
        for path in tree.rglob("*")
        if path.is_file() and not path.is_symlink() and control not in path.parents
    ]
    sums = [f"{_md5(path)}  {path.relative_to(tree)}\n" for path in sorted(files)]
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
    fields = (packaging / "debian/control").read_text("utf-8")
    size_kib = round(installed_mib(tree) * 1024)
    told = fields.replace("@VERSION@", debian_version(version)).replace("@SIZE@", str(size_kib))
    (control / "control").write_text(told, encoding="utf-8")
    lock = tree / HOME / "lockdown/lock-machine"
    archives.set_modes(tree, [tree / HOME / "kiosk", lock, *(control / name for name in scripts)])
    archives.set_times(tree, made_s)
    package = out / f"{NAME}_{debian_version(version)}_amd64.deb"
    # One thread: what several make depends on how many there are.
    subprocess.run(
        [
            "dpkg-deb",
            "--root-owner-group",
            "--threads-max=1",
            "-Zxz",
            f"-z{level}",
            "--build",
            str(tree),
            str(package),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return package


def _surround(tree: Path, packaging: Path, version: str, made_s: int) -> None:
    """Put what the system looks for into its places."""
    share = tree / "usr/share"
    places = {
        "desktop/aloud-kiosk.desktop": share / "applications",
        "desktop/aloud-kiosk.svg": share / "icons/hicolor/scalable/apps",
        "systemd/aloud-kiosk.service": tree / "lib/systemd/system",
        "systemd/journald-aloud-kiosk.conf": tree / "lib/systemd/journald@aloud-kiosk.conf.d",
        "systemd/aloud-kiosk.conf": tree / "etc/aloud-kiosk",
        "systemd/70-aloud-stick.rules": tree / "usr/share/doc/aloud-kiosk/examples",
        "debian/copyright": share / "doc" / NAME,
    }
    for name, folder in places.items():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(packaging / name, folder / Path(name).name)
    # The public profile puts these into their places (debian/postinst); at home they only lie here.
    shutil.copytree(packaging / "lockdown", tree / HOME / "lockdown")
    (share / "lintian/overrides").mkdir(parents=True)
    shutil.copyfile(packaging / "debian/lintian-overrides", share / "lintian/overrides" / NAME)
    day = datetime.fromtimestamp(made_s, UTC)
    metainfo = (packaging / "desktop/aloud-kiosk.metainfo.xml").read_text("utf-8")
    (share / "metainfo").mkdir()
    told = metainfo.replace("@VERSION@", version).replace("@DATE@", f"{day:%Y-%m-%d}")
    (share / "metainfo/aloud-kiosk.metainfo.xml").write_text(told, encoding="utf-8")
    for side in ICON_SIDES:
        folder = share / f"icons/hicolor/{side}x{side}/apps"
        folder.mkdir(parents=True)
        _draw_icon(packaging / "desktop/aloud-kiosk.svg", side, folder / "aloud-kiosk.png")
    manual = (packaging / "desktop/kiosk.1").read_text("utf-8")
    told = manual.replace("@VERSION@", version).replace("@DATE@", f"{day:%Y-%m-%d}")
    _write_packed(share / "man/man1/kiosk.1.gz", told)
    changes = f"""{NAME} ({debian_version(version)}) stable; urgency=medium

  * Made from the project's own history; see CHANGELOG.md in its source.

 -- The Aloud team <aloud@aloud.invalid>  {format_datetime(day)}
"""
    _write_packed(share / "doc" / NAME / "changelog.gz", changes)


def _write_packed(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Without a name and a time inside, so that it is the same each time.
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _draw_icon(drawing: Path, side: int, picture: Path) -> None:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    if not image.save(str(picture)):
        raise OSError(f"{picture} could not be written")


def _md5(path: Path) -> str:
    import hashlib

    with path.open("rb") as file:
        return hashlib.file_digest(file, "md5").hexdigest()
