#include "exchange/warehouse/copied_row.hpp"

#include <fmt/format.h>

#include <bit>
#include <type_traits>

#include "util/digest.hpp"
#include "util/text/utf8.hpp"

namespace crmtrack::exchange {

namespace {

constexpr std::string_view kCopyHeader("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);
constexpr std::int64_t kEpochOfPostgres = 946'684'800;   // 2000-01-01, in seconds since 1970
constexpr std::int64_t kFirstSecond = -210'866'760'000;  // SQLite's texts of times begin -4713-11-24T12:00:00
constexpr std::int64_t kLastSecond = 253'402'300'799;    // and end 9999-12-31T23:59:59
constexpr std::size_t kDigestBytes = 16;

std::string storable(std::string_view text) {
  std::string made;
  while (!text.empty()) {
    const util::CodePoint next = util::first_code_point(text);
    if (next.value <= 0)
      made += "\uFFFD";
    else
      made += text.substr(0, next.bytes);
    text.remove_prefix(next.bytes);
  }
  return made;
}

bool is_storable(std::string_view text) {
  return text.find('\0') == std::string_view::npos && (util::is_ascii(text) || util::is_valid_utf8(text));
}

}  // namespace

BinaryRows::BinaryRows() : bytes_(kCopyHeader) {}

template <class Number>
void BinaryRows::add_number(Number number) {
  using Unsigned = std::make_unsigned_t<Number>;
  const auto value = static_cast<Unsigned>(number);
  for (std::size_t shift = sizeof(Number) * 8; shift > 0; shift -= 8)
    bytes_ += static_cast<char>(static_cast<unsigned char>(value >> (shift - 8)));
}

void BinaryRows::add_size(std::int32_t size) { add_number(size); }

void BinaryRows::begin_row(std::size_t fields) { add_number(static_cast<std::int16_t>(fields)); }

void BinaryRows::add_null() { add_size(-1); }

void BinaryRows::add_text(std::string_view text) {
  if (!is_storable(text)) return add_text(storable(text));
  add_size(static_cast<std::int32_t>(text.size()));
  bytes_ += text;
}

void BinaryRows::add_integer(std::int64_t value) {
  add_size(sizeof value);
  add_number(value);
}

void BinaryRows::add_real(double value) { add_integer(std::bit_cast<std::int64_t>(value)); }

void BinaryRows::add_boolean(bool value) {
  add_size(1);
  bytes_ += value ? '\1' : '\0';
}

void BinaryRows::add_time(std::int64_t seconds) {
  if (seconds < kFirstSecond || seconds > kLastSecond) return add_null();
  add_integer((seconds - kEpochOfPostgres) * 1'000'000);
}

void BinaryRows::add_uuid(std::string_view sixteen_bytes) {
  add_size(static_cast<std::int32_t>(sixteen_bytes.size()));
  bytes_ += sixteen_bytes;
}

void BinaryRows::add(const index::RowValue& value, index::CopiedColumn::Type type) {
  using Column = index::CopiedColumn::Type;
  using Value = index::RowValue::Type;
  if (value.type == Value::null) return add_null();
  switch (type) {
    case Column::text:
      if (value.type == Value::integer) return add_text(fmt::to_string(value.integer));
      return add_text(value.type == Value::real ? fmt::to_string(value.real) : value.text);
    case Column::integer:
      return value.type == Value::integer ? add_integer(value.integer) : add_null();
    case Column::time:
      return value.type == Value::integer ? add_time(value.integer) : add_null();
    case Column::real:
      if (value.type == Value::integer) return add_real(static_cast<double>(value.integer));
      return value.type == Value::real ? add_real(value.real) : add_null();
  }
}

void BinaryRows::end() { add_number(std::int16_t{-1}); }

std::string story_name(const record::StoryRef& story) {
  switch (story.kind) {
    case record::StoryKind::complaint:
      return story.id;
    case record::StoryKind::customer:
      return "customer/" + story.id;
    case record::StoryKind::journal:
      break;
  }
  return "journal/" + story.id;
}

std::string_view RowDigests::add(std::string_view story, std::string_view fields) {
  if (story != story_) {
    story_ = story;
    seen_.clear();
  }
  input_.assign(story).append(1, '\0').append(fields);
  do {  // a row that equals another one of its story: whose digest is that of more bytes
    const auto digest = util::sha256(input_);
    digest_.assign(reinterpret_cast<const char*>(digest.data()), kDigestBytes);
    input_ += '\0';
  } while (!seen_.insert(digest_).second);
  return digest_;
}

}  // namespace crmtrack::exchange
