#include "session/commit_message.hpp"

#include <fmt/format.h>

#include <utility>

namespace crmtrack::session {

namespace {

/// A commit of more records says only how many: no message may be large (git::kLargestCommit).
constexpr std::size_t kMostNamed = 1000;

}  // namespace

void set_message(Session& session, const CommitAbout& about, std::string subject, ledger::Addition& addition) {
  std::vector<std::string>& trailers = addition.trailers;
  if (about.complaints.size() > 1) {
    addition.subject = fmt::format("{} {} complaints", session.settings().command, about.complaints.size());
    trailers.push_back(fmt::format("Complaints: {}", about.complaints.size()));
    trailers.push_back(fmt::format("Records: {}", about.records.size()));
  } else {
    addition.subject = std::move(subject);
    for (const std::string& id : about.complaints) trailers.push_back("Complaint: " + id);
    for (const std::string& id : about.customers) trailers.push_back("Customer: " + id);
    if (about.records.size() > kMostNamed)
      trailers.push_back(fmt::format("Records: {}", about.records.size()));
    else
      for (const std::string& id : about.records) trailers.push_back("Record: " + id);
  }
  add_policy_trailer(session, addition);
}

void add_policy_trailer(Session& session, ledger::Addition& addition) {
  if (const std::string policy = session.index().policy_commit(); !policy.empty())
    addition.trailers.push_back("Policy: " + policy);
}

}  // namespace crmtrack::session
