"""Reads the YAML files of templates, years and indicators into their models, with errors that name file and line."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import ValidationError

from avstamt.domain.base import Frozen
from avstamt.templates.faults import TemplateBroken, said_in_swedish
from avstamt.templates.indicators import IndicatorEntry
from avstamt.templates.nodes import Parts, broken, data_of, file_of, line_of, node_at, read_nodes
from avstamt.templates.template import CityYears, Template

Model = TypeVar("Model", bound=Frozen)


class IndicatorFile(Frozen):
    """A file of the indicator catalogue."""

    indicators: tuple[IndicatorEntry, ...]


def load_templates(folder: Path) -> tuple[Template, ...]:
    """Return the templates of `folder` (one a file), put together from `folder/parts`; raises TemplateBroken.

    A template may itself be used by another, under its file's name without ending.
    """
    parts = Parts()
    for path in sorted((folder / "parts").glob("*.yaml")):
        for key, value in read_nodes(path).value:
            parts.add(str(key.value), value)
    files = {path.stem: read_nodes(path) for path in _files(folder)}
    for name, node in files.items():
        parts.add(name, node)
    return tuple(validated(Template, parts.expand(node)) for node in files.values())


def load_years(folder: Path) -> tuple[CityYears, ...]:
    """Return KF's goals, one mandate a file, earliest first; raises TemplateBroken."""
    mandates = [validated(CityYears, read_nodes(path)) for path in _files(folder)]
    return tuple(sorted(mandates, key=lambda mandate: mandate.first_year))


def load_indicators(folder: Path) -> tuple[IndicatorEntry, ...]:
    """Return the indicators of every file in `folder`; raises TemplateBroken."""
    files = [validated(IndicatorFile, read_nodes(path)) for path in _files(folder)]
    return tuple(entry for file in files for entry in file.indicators)


def validated(model: type[Model], node: yaml.Node) -> Model:
    """Return the model that a node describes; raises TemplateBroken, naming the line of the first error."""
    data = data_of(node)
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = node_at(node, first["loc"])
        if not first["loc"]:
            raise TemplateBroken(file_of(place), line_of(place), said_in_swedish(first)) from error
        raise broken(place, said_in_swedish(first)) from error


def _files(folder: Path) -> list[Path]:
    found = sorted(folder.glob("*.yaml"))
    if not found:
        raise TemplateBroken(str(folder), None, "mappen saknas eller är tom")
    return found
