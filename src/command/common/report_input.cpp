#include "command/common/report_input.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "command/common/report_keys.hpp"
#include "index/read/report_rows.hpp"
#include "record/vocabulary.hpp"
#include "session/day_zone.hpp"
#include "session/filter.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"
#include "util/tzdata.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

index::ComplaintsOf complaints_of(report::Wants::Cases cases) {
  using enum index::ComplaintsOf;
  switch (cases) {
    case report::Wants::Cases::all:
      return all;
    case report::Wants::Cases::escalations:
      return escalations;
    case report::Wants::Cases::gaps:
      return gaps;
    case report::Wants::Cases::waits:
      return waits;
    case report::Wants::Cases::steps:
      return steps;
    case report::Wants::Cases::reviews:
      return reviews;
    case report::Wants::Cases::praise:
      return praise;
    case report::Wants::Cases::notices:
      return notices;
  }
  return all;
}

/// Reads the rows of one report.
class InputReader {
 public:
  /// `all`: no filter was given, so that customers beside any complaint count too.
  InputReader(const index::ReportRows& rows, bool all, report::Input& input) : rows_(rows), all_(all), input_(input) {}

  void load_cases(index::ComplaintsOf which) {
    const auto take = [this](const index::ReportedComplaint& row) {
      Place& place = place_of(row.story);
      if (row.bad) {
        place = kVoid;  // records of which none says, or may say, that a complaint was received
      } else if (row.status == "void") {
        input_.void_count += input_.in_period(row.received) ? 1 : 0;
        place = kVoid;
      } else {
        place = static_cast<Place>(input_.cases.size());
        input_.cases.push_back(case_of(row));
      }
    };
    rows_.each_complaint(take, which);
  }

  void load_rungs() {
    rows_.each_rung([this](const index::ReportedRung& row) {
      const Place place = place_of(row.story);
      if (place < 0) return;
      input_.rungs.push_back({static_cast<report::CaseIndex>(place), word(row.to), word(row.nature), word(row.trigger),
                              word(row.answer), row.from_level, row.to_level, row.at, row.answered, row.left});
    });
    std::ranges::stable_sort(input_.rungs, {}, &report::Rung::at);
  }

  void load_redresses() {
    rows_.each_redress([this](const index::ReportedRedress& row) {
      if (const Place place = place_of(row.story); place >= 0)
        input_.redresses.push_back(
            {static_cast<report::CaseIndex>(place), word(row.amount), word(row.currency), word(row.outcome), row.at});
    });
  }

  void load_waits() {
    rows_.each_wait([this](const index::ReportedWait& row) {
      if (const Place place = place_of(row.story); place >= 0)
        input_.waits.push_back({static_cast<report::CaseIndex>(place), row.from, row.recorded_to, row.to});
    });
  }

  /// Steps of the complaints selected and, without a filter, of customers beside any complaint.
  void load_steps() {
    rows_.each_step([this](const index::ReportedStep& row) {
      const Place place = place_of(row.story);
      if (place == kVoid || (place == kElsewhere && (!all_ || row.customer.empty()))) return;
      report::PlannedStep step;
      if (place >= 0) step.complaint = static_cast<report::CaseIndex>(place);
      step.customer = place >= 0 ? input_.cases[*step.complaint].customer : word(row.customer);
      step.number = row.number;
      step.state = word(row.state);
      step.owner = word(row.owner);
      step.verified_by = word(row.verified_by);
      step.text = input_.texts.add(row.text);
      step.goal = input_.texts.add(row.goal);
      step.measure = input_.texts.add(row.measure);
      step.before = input_.texts.add(row.before);
      step.after = input_.texts.add(row.after);
      step.due = row.due;
      step.first_due = row.first_due;
      step.done = row.done;
      step.reviewed = row.reviewed;
      step.effective = row.effective;
      input_.steps.push_back(step);
    });
  }

  /// Promises of the complaints selected and, without a filter, of customers beside any complaint.
  void load_promises() {
    rows_.each_promise([this](const index::ReportedPromise& row) {
      const Place place = place_of(row.story);
      if (place == kVoid || (place == kElsewhere && !all_)) return;
      report::Due promise;
      if (place >= 0) promise.complaint = static_cast<report::CaseIndex>(place);
      promise.state = state_of(row);
      promise.group = group_of(row);
      promise.is_stated = row.kind == record::PromiseKind::commitment;
      promise.kind = row.kind;
      promise.evidence = evidence_of(row.evidence);
      promise.due = row.due;
      input_.promises.push_back(promise);
    });
  }

