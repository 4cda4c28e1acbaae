#include "git/reference/references.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <fstream>

#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::git {
namespace {

std::optional<ObjectId> peel_reference(const Repository& repository, const std::string& name) {
  git_object* raw = nullptr;
  if (git2().git_revparse_single(&raw, repository.handle.get(), name.c_str()) < 0) return std::nullopt;
  const ObjectHandle named(raw);
  if (git2().git_object_peel(&raw, named.get(), GIT_OBJECT_COMMIT) < 0) return std::nullopt;
  const ObjectHandle commit(raw);
  return object_id_from(git2().git_object_id(commit.get())->id);
}

/// The last bytes of a file; empty where there is none.
std::string read_file_end(const std::filesystem::path& path, std::streamoff most) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) return {};
  const std::streamoff size = file.tellg();
  const std::streamoff from = std::max<std::streamoff>(0, size - most);
  std::string text(static_cast<std::size_t>(size - from), '\0');
  file.seekg(from);
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
  return text;
}

/// Of a line of a log whose commit was made here: `… Ben <ben@example.com> 1795252320 +0000\tcommit: subject`.
std::string committer_of(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos || !line.substr(tab + 1).starts_with("commit: ")) return {};
  const std::size_t end = line.rfind('>', tab), begin = line.rfind('<', end);
  if (end == std::string_view::npos || begin == std::string_view::npos) return {};
  return std::string(line.substr(begin + 1, end - begin - 1));
}

/// Of a line `FROM TO NAME <MAIL> SECONDS ZONE<tab>WHY`; the end of time where there is none.
util::Instant time_of_move(const std::string& line) {
  const std::size_t mail = line.find("> ");
  long long seconds = 0;
  const char* const begin = mail == std::string::npos ? nullptr : &line[mail + 2];
  if (begin == nullptr || std::from_chars(begin, &line.back(), seconds).ec != std::errc()) return util::Instant::max();
  return util::Instant(std::chrono::seconds(seconds));
}

}  // namespace

std::string shown_reference(std::string_view reference) {
  for (const std::string_view start : {"refs/heads/", "refs/remotes/", "refs/tags/"})
    if (reference.starts_with(start)) return util::visible_line(reference.substr(start.size()));
  return util::visible_line(reference);
}

std::vector<std::string> list_reference_names(const Repository& repository) {
  git_strarray listed{};
  check_git2(git2().git_reference_list(&listed, repository.handle.get()), "cannot list the branches and tags");
  std::vector<std::string> names;
  for (std::size_t i = 0; i < listed.count; ++i)
    names.emplace_back(listed.strings[i]);  // NOLINT(cppcoreguidelines-pro-bounds-pointer-arithmetic)
  git2().git_strarray_dispose(&listed);
  return names;
}

std::vector<Reference> list_references(const Repository& repository, const std::vector<std::string_view>& starts) {
  std::vector<Reference> references;
  for (const std::string& name : list_reference_names(repository)) {
    const bool wanted =
        std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return name.starts_with(start); });
    const auto commit = wanted ? peel_reference(repository, name) : std::nullopt;
    if (commit) references.push_back({name, *commit});
  }
  std::sort(references.begin(), references.end(),
            [](const Reference& a, const Reference& b) { return a.name < b.name; });
  return references;
}

std::string read_tag(const Repository& repository, const std::string& name) {
  const auto hex = read_reference(repository.location, name);
  const auto id = hex ? parse_object_id(*hex) : std::nullopt;
  if (!id) return {};
  try {
    return repository.objects.read(*id, ObjectKind::tag);
  } catch (const util::Error&) {
    return {};  // a tag without text of its own, or of a damaged one: its commit is judged elsewhere
  }
}

std::vector<Move> read_moves(const Location& location, const std::string& name) {
  constexpr std::streamoff kMost = 256L << 10;
  constexpr std::size_t kDigits = 40;
  std::vector<Move> moves;
  for (const std::string& line : util::split(read_file_end(location.common_dir / "logs" / name, kMost), '\n')) {
    if (line.size() < 2 * kDigits + 1) continue;
    const auto from = parse_object_id(std::string_view(line).substr(0, kDigits));
    const auto to = parse_object_id(std::string_view(line).substr(kDigits + 1, kDigits));
    if (from && to) moves.push_back({*from, *to, committer_of(line), time_of_move(line)});
  }
  std::reverse(moves.begin(), moves.end());
  return moves;
}

}  // namespace crmtrack::git
