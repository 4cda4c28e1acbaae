#include "story/needed_rights.hpp"

#include <algorithm>
#include <array>

#include "record/kinds.hpp"
#include "record/machine_record.hpp"
#include "record/vocabulary.hpp"
#include "story/words.hpp"

namespace crmtrack::story {
namespace {

using policy::Right;
using policy::RightSet;

constexpr std::string_view kImportedBy = "import:";

using RightsByKind = std::array<RightSet, record::kKindNames.size()>;

/// The right that the table of kinds gives each kind, in the order of Kind.
RightsByKind read_rights_by_kind() {
  RightsByKind rights;
  for (const record::KindSpec& kind : record::kinds())
    if (const auto right = policy::parse_right(kind.right))
      policy::add(rights[static_cast<std::size_t>(kind.kind)], *right);
  return rights;
}

RightSet rights_of_kind(record::Kind kind) {
  static const RightsByKind kRights = read_rights_by_kind();
  return kind == record::Kind::unknown ? RightSet() : kRights[static_cast<std::size_t>(kind)];
}

void add_status(std::string_view name, RightSet& rights) {
  const auto status = record::parse_status(name);
  if (status == record::Status::closed) policy::add(rights, Right::close);
  if (status == record::Status::withdrawn) policy::add(rights, Right::withdraw);
  if (status == record::Status::void_) policy::add(rights, Right::void_);
}

bool is_named(std::string_view field, std::string_view name) { return field.substr(field.rfind('.') + 1) == name; }

/// A step that is dropped is a promise that is let go.
void add_step_state(std::string_view name, RightSet& rights) {
  if (record::parse_step_state(name) == record::StepState::dropped) policy::add(rights, Right::waive);
}

/// Adds the rights that a new status, or a new state of a step, needs, by whatever path a record sets it: `status` in a
/// change, `set.status` in a correction, `set.set.status` in a correction of a correction.
void add_settings(const yaml::Node& set, RightSet& rights) {
  for (const auto& [field, value] : set.entries) {
    if (value.is_scalar() && is_named(field, "status")) add_status(value.text, rights);
    if (value.is_scalar() && is_named(field, "state")) add_step_state(value.text, rights);
    add_settings(value, rights);
  }
}

/// A mail that came, in contrast to where somebody put it.
bool is_arrival(const record::Record& record) {
  return record.kind == record::Kind::mail && word(record.body, "assigned_to").empty();
}

/// Whether a record says that it came from another system. A person takes a complaint of a mail, which they name.
bool is_from_elsewhere(const record::Record& record) {
  constexpr std::string_view kOfMail = "mail:";
  const std::string_view source = word(record.body, "source");
  return !source.empty() && !source.starts_with(kOfMail);
}

bool is_of_a_machine(const record::Record& record) {
  return record.by == record::kMachine || record.by.starts_with(kImportedBy) || is_arrival(record) ||
         is_from_elsewhere(record) || !word(record.body, "key").empty();
}

}  // namespace

policy::RightSet needed_rights(const record::Record& record) {
  RightSet rights = rights_of_kind(record.kind.known());
  const bool sets = record.kind == record::Kind::change || record.kind == record::Kind::correction;
  if (const yaml::Node* set = sets ? record.body.find("set") : nullptr) add_settings(*set, rights);
  if (record.kind == record::Kind::step) add_step_state(word(record.body, "state"), rights);
  if (is_of_a_machine(record)) policy::add(rights, Right::machine);
  return rights;
}

policy::RightSet rights_of_corrected(const record::Record& corrected) {
  RightSet rights = needed_rights(corrected);
  rights.reset(static_cast<std::size_t>(Right::machine));
  return rights;
}

}  // namespace crmtrack::story
