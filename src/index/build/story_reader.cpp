#include "index/build/story_reader.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "index/build/entry.hpp"
#include "index/schema/commit_bytes.hpp"
#include "index/schema/record_tables.hpp"

namespace crmtrack::index {

namespace {

struct EntryRow {
  std::string id, kind;
  util::Instant recorded_at{};
  std::string author;
  std::string_view commit;
  std::string fault;
  std::string_view source;
  std::string origin;  ///< the story that it lies in
  std::string refused;
  std::optional<std::int64_t> rights;
  bool unfounded = false;
  int came_after = 0;
  std::string_view canonical;
};
constexpr Reading kEntryRow{
    Read{"r.id", &EntryRow::id}, Read{"r.kind", &EntryRow::kind}, Read{"r.recorded_unix", &EntryRow::recorded_at},
    Read{"r.author", &EntryRow::author}, Read{"r.\"commit\"", &EntryRow::commit}, Read{"r.fault", &EntryRow::fault},
    Read{"x.source", &EntryRow::source}, Read{"s.id", &EntryRow::origin}, Read{"r.refused", &EntryRow::refused},
    Read{"r.rights", &EntryRow::rights},
    // Where the complaint's own record is nowhere, nothing is dated before it.
    Read{"CASE WHEN r.unfounded THEN EXISTS(SELECT 1 FROM records c WHERE c.story = r.story AND c.kind = 'complaint') "
         "ELSE 0 END",
         &EntryRow::unfounded},
    Read{"r.came_after", &EntryRow::came_after}, Read{"x.canonical", &EntryRow::canonical}};

constexpr Reading kFacts{Read{"merged_into", &story::CustomerFacts::merged_into},
                         Read{"segment", &story::CustomerFacts::segment},
                         Read{"region", &story::CustomerFacts::region}};

// Unqualified names: the temporary records of an index as of some time shadow those of the file.
std::string entries_where(const char* condition) {
  return kEntryRow.select() +
         " FROM records r JOIN sources x ON x.key = r.key JOIN stories s ON s.key = r.story WHERE " + condition;
}

void add_entry(EntryRow&& row, record::StoryKind story, std::vector<story::Entry>& entries) {
  story::Provenance provenance{
      row.recorded_at, std::move(row.author), commit_hex(row.commit), {}, std::move(row.refused)};
  provenance.came_after = row.came_after;
  provenance.unfounded = row.unfounded;
  if (row.rights) {  // whether it counts is for the fold to say
    provenance.may = policy::RightSet(static_cast<unsigned long long>(*row.rights));
    provenance.refused.clear();
  }
  if (row.fault.empty()) {
    const bool is_canonical = row.canonical.empty();
    entries.push_back(make_entry({{story, std::move(row.origin)}, std::move(row.id), record::StatedKind(row.kind), {}},
                                 std::string(is_canonical ? row.source : row.canonical), std::move(provenance)));
    if (!is_canonical) entries.back().canonical = std::exchange(entries.back().source, std::string(row.source));
    return;
  }
  story::Entry& bad = entries.emplace_back();
  bad.record.id = std::move(row.id);
  bad.record.kind = record::StatedKind(row.kind);
  bad.provenance = std::move(provenance);
  bad.fault = std::move(row.fault);
  bad.source = row.source;
}

}  // namespace

StoryReader::StoryReader(const Database& database)
    : find_key_(database.prepare("SELECT key FROM stories WHERE kind = ? AND id = ?")),
      find_story_(database.prepare(kStoryRef.select() + " FROM stories s WHERE s.key = ?")),
      own_(database.prepare(entries_where("r.story = ? ORDER BY r.id"))),
      moved_(database, entries_where("r.key IN (SELECT n.key FROM moves m JOIN records n ON n.story = m.story AND n.id "
                                     "= m.record WHERE m.target = ?) AND r.kind = 'activity' ORDER BY r.id, r.kind")),
      one_(database, entries_where("r.key = ?")),
      facts_(database, kFacts.select() + " FROM customers WHERE id = ?"),
      circle_(database, "SELECT s.id FROM circles c JOIN stories s ON s.key = c.original WHERE c.story = ? ORDER BY 1"),
      homes_(database.prepare("SELECT story, record FROM moves WHERE target = ? ORDER BY 1, 2")),
      links_(database) {}

std::optional<std::int64_t> StoryReader::find_key(const record::StoryRef& story) {
  find_key_.bind_all(static_cast<int>(story.kind), story.id);
  const std::optional<std::int64_t> key = find_key_.step() ? std::optional(find_key_.integer(0)) : std::nullopt;
  find_key_.reset();
  return key;
}

record::StoryRef StoryReader::read_ref(std::int64_t key) {
  record::StoryRef story;
  find_story_.bind_all(key);
  if (find_story_.step()) kStoryRef.read(find_story_, story);
  find_story_.reset();
  return story;
}

std::optional<story::CustomerFacts> StoryReader::find_customer_facts(const std::string& id) {
  Statement& rows = *facts_;
  rows.bind_all(Raw{id});
  std::optional<story::CustomerFacts> facts;
  if (rows.step()) kFacts.read(rows, facts.emplace());
  rows.reset();
  return facts;
}

void StoryReader::add_with_standing(std::string id, story::CustomerBook& customers) {
  while (!id.empty() && !customers.contains(id)) {
    auto facts = find_customer_facts(id);
    if (!facts) return;
    std::string next = facts->merged_into;
    customers.emplace(std::exchange(id, std::move(next)), std::move(*facts));
  }
}

story::CustomerBook StoryReader::read_customers(const story::Story& story) {
  story::CustomerBook customers;
  if (story.ref.kind != record::StoryKind::complaint) return customers;
  for (const std::string& id : story::customers_named(story)) add_with_standing(id, customers);
  return customers;
}

Folded StoryReader::fold(std::int64_t key, const story::Terms& terms) {
  story::Story story = read(key);
  const story::CustomerBook customers = read_customers(story);
  return fold_story(std::move(story), terms, customers);
}

story::Story StoryReader::read(std::int64_t key) {
  story::Story story;
  story.ref = read_ref(key);
  own_.bind_all(key);
  append(own_, story.ref.kind, story.entries);
  // Two kinds of one id are rare; to sort by both in SQL is not free, and by the id an index does it.
  const auto by_id = [](const story::Entry& a, const story::Entry& b) {
    return std::pair(std::string_view(a.record.id), a.record.kind.name()) <
           std::pair(std::string_view(b.record.id), b.record.kind.name());
  };
  if (!std::ranges::is_sorted(story.entries, by_id)) std::ranges::sort(story.entries, by_id);
  if (story.ref.kind == record::StoryKind::complaint) {
    append_moved(key, story);
    read_circle(key, story);
  }
  return story;
}

void StoryReader::read_circle(std::int64_t key, story::Story& story) {
  Statement& originals = *circle_;
  originals.bind_all(key);
  while (originals.step()) story.circle.push_back(originals.text(0));
  originals.reset();
}

/// Appends the records of other folders that a complaint shows: records that were moved to it, and corrections of those
/// and of its own records.
void StoryReader::append_moved(std::int64_t key, story::Story& story) {
  std::set<std::pair<std::int64_t, std::string>> corrected;
  for (std::string& id : links_.corrected_in(key)) corrected.emplace(key, std::move(id));
  homes_.bind_all(Raw{story.ref.id});
  while (homes_.step()) corrected.emplace(homes_.integer(0), homes_.text(1));
  homes_.reset();
  if (corrected.empty()) return;
  (*moved_).bind_all(Raw{story.ref.id});
  append_from_elsewhere(*moved_, story.entries);
  std::set<std::int64_t> seen;
  std::set<std::pair<std::int64_t, std::string>> followed;  // a correction's own corrections come with the record's
  for (const auto& [home, record] : corrected) {
    if (followed.contains({home, record})) continue;
    for (const CorrectionLink& link : links_.chain_of(home, record)) {
      followed.emplace(home, link.id);
      if (!seen.insert(link.record).second) continue;
      for (const std::string& target : link.targets)
        if (links_.find_complaint(target) == 0) story.absent.insert(target);
      if (link.story == key) continue;
      (*one_).bind_all(link.record);
      append_from_elsewhere(*one_, story.entries);
    }
  }
}

void StoryReader::append_from_elsewhere(Statement& rows, std::vector<story::Entry>& entries) {
  const std::size_t before = entries.size();
  append(rows, record::StoryKind::complaint, entries);
  for (std::size_t i = before; i < entries.size(); ++i) entries[i].moved_from = origins_[i - before];
}

void StoryReader::append(Statement& rows, record::StoryKind story, std::vector<story::Entry>& entries) {
  origins_.clear();
  while (rows.step()) {
    EntryRow row;
    kEntryRow.read(rows, row);
    origins_.push_back(row.origin);
    add_entry(std::move(row), story, entries);
  }
  rows.reset();
}

}  // namespace crmtrack::index
