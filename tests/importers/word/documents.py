"""Word documents that go out and come back: written by us, changed as a colleague would, with lxml as Word would."""

from __future__ import annotations

import random
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from copy import deepcopy
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from avstamt.domain.report import Report
from avstamt.export.word import write_word
from avstamt.importers.word.returning import Returned, read_return, returned
from avstamt.storage.format import dump, load
from avstamt.templates.catalogue import catalogue

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"
OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) finns inte på den här datorn.")
_WRITTEN: dict[bytes, bytes] = {}


def written(report: Report, path: Path) -> Path:
    """Write a report as a document that may come back; the same report is set in type once."""
    key = dump(report)
    if key not in _WRITTEN:
        template = catalogue().template(report.kind, report.level, report.year)
        write_word(report, template, path, base=key)
        _WRITTEN[key] = path.read_bytes()
    path.write_bytes(_WRITTEN[key])
    return path


def fetched(path: Path) -> Returned:
    """Fetch what has been changed in a document."""
    came = read_return(path)
    return returned(came, load(came.base))


def changed(path: Path, change: Callable[[etree._Element], None], name: str = DOCUMENT) -> Path:
    """Change one part of a document in place."""
    with zipfile.ZipFile(path) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    root = etree.fromstring(parts[name])
    change(root)
    parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for each, data in parts.items():
            package.writestr(each, data)
    path.write_bytes(made.getvalue())
    return path


def all_through_office(paths: Sequence[Path], profile: Path) -> Path:
    """Return the folder with the documents as LibreOffice writes them after opening them, all in one run of it."""
    assert OFFICE is not None
    out = paths[0].parent / "sparad"
    command = [OFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "docx"]
    subprocess.run([*command, "--outdir", str(out), *map(str, paths)], check=True, capture_output=True, timeout=300)
    return out


def controls(root: etree._Element, tag: str) -> list[etree._Element]:
    """Return the content controls of a name."""
    return [
        node
        for node in root.iter(f"{W}sdt")
        if node.find(f"{W}sdtPr/{W}tag") is not None and node.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == tag
    ]


def paragraphs_in(control: etree._Element) -> list[etree._Element]:
    return list(control.iter(f"{W}p"))


def say(paragraph: etree._Element, words: str) -> None:
    """Put words in place of what a paragraph, or a control in one, says."""
    texts = list(paragraph.iter(f"{W}t"))
    texts[0].text = words
    for text in texts[1:]:
        text.text = ""


def added_after(paragraph: etree._Element, words: str) -> etree._Element:
    """Add a paragraph of the same look, as Enter at the end of the line does."""
    made = etree.Element(f"{W}p")
    if (look := paragraph.find(f"{W}pPr")) is not None:
        made.append(deepcopy(look))
    etree.SubElement(etree.SubElement(made, f"{W}r"), f"{W}t").text = words
    paragraph.addnext(made)
    return made


def some_words(chance: random.Random) -> str:
    """Return a sentence that no report says."""
    verbs = ("ser över", "utvecklar", "följer", "planerar", "avslutar")
    things = ("schemat", "introduktionen", "köket", "rutinerna för överlämning", "samtalen med närstående")
    return f"Gruppen {chance.choice(verbs)} {chance.choice(things)} vecka {chance.randint(1, 52)}, punkt {chance.randint(100, 999)}."
