#include "index/read/alarms.hpp"

#include <fmt/format.h>

#include "index/impl.hpp"
#include "index/schema/record_tables.hpp"
#include "index/sqlite/reading.hpp"

namespace crmtrack::index {

namespace {

constexpr const char* kIsCorrected = "EXISTS (SELECT 1 FROM corrections c WHERE c.corrects = a.id)";

constexpr Reading kAlarmRead{Read{"a.id", &AlarmRecord::id},
                             Read{"a.signal", &AlarmRecord::signal},
                             Read{"a.measure", &AlarmRecord::measure},
                             Read{"a.method", &AlarmRecord::method},
                             Read{"a.\"group\"", &AlarmRecord::group},
                             Read{"a.period", &AlarmRecord::period},
                             Read{"a.state", &AlarmRecord::state},
                             Read{"a.why", &AlarmRecord::why},
                             Read{"a.by", &AlarmRecord::by},
                             Read{"a.at_unix", &AlarmRecord::at},
                             Read{kIsCorrected, &AlarmRecord::is_corrected}};

constexpr Reading kBaselineRead{Read{"a.id", &BaselineRecord::id}, Read{"a.series", &BaselineRecord::series},
                                Read{"a.from_unix", &BaselineRecord::from}, Read{"a.to_unix", &BaselineRecord::to},
                                Read{kIsCorrected, &BaselineRecord::is_corrected}};

// An index as of some time shadows `records`: the join leaves out what was not known then.
template <class Row, class Columns>
std::vector<Row> rows_of(const Index& index, const char* table, const Columns& columns) {
  return index.impl().run([&] {
    Statement statement = index.impl().database.prepare(
        fmt::format("SELECT {}, {} FROM {} a JOIN records r ON r.key = a.record JOIN stories s ON s.key = a.story "
                    "WHERE r.fault IS NULL AND r.refused IS NULL ORDER BY a.id",
                    kStoryRef.columns(), columns.columns(), table));
    std::vector<Row> rows;
    while (statement.step()) {
      Row& row = rows.emplace_back();
      kStoryRef.read(statement, row.story);
      columns.read(statement, row, kStoryRef.size());
    }
    return rows;
  });
}

}  // namespace

std::vector<AlarmRecord> alarm_records(const Index& index) { return rows_of<AlarmRecord>(index, "alarms", kAlarmRead); }

std::vector<BaselineRecord> baseline_records(const Index& index) {
  return rows_of<BaselineRecord>(index, "baselines", kBaselineRead);
}

}  // namespace crmtrack::index
