"""The layout of the papers: fonts, sizes, colours, margins and sender, read from `resources/layout/stockholm.yaml`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from avstamt.domain.base import Frozen
from avstamt.export.refused import ExportRefused
from avstamt.resources import resource
from avstamt.templates.faults import TemplateBroken
from avstamt.templates.loading import validated
from avstamt.templates.nodes import read_nodes

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
Points = Annotated[float, Field(gt=0, le=100)]
Centimetres = Annotated[float, Field(ge=0, le=10)]
Families = Annotated[tuple[str, ...], Field(min_length=1)]
PerLevel = Annotated[tuple[Points, ...], Field(min_length=9, max_length=9)]

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
PAGE_WIDTH = 21.0
"""The width of an A4 page in centimetres."""


class Fonts(Frozen):
    """Font families, each list in the order to try."""

    headings: Families
    body: Families
    symbols: Families


class Sizes(Frozen):
    """Font sizes and line heights in points; `headings` has one for each of the nine levels, `typed` one for each depth."""

    body: Points
    line: Points
    title: Points
    subtitle: Points
    opening: Points
    headings: PerLevel
    typed: Annotated[tuple[Points, ...], Field(min_length=4, max_length=4)]
    label: Points
    prefix: Points
    table: Points
    table_line: Points
    small: Points


class Spacing(Frozen):
    """Space between paragraphs, above the headings of each level, and below any heading, in points."""

    paragraph: Points
    headings: PerLevel
    after_heading: Points


class Colours(Frozen):
    """Colours as "#RRGGBB"."""

    text: Colour
    quiet: Colour
    accent: Colour
    table_head: Colour
    rule: Colour
    full: Colour
    partly: Colour
    not_reached: Colour
    none: Colour

    def of_status(self, status: str) -> Colour:
        """Return the colour of an assessment's symbol."""
        return {"helt": self.full, "delvis": self.partly, "inte": self.not_reached}.get(status, self.none)


class Page(Frozen):
    """Margins of the A4 page in centimetres; running text ends `text_indent_right` before the right margin, tables do not."""

    top: Centimetres
    bottom: Centimetres
    left: Centimetres
    right: Centimetres
    head: Centimetres
    foot: Centimetres
    text_indent_right: Centimetres

    @property
    def width(self) -> float:
        """Return the width between the margins in centimetres."""
        return PAGE_WIDTH - self.left - self.right


class Sender(Frozen):
    """What stands at the foot of each page, and the logotype of the first: an image file, and its text for who hears it."""

    lines: tuple[str, ...] = ()
    logotype: Annotated[str, StringConstraints(pattern=r"^$|(?i)\.(png|jpg|jpeg)$")] = ""
    logotype_text: str = ""
    logotype_height: Centimetres = 1.4


class LayoutFile(Frozen):
    """The settings as they stand in the file."""

    fonts: Fonts
    sizes: Sizes
    spacing: Spacing
    colours: Colours
    page: Page
    sender: Sender
    styles_document: str = ""


class Layout(LayoutFile):
    """The settings, and the folder that the files they name lie in."""

    folder: Path

    @property
    def styles_path(self) -> Path:
        """Return the path of the styles document; the shipped one where none is named."""
        return self.folder / self.styles_document if self.styles_document else resource("layout", "styles.docx")

    @property
    def has_own_styles(self) -> bool:
        """Tell whether the styles document is another than the shipped one; raises ExportRefused."""
        shipped = resource("layout", "styles.docx")
        if self.styles_path == shipped:
            return False
        try:
            return self.styles_path.read_bytes() != shipped.read_bytes()
        except OSError as error:
            raise ExportRefused(
                f"Formatmallsdokumentet {self.styles_path} gick inte att läsa. Rätta raden styles_document i layouten."
            ) from error

    @property
    def logotype_path(self) -> Path | None:
        """Return the path of the logotype, None where there is none."""
        return self.folder / self.sender.logotype if self.sender.logotype else None

    def logotype(self) -> bytes:
        """Return the logotype's file, empty where there is none; raises ExportRefused."""
        if self.logotype_path is None:
            return b""
        try:
            content = self.logotype_path.read_bytes()
        except OSError as error:
            raise ExportRefused(
                f"Logotypen {self.logotype_path} gick inte att läsa. Rätta raden logotype i layouten."
            ) from error
        if not content.startswith(_PICTURES):
            raise ExportRefused(f"Logotypen {self.logotype_path} är ingen bild i formatet PNG eller JPEG.")
        return content


def read_layout(path: Path) -> Layout:
    """Return the layout that a file holds; raises ExportRefused, naming file and line."""
    try:
        settings = validated(LayoutFile, read_nodes(path))
    except TemplateBroken as error:
        raise ExportRefused(str(error)) from error
    return Layout(folder=path.parent, **{name: getattr(settings, name) for name in LayoutFile.model_fields})


@lru_cache(maxsize=1)
def shipped_layout() -> Layout:
    """Return the layout that ships with the program."""
    return read_layout(resource("layout", "stockholm.yaml"))
