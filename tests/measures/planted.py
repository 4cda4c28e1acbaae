"""A small ledger in which every figure is known, because each was planted: what happens when, and what that makes."""

PERIOD = ("2026-11", "2026-11-01", "2026-12-01")
NOW = "2026-12-01T09:00:00Z"
SILENT_DAYS = 10  # policy's default
COST = 40  # EUR an hour
FORM_FIELD = "project"  # asked for by a form that nobody had when the complaints came

# One command a line, as a shell has it: `@ TIME` sets the clock, `ben` is another person than asha.
SCRIPT = r"""
@ 2026-11-02T09:00:00Z
crmtrack -q init .
printf 'settings:\n  cost_rate: 40.00 EUR\n' > policy/settings.yaml
git add policy
git commit -q -m Cost
crmtrack -q person add asha@example.com --name Asha --role agent
crmtrack -q person add ben@example.com --name Ben --role lead
crmtrack -q rule edit unhappy-customers --to manager --state on --why x
crmtrack -q customer add acme --name Acme --contact 'Ode <ode@acme.example>' --manager asha@example.com
# Upheld after two days, reopened never: acknowledged after two hours, a promise of ours kept, another kept late.
a=$(crmtrack -q new -c acme -p apollo -r delay -s high --channel phone -m 'Late')
crmtrack -q assign $a asha@example.com
@ 2026-11-02T11:00:00Z
crmtrack -q acknowledge $a -m 'We have it'
crmtrack -q call $a --minutes 30 -m 'We look' --promise 'send the papers@2026-11-03'
@ 2026-11-03T09:00:00Z
crmtrack -q letter $a -m 'The papers' --answers $(crmtrack sql "SELECT record FROM promise WHERE promise = 'commitment'")
@ 2026-11-04T09:00:00Z
crmtrack -q resolve $a --outcome upheld --cause delay --code redress_monetary --redress 10EUR --channel phone -m 'We pay'
@ 2026-11-04T10:00:00Z
crmtrack -q confirm $a
crmtrack -q review $a --lesson 'Call before' --praise ben@example.com
crmtrack -q plan $a add 'Call before each delivery' --owner ben@example.com --due 2026-11-10
crmtrack -q plan $a add 'Tell the others' --owner ben@example.com --due 2026-11-11
crmtrack -q plan $a add 'Print a leaflet' --owner ben@example.com --due 2026-11-12
# Not upheld after eight days, with goodwill; handed over twice.
b=$(crmtrack -q new -c globex -p apollo -r delay -s low --channel phone -m 'Rude' --at 2026-11-02T10:00:00Z)
crmtrack -q assign $b asha@example.com
crmtrack -q assign $b ben@example.com
crmtrack -q assign $b asha@example.com
@ 2026-11-10T10:00:00Z
crmtrack -q resolve $b --outcome not_upheld --cause delay --code goodwill --redress 5EUR --channel phone -m 'As agreed'
crmtrack -q confirm $b
# The plan: one step is done and verified in time, one slipped by three days, one is dropped.
ben -q plan $a done 1
crmtrack -q plan $a verify 1
ben -q plan $a slip 2 2026-11-14 --why 'Ill'
crmtrack -q plan $a drop 3 --why 'No use'
# Escalated and open; the customer is angry twice, of which the manager is told once.
@ 2026-11-12T09:00:00Z
c=$(crmtrack -q new -c acme -p apollo -r outage -s high --channel phone -m 'Down')
crmtrack -q assign $c asha@example.com
crmtrack -q escalate $c --to 1 --person ben@example.com --why 'We need a decision'
ben -q call $c --in --bad -m 'Angry'
@ 2026-11-12T10:00:00Z
ben -q call $c --in --bad -m 'Angrier'
@ 2026-11-12T13:00:00Z
ben -q accept $c
crmtrack -q tick
# Void: it counts nowhere.
d=$(crmtrack -q new -c acme -r delay --channel web -m 'Twice')
crmtrack -q void $d --why 'Entered twice'
# Withdrawn, and praised.
@ 2026-11-13T09:00:00Z
e=$(crmtrack -q new -c globex -p apollo -r delay --channel web -m 'Wrong')
crmtrack -q compliment $e -m 'Nice people'
crmtrack -q withdraw $e
# Nobody's: without owner and project.
f=$(crmtrack -q new -c globex -r other --channel web -m 'Something')
# Four of six days of waiting lay behind the customer's word.
@ 2026-11-16T09:00:00Z
g=$(crmtrack -q new -c globex -p apollo -r delay --channel phone -m 'Which order')
crmtrack -q assign $g asha@example.com
crmtrack -q email $g --expects information@2026-11-20 -m 'Which order?'
crmtrack -q wait $g --on customer
@ 2026-11-22T09:00:00Z
crmtrack -q work $g --minutes 90 -m 'Looked for it'
crmtrack -q call $g --in --at 2026-11-18T09:00:00Z -m 'The second'
crmtrack -q resolve $g --outcome partly_upheld --cause delay --code apology --channel phone -m 'Sorry'
# A form that was always there, as it says, asks for what nobody gave.
printf 'forms:\n  - {require: [project], example: apollo}\n' > policy/forms.yaml
git commit -q -a -m Forms
"""

