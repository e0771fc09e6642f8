#!/usr/bin/env bash
# Makes .venv and installs a requirements file into it, when that file has changed since.
set -euo pipefail
requirements=$1

find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    echo "Python 3.11 or newer is needed and was not found." >&2
    exit 1
}

if ! .venv/bin/python -c '' 2>/dev/null; then
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        "$(dirname "$0")/debian-packages.sh" "python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    fi
    echo "Making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
fi

stamp=.venv/installed-$requirements
if ! sha256sum --check --status "$stamp" 2>/dev/null; then
    echo "Installing $requirements"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r "$requirements"
    sha256sum "$requirements" >"$stamp"
fi
