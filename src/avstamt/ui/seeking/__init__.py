"""Find and replace: what is looked for, and where it stands in the report, beside the page."""
