#!/usr/bin/env python3
"""A system that follows the ledger by `export jsonl --since` has what a full export has, whatever came in which order.

    feed.py --binary build/crmtrack [--rounds 2] [--steps 60] [--clones 3] [--seed 1]

Each clone of the world of convergence.py has a follower, which takes a feed now and then, from where its last one ended,
and keeps the newest line of each story. In the end these are the lines of a full export, to the byte. A feed that is
taken again is the same, and one from an earlier commit has at least the stories of a later one.
"""
import argparse
import json
import os
import random
import sys

from convergence import CUSTOMERS, FINE, Failed, World

NOW = "2027-06-01T09:00:00Z"  # one moment for all exports: ages and due times stand in the lines


class Follower:
    """Keeps the lines of the stories of one clone."""

    def __init__(self, clone):
        self.clone, self.at, self.lines, self.feeds = clone, "beginning", {}, 0

    def export(self, *words):
        return self.clone.crmtrack("export", "jsonl", *words, now=NOW).splitlines()

    def follow(self):
        lines = self.export("--since", self.at)
        if lines != self.export("--since", self.at):
            raise Failed(f"two feeds of {self.clone.name} since {self.at} differ")
        end = json.loads(lines[-1])
        stories = keyed(lines[:-1])
        if end["type"] != "feed" or not end["complete"] or end["stories"] != len(lines) - 1 or len(stories) != len(lines) - 1:
            raise Failed(f"a feed of {self.clone.name} since {self.at} ends with {lines[-1]}")
        self.lines |= stories
        self.at, self.feeds = end["until"] or "beginning", self.feeds + 1

    def compare(self):
        self.follow()
        wanted = keyed(self.export())
        if wanted.keys() != self.lines.keys():
            raise Failed(f"{self.clone.name} lacks {wanted.keys() - self.lines.keys()}, "
                         f"and has {self.lines.keys() - wanted.keys()}")
        for story, line in wanted.items():
            if line != self.lines[story]:
                raise Failed(f"{self.clone.name} has of {story}\n{self.lines[story]}\nthe ledger has\n{line}")


def keyed(lines):
    """By type and id, and whether it is a part of a complaint."""
    stories = {}
    for line in lines:
        value = json.loads(line)
        stories[value["type"], value["id"], value.get("partial", False)] = line
    return stories


class FollowedWorld(World):
    def __init__(self, binary, seed, clones):
        super().__init__(binary, seed, clones)
        self.followers = [Follower(clone) for clone in self.clones]

    def step(self):
        super().step()
        if self.chance.random() < 0.3:
            self.relate(self.chance.choice(self.clones))
        if self.chance.random() < 0.15:
            self.chance.choice(self.followers).follow()

    def edit_policy(self, clone):
        """Policy stays: what it makes of a story is no change of the ledger."""

    def relate(self, clone):
        """Writes something of one story that concerns another one."""
        ids = sorted(clone.complaints())[:5]
        customer, other = self.chance.sample(CUSTOMERS, 2)
        words = [["customer", "edit", customer, "--region", self.chance.choice(("north", "south"))],
                 ["customer", "edit", customer, "--set", f"segment={self.chance.choice(('key', 'small'))}"],
                 ["compliment", "-c", customer, "-m", "thanks"]]
        if self.chance.random() < 0.1:
            words = [["customer", "merge", customer, other, "--why", "one firm"]]
        if len(ids) > 1:
            one, another = self.chance.sample(ids, 2)
            words += [["compliment", one, "-m", "thanks"], ["update", one, "-c", customer],
                      ["update", one, "--link", f"duplicate_of:{another}"], ["undo"], ["undo"]]
            words += self.moves(clone, one, another) * 3
        clone.crmtrack("-q", *self.chance.choice(words), allowed=(*FINE, 2, 3))

    def moves(self, clone, one, another):
        """Moves of a record of one complaint, wherever it counts by now, to another one."""
        found = clone.crmtrack("sql", f"SELECT id FROM activity WHERE complaint = '{one}' ORDER BY id").split()
        found += clone.crmtrack("sql", f"SELECT id FROM record WHERE story = '{one}' AND kind = 'correction'").split()
        if not found:
            return []
        record = self.chance.choice(found)
        return [["correct", one, record, "--set", f"complaint={another}", "--why", "wrong one"],
                ["correct", one, record, "--set", "sentiment=negative", "--why", "typed wrong"]]


def play(binary, seed, steps, clones):
    world = FollowedWorld(binary, seed, clones)
    try:
        for _ in range(steps):
            world.step()
        for follower in world.followers:
            follower.compare()
        world.exchange_all()
        for follower in world.followers:
            follower.compare()
    except Failed:
        print(f"kept: {world.root}")
        raise
    merges = int(world.clones[0].git("rev-list", "--count", "--merges", "ledger"))
    moved = len(world.clones[0].crmtrack("sql", "SELECT record FROM moves").split())
    feeds = sum(follower.feeds for follower in world.followers)
    world.remove()
    return merges, moved, feeds


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    for name, value in (("rounds", 2), ("steps", 60), ("clones", 3), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=value)
    options = parser.parse_args()
    binary = os.path.abspath(options.binary)
    sums = [0, 0, 0]
    for seed in range(options.seed, options.seed + options.rounds):
        random.seed(seed)
        try:
            counts = play(binary, seed, options.steps, options.clones)
        except Failed as failure:
            print(f"FAIL seed {seed}: {failure}")
            return 1
        sums = [total + count for total, count in zip(sums, counts)]
        print(f"ok   seed {seed}: {counts[0]} merges, {counts[1]} records moved, {counts[2]} feeds")
    if options.rounds > 1 and 0 in sums:
        print(f"FAIL merges, moves and feeds were {sums}: this proves nothing")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
