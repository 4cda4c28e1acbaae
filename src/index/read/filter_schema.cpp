#include "index/read/filter_schema.hpp"

#include <fmt/format.h>

#include "index/schema/complaint_table.hpp"

namespace crmtrack::index {

namespace {

/// A many-valued key of few distinct values: looked up complaint by complaint.
query::SqlKey few_values(std::string_view name) {
  return {name,
          "v.value",
          fmt::format("EXISTS (SELECT 1 FROM complaint_values v WHERE v.complaint = complaint.key AND v.name = '{}' "
                      "AND {{}})",
                      name),
          {}};
}

/// One of very many: the value leads to the complaint.
query::SqlKey distinct_values(std::string_view name) {
  return {
      name, "v.value",
      fmt::format("complaint.key IN (SELECT v.complaint FROM complaint_values v WHERE v.name = '{}' AND {{}})", name),
      "v.folded"};
}

query::SqlKey own_key(const Column<ComplaintRow>& column, util::Instant now) {
  const std::string_view key = column.use.filter == kOwnName ? column.name : column.use.filter;
  const std::string_view folded = column.use.folded;
  return {key, sql_of(column, now), {}, folded.empty() ? std::string() : fmt::format("complaint.{}", folded)};
}

}  // namespace

query::SqlSchema filter_schema(util::Instant now) {
  query::SqlSchema schema;
  for (const Column<ComplaintRow>& column : kComplaints.columns)
    if (!column.use.filter.empty()) schema.keys.push_back(own_key(column, now));
  for (const ManyValued& key : many_valued_keys())
    schema.keys.push_back(key.distinct ? distinct_values(key.name) : few_values(key.name));
  schema.text_match =
      "complaint.key IN (SELECT coalesce(t.place, r.story) FROM records r LEFT JOIN retold t ON t.key = r.key "
      "WHERE r.key IN (SELECT rowid FROM fulltext WHERE fulltext MATCH ?))";
  return schema;
}

void bind_parameters(Statement& statement, const std::vector<query::SqlValue>& parameters) {
  int position = 0;
  for (const query::SqlValue& value : parameters) {
    ++position;
    if (const auto* text = std::get_if<std::string>(&value))
      statement.bind(position, Raw{*text});
    else
      statement.bind(position, std::get<std::int64_t>(value));
  }
}

}  // namespace crmtrack::index
