"""The rows of tick: with nothing due, and after a night in which a thousand promises fell due."""

import calendar
import csv
import pathlib
import statistics
import time

import measure
import workload

PROMISES = 1000


def idle(rows):
    """A tick that finds nothing to do, against the start-up of a list. The first tick does all that has piled up in the ledger."""
    rows.move_on()
    rows.ours("-q", "tick")()
    rows.ours("list", "--limit", "1")()
    rows.measure("tick-idle", "tick with nothing due : list --limit 1", rows.ours("tick"), rows.ours("list", "--limit", "1"), 2)


def night(rows):
    """The processor time of the tick after a night in which the first response to 1,000 complaints fell due."""
    promises = PROMISES if rows.seconds >= 1 else 20
    holder = rows.cache.holder()
    home = pathlib.Path(holder.name)
    data, table = home / "night", home / "night.csv"
    with open(table, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Complaint ID", "Date received", "Product", "Issue"])
        writer.writerows([number, "2026-11-23", "Mortgage", "Struggling to pay"] for number in range(promises))

    def at(when):
        return workload.environment(home, calendar.timegm(time.strptime(f"2026-11-{when}", "%Y-%m-%dT%H:%M")))
    taken = []
    try:
        for turn in range(3 if rows.seconds >= 1 else 1):
            repository = f"{data}-{turn}"
            measure.run([rows.binary, "-q", "init", repository], at("23T09:00"))
            measure.run([rows.binary, "-C", repository, "-q", "import", "csv", str(table), "--map", "cfpb"], at("23T09:00"))
            # By the afternoon the owners have been told; by the next morning the promise is broken.
            measure.run([rows.binary, "-C", repository, "-q", "tick"], at("23T16:59"))
            measure.run([rows.binary, "-C", repository, "list", "--limit", "1"], at("23T16:59"))
            taken.append(measure.run([rows.binary, "-C", repository, "-q", "tick"], at("24T08:00")))
            count = workload.output(["git", "-C", repository, "log", "-1", "--format=%s", "ledger"], at("24T08:00"))
            if count != f"tick {promises} complaints":
                raise measure.Failed(f"the tick of the night wrote '{count}'")
    finally:
        holder.cleanup()
    rows.add_figure("tick-night", f"processors, a tick of {promises:,} broken promises", "ms", statistics.median(each.cpu for each in taken) * 1000, 1000,
                    max(each.mib for each in taken), len(taken))
