"""What a PDF can show: PDF/UA refuses a letter that no font has, so such a letter becomes the replacement character."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

REPLACEMENT = "\ufffd"
_ALWAYS_THERE = 0x250
"""Below this every shipped font has its letters."""
_MOST_TRIED = 400
_NEEDED = frozenset("‐‑–—‘’‚“”„•…−€→≤≥≈≠●◐○\u2009\u200b\u202f")
_TRIAL = (
    b'#set document(title: "x")\n#set text(lang: "sv", font: ("Source Serif 4", "Source Sans 3"))\n#sys.inputs.letter'
)


def shown_by(text: str, fonts: typst.Fonts) -> str:
    """Return the text with every letter that none of the fonts has replaced."""
    import typst

    rare = sorted({letter for letter in text if ord(letter) >= _ALWAYS_THERE})
    compiler = typst.Compiler(font_paths=fonts)
    missing = rare[_MOST_TRIED:] + [letter for letter in rare[:_MOST_TRIED] if not _is_shown(letter, compiler)]
    return text.translate(dict.fromkeys(map(ord, missing), REPLACEMENT))


def plainest(text: str) -> str:
    """Return the text with every letter replaced that a report seldom needs: the last way out.

    A letter may be shown alone and yet not in company (a digit under a foreign accent), which no trial of single
    letters tells.
    """
    return "".join(letter if ord(letter) < _ALWAYS_THERE or letter in _NEEDED else REPLACEMENT for letter in text)


def _is_shown(letter: str, compiler: typst.Compiler) -> bool:
    import typst

    try:
        compiler.compile(_TRIAL, sys_inputs={"letter": letter}, pdf_standards=["ua-1"])
    except typst.TypstError:
        return False
    return True
