#include "story/fold/route.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "policy/dated.hpp"
#include "record/vocabulary.hpp"
#include "story/machine_key.hpp"
#include "story/words.hpp"
#include "util/text/case.hpp"

namespace crmtrack::story {

void Route::apply(const Reading& reading) {
  if (reading.body().find("answers") == nullptr) return add_rung(reading);
  Rung* rung = find_rung(reading);
  const std::string_view said = word(reading.body(), "answer");
  if (rung == nullptr) return ground_.remark(reading.index, "answers no escalation of this story");
  if (std::find(record::kAnswers.begin(), record::kAnswers.end(), said) == record::kAnswers.end())
    return ground_.remark(reading.index, "neither accepts, declines nor returns");
  answer(reading, *rung);
}

void Route::leave(const Reading& reading) {
  if (!complaint_.rungs.empty() && !complaint_.rungs.back().left_at) complaint_.rungs.back().left_at = reading.at();
}

void Route::hand_over(std::string_view from, std::string_view to) {
  for (Rung& rung : complaint_.rungs)
    if (rung.answer.empty() && util::fold_case(rung.to) == util::fold_case(from)) rung.to = to;
}

void Route::add_rung(const Reading& reading) {
  const yaml::Node& body = reading.body();
  const std::optional<int> to = level(body, "to_level");
  if (!to) return ground_.set_aside(reading.index, "names no level");
  const bool is_automatic = reading.machine && ladder_key_of(*reading.record).has_value();
  const int from = is_automatic ? complaint_.level : level(body, "from_level").value_or(complaint_.level);
  if (is_automatic && *to <= from) {
    // The owner was told, or other records have taken it as high meanwhile.
    if (word(body, "asked") != "inform") ground_.remark(reading.index, fmt::format("it was at level {} already", from));
    return;
  }
  leave(reading);
  if (!complaint_.rungs.empty()) complaint_.rungs.back().overtaken = true;
  complaint_.rungs.push_back(rung_of(reading, from, *to));
  set_level(reading, *to);
  if (*to >= from)
    book_.ask_to_accept(reading, complaint_.rungs.back().to);
  else
    book_.supersede_accepts(reading);
}

void Route::set_level(const Reading& reading, int level) {
  complaint_.level = level;
  complaint_.peak_level = std::max(complaint_.peak_level, level);
  level_setter_ = reading.index;
  steps_.push_back({reading.at(), level});
  ground_.set(reading, "level", std::to_string(level));
}

bool Route::has_reached(int level, util::Instant since) const {
  if (complaint_.level >= level) return true;
  int before = 0;
  for (const Step& step : steps_) {
    if (step.at > since && before >= level) return true;
    before = step.level;
  }
  return false;
}

Rung Route::rung_of(const Reading& reading, int from_level, int to_level) const {
  const yaml::Node& body = reading.body();
  Rung rung;
  rung.record = reading.id();
  rung.from_level = from_level;
  rung.to_level = to_level;
  rung.to = addressee(reading, to_level);
  rung.by = reading.record->by;
  rung.nature = word(body, "nature");
  rung.trigger = word(body, "trigger");
  rung.asked = word(body, "asked");
  rung.why = word(body, "why");
  rung.at = reading.at();
  return rung;
}

void Route::answer(const Reading& reading, Rung& rung) {
  const std::string_view said = word(reading.body(), "answer");
  const int of = ground_.find(rung.record);
  if (rung.answer.empty()) {
    rung.answer = said;
    rung.answered_by = reading.record->by;
    rung.answer_why = word(reading.body(), "why");
    rung.answer_record = reading.id();
    rung.answered_at = reading.at();
  } else if (rung.answer == "accept" && said == "return" && !rung.returned_at) {
    // The person who accepted hands back when done: the rung keeps the acceptance too.
    rung.returned_by = reading.record->by;
    rung.return_why = word(reading.body(), "why");
    rung.return_record = reading.id();
    rung.returned_at = reading.at();
  } else {
    ground_.remark(reading.index, "the escalation was answered already");
  }
  ground_.set(reading, "answer to " + ground_.tail_of(of), std::string(said));
  book_.keep_accept(rung, reading);
  if (said != "accept") go_back(reading, rung);
}

/// Back to the level that it came from, unless somebody has moved it on since.
void Route::go_back(const Reading& reading, Rung& rung) {
  if (level_setter_ >= 0 && ground_.id_of(level_setter_) == rung.record) {
    if (!rung.left_at) rung.left_at = reading.at();
    set_level(reading, rung.from_level);
  } else if (!reading.machine && !ground_.ancestry().knows(reading.index, level_setter_)) {
    ground_.frontiers().claim("level", reading.index, std::to_string(rung.from_level));
  }
}

Rung* Route::find_rung(const Reading& answer) {
  const std::vector<std::string> named = answer.body().texts_of("answers");
  const int of = named.empty() ? -1 : ground_.find(named.front());
  if (of < 0) return nullptr;
  const auto found = std::find_if(complaint_.rungs.begin(), complaint_.rungs.end(),
                                  [&](const Rung& rung) { return rung.record == ground_.id_of(of); });
  return found == complaint_.rungs.end() ? nullptr : &*found;
}

/// The person named, else the first who stood at that level for the project then.
std::string Route::addressee(const Reading& reading, int to_level) const {
  const std::string_view named = word(reading.body(), "to");
  if (!named.empty()) return std::string(named);
  const std::string date = policy::date_of_entries(reading.at());
  const std::vector<std::string> people = terms_.people_at(word(complaint_.fields, "project"), to_level, date);
  return people.empty() ? std::string{} : people.front();
}

}  // namespace crmtrack::story
