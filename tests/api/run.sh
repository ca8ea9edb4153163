#!/bin/sh
# Installs into a scratch folder, builds the program against what is there in four ways, runs each,
# and does the same with the Debian package that cpack makes.
#
#     sh tests/api/run.sh BUILD
set -eu

build=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What a program printed, against tests/api/expected.
check() {
    "$@" >"$work/printed"
    diff -u "$here/expected" "$work/printed"
    echo "ok: $(basename "$1")"
}

# $1: the prefix. Builds and runs the program by cmake and by pkg-config, shared and static.
build_against() {
    LD_LIBRARY_PATH=$1/lib
    PKG_CONFIG_PATH=$1/lib/pkgconfig
    export LD_LIBRARY_PATH PKG_CONFIG_PATH
    "$1/bin/selisih" --version
    rm -rf "$work/program"
    cmake -S "$here" -B "$work/program" -DCMAKE_PREFIX_PATH="$1" >/dev/null
    cmake --build "$work/program" >/dev/null
    check "$work/program/cmake_shared"
    check "$work/program/cmake_static"
    # shellcheck disable=SC2046 # flags
    cc -std=c17 "$here/program.c" -o "$work/pkg_shared" $(pkg-config --cflags --libs selisih)
    check "$work/pkg_shared"
    # shellcheck disable=SC2046 # flags
    cc -std=c17 "$here/program.c" -o "$work/pkg_static" \
        $(pkg-config --cflags --libs --static selisih | sed "s#-lselisih#$1/lib/libselisih.a#")
    check "$work/pkg_static"
}

echo '== cmake --install'
cmake --install "$build" --prefix "$work/usr" >/dev/null
build_against "$work/usr"
for file in share/man/man1/selisih.1 share/man/man1/selisih-check.1 share/doc/selisih/copyright \
    share/bash-completion/completions/selisih share/zsh/vendor-completions/_selisih \
    share/fish/vendor_completions.d/selisih.fish; do
    test -s "$work/usr/$file" || { echo "missing: $file" >&2; exit 1; }
done
hidden=$(nm -D --defined-only "$work/usr/lib/libselisih.so" | awk '{ print $3 }' |
    grep -Ev '^(sls_[a-z_]+@@)?SELISIH_0\.1$' || true)
[ -z "$hidden" ] || { echo "not hidden: $hidden" >&2; exit 1; }

echo '== the Debian package'
if ! command -v dpkg-deb >/dev/null 2>&1; then
    echo 'skipped: no dpkg here'
    exit 0
fi
(cd "$build" && cpack -B "$work/deb" >/dev/null)
root=$work/root
mkdir -p "$root/var/lib/dpkg/updates" "$root/var/lib/dpkg/info"
: >"$root/var/lib/dpkg/status"
if [ "$(id -u)" -ne 0 ]; then
    echo 'unpacked only: installing asks for root'
    dpkg-deb -x "$work"/deb/*.deb "$root"
    build_against "$root/usr"
    exit 0
fi
dpkg_here() {
    dpkg --instdir="$root" --admindir="$root/var/lib/dpkg" --force-depends --force-script-chrootless \
        --log=/dev/null "$@" >/dev/null 2>&1
}
dpkg_here --install "$work"/deb/*.deb
build_against "$root/usr"
dpkg_here --remove selisih
left=$(find "$root/usr" ! -type d 2>/dev/null || true)
[ -z "$left" ] || { echo "left behind: $left" >&2; exit 1; }
echo 'removed: nothing is left'
