#include "command/common/report_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "query/date_span.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/text.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

query::Span get_span(const std::string& text, const query::Moment& moment) {
  if (const auto span = query::parse_span(text, moment)) return *span;
  throw Error(ErrorKind::usage, fmt::format("cannot read the period '{}': not a date or span", text),
              {fmt::format("spans: {}, or FROM..TO", query::kDateForms)});
}

/// `SPAN`, or `FROM..TO` from the beginning of the one to the end of the other.
void set_period(report::Meta& meta, const std::string& period, const query::Moment& moment) {
  if (period.empty()) return;
  const std::size_t dots = period.find("..");
  const query::Span first = get_span(period.substr(0, dots), moment);
  const query::Span last = dots == std::string::npos ? first : get_span(period.substr(dots + 2), moment);
  if (last.until <= first.from)
    throw Error(ErrorKind::usage, fmt::format("cannot use the period '{}': it ends before it begins", period));
  meta.from = first.from;
  meta.to = last.until;
}

/// Reads the rows of one report.
class InputReader {
 public:
  InputReader(Context& context, const query::Sql& where, bool all, report::Input& input)
      : context_(context), where_(where), all_(all), input_(input) {}

  void load_cases() {
    constexpr const char* kStatement =
        "SELECT key, id, status, customer, reason, outcome, redress_amount, redress_currency, "
        "CASE WHEN open AND level > 0 THEN summary END, received_unix, acknowledged_unix, first_responded_unix, "
        "first_ended_unix, level, peak_level, handovers, open, owner IS NOT NULL, bad FROM complaint WHERE {}";
    each(fmt::format(fmt::runtime(kStatement), where_.where), [this](const index::RowView& row) {
      Place& place = place_of(row.integer(0));
      if (row.integer(18) != 0) {
        place = kVoid;  // records of which none says, or may say, that a complaint was received
      } else if (row.text(2) == "void") {
        ++input_.void_count;
        place = kVoid;
      } else {
        place = static_cast<Place>(input_.cases.size());
        input_.cases.push_back(case_of(row));
      }
    });
  }

  void load_rungs() {
    each(with_selection("SELECT story, \"to\", nature, trigger, answer, from_level, to_level, at_unix, answered_unix "
                        "FROM escalations WHERE {} ORDER BY at_unix, record"),
         [this](const index::RowView& row) {
           const Place place = place_of(row.integer(0));
           if (place < 0) return;
           input_.rungs.push_back({static_cast<report::CaseIndex>(place), word(row, 1), word(row, 2), word(row, 3),
                                   word(row, 4), small(row, 5), small(row, 6),
                                   row.find_time(7).value_or(util::Instant{}), row.find_time(8)});
         });
  }

  void load_promises() {
    const std::string in_period = fmt::format("due_unix >= {} AND due_unix < {}", seconds(input_.meta.from, kBeginning),
                                              seconds(input_.meta.to, kEnd));
    each(with_selection("SELECT story, debtor, ended, due_unix, settled_unix FROM promises WHERE {} AND ") + in_period,
         [this](const index::RowView& row) {
           const Place place = place_of(row.integer(0));
           if (place < 0) return;
           input_.promises.push_back({static_cast<report::CaseIndex>(place), state_of(row), row.integer(1) == 0});
         });
  }

  /// Interactions of the complaints selected and, without a filter, of customers beside any complaint.
  void load_interactions() {
    // The condition is the one of the index records_of_feeling: nothing else is read.
    each(
        with_selection("SELECT story, sentiment, type, at_unix FROM "
                       "(SELECT story, sentiment, type, at_unix FROM records WHERE kind = 'activity' AND fault IS NULL "
                       "AND refused IS NULL AND (sentiment IS NOT NULL OR type = 'compliment') "
                       "AND key NOT IN (SELECT key FROM retold) UNION ALL "
                       "SELECT t.place, t.sentiment, t.type, t.at_unix FROM retold t JOIN records r ON r.key = t.key "
                       "WHERE r.kind = 'activity' AND r.fault IS NULL AND r.refused IS NULL "
                       "AND (t.sentiment IS NOT NULL OR t.type = 'compliment')) WHERE {}"),
        [this](const index::RowView& row) {
          const Place place = place_of(row.integer(0));
          if (place == kVoid || (place == kElsewhere && !all_)) return;
          if (!input_.in_period(row.find_time(3).value_or(util::Instant{}))) return;
          input_.interactions.good += row.text(1) == "positive" ? 1 : 0;
          input_.interactions.bad += row.text(1) == "negative" ? 1 : 0;
          input_.interactions.compliments += row.text(2) == "compliment" ? 1 : 0;
        });
  }

