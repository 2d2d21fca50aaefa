"""The window: the only room that knows Qt."""

import builtins

_import = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _import
"""PySide puts an import of its own in the place of Python's, which reads the source of every module imported from then
on to see whether it uses PySide's other spellings of Qt's names. None of ours does, and the reading took a tenth of the
start and of the loading of the report's machinery."""
