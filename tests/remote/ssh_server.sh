# shellcheck shell=bash
# For docs/sharing.md: an sshd on loopback that answers as example.com, with keys of its own. Programs there see the
# sandbox's folder srv as /srv. To be sourced by bash in a sandbox; `stop_server` ends it.
mkdir -p server/srv && cd server || return
for key in host user; do ssh-keygen -q -t ed25519 -N '' -f "$key"; done
if test "$(id -u)" = 0; then mkdir -p /run/sshd; fi
cat >run <<END
#!/bin/sh
eval "\$(printf '%s' "\$SSH_ORIGINAL_COMMAND" | sed "s,/srv/,$PWD/srv/,g")"
END
chmod +x run
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
/usr/sbin/sshd -D -e -q -f /dev/null -p "$port" -o ListenAddress=127.0.0.1 -o HostKey="$PWD/host" -o PidFile=none \
  -o UsePAM=no -o AuthorizedKeysFile="$PWD/user.pub" -o StrictModes=no -o PermitRootLogin=yes -o ForceCommand="$PWD/run" \
  -o SetEnv="GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=$HOME/.gitconfig PATH=$PATH TZ=UTC CRMTRACK_NOW=$CRMTRACK_NOW" \
  </dev/null >/dev/null 2>&1 &
server=$!
echo "[127.0.0.1]:$port $(cut -d ' ' -f 1,2 host.pub)" >known
cat >config <<END
Host example.com
  HostName 127.0.0.1
  Port $port
  IdentityFile $PWD/user
  IdentitiesOnly yes
  UserKnownHostsFile $PWD/known
  LogLevel ERROR
END
ssh() { command ssh -F "$HOME/server/config" "$@"; }
git config --global core.sshCommand "ssh -F $PWD/config"
for _ in $(seq 100); do ssh example.com true 2>/dev/null </dev/null && break; sleep 0.05; done
stop_server() { kill "$server"; wait "$server" 2>/dev/null || true; }
cd ..
