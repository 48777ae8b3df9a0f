"""What the application server runs."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "consuno.settings")
application = get_wsgi_application()

from consuno.core import running  # noqa: E402 (after the settings)

running.hold()
