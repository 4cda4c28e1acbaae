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

/// One fact that somebody stated: a small YAML file, committed once (DESIGN §2). `body` is the whole map as written,
/// unknown fields included; the members beside it are what every fold reads, taken from it once.
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

/// Reads the text of `<id>-<kind>.yaml`. Structure only: a map whose kind agrees with the name and whose at, by and
/// after can be read; whether its fields make sense is `validate`'s question.
tl::expected<Record, yaml::Fault> parse(std::string_view id, const StatedKind& kind, std::string_view text);

/// The same of a file's map that was read already.
tl::expected<Record, yaml::Fault> parse_body(std::string_view id, const StatedKind& kind, yaml::Node body);

/// The canonical text, ending in a line feed.
std::string render(const Record& record);

}  // namespace crmtrack::record
