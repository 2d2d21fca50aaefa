"""Rich text on the screen: our block model written to and read from a QTextDocument, and how it is edited."""
