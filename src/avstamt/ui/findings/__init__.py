"""The panel on the right: what does not add up, on what evidence, and what to do about it."""
