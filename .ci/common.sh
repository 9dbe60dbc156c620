# What the parts share. Sourced, never run; the working directory is the checkout's root.

# A log of a build is read by people: without the line that each download writes.
export MAVEN_OPTS="${MAVEN_OPTS:-} -Dorg.slf4j.simpleLogger.log.org.apache.maven.cli.transfer.Slf4jMavenTransferListener=warn"

fail() { echo "ci: $*" >&2; exit 1; }

# jdk25: the folder of a JDK 25 on this machine: the one in use, or one installed beside it
jdk25() {
  local java beside jdk
  java=$(readlink -f "$(command -v java)"); beside=$(dirname "$(dirname "$(dirname "$java")")")
  for jdk in "${JAVA_HOME:-}" "$beside"/*; do
    if grep -qs '^JAVA_VERSION="25[".]' "$jdk/release" && [ -x "$jdk/bin/javac" ]; then echo "$jdk"; return; fi
  done
  fail "no JDK 25 beside $java, and JAVA_HOME names none"
}

# with_docker: leaves Docker answering, if need be by the script beside the checkout, whose engine then ends with this part
with_docker() {
  docker info >/dev/null 2>&1 && return
  [ -x ../shared/docker/up ] || fail "Docker does not answer, and this part needs it"
  local environment theirs=no
  ! docker_runs || theirs=yes
  environment=$(../shared/docker/up || ../shared/docker/up || ../shared/docker/up) || fail "Docker could not be started in three tries"
  eval "$environment"
  [ "$theirs" = yes ] || at_exit end_docker
}

docker_runs() { ps -C dockerd -o stat= | grep -qv Z; }

end_docker() {
  local limit=$((SECONDS + 20))
  ../shared/docker/down
  while docker_runs && [ "$SECONDS" -lt "$limit" ]; do sleep 0.2; done
  ! docker_runs
}

# at_exit COMMAND…: commands to run when this part ends, whichever way; the last one registered runs first
endings=()
at_exit() { endings=("$(printf '%q ' "$@")" "${endings[@]}"); trap end_all EXIT; }
end_all() { local command; for command in "${endings[@]}"; do eval "$command" || echo "ci: failed at the end: $command" >&2; done; }
