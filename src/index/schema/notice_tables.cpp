#include "index/schema/notice_tables.hpp"

#include <optional>
#include <string>

#include "util/text/mailbox.hpp"

namespace crmtrack::index {

namespace {

std::string said(const NoticeRow& row, const char* field) { return row.record.text_of(field); }

std::optional<util::Instant> said_time(const NoticeRow& row, const char* field) {
  const auto time = util::parse_rfc3339(row.record.text_of(field));
  return time ? std::optional(time->utc) : std::nullopt;
}

std::int64_t said_number(const NoticeRow& row, const char* field) {
  const yaml::Node* const value = row.record.body.find(field);
  return value == nullptr ? 0 : value->as_integer().value_or(0);
}

std::string recipient_of(const NoticeRow& row) { return util::mailbox_key(said(row, "to")); }

constexpr Column<NoticeRow> kNoticeColumns[] = {
    {"record", "INTEGER PRIMARY KEY", [](auto& out, auto& row) { out << row.record_key; }},
    {"story", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.story; }},
    {"id", "TEXT NOT NULL", [](auto& out, auto& row) { out << row.record.id; }},
    {"key", "TEXT", [](auto& out, auto& row) { out << said(row, "key"); }},
    {"rule", "TEXT", [](auto& out, auto& row) { out << said(row, "rule"); }},
    {"event", "TEXT", [](auto& out, auto& row) { out << said(row, "event"); }},
    {"about", "TEXT", [](auto& out, auto& row) { out << said(row, "about"); }},
    {"promise", "TEXT", [](auto& out, auto& row) { out << said(row, "promise"); }},
    {"due_unix", "INTEGER", [](auto& out, auto& row) { out << said_time(row, "due"); }},
    {"\"to\"", "TEXT", [](auto& out, auto& row) { out << said(row, "to"); }},
    // the mailbox, by which one recipient is known
    {"recipient", "TEXT", [](auto& out, auto& row) { out << recipient_of(row); }},
    {"role", "TEXT", [](auto& out, auto& row) { out << said(row, "as"); }},
    {"outcome", "TEXT", [](auto& out, auto& row) { out << said(row, "outcome"); }},
    {"detail", "TEXT", [](auto& out, auto& row) { out << said(row, "detail"); }},
    {"digest", "TEXT", [](auto& out, auto& row) { out << said(row, "digest"); }},
    {"send_after_unix", "INTEGER", [](auto& out, auto& row) { out << said_time(row, "send_after"); }},
    {"depth", "INTEGER NOT NULL", [](auto& out, auto& row) { out << said_number(row, "depth"); }},
    {"at_unix", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.record.at.utc; }},
};

constexpr Column<NoticeRow> kDeliveryColumns[] = {
    {"record", "INTEGER PRIMARY KEY", [](auto& out, auto& row) { out << row.record_key; }},
    {"story", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.story; }},
    {"id", "TEXT NOT NULL", [](auto& out, auto& row) { out << row.record.id; }},
    {"about", "TEXT", [](auto& out, auto& row) { out << said(row, "about"); }},
    {"outcome", "TEXT", [](auto& out, auto& row) { out << said(row, "outcome"); }},
    {"detail", "TEXT", [](auto& out, auto& row) { out << said(row, "detail"); }},
    {"attempt", "INTEGER NOT NULL", [](auto& out, auto& row) { out << said_number(row, "attempt"); }},
    {"in_story", "TEXT", [](auto& out, auto& row) { out << said(row, "into"); }},
    {"message_id", "TEXT", [](auto& out, auto& row) { out << said(row, "message_id"); }},
    {"at_unix", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.record.at.utc; }},
};

constexpr Column<NoticeRow> kAlarmColumns[] = {
    {"record", "INTEGER PRIMARY KEY", [](auto& out, auto& row) { out << row.record_key; }},
    {"story", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.story; }},
    {"id", "TEXT NOT NULL", [](auto& out, auto& row) { out << row.record.id; }},
    {"signal", "TEXT", [](auto& out, auto& row) { out << said(row, "signal"); }},
    {"measure", "TEXT", [](auto& out, auto& row) { out << said(row, "measure"); }},
    {"method", "TEXT", [](auto& out, auto& row) { out << said(row, "method"); }},
    {"\"group\"", "TEXT", [](auto& out, auto& row) { out << said(row, "group"); }},
    {"period", "TEXT", [](auto& out, auto& row) { out << said(row, "period"); }},
    {"state", "TEXT", [](auto& out, auto& row) { out << said(row, "state"); }},
    {"why", "TEXT", [](auto& out, auto& row) { out << said(row, "why"); }},
    {"by", "TEXT", [](auto& out, auto& row) { out << row.record.by; }},
    {"at_unix", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.record.at.utc; }},
};

constexpr Column<NoticeRow> kBaselineColumns[] = {
    {"record", "INTEGER PRIMARY KEY", [](auto& out, auto& row) { out << row.record_key; }},
    {"story", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.story; }},
    {"id", "TEXT NOT NULL", [](auto& out, auto& row) { out << row.record.id; }},
    {"series", "TEXT", [](auto& out, auto& row) { out << said(row, "series"); }},
    {"from_unix", "INTEGER", [](auto& out, auto& row) { out << said_time(row, "from"); }},
    {"to_unix", "INTEGER", [](auto& out, auto& row) { out << said_time(row, "to"); }},
};

}  // namespace

const Table<NoticeRow> kNotices{.name = "notices", .columns = kNoticeColumns};
const Table<NoticeRow> kDeliveries{.name = "deliveries", .columns = kDeliveryColumns};
const Table<NoticeRow> kAlarms{.name = "alarms", .columns = kAlarmColumns};
const Table<NoticeRow> kBaselines{.name = "baselines", .columns = kBaselineColumns};

}  // namespace crmtrack::index
