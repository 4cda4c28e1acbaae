#pragma once

#include <string>
#include <vector>

#include "record/record.hpp"
#include "yaml/node.hpp"

namespace crmtrack::record {

/// Something in a record that this version cannot take as meant.
struct Problem {
  std::string field;    ///< `severity`; of a member `expects.due`
  std::string message;  ///< reads on from the field: `must be one of low, medium, high, critical`
  yaml::Mark mark;
};

/// The problems of a record: fields that are missing, of another type, or outside a fixed vocabulary. An unknown kind
/// or field is no problem.
std::vector<Problem> validate(const Record& record);
/// The first problem that validate() finds, as a sentence; empty where it finds none. A record with a value that people
/// mistyped in an editor, or a word outside a fixed vocabulary, changes no state (docs/domain.md, Who may do what).
std::string fault_of(const Record& record);

}  // namespace crmtrack::record
