#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "policy/right.hpp"
#include "record/path.hpp"
#include "record/record.hpp"
#include "util/time.hpp"

namespace crmtrack::story {

/// How the ledger came to know a record (DESIGN §2): of all commits that added it, the earliest, then the smallest id;
/// and what came of judging that commit.
struct Provenance {
  util::Instant recorded_at{};
  std::string author;        ///< mail address of the commit's author
  std::string commit;        ///< 40 hexadecimal digits
  std::string policy = {};   ///< the commit of main that it says its writer went by; empty where it names none
  std::string refused = {};  ///< why the record does not count; empty where it does
  /// Of a correction: what its author may do. Which rights it needs shows only beside the record that it corrects, so
  /// that the fold decides; all where nobody has judged.
  policy::RightSet may = policy::kEveryRight;
  std::uint32_t lineage = 0;  ///< what the commit and its ancestors name (ledger::PolicyLineage)
  bool unfounded = false;     ///< the commit does not have the complaint's own record in its history
  int came_after = 0;         ///< of records that cannot all count: how many of them go before it (index::Firstcomers)
};

/// One record of a story as the ledger holds it. `fault` says why a bad one (malformed, wrong name) could not be read;
/// it is then shown and changes no state, and of `record` only id and kind hold. What is refused can be read, is shown
/// and changes no state either.
struct Entry {
  record::Record record;
  Provenance provenance;
  std::string source;  ///< the file's bytes
  /// What our writer would write, where the file is in another form, which takes thirty times as long to read; or
  /// empty.
  std::string canonical;
  std::string fault;
  std::string moved_from;  ///< the complaint whose folder holds it, where that is another one (see Story)
  bool second = false;     ///< its id means another record (mark_seconds)

  /// A second record of its own folder does not count; one that was moved here does, only that its id means the other.
  [[nodiscard]] bool counts() const {
    return fault.empty() && provenance.refused.empty() && (!second || !moved_from.empty());
  }
};

/// Refuses records of the machine, and records that need a right, whose commit does not have the complaint's own
/// record, where the complaint has one: they follow from nothing, and a policy from before the complaint gave nobody a
/// right over it. What else a person wrote so is shown, marked, and counts. Of records from another folder `unfounded`
/// says already whether their complaint has one.
void refuse_unfounded(std::vector<Entry>& entries);

/// The entries of one complaint or customer. Any order; a fold sorts them. Beside those of its own folder a complaint
/// has the records that corrections have moved here, and the corrections in other folders of all records that it shows.
struct Story {
  record::StoryRef ref;
  std::vector<Entry> entries;
  std::set<std::string> absent = {};  ///< complaints that its corrections name and the ledger does not have
};

/// The newest records of a story, which the next record names in `after`: those that no other names, directly or not;
/// not what cannot be read. Sorted by id.
std::vector<std::string> heads_of(const std::vector<Entry>& entries);

}  // namespace crmtrack::story
