"""A file system in a file, mounted through a loop device, whose power can be cut: what had not reached the device by
then is lost, as after a power cut, and the next mount recovers from the journal."""
import ctypes
import fcntl
import os
import shutil
import struct
import subprocess
import time

from sandbox import Failed

# _IOR('X', 125, __u32): XFS_IOC_GOINGDOWN, which ext4 answers too (EXT4_IOC_SHUTDOWN). With NOLOGFLUSH not even the
# journal is written any more.
SHUT_DOWN = 0x8004587D
NOLOGFLUSH = struct.pack("I", 2)
SIZE = 512 << 20
PATIENCE = 60
KINDS = ("ext4", "xfs")


def run(*words):
    return subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True)


def why_not(kind, folder):
    """None where such a disk can be cut here, else what this machine lacks. Throws Failed where only a program is not
    installed, which is no reason to leave the test out."""
    if os.geteuid() != 0:
        return "needs root"
    if shutil.which(f"mkfs.{kind}") is None:
        raise Failed(f"mkfs.{kind} is not installed")
    try:
        with CutDisk(kind, folder) as disk:
            disk.cut()
            disk.restore()
    except (OSError, Failed) as error:
        return str(error)
    return None


def keep_mounts_to_ourselves():
    """In a namespace of our own: another program that makes one from the machine's meanwhile (a sandbox, a build) would
    take our mounts along, and keep a file system alive that was shut down."""
    clone_new_namespace = 0x00020000
    if os.geteuid() == 0 and ctypes.CDLL(None, use_errno=True).unshare(clone_new_namespace) == 0:
        run("mount", "--make-rprivate", "/")


def wait_until(holds, why_not_yet):
    deadline = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > deadline:
            raise Failed(f"cannot unmount: {why_not_yet}")
        time.sleep(0.02)


class CutDisk:
    """Mounted at `place` while the context lasts."""

    def __init__(self, kind, folder):
        self.kind = kind
        self.image = folder / f"{kind}.image"
        self.place = folder / f"{kind}.mount"

    def __enter__(self):
        with self.image.open("wb") as file:
            file.truncate(SIZE)
        made = run(f"mkfs.{self.kind}", "-q", str(self.image))
        if made.returncode != 0:
            raise Failed(f"mkfs.{self.kind}: {made.stderr.strip()}")
        self.place.mkdir(exist_ok=True)
        self.mount()
        return self

    def __exit__(self, kind, error, trace):
        self.unmount()
        if kind is None:
            self.image.unlink()
        else:
            print(f"  kept: {self.image}", flush=True)

    def mount(self):
        mounted = run("mount", "-t", self.kind, "-o", "loop", str(self.image), str(self.place))
        if mounted.returncode != 0 or not os.path.ismount(self.place):
            raise Failed(f"mount: {mounted.stderr.strip()}")

    def unmount(self):
        """Until the device is let go: whoever else has it mounted (another namespace, made from ours meanwhile) would
        hand us the file system that was shut down."""
        wait_until(lambda: run("umount", str(self.place)).returncode == 0, "somebody keeps a file open there")
        wait_until(lambda: not run("losetup", "-j", str(self.image)).stdout.strip(), "another program has it mounted")

    def cut(self):
        """From here on nothing reaches the image any more."""
        folder = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(folder, SHUT_DOWN, NOLOGFLUSH)
        finally:
            os.close(folder)

    def restore(self):
        """Power is back. Nobody may have a file open there."""
        self.unmount()
        self.mount()
