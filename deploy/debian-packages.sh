#!/usr/bin/env bash
# Installs the Debian or Ubuntu packages named, as far as they are missing.
set -euo pipefail

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
offered() { [[ "$(apt-cache policy "$1" 2>/dev/null)" == *"Candidate: "[0-9]* ]]; }

# Liberation 2 has all Vietnamese letters, 1.07 lacks some. Its package lost the 2 in its name after Debian 12.
liberation_2_installed() {
    installed fonts-liberation2 ||
        { installed fonts-liberation &&
            dpkg --compare-versions "$(dpkg-query -W -f='${Version}' fonts-liberation)" ge 1:2; }
}

missing=()
for package in "$@"; do
    case $package in
        fonts-liberation2) liberation_2_installed || missing+=("$package") ;;
        chromium) command -v chromium >/dev/null || missing+=("$package") ;;
        *) installed "$package" || missing+=("$package") ;;
    esac
done
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
    echo "Not a Debian or Ubuntu system. Please install what corresponds to: ${missing[*]}" >&2
    exit 1
fi
root=()
if [ "$(id -u)" -ne 0 ]; then
    root=(sudo)
    [ -t 0 ] || root=(sudo -n)
    if ! command -v sudo >/dev/null || ! "${root[@]}" true; then
        echo "These packages are missing and need root to install: ${missing[*]}" >&2
        echo "Please have them installed (apt-get install --no-install-recommends ${missing[*]}), then try again." >&2
        exit 1
    fi
fi

echo "Installing: ${missing[*]}"
"${root[@]}" apt-get update -qq || echo "apt-get update failed; going on with the lists at hand." >&2
wanted=()
for package in "${missing[@]}"; do
    if [ "$package" = fonts-liberation2 ] && ! offered fonts-liberation2; then
        package=fonts-liberation
    elif [ "$package" = chromium ] && ! offered chromium; then
        continue # Ubuntu has it as a snap only: deploy/chromium.sh
    fi
    wanted+=("$package")
done
[ ${#wanted[@]} -eq 0 ] && exit 0
# Without recommended packages: chromium recommends fonts-liberation, which is 1.07 on Debian 12.
"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${wanted[@]}" >/dev/null
case " $* " in
    *" fonts-liberation2 "*) liberation_2_installed || { echo "fonts-liberation is older than 2." >&2; exit 1; } ;;
esac
