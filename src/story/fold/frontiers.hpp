#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "story/entry_state.hpp"
#include "story/fold/ancestry.hpp"

namespace crmtrack::story {

/// Finds the records that set one thing without knowing of each other. For each key (status, owner, level, a field) it
/// keeps the newest records that set it, none of them after another. If these do not agree, the key is contested until
/// a record after all of them sets it again (docs/domain.md, Conflicts). A complaint's own record sets nothing here,
/// and records of the machine are never given.
class Frontiers {
 public:
  explicit Frontiers(const Ancestry& ancestry) : ancestry_(ancestry) {}

  /// Entry `index` (given in rising order) sets the key; its value stands.
  void set(std::string_view key, int index, std::string value);
  /// Entry `index` sets the key to a value that something else already overrode: it takes part, but does not stand.
  void claim(std::string_view key, int index, std::string value);
  /// The machine sets the key: its value stands, without a claim.
  void stand(std::string_view key, std::string value);
  /// Entry `index` goes on from the records that it knew, and sets nothing that could be contested.
  void supersede(std::string_view key, int index);

  [[nodiscard]] bool contested(std::string_view key) const;
  /// Whether entry `index` comes after all that set the key.
  [[nodiscard]] bool covers(std::string_view key, int index) const;
  /// The contested keys in order, as conflicts with a message.
  [[nodiscard]] std::vector<Conflict> conflicts(const std::vector<Entry>& entries) const;

 private:
  struct Setter {
    int index = 0;
    std::string value;
  };
  struct Slot {
    std::vector<Setter> setters;
    std::string standing;
  };

  Slot& slot(std::string_view key);
  [[nodiscard]] const Slot* find_slot(std::string_view key) const;
  void drop_known(Slot& slot, int index);

  const Ancestry& ancestry_;
  std::map<std::string, Slot, std::less<>> slots_;
};

/// An entry in words: `asha@example.com (4kq2)`, its author and the short id that show gives it.
std::string describe(const std::vector<Entry>& entries, int index);

}  // namespace crmtrack::story
