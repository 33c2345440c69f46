"""The settings. With nothing set in the environment this is a development set-up that runs.

A production set-up sets SECRET_KEY and PUBLIC_URL; docs/settings.md lists every name.
"""

from pathlib import Path

from readiness import environment as env
from readiness import places
from readiness.accounts import rates

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"

# What kind of set-up this is. Without a SECRET_KEY it can only be somebody's own machine.
DEVELOPMENT = env.yes_or_no("DEVELOPMENT", default=not env.text("SECRET_KEY"))
DEBUG = env.yes_or_no("DEBUG", default=False)
SECRET_KEY = env.text("SECRET_KEY") or (env.kept_secret(VAR / "secret_key") if DEVELOPMENT else "")
if not SECRET_KEY:
    raise env.BadSetting("SECRET_KEY", "must be set, as this is not a development set-up.")
if len(SECRET_KEY) < 50:
    raise env.BadSetting("SECRET_KEY", "must be 50 random characters or more, and never shared.")

PORT = env.whole_number("PORT", 8000, most=65_535)
PUBLIC_URL = env.text("PUBLIC_URL", f"http://127.0.0.1:{PORT}" if DEVELOPMENT else "").rstrip("/")
_public = env.address("PUBLIC_URL", PUBLIC_URL)
SECURE = _public.scheme == "https"

# When SECRET_KEY is changed, what the former ones signed and sealed can still be read.
SECRET_KEY_FALLBACKS = env.text("FORMER_SECRET_KEYS").split()

ALLOWED_HOSTS = [_public.hostname, *(["localhost", "127.0.0.1"] if DEVELOPMENT else [])]
CSRF_TRUSTED_ORIGINS = [f"{_public.scheme}://{_public.netloc}"]

INSTALLED_APPS = [
    "readiness.accounts",
    "readiness.catalogue",
    "readiness.cases",
    "readiness.benefits",
    "readiness.suppliers",
    "readiness.reports",
    "readiness.contact",
    "readiness.voices",
    "readiness.desk",
    "readiness.legal",
    "readiness.privacy",
    "readiness.running",
    "simple_history",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "readiness.accounts.admin_config.StaffAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "readiness.errors.Reference",
    "django.middleware.security.SecurityMiddleware",
    "readiness.headers.PermissionsPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "readiness.running.odd_letters.only_utf8",
    "readiness.errors.Maintenance",
    "readiness.running.odd_letters.no_nul",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "readiness.accounts.gate.Gate",
    "simple_history.middleware.HistoryRequestMiddleware",
    "readiness.errors.NoBlankPage",
]

ROOT_URLCONF = "readiness.urls"
WSGI_APPLICATION = "readiness.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "readiness.errors.of_request",
            ]
        },
    }
]

DATABASES = {"default": places.database(VAR)}
POSTGRESQL = DATABASES["default"]["ENGINE"] == places.POSTGRESQL
if POSTGRESQL:
    INSTALLED_APPS.insert(0, "procrastinate.contrib.django")  # before what takes its pages away
    PROCRASTINATE_IMPORT_PATHS = ["readiness.running.queue"]
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60  # seconds that a link to set a password works

