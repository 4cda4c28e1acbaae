#include "util/tar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

#include "util/error.hpp"

namespace crmtrack::util {
namespace {

constexpr std::size_t kBlock = 512;

/// POSIX 1003.1, pax: "ustar Interchange Format".
struct Header {
  std::array<char, 100> name{};
  std::array<char, 8> mode{}, user{}, group{};
  std::array<char, 12> size{}, time{};
  std::array<char, 8> checksum{};
  char type = '0';
  std::array<char, 100> link{};
  std::array<char, 6> magic{};
  std::array<char, 2> version{};
  std::array<char, 32> user_name{}, group_name{};
  std::array<char, 8> major{}, minor{};
  std::array<char, 155> prefix{};
  std::array<char, 12> padding{};
};
static_assert(sizeof(Header) == kBlock);

template <std::size_t N>
void put(std::array<char, N>& field, std::string_view text) {
  std::memcpy(field.data(), text.data(), std::min(N, text.size()));
}

void append_entry(std::string& text, char type, std::string_view name, std::string_view bytes, std::int64_t time) {
  Header header;
  header.type = type;
  put(header.name, name);
  put(header.mode, "0000600");
  put(header.user, "0000000");
  put(header.group, "0000000");
  put(header.size, fmt::format("{:011o}", bytes.size()));
  put(header.time, fmt::format("{:011o}", std::max<std::int64_t>(time, 0)));
  put(header.magic, std::string_view("ustar\0", 6));
  put(header.version, "00");
  put(header.checksum, "        ");
  std::array<unsigned char, kBlock> raw{};
  std::memcpy(raw.data(), &header, kBlock);
  put(header.checksum, fmt::format("{:06o}", std::accumulate(raw.begin(), raw.end(), 0U)));
  header.checksum[6] = '\0';
  text.append(reinterpret_cast<const char*>(&header), kBlock).append(bytes);
  text.append((kBlock - bytes.size() % kBlock) % kBlock, '\0');
}

/// `27 path=a/long/path\n`: the length counts itself.
std::string pax_record(std::string_view key, std::string_view value) {
  const std::size_t rest = key.size() + value.size() + 3;
  std::size_t length = rest + 1;
  while (rest + std::to_string(length).size() != length) ++length;
  return fmt::format("{} {}={}\n", length, key, value);
}

}  // namespace

void TarText::add(std::string_view path, std::string_view bytes) {
  if (path.empty() || path.front() == '/' || path.find("..") != std::string_view::npos)
    throw Error(ErrorKind::bug, fmt::format("cannot put '{}' into a tar archive", path));
  if (path.size() > Header().name.size()) append_entry(text_, 'x', "pax", pax_record("path", path), time_);
  append_entry(text_, '0', path, bytes, time_);
}

std::string TarText::finish() const { return text_ + std::string(2 * kBlock, '\0'); }

}  // namespace crmtrack::util
