#!/usr/bin/env bash
# git 2.39.5 (Debian 1:2.39.5-0+deb12u3): a whole reference name in a refspec is taken for an abbreviation where the
# remote does not have it.
#
# `git fetch origin refs/heads/ledger:refs/heads/copy` from a repository without that branch is expected to end with
# "couldn't find remote ref". It does, unless the remote has a branch whose own name is `refs/heads/ledger`, that is
# `refs/heads/refs/heads/ledger` (anybody who may push makes one with a slip such as `git branch refs/heads/ledger`): then that
# one is fetched, with exit 0, for the name is looked up by the rules for short names. `git push` to such a remote, with
# whole names on both sides, is refused as ambiguous once both branches exist: "dst refspec refs/heads/ledger matches
# more than one", although only one of them has that very name. A pattern refspec (`refs/heads/ledge*`) is compared
# letter by letter in both.
#
# So a program that shares a branch by its whole name looks at what git says it has fetched (the name stands in
# FETCH_HEAD) or lists with ls-remote, and sends with a pattern where git calls a whole name ambiguous.
#
# Seen: fetch exit 0 of "refs/heads/refs/heads/ledger"; push "matches more than one"; the same by a pattern exit 0.
set -euo pipefail

version=1:2.39.5-0+deb12u3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download "git=$version"
dpkg -x git_*.deb root
export GIT_EXEC_PATH=$folder/root/usr/lib/git-core GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null HOME=$folder
export GIT_TEMPLATE_DIR=$folder/root/usr/share/git-core/templates
git() { "$folder/root/usr/bin/git" "$@"; }
[[ $(git --version) == "git version 2.39.5" ]]
pack() { echo "--upload-pack=$folder/root/usr/bin/git-upload-pack"; }

git init -q -b main remote
git -C remote -c user.name=A -c user.email=a@example.com commit -q --allow-empty -m other
git -C remote branch refs/heads/ledger main
git init -q -b main clone
git -C clone remote add origin ../remote

fetched=$(git -C clone fetch "$(pack)" origin refs/heads/ledger:refs/heads/copy 2>&1 && echo "exit 0")
there=$(git -C clone for-each-ref --format='%(refname)' refs/heads/copy)

git -C remote update-ref refs/heads/ledger main
git -C clone -c user.name=A -c user.email=a@example.com commit -q --allow-empty -m mine
git -C clone fetch -q "$(pack)" origin
receive=--receive-pack=$folder/root/usr/bin/git-receive-pack
ambiguous=$(git -C clone push -f "$receive" origin refs/heads/main:refs/heads/ledger 2>&1 || true)
git -C clone update-ref refs/heads/ledger main
by_pattern=$(git -C clone push -q -f "$receive" origin 'refs/heads/ledge*:refs/heads/ledge*' 2>&1 && echo "exit 0")

echo "fetch: ${fetched##*$'\n'}, copy is ${there:-absent}"
echo "push: $(grep -o 'matches more than one' <<<"$ambiguous" | head -1); by a pattern: $by_pattern"
[[ $fetched == *"exit 0" && $there == refs/heads/copy && $ambiguous == *"matches more than one"* && $by_pattern == "exit 0" ]]