  /// Promises that are open now, of the complaints selected and, without a filter, of customers beside any complaint.
  void load_loops() {
    rows_.each_loop([this](const index::ReportedLoop& row) {
      const Place place = place_of(row.story);
      if (place == kVoid || (place == kElsewhere && !all_)) return;
      report::Loop loop;
      if (place >= 0) loop.complaint = static_cast<report::CaseIndex>(place);
      loop.group = group_of(row);
      loop.started = row.started;
      loop.due = row.due;
      input_.loops.push_back(loop);
    });
  }

  /// Minutes of the complaints selected and, without a filter, of customers beside any complaint.
  void load_work() {
    rows_.each_work([this](const index::ReportedWork& row) {
      const Place place = place_of(row.story);
      if (place == kVoid || (place == kElsewhere && !all_)) return;
      report::Work work;
      if (place >= 0) work.complaint = static_cast<report::CaseIndex>(place);
      work.with_customer = row.direction == "in" || row.direction == "out";
      work.minutes = row.minutes;
      work.at = row.at;
      input_.works.push_back(work);
    });
  }

  /// Interactions of the complaints selected and, without a filter, of customers beside any complaint.
  void load_interactions() {
    rows_.each_feeling([this](const index::ReportedFeeling& row) {
      const Place place = place_of(row.story);
      if (place == kVoid || (place == kElsewhere && !all_)) return;
      report::Feeling feeling;
      if (place >= 0) feeling.complaint = static_cast<report::CaseIndex>(place);
      feeling.good = row.sentiment == "positive";
      feeling.bad = row.sentiment == "negative";
      feeling.compliment = row.type == "compliment";
      feeling.at = row.at;
      input_.feelings.push_back(feeling);
    });
  }

  /// A column of the complaints, by complaint.
  std::vector<std::string_view> values_of(std::string_view column) {
    std::vector<std::string_view> values(input_.cases.size());
    rows_.each_value(column, [&](std::int64_t story, std::string_view value) {
      if (const Place place = place_of(story); place >= 0) values[static_cast<std::size_t>(place)] = word(value);
    });
    return values;
  }

 private:
  /// Where a story is in Input::cases.
  using Place = std::int64_t;
  static constexpr Place kElsewhere = -1;  ///< no complaint, or one that the filter does not select
  static constexpr Place kVoid = -2;

  /// By the story's number: numbers are given one after the other.
  Place& place_of(std::int64_t story) {
    const auto key = static_cast<std::size_t>(story);
    if (key >= places_.size()) places_.resize(std::max(key + 1, places_.size() * 2), kElsewhere);
    return places_[key];
  }

  std::string_view word(std::string_view text) { return input_.texts.add_word(text); }

  report::Case case_of(const index::ReportedComplaint& row) {
    report::Case item;
    item.id = input_.texts.add(row.id);
    item.status = word(row.status);
    item.customer = word(row.customer);
    item.reason = word(row.reason);
    item.outcome = word(row.outcome);
    item.summary = input_.texts.add(row.summary);
    item.received = row.received;
    item.acknowledged = row.acknowledged;
    item.first_responded = row.first_responded;
    item.first_resolved = row.first_resolved;
    item.first_reopened = row.first_reopened;
    item.first_ended = row.first_ended;
    item.level = row.level;
    item.peak_level = row.peak_level;
    item.handovers = row.handovers;
    item.open = row.open;
    item.answered = row.answered;
    item.ended = row.ended;
    item.assigned = row.assigned;
    return item;
  }

  static std::int8_t evidence_of(std::string_view evidence) {
    const auto found = std::ranges::find(record::kEvidence, evidence);
    return found == record::kEvidence.end() ? std::int8_t{-1}
                                            : static_cast<std::int8_t>(found - record::kEvidence.begin());
  }

