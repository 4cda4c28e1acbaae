"""A file system in a file, mounted through a loop device, whose power can be cut: what had not reached the device by
then is lost, as after a power cut, and the next mount recovers from the journal."""
import fcntl
import os
import shutil
import struct
import subprocess

from sandbox import Failed

# _IOR('X', 125, __u32): XFS_IOC_GOINGDOWN, which ext4 answers too (EXT4_IOC_SHUTDOWN). With NOLOGFLUSH not even the
# journal is written any more.
SHUT_DOWN = 0x8004587D
NOLOGFLUSH = struct.pack("I", 2)
SIZE = 512 << 20
KINDS = ("ext4", "xfs")


def run(*words):
    return subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True)


def why_not(kind, folder):
    """None where such a disk can be cut here, else the reason."""
    if os.geteuid() != 0:
        return "needs root"
    if shutil.which(f"mkfs.{kind}") is None:
        return f"needs mkfs.{kind}"
    try:
        with CutDisk(kind, folder) as disk:
            disk.cut()
            disk.restore()
    except (OSError, Failed) as error:
        return str(error)
    return None


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
        run("umount", str(self.place))

    def cut(self):
        """From here on nothing reaches the image any more."""
        folder = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(folder, SHUT_DOWN, NOLOGFLUSH)
        finally:
            os.close(folder)

    def restore(self):
        """Power is back. Nobody may have a file open there."""
        unmounted = run("umount", str(self.place))
        if unmounted.returncode != 0:
            raise Failed(f"umount: {unmounted.stderr.strip()}")
        self.mount()
