#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "story/ancestry.hpp"
#include "story/complaint.hpp"

namespace crmtrack::story {

/// Who set what without knowing of the other: per key (status, owner, level, a field) the newest records that set it,
/// none of them after another. Where they do not say the same, the key is contested until a record after all of them
/// sets it again. What a complaint began with is no setter, and records of the machine are never given here.
class Frontiers {
 public:
  explicit Frontiers(const Ancestry& ancestry) : ancestry_(ancestry) {}

  /// Entry `index` (given in rising order) sets the key; its value stands.
  void set(std::string_view key, int index, std::string value);
  /// The same for a value that something else already overrode: it takes part, but does not stand.
  void claim(std::string_view key, int index, std::string value);
  /// A value that stands without a claim: the machine's.
  void stand(std::string_view key, std::string value);
  /// A record that moves on from what it knew without setting anything that could be contested.
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

/// `asha@example.com (4kq2)`: who wrote an entry, and the shortest prefix, at least 4, of its tail that no other has.
std::string describe(const std::vector<Entry>& entries, int index);
std::string short_tail(const std::vector<Entry>& entries, std::string_view record_id);

}  // namespace crmtrack::story
