"""Keys, and what they seal: the only room with cryptography (architecture, section 6)."""
