#include "index/schema/activity_columns.hpp"

#include "record/vocabulary.hpp"
#include "story/contact.hpp"

namespace crmtrack::index {

ActivityFields activity_fields(const record::Record& record) {
  if (record.kind != record::Kind::activity) return {};
  ActivityFields fields{record.text_of("type"),
                        record.text_of("direction"),
                        record.text_of("purpose"),
                        record.text_of("with"),
                        {},
                        record.text_of("sentiment"),
                        {},
                        record.text_of("channel"),
                        record.text_of("reason")};
  fields.evidence = record::name_of(story::evidence_of(record, fields.channel));
  if (const yaml::Node* minutes = record.body.find("minutes")) fields.minutes = minutes->as_integer();
  return fields;
}

}  // namespace crmtrack::index
