#pragma once

#include <cstdint>
#include <string_view>

#include "index/schema/columns.hpp"
#include "record/record.hpp"

/// The tables of what rules told people (notifications, and what became of messages), and of early warning (alarms and
/// baselines). They stand in the file only, and are made of records as these come, so that `tick` and `warn` find what
/// they need without folding a story.
namespace crmtrack::index {

struct NoticeRow {
  std::int64_t record_key = 0;  ///< records.key
  std::int64_t story = 0;       ///< stories.key
  const record::Record& record;
};
extern const Table<NoticeRow> kNotices;
extern const Table<NoticeRow> kDeliveries;
extern const Table<NoticeRow> kAlarms;
extern const Table<NoticeRow> kBaselines;

/// Each notification that counts, once, with its newest delivery: notices `n`, deliveries `d`, stories `s`. An index as
/// of some time shadows `records`: its join leaves out what was not known then.
inline constexpr std::string_view kNoticesFrom =
    "notices n JOIN records r ON r.key = n.record JOIN stories s ON s.key = n.story"
    " LEFT JOIN deliveries d ON d.record = (SELECT x.record FROM deliveries x JOIN records y ON y.key = x.record"
    " WHERE x.about = n.id AND y.fault IS NULL AND y.refused IS NULL ORDER BY x.id DESC LIMIT 1)";
inline constexpr std::string_view kNoticeCounts =
    "r.fault IS NULL AND r.refused IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM notices o JOIN records q ON q.key = o.record"
    " WHERE o.key = n.key AND o.id < n.id AND q.fault IS NULL AND q.refused IS NULL)";

}  // namespace crmtrack::index
