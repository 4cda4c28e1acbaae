#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/csv.hpp"
#include "exchange/map.hpp"
#include "record/path.hpp"
#include "record/record.hpp"

namespace crmtrack::exchange {

/// A row that became a complaint: records with derived ids, the complaint's own first. A row gives these files whoever
/// imports it, and whenever.
struct ImportedComplaint {
  record::StoryRef story;
  std::string source;  ///< `cfpb:123`
  std::vector<record::Record> records;
  std::vector<std::string> texts;  ///< the canonical text of each record: the bytes of its file
  int line = 0;
};

/// A customer whom the rows name, with the record that registers them, anew after `undo`; `at` is the earliest row's.
struct ImportedCustomer {
  record::StoryRef story;
  std::string name;
  record::Record record;
  std::string text;
};

/// A word that the map wants in policy (`add:`), by the title that the table has for it.
struct PolicyWord {
  std::string vocabulary;  ///< `reasons` or `projects`
  std::string word;        ///< the slug
  std::string title;
};

struct BadRow {
  Position at;
  std::string column;  ///< the header name; empty where the row as a whole is at fault
  std::string message;
  std::string text;  ///< the row as written, for a file of rejects
};

/// The ledger's complaint with a source id: all readable records of its story.
struct KnownComplaint {
  record::StoryRef story;
  std::vector<record::Record> records;
  bool taken_back = false;  ///< by `undo`: the row becomes a complaint of its own
};

struct ImportOptions {
  std::string file = "-";  ///< for messages
  std::string encoding;    ///< the encoding that the user stated; it counts before the map's
  bool update = false;     ///< rows that differ from the known ones yield corrections and missing records
  std::function<std::optional<KnownComplaint>(const std::string& source)> find_known;
  std::function<bool(const std::string& customer)> knows_customer;
  /// The record by which `undo` took a known customer back; empty where nobody did.
  std::function<std::string(const std::string& customer)> find_taken_back;
  /// The code that a word of policy means; `field` is `reason` or `project`. A word that means none stays.
  std::function<std::string(std::string_view field, const std::string& word)> understand;
  /// Gives the reason why policy or a form refuses a row, which is then bad; empty: it is not refused.
  std::function<std::string(const ImportedComplaint&)> judge;
  /// Takes new complaints and updates of known ones as they are read, in place of `complaints` and `updates` in the
  /// result. Of a million rows, only what this function keeps is held.
  std::function<void(ImportedComplaint&&)> take;
  std::function<void(std::size_t done, std::size_t total)> progress;  ///< bytes of the table
  std::function<void(std::size_t)> passed;  ///< the number of given bytes looked at, twice from the front
  std::function<bool()> interrupted;
};

struct ImportCounts {
  std::size_t added = 0;  ///< new
  std::size_t known = 0;  ///< with the same content
  std::size_t differing = 0;
  std::size_t corrected = 0;  ///< of the differing ones, by `update`
  std::size_t rejected = 0;
};

struct ImportResult {
  std::vector<ImportedComplaint> complaints;  ///< new ones
  std::vector<ImportedComplaint> updates;     ///< further records of known ones (`update`)
  std::vector<ImportedCustomer> customers;    ///< those that are not known
  std::vector<PolicyWord> words;              ///< distinct, of the new ones; policy may have them already
  std::vector<BadRow> bad;
  std::vector<std::string> warnings;  ///< columns that the map does not know, values that it did not expect
  ImportCounts counts;
  std::string header;  ///< the header row as written, for a file of rejects
  bool interrupted = false;
};

/// Reads a table by a map. It is pure: knowledge of the ledger comes from the callbacks. Of several rows with one id
/// the first counts; the others are known or differing. Throws Error(refused) where the table as a whole cannot be
/// read: its encoding, no header, or a header that the map does not fit (with the missing columns and those that are
/// there).
ImportResult import_table(std::string_view bytes, const Map& map, const ImportOptions& options = {});

/// A bad row in words: `file:line:column: column 'X': why`.
std::string describe(const BadRow& row, std::string_view file);
/// The bad rows as a table that can be mended and imported again.
std::string render_rejects(const ImportResult& result);

}  // namespace crmtrack::exchange
