"""An organisation's key signed by three invented people: its own, and one pinned for each Secretariat."""

from consuno.core.models import User
from consuno.core.vault import locks, pins, trust


def someone(name):
    """An invented person with their vault open; the same each time."""
    user, _new = User.objects.get_or_create(
        email=f"{name}@example.org", defaults={"name": "Inventada"}
    )
    return locks.begin(user, "x")


def sign(key):
    """Let everybody sign it, by signers made once; returns them by standing."""
    made = {}
    for standing in trust.NEEDED:
        made[standing] = someone(f"firma-{standing}-{key.pk}".lower())
        if standing in trust.PINNED:
            pins.add(made[standing].key, standing)
        trust.endorse(key, standing, made[standing], by=made[standing].key.user, on_behalf_of="x")
    return made
