# Sourced by every run below Tests/Interop and Tests/Benchmarks: the binary, Python environments that
# are kept, a scratch folder, and processes that end with the script.
#
#   CREDAUDIT_BIN   a built credaudit; without it, one is built
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
me=${0#"$root/"}
scratch=$(mktemp -d)
started=()

# What a company's machine may have set is not to come between processes on loopback.
unset HTTPS_PROXY https_proxy HTTP_PROXY http_proxy ALL_PROXY all_proxy NO_PROXY no_proxy
unset SSL_CERT_FILE SSL_CERT_DIR REQUESTS_CA_BUNDLE

end_started() {
  local pid
  for pid in "${started[@]}"; do
    kill "$pid" 2>/dev/null || continue
    for ((tries = 0; tries < 50; tries++)); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  started=()
}

# What else a run has to end: it may define this anew.
at_end() { :; }

finish() {
  local status=$?
  trap - EXIT
  at_end
  end_started
  rm -rf "$scratch"
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

fail() {
  echo "$me: $*" >&2
  exit 1
}

# Sets credaudit to the binary's absolute path.
need_credaudit() {
  if [[ -n ${CREDAUDIT_BIN:-} ]]; then
    credaudit=$(realpath -- "$CREDAUDIT_BIN")
  else
    (cd "$root" && swift build --quiet --product credaudit) || fail "credaudit cannot be built"
    credaudit=$(cd "$root" && swift build --show-bin-path)/credaudit
  fi
  [[ -x $credaudit ]] || fail "there is no program at '$credaudit'"
}

# need_python NAME PACKAGE…: sets python to an interpreter with exactly these packages, in an
# environment below .build that later runs find again.
need_python() {
  local venv=$root/.build/interop/$1 log=$scratch/pip.log
  shift
  mkdir -p "$(dirname "$venv")"
  exec 9>"$venv.lock"
  flock 9
  python=$venv/bin/python
  if [[ $(cat "$venv/packages" 2>/dev/null) != "$*" ]] || ! "$python" -c '' 2>/dev/null; then
    rm -rf "$venv"
    python3 -m venv "$venv" >"$log" 2>&1 ||
      fail "python3 cannot make an environment (Debian: .ci/setup python3-venv): $(tail -n 3 "$log")"
    "$python" -m pip install --quiet --disable-pip-version-check "$@" >"$log" 2>&1 ||
      fail "pip cannot install $*: $(tail -n 3 "$log")"
    printf '%s' "$*" >"$venv/packages"
  fi
  exec 9>&-
}

# start_simulator FOLDER [OPTION…]: serves in the background until the script ends, and sets
# simulator to its process id.
start_simulator() {
  local folder=$1
  shift
  mkdir -p "$folder"
  "$credaudit" simulate "$folder" "$@" >"$folder/log" 2>&1 &
  simulator=$!
  started+=("$simulator")
  for ((tries = 0; tries < 600; tries++)); do
    [[ -e $folder/facts.json ]] && return
    kill -0 "$simulator" 2>/dev/null || fail "the simulator did not start: $(cat "$folder/log")"
    sleep 0.1
  done
  fail "the simulator was not ready within a minute: $(cat "$folder/log")"
}

# fact FILE NAME: one value of a facts.json.
fact() {
  python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$1" "$2"
}
