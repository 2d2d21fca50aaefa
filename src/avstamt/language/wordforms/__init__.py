"""Word forms: stems, compounds, and whether a text speaks of an indicator."""
