#include "index/read/due.hpp"

#include "index/impl.hpp"
#include "story/story.hpp"

namespace crmtrack::index {

namespace {

constexpr const char* kDue =
    "SELECT id FROM complaints WHERE next_tick_unix IS NOT NULL AND next_tick_unix < ? ORDER BY next_tick_unix, id";
constexpr const char* kCountDue =
    "SELECT count(*) FROM complaints WHERE next_tick_unix IS NOT NULL AND next_tick_unix < ?";

}  // namespace

std::vector<std::string> complaints_due(const Index& index, util::Instant now) {
  return index.impl().run([&] {
    Statement statement = index.impl().database.prepare(kDue);
    statement.bind(1, now);
    std::vector<std::string> ids;
    while (statement.step()) ids.push_back(statement.text(0));
    return ids;
  });
}

std::size_t count_due(const Index& index, util::Instant now) {
  return index.impl().run([&] {
    Statement statement = index.impl().database.prepare(kCountDue);
    statement.bind(1, now);
    return statement.step() ? static_cast<std::size_t>(statement.integer(0)) : std::size_t{0};
  });
}

std::optional<ToldComplaint> find_told(const Index& index, const std::string& id) {
  return index.impl().run([&]() -> std::optional<ToldComplaint> {
    StoryReader& reader = index.impl().reader();
    const auto key = reader.find_key({record::StoryKind::complaint, id});
    if (!key) return std::nullopt;
    ToldComplaint told{reader.read(*key), {}};
    story::refuse_unfounded(told.story.entries);
    told.customers = reader.read_customers(told.story);
    return told;
  });
}

}  // namespace crmtrack::index
