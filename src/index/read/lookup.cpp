#include "index/read/lookup.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "index/impl.hpp"
#include "index/schema/commit_bytes.hpp"
#include "index/schema/record_tables.hpp"
#include "index/sqlite/reading.hpp"
#include "story/customer.hpp"
#include "story/fold_complaint.hpp"
#include "story/terms.hpp"
#include "util/id.hpp"
#include "util/text/number_like.hpp"

namespace crmtrack::index {

namespace {

constexpr std::size_t kShortestPrefix = 4;

/// The tails on both sides of one, and the same tail of another day.
constexpr const char* kNeighbours =
    "SELECT (SELECT tail FROM complaints WHERE tail < ?1 ORDER BY tail DESC LIMIT 1), "
    "(SELECT tail FROM complaints WHERE tail > ?1 ORDER BY tail LIMIT 1), "
    "(SELECT tail FROM complaints WHERE tail = ?1 AND id <> ?2 LIMIT 1)";

/// A record by its file's name.
struct NamedRecord {
  std::string_view id, kind;
};
constexpr Reading kNamed{Read{"r.id", &NamedRecord::id}, Read{"r.kind", &NamedRecord::kind}};

constexpr const char* kBySource = "SELECT id FROM complaints WHERE source = ? ORDER BY id";
constexpr const char* kByPrefix =
    "SELECT id FROM complaints WHERE tail >= ?1 AND tail < ?2 UNION "
    "SELECT id FROM complaints WHERE id >= ?1 AND id < ?2 ORDER BY 1";

/// The first text behind all that begin with `prefix`: ids are ASCII.
std::string behind(std::string_view prefix) { return std::string(prefix) + '\x7f'; }

std::vector<std::string> texts(Statement& statement) {
  std::vector<std::string> found;
  while (statement.step()) found.push_back(statement.text(0));
  statement.reset();
  return found;
}

std::size_t common_length(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

}  // namespace

std::vector<std::string> complaints_by_prefix(const Index& index, std::string_view prefix) {
  const std::string end = behind(prefix);
  return index.impl().run([&] {
    Statement& statement = index.impl().prepare_once(kByPrefix);
    statement.bind_all(Raw{prefix}, Raw{end});
    return texts(statement);
  });
}

void hold(const Index& index) {
  index.impl().run([&] { index.impl().database.execute("BEGIN"); });
}

std::vector<std::string> complaints_by_source(const Index& index, std::string_view source) {
  return index.impl().run([&] {
    Statement& statement = index.impl().prepare_once(kBySource);
    statement.bind_all(Raw{source});
    return texts(statement);
  });
}

std::size_t unique_prefix(const Index& index, std::string_view complaint_id) {
  const std::string_view tail = util::complaint_tail(complaint_id);
  return index.impl().run([&] {
    Statement& statement = index.impl().prepare_once(kNeighbours);
    statement.bind_all(Raw{tail}, Raw{complaint_id});
    std::size_t length = kShortestPrefix;
    if (statement.step())
      for (int column = 0; column < statement.columns(); ++column)
        length = std::max(length, common_length(tail, statement.view(column)) + 1);
    statement.reset();
    return util::plain_length(tail, length);
  });
}

std::optional<story::Story> find_story(const Index& index, const record::StoryRef& story) {
  return index.impl().run([&]() -> std::optional<story::Story> {
    const auto key = index.impl().reader().find_key(story);
    return key ? std::optional(index.impl().reader().read(*key)) : std::nullopt;
  });
}

std::optional<story::Complaint> find_complaint(const Index& index, const std::string& id, const story::Terms& terms) {
  auto story = find_story(index, {record::StoryKind::complaint, id});
  if (!story) return std::nullopt;
  const auto customers = index.impl().run([&] { return index.impl().reader().read_customers(*story); });
  return story::fold_complaint(std::move(*story), terms, customers);
}

std::optional<story::Customer> find_customer(const Index& index, const std::string& id, const story::Terms& terms) {
  auto story = find_story(index, {record::StoryKind::customer, id});
  return story ? std::optional(story::fold_customer(std::move(*story), terms)) : std::nullopt;
}

std::vector<AddedRecord> records_of_commit(const Index& index, std::string_view commit) {
  return index.impl().run([&] {
    Statement statement = index.impl().database.prepare(
        "SELECT " + kStoryRef.columns() + ", " + kNamed.columns() +
        " FROM records r JOIN stories s ON s.key = r.story WHERE r.\"commit\" = ?1 ORDER BY s.kind, s.id, r.id");
    const std::string bytes = commit_bytes(commit);
    statement.bind_all(Blob{bytes});
    std::vector<AddedRecord> records;
    while (statement.step()) {
      record::StoryRef story;
      NamedRecord named;
      kStoryRef.read(statement, story);
      kNamed.read(statement, named, kStoryRef.size());
      records.push_back({std::move(story), std::string(named.id), record::StatedKind(named.kind)});
    }
    return records;
  });
}

std::vector<std::string> customer_ids(const Index& index) {
  return index.impl().texts("SELECT id FROM customers ORDER BY id");
}

std::vector<std::string> journal_ids(const Index& index) {
  return index.impl().texts(
      fmt::format("SELECT s.id FROM stories s WHERE s.kind = {} "
                  "AND EXISTS (SELECT 1 FROM records r WHERE r.story = s.key) ORDER BY s.id",
                  static_cast<int>(record::StoryKind::journal)));
}

namespace {

struct NotCounting {
  std::string_view record, kind, commit;
  std::string why;
};
constexpr Reading kNotCounting{Read{"r.id", &NotCounting::record}, Read{"r.kind", &NotCounting::kind},
                               Read{"r.\"commit\"", &NotCounting::commit}, Read{"{why}", &NotCounting::why}};

/// The records where a column says why they do not count.
std::vector<Disregarded> records_with(const Database& database, std::string_view column) {
  std::vector<Disregarded> bad;
  Statement records =
      database.prepare(replaced("SELECT " + kStoryRef.columns() + ", " + kNotCounting.columns() +
                                    " FROM records r JOIN stories s ON s.key = r.story WHERE {why} IS NOT NULL",
                                "{why}", fmt::format("r.{}", column)));
  while (records.step()) {
    record::StoryRef story;
    NotCounting row;
    kStoryRef.read(records, story);
    kNotCounting.read(records, row, kStoryRef.size());
    bad.push_back(
        {record::path_of(story, row.record, record::StatedKind(row.kind)), commit_hex(row.commit), std::move(row.why)});
  }
  return bad;
}

constexpr Reading kBadFile{Read{"path", &Disregarded::path}, Read{"\"commit\"", &Disregarded::commit},
                           Read{"fault", &Disregarded::fault}};

std::vector<Disregarded> sorted(std::vector<Disregarded> bad) {
  std::ranges::sort(bad, {}, [](const Disregarded& b) { return std::tie(b.path, b.commit); });
  return bad;
}

}  // namespace

std::vector<Disregarded> bad_records(const Index& index) {
  return index.impl().run([&] {
    std::vector<Disregarded> bad = records_with(index.impl().database, "fault");
    Statement files = index.impl().database.prepare(kBadFile.select() + " FROM bad_files");
    while (files.step()) kBadFile.read(files, bad.emplace_back());
    return sorted(std::move(bad));
  });
}

std::vector<Disregarded> refused_records(const Index& index) {
  return index.impl().run([&] { return sorted(records_with(index.impl().database, "refused")); });
}

}  // namespace crmtrack::index
