"""Settings. Production unless CONSUNO_DEMO=1; every knob is an environment variable.

CONSUNO_DEMO=1       the demo world: loopback only, one-click sign-in, invented people
CONSUNO_HOSTS        names this server answers to, separated by commas (production)
CONSUNO_DATABASE     postgresql://user:password@host:port/name?sslmode=verify-full, or ?host=/socket/dir;
                     else SQLite
CONSUNO_SECRET_KEY   signing key; else one is made and kept in var/
CONSUNO_INSTANCE_KEYS  file of the installation's own key; else one is made and kept in var/
CONSUNO_SIGNERS      file of whose signatures count for the Secretariats; else it is in var/
CONSUNO_ONION        address of the site as an onion service, shown where people report
CONSUNO_VAR          folder of the database, the key and the uploaded minutes; else var/
CONSUNO_MAIL         smtp://user:password@host:port (STARTTLS) or smtps://…; else no mail leaves
CONSUNO_MAIL_FROM    address that mail comes from
CONSUNO_URL          address people type, for links in mail; else https:// and the first host
CONSUNO_CONTACT      where who finds a fault of security writes (https:// or mailto:), for security.txt
CONSUNO_PROXIES      how many proxies pass requests on to this server, each adding to
                     X-Forwarded-For; else 0, and limits count by the address that connects
CONSUNO_HTTPS=0      only where a proxy on the same machine ends TLS for a trial without it
"""

import contextlib
import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from consuno.core import environment
from consuno.core.smtp import LOOPBACK, mail_server

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path(__file__).resolve().parent

# Commands that serve nobody need no names of a server; `consuno up` asks for them.
if _wrong := [each for each in environment.faults() if each.variable != "CONSUNO_HOSTS"]:
    raise ImproperlyConfigured("\n".join(each.said() for each in _wrong))

DEMO = os.environ.get("CONSUNO_DEMO") == "1"
DEBUG = False
VAR = environment.folder(os.environ)
VAR.mkdir(parents=True, exist_ok=True, mode=0o700)


def _secret_key() -> str:
    """Return the key from the environment, or one made once and readable by its owner alone."""
    given = os.environ.get("CONSUNO_SECRET_KEY")
    if given:
        return given
    path = VAR / "secret_key"
    if not path.exists():
        # Written whole beside it and then linked: two processes starting at once agree on one key.
        draft = VAR / f"secret_key.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(64), encoding="ascii")
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(draft)
        draft.unlink()
    return path.read_text(encoding="ascii")


def _database() -> dict[str, object]:
    """SQLite beside the product, or PostgreSQL by URL."""
    url = os.environ.get("CONSUNO_DATABASE", "")
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": VAR / environment.EMBEDDED,
            "OPTIONS": {
                # Deferred transactions fail with "database is locked" under two writers.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                # What is erased is overwritten, not only unlinked.
                " PRAGMA secure_delete=ON;",
            },
        }
    return environment.database(url)


def _mail() -> dict[str, object]:
    """Where mail goes: a server, or in the demo world the folder `mail` of CONSUNO_VAR."""
    address = os.environ.get("CONSUNO_MAIL", "")
    if DEMO:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": VAR / "mail",
        }
    return mail_server(address) if address else {}


SECRET_KEY = _secret_key()
ONION = os.environ.get("CONSUNO_ONION", "")
#: Outside the database, where who can write to it cannot put a signer of their own (core.vault.pins).
SIGNERS = os.environ.get("CONSUNO_SIGNERS") or str(VAR / "signers.json")
#: The installation's key for what the server reads by itself: outside the database and its copies.
INSTANCE_KEYS = os.environ.get("CONSUNO_INSTANCE_KEYS") or str(VAR / "instance_keys")
ALLOWED_HOSTS = (
    list(LOOPBACK) if DEMO else [h for h in os.environ.get("CONSUNO_HOSTS", "").split(",") if h]
)
DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    # Our templates stand before allauth's, so the site comes first.
    "consuno.site",
    "consuno.services",
    "consuno.knowledge",
    "consuno.inquiries",
    "consuno.meetings",
    "consuno.consultation",
    "consuno.cases",
    "consuno.monitoring",
    "consuno.agenda",
    "consuno.directory",
    "consuno.core",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]
