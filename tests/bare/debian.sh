#!/usr/bin/env bash
# The README's two set-up commands on a bare Debian 12: debian.sh [--short]
#
# debootstrap makes one in a temporary folder, with this machine's own package sources, and the commands run in it, read
# from README.md as they stand there, on a copy of this source. With --short the second one is replaced: only the suites
# that the first one configured are compared with tests/suites.txt. Where no Debian can be made (no root, no debootstrap,
# no mirror) it says so and ends with 77, which ctest reports as skipped. Its mounts and processes end with it.
set -euo pipefail

readonly release=bookworm
readonly cannot_test=77
readonly patience=1800 # seconds, for debootstrap
source=$(readlink -f "$(dirname "${BASH_SOURCE[0]}")/../..")

not_here() {
  echo "bare: cannot be tested here: $*"
  exit "$cannot_test"
}

# shellcheck disable=SC2016
mapfile -t commands < <(sed -n '/^```sh$/,/^```$/p' "$source/README.md" | grep -o '^\./dev [a-z]*')
if [[ ${commands[*]} != './dev demo ./dev test' ]]; then
  echo "bare: the set-up commands of README.md are not ./dev demo and ./dev test, but: ${commands[*]}" >&2
  exit 1
fi

[[ $(id -u) -eq 0 ]] || not_here "needs root"
command -v debootstrap >/dev/null || not_here "debootstrap is not installed"
if [[ -z ${CRMTRACK_BARE-} ]]; then
  # Mounts and processes of our own, which the kernel takes away with the last of them, however this ends.
  unshare --mount --pid --fork true 2>/dev/null || not_here "the kernel allows no namespace of its own"
  CRMTRACK_BARE=1 exec unshare --mount --propagation private --pid --fork --kill-child "$source/tests/bare/debian.sh" "$@"
fi

work=$(mktemp -d -t crmtrack-bare-XXXXXX)
root=$work/root
clean_up() {
  umount -R "$root/proc" "$root/dev" 2>/dev/null || true
  rm -rf --one-file-system "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# The mirror that this machine's apt takes the release from.
mirror=$(apt-get indextargets --format "\$(CODENAME) \$(COMPONENT) \$(REPO_URI)" 'Created-By: Packages' |
  awk -v release="$release" '$1 == release && $2 == "main" { print $3; exit }')
[[ -n $mirror ]] || not_here "apt knows no mirror of Debian $release"

echo "bare: making a Debian $release"
if ! timeout "$patience" debootstrap --variant=minbase "$release" "$root" "$mirror" >"$work/log" 2>&1; then
  tail -n 5 "$work/log"
  not_here "debootstrap could not make a Debian $release"
fi

# As this machine reaches its mirrors: sources, proxies, keys, certificates.
for path in /etc/apt /usr/share/keyrings /etc/ssl/certs /usr/local/share/ca-certificates /etc/resolv.conf /etc/hosts; do
  [[ -e $path ]] || continue
  mkdir -p "$root$(dirname "$path")"
  rm -rf "${root:?}$path"
  cp -rL "$path" "$root$path" 2>/dev/null || true
done
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mkdir "$root/crmtrack"
tar -C "$source" --exclude=./build --exclude=./.git -cf - . | tar -C "$root/crmtrack" -xf -

in_debian() {
  local kept=()
  mapfile -t kept < <(env | grep -i '^[a-z]*_proxy=' || true)
  env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "${kept[@]}" \
    chroot "$root" bash -c "cd /crmtrack && $1" </dev/null
}

for program in g++ cmake git python3; do
  if in_debian "command -v $program" >/dev/null; then
    echo "bare: this Debian is not bare: it has $program" >&2
    exit 1
  fi
done
[[ ${1-} != --short ]] || commands[1]=tests/suites.sh

for command in "${commands[@]}"; do
  echo "bare: $command"
  if ! in_debian "$command" >"$work/log" 2>&1; then
    tail -n 200 "$work/log"
    echo "bare: '$command' fails on a bare Debian" >&2
    exit 1
  fi
  tail -n 1 "$work/log"
done
echo "bare: both commands of the README work"
