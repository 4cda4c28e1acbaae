"""Whole stories, from receipt to closing, as a busy organisation's: who does what when, and what they write.

A story is made at once when its complaint comes in; the caller puts the records of all stories into the order of time.
Every record is in the canonical form, to the byte, that crmtrack itself writes.
"""

import hashlib
import time
from typing import NamedTuple

DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
PAIRS = [a + b for a in DIGITS for b in DIGITS]
NUMERIC = frozenset("0123456789abcdefxotz")
HOUR = 3_600_000  # times are milliseconds
DAY = 24 * HOUR

# Skewed: the first ones often.
REASONS = ["billing-wrong-amount", "no-reply", "delay", "not-delivered", "defective-product", "outage", "wrong-information", "promise-not-kept", "staff-conduct", "other",
           "contract-terms", "data-privacy", "price-change", "cancellation", "refund-missing", "installation", "meter-reading", "moving-house", "online-account",
           "credit-check", "direct-debit", "marketing-calls", "fraud", "warranty"]
RETIRED_REASON = ("car-park", "other")  # in use until the middle of the time, then replaced
CHANNELS = ["email", "phone", "web", "portal", "chat", "post", "social", "in_person"]
CHANNEL_WEIGHTS = [34, 28, 16, 8, 6, 4, 3, 1]
TYPE_OF = {"email": "email", "phone": "call", "web": "email", "portal": "email", "chat": "chat", "post": "letter", "social": "chat", "in_person": "meeting"}
EVIDENCE_OF = {"call": "acknowledged", "meeting": "acknowledged", "email": "sent", "chat": "sent", "letter": "sent"}
CODES = ["explained", "apology", "fixed", "redress_monetary", "goodwill", "replaced", "policy_confirmed", "process_changed", "cannot_reproduce"]
CAUSES = ["charges_or_billing", "communication", "delay", "process", "information_or_documentation", "product_defect", "staff_knowledge", "system_outage", "third_party",
          "customer_misunderstanding", "staff_conduct", "unknown"]
FIRST_NAMES = "Maria John Aisha Peter Lena Omar Grace Ivan Chloe Ravi Nora Tom Yuki Paul Ana Karl Zoe Liam Eva Sam".split()
LAST_NAMES = "Silva Brown Khan Novak Meyer Haddad Owusu Petrov Martin Patel Berg Hughes Tanaka Roux Costa Vogel Young Byrne Horvat Reed".split()
SEGMENTS = ["private", "small", "standard", "key"]
REGIONS = ["north", "south", "east", "west", "abroad"]
DOMAIN = "example.com"


class Written(NamedTuple):
    """A record, or a file that belongs to one, as it is to be committed."""
    ms: int          # when it was recorded
    number: int      # keeps the order of what was made at one time
    by_hand: bool    # in a commit of its own; otherwise in the next batch that a system hands over
    author: str
    subject: str
    trailers: str
    is_complaint: bool
    files: tuple     # of (path, bytes): the record, then its attachments


