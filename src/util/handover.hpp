#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <utility>

namespace crmtrack::util {

/// Hands items from one thread to one other, a few ahead of it. The faster of the two waits. An item belongs to the
/// thread that holds it.
template <class T>
class Handover {
 public:
  explicit Handover(std::size_t ahead) : ahead_(ahead) {}

  /// Called by the giver. Returns false when the taker takes no more.
  bool put(T item) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.size() < ahead_ || abandoned_; });
    if (abandoned_) return false;
    waiting_.push_back(std::move(item));
    changed_.notify_all();
    return true;
  }
  /// Called by the giver when there are no more items. `failure` says why, if the giver failed.
  void end(std::exception_ptr failure = nullptr) {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    failure_ = std::move(failure);
    changed_.notify_all();
  }

  /// Called by the taker. Returns nullopt after the last item, and throws the failure of the giver.
  std::optional<T> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !waiting_.empty() || ended_; });
    if (waiting_.empty()) {
      if (failure_) std::rethrow_exception(failure_);
      return std::nullopt;
    }
    std::optional<T> item(std::move(waiting_.front()));
    waiting_.pop_front();
    changed_.notify_all();
    return item;
  }
  /// The next item, without waiting. nullopt where there is none yet, or the giver failed.
  std::optional<T> try_take() {
    const std::lock_guard lock(mutex_);
    if (waiting_.empty()) return std::nullopt;
    std::optional<T> item(std::move(waiting_.front()));
    waiting_.pop_front();
    changed_.notify_all();
    return item;
  }
  /// Called by the taker when it wants no more items.
  void abandon() {
    const std::lock_guard lock(mutex_);
    abandoned_ = true;
    changed_.notify_all();
  }

 private:
  const std::size_t ahead_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<T> waiting_;
  bool ended_ = false;
  bool abandoned_ = false;
  std::exception_ptr failure_;
};

}  // namespace crmtrack::util
