"""Prints indicator and activity tables: heads that break, rows split over lines and pages, empty cells as blanks."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from tests.evaluation.synthetic.paper import Paper, wrapped

from avstamt.domain.activity import Activity
from avstamt.domain.indicator import Indicator
from avstamt.domain.report import Report, ReportKind
from avstamt.domain.text import RichText

_HEADS = {
    "outcome": ("Periodens", "utfall"),
    "outcome_men": ("Utfall", "män/", "pojkar"),
    "outcome_women": ("Utfall", "kvinnor/", "flickor"),
    "forecast": ("Prognos", "helår"),
    "target": ("Årsmål",),
    "city_target": ("KF:s", "årsmål"),
    "period": ("Period",),
    "periodicity": ("Periodicitet",),
}


def columns_of(kind: ReportKind, *, sexes: bool = True) -> tuple[str, ...]:
    """Return the columns that the indicator table of a kind of report has, with those of the two sexes or without."""
    if kind is ReportKind.PLAN:
        return ("target", "city_target", "periodicity")
    forecast = ("forecast",) if kind.is_tertial else ()
    split = ("outcome_men", "outcome_women") if sexes else ()
    return ("outcome", *split, "previous", *forecast, "target", "city_target", "period")


class TablePrinter:
    """Prints one table's rows; breaks pages between and within them, and says its head again."""

    def __init__(self, paper: Paper, heads: Sequence[Sequence[str]]) -> None:
        self.paper, self.heads = paper, heads
        self.style, self.rng = paper.style, paper.rng
        paper.held = True

    def head(self) -> None:
        """Print the head as this layout breaks it."""
        style, paper = self.style, self.paper
        if style.tabs:
            paper.raw("\t".join(" ".join(parts) for parts in self.heads))
            return
        lead = {"lines": "  ", "blank": " ", "none": "", "glyph": ""}[style.icons]
        if style.heads == "line":
            paper.line(" ".join(" ".join(parts) for parts in self.heads), lead=lead, last=True)
            paper.gap()
            return
        end = " " if style.blank_end else ""
        lines = [f"{lead}{self.heads[0][0]}"]
        for index, parts in enumerate(self.heads[1:], 1):
            alone = style.heads == "broken" or index not in (1, len(self.heads) - 2, len(self.heads) - 1)
            if alone:
                lines += ["", parts[0]]
            else:
                lines[-1] += f" {parts[0]}"
            lines += parts[1:]
        paper.raw(*(line + end if line else "" for line in lines), "")

    def end(self) -> None:
        """Let the page break where it will again."""
        self.paper.held = False

    def turned(self, share: float) -> bool:
        """Break the page here and say the head again, with probability `share`."""
        if self.rng.random() >= share:
            return False
        self.paper.turn()
        self.head()
        return True

    def mark(self) -> None:
        """Print what the icon before a row left."""
        if self.style.icons == "lines" and not self.style.tabs:
            if self.rng.random() < 0.5:
                self.paper.lead = "  "
            else:
                self.paper.raw(" ", " ", "", " ", "")
        elif self.style.icons == "blank" and self.rng.random() < 0.5:
            self.paper.lead = " "

    def row(self, name: str, cells: Sequence[str]) -> None:
        """Print a row."""
        if self.style.tabs:
            self._tabbed(name, cells)
        else:
            self._spaced(name, cells)

    def _tabbed(self, name: str, cells: Sequence[str]) -> None:
        icon = self.rng.choice(("", " ", "  ", "● ", "♀ ")) if self.style.icons == "glyph" else ""
        words = name.split()
        if self.rng.random() < self.style.head_again and len(words) > 4 and self.style.tab_as == "\t":
            cut = self.rng.randint(2, len(words) - 1)
            rest = " ".join(words[cut:])
            if rest[0].islower():
                self.paper.raw("\t".join([icon + " ".join(words[:cut]), *cells]), "")
                self.head()
                self.paper.raw("\t".join([rest, *("" for _ in cells)]))
                return
        self.paper.raw("\t".join([icon + name, *cells]))

    def _spaced(self, name: str, cells: Sequence[str]) -> None:
        style, paper = self.style, self.paper
        parts = wrapped(name, style.name_width, sans=style.sans)
        groups = self._groups(cells)
        inline = len(parts) == 1 or (not cells[0] and not style.keeps_lead and style.tells_blanks)
        if inline:
            groups[0][0] = parts.pop() + " " + groups[0][0]
        split = _split(parts, self.rng) if parts and not inline else 0
        broken = split and not paper.style.marked and self.rng.random() < style.head_again and len(parts) > split
        end = " " if style.blank_end else ""
        paper.raw(*(_ended(part, end) for part in (parts[:split] if broken else parts)))
        if parts and not inline:
            paper.lines.append("")
        for group in groups:
            paper.raw(*(_ended(part, end) for part in group))
            if not broken:
                paper.lines.append("")
            else:
                paper.turn()
                self.head()
                paper.raw(*(_ended(part, end) for part in parts[split:]), "")
                broken = False

    def _groups(self, cells: Sequence[str]) -> list[list[str]]:
        """Return the lines of the cells: those joined by blanks on one, the fragments of a wrapped one on lines of their own."""
        style = self.style
        kept = list(cells) if style.tells_blanks else [cell for cell in cells if cell]
        groups: list[list[str]] = [[]]
        line: list[str] = []
        for index, cell in enumerate(kept):
            fragments = self._fragments(cell, index == len(kept) - 1 or bool(kept[index + 1]))
            if len(fragments) > 1:
                groups[-1] += [" ".join([*line, fragments[0]]), *fragments[1:]]
                groups.append([])
                line = []
            elif self.rng.random() < style.own_line and not style.tells_blanks and cell:
                if line:
                    groups[-1].append(" ".join(line))
                    groups.append([])
                line = [cell]
            else:
                line.append(cell)
        if line:
            groups[-1].append(" ".join(line))
        return [group for group in groups if group]

    def _fragments(self, cell: str, certain: bool) -> list[str]:
        if not certain or self.rng.random() > self.style.wraps_cells or " " not in cell:
            return [cell]
        if cell.lower().startswith("tas fram av nämnd/") and self.style.blank_end:
            return [cell[:8], "av", "nämnd/s\u0000", "tyrelse"]
        words = cell.split()
        if cell.lower().startswith("tas fram"):
            return [" ".join(words[:2]), *words[2:]]
        return [" ".join(words[:-1]), words[-1]]

    def analysis(self, text: RichText | None) -> None:
        """Print an Analys row."""
        if text is None:
            return
        paper, style = self.paper, self.style
        if style.tabs:
            tabs = "\t" * (len(self.heads) - 1)
            if style.analysis_apart and self.rng.random() < 0.3:
                paper.raw(f"Analys{tabs}", f"{text.plain}{tabs}")
            else:
                paper.raw(f"Analys {text.plain}{tabs}")
            return
        paper.gap()
        paper.line("Analys", last=True)
        paper.gap()
        paper.paragraph(text.plain, measure=style.measure * 5 // 4)
        paper.gap()


def _ended(part: str, end: str) -> str:
    """Return a fragment with the blank that ends it, but where a word is broken."""
    if part.endswith("\u0000"):
        return part[:-1]
    return part if not part or part.endswith("-") else f"{part}{end}"


def print_indicators(paper: Paper, rows: Sequence[Indicator], report: Report) -> None:
    """Print a goal's indicators."""
    style = paper.style
    columns = columns_of(report.kind, sexes=style.sexes)
    words = _HEADS | {"previous": tuple(style.previous.rsplit(maxsplit=1))}
    heads = [
        ("Indikator",),
        *(tuple(part.format(previous=report.year - 1) for part in words[name]) for name in columns),
    ]
    table = TablePrinter(paper, heads)
    table.head()
    if table.turned(paper.style.head_again / 2):
        paper.on_page = 0
    for index, row in enumerate(rows):
        if index:
            table.turned(paper.style.head_again)
        table.mark()
        table.row(row.name, [getattr(row, name) for name in columns])
        table.analysis(row.analysis)
    table.end()


def print_activities(paper: Paper, rows: Sequence[Activity], report: Report) -> None:
    """Print a goal's activities."""
    heads = [("Aktivitet",), ("Startdatum",), ("Slutdatum",)]
    if report.kind is not ReportKind.PLAN:
        heads.append(("Avvikelse",))
    table = _ActivityPrinter(paper, heads)
    table.head()
    for index, row in enumerate(rows):
        if index:
            table.turned(paper.style.head_again)
        table.mark()
        deviation = ["Avvikelse" if row.deviation else ""] if len(heads) > 3 else []
        table.row(row.text, [row.start, row.end, *deviation])
        table.analysis(row.analysis)
    table.end()


class _ActivityPrinter(TablePrinter):
    def head(self) -> None:
        words = [" ".join(parts) for parts in self.heads]
        if self.style.tabs:
            self.paper.raw("\t".join(words))
        else:
            self.paper.line(" ".join(words), lead="  " if self.style.icons == "lines" else "", last=True)
            self.paper.gap()

    def _spaced(self, name: str, cells: Sequence[str]) -> None:
        paper, style = self.paper, self.style
        end = " " if style.blank_end else ""
        parts = wrapped(name, 29000, sans=style.sans)
        dates = " ".join(cells if style.tells_blanks else [cell for cell in cells if cell])
        if len(parts) == 1 and len(parts[0]) < 66:
            paper.raw(f"{parts[0]} {dates}{end}", "")
        else:
            paper.raw(*(_ended(part, end) for part in parts), "", f"{dates}{end}", "")


def _split(parts: Sequence[str], rng: Random) -> int:
    """Return behind how many lines the page may break the name: where the rest shows that it is no name of its own."""
    told = [
        n
        for n in range(1, len(parts))
        if parts[n][0].islower() or " ".join(parts[:n]).count("(") > " ".join(parts[:n]).count(")")
    ]
    return rng.choice(told) if told else len(parts)
