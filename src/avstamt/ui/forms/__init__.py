"""The page in the middle: one calm form for each part of a report."""
