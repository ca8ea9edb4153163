# packages.sh - what selisih is built from, installed where it is missing. Sourced, POSIX sh.
#
#     . src/packages.sh
#     install_missing $BUILD_PACKAGES
#
# Debian 12 and Ubuntu. Nothing is asked of the network when nothing is missing.

BUILD_PACKAGES='build-essential cmake pkg-config
    libpcre2-dev libcsv-dev libutf8proc-dev libcjson-dev libxxhash-dev libxml2-dev
    libarchive-dev'
TEST_PACKAGES='libcriterion-dev file git groff-base zsh fish python3 libxml2-utils zstd'

# Prints those of the named packages that are not installed.
missing_packages() {
    for package in "$@"; do
        state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || state=
        [ "$state" = installed ] || printf '%s ' "$package"
    done
}

# Runs a command as root: plainly when root, else through sudo.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        echo "error: cannot install packages: be root or install sudo" >&2
        return 1
    fi
}

# Installs what is missing of the named packages; returns 1 when that cannot be done.
install_missing() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        echo "note: no dpkg here: these must be installed already: $*" >&2
        return 0
    fi
    needed=$(missing_packages "$@")
    [ -n "$needed" ] || return 0
    echo "installing: $needed"
    # shellcheck disable=SC2086 # a list of names
    as_root env DEBIAN_FRONTEND=noninteractive sh -c \
        'apt-get update -q && apt-get install -q -y --no-install-recommends "$@"' install $needed ||
        {
            echo "error: could not install: $needed" >&2
            return 1
        }
}

# Installs a browser and what drives it, where they are missing; without them the tests of the
# review page are skipped.
install_browser() {
    wanted=
    command -v chromium >/dev/null 2>&1 || wanted="$wanted chromium"
    command -v node >/dev/null 2>&1 || wanted="$wanted nodejs"
    command -v npm >/dev/null 2>&1 || wanted="$wanted npm"
    # shellcheck disable=SC2086 # a list of names
    [ -z "$wanted" ] || install_missing $wanted || return 1
    [ -d "$1/node_modules" ] ||
        npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund --loglevel error
}
