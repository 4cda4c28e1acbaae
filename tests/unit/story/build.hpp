#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "story/complaint.hpp"
#include "story/customer_facts.hpp"
#include "story/fold_complaint.hpp"
#include "story/terms.hpp"
#include "util/id.hpp"

/// Stories as tests tell them: records with rising ids, each after all before it unless told otherwise.
namespace crmtrack::story::test {

using Fields = std::vector<yaml::Node::Entry>;

inline yaml::Node text(std::string value) { return yaml::Node::scalar(std::move(value)); }
inline yaml::Node map(Fields entries) { return yaml::Node::map(std::move(entries)); }
inline yaml::Node list(const std::vector<std::string>& texts) { return yaml::Node::list_of(texts); }

inline util::Instant at(std::string_view time) { return util::parse_rfc3339(time).value().utc; }
/// Minute `n` of the first of March 2026 (it may run into later days).
inline util::Instant minute(int n) { return at("2026-03-01T00:00:00Z") + std::chrono::minutes{n}; }

/// Writes a story. `after` is what the present clone has seen; two clones are two `Clone`s that see each other's
/// records only once they `pull`.
class Teller {
 public:
  explicit Teller(std::string id = "20260301-7f3q2mxab4", record::StoryKind kind = record::StoryKind::complaint)
      : ref_{kind, std::move(id)} {}

  /// A record after everything told so far; one minute later than the one before.
  std::string tell(const std::string& kind, Fields fields, std::string by = "asha@example.com") {
    return tell_after(seen_, kind, std::move(fields), std::move(by));
  }

  /// A record whose writer had seen only `after`.
  std::string tell_after(std::vector<std::string> after, const std::string& kind, Fields fields,
                         std::string by = "asha@example.com") {
    ++count_;
    Entry entry;
    const util::Timestamp time{next_at_.value_or(minute(count_)), std::chrono::minutes{0}};
    next_at_.reset();
    entry.record = record::make(record::StatedKind(kind), time, std::move(by), std::move(after),
                                yaml::Node::map(std::move(fields)));
    entry.record.id = id_of(count_);
    entry.source = record::render(entry.record);
    std::erase_if(seen_, [&](const std::string& id) {
      const auto& named = entry.record.after;
      return std::find(named.begin(), named.end(), id) != named.end();
    });
    seen_.push_back(entry.record.id);
    entries_.push_back(std::move(entry));
    return entries_.back().record.id;
  }

  /// When the next record says that it happened.
  Teller& happening(util::Instant time) {
    next_at_ = time;
    return *this;
  }

  std::string complaint(Fields fields = {{"customer", text("acme")}, {"channel", text("phone")}}) {
    return tell("complaint", std::move(fields));
  }
  std::string status(std::string status, Fields also = {}, Fields beside = {}) {
    return tell("change", status_fields(std::move(status), std::move(also), std::move(beside)));
  }
  static Fields status_fields(std::string status, Fields also = {}, Fields beside = {}) {
    also.insert(also.begin(), {"status", text(std::move(status))});
    beside.emplace_back("set", map(std::move(also)));
    return beside;
  }
  std::string confirm() {
    return status("resolved", {{"accepted_by", text("customer")}}, {{"evidence", text("acknowledged")}});
  }
  std::string resolve(std::string evidence = "sent") {
    return tell("resolution",
                {{"outcome", text("upheld")}, {"code", text("fixed")}, {"evidence", text(std::move(evidence))}});
  }
  std::string out(std::string type, Fields also = {}) {
    also.emplace_back("type", text(std::move(type)));
    also.emplace_back("direction", text("out"));
    return tell("activity", std::move(also));
  }
  std::string in(std::string type, Fields also = {}) {
    also.emplace_back("type", text(std::move(type)));
    also.emplace_back("direction", text("in"));
    return tell("activity", std::move(also));
  }
  std::string acknowledge(std::string evidence = "sent") {
    return out("email", {{"purpose", text("acknowledge")}, {"evidence", text(std::move(evidence))}});
  }
  std::string escalate(int from, int to, Fields also = {}) {
    also.emplace_back("from_level", yaml::Node::integer(from));
    also.emplace_back("to_level", yaml::Node::integer(to));
    return tell("escalation", std::move(also));
  }
  std::string answer_escalation(std::string of, std::string answer, std::string by = "lena@example.com") {
    return tell("escalation", {{"answers", text(std::move(of))}, {"answer", text(std::move(answer))}}, std::move(by));
  }

  [[nodiscard]] Story story() const { return {ref_, entries_}; }
  [[nodiscard]] Complaint fold() const { return fold_complaint(story(), terms_of(policy_), customers_); }
  [[nodiscard]] std::vector<Entry>& entries() { return entries_; }
  [[nodiscard]] policy::Policy& policy() { return policy_; }
  [[nodiscard]] CustomerBook& customers() { return customers_; }
  [[nodiscard]] const std::vector<std::string>& seen() const { return seen_; }

  static std::string id_of(int count) {
    std::array<std::uint8_t, 10> tail{};
    unsigned state = static_cast<unsigned>(count) * 2654435761U + 12345U;
    for (auto& byte : tail) {
      state = state * 1664525U + 1013904223U;
      byte = static_cast<std::uint8_t>(state >> 24U);
    }
    return util::make_ulid(util::Millis{minute(count)}, tail);
  }

 private:
  record::StoryRef ref_;
  std::vector<Entry> entries_;
  std::vector<std::string> seen_;
  std::optional<util::Instant> next_at_;
  policy::Policy policy_;
  CustomerBook customers_;
  int count_ = 0;
};

/// Everything that a fold says, as text: two folds are equal where these are.
std::string everything(const Complaint& complaint);

inline const Promise* find_promise(const std::vector<Promise>& promises, std::string_view kind,
                                   std::string_view of = {}) {
  const auto found = std::find_if(promises.begin(), promises.end(), [&](const Promise& promise) {
    return record::name_of(promise.kind) == kind && (of.empty() || promise.of == of);
  });
  return found == promises.end() ? nullptr : &*found;
}

/// The state of a promise long after everything; `none` where there is none.
inline std::string state(const Complaint& complaint, std::string_view kind, std::string_view of = {}) {
  const Promise* promise = find_promise(complaint.promises, kind, of);
  return promise == nullptr ? "none" : std::string(state_of(*promise, at("2026-12-31T00:00:00Z")));
}

}  // namespace crmtrack::story::test
