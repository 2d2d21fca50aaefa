"""YAML read as nodes that know their file and line, and put together from shared parts.

A mapping that says `use: name` stands for the shared part of that name, with its own other keys instead of the part's.
In a list, a part that is itself a list is laid in place. Every scalar is text: "1.10" stays "1.10", and the models
say what is a number.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import yaml

from avstamt.templates.faults import TemplateBroken

Data: TypeAlias = "str | list[Data] | dict[str, Data]"
_LOADER: type[yaml.CBaseLoader | yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_USE = "use"


def read_nodes(path: Path) -> yaml.MappingNode:
    """Return the mapping a YAML file holds, as nodes; raises TemplateBroken."""
    try:
        with path.open("rb") as stream:
            node = yaml.compose(stream, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise TemplateBroken(path.name, mark.line + 1 if mark else None, "raden följer inte formatet YAML") from error
    except (OSError, UnicodeDecodeError, yaml.reader.ReaderError) as error:
        raise TemplateBroken(path.name, None, "filen går inte att läsa som text") from error
    if not isinstance(node, yaml.MappingNode):
        raise TemplateBroken(path.name, None, "filen ska bestå av uppgifter med namn")
    return node


def line_of(node: yaml.Node) -> int:
    """Return the line a node starts on, counted from 1."""
    return int(node.start_mark.line) + 1


def file_of(node: yaml.Node) -> str:
    """Return the name of the file a node stands in."""
    return Path(str(node.start_mark.name)).name


def broken(node: yaml.Node, what: str) -> TemplateBroken:
    """Return the exception that says what is wrong at a node."""
    return TemplateBroken(file_of(node), line_of(node), what)


class Parts:
    """The shared parts by name; a part may use other parts, but not itself."""

    def __init__(self) -> None:
        self._raw: dict[str, yaml.Node] = {}
        self._whole: dict[str, yaml.Node] = {}
        self._open: list[str] = []

    def add(self, name: str, node: yaml.Node) -> None:
        """Take a part in; raises TemplateBroken where the name is taken."""
        if name in self._raw:
            raise broken(node, f"den delade delen ’{name}’ finns redan i {file_of(self._raw[name])}")
        self._raw[name] = node

    def expand(self, node: yaml.Node) -> yaml.Node:
        """Return the node with every `use` replaced by the part it names; raises TemplateBroken."""
        if isinstance(node, yaml.MappingNode):
            return self._expanded_mapping(node)
        if isinstance(node, yaml.SequenceNode):
            items = [item for child in node.value for item in self._expanded_item(child)]
            return yaml.SequenceNode(node.tag, items, node.start_mark, node.end_mark)
        return node

    def _expanded_item(self, child: yaml.Node) -> list[yaml.Node]:
        whole = self.expand(child)
        if isinstance(whole, yaml.SequenceNode) and isinstance(child, yaml.MappingNode):
            return list(whole.value)
        return [whole]

    def _expanded_mapping(self, node: yaml.MappingNode) -> yaml.Node:
        used = next((value for key, value in node.value if key.value == _USE), None)
        own = [(key, self.expand(value)) for key, value in node.value if key.value != _USE]
        if used is None:
            return yaml.MappingNode(node.tag, own, node.start_mark, node.end_mark)
        part = self._part(used)
        if not own:
            return part
        if not isinstance(part, yaml.MappingNode):
            raise broken(
                used,
                f"den delade delen ’{used.value}’ kan inte kompletteras, eftersom den inte har namngivna uppgifter",
            )
        replaced = {key.value for key, _value in own}
        kept = [(key, value) for key, value in part.value if key.value not in replaced]
        return yaml.MappingNode(node.tag, kept + own, node.start_mark, node.end_mark)

    def _part(self, used: yaml.Node) -> yaml.Node:
        name = str(used.value)
        if name in self._whole:
            return self._whole[name]
        if name not in self._raw:
            raise broken(used, f"den delade delen ’{name}’ finns inte")
        if name in self._open:
            raise broken(used, f"den delade delen ’{name}’ använder sig själv")
        self._open.append(name)
        self._whole[name] = self.expand(self._raw[name])
        self._open.pop()
        return self._whole[name]


def data_of(node: yaml.Node) -> Data:
    """Return the plain data of an expanded node; raises TemplateBroken where a key stands twice."""
    if isinstance(node, yaml.MappingNode):
        data: dict[str, Data] = {}
        for key, value in node.value:
            if key.value in data:
                raise broken(key, f"uppgiften ’{key.value}’ står två gånger")
            data[str(key.value)] = data_of(value)
        return data
    if isinstance(node, yaml.SequenceNode):
        return [data_of(child) for child in node.value]
    return str(node.value)


def node_at(node: yaml.Node, location: tuple[int | str, ...]) -> yaml.Node:
    """Return the node at a pydantic location, or the nearest above it; for an unknown key, the key itself."""
    for step in location:
        below = _below(node, step)
        if below is None:
            return node
        node = below
    return node


def _below(node: yaml.Node, step: int | str) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        child: yaml.Node = node.value[step]
        return child
    if isinstance(node, yaml.MappingNode):
        return next((_pointed(key, value) for key, value in node.value if key.value == step), None)
    return None


def _pointed(key: yaml.Node, value: yaml.Node) -> yaml.Node:
    return key if isinstance(value, yaml.ScalarNode) else value
