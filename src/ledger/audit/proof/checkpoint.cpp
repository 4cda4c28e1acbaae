#include "ledger/audit/proof/checkpoint.hpp"

#include <fmt/format.h>
#include <nettle/sha2.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "git/object/tree_compare.hpp"
#include "ledger/rule/path_kind.hpp"
#include "ledger/write/folder_guard.hpp"
#include "record/path.hpp"
#include "util/error.hpp"
#include "util/hex.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::ledger {
namespace {

constexpr std::string_view kCheckpointStart = "crmtrack-checkpoint 1 ";
constexpr std::size_t kHeadDigits = 40;
constexpr std::size_t kDigestDigits = 64;

bool is_hex_of(std::string_view text, std::size_t length) {
  return text.size() == length && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Takes `key=value` and the blank behind it off the front.
std::optional<std::string_view> take_checkpoint_field(std::string_view& rest, std::string_view key) {
  if (!rest.starts_with(key) || rest.substr(key.size(), 1) != "=") return std::nullopt;
  rest.remove_prefix(key.size() + 1);
  const std::size_t end = rest.find(' ');
  const std::string_view value = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return value;
}

/// Digits without leading zeros.
bool read_record_count(std::string_view text, std::uint64_t& count) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  return error == std::errc() && end == text.data() + text.size() && (text == "0" || text[0] != '0');
}

/// Reads the fields of a checkpoint's line; returns the first fault.
std::string read_checkpoint_fields(const std::array<std::string_view, 5>& fields, Checkpoint& checkpoint) {
  const auto time = util::parse_rfc3339(fields[0]);
  if (!time || util::format_utc(time->utc) != fields[0]) return "its time is no UTC time such as 2026-11-21T09:12:00Z";
  if (!is_hex_of(fields[1], kHeadDigits)) return "its head is no commit id of 40 digits";
  if (!read_record_count(fields[2], checkpoint.records)) return "its number of records is none";
  if (!is_hex_of(fields[3], kDigestDigits)) return "its sha256 is no digest of 64 digits";
  if (fields[4] != "none" && !is_hex_of(fields[4], kDigestDigits)) return "its previous is neither a digest nor none";
  checkpoint.time = time->utc;
  checkpoint.head = fields[1];
  checkpoint.sha256 = fields[3];
  checkpoint.previous = fields[4];
  return {};
}

/// Writes what `git ls-tree -r -z` prints into a digest.
class TreePrinter {
 public:
  explicit TreePrinter(const git::ObjectStore& objects) : objects_(objects) { nettle_sha256_init(&state_); }

  void print(const git::ObjectId& tree) {
    constexpr int kDeepest = 64;
    if (++depth_ > kDeepest) refuse();
    const std::string bytes = objects_.read(tree, git::ObjectKind::tree);
    for (git::TreeCursor cursor(bytes); !cursor.done(); cursor.next()) print(cursor.entry());
    --depth_;
  }

  TreeDigest finish() {
    flush();
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    nettle_sha256_digest(&state_, digest.size(), digest.data());
    digest_.sha256 = util::to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
    return digest_;
  }

 private:
  void print(const git::TreeEntry& entry) {
    const std::size_t length = path_.size();
    path_ += entry.name;
    if (entry.is_tree()) {
      // A new guard each time: of ours no folder stands there, however few there are.
      if (FolderGuard().judge(path_, entry.id()) == git::Look::as_file) refuse();
      path_ += '/';
      print(entry.id());
    } else {
      print_file(entry);
    }
    path_.resize(length);
  }

  void print_file(const git::TreeEntry& entry) {
    // Far more than any ledger has; trees that name each other unfold into billions.
    constexpr std::uint64_t kMostFiles = 200'000'000;
    if (++files_ > kMostFiles) refuse();
    if (is_record_path(path_)) ++digest_.records;
    constexpr std::size_t kModeDigits = 6;
    line_.append(kModeDigits - std::min(kModeDigits, entry.mode.size()), '0').append(entry.mode);
    line_.append(entry.mode == git::kSubmoduleMode ? " commit " : " blob ");
    append_hex(entry.raw_id);
    line_.append(1, '\t').append(path_).append(1, '\0');
    constexpr std::size_t kChunk = 64U << 10U;
    if (line_.size() > kChunk) flush();
  }

