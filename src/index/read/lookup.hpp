#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/index.hpp"
#include "record/path.hpp"
#include "story/complaint.hpp"

namespace crmtrack::index {

/// All complaint ids whose random part (or whole id) starts with `prefix`.
std::vector<std::string> complaints_by_prefix(const Index& index, std::string_view prefix);
/// The ids of the complaints with this source id (`cfpb:123`), in order; empty where an import made none.
std::vector<std::string> complaints_by_source(const Index& index, std::string_view source);
/// Begins a transaction for lookups by the thousand: SQLite then does not ask each time whether the file has changed.
void hold(const Index& index);
/// The length, at least 4, of the shortest unique prefix of a complaint's random part that no program takes for a
/// number or a date; 0 where there is none.
std::size_t unique_prefix(const Index& index, std::string_view complaint_id);
std::optional<story::Story> find_story(const Index& index, const record::StoryRef& story);
/// Folds a complaint; nullopt where the ledger has no record of it.
std::optional<story::Complaint> find_complaint(const Index& index, const std::string& id, const story::Terms& terms);
std::optional<story::Customer> find_customer(const Index& index, const std::string& id, const story::Terms& terms);
std::vector<std::string> customer_ids(const Index& index);
/// The ids of the stories of the journal.
std::vector<std::string> journal_ids(const Index& index);

/// A record that a commit added.
struct AddedRecord {
  record::StoryRef story;
  std::string id;
  record::StatedKind kind;
};
/// The records that a commit added, in order of their stories and ids.
std::vector<AddedRecord> records_of_commit(const Index& index, std::string_view commit);

/// A record or file that does not count: where it is, and why.
struct Disregarded {
  std::string path, commit, fault;
};
/// Bad records and files.
std::vector<Disregarded> bad_records(const Index& index);
/// Records whose author was not allowed to write them; `fault` says why.
std::vector<Disregarded> refused_records(const Index& index);

}  // namespace crmtrack::index
