"""Makes files that mean harm, or that are not what they say: each is to be refused or read within limits, in a sentence."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

Make = Callable[[Path], None]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_START, _END = f"<w:document {_NAMES}><w:body>".encode(), b"</w:body></w:document>"
_LINE = b"<w:p><w:r><w:t>En rad i en rapport</w:t></w:r></w:p>"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def _docx(path: Path, body: bytes, more: Mapping[str, bytes] | None = None, *, whole: bool = False) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("word/document.xml", body if whole else _START + body + _END)
        for name, data in (more or {}).items():
            package.writestr(name, data)


def _lines(count: int) -> bytes:
    """Return paragraphs that do not pack well, so that only their number tells them."""
    return b"".join(
        b"<w:p><w:r><w:t>Raden %d handlar om bemanning, %d timmar.</w:t></w:r></w:p>" % (at, at * 2654435761 % 2**32)
        for at in range(count)
    )


def _nested(outer: bytes, inner: bytes, depth: int, middle: bytes = _LINE) -> bytes:
    return outer * depth + middle + inner * depth


def _claims_to_be_small(path: Path) -> None:
    """Write a part of 30 MB whose size is said to be 1,000 bytes."""
    _docx(path, b" " * 30_000_000)
    data = bytearray(path.read_bytes())
    struct.pack_into("<I", data, data.find(b"PK\x01\x02") + 24, 1_000)
    path.write_bytes(bytes(data))


def _claims_to_be_huge(path: Path) -> None:
    """Write a small part whose size is said to be 300 MB."""
    _docx(path, _LINE)
    data = bytearray(path.read_bytes())
    struct.pack_into("<I", data, data.find(b"PK\x01\x02") + 24, 300_000_000)
    path.write_bytes(bytes(data))


def _encrypted(path: Path) -> None:
    _docx(path, _LINE)
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", data, data.find(mark) + at, 1)
    path.write_bytes(bytes(data))


def _cut(path: Path, part: float) -> None:
    _docx(path, _lines(500))
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * part)])


def _archive(path: Path, parts: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def _same_part_twice(path: Path) -> None:
    import warnings

    with warnings.catch_warnings(), zipfile.ZipFile(path, "w") as package:
        warnings.simplefilter("ignore")
        for words in (b"ett", b"annat"):
            package.writestr("word/document.xml", _START + b"<w:p><w:r><w:t>" + words + b"</w:t></w:r></w:p>" + _END)


_BILLION = b"".join(b'<!ENTITY e%d "%s">' % (at, b"&e%d;" % (at - 1) * 10 if at else b"lol") for at in range(10))
_UTF16 = (_START.decode() + "<w:p><w:r><w:t>Rad</w:t></w:r></w:p>" + _END.decode()).encode("utf-16")
_DOCTYPE16 = (
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + _START.decode() + "&e;" + _END.decode()
).encode("utf-16")
_CIRCLE = f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_RELATIONS}/x" Target="document.xml"/></Relationships>'
_FOREIGN = f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="x" TargetMode="External" Target="file:///etc/passwd"/></Relationships>'
_STYLE_CIRCLE = (
    f'<w:styles {_NAMES}><w:style w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style></w:styles>'
).encode()
_ROW = b"<w:tr>" + b"<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>" * 60 + b"</w:tr>"
_WIDE = b'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>' + _LINE + b"</w:tc></w:tr></w:tbl>"
_OVERLONG = b"<w:p><w:r><w:t>" + b"ord " * 1_000_000 + b"</w:t></w:r></w:p>"
_LEVELS = b'<w:p><w:pPr><w:numPr><w:ilvl w:val="-7"/><w:numId w:val="99999999999"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
_CONTROLS_OPEN = b"<w:sdt><w:sdtContent>"
_TABLE_OPEN, _TABLE_SHUT = b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>"
_BOX_OPEN = b"<w:p><w:r><w:pict><w:txbxContent>"
_CHOICE_OPEN = b'<mc:AlternateContent><mc:Choice Requires="x">'
_GOALS = b"".join(
    b"Enhetsm\xc3\xa5l: M\xc3\xa5l %d\nUppfylls helt\nAnalys\nText %d.\nIndikator\tUtfall\tM\xc3\xa5l\nAndel %d\t1\t2\n"
    % (at, at, at)
    for at in range(40_000)
)

HOSTILE: Mapping[str, Make] = {
    "bomb.docx": lambda path: _docx(path, b" " * 60_000_000),
    "bomb-i-bild.docx": lambda path: _docx(path, _LINE, {"word/media/a.emf": bytes(60_000_000)}),
    "anger-for-litet.docx": _claims_to_be_small,
    "anger-300-mb.docx": _claims_to_be_huge,
    "manga-delar.docx": lambda path: _docx(path, _LINE, {f"word/media/{at}": b"" for at in range(5_100)}),
    "manga-stycken.docx": lambda path: _docx(path, _lines(26_000)),
    "nastan-for-manga-stycken.docx": lambda path: _docx(path, _lines(7_500)),
    "en-rad-pa-4-mb.docx": lambda path: _docx(path, _OVERLONG),
    "manga-element.docx": lambda path: _docx(path, b"<w:p>" + b"<w:r/>" * 1_500_000 + b"</w:p>"),
    "manga-rader-i-tabell.docx": lambda path: _docx(path, b"<w:tbl>" + _ROW * 120 + b"</w:tbl>"),
    "entiteter.docx": lambda path: _docx(path, b"<!DOCTYPE x [" + _BILLION + b"]>" + _START + b"&e9;" + _END, whole=True),
    "yttre-entitet.docx": lambda path: _docx(path, _DOCTYPE16, whole=True),
    "utf16.docx": lambda path: _docx(path, _UTF16, whole=True),
    "annan-kodning.docx": lambda path: _docx(path, b'<?xml version="1.0" encoding="ebcdic-xx"?>' + _START + _END, whole=True),
    "djupa-kontroller.docx": lambda path: _docx(path, _nested(_CONTROLS_OPEN, b"</w:sdtContent></w:sdt>", 5_000)),
    "kontroller-strax-under.docx": lambda path: _docx(path, _nested(_CONTROLS_OPEN, b"</w:sdtContent></w:sdt>", 120)),
    "djupa-tabeller.docx": lambda path: _docx(path, _nested(_TABLE_OPEN, _TABLE_SHUT, 5_000)),
    "tabeller-strax-under.docx": lambda path: _docx(path, _nested(_TABLE_OPEN, _LINE + _TABLE_SHUT, 80)),
    "djupa-rutor.docx": lambda path: _docx(path, _nested(_BOX_OPEN, b"</w:txbxContent></w:pict></w:r></w:p>", 60)),
    "djupa-val.docx": lambda path: _docx(path, _nested(_CHOICE_OPEN, b"</mc:Choice></mc:AlternateContent>", 120)),
    "djupa-infogningar.docx": lambda path: _docx(path, b"<w:p>" + _nested(b"<w:ins>", b"</w:ins>", 240, b"<w:r/>") + b"</w:p>"),
    "bred-cell.docx": lambda path: _docx(path, _WIDE),
    "listnummer.docx": lambda path: _docx(path, _LEVELS),
    "avkortad.docx": lambda path: _cut(path, 0.5),
    "nastan-hel.docx": lambda path: _cut(path, 0.99),
    "avkortad-xml.docx": lambda path: _docx(path, _START + _LINE * 50 + b"<w:p", whole=True),
    "krypterad-del.docx": _encrypted,
    "losenord.docx": lambda path: path.write_bytes(_OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le") + bytes(9_000)) and None,
    "gammal.doc": lambda path: path.write_bytes(_OLE + bytes(512) + "WordDocument".encode("utf-16-le") + bytes(9_000)) and None,
    "makron.docm": lambda path: _docx(path, _LINE, {"word/vbaProject.bin": _OLE + bytes(900)}),
    "stigar.docx": lambda path: _docx(path, _LINE, {"../../../../utanfor/x.xml": b"x", "/etc/y": b"y", "customXml/item/../../../z.xml": b"<x/>"}),
    "cirkel.docx": lambda path: _docx(path, _LINE, {"word/_rels/document.xml.rels": _CIRCLE.encode()}),
    "mallar-i-cirkel.docx": lambda path: _docx(path, _LINE, {"word/styles.xml": _STYLE_CIRCLE}),
    "lankar-ut.docx": lambda path: _docx(path, _LINE, {"word/_rels/document.xml.rels": _FOREIGN.encode()}),
    "samma-del-tva-ganger.docx": _same_part_twice,
    "fel-rot.docx": lambda path: _docx(path, b"<html><body>Hej</body></html>", whole=True),
    "tomt-dokument.docx": lambda path: _docx(path, b""),
    "tomt-arkiv.docx": lambda path: _archive(path, {}),
    "annat-arkiv.docx": lambda path: _archive(path, {"bilder/a.txt": b"hej"}),
    "kalkylblad.xlsx": lambda path: _archive(path, {"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<workbook/>"}),
    "kalkylblad-som.docx": lambda path: _archive(path, {"xl/workbook.xml": b"<workbook/>"}),
    "bomb.xlsx": lambda path: _archive(path, {"xl/worksheets/sheet1.xml": bytes(21_000_000)}),
    "pdf-som.docx": lambda path: path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(4_000)) and None,
    "bild-som.docx": lambda path: path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40) and None,
    "webbsida-som.docx": lambda path: path.write_bytes(b"<html><body><p>Verksamhetsplan 2025</p></body></html>") and None,
    "rtf-som.docx": lambda path: path.write_bytes(b"{\\rtf1\\ansi Verksamhetsplan 2025}") and None,
    "tom.docx": lambda path: path.write_bytes(b"") and None,
    "slump.docx": lambda path: path.write_bytes(bytes(at * 7919 % 251 for at in range(50_000))) and None,
    "nollor.txt": lambda path: path.write_bytes(bytes(4_000_000)) and None,
    "en-rad.txt": lambda path: path.write_bytes(b"ord " * 600_000) and None,
    "korta-rader.txt": lambda path: path.write_bytes(b"a\n" * 900_000) and None,
    "manga-mal.txt": lambda path: path.write_bytes(_GOALS) and None,
    "tabbar.txt": lambda path: path.write_bytes(b"\t" * 1_000_000 + b"x") and None,
    "mellanslag.txt": lambda path: path.write_bytes((b"a" + b" " * 40_000) * 25) and None,
}  # fmt: skip
"""How to make each file, by its name."""


def make_all(folder: Path) -> list[Path]:
    """Make every file of the corpus."""
    for name, make in HOSTILE.items():
        make(folder / name)
    return [folder / name for name in HOSTILE]


if __name__ == "__main__":
    import sys

    for made in make_all(Path(sys.argv[1])):
        print(made, made.stat().st_size)