 private:
  /// Where a story is in Input::cases.
  using Place = std::int64_t;
  static constexpr Place kElsewhere = -1;  ///< no complaint, or one that the filter does not select
  static constexpr Place kVoid = -2;
  static constexpr std::int64_t kBeginning = std::numeric_limits<std::int64_t>::min();
  static constexpr std::int64_t kEnd = std::numeric_limits<std::int64_t>::max();

  template <class Visit>
  void each(const std::string& statement, Visit visit) {
    context_.index().each(statement, where_.parameters, context_.now(), visit);
  }

  /// `statement` with `{}` for the condition that a row's story is selected.
  [[nodiscard]] std::string with_selection(const char* statement) const {
    const std::string selected =
        all_ ? "1" : fmt::format("story IN (SELECT key FROM complaint WHERE {})", where_.where);
    return fmt::format(fmt::runtime(statement), selected);
  }

  /// By the story's key: keys are given one after the other.
  Place& place_of(std::int64_t story) {
    const auto key = static_cast<std::size_t>(story);
    if (key >= places_.size()) places_.resize(std::max(key + 1, places_.size() * 2), kElsewhere);
    return places_[key];
  }

  std::string_view word(const index::RowView& row, int column) { return input_.texts.add_word(row.text(column)); }
  static int small(const index::RowView& row, int column) { return static_cast<int>(row.integer(column)); }
  static std::int64_t seconds(const std::optional<util::Instant>& time, std::int64_t otherwise) {
    return time ? time->time_since_epoch().count() : otherwise;
  }

  report::Case case_of(const index::RowView& row) {
    report::Case item;
    item.id = input_.texts.add(row.text(1));
    item.status = word(row, 2);
    item.customer = word(row, 3);
    item.reason = word(row, 4);
    item.outcome = word(row, 5);
    item.redress_amount = word(row, 6);
    item.redress_currency = word(row, 7);
    item.summary = input_.texts.add(row.text(8));
    item.received = row.find_time(9).value_or(util::Instant{});
    item.acknowledged = row.find_time(10);
    item.first_responded = row.find_time(11);
    item.first_ended = row.find_time(12);
    item.level = small(row, 13);
    item.peak_level = small(row, 14);
    item.handovers = small(row, 15);
    item.open = row.integer(16) != 0;
    item.assigned = row.integer(17) != 0;
    return item;
  }

  [[nodiscard]] report::Due::State state_of(const index::RowView& row) const {
    using State = report::Due::State;
    const std::int64_t ended = row.integer(2);
    const std::int64_t due = row.integer(3);
    if (ended == 0) return due < input_.meta.now.time_since_epoch().count() ? State::overdue : State::open;
    if (ended > 1) return State::let_go;
    return row.integer(4) > due ? State::kept_late : State::kept;
  }

  Context& context_;
  const query::Sql& where_;
  bool all_;  ///< no filter: every complaint is selected
  report::Input& input_;
  std::vector<Place> places_;
};

void load_policy(Context& context, report::Input& input) {
  const std::string today = util::format_date(context.zone().date_of(context.now()));
  for (const policy::Reason& reason : context.policy().reasons) {
    input.reason_labels[reason.code] = reason.label;
    if (!reason.replaced_by.empty()) input.replaced_by[reason.code] = reason.replaced_by;
    if (reason.active_on(today)) input.active_reasons.push_back(reason.code);
  }
  for (const policy::Level& level : context.policy().levels) input.level_names[level.level] = level.name;
}

}  // namespace

report::Input load_report_input(Context& context, const std::vector<std::string>& words, const std::string& period,
                                const report::Wants& wants) {
  const query::Filter filter = session::parse_filter(words);
  const query::Moment moment = context.moment(filter);
  report::Input input;
  input.zone = context.zone();
  input.meta = {
      context.index().ledger_commit(), context.index().policy_commit(), std::nullopt, std::nullopt, context.now(),
      context.zone().name(),           util::join(words, " ")};
  set_period(input.meta, period, moment);
  const query::Sql where = context.index().where(filter, moment);
  InputReader reader(context, where, words.empty(), input);
  reader.load_cases();
  if (wants.rungs) reader.load_rungs();
  if (wants.promises) reader.load_promises();
  if (wants.interactions) reader.load_interactions();
  load_policy(context, input);
  return input;
}

}  // namespace crmtrack::command
