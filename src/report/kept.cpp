#include "report/kept.hpp"

#include <fmt/format.h>

namespace crmtrack::report {

namespace {

WhichDue of_group(Due::Group group) {
  return [group](const Due& promise) { return promise.group == group; };
}

}  // namespace

Measure kept_share(const Input& input, const WhichDue& which, const char* name, const char* title) {
  std::vector<CaseIndex> records;
  std::size_t kept = 0, due = 0, let_go = 0;
  for (const Due& promise : input.promises) {
    if (!which(promise) || !input.in_period(promise.due)) continue;
    if (promise.state == Due::State::let_go) ++let_go;
    if (promise.state == Due::State::kept) {
      ++kept;
      if (promise.complaint) records.push_back(*promise.complaint);
    }
    // Not yet due is neither kept nor broken.
    if (promise.state != Due::State::let_go && promise.state != Due::State::open) ++due;
  }
  Measure measure = share(name, title, kept, due);
  measure.records = std::move(records);
  if (let_go > 0) measure.note = fmt::format("{} waived or void left out", let_go);
  return measure;
}

void add_kept_shares(const Input& input, Report& report) {
  report.measures.push_back(
      kept_share(input, of_group(Due::Group::ours), "promises_kept", "our promises kept in time"));
  report.measures.back().head = "Kept";
  report.measures.push_back(kept_share(
      input, [](const Due& promise) { return promise.group == Due::Group::ours && promise.is_stated; },
      "promises_kept_stated", "of these, made in words"));
  report.measures.push_back(
      kept_share(input, of_group(Due::Group::customers), "acknowledged", "their promises kept in time"));
  report.measures.push_back(
      kept_share(input, of_group(Due::Group::internal), "promises_kept_internal", "kept in time among ourselves"));
  report.measures.push_back(
      kept_share(input, of_group(Due::Group::third_party), "replies_third_party", "third parties' replies in time"));
}

}  // namespace crmtrack::report
