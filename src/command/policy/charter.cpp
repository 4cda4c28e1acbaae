#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/output.hpp"
#include "command/common/policy_output.hpp"
#include "session/charter.hpp"
#include "util/format_local.hpp"
#include "util/text/parts.hpp"
#include "view/text_or_null.hpp"

namespace crmtrack::command {

using document::Role;
using document::Value;
using session::CharterSignature;

namespace {

Value charter_item(const session::SignedCharter& charter) {
  Value::List signatures;
  for (const CharterSignature& each : charter.signatures) {
    Value item;
    item.set("by", each.mail);
    item.set("commit", view::text_or_null(each.commit));
    item.set("author", view::text_or_null(each.author));
    item.set("at", each.commit.empty() ? Value() : Value(util::format_utc(each.at)));
    item.set("signature", view::text_or_null(each.signature));
    item.set("covers", each.covers);
    signatures.push_back(std::move(item));
  }
  Value item;
  item.set("statement", view::text_or_null(charter.statement));
  item.set("draft", charter.signatures.empty());
  item.set("signatures", std::move(signatures));
  return item;
}

/// `2026-11-23 09:00, commit 1a2b3c4d5e, Git signature good`, and what is doubtful about it.
std::string words_of_signature(Context& context, const CharterSignature& each) {
  if (each.commit.empty()) return "no commit of main says so";
  std::string words = fmt::format("{}, commit {}, Git signature {}", util::format_local(context.zone(), each.at),
                                  each.commit.substr(0, 10), each.signature);
  if (each.author != each.mail) words += fmt::format(", but {} made that commit", each.author);
  if (!each.covers) words += ", but the statement was another one then";
  return words;
}

int run_charter(Context& context, const Invocation&) {
  require_story_format(context);
  const session::SignedCharter charter = session::load_signed_charter(context);
  if (context.wants_data()) {
    print_items(context, {charter_item(charter)});
    return 0;
  }
  document::Document document;
  document.add(document::Heading{"Charter", 1});
  document::Lines statement;
  for (const std::string& line : util::split(charter.statement, '\n')) statement.lines.push_back({{line}});
  document.add(std::move(statement));
  document.add(document::Heading{"Signed by", 2});
  document::Figures figures;
  for (const CharterSignature& each : charter.signatures) {
    const bool is_doubtful = !each.covers || each.author != each.mail;
    figures.items.push_back(
        {each.mail, words_of_signature(context, each), "", is_doubtful ? Role::warning : Role::plain});
  }
  if (charter.signatures.empty())
    document.add(document::Paragraph{{{"nobody: this is a draft. To sign it: crmtrack charter sign"}}});
  else
    document.add(std::move(figures));
  context.page();
  context.out().print(document, {});
  return 0;
}

int run_charter_sign(Context& context, const Invocation&) {
  return report_policy_edit(context, session::sign_charter(context));
}

}  // namespace

const CommandSpec kCharter{
    .name = "charter",
    .group = "policy",
    .summary = "what records may be used for, and who has signed that",
    .examples = {{"crmtrack charter", "the statement and its signatures"}},
    .access = Access::reads,
    .run = run_charter,
};

const CommandSpec kCharterSign{
    .name = "charter sign",
    .group = "policy",
    .summary = "sign the charter",
    .examples = {{"crmtrack charter sign", "by a commit of yours; signed where Git signs your commits"}},
    .run = run_charter_sign,
};

}  // namespace crmtrack::command
