# The guide as an image: the same for the web server, the worker and every command.
FROM python:3.13-slim-bookworm

# What makes PDFs, and PostgreSQL's client programs for back-ups (as new as the server, or newer).
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 postgresql-client \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /guide guide

WORKDIR /guide
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1
COPY requirements.txt .
RUN pip install --require-hashes --requirement requirements.txt

COPY manage.py ./
COPY fixtures fixtures
COPY static static
COPY templates templates
COPY readiness readiness

# Fonts and static files are part of the image. The settings here count for this step alone. The
# guide keeps what it makes to itself, and here root made it: the guide's user has to read it.
RUN export SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(50))')" \
        PUBLIC_URL=https://image.invalid \
    && python manage.py make_fonts \
    && python manage.py collectstatic --noinput --verbosity 0 \
    && chmod -R a+rX var && install -d -o guide -m 700 var/media \
    && python -m compileall -q readiness

USER guide
VOLUME /guide/var/media
EXPOSE 8000
# Whoever watches has to name the guide's own host, as everybody has.
HEALTHCHECK --interval=15s --timeout=10s --start-period=60s --retries=3 \
    CMD ["python", "-m", "readiness.probe", "ready"]
CMD ["python", "-m", "gunicorn", "readiness.wsgi", "--bind", "0.0.0.0:8000", \
    "--worker-class", "gthread", "--threads", "4", "--worker-tmp-dir", "/dev/shm", \
    "--no-control-socket", "--log-level", "warning"]
