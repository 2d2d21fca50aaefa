"""The report and its parts: immutable data, places that point into it, and pure functions that change it."""
