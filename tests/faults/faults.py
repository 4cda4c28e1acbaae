"""Running a command with the shim (shim.c): the n-th call that changes the disk goes wrong."""
import dataclasses
import errno

from sandbox import Failed

# Packing beside a command is another process: its calls are not the command's.
PACKING_IS_OFF = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "gc.auto", "GIT_CONFIG_VALUE_0": "0"}


@dataclasses.dataclass(frozen=True)
class Fault:
    """Which calls go wrong, how (as in shim.c), and whether all later ones do too."""

    calls: str
    action: str
    error: int = 0
    sticky: bool = False

    def __str__(self):
        how = errno.errorcode[self.error] if self.error else self.action
        return f"{self.calls} {how}{' from then on' if self.sticky else ''}"


def run_with_fault(case, shim, fault, number):
    """The next command of the case, and whether there was an n-th call."""
    fired = case.sandbox.root / "fired"
    fired.unlink(missing_ok=True)
    extra = PACKING_IS_OFF | {"LD_PRELOAD": shim, "FAULT_CALLS": fault.calls, "FAULT_AT": str(number),
                              "FAULT_ACTION": fault.action, "FAULT_ERRNO": str(fault.error),
                              "FAULT_STICKY": str(int(fault.sticky)), "FAULT_FIRED": str(fired)}
    done = case.run(extra)
    return done, fired.exists()


def count_calls(case, shim, calls):
    """How many such calls the case's next command makes."""
    counted = case.sandbox.root / "counted"
    extra = PACKING_IS_OFF | {"LD_PRELOAD": shim, "FAULT_CALLS": calls, "FAULT_COUNT": str(counted)}
    done = case.run(extra)
    if done.returncode != 0:
        raise Failed(f"without a fault: exit {done.returncode}: {done.stderr.strip()}")
    case.acknowledge()
    return int(counted.read_text())
