#include "session/register.hpp"

#include <fmt/format.h>

#include "index/read/lookup.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"
#include "util/text/slug.hpp"

namespace crmtrack::session {

void require_slug(std::string_view kind, const std::string& text) {
  if (util::is_slug(text)) return;
  throw util::Error(util::ErrorKind::refused,
                    fmt::format("cannot use {} '{}': not a slug (2 to 63 of a-z, 0-9 and -)", kind, text),
                    {fmt::format("try: {}", util::to_slug(text))});
}

std::optional<Draft> registration_of(Session& session, const std::string& customer, const util::Timestamp& at,
                                     const std::string& by, const std::string& name) {
  if (customer.empty() || index::find_story(session.index(), {record::StoryKind::customer, customer}))
    return std::nullopt;
  require_slug("customer", customer);
  session.say(name.empty()
                  ? fmt::format("customer {} is new and is registered; name it with: crmtrack customer edit {} "
                                "--name NAME",
                                customer, customer)
                  : fmt::format("customer {} is new and is registered as {}", customer, name));
  if (const auto near = util::nearest(customer, index::customer_ids(session.index())); !near.empty())
    session.hint(fmt::format("there is a customer of a similar name: {}", util::join(near, ", ")));
  Draft draft;
  draft.story = {record::StoryKind::customer, customer};
  draft.kind = record::Kind::customer;
  draft.at = at;
  draft.by = by;
  draft.customer = customer;
  draft.says = "registered";
  if (!name.empty()) draft.fields.set("name", yaml::Node::scalar(name));
  return draft;
}

}  // namespace crmtrack::session
