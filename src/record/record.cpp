#include "record/record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "record/kinds.hpp"
#include "util/id.hpp"
#include "yaml/write.hpp"

namespace crmtrack::record {

namespace {

using yaml::Fault;
using yaml::Node;

constexpr std::array<std::string_view, 4> kCommonKeys{"kind", "at", "by", "after"};

bool is_common(std::string_view key) {
  return std::find(kCommonKeys.begin(), kCommonKeys.end(), key) != kCommonKeys.end();
}

std::size_t rank_of(std::span<const FieldSpec> specs, std::string_view key) {
  for (std::size_t i = 0; i < specs.size(); ++i) {
    if (specs[i].name == key) {
      return i;
    }
  }
  return specs.size();
}

/// Sorts the entries of a map by the rank of their keys; keys of one rank keep their order.
template <class Rank>
void sort_entries(std::vector<Node::Entry>& entries, const Rank& rank) {
  const auto before = [&](const Node::Entry& a, const Node::Entry& b) { return rank(a.first) < rank(b.first); };
  if (!std::is_sorted(entries.begin(), entries.end(), before)) {
    std::stable_sort(entries.begin(), entries.end(), before);
  }
}

void sort_members(Node& value, std::span<const FieldSpec> members) {
  const auto rank = [&](std::string_view key) { return rank_of(members, key); };
  sort_entries(value.entries, rank);
  for (Node& item : value.items) {
    sort_entries(item.entries, rank);
  }
}

/// The canonical order: what every record has, the kind's own fields, then unknown ones as they stood.
void sort_body(std::string_view kind, std::vector<Node::Entry>& body) {
  const KindSpec* const spec = find_kind(kind);
  const auto own = spec != nullptr ? spec->fields : std::span<const FieldSpec>();
  sort_entries(body, [&](std::string_view key) {
    const auto common = std::find(kCommonKeys.begin(), kCommonKeys.end(), key);
    return common != kCommonKeys.end() ? static_cast<std::size_t>(common - kCommonKeys.begin())
                                       : kCommonKeys.size() + rank_of(own, key);
  });
  for (auto& [key, value] : body) {
    if (const auto members = members_of(key); !members.empty() && rank_of(own, key) < own.size()) {
      sort_members(value, members);
    }
  }
}

Fault missing(const Node& body, std::string_view key) { return {body.mark, fmt::format("it has no '{}'", key)}; }

/// The scalar under a key that every record has.
tl::expected<const Node*, Fault> find_scalar(const Node& body, std::string_view key) {
  const Node* const value = body.find(key);
  if (value == nullptr || value->is_null()) {
    return tl::unexpected(missing(body, key));
  }
  if (!value->is_scalar()) {
    return tl::unexpected(Fault{value->mark, fmt::format("'{}' is no text", key)});
  }
  return value;
}

std::optional<Fault> read_kind(const Node& body, std::string_view kind) {
  const auto value = find_scalar(body, "kind");
  if (!value) {
    return value.error();
  }
  if ((*value)->text != kind) {
    return Fault{(*value)->mark, fmt::format("its kind is '{}', but its name says '{}'", (*value)->text, kind)};
  }
  return std::nullopt;
}

std::optional<Fault> read_at(const Node& body, util::Timestamp& at) {
  const auto value = find_scalar(body, "at");
  if (!value) {
    return value.error();
  }
  const auto time = util::parse_rfc3339((*value)->text);
  if (!time) {
    return Fault{(*value)->mark, fmt::format("'at' is '{}', not an RFC 3339 time", (*value)->text)};
  }
  at = *time;
  return std::nullopt;
}

std::optional<Fault> read_by(const Node& body, std::string& by) {
  const auto value = find_scalar(body, "by");
  if (!value) {
    return value.error();
  }
  if ((*value)->text.empty()) {
    return Fault{(*value)->mark, "'by' is empty"};
  }
  by = (*value)->text;
  return std::nullopt;
}

std::optional<Fault> read_after(const Node& body, std::vector<std::string>& after) {
  const Node* const value = body.find("after");
  if (value == nullptr) {
    return missing(body, "after");
  }
  if (!value->is_list()) {
    return Fault{value->mark, "'after' is no list"};
  }
  after.reserve(value->items.size());
  for (const Node& item : value->items) {
    if (!item.is_scalar() || !util::is_ulid(item.text)) {
      return Fault{item.mark, fmt::format("'after' names '{}', which is no record id", item.text)};
    }
    after.push_back(item.text);
  }
  return std::nullopt;
}

}  // namespace

Record make(std::string kind, const util::Timestamp& at, std::string by, std::vector<std::string> after, Node fields) {
  std::vector<Node::Entry> entries;
  entries.reserve(kCommonKeys.size() + fields.entries.size());
  entries.emplace_back("kind", Node::scalar(kind));
  entries.emplace_back("at", Node::scalar(util::format_rfc3339(at)));
  entries.emplace_back("by", Node::scalar(by));
  entries.emplace_back("after", Node::list_of(after));
  for (auto& entry : fields.entries) {
    if (!is_common(entry.first)) {
      entries.push_back(std::move(entry));
    }
  }
  sort_body(kind, entries);
  return Record{"", std::move(kind), at, std::move(by), std::move(after), Node::map(std::move(entries))};
}

tl::expected<Record, Fault> parse(std::string_view id, std::string_view kind, std::string_view text) {
  auto body = yaml::load(text);
  if (!body) {
    return tl::unexpected(std::move(body.error()));
  }
  if (!body->is_map()) {
    return tl::unexpected(Fault{body->mark, "it is no map"});
  }
  Record record;
  auto fault = read_kind(*body, kind);
  fault = fault ? fault : read_at(*body, record.at);
  fault = fault ? fault : read_by(*body, record.by);
  fault = fault ? fault : read_after(*body, record.after);
  if (fault) {
    return tl::unexpected(std::move(*fault));
  }
  record.id = id;
  record.kind = kind;
  record.body = std::move(*body);
  return record;
}

std::string render(const Record& record) {
  Node body = record.body;
  sort_body(record.kind, body.entries);
  return yaml::write(body);
}

}  // namespace crmtrack::record
