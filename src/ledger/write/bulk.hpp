#pragma once

#include <memory>
#include <string_view>

#include "ledger/write/append.hpp"

namespace crmtrack::ledger {

/// Adds very many files as one commit. They are written one by one as they are made; of a million, only paths and ids
/// are held. Unless `land` is reached, nobody sees them and nothing stays.
class Bulk {
 public:
  /// The ledger must outlive it. Throws Error(refused) where Git knows no name or address to write by.
  Bulk(Ledger& ledger, util::Timestamp now);
  Bulk(Bulk&&) noexcept;
  Bulk& operator=(Bulk&&) = delete;
  ~Bulk();

  void add(std::string_view path, std::string_view bytes);
  [[nodiscard]] std::size_t size() const;
  /// Adds the files in one commit, as `append` does, with everything of `addition` but its files.
  Landed land(const Addition& addition);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace crmtrack::ledger
