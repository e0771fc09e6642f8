#!/usr/bin/env bash
# Django's own checks, with the settings of an office installation.
set -euo pipefail
export SECRET_KEY=only-for-this-check-0123456789-abcdefghijklmnopqrstuvwxyz HTTPS=1 DEBUG=0 DEMO=0
export ALLOWED_HOSTS=tdkt.example.vn VAR_DIR
VAR_DIR=$(mktemp -d)
trap 'rm -rf "$VAR_DIR"' EXIT
.venv/bin/python manage.py makemigrations --check --dry-run
.venv/bin/python manage.py check --deploy --fail-level WARNING
