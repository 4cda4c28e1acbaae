#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crmtrack::yaml {

/// The place of a node in its file, counted from 1; 0 where it comes from no file.
struct Mark {
  int line = 0;
  int column = 0;
};

/// The most bytes that a map's key may have. Even with every byte escaped it fits the 1,024 characters that YAML
/// allows.
inline constexpr std::size_t kLongestKey = 255;

/// One value of the strict subset of YAML that records and policy use: scalar, list or map. A scalar is text. Whether
/// it was written plain or quoted is kept, since only a plain one can be a number, boolean or null.
struct Node {
  enum class Kind : std::uint8_t { scalar, list, map };
  using Entry = std::pair<std::string, Node>;

  Kind kind = Kind::scalar;
  bool quoted = false;  ///< scalar: certainly text. A plain scalar is a number, boolean or null where it reads as one.
  std::string text;
  std::vector<Node> items;
  std::vector<Entry> entries;  ///< in the order written; keys are unique
  Mark mark;                   ///< not part of equality

  static Node scalar(std::string text);     ///< text: stays text whatever it looks like
  static Node integer(std::int64_t value);  ///< plain
  static Node boolean(bool value);          ///< plain
  static Node null();                       ///< plain `null`
  static Node list(std::vector<Node> items = {});
  static Node list_of(const std::vector<std::string>& texts);
  static Node map(std::vector<Entry> entries = {});

  [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }
  [[nodiscard]] bool is_list() const { return kind == Kind::list; }
  [[nodiscard]] bool is_map() const { return kind == Kind::map; }
  [[nodiscard]] bool is_null() const;                            ///< a plain scalar that is empty, `~` or `null`
  [[nodiscard]] std::optional<std::int64_t> as_integer() const;  ///< plain `-?(0|[1-9][0-9]*)` within 64 bits
  [[nodiscard]] std::optional<bool> as_boolean() const;          ///< plain `true` or `false`

  /// The value under a key of a map; null where absent (or where this is no map).
  [[nodiscard]] const Node* find(std::string_view key) const;
  Node* find(std::string_view key);
  /// The text of the scalar under a key; empty where absent, null or no scalar.
  [[nodiscard]] std::string text_of(std::string_view key) const;
  /// The texts of the list of scalars under a key; a lone scalar counts as a list of one.
  [[nodiscard]] std::vector<std::string> texts_of(std::string_view key) const;
  /// Sets or replaces the value under a key (a new one goes to the end).
  void set(std::string key, Node value);
  void erase(std::string_view key);

  /// Whether two nodes mean the same: equal kinds, texts and order, and scalars that resolve alike (`12` is not `"12"`,
  /// but `abc` is `"abc"`).
  friend bool operator==(const Node& a, const Node& b);
};

}  // namespace crmtrack::yaml
