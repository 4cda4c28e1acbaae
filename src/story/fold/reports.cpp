#include "story/fold/reports.hpp"

#include "story/contact.hpp"
#include "story/words.hpp"

namespace crmtrack::story {

namespace {

using record::Evidence;

/// The reports about one mail.
struct Reports {
  std::string handed_over;  ///< the newest delivery by which the mail program took it
  ReportedEvidence best;    ///< of those that say that it went on
  std::string failed;       ///< the newest record that says that it could not be delivered
};

bool is_handed_over(const Reading& reading) {
  return reading.counts && reading.record->kind == record::Kind::delivery && word(reading.body(), "outcome") == "sent";
}

bool is_report(const Reading& reading) {
  return reading.counts && reading.record->kind == record::Kind::activity && says_yes(reading.body(), "automatic") &&
         !word(reading.body(), "about").empty();
}

bool is_mail_of_ours(const Reading& reading) {
  return reading.counts && is_contact(*reading.record) && word(reading.body(), "direction") == "out";
}

void add(const Reading& report, Reports& reports) {
  if (report.record->kind == record::Kind::delivery) {
    reports.handed_over = report.id();
    reports.failed.clear();  // of an earlier attempt
    return;
  }
  const Evidence evidence = evidence_of(*report.record, {});
  if (evidence < Evidence::sent)
    reports.failed = report.id();
  else if (evidence > reports.best.evidence && evidence <= Evidence::read)
    reports.best = {evidence, report.id()};
}

/// The evidence that the reports leave, with the record that decides; none where they change nothing. A mail that was
/// handed over is sent.
ReportedEvidence decide(const Reports& reports, Evidence stated) {
  const bool is_sent = !reports.handed_over.empty() && stated < Evidence::sent;
  if (is_sent && reports.failed.empty() && reports.best.evidence < Evidence::sent)
    return {Evidence::sent, reports.handed_over};
  if (reports.best.evidence > stated) return reports.best;
  const bool arrived = reports.best.evidence >= Evidence::delivered;
  if (reports.failed.empty() || arrived || stated > Evidence::delivered || stated <= Evidence::attempted) return {};
  return {Evidence::attempted, reports.failed};
}

}  // namespace

std::map<int, ReportedEvidence> find_reported_evidence(const std::vector<Reading>& readings,
                                                       const std::function<int(const Reading& report)>& find) {
  std::map<int, Reports> all;
  for (const Reading& reading : readings) {
    if (!is_report(reading) && !is_handed_over(reading)) continue;
    const int about = find(reading);
    if (about < 0 || about >= reading.index || !is_mail_of_ours(readings[static_cast<std::size_t>(about)])) continue;
    add(reading, all[about]);
  }
  std::map<int, ReportedEvidence> changed;
  for (const auto& [about, reports] : all) {
    const record::Record& mail = *readings[static_cast<std::size_t>(about)].record;
    ReportedEvidence evidence = decide(reports, evidence_of(mail, {}));
    if (!evidence.record.empty()) changed.emplace(about, std::move(evidence));
  }
  return changed;
}

}  // namespace crmtrack::story
