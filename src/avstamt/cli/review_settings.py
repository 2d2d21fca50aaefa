"""The settings of a review on the command line: how few persons make a small group, and a word list of one's own."""

from __future__ import annotations

import argparse
from pathlib import Path

from avstamt.rules.check_settings import SMALL_GROUP, CheckSettings, word_list

_LEAST, _MOST = 2, 100


class WordListRefused(Exception):
    """The word list cannot be read; the message is a Swedish sentence that says why and what to do."""


def group_size(text: str) -> int:
    """Return the number given with --minsta-grupp; raises ArgumentTypeError."""
    if not text.isdecimal() or not _LEAST <= int(text) <= _MOST:
        raise argparse.ArgumentTypeError(f"ska vara ett heltal från {_LEAST} till {_MOST}, inte '{text}'")
    return int(text)


def add_settings(command: argparse.ArgumentParser) -> None:
    """Add the options that `settings_of` reads."""
    command.add_argument(
        "--minsta-grupp",
        dest="small_group",
        metavar="ANTAL",
        type=group_size,
        default=SMALL_GROUP,
        help=f"Fråga om grupper med färre personer än så ({SMALL_GROUP} om inget anges).",
    )
    command.add_argument(
        "--ordlista",
        dest="word_list",
        metavar="FIL",
        type=Path,
        help="En textfil med egna ord som är rättstavade, ett på varje rad.",
    )


def settings_of(given: argparse.Namespace) -> CheckSettings:
    """Return the settings that the arguments ask for; raises WordListRefused."""
    return CheckSettings(given.small_group, _words(given.word_list))


def _words(path: Path | None) -> frozenset[str]:
    if path is None:
        return frozenset()
    try:
        return word_list(path.read_text("utf-8-sig").splitlines())
    except OSError as error:
        raise WordListRefused(f"Ordlistan {path} gick inte att läsa ({error.strerror or 'okänt fel'}).") from error
    except UnicodeDecodeError as error:
        raise WordListRefused(
            f"Ordlistan {path} är ingen text i UTF-8. Spara den som UTF-8 och försök igen."
        ) from error
