#include "target.hpp"

#include <chrono>
#include <string>

#include "git/object/commit_object.hpp"
#include "git/object/signature.hpp"
#include "git/program/git_date.hpp"

/// Commits as Git stores them, whoever wrote them: headers, people, messages; and dates as Git takes them.
namespace crmtrack::fuzz {
namespace {

using git::CommitObject;
using git::Signature;

bool same(const git::Signature& a, const git::Signature& b) {
  return a.name == b.name && a.email == b.email && a.time == b.time && a.offset == b.offset;
}

void check_person(const git::Signature& person) {
  require(util::parse_rfc3339(util::format_utc(person.time)).has_value(), "a time that cannot be written");
  require(person.offset > std::chrono::hours(-24) && person.offset < std::chrono::hours(24), "an offset of days");
}

/// Checks that a commit, once read, is written as a commit that reads alike.
void check_commit(const git::CommitObject& commit) {
  check_person(commit.author);
  check_person(commit.committer);
  const std::string text = git::render_commit(commit);
  const auto again = git::parse_commit(text);
  require(again.has_value(), "a commit that was written is none");
  require(again->tree == commit.tree && again->parents == commit.parents, "a commit of another tree or parent");
  require(same(again->committer, commit.committer), "a commit by another committer");
  require(same(again->author, commit.author), "a commit by another author");
  require(again->message == commit.message, "a commit with another message");
}

/// A subject and trailers are a line each, whatever they hold.
void check_message(std::string_view text) {
  const auto end = text.find('\n');
  const std::string subject(text.substr(0, end));
  const std::string trailer(end == std::string_view::npos ? "" : text.substr(end));
  const std::string message = git::render_message(subject, {trailer});
  require(std::count(message.begin(), message.end(), '\n') == 3, "a subject or trailer of several lines");
}

void check_date(std::string_view text) {
  const auto time = git::parse_git_date(text, util::Zone::utc());
  if (time)
    require(time->offset > std::chrono::hours(-24) && time->offset < std::chrono::hours(24), "an offset of days");
}

}  // namespace

void try_commit(std::string_view text) {
  if (const auto commit = git::parse_commit(text)) check_commit(*commit);
  check_message(text);
  check_date(text.substr(0, text.find('\n')));
}

}  // namespace crmtrack::fuzz
