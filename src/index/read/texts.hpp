#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "index/index.hpp"
#include "story/terms.hpp"
#include "util/time.hpp"

namespace crmtrack::index {

/// The texts that people wrote of one complaint: its summary, description and remedy sought, and what its activities
/// say, each as corrections leave it.
struct ComplaintTexts {
  std::string_view id, customer;  ///< `customer` is empty where nobody knows who complains
  util::Instant received{};
  std::span<const std::string> texts;
};

/// Visits the texts of all complaints that count, void ones left out, one complaint at a time. The order is that of the
/// index, which two clones need not share.
void each_complaint_texts(const Index& index, const story::Terms& terms,
                          const std::function<void(const ComplaintTexts&)>& visit);

}  // namespace crmtrack::index
