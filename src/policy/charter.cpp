#include "policy/charter.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "policy/entry_reader.hpp"
#include "policy/sheet.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::policy {

namespace {

constexpr std::string_view kSigned = "  signed: [";

/// Adds the address to the list of the line `  signed: […]`, or such a line at the end.
std::string with_signature(std::string text, const std::string& mail) {
  const std::size_t line = text.find("\n" + std::string(kSigned));
  if (line == std::string::npos) {
    if (!text.ends_with('\n')) text += '\n';
    return text + fmt::format("{}{}]\n", kSigned, mail);
  }
  const std::size_t first = line + 1 + kSigned.size();
  const std::size_t close = text.find(']', first);
  if (close == std::string::npos) return text;
  const bool is_empty = util::trim(std::string_view(text).substr(first, close - first)).empty();
  return text.insert(close, is_empty ? mail : ", " + mail);
}

}  // namespace

Charter load_charter(const Files& files, std::vector<Finding>& findings) {
  const Sheet sheet = read_sheet(files, "charter", findings);
  EntryReader reader(sheet.file, sheet.content, findings);
  Charter charter;
  charter.statement = std::string(util::trim(reader.text("statement")));
  charter.signed_by = reader.texts("signed");
  reader.finish();
  return charter;
}

std::string sign_charter(const std::string& text, const std::string& mail) {
  std::string edited = with_signature(text, mail);
  std::vector<Finding> ignored;
  const std::string file(kCharterFile);
  const Charter before = load_charter({{file, text}}, ignored);
  const Charter after = load_charter({{file, edited}}, ignored);
  auto wanted = before.signed_by;
  wanted.push_back(mail);
  if (after.statement != before.statement || after.signed_by != wanted)
    throw util::Error(util::ErrorKind::refused,
                      fmt::format("cannot sign policy/{}: its form is not that of the draft", file),
                      {fmt::format("add '{}' to its list 'signed' by hand, and commit it", mail)});
  return edited;
}

}  // namespace crmtrack::policy
