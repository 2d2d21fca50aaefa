"""The sample reports as readable source: YAML in this folder, and what makes reports, slips and texts of it."""
