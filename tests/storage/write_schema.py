"""Writes the published schema anew after a change of the models: `python -m tests.storage.write_schema`."""

from __future__ import annotations

import json

from avstamt.resources import resource
from avstamt.storage.schema import NAME, schema


def main() -> None:
    """Write the schema of today's format to its place among the resources."""
    path = resource("schema", NAME)
    path.write_text(json.dumps(schema(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(path)


if __name__ == "__main__":
    main()
