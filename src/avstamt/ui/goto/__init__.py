"""Go to: every part of the report and every action of the window, by a few letters of its name."""
