"""From one report to the next: what of a report goes on into the one that follows it."""
