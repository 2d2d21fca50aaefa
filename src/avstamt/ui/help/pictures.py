"""Draws the pictures of the help: `python -m avstamt.ui.help.pictures [FOLDER]`, from the samples, without a screen."""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from avstamt.domain.place import Place
from avstamt.domain.text import rich
from avstamt.resources import resource
from avstamt.ui.application import prepared
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.help.window import DARK, DRAWN_AT
from avstamt.ui.photographer import Photographer
from avstamt.ui.report_view import ReportView
from avstamt.ui.theme import Appearance

_SAMPLE = "verksamhetsberattelse-2024-enhet.avst"
_OF_COMMITTEE = "tertialrapport-1-2024-namnd.avst"
_WHOLE_WIDTH = 880
_COLOURS = 256
_ABOVE = 120
_GAP = 12
_SLIPS = "Familjen bodde på ett vandrahem i väntan på en egen bostad. Det var fler hushåll  än året innan."


def main(arguments: Sequence[str]) -> int:
    """Draw every picture into the folder that is named, else where the help has them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(DRAWN_AT)
    folder = Path(arguments[0]) if arguments else resource("help", "images")
    application = prepared(["avstamt"])
    with tempfile.TemporaryDirectory() as home:
        photographer = Photographer(application, Path(home), folder)
        for appearance, to in ((Appearance.LIGHT, folder), (Appearance.DARK, folder / DARK)):
            photographer.begin(appearance)
            view = photographer.open_sample(_SAMPLE)
            for pane in (view.outline, view.findings):  # the last picture leaves them folded
                view.fold(pane, is_shown=True)
            _window(photographer, view, to)
            _underlines(photographer, view, to)
            _findings(photographer, view, to)
            _economy(photographer, photographer.open_sample(_OF_COMMITTEE), to)
            photographer.end()
    return 0


def _window(photographer: Photographer, view: ReportView, folder: Path) -> None:

    goal = next(one for one in view.desk.document.report.goals if one.analysis and one.analysis.blocks)
    view.show_place(Place.of("goals", goal.id))
    photographer.rest()
    _keep(photographer.window, photographer.window.rect(), folder / "fonster.png", _WHOLE_WIDTH)


def _underlines(photographer: Photographer, view: ReportView, folder: Path) -> None:

    goal = next(one for one in view.desk.document.report.goals if one.analysis and not one.locked)
    place = Place.of("goals", goal.id, "analysis")
    text = rich(_SLIPS)
    view.desk.document.set_value(place, text, "exempel")
    view.show_place(place)
    view.checker.run()
    photographer.rest()
    editor = view.area.page.fields[place].editor if view.area.page else None
    if not isinstance(editor, RichEditor):
        raise TypeError(place)
    editor.focus_block(text.blocks[0].id, (_SLIPS.index("vandrahem"), _SLIPS.index("vandrahem")))
    bar = view.area.verticalScrollBar()
    bar.setValue(bar.value() + editor.mapTo(view.area, QPoint(0, 0)).y() - _ABOVE)
    editor.suggestions_wanted.emit()
    photographer.rest()
    menu = next(one for one in editor.findChildren(QMenu) if one.isVisible())
    menu.resize(menu.sizeHint())  # where there is no screen, it is smaller than the window
    top = editor.mapTo(photographer.window, QPoint(0, 0))
    corner = editor.mapTo(photographer.window, editor.cursorRect().bottomLeft()) + QPoint(8, 12)
    part = QRect(top, editor.size()).united(QRect(corner, menu.size())).adjusted(-12, -40, 12, 12)
    _keep(photographer.window, part, folder / "understrykning.png", 0, (menu, corner))
    menu.close()
    photographer.rest()


def _findings(photographer: Photographer, view: ReportView, folder: Path) -> None:
    view.findings.arrange()
    view.findings.step(1)
    photographer.rest()
    _keep(
        view.findings,
        view.findings.rect().adjusted(0, 0, 0, -view.findings.height() // 4),
        folder / "granskning.png",
        0,
    )


def _economy(photographer: Photographer, view: ReportView, folder: Path) -> None:

    part = next(one for one in view.desk.document.report.sections if one.tables)
    view.show_place(Place.of("sections", part.id))
    view.fold(view.outline, is_shown=False)
    view.fold(view.findings, is_shown=False)
    photographer.rest()
    page = view.area.page
    if page is not None:
        table = page.sheets[0].view
        bar = view.area.verticalScrollBar()
        bar.setValue(bar.value() + table.mapTo(view.area, QPoint(0, 0)).y() - _GAP)
        photographer.rest()
        top = table.mapTo(photographer.window, QPoint(0, 0))
        filled = QSize(table.horizontalHeader().length(), table.height())  # the table itself may have more room
        _keep(photographer.window, QRect(top, filled).adjusted(-_GAP, 0, _GAP, 0), folder / "ekonomi.png", 0)


def _keep(widget: QWidget, part: QRect, path: Path, width: int, above: tuple[QWidget, QPoint] | None = None) -> None:
    """Keep a picture of a part of a widget at most `width` wide on the screen; `above` lies over it."""
    drawn = widget.grab()
    if above is not None:
        painter = QPainter(drawn)
        painter.drawPixmap(above[1], above[0].grab())
        painter.end()
    seen = part & widget.rect()
    image = drawn.copy(QRect(seen.topLeft() * DRAWN_AT, seen.size() * DRAWN_AT)).toImage()
    if width and image.width() > width * DRAWN_AT:
        image = image.scaledToWidth(width * DRAWN_AT, Qt.TransformationMode.SmoothTransformation)
    path.parent.mkdir(parents=True, exist_ok=True)
    _in_few_colours(image).save(str(path))


def _in_few_colours(image: QImage) -> QImage:
    """Return the picture in its 256 commonest colours: a third of the file, and nothing that is seen."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("I"))
    table = [colour for colour, _number in counted.most_common(_COLOURS)]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
