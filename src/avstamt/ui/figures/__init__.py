"""Linked figures in the window: the menu that inserts them, how they are marked in a text, and where they are used."""
