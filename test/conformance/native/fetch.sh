#!/bin/sh
# fetch.sh FOLDER ARCHITECTURE SUITE PACKAGE...: Debian's packages of a suite, unpacked in FOLDER/root. The packages of that
# suite need not be installable here: nothing is installed, and nothing of the machine is changed. Fetches what apt is
# configured to fetch Debian from, with its own index. Needs `apt-get update` done before.
set -eu
mkdir -p "$1"
folder=$(cd "$1" && pwd) architecture=$2 suite=$3
shift 3

uri_of() { # LABEL
    apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' "Label: $1" 'Component: main' |
        sort -u | head -n 1
}
main=$(uri_of Debian)
security=$(uri_of Debian-Security)
[ -n "$main" ] || { echo 'apt has no index of Debian: run apt-get update' >&2; exit 1; }

work=$folder/work
rm -rf "$work" "$folder/root"
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/debs" "$work/root"
trap 'rm -rf "$work"' EXIT
options="arch=$architecture signed-by=/usr/share/keyrings/debian-archive-keyring.gpg"
echo "deb [$options] $main $suite main" >"$work/sources.list"
[ -z "$security" ] || echo "deb [$options] $security $suite-security main" >>"$work/sources.list"

apt() {
    apt-get -qq -oAPT::Architecture="$architecture" -oAPT::Architectures="$architecture" -oAPT::Sandbox::User=root \
        -oDir::Etc::SourceList="$work/sources.list" -oDir::Etc::SourceParts=/dev/null \
        -oDir::Etc::Preferences=/dev/null -oDir::Etc::PreferencesParts=/dev/null \
        -oDir::State::Lists="$work/lists" -oDir::State::Status=/dev/null -oDir::Cache="$work/cache" "$@"
}
apt -oAPT::Update::Error-Mode=any update
(cd "$work/debs" && apt download "$@")
for deb in "$work"/debs/*.deb; do dpkg-deb -x "$deb" "$work/root"; done

# One folder for all libraries, as suites since trixie have it, and the C library's own loader among them.
if [ -d "$work/root/lib" ]; then
    cp -a "$work/root/lib/." "$work/root/usr/lib/"
    rm -rf "$work/root/lib"
fi
mv "$work/root" "$folder/root"
