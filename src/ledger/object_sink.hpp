#pragma once

#include <string_view>

#include "ledger/object_id.hpp"

namespace crmtrack::ledger {

/// Where new objects go. They are there for others, and durable, once `finish` has returned; a sink that is destroyed
/// before leaves nothing behind.
class ObjectSink {
 public:
  ObjectSink() = default;
  ObjectSink(const ObjectSink&) = delete;
  ObjectSink& operator=(const ObjectSink&) = delete;
  virtual ~ObjectSink() = default;

  virtual ObjectId write(ObjectKind kind, std::string_view bytes) = 0;
  virtual void finish() = 0;
};

/// The id that Git gives these bytes.
ObjectId hash_object(ObjectKind kind, std::string_view bytes);

}  // namespace crmtrack::ledger
