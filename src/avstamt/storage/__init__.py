"""The file: a report as bytes and back, saved so that nothing is ever half written, with backups of what stood before."""
