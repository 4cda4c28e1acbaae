#pragma once

#include <cstdint>

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

}  // namespace crmtrack::index
