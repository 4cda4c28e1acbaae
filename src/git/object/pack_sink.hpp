#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "git/object/object_id_set.hpp"
#include "git/object/object_sink.hpp"
#include "git/object/pack_writer.hpp"
#include "git/program/access.hpp"
#include "util/handover.hpp"

namespace crmtrack::git {

/// Writes very many objects (an import) into one pack. A thread of its own compresses and writes them while the caller
/// makes the next ones; the two cost about the same. Every finished pack keeps its `.keep` until the sink is destroyed.
class PackSink : public RepositorySink {
 public:
  PackSink(const std::filesystem::path& objects, const Access& access);
  ~PackSink() override;
  ObjectId write(ObjectKind kind, std::string_view bytes) override;
  /// Ends the pack and gives it and its index their names, both synced. Objects that are written afterwards begin
  /// another pack.
  void finish() override;
  /// False where somebody has removed a pack in spite of its `.keep`.
  [[nodiscard]] bool is_intact() const override;

 private:
  /// Objects one behind the other. They are handed over in batches, because a hand-over of each would cost more than
  /// writing it.
  struct Batch {
    struct Item {
      ObjectId id;
      ObjectKind kind;
      std::size_t size;
    };
    std::vector<Item> items;
    std::string bytes;
  };
  /// A pack in the making and the thread that writes it.
  struct Worker;
  void hand_over();

  std::filesystem::path folder_;
  Access access_;
  ObjectIdSet written_;
  Batch batch_;
  std::unique_ptr<Worker> worker_;
  std::vector<PackWriter::Finished> packs_;
};

}  // namespace crmtrack::git
