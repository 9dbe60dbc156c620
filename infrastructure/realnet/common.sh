# What install, start and stop share. Sourced, never run.

# Everything that is installed lives here, outside the checkout, and is kept from run to run.
tools=${PARVIS_TOOLS_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/parvis}/realnet
# What belongs to the servers that run now: process ids, logs, data, the exports that `start` printed.
run=$tools/run
node=$tools/node/node_modules/node-linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')/bin

say() { echo "realnet: $*" >&2; }
fail() { say "$*"; exit 1; }

# thrice COMMAND…: a download fails only after its third try
thrice() {
  local try
  for try in 1 2 3; do
    "$@" && return
    say "try $try of 3 failed: $1 ${2:-}"
    [ "$try" = 3 ] || sleep $((try * 5))
  done
  return 1
}

postgres_folder() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

# The kernel's start time of a process: with it a recycled id is never taken for ours. A zombie has none: it ended.
born() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | awk '$1 != "Z" { print $20 }'; }

# background NAME COMMAND…: starts a server apart from this terminal, its id and its log in the run folder
background() {
  local name=$1; shift
  setsid "$@" >"$run/$name.log" 2>&1 </dev/null &
  echo "$! $(born $!)" >"$run/$name.pid"
  disown
}

running() {
  local pid start
  read -r pid start 2>/dev/null <"$run/$1.pid" && [ -n "$start" ] && [ "$(born "$pid")" = "$start" ]
}

# until_ready SECONDS NAME COMMAND…: polls a server, and gives up as soon as its process is gone
until_ready() {
  local limit=$((SECONDS + $1)) name=$2; shift 2
  until "$@" >/dev/null 2>&1; do
    running "$name" || { tail -n 20 "$run/$name.log" >&2; fail "$name ended before it was ready: $run/$name.log"; }
    [ "$SECONDS" -lt "$limit" ] || { tail -n 20 "$run/$name.log" >&2; fail "$name is not ready in time: $run/$name.log"; }
    sleep 0.1
  done
}

# end NAME SIGNAL: ends one server by its id, and by force when it has not gone in ten seconds
end() {
  local pid limit=$((SECONDS + 10))
  if running "$1"; then
    read -r pid _ <"$run/$1.pid"
    kill "-$2" "$pid"
    while running "$1" && [ "$SECONDS" -lt "$limit" ]; do sleep 0.1; done
    ! running "$1" || { say "$1 did not end in ten seconds: killed"; kill -KILL "$pid"; }
  fi
  rm -f "$run/$1.pid"
}
