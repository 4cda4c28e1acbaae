#pragma once

#include <string>
#include <string_view>

#include "index/schema/row_digest.hpp"
#include "index/sqlite/database.hpp"

namespace crmtrack::index {

/// Takes the values of a row in the order of its columns: binds them to an insertion, or adds them to a digest.
class RowSink {
 public:
  explicit RowSink(Statement& insertion) : insertion_(&insertion) {}
  explicit RowSink(RowDigest& digest) : digest_(&digest) {}

  /// The value must outlive the insertion; an empty text is NULL.
  template <class Value>
  RowSink& operator<<(const Value& value) {
    if (digest_ != nullptr)
      digest_->add(value);
    else
      insertion_->bind(++position_, value);
    return *this;
  }
  /// A text that nobody keeps: SQLite copies it.
  RowSink& operator<<(std::string&& value) {
    if (digest_ != nullptr)
      digest_->add(value);
    else
      insertion_->bind_copy(++position_, value);
    return *this;
  }

 private:
  Statement* insertion_ = nullptr;
  RowDigest* digest_ = nullptr;
  int position_ = 0;
};

}  // namespace crmtrack::index
