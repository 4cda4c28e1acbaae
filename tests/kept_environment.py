"""The part of a test's own environment that the sandboxes of all tests keep."""
import os

# How a sanitizer reports and where coverage is counted; and how far libfaketime moves the clock (tests/dates/later.sh).
NAMES = ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LLVM_PROFILE_FILE", "FAKETIME", "FAKETIME_SHARED",
         "FAKETIME_DONT_FAKE_MONOTONIC", "FAKE_UTIME", "NO_FAKE_STAT")


def kept_environment():
    """To be joined with the environment that a sandbox gives to its programs. Without it they would all have the
    machine's clock where the test is to run under a later one."""
    kept = {name: os.environ[name] for name in NAMES if name in os.environ}
    if "CRMTRACK_LATER" in os.environ:
        kept["LD_PRELOAD"] = os.environ["CRMTRACK_LATER"]
    return kept
