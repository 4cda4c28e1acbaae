#include "index/filter_schema.hpp"

#include <fmt/format.h>

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

std::string of_customer(const char* column) {
  return fmt::format("(SELECT k.{} FROM customers k WHERE k.id = complaint.customer)", column);
}

}  // namespace

query::SqlSchema filter_schema(Base base, util::Instant now) {
  const bool table = base == Base::table;
  const auto plain = [](std::string_view name) { return query::SqlKey{name, fmt::format("complaint.{}", name)}; };
  const auto time = [](std::string_view name) { return query::SqlKey{name, fmt::format("complaint.{}_unix", name)}; };
  query::SqlSchema schema;
  for (const char* name : {"status", "customer", "project", "channel", "reason", "severity", "level", "outcome", "code",
                           "cause", "contested"}) {
    schema.keys.push_back(plain(name));
  }
  for (const char* name : {"received", "acknowledged", "resolved", "closed"}) {
    schema.keys.push_back(time(name));
  }
  for (const char* name : {"type", "sentiment", "promise"}) {
    schema.keys.push_back(few_values(name));
  }
  for (const char* name : {"ref", "link"}) {
    schema.keys.push_back(distinct_values(name));
  }
  schema.keys.push_back({"owner", "complaint.owner", {}, table ? "complaint.owner_folded" : ""});
  schema.keys.push_back({"segment", table ? of_customer("segment") : "complaint.segment"});
  schema.keys.push_back({"region", table ? fmt::format("coalesce(complaint.own_region, {})", of_customer("region"))
                                         : "complaint.region"});
  schema.keys.push_back(
      {"overdue", fmt::format("coalesce(complaint.next_due_unix < {}, 0)", now.time_since_epoch().count())});
  schema.text_match =
      "complaint.key IN (SELECT coalesce(t.place, r.story) FROM records r LEFT JOIN retold t ON t.key = r.key "
      "WHERE r.key IN (SELECT rowid FROM fulltext WHERE fulltext MATCH ?))";
  return schema;
}

}  // namespace crmtrack::index
