"""The arguments of the command line: an argparse that speaks Swedish."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from avstamt import __version__
from avstamt.cli.review_settings import add_settings

USAGE_ERROR = 2
KINDS, LEVELS = ("VP", "T1", "T2", "VB"), ("enhet", "nämnd", "namnd")
"""The kinds of report and whose they are, told here so that help is there before the domain is read."""
EXPORT_FORMATS = ("docx", "pdf", "xlsx", "json")
FINDING_FORMATS = ("text", "json", "sarif")

_SENTENCES = (
    (r"the following arguments are required: (.*)", r"det saknas: \1"),
    (r"argument (.*): expected one argument", r"\1 behöver ett värde"),
    (r"argument (.*): expected at least one argument", r"\1 behöver minst ett värde"),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", r"\1 kan inte vara \2; välj bland \3"),
    (r"argument (.*): invalid int value: (.*)", r"\1 ska vara ett årtal, inte \2"),
    (r"argument (.*): (ska vara .*)", r"\1 \2"),
    (r"unrecognized arguments: (.*)", r"okända argument: \1"),
    (r"ambiguous option: (.*) could match (.*)", r"\1 är tvetydigt: menade du \2?"),
)


class SwedishParser(argparse.ArgumentParser):
    """An argument parser whose usage, help and errors are in Swedish, and that exits with 2 on errors."""

    def __init__(self, **settings: Any) -> None:
        settings |= {"add_help": False, "formatter_class": _SwedishHelp}
        super().__init__(**settings)
        self._positionals.title = "Argument"
        self._optionals.title = "Val"
        self.add_argument("-h", "--hjälp", "--help", action="help", help="Visa den här hjälpen.")

    def error(self, message: str) -> NoReturn:
        """Print the usage and one Swedish sentence, and exit with 2."""
        for pattern, sentence in _SENTENCES:
            message = re.sub(f"^{pattern}$", sentence, message)
        self.exit(USAGE_ERROR, f"{self.format_usage()}{self.prog}: {message}. Se {self.prog} --hjälp.\n")


class _SwedishHelp(argparse.HelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "Användning: " if prefix is None else prefix)


def parser() -> SwedishParser:
    """Return the parser of the whole command line."""
    top = SwedishParser(
        prog="avstamt",
        description="Skriver och granskar Stockholms stads målrapporter. Utan kommando öppnas fönstret.",
        epilog="Slutkod: 0 inget fel på nivån Fel, 1 minst ett, 2 något i indata eller argument gick inte att använda, "
        "130 avbrutet med Ctrl+C.",
    )
    top.add_argument("-V", "--version", action="version", version=f"Avstämt {__version__}", help="Visa versionen.")
    commands = top.add_subparsers(dest="command", metavar="KOMMANDO", parser_class=SwedishParser, title="Kommandon")
    _add_import(commands)
    _add_check(commands)
    _add_export(commands)
    _add_new(commands)
    _add_rules(commands)
    return top


def _add_import(commands: Any) -> None:
    command = commands.add_parser("importera", help="Läs en rapport ur text och spara den som .avst.")
    command.add_argument("file", metavar="FIL", type=Path, help="Rapporten som text.")
    command.add_argument("-o", "--ut", dest="out", metavar="UT.avst", type=Path, required=True, help="Filen att spara.")


def _add_check(commands: Any) -> None:
    command = commands.add_parser("granska", help="Granska rapporter och visa vad som inte går ihop.")
    command.add_argument("files", metavar="FIL", type=Path, nargs="+", help="Rapporter, eller en mapp med rapporter.")
    command.add_argument(
        "--mot",
        dest="earlier",
        metavar="FIL",
        type=Path,
        help="Jämför med en tidigare rapport: årets plan eller tertialrapport, förra årets rapport, en äldre version. "
        "En mapp går också bra; då väljs den senaste tidigare rapporten för samma organisation.",
    )
    command.add_argument(
        "--utom-granskat",
        dest="baseline",
        metavar="TIDIGARE.json",
        type=Path,
        help="Utelämna det som redan finns i en tidigare granskning, sparad med --format json.",
    )
    command.add_argument(
        "--protokoll",
        dest="protocol",
        metavar="UT.docx|UT.xlsx",
        type=Path,
        help="Spara också ett granskningsprotokoll som Word eller Excel.",
    )
    add_settings(command)
    command.add_argument(
        "--kommentera",
        dest="remarked",
        metavar="UT.docx",
        type=Path,
        help="Skriv också anmärkningarna som kommentarer i Word: i en kopia av utkastet om det är ett Word-dokument, "
        "annars i rapporten utskriven till Word. En mapp när flera rapporter granskas.",
    )
    command.add_argument("--format", choices=FINDING_FORMATS, default="text", help="Hur anmärkningarna skrivs ut.")
    command.add_argument("-o", "--ut", dest="out", metavar="UT", type=Path, help="Skriv till en fil i stället.")


def _add_export(commands: Any) -> None:
    command = commands.add_parser("exportera", help="Skriv rapporter som Word, PDF, Excel eller JSON.")
    command.add_argument("files", metavar="FIL", type=Path, nargs="+", help="Rapporter, eller en mapp med rapporter.")
    command.add_argument("--till", dest="target", choices=EXPORT_FORMATS, required=True, help="Vad de ska bli.")
    command.add_argument(
        "-o",
        "--ut",
        dest="out",
        metavar="UT",
        type=Path,
        required=True,
        help="Filen att skriva; för flera rapporter en mapp.",
    )
    command.add_argument("--layout", metavar="FIL", type=Path, help="En egen layoutfil i stället för stadens.")
    command.add_argument(
        "--exakta-sidor",
        dest="exact",
        action="store_true",
        help="Word-dokument: räkna sidnumren i innehållsförteckningen med LibreOffice, om det finns (några sekunder).",
    )
    command.add_argument(
        "--slutlig",
        dest="final",
        action="store_true",
        help="Word-dokument för publicering: utan fältkontroller, och utan den rapport som annars följer med i "
        "dokumentet så att ändringar kan hämtas tillbaka.",
    )


def _add_new(commands: Any) -> None:
    command = commands.add_parser("ny", help="Gör en ny rapport med alla delar på plats.")
    command.add_argument("--typ", dest="kind", choices=KINDS, required=True)
    command.add_argument("--nivå", "--niva", dest="level", choices=LEVELS, default="enhet")
    command.add_argument("--år", "--ar", dest="year", metavar="ÅR", type=int, required=True)
    command.add_argument("--organisation", metavar="NAMN", default="", help="Enhetens eller förvaltningens namn.")
    command.add_argument("--nämnd", "--namnd", dest="committee", metavar="NAMN", default="", help="Nämndens namn.")
    command.add_argument("-o", "--ut", dest="out", metavar="UT.avst", type=Path, required=True)


def _add_rules(commands: Any) -> None:
    command = commands.add_parser("regler", help="Visa reglerna, eller förklara en av dem.")
    command.add_argument("code", metavar="KOD", nargs="?", help="Regelns kod, till exempel IND-101.")
