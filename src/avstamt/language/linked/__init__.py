"""Figures in running text that follow their source: what can be linked, how it is written, and how it is kept fresh."""
