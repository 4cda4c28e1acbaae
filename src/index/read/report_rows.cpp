#include "index/read/report_rows.hpp"

#include <fmt/format.h>

#include "index/impl.hpp"
#include "index/read/filter_schema.hpp"
#include "index/read/visited_rows.hpp"
#include "index/sqlite/reading.hpp"
#include "record/filter_keys.hpp"

namespace crmtrack::index {

namespace {

constexpr Reading kComplaintRead{
    Read{"complaint.key", &ReportedComplaint::story},
    Read{"complaint.id", &ReportedComplaint::id},
    Read{"complaint.status", &ReportedComplaint::status},
    Read{"complaint.customer", &ReportedComplaint::customer},
    Read{"complaint.reason", &ReportedComplaint::reason},
    Read{"complaint.outcome", &ReportedComplaint::outcome},
    Read{"CASE WHEN complaint.phase < 1 AND complaint.level > 0 THEN complaint.summary END",
         &ReportedComplaint::summary},
    Read{"complaint.received_unix", &ReportedComplaint::received},
    Read{"complaint.acknowledged_unix", &ReportedComplaint::acknowledged},
    Read{"complaint.first_responded_unix", &ReportedComplaint::first_responded},
    Read{"complaint.first_resolved_unix", &ReportedComplaint::first_resolved},
    Read{"complaint.first_reopened_unix", &ReportedComplaint::first_reopened},
    Read{"complaint.first_ended_unix", &ReportedComplaint::first_ended},
    Read{"complaint.answered", &ReportedComplaint::answered},
    Read{"complaint.ended", &ReportedComplaint::ended},
    Read{"complaint.level", &ReportedComplaint::level},
    Read{"complaint.peak_level", &ReportedComplaint::peak_level},
    Read{"complaint.handovers", &ReportedComplaint::handovers},
    Read{"complaint.phase < 1", &ReportedComplaint::open},
    Read{"complaint.owner IS NOT NULL", &ReportedComplaint::assigned},
    Read{"complaint.bad", &ReportedComplaint::bad}};

/// Without the columns that only the figures of all complaints read: each costs its part, times a hundred thousand.
constexpr Reading kFewFactsRead{Read{"complaint.key", &ReportedComplaint::story},
                                Read{"complaint.id", &ReportedComplaint::id},
                                Read{"complaint.status", &ReportedComplaint::status},
                                Read{"complaint.customer", &ReportedComplaint::customer},
                                Read{"complaint.reason", &ReportedComplaint::reason},
                                Read{"CASE WHEN complaint.phase < 1 AND complaint.level > 0 THEN complaint.summary END",
                                     &ReportedComplaint::summary},
                                Read{"complaint.received_unix", &ReportedComplaint::received},
                                Read{"complaint.level", &ReportedComplaint::level},
                                Read{"complaint.peak_level", &ReportedComplaint::peak_level},
                                Read{"complaint.phase < 1", &ReportedComplaint::open},
                                Read{"complaint.bad", &ReportedComplaint::bad}};

/// The columns of which the report on escalations speaks.
constexpr Reading kLevelsRead{Read{"complaint.key", &ReportedComplaint::story},
                              Read{"complaint.id", &ReportedComplaint::id},
                              Read{"complaint.status", &ReportedComplaint::status},
                              Read{"CASE WHEN complaint.phase < 1 AND complaint.level > 0 THEN complaint.summary END",
                                   &ReportedComplaint::summary},
                              Read{"complaint.received_unix", &ReportedComplaint::received},
                              Read{"complaint.level", &ReportedComplaint::level},
                              Read{"complaint.peak_level", &ReportedComplaint::peak_level},
                              Read{"complaint.phase < 1", &ReportedComplaint::open},
                              Read{"complaint.bad", &ReportedComplaint::bad}};

constexpr const char* condition_of(ComplaintsOf which) {
  switch (which) {
    case ComplaintsOf::all:
    case ComplaintsOf::escalations:
      return "";
    case ComplaintsOf::gaps:
      return " AND complaint.phase < 1";
    case ComplaintsOf::waits:
      return " AND complaint.key IN (SELECT story FROM waits)";
    case ComplaintsOf::steps:
      return " AND complaint.key IN (SELECT story FROM steps)";
    case ComplaintsOf::reviews:
      return " AND complaint.key IN (SELECT story FROM reviews)";
    case ComplaintsOf::praise:
      return " AND complaint.key IN (SELECT story FROM praises)";
    case ComplaintsOf::notices:
      return " AND complaint.key IN (SELECT story FROM notices)";
  }
  return "";
}

constexpr Reading kRungRead{Read{"story", &ReportedRung::story},
                            Read{"\"to\"", &ReportedRung::to},
                            Read{"nature", &ReportedRung::nature},
                            Read{"trigger", &ReportedRung::trigger},
                            Read{"answer", &ReportedRung::answer},
                            Read{"from_level", &ReportedRung::from_level},
                            Read{"to_level", &ReportedRung::to_level},
                            Read{"at_unix", &ReportedRung::at},
                            Read{"answered_unix", &ReportedRung::answered},
                            Read{"left_unix", &ReportedRung::left}};

constexpr Reading kPromiseRead{
    Read{"story", &ReportedPromise::story},         Read{"debtor", &ReportedPromise::debtor},
    Read{"kind", &ReportedPromise::kind},           Read{"creditor = 'us'", &ReportedPromise::to_us},
    Read{"ended", &ReportedPromise::ended},         Read{"coalesce(first_due_unix, due_unix)", &ReportedPromise::due},
    Read{"settled_unix", &ReportedPromise::settled}};

/// With the evidence of the record that kept it, as corrections left it.
constexpr Reading kEvidenceRead{
    Read{"story", &ReportedPromise::story},
    Read{"debtor", &ReportedPromise::debtor},
    Read{"kind", &ReportedPromise::kind},
    Read{"creditor = 'us'", &ReportedPromise::to_us},
    Read{"ended", &ReportedPromise::ended},
    Read{"coalesce(first_due_unix, due_unix)", &ReportedPromise::due},
    Read{"settled_unix", &ReportedPromise::settled},
    Read{"(SELECT CASE WHEN t.key IS NULL THEN r.evidence ELSE t.evidence END FROM records r LEFT JOIN retold t ON "
         "t.key = r.key WHERE r.story = promises.story AND r.id = promises.settled_by)",
         &ReportedPromise::evidence}};

constexpr Reading kLoopRead{Read{"story", &ReportedLoop::story},        Read{"debtor", &ReportedLoop::debtor},
                            Read{"kind", &ReportedLoop::kind},          Read{"creditor = 'us'", &ReportedLoop::to_us},
                            Read{"start_unix", &ReportedLoop::started}, Read{"due_unix", &ReportedLoop::due}};

constexpr Reading kRedressRead{Read{"story", &ReportedRedress::story}, Read{"amount", &ReportedRedress::amount},
                               Read{"currency", &ReportedRedress::currency}, Read{"outcome", &ReportedRedress::outcome},
                               Read{"at_unix", &ReportedRedress::at}};

constexpr Reading kStepRead{Read{"story", &ReportedStep::story},
                            Read{"CASE WHEN s.kind = 1 THEN s.id END", &ReportedStep::customer},
                            Read{"t.number", &ReportedStep::number},
                            Read{"t.state", &ReportedStep::state},
                            Read{"t.text", &ReportedStep::text},
                            Read{"t.goal", &ReportedStep::goal},
                            Read{"t.owner", &ReportedStep::owner},
                            Read{"t.verified_by", &ReportedStep::verified_by},
                            Read{"t.measure", &ReportedStep::measure},
                            Read{"t.measure_before", &ReportedStep::before},
                            Read{"t.measure_after", &ReportedStep::after},
                            Read{"t.due_unix", &ReportedStep::due},
                            Read{"t.first_due_unix", &ReportedStep::first_due},
                            Read{"t.done_unix", &ReportedStep::done},
                            Read{"t.reviewed", &ReportedStep::reviewed},
                            Read{"t.effective", &ReportedStep::effective}};
constexpr Reading kWaitRead{Read{"story", &ReportedWait::story}, Read{"from_unix", &ReportedWait::from},
                            Read{"recorded_to_unix", &ReportedWait::recorded_to}, Read{"to_unix", &ReportedWait::to}};

constexpr Reading kFeelingRead{Read{"story", &ReportedFeeling::story}, Read{"sentiment", &ReportedFeeling::sentiment},
                               Read{"type", &ReportedFeeling::type}, Read{"at_unix", &ReportedFeeling::at}};

constexpr Reading kWorkRead{Read{"story", &ReportedWork::story}, Read{"direction", &ReportedWork::direction},
                            Read{"minutes", &ReportedWork::minutes}, Read{"at_unix", &ReportedWork::at}};

// The condition is the one of the index records_of_work_by_time: nothing else is read.
constexpr const char* kWork =
    "(SELECT story, direction, minutes, at_unix FROM records WHERE kind = 'activity' AND fault IS NULL "
    "AND refused IS NULL AND minutes IS NOT NULL AND key NOT IN (SELECT key FROM retold) UNION ALL "
    "SELECT t.place, t.direction, t.minutes, t.at_unix FROM retold t JOIN records r ON r.key = t.key "
    "WHERE r.kind = 'activity' AND r.fault IS NULL AND r.refused IS NULL AND NOT t.struck AND t.minutes IS NOT NULL)";

struct CustomersCompliments {
  std::string_view customer;
  std::size_t count = 0;
};
constexpr Reading kComplimentsRead{Read{"c.customer", &CustomersCompliments::customer},
                                   Read{"count(*)", &CustomersCompliments::count}};

// The condition is the one of the index records_of_feeling: nothing else is read.
constexpr const char* kFeelings =
    "(SELECT story, sentiment, type, at_unix FROM records WHERE kind = 'activity' AND fault IS NULL "
    "AND refused IS NULL AND (sentiment IS NOT NULL OR type = 'compliment') "
    "AND key NOT IN (SELECT key FROM retold) UNION ALL "
    "SELECT t.place, t.sentiment, t.type, t.at_unix FROM retold t JOIN records r ON r.key = t.key "
    "WHERE r.kind = 'activity' AND r.fault IS NULL AND r.refused IS NULL AND NOT t.struck "
    "AND (t.sentiment IS NOT NULL OR t.type = 'compliment'))";

/// `column` lies in [from, to), where these are bounds; begins with AND, or is empty.
std::string within(std::string_view column, const Needed& needed) {
  std::string condition;
  if (needed.from) condition += fmt::format(" AND {} >= {}", column, needed.from->time_since_epoch().count());
  if (needed.to) condition += fmt::format(" AND {} < {}", column, needed.to->time_since_epoch().count());
  return condition;
}

/// The first date of a promise; an index of the table has it, in these words.
constexpr std::string_view kFirstDue = "coalesce(first_due_unix, due_unix)";

/// The condition on `complaint` that a report needs it; empty where it needs all.
std::string condition_of(const Needed& needed) {
  if (needed.all || (!needed.from && !needed.to)) return {};
  std::string keys;
  const auto add = [&](std::string_view key, std::string_view table, std::string_view column) {
    keys += fmt::format("{}SELECT {} FROM {} WHERE 1{}", keys.empty() ? "" : " UNION ALL ", key, table,
                        within(column, needed));
  };
  for (const char* column : {"received_unix", "first_responded_unix", "first_ended_unix"})
    add("key", "complaints", column);
  if (needed.open) keys += " UNION ALL SELECT key FROM complaints WHERE phase < 1";
  if (needed.promises) add("story", "(SELECT * FROM promises WHERE due_unix IS NOT NULL)", kFirstDue);
  if (needed.redress) add("story", "redresses", "at_unix");
  if (needed.waits) add("story", "waits", "from_unix");
  if (needed.steps) add("story", "steps", "first_due_unix");
  if (needed.feelings) add("story", kFeelings, "at_unix");
  if (needed.work) add("story", kWork, "at_unix");
  if (needed.loops) keys += " UNION ALL SELECT story FROM promises WHERE ended = 0";
  return fmt::format("complaint.key IN ({})", keys);
}

}  // namespace

std::map<std::string, std::size_t> compliments_in_complaints(const Index& index) {
  return index.impl().run([&] {
    std::map<std::string, std::size_t> counts;
    Statement rows = index.impl().database.prepare(
        fmt::format("{} FROM {} f JOIN complaints c ON c.key = f.story "
                    "WHERE f.type = 'compliment' AND c.customer IS NOT NULL AND c.status <> 'void' GROUP BY c.customer",
                    kComplimentsRead.select(), kFeelings));
    while (rows.step()) {
      CustomersCompliments row;
      kComplimentsRead.read(rows, row);
      counts.emplace(row.customer, row.count);
    }
    return counts;
  });
}

ReportRows::ReportRows(const Index& index, const query::Filter& filter, const query::Moment& moment,
                       const Needed& needed)
    : index_(index),
      needed_(needed),
      condition_(query::to_sql(filter, record::complaint_keys(), filter_schema(moment.now), moment)),
      chosen_(condition_.where) {
  if (const std::string is_needed = condition_of(needed); !is_needed.empty())
    chosen_ = fmt::format("({}) AND {}", chosen_, is_needed);
  const std::string is_chosen =
      fmt::format("story IN (SELECT complaint.key FROM complaints complaint WHERE {})", chosen_);
  of_anybody_ = filter.terms.empty() ? "1" : is_chosen;
  of_complaints_ = chosen_ == "1" ? "1" : is_chosen;
}

template <class Row, class Columns>
void ReportRows::each(const Columns& columns, const std::string& from,
                      const std::function<void(const Row&)>& visit) const {
  visit_rows<Row>(index_, columns, from, condition_.parameters, visit);
}

void ReportRows::each_complaint(const std::function<void(const ReportedComplaint&)>& visit, ComplaintsOf which) const {
  const std::string from = fmt::format("complaints complaint WHERE ({}){}", chosen_, condition_of(which));
  if (which == ComplaintsOf::all)
    each<ReportedComplaint>(kComplaintRead, from, visit);
  else if (which == ComplaintsOf::escalations)
    each<ReportedComplaint>(kLevelsRead, from, visit);
  else
    each<ReportedComplaint>(kFewFactsRead, from, visit);
}

void ReportRows::each_value(std::string_view column,
                            const std::function<void(std::int64_t story, std::string_view value)>& visit) const {
  struct Value {
    std::int64_t story = 0;
    std::string_view value;
  };
  const Reading columns{Read<std::int64_t Value::*>{"complaint.key", &Value::story},
                        Read<std::string_view Value::*>{column, &Value::value}};
  each<Value>(columns, fmt::format("complaints complaint WHERE {}", chosen_),
              [&](const Value& row) { visit(row.story, row.value); });
}

std::vector<std::string> ReportRows::reasons_after(util::Instant time) const {
  struct Reason {
    std::string_view code;
  };
  constexpr Reading kReasonRead{Read{"DISTINCT complaint.reason", &Reason::code}};
  std::vector<std::string> reasons;
  each<Reason>(kReasonRead,
               fmt::format("complaints complaint WHERE ({}) AND complaint.received_unix > {} "
                           "AND complaint.status <> 'void' AND complaint.reason IS NOT NULL",
                           condition_.where, time.time_since_epoch().count()),
               [&](const Reason& row) { reasons.emplace_back(row.code); });
  return reasons;
}

bool ReportRows::has_until(util::Instant time) const {
  struct Found {
    std::int64_t story = 0;
  };
  constexpr Reading kFoundRead{Read{"complaint.key", &Found::story}};
  bool is_found = false;
  each<Found>(kFoundRead,
              fmt::format("complaints complaint WHERE ({}) AND complaint.status <> 'void' AND NOT complaint.bad "
                          "AND complaint.received_unix <= {} LIMIT 1",
                          condition_.where, time.time_since_epoch().count()),
              [&](const Found&) { is_found = true; });
  return is_found;
}

void ReportRows::each_rung(const std::function<void(const ReportedRung&)>& visit) const {
  each<ReportedRung>(kRungRead, "escalations WHERE " + of_complaints_, visit);
}

void ReportRows::each_promise(const std::function<void(const ReportedPromise&)>& visit) const {
  const std::string from =
      fmt::format("promises WHERE due_unix IS NOT NULL AND {}{}", of_anybody_, within(kFirstDue, needed_));
  if (needed_.evidence)
    each<ReportedPromise>(kEvidenceRead, from, visit);
  else
    each<ReportedPromise>(kPromiseRead, from, visit);
}

void ReportRows::each_loop(const std::function<void(const ReportedLoop&)>& visit) const {
  each<ReportedLoop>(kLoopRead, "promises WHERE ended = 0 AND " + of_anybody_, visit);
}

void ReportRows::each_redress(const std::function<void(const ReportedRedress&)>& visit) const {
  each<ReportedRedress>(kRedressRead, fmt::format("redresses WHERE {}{}", of_complaints_, within("at_unix", needed_)),
                        visit);
}

void ReportRows::each_step(const std::function<void(const ReportedStep&)>& visit) const {
  each<ReportedStep>(kStepRead,
                     fmt::format("steps t JOIN stories s ON s.key = t.story WHERE {}{} "
                                 "ORDER BY t.first_due_unix, s.id, t.number",
                                 of_anybody_, needed_.all ? "" : within("t.first_due_unix", needed_)),
                     visit);
}

void ReportRows::each_wait(const std::function<void(const ReportedWait&)>& visit) const {
  each<ReportedWait>(kWaitRead, fmt::format("waits WHERE {}{}", of_complaints_, within("from_unix", needed_)), visit);
}

void ReportRows::each_feeling(const std::function<void(const ReportedFeeling&)>& visit) const {
  each<ReportedFeeling>(kFeelingRead, fmt::format("{} WHERE {}{}", kFeelings, of_anybody_, within("at_unix", needed_)),
                        visit);
}

void ReportRows::each_work(const std::function<void(const ReportedWork&)>& visit) const {
  each<ReportedWork>(kWorkRead, fmt::format("{} WHERE {}{}", kWork, of_anybody_, within("at_unix", needed_)), visit);
}

}  // namespace crmtrack::index
