#!/usr/bin/env python3
"""Mail goes out through real programs, and the answer comes back.

    mail_out.py --binary build/crmtrack --unpacked build/unpacked

`email --send` hands a mail to msmtp, which gives it by SMTP to a Postfix on loopback, and to Postfix's own sendmail.
s-nail answers it, that Postfix pipes the answer into `mail receive`, and the promise is kept, with evidence `acknowledged`.
Python's email package reads the mails as a second reader. What each program does where it cannot send is compared with
the table in docs/mail.md. Postfix needs root; nothing of the system's own mail is read or written.
"""
import argparse
import email
import email.policy
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from kept_environment import kept_environment  # noqa: E402
from postfix import Postfix  # noqa: E402

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77
PATIENCE = 20
NAMES = ("Ben Ode", "Byron, Ada", 'Ada "Countess" Byron', "Jürgen Groß", "山田 太郎", "=?utf-8?Q?x?=", "A. (B) C; D", "x" * 55)  # Python puts a blank between two encoded words of a name


class Failed(Exception):
    pass


class Desk:
    """A clone that sends and takes mail. It belongs to `nobody`, as whom Postfix starts the program that takes mail in."""

    AS_NOBODY = ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups")

    def __init__(self, root, binary):
        self.root, self.clone, self.binary = root, root / "desk", root / "crmtrack"
        shutil.copy(binary, self.binary)
        (root / "home").mkdir()
        subprocess.run(["chown", "-R", "nobody:nogroup", root], check=True)
        self.environment = kept_environment() | {
            "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin", "HOME": str(root / "home"), "TZ": "UTC", "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "Asha", "GIT_AUTHOR_EMAIL": "asha@example.com",
            "GIT_COMMITTER_NAME": "Asha", "GIT_COMMITTER_EMAIL": "asha@example.com"}
        self.run(self.binary, "-q", "init", self.clone)
        # Postfix gives no environment: who records mail stands in the clone.
        for key, value in (("user.name", "Mail"), ("user.email", "mail@example.com")):
            self.run("git", "-C", self.clone, "config", key, value)
        self.crmtrack("customer", "add", "acme", "--contact", "Ben Ode <ben@acme.example>")
        self.set("crmtrack.from", "Bücher-Desk <desk@desk.example>")
        self.set("crmtrack.replyTo", "desk+%@desk.example")

    def run(self, *words, given=None, codes=(0,), environment=None):
        ran = subprocess.run([*self.AS_NOBODY, *map(str, words)], env=environment or self.environment, cwd=self.root, input=given,
                             capture_output=True, timeout=120)
        if ran.returncode not in codes:
            raise Failed(f"{' '.join(map(str, words))}: exit {ran.returncode}\n{ran.stdout.decode()}{ran.stderr.decode()}")
        return ran.stdout.decode() if codes == (0,) else ran

    def crmtrack(self, *words, **more):
        return self.run(self.binary, "-q", "-C", self.clone, *words, **more)

    def set(self, key, value):
        self.run("git", "config", "--global", key, value)

    def complain(self):
        return self.crmtrack("new", "-c", "acme", "-m", "Invoice charged twice").strip()

    def story(self, complaint):
        return json.loads(self.crmtrack("show", complaint, "--json"))["items"][0]

    def last_delivery(self, complaint):
        return [record for record in self.story(complaint)["records"] if record["kind"] == "delivery"][-1]


def expect(what, seen, meant):
    if seen != meant:
        raise Failed(f"{what}: {seen!r}, not {meant!r}")


def check_bytes(raw):
    """Every mail of ours is like this, whichever way it went."""
    header = raw.split(b"\n\n")[0]
    if not header.isascii() or max(map(len, raw.splitlines())) > 998 or b"\r" in raw:
        raise Failed(f"not a mail as it should be: {raw!r}")
    return email.message_from_bytes(raw, policy=email.policy.default)