# By report, of all time and of November alike: (value, n, denominator). Complaints that count: a b c e f g.
EXPECTED = {
    "summary": {
        "volume": (6, 6, None),
        "backlog": (3, 3, None),                      # c f g: an answer waits for their word
        "clearance": (3 / 6, 3, 6),                   # a b e
        "time_to_acknowledge_median": (2 / 24, 1, None),
        "time_to_acknowledge_km_median": (None, 4, None),  # of a c f g three go on
        "time_to_resolution_median": (6, 3, None),    # 2, 6 and 8 days
        "time_to_resolution_p90": (8, 3, None),
        "time_to_resolution_km_median": (8, 5, None),  # S(2) 0.8, S(6) 0.6, S(8) 0.4; c and f go on
        "uphold_rate": (2 / 3, 2, 3),                 # a and g of a b g
        "escalation_rate": (1 / 6, 1, 6),
        "mean_peak_level": (1 / 6, 6, None),
        "handovers": (2 / 4, 4, None),                # b twice; a b c g have an owner
        "praise": (1 / 3, 1, 3),
        "promises_kept": (10 / 18, 10, 18),           # a 6, b 1 and 1 late, c none of 4, f none of 3, g 3
        "promises_kept_stated": (1, 1, 1),
        "acknowledged": (2 / 4, 2, 4),                # g owes an order and a word
        "promises_kept_internal": (2 / 3, 2, 3),      # ben accepted, did step 1, and is late with step 2
    },
    "perception": {"volume": (6, 6, None), "good": (1, 1, None), "bad": (2, 2, None), "peak_level": (1, 6, None)},
    "kpi": {"clearance": (3 / 6, 3, 6), "reopen_rate": (None, 0, 0), "repeat_contact": (None, 0, 0)},  # not yet 30 days
    "flow": {"ended": (3, 3, None), "backlog_age_median": (18, 3, None),  # 15, 18 and 19 days
             "time_to_end_median": (2 + 1 / 24, 3, None), "time_to_end_p90": (8, 3, None)},
    "promises": {"open_theirs": (2, 2, None)},    # c and g: a word about what we said
    "effort": {"minutes": (120, 2, None), "minutes_with_customer": (30, 1, None), "minutes_without_customer": (90, 1, None),
               "cost": (80, 2, None), "minutes_per_complaint": (60, 2, None), "minutes_per_complaint_p90": (90, 2, None)},
    "workload": {"minutes": (120, 2, None)},
    "recurrence": {"causes_fixed": (1, 1, None), "recurrence": (1 / 2, 1, 2)},  # fixed on the 10th: a and b before, g after
    "retention": {"customers": (0, 0, None)},     # not yet 90 days
    "reasons": {"volume": (6, 6, None), "concentration": (2 / 3, 2, 3), "other_share": (1 / 6, 1, 6)},
    "escalations": {"escalated_now": (1, 1, None), "time_to_accept_median": (4 / 24, 1, None), "unanswered": (0, 0, 1)},
    "pauses": {"paused": (1, 1, None), "pause_recorded": (6, 1, None), "pause_after_contact": (4, 1, None),
               "pause_integrity": (4 / 6, None, None)},
    "plans": {"steps_kept": (1 / 2, 1, 2), "steps_slipped": (1 / 2, 1, 2), "slip_days_median": (3, 1, 2),
              "steps_effective": (None, 0, 0)},
    "compliance": {"gap_owner": (1, 1, None), "gap_form": (1, 1, None), "gap_contact": (2, 2, None),
                   "gap_acknowledgement": (2, 2, None), "gap_silence": (2, 2, None), "gap_confirmation": (1, 1, None),
                   "complaints_with_gaps": (3, 3, None)},
    "lessons": {"reviews": (1, 1, None)},
    "praise": {"compliments": (1, 1, None)},
    "notifications": {"notifications": (2, 2, None), "notifications_queued": (1, 1, None), "notifications_suppressed": (1, 1, None)},
}


def script():
    """The script for bash."""
    lines = ["ben() { GIT_AUTHOR_NAME=Ben GIT_AUTHOR_EMAIL=ben@example.com crmtrack \"$@\"; }", "exec > /dev/null"]
    for line in SCRIPT.strip().splitlines():
        lines.append(f"export CRMTRACK_NOW={line[2:]}" if line.startswith("@ ") else line)
    return "\n".join(lines)
