"""Opens a Word file as its XML parts, within limits: nothing in it is run, followed or unpacked beyond them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from avstamt.importers.model import ImportRefused

Element = etree._Element  # noqa: SLF001 - lxml gives its element class no public name

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R.encode(),
}
_DOCUMENT = "word/document.xml"
_READ = (
    _DOCUMENT,
    "word/styles.xml",
    "word/numbering.xml",
    "word/comments.xml",
    "word/commentsExtended.xml",
    "word/footnotes.xml",
    "word/endnotes.xml",
)
_LARGEST_FILE = 100_000_000
_MOST_PARTS = 5_000
_LARGEST_PART = 50_000_000
_LARGEST_READ = 20_000_000
_MOST_PARAGRAPHS = 25_000
_LARGEST_SUM = 200_000_000
_MOST_PACKED = 200
_SMALL = 1_000_000
_DOCTYPE = b"<!DOCTYPE"
_OLE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Package:
    """The parts of a Word file that are read, by their names inside it."""

    name: str
    document: Element
    parts: Mapping[str, Element]
    links: Mapping[str, str]

    def part(self, name: str) -> Element | None:
        """Return a part's root, or None where the file has no such part."""
        return self.parts.get(name)


def open_package(path: Path) -> Package:
    """Return the parts of a Word file; raises ImportRefused with a sentence where it is none, or not to be trusted."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise ImportRefused(
                f"Filen {path.name} är större än 100 MB. Ett Word-dokument av det slaget läses inte in."
            )
        with path.open("rb") as stream:
            if stream.read(4) == _OLE:
                raise ImportRefused(
                    f"Filen {path.name} har lösenord eller är sparad i ett äldre format. Spara den som .docx utan lösenord."
                )
        with zipfile.ZipFile(path) as archive:
            _refuse_bombs(path.name, archive)
            return _package(path.name, archive)
    except FileNotFoundError as error:
        raise ImportRefused(f"Filen {path.name} finns inte. Kontrollera namnet och mappen.") from error
    except OSError as error:
        raise ImportRefused(f"Filen {path.name} går inte att läsa: {error.strerror or 'okänt fel'}.") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise ImportRefused(f"Filen {path.name} är skadad eller inget Word-dokument. Be om en ny kopia.") from error


def _refuse_bombs(name: str, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    sizes = [part.file_size for part in parts]
    packed = any(
        part.file_size > _SMALL and part.file_size > _MOST_PACKED * max(part.compress_size, 1) for part in parts
    )
    if len(parts) > _MOST_PARTS or sum(sizes) > _LARGEST_SUM or max(sizes, default=0) > _LARGEST_PART or packed:
        raise ImportRefused(_too_large(name))


def _too_large(name: str) -> str:
    return f"Filen {name} är onormalt stor när den packas upp, och läses därför inte in."


def _package(name: str, archive: zipfile.ZipFile) -> Package:
    names = set(archive.namelist())
    if _DOCUMENT not in names:
        raise ImportRefused(f"Filen {name} är inget Word-dokument. Välj en fil som slutar på .docx.")
    wanted = [
        each
        for each in sorted(names)
        if each in _READ or (each.startswith("customXml/item") and each.endswith(".xml") and "Props" not in each)
    ]
    if any(archive.getinfo(each).file_size > _LARGEST_READ for each in wanted):
        raise ImportRefused(_too_large(name))
    parts = {each: _root(name, archive.read(each)) for each in wanted}
    if sum(1 for _ in parts[_DOCUMENT].iter(f"{{{W}}}p")) > _MOST_PARAGRAPHS:
        raise ImportRefused(_too_large(name))
    relations = "word/_rels/document.xml.rels"
    links = _links(_root(name, archive.read(relations))) if relations in names else {}
    return Package(name, parts[_DOCUMENT], parts, links)


def _root(name: str, data: bytes) -> Element:
    if _DOCTYPE in data[:4096] or b"<!ENTITY" in data:
        raise ImportRefused(f"Filen {name} innehåller en dokumenttypsdeklaration, och läses därför inte in.")
    for strict, usual in _STRICT.items():
        data = data.replace(strict, usual)
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as error:
        raise ImportRefused(f"Filen {name} är skadad: en del av den går inte att tolka. Be om en ny kopia.") from error


def _links(relations: Element) -> dict[str, str]:
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in relations
        if relation.get("TargetMode") == "External"
    }
