#include <utility>

#include "index/commit_bytes.hpp"
#include "index/rows.hpp"

namespace crmtrack::index {

namespace {

// Unqualified names: the temporary records of an index as of some time shadow those of the file.
constexpr const char* kEntryColumns =
    "r.id, r.kind, r.recorded_unix, r.author, r.\"commit\", r.fault, x.source, s.id, r.refused, r.rights, "
    // Where the complaint's own record is nowhere, nothing is dated before it.
    "CASE WHEN r.unfounded THEN EXISTS(SELECT 1 FROM records c WHERE c.story = r.story AND c.kind = 'complaint') "
    "ELSE 0 END, r.came_after, x.canonical FROM records r "
    "JOIN sources x ON x.key = r.key JOIN stories s ON s.key = r.story ";

}  // namespace

StoryReader::StoryReader(const Database& database)
    : find_key_(database.prepare("SELECT key FROM stories WHERE kind = ? AND id = ?")),
      find_story_(database.prepare("SELECT kind, id FROM stories WHERE key = ?")),
      own_(database.prepare(std::string("SELECT ") + kEntryColumns + "WHERE r.story = ? ORDER BY r.id, r.kind")),
      moved_(database, std::string("SELECT ") + kEntryColumns +
                           "WHERE r.key IN (SELECT n.key FROM moves m JOIN records n ON n.story = m.story AND n.id "
                           "= m.record WHERE m.target = ?) AND r.kind = 'activity' ORDER BY r.id, r.kind"),
      one_(database, std::string("SELECT ") + kEntryColumns + "WHERE r.key = ?"),
      homes_(database.prepare("SELECT story, record FROM moves WHERE target = ? ORDER BY 1, 2")),
      links_(database) {}

std::optional<std::int64_t> StoryReader::find_key(const record::StoryRef& story) {
  find_key_.bind_all(static_cast<int>(story.kind), story.id);
  const std::optional<std::int64_t> key = find_key_.step() ? std::optional(find_key_.integer(0)) : std::nullopt;
  find_key_.reset();
  return key;
}

story::Story StoryReader::read(std::int64_t key) {
  story::Story story;
  find_story_.bind_all(key);
  if (find_story_.step()) {
    story.ref = {static_cast<record::StoryKind>(find_story_.integer(0)), find_story_.text(1)};
  }
  find_story_.reset();
  own_.bind_all(key);
  append(own_, story.ref.kind, story.entries);
  if (story.ref.kind == record::StoryKind::complaint) append_moved(key, story);
  return story;
}

/// What a complaint shows of other folders: records that were moved here, and corrections of those and of its own.
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
    origins_.push_back(rows.text(7));
    story::Provenance provenance{rows.instant(2), rows.text(3), commit_hex(rows.view(4)), {}, rows.text(8)};
    provenance.came_after = static_cast<int>(rows.integer(11));
    provenance.unfounded = rows.integer(10) != 0;
    if (!rows.is_null(9)) {  // whether it counts is for the fold to say
      provenance.may = policy::RightSet(static_cast<unsigned long long>(rows.integer(9)));
      provenance.refused.clear();
    }
    if (rows.is_null(5)) {
      const bool is_canonical = rows.is_null(12);
      entries.push_back(make_entry({{story, rows.text(7)}, rows.text(0), record::StatedKind(rows.view(1)), {}},
                                   rows.text(is_canonical ? 6 : 12), std::move(provenance)));
      if (!is_canonical) entries.back().canonical = std::exchange(entries.back().source, rows.text(6));
      continue;
    }
    story::Entry& bad = entries.emplace_back();
    bad.record.id = rows.text(0);
    bad.record.kind = record::StatedKind(rows.view(1));
    bad.provenance = std::move(provenance);
    bad.fault = rows.text(5);
    bad.source = rows.text(6);
  }
  rows.reset();
}

}  // namespace crmtrack::index
