#pragma once

#include <cstddef>
#include <string>

#include "document/value.hpp"

namespace crmtrack::render {

/// How an envelope of items is written, one item after the other, so that no more than one is in memory.
struct ItemForm {
  /// `head` is the envelope as far as its items.
  std::string (*begin)(const document::Value::Object& head);
  /// `before` items stand before this one.
  std::string (*item)(const document::Value& item, std::size_t before);
  /// `tail` is what follows the items in the envelope; there were `count` of them.
  std::string (*end)(const document::Value::Object& tail, std::size_t count);
};

}  // namespace crmtrack::render