  static report::Due::Group group_of(const auto& row) {
    using Group = report::Due::Group;
    if (row.debtor == story::Debtor::third_party) return Group::third_party;
    if (row.debtor == story::Debtor::customer) return Group::customers;
    const bool internal = row.to_us || row.kind == record::PromiseKind::step || row.kind == record::PromiseKind::accept;
    return internal ? Group::internal : Group::ours;
  }

  [[nodiscard]] report::Due::State state_of(const index::ReportedPromise& row) const {
    using State = report::Due::State;
    using Ended = story::Promise::Ended;
    if (row.ended == Ended::no) return row.due < input_.meta.now ? State::overdue : State::open;
    if (row.ended != Ended::kept) return State::let_go;
    return row.settled && *row.settled > row.due ? State::kept_late : State::kept;
  }

  const index::ReportRows& rows_;
  bool all_;
  report::Input& input_;
  std::vector<Place> places_;
};

void load_policy(Context& context, report::Input& input) {
  const std::string today = util::format_date(session::day_zone(context).date_of(context.now()));
  for (const policy::Reason& reason : context.policy().reasons) {
    input.reason_labels[reason.code] = reason.label;
    if (!reason.replaced_by.empty()) input.replaced_by[reason.code] = reason.replaced_by;
    if (reason.active_on(today)) input.active_reasons.push_back(reason.code);
  }
  if (const std::string& rate = context.policy().settings.cost_rate; !rate.empty()) {
    input.cost_per_hour = std::stod(rate);
    input.cost_currency = rate.substr(rate.find(' ') + 1);
  }
  for (const policy::Level& level : context.policy().levels) input.level_names[level.level] = level.name;
}

index::Needed needed_by(const report::Wants& wants, const ReportPeriod& period) {
  index::Needed needed;
  needed.from = period.from;
  needed.to = period.to;
  needed.all = wants.all;
  needed.open = wants.open;
  needed.promises = wants.promises;
  needed.redress = wants.redress;
  needed.waits = wants.waits;
  needed.steps = wants.steps;
  needed.feelings = wants.interactions;
  needed.loops = wants.loops;
  needed.work = wants.work;
  needed.evidence = wants.evidence;
  return needed;
}

void load_recent_reasons(const index::ReportRows& rows, report::Input& input) {
  constexpr std::chrono::days kRecent{90};
  input.recent_reasons = rows.reasons_after(input.meta.now - kRecent);
  input.is_older_than_recent = rows.has_until(input.meta.now - kRecent);
}

}  // namespace

report::Input load_report_input(Context& context, const std::vector<std::string>& words, const ReportPeriod& period,
                                const report::Wants& wants, std::span<const report::Key> keys) {
  const query::Filter filter = session::parse_filter(context, words);
  const query::Moment moment = context.moment(filter);
  report::Input input;
  input.zone = session::day_zone(context);
  input.meta.commit = util::join(context.index().ledger_heads(), " ");
  input.meta.policy_commit = context.index().policy_commit();
  input.meta.from = period.from;
  input.meta.to = period.to;
  input.meta.now = context.now();
  input.meta.zone = input.zone.name();
  input.meta.filter = util::join(words, " ");
  input.meta.tzdata = util::tzdata_version();
  input.meta.place = input.zone;
  const index::ReportRows rows(context.index(), filter, moment, needed_by(wants, period));
  InputReader reader(rows, words.empty() && keys.empty() && !period.unit, input);
  // The keys and the periods of a series stand in facts that few reports read otherwise.
  const bool is_split = !keys.empty() || period.unit;
  reader.load_cases(is_split ? index::ComplaintsOf::all : complaints_of(wants.cases));
  if (wants.rungs) reader.load_rungs();
  if (wants.promises) reader.load_promises();
  if (wants.interactions) reader.load_interactions();
  if (wants.redress) reader.load_redresses();
  if (wants.waits) reader.load_waits();
  if (wants.steps) reader.load_steps();
  if (wants.loops) reader.load_loops();
  if (wants.work) reader.load_work();
  if (wants.recent_reasons) load_recent_reasons(rows, input);
  load_policy(context, input);
  const ColumnValues values = [&](std::string_view column) { return reader.values_of(column); };
  for (const report::Key key : keys) load_report_key(context, key, values, input);
  if (wants.cause) load_report_key(context, report::Key::cause, values, input);
  return input;
}

}  // namespace crmtrack::command
