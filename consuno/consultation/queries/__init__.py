"""Reads of consultation."""
