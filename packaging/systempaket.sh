#!/usr/bin/env bash
# Installs the Debian/Ubuntu packages without which Qt's widgets do not load (also offscreen), and a Swedish-capable font.
# With root: installs what is missing. Without: says exactly what to run, and exits 1 only if Qt cannot load.
# `--med-libreoffice` adds the LibreOffice that the rendering tests use; `--med-skarm` what a real screen (X11) needs.
set -euo pipefail

packages=(libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 fonts-dejavu-core fonts-liberation)
for option in "$@"; do
  case "$option" in
    --med-libreoffice) packages+=(libreoffice-writer-nogui) ;;
    --med-skarm) packages+=(libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0) ;;
    *) echo "Okänt val: $option (känner till --med-libreoffice och --med-skarm)" >&2; exit 2 ;;
  esac
done

if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "Det här är inte Debian eller Ubuntu. Installera det som motsvarar: ${packages[*]}"
  exit 0
fi

installed() { # Ubuntu 24.04 and later name some packages with t64.
  dpkg-query -W -f='${Status}\n' "$1" "${1}t64" 2>/dev/null | grep -q 'install ok installed'
}

missing=()
for package in "${packages[@]}"; do installed "$package" || missing+=("$package"); done
if command -v python3 >/dev/null && ! python3 -c 'import ensurepip, venv' 2>/dev/null; then missing+=(python3-venv); fi
[ "${#missing[@]}" -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ]; then
  as_root=()
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  as_root=(sudo)
else
  echo "Systempaket saknas. Kör det här som administratör och försök igen:"
  echo "  sudo apt-get update && sudo apt-get install -y ${missing[*]}"
  exit 1
fi
echo "Installerar systempaket: ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
