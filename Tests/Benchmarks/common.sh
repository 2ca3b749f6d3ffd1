# Sourced by the runs of this folder: what Tests/Interop's runs have, and a token service of nginx
# with prepared answers.
# shellcheck shell=bash
benchmarks=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=../Interop/common.sh
source "$benchmarks/../Interop/common.sh"
export PYTHONPATH=$benchmarks PYTHONDONTWRITEBYTECODE=1

# Sets credaudit to an optimised build.
need_optimised_credaudit() {
  if [[ -z ${CREDAUDIT_BIN:-} ]]; then
    need_optimised credaudit
    credaudit=$program
  else
    need_credaudit
  fi
}

# need_optimised PRODUCT [BINARY]: sets program to the binary, or to one that it builds as README tells
# those who run it every night: optimised, with Swift's libraries in it, which take time to be loaded.
need_optimised() {
  program=${2:-}
  if [[ -z $program ]]; then
    local build=(swift build -c release --static-swift-stdlib --scratch-path "$root/.build-static")
    (cd "$root" && "${build[@]}" --quiet --product "$1") || fail "$1 cannot be built"
    program=$root/.build-static/release/$1
  fi
  [[ -x $program ]] || fail "there is no program at '$program'"
}

need_service_python() { need_python benchmarks msal==1.35.1 pyyaml==6.0.3; }

# start_service FOLDER TENANTS [OPTION…]: prepares a service, starts it on its own cores until the
# script ends, and sets service to its process id.
start_service() {
  local folder=$1 port
  command -v nginx >/dev/null || fail "nginx is missing (Debian: .ci/setup nginx)"
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  "$python" "$benchmarks/service/prepare.py" "$folder" "$port" "${@:2}" || fail "no service was prepared"
  taskset -c "$(server_cores)" nginx -p "$folder" -c "$folder/nginx.conf" >"$folder/log" 2>&1 &
  service=$!
  started+=("$service")
  for ((tries = 0; tries < 100; tries++)); do
    curl --silent --cacert "$folder/ca.pem" "https://localhost:$port/" >/dev/null && return
    kill -0 "$service" 2>/dev/null || fail "nginx did not start: $(cat "$folder/log")"
    sleep 0.1
  done
  fail "nginx was not ready in ten seconds: $(cat "$folder/log")"
}

server_cores() {
  python3 -c 'import measurement; print(",".join(map(str, sorted(measurement.SERVER_CORES))))'
}
