"""A Postfix of a test's own: its queue, its settings and, where the system has none, its program in a folder.

Debian's package takes the place of any other mail server, so it is unpacked, not installed (`dev` fetches it). Postfix
needs root: it starts its parts as other users.
"""
import os
import pathlib
import shutil
import socket
import subprocess
import time

OWNER, GROUP = "news", "uucp"  # two that every Debian has, and nothing of the system's Postfix
PATIENCE = 20
MAIN = """
compatibility_level = 3.6
command_directory = {usr}/sbin
daemon_directory = {usr}/lib/postfix/sbin
shlib_directory = {usr}/lib/postfix
meta_directory = {etc}
queue_directory = {folder}/queue
data_directory = {folder}/data
mail_owner = {owner}
setgid_group = {group}
default_privs = nobody
myhostname = mx.test
mydestination = desk.example
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
smtpd_peername_lookup = no
maillog_file = {folder}/data/log
maillog_file_prefixes = {folder}
alias_maps =
alias_database =
local_recipient_maps =
recipient_delimiter = +
local_transport = desk
default_transport = box
transport_maps =
header_checks = regexp:{folder}/conf/refused
import_environment = MAIL_CONFIG LD_LIBRARY_PATH
export_environment = TZ MAIL_CONFIG LD_LIBRARY_PATH
"""
MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
pickup unix n - n 1 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
error unix - - n - - error
retry unix - - n - - error
showq unix n - n - - showq
postlog unix-dgram n - n - 1 postlogd
desk unix - n n - - pipe flags=Rq user=nobody argv={deliver}
box unix - n n - - pipe flags=Rq user=nobody argv={into_box}
"""


class Postfix:
    """Takes mail by SMTP on loopback and from its own `sendmail`. Mail for desk.example goes to the program `deliver`,
    all other mail into files of the folder `boxes`, one each. It refuses mail to `refused@…`."""

    def __init__(self, folder, unpacked, deliver):
        self.folder, self.boxes = folder, folder / "boxes"
        root = pathlib.Path("/") if pathlib.Path("/usr/lib/postfix/sbin/master").exists() else unpacked
        self.usr, self.etc = root / "usr", root / "etc/postfix"
        self.master, self.sendmail = self.usr / "lib/postfix/sbin/master", self.usr / "sbin/sendmail"
        if not self.master.exists():
            raise FileNotFoundError(f"{self.master}: run './dev test', which unpacks Postfix into {unpacked}")
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            self.port = listener.getsockname()[1]
        self.environment = os.environ | {"MAIL_CONFIG": str(folder / "conf"), "LD_LIBRARY_PATH": str(self.usr / "lib/postfix")}
        self.make_folders()
        into_box = folder / "into-box"
        into_box.write_text(f'#!/bin/sh\numask 022\ncat >"{self.boxes}/$$.part" && mv "{self.boxes}/$$.part" "{self.boxes}/$$.eml"\n')
        into_box.chmod(0o755)
        conf = folder / "conf"
        (conf / "main.cf").write_text(MAIN.format(usr=self.usr, etc=self.etc, folder=folder, owner=OWNER, group=GROUP))
        (conf / "master.cf").write_text(MASTER.format(port=self.port, deliver=deliver, into_box=into_box))
        (conf / "refused").write_text("/^To:.*refused@/ REJECT not wanted here\n")
        self.server = None

    def make_folders(self):
        for name in ("conf", "data", "boxes", "queue", "queue/pid"):
            (self.folder / name).mkdir(parents=True)
        for name in ("active", "bounce", "corrupt", "defer", "deferred", "flush", "hold", "incoming", "private", "saved", "trace"):
            path = self.folder / "queue" / name
            path.mkdir(mode=0o700)
            shutil.chown(path, OWNER)
        # Unpacked, its postdrop has no set-group-id: everybody may put a mail into this queue.
        for name, mode in (("public", 0o755), ("maildrop", 0o1777)):
            path = self.folder / "queue" / name
            path.mkdir()
            path.chmod(mode)
            shutil.chown(path, OWNER, GROUP)
        shutil.chown(self.folder / "data", OWNER)
        shutil.chown(self.boxes, "nobody")

    def __enter__(self):
        self.server = subprocess.Popen([str(self.master), "-c", str(self.folder / "conf"), "-d"], env=self.environment,
                                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT, start_new_session=True)
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            try:
                with socket.create_connection(("127.0.0.1", self.port), PATIENCE) as smtp:
                    if smtp.recv(3) == b"220":
                        return self
            except OSError:
                time.sleep(0.05)
        self.__exit__()
        raise TimeoutError(f"Postfix does not listen\n{self.log()}")

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait(PATIENCE)

    def log(self):
        log = self.folder / "data/log"
        return log.read_text() if log.exists() else ""

    def mails(self, count):
        """The mails in the boxes, once there are so many."""
        ends = time.monotonic() + PATIENCE
        while len(found := sorted(self.boxes.glob("*.eml"), key=lambda path: path.stat().st_mtime_ns)) < count:
            if time.monotonic() > ends:
                raise TimeoutError(f"{len(found)} mails came, not {count}\n{self.log()}")
            time.sleep(0.05)
        return [path.read_bytes() for path in found]
