#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "index/sqlite/database.hpp"

namespace crmtrack::index {

/// A fingerprint of the rows of one fold (FNV-1a, 64 bits), by which a fold that gives the same rows again is known. It
/// guards against work, not against anybody: what the index holds is trusted for nothing.
class RowDigest {
 public:
  void end_row(std::size_t values) { add(static_cast<std::int64_t>(values)); }
  [[nodiscard]] std::int64_t value() const { return static_cast<std::int64_t>(state_); }

  void add(std::int64_t value) {
    for (int shift = 0; shift < 64; shift += 8)
      add_byte(static_cast<unsigned char>(static_cast<std::uint64_t>(value) >> shift));
  }
  void add(int value) { add(std::int64_t{value}); }
  void add(bool value) { add(std::int64_t{value}); }
  void add(util::Instant value) { add(std::int64_t{value.time_since_epoch().count()}); }
  void add(Raw value) { add(value.bytes); }
  void add(Blob value) { add(value.bytes); }
  void add(const char* value) { add(std::string_view(value)); }
  void add(const std::string& value) { add(std::string_view(value)); }
  void add(std::string_view value) {
    for (const char c : value) add_byte(static_cast<unsigned char>(c));
    add(static_cast<std::int64_t>(value.size()));
  }
  template <class T>
  void add(const std::optional<T>& value) {
    add(value.has_value());
    if (value) add(*value);
  }

 private:
  void add_byte(unsigned char byte) { state_ = (state_ ^ byte) * 1'099'511'628'211U; }

  std::uint64_t state_ = 14'695'981'039'346'656'037U;
};

}  // namespace crmtrack::index
