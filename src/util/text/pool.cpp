#include "util/text/pool.hpp"

#include <algorithm>

namespace crmtrack::util {

std::string_view TextPool::add(std::string_view text) {
  if (text.empty()) return {};
  char* const bytes = static_cast<char*>(bytes_->allocate(text.size(), 1));
  std::copy(text.begin(), text.end(), bytes);
  return {bytes, text.size()};
}

std::string_view TextPool::add_word(std::string_view word) {
  const auto found = words_.find(word);
  return found != words_.end() ? *found : *words_.insert(add(word)).first;
}

}  // namespace crmtrack::util
