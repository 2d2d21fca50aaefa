"""The tables of a draft as the rows that the importer of text reads: the columns of indicators in words it knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from avstamt.importers.word.goal_signs import on_one_line
from avstamt.importers.word.pieces import ReadCell, ReadTable

_KINDS = {
    re.compile(r"(?:nämndens |enhetens )?indikator(?:er)?(?: \(.*\))?|nyckeltal|mått", re.IGNORECASE): "Indikator",
    re.compile(r"aktivitet(?:er)?", re.IGNORECASE): "Aktivitet",
}
_YEAR = re.compile(r"\b(20\d\d)\b")
_OUTCOME = re.compile(r"(?:periodens )?(?:utfall|resultat)\b.*")
_PREVIOUS = re.compile(r".*(?:\bvb\b|föregående|förra året|i fjol).*")
_MEN, _WOMEN = (
    re.compile(r".*\b(?:män|pojkar)\b(?!.*kvinnor)(?!.*flickor).*"),
    re.compile(r".*\b(?:kvinnor|flickor)\b.*"),
)
_COLUMNS = (
    ("KF:s årsmål", re.compile(r"(?:kf:?s|kommunfullmäktiges|stadens) (?:års)?mål.*")),
    ("Årsmål", re.compile(r"(?:(?:nämndens|enhetens|vårt) )?(?:års)?mål(?:värde|nivå)?(?: (?:för )?20\d\d)?")),
    ("Prognos helår", re.compile(r"(?:helårs|års)?prognos.*")),
    ("Periodicitet", re.compile(r"periodicitet|mäts|mätperiod")),
    ("Period", re.compile(r"period")),
)
_DATES = (
    ("Startdatum", re.compile(r"start(?:datum)?|från|påbörjas")),
    ("Slutdatum", re.compile(r"slut(?:datum)?|till|klart?(?: senast)?|avslutas|när|tidplan")),
    ("Avvikelse", re.compile(r"avvikelse|avviker")),
)
_HEADS_OF_DATES = tuple(name for name, _pattern in _DATES)
Row = list[str]


def table_rows(table: ReadTable) -> list[tuple[tuple[int, ...], Row]]:
    """Return a table's rows, each with the numbers of its paragraphs: without empty rows and columns."""
    rows = [(_numbers(row), list(_cells(row))) for row in _single_headed(table)]
    rows = [(numbers, cells) for numbers, cells in rows if any(cells)]
    width = max((len(cells) for _numbers, cells in rows), default=0)
    used = [any(len(cells) > at and cells[at] for _numbers, cells in rows) for at in range(width)]
    return [(numbers, [cell for cell, keep in zip(cells, used, strict=False) if keep]) for numbers, cells in rows]


def in_known_columns(rows: list[tuple[tuple[int, ...], Row]]) -> list[tuple[tuple[int, ...], Row]]:
    """Return the rows of indicators or activities in columns the importer knows; what has no column follows as lines."""
    numbers, head = rows[0]
    at, kind = next(((at, _kind(cell)) for at, cell in enumerate(head) if _kind(cell)), (0, ""))
    if not kind or len(head) == 1:
        return rows
    called = _indicator_columns(head, at) if kind == "Indikator" else _activity_columns(head)
    if not called:
        return rows
    told = list(dict.fromkeys(name for name in called.values() if name))
    names = list(_HEADS_OF_DATES) if kind == "Aktivitet" else told
    made = [(numbers, [kind, *names])]
    rest: list[tuple[tuple[int, ...], Row]] = []
    for own, cells in rows[1:]:
        said = {called[column]: cell for column, cell in enumerate(cells) if called.get(column)}
        name = cells[at] if at < len(cells) else ""
        made.append((own, [name, *(said.get(one, "") for one in names)]) if len(cells) > 1 else (own, cells))
        rest += [
            (own, [f"{name}, {head[column]}: {cell}"])
            for column, cell in enumerate(cells)
            if column not in (at, *(one for one, known in called.items() if known)) and cell and column < len(head)
        ]
    return [*made, *rest]


def _kind(cell: str) -> str:
    return next((kind for pattern, kind in _KINDS.items() if pattern.fullmatch(cell)), "")


def _indicator_columns(head: Row, name_at: int) -> dict[int, str]:
    """Return what each column of indicators is called; of several years' outcomes the last is the period's."""
    made: dict[int, str] = {}
    outcomes: dict[int, int] = {}
    for at, cell in enumerate(head):
        words = cell.lower()
        if at == name_at:
            continue
        if _WOMEN.fullmatch(words):
            made[at] = "Utfall kvinnor/flickor"
        elif _MEN.fullmatch(words):
            made[at] = "Utfall män/pojkar"
        elif (
            _OUTCOME.fullmatch(words) or (_YEAR.fullmatch(words) and _YEAR.search(words)) or _PREVIOUS.fullmatch(words)
        ):
            year = _YEAR.search(words)
            outcomes[at] = int(year[1]) if year else 0 if _PREVIOUS.fullmatch(words) else 9999
        else:
            made[at] = next((name for name, pattern in _COLUMNS if pattern.fullmatch(words)), "")
    made |= _by_year(head, outcomes)
    taken = [name for name in made.values() if name]
    return made if len(set(taken)) == len(taken) > 0 else {}


def _by_year(head: Row, outcomes: dict[int, int]) -> dict[int, str]:
    made = dict.fromkeys(outcomes, "")
    own = max((int(year) for cell in head for year in _YEAR.findall(cell)), default=0)
    latest, *earlier = sorted(outcomes, key=lambda at: outcomes[at], reverse=True) or [-1]
    if latest >= 0:
        is_previous = outcomes[latest] < own or (_PREVIOUS.fullmatch(head[latest].lower()) and not earlier)
        made[latest] = _last_year(head[latest]) if is_previous else "Periodens utfall"
        if earlier and not is_previous:
            made[earlier[0]] = _last_year(head[earlier[0]])
    return made


def _last_year(cell: str) -> str:
    year = _YEAR.search(cell)
    return f"Utfall VB {year[1]}" if year else "Utfall föregående år"


def _activity_columns(head: Row) -> dict[int, str]:
    made = {
        at: next((name for name, pattern in _DATES if pattern.fullmatch(cell.lower())), "")
        for at, cell in enumerate(head)
        if not _kind(cell)
    }
    taken = [name for name in made.values() if name]
    return made if len(set(taken)) == len(taken) > 0 else {}


def _single_headed(table: ReadTable) -> list[list[ReadCell]]:
    """Return a table's rows; a head of indicators on two rows, with heads over several columns, is made one."""
    if len(table.rows) < 2:  # noqa: PLR2004 - two rows of heads
        return table.rows
    first, second, *rest = table.rows
    is_double = any(cell.columns > 1 for cell in first) and bool(second) and not second[0].text.strip()
    if not is_double or not on_one_line(first[0].text).lower().startswith("indikator"):
        return table.rows
    above = [cell for cell in first for _column in range(cell.columns)]
    below = [cell for cell in second for _column in range(cell.columns)]
    return [[ReadCell([*top.pieces, *low.pieces]) for top, low in zip(above, below, strict=False)], *rest]


def _cells(row: Sequence[ReadCell]) -> Iterator[str]:
    """Yield the cells of a row, each in its column: one that reaches over several is followed by empty ones."""
    for number, cell in enumerate(row, 1):
        yield on_one_line(cell.text).replace("\t", " ")
        if number < len(row):
            yield from [""] * (cell.columns - 1)


def _numbers(row: Sequence[ReadCell]) -> tuple[int, ...]:
    return tuple(paragraph.number for cell in row for paragraph in cell.paragraphs)
