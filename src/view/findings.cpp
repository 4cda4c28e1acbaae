#include "view/findings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "util/text/ascii.hpp"
#include "view/local_time.hpp"
#include "view/text_or_null.hpp"

namespace crmtrack::view {

using document::Role;
using document::Value;
using ledger::Finding;
using ledger::Severity;

namespace {

/// So many of one kind are shown to people; machines get all.
constexpr std::size_t kMostShown = 20;
constexpr std::size_t kShortId = 10;

Role role_of(Severity severity) {
  if (severity == Severity::fault) return Role::bad;
  return severity == Severity::warning ? Role::warning : Role::dim;
}

/// A word that a shell takes as it is: names come from the repository.
std::string shell_word(const std::string& text) {
  const bool plain = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return util::is_alphanumeric(c) || std::string_view("@%+=:,./-_").find(c) != std::string_view::npos;
  });
  if (plain) return text;
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

void replace_all(std::string& text, std::string_view word, const std::string& with) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + with.size()))
    text.replace(at, word.size(), with);
}

/// `1234567890  2026-11-22 09:12  mal@example.com`.
document::Line origin_of(const util::Zone& zone, const Finding& finding) {
  document::Line line;
  const auto add = [&](const std::string& text, Role role) {
    if (text.empty()) return;
    if (!line.empty()) line.push_back({"  "});
    line.push_back({text, role});
  };
  add(finding.commit.substr(0, kShortId), Role::id);
  add(finding.at ? local_time(zone, *finding.at) : std::string(), Role::plain);
  add(finding.author, Role::plain);
  return line;
}

void add_finding(const util::Zone& zone, document::Document& document, const Finding& finding) {
  document::Lines head{{}, 2};
  if (!finding.path.empty()) head.lines.push_back({{finding.path, Role::strong}});
  document::Line origin = origin_of(zone, finding);
  document::Lines rest{{}, finding.path.empty() ? 2 : 4};
  if (!origin.empty()) rest.lines.push_back(std::move(origin));
  rest.lines.push_back({{finding.message}});
  if (!head.lines.empty()) document.add(std::move(head));
  document.add(std::move(rest));
}

}  // namespace

std::string mend_for(const Finding& finding) {
  std::string mend(ledger::mend_of(finding.kind));
  replace_all(mend, "COMMIT", finding.commit.empty() ? std::string("COMMIT") : finding.commit.substr(0, kShortId));
  if (!finding.path.empty()) replace_all(mend, "PATH", shell_word(finding.path));
  if (!finding.author.empty()) replace_all(mend, "MAIL", shell_word(finding.author));
  return mend;
}

document::Table findings_table(const std::vector<Finding>& findings) {
  document::Table table;
  table.columns = {{"severity", "Severity"},
                   {"finding", "Finding"},
                   {"commit", "Commit"},
                   {"path", "Path", document::Align::left, true, true},
                   {"author", "Author", document::Align::left, true, true},
                   {"at", "At"},
                   {"message", "Message", document::Align::left, true, true},
                   {"record", "Record", document::Align::left, false},
                   {"complaint", "Complaint", document::Align::left, false},
                   {"mend", "Mend", document::Align::left, false, true}};
  for (const Finding& finding : findings) {
    const ledger::FindingPlace place = place_of(finding);
    table.rows.push_back({{std::string(name_of(finding.severity)), "", role_of(finding.severity)},
                          {std::string(name_of(finding.kind))},
                          {finding.commit, finding.commit.substr(0, kShortId), Role::id},
                          {finding.path},
                          {finding.author},
                          {finding.at ? util::format_utc(*finding.at) : std::string()},
                          {finding.message},
                          {place.record},
                          {place.complaint},
                          {mend_for(finding)}});
  }
  return table;
}

Value finding_item(const Finding& finding) {
  const ledger::FindingPlace place = place_of(finding);
  Value item;
  item.set("finding", std::string(name_of(finding.kind)));
  item.set("severity", std::string(name_of(finding.severity)));
  item.set("commit", text_or_null(finding.commit));
  item.set("path", text_or_null(finding.path));
  item.set("record", text_or_null(place.record));
  item.set("complaint", text_or_null(place.complaint));
  item.set("author", text_or_null(finding.author));
  item.set("at", finding.at ? Value(util::format_utc(*finding.at)) : Value());
  item.set("message", finding.message);
  item.set("mend", mend_for(finding));
  return item;
}

document::Document findings_document(const util::Zone& zone, const std::vector<Finding>& findings) {
  document::Document document;
  for (auto group = findings.begin(); group != findings.end();) {
    const auto end = std::find_if(group, findings.end(), [&](const Finding& finding) {
      return finding.kind != group->kind || finding.severity != group->severity;
    });
    const auto count = static_cast<std::size_t>(end - group);
    document.add(
        document::Heading{fmt::format("{}: {} ({})", name_of(group->severity), name_of(group->kind), count), 2});
    const std::size_t shown = std::min(count, kMostShown);
    for (std::size_t i = 0; i < shown; ++i) add_finding(zone, document, group[static_cast<std::ptrdiff_t>(i)]);
    document::Lines close{{}, 2};
    if (shown < count)
      close.lines.push_back({{fmt::format("and {} more: crmtrack audit --json has all", count - shown), Role::dim}});
    close.lines.push_back(
        {{"mend: ", Role::dim}, {count == 1 ? mend_for(*group) : std::string(ledger::mend_of(group->kind))}});
    document.add(std::move(close));
    group = end;
  }
  return document;
}

}  // namespace crmtrack::view
