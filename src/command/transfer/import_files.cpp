#include "command/transfer/import_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "command/common/output.hpp"
#include "command/transfer/import_left.hpp"
#include "command/write/capture.hpp"
#include "exchange/encoding.hpp"
#include "exchange/map.hpp"
#include "session/import/jsonl_import.hpp"
#include "session/import/table_import.hpp"
#include "session/import/undone.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/mapped_file.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

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

/// `what`: row or line.
void name_bad(Context& context, const std::vector<exchange::BadRow>& bad, const std::string& file,
              std::string_view what) {
  for (std::size_t i = 0; i < std::min(bad.size(), kShownBadRows); ++i) context.warn(exchange::describe(bad[i], file));
  if (bad.size() > kShownBadRows)
    context.warn(fmt::format("and {}", counted(bad.size() - kShownBadRows, fmt::format("more bad {}", what))));
}

/// Throws Error(refused) where the bad rows would take the place of the file that is read.
void require_other_file(Context& context, const Invocation& invocation, const std::string& file) {
  if (!invocation.has("rejects") || file == "-") return;
  const std::filesystem::path folder = context.settings().directory;
  std::error_code absent;
  if (!std::filesystem::equivalent(folder / file, folder / invocation.get("rejects"), absent)) return;
  throw Error(ErrorKind::refused,
              fmt::format("cannot put bad rows into '{}': it is the file that is imported", invocation.get("rejects")),
              {"name another file with --rejects"});
}

/// Puts bad rows or lines (`count` of them) into the file of --rejects; nothing without that option, or in a dry run.
void write_rejects(Context& context, const Invocation& invocation, const std::string& count, const std::string& text) {
  if (!invocation.has("rejects") || context.settings().dry_run) return;
  const std::filesystem::path path = std::filesystem::path(context.settings().directory) / invocation.get("rejects");
  util::replace_file(path, text);
  context.say(fmt::format("{} put into {}", count, invocation.get("rejects")));
}

void judge_lines(Context& context, const Invocation& invocation, const exchange::JsonlResult& judged) {
  const std::string& file = invocation.positionals.at(1);
  name_bad(context, judged.bad, file, "line");
  if (!judged.bad.empty()) {
    if (!invocation.has("rejects")) return;
    std::string lines;
    for (const std::string_view line : judged.bad_lines) lines.append(line).append("\n");
    write_rejects(context, invocation, counted(judged.bad.size(), "bad line"), lines);
  }
  tell_left(context, file, judged.left);
  if (judged.refused > 0) context.warn(fmt::format("{}: {} left out", file, counted(judged.refused, "refused record")));
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

}  // namespace

int import_table_file(Context& context, const Invocation& invocation) {
  const std::string& file = invocation.positionals.at(1);
  require_other_file(context, invocation, file);
  const exchange::Map map = load_map(context, invocation);
  Input input(context, file);
  session::TableSource source;
  source.file = file;
  source.bytes = input.bytes();
  source.encoding = invocation.get("encoding");
  source.update = invocation.has("update");
  source.leaves_bad_rows = invocation.has("rejects");
  source.passed = [&](std::size_t end) { input.forget(end); };
  const exchange::ImportResult result =
      session::import_table(context, source, map, [&](const exchange::ImportResult& judged) {
        for (const std::string& warning : judged.warnings) context.warn(fmt::format("{}: {}", file, warning));
        name_bad(context, judged.bad, file, "row");
        if (!judged.bad.empty())
          write_rejects(context, invocation, counted(judged.bad.size(), "bad row"), exchange::render_rejects(judged));
      });
  if (context.settings().dry_run) context.say("dry run: nothing was written");
  print_counts(context, result.counts);
  return 0;
}

namespace {

/// Says which complaints stay void though they are in the file, and how they count again.
void tell_undone(Context& context, const std::string& file, const std::vector<std::string>& complaints) {
  const auto undone = session::find_undone(context, complaints);
  if (undone.empty()) return;
  context.warn(fmt::format("{}: {} void here, since undo took {} back", file,
                           undone.size() == 1 ? "1 complaint is" : fmt::format("{} complaints are", undone.size()),
                           undone.size() == 1 ? "it" : "them"));
  context.hint(fmt::format("to let one count again: crmtrack correct {} {} --set status=received --why WHY",
                           session::short_id(context, undone.front().complaint), undone.front().record));
}

}  // namespace

int import_jsonl_file(Context& context, const Invocation& invocation) {
  const std::string& file = invocation.positionals.at(1);
  require_other_file(context, invocation, file);
  Input input(context, file);
  const exchange::JsonlResult result =
      session::import_jsonl(context, {file, input.bytes(), invocation.has("rejects")},
                            [&](const exchange::JsonlResult& judged) { judge_lines(context, invocation, judged); });
  if (context.settings().dry_run) context.say("dry run: nothing was written");
  exchange::ImportCounts counts;
  counts.added = result.added;
  counts.known = result.known;
  counts.differing = result.differing;
  counts.rejected = result.rejected;
  print_counts(context, counts);
  tell_undone(context, file, result.old_complaints);
  return result.left.empty() ? 0 : 1;
}

}  // namespace crmtrack::command
