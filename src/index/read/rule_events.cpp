#include "index/read/rule_events.hpp"

#include <algorithm>

#include "index/impl.hpp"
#include "index/read/promise_reading.hpp"
#include "index/schema/record_tables.hpp"
#include "index/sqlite/reading.hpp"
#include "record/open.hpp"

namespace crmtrack::index {

namespace {

constexpr Reading kSubject{
    Read{"c.customer", &RuleSubject::customer},
    Read{"c.contact", &RuleSubject::contact},
    Read{"c.project", &RuleSubject::project},
    Read{"c.channel", &RuleSubject::channel},
    Read{"c.reason", &RuleSubject::reason},
    Read{"c.severity", &RuleSubject::severity},
    Read{"c.vulnerable", &RuleSubject::vulnerable},
    Read{"c.segment", &RuleSubject::segment},
    Read{"c.region", &RuleSubject::region},
    Read{"c.owner", &RuleSubject::owner},
    Read{"k.manager", &RuleSubject::manager},
    Read{"c.summary", &RuleSubject::summary},
    Read{"c.status", &RuleSubject::status},
    Read{"c.level", &RuleSubject::level},
    Read{"c.cycle", &RuleSubject::cycle},
    Read{"coalesce(c.source LIKE 'mail:%', 0)", &RuleSubject::is_by_mail},
};

std::vector<PromiseEvent> promise_events(const Index& index, const char* where, util::Instant since,
                                         util::Instant until) {
  return index.impl().run([&] {
    Statement statement = index.impl().database.prepare(
        "SELECT s.id, " + kPromise.columns() +
        " FROM promises p JOIN stories s ON s.key = p.story WHERE p.ended = 0 AND s.kind = 0 AND " + where);
    statement.bind(1, since);
    statement.bind(2, until);
    std::vector<PromiseEvent> events;
    while (statement.step()) {
      PromiseEvent& event = events.emplace_back();
      event.complaint = statement.text(0);
      kPromise.read(statement, event.promise, 1);
    }
    return events;
  });
}

}  // namespace

std::vector<RecordEvent> records_since(const Index& index, util::Instant since,
                                       const std::vector<record::Kind>& kinds) {
  return index.impl().run([&] {
    Statement statement = index.impl().database.prepare(
        "SELECT " + kStoryRef.columns() +
        ", r.id, r.kind, o.source FROM records r JOIN stories s ON s.key = r.story JOIN sources o ON o.key = r.key"
        " WHERE r.recorded_unix >= ?1 AND r.fault IS NULL AND r.refused IS NULL AND r.unfounded = 0"
        " ORDER BY r.recorded_unix, r.id");
    statement.bind(1, since);
    std::vector<RecordEvent> events;
    while (statement.step()) {
      record::RecordPath path;
      path.kind = record::StatedKind(statement.view(kStoryRef.size() + 1));
      if (std::ranges::find(kinds, path.kind.known()) == kinds.end()) continue;
      kStoryRef.read(statement, path.story);
      path.record_id = statement.text(kStoryRef.size());
      auto opened = record::open(path, statement.view(kStoryRef.size() + 2));
      if (opened) events.push_back({std::move(path.story), std::move(*opened)});
    }
    return events;
  });
}

std::vector<PromiseEvent> promises_broken(const Index& index, util::Instant since, util::Instant until) {
  return promise_events(
      index, "p.due_unix IS NULL = 0 AND p.due_unix >= ?1 AND p.due_unix < ?2 ORDER BY p.due_unix, s.id", since, until);
}

std::vector<PromiseEvent> promises_warned(const Index& index, util::Instant since, util::Instant until) {
  return promise_events(index, "p.warn_unix >= ?1 AND p.warn_unix < ?2 AND p.due_unix >= ?2 ORDER BY p.warn_unix, s.id",
                        since, until);
}

bool is_promise_open(const Index& index, const std::string& complaint, const std::string& kind,
                     const record::PromiseReference& reference) {
  return index.impl().run([&] {
    Statement statement = index.impl().database.prepare(
        "SELECT 1 FROM promises p JOIN stories s ON s.key = p.story"
        " WHERE s.kind = 0 AND s.id = ?1 AND p.kind = ?2 AND p.of = ?3 AND p.n = max(1, ?4) AND p.ended = 0");
    statement.bind(1, Raw{complaint});
    statement.bind(2, Raw{kind});
    statement.bind(3, Raw{reference.record});
    statement.bind(4, static_cast<std::int64_t>(reference.n));
    return statement.step();
  });
}

std::vector<std::string> open_owners(const Index& index) {
  return index.impl().run([&] {
    return index.impl().texts(
        "SELECT DISTINCT owner FROM complaints WHERE phase < 1 AND owner IS NOT NULL ORDER BY owner");
  });
}

std::optional<RuleSubject> find_rule_subject(const Index& index, const std::string& complaint) {
  return index.impl().run([&]() -> std::optional<RuleSubject> {
    Statement statement = index.impl().database.prepare(
        kSubject.select() + " FROM complaints c LEFT JOIN customers k ON k.id = c.customer WHERE c.id = ?1");
    statement.bind(1, Raw{complaint});
    if (!statement.step()) return std::nullopt;
    RuleSubject subject;
    kSubject.read(statement, subject);
    return subject;
  });
}

}  // namespace crmtrack::index
