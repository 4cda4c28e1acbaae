#include "index/read/notices.hpp"

#include <fmt/format.h>

#include "index/impl.hpp"
#include "index/schema/notice_tables.hpp"
#include "index/schema/record_tables.hpp"
#include "index/sqlite/reading.hpp"

namespace crmtrack::index {

namespace {

constexpr Reading kNotice{
    Read{"n.id", &Notice::id},
    Read{"n.key", &Notice::key},
    Read{"n.rule", &Notice::rule},
    Read{"n.event", &Notice::event},
    Read{"n.about", &Notice::about},
    Read{"n.promise", &Notice::promise},
    Read{"n.\"to\"", &Notice::to},
    Read{"n.role", &Notice::role},
    Read{"n.outcome", &Notice::outcome},
    Read{"n.detail", &Notice::detail},
    Read{"n.digest", &Notice::digest},
    Read{"n.due_unix", &Notice::due},
    Read{"n.send_after_unix", &Notice::send_after},
    Read{"n.at_unix", &Notice::at},
    Read{"n.depth", &Notice::depth},
    Read{"d.outcome", &Notice::delivery},
    Read{"d.detail", &Notice::delivery_detail},
    Read{"d.in_story", &Notice::in_story},
    Read{"coalesce(d.attempt, 0)", &Notice::attempt},
    Read{"d.at_unix", &Notice::delivered_at},
};

const std::string kFrom = fmt::format(" FROM {} WHERE {}", kNoticesFrom, kNoticeCounts);

constexpr const char* kStillWaits = " AND n.outcome = 'queued' AND (d.outcome IS NULL OR d.outcome = 'retry')";

std::vector<Notice> read_notices(Statement& statement) {
  std::vector<Notice> notices;
  while (statement.step()) {
    Notice& notice = notices.emplace_back();
    kStoryRef.read(statement, notice.story);
    kNotice.read(statement, notice, kStoryRef.size());
  }
  return notices;
}

std::string select_text(const char* where) {
  return "SELECT " + kStoryRef.columns() + ", " + kNotice.columns() + kFrom + where + " ORDER BY n.at_unix, n.id";
}

std::size_t count_where(const Index& index, const std::string& where, std::initializer_list<util::Instant> bound) {
  return index.impl().run([&] {
    Statement statement = index.impl().database.prepare("SELECT count(*)" + kFrom + where);
    int place = 0;
    for (const util::Instant value : bound) statement.bind(++place, value);
    return statement.step() ? static_cast<std::size_t>(statement.integer(0)) : std::size_t{0};
  });
}

}  // namespace

std::vector<Notice> notices_since(const Index& index, util::Instant since) {
  return index.impl().run([&] {
    Statement statement = index.impl().database.prepare(select_text(" AND n.at_unix >= ?1"));
    statement.bind(1, since);
    return read_notices(statement);
  });
}

std::vector<Notice> notices_of(const Index& index, const record::StoryRef& story) {
  return index.impl().run([&] {
    Statement statement = index.impl().database.prepare(select_text(" AND s.kind = ?1 AND s.id = ?2"));
    statement.bind(1, static_cast<std::int64_t>(story.kind));
    statement.bind(2, Raw{story.id});
    return read_notices(statement);
  });
}

std::size_t count_waiting(const Index& index, util::Instant since, util::Instant before) {
  return count_where(index,
                     std::string(kStillWaits) + " AND n.at_unix >= ?1 AND coalesce(n.send_after_unix, n.at_unix) < ?2",
                     {since, before});
}

std::size_t count_failed(const Index& index, util::Instant since) {
  return count_where(index, " AND n.at_unix >= ?1 AND d.outcome = 'failed'", {since});
}

}  // namespace crmtrack::index
