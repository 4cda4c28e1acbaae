#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace crmtrack::git {

/// The last texts that were read, by their keys, within a bound on their bytes and their number. The one that nobody
/// has asked for longest goes first.
template <typename Key, typename Text>
class RecentBytes {
 public:
  using TextPtr = std::shared_ptr<const Text>;

  RecentBytes(std::size_t most_bytes, std::size_t most_texts) : most_bytes_(most_bytes), most_texts_(most_texts) {}

  /// Null where the text is not among them.
  TextPtr find(const Key& key) {
    const auto found = known_.find(key);
    if (found == known_.end()) return nullptr;
    texts_.splice(texts_.begin(), texts_, found->second);
    return found->second->second;
  }

  /// Precondition: `find` does not know the key.
  void add(const Key& key, TextPtr text) {
    bytes_ += text->size();
    texts_.emplace_front(key, std::move(text));
    known_.emplace(key, texts_.begin());
    while ((bytes_ > most_bytes_ && texts_.size() > 1) || texts_.size() > most_texts_) {
      bytes_ -= texts_.back().second->size();
      known_.erase(texts_.back().first);
      texts_.pop_back();
    }
  }

 private:
  using Texts = std::list<std::pair<Key, TextPtr>>;  // the newest first
  std::size_t most_bytes_, most_texts_;
  std::size_t bytes_ = 0;
  Texts texts_;
  std::unordered_map<Key, typename Texts::iterator> known_;
};

}  // namespace crmtrack::git
