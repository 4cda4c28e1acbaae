#include "git/object/object_id.hpp"

#include <fmt/format.h>

#include "util/error.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::git {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

int digit_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

}  // namespace

std::string ObjectId::hex() const {
  std::string text(bytes.size() * 2, '0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    text[2 * i] = kDigits[bytes[i] >> 4U];
    text[2 * i + 1] = kDigits[bytes[i] & 15U];
  }
  return text;
}

std::optional<ObjectId> parse_object_id(std::string_view hex) {
  ObjectId id;
  if (hex.size() != id.bytes.size() * 2) return std::nullopt;
  for (std::size_t i = 0; i < id.bytes.size(); ++i) {
    const int high = digit_value(hex[2 * i]);
    const int low = digit_value(hex[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    id.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return id;
}

ObjectId get_object_id(std::string_view hex) {
  if (const auto id = parse_object_id(hex)) return *id;
  throw util::Error(util::ErrorKind::not_found,
                    fmt::format("cannot find the object '{}': it is no full object id", util::visible_line(hex)));
}

ObjectId object_id_from(const void* raw) {
  ObjectId id;
  std::memcpy(id.bytes.data(), raw, id.bytes.size());
  return id;
}

std::string_view name_of(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::commit:
      return "commit";
    case ObjectKind::tree:
      return "tree";
    case ObjectKind::blob:
      return "blob";
    case ObjectKind::tag:
      return "tag";
  }
  return "object";
}

std::string object_header(ObjectKind kind, std::size_t size) {
  std::string header(name_of(kind));
  header += ' ';
  header += std::to_string(size);
  header += '\0';
  return header;
}

}  // namespace crmtrack::git
