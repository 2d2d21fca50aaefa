"""Says what a new report takes over from the earlier one that it follows."""

from __future__ import annotations

from avstamt.domain.report import Report, ReportKind


def carried_words(earlier: Report, year: int) -> str:
    """Return in a few sentences what goes on from an earlier report into one of this year."""
    name = f"{earlier.kind.label.lower()} {earlier.year}"
    if year == earlier.year:
        return (
            f"Ur {name} hämtas mål, beskrivningar, indikatorer med årsmål och aktiviteter. "
            "Utfall, bedömningar, analyser och belopp är tomma."
        )
    is_last_year = earlier.kind is ReportKind.ANNUAL and year == earlier.year + 1
    outcome = f" med utfallet {earlier.year} som förra årets" if is_last_year else ""
    return (
        f"Ur {name} hämtas nämndens och enhetens mål, indikatorer{outcome} och aktiviteter som inte är avslutade. "
        "Årsmål, utfall, bedömningar och belopp är tomma."
    )
