#include "git/object/plain_store.hpp"

#include <doctest/doctest.h>

#include "git/object/sha1_stream.hpp"
#include "ledger/write/append.hpp"
#include "sandbox.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::ledger::testing {
namespace {

/// A ledger whose tree of a day grows with each commit, so that Git packs trees as deltas of each other.
void write_records(Ledger ledger) {
  constexpr unsigned kRecords = 40;
  for (unsigned i = 0; i < kRecords; ++i)
    append(ledger, addition(ledger, {activity("7f3q2mxab4", i)}), at(1700000000 + i));
}

git::ObjectId name_of(const git::RawObject& object) {
  git::Sha1Stream digest;
  digest.add(git::object_header(object.kind, object.bytes.size()));
  digest.add(object.bytes);
  return digest.finish();
}

/// The objects of a repository that the store does not read as Git names them.
std::size_t count_unread(const Sandbox& sandbox, git::PlainStore& store) {
  std::size_t unread = 0;
  const std::string listed = sandbox.git("data", {"cat-file", "--batch-check", "--batch-all-objects"});
  for (const std::string& line : util::split(listed, '\n')) {
    const auto id = git::parse_object_id(std::string_view(line).substr(0, 40));
    if (!id) continue;
    const auto size = store.find_size(*id);
    const auto object = store.find(*id);
    const bool is_right = object && size && name_of(*object) == *id && size->size == object->bytes.size();
    if (!is_right) ++unread;
  }
  return unread;
}

}  // namespace

TEST_CASE("the plain store reads every object that Git wrote, loose and packed") {
  const Sandbox sandbox;
  write_records(sandbox.init("data"));
  const std::filesystem::path objects = sandbox.path("data") / ".git" / "objects";
  git::PlainStore loose(objects);
  CHECK(count_unread(sandbox, loose) == 0);
  sandbox.git("data", {"gc", "-q", "--aggressive", "--prune=now"});
  git::PlainStore packed(objects);
  CHECK(count_unread(sandbox, packed) == 0);
}

TEST_CASE("the plain store says nothing of an object that is absent or damaged") {
  const Sandbox sandbox;
  const Ledger ledger = sandbox.init("data");
  const std::filesystem::path objects = sandbox.path("data") / ".git" / "objects";
  const std::string head = ledger.head();
  git::PlainStore store(objects);
  CHECK(store.find(git::get_object_id(head)).has_value());
  CHECK_FALSE(store.find(git::get_object_id(std::string(40, '1'))).has_value());
  const std::filesystem::path file = objects / head.substr(0, 2) / head.substr(2);
  std::filesystem::permissions(file, std::filesystem::perms::owner_all);
  write_text(file, "no object");
  CHECK_FALSE(store.find(git::get_object_id(head)).has_value());
  write_text(file, "");
  CHECK_FALSE(store.find_size(git::get_object_id(head)).has_value());
}

}  // namespace crmtrack::ledger::testing
