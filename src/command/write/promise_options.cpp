#include "command/write/promise_options.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "command/write/capture.hpp"
#include "record/vocabulary.hpp"
#include "session/lookup.hpp"
#include "session/promise/named.hpp"
#include "util/error.hpp"
#include "util/format_local.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

/// `WHAT@DUE`, taken apart at the last @ behind which a time stands.
std::pair<std::string, std::string> split_due(const std::string& text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string::npos) return {std::string(util::trim(text)), {}};
  return {std::string(util::trim(text.substr(0, at))), std::string(util::trim(text.substr(at + 1)))};
}

}  // namespace

std::string told_due(Context& context, const Invocation& invocation, std::string_view option, std::string_view word) {
  const auto time = invocation.find(option);
  if (!time) return {};
  return fmt::format(" {} {}", word, util::format_local(context.zone(), due_of(context, *time).utc));
}

void say_promised(Context& context, const session::PromisesOf& after, const std::vector<session::Draft>& written) {
  for (const story::Promise& promise : after.promises) {
    if (story::is_derived(promise.kind) || std::ranges::find(written, promise.of, &session::Draft::id) == written.end())
      continue;
    context.say(fmt::format("{} {}", promise.debtor == story::Debtor::us ? "promised:" : "asked for:",
                            session::shown_promise(after, promise)));
  }
}

util::Timestamp promised_due_of(Context& context, std::string_view text) {
  const util::Timestamp due = due_of(context, text);
  if (due.utc < context.now())
    context.say_once(
        fmt::format("'{}' is past: the promise is due {}", text, util::format_local(context.zone(), due.utc)));
  return due;
}

yaml::Node promise_from(Context& context, const std::string& option, const std::string& text) {
  const auto [what, due] = split_due(text);
  if (what.empty() || due.empty())
    throw Error(ErrorKind::usage, fmt::format("cannot read {}'{}': say what and by when", option, text),
                {fmt::format("for example: {}'call back@fri 17:00'", option)});
  yaml::Node promise = yaml::Node::map();
  promise.set("what", yaml::Node::scalar(what));
  promise.set("due", yaml::Node::scalar(util::format_rfc3339(promised_due_of(context, due))));
  return promise;
}

yaml::Node promises_of(Context& context, const Invocation& invocation) {
  yaml::Node list = yaml::Node::list();
  if (invocation.has("to") && !invocation.has("promise"))
    throw Error(ErrorKind::usage, "cannot tell to whom without a promise", {"say what with --promise WHAT@DUE"});
  for (const std::string& text : invocation.all("promise")) {
    yaml::Node promise = promise_from(context, "--promise ", text);
    if (invocation.get("to") == "us") promise.set("to", yaml::Node::scalar("us"));
    list.items.push_back(std::move(promise));
  }
  return list;
}

yaml::Node expectation_from(Context& context, const std::string& option, const std::string& text) {
  const auto [what, due] = split_due(text);
  const bool known =
      std::find(record::kExpectable.begin(), record::kExpectable.end(), what) != record::kExpectable.end();
  if (!known)
    throw Error(ErrorKind::usage,
                fmt::format("cannot read {}'{}': expect acknowledgement, reply, information or none", option, text),
                {fmt::format("for example: {}reply@2026-12-01", option)});
  yaml::Node expects = yaml::Node::map();
  expects.set("what", yaml::Node::scalar(what));
  if (!due.empty()) expects.set("due", yaml::Node::scalar(util::format_rfc3339(due_of(context, due))));
  return expects;
}

yaml::Node expects_of(Context& context, const Invocation& invocation) {
  const auto text = invocation.find("expects");
  return text ? expectation_from(context, "--expects ", *text) : yaml::Node::null();
}

}  // namespace crmtrack::command
