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
  for (std::size_t i = 0; i < specs.size(); ++i)
    if (specs[i].name == key) return i;
  return specs.size();
}

/// Where a key of a record stands in the canonical order: what every record has, the kind's own fields, then unknown
/// ones as they stood.
class Order {
 public:
  explicit Order(Kind kind) {
    if (const KindSpec* const spec = find_kind(kind)) own_ = spec->fields;
  }
  [[nodiscard]] std::size_t operator()(std::string_view key) const {
    const auto common = std::find(kCommonKeys.begin(), kCommonKeys.end(), key);
    return common != kCommonKeys.end() ? static_cast<std::size_t>(common - kCommonKeys.begin())
                                       : kCommonKeys.size() + rank_of(own_, key);
  }
  /// The members that the maps under a key may have; none where they stay as they are.
  [[nodiscard]] std::span<const FieldSpec> members(std::string_view key) const {
    const auto members = members_of(key);
    return !members.empty() && rank_of(own_, key) < own_.size() ? members : std::span<const FieldSpec>();
  }

 private:
  std::span<const FieldSpec> own_;
};

template <class Rank>
bool is_sorted(const std::vector<Node::Entry>& entries, const Rank& rank) {
  std::size_t highest = 0;
  return std::all_of(entries.begin(), entries.end(), [&](const Node::Entry& entry) {
    const std::size_t here = rank(entry.first);
    return std::exchange(highest, here) <= here;
  });
}

/// Sorts the entries of a map by the rank of their keys; keys of one rank keep their order.
template <class Rank>
void sort_entries(std::vector<Node::Entry>& entries, const Rank& rank) {
  std::vector<std::pair<std::size_t, std::size_t>> order;
  order.reserve(entries.size());
  for (const Node::Entry& entry : entries) order.emplace_back(rank(entry.first), order.size());
  if (std::is_sorted(order.begin(), order.end())) return;
  std::sort(order.begin(), order.end());
  std::vector<Node::Entry> sorted;
  sorted.reserve(entries.size());
  for (const auto& [key_rank, at] : order) sorted.push_back(std::move(entries[at]));
  entries = std::move(sorted);
}

void sort_body(Kind kind, std::vector<Node::Entry>& body) {
  const Order order(kind);
  sort_entries(body, order);
  for (auto& [key, value] : body) {
    if (const auto members = order.members(key); !members.empty()) {
      const auto rank = [&](std::string_view member) { return rank_of(members, member); };
      sort_entries(value.entries, rank);
      for (Node& item : value.items) sort_entries(item.entries, rank);
    }
  }
}

bool is_sorted_body(Kind kind, const std::vector<Node::Entry>& body) {
  const Order order(kind);
  return is_sorted(body, order) && std::all_of(body.begin(), body.end(), [&](const Node::Entry& entry) {
           const auto members = order.members(entry.first);
           const auto rank = [&](std::string_view member) { return rank_of(members, member); };
           return members.empty() || (is_sorted(entry.second.entries, rank) &&
                                      std::all_of(entry.second.items.begin(), entry.second.items.end(),
                                                  [&](const Node& item) { return is_sorted(item.entries, rank); }));
         });
}

Fault missing(const Node& body, std::string_view key) { return {body.mark, fmt::format("it has no '{}'", key)}; }

/// The scalar under a key that every record has.
tl::expected<const Node*, Fault> find_scalar(const Node& body, std::string_view key) {
  const Node* const value = body.find(key);
  if (value == nullptr || value->is_null()) return tl::unexpected(missing(body, key));
  if (!value->is_scalar()) return tl::unexpected(Fault{value->mark, fmt::format("'{}' is no text", key)});
  return value;
}

std::optional<Fault> read_kind(const Node& body, std::string_view kind) {
  const auto value = find_scalar(body, "kind");
  if (!value) return value.error();
  if ((*value)->text != kind)
    return Fault{(*value)->mark, fmt::format("its kind is '{}', but its name says '{}'", (*value)->text, kind)};
  return std::nullopt;
}

std::optional<Fault> read_at(const Node& body, util::Timestamp& at) {
  const auto value = find_scalar(body, "at");
  if (!value) return value.error();
  const auto time = util::parse_rfc3339((*value)->text);
  if (!time) return Fault{(*value)->mark, fmt::format("'at' is '{}', not an RFC 3339 time", (*value)->text)};
  at = *time;
  return std::nullopt;
}

std::optional<Fault> read_by(const Node& body, std::string& by) {
  const auto value = find_scalar(body, "by");
  if (!value) return value.error();
  if ((*value)->text.empty()) return Fault{(*value)->mark, "'by' is empty"};
  by = (*value)->text;
  return std::nullopt;
}

std::optional<Fault> read_after(const Node& body, std::vector<std::string>& after) {
  const Node* const value = body.find("after");
  if (value == nullptr) return missing(body, "after");
  if (!value->is_list()) return Fault{value->mark, "'after' is no list"};
  after.reserve(value->items.size());
  for (const Node& item : value->items) {
    if (!item.is_scalar() || !util::is_ulid(item.text))
      return Fault{item.mark, fmt::format("'after' names '{}', which is no record id", item.text)};
    after.push_back(item.text);
  }
  return std::nullopt;
}

}  // namespace

Record make(StatedKind kind, const util::Timestamp& at, std::string by, std::vector<std::string> after, Node fields) {
  std::vector<Node::Entry> entries;
  entries.reserve(kCommonKeys.size() + fields.entries.size());
  entries.emplace_back("kind", Node::scalar(std::string(kind.name())));
  entries.emplace_back("at", Node::scalar(util::format_rfc3339(at)));
  entries.emplace_back("by", Node::scalar(by));
  entries.emplace_back("after", Node::list_of(after));
  for (auto& entry : fields.entries)
    if (!is_common(entry.first)) entries.push_back(std::move(entry));
  sort_body(kind.known(), entries);
  return Record{"", std::move(kind), at, std::move(by), std::move(after), Node::map(std::move(entries))};
}

tl::expected<Record, Fault> parse(std::string_view id, const StatedKind& kind, std::string_view text) {
  auto body = yaml::load(text);
  if (!body) return tl::unexpected(std::move(body.error()));
  return parse_body(id, kind, std::move(*body));
}

tl::expected<Record, Fault> parse_body(std::string_view id, const StatedKind& kind, yaml::Node body) {
  if (!body.is_map()) return tl::unexpected(Fault{body.mark, "it is no map"});
  Record record;
  auto fault = read_kind(body, kind.name());
  fault = fault ? fault : read_at(body, record.at);
  fault = fault ? fault : read_by(body, record.by);
  fault = fault ? fault : read_after(body, record.after);
  if (fault) return tl::unexpected(std::move(*fault));
  record.id = id;
  record.kind = kind;
  record.body = std::move(body);
  return record;
}

std::string render(const Record& record) {
  if (is_sorted_body(record.kind.known(), record.body.entries)) return yaml::write(record.body);
  Node body = record.body;
  sort_body(record.kind.known(), body.entries);
  return yaml::write(body);
}

}  // namespace crmtrack::record
