#!/usr/bin/env bash
# maildrop 2.9.3 (Debian 2.9.3-2.1): `to "| program"` runs the program by the login shell that the password file gives
# the user, not by /bin/sh.
#
# Mail is often delivered for an account that nobody logs in to, whose shell is /usr/sbin/nologin. That one says "This
# account is currently not available." and ends with 1, so maildrop ends with 1, the program never runs, and the mail
# server bounces the mail to its sender, with that sentence in it, at the first mail: 1 is no code that is tried again.
# The same filter works for the administrator who tries it out. SHELL="/bin/sh" in front of the rule mends it.
#
# So a recipe for a program behind maildrop sets SHELL, or says that the account needs a shell; who tests it does so as
# that account.
#
# Seen: user nobody, to "| cat": exit 1, "This account is currently not available.", nothing delivered; with
# SHELL="/bin/sh": exit 0, delivered.
set -euo pipefail

[[ $(id -u) -eq 0 ]] || { echo "needs root, to run maildrop as nobody"; exit 2; }
[[ $(getent passwd nobody | cut -d : -f 7) == /usr/sbin/nologin ]]
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
chmod 755 "$folder"
apt-get -qq -o APT::Sandbox::User=root download maildrop=2.9.3-2.1 courier-authlib=0.71.4-1+b2 libcourier-unicode4=2.1.2-2+b2 \
  libgdbm6=1.23-3 libpcre3=2:8.39-15
for package in ./*.deb; do dpkg -x "$package" root; done
libraries=$(find "$folder/root" -name '*.so*' -printf '%h\n' | sort -u | paste -s -d :)
mkdir box
chown nobody box
cp root/usr/bin/maildrop maildrop
chmod 755 maildrop # without the set-gid bit of the package, which no delivery needs here

# deliver NAME LINE…: a filter of these lines gets a mail as nobody, and the exit code and words are printed.
deliver() {
  local name=$1 code=0 words
  shift
  printf '%s\n' "$@" "to \"| /bin/cat > $folder/box/$name\"" >"$name.filter"
  chmod 600 "$name.filter"
  chown nobody "$name.filter"
  words=$(printf 'From: ada@example.com\nSubject: hello\n\nhello\n' |
    env -i LD_LIBRARY_PATH="$libraries" PATH=/usr/bin:/bin \
      setpriv --reuid=nobody --regid=nogroup --clear-groups "$folder/maildrop" "$folder/$name.filter" 2>&1) || code=$?
  printf '%s: exit %d, %s%s\n' "$name" "$code" "$([[ -s box/$name ]] && echo delivered || echo 'nothing delivered')" \
    "${words:+, $words}"
}

plain=$(deliver plain)
mended=$(deliver mended 'SHELL="/bin/sh"')
printf '%s\n' "$plain" "$mended"
[[ $plain == "plain: exit 1, nothing delivered, This account is currently not available." ]]
[[ $mended == "mended: exit 0, delivered" ]]
