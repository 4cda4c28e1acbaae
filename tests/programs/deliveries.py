#!/usr/bin/env python3
"""The delivery agents and collectors of Debian 12 hand mails to `mail receive`, by the recipes of docs/mail.md.

    deliveries.py --binary build/crmtrack

procmail, maildrop, fetchmail (POP3) and getmail (IMAP) run our program; Dovecot's Sieve files a mail into a Maildir that
`--maildir` reads. Each delivers a mail once, and one that could not be kept stays where it was until it can. Nothing
outside a temporary folder is read or written; as root the programs run as `nobody`.
"""
import argparse
import encodings.idna  # noqa: F401  (here, since `nobody` may not be able to read Python's own folder)
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from kept_environment import kept_environment  # noqa: E402

SOURCE = pathlib.Path(__file__).resolve().parents[2]
NOBODY = 65534
PATIENCE = 20  # seconds until a server listens


class Failed(Exception):
    pass


class Desk:
    """A clone that takes mail in, and a second path to it that does not exist, for mails that cannot be kept."""

    def __init__(self, root, binary):
        self.root, self.binary, self.clone = root, binary, root / "desk"
        (root / "home").mkdir(mode=0o700)
        self.environment = kept_environment() | {
            "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin", "HOME": str(root / "home"), "TZ": "UTC", "LC_ALL": "C.UTF-8",
            "USER": "desk", "LOGNAME": "desk", "CRMTRACK_NOW": "2026-11-23T12:00:00Z", "GIT_CONFIG_NOSYSTEM": "1"}
        self.run(binary, "-q", "init", self.clone, author=True)
        # The mail programs give no environment: who records mail stands in the clone.
        for key, value in (("user.name", "Mail"), ("user.email", "mail@example.com")):
            self.run("git", "-C", self.clone, "config", key, value)

    def run(self, *words, given=None, codes=(0,), author=False):
        environment = self.environment | ({"GIT_AUTHOR_NAME": "Asha", "GIT_AUTHOR_EMAIL": "asha@example.com", "GIT_COMMITTER_NAME": "Asha",
                                           "GIT_COMMITTER_EMAIL": "asha@example.com"} if author else {})
        ran = subprocess.run([str(word) for word in words], env=environment, cwd=self.root, input=given, capture_output=True, timeout=60)
        if ran.returncode not in codes:
            raise Failed(f"{' '.join(map(str, words))}: exit {ran.returncode}\n{ran.stdout.decode()}{ran.stderr.decode()}")
        return ran

    def subjects(self):
        return sorted(self.run(self.binary, "-C", self.clone, "list", "inbox:yes", "--fields", "subject").stdout.decode().splitlines())

    def away(self):
        self.clone.rename(self.root / "desk.away")

    def back(self):
        (self.root / "desk.away").rename(self.clone)


def mail_about(subject):
    return (f"From: Eve <eve@elsewhere.example>\nTo: desk@desk.example\nSubject: {subject}\nDate: Sun, 22 Nov 2026 09:30:00 +0000\n"
            f"Message-ID: <{subject}@elsewhere.example>\n\nA mail by {subject}.\n\nFrom here on it goes on.\n").encode()


def recipe(name, desk):
    """The recipe of a program as docs/mail.md has it, for this clone."""
    row = re.search(rf"(?m)^\| {name} \| (.*?) \| [^|]*\|$", (SOURCE / "docs/mail.md").read_text())
    if not row:
        raise Failed(f"docs/mail.md has no recipe for {name}")
    parts = re.findall(r"`([^`]+)`", row.group(1))
    return [part.replace("\\|", "|").replace("/usr/bin/crmtrack", str(desk.binary)).replace("/srv/desk", str(desk.clone)) for part in parts]


def expect(desk, subject, times=1):
    seen = desk.subjects().count(subject)
    if seen != times:
        raise Failed(f"{subject}: {seen} mails of it in the inbox, not {times}: {desk.subjects()}")


def check_procmail(desk):
    first, second, third = recipe("procmail", desk)
    rules = desk.root / "procmailrc"
    rules.write_text(f"LOGFILE={desk.root}/procmail.log\nDEFAULT={desk.root}/procmail.default\n{first}\n{second}\n\n{third}\nHOST\n")
    rules.chmod(0o600)
    deliver = ("procmail", "-m", rules)
    desk.away()
    desk.run(*deliver, given=mail_about("procmail"), codes=(75,))
    desk.back()
    for _ in range(2):
        desk.run(*deliver, given=mail_about("procmail"))
    expect(desk, "procmail")


def check_maildrop(desk):
    (line,) = recipe("maildrop", desk)[:1]
    rules = desk.root / "maildroprc"
    rules.write_text(f'SHELL="/bin/sh"\n{line}\n')  # `nobody` has none
    rules.chmod(0o600)
    desk.away()
    desk.run("maildrop", rules, given=mail_about("maildrop"), codes=(75,))
    desk.back()
    for _ in range(2):
        desk.run("maildrop", rules, given=mail_about("maildrop"))
    expect(desk, "maildrop")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


