#!/usr/bin/env bash
# Makes the Elasticsearch node that tests run on, in deploy/elastic-node/target; touches target/ready once it
# is whole. Installs Java and Maven from Debian's packages where they are missing and it may (root or sudo).
# Ends with status 1 and the reason where that cannot be done: the tests that need a node are then skipped.
set -euo pipefail
cd "$(dirname "$0")/elastic-node"

fail() { echo "Piagam's test node: $*; tests on Elasticsearch will be skipped." >&2; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo "$@"
  else return 1
  fi
}

if ! command -v mvn >/dev/null || ! command -v javac >/dev/null; then
  command -v apt-get >/dev/null || fail "needs a JDK (17 or newer) and Maven; install them"
  echo "Piagam's test node: no Java or Maven yet; installing them"
  as_root apt-get update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq default-jdk-headless maven >/dev/null ||
    fail "cannot install Java and Maven; as root, run: apt-get install default-jdk-headless maven"
fi
rm -rf target
mvn --batch-mode --quiet package || fail "Maven could not build it; look above, see that the network is there, run it again"
touch target/ready
