"""The fields of the page: each holds one value, says when the user has changed it, and never changes it by itself."""
