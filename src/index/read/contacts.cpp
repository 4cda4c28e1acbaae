#include "index/read/contacts.hpp"

#include "index/read/visited_rows.hpp"
#include "index/sqlite/reading.hpp"

namespace crmtrack::index {

namespace {

constexpr Reading kContactRead{Read{"coalesce(c.customer, s.id)", &ContactOfCustomer::customer},
                               Read{"c.id", &ContactOfCustomer::complaint}, Read{"i.at_unix", &ContactOfCustomer::at}};

constexpr const char* kContacts =
    "(SELECT story, at_unix FROM records WHERE kind = 'activity' AND direction = 'in' AND fault IS NULL "
    "AND refused IS NULL AND key NOT IN (SELECT key FROM retold) UNION ALL "
    "SELECT t.place, t.at_unix FROM retold t JOIN records r ON r.key = t.key "
    "WHERE r.kind = 'activity' AND r.fault IS NULL AND r.refused IS NULL AND NOT t.struck AND t.direction = 'in') i "
    "JOIN stories s ON s.key = i.story LEFT JOIN complaints c ON c.key = i.story "
    "WHERE (s.kind = 1 OR c.customer IS NOT NULL) AND c.status IS NOT 'void'";

}  // namespace

void each_contact_of_customers(const Index& index, const std::function<void(const ContactOfCustomer&)>& visit) {
  visit_rows<ContactOfCustomer>(index, kContactRead, kContacts, {}, visit);
}

}  // namespace crmtrack::index