def check_second_reader(desk):
    """Python's email package reads hostile names and texts as they were meant."""
    complaint = desk.complain()
    for name in NAMES:
        text = f"Dear {name},\n\n{'long ' * 100}end.\n.\nFrom here: größer\n\ttab \x1b[31m"
        quoted = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
        shown = desk.crmtrack("email", complaint, "-m", text, "--send", "--with", f"{quoted} <ben@acme.example>", "-n")
        raw = shown[shown.index("\nFrom: ") + 1:].encode()
        message = check_bytes(raw)
        (to,) = message["To"].addresses
        if not name.startswith("=?"):  # our own reader decodes what the user typed
            expect("the name", to.display_name, name)
        expect("the address", to.addr_spec, "ben@acme.example")
        expect("faults", message.defects, [])
        expect("the text", message.get_content().rstrip("\n"), text)
        if not re.match(r"\[crm-[0-9a-z]{16}\] Your complaint", message["Subject"]):
            raise Failed(f"the Subject is {message['Subject']!r}")


def msmtp_settings(desk, port):
    settings = desk.root / "msmtprc"
    settings.write_text(f"defaults\ntimeout 20\naccount default\nhost 127.0.0.1\nport {port}\n")
    settings.chmod(0o600)
    shutil.chown(settings, "nobody")
    return f"msmtp -C '{settings}'"


def check_round_trip(desk, server, program, count):
    """Sends, has s-nail answer, and finds the promise kept."""
    desk.set("crmtrack.sendmail", program)
    complaint = desk.complain()
    desk.crmtrack("email", complaint, "-m", "Which invoice is it, Jürgen?", "--expects", "information@2099-01-01", "--send")
    expect("the delivery", desk.last_delivery(complaint)["outcome"], "sent")
    raw = server.mails(count)[count - 1]
    message = check_bytes(raw.replace(b"\r\n", b"\n"))
    expect("the recipient", message["To"].addresses[0].addr_spec, "ben@acme.example")
    expect("the text", message.get_content(), "Which invoice is it, Jürgen?\n")
    if not re.fullmatch(r"<desk\+crm-[0-9a-z]{16}@desk\.example>", message["Return-Path"]):
        raise Failed(f"bounces would come back to {message['Return-Path']}")
    reply_with_s_nail(desk, server, raw)
    wait_for_answer(desk, server, complaint)


def check_notification(desk, server, program, count):
    """A rule tells the customer of our answer. Theirs keeps the promise to confirm it."""
    desk.set("crmtrack.sendmail", program)
    desk.set("crmtrack.deliver", "true")
    desk.crmtrack("rule", "add", "answered", "--on", "resolution", "--to", "customer", "--quiet-hours", "none", "--why", "The test")
    complaint = desk.complain()
    desk.crmtrack("resolve", complaint, "--outcome", "upheld", "--code", "fixed", "-m", "You get 80 € back.")
    desk.crmtrack("tick")
    expect("the delivery", desk.last_delivery(complaint)["outcome"], "sent")
    raw = server.mails(count)[count - 1]
    message = check_bytes(raw.replace(b"\r\n", b"\n"))
    expect("Auto-Submitted", message["Auto-Submitted"], "auto-generated")
    if "You get 80 € back." not in message.get_body(("plain",)).get_content() or message.get_body(("html",)) is None:
        raise Failed(f"the notification is {message}")
    reply_with_s_nail(desk, server, raw)
    wait_for_answer(desk, server, complaint, "confirm")
    desk.crmtrack("rule", "retire", "answered", "--why", "The test")


def reply_with_s_nail(desk, server, raw):
    """The customer's mail program answers the mail, and hands it to the server."""
    box, sender = desk.root / "box", desk.root / "mta"
    box.unlink(missing_ok=True)
    box.write_bytes(b"From desk@desk.example Tue Dec  1 09:00:00 2026\n" + raw + b"\n")
    sender.write_text(f'#!/bin/sh\nexec {msmtp_settings(desk, server.port)} -f ben@acme.example "$@"\n')
    sender.chmod(0o755)
    shutil.chown(box, "nobody")
    desk.run("s-nail", "-n", "-#", "-S", "from=Ben Ode <ben@acme.example>", "-S", f"mta={sender}", "-S", "ttycharset=utf-8",
             "-S", "v15-compat=yes", "-S", "sendwait", "-S", "reply-to-honour=yes", "-f", box,
             given="reply 1\nIt is 4711, größer.\n~.\nexit\n".encode())


