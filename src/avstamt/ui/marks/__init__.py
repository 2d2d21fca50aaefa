"""Findings where they stand: underlined in the text, explained on hover, mended from a menu."""
