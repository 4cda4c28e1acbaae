#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/record.hpp"

namespace crmtrack::record {

enum class FieldType {
  text,    ///< one line or more
  word,    ///< one of `values`
  slug,    ///< customer, project, reason …
  person,  ///< a mail address or a name
  time,    ///< RFC 3339
  integer,
  boolean,
  level,  ///< 0 to 9
  money,  ///< {amount: "12.50", currency: EUR}
  record_id,
  texts,       ///< a list of texts
  record_ids,  ///< a list of record ids
  map,         ///< a map of texts (set)
  maps,        ///< a list of maps (promises, attachments, contacts)
};

struct FieldSpec {
  std::string_view name;
  FieldType type = FieldType::text;
  std::span<const std::string_view> values = {};  ///< the fixed vocabulary of a `word`
  bool required = false;
};

/// What a kind of record says: its own fields in canonical order (behind kind, at, by, after, which every record has).
struct KindSpec {
  std::string_view name;
  std::string_view says;
  std::span<const FieldSpec> fields;
};

/// All kinds that this version writes and folds: complaint, activity, assignment, escalation, change, resolution,
/// review, waiver, correction, customer.
std::span<const KindSpec> kinds();
const KindSpec* find_kind(std::string_view name);
const FieldSpec* find_field(std::string_view kind, std::string_view field);

/// Something in a record that this version cannot take as meant.
struct Problem {
  std::string field;
  std::string message;
  yaml::Mark mark;
};

/// Fields that are missing, of another type, or outside a fixed vocabulary. An unknown kind or field is no problem.
std::vector<Problem> validate(const Record& record);

}  // namespace crmtrack::record
