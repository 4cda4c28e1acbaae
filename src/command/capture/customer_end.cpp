#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/report_written.hpp"
#include "session/customer_word.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using session::Draft;
using util::Error;
using util::ErrorKind;

namespace {

Draft change_of(Context& context, const Invocation& invocation, const std::string& slug, yaml::Node::Entry set,
                std::string says) {
  Draft draft;
  draft.story = {record::StoryKind::customer, slug};
  draft.kind = record::Kind::change;
  draft.at = at_of(context, invocation);
  draft.by = by_of(context, invocation);
  draft.customer = slug;
  draft.says = std::move(says);
  yaml::Node fields = yaml::Node::map();
  fields.set(std::move(set.first), std::move(set.second));
  draft.fields.set("set", std::move(fields));
  set_text(draft.fields, "why", required_why(invocation));
  return draft;
}

/// Throws Error(refused) where the merge would end in a circle, or the customer has been merged already.
void require_mergeable(Context& context, const std::string& slug, const std::string& into, const std::string& named) {
  if (slug == into)
    throw Error(ErrorKind::refused,
                slug == named ? fmt::format("cannot merge '{}' into itself", slug)
                              : fmt::format("cannot merge '{}' into '{}': {} was merged into it", slug, named, named));
  if (const std::string other = find_customer(context, slug)->merged_into; !other.empty())
    throw Error(ErrorKind::refused, fmt::format("cannot merge '{}': it was merged into {} already", slug, other));
}

int run_customer_merge(Context& context, const Invocation& invocation) {
  required_why(invocation);
  const std::string slug = session::resolve_known_customer(context, invocation.positionals[0]);
  const std::string named = session::resolve_known_customer(context, invocation.positionals[1]);
  std::string into;
  const session::Written written = write_records(context, [&] {
    into = session::standing_customer(context, named);
    require_mergeable(context, slug, into, named);
    return std::vector{change_of(context, invocation, slug, {"merged_into", yaml::Node::scalar(into)},
                                 fmt::format("merged into {}", into))};
  });
  if (context.settings().dry_run) return show_dry_run(context, written);
  return report_written(context, written.drafts,
                        fmt::format("{} is merged into {}: its complaints count for {} now", slug, into, into));
}

int run_customer_retire(Context& context, const Invocation& invocation) {
  required_why(invocation);
  const std::string slug = session::resolve_known_customer(context, invocation.positionals.front());
  const session::Written written = write_records(context, [&] {
    if (find_customer(context, slug)->retired)
      throw Error(ErrorKind::refused, fmt::format("cannot retire customer '{}': they are retired already", slug));
    return std::vector{change_of(context, invocation, slug, {"retired", yaml::Node::boolean(true)}, "retired")};
  });
  if (context.settings().dry_run) return show_dry_run(context, written);
  return report_written(context, written.drafts, fmt::format("customer {} is retired", slug));
}

}  // namespace

const CommandSpec kCustomerMerge{.name = "customer merge",
                                 .group = "capture",
                                 .summary = "let one customer stand for another one",
                                 .positionals = {{"OLD", "the customer who was entered twice", Completes::customer},
                                                 {"INTO", "the one who stands for both", Completes::customer}},
                                 .options = {option::kWhy, option::kAt, option::kBy},
                                 .examples = {{"crmtrack customer merge acme-ltd acme --why 'Entered twice'",
                                               "the complaints of acme-ltd count for acme"}},
                                 .run = run_customer_merge};
const CommandSpec kCustomerRetire{
    .name = "customer retire",
    .group = "capture",
    .summary = "say that somebody is no customer any more",
    .positionals = {{"CUSTOMER", "the customer, by slug or name", Completes::customer}},
    .options = {option::kWhy, option::kAt, option::kBy},
    .examples = {{"crmtrack customer retire acme --why 'Contract ended'", "the story stays"}},
    .run = run_customer_retire};

}  // namespace crmtrack::command