def wait_for_answer(desk, server, complaint, promise="information"):
    ends = time.monotonic() + PATIENCE
    while not (answers := [each for each in desk.story(complaint)["records"] if each.get("direction") == "in"]):
        if time.monotonic() > ends:
            raise Failed(f"no answer came back\n{server.log()}")
        time.sleep(0.1)
    (answer,) = answers
    expect("the evidence of the answer", answer["evidence"], "acknowledged")
    if "It is 4711, größer." not in answer["text"]:
        raise Failed(f"its text is {answer['text']!r}")
    kept = [each["state"] for each in desk.story(complaint)["promises"] if each["promise"] == promise]
    expect("the promise", kept, ["kept"])


def failure_of(desk, complaint):
    """The exit code of the program where it cannot send, as the ledger has it."""
    desk.crmtrack("email", complaint, "-m", "Hello.", "--send", "--with", "refused@acme.example", codes=(8,))
    delivery = desk.last_delivery(complaint)
    expect("the outcome", delivery["outcome"], "failed")
    return int(re.match(r"exit (\d+)", delivery["detail"]).group(1))


def table_row(program):
    """The exit codes that docs/mail.md gives for a program: server away, mail refused."""
    row = re.search(rf"(?m)^\| {program} [0-9][^|]*\|([^|]*)\|([^|]*)\|", (SOURCE / "docs/mail.md").read_text())
    if not row:
        raise Failed(f"docs/mail.md has no row for {program}")
    return [int(re.search(r"\d+", cell).group(0)) for cell in row.groups()]


def check_failures(desk, server):
    complaint = desk.complain()
    desk.set("crmtrack.sendmail", msmtp_settings(desk, server.port))
    refused = failure_of(desk, complaint)
    desk.set("crmtrack.sendmail", msmtp_settings(desk, 9))
    expect("msmtp", [failure_of(desk, complaint), refused], table_row("msmtp"))
    # Postfix's sendmail takes the mail into its queue, and tells the sender later.
    desk.set("crmtrack.sendmail", postfix_program(server))
    desk.crmtrack("email", complaint, "-m", "Hello.", "--send", "--with", "refused@acme.example")
    expect("Postfix", [0, 0], table_row("Postfix"))


def postfix_program(server):
    return f"env MAIL_CONFIG={server.folder}/conf LD_LIBRARY_PATH={server.usr}/lib/postfix {server.sendmail}"


def check_all(root, binary, unpacked):
    desk = Desk(root, binary)
    deliver = root / "deliver"
    deliver.write_text(f"#!/bin/sh\nexec {desk.binary} -C {desk.clone} mail receive\n")
    deliver.chmod(0o755)
    check_second_reader(desk)
    with Postfix(root / "postfix", unpacked, deliver) as server:
        check_round_trip(desk, server, msmtp_settings(desk, server.port), 1)
        check_round_trip(desk, server, postfix_program(server), 2)
        check_notification(desk, server, msmtp_settings(desk, server.port), 3)
        check_failures(desk, server)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--unpacked", required=True, help="the folder where Postfix's package is unpacked")
    arguments = parser.parse_args()
    if os.geteuid() != 0:
        print("Postfix needs root")
        return SKIPPED
    root = pathlib.Path(tempfile.mkdtemp(prefix="crmtrack-mail-out-"))
    root.chmod(0o755)
    try:
        check_all(root, pathlib.Path(arguments.binary).resolve(), pathlib.Path(arguments.unpacked).resolve())
    finally:
        shutil.rmtree(root, ignore_errors=True)
    print("mail goes out through msmtp and Postfix, and s-nail's answers come back")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Failed, TimeoutError) as error:
        sys.exit(f"mail_out: {error}")
