"""What a browser calls itself, as the few words its owner would use."""

from __future__ import annotations

#: The first that is found names it: several families also carry the names of others.
BROWSERS = (
    ("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)  # fmt: skip
SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
    ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
)  # fmt: skip


def device(agent: str) -> str:
    """Return "Firefox · Windows"; empty where neither is known. The version is left out."""
    found = (
        next((word for mark, word in names if mark in agent), "") for names in (BROWSERS, SYSTEMS)
    )
    return " · ".join(word for word in found if word)
