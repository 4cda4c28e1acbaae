#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "story/story.hpp"

namespace crmtrack::story {

/// Which records of a story their writers had seen when they wrote another: the transitive closure of `after`.
///
/// Entries are split into chains, each record following one that it names, and a record keeps the newest entry that it
/// knows of each other chain. A record that names all heads of its time needs nothing but its own place, so an ordinary
/// story costs one step a record. A name that is not older than the record itself says nothing; that breaks cycles. One
/// that is not there, as in a part of an export, stands for a writer who had seen all that is older than it: what it
/// joined together must not fall apart without it.
class Ancestry {
 public:
  /// Precondition: sorted by record id.
  explicit Ancestry(const std::vector<Entry>& sorted);

  /// Whether the writer of entry `later` had seen entry `earlier` (both as indices). False of an entry and itself.
  [[nodiscard]] bool knows(int later, int earlier) const;
  /// Whether every record knows all before it, as where nobody wrote at the same time: then nothing can be contested.
  [[nodiscard]] bool is_line() const { return line_; }

 private:
  using Known = std::vector<std::pair<int, int>>;  ///< chain → newest entry of it that is known; by chain
  struct Place {
    int base = 0;   ///< all entries before this one are known
    int chain = 0;  ///< those of the same chain that come before are known
    std::shared_ptr<const Known> others;
  };

  bool follow_last(const std::vector<Entry>& sorted, int index);
  struct Parents {
    std::vector<int> named;
    int base = 0;  ///< all entries before this one are older than a name that is not there
  };
  [[nodiscard]] static Parents parents_of(const std::vector<Entry>& sorted, int index);
  bool take_heads(const std::vector<int>& parents, int index);
  void place(const Parents& parents, int index);
  [[nodiscard]] std::shared_ptr<const Known> gather(const std::vector<int>& parents, const Place& place);
  int join_chain(const std::vector<int>& parents, int index);

  std::vector<Place> places_;
  std::vector<int> tails_;  ///< the newest entry of each chain
  std::vector<bool> is_head_;
  std::size_t heads_ = 0;
  bool line_ = true;
  std::size_t stored_ = 0;  ///< pairs kept in all
};

}  // namespace crmtrack::story