  void append_hex(const std::uint8_t* id) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    for (int i = 0; i < 20; ++i) {
      line_ += kDigits[id[i] >> 4U];
      line_ += kDigits[id[i] & 15U];
    }
  }

  void flush() {
    nettle_sha256_update(&state_, line_.size(), reinterpret_cast<const std::uint8_t*>(line_.data()));
    line_.clear();
  }

  [[noreturn]] static void refuse() {
    throw util::Error(
        util::ErrorKind::repository,
        "cannot make the digest of the ledger: it has folders, or files without number, that are none of ours",
        {"crmtrack audit --full"});
  }

  const git::ObjectStore& objects_;
  sha256_ctx state_{};
  std::string path_, line_;
  std::uint64_t files_ = 0;
  int depth_ = 0;
  TreeDigest digest_;
};

}  // namespace

std::string render_checkpoint(const Checkpoint& checkpoint) {
  return fmt::format("{}time={} head={} records={} sha256={} previous={}", kCheckpointStart,
                     util::format_utc(checkpoint.time), checkpoint.head, checkpoint.records, checkpoint.sha256,
                     checkpoint.previous);
}

bool looks_like_checkpoint(std::string_view text) { return util::trim(text).starts_with("crmtrack-checkpoint "); }

tl::expected<Checkpoint, std::string> parse_checkpoint(std::string_view text) {
  std::string_view rest = util::trim(text);
  if (!rest.starts_with(kCheckpointStart)) {
    return tl::unexpected(std::string(looks_like_checkpoint(rest) ? "it is of a newer form than this crmtrack knows"
                                                                  : "it does not begin with 'crmtrack-checkpoint 1'"));
  }
  rest.remove_prefix(kCheckpointStart.size());
  constexpr std::array<std::string_view, 5> kKeys{"time", "head", "records", "sha256", "previous"};
  std::array<std::string_view, 5> fields;
  for (std::size_t i = 0; i < kKeys.size(); ++i) {
    const auto field = take_checkpoint_field(rest, kKeys.at(i));
    if (!field) return tl::unexpected(fmt::format("it has no '{}=' where one belongs", kKeys.at(i)));
    fields.at(i) = *field;
  }
  if (!rest.empty()) return tl::unexpected(std::string("something stands behind it"));
  Checkpoint checkpoint;
  if (std::string why = read_checkpoint_fields(fields, checkpoint); !why.empty()) return tl::unexpected(std::move(why));
  return checkpoint;
}

namespace {

/// A text as it was before a mail program folded, quoted (`> `) or encoded (`=3D`) it: blanks for line ends.
std::string unfold(std::string_view text) {
  const bool encoded = text.find("=3D") != std::string_view::npos;  // quoted-printable, RFC 2045
  std::string plain;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    std::string_view line = util::trim(rest.substr(0, end));
    while (line.starts_with('>')) line = util::trim(line.substr(1));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    const bool goes_on = encoded && line.ends_with('=');
    plain.append(goes_on ? line.substr(0, line.size() - 1) : line);
    if (!goes_on) plain += ' ';
  }
  for (std::size_t at = plain.find("=3D"); encoded && at != std::string::npos; at = plain.find("=3D", at + 1))
    plain.replace(at, 3, "=");
  return plain;
}

}  // namespace

tl::expected<Checkpoint, std::string> find_checkpoint(std::string_view text) {
  constexpr std::size_t kWords = 7;  // the name, the version and five values
  tl::expected<Checkpoint, std::string> found = tl::unexpected(std::string("no line of it is a checkpoint"));
  std::vector<std::string> words = util::split(unfold(text), ' ');
  std::erase(words, "");
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool begins = words[i] == "crmtrack-checkpoint" && i + 1 < words.size() &&
                        words[i + 1].find_first_not_of("0123456789") == std::string::npos;
    if (!begins) continue;
    const std::size_t end = std::min(words.size(), i + kWords);
    auto next = parse_checkpoint(util::join(
        {words.begin() + static_cast<std::ptrdiff_t>(i), words.begin() + static_cast<std::ptrdiff_t>(end)}, " "));
    if (!next) return next;
    if (found && *found != *next) return tl::unexpected(std::string("it holds several checkpoints: give one of them"));
    found = std::move(next);
  }
  return found;
}

TreeDigest digest_tree(const git::ObjectStore& objects, const git::ObjectId& tree) {
  TreePrinter printer(objects);
  printer.print(tree);
  return printer.finish();
}

}  // namespace crmtrack::ledger
