#include "session/import/landing.hpp"

#include "ledger/read/contents.hpp"
#include "ledger/read/remainder.hpp"
#include "ledger/write/maintain.hpp"
#include "session/commit_message.hpp"
#include "util/error.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

std::optional<std::string> find_held_bytes(Session& session, const std::string& head, const std::string& path) {
  constexpr std::size_t kLimit = std::size_t{64} << 20;
  try {
    return ledger::find_file(session.ledger().repository(), head, path, kLimit);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::refused) throw;
    return std::string();
  }
}

std::optional<std::string> find_part_in_the_way(Session& session, const std::string& head,
                                                const record::StoryRef& story, const std::vector<std::string>& added) {
  const auto commit = git::parse_object_id(head);
  if (!commit) return std::nullopt;
  return ledger::find_part_in_the_way(session.ledger().repository().objects, *commit, story, added);
}

void land(Session& session, ledger::Bulk& bulk, ledger::Addition addition) {
  if (bulk.size() == 0) return;
  add_policy_trailer(session, addition);
  if (bulk.land(addition) != ledger::Landed::yes)
    throw Error(ErrorKind::busy, "cannot import: others keep writing", {"try again"});
  ledger::maintain(session.ledger());
}

}  // namespace crmtrack::session
