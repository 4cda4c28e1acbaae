#include "ledger/write/folder_guard.hpp"

#include <algorithm>

#include "ledger/rule/format.hpp"

namespace crmtrack::ledger {
namespace {

/// The number of folders that a comparison may look into without remembering them: most commits touch five.
constexpr std::size_t kFew = 1000;

/// How many folders deep a story's own folder stands: `complaints/2026/11/21/7f3q2mxab4`; 0 where none can.
std::ptrdiff_t depth_of_stories(std::string_view top) {
  constexpr std::ptrdiff_t kDated = 5;
  constexpr std::ptrdiff_t kCustomers = 3;
  if (top == "complaints" || top == "journal") return kDated;
  return top == "customers" ? kCustomers : 0;
}

}  // namespace

git::Look FolderGuard::judge(std::string_view path, const git::ObjectId& tree) {
  const std::string_view top = path.substr(0, path.find('/'));
  const std::ptrdiff_t depth = 1 + std::count(path.begin(), path.end(), '/');
  const std::ptrdiff_t stories = top == kFormatFolder ? 1 : depth_of_stories(top);
  const bool holds_attachments = stories > 1 && depth == stories + 1 && path.ends_with(".files");
  if (depth > stories && !holds_attachments) return git::Look::as_file;
  if (++judged_ <= kFew || seen_.insert(tree).second) return git::Look::inside;
  return holds_attachments ? git::Look::past : git::Look::as_file;
}

}  // namespace crmtrack::ledger
