"""Papers made from a report: Word, tagged PDF, Excel and JSON, the first two from one outline."""
