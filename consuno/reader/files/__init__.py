"""Reads uploaded files in a child process with limits; started by `consuno.agenda.papers`."""
