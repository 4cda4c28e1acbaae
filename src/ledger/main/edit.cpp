#include "ledger/main/edit.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "ledger/heads.hpp"
#include "util/file.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::ledger {
namespace {

constexpr std::string_view kNone = "-";

std::filesystem::path note_path(const git::Repository& repository) {
  return repository.location.own_dir() / "main-edit";
}

/// `OLD NEW PATH`, the blob's ids; `-` for a file that is new.
std::string render_line(const MainFile& file) {
  return fmt::format("{} {} {}\n", file.old_blob ? file.old_blob->hex() : kNone, file.blob.hex(), file.path);
}

std::optional<MainFile> parse_line(std::string_view line) {
  const auto first = line.find(' ');
  const auto second = line.find(' ', first == std::string_view::npos ? first : first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto old_blob = git::parse_object_id(line.substr(0, first));
  const auto blob = git::parse_object_id(line.substr(first + 1, second - first - 1));
  if (!blob || (!old_blob && line.substr(0, first) != kNone)) return std::nullopt;
  return MainFile{.path = std::string(line.substr(second + 1)), .bytes = {}, .blob = *blob, .old_blob = old_blob};
}

/// The files that main still has as they were before the edit: only those may be put back.
std::vector<MainFile> files_to_undo(const git::Repository& repository, std::string_view note) {
  const auto head = find_main_head(repository);
  const auto root = head ? std::optional(repository.objects.read_commit(*head).tree) : std::nullopt;
  std::vector<MainFile> files;
  for (const auto& line : util::split(std::string(note), '\n')) {
    auto file = parse_line(line);
    if (!file) continue;
    const auto found = root ? repository.objects.find_path(*root, file->path) : std::nullopt;
    const auto now = found ? std::optional(found->first.id()) : std::nullopt;
    if (now == file->old_blob) files.push_back(std::move(*file));
  }
  return files;
}

}  // namespace

void begin_main_edit(const git::Repository& repository, const std::vector<MainFile>& files) {
  std::string note;
  for (const MainFile& file : files) note += render_line(file);
  util::replace_file(note_path(repository), note, repository.access.file);
}

void end_main_edit(const git::Repository& repository) { ::unlink(note_path(repository).c_str()); }

void undo_dead_main_edit(const git::Repository& repository) {
  constexpr std::size_t kNoteLimit = 1U << 20U;
  const auto note = util::find_file_text(note_path(repository), kNoteLimit);
  if (!note) return;
  const std::vector<MainFile> files = files_to_undo(repository, *note);
  if (!files.empty())
    for (MainCheckout& checkout : open_main_checkouts(repository)) checkout.restore(repository, files);
  end_main_edit(repository);
}

}  // namespace crmtrack::ledger
