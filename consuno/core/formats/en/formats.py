"""English as the region writes it: the day first, as in Spanish."""

DATE_FORMAT = "j F Y"
