#include "tick/tick.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "index/read/due.hpp"
#include "index/read/lookup.hpp"
#include "record/validate.hpp"
#include "session/write_machine.hpp"
#include "story/fold_complaint.hpp"
#include "util/error.hpp"
#include "util/id.hpp"

namespace crmtrack::tick {

namespace {

/// The rungs and levels of one complaint are few. More of them in one run would mean that no record takes effect.
constexpr int kMostDeeds = 200;

/// The first thing to be done on a complaint; none where nothing was due before `now`.
std::optional<Deed> next_deed(const story::Complaint& complaint, const policy::Policy& policy, util::Instant now) {
  const bool is_silent = complaint.silent_at && *complaint.silent_at < now;
  const story::DueRung* const rung = complaint.due_rungs.empty() ? nullptr : &complaint.due_rungs.front();
  if (rung != nullptr && rung->at < now && !(is_silent && *complaint.silent_at < rung->at))
    return make_escalation(complaint, *rung, policy);
  return is_silent ? std::optional(make_silence(complaint)) : std::nullopt;
}

story::Entry entry_of(const Deed& deed, util::Instant now) {
  story::Entry entry;
  entry.record = deed.made.record;
  entry.source = deed.made.text;
  entry.provenance.recorded_at = now;
  return entry;
}

bool has_record(const story::Story& story, const std::string& id) {
  return std::ranges::any_of(
      story.entries, [&](const story::Entry& entry) { return entry.record.id == id; });
}

/// Takes the deeds of one complaint, one after the other: what follows from a record shows only when it is folded in.
class Runner {
 public:
  explicit Runner(session::Session& session)
      : session_(session), policy_(session.policy()), terms_(session.terms()), now_(session.now()) {}

  std::vector<Deed> run(const std::string& id) {
    std::vector<Deed> deeds;
    auto told = index::find_told(session_.index(), id);
    if (!told) return deeds;
    for (int count = 0; count < kMostDeeds; ++count) {
      const story::Complaint complaint = story::fold_complaint(told->story, terms_, told->customers);
      std::optional<Deed> deed = next_deed(complaint, policy_, now_);
      if (!deed) break;
      if (const std::string why = fault_of(*deed, told->story); !why.empty()) {
        session_.warn(fmt::format("left out {} of {}: {}", record::name_of(deed->made.record.kind.known()), id, why));
        break;
      }
      told->story.entries.push_back(entry_of(*deed, now_));
      deeds.push_back(std::move(*deed));
    }
    return deeds;
  }

 private:
  /// Why a record cannot be written; empty where it can.
  static std::string fault_of(const Deed& deed, const story::Story& story) {
    const record::Record& record = deed.made.record;
    if (has_record(story, record.id)) return fmt::format("the ledger has {} already, and it does not count", record.id);
    const auto problems = record::validate(record);
    return problems.empty() ? std::string() : fmt::format("{} {}", problems.front().field, problems.front().message);
  }

  session::Session& session_;
  const policy::Policy& policy_;
  const story::Terms& terms_;
  util::Instant now_;
};

std::vector<Deed> deeds_of_all(session::Session& session) {
  std::vector<Deed> deeds;
  const std::vector<std::string> due = index::complaints_due(session.index(), session.now());
  if (due.empty()) return deeds;
  index::hold(session.index());
  Runner runner(session);
  for (const std::string& id : due)
    for (Deed& deed : runner.run(id)) deeds.push_back(std::move(deed));
  return deeds;
}

}  // namespace

std::vector<Deed> run(session::Session& session) {
  if (!session.settings().as_of.empty())
    throw util::Error(util::ErrorKind::usage,
                      "cannot run 'tick' with --as-of: it looks at the past, it does not change it");
  std::vector<Deed> deeds;
  session::write_machine_records(session, [&] {
    deeds = deeds_of_all(session);
    std::vector<session::MachineDraft> drafts;
    for (const Deed& deed : deeds)
      drafts.push_back({{record::StoryKind::complaint, deed.complaint}, deed.made, deed.customer});
    return drafts;
  });
  return deeds;
}

}  // namespace crmtrack::tick
