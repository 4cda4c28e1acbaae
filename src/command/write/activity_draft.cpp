#include "command/write/activity_draft.hpp"

#include <fmt/format.h>

#include <charconv>

#include "command/write/answers_option.hpp"
#include "command/write/capture.hpp"
#include "command/write/promise_options.hpp"
#include "index/build/mail_marks.hpp"
#include "index/read/mail.hpp"
#include "mail/message/message_ids.hpp"
#include "mail/message/token.hpp"
#include "record/vocabulary.hpp"
#include "session/customer_word.hpp"
#include "session/lookup.hpp"
#include "session/register.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using session::Draft;
using util::Error;
using util::ErrorKind;

namespace {

std::string usual_direction(const std::string& type) {
  if (type == "note" || type == "work") return "internal";
  return type == "compliment" ? "in" : "out";
}

bool states_direction(const Invocation& invocation) {
  return invocation.has("in") || invocation.has("out") || invocation.has("internal");
}

/// The direction that the options state, else the default, else what the type tells.
std::string direction_of(const Invocation& invocation, const ActivityDefaults& defaults) {
  const int stated = int{invocation.has("in")} + int{invocation.has("out")} + int{invocation.has("internal")};
  if (stated > 1) throw Error(ErrorKind::usage, "cannot have more than one of --in, --out and --internal");
  if (invocation.has("in")) return "in";
  if (invocation.has("out")) return "out";
  if (invocation.has("internal")) return "internal";
  return defaults.direction.empty() ? usual_direction(defaults.type) : defaults.direction;
}

std::string sentiment_of(const Invocation& invocation, const ActivityDefaults& defaults) {
  if (invocation.has("good") && invocation.has("bad")) throw Error(ErrorKind::usage, "cannot be both --good and --bad");
  if (invocation.has("good")) return "positive";
  if (invocation.has("bad")) return "negative";
  return defaults.sentiment;
}

std::int64_t minutes_of(const std::string& text) {
  std::int64_t minutes = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), minutes);
  if (error != std::errc() || end != text.data() + text.size() || minutes < 0 || minutes > 100'000)
    throw Error(ErrorKind::usage, fmt::format("cannot read --minutes '{}': a whole number from 0 to 100000", text));
  return minutes;
}

/// The Message-ID of the mail that was sent, without its brackets, as answers to it name it.
std::string message_id_of(const std::string& text) {
  const std::string id = mail::id_of(text);
  if (id.empty())
    throw Error(ErrorKind::usage, fmt::format("cannot read --message-id '{}': no Message-ID", text),
                {"it looks like this: <20261121.4711@example.com>"});
  return id;
}

/// Says where answers to a mail go that another record has already.
void tell_of_first(Context& context, const std::string& message_id) {
  for (const index::MarkedRecord& first : index::records_by_mark(context.index(), index::message_id_mark(message_id))) {
    if (first.story.kind != record::StoryKind::complaint) continue;
    context.say_once(
        fmt::format("this mail is on {} already: answers to it go there", session::short_id(context, first.story.id)));
    return;
  }
}

/// The digest of the token that the sent mail carried.
std::string digest_of_token(const std::string& text) {
  std::vector<std::string> tokens = mail::tokens_of_subject(text.starts_with('[') ? text : "[" + text + "]");
  if (tokens.size() != 1)
    throw Error(ErrorKind::usage, fmt::format("cannot read --token '{}': no token", text),
                {"it looks like this: [crm-0123456789abcdef]"});
  return mail::token_digest(tokens.front());
}

}  // namespace

ActivityMaker::ActivityMaker(Context& context, const Invocation& invocation, ActivityDefaults defaults)
    : context_(context), invocation_(invocation), defaults_(std::move(defaults)) {
  is_taken_as_ours_ = defaults_.direction.empty() && !states_direction(invocation);
  defaults_.direction = direction_of(invocation, defaults_);
  defaults_.sentiment = sentiment_of(invocation, defaults_);
  if (const auto purpose = invocation.find("purpose")) defaults_.purpose = *purpose;
  if (const auto text = text_of(context, invocation, defaults_.text_template)) text_ = *text;
  if (text_.empty() && (defaults_.text_required || !context.interactive()))
    throw Error(ErrorKind::usage, fmt::format("cannot record this {}: no text", defaults_.type),
                {"give it with -m TEXT or -F FILE"});
}

