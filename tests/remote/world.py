"""People with homes and clones of their own, and a server that they reach over a real transport on loopback: the git
daemon, or ssh with keys made for the test."""
import getpass
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from kept_environment import kept_environment  # noqa: E402

WAIT = 20


class Failed(Exception):
    """A finding of a test, in one line or more."""


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_until_open(port, process):
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        if process.poll() is not None:
            raise Failed(f"the server ended: {process.stderr.read().decode(errors='replace').strip()}")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.02)
    raise Failed(f"nothing listens on port {port}")


class Server:
    """A process that listens on a port of its own, and can be stopped and started again."""

    def __init__(self, folder):
        self.folder, self.port, self.process = folder, free_port(), None

    def command(self):
        raise NotImplementedError

    def start(self):
        self.process = subprocess.Popen(self.command(), env=self.environment(), stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)
        wait_until_open(self.port, self.process)

    def stop(self):
        """Ends it and all that it is just serving, as a machine that is switched off."""
        if self.process is None:
            return
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate()
        self.process = None

    def environment(self):
        return kept_environment() | {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "HOME": str(self.folder),
                                     "LC_ALL": "C", "GIT_CONFIG_NOSYSTEM": "1"}


class Daemon(Server):
    """git daemon: no passwords, no encryption."""

    name = "git"

    def command(self):
        return ["git", "daemon", "--listen=127.0.0.1", f"--port={self.port}", f"--base-path={self.folder}",
                "--export-all", "--enable=receive-pack", "--reuseaddr"]

    def address(self, repository):
        return f"git://127.0.0.1:{self.port}/{repository}"

    def client_settings(self):
        return ""


class Ssh(Server):
    """An sshd with a host key and a user key of its own."""

    name = "ssh"

    def __init__(self, folder):
        super().__init__(folder)
        for key in ("host", "user"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / key)], check=True)
        public = (folder / "host.pub").read_text().split()
        (folder / "known").write_text(f"[127.0.0.1]:{self.port} {public[0]} {public[1]}\n")
        if os.geteuid() == 0:
            os.makedirs("/run/sshd", 0o755, exist_ok=True)  # where it runs as root it wants this

    def command(self):
        program = shutil.which("sshd", path=self.environment()["PATH"])
        if program is None:
            raise Failed("sshd is missing: install openssh-server")
        options = {"ListenAddress": "127.0.0.1", "HostKey": self.folder / "host", "PidFile": "none", "UsePAM": "no",
                   "AuthorizedKeysFile": self.folder / "user.pub", "StrictModes": "no", "PermitRootLogin": "yes",
                   "PasswordAuthentication": "no", "MaxStartups": "50",
                   "SetEnv": "GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null" + "".join(
                       f' "{name}={value}"' for name, value in kept_environment().items())}
        words = [word for key, value in options.items() for word in ("-o", f"{key}={value}")]
        return [program, "-D", "-e", "-q", "-f", "/dev/null", "-p", str(self.port), *words]

    def address(self, repository):
        return f"ssh://{getpass.getuser()}@127.0.0.1:{self.port}{self.folder}/{repository}"

    def client_settings(self):
        """As people configure it: crmtrack must leave it to git."""
        return (f"[core]\n\tsshCommand = ssh -F none -i {self.folder}/user -o IdentitiesOnly=yes "
                f"-o UserKnownHostsFile={self.folder}/known -o StrictHostKeyChecking=yes -o ConnectTimeout=10\n")


class World:
    """A server with one empty shared repository, and people. Removed in the end unless something failed."""

    def __init__(self, binary, transport):
        self.binary = pathlib.Path(binary).resolve()
        self.root = pathlib.Path(tempfile.mkdtemp(prefix=f"crmtrack-{transport.name}-"))
        (self.root / "srv").mkdir()
        self.server = transport(self.root / "srv")
        self.url = self.server.address("complaints.git")
        self.shared = self.root / "srv" / "complaints.git"

    def __enter__(self):
        self.server.start()
        subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(self.shared)], check=True,
                       env=self.server.environment())
        return self

    def __exit__(self, kind, error, trace):
        self.server.stop()
        if kind is None:
            shutil.rmtree(self.root, ignore_errors=True)
        else:
            print(f"  kept: {self.root}", flush=True)

    def person(self, name):
        return Person(self, name)

    def git(self, *words):
        """In the shared repository, on the server itself."""
        done = subprocess.run(["git", "-C", str(self.shared), *words], env=self.server.environment(),
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Failed(f"git {' '.join(words)} on the server: {done.stderr.strip()}")
        return done.stdout.strip()


class Person:
    """Somebody with a home of their own and one clone, `home/complaints`."""

    def __init__(self, world, name):
        self.world, self.name = world, name
        self.home = world.root / name
        self.home.mkdir()
        self.clone = self.home / "complaints"
        (self.home / ".gitconfig").write_text(
            f"[user]\n\tname = {name.title()}\n\temail = {name}@example.com\n[init]\n\tdefaultBranch = main\n"
            f"{world.server.client_settings()}")

    def environment(self):
        return kept_environment() | {"HOME": str(self.home), "PATH": f"{self.world.binary.parent}:/usr/local/bin:/usr/bin:/bin",
                       "TZ": "UTC", "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1",
                       "GIT_CONFIG_GLOBAL": str(self.home / ".gitconfig")}

    def start(self, *words, **options):
        """crmtrack as a child, in the clone where there is one."""
        where = self.clone if self.clone.exists() else self.home
        return subprocess.Popen([self.world.binary, *words], cwd=where, env=self.environment(), text=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                errors="replace", **options)

    def run(self, *words):
        child = self.start(*words)
        try:
            out, err = child.communicate(timeout=120)
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
            raise Failed(f"{self.name}: crmtrack {' '.join(words)}: still running")
        return subprocess.CompletedProcess(words, child.returncode, out, err)

    def must(self, *words, code=0):
        done = self.run(*words)
        if done.returncode != code:
            raise Failed(f"{self.name}: crmtrack {' '.join(words)}: exit {done.returncode}, not {code}: "
                         f"{done.stderr.strip()}")
        return (done.stdout + done.stderr).strip() if code else done.stdout.strip()

    def git(self, *words, code=0):
        done = subprocess.run(["git", "-C", str(self.clone), *words], env=self.environment(), capture_output=True,
                              text=True, stdin=subprocess.DEVNULL, check=False)
        if done.returncode != code:
            raise Failed(f"{self.name}: git {' '.join(words)}: exit {done.returncode}: {done.stderr.strip()}")
        return done.stdout.strip()

    def ledger(self):
        return self.git("rev-parse", "ledger")

    def summaries(self):
        return sorted(self.must("-q", "list", "--all", "--fields", "summary").splitlines())
