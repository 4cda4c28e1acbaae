#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/date_form.hpp"
#include "record/kind.hpp"
#include "util/zone.hpp"
#include "yaml/node.hpp"

namespace crmtrack::exchange {

/// How the text of a cell becomes a field.
enum class As { text, line, slug, integer, boolean, time, date, list };

/// Where the value of a field comes from: a constant, the first of some columns that is not empty, or several joined.
struct FieldSource {
  std::string field;
  std::vector<std::string> columns;  ///< names of `Map::columns`, or header names; tried in order
  bool joined = false;               ///< all of the columns that are not empty, with `separator` between
  std::string separator = " ";
  std::optional<std::string> constant;
  As as = As::text;
  std::map<std::string, std::string> values;  ///< by folded cell (see fold_name)
  std::optional<std::string>
      other;  ///< for a cell that `values` has not; without it such a row is refused; empty: none
  std::optional<std::string> fallback;  ///< where the cells are empty (`default`)
  bool quiet = false;                   ///< values that only `other` covers are told to nobody
  std::vector<DateForm> forms;          ///< instead of the map's
  yaml::Mark mark;
};

/// A test of a row: the column is one of these (folded); an empty list: it is not empty.
struct Condition {
  std::string column;
  std::vector<std::string> values;
};

/// A further record that a row yields, where all of `when` and none of `unless` hold.
struct RecordRule {
  std::string name;  ///< unique in the row: part of the record's key
  record::Kind kind = record::Kind::unknown;
  std::vector<Condition> when, unless;
  FieldSource at;
  std::vector<FieldSource> fields;
  std::vector<FieldSource> set;  ///< of a change: what it sets
};

/// How the columns of a table become complaints and their further records (the format is in crmtrack-import(1) and at
/// the head of each shipped map).
struct Map {
  std::string name;
  std::string source;  ///< the system that the table comes from: ids become `source:id`
  std::string encoding;
  std::optional<char> delimiter;
  util::Zone zone;
  std::vector<DateForm> forms;
  std::vector<std::string> empty;                           ///< folded cells that say nothing (`n/a`)
  std::vector<std::string> add;                             ///< `reasons`, `projects`: words to add to policy
  std::map<std::string, std::vector<std::string>> columns;  ///< name → header names that it may have
  std::vector<std::string> required;                        ///< columns that a table must have
  std::vector<std::string> ignored;                         ///< columns that are not kept
  std::optional<FieldSource> id;
  FieldSource at;
  std::vector<FieldSource> fields;
  std::vector<RecordRule> records;
  std::map<std::string, std::vector<std::string>> known;  ///< column → folded values without surprise

  [[nodiscard]] bool adds(std::string_view vocabulary) const;
};

/// Header names and cells compare whatever their case, with blank, `-` and `_` alike, and no blanks around them.
std::string fold_name(std::string_view text);

/// Reads a map file. `overrides` are `key=value` from the command line: `zone=Europe/Paris`, `date_format=%d/%m/%Y`
/// (given several times: a list), `complaint.severity.value=high`, `columns.created=Opened on`. Throws Error(refused)
/// with `name:line:column`, Error(usage) for an override that fits nothing.
Map parse_map(std::string_view name, std::string_view text, const std::vector<std::string>& overrides = {});

/// The text of a map that is part of the program (`cfpb`, `tickets`).
std::optional<std::string_view> find_shipped_map(std::string_view name);
std::vector<std::string> shipped_map_names();

}  // namespace crmtrack::exchange