LANGUAGE_CODE = "en-gb"
FORMAT_MODULE_PATH = "readiness.formats"
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "static"]
STORAGES = {
    "default": places.documents(),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
MEDIA_ROOT = VAR / "media"  # the documents of what was sent, for nobody else on this machine
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
# Mails have a queue of their own, so that a slow mail server holds up no document.
TASKS = {
    "default": {
        "BACKEND": "readiness.background.ThreadBackend",
        "QUEUES": ["default", "mail"],
    }
}
if POSTGRESQL:  # for `manage.py worker` to do, on any machine
    TASKS["default"]["BACKEND"] = "readiness.running.queue.QueueBackend"
BACKUP_KEY = env.text("BACKUP_KEY")
if BACKUP_KEY and len(BACKUP_KEY) < 20:
    raise env.BadSetting("BACKUP_KEY", "must be 20 random characters or more.")
FIXTURES = ROOT / "fixtures"
FONTS = VAR / "fonts"

# Nothing but our own files, and nothing written into the page.
SECURE_CSP = {
    "default-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "object-src": ["'none'"],
}
# Not “no-referrer”: with it a browser sends no Origin with a form, and no form gets through.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = ["^health$", "^ready$"]  # who watches it stands behind the proxy
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
BEHIND_PROXY = env.yes_or_no("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"

# Messages may hold a one-time link of staff, so they are kept here and not in a cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SESSION_ENGINE = "readiness.accounts.sessions"
# Care homes share computers, so a session ends after twelve idle hours.
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_FAILURE_VIEW = "readiness.errors.not_from_our_page"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"

# Staff sign in with allauth, which takes the settings with ACCOUNT_ and MFA_ before them.
ACCOUNT_ADAPTER = "readiness.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"  # an administrator enters the addresses
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nor do strangers get mail from us
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
ACCOUNT_SESSION_REMEMBER = False  # signed out when the browser is closed
ACCOUNT_RATE_LIMITS = rates.ALLAUTH
ACCOUNT_FORMS = {
    "login": "readiness.accounts.forms.SignInForm",
    "change_password": "readiness.accounts.forms.ChangePasswordForm",
    "reset_password": "readiness.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "readiness.accounts.forms.NewPasswordForm",
    "reauthenticate": "readiness.accounts.forms.PasswordAgainForm",
}
MFA_ADAPTER = "readiness.accounts.adapters.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Readiness"
MFA_TOTP_TOLERANCE = 1  # a code that has just run out still counts: clocks differ
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_FORMS = {
    "authenticate": "readiness.accounts.forms.CodeForm",
    "authenticate_webauthn": "readiness.accounts.forms.PasskeyForm",
    "reauthenticate": "readiness.accounts.forms.CodeAgainForm",
    "reauthenticate_webauthn": "readiness.accounts.forms.PasskeyAgainForm",
    "activate_totp": "readiness.accounts.forms.SetUpAppForm",
    "add_webauthn": "readiness.accounts.forms.NewPasskeyForm",
    "edit_webauthn": "readiness.accounts.forms.RenamePasskeyForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0

# E-mail goes out where a mail server is named; a development set-up writes it to var/mail.
MAIL_FROM = DEFAULT_FROM_EMAIL = env.text("MAIL_FROM", f"guide@{_public.hostname}")
MAIL_HOST = env.text("MAIL_HOST")
CAN_MAIL = bool(MAIL_HOST) or DEVELOPMENT
if MAIL_HOST:
    MAILERS = {
        "default": {
            "BACKEND": "readiness.mail_server.Server",
            "OPTIONS": {
                "host": MAIL_HOST,
                "port": env.whole_number("MAIL_PORT", 587),
                "username": env.text("MAIL_USER"),
                "password": env.text("MAIL_PASSWORD"),
                "use_tls": env.yes_or_no("MAIL_TLS", default=True),
                "timeout": 10,
            },
        }
    }
elif DEVELOPMENT:
    MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "OPTIONS": {"file_path": VAR / "mail"},
        }
    }

else:
    MAILERS = {}

# What the privacy notice says of this set-up. Where others use it, `check --deploy` asks for it.
OPERATOR = env.text("OPERATOR")
OPERATOR_EMAIL = env.text("OPERATOR_EMAIL")
HOSTED_IN = env.text("HOSTED_IN")
# How long cases are kept that nobody opens; 0 is for ever. Owners are warned before.
KEEP_DRAFTS = env.whole_number("KEEP_DRAFTS", 12, most=1200)  # months
KEEP_SENT = env.whole_number("KEEP_SENT", 36, most=1200)  # months
WARN_BEFORE = (30, 7)  # days: once at each
# How long an owner who asked for a case to be erased has to change their mind.
ERASE_AFTER = env.whole_number("ERASE_AFTER", 14, most=365)  # days
# Whether the guide does by itself, while it is visited, what has to be done every day.
DAILY_BY_ITSELF = env.yes_or_no("DAILY_BY_ITSELF", default=True)

CACHES = places.caches(shared=POSTGRESQL)

# Whether there are consultants who review what is sent. Without them a board decides on it as it is.
REVIEW = env.yes_or_no("REVIEW", default=True)
# The usual time that a consultant takes, shown on the confirmation page.
REVIEW_TURNAROUND = env.text("REVIEW_TURNAROUND", "10 working days")

# While this is set, every page says that we are back then, such as “at 14:00”.
MAINTENANCE = env.text("MAINTENANCE")

# A line of text for each event, or of JSON for machines that gather them. What a queue says of its
# jobs holds what they were given, so it is not printed; we say ourselves what went wrong.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "no_tokens": {"()": "readiness.logs.NoTokens"},
        "reference": {"()": "readiness.logs.OfRequest"},
    },
    "formatters": {
        "text": {"format": "%(asctime)s %(levelname)s %(reference)s %(message)s"},
        "json": {"()": "readiness.json_lines.JsonLines"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["no_tokens", "reference"],
            "formatter": env.one_of("LOG_FORMAT", "text", "json"),
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"procrastinate": {"level": "CRITICAL"}},
}
