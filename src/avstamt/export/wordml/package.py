"""The package that a document is made in: the fonts of the styles document go over as they were packed.

They are nine tenths of a document's bytes, and to unpack and pack them again took longer than to write the report.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from avstamt.export.refused import ExportRefused

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.packuri import PackURI

_FONT = ".odttf"
_LEVEL = 4
"""How hard parts are packed: a little larger than at the usual 6, in half the time."""
_LOCAL_HEAD = struct.Struct("<26xHH")
_ENCRYPTED = 0x1
_KEPT = 2


@dataclass(frozen=True)
class _Packed:
    """A file of a package as it is packed."""

    info: ZipInfo
    content: bytes


@dataclass(frozen=True)
class _Ground:
    """A styles document with empty fonts, and its fonts as they are packed, by their names."""

    light: bytes
    fonts: Mapping[str, _Packed]


def opened(path: Path) -> Document:
    """Return a new document on the styles document at `path`, its fonts empty until it is saved; raises ExportRefused."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        return docx.Document(BytesIO(_ground(path).light))
    except (PackageNotFoundError, BadZipFile, zlib.error, OSError, KeyError, ValueError) as error:
        raise ExportRefused(
            f"Formatmallsdokumentet {path} gick inte att öppna. Kontrollera att det är en Word-fil."
        ) from error


def saved(document: Document, path: Path) -> bytes:
    """Return the file of a document that was opened on the styles document at `path`."""
    from docx.opc.pkgwriter import PackageWriter

    package = document.part.package
    parts = package.parts
    for part in parts:
        part.before_marshal()
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as file:
        writer, writing = _Writer(file, target, _ground(path).fonts), cast("Any", PackageWriter)
        writing._write_content_types_stream(writer, parts)  # noqa: SLF001 - its one way in makes a zip file of its own
        writing._write_pkg_rels(writer, package.rels)  # noqa: SLF001
        writing._write_parts(writer, parts)  # noqa: SLF001
    return target.getvalue()


class _Writer:
    """Writes files into a package as python-docx asks for it; fonts as they were packed."""

    def __init__(self, file: ZipFile, target: IO[bytes], fonts: Mapping[str, _Packed]) -> None:
        self._file = file
        self._target = target
        self._fonts = fonts

    def write(self, uri: PackURI, blob: bytes) -> None:
        font = None if blob else self._fonts.get(uri.membername)
        if font is None:
            self._file.writestr(uri.membername, blob)
        else:
            _append(self._file, self._target, font)


def _append(file: ZipFile, target: IO[bytes], packed: _Packed) -> None:
    """Add a packed file to a package that is being written; `zipfile` has no call for one that is packed already."""
    info = ZipInfo(packed.info.filename, packed.info.date_time)
    info.compress_type, info.external_attr = packed.info.compress_type, packed.info.external_attr
    info.CRC, info.file_size, info.compress_size = packed.info.CRC, packed.info.file_size, len(packed.content)
    target.seek(file.start_dir)
    info.header_offset = target.tell()
    target.write(info.FileHeader(zip64=False))
    target.write(packed.content)
    file.filelist.append(info)
    file.NameToInfo[info.filename] = info
    file.start_dir = target.tell()


def _ground(path: Path) -> _Ground:
    about = path.stat()
    return _ground_of(path, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=_KEPT)
def _ground_of(path: Path, _changed: int, _size: int) -> _Ground:
    light = BytesIO()
    fonts: dict[str, _Packed] = {}
    with path.open("rb") as raw, ZipFile(raw) as file, ZipFile(light, "w") as made:
        for info in file.infolist():
            if info.filename.endswith(_FONT) and not info.flag_bits & _ENCRYPTED:
                fonts[info.filename] = _Packed(info, _content(raw, info))
                made.writestr(info.filename, b"")
            else:
                made.writestr(info.filename, file.read(info))
    return _Ground(light.getvalue(), fonts)


def _content(raw: IO[bytes], info: ZipInfo) -> bytes:
    raw.seek(info.header_offset)
    name, extra = _LOCAL_HEAD.unpack(raw.read(_LOCAL_HEAD.size))
    raw.seek(name + extra, 1)
    return raw.read(info.compress_size)
