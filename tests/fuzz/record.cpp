#include "target.hpp"

#include <string>

#include "record/record.hpp"
#include "record/validate.hpp"
#include "yaml_agreement.hpp"

/// Scanner, reader and writer of YAML, and what a record makes of it.
namespace crmtrack::fuzz {
namespace {

constexpr std::string_view kId = "01kajx0000000000000000000a";

void check_problems(const record::Record& record) {
  for (const record::Problem& problem : record::validate(record))
    require(!problem.message.empty(), "a problem that says nothing");
}

/// The same fields whatever their order: writing puts them into the canonical one.
yaml::Node sorted(yaml::Node node) {
  for (yaml::Node& item : node.items) item = sorted(std::move(item));
  for (auto& [key, value] : node.entries) value = sorted(std::move(value));
  std::sort(node.entries.begin(), node.entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return node;
}

/// The canonical text of a record reads back as the same record, with the same problems, and is written the same.
void check_record(const record::Record& record) {
  check_problems(record);
  const std::string text = record::render(record);
  const auto again = record::parse(record.id, record.kind, text);
  if (!again) {
    require(text.size() > yaml::Limits{}.bytes, "a record that was written cannot be read");
    return;
  }
  require(sorted(again->body) == sorted(record.body), "a record reads back as another");
  require(again->at == record.at && again->by == record.by && again->after == record.after,
          "what every fold reads of a record changes when it is written");
  require(record::render(*again) == text, "writing a record twice gives two texts");
  require(record::validate(*again).size() == record::validate(record).size(),
          "a record has other problems once it was written");
}

}  // namespace

void try_record(std::string_view text) {
  const char* const fault = find_disagreement(text);
  require(fault == nullptr, fault);
  const auto node = yaml::load(text);
  if (!node) {
    require(node.error().mark.line > 0 && node.error().mark.column > 0, "a fault without a place");
    return require(!node.error().message.empty(), "a fault that says nothing");
  }
  if (const auto record = record::parse(kId, record::StatedKind(node->text_of("kind")), text)) check_record(*record);
}

}  // namespace crmtrack::fuzz
