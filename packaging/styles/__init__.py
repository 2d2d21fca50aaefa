"""The named styles of the styles document, and the Word package around them."""
