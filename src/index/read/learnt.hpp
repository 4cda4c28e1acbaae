#pragma once

#include <functional>
#include <string_view>

#include "index/index.hpp"
#include "record/path.hpp"

/// Lessons and praise, as corrections leave them. Texts last until the next row. The functions throw
/// Error(repository) where the index is damaged.
namespace crmtrack::index {

/// A review that says a lesson or a root cause.
struct ToldLesson {
  std::string_view complaint;
  util::Instant at{};
  std::string_view root_cause, went_wrong, lesson;
};
/// In order of time, then of the complaint.
void each_lesson(const Index& index, const std::function<void(const ToldLesson&)>& visit);

/// Somebody whom a review praises, or a compliment of a customer.
struct ToldPraise {
  record::StoryKind kind{};  ///< of the story
  std::string_view story;
  std::string_view customer;  ///< of a complaint
  util::Instant at{};
  std::string_view person;  ///< empty: a compliment
  std::string_view by, text;
};
/// In order of time, complaints first, then of the story.
void each_praise(const Index& index, const std::function<void(const ToldPraise&)>& visit);

}  // namespace crmtrack::index
