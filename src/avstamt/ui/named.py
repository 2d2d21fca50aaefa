"""Properties of Qt's objects set by the names of their values, which Qt knows without Python.

PySide makes a Python class of every enumeration in `Qt` when one of them is first named, which takes a quarter of a cold
start. What is made before the window is shown names none of them (`tests/ui/test_cold_start.py`).
"""

from __future__ import annotations

from PySide6.QtCore import QObject


def put(widget: QObject, **values: str) -> None:
    """Set properties, each to the value that Qt knows by this name; raises ValueError where there is no such."""
    for name, value in values.items():
        if not widget.setProperty(name, value):
            raise ValueError(f"{name}: {value}")
