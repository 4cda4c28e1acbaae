#include "policy/ladders.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "policy/fact_filter.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::policy {

namespace {

using record::PromiseKind;

/// The promises that we owe. Nobody of ours is told when the customer keeps us waiting.
constexpr std::array kOurs{PromiseKind::acknowledge, PromiseKind::first_response, PromiseKind::update,
                           PromiseKind::resolution,  PromiseKind::final_response, PromiseKind::summary,
                           PromiseKind::commitment,  PromiseKind::accept,         PromiseKind::step,
                           PromiseKind::follow_up};

constexpr std::size_t kMostRungs = 20;

void read_promises(EntryReader& reader, Ladder& ladder) {
  for (const std::string& name : reader.texts("promises")) {
    const auto kind = record::parse_promise_kind(name);
    if (kind && is_ours(*kind)) {
      ladder.promises.push_back(*kind);
      continue;
    }
    std::vector<std::string> known;
    for (const PromiseKind one : kOurs) known.emplace_back(record::name_of(one));
    reader.refuse(reader.entry().find("promises")->mark,
                  fmt::format("'promises' names '{}', which {}: it must be one of {}", name,
                              kind ? "the customer owes us" : "is none", util::join(known, ", ")));
  }
}

bool is_of_accept(const Ladder& ladder) {
  return ladder.promises.size() == 1 && ladder.promises.front() == PromiseKind::accept;
}

/// The word behind `to`: `owner`, a level, or, for escalations that nobody accepts, `next`.
void read_to(EntryReader& reader, const yaml::Node& to, const Ladder& ladder, LadderRung& rung) {
  const std::string text = to.is_scalar() ? to.text : std::string();
  if (text == "owner")
    rung.to = LadderRung::To::owner;
  else if (text == "next" && is_of_accept(ladder))
    rung.to = LadderRung::To::next;
  else if (text == "next")
    reader.refuse(to.mark, "'to: next' stands only in a ladder for [accept] alone: name the level");
  else if (text.size() == 1 && text[0] >= '0' && text[0] <= '9')
    rung.level = text[0] - '0';
  else
    reader.refuse(to.mark, fmt::format("'to' is '{}', but must be owner or a level from 0 to 9", text));
}

void read_rung(EntryReader& reader, const yaml::Node& node, Ladder& ladder) {
  const yaml::Node* const at = node.is_map() ? node.find("at") : nullptr;
  const yaml::Node* const to = node.is_map() ? node.find("to") : nullptr;
  if (at == nullptr || to == nullptr)
    return reader.refuse(node.mark, "a rung must say when and to whom, such as {at: 100%, to: 1}");
  LadderRung rung;
  const auto share = calendar::parse_rung_share(at->is_scalar() ? at->text : std::string());
  if (!share) return reader.refuse(at->mark, fmt::format("'at': {}", share.error()));
  rung.share = *share;
  read_to(reader, *to, ladder, rung);
  for (const auto& [key, value] : node.entries)
    if (key != "at" && key != "to")
      reader.warn(value.mark, fmt::format("the field '{}' is not known and not used", key));
  ladder.rungs.push_back(rung);
}

void read_rungs(EntryReader& reader, Ladder& ladder) {
  reader.known("rungs");
  const yaml::Node* const rungs = reader.entry().is_map() ? reader.entry().find("rungs") : nullptr;
  if (rungs == nullptr)
    return reader.refuse(reader.entry().mark, "'rungs' is missing; an empty list switches escalation off");
  if (!rungs->is_list()) return reader.refuse(rungs->mark, "'rungs' must be a list such as [{at: 100%, to: 1}]");
  if (rungs->items.size() > kMostRungs)
    return reader.refuse(rungs->mark, fmt::format("a ladder has {} rungs at most", kMostRungs));
  for (const yaml::Node& item : rungs->items) read_rung(reader, item, ladder);
  std::stable_sort(ladder.rungs.begin(), ladder.rungs.end(),
                   [](const LadderRung& a, const LadderRung& b) { return a.share < b.share; });
}

}  // namespace

Ladder read_ladder(EntryReader& reader, std::string_view text, const Policy& policy) {
  Ladder ladder;
  FactFilter facts = read_fact_filter(reader, text, policy);
  ladder.filter = std::move(facts.filter);
  ladder.filter_text = std::move(facts.text);
  read_promises(reader, ladder);
  read_rungs(reader, ladder);
  reader.text("why");
  return ladder;
}

bool is_ours(PromiseKind kind) { return std::find(kOurs.begin(), kOurs.end(), kind) != kOurs.end(); }

bool covers(const Ladder& ladder, PromiseKind kind) {
  if (ladder.promises.empty()) return kind != PromiseKind::accept;
  return std::find(ladder.promises.begin(), ladder.promises.end(), kind) != ladder.promises.end();
}

const Ladder& ladder_of_accept() {
  static const Ladder kLadder = [] {
    Ladder ladder;
    ladder.promises = {PromiseKind::accept};
    ladder.rungs = {{LadderRung::To::next, calendar::kWholeTarget, 0}};
    return ladder;
  }();
  return kLadder;
}

}  // namespace crmtrack::policy
