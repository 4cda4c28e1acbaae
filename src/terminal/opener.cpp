#include "terminal/opener.hpp"

#include <stdlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include <fmt/format.h>

#include "util/error.hpp"
#include "util/file.hpp"
#include "util/process.hpp"
#include "util/text/case.hpp"

namespace crmtrack::terminal {

namespace {

using namespace std::string_view_literals;

/// The endings of what desktops show. Another ending may be a program's, a script's or a starter's.
constexpr std::array kShown{".pdf"sv,  ".txt"sv,  ".md"sv,  ".csv"sv,  ".log"sv,  ".png"sv,  ".jpg"sv,
                            ".jpeg"sv, ".gif"sv,  ".bmp"sv, ".webp"sv, ".tif"sv,  ".tiff"sv, ".heic"sv,
                            ".eml"sv,  ".odt"sv,  ".ods"sv, ".odp"sv,  ".docx"sv, ".xlsx"sv, ".pptx"sv,
                            ".doc"sv,  ".xls"sv,  ".rtf"sv, ".mp3"sv,  ".wav"sv,  ".ogg"sv,  ".m4a"sv,
                            ".mp4"sv,  ".webm"sv, ".mov"sv, ".zip"sv,  ".json"sv, ".xml"sv};

/// A folder that only we can read, on a file system that the next login empties where there is one.
std::filesystem::path make_private_folder() {
  std::string name;
  for (const char* variable : {"XDG_RUNTIME_DIR", "TMPDIR"})
    if (const char* base = ::getenv(variable); name.empty() && base != nullptr && *base != '\0') name = base;
  name = fmt::format("{}/crmtrack-XXXXXX", name.empty() ? "/tmp" : name);
  if (::mkdtemp(name.data()) == nullptr)
    throw util::Error{
        util::ErrorKind::program_failed,
        fmt::format("cannot make a folder for the attachment in '{}': {}",
                    std::filesystem::path{name}.parent_path().string(), std::generic_category().message(errno)),
        {"set TMPDIR to a folder that you may write, or use --save"}};
  return name;
}

}  // namespace

bool may_be_program(std::string_view name) {
  const std::string ending = util::to_lower_ascii(std::filesystem::path(name).extension().string());
  return std::find(kShown.begin(), kShown.end(), ending) == kShown.end();
}

std::filesystem::path open_copy(const std::string& command, const std::string& name, std::string_view bytes) {
  const std::filesystem::path file = make_private_folder() / name;
  util::replace_file(file, bytes, 0400);
  util::ProcessOptions options;
  options.inherit_output = true;
  const auto result = util::run_user_command(command, {file.string()}, options);
  if (result.status != 0)
    throw util::Error{util::ErrorKind::program_failed,
                      fmt::format("cannot open the attachment: '{}' ended with status {}", command, result.status),
                      {fmt::format("the file is {}", file.string()),
                       "set another program: git config --global crmtrack.opener PROGRAM"}};
  return file;
}

}  // namespace crmtrack::terminal
