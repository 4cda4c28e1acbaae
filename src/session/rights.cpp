#include "session/rights.hpp"

#include <fmt/format.h>

#include "story/correction_rights.hpp"
#include "story/needed_rights.hpp"
#include "util/error.hpp"

namespace crmtrack::session {

OwnRights::OwnRights(Session& session) : OwnRights(session, session.policy()) {}

OwnRights::OwnRights(Session& session, const policy::Policy& policy)
    : authority_(policy),
      command_(session.settings().command),
      me_(session.me()),
      date_(policy::authority_date(std::chrono::floor<std::chrono::seconds>(session.clock()))) {}

std::optional<std::string> OwnRights::refusal(const record::Record& record) const {
  const policy::RightSet needed = story::needed_rights(record);
  const auto found = verdicts_.find(needed);
  if (found != verdicts_.end()) return found->second;
  return verdicts_[needed] = authority_.refusal(me_, needed, date_);
}

void OwnRights::require(const record::Record& record) const {
  if (const auto why = refusal(record)) refuse(*why, story::needed_rights(record));
}

void OwnRights::require_known() const {
  if (const auto why = authority_.stranger(me_, date_)) refuse(*why, {});
}

void OwnRights::require(policy::Right right) const {
  policy::RightSet needed;
  policy::add(needed, right);
  if (const auto why = authority_.refusal(me_, right, date_)) refuse(*why, needed);
}

void OwnRights::require_to_correct(const policy::RightSet& needed) const {
  const policy::RightSet missing = needed & ~all();
  if (missing.any()) refuse(story::correction_refusal(me_, missing), missing);
}

policy::RightSet OwnRights::all() const {
  policy::RightSet rights;
  for (const policy::Right right : policy::kRights)
    if (!authority_.refusal(me_, right, date_)) policy::add(rights, right);
  return rights;
}

void OwnRights::refuse(const std::string& why, const policy::RightSet& needed) const {
  std::vector<std::string> hints;
  if (authority_.stranger(me_, date_)) {
    if (!authority_.lists(me_))
      hints.push_back(fmt::format("who is in it can add you: crmtrack person add {} --name NAME --role ROLE", me_));
  } else {
    for (const policy::Right right : policy::kRights)
      if (policy::contains(needed, right) && authority_.refusal(me_, right, date_))
        hints.push_back(fmt::format("who may {}: {}", policy::words_of(right), authority_.holders(right, date_)));
  }
  throw util::Error(util::ErrorKind::refused, fmt::format("cannot run '{}': {}", command_, why), std::move(hints));
}

}  // namespace crmtrack::session
