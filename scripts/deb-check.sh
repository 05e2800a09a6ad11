#!/usr/bin/env bash
# Tries a Debian package: installs it into a folder, looks at what is there, starts the program, takes it off again.
#
#   scripts/deb-check.sh [PACKAGE]     without a name the newest under out/
#
# Nothing outside that folder changes, and no rights are needed. What is missing here is said and skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { echo "deb-check.sh: $*" >&2; exit 1; }
ok() { echo "ok: $*"; }
skip() { echo "skipped: $*"; }
has() { command -v "$1" >/dev/null; }

package=${1-$(find out -name 'ironstride_*.deb' -printf '%T@ %p\n' 2>/dev/null | sort -n | tail -n 1 | cut -d ' ' -f 2-)}
[ -f "$package" ] || fail "there is no package: run scripts/deb.sh first"
package=$(realpath "$package")

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
system=$room/system
mkdir -p "$system/var/lib/dpkg/"{info,updates} "$room/home"
touch "$system/var/lib/dpkg/status"

# A system of its own: dpkg notes there what is installed. Its libraries are those of this machine.
as_root=()
[ "$(id -u)" = 0 ] || as_root=(fakeroot)
if [ "$(id -u)" = 0 ] || has fakeroot; then
  "${as_root[@]}" dpkg --root="$system" --log=/dev/null --force-depends --force-not-root --install "$package" >"$room/log" 2>&1 ||
    { cat "$room/log"; fail "dpkg does not install it"; }
  grep -q '^Status: install ok installed' "$system/var/lib/dpkg/status" || fail "dpkg does not know it as installed"
  ok "installed by dpkg"
else
  dpkg-deb -x "$package" "$system"
  skip "installing by dpkg, which needs fakeroot; the package was unpacked"
fi

share=$system/usr/share
for file in \
  usr/bin/ironstride usr/share/applications/ironstride.desktop usr/share/mime/packages/ironstride.xml \
  usr/share/icons/hicolor/scalable/apps/ironstride.svg usr/share/icons/hicolor/48x48/apps/ironstride.png \
  usr/share/icons/hicolor/256x256/apps/ironstride.png usr/share/man/man1/ironstride.1.gz \
  usr/share/doc/ironstride/copyright usr/share/doc/ironstride/changelog.gz usr/share/doc/ironstride/packages.txt; do
  [ -s "$system/$file" ] || fail "$file is missing"
done
ok "every file is there"
(cd "$system" && dpkg-deb -e "$package" "$room/control" && md5sum --quiet -c "$room/control/md5sums") || fail "sums differ"
ok "sums are right"

version=$(dpkg-deb -f "$package" Version)
started=$(HOME=$room/home "$system/usr/bin/ironstride" --version)
[ "$started" = "ironstride $version" ] || fail "the program says “$started”, the package $version"
ok "starts: $started"
HOME=$room/home "$system/usr/bin/ironstride" demo "$room/demo" --athletes 1 >/dev/null
found=0
HOME=$room/home "$system/usr/bin/ironstride" check --workspace "$room/demo" >"$room/findings" || found=$?
[ "$found" -le 1 ] && [ -s "$room/findings" ] || fail "check ends with $found"
ok "checks a workspace"

entry=$share/applications/ironstride.desktop
icon=$(sed -n 's/^Icon=//p' "$entry")
[ -s "$share/icons/hicolor/scalable/apps/$icon.svg" ] || fail "the desktop entry names an icon that is not there: $icon"
exec=$(sed -n 's/^TryExec=//p' "$entry")
[ -x "$system/usr/bin/$exec" ] || fail "the desktop entry starts what is not there: $exec"
for type in $(sed -n 's/^MimeType=//p' "$entry" | tr ';' ' '); do
  grep -q "type=\"$type\"" "$share/mime/packages/ironstride.xml" || fail "no file type $type"
done
ok "desktop entry, icon and file types fit together"
if has desktop-file-validate; then
  desktop-file-validate "$entry" || fail "the desktop entry is not valid"
  ok "desktop entry is valid"
else
  skip "desktop-file-validate (desktop-file-utils)"
fi
if has update-mime-database && has xdg-mime; then
  update-mime-database "$share/mime" >/dev/null 2>&1
  mkdir -p "$room/home/.local"
  touch "$room/demo/reply.ironstride-answer.json"
  for pair in workspace.ron:application/vnd.ironstride.workspace \
    reply.ironstride-answer.json:application/vnd.ironstride.reply+json; do
    grep -q "${pair#*:}" "$share/mime/globs2" || fail "${pair#*:} is not among the file types"
  done
  ok "file types are known to the system"
else
  skip "update-mime-database (shared-mime-info) and xdg-mime (xdg-utils)"
fi
if has man; then
  MANPAGER=cat man --warnings -l "$share/man/man1/ironstride.1.gz" >/dev/null 2>"$room/man" || fail "no manual page"
  [ ! -s "$room/man" ] || { cat "$room/man"; fail "the manual page has faults"; }
  ok "manual page"
else
  skip "man"
fi
if has Xvfb; then
  number=$room/display
  Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset 3>"$number" >/dev/null 2>&1 & screen=$!
  trap 'kill "$screen" 2>/dev/null || true; rm -rf "$room"' EXIT
  for _ in $(seq 100); do [ -s "$number" ] && break; sleep 0.1; done
  DISPLAY=:$(cat "$number") HOME=$room/home IRONSTRIDE_CONFIG_DIR=$room/home/config \
    timeout 120 "$system/usr/bin/ironstride" --open "$room/demo/workspace.ron" --screenshot "$room/window.png" ||
    fail "the window does not open"
  [ -s "$room/window.png" ] || fail "the window was not drawn"
  ok "opens its window on a workspace's file"
else
  skip "the window, which needs a screen or Xvfb"
fi

if grep -q 'install ok installed' "$system/var/lib/dpkg/status"; then
  "${as_root[@]}" dpkg --root="$system" --log=/dev/null --force-not-root --purge ironstride >"$room/log" 2>&1 ||
    { cat "$room/log"; fail "dpkg does not take it off"; }
  [ ! -e "$system/usr/bin/ironstride" ] || fail "the program is still there"
  ok "taken off again"
fi
