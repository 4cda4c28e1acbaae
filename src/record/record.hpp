#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "record/kind.hpp"
#include "util/time.hpp"
#include "yaml/node.hpp"
#include "yaml/read.hpp"

namespace crmtrack::record {

/// One fact that somebody stated: a small YAML file, committed once (crmtrack-format(5), RECORDS). `body` is the whole
/// map as written, unknown fields included; the members beside it are what every fold reads, taken from it once.
struct Record {
  std::string id;  ///< ULID; the file's name, not in the body
  StatedKind kind;
  util::Timestamp at;              ///< when it happened
  std::string by;                  ///< who did it; often, not always, the commit's author
  std::vector<std::string> after;  ///< the newest records of the story that its writer had seen
  yaml::Node body;

  [[nodiscard]] std::string text_of(std::string_view key) const { return body.text_of(key); }
};

/// Makes a record from its own fields (`fields` without kind, at, by, after), in canonical order; unknown fields keep
/// their relative order behind the known ones. `id` is left empty.
Record make(StatedKind kind, const util::Timestamp& at, std::string by, std::vector<std::string> after,
            yaml::Node fields);

/// Reads the text of `<id>-<kind>.yaml`. Checks structure only: a map whose kind agrees with the name and whose at, by
/// and after can be read. `validate` tells whether its fields make sense.
tl::expected<Record, yaml::Fault> parse(std::string_view id, const StatedKind& kind, std::string_view text);

/// Reads a record from the map of its file, for a caller that has parsed the text. Checks structure only, as `parse`
/// does.
tl::expected<Record, yaml::Fault> parse_body(std::string_view id, const StatedKind& kind, yaml::Node body);

/// The canonical text of a record; it ends in a line feed.
std::string render(const Record& record);

}  // namespace crmtrack::record
