"""A folder of articles in one language, for pictures of every screen: real ones, a long one, a broken one."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from kiosk.adapters.content_folder import ContentFolder
from kiosk.core.article import CatalogEntry, ParsedArticle
from kiosk.core.campaign import Campaign
from kiosk.core.lexicon import ArticleLists

BRIEFING = "briefing.md"
TOUR = "how-to-use.md"
KINDS = "kinds.md"
"""A long title, and every kind of passage."""
BROKEN = "broken.md"

_SHIPPED = Path(__file__).parents[2] / "content"
_NEXT = {"en": "ar", "ru": "en", "tr": "ru", "ar": "uk", "uk": "tr"}
# Each with the longest words that its language has a use for.
_TITLES = {
    "en": "What the Municipal Telecommunications Administration answered when twenty-three residents of the old "
    "harbour asked why counterrevolutionaries were still on the lists",
    "ru": "Что ответило Управление муниципального электросвязного хозяйства, когда двадцать три жителя "
    "достопримечательнейшей набережной спросили о переосвидетельствовании",
    "tr": "Belediyenin elektronik haberleşme müdürlüğü, eski limanda yaşayan yirmi üç kişinin "
    "Çekoslovakyalılaştıramadıklarımızdan bahseden dilekçesine ne yanıt verdi",
    "ar": "ماذا أجابت إدارة الاتصالات السلكية واللاسلكية في البلدية عندما سألها ثلاثة وعشرون من سكان الميناء "
    "القديم عن استخداماتهم لمستشفياتهم واستقبالاتها",
    "uk": "Що відповіло Управління муніципального електрозв’язкового господарства, коли двадцять три мешканці "
    "найвизначнішої набережної запитали про перекваліфіковування",
}


class RememberedContent:
    """A folder of articles that is read once: hundreds of windows show the same."""

    def __init__(self, folder: Path) -> None:
        self._folder = ContentFolder(folder)
        self._entries: Sequence[CatalogEntry] | None = None
        self._articles: dict[str, ParsedArticle] = {}

    def entries(self) -> Sequence[CatalogEntry]:
        """List the articles."""
        if self._entries is None:
            self._entries = self._folder.entries()
        return self._entries

    def load(self, path: str) -> ParsedArticle:
        """Read and parse one article."""
        if path not in self._articles:
            self._articles[path] = self._folder.load(path)
        return self._articles[path]

    def lexicons(self, path: str) -> ArticleLists:
        """Return the pronunciation lists of an article."""
        return self._folder.lexicons(path)

    def campaign(self) -> Campaign | None:
        """Return the campaign."""
        return self._folder.campaign()


def write_content(folder: Path, language: str) -> None:
    """Write the articles for one interface language; its own come first, one is in another language."""
    folder.mkdir(parents=True, exist_ok=True)
    briefing = "briefing-2019-12-23.md"
    shutil.copy(_SHIPPED / language / TOUR, folder / TOUR)
    shutil.copy(_SHIPPED / language / briefing, folder / BRIEFING)
    shutil.copy(_SHIPPED / _NEXT[language] / briefing, folder / "other.md")
    shutil.copy(_SHIPPED / "campaign.toml", folder / "campaign.toml")
    (folder / KINDS).write_text(_kinds(language), encoding="utf-8")
    (folder / BROKEN).write_text("+++\ntitle = \n+++\nNo title.\n", encoding="utf-8")


def _kinds(language: str) -> str:
    own, other = _paragraphs(language), _paragraphs(_NEXT[language])
    first, second, third, fourth = own[:4]
    title = _TITLES[language]
    return (
        f'+++\nid = "kinds"\ntitle = "{title}"\nlanguage = "{language}"\n+++\n\n'
        f"{first}\n\n## {title.split(',')[0]}\n\n> {second}\n\n- {third}\n  - {fourth}\n\n"
        f"1. {third}\n\n12. {fourth}\n\n"
        f"{other[0]}\n{{lang={_NEXT[language]}}}\n\n{own[4]}\n"
    )


def _paragraphs(language: str) -> list[str]:
    text = (_SHIPPED / language / "briefing-2019-12-23.md").read_text(encoding="utf-8").split("+++\n", 2)[2]
    return [part.strip() for part in text.split("\n\n") if part.strip() and not part.startswith("#")]
