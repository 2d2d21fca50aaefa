"""Avstämt: writes and checks the City of Stockholm's goal reports, offline."""

__version__ = "0.1.0"
