#pragma once

#include <filesystem>
#include <stdexcept>

#include "git/reference/location.hpp"

namespace crmtrack::index {

/// The folder, or a file of ours in it, cannot be written: no fault of the ledger, which can be read all the same.
class CannotWrite : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Our files in the Git directory. All are disposable; none is ever unlinked while another process may read it.
struct Files {
  explicit Files(const git::Location& location);

  std::filesystem::path folder;
  std::filesystem::path database;    ///< SQLite, write-ahead log beside it
  std::filesystem::path opening;     ///< held shared while opening, exclusively while the database is replaced
  std::filesystem::path refreshing;  ///< held by the one process that brings the index up to date

  [[nodiscard]] bool is_writable() const;
  /// A new private file to build in, after removing what killed processes left. Precondition: `refreshing` is held.
  /// Throws CannotWrite.
  [[nodiscard]] std::filesystem::path make_scratch() const;
  /// Where the full text of a scratch file is built; what a killed process left there goes with the scratch file.
  [[nodiscard]] static std::filesystem::path words_beside(const std::filesystem::path& scratch);
  /// Puts a finished database in the place of the current one. Throws CannotWrite.
  void replace_database(const std::filesystem::path& finished) const;
};

}  // namespace crmtrack::index
