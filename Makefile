# Everything a newcomer types. Set-up is done as far as it is missing; the scripts stand in deploy/.
SHELL := /bin/bash
PYTHON := .venv/bin/python
PRINTING := libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation2
PORT ?= 8000
COMPILE := UV_CUSTOM_COMPILE_COMMAND="make lock" .venv/bin/uv pip compile -q --universal --python-version 3.11 \
           --generate-hashes --no-emit-index-url --no-emit-find-links

.PHONY: run test check bench lock packages venv dev

run: packages venv          ## set up, load the demonstration, serve on 127.0.0.1:8000
	@deploy/demo.sh $(PORT)

test: packages dev          ## every test; what touches data on SQLite and on PostgreSQL
	@deploy/debian-packages.sh poppler-utils chromium
	@deploy/chromium.sh
	@$(PYTHON) -m tests.engines

check: dev                  ## format, lint, migrations, settings
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	@deploy/check.sh

bench: packages dev         ## the figures of speed
	@deploy/debian-packages.sh chromium
	@$(PYTHON) -m bench

lock: dev                   ## exact versions with hashes, from requirements*.in; add PACKAGE=name to raise one
	$(COMPILE) $(if $(PACKAGE),-P $(PACKAGE),) requirements.in -o requirements.txt
	$(COMPILE) $(if $(PACKAGE),-P $(PACKAGE),) requirements-dev.in -c requirements.txt -o requirements-dev.txt

packages:
	@deploy/debian-packages.sh $(PRINTING)

venv:
	@deploy/venv.sh requirements.txt

dev:
	@deploy/venv.sh requirements-dev.txt
