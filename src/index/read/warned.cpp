#include "index/read/warned.hpp"

#include "index/impl.hpp"
#include "index/read/filter_schema.hpp"
#include "index/read/visited_rows.hpp"
#include "index/sqlite/reading.hpp"
#include "record/filter_keys.hpp"

namespace crmtrack::index {

namespace {

constexpr Reading kWarnedRead{Read{"complaint.key", &WarnedComplaint::story},
                              Read{"complaint.status", &WarnedComplaint::status},
                              Read{"complaint.customer", &WarnedComplaint::customer},
                              Read{"complaint.project", &WarnedComplaint::project},
                              Read{"complaint.reason", &WarnedComplaint::reason},
                              Read{"complaint.severity", &WarnedComplaint::severity},
                              Read{"complaint.received_unix", &WarnedComplaint::received},
                              Read{"complaint.bad", &WarnedComplaint::bad}};

constexpr Reading kInboundRead{Read{"i.story", &InboundContact::story},
                               Read{"CASE WHEN s.kind = 1 THEN s.id END", &InboundContact::customer},
                               Read{"i.at_unix", &InboundContact::at}};

constexpr const char* kInbound =
    "(SELECT story, at_unix FROM records WHERE kind = 'activity' AND direction = 'in' AND fault IS NULL "
    "AND refused IS NULL AND key NOT IN (SELECT key FROM retold) UNION ALL "
    "SELECT t.place, t.at_unix FROM retold t JOIN records r ON r.key = t.key "
    "WHERE r.kind = 'activity' AND r.fault IS NULL AND r.refused IS NULL AND NOT t.struck AND t.direction = 'in') i "
    "JOIN stories s ON s.key = i.story";

}  // namespace

void each_warned_complaint(const Index& index, const query::Filter& filter, const query::Moment& moment,
                           const std::function<void(const WarnedComplaint&)>& visit) {
  const query::Sql condition = query::to_sql(filter, record::complaint_keys(), filter_schema(moment.now), moment);
  visit_rows<WarnedComplaint>(index, kWarnedRead, "complaints complaint WHERE " + condition.where, condition.parameters,
                              visit);
}

void each_inbound_contact(const Index& index, const std::function<void(const InboundContact&)>& visit) {
  visit_rows<InboundContact>(index, kInboundRead, kInbound, {}, visit);
}

std::vector<std::string> departed_customers(const Index& index) {
  return index.impl().run(
      [&] { return index.impl().texts("SELECT id FROM customers WHERE retired OR merged_into IS NOT NULL"); });
}

std::vector<std::string> ids_of_stories(const Index& index, const std::vector<std::int64_t>& stories) {
  return index.impl().run([&] {
    Statement find = index.impl().database.prepare("SELECT id FROM stories WHERE key = ?1");
    std::vector<std::string> ids;
    for (const std::int64_t story : stories) {
      find.bind_all(story);
      if (find.step()) ids.push_back(find.text(0));
      find.reset();
    }
    return ids;
  });
}

}  // namespace crmtrack::index
