#!/usr/bin/env bash
# Makes .venv with the pinned versions of constraints.txt, and touches .venv/ready once it is whole.
# Debian without python3-venv: installs it when it may (root or sudo), else says what is missing.
# A .venv that is half made, or whose Python is gone, is made anew.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { echo "Piagam's environment: $*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo "$@"
  else return 1
  fi
}

# The first Python that is new enough and can make an environment.
find_python() {
  local candidate
  for candidate in python3.11 python3.12 python3.13 python3; do
    if "$candidate" -c 'import sys; assert sys.version_info >= (3, 11); import ensurepip, venv' 2>/dev/null; then
      echo "$candidate"
      return
    fi
  done
  return 1
}

python=$(find_python) || {
  command -v apt-get >/dev/null || fail "needs Python 3.11 or newer with its venv module; install them."
  echo "Piagam's environment: no Python with venv yet; installing python3-venv"
  as_root apt-get update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3 python3-venv >/dev/null ||
    fail "cannot install python3-venv; as root, run: apt-get install python3 python3-venv"
  python=$(find_python) || fail "needs Python 3.11 or newer, and this system's python3 is older."
}

# Without .venv/ready an earlier run was cut off, perhaps in the middle of a package: begin anew.
if [ ! -e .venv/ready ] ||
   ! .venv/bin/python -c 'import sys; assert sys.version_info >= (3, 11); import pip' 2>/dev/null; then
  "$python" -m venv --clear .venv || fail "$python could not make .venv; is the disk full?"
fi
rm -f .venv/ready
.venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]" ||
  fail "the packages of constraints.txt could not be installed; look above, see that the network is there, run it again."
touch .venv/ready
