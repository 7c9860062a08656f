"""The one door: files, addresses, standard input and texts become articles."""

from __future__ import annotations

import stat
import sys
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from onrecord.intake.encoding import declared_in_html, decode
from onrecord.intake.english import require_english
from onrecord.intake.errors import IntakeError
from onrecord.intake.html import Page, is_html, read_page
from onrecord.intake.layout import layout
from onrecord.intake.limits import Limits
from onrecord.intake.metadata import metadata_of
from onrecord.intake.url import fetch, is_url
from onrecord.record import Article, article_id
from onrecord.vocabulary.languages import LanguageWords, load_languages
from onrecord.vocabulary.press import Press
from onrecord.vocabulary.tables import Tables

NO_DATE = (
    "nothing says when it was published: relative times stay unresolved; "
    "give it with --published DATE"
)


class Given(msgspec.Struct, frozen=True):
    """What the user says of an article; it outranks what the article says of itself."""

    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None


class Taken(msgspec.Struct, frozen=True):
    """An article taken in, with remarks and where it came from."""

    article: Article
    warnings: tuple[str, ...] = ()
    source: str | None = None


@dataclass(frozen=True)
class Intake:
    """The tools of the intake, built once."""

    press: Press
    languages: tuple[LanguageWords, ...]
    limits: Limits = field(default_factory=Limits)

    @classmethod
    def load(cls, tables: Tables | None = None, limits: Limits | None = None) -> Intake:
        """Build them from the vocabulary."""
        tables = tables or Tables()
        return cls(Press.load(tables), load_languages(tables), limits or Limits())

    def open(self, source: str | Path, given: Given | None = None) -> Taken:
        """The article at a path, an http(s) address, or ``-`` (standard input).

        Raises:
            IntakeError: it cannot be read; the message is one line.
        """
        name = str(source)
        charset = None
        if name == "-":
            data = sys.stdin.buffer.read(self.limits.bytes + 1)
            name = "standard input"
        elif is_url(name):
            data, charset = fetch(name, self.limits)
        else:
            data = _read_file(Path(source), self.limits)
        if len(data) > self.limits.bytes:
            raise IntakeError(name, f"is larger than {self.limits.bytes:,} bytes", "split it up")
        text = decode(data, name, charset or declared_in_html(data))
        given = given or Given()
        if is_url(name) and given.url is None:
            given = msgspec.structs.replace(given, url=name)
        taken = self.take(text, given, name)
        is_file = str(source) != "-" and not is_url(name)
        place = str(Path(source).resolve()) if is_file else None
        return msgspec.structs.replace(taken, source=place)

    def take(self, text: str, given: Given | None = None, where: str = "text") -> Taken:
        """The article of a text or an HTML page in hand.

        Raises:
            IntakeError: it is empty, too long, not English, or a page without an article.
        """
        given = given or Given()
        page = read_page(text, where) if is_html(text) else None
        text = page.text if page else decode(text.encode("utf-8", "surrogatepass"), where)
        if len(text) > self.limits.characters:
            limit = f"{self.limits.characters:,} characters"
            raise IntakeError(where, f"has more than {limit}", "an article is shorter; split it up")
        require_english(text, where, self.languages)
        article = self._article(text, page, given)
        return Taken(article, () if article.published else (NO_DATE,))

    def _article(self, text: str, page: Page | None, given: Given) -> Article:
        said = metadata_of(text, layout(text, self.press), self.press)
        page = page or Page(text)
        url = given.url or page.url or said.url
        return Article(
            id=article_id(text, url),
            text=text,
            url=url,
            title=given.title or page.title or said.title,
            outlet=given.outlet or page.outlet or said.outlet,
            agency=said.agency,
            published=given.published or page.published or said.published,
            dateline=said.dateline,
            authors=_people(page.authors or said.authors, said.agency),
            credits=said.credits,
        )


def _people(names: tuple[str, ...], agency: str | None) -> tuple[str, ...]:
    """Names of a byline without the agency that stands among them."""
    return tuple(name for name in names if name != agency)


def _read_file(path: Path, limits: Limits) -> bytes:
    """The bytes of a regular file, one more than allowed at most."""
    name = str(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise IntakeError(name, "is a directory", f"name files, such as {name}/*.txt")
        if not stat.S_ISREG(mode):
            raise IntakeError(name, "is not a regular file", "give a file, or - for a pipe")
        with path.open("rb") as opened:
            return opened.read(limits.bytes + 1)
    except FileNotFoundError as error:
        raise IntakeError(name, "is not there", "check the path") from error
    except OSError as error:
        what = f"cannot be read: {error.strerror or error}"
        raise IntakeError(name, what, "check the path and permissions") from error
