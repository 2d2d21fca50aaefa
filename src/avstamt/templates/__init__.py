"""What a report of a kind, level and year contains, KF's goals year by year, and the indicators they use."""
