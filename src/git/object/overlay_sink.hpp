#pragma once

#include <unordered_map>
#include <utility>

#include "git/object/object_sink.hpp"
#include "git/object/tree.hpp"

namespace crmtrack::git {

/// Writes into another sink, and gives back the trees that it has written. Without it, trees in a sink can only be read
/// once the sink is finished.
class OverlaySink : public ObjectSink {
 public:
  OverlaySink(ObjectSink& below, TreeSource trees) : below_(below), trees_(std::move(trees)) {}

  ObjectId write(ObjectKind kind, std::string_view bytes) override {
    const ObjectId id = below_.write(kind, bytes);
    if (kind == ObjectKind::tree) written_.try_emplace(id, std::make_shared<const TreeText>(std::string(bytes)));
    return id;
  }
  void finish() override { below_.finish(); }

  /// The trees that it has written, and those of the source below.
  [[nodiscard]] TreeSource trees() const {
    return [this](const ObjectId& id) {
      const auto found = written_.find(id);
      return found == written_.end() ? trees_(id) : found->second;
    };
  }

 private:
  ObjectSink& below_;
  TreeSource trees_;
  std::unordered_map<ObjectId, TreeBytes> written_;
};

}  // namespace crmtrack::git
