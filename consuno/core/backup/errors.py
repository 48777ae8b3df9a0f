"""What goes wrong with a copy."""


class BackupError(RuntimeError):
    """No copy was made, or none was put back; the message says why."""
