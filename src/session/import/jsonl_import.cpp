#include "session/import/jsonl_import.hpp"

#include <fmt/format.h>

#include <utility>

#include "session/import/landing.hpp"
#include "session/rights.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"

namespace crmtrack::session {

using util::counted;
using util::Error;
using util::ErrorKind;

exchange::JsonlResult import_jsonl(Session& session, const JsonlSource& source,
                                   const std::function<void(const exchange::JsonlResult&)>& judged) {
  const std::string head = session.index().ledger_commit();
  const OwnRights rights(session);
  exchange::JsonlResult result;
  {
    exchange::JsonlOptions options;
    options.file = source.file;
    options.find_file = [&](const std::string& path) { return find_held_bytes(session, head, path); };
    options.find_part = [&](const record::StoryRef& story, const std::vector<std::string>& added) {
      return find_part_in_the_way(session, head, story, added);
    };
    options.judge = [&](const record::Record& record) { rights.require(record); };
    options.progress = session.progress("reading " + source.file).report;
    result = exchange::import_jsonl(source.bytes, options);
  }
  judged(result);
  if (!result.bad.empty() && !source.leaves_bad_lines)
    throw Error(ErrorKind::refused,
                fmt::format("cannot import '{}': {}; nothing was imported", source.file,
                            counted(result.bad.size(), "bad line")),
                {"mend them, or put them aside with --rejects FILE"});
  if (session.settings().dry_run) return result;
  ledger::Addition addition;
  addition.base = head;
  addition.subject = "import jsonl: " + counted(result.added, "record");
  addition.trailers = {fmt::format("Complaints: {}", result.complaints), fmt::format("Records: {}", result.added)};
  ledger::Bulk bulk(session.ledger(), session.timestamp());
  for (const ledger::NewFile& added : result.files) bulk.add(added.path, added.bytes);
  land(session, bulk, std::move(addition));
  return result;
}

}  // namespace crmtrack::session
