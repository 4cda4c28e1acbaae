#include "policy/templates.hpp"

namespace crmtrack::policy {

namespace {

// The files that `init` writes, and that hold where a file is missing. Their comments are the manual at hand when
// somebody opens the file: what an entry says, how to change it, an example to take the # from.

constexpr const char* kReasons = R"(# Why customers complain: the contact reasons, one list for every channel.
#
# Change them with crmtrack reason add, edit and retire, or here; then run: crmtrack policy check
# A change is in force once it is committed. It says why, and who approved it.
#
#   code         what is stored, a slug (a-z, 0-9 and -); it never changes and is never deleted
#   label        the name that people read
#   question     the question that tells whether this reason fits
#   synonyms     other words that find it
#   valid_from   the first day of its use
#   valid_to     the first day on which it is no longer in use (old complaints keep it)
#   replaced_by  what to use instead, once it has ended
#   why, approved_by
#
# Keep at most 40 in use; from 25 on people pick badly. Watch the share of `other`.
#
#   - code: parking
#     label: Parking
#     question: Is it about a place to park, or a fine?
#     synonyms: [car-park, fine]
#     why: Asked for by the front desk
#     approved_by: asha@example.com

reasons:
  - code: billing-wrong-amount
    label: Wrong amount billed
    question: Does an invoice or charge differ from what was agreed?
    synonyms: [billing, invoice, overcharged]
  - code: contract-terms
    label: Contract or conditions
    question: Is it about what the contract says, or how we read it?
    synonyms: [contract, terms]
  - code: data-privacy
    label: Personal data
    question: Did we use, lose or show personal data wrongly?
    synonyms: [privacy, gdpr]
  - code: defective-product
    label: Product or service is faulty
    question: Does what we delivered not work as agreed?
    synonyms: [defect, fault, broken]
  - code: delay
    label: Delay
    question: Did it come, or was it done, later than promised?
    synonyms: [late]
  - code: no-reply
    label: No answer from us
    question: Did we not answer, or not call back?
    synonyms: [unanswered, no-callback]
  - code: not-delivered
    label: Not delivered
    question: Did something agreed not come at all, or in part?
    synonyms: [missing, incomplete]
  - code: outage
    label: Not available
    question: Could the service not be used for a time?
    synonyms: [downtime, unavailable]
  - code: promise-not-kept
    label: Promise not kept
    question: Did one of us undertake something and not do it?
    synonyms: [broken-promise]
  - code: staff-conduct
    label: Conduct of our people
    question: Is it about how one of us behaved?
    synonyms: [behaviour, rude]
  - code: wrong-information
    label: Wrong information
    question: Did we say, write or publish something wrong or unclear?
    synonyms: [misinformed]
  - code: other
    label: Something else
    question: Does none of the other reasons fit?
)";

constexpr const char* kPeople = R"(# Who works on complaints: the directory.
#
# While it is empty any mail address may own a complaint; once somebody stands here, only these can.
# Change it with crmtrack person add, edit and retire, or here; then run: crmtrack policy check
#
#   email     the mail address, as in their Git identity
#   name      the name that people read
#   role      front_line, project_manager, complaints_manager, senior_management … (levels.yaml says whose turn it is)
#   team      any word
#   valid_to  the first day on which they are no longer here
#
#   - email: asha@example.com
#     name: Asha Rao
#     role: project_manager
#     team: north
#   - {email: ben@example.com, name: Ben Okoro, role: complaints_manager}
#   - {email: chen@example.com, name: Chen Li, role: complaints_manager}

people:
)";

constexpr const char* kProjects = R"(# What complaints are about: projects, accounts, products.
#
# While it is empty any slug is taken; once a project stands here, only these are.
# Change them with crmtrack project add, edit and retire, or here; then run: crmtrack policy check
#
#   id          what is stored, a slug (a-z, 0-9 and -)
#   name        the name that people read
#   manager     the mail address of whoever answers for it
#   people      who stands at each escalation level, where it is not everybody with the level's role
#   calendar    the opening hours that its deadlines count in
#   regulatory  the regulator's rules that apply to it
#   valid_to    the first day on which it takes no new complaints
#
#   - id: apollo
#     name: Apollo, the new billing
#     manager: asha@example.com
#     people:
#       1: [asha@example.com]
#       2: [ben@example.com, chen@example.com]

