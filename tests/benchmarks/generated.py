"""A report of the 79-page class as PDF text gives it, made up, for a machine without the real one (about 136 kB)."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random

from tests.benchmarks.reading import Reading

from avstamt.importers.text import read_text
from avstamt.storage.file import save
from avstamt.templates.catalogue import catalogue

SEED = Path(__file__).resolve().parents[3] / "shared" / "seeds" / "tertialrapport-1-2024-namnd.txt"
_ADDED = ("bra", "lugnt", "svårt", "tungt", "lätt", "trångt", "kallt", "varmt", "mörkt", "ljust", "snabbt", "tyst")
_PROSE, _CHANGED = 60, 0.5
_SENTENCE = "Verksamheten har under perioden arbetat med att korta väntetiden, och resultatet syns i uppföljningen. "
_HEADS = (
    "Indikator\tPeriodens utfall\tUtfall män/ pojkar\tUtfall kvinnor/ flickor\tUtfall VB 2023\tPrognos helår\t"
    "Årsmål\tKF:s årsmål\tPeriod"
)


def large_report() -> str:
    """Return the text of the real report where it lies beside the project, else of a made-up one as long."""
    return SEED.read_text(encoding="utf-8") if SEED.is_file() else generated_report()


def many_reports(count: int) -> Iterator[str]:
    """Yield the texts of so many reports, the real ones in turn where they are; words in most lines differ from copy to copy.

    So nothing but names and numbers is the same in two of them, and what is kept by its text serves no other report.
    """
    texts = [file.read_text(encoding="utf-8") for file in sorted(SEED.parent.glob("*.txt"))] or [generated_report()]
    for number in range(count):
        chance = Random(number)  # noqa: S311 - the same copies in every run, no secret
        yield "\n".join(_told_otherwise(texts[number % len(texts)].split("\n"), chance))


def _told_otherwise(lines: Iterable[str], chance: Random) -> Iterator[str]:
    for line in lines:
        words = line.split(" ")
        if len(line) > _PROSE and "\t" not in line and chance.random() < _CHANGED:
            words.insert(chance.randrange(1, len(words) + 1), chance.choice(_ADDED))
        yield " ".join(words)


def told_in_table(readings: Callable[[Path], Iterable[Reading]]) -> int:
    """Say what is read on the large report, and return 1 where a bound is missed."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "r.avst"
        save(read_text(large_report(), SEED.name, catalogue())[0].report, file, Path(folder))
        holds = []
        for reading in readings(file):
            sys.stdout.write(f"{reading.line}\n")
            sys.stdout.flush()
            holds.append(reading.holds)
    return 0 if all(holds) else 1


def generated_report() -> str:
    """Return the text of a nämnd's tertialrapport with goals, tables and economy."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from ("Handläggare", "Förnamn Efternamn", "", "Till", "Exempelnämnden", "2024-05-21", "")
    yield from ("Tertialrapport Tertial 1 2024 för Exempelnämnden", "", "Förslag till beslut", "")
    yield from ("1. Exempelnämnden godkänner rapporten.", "2. Paragrafen justeras omedelbart.", "")
    yield from ("Sammanfattande analys", "", _SENTENCE * 20, "")
    yield from ("Uppföljning av Kommunfullmäktiges inriktningsmål", "")
    for top in range(1, 4):
        yield from _goal("KF:s inriktningsmål", f"{top}.", f"En stad som håller ihop på sätt {top}")
        for area in range(1, 6):
            number = f"{top}.{area}"
            yield from _goal("KF:s mål för verksamhetsområdet", number, f"Invånarna får stöd i område {number}")
            yield from _goal("Nämndmål", f"{number}.1", f"Nämnden svarar snabbt i område {number}", tables=True)
    yield from _economy()


def _goal(prefix: str, number: str, title: str, *, tables: bool = False) -> Iterator[str]:
    yield from (f"{prefix}: {number} {title}", "", " Uppfylls helt", "")
    if tables:
        yield from ("Beskrivning", "", _SENTENCE * 4, "", "Förväntat resultat", "", _SENTENCE * 4, "")
    yield from ("Analys", "")
    for _ in range(10):
        yield from (_SENTENCE * 3, "")
    if tables:
        yield _HEADS
        for index in range(3):
            yield f"Andel besökare som är nöjda med del {index}\t80 %\t79 %\t81 %\t78 %\t80 %\t80 %\t75 %\tTertial 1 2024"
        yield from ("", "Aktivitet\tStartdatum\tSlutdatum\tAvvikelse")
        for index in range(3):
            yield f"Nämnden ska ta fram en rutin för del {index}\t2024-01-01\t2024-12-31\t"
        yield ""


def _economy() -> Iterator[str]:
    yield from (
        "Uppföljning av ekonomi",
        "",
        "Analys av resultaträkning - uppföljning av driftbudget",
        "",
        "Prognos",
        "",
    )
    yield "Verksamhetsområde, mnkr\tBokslut 2023\tBudget 2024\tPrognos 2024\tAvvikelse"
    for index in range(1, 10):
        yield f"Område {index}\t{index}0,0\t{index}1,0\t{index}1,0\t0,0"
    yield from ("Nämnden totalt\t450,0\t459,0\t459,0\t0,0", "", _SENTENCE * 4, "", "Övrigt", "", _SENTENCE, "")