if os.environ.get("CONSUNO_DATABASE"):
    INSTALLED_APPS += ["procrastinate.contrib.django"]
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""
# What fell due while no worker ran is run once, up to a day later.
PROCRASTINATE_PERIODIC_DEFAULTS = {"max_delay": 24 * 60 * 60}

MIDDLEWARE = [
    "consuno.site.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "consuno.core.middleware.HeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "consuno.core.middleware.SessionLimitsMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "consuno.directory.middleware.ReaderMiddleware",
    "consuno.core.middleware.DenialMiddleware",
]

ROOT_URLCONF = "consuno.urls"
WSGI_APPLICATION = "consuno.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "consuno.core.context.frame",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "consuno.core.templatetags.consuno",
                "consuno.core.templatetags.fast_tags",  # after Django's, whose tags it quickens
            ],
        },
    }
]

# Our own form widgets are templates of the rooms.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- People
AUTH_USER_MODEL = "core.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["consuno.core.passwords.Hasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "consuno.core.passwords.ContextValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "consuno.core.accounts.AccountAdapter"
ACCOUNT_SESSION_REMEMBER = False
# The key is the account as one network tries it (core.accounts); the rest are the library's own limits.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key,50/d/key"}

ACCOUNT_LOGOUT_REDIRECT_URL = "/"
# A stranger's address gets no letter: whoever typed it learns nothing, and nobody is bothered.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# Before a factor or a password is changed, the person shows again who they are.
ACCOUNT_REAUTHENTICATION_REQUIRED = True
MFA_ADAPTER = "consuno.core.second_factor.Adapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an invitation is what verifies an address here
PASSWORD_RESET_TIMEOUT = 60 * 60 * 4
CACHES = {
    # What libraries count in: shared by all processes, atomic, emptied by time alone.
    "default": {"BACKEND": "consuno.core.counter_cache.CounterCache"},
    # What each process may work out again at any time (core.memo).
    "memory": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
    # The same of what addresses ask for: whoever asks for much pushes out nobody else's.
    "asked": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "asked",
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
}

# --- Languages
LANGUAGE_CODE = "es"
LANGUAGES = [("es", "Español"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LANGUAGE_COOKIE_SAMESITE = "Lax"
FORMAT_MODULE_PATH = ["consuno.core.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "America/El_Salvador"

# --- Mail
#: Shown in security.txt.
CONTACT = os.environ.get("CONSUNO_CONTACT", "")
SITE_URL = os.environ.get("CONSUNO_URL", "").rstrip("/") or f"https://{[*ALLOWED_HOSTS, ''][0]}"
DEFAULT_FROM_EMAIL = os.environ.get("CONSUNO_MAIL_FROM") or f"consuno@{[*ALLOWED_HOSTS, ''][0]}"
MAIL_CONFIGURED = DEMO or bool(os.environ.get("CONSUNO_MAIL"))
globals().update(_mail())

# --- The log: standard error, for the service manager to keep (core.logs says what it leaves out)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "consuno.core.logs.Plain"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING"},
        # What visitors ask for in vain is no failure; what breaks here is.
        "django.request": {"level": "ERROR"},
    },
}

# --- Files
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
FILE_UPLOAD_HANDLERS = ["consuno.core.uploads.LimitedUploadHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# --- Transport and browser
HTTPS = not DEMO and os.environ.get("CONSUNO_HTTPS", "1") == "1"
SECURE_SSL_REDIRECT = HTTPS
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
# Limits on attempts count by address; behind a proxy that would be one address for everybody.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("CONSUNO_PROXIES") or 0)
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
# Each person's own limits are shorter (directory.standing).
#: Forms are guarded by a cookie that goes with the browser, too.
CSRF_COOKIE_AGE = None
SESSION_COOKIE_AGE = 60 * 60 * 24
SESSION_ENGINE = "consuno.core.sessions"
if HTTPS:
    # A browser takes these names only over TLS, for the whole site and for no other host.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "consuno.core.views.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "report-uri": ["/csp/"],
    }
}