projects:
)";

constexpr const char* kLevels = R"(# How far a complaint can be escalated.
#
# Change them with crmtrack level add and edit, or here; then run: crmtrack policy check
#
#   level  0 to 9; 0 is where every complaint starts
#   name   the name that people read and may type
#   role   whose turn it is, where the project names nobody for the level; project_manager is the project's manager

levels:
  - {level: 0, name: front line, role: front_line}
  - {level: 1, name: project manager, role: project_manager}
  - {level: 2, name: complaints manager, role: complaints_manager}
  - {level: 3, name: senior management, role: senior_management}
  - {level: 4, name: external, role: external}
)";

constexpr const char* kTargets =
    R"(# How long each promise may take. A new complaint shows its due times from these at once.
#
# Change them with crmtrack target add and retire, or here; then run: crmtrack policy check
#
#   promise   acknowledge, first_response, update, resolution, confirm, commitment, accept, final_response, summary
#   target    4h (business hours), 2bd (business days) or 30d (days, open or not)
#   filter    which complaints: customer, project, channel, reason, severity, segment, region; none means all
#   calendar  the opening hours that it counts by; none means the project's, else default (calendars.yaml)
#   warn      when it is due soon: a share of the target (75%) or so long before the end (1h, 30m)
#   from      the day from which it holds
#
# Of several that fit, the first holds. So put the special ones above the general ones:
#
#   - {promise: first_response, target: 1h, filter: severity:critical, warn: [50%]}
#
# Of commitments only a customer's question without a date has the target here. Regulated projects (projects.yaml,
# regulatory) have final_response and summary without an entry.

targets:
  - {promise: acknowledge, target: 1bd, warn: [75%]}
  - {promise: first_response, target: 8h, warn: [75%]}
  - {promise: update, target: 5bd, warn: [75%]}
  - {promise: resolution, target: 10bd, warn: [75%]}
  - {promise: confirm, target: 5bd, warn: [75%]}
  - {promise: commitment, target: 5bd, warn: [75%]}
  - {promise: accept, target: 4h, warn: [75%]}
)";

constexpr const char* kLadders =
    R"(# What happens when a promise of ours is about to break, and when it breaks: the rungs of escalation.
#
# Cron runs crmtrack tick, which takes each rung once. Change the rungs here; then run: crmtrack policy check
#
#   filter    which complaints: customer, project, channel, reason, severity, segment, region; none means all
#   promises  which promises; none means all of ours but accept
#   rungs     at: the share of the target; to: owner (they are told), or a level of levels.yaml
#   from      the day from which it holds
#
# Of several that fit, the first holds. So put the special ones above the general ones:
#
#   - {filter: severity:critical, rungs: [{at: 50%, to: owner}, {at: 100%, to: 2}, {at: 125%, to: 3}]}
#   - {promises: [update], rungs: []}
#
# An escalation that nobody accepts in time goes to the next level of these rungs: [{at: 100%, to: next}].

ladders:
  - promises: [accept]
    rungs:
      - {at: 100%, to: next}
  - rungs:
      - {at: 75%, to: owner}
      - {at: 100%, to: 1}
      - {at: 125%, to: 2}
      - {at: 200%, to: 3}
)";

constexpr const char* kCalendars = R"(# When we are open: the hours and days that due times count.
#
# Change them with crmtrack calendar add, edit and import, or here; then run: crmtrack policy check
# crmtrack calendar show default prints a year of it.
#
#   zone        a time zone such as Europe/London; none means the ledger's (settings.yaml)
#   week        the hours of each day: mon, tue, wed, thu, fri, sat, sun; a day that is not named is closed
#   holidays    dates on which nothing opens, each with its name
#   exceptions  the hours of one date, in place of its weekday's; they hold on a holiday too
#
# `default` counts where neither the target nor the project names another one.
#
#   night-shift:
#     week: {mon: ["22:00-06:00"], tue: ["22:00-06:00"]}
#     holidays: {2026-12-25: Christmas Day}
#     exceptions: {2026-12-24: ["22:00-24:00"]}

