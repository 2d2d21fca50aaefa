"""A file that is no whole report is refused with one sentence that says what is wrong where; nothing else is raised."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.builders import rich_report

from avstamt.storage.format import dump, load
from avstamt.storage.refused import FileRefused

WHOLE = dump(rich_report())


def fault(data: bytes) -> str:
    with pytest.raises(FileRefused) as refusal:
        load(data)
    return refusal.value.what


def refused(data: bytes) -> str:
    """Return what is said against the content, nothing where it opens."""
    try:
        load(data)
    except FileRefused as refusal:
        return refusal.what
    return ""


def comes_back(data: bytes) -> bool:
    """Tell whether the content that opens is saved and opened again as the same report."""
    made = load(data)
    return load(dump(made)) == made


def spoilt(*path: int | str, value: object = None) -> bytes:
    """Return the whole file with one value changed."""
    content = json.loads(WHOLE)
    here = content
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    return json.dumps(content).encode()


INDICATOR = ("report", "goals", 1, "indicators", 0)
BLOCK = ("report", "goals", 2, "analysis", "blocks", 1)
ROW = ("report", "sections", 3, "tables", 0, "rows", 1)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "den är tom"),
        (b" \n", "den är tom"),
        (b"Verksamhetsplan 2024", "den är inte en rapport från Avstämt"),
        (b"[]", "den är inte en rapport från Avstämt"),
        (b"PK\x03\x04 resten", "den är ett Word- eller Excel-dokument, inte en rapport från Avstämt"),
        (b'{\n "format": 1,\n "program": "Avs', "rad 3 är avbruten"),
        (b'{\n "format": 1,\n "program" "Avs"}', "rad 3 går inte att tolka vid tecken 12"),
        (b'{\n "format": 1,\n "program": "\xff"}', "rad 3 har tecken som inte är sparade som UTF-8"),
        (b'{"format": 1, "report": ' + b"[" * 100_000, "rad 1 ligger för många nivåer ner"),
        (b'{"program": "Avst"}', "den har inget giltigt formatnummer"),
        (b'{"format": "1"}', "den har inget giltigt formatnummer"),
        (b'{"format": true}', "den har inget giltigt formatnummer"),
        (b'{"format": 0}', "den har inget giltigt formatnummer"),
        (b'{"format": 1}', "rapporten saknas"),
        (spoilt("report", value=[]), "rapporten ska vara en grupp av uppgifter"),
        (spoilt("report", "year", value="2024"), "år ska vara ett heltal"),
        (spoilt("report", "goals", value={}), "målen ska vara en lista"),
        (spoilt("report", "goals", 1, "level", value="delmål"), "mål 1.3, nivå har ett värde som inte finns"),
        (spoilt("report", "goals", 2, "id", value="å ä"), "mål ’Besökarna får snabbt svar’, id har en form som inte är tillåten"),
        (spoilt(*INDICATOR, "outcome", value=86), "mål 1.3, indikator 1, utfall ska vara text"),
        (spoilt(*INDICATOR, "färg", value="röd"), "mål 1.3, indikator 1, ’färg’ är en uppgift som programmet inte känner till"),
        (spoilt(*BLOCK, "kind", value="bild"),
         "mål ’Besökarna får snabbt svar’, analys, stycke 2 är av ett slag som inte finns"),
        (spoilt(*BLOCK, "runs", 0, "bold", value="ja"),
         "mål ’Besökarna får snabbt svar’, analys, stycke 2, textdel 1, fetstil ska vara true eller false"),
        (spoilt(*ROW, "cells", 0, "text"), "avsnitt ’Uppföljning av driftbudget’, tabell 1, rad 2, cell 1, text ska vara text"),
        (spoilt(*ROW, "cells", 0, "id", value="c9"),
         "avsnitt ’Uppföljning av driftbudget’, tabell 1: raden r2 har en cell utan kolumn i tabellen t1"),
        (spoilt("report", "goals", 2, "parent", value="g9"), "rapporten: mål g3 hör till g9, som inte finns"),
        (spoilt("report", "waivers", value=[{"id": "w1", "rule": "X", "place": "måål"}]),
         "undantag 1, plats har en form som inte är tillåten"),
        (spoilt("report", "waivers", value=[{"id": "w1", "place": "goals"}, {"id": "w2", "place": "goals"}]),
         "undantag 1, regel saknas (och 1 fel till)"),
    ],
)  # fmt: skip
def test_the_sentence_names_the_row_or_the_part(data, said):
    assert fault(data) == said


def test_a_newer_format_is_named_and_the_way_out_told():
    with pytest.raises(FileRefused) as refusal:
        load(spoilt("format", value=3))
    assert str(refusal.value) == (
        "Filen gick inte att läsa: den har format 3, och den här versionen av programmet läser till och med format 2. "
        "Uppdatera programmet, eller be om filen i ett äldre format."
    )


@given(st.integers(0, len(WHOLE) - 3))
@settings(max_examples=60, deadline=None)
def test_a_file_cut_anywhere_is_refused(length):
    assert fault(WHOLE[:length])


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
@example(0, 0xEF)
@settings(max_examples=150, deadline=None)
def test_a_changed_byte_is_refused_or_harmless_but_never_a_crash(at, byte):
    data = WHOLE[:at] + bytes([byte]) + WHOLE[at + 1 :]
    assert refused(data) or comes_back(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "kind", "runs", "goals"]), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
PARTS = st.sampled_from(
    [("report",), ("report", "goals"), ("report", "goals", 1), INDICATOR, (*INDICATOR, "name"), BLOCK, (*BLOCK, "runs"), ROW,
     ("report", "year"), ("report", "front"), ("report", "provenance"), ("report", "comments")]
)  # fmt: skip


@given(PARTS, JSON)
@settings(max_examples=150, deadline=None)
def test_any_value_in_any_place_is_refused_or_harmless_but_never_a_crash(path, value):
    data = spoilt(*path, value=value)
    assert refused(data) or comes_back(data)
