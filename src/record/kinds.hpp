#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "record/kind.hpp"
#include "record/path.hpp"

namespace crmtrack::record {

enum class FieldType {
  text,       ///< one line or more
  word,       ///< one of `values`
  open_word,  ///< any `snake_case` word; `values` are suggestions
  slug,       ///< customer, project, reason …
  person,     ///< a mail address or a name, on one line
  time,       ///< RFC 3339
  integer,    ///< 0 or more
  boolean,
  level,  ///< 0 to 9
  money,  ///< {amount: "12.50", currency: EUR}
  record_id,
  file_name,  ///< an attachment's
  digest,     ///< SHA-256, 64 hexadecimal digits
  texts,      ///< a list of texts
  links,      ///< a list of `follows:ID`, `duplicate_of:ID`, `related:ID`
  answered,   ///< a list of record ids, each with the number of a promise of it or without: RECORD.N
  map,        ///< a map of any fields and their new values (set)
  object,     ///< one map with the members of `members_of` (expects, effect)
  maps,       ///< a list of such maps (promises, attachments, contacts)
};

/// Who may see a field of a record that is not kept to the team altogether (an activity's `visibility`): the customer
/// whose complaint it is, or only those who work on it.
enum class Audience { client, team };

/// Whether a field may hold data about a person on the customer's side: a name, an address, or free text.
enum class Privacy { plain, personal };

/// How the story of `show` tells a field: in the record's headline (or its text), or on a line of its own below it.
enum class Told { line, headline };
/// Whether the JSON item of a complaint has a field of its record: where it is there, or always, null where it is
/// absent (docs/json.md).
enum class InItem { where_present, always };

struct FieldSpec {
  std::string_view name;
  FieldType type;
  Audience audience;
  Privacy privacy;
  std::span<const std::string_view> values = {};  ///< the fixed vocabulary of a `word`
  bool required = false;
  Told told = Told::line;
  InItem in_item = InItem::where_present;

  /// This field, told in the headline.
  [[nodiscard]] constexpr FieldSpec in_headline() const {
    FieldSpec field = *this;
    field.told = Told::headline;
    return field;
  }
  /// This field, in every item.
  [[nodiscard]] constexpr FieldSpec in_each_item() const {
    FieldSpec field = *this;
    field.in_item = InItem::always;
    return field;
  }
};

/// A kind of record: the story that it begins, the right that it needs, and its fields.
struct KindSpec {
  Kind kind = Kind::unknown;
  /// The story that a record of the kind begins, and in which alone it may stand; none: it may stand in any.
  std::optional<StoryKind> begins;
  /// The right that every record of the kind needs, as rights.yaml calls it; empty: none. The values that a record sets
  /// may need further rights (story/needed_rights.hpp).
  std::string_view right;
  /// The kind's own fields, in canonical order. Every record has kind, at, by and after before them.
  std::span<const FieldSpec> fields;
};

/// All kinds that this version writes and folds, in the order of `Kind`. A new field of a complaint begins as a row of
/// this table (kinds.cpp), by which it is validated, written in its place, told in the story and put into the JSON
/// item. A field with full support also goes into view/story_text.cpp (the head of `show`),
/// index/schema/complaint_table.cpp (a column) and command/capture/new.cpp (an option of `new`, in `fields_of`).
std::span<const KindSpec> kinds();
/// The row of a kind; null for `unknown`.
const KindSpec* find_kind(Kind kind);
const FieldSpec* find_field(Kind kind, std::string_view field);

/// The members of the map, or of each map of the list, under a field (expects, promises, attachments, contacts,
/// redress, effect), in canonical order; empty for every other field.
std::span<const FieldSpec> members_of(std::string_view field);

}  // namespace crmtrack::record
