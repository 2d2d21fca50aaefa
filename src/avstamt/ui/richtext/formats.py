"""How blocks and runs are marked in a QTextDocument: our own properties carry the truth, the rest is how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from avstamt.domain.place import Place
from avstamt.domain.text import FigureReference, ListItem, ListKind, Paragraph, Run, SubHeading, TextBlock
from avstamt.ui.look import Look
from avstamt.ui.richtext.canonical import shown as showable

_OWN = int(QTextFormat.Property.UserProperty)
BLOCK_ID, KIND, LEVEL, MARK, UNPLACED = range(_OWN + 1, _OWN + 6)
BOLD, ITALIC, LINK, FIGURE, FIGURE_FORMAT, FIGURE_NUMBER, FIGURE_TEXT = range(_OWN + 11, _OWN + 18)
TABLE_ID, TABLE_HEADER = range(_OWN + 21, _OWN + 23)

_AFTER_MARK = 6.0
_figure_numbers = count(1)


@dataclass(frozen=True)
class TextStyle:
    """What the blocks look like: fonts from body text down the heading levels, and the colours of links and fills."""

    body: QFont
    headings: tuple[QFont, QFont, QFont, QFont]
    text: str
    link: str
    unplaced_fill: str
    rule: str
    header_fill: str

    @classmethod
    def of(cls, look: Look) -> TextStyle:
        """Return the style of the page as the window looks now."""
        theme = look.theme
        first, second, third, fourth = (look.heading(level) for level in (2, 3, 4, 4))
        return cls(
            body=look.reading,
            headings=(first, second, third, fourth),
            text=theme.text,
            link=theme.accent,
            unplaced_fill=theme.deviation_fill,
            rule=theme.control,
            header_fill=theme.accent_fill,
        )


def block_format(block: TextBlock, style: TextStyle) -> QTextBlockFormat:
    """Return the format of a block: what it is, and how it stands on the page."""
    made = QTextBlockFormat()
    made.setProperty(BLOCK_ID, block.id)
    made.setProperty(KIND, block.kind)
    made.setLineHeight(128, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setBottomMargin(8)
    if isinstance(block, SubHeading):
        made.setProperty(LEVEL, block.level)
        made.setHeadingLevel(block.level)
        made.setTopMargin(8)
        made.setBottomMargin(2)
    elif isinstance(block, ListItem):
        made.setProperty(LEVEL, block.level)
        made.setProperty(MARK, block.mark.value)
        made.setBottomMargin(4)
    elif block.unplaced:
        made.setProperty(UNPLACED, True)
        made.setBackground(QBrush(QColor(style.unplaced_fill)))
    return made


def block_of(made: QTextBlockFormat, runs: tuple[Run, ...]) -> TextBlock:
    """Return the block that a format and its runs stand for; a format that says nothing is a paragraph."""
    block_id = str(made.property(BLOCK_ID))
    kind = made.property(KIND)
    if kind == "heading":
        return SubHeading(id=block_id, runs=runs, level=made.intProperty(LEVEL))
    if kind == "item":
        mark = ListKind(str(made.property(MARK)))
        return ListItem(id=block_id, runs=runs, mark=mark, level=made.intProperty(LEVEL))
    return Paragraph(id=block_id, runs=runs, unplaced=made.boolProperty(UNPLACED))


def run_format(run: Run, made: QTextBlockFormat, style: TextStyle) -> QTextCharFormat:
    """Return the format of a run in a block of format `made`."""
    shown = QTextCharFormat()
    if run.bold:
        shown.setProperty(BOLD, True)
    if run.italic:
        shown.setProperty(ITALIC, True)
    if run.link is not None:
        shown.setProperty(LINK, run.link)
    if run.figure is not None:
        shown.setProperty(FIGURE, str(run.figure.source))
        shown.setProperty(FIGURE_FORMAT, run.figure.format)
        shown.setProperty(FIGURE_NUMBER, next(_figure_numbers))
        shown.setProperty(FIGURE_TEXT, showable(run.text))
    dress(shown, made, style)
    return shown


def dress(shown: QTextCharFormat, made: QTextBlockFormat, style: TextStyle) -> None:
    """Give a character format the looks that its own properties and its block ask for."""
    is_heading = made.property(KIND) == "heading"
    font = style.headings[max(made.intProperty(LEVEL), 1) - 1] if is_heading else style.body
    shown.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
    if shown.boolProperty(BOLD):
        shown.setFontWeight(QFont.Weight.Bold)
    shown.setFontItalic(shown.boolProperty(ITALIC))
    is_link = shown.hasProperty(LINK)
    shown.setFontUnderline(is_link)
    shown.setForeground(QBrush(QColor(style.link if is_link else style.text)))
    shown.clearBackground()


def block_char_format(made: QTextBlockFormat, style: TextStyle) -> QTextCharFormat:
    """Return the character format of a block itself: its height when empty, and the room after a list's mark."""
    shown = QTextCharFormat()
    dress(shown, made, style)
    if made.property(KIND) == "item":
        font = shown.font()
        font.setWordSpacing(_AFTER_MARK)
        shown.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
    return shown


def unlink(shown: QTextCharFormat) -> None:
    """Make a format one of ordinary text."""
    for mark in (FIGURE, FIGURE_FORMAT, FIGURE_NUMBER, FIGURE_TEXT):
        shown.clearProperty(mark)


def run_of(text: str, shown: QTextCharFormat) -> Run:
    """Return the run that a stretch of characters in one format stands for; part of a linked figure is ordinary text."""
    figure = None
    if shown.hasProperty(FIGURE) and shown.property(FIGURE_TEXT) == showable(text):
        source = Place.parse(str(shown.property(FIGURE)))
        figure = FigureReference(source=source, format=str(shown.property(FIGURE_FORMAT)))
    link = str(shown.property(LINK)) if shown.hasProperty(LINK) else None
    return Run(text=text, bold=shown.boolProperty(BOLD), italic=shown.boolProperty(ITALIC), link=link, figure=figure)


def table_format(table_id: str, style: TextStyle, *, header: bool) -> QTextTableFormat:
    """Return the format of a table in running text: thin rules, a tinted header row."""
    made = QTextTableFormat()
    made.setProperty(TABLE_ID, table_id)
    made.setProperty(TABLE_HEADER, header)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))  # else empty columns are as narrow as nothing
    made.setCellPadding(4)
    made.setCellSpacing(0)
    made.setBorder(1)  # thinner, and no rule is drawn at 100 %
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderCollapse(True)
    made.setBorderBrush(QBrush(QColor(style.rule)))
    made.setTopMargin(4)
    made.setBottomMargin(8)
    if header:
        made.setHeaderRowCount(1)
    return made
