#include "index/read/mail.hpp"

#include "index/build/mail_marks.hpp"
#include "index/impl.hpp"
#include "index/schema/record_tables.hpp"

namespace crmtrack::index {

namespace {

// An index as of some time shadows `records`: its join leaves out the marks of what was not known then.
constexpr const char* kJoined =
    " FROM mail_marks m JOIN records r ON r.key = m.record JOIN stories s ON s.key = m.story "
    "WHERE r.fault IS NULL AND r.refused IS NULL AND m.mark = ?1";

constexpr const char* kCorrected = "EXISTS (SELECT 1 FROM corrections c WHERE c.story = m.story)";

/// Whether somebody has put a message on a complaint: they say so, and a record there has the mail beside it.
constexpr const char* kPut =
    "(EXISTS (SELECT 1 FROM mail_marks a JOIN records b ON b.key = a.record WHERE a.mark = ?2 "
    "AND a.story = m.story AND b.fault IS NULL AND b.refused IS NULL) "
    "AND EXISTS (SELECT 1 FROM mail_marks x JOIN mail_marks y ON y.mark = x.mark JOIN records z ON z.key = y.record "
    "WHERE x.record = m.record AND x.mark GLOB 'raw *' AND y.story <> m.story AND z.fault IS NULL "
    "AND z.refused IS NULL))";

std::string waiting_text() {
  return std::string("SELECT s.id, max(") + kCorrected + ")" + kJoined + " AND (NOT " + kPut + " OR " + kCorrected +
         ") GROUP BY s.key ORDER BY min(r.id)";
}

std::string by_prefix_text() {
  return std::string("SELECT DISTINCT s.id") + kJoined +
         " AND ((s.id >= ?2 AND s.id < ?3) OR (substr(s.id, 10) >= ?2 AND substr(s.id, 10) < ?3)) ORDER BY s.id";
}

}  // namespace

std::vector<MarkedRecord> records_by_mark(const Index& index, std::string_view mark) {
  return index.impl().run([&] {
    Statement statement = index.impl().database.prepare("SELECT " + kStoryRef.columns() + ", r.id" + kJoined +
                                                        " ORDER BY r.recorded_unix, r.id");
    statement.bind_all(Raw{mark});
    std::vector<MarkedRecord> found;
    while (statement.step()) {
      MarkedRecord record;
      kStoryRef.read(statement, record.story);
      record.id = statement.text(kStoryRef.size());
      found.push_back(std::move(record));
    }
    return found;
  });
}

std::vector<WaitingMail> waiting_mails(const Index& index) {
  return index.impl().run([&] {
    Statement statement = index.impl().database.prepare(waiting_text());
    statement.bind_all(Raw{kInboxMark}, Raw{kAssignedMark});
    std::vector<WaitingMail> mails;
    while (statement.step()) mails.push_back({statement.text(0), statement.integer(1) != 0});
    return mails;
  });
}

std::vector<std::string> mails_by_prefix(const Index& index, std::string_view prefix) {
  const std::string end = std::string(prefix) + '\x7f';
  return index.impl().run([&] { return index.impl().texts(by_prefix_text(), {kInboxMark, prefix, end}); });
}

}  // namespace crmtrack::index
