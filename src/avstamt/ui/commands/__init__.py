"""What the window's actions do."""
