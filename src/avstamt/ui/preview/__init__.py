"""The pages as they will print, beside the form, following the place that is edited."""
