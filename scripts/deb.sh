#!/usr/bin/env bash
# Builds a Debian package under out/: the program, icon, desktop entry, file types, manual page and licences.
#
#   scripts/deb.sh             builds the program first
#   scripts/deb.sh PROGRAM     takes a program that was built already
#
# The same program and sources give the same package, byte for byte. scripts/deb-check.sh tries it.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { echo "deb.sh: $*" >&2; exit 1; }
command -v dpkg-deb >/dev/null || fail "dpkg-deb is missing: apt install dpkg"

program=${1-}
if [ -z "$program" ]; then
  program=$(scripts/shipped.sh)
fi
[ -x "$program" ] || fail "$program is no program"

version=$("$program" --version | awk '{ print $2 }')
[ "$version" = "$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)" ] ||
  fail "$program says version $version, Cargo.toml another"
architecture=$(dpkg --print-architecture)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"
share=$root/usr/share
doc=$share/doc/ironstride

install -D -m 755 "$program" "$root/usr/bin/ironstride"
strip --strip-unneeded "$root/usr/bin/ironstride" 2>/dev/null || true
install -D -m 644 packaging/ironstride.desktop "$share/applications/ironstride.desktop"
install -D -m 644 packaging/ironstride.xml "$share/mime/packages/ironstride.xml"
install -D -m 644 packaging/icons/ironstride.svg "$share/icons/hicolor/scalable/apps/ironstride.svg"
for size in 48 128 256; do
  install -D -m 644 "packaging/icons/ironstride-$size.png" \
    "$share/icons/hicolor/${size}x$size/apps/ironstride.png"
done
install -d "$share/man/man1"
sed "s/@VERSION@/$version/" packaging/ironstride.1 | gzip -9n >"$share/man/man1/ironstride.1.gz"
install -D -m 644 packaging/copyright "$doc/copyright"
install -m 644 LICENSE-MIT LICENSE-APACHE assets/fonts/OFL.txt assets/fonts/DejaVu-LICENSE.txt \
  assets/about/packages.txt "$doc"
gzip -9n <CHANGELOG.md >"$doc/changelog.gz"

# The newest glibc symbol the program asks for says which systems it runs on.
glibc=$(objdump -T "$root/usr/bin/ironstride" | grep -o 'GLIBC_[0-9.]*' | sed 's/GLIBC_//' | sort -uV | tail -n 1)
# Packed relocations (build.rs) are no symbol, and are read since 2.36.
if objdump -p "$root/usr/bin/ironstride" | grep -q GLIBC_ABI_DT_RELR; then
  glibc=$(printf '%s\n' "$glibc" 2.36 | sort -V | tail -n 1)
fi
[ -n "$glibc" ] || fail "objdump (binutils) does not say which glibc is needed"

# The libraries of the window are opened while it runs, so no tool can list them.
size=$(du -sk --apparent-size "$root" | cut -f 1)
install -d "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: ironstride
Version: $version
Architecture: $architecture
Maintainer: the Ironstride contributors <ironstride@localhost>
Installed-Size: $size
Depends: libc6 (>= $glibc), libgcc-s1, libegl1, libgl1, libx11-6, libx11-xcb1, libxcursor1, libxi6, libxkbcommon0, libxkbcommon-x11-0, libxrandr2
Recommends: xdg-desktop-portal, libwayland-client0, libwayland-egl1
Section: misc
Priority: optional
Description: plans strength and running together
 A desktop assistant for runners who lift and for their coaches: sessions are
 dragged from a library onto a week, rules say where lifts and runs spoil one
 another, and plans go out on paper, to phones and to watches.
 .
 It works offline; plans are plain text in a folder of one's own.
CONTROL
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)
find "$root" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +

mkdir -p out
package=out/ironstride_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz --build "$root" "$package" >/dev/null
echo "$package: $(du -h "$package" | cut -f 1), glibc $glibc or newer"