std::string ActivityMaker::evidence() const {
  if (const auto stated = invocation_.find("evidence")) return *stated;
  return std::string(record::name_of(record::default_evidence(defaults_.type, defaults_.direction)));
}

session::Contact ActivityMaker::contact() const {
  return {session::Contact::Kind::activity, defaults_.direction, defaults_.purpose,
          record::parse_evidence(evidence()).value_or(record::Evidence::asserted)};
}

void ActivityMaker::ask_what_it_answers(const session::PromisesOf& story) {
  answered_ = command::ask_what_it_answers(context_, invocation_, story, contact());
}

void ActivityMaker::set_answers(const session::PromisesOf& story, yaml::Node& fields) const {
  std::vector<std::string> answers = answers_of(context_, invocation_, story, contact());
  answers.insert(answers.end(), answered_.begin(), answered_.end());
  if (answers.empty()) return;
  if (is_taken_as_ours_ && defaults_.direction == "out" && !invocation_.has("answers"))
    context_.say_once("taken as ours (--out); if it came from the customer: crmtrack undo, then again with --in");
  fields.set("answers", yaml::Node::list_of(answers));
}

std::vector<Draft> ActivityMaker::make(const story::Complaint* complaint) const {
  std::vector<Draft> drafts;
  Draft draft;
  if (complaint != nullptr) {
    draft = draft_for(context_, invocation_, *complaint, record::Kind::activity, "");
  } else {
    const auto [customer, name] = session::take_customer(context_, invocation_.get("customer"));
    draft.story = {record::StoryKind::customer, customer};
    draft.kind = record::Kind::activity;
    draft.at = at_of(context_, invocation_);
    draft.by = by_of(context_, invocation_);
    draft.customer = customer;
    draft.attachments = attachments_of(context_, invocation_);
    if (const auto refs = refs_of(invocation_); !refs.empty()) draft.fields.set("refs", yaml::Node::list_of(refs));
    if (auto registration = registration_of(context_, customer, draft.at, draft.by, name))
      drafts.push_back(std::move(*registration));
  }
  draft.says =
      defaults_.direction == "internal" ? defaults_.type : fmt::format("{} {}", defaults_.type, defaults_.direction);
  yaml::Node& fields = draft.fields;
  set_text(fields, "type", defaults_.type);
  set_text(fields, "direction", defaults_.direction);
  if (complaint == nullptr && invocation_.has("project"))
    set_text(fields, "project", resolve_project(context_, invocation_.get("project")));
  if (invocation_.has("reason")) set_text(fields, "reason", resolve_reason(context_, invocation_.get("reason")));
  for (const char* key : {"channel", "with", "visibility"}) set_text(fields, key, invocation_.get(key));
  set_text(fields, "purpose", defaults_.purpose);
  // Said outright, though the type tells it: whoever reads the record sees how sure we were.
  if (invocation_.has("evidence") || (defaults_.type != "note" && defaults_.type != "work"))
    set_text(fields, "evidence", defaults_.message_id.empty() ? evidence() : "attempted");
  set_text(fields, "sentiment", defaults_.sentiment);
  if (const auto minutes = invocation_.find("minutes"))
    fields.set("minutes", yaml::Node::integer(minutes_of(*minutes)));
  set_text(fields, "text", text_);
  set_text(fields, "message_id", defaults_.message_id);
  set_text(fields, "token", defaults_.token_digest);
  if (invocation_.has("message-id")) {
    const std::string id = message_id_of(invocation_.get("message-id"));
    tell_of_first(context_, id);
    set_text(fields, "message_id", id);
  }
  if (invocation_.has("token")) set_text(fields, "token", digest_of_token(invocation_.get("token")));
  if (yaml::Node expects = expects_of(context_, invocation_); expects.is_map())
    fields.set("expects", std::move(expects));
  if (yaml::Node promises = promises_of(context_, invocation_); !promises.items.empty())
    fields.set("promises", std::move(promises));
  if (complaint != nullptr)
    set_answers({complaint->entries, complaint->promises, session::short_id(context_, complaint->id), context_.zone()},
                fields);
  else if (const auto customer = find_customer(context_, draft.story.id))
    set_answers({customer->entries, customer->promises, draft.story.id, context_.zone()}, fields);
  drafts.push_back(std::move(draft));
  return drafts;
}

}  // namespace crmtrack::command
