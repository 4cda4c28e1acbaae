#include "command/transfer/import_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "command/common/output.hpp"
#include "command/transfer/import_left.hpp"
#include "command/write/capture.hpp"
#include "command/write/policy_words.hpp"
#include "exchange/encoding.hpp"
#include "exchange/import.hpp"
#include "exchange/jsonl.hpp"
#include "exchange/map.hpp"
#include "index/read/lookup.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/write/bulk.hpp"
#include "ledger/write/maintain.hpp"
#include "policy/meant.hpp"
#include "session/forms.hpp"
#include "session/lookup.hpp"
#include "session/rights.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/mapped_file.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

using session::OwnRights;
using util::counted;
using util::Error;
using util::ErrorKind;

namespace {

constexpr std::size_t kFileLimit = std::size_t{4} << 30;
constexpr std::size_t kMapLimit = 1U << 20;
constexpr std::size_t kShownBadRows = 20;

/// The bytes to import: standard input as a text, or a file, mapped so that only the part being read is in memory.
class Input {
 public:
  Input(Context& context, const std::string& file) {
    if (file == "-")
      text_ = read_standard_input(context, kFileLimit);
    else
      file_.emplace(util::MappedFile::open(std::filesystem::path(context.settings().directory) / file, kFileLimit));
  }
  [[nodiscard]] std::string_view bytes() const { return file_ ? file_->bytes() : std::string_view(text_); }
  void forget(std::size_t end) {
    if (file_) file_->forget(end);
  }

 private:
  std::string text_;
  std::optional<util::MappedFile> file_;
};

exchange::Map load_map(Context& context, const Invocation& invocation) {
  const std::string name = invocation.get("map");
  if (name.empty())
    throw Error(ErrorKind::usage, "cannot import a table without a map",
                {fmt::format("give --map with one of {}, or a file", util::join(exchange::shipped_map_names(), ", "))});
  if (const auto shipped = exchange::find_shipped_map(name))
    return exchange::parse_map(name, *shipped, invocation.all("set"));
  return exchange::parse_map(name,
                             util::read_file(std::filesystem::path(context.settings().directory) / name, kMapLimit),
                             invocation.all("set"));
}

std::optional<exchange::KnownComplaint> find_known(Context& context, const std::string& source) {
  const auto ids = index::complaints_by_source(context.index(), source);
  if (ids.empty()) return std::nullopt;
  exchange::KnownComplaint known{{record::StoryKind::complaint, ids.front()}, {}};
  if (auto story = index::find_story(context.index(), known.story))
    for (story::Entry& entry : story->entries)
      if (entry.counts()) known.records.push_back(std::move(entry.record));
  return known;
}

/// The bytes of a file in the ledger; nullopt where there is none. Returns an empty text for a file that is too large
/// to be a record or an attachment.
std::optional<std::string> find_held_bytes(Context& context, const std::string& head, const std::string& path) {
  constexpr std::size_t kLimit = std::size_t{64} << 20;
  try {
    return ledger::find_file(context.ledger().repository(), head, path, kLimit);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::refused) throw;
    return std::string();
  }
}

/// The reason why a row cannot be added though the ledger does not know its source: a path that it needs is taken.
/// Empty where it can.
std::string find_taken_path(Context& context, const exchange::ImportedComplaint& complaint) {
  if (!index::find_story(context.index(), complaint.story)) return {};
  const std::string head = context.index().ledger_commit();
  for (const record::Record& record : complaint.records) {
    const std::string path = record::path_of(complaint.story, record.id, record.kind);
    if (!find_held_bytes(context, head, path)) continue;
    const std::string who = find_adder(context, head, path);
    return fmt::format("'{}' is there already{}, and is no record of this row", path, who.empty() ? "" : ", by " + who);
  }
  return {};
}

