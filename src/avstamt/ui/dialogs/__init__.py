"""The few questions that the window cannot do without."""
