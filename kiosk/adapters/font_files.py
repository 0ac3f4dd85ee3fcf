"""Where the type faces lie that come as dependencies. Knows nothing of Qt and imports none of the packages."""

from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple


class Face(NamedTuple):
    """One font file of an installed package."""

    package: str
    """Import name of the package; its distribution has hyphens for the underscores."""
    file_name: str
    """The file in the package's folder ``files``."""

    @property
    def distribution(self) -> str:
        """The name to install."""
        return self.package.replace("_", "-")


# Upright faces only: nothing is set in italics. The Noto and Lexend files are variable and hold every weight.
FACES = (
    Face("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Regular.ttf"),
    Face("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Bold.ttf"),
    Face("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"),
    Face("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
)
# Needed only where somebody chose them: the first page does not wait for them.
CHOSEN_FACES = {"lexend": (Face("fontpkg_lexend", "Lexend[wght].ttf"),)}


def _path(face: Face) -> Path | None:
    # A spec is found without running the package: its import would cost time before the first page.
    spec = find_spec(face.package)
    for folder in (spec.submodule_search_locations if spec else None) or ():
        path = Path(folder, "files", face.file_name)
        if path.is_file():
            return path
    return None


def font_files() -> tuple[Path, ...]:
    """Return the files of all faces that are installed, in the order in which families are preferred."""
    return tuple(path for path in map(_path, FACES) if path is not None)


def chosen_font_files(typeface: str) -> tuple[Path, ...]:
    """Return the files that a typeface ("lexend") needs besides; none for one that needs no others."""
    return tuple(path for path in map(_path, CHOSEN_FACES.get(typeface, ())) if path is not None)


def missing_fonts() -> tuple[str, ...]:
    """Return the distributions whose faces are not there, each once; empty when all is well."""
    faces = [*FACES, *(face for chosen in CHOSEN_FACES.values() for face in chosen)]
    return tuple(dict.fromkeys(face.distribution for face in faces if _path(face) is None))
