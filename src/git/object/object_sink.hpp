#pragma once

#include <string_view>

#include "git/object/object_id.hpp"

namespace crmtrack::git {

/// Takes new objects. When `finish` has returned, others can read them, and they are durable. A sink that is destroyed
/// before that leaves nothing behind.
class ObjectSink {
 public:
  ObjectSink() = default;
  ObjectSink(const ObjectSink&) = delete;
  ObjectSink& operator=(const ObjectSink&) = delete;
  virtual ~ObjectSink() = default;

  virtual ObjectId write(ObjectKind kind, std::string_view bytes) = 0;
  virtual void finish() = 0;
};

/// A sink that writes into a repository where plain Git is at work too. It must outlive the move of the branch that is
/// to name its objects: it protects them until then.
class RepositorySink : public ObjectSink {
 public:
  /// Whether the objects that `finish` has put into the repository are all there, and nothing is about to take them
  /// away. If false, no branch may move to them: write them anew, into another sink.
  [[nodiscard]] virtual bool is_intact() const = 0;
};

/// The id that Git gives these bytes.
ObjectId hash_object(ObjectKind kind, std::string_view bytes);

}  // namespace crmtrack::git
