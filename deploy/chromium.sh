#!/usr/bin/env bash
# Where the system offers no Chromium package (Ubuntu), Playwright brings the one it was built for.
set -euo pipefail
command -v chromium >/dev/null && exit 0
stamp=.venv/installed-chromium
[ -e "$stamp" ] && exit 0
.venv/bin/playwright install --with-deps --only-shell chromium
touch "$stamp"
