"""Reads a file that someone else wrote as reports: everything in it is kept, every doubt is told with its lines."""
