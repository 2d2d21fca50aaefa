"""The real reports beside the project, imported, go into a file and come back as they were."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from avstamt.importers.opening import read_file
from avstamt.storage.file import read, save
from avstamt.storage.format import dump
from avstamt.storage.schema import schema
from avstamt.templates.catalogue import catalogue

pytestmark = pytest.mark.shared


def test_every_imported_report_is_read_back_equal_and_keeps_to_the_schema(seeds, tmp_path):
    validator = Draft202012Validator(schema())
    for seed in seeds:
        for number, made in enumerate(read_file(seed, catalogue())):
            path = tmp_path / f"{seed.stem}-{number}.avst"
            save(made.report, path, tmp_path / "kopior")
            assert read(path) == made.report
            assert path.read_bytes() == dump(made.report)
            assert validator.is_valid(json.loads(path.read_bytes()))
