"""What a colleague has done in the Word document: shown field by field, and taken in as the user chooses."""
