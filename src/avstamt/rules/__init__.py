"""The rules: pure checks over a report, listed in one tuple, run by one engine."""
