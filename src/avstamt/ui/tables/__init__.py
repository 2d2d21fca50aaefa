"""Tables that look like the printed ones and are edited like a spreadsheet."""
