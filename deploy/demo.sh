#!/usr/bin/env bash
# Serves the program with its demonstration data. Run again, it changes no data.
set -euo pipefail
port=$1
python=.venv/bin/python

if [ ! -e .env ]; then
    (umask 077 && printf 'SECRET_KEY=%s\nHTTPS=0\nDEBUG=0\nDEMO=1\n' \
        "$("$python" -c 'import secrets; print(secrets.token_urlsafe(50))')" >.env)
fi
"$python" manage.py migrate --verbosity 0
"$python" manage.py createcachetable
"$python" manage.py collectstatic --noinput --verbosity 0
"$python" manage.py load_demo
"$python" manage.py load_awards
"$python" manage.py load_award_demo
echo
echo "Open http://127.0.0.1:$port/ in a browser. Stop with Ctrl-C."
exec .venv/bin/gunicorn thiduakhenthuong.wsgi --config deploy/gunicorn.conf.py --bind "127.0.0.1:$port"
