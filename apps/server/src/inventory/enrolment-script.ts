/**
 * The script with which a server gets its agent, POSIX sh; and why it may be fetched over a connection nobody vouches for.
 *
 * A hub with a certificate of its own making is unknown to curl and wget, so whoever sits in between could answer in its
 * place. What is trusted is the line that an administrator copied from the hub's page; from it a chain of SHA-256 sums
 * leads to all that is run:
 * - the line carries this script's sum, and runs the script only where the sum is right;
 * - this script carries the sums of the agent and of the runtime, and uses neither unless the sum is right;
 * - the line carries the fingerprint of the hub's certificate, which the agent compares before it sends the token.
 * Somebody in between can therefore hold things up, and see that a server fetches an agent; he can neither have anything
 * else run, nor hand out an older version, nor learn the token, which goes by environment and to the agent only. The
 * script is the same for all: nothing of a request is written into it.
 *
 * @param sums `runtime`: undefined where the hub's own Node cannot be handed on
 */
export function enrolmentScript(sums: {
  readonly agentSha256: string;
  readonly runtime?: { readonly name: string; readonly sha256: string };
}): string {
  return `#!/bin/sh
# OpsGauge: fetches the agent from the hub, makes this host known to it and starts the agent: as a service where systemd
# runs and this is root, else in the background.
# usage: OPSGAUGE_ENROLMENT_TOKEN=... sh install.sh HUB_URL [FINGERPRINT]
#   OPSGAUGE_AGENT_FOLDER  programs (/opt/opsgauge-agent for root, else ~/opsgauge-agent)
#   OPSGAUGE_AGENT_STATE   state (/var/lib/opsgauge-agent for root, else ~/.opsgauge-agent); set, it is no service
set -eu
umask 077
agent_sha256='${sums.agentSha256}'
runtime_name='${sums.runtime?.name ?? ''}'
runtime_sha256='${sums.runtime?.sha256 ?? ''}'

fail() {
  echo "opsgauge: $1" >&2
  exit 1
}

[ $# -ge 1 ] || fail 'usage: install.sh HUB_URL [FINGERPRINT]'
hub=$1
fingerprint=\${2-}
[ -n "\${OPSGAUGE_ENROLMENT_TOKEN-}" ] || fail 'OPSGAUGE_ENROLMENT_TOKEN is not set'

# With a fingerprint no authority vouches for the hub: the sums below decide what is used.
fetch() {
  if command -v curl >/dev/null 2>&1; then
    if [ -n "$fingerprint" ]; then curl -fsSk -o "$2" "$hub$1"; else curl -fsS -o "$2" "$hub$1"; fi
  elif command -v wget >/dev/null 2>&1; then
    if [ -n "$fingerprint" ]; then wget -q --no-check-certificate -O "$2" "$hub$1"; else wget -q -O "$2" "$hub$1"; fi
  else
    fail 'neither curl nor wget is here'
  fi
}

# fetch_checked PATH FILE SHA256
fetch_checked() {
  fetch "$1" "$2.part" || fail "$hub$1 cannot be fetched"
  if ! echo "$3  $2.part" | sha256sum -c - >/dev/null 2>&1; then
    rm -f "$2.part"
    fail "$hub$1 is not what the hub's page promised (SHA-256 differs); paste a fresh line"
  fi
  mv -f "$2.part" "$2"
}

is_recent_node() {
  "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' >/dev/null 2>&1
}

if [ -n "\${OPSGAUGE_AGENT_FOLDER-}" ]; then
  folder=$OPSGAUGE_AGENT_FOLDER
elif [ "$(id -u)" = 0 ]; then
  folder=/opt/opsgauge-agent
else
  folder=$HOME/opsgauge-agent
fi
mkdir -p "$folder"
fetch_checked /agent/opsgauge-agent.js "$folder/opsgauge-agent.js" "$agent_sha256"

if node=$(command -v node) && is_recent_node "$node"; then
  :
elif [ -x "$folder/node" ] && is_recent_node "$folder/node"; then
  node=$folder/node
else
  needed='install Node.js 20.19 or later and paste the line again'
  [ -n "$runtime_name" ] || fail "no Node.js 20.19 here, and the hub has none to hand on; $needed"
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) here=linux-x64 ;;
    Linux-aarch64) here=linux-arm64 ;;
    *) here="$(uname -s)-$(uname -m)" ;;
  esac
  [ "$here" = "$runtime_name" ] || fail "no Node.js 20.19 here; the hub's is for $runtime_name, this is $here; $needed"
  glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null || echo 'none')
  case "$glibc" in
    'glibc 2.'[0-9] | 'glibc 2.1'[0-9] | 'glibc 2.2'[0-7] | none)
      fail "no Node.js 20.19 here; the hub's needs glibc 2.28 or later, found: $glibc; $needed" ;;
  esac
  fetch_checked "/agent/runtime/$runtime_name" "$folder/node" "$runtime_sha256"
  chmod 700 "$folder/node"
  node=$folder/node
  is_recent_node "$node" || fail "the hub's Node.js does not run here (see: $node --version); $needed"
fi

if [ -n "$fingerprint" ]; then
  "$node" "$folder/opsgauge-agent.js" enroll --hub "$hub" --fingerprint "$fingerprint"
else
  "$node" "$folder/opsgauge-agent.js" enroll --hub "$hub"
fi
unset OPSGAUGE_ENROLMENT_TOKEN

installed=/usr/lib/opsgauge-agent
if [ "$(id -u)" = 0 ] && [ -d /run/systemd/system ] && [ -z "\${OPSGAUGE_AGENT_STATE-}" ]; then
  if "$node" "$folder/opsgauge-agent.js" install; then
    # What it needs was copied.
    [ -n "\${OPSGAUGE_AGENT_FOLDER-}" ] || rm -rf "$folder"
    [ ! -x "$installed/node" ] || node=$installed/node
    echo "opsgauge: the agent runs as the service opsgauge-agent and starts with this host"
    echo "opsgauge: to remove it: $node $installed/opsgauge-agent.js uninstall"
    exit 0
  fi
  echo 'opsgauge: it could not be made a service; it is started in the background' >&2
fi
nohup "$node" "$folder/opsgauge-agent.js" run >>"$folder/agent.log" 2>&1 </dev/null &
echo "opsgauge: the agent runs as process $!, log in $folder/agent.log"
if [ "$(id -u)" = 0 ]; then
  echo "opsgauge: it ends when this host restarts; to start with it, let the host's start-up run:"
  echo "opsgauge:   $node $folder/opsgauge-agent.js run"
else
  echo "opsgauge: it ends when this host restarts; paste a fresh line as root to have a service that starts with it"
fi
`;
}
