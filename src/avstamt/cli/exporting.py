"""`avstamt exportera`: writes reports as Word, PDF, Excel or JSON; many of them side by side."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from avstamt.cli.crowd import FEW, on_each
from avstamt.cli.reading import described, files_in, open_reports, outputs
from avstamt.domain.naming import place_name
from avstamt.domain.printed import for_paper
from avstamt.domain.report import Report
from avstamt.export.accessibility import barriers
from avstamt.export.layout import Layout, read_layout, shipped_layout
from avstamt.export.outline import outline
from avstamt.export.refused import ExportRefused
from avstamt.importers.model import ImportRefused
from avstamt.storage.file import FileRefused
from avstamt.storage.format import dump
from avstamt.templates.catalogue import catalogue

DONE, UNUSABLE = 0, 2
_PAPERS = ("docx", "pdf")


@dataclass(frozen=True, slots=True)
class Order:
    """What every file is to be made, and where: each source with its target."""

    target: str
    layout: Layout
    places: dict[Path, Path]
    final: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A report that was exported: what it is called, its file, and what is left to do before everyone can read it."""

    name: str
    out: Path
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileWritten:
    """One file: what was written of it, and why the rest was refused."""

    written: tuple[Written, ...] = ()
    refused: str = ""


def export_reports(given: argparse.Namespace) -> int:
    """Write the reports of a file; of several files, or of a folder, each in a file of its own in the folder named."""
    layout = read_layout(given.layout) if given.layout else shipped_layout()
    is_one = len(given.files) == 1 and not given.files[0].is_dir()
    files = files_in(given.files)
    places = {given.files[0]: given.out} if is_one else _places(files, _folder(given.out), given.target)
    _keep_apart(places)
    done = export_all(files, Order(given.target, layout, places, given.final, given.exact))
    (_tell_one if is_one else _tell_many)(done)
    if not is_one and not files:
        print(f"Det finns inga rapporter i {', '.join(map(str, given.files))}.", file=sys.stderr)
        return UNUSABLE
    return UNUSABLE if any(one.refused for one in done) else DONE


def export_all(files: Sequence[Path], order: Order, *, few: int = FEW) -> list[FileWritten]:
    """Write every file's reports and return what came of it, in the order of `files`; raises Interrupted on Ctrl+C."""
    return on_each(files, partial(export_file, order=order), "Exporten", few=few)


def export_file(file: Path, order: Order) -> FileWritten:
    """Write every report in one file, or tell why it cannot be read or written."""
    written: list[Written] = []
    try:
        for one, out in outputs(open_reports(file, catalogue()), order.places[file]):
            _write(one.report, out, order)
            left = _left_to_do(one.report, order.layout) if order.target in _PAPERS else ()
            written.append(Written(described(one.report), out, tuple(left)))
            gc.collect()  # a Word document is made of rings, which would else pile up
    except (FileRefused, ImportRefused, ExportRefused) as refused:
        return FileWritten(tuple(written), str(refused))
    return FileWritten(tuple(written))


def _folder(out: Path) -> Path:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise ExportRefused(f"{out} är en fil. Ange en mapp att lägga rapporterna i.") from error
    except OSError as error:
        raise ExportRefused(f"Mappen {out} gick inte att skapa. Välj en annan mapp.") from error
    return out


def _places(files: Sequence[Path], folder: Path, target: str) -> dict[Path, Path]:
    """Return a file of its own for each source, numbered where two sources have the same name."""
    places: dict[Path, Path] = {}
    taken: set[str] = set()
    for file in files:
        name, number = file.stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{file.stem} ({number})"
        taken.add(name.casefold())
        places[file] = folder / f"{name}.{target}"
    return places


def _keep_apart(places: dict[Path, Path]) -> None:
    """Raise ExportRefused where what is written would replace what is read."""
    sources = {file.resolve() for file in places}
    for out in places.values():
        if out.resolve() in sources:
            raise ExportRefused(
                f"{out} är en av filerna som läses, och skulle skrivas över. Ange en annan plats med -o."
            )


def _write(report: Report, out: Path, order: Order) -> None:
    template = catalogue().template(report.kind, report.level, report.year)
    if order.target == "docx":
        from avstamt.export.word import write_word

        base = None if order.final else dump(for_paper(report))
        write_word(report, template, out, order.layout, base=base, exact=order.exact)
    elif order.target == "pdf":
        from avstamt.export.pdf import write_pdf

        write_pdf(report, template, out, order.layout)
    elif order.target == "xlsx":
        from avstamt.export.workbook import write_workbook

        write_workbook(report, template, out)
    else:
        from avstamt.export.plain_json import write_json

        write_json(report, out)


def _left_to_do(report: Report, layout: Layout) -> Iterator[str]:
    """Yield what is left to do before everyone can read the paper, a line each."""
    template = catalogue().template(report.kind, report.level, report.year)
    for barrier in barriers(outline(report, template), layout):
        part = " › ".join(place_name(report, barrier.place).parts)
        yield f"{part}: {barrier.sentence}" if part else barrier.sentence


def _tell_one(done: Sequence[FileWritten]) -> None:
    """Say what was written, with every line of what is left to do."""
    for one in (one for file in done for one in file.written):
        print(f"{one.name} är exporterad till {one.out}.")
        if one.left:
            print("Kvar att göra för tillgängligheten:", *(f"  {line}" for line in one.left), sep="\n", file=sys.stderr)
    _tell_refused(done)


def _tell_many(done: Sequence[FileWritten]) -> None:
    """Say what was written in a row a report, with how much is left to do, and how many came through."""
    written = [one for file in done for one in file.written]
    for one in written:
        left = f" Kvar att göra för tillgängligheten: {len(one.left)}." if one.left else ""
        print(f"{one.name} är exporterad till {one.out}.{left}")
    _tell_refused(done)
    refused = sum(bool(file.refused) for file in done)
    if done:
        print(_sum(len(written)) + (f" {_files(refused)} gick inte att exportera." if refused else ""))


def _tell_refused(done: Sequence[FileWritten]) -> None:
    for file in done:
        if file.refused:
            print(file.refused, file=sys.stderr)


def _sum(many: int) -> str:
    return "1 rapport är exporterad." if many == 1 else f"{many} rapporter är exporterade."


def _files(many: int) -> str:
    return "1 fil" if many == 1 else f"{many} filer"
