"""Django's settings, made from the configuration (see ``netsot.conf``). Importing this has no side effects."""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from netsot import __version__
from netsot.conf import loader, secrets, services
from netsot.conf.loader import ConfigurationError
from netsot.server import paths

VERSION = __version__
BASE_DIR = paths.CHECKOUT

try:
    LAYOUT = paths.layout()
    NETSOT_HOME = LAYOUT.home
    CONFIGURATION, CONFIGURED_PARAMETERS = loader.load(NETSOT_HOME)
    _generated = secrets.read(NETSOT_HOME)
    if not CONFIGURATION["SECRET_KEY"]:
        CONFIGURATION["SECRET_KEY"] = _generated.get("SECRET_KEY", "")
    if not CONFIGURATION["API_TOKEN_PEPPERS"] and "API_TOKEN_PEPPER_1" in _generated:
        CONFIGURATION["API_TOKEN_PEPPERS"] = {1: _generated["API_TOKEN_PEPPER_1"]}
    if not CONFIGURATION["SECRET_KEY"] and paths.is_development():
        # Only ever signs what a developer's own machine makes for itself.
        CONFIGURATION["SECRET_KEY"] = f"development-only-{paths.digest(paths.shared_root())}-abcdefghijklmnopqrstuvw"
        CONFIGURATION["API_TOKEN_PEPPERS"] = {1: f"development-pepper-{paths.digest(BASE_DIR)}-abcdefghijklmnopqrstuvw"}
    secrets.check(CONFIGURATION["SECRET_KEY"], CONFIGURATION["API_TOKEN_PEPPERS"])
    DATABASES = {"default": services.database(CONFIGURATION, LAYOUT)}
    _tasks, _caching = services.redis(CONFIGURATION, LAYOUT)
except (ConfigurationError, paths.LayoutError) as error:
    raise ImproperlyConfigured(str(error)) from error

# Every parameter is a setting of its own name; those that Django needs in another form follow below.
globals().update(CONFIGURATION)

BASE_PATH = CONFIGURATION["BASE_PATH"].strip("/")
BASE_PATH = f"{BASE_PATH}/" if BASE_PATH else ""

# Services
CACHES = services.caches(_caching)
DJANGO_REDIS_IGNORE_EXCEPTIONS = True
DJANGO_REDIS_LOG_IGNORED_EXCEPTIONS = True
DJANGO_REDIS_LOGGER = "netsot.cache"
RQ_QUEUES = services.queues(CONFIGURATION, _tasks)
RQ_SHOW_ADMIN_LINK = False
RQ = {"DEFAULT_RESULT_TTL": 24 * 3600}

# Applications, the lowest floor first
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_rq",
    "taggit",
    "netsot",
    "users",
    "core",
    "extras",
    "tenancy",
    "dcim",
    "ipam",
    "circuits",
    "virtualization",
    "wireless",
    "vpn",
    *CONFIGURATION["PLUGINS"],
]

