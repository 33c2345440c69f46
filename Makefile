# The commands of the readiness guide. Each line can also be run by hand.
PORT ?= 8000
ARGS =
FUZZ = 50000
NAME =
EMAIL =
LANGUAGE = cy
PYTHON = .venv/bin/python
ifeq ($(shell uname), Darwin)  # where Homebrew keeps the libraries that make PDFs
PYTHON = DYLD_FALLBACK_LIBRARY_PATH=$$(brew --prefix)/lib .venv/bin/python
endif
MANAGE = $(PYTHON) manage.py
TEMPLATES = find templates -name '*.html' -print0 | xargs -0
export PORT NAME EMAIL

.DEFAULT_GOAL = help
.PHONY: help setup install dev data run consultant check test test-pg fuzz audit fault-test bench bench-pg bench-pdf messages lock clean
.NOTPARALLEL:

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

# What is set up. A file in .venv or var marks what is done, so that the next time takes seconds.

setup: install data ## make everything ready to run, here and in .venv and var
install: .venv/run-time .venv/libraries var/fonts/stamp.json var/static/staticfiles.json ## the same without a database: for a server, see docs/running.md
dev: .venv/tools setup

.venv/bin/python .venv/bin/pip: # pip comes last: without it an earlier try was cut short
	@.setup/make-venv

.venv/run-time: requirements.txt | .venv/bin/python .venv/bin/pip
	@echo "Installing what the guide runs on"
	@$(PYTHON) -m pip install -qq --require-hashes -r $<
	@touch $@

.venv/tools: requirements-dev.txt | .venv/bin/python .venv/bin/pip
	@echo "Installing what the guide runs on, and the tools to develop it"
	@$(PYTHON) -m pip install -qq --require-hashes -r $<
	@touch $@ .venv/run-time

.venv/libraries: | .venv/run-time
	@.setup/need-libraries "$(PYTHON)"
	@touch $@

var/fonts/stamp.json: readiness/reports/fonts.py .venv/run-time
	@$(MANAGE) make_fonts
	@touch $@

var/static/staticfiles.json: .venv/run-time $(shell find static)
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@touch $@

data: var/fonts/stamp.json var/static/staticfiles.json
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_catalogue

# What is run.

run: setup ## set up, then serve on http://127.0.0.1:8000 (PORT=8001 for another port)
	@$(PYTHON) -c "import socket; socket.create_server(('127.0.0.1', $(PORT)))" 2>/dev/null \
	    || { echo "Port $(PORT) is not free. Choose another: make run PORT=8001" >&2; exit 1; }
	@$(MANAGE) demo
	@echo "Serving on http://127.0.0.1:$(PORT). Ctrl+C stops it."
	@$(PYTHON) -m gunicorn readiness.wsgi --bind 127.0.0.1:$(PORT) --worker-class gthread \
	    --threads 4 --no-control-socket --log-level warning

consultant: setup ## add a consultant, the first as an administrator (NAME="Dawn Price" EMAIL=dawn@example.org)
	@$(MANAGE) consultant --name "$$NAME" --email "$$EMAIL"

check: .venv/tools .venv/libraries ## everything about the code that needs no test: style, types, migrations
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(TEMPLATES) .venv/bin/djade --target-version 6.1 --check
	$(TEMPLATES) .venv/bin/djhtml --check
	find readiness tests -name '*.py' -print0 | xargs -0 .venv/bin/django-upgrade --target-version 6.1 --check
	$(PYTHON) -m mypy
	.venv/bin/lint-imports --no-logo
	$(MANAGE) makemigrations --check --dry-run
	SECRET_KEY="$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))')" \
	    PUBLIC_URL=https://guide.example.org MAIL_HOST=mail.example.org OPERATOR=Us HOSTED_IN=Here \
	    $(MANAGE) check --deploy --fail-level WARNING

test: dev ## every test, with a real browser (ARGS="-k time" for some of them)
	@.setup/need-gettext
	@.setup/need-chromium
ifdef ARGS
	$(PYTHON) -m pytest $(ARGS)
else
	$(PYTHON) -m pytest -n 2 --dist worksteal --cov --cov-report=term --cov-fail-under=95
	@sums=$$($(PYTHON) -m coverage report --include='readiness/business_case/*' --fail-under=100) \
	    || { echo "$$sums"; exit 1; }
endif

fuzz: dev ## try many thousand hostile inputs, which takes half an hour and more (FUZZ=5000 for fewer)
	FUZZ=$(FUZZ) $(PYTHON) -m pytest tests/fuzz

audit: | .venv/bin/python ## ask whether a weakness is known in what is used (needs the internet)
	@test -x .venv/audit/bin/pip-audit \
	    || { $(PYTHON) -m venv .venv/audit && .venv/audit/bin/pip install -qq 'pip-audit==2.*'; }
	.venv/audit/bin/pip-audit --strict --disable-pip --require-hashes --requirement requirements-dev.txt

test-pg: dev ## the tests that use the database, on a real PostgreSQL (ARGS="tests/running" for some of them)
	@.setup/with-postgres $(PYTHON) -m pytest --database-only -n 2 --dist worksteal $(or $(ARGS),$(PG_TESTS))

# All but browsers, papers and the fuzz, which are tried on the embedded database alone: what they
# look at comes out of the same rows.
PG_TESTS = $(filter-out $(NOT_ON_PG),$(wildcard tests/*/ tests/test_*.py)) tests/reports/test_stored.py
NOT_ON_PG = $(addprefix tests/,bench/ browser/ faults/ fuzz/ reports/ __pycache__/)

fault-test: dev ## kill processes, the database and the disk under load, and count what was lost (takes long)
	@$(PYTHON) -m tests.faults power-cut
	@LASTING=yes .setup/with-postgres $(PYTHON) -m tests.faults machines $(ARGS)

bench: dev ## what a page costs, against bare Django, with 100,000 cases (ARGS="--rounds 3" for a quick look)
	@$(PYTHON) -m tests.bench.pages $(ARGS)

bench-pg: dev ## the same on PostgreSQL (MANY=postgres://… and FEW=postgres://…, two empty databases)
	@$(PYTHON) -m tests.bench.pages --many '$(MANY)' --few '$(FEW)' $(ARGS)

bench-pdf: dev ## how fast papers are made and served, as ratios (ARGS="--rounds 3" for a quick look)
	@$(PYTHON) -m tests.bench $(ARGS)

# What keeps it in order.

messages: .venv/run-time ## gather all that is to be translated into a language (LANGUAGE=cy)
	@.setup/need-gettext
	@mkdir -p locale
	@$(MANAGE) makemessages --locale '$(LANGUAGE)' --no-location --ignore tests --ignore var --ignore .venv

lock: .venv/bin/pip ## choose again the versions of what is used, none younger than seven days
	@$(PYTHON) -m pip install -qq 'uv==0.13.*'
	$(LOCK) --group dev --output-file requirements-dev.txt
	$(LOCK) --constraint requirements-dev.txt --output-file requirements.txt

LOCK = .venv/bin/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.12 \
    --generate-hashes --no-emit-index-url --no-header --exclude-newer '7 days'

clean: ## remove what set-up made, but not the database or anything else of yours
	rm -rf .venv var/static var/fonts .coverage* htmlcov test-results
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
