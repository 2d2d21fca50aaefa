"""Opens a file to import: told by its content, never by its name; refused with a sentence where it cannot be read."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from avstamt.domain.report import Report
from avstamt.importers.limits import refuse_abnormal
from avstamt.importers.model import Import, ImportRefused
from avstamt.importers.text import read_text
from avstamt.templates.catalogue import Catalogue

LARGEST = 20_000_000
"""The most bytes a text report may have; the longest known has 0.2 million."""

_CAN = "Det som kan importeras är rapporter som Word-dokument (.docx) eller ren text (.txt)."
_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "är en PDF-fil. Spara den som ren text först, eller kopiera texten till en textfil"),
    (
        b"\xd0\xcf\x11\xe0",
        "är ett äldre Officedokument, eller ett med lösenord. Spara det som .docx utan lösenord först",
    ),
    (b"{\\rtf", "är ett RTF-dokument. Spara det som ren text först"),
    (b"\x89PNG", "är en bild"),
    (b"\xff\xd8\xff", "är en bild"),
    (b"GIF8", "är en bild"),
    (b"\x1f\x8b", "är en komprimerad fil. Packa upp den först"),
    (b"7z\xbc\xaf", "är en komprimerad fil. Packa upp den först"),
)
_ZIP = b"PK\x03\x04"
_WORD_SUFFIXES = (".docx", ".docm")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_MOST_CONTROLS = 0.02
_CONTROL = re.compile(r"[\x00\x01\x03-\x08\x0e-\x1f]")


def read_file(path: Path, catalogue: Catalogue, load: Callable[[bytes], Report] | None = None) -> tuple[Import, ...]:
    """Return the reports in a file; raises ImportRefused where it cannot be read.

    `load` reads the report that a Word document of ours carries inside it; without, that is read by its words.
    """
    if _is_word(path):
        from avstamt.importers.word.opening import read_word  # what reads XML is loaded when there is some

        return read_word(path, catalogue, load)
    data = _bytes(path)
    _refuse_other_formats(path, data)
    text = decoded(data)
    if text is None or _is_binary(text):
        raise ImportRefused(f"Filen {path.name} innehåller inte läsbar text. {_CAN}")
    if not text.strip():
        raise ImportRefused(f"Filen {path.name} är tom: den innehåller ingen text att importera.")
    refuse_abnormal(text, path.name)
    return read_text(text, path.name, catalogue)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise ImportRefused(f"{path.name} är en mapp. Välj en fil i stället. {_CAN}")
        if size > LARGEST:
            raise ImportRefused(
                f"Filen {path.name} är {size / 1_000_000:.0f} MB. Det är mer än de {LARGEST // 1_000_000} MB som kan importeras. {_CAN}"
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ImportRefused(f"Filen {path.name} finns inte. Kontrollera namnet och mappen.") from error
    except OSError as error:
        raise ImportRefused(
            f"Filen {path.name} går inte att läsa: {error.strerror}. Kontrollera att du får öppna den."
        ) from error
    if not data:
        raise ImportRefused(f"Filen {path.name} är tom: den innehåller ingen text att importera.")
    return data


def _refuse_other_formats(path: Path, data: bytes) -> None:
    for sign, what in _SIGNS:
        if data.startswith(sign):
            raise ImportRefused(f"Filen {path.name} {what}. {_CAN}")
    if data.startswith(_ZIP):
        raise ImportRefused(f"Filen {path.name} är ett arkiv eller ett annat Officedokument. {_CAN}")


def _is_word(path: Path) -> bool:
    """Tell whether a file is a Word document, by its content or, where that is damaged, by its name."""
    try:
        with path.open("rb") as stream:
            if stream.read(len(_ZIP)) != _ZIP:
                return False
        return path.suffix.lower() in _WORD_SUFFIXES or "word/document.xml" in zipfile.ZipFile(path).namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def decoded(data: bytes) -> str | None:
    """Return the text of `data`: UTF-8 (with or without mark), UTF-16 with mark, else Windows-1252; None where none fits."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _is_binary(text: str) -> bool:
    return "\x00" in text or len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text)
