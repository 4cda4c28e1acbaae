#include "session/import/table_import.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "index/read/lookup.hpp"
#include "ledger/write/bulk.hpp"
#include "policy/meant.hpp"
#include "record/path.hpp"
#include "session/forms.hpp"
#include "session/import/adder.hpp"
#include "session/import/landing.hpp"
#include "session/import/policy_words.hpp"
#include "session/import/undone.hpp"
#include "session/lookup.hpp"
#include "session/register.hpp"
#include "session/rights.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"

namespace crmtrack::session {

using util::counted;
using util::Error;
using util::ErrorKind;

namespace {

std::optional<exchange::KnownComplaint> find_known(Session& session, const std::string& source) {
  const auto ids = index::complaints_by_source(session.index(), source);
  if (ids.empty()) return std::nullopt;
  exchange::KnownComplaint known{{record::StoryKind::complaint, ids.front()}, {}};
  auto story = index::find_story(session.index(), known.story);
  if (!story) return known;
  known.taken_back = !find_undo(session, *story).empty();
  for (story::Entry& entry : story->entries)
    if (entry.counts()) known.records.push_back(std::move(entry.record));
  return known;
}

/// `, by eve@example.com, commit 83a086612e`: who put a file there.
std::string by_adder(Session& session, const std::string& head, const std::string& path) {
  const std::string who = find_adder(session, head, path);
  return who.empty() ? std::string() : ", by " + who;
}

/// The reason why a row cannot be added though the ledger does not know its source: a path that it needs is taken.
/// Empty where it can.
std::string find_taken_path(Session& session, const exchange::ImportedComplaint& complaint) {
  if (!index::find_story(session.index(), complaint.story)) return {};
  const std::string head = session.index().ledger_commit();
  std::vector<std::string> ids;
  for (const record::Record& record : complaint.records) ids.push_back(record.id);
  if (const auto part = find_part_in_the_way(session, head, complaint.story, ids))
    return fmt::format("'{}' is there already{}, without its complaint, and does not go on from this row", *part,
                       by_adder(session, head, *part));
  for (const record::Record& record : complaint.records) {
    const std::string path = record::path_of(complaint.story, record.id, record.kind);
    if (!find_held_bytes(session, head, path)) continue;
    return fmt::format("'{}' is there already{}, and is no record of this row", path, by_adder(session, head, path));
  }
  return {};
}

/// The reason why policy, or a path that is taken, refuses a row; empty where nothing does. Does not ask policy about
/// words of a vocabulary that the map adds to.
std::string judge(Session& session, const exchange::Map& map, const exchange::ImportedComplaint& complaint) {
  if (std::string why = find_taken_path(session, complaint); !why.empty()) return why;
  const yaml::Node& body = complaint.records.front().body;
  const auto adds = [&](std::string_view vocabulary) {
    return std::find(map.add.begin(), map.add.end(), vocabulary) != map.add.end();
  };
  try {
    const std::string reason = body.text_of("reason");
    if (!reason.empty() && !adds("reasons") && session.policy().find_reason(reason) == nullptr)
      resolve_reason(session, reason);
    const std::string project = body.text_of("project");
    if (!project.empty() && !adds("projects") && session.policy().find_project(project) == nullptr)
      resolve_project(session, project);
    require_forms(session, body);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

/// The codes that the words of a table mean, each looked up once. Of a vocabulary that the map adds to, the beginning
/// of a word is a word of its own.
class TableWords {
 public:
  TableWords(Session& session, const exchange::Map& map)
      : policy_(session.policy()), map_(map), date_(session::policy_date(session)) {}

  std::string code_of(std::string_view field, const std::string& word) {
    const auto [found, is_new] = known_.try_emplace({std::string(field), word}, word);
    if (is_new) {
      const bool is_reason = field == "reason";
      const auto written =
          map_.adds(is_reason ? "reasons" : "projects") ? policy::Written::whole : policy::Written::part;
      const auto vocabulary = is_reason ? policy::Vocabulary::reasons : policy::Vocabulary::projects;
      const auto codes = policy::understand(policy_, vocabulary, word, date_, written);
      if (codes.size() == 1) found->second = codes.front();
    }
    return found->second;
  }

 private:
  const policy::Policy& policy_;
  const exchange::Map& map_;
  std::string date_;
  std::map<std::pair<std::string, std::string>, std::string> known_;
};

exchange::ImportOptions options_for(Session& session, const TableSource& source, const exchange::Map& map) {
  exchange::ImportOptions options;
  options.file = source.file;
  options.encoding = source.encoding;
  options.update = source.update;
  options.find_known = [&session](const std::string& known) { return find_known(session, known); };
  options.knows_customer = [&session](const std::string& slug) {
    return index::find_story(session.index(), {record::StoryKind::customer, slug}).has_value();
  };
  options.find_taken_back = [&session](const std::string& slug) {
    const auto customer = find_customer(session, slug);
    return customer ? session::find_taken_back(*customer) : std::string();
  };
  options.understand = [words = TableWords(session, map)](std::string_view field, const std::string& word) mutable {
    return words.code_of(field, word);
  };
  options.judge = [&session, &map](const exchange::ImportedComplaint& complaint) {
    return judge(session, map, complaint);
  };
  options.progress = session.progress("reading " + source.file).report;
  options.passed = source.passed;
  return options;
}

void add_complaint(const exchange::ImportedComplaint& complaint, ledger::Bulk& bulk) {
  for (std::size_t i = 0; i < complaint.records.size(); ++i) {
    const record::Record& record = complaint.records[i];
    bulk.add(record::path_of(complaint.story, record.id, record.kind), complaint.texts[i]);
  }
}

void add_customers(const exchange::ImportResult& result, ledger::Bulk& bulk) {
  for (const exchange::ImportedCustomer& customer : result.customers)
    bulk.add(record::path_of(customer.story, customer.record.id, customer.record.kind), customer.text);
}

/// Writes what the import has made, in one commit beside that of the words that policy gains.
void write(Session& session, const exchange::Map& map, const exchange::ImportResult& result, ledger::Bulk& bulk,
           ledger::Addition addition) {
  add_policy_words(session, result.words);
  add_customers(result, bulk);
  addition.subject = fmt::format("import {}: {}", map.name, counted(result.counts.added, "complaint"));
  addition.trailers = {fmt::format("Complaints: {}", result.counts.added + result.counts.corrected),
                       fmt::format("Records: {}", bulk.size())};
  land(session, bulk, std::move(addition));
}

}  // namespace

exchange::ImportResult import_table(Session& session, const TableSource& source, const exchange::Map& map,
                                    const std::function<void(const exchange::ImportResult&)>& judged) {
  session.index();  // the index shows its own progress before the import does
  ledger::Addition addition;
  addition.base = session.index().ledger_commit();
  index::hold(session.index());
  // The import writes files as it reads rows. Where it refuses the table, none of them stays.
  std::optional<ledger::Bulk> bulk;
  if (!session.settings().dry_run) bulk.emplace(session.ledger(), session.timestamp());
  const OwnRights rights(session);
  exchange::ImportResult result;
  {
    exchange::ImportOptions options = options_for(session, source, map);
    options.take = [&](exchange::ImportedComplaint&& complaint) {
      for (const record::Record& record : complaint.records) rights.require(record);
      if (bulk) add_complaint(complaint, *bulk);
    };
    result = exchange::import_table(source.bytes, map, options);
  }
  for (const exchange::ImportedCustomer& customer : result.customers) rights.require(customer.record);
  judged(result);
  if (!result.bad.empty() && !source.leaves_bad_rows) {
    const std::string fault =
        fmt::format("cannot import '{}': {}; nothing was imported", source.file, counted(result.bad.size(), "bad row"));
    throw Error(ErrorKind::refused, fault, {"mend them, or put them aside with --rejects FILE"});
  }
  if (bulk) write(session, map, result, *bulk, std::move(addition));
  return result;
}

}  // namespace crmtrack::session
