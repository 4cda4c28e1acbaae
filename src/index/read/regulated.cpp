#include "index/read/regulated.hpp"

#include "index/impl.hpp"
#include "index/sqlite/reading.hpp"

namespace crmtrack::index {

namespace {

constexpr Reading kRegulated{Read{"id", &RegulatedComplaint::id},
                             Read{"company", &RegulatedComplaint::company},
                             Read{"project", &RegulatedComplaint::project},
                             Read{"cause", &RegulatedComplaint::cause},
                             Read{"vulnerable", &RegulatedComplaint::vulnerable},
                             Read{"redress_amount", &RegulatedComplaint::redress_amount},
                             Read{"redress_currency", &RegulatedComplaint::redress_currency}};

}  // namespace

void each_regulated(const Index& index, const std::function<void(const RegulatedComplaint&)>& visit) {
  index.impl().run([&] {
    Statement rows =
        index.impl().database.prepare(kRegulated.select() + " FROM complaints WHERE status <> 'void' AND NOT bad");
    RegulatedComplaint row;
    while (rows.step()) {
      kRegulated.read(rows, row);
      visit(row);
    }
  });
}

}  // namespace crmtrack::index
