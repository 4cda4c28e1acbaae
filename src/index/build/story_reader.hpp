#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "index/build/correction_links.hpp"
#include "index/build/folded.hpp"
#include "index/sqlite/database.hpp"
#include "story/customer_facts.hpp"
#include "story/terms.hpp"

namespace crmtrack::index {

/// Stored stories, for folding and showing.
class StoryReader {
 public:
  explicit StoryReader(const Database& database);

  /// The story with the records that corrections elsewhere have moved to it.
  story::Story read(std::int64_t key);
  std::optional<std::int64_t> find_key(const record::StoryRef& story);
  /// Whose story a key is.
  record::StoryRef read_ref(std::int64_t key);
  /// The facts of the customers that a complaint's fold may ask for; nothing for other stories.
  story::CustomerBook read_customers(const story::Story& story);
  std::optional<story::CustomerFacts> find_customer_facts(const std::string& id);
  /// Adds the facts of a customer, of the one that it was merged into, and so on.
  void add_with_standing(std::string id, story::CustomerBook& customers);
  /// Reads a story and folds it.
  Folded fold(std::int64_t key, const story::Terms& terms);

 private:
  void append(Statement& rows, record::StoryKind story, std::vector<story::Entry>& entries);
  void append_moved(std::int64_t key, story::Story& story);
  void read_circle(std::int64_t key, story::Story& story);
  void append_from_elsewhere(Statement& rows, std::vector<story::Entry>& entries);
  Statement find_key_, find_story_, own_;
  LateStatement moved_, one_, facts_, circle_;
  Statement homes_;
  CorrectionLinks links_;
  std::vector<std::string> origins_;  ///< the stories that the entries read last lie in
};

}  // namespace crmtrack::index
