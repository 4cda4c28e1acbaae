#include "story/lifecycle.hpp"

#include <array>

#include "story/words.hpp"

namespace crmtrack::story {
namespace {

constexpr unsigned bit(Status status) { return 1U << static_cast<unsigned>(status); }

constexpr unsigned kUnanswered =
    bit(Status::received) | bit(Status::acknowledged) | bit(Status::investigating) | bit(Status::waiting);
constexpr unsigned kNotEnded = kUnanswered | bit(Status::responded) | bit(Status::resolved) | bit(Status::closed);
constexpr unsigned kNew = bit(Status::received) | bit(Status::acknowledged);

struct Rule {
  std::string_view name;
  unsigned from = 0;
  Status to = Status::received;
  bool soft = false;
};

/// In the order of Move.
constexpr std::array<Rule, 14> kRules{{
    {"acknowledge", bit(Status::received), Status::acknowledged, true},
    {"assign", kNew, Status::investigating, true},
    {"work", kNew | bit(Status::waiting), Status::investigating, true},
    {"contact", bit(Status::waiting), Status::investigating, true},
    {"investigate", kUnanswered, Status::investigating},
    {"wait", kUnanswered & ~bit(Status::waiting), Status::waiting},
    {"resolve", kUnanswered | bit(Status::responded), Status::responded},
    {"confirm", bit(Status::responded), Status::resolved},
    {"reject", bit(Status::responded), Status::investigating},
    {"close", bit(Status::resolved), Status::closed},
    {"reopen", bit(Status::resolved) | bit(Status::closed), Status::investigating},
    {"withdraw", kNotEnded, Status::withdrawn},
    {"void", kNotEnded, Status::void_},
    {"change of status", 0, Status::received},
}};

const Rule& rule_of(Move move) { return kRules[static_cast<std::size_t>(move)]; }

Move move_to_investigating(const yaml::Node& set) {
  if (says_yes(set, "rejected")) return Move::reject;
  return says_yes(set, "reopened") ? Move::reopen : Move::investigate;
}

}  // namespace

std::string_view name_of(Move move) { return rule_of(move).name; }
Status target_of(Move move) { return rule_of(move).to; }
bool moves_from(Move move, Status from) { return (rule_of(move).from & bit(from)) != 0; }
bool is_soft(Move move) { return rule_of(move).soft; }

Move move_of(const yaml::Node& set) {
  switch (record::parse_status(word(set, "status")).value_or(Status::received)) {
    case Status::acknowledged:
      return Move::acknowledge;
    case Status::investigating:
      return move_to_investigating(set);
    case Status::waiting:
      return Move::wait;
    case Status::resolved:
      return Move::confirm;
    case Status::closed:
      return Move::close;
    case Status::withdrawn:
      return Move::withdraw;
    case Status::void_:
      return Move::void_;
    case Status::received:
    case Status::responded:
      break;
  }
  return Move::none;
}

}  // namespace crmtrack::story
