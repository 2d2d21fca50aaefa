"""WordprocessingML, element by element: the rooms that export/word.py builds a document from."""
