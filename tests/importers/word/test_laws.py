"""Whatever a report holds comes back from Word as it went out; whatever is done to a file, it is read or refused."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from tests import strategies
from tests.builders import rich_report
from tests.importers.word.documents import fetched, written

from avstamt.importers.model import ImportRefused
from avstamt.importers.opening import read_file
from avstamt.storage.format import load

_VALUES = ("", "-1", "99999999999", "å", "_av_aaaaaaaaaaaaaaaa", "1")
_PARTS = ("word/document.xml", "word/numbering.xml", "word/styles.xml", "customXml/item1.xml")


@pytest.fixture(scope="module")
def sent(tmp_path_factory) -> bytes:
    return written(rich_report(), tmp_path_factory.mktemp("ut") / "ut.docx").read_bytes()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(report=strategies.reports())
def test_any_report_comes_back_as_it_went_out(report, tmp_path_factory):
    back = fetched(written(report, tmp_path_factory.mktemp("resa") / "ut.docx"))
    assert back.report == report
    assert (back.loose, back.missing, back.comments) == ((), (), ())


def _flipped(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def _without_parts(data: bytes, chance: random.Random) -> bytes:
    parts = _unpacked(data)
    for name in chance.sample(sorted(parts), chance.randint(1, 4)):
        del parts[name]
    return _packed(parts)


def _broken_xml(data: bytes, chance: random.Random) -> bytes:
    """Return the file with elements dropped, attributes and texts changed, or bytes flipped inside one part."""
    parts = _unpacked(data)
    name = chance.choice(_PARTS)
    if chance.random() < 0.3:
        return _packed(parts | {name: _flipped(parts[name], chance)})
    root = etree.fromstring(parts[name])
    for _ in range(chance.randint(1, 20)):
        node = chance.choice(list(root.iter()))
        if node.getparent() is not None and chance.random() < 0.5:
            node.getparent().remove(node)
        elif node.attrib:
            node.set(chance.choice(list(node.attrib)), chance.choice(_VALUES))
        elif node.text:
            node.text = chance.choice(_VALUES)
    return _packed(parts | {name: etree.tostring(root)})


def _unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def _outcomes(path: Path, shipped) -> Iterator[bool]:
    for loader in (load, None):
        try:
            yield bool(read_file(path, shipped, loader))
        except ImportRefused as refused:
            yield str(refused).endswith(".")


@pytest.mark.parametrize("harm", [_flipped, _without_parts, _broken_xml], ids=lambda harm: harm.__name__.strip("_"))
def test_a_mutilated_document_is_read_or_refused_in_a_sentence(harm, sent, tmp_path, shipped):
    chance = random.Random(5)  # noqa: S311 - the same harm every time
    for _ in range(25):
        (tmp_path / "skadad.docx").write_bytes(harm(sent, chance))
        assert all(_outcomes(tmp_path / "skadad.docx", shipped))


def test_a_carried_report_that_is_no_base_64_is_refused(sent, tmp_path, shipped):
    path = tmp_path / "skadad.docx"
    path.write_bytes(
        _packed(
            _unpacked(sent)
            | {"customXml/item1.xml": '<p:printed xmlns:p="urn:avstamt:printed:1">å</p:printed>'.encode()}
        )
    )
    with pytest.raises(ImportRefused, match="vilken rapport den hör till"):
        read_file(path, shipped, load)
