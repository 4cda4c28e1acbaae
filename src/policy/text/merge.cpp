#include "policy/text/merge.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "policy/text/entry_key.hpp"
#include "policy/text/sheet_text.hpp"

namespace crmtrack::policy {
namespace {

using tl::unexpected;
using yaml::Node;

/// Whether two versions of an entry say the same; two that are absent do.
bool is_same(const TextEntry* a, const TextEntry* b) {
  return a == nullptr || b == nullptr ? a == b : says_same(a->value, b->value);
}

std::optional<Node> value_of(const TextEntry* entry) {
  return entry == nullptr ? std::nullopt : std::optional(entry->value);
}

/// Of lines that mean nothing to the program: those of the side that changed them, ours where both did.
const Lines& choose_lines(const Lines& base, const Lines& ours, const Lines& theirs) {
  return ours == base ? theirs : ours;
}

class SheetMerge {
 public:
  SheetMerge(const SheetText& base, const SheetText& ours, const SheetText& theirs, const FindLastChange& last_change)
      : base_(base), ours_(ours), theirs_(theirs), last_change_(last_change) {}

  tl::expected<MergedSheet, std::string> run() {
    decide();
    take_layout();
    place_ours();
    place_theirs();
    auto text = render_sheet_text(std::move(result_));
    if (!text) return unexpected(text.error());
    std::ranges::sort(clashes_, {}, &Clash::key);
    return MergedSheet{std::move(*text), std::move(clashes_)};
  }

 private:
  /// The sides' versions of one entry.
  struct Versions {
    const TextEntry *base = nullptr, *ours = nullptr, *theirs = nullptr;
  };

  void collect(const SheetText& sheet, const TextEntry* Versions::*side) {
    for (const TextEntry& entry : sheet.entries) versions_[compared_key(entry.key)].*side = &entry;
  }

  /// Decides for each key whose version stands.
  void decide() {
    collect(base_, &Versions::base);
    collect(ours_, &Versions::ours);
    collect(theirs_, &Versions::theirs);
    for (const auto& [key, it] : versions_) {
      const bool is_ours = is_same(it.theirs, it.base) || is_same(it.ours, it.theirs);
      if (is_ours)
        standing_[key] = Side::ours;
      else if (is_same(it.ours, it.base))
        standing_[key] = Side::theirs;
      else
        standing_[key] = decide_clash(it);
    }
  }

  Side decide_clash(const Versions& it) {
    const std::string key = (it.ours != nullptr ? it.ours : it.theirs)->key;
    const LastChange ours = last_change_(Side::ours, key), theirs = last_change_(Side::theirs, key);
    // Where histories cross, there are several bases. A side that still has what the other has gone on from changed
    // nothing.
    if (ours.is_of_both != theirs.is_of_both) return ours.is_of_both ? Side::theirs : Side::ours;
    const Side side = theirs < ours ? Side::theirs : Side::ours;
    Clash clash{.key = key,
                .stands = value_of(it.ours),
                .other = value_of(it.theirs),
                .stands_commit = ours.commit,
                .other_commit = theirs.commit,
                .standing = side};
    if (side == Side::theirs) {
      std::swap(clash.stands, clash.other);
      std::swap(clash.stands_commit, clash.other_commit);
    }
    clashes_.push_back(std::move(clash));
    return side;
  }

  void take_layout() {
    result_ = ours_;
    result_.entries.clear();
    if (ours_.entries.empty()) {
      result_.is_map = theirs_.is_map || (theirs_.entries.empty() && base_.is_map);
      result_.column = theirs_.column;
      result_.gap = theirs_.gap;
    }
    result_.head = choose_lines(base_.head, ours_.head, theirs_.head);
    result_.tail = choose_lines(base_.tail, ours_.tail, theirs_.tail);
    if (ours_.key_line == base_.key_line) result_.key_line = theirs_.key_line;
  }

  /// The entry with the lines that say it, in the layout of the result.
  TextEntry written(const Versions& it, Side side) const {
    TextEntry entry = side == Side::ours ? *it.ours : *it.theirs;
    const bool is_in_both = it.ours != nullptr && it.theirs != nullptr;
    bool is_of_theirs = side == Side::theirs;
    if (is_in_both && it.base != nullptr) {
      entry.lead = choose_lines(it.base->lead, it.ours->lead, it.theirs->lead);
      // Equal values may be written in other words, or with another comment.
      if (side == Side::ours && is_same(it.ours, it.theirs) && it.ours->body == it.base->body) {
        entry.body = it.theirs->body;
        is_of_theirs = true;
      }
    } else if (is_in_both) {
      entry.lead = it.ours->lead;
    }
    const bool is_moved = theirs_.column != result_.column || theirs_.gap != result_.gap;
    if (is_of_theirs && is_moved) entry.body.clear();
    return entry;
  }

