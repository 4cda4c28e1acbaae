#include "util/zone_table.hpp"

#include <algorithm>

namespace crmtrack::util {

namespace {

constexpr std::size_t kHeaderSize = 44;
constexpr std::size_t kTypeSize = 6;

/// A big-endian number with sign. Precondition: there are `size` bytes.
std::int64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = (bytes[at] & 0x80) != 0 ? ~std::uint64_t{0} : 0;
  for (const char c : bytes.substr(at, size)) value = (value << 8U) | static_cast<unsigned char>(c);
  return static_cast<std::int64_t>(value);
}

/// The header of one of a file's two blocks, and where its parts begin.
struct Block {
  std::size_t changes = 0;
  std::size_t types = 0;
  std::size_t type_of_change = 0;
  std::size_t type_table = 0;
  std::size_t end = 0;
  bool has_leap_seconds = false;  ///< its times count them, as no time of ours does
};

std::optional<Block> read_block(std::string_view file, std::size_t at, std::size_t time_size) {
  if (file.size() < at + kHeaderSize || file.substr(at, 4) != "TZif" || file[at + 4] < '2') return std::nullopt;
  const auto count = [&](std::size_t i) {  // isut, isstd, leap, time, type, char
    return static_cast<std::size_t>(number_at(file, at + 20 + 4 * i, 4)) & 0xffffffffU;
  };
  Block block;
  block.changes = count(3);
  block.types = count(4);
  block.type_of_change = at + kHeaderSize + block.changes * time_size;
  block.type_table = block.type_of_change + block.changes;
  block.end = block.type_table + block.types * kTypeSize + count(5) + count(2) * (time_size + 4) + count(1) + count(0);
  block.has_leap_seconds = count(2) > 0;
  return block.types > 0 && block.end <= file.size() ? std::optional(block) : std::nullopt;
}

}  // namespace

std::optional<ZoneTable> ZoneTable::parse(std::string_view file) {
  constexpr std::size_t kTimeSize = 8;
  const auto old_block = read_block(file, 0, 4);  // for readers of 32 bits; ours comes after it
  const auto block = old_block ? read_block(file, old_block->end, kTimeSize) : std::nullopt;
  if (!block || block->has_leap_seconds) return std::nullopt;
  ZoneTable table;
  const auto offset_of = [&](std::size_t type) {
    return std::chrono::seconds(number_at(file, block->type_table + std::min(type, block->types - 1) * kTypeSize, 4));
  };
  table.first_offset_ = offset_of(0);
  table.changes_.reserve(block->changes);
  for (std::size_t i = 0; i < block->changes; ++i) {
    const std::int64_t at = number_at(file, block->type_of_change - (block->changes - i) * kTimeSize, kTimeSize);
    const auto type = static_cast<unsigned char>(file[block->type_of_change + i]);
    table.changes_.push_back({Instant(std::chrono::seconds(at)), offset_of(type)});
  }
  if (!std::is_sorted(table.changes_.begin(), table.changes_.end(),
                      [](const Change& a, const Change& b) { return a.at < b.at; }))
    return std::nullopt;
  std::string_view footer = file.substr(block->end);
  if (footer.size() > 2 && footer.front() == '\n' && footer.back() == '\n')
    table.rule_ = ZoneRule::parse(footer.substr(1, footer.size() - 2));
  return table;
}

ZoneSpan ZoneTable::span_at(Instant time) const {
  const auto next = std::upper_bound(changes_.begin(), changes_.end(), time,
                                     [](Instant t, const Change& change) { return t < change.at; });
  const Instant begin = next == changes_.begin() ? Instant::min() : (next - 1)->at;
  if (next != changes_.end()) return {begin, next->at, next == changes_.begin() ? first_offset_ : (next - 1)->offset};
  if (!rule_) return {begin, Instant::max(), changes_.empty() ? first_offset_ : changes_.back().offset};
  const ZoneSpan span = rule_->span_at(time);
  return {std::max(begin, span.begin), span.end, span.offset};
}

}  // namespace crmtrack::util
