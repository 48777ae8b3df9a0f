"""Reads of the agenda; each takes `reader`, the person (or nobody) who reads."""
