#include "session/customer_word.hpp"

#include <fmt/format.h>

#include <set>

#include "index/read/lookup.hpp"
#include "index/read/overview.hpp"
#include "record/person_slug.hpp"
#include "session/lookup.hpp"
#include "session/register.hpp"
#include "util/error.hpp"
#include "util/text/case.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"
#include "util/text/slug.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

namespace {

/// The customer of that name, or who stands for them; empty where nobody has it.
std::string customer_by_name(Session& session, std::string_view word) {
  const std::string wanted = util::fold_case(util::trim(word));
  std::set<std::string> found;
  for (const index::NamedCustomer& customer : index::Overview(session.index()).named_customers())
    if (util::fold_case(customer.name) == wanted) found.insert(standing_customer(session, customer.id));
  if (found.size() > 1)
    throw Error(ErrorKind::ambiguous,
                fmt::format("cannot tell which customer '{}' is: {} have that name", word, found.size()),
                {found.begin(), found.end()});
  return found.empty() ? std::string() : *found.begin();
}

}  // namespace

std::string standing_customer(Session& session, const std::string& slug) {
  std::set<std::string> seen;
  std::string standing = slug;
  while (seen.insert(standing).second) {
    const auto customer = find_customer(session, standing);
    if (!customer || customer->merged_into.empty()) return standing;
    standing = customer->merged_into;
  }
  return slug;  // merges that go in a circle are no merges
}

std::string resolve_customer(Session& session, std::string_view word) {
  const std::string slug(util::trim(word));
  if (!util::is_slug(slug) || !find_customer(session, slug)) {
    std::string named = customer_by_name(session, slug);
    if (!named.empty()) return named;
    require_slug("customer", slug);
    return slug;
  }
  std::string standing = standing_customer(session, slug);
  if (standing != slug) session.say_once(fmt::format("{} was merged into {}", slug, standing));
  const auto customer = find_customer(session, standing);
  if (customer && customer->retired && !was_taken_back(*customer))
    session.say_once(fmt::format("customer {} is retired; taken all the same", standing));
  return standing;
}

std::string shown_customer(Session& session, const std::string& slug) {
  std::string name =
      record::is_person_slug(slug) ? index::Overview(session.index()).name_of_customer(slug) : std::string();
  return name.empty() ? slug : name;
}

TakenCustomer take_customer(Session& session, std::string_view word) {
  const std::string name(util::trim(word));
  try {
    return {resolve_customer(session, name)};
  } catch (const Error& error) {
    // A name with characters that a terminal obeys is a mistake, and no name.
    if (error.kind() != ErrorKind::refused || name.empty() || util::visible_line(name) != name) throw;
  }
  const std::string slug = standing_customer(session, util::to_slug(name));
  const auto known = find_customer(session, slug);
  if (!known) return {slug, name};
  session.say_once(
      fmt::format("'{}' is taken as {}{}", name, slug, known->name.empty() ? "" : fmt::format(" ({})", known->name)));
  return {slug};
}

std::string resolve_known_customer(Session& session, std::string_view word) {
  const std::string slug(util::trim(word));
  if (find_customer(session, slug)) return slug;
  std::string named = customer_by_name(session, slug);
  if (!named.empty()) return named;
  std::vector<std::string> hints;
  if (const auto near = util::nearest(slug, index::customer_ids(session.index())); !near.empty())
    hints.push_back("did you mean " + util::join(near, " or ") + "?");
  hints.emplace_back("see: crmtrack customer list");
  throw Error(ErrorKind::not_found, fmt::format("cannot find customer '{}'", slug), std::move(hints));
}

}  // namespace crmtrack::session
