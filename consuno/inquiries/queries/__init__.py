"""Reads of information requests."""
