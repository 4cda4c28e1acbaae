#pragma once

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>

#include "record/kinds.hpp"
#include "record/record.hpp"

/// Records made of every field that a kind has, with text that has broken YAML writers and terminals before.
namespace crmtrack::record::sample {

inline constexpr std::string_view kId = "01kajx0000abcdefghjkmnpqrs";
inline constexpr std::string_view kOtherId = "01kajy0000abcdefghjkmnpqrs";

inline constexpr std::array<std::string_view, 40> kHostileTexts{
    "plain words",
    "",
    " ",
    " leading blank",
    "trailing blank ",
    "two\nlines",
    "two lines and an end\nof them\n",
    "\n",
    "\n\n",
    "\nfirst line empty\n",
    "  indented\nfirst line\n",
    "ends with two\n\n",
    "a\ttab",
    "carriage\rreturn",
    "dos\r\nlines\r\n",
    "no",
    "true",
    "null",
    "~",
    "0123",
    "12",
    "-1.5e3",
    "2026-11-21",
    "2026-11-21T09:12:00+01:00",
    "key: value",
    "- item",
    "# comment",
    "not # a comment",
    "'single' and \"double\"",
    "back\\slash",
    "*alias &anchor !tag |block >fold %directive @at `tick`",
    "{a: b, c: [d]}",
    "--- \n...\n",
    "---",
    "[a, b",
    "\x1b[31mred\x1b[0m\x7f",
    "\u202eoverridden\u202c \u0085next \u2028line \ufeffmark",
    "Grüße, 你好, مرحبا, 👩‍👩‍👧",
    "? complex",
    ": colon"};

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  std::string hostile_text() { return std::string(kHostileTexts[pick(kHostileTexts.size())]); }

  /// A record with each field of its kind, and some that no version knows.
  Record make_record(const KindSpec& kind) {
    yaml::Node fields = yaml::Node::map();
    fields.set("from_a_newer_version", yaml::Node::scalar(hostile_text()));
    for (const FieldSpec& spec : kind.fields)
      if (pick(4) != 0 || spec.required) fields.set(std::string(spec.name), value_of(spec));
    fields.set("\u00e4 key: [odd]", yaml::Node::list_of({hostile_text(), hostile_text()}));
    const util::Timestamp at{util::Instant(std::chrono::seconds(pick(4'000'000'000U))),
                             std::chrono::minutes(static_cast<int>(pick(1439U)) - 719)};
    Record record = make(kind.kind, at, "asha@example.com",
                         pick(2) == 0 ? std::vector<std::string>{} : std::vector{std::string(kOtherId)}, fields);
    record.id = kId;
    return record;
  }

 private:
  std::size_t pick(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }

  yaml::Node map_of(std::string_view field) {
    yaml::Node map = yaml::Node::map();
    map.set("unknown", yaml::Node::scalar(hostile_text()));
    for (const FieldSpec& member : members_of(field)) map.set(std::string(member.name), value_of(member));
    return map;
  }

  yaml::Node value_of(const FieldSpec& spec) {
    using yaml::Node;
    switch (spec.type) {
      case FieldType::word:
      case FieldType::open_word:
        return Node::scalar(std::string(spec.values[pick(spec.values.size())]));
      case FieldType::slug:
        return Node::scalar("acme-2");
      case FieldType::person:
        return Node::scalar("Asha \"A\" Rao: lead");
      case FieldType::time:
        return Node::scalar("2026-11-28T17:00:00+01:00");
      case FieldType::integer:
        return Node::integer(static_cast<std::int64_t>(pick(100'000)));
      case FieldType::boolean:
        return Node::boolean(pick(2) == 0);
      case FieldType::level:
        return Node::integer(static_cast<std::int64_t>(pick(10)));
      case FieldType::record_id:
        return Node::scalar(std::string(kOtherId));
      case FieldType::file_name:
        return Node::scalar("Brief vom 3. März.pdf");
      case FieldType::digest:
        return Node::scalar(std::string(64, 'a'));
      case FieldType::texts:
        return Node::list_of({hostile_text(), hostile_text()});
      case FieldType::links:
        return Node::list_of({"follows:20261121-7f3q2mxab4"});
      case FieldType::answered:
        return Node::list_of({std::string(kId), std::string(kOtherId) + ".2"});
      case FieldType::map: {
        Node set = Node::map();
        set.set("a form's field", Node::scalar(hostile_text()));
        set.set("region", Node::null());
        return set;
      }
      case FieldType::money: {
        Node money = Node::map();
        money.set("currency", Node::scalar("EUR"));
        money.set("amount", Node::scalar("12.50"));
        return money;
      }
      case FieldType::object:
        return map_of(spec.name);
      case FieldType::maps:
        return Node::list({map_of(spec.name), map_of(spec.name)});
      case FieldType::text:
        break;
    }
    return Node::scalar(spec.required ? "what it says" : hostile_text());
  }

  std::mt19937 random_;
};

}  // namespace crmtrack::record::sample
