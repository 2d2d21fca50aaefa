"""Word documents that come back: ours, with what a colleague changed, added and remarked."""
