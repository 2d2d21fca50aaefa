"""The page of every heading as LibreOffice breaks the pages, where it is installed: the numbers of the contents are then exact."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from avstamt.domain.printed import seen
from avstamt.export.paper.items import Heading, Outline

_NAMES = ("soffice", "libreoffice")
_FOLDERS = {
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS",),
    "win32": (r"C:\Program Files\LibreOffice\program", r"C:\Program Files (x86)\LibreOffice\program"),
}
_SECONDS = 90


@cache
def office() -> Path | None:
    """Return LibreOffice's program, or None where it is not installed."""
    folders = os.pathsep.join(_FOLDERS.get(sys.platform, ()))
    found = (shutil.which(name, path=path) for path in (None, folders) if path != "" for name in _NAMES)
    return next((Path(name) for name in found if name), None)


def office_pages(docx: bytes, paper: Outline) -> dict[str, int]:
    """Return the page of each heading of the contents by its anchor; empty where LibreOffice is not there, or fails."""
    program = office()
    if program is None:
        return {}
    with tempfile.TemporaryDirectory(prefix="avstamt-", ignore_cleanup_errors=True) as folder:
        document = Path(folder) / "rapport.docx"
        document.write_bytes(docx)
        profile = f"-env:UserInstallation={(Path(folder) / 'profil').as_uri()}"
        command = [str(program), profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(document)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603 - our own file
        except (OSError, subprocess.SubprocessError):
            return {}
        printed = document.with_suffix(".pdf")
        return _pages(printed.read_bytes(), paper) if printed.exists() else {}


def _pages(pdf: bytes, paper: Outline) -> dict[str, int]:
    """Return the pages by the bookmarks of the PDF, which stand in the order of the headings."""
    marks = iter(list(_bookmarks(pdf)))
    found: dict[str, int] = {}
    for item in paper.items:
        if isinstance(item, Heading) and item.anchor:
            wanted = _plain(item.label)
            page = next((page for title, page in marks if _plain(title) == wanted), None)
            if page is None:
                return {}
            found[item.anchor] = page
    return found


def _bookmarks(pdf: bytes) -> Iterator[tuple[str, int]]:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        for mark in document.get_toc():
            target = mark.get_dest()
            if target is not None and target.get_index() is not None:
                yield mark.get_title(), target.get_index() + 1


def _plain(text: str) -> str:
    return "".join(seen(text).split())