MIDDLEWARE = [
    # First, so that every answer carries the request's id and no claim of an untrusted proxy is believed before.
    "netsot.api.middleware.RequestContextMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "netsot.ui.middleware.SecurityHeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

# Scripts of other web sites may read the API only when they are named.
if CONFIGURATION["CORS_ORIGIN_ALLOW_ALL"] or CONFIGURATION["CORS_ORIGIN_WHITELIST"]:
    INSTALLED_APPS.append("corsheaders")
    MIDDLEWARE.insert(2, "corsheaders.middleware.CorsMiddleware")
    CORS_ALLOW_ALL_ORIGINS = CONFIGURATION["CORS_ORIGIN_ALLOW_ALL"]
    CORS_ALLOWED_ORIGINS = CONFIGURATION["CORS_ORIGIN_WHITELIST"]
    CORS_URLS_REGEX = rf"^/{BASE_PATH}(api|graphql)/"
    CORS_EXPOSE_HEADERS = ["X-Request-ID", "API-Version", "ETag"]

ROOT_URLCONF = "netsot.urls"
WSGI_APPLICATION = "netsot.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.debug",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Users and sessions
AUTH_USER_MODEL = "users.User"
AUTHENTICATION_BACKENDS = ["users.backends.ObjectPermissionBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = f"/{BASE_PATH}login/"
LOGIN_REDIRECT_URL = f"/{BASE_PATH}"
# In the database: a cache that comes back after an outage must not bring ended sessions with it.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = CONFIGURATION["LOGIN_TIMEOUT"]
SESSION_SAVE_EVERY_REQUEST = CONFIGURATION["LOGIN_PERSISTENCE"]
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = LANGUAGE_COOKIE_PATH = f"/{BASE_PATH}"
CSRF_COOKIE_HTTPONLY = False
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
# Trusted only from TRUSTED_PROXIES: the request middleware removes it from everybody else.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CONFIGURATION["TRUSTED_PROXIES"] else None
USE_X_FORWARDED_HOST = bool(CONFIGURATION["TRUSTED_PROXIES"])

# Limits
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_NUMBER_FILES = 50
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440

# Languages and time
LANGUAGE_CODE = CONFIGURATION["DEFAULT_LANGUAGE"]
USE_I18N = True
USE_TZ = True
LOCALE_PATHS = [BASE_DIR / "translations"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Files
STATIC_URL = f"/{BASE_PATH}static/"
STATIC_ROOT = NETSOT_HOME / "static"
STATICFILES_DIRS = [path for path in (BASE_DIR / "static",) if path.is_dir()]
MEDIA_URL = f"/{BASE_PATH}media/"
MEDIA_ROOT = Path(CONFIGURATION["MEDIA_ROOT"] or NETSOT_HOME / "media")
SCRIPTS_ROOT = Path(CONFIGURATION["SCRIPTS_ROOT"] or NETSOT_HOME / "scripts")
REPORTS_ROOT = Path(CONFIGURATION["REPORTS_ROOT"] or NETSOT_HOME / "reports")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "netsot.server.static.StaticFilesStorage"},
} | CONFIGURATION["STORAGES"]
WHITENOISE_MAX_AGE = 300
# In development files are served from their sources.
if paths.is_development() or CONFIGURATION["DEBUG"]:
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    WHITENOISE_USE_FINDERS = True
    WHITENOISE_AUTOREFRESH = True
FILE_UPLOAD_PERMISSIONS = 0o600

# Mail
EMAIL_HOST = CONFIGURATION["EMAIL"].get("SERVER", "localhost")
EMAIL_PORT = CONFIGURATION["EMAIL"].get("PORT", 25)
EMAIL_HOST_USER = CONFIGURATION["EMAIL"].get("USERNAME", "")
EMAIL_HOST_PASSWORD = CONFIGURATION["EMAIL"].get("PASSWORD", "")
EMAIL_USE_SSL = CONFIGURATION["EMAIL"].get("USE_SSL", False)
EMAIL_USE_TLS = CONFIGURATION["EMAIL"].get("USE_TLS", False)
EMAIL_TIMEOUT = CONFIGURATION["EMAIL"].get("TIMEOUT", 10)
SERVER_EMAIL = DEFAULT_FROM_EMAIL = CONFIGURATION["EMAIL"].get("FROM_EMAIL", "netsot@localhost")

# Log
LOGGING = CONFIGURATION["LOGGING"] or {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": CONFIGURATION["LOG_LEVEL"]},
    "loggers": {
        "django": {"handlers": ["console"], "level": CONFIGURATION["LOG_LEVEL"], "propagate": False},
        # Tracebacks of failed requests come from django.request; the cache being away is worth a line, not a trace.
        "netsot.cache": {"level": "ERROR"},
        "rq.worker": {"level": "WARNING"},
        "rq.scheduler": {"level": "WARNING"},
    },
}

# REST API
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "netsot.api.authentication.TokenAuthentication",
        "netsot.api.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["netsot.api.permissions.ResourcePermission"],
    "DEFAULT_RENDERER_CLASSES": [
        "netsot.api.renderers.JSONRenderer",
        "netsot.api.renderers.BrowsableAPIRenderer",
    ],
    "DEFAULT_PARSER_CLASSES": [
        "netsot.api.parsers.JSONParser",
        "rest_framework.parsers.MultiPartParser",
    ],
    "DEFAULT_PAGINATION_CLASS": "netsot.api.pagination.Pagination",
    "PAGE_SIZE": CONFIGURATION["PAGINATE_COUNT"],
    "DEFAULT_METADATA_CLASS": "netsot.api.metadata.Metadata",
    "DEFAULT_SCHEMA_CLASS": "netsot.api.schema.AutoSchema",
    "EXCEPTION_HANDLER": "netsot.api.exceptions.exception_handler",
    "DEFAULT_VERSIONING_CLASS": None,
    "COERCE_DECIMAL_TO_STRING": False,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
    "TEST_REQUEST_RENDERER_CLASSES": [
        "netsot.api.renderers.JSONRenderer",
        "rest_framework.renderers.MultiPartRenderer",
    ],
}

SPECTACULAR_SETTINGS = {
    "TITLE": "NetSoT REST API",
    "DESCRIPTION": "The REST API of NetSoT, a network source of truth.",
    "LICENSE": {"name": "Apache-2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0"},
    "VERSION": VERSION,
    "SERVERS": [{"url": f"/{BASE_PATH}".rstrip("/") or "/", "description": "This site"}],
    "SCHEMA_PATH_PREFIX": r"/api",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PUBLIC": True,
    "COMPONENT_SPLIT_REQUEST": True,
    "COMPONENT_SPLIT_PATCH": True,
    "DEFAULT_GENERATOR_CLASS": "netsot.api.schema.SchemaGenerator",
    "POSTPROCESSING_HOOKS": [],
    "SORT_OPERATIONS": False,
    "SORT_OPERATION_PARAMETERS": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
}
