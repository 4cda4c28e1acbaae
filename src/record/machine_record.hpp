#pragma once

#include <string>

#include "record/record.hpp"

namespace crmtrack::record {

/// Who records what this program does by itself (`by`).
inline constexpr const char* kMachine = "crmtrack";

/// A fact that a machine records: a row that an import read, a rule that fired.
struct MachineFact {
  Kind kind = Kind::unknown;
  std::string key = {};     ///< of what: the rule and its subject, or the source and the id there; names the story
  util::Timestamp at = {};  ///< when it happened
  std::string by = {};      ///< `import:SOURCE`, or kMachine
  std::string cause = {};   ///< the record that it follows from; empty where there is none
  yaml::Node fields = {};   ///< without kind, at, by, after, key
  /// The least time that the id may have; for what stands behind more than its cause.
  util::Millis not_before = {};
};

/// A record that a machine made, and its canonical text.
struct MachineRecord {
  Record record;
  std::string text;
};

/// Makes the record that everybody makes of this fact: `after` names the cause alone, and the id is derived, its time
/// from `at` (moved behind the cause), its tail from key and text.
MachineRecord make_machine_record(MachineFact fact);

}  // namespace crmtrack::record