calendars:
  default:
    week:
      mon: ["09:00-17:00"]
      tue: ["09:00-17:00"]
      wed: ["09:00-17:00"]
      thu: ["09:00-17:00"]
      fri: ["09:00-17:00"]
)";

constexpr const char* kForms = R"(# What a complaint must say before it is taken.
#
# Change them here, or add one with crmtrack form add; then run: crmtrack policy check
#
#   filter   which complaints: customer, project, channel, reason, severity, segment, region; none means all
#   require  fields that must be there; any word of a-z, 0-9 and _ may be a field of yours
#   match    patterns (RE2 syntax) that a field must fit as a whole, where it is there; of a list one text must fit
#   example  shown to whoever is refused
#   name     optional, to speak of it
#
#   - filter: project:apollo reason:billing-wrong-amount
#     require: [contract]
#     match: {contract: 'C-[0-9]{4}'}
#     example: C-0815
#   - {filter: severity:critical, require: [contact, description]}

forms:
)";

constexpr const char* kLifecycle = R"(# How long we wait for a customer, in days.
#
# Change the numbers here; then run: crmtrack policy check
#
#   silence_days  after our second attempt to reach them, silence counts as consent to the answer
#   reopen_days   a resolved or closed complaint can be reopened; later it is a new one that follows it

lifecycle:
  silence_days: 14
  reopen_days: 30
)";

constexpr const char* kRules = R"(# Whom crmtrack tells what: by mail, and each message is a record.
#
# Change them with crmtrack rule add and edit, or here; then run: crmtrack policy check
# crmtrack rule test NAME --since -7d says what a rule would have sent, and to whom.
#
#   name      a slug
#   state     on; paused (what it would have sent is recorded, and not sent); off
#   on        kinds of records (activity, escalation, assignment ...), due_soon, overdue, schedule
#   filter    facts of the complaint (customer, project, channel, reason, severity, segment, region), and of the event
#             type, sentiment, ref, promise, outcome
#   to        owner, manager (of the customer), customer, role:R, team:T, list:L (lists.yaml), or a mail address
#   quiet     calendar (nothing outside its hours: the default), none, or hours such as 20:00-07:00
#   digest    none, hourly, daily, weekly: gathered into one message
#   dedup     no second message of this rule about one complaint to one person within 30m, 4h, 2d
#   schedule  daily 08:00, weekly mon 08:00, monthly 1 08:00
#   calendar  whose hours and zone count; none means the project's, else the default
#   text      a first paragraph of your own
#   since     the time from which it holds; rule edit --state on writes it
#
# To switch one on: crmtrack rule edit late-promises --state on --why 'Agreed with the team'

rules:
  - name: late-promises
    state: off
    on: [overdue]
    to: [owner, manager]
  - name: unhappy-customers
    state: off
    on: [activity]
    filter: sentiment:negative
    to: [manager]
    dedup: 4h
  - name: my-day
    state: off
    on: [schedule]
    schedule: daily 08:00
    to: [owner]
)";

constexpr const char* kCharterText =
    R"(# The charter: what the records of complaints may be used for. It stands below every report of what one person owns.
#
# This is a draft. Change it to your own words; then everybody who answers for it signs: crmtrack charter sign
# A signature holds for the statement as it was then. crmtrack charter shows who signed, by which commit.
#
#   statement  the text
#   signed     the mail addresses of those who signed; crmtrack charter sign adds yours

charter:
  statement: |
    Complaints are recorded so that we solve our customers' problems, and so that these do not come back.
    Nobody is judged, ranked or paid by what the records say. No report compares people.
    A look at what one person owns is for helping them. It is recorded, and they can see it.
    What went well is written down like what went wrong.
)";

}  // namespace

Files templates() {
  return {{"reasons.yaml", kReasons}, {"people.yaml", kPeople},      {"projects.yaml", kProjects},
          {"levels.yaml", kLevels},   {"targets.yaml", kTargets},    {"calendars.yaml", kCalendars},
          {"ladders.yaml", kLadders}, {"forms.yaml", kForms},        {"lifecycle.yaml", kLifecycle},
          {"rules.yaml", kRules},     {"charter.yaml", kCharterText}};
}

}  // namespace crmtrack::policy
