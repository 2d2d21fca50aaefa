"""What is said when a file cannot be written."""

from __future__ import annotations


class ExportRefused(Exception):
    """The paper cannot be made or written; the message is a Swedish sentence that says what, where and what to do."""