DOVECOT = """
base_dir = {root}/dovecot/run
state_dir = {root}/dovecot/state
log_path = {root}/dovecot/log
protocols = imap pop3
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain
first_valid_uid = 1
first_valid_gid = 1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
mail_location = maildir:{root}/box
passdb {{
  driver = static
  args = password=secret
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={root}/home
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    address = 127.0.0.1
    port = {imap}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service pop3-login {{
  chroot =
  inet_listener pop3 {{
    address = 127.0.0.1
    port = {pop3}
  }}
  inet_listener pop3s {{
    port = 0
  }}
}}
service stats {{
  chroot =
}}
protocol lda {{
  mail_plugins = sieve
  postmaster_address = postmaster@example.com
}}
plugin {{
  sieve = {root}/rules.sieve
}}
"""


class Dovecot:
    """A server for IMAP and POP3 on loopback, with one mailbox."""

    def __init__(self, desk):
        self.desk, self.folder = desk, desk.root / "dovecot"
        for name in ("", "run", "state"):
            (self.folder / name).mkdir(mode=0o755)
        self.imap, self.pop3 = free_port(), free_port()
        name = lambda kind: subprocess.run(["id", kind], capture_output=True, text=True, check=True).stdout.strip()  # noqa: E731
        self.settings = self.folder / "conf"
        self.settings.write_text(DOVECOT.format(root=desk.root, user=name("-un"), group=name("-gn"), uid=os.getuid(), gid=os.getgid(),
                                                imap=self.imap, pop3=self.pop3))
        self.server = None

    def __enter__(self):
        self.server = subprocess.Popen(["/usr/sbin/dovecot", "-F", "-c", str(self.settings)], env=self.desk.environment,
                                       stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            if self.server.poll() is not None:
                break
            try:
                socket.create_connection(("127.0.0.1", self.imap), 1).close()
                return self
            except OSError:
                time.sleep(0.05)
        self.__exit__()
        raise Failed(f"dovecot does not listen: {self.server.stdout.read().decode()}{self.log()}")

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait(PATIENCE)

    def log(self):
        log = self.folder / "log"
        return log.read_text() if log.exists() else ""

    def deliver(self, subject):
        """Puts a mail into the mailbox, as Dovecot's own delivery agent does."""
        self.desk.run("/usr/lib/dovecot/dovecot-lda", "-c", self.settings, given=mail_about(subject), codes=(0,))


def check_collector(desk, server, subject, collect, stays):
    """A program that collects a mailbox. `collect` runs it once, whatever it says; `stays` counts what it left."""
    server.deliver(subject)
    desk.away()
    collect()
    desk.back()
    if stays() != 1:
        raise Failed(f"{subject}: a mail that was not kept is gone from the server\n{server.log()}")
    collect()
    expect(desk, subject)
    if stays() != 0:
        raise Failed(f"{subject}: a mail that was kept is still on the server")


def check_fetchmail(desk, server, stays):
    (line,) = recipe("fetchmail", desk)[:1]
    settings = desk.root / "fetchmailrc"
    settings.write_text(f'poll 127.0.0.1 proto pop3 port {server.pop3} auth password user "desk" password "secret" sslproto "" {line}\n')
    settings.chmod(0o600)
    collect = lambda: desk.run("fetchmail", "-f", settings, "--nosyslog", "--pidfile", desk.root / "fetchmail.pid", codes=range(0, 30))  # noqa: E731
    check_collector(desk, server, "fetchmail", collect, stays)


def check_getmail(desk, server, stays):
    parts = recipe("getmail", desk)
    folder = desk.root / "getmail"
    folder.mkdir(mode=0o700)
    (folder / "getmailrc").write_text(
        "[retriever]\ntype = SimpleIMAPRetriever\nserver = 127.0.0.1\n" + f"port = {server.imap}\nusername = desk\npassword = secret\n"
        "[destination]\n" + "\n".join(parts) + "\n[options]\ndelete = true\nread_all = false\n")
    collect = lambda: desk.run("getmail", "--getmaildir", folder, codes=range(0, 130))  # noqa: E731
    check_collector(desk, server, "getmail", collect, stays)


def check_sieve(desk, server):
    (desk.root / "rules.sieve").write_text("keep;\n")
    server.deliver("sieve")
    command = recipe("Dovecot Sieve", desk)[0].replace("crmtrack", str(desk.binary), 1).replace("~/Maildir", str(desk.root / "box")).split()
    for _ in range(2):
        desk.run(*command)
    expect(desk, "sieve")


def waiting_in(box):
    return sum(len(list((box / part).iterdir())) for part in ("new", "cur") if (box / part).is_dir())


def check_all(root, binary):
    desk = Desk(root, binary)
    check_procmail(desk)
    check_maildrop(desk)
    with Dovecot(desk) as server:
        stays = lambda: waiting_in(root / "box")  # noqa: E731
        check_fetchmail(desk, server, stays)
        check_getmail(desk, server, stays)
        check_sieve(desk, server)
    if len(desk.subjects()) != 5:
        raise Failed(f"the inbox has {desk.subjects()}")


def become_nobody(folder):
    """Mail programs refuse to work for root. Gives the folder to `nobody`, and goes on as that user."""
    if os.geteuid() != 0:
        return
    os.chown(folder, NOBODY, NOBODY)
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    binary = pathlib.Path(parser.parse_args().binary).resolve()
    # The mail programs may not be able to reach the folder of the build.
    folder = pathlib.Path(tempfile.mkdtemp(prefix="crmtrack-deliveries-"))
    try:
        own = folder / "crmtrack"
        shutil.copy(binary, own)
        become_nobody(folder)
        check_all(folder, own)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("procmail, maildrop, fetchmail, getmail and Dovecot deliver by the recipes of docs/mail.md")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as error:
        sys.exit(f"deliveries: {error}")
