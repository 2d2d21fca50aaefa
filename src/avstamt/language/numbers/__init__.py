"""Every quantity in a text, in digits and in words, and the digits that are no quantity."""
