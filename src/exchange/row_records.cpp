#include "exchange/row_records.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "record/machine_place.hpp"
#include "record/machine_record.hpp"
#include "util/id.hpp"

namespace crmtrack::exchange {
namespace {

constexpr std::chrono::milliseconds kStep{1};

std::string complaint_id(const std::string& source, util::Instant received) {
  return util::make_complaint_id(received, record::random_of_source(source));
}

void add(ImportedComplaint& complaint, record::MachineRecord made) {
  complaint.records.push_back(std::move(made.record));
  complaint.texts.push_back(std::move(made.text));
}

void add_reference(yaml::Node& fields, const std::string& source) {
  auto refs = fields.texts_of("refs");
  if (std::find(refs.begin(), refs.end(), source) == refs.end()) refs.push_back(source);
  fields.set("refs", yaml::Node::list_of(refs));
}

}  // namespace

std::string importer_of(const Map& map) { return "import:" + map.source; }

std::string source_of(const Map& map, const RowName& name) {
  const std::string source = map.source + ":" + name.id;
  return name.time == 1 ? source : fmt::format("{}/again-{}", source, name.time);
}

ImportedComplaint make_complaint(const Map& map, const RowName& name, RowContent content) {
  ImportedComplaint complaint;
  complaint.source = source_of(map, name);
  complaint.story = {record::StoryKind::complaint, complaint_id(complaint.source, content.at.utc)};
  content.fields.set("source", yaml::Node::scalar(complaint.source));
  if (name.is_own) add_reference(content.fields, source_of(map, {name.id}));
  add(complaint, record::make_machine_record({.kind = record::Kind::complaint,
                                              .key = complaint.source,
                                              .at = content.at,
                                              .by = importer_of(map),
                                              .fields = std::move(content.fields)}));
  const std::string cause = complaint.records.front().id;
  for (RowContent::Further& further : content.further) {
    const auto behind = util::time_of_ulid(complaint.records.back().id).value_or(util::Millis{}) + kStep;
    add(complaint, record::make_machine_record({.kind = further.rule->kind,
                                                .key = complaint.source + "/" + further.rule->name,
                                                .at = further.at,
                                                .by = importer_of(map),
                                                .cause = cause,
                                                .fields = std::move(further.fields),
                                                .not_before = behind}));
  }
  return complaint;
}

ImportedCustomer make_customer(const Map& map, const std::string& slug, const std::string& name,
                               const util::Timestamp& at, const std::string& taken_back) {
  yaml::Node fields = yaml::Node::map({{"name", yaml::Node::scalar(name.empty() ? slug : name)}});
  record::MachineFact fact{
      .kind = record::Kind::customer, .key = map.source + ":customer/" + slug, .at = at, .by = importer_of(map)};
  if (!taken_back.empty()) {
    fact.kind = record::Kind::change;
    fact.key += "/again-" + taken_back;
    fact.cause = taken_back;
    fields.set("retired", yaml::Node::boolean(false));
    fields = yaml::Node::map({{"set", std::move(fields)}});
  }
  fact.fields = std::move(fields);
  record::MachineRecord made = record::make_machine_record(std::move(fact));
  return {{record::StoryKind::customer, slug}, name, std::move(made.record), std::move(made.text)};
}

}  // namespace crmtrack::exchange