/// The reason why policy, or a path that is taken, refuses a row; empty where nothing does. Does not ask policy about
/// words of a vocabulary that the map adds to.
std::string judge(Context& context, const exchange::Map& map, const exchange::ImportedComplaint& complaint) {
  if (std::string why = find_taken_path(context, complaint); !why.empty()) return why;
  const yaml::Node& body = complaint.records.front().body;
  const auto adds = [&](std::string_view vocabulary) {
    return std::find(map.add.begin(), map.add.end(), vocabulary) != map.add.end();
  };
  try {
    const std::string reason = body.text_of("reason");
    if (!reason.empty() && !adds("reasons") && context.policy().find_reason(reason) == nullptr)
      resolve_reason(context, reason);
    const std::string project = body.text_of("project");
    if (!project.empty() && !adds("projects") && context.policy().find_project(project) == nullptr)
      resolve_project(context, project);
    require_forms(context, body);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

/// The codes that the words of a table mean, each looked up once. Of a vocabulary that the map adds to, the beginning
/// of a word is a word of its own.
class TableWords {
 public:
  TableWords(Context& context, const exchange::Map& map)
      : policy_(context.policy()), map_(map), date_(session::policy_date(context)) {}

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

exchange::ImportOptions options_for(Context& context, const Invocation& invocation, const exchange::Map& map,
                                    const std::string& file) {
  exchange::ImportOptions options;
  options.file = file;
  options.encoding = invocation.get("encoding");
  options.update = invocation.has("update");
  options.find_known = [&context](const std::string& source) { return find_known(context, source); };
  options.knows_customer = [&context](const std::string& slug) {
    return index::find_story(context.index(), {record::StoryKind::customer, slug}).has_value();
  };
  options.understand = [words = TableWords(context, map)](std::string_view field, const std::string& word) mutable {
    return words.code_of(field, word);
  };
  options.judge = [&context, &map](const exchange::ImportedComplaint& complaint) {
    return judge(context, map, complaint);
  };
  options.progress = context.progress("reading " + file).report;
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

void name_bad_rows(Context& context, const exchange::ImportResult& result, const std::string& file) {
  std::size_t shown = 0;
  for (const exchange::BadRow& row : result.bad) {
    if (++shown > kShownBadRows) break;
    context.warn(exchange::describe(row, file));
  }
  if (result.bad.size() > kShownBadRows)
    context.warn(fmt::format("and {}", counted(result.bad.size() - kShownBadRows, "more bad row")));
}

void write_rejects(Context& context, const Invocation& invocation, const exchange::ImportResult& result) {
  const std::filesystem::path path = std::filesystem::path(context.settings().directory) / invocation.get("rejects");
  util::replace_file(path, exchange::render_rejects(result));
  context.say(fmt::format("{} put into {}", counted(result.bad.size(), "bad row"), invocation.get("rejects")));
}

void print_counts(Context& context, const exchange::ImportCounts& counts) {
  if (context.wants_data()) {
    document::Value item;
    item.set("new", counts.added);
    item.set("known", counts.known);
    item.set("differing", counts.differing);
    item.set("corrected", counts.corrected);
    item.set("rejected", counts.rejected);
    print_items(context, {std::move(item)});
    return;
  }
  const std::string corrected = counts.corrected == 0 ? "" : fmt::format(" ({} corrected)", counts.corrected);
  context.out().line(fmt::format("new {}, known {}, differing {}{}, rejected {}", counts.added, counts.known,
                                 counts.differing, corrected, counts.rejected));
}

void land(Context& context, ledger::Bulk& bulk, ledger::Addition addition) {
  if (bulk.size() == 0) return;
  if (const std::string policy = context.index().policy_commit(); !policy.empty())
    addition.trailers.push_back("Policy: " + policy);
  if (bulk.land(addition) != ledger::Landed::yes)
    throw Error(ErrorKind::busy, "cannot import: others keep writing", {"try again"});
  ledger::maintain(context.ledger());
}

}  // namespace

int import_table_file(Context& context, const Invocation& invocation) {
  const std::string& file = invocation.positionals.at(1);
  const exchange::Map map = load_map(context, invocation);
  Input input(context, file);
  context.index();  // the index shows its own progress before the import does
  ledger::Addition addition;
  addition.base = context.index().ledger_commit();
  index::hold(context.index());
  // The import writes files as it reads rows. Where it refuses the table, none of them stays.
  std::optional<ledger::Bulk> bulk;
  if (!context.settings().dry_run) bulk.emplace(context.ledger(), context.timestamp());
  const OwnRights rights(context);
  exchange::ImportResult result;
  {
    exchange::ImportOptions options = options_for(context, invocation, map, file);
    options.passed = [&](std::size_t end) { input.forget(end); };
    options.take = [&](exchange::ImportedComplaint&& complaint) {
      for (const record::Record& record : complaint.records) rights.require(record);
      if (bulk) add_complaint(complaint, *bulk);
    };
    result = exchange::import_table(input.bytes(), map, options);
  }
  for (const exchange::ImportedCustomer& customer : result.customers) rights.require(customer.record);
  for (const std::string& warning : result.warnings) context.warn(fmt::format("{}: {}", file, warning));
  name_bad_rows(context, result, file);
  const bool takes_rejects = invocation.has("rejects");
  if (!result.bad.empty() && !takes_rejects) {
    const std::string fault =
        fmt::format("cannot import '{}': {}; nothing was imported", file, counted(result.bad.size(), "bad row"));
    throw Error(ErrorKind::refused, fault, {"mend them, or put them aside with --rejects FILE"});
  }
  if (bulk) {
    add_policy_words(context, result.words);
    if (takes_rejects && !result.bad.empty()) write_rejects(context, invocation, result);
    add_customers(result, *bulk);
    addition.subject = fmt::format("import {}: {}", map.name, counted(result.counts.added, "complaint"));
    addition.trailers = {fmt::format("Complaints: {}", result.counts.added + result.counts.corrected),
                         fmt::format("Records: {}", bulk->size())};
    land(context, *bulk, std::move(addition));
  } else {
    context.say("dry run: nothing was written");
  }
  print_counts(context, result.counts);
  return 0;
}

int import_jsonl_file(Context& context, const Invocation& invocation) {
  const std::string& file = invocation.positionals.at(1);
  Input input(context, file);
  const std::string head = context.index().ledger_commit();
  const OwnRights rights(context);
  exchange::JsonlResult result;
  {
    exchange::JsonlOptions options;
    options.file = file;
    options.find_file = [&](const std::string& path) { return find_held_bytes(context, head, path); };
    options.judge = [&](const record::Record& record) { rights.require(record); };
    options.progress = context.progress("reading " + file).report;
    result = exchange::import_jsonl(input.bytes(), options);
  }
  for (std::size_t i = 0; i < std::min(result.bad.size(), kShownBadRows); ++i)
    context.warn(exchange::describe(result.bad[i], file));
  if (!result.bad.empty())
    throw Error(ErrorKind::refused, fmt::format("cannot import '{}': {}; nothing was imported", file,
                                                counted(result.bad.size(), "bad line")));
  tell_left(context, file, result.left);
  if (result.refused > 0) context.warn(fmt::format("{}: {} left out", file, counted(result.refused, "refused record")));
  if (context.settings().dry_run) {
    context.say("dry run: nothing was written");
  } else {
    ledger::Addition addition;
    addition.base = head;
    addition.subject = "import jsonl: " + counted(result.added, "record");
    addition.trailers = {fmt::format("Complaints: {}", result.complaints), fmt::format("Records: {}", result.added)};
    ledger::Bulk bulk(context.ledger(), context.timestamp());
    for (const ledger::NewFile& added : result.files) bulk.add(added.path, added.bytes);
    land(context, bulk, std::move(addition));
  }
  exchange::ImportCounts counts;
  counts.added = result.added;
  counts.known = result.known;
  counts.differing = result.differing;
  counts.rejected = result.rejected;
  print_counts(context, counts);
  return result.left.empty() ? 0 : 1;
}

}  // namespace crmtrack::command
