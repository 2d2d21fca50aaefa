"""The handläggare's reading of a report: comments in the text, and which parts are done and reviewed."""
