#include "ledger/share/push/receipt.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "git/program/repository.hpp"
#include "ledger/audit/tolerances.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {
namespace {

constexpr std::string_view kReceiptStart = "receipt ";
constexpr std::string_view kRelayStart = "relay ";
/// As long as an address may be.
constexpr std::size_t kLongestRelay = 254;
/// More than we write: who writes more wants to be read for long.
constexpr std::size_t kMostHeads = 16;

std::optional<Receipt::Head> parse_receipt_head(const std::string& line) {
  const std::vector<std::string> words = util::split(line, ' ');
  if (words.size() != 3 || !words[0].starts_with("refs/heads/")) return std::nullopt;
  const auto commit = git::parse_object_id(words[1]);
  Receipt::Head head{words[0], commit.value_or(git::ObjectId{}), 0};
  const char* const end = words[2].data() + words[2].size();  // NOLINT(cppcoreguidelines-pro-bounds-pointer-arithmetic)
  const auto read = std::from_chars(words[2].data(), end, head.commits);
  if (!commit || read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return head;
}

}  // namespace

const Receipt::Head* Receipt::find(std::string_view reference) const {
  const auto found =
      std::find_if(heads.begin(), heads.end(), [&](const Head& head) { return head.reference == reference; });
  return found == heads.end() ? nullptr : &*found;
}

std::string render_receipt(const Receipt& receipt) {
  std::string text = fmt::format("{}{}\n\n", kReceiptStart, util::format_utc(receipt.time));
  for (const Receipt::Head& head : receipt.heads)
    text += fmt::format("{} {} {}\n", head.reference, head.commit.hex(), head.commits);
  if (!receipt.relay.empty())
    text += fmt::format("{}{}\n", kRelayStart, util::visible_line(receipt.relay).substr(0, kLongestRelay));
  return text;
}

std::optional<Receipt> parse_receipt(std::string_view message) {
  const std::vector<std::string> lines = util::split(message, '\n');
  if (lines.size() < 3 || !lines[0].starts_with(kReceiptStart) || !lines[1].empty()) return std::nullopt;
  const auto time = util::parse_rfc3339(std::string_view(lines[0]).substr(kReceiptStart.size()));
  if (!time || lines.size() > 2 + kMostHeads + 1) return std::nullopt;
  Receipt receipt{.time = time->utc, .heads = {}};
  for (std::size_t i = 2; i < lines.size(); ++i) {
    if (lines[i].empty() && i + 1 == lines.size()) break;
    if (lines[i].starts_with(kRelayStart)) {
      receipt.relay = lines[i].substr(kRelayStart.size());
      if (receipt.relay.size() > kLongestRelay) return std::nullopt;
      continue;
    }
    auto head = parse_receipt_head(lines[i]);
    if (!head) return std::nullopt;
    receipt.heads.push_back(std::move(*head));
  }
  return receipt;
}

ReceiptReader::ReceiptReader(const git::Repository& repository) : repository_(repository) {
  const auto hex = git::read_reference(repository.location, kReceiptsRef);
  if (hex) at_ = git::parse_object_id(*hex);
}

std::optional<Receipt> ReceiptReader::next() {
  while (at_) {
    std::optional<Receipt> receipt;
    try {
      const git::CommitObject commit = repository_.objects.read_commit(*at_);
      at_ = commit.parents.empty() ? std::nullopt : std::optional(commit.parents.front());
      receipt = parse_receipt(commit.message);
    } catch (const util::Error&) {
      at_.reset();  // what is absent or damaged ends what can be known
    }
    if (receipt) return receipt;
  }
  return std::nullopt;
}

bool is_of_future(const Receipt& receipt, util::Instant now) { return receipt.time > now + kClockOff; }

std::optional<Receipt> find_newest_receipt(const git::Repository& repository, util::Instant now) {
  ReceiptReader reader(repository);
  while (auto receipt = reader.next())
    if (!is_of_future(*receipt, now)) return receipt;
  return std::nullopt;
}

std::vector<Receipt> find_future_receipts(const git::Repository& repository, util::Instant now) {
  constexpr int kMostRead = 1000;
  std::vector<Receipt> found;
  ReceiptReader reader(repository);
  for (int i = 0; i < kMostRead; ++i) {
    auto receipt = reader.next();
    if (!receipt) break;
    if (is_of_future(*receipt, now)) found.push_back(std::move(*receipt));
  }
  return found;
}

}  // namespace crmtrack::ledger
