#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "story/entry_state.hpp"
#include "story/story.hpp"

namespace crmtrack::index {

/// A record that counts for another story than that of its folder, that a correction made say something else, or that
/// its writer took back.
struct Retold {
  int entry = 0;                           ///< its number in the story
  std::string place;                       ///< the complaint for which it counts; empty: the story that is told
  const record::Record* record = nullptr;  ///< as corrections leave it
  bool struck = false;                     ///< its writer took it back: it counts nowhere
};

/// The records in a story's folder as the fold of the story leaves them, wherever they count. A correction counts for
/// the story of the record that it corrects, so that its words are found there.
class Retelling {
 public:
  Retelling(const std::vector<story::Entry>& entries, const std::map<std::string, story::EntryState>& notes,
            const story::Revisions& revised);

  [[nodiscard]] const std::vector<Retold>& records() const { return records_; }
  /// Records and the other complaints that show them: where one counts, and where a correction of it lies.
  [[nodiscard]] const std::set<std::pair<std::string, std::string>>& shown() const { return shown_; }

 private:
  void add_record(int entry, const std::string& moved_to, bool struck);
  void add_correction(int entry, int root, const std::map<std::string, story::EntryState>& notes);
  [[nodiscard]] const record::Record* find_revision(int entry) const;

  const std::vector<story::Entry>& entries_;
  const story::Revisions& revised_;
  std::vector<Retold> records_;
  std::set<std::pair<std::string, std::string>> shown_;
};

}  // namespace crmtrack::index
