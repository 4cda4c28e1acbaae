#!/usr/bin/env bash
# git 2.39.5 (Debian 1:2.39.5-0+deb12u3): `git repack --geometric` takes the grace away from what is just being written.
#
# A loose object that no reference names yet is safe from `git repack -ad` and `git gc`: it stays loose, and is pruned only
# two weeks later. That is what lets a program write its blobs first and move the branch afterwards. But
# `git repack -d --geometric=2` puts every loose object into its new pack, those that nothing names too, and removes the
# loose files. The next `git repack -ad` keeps of packs only what references reach: the object is gone at once, seconds
# after it was written, and `git prune` was never asked. A commit that was under way then names what is not there; plain
# `git commit` has the same window.
#
# So a writer beside maintenance looks once more whether its objects are still there before, and after, the reference
# moves, and writes them again where they are not, or keeps them in a pack with a `.keep`.
#
# Seen: with `repack -ad` alone the object stays; with `repack --geometric=2 -d` before it, the object is absent.
set -euo pipefail

version=1:2.39.5-0+deb12u3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download "git=$version"
dpkg -x git_*.deb root
export GIT_EXEC_PATH=$folder/root/usr/lib/git-core GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null HOME=$folder
git() { "$folder/root/usr/bin/git" "$@"; }
[[ $(git --version) == "git version 2.39.5" ]]

# repository NAME: one commit, and a blob that nothing names yet; prints the blob's id.
repository() {
  git init -q -b main "$1"
  git -C "$1" -c user.name=A -c user.email=a@example.com commit -q --allow-empty -m first
  echo "a record that is being written" | git -C "$1" hash-object -w --stdin
}

blob=$(repository alone)
git -C alone repack -a -d -q
git -C alone cat-file -e "$blob" && alone=there

repository both >/dev/null
git -C both repack -d -q --geometric=2
git -C both cat-file -e "$blob"
git -C both repack -a -d -q
if git -C both cat-file -e "$blob" 2>/dev/null; then both=there; else both=absent; fi

echo "repack -ad alone: the object is ${alone-absent}; geometric repack, then repack -ad: $both"
[[ ${alone-absent} == there && $both == absent ]]
