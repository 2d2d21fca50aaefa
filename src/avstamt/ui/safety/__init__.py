"""Nobody's words are lost: rescue copies, who has a file open, files changed by others, older versions."""
