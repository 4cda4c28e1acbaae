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

/// How the ledger came to know a record: the commit that counts of all that added it (crmtrack-format(5), COMMITS), and
/// the verdict on that commit.
struct Provenance {
  util::Instant recorded_at{};
  std::string author;        ///< mail address of the commit's author
  std::string commit;        ///< 40 hexadecimal digits
  std::string policy = {};   ///< the commit of main that it says its writer went by; empty where it names none
  std::string refused = {};  ///< why the record does not count; empty where it does
  /// For a correction: the rights of its author. The rights that it needs only show beside the record that it corrects,
  /// so the fold decides. All rights where nobody has judged.
  policy::RightSet may = policy::kEveryRight;
  std::uint32_t lineage = 0;  ///< the policies of the commit and its ancestors (ledger::PolicyLineage)
  bool unfounded = false;     ///< the commit does not have the complaint's own record in its history
  int came_after = 0;         ///< for rival records: the number of those that go before it (index::Firstcomers)
};

/// One record of a story as the ledger holds it. `fault` says why a bad one (malformed, wrong name) could not be read;
/// of its `record` only id and kind hold. A bad record, and a refused one, is shown and changes no state.
struct Entry {
  record::Record record;
  Provenance provenance;
  std::string source;  ///< the file's bytes
  /// The text in canonical form, if the file is in another form, which takes thirty times as long to read; else empty.
  std::string canonical;
  std::string fault;
  std::string moved_from;  ///< the complaint whose folder holds it, where that is another one (see Story)
  bool second = false;     ///< its id means another record (mark_seconds)

  /// Whether the record counts. A second record of its own folder does not. One that was moved here does, but its id
  /// means the other.
  [[nodiscard]] bool counts() const {
    return fault.empty() && provenance.refused.empty() && (!second || !moved_from.empty());
  }
};

/// Refuses records of the machine, and records that need a right, whose commit does not have the complaint's own
/// record, where the complaint has one: they follow from nothing, and a policy from before the complaint gave nobody a
/// right over it. Other records of this kind that a person wrote are shown, marked, and count. For records from another
/// folder, `unfounded` says already whether their complaint has one.
void refuse_unfounded(std::vector<Entry>& entries);

/// The entries of one complaint or customer. Any order; a fold sorts them. Beside those of its own folder a complaint
/// has the records that corrections have moved here, and the corrections in other folders of all records that it shows.
struct Story {
  record::StoryRef ref;
  std::vector<Entry> entries;
  std::set<std::string> absent = {};  ///< complaints that its corrections name and the ledger does not have
  /// Complaints that it is a duplicate of and that are, directly or by way of others, duplicates of it. Two clones can
  /// say so of each other before they meet.
  std::vector<std::string> circle = {};
};

/// The newest records of a story, which the next record names in `after`: those that no other names, directly or not.
/// Leaves out records that cannot be read. Sorted by id.
std::vector<std::string> heads_of(const std::vector<Entry>& entries);

}  // namespace crmtrack::story
