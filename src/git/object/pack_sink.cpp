#include "git/object/pack_sink.hpp"

#include <unistd.h>

#include <algorithm>
#include <atomic>

namespace crmtrack::git {
namespace {

constexpr std::size_t kBatchBytes = 256U << 10U;
constexpr std::size_t kBatchesAhead = 8;

}  // namespace

struct PackSink::Worker {
  Worker(const std::filesystem::path& folder, const Access& access)
      : pack(folder, access), batches(kBatchesAhead), thread([this] { run(); }) {}
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker() {
    if (!thread.joinable()) return;
    stopped = true;
    batches.end();
    thread.join();
  }

  void put(Batch batch) {
    if (!batches.put(std::move(batch))) join();
  }
  /// Waits until all is written. Throws what the writing threw.
  void join() {
    batches.end();
    thread.join();
    if (failure) std::rethrow_exception(failure);
  }

  PackWriter pack;

 private:
  void run() {
    try {
      while (const auto batch = batches.take())
        if (!stopped) write(*batch);
    } catch (...) {
      failure = std::current_exception();
      batches.abandon();
    }
  }
  void write(const Batch& batch) {
    std::string_view rest = batch.bytes;
    for (const Batch::Item& item : batch.items) {
      pack.add(item.id, item.kind, rest.substr(0, item.size));
      rest.remove_prefix(item.size);
    }
  }

  util::Handover<Batch> batches;
  std::atomic<bool> stopped = false;
  std::exception_ptr failure;  ///< the thread's until it has ended
  std::thread thread;          // last: it uses all of the above
};

PackSink::PackSink(const std::filesystem::path& objects, const Access& access)
    : folder_(objects / "pack"), access_(access) {}

PackSink::~PackSink() = default;

ObjectId PackSink::write(ObjectKind kind, std::string_view bytes) {
  const ObjectId id = hash_object(kind, bytes);
  if (!written_.insert(id)) return id;
  batch_.items.push_back({id, kind, bytes.size()});
  batch_.bytes += bytes;
  if (batch_.bytes.size() >= kBatchBytes) hand_over();
  return id;
}

void PackSink::hand_over() {
  if (!worker_) worker_ = std::make_unique<Worker>(folder_, access_);
  worker_->put(std::exchange(batch_, {}));
}

void PackSink::finish() {
  if (!batch_.items.empty()) hand_over();
  if (!worker_) return;
  const auto worker = std::move(worker_);
  worker->join();
  packs_.push_back(worker->pack.finish());
}

bool PackSink::is_intact() const {
  return std::all_of(
      packs_.begin(), packs_.end(),
      [](const PackWriter::Finished& pack) {
        return ::access(pack.path.c_str(), F_OK) == 0 &&
               ::access(std::filesystem::path(pack.path).replace_extension(".idx").c_str(), F_OK) == 0;
      });
}

}  // namespace crmtrack::git
