"""The outline on the left: the whole report in order, with what is assessed and what does not add up."""
