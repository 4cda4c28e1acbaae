#include "session/register.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "index/read/lookup.hpp"
#include "index/read/overview.hpp"
#include "session/lookup.hpp"
#include "session/undo.hpp"
#include "util/error.hpp"
#include "util/text/case.hpp"
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

namespace {

/// Takes back what `undo` did to a customer's registration.
Draft renewal(const std::string& name) {
  Draft draft;
  draft.kind = record::Kind::change;
  yaml::Node set = yaml::Node::map();
  set.set("retired", yaml::Node::boolean(false));
  if (!name.empty()) set.set("name", yaml::Node::scalar(name));
  draft.fields.set("set", std::move(set));
  return draft;
}

Draft first_registration(const std::string& name) {
  Draft draft;
  draft.kind = record::Kind::customer;
  if (!name.empty()) draft.fields.set("name", yaml::Node::scalar(name));
  return draft;
}

/// The customers whose slug or name is near to that of a new one.
std::vector<std::string> similar_customers(Session& session, const std::string& customer, const std::string& name) {
  std::vector<std::string> near = util::nearest(customer, index::customer_ids(session.index()));
  std::map<std::string, std::string> ids;
  std::vector<std::string> names;
  if (!name.empty())
    for (const index::NamedCustomer& each : index::Overview(session.index()).named_customers())
      if (ids.emplace(util::fold_case(each.name), each.id).second) names.push_back(util::fold_case(each.name));
  for (const std::string& each : util::nearest(util::fold_case(name), names))
    if (std::find(near.begin(), near.end(), ids[each]) == near.end()) near.push_back(ids[each]);
  std::erase(near, customer);
  return near;
}

void tell_registered(Session& session, const std::string& customer, const std::string& name) {
  session.say(name.empty()
                  ? fmt::format("customer {} is new and is registered; name it with: crmtrack customer edit {} "
                                "--name NAME",
                                customer, customer)
                  : fmt::format("customer {} is new and is registered as {} (a natural person? crmtrack undo, then "
                                "crmtrack customer add --person --name NAME)",
                                customer, name));
  std::vector<std::string> near = similar_customers(session, customer, name);
  if (!near.empty()) session.hint(fmt::format("there is a customer of a similar name: {}", util::join(near, ", ")));
}

}  // namespace

std::string find_taken_back(const story::Customer& customer) {
  if (!customer.retired) return {};
  const auto retires = [](const story::Entry& entry) {
    const yaml::Node* set = entry.record.kind == record::Kind::change ? entry.record.body.find("set") : nullptr;
    return entry.counts() && set != nullptr && set->find("retired") != nullptr;
  };
  const auto last = std::find_if(customer.entries.rbegin(), customer.entries.rend(), retires);
  const bool is_undone = last != customer.entries.rend() && last->record.text_of("why") == kUndone;
  return is_undone ? last->record.id : std::string();
}

bool was_taken_back(const story::Customer& customer) { return !find_taken_back(customer).empty(); }

std::optional<Draft> registration_of(Session& session, const std::string& customer, const util::Timestamp& at,
                                     const std::string& by, const std::string& name) {
  if (customer.empty()) return std::nullopt;
  const auto known = find_customer(session, customer);
  if (known && !was_taken_back(*known)) return std::nullopt;
  require_slug("customer", customer);
  tell_registered(session, customer, name);
  Draft draft = known ? renewal(name) : first_registration(name);
  draft.story = {record::StoryKind::customer, customer};
  draft.at = at;
  draft.by = by;
  draft.customer = customer;
  draft.says = "registered";
  return draft;
}

}  // namespace crmtrack::session