  [[nodiscard]] const TextEntry* standing_version(const std::string& key) const {
    const Versions& it = versions_.at(key);
    return standing_.at(key) == Side::ours ? it.ours : it.theirs;
  }

  /// The entries that stand and that ours has, in its order.
  void place_ours() {
    for (const TextEntry& entry : ours_.entries) {
      const std::string key = compared_key(entry.key);
      if (standing_version(key) == nullptr) continue;
      result_.entries.push_back(written(versions_.at(key), standing_.at(key)));
      placed_.insert(key);
    }
  }

  /// The entries that only theirs has, each behind the one that it follows there.
  void place_theirs() {
    std::size_t at = 0;
    for (const TextEntry& entry : theirs_.entries) {
      const std::string key = compared_key(entry.key);
      if (placed_.contains(key)) {
        at = index_of(key) + 1;
        continue;
      }
      if (standing_version(key) == nullptr) continue;
      while (at < result_.entries.size() && is_added_before(result_.entries[at], entry)) ++at;
      TextEntry added = written(versions_.at(key), Side::theirs);
      if (repeats_first_comment(entry)) added.lead.clear();
      result_.entries.insert(result_.entries.begin() + static_cast<std::ptrdiff_t>(at), std::move(added));
      placed_.insert(key);
      ++at;
    }
  }

  /// Whether the comment above an entry is one of the file, which each side took for that of its first entry.
  [[nodiscard]] bool repeats_first_comment(const TextEntry& entry) const {
    return base_.entries.empty() && !ours_.entries.empty() && &entry == theirs_.entries.data() &&
           entry.lead == ours_.entries.front().lead;
  }

  [[nodiscard]] std::size_t index_of(const std::string& key) const {
    const auto found =
        std::ranges::find(result_.entries, key, [](const TextEntry& it) { return compared_key(it.key); });
    return static_cast<std::size_t>(found - result_.entries.begin());
  }

  /// Whether ours alone added an entry, and committed it before theirs added the other.
  [[nodiscard]] bool is_added_before(const TextEntry& placed, const TextEntry& added) const {
    const Versions& it = versions_.at(compared_key(placed.key));
    if (it.base != nullptr || it.theirs != nullptr) return false;
    return last_change_(Side::ours, placed.key) < last_change_(Side::theirs, added.key);
  }

  const SheetText &base_, &ours_, &theirs_;
  const FindLastChange& last_change_;
  std::map<std::string, Versions> versions_;  ///< by compared key
  std::map<std::string, Side> standing_;
  std::vector<Clash> clashes_;
  SheetText result_;
  std::set<std::string> placed_;
};

/// Whether the kinds of two sheets, a list or a map, go together.
bool is_of_one_kind(const SheetText& a, const SheetText& b) {
  return a.is_map == b.is_map || a.entries.empty() || b.entries.empty();
}

}  // namespace

tl::expected<MergedSheet, std::string> merge_sheets(std::string_view file, std::string_view base, std::string_view ours,
                                                    std::string_view theirs, const FindLastChange& last_change) {
  const auto read_base = read_sheet_text(file, base), read_ours = read_sheet_text(file, ours),
             read_theirs = read_sheet_text(file, theirs);
  for (const auto* const read : {&read_base, &read_ours, &read_theirs})
    if (!*read) return unexpected(read->error());
  if (ours == theirs || theirs == base) return MergedSheet{std::string(ours), {}};
  if (ours == base) return MergedSheet{std::string(theirs), {}};
  if (!is_of_one_kind(*read_base, *read_ours) || !is_of_one_kind(*read_ours, *read_theirs) ||
      !is_of_one_kind(*read_base, *read_theirs))
    return unexpected(std::string("one version holds a list, another a map"));
  return SheetMerge(*read_base, *read_ours, *read_theirs, last_change).run();
}

tl::expected<std::string, std::string> put_entry(std::string_view file, std::string_view text, std::string_view key,
                                                 const std::optional<Node>& value) {
  auto sheet = read_sheet_text(file, text);
  if (!sheet) return unexpected(sheet.error());
  const std::string wanted = compared_key(key);
  const auto found =
      std::ranges::find(sheet->entries, wanted, [](const TextEntry& it) { return compared_key(it.key); });
  if (found == sheet->entries.end()) {
    if (value) sheet->entries.push_back({std::string(key), *value, {}, {}});
  } else if (value) {
    found->value = *value;
    found->body.clear();
  } else {
    sheet->entries.erase(found);
  }
  return render_sheet_text(std::move(*sheet));
}

}  // namespace crmtrack::policy
