#include "index/build/entry.hpp"

#include "record/open.hpp"
#include "record/validate.hpp"
#include "yaml/read.hpp"
#include "yaml/scan.hpp"
#include "yaml/write.hpp"

namespace crmtrack::index {

namespace {

/// Reads a file; `canonical` gets what our writer would write, where that is another text.
tl::expected<yaml::Node, yaml::Fault> load_body(std::string_view text, std::string& canonical) {
  auto body = yaml::scan(text);
  if (body) return body;
  body = yaml::read(text);
  if (!body || !body->is_map()) return body;
  std::string written = yaml::write(*body);
  const auto again = yaml::scan(written);
  if (again && *again == *body) canonical = std::move(written);
  return body;
}

}  // namespace

story::Entry make_entry(record::RecordPath path, std::string source, story::Provenance provenance) {
  story::Entry entry;
  entry.provenance = std::move(provenance);
  entry.source = std::move(source);
  auto body = load_body(entry.source, entry.canonical);
  auto parsed = body ? record::open(path, std::move(*body)) : tl::unexpected(std::move(body.error()));
  entry.fault = parsed ? record::fault_of(*parsed) : parsed.error().message;
  if (entry.fault.empty()) entry.record = std::move(*parsed);
  entry.record.id = std::move(path.record_id);
  entry.record.kind = std::move(path.kind);
  return entry;
}

}  // namespace crmtrack::index
