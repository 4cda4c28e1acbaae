#include "terminal/editor.hpp"

#include <signal.h>
#include <stdlib.h>

#include <cerrno>
#include <filesystem>
#include <optional>
#include <system_error>

#include <fmt/format.h>

#include "util/error.hpp"
#include "util/file.hpp"
#include "util/process.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::terminal {
namespace {

constexpr std::size_t kLargestText = 4U << 20;

/// A folder of our own (mode 0700): what an editor leaves beside the file, a backup or a swap file, is as private as
/// the file and goes with it.
class PrivateFolder {
 public:
  PrivateFolder() {
    const char* base = ::getenv("TMPDIR");
    std::string name = fmt::format("{}/crmtrack-XXXXXX", base != nullptr && *base != '\0' ? base : "/tmp");
    if (::mkdtemp(name.data()) == nullptr) {
      throw util::Error{
          util::ErrorKind::program_failed,
          fmt::format("cannot make a file for the editor in '{}': {}",
                      std::filesystem::path{name}.parent_path().string(), std::generic_category().message(errno)),
          {"set TMPDIR to a folder that you may write, or give the text with -m or -F"}};
    }
    path_ = name;
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  ~PrivateFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Without comment lines, blanks at the ends of lines, and empty lines before and after.
std::string content_of(const std::string& text) {
  std::vector<std::string> kept;
  for (const auto& line : util::split(text, '\n')) {
    if (line.starts_with('#')) continue;
    kept.push_back(line.substr(0, line.find_last_not_of(" \t\r") + 1));
  }
  while (!kept.empty() && kept.back().empty()) kept.pop_back();
  std::size_t empty = 0;
  while (empty < kept.size() && kept[empty].empty()) ++empty;
  kept.erase(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(empty));
  return util::join(kept, "\n");
}

/// The text as the editor left it; nothing where Ctrl-C ended the editor.
std::optional<std::string> run_editor(const std::string& command, const std::string& text_template) {
  const PrivateFolder folder;
  const auto file = folder.path() / "text.md";
  util::replace_file(file, text_template, 0600);
  util::ProcessOptions options;
  options.inherit_output = true;
  const auto result = util::run_user_command(command, {file.string()}, options);
  if (result.status == 128 + SIGINT) return std::nullopt;
  if (result.status != 0) {
    throw util::Error{util::ErrorKind::program_failed,
                      fmt::format("cannot take the text: editor '{}' ended with status {}", command, result.status),
                      {"set VISUAL or EDITOR to an editor that runs here, or give the text with -m or -F"}};
  }
  return content_of(util::read_file(file, kLargestText));
}

/// As Ctrl-C at a question: the shell that called us sees the signal. By now the private file is gone.
[[noreturn]] void end_by_interrupt() {
  ::signal(SIGINT, SIG_DFL);
  ::raise(SIGINT);
  throw util::Error{util::ErrorKind::cancelled, "cancelled: the editor was interrupted"};  // where SIGINT is blocked
}

}  // namespace

std::string edit_text(const std::string& command, const std::string& text_template) {
  const auto edited = run_editor(command, text_template);
  if (!edited) end_by_interrupt();
  const std::string& text = *edited;
  if (text.empty()) throw util::Error{util::ErrorKind::cancelled, "cancelled: the text is empty"};
  if (text == content_of(text_template))
    throw util::Error{util::ErrorKind::cancelled, "cancelled: the text is unchanged"};
  return text;
}

}  // namespace crmtrack::terminal
