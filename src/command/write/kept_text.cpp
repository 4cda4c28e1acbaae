#include "command/write/kept_text.hpp"

#include <fmt/format.h>

#include "util/file.hpp"

namespace crmtrack::command {

namespace {

/// The first name that is free: an older text is not lost either.
std::filesystem::path free_file(const std::filesystem::path& folder) {
  for (int number = 1;; ++number) {
    std::filesystem::path file = folder / fmt::format("typed-{}.md", number);
    if (!std::filesystem::exists(file)) return file;
  }
}

}  // namespace

std::optional<std::filesystem::path> keep_typed_text(Context& context) {
  if (context.typed().empty()) return std::nullopt;
  try {
    const std::filesystem::path folder = context.location().own_dir();
    util::make_private_directory(folder);
    std::filesystem::path file = free_file(folder);
    util::replace_file(file, context.typed() + "\n");
    context.note_typed({});
    return file;
  } catch (const std::exception&) {
    return std::nullopt;  // the failure that the user is told of says more than this one
  }
}

util::Error with_kept_text(Context& context, const util::Error& error) {
  const auto file = keep_typed_text(context);
  if (!file) return error;
  std::vector<std::string> hints = error.hints();
  hints.push_back(fmt::format("your text is kept: give it again with -F '{}'", file->string()));
  return {error.kind(), error.what(), std::move(hints)};
}

}  // namespace crmtrack::command