def base32(number, characters):
    text = ""
    for _ in range(characters // 2):
        text = PAIRS[number & 1023] + text
        number >>= 10
    return text


def stamp(ms):
    """RFC 3339 with an offset: summer time from April to October, near enough for an example."""
    month = time.gmtime(ms // 1000)[1]
    hours = 2 if 4 <= month <= 10 else 1
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(ms // 1000 + hours * 3600)) + f"+0{hours}:00"


def scalar(word):
    """An id or a digest as the canonical form has it: quoted where some reader could take it for a number."""
    return f'"{word}"' if word[0] in "0123456789" and NUMERIC.issuperset(word) else word


class Office:
    """The people, projects and customers there are, and the chance that moves them."""

    def __init__(self, chance, writer, customers, complaints_by_hand, retired_from):
        self.chance = chance
        self.writer = writer
        self.by_hand = complaints_by_hand
        self.handlers = [f"{first.lower()}.{last.lower()}@{DOMAIN}" for first, last in zip(FIRST_NAMES * 2, LAST_NAMES + LAST_NAMES[7:] + LAST_NAMES[:7])]
        self.managers = [f"manager-{n}@{DOMAIN}" for n in range(1, 7)]
        self.heads = [f"complaints-{n}@{DOMAIN}" for n in range(1, 4)]
        self.directors = [f"director-{n}@{DOMAIN}" for n in range(1, 3)]
        self.gateway = f"gateway@{DOMAIN}"
        self.projects = [f"project-{n:02}" for n in range(1, 25)]
        self.customers = customers
        self.registered = {}  # customer → time and id of the newest record of its story
        self.known = []       # the same customers, to choose from
        self.retired_from = retired_from
        self.count = 0

    def skewed(self, choices, mean):
        """Early ones often, late ones seldom."""
        return choices[min(int(self.chance.expovariate(1 / mean)), len(choices) - 1)]

    def working(self, ms):
        """The moment itself, or the next morning: nobody works at night and few on Saturdays."""
        day, within = divmod(ms, DAY)
        weekday = (day + 3) % 7  # the epoch was a Thursday; 0 is Monday
        if weekday < 5 and 7 * HOUR <= within < 18 * HOUR:
            return ms
        if within >= 18 * HOUR:
            day += 1
            weekday = (weekday + 1) % 7
        if weekday >= 5:
            day += 7 - weekday
        return day * DAY + int((7 + self.chance.expovariate(1 / 1.5) % 10) * HOUR)

    def customer_of(self, ms):
        """Whose complaint it is, and the record that registers them where they are new. Some stay unknown."""
        if self.chance.random() < 0.06:
            return "", []
        number = int(self.customers * self.chance.random() ** 2.5)
        slug = f"{PAIRS[number * 619 % 1024]}-customer-{number + 1}"
        return slug, [] if slug in self.registered else [self.registration(slug, ms)]

    def registration(self, slug, ms):
        chance = self.chance
        first, last = chance.choice(FIRST_NAMES), chance.choice(LAST_NAMES)
        by = self.skewed(self.handlers, 9)
        self.known.append(slug)
        return self.about_customer(slug, ms, by, "customer", "registered",
                                   f"name: {last} and partners {len(self.known)}\nsegment: {self.skewed(SEGMENTS, 1.2)}\nregion: {self.skewed(REGIONS, 1.5)}\n"
                                   f"manager: {by}\ncontacts:\n  - name: {first} {last}\n    mail: {first}.{last}@{slug}.example\n")

    def about_customer(self, slug, ms, by, kind, says, fields):
        newest, after = self.registered.get(slug, (0, ""))
        ms = max(ms, newest + 1)
        record = base32(ms, 10) + base32(self.chance.getrandbits(80), 16)
        self.registered[slug] = (ms, record)
        text = f"kind: {kind}\nat: {stamp(ms)}\nby: {by}\nafter: [{scalar(after) if after else ''}]\n{fields}"
        self.count += 1
        return Written(ms, self.count, True, by, f"{kind} {slug}: {says}", f"Customer: {slug}\nRecord: {record}\n", False,
                       ((f"customers/{hashlib.sha256(slug.encode()).hexdigest()[:2]}/{slug}/{record}-{kind}.yaml", text.encode()),))

    def compliment(self, ms):
        """Praise that belongs to no complaint."""
        slug = self.known[int(len(self.known) * self.chance.random())]
        fields = f"type: compliment\ndirection: in\nevidence: acknowledged\nsentiment: positive\ntext: {self.writer.line()}\n"
        return self.about_customer(slug, ms, self.skewed(self.handlers, 9), "activity", "compliment in", fields)

    def story(self, received):
        """All records of a complaint that comes in then, and of its customer's registration."""
        hand = self.chance.random() < self.by_hand
        customer, records = self.customer_of(received)
        return records + Story(self, received + 1, customer, hand).tell()


class Story:
    """One complaint's records. Each method is a step that people take, and moves the time on."""

    def __init__(self, office, received, customer, hand):
        self.office = office
        self.chance = office.chance
        self.writer = office.writer
        self.ms = received
        self.customer = customer
        self.hand = hand
        self.tail = base32(self.chance.getrandbits(50), 10)
        day = time.gmtime(received // 1000)
        self.id = time.strftime("%Y%m%d-", day) + self.tail
        self.folder = time.strftime("complaints/%Y/%m/%d/", day) + self.tail
        self.after = ""
        self.owner = office.skewed(office.handlers, 9)
        self.project = office.skewed(office.projects, 5)
        self.channel = self.chance.choices(CHANNELS, CHANNEL_WEIGHTS)[0]
        self.contact = self.chance.choice(FIRST_NAMES)
        self.level = 0
        self.waiting = False
        self.began = received
        self.records = []

    def wait(self, hours, spread=1.0):
        """Lets so many hours go by, in the median, and until somebody is at work."""
        gone = int(hours * HOUR * self.chance.lognormvariate(0, spread)) + 60_000 + int(self.chance.random() * 1000)
        self.ms = self.office.working(self.ms + gone)

    def put(self, kind, says, fields, by="", attachment=b""):
        by = by or self.owner
        record = base32(self.ms, 10) + base32(self.chance.getrandbits(80), 16)
        # Much is noted when it is done, some later.
        at = self.ms - int(self.chance.expovariate(1 / 3) * HOUR) if self.records and self.chance.random() < 0.15 else self.ms
        at = max(at, self.began)
        files = ()
        if attachment:
            name = f"letter-{len(self.records)}.txt"
            fields += f"attachments:\n  - name: {name}\n    size: {len(attachment)}\n    sha256: {scalar(hashlib.sha256(attachment).hexdigest())}\n"
            files = ((f"{self.folder}/{record}.files/{name}", attachment),)
        text = f"kind: {kind}\nat: {stamp(at)}\nby: {by}\nafter: [{scalar(self.after) if self.after else ''}]\n{fields}"
        trailers = f"Complaint: {self.id}\n" + (f"Customer: {self.customer}\n" if self.customer else "") + f"Record: {record}\n"
        self.office.count += 1
        self.records.append(Written(self.ms, self.office.count, self.hand, by, f"{kind} {self.tail}: {says}", trailers, kind == "complaint",
                                    ((f"{self.folder}/{record}-{kind}.yaml", text.encode()), *files)))
        self.after = record
        self.ms += 1  # ids are in the order of a story's records
        return record

    def tell(self):
        self.receive()
        if self.chance.random() < 0.015:
            self.wait(4)
            self.change("status: void", "status void", why="Entered twice by mistake")
            return self.records
        self.acknowledge()
        if self.chance.random() < 0.95:
            self.assign()
        self.investigate()
        if self.chance.random() < 0.03:
            self.change("status: withdrawn", "status withdrawn", why="No longer wanted", more="evidence: acknowledged\n")
        elif self.chance.random() > 0.015:  # the others nobody ever answers
            self.answer()
        return self.records

    def receive(self):
        chance, office = self.chance, self.office
        reason = office.skewed(REASONS, 5)
        if chance.random() < 0.02 and self.ms < office.retired_from:
            reason = RETIRED_REASON[0]
        fields = f"customer: {self.customer}\n" if self.customer else ""
        severity = chance.choices(["low", "medium", "high", "critical"], [20, 55, 20, 5])[0]
        fields += f"project: {self.project}\nchannel: {self.channel}\nreason: {reason}\nseverity: {severity}\n"
        fields += f"summary: {self.writer.title()}\n"
        fields += "description: " + (self.writer.narrative() if chance.random() < 0.85 else self.writer.block(3.2, 0.6))
        if chance.random() < 0.1:
            fields += f"remedy_sought: {self.writer.line(2.0, 0.4)}\n"
        if chance.random() < 0.3:
            fields += f"refs: [helpdesk:HD-{chance.randint(1000, 9_999_999)}]\n"
        self.put("complaint", "received", fields, attachment=self.letter(0.03))

    def letter(self, likelihood):
        """Now and then somebody sends a file."""
        if self.chance.random() >= likelihood:
            return b""
        return self.writer.narrative()[2:].encode()

    def acknowledge(self):
        if self.chance.random() < 0.03:
            return
        self.wait(3)
        kind = TYPE_OF[self.channel]
        fields = f"type: {kind}\ndirection: out\nchannel: {self.channel}\npurpose: acknowledge\nevidence: {EVIDENCE_OF[kind]}\ntext: {self.writer.line()}\n"
        if self.chance.random() < 0.3:
            fields += f"promises:\n  - what: next step\n    due: {stamp(self.ms + self.chance.randint(2, 6) * DAY)}\n"
        promise = self.put("activity", "acknowledged", fields)
        if "promises" in fields and self.chance.random() < 0.93:
            self.wait(40, 0.6)
            self.contact_out(f"answers: [{scalar(promise)}]\n")

    def assign(self):
        self.wait(2)
        self.put("assignment", "assigned", f"to: {self.owner}\n", by=self.chance.choice(self.office.managers))

    def investigate(self):
        """Calls, letters, notes, work; sometimes a question, an escalation, another owner, another severity."""
        for _ in range(min(1 + int(self.chance.expovariate(1 / 2.1)), 25)):
            self.wait(13, 1.1)
            self.chance.choices([self.note, self.work, self.contact_in, self.contact_out, self.voicemail, self.question, self.escalate, self.reclassify, self.hand_over,
                                 self.mend, self.update],
                                [26, 15, 16, 16, 4, 7, 7, 3, 4, 1.2, 0.8])[0]()

    def note(self):
        self.put("activity", "note", f"type: note\ndirection: internal\ntext: {self.writer.line()}\n")

    def work(self):
        self.waiting = False
        self.put("activity", "work", f"type: work\ndirection: internal\nminutes: {self.chance.randint(5, 180)}\ntext: {self.writer.line()}\n")

    def activity(self, direction, more="", mood=""):
        kind = TYPE_OF[self.channel]
        evidence = "acknowledged" if direction == "in" else EVIDENCE_OF[kind]
        self.waiting = self.waiting and direction == "out"  # a word from the customer ends it
        minutes = f"minutes: {self.chance.randint(2, 40)}\n" if kind == "call" else ""
        text = self.writer.block(4.8, 0.8) if kind != "call" else f"{self.writer.line(3.5, 0.5)}\n"
        fields = f"type: {kind}\ndirection: {direction}\nwith: {self.contact}\nevidence: {evidence}\n{mood}{minutes}text: {text}{more}"
        return self.put("activity", f"{kind} {direction}", fields, attachment=self.letter(0.02 if direction == "in" else 0.005))

    def contact_in(self):
        mood = self.chance.choices(["", "sentiment: negative\n", "sentiment: positive\n", "sentiment: neutral\n"], [70, 18, 8, 4])[0]
        if self.chance.random() > 0.3:
            self.activity("in", mood=mood)
            return
        asked = self.activity("in", "expects:\n  what: reply\n", mood)
        if self.chance.random() < 0.9:
            self.wait(20)
            self.activity("out", f"answers: [{scalar(asked)}]\n")

    def contact_out(self, more=""):
        self.activity("out", more)

    def voicemail(self):
        self.put("activity", "voicemail out", f"type: voicemail\ndirection: out\nwith: {self.contact}\nevidence: attempted\ntext: {self.writer.line(2.0, 0.4)}\n")

    def question(self):
        """We ask, wait for the customer, and mostly get the answer."""
        asked = self.activity("out", f"expects:\n  what: information\n  due: {stamp(self.ms + 7 * DAY)}\n")
        if not self.waiting and self.chance.random() < 0.6:
            self.waiting = True
            self.wait(0.05, 0.3)
            self.change("status: waiting\n  waiting_on: customer", "status waiting", why="They look for it")
        if self.chance.random() < 0.88:
            self.wait(45)
            self.activity("in", f"answers: [{scalar(asked)}]\n")

    def escalate(self):
        chance, office = self.chance, self.office
        before, level = self.level, self.level + chance.choices([1, 2], [80, 20])[0]
        if level > 3:
            return self.note()
        to = chance.choice({1: office.managers, 2: office.heads, 3: office.directors}[level])
        trigger = chance.choices(["manual", "customer", "overdue", "severity", "repeat"], [50, 25, 15, 6, 4])[0]
        nature = "functional" if chance.random() < 0.15 else "hierarchical"
        asked = chance.choice(["decide", "act", "inform"])
        step = self.put("escalation", f"level {before} to {level}", f"from_level: {before}\nto_level: {level}\nto: {to}\nnature: {nature}\n"
                        f"trigger: {trigger}\nasked: {asked}\nwhy: {self.writer.line(2.3, 0.5)}\n")
        self.level = level
        if chance.random() < 0.88:
            self.wait(6)
            answer = chance.choices(["accept", "decline", "return"], [86, 8, 6])[0]
            why = "" if answer == "accept" else f"why: {self.writer.line(2.2, 0.4)}\n"
            self.put("escalation", f"{answer} level {level}", f"{why}answers: {scalar(step)}\nanswer: {answer}\n", by=to)
            self.level = level if answer == "accept" else before

    def reclassify(self):
        self.change(f"severity: {self.chance.choice(['low', 'high', 'critical'])}", "severity", why=self.writer.line(2.0, 0.4))

    def update(self):
        self.change(f"summary: {self.writer.title()}", "summary")

    def hand_over(self):
        self.waiting = False
        before, self.owner = self.owner, self.office.skewed(self.office.handlers, 9)
        self.put("assignment", "assigned", f"to: {self.owner}\nwhy: {self.writer.line(1.9, 0.4)}\n", by=before)

    def mend(self):
        """A slip of the pen: whom they talked to was somebody else."""
        self.waiting = False
        called = self.put("activity", "call in", f"type: call\ndirection: in\nwith: {self.contact}\nevidence: acknowledged\ntext: {self.writer.line()}\n")
        self.wait(3)
        self.put("correction", "corrected", f"corrects: {scalar(called)}\nset:\n  with: {self.chance.choice(FIRST_NAMES)}\nwhy: Wrong name\n")

    def change(self, setting, says, why="", more=""):
        return self.put("change", says, f"set:\n  {setting}\n" + (f"why: {why}\n" if why else "") + more)

    def resolve(self):
        chance = self.chance
        self.wait(24, 1.2)
        outcome = chance.choices(["upheld", "partly_upheld", "not_upheld", "not_determined"], [36, 18, 40, 6])[0]
        code = self.office.skewed(CODES, 2.5)
        fields = f"outcome: {outcome}\ncode: {code}\ncause: {self.office.skewed(CAUSES, 3)}\n"
        if code in ("redress_monetary", "goodwill"):
            fields += f"redress:\n  amount: \"{chance.lognormvariate(4, 1.2):.2f}\"\n  currency: {'EUR' if chance.random() < 0.9 else 'GBP'}\n"
        kind = TYPE_OF[self.channel]
        return self.put("resolution", "responded", fields + f"evidence: {EVIDENCE_OF[kind]}\nchannel: {self.channel}\ntext: {self.writer.block(4.6, 0.7)}")

    def answer(self):
        """The resolution; rejected by some, confirmed by most, closed; seldom reopened."""
        given = self.resolve()
        if self.chance.random() < 0.09:
            self.wait(30)
            self.change("status: investigating\n  rejected: true", "answer rejected", why=self.writer.line(2.6, 0.6), more="evidence: acknowledged\n")
            self.wait(20)
            self.work()
            given = self.resolve()
        self.wait(40)
        if self.chance.random() < 0.985:
            self.settle(given)

    def settle(self, given):
        confirmed = f"evidence: acknowledged\nchannel: {self.channel}\ntext: {self.writer.line(2.0, 0.5)}\nanswers: [{scalar(given)}]\n"
        self.change("status: resolved\n  accepted_by: customer", "status resolved", more=confirmed)
        self.wait(25)
        if self.chance.random() < 0.3:
            fields = f"went_well: {self.writer.line(2.2, 0.5)}\nroot_cause: {self.writer.line(2.4, 0.5)}\nlesson: {self.writer.line(2.4, 0.5)}\n"
            self.put("review", "reviewed", fields)
        else:
            self.put("waiver", "promise waived", "promise: review\nwhy: Nothing to learn\n")
        self.wait(0.1, 0.3)
        self.change("status: closed", "status closed")
        if self.chance.random() < 0.03:
            self.wait(120, 0.7)
            self.change("status: investigating\n  reopened: true", "reopened", why=self.writer.line(2.2, 0.5))
            self.work()
            self.answer()
