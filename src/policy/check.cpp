#include "policy/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "policy/check_promises.hpp"
#include "policy/conflicts.hpp"
#include "policy/ladders.hpp"
#include "policy/load.hpp"
#include "policy/rules.hpp"
#include "policy/sheet.hpp"
#include "policy/signatures.hpp"
#include "policy/views.hpp"
#include "util/text/case.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::policy {

namespace {

using yaml::Mark;
using yaml::Node;

constexpr std::size_t kManyReasons = 25;
constexpr std::size_t kTooManyReasons = 40;
constexpr int kLongestChain = 100;  ///< of replacements followed

/// Looks at what people wrote across entries and files; each entry by itself has been looked at by `load`.
class Checker {
 public:
  Checker(const Files& files, std::string_view today, Policy policy)
      : files_(files), today_(today), policy_(std::move(policy)), findings_(policy_.findings) {
    load_signatures(files, findings_);
    for (const Reason& reason : policy_.reasons) replacements_[reason.code] = reason.replaced_by;
    for (const Person& person : policy_.people) directory_[util::fold_case(person.email)] = &person;
  }

  std::vector<Finding> run() {
    load_views(files_, findings_);
    check_conflicts(files_, findings_);
    warn_of_unknown_files();
    check_reasons();
    check_duplicates("people", "email");
    check_duplicates("views", "name");
    check_rules();
    check_projects();
    check_levels();
    check_rights();
    for (Finding& finding : check_promises(policy_, files_)) findings_.push_back(std::move(finding));
    check_ladders();
    return take_sorted();
  }

  /// Checks people, rights, settings and signatures alone.
  std::vector<Finding> run_alone() {
    check_duplicates("people", "email");
    check_rights();
    return take_sorted();
  }

 private:
  std::vector<Finding> take_sorted() {
    std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
      return std::tie(a.file, a.mark.line, a.mark.column) < std::tie(b.file, b.mark.line, b.mark.column);
    });
    return std::move(findings_);
  }

  void refuse(const std::string& file, Mark mark, const std::string& message) {
    findings_.push_back({file, place_of(mark), util::visible_line(message), false});
  }
  void warn(const std::string& file, Mark mark, const std::string& message) {
    findings_.push_back({file, place_of(mark), util::visible_line(message), true});
  }

  /// The sheet as people wrote it; nothing is said of built-in ones.
  Sheet written(std::string_view name) const {
    std::vector<Finding> known;  // `load` has reported them
    Sheet sheet = read_sheet(files_, name, known);
    if (!sheet.given) sheet.content = Node::list();
    return sheet;
  }

  void warn_of_unknown_files() {
    for (const auto& [file, text] : files_) {
      const auto& names = sheet_names();
      const bool is_known = std::any_of(names.begin(), names.end(),
                                        [&name = file](const std::string& known) { return name == known + ".yaml"; });
      if (!is_known) warn(file, {1, 1}, "this version reads no policy file of that name: it is not used");
    }
  }

  void check_duplicates(std::string_view name, std::string_view key) {
    const Sheet sheet = written(name);
    std::set<std::pair<std::string, std::string>> known;
    for (const Node& item : sheet.content.items) {
      const std::string value = item.text_of(key);
      if (!value.empty() && !known.emplace(util::fold_case(value), item.text_of("from")).second) {
        refuse(sheet.file, item.find(key)->mark,
               fmt::format("'{}' stands here twice; give one of them another 'from', or take it out", value));
      }
    }
  }

  void check_rules() {
    for (Finding& finding : load_rules(files_, policy_).findings) findings_.push_back(std::move(finding));
    check_duplicates("rules", "name");
  }

  void check_reasons() {
    check_duplicates("reasons", "code");
    const Sheet sheet = written("reasons");
    std::set<std::string> active;
    for (const Node& item : sheet.content.items) {
      check_texts(sheet.file, item);
      check_dates(sheet.file, item);
      check_replacement(sheet.file, item);
      count_active(sheet.file, item, active);
    }
    check_synonyms(sheet);
  }

  /// Checks the texts that an entry should have, though it holds without.
  void check_texts(const std::string& file, const Node& item) {
    for (const char* const key : {"label", "question"}) {
      if (item.is_map() && item.text_of(key).empty()) {
        const bool is_label = std::string_view(key) == "label";
        refuse(file, item.mark,
               fmt::format("reason '{}' has no '{}': {}", item.text_of("code"), key,
                           is_label ? "the name that people read" : "the question that it answers"));
      }
    }
  }

  void check_dates(const std::string& file, const Node& item) {
    const std::string begin = item.text_of("valid_from");
    const std::string end = item.text_of("valid_to");
    if (!begin.empty() && !end.empty() && end <= begin) {
      refuse(file, item.find("valid_to")->mark,
             fmt::format("reason '{}' ends before it begins: 'valid_to' must be after 'valid_from'",
                         item.text_of("code")));
    }
  }

  void check_replacement(const std::string& file, const Node& item) {
    const std::string replacement = item.text_of("replaced_by");
    if (replacement.empty()) return;
    const std::string code = item.text_of("code");
    const Mark mark = item.find("replaced_by")->mark;
    if (replacements_.count(replacement) == 0)
      refuse(file, mark, fmt::format("reason '{}' is replaced by '{}', which is no reason here", code, replacement));
    else if (is_replaced_by_itself(code))
      refuse(file, mark, fmt::format("reason '{}' is in the end replaced by itself", code));
    else if (item.text_of("valid_to").empty())
      warn(file, mark, fmt::format("reason '{}' is replaced, but has no 'valid_to': it is still in use", code));
  }

  [[nodiscard]] bool is_replaced_by_itself(const std::string& code) const {
    std::string next = code;
    for (int steps = 0; steps < kLongestChain && !next.empty(); ++steps) {
      const auto found = replacements_.find(next);
      next = found == replacements_.end() ? "" : found->second;
      if (next == code) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_retired(const Node& item) const {
    const std::string end = item.text_of("valid_to");
    return !end.empty() && (today_.empty() || end <= today_);
  }

  /// The reasons to which each word (a code, or a synonym of one in use) leads.
  [[nodiscard]] std::map<std::string, std::set<std::string>> collect_words(const Node& reasons) const {
    std::map<std::string, std::set<std::string>> words;
    for (const Node& item : reasons.items) {
      const std::string code = item.text_of("code");
      words[util::fold_case(code)].insert(code);
      if (is_retired(item)) continue;
      for (const std::string& synonym : item.texts_of("synonyms")) words[util::fold_case(synonym)].insert(code);
    }
    return words;
  }

  void check_synonyms(const Sheet& sheet) {
    const auto words = collect_words(sheet.content);
    for (const Node& item : sheet.content.items) {
      if (is_retired(item)) continue;
      const std::string code = item.text_of("code");
      for (const std::string& synonym : item.texts_of("synonyms")) {
        for (const std::string& other : words.at(util::fold_case(synonym)))
          if (other != code)
            refuse(sheet.file, item.find("synonyms")->mark,
                   fmt::format("the synonym '{}' of reason '{}' also stands for '{}': take it from one of them "
                               "(crmtrack reason edit CODE --no-synonym WORD)",
                               synonym, code, other));
      }
    }
  }

  void count_active(const std::string& file, const Node& item, std::set<std::string>& active) {
    if (!item.is_map() || is_retired(item) || !active.insert(item.text_of("code")).second) return;
    if (active.size() == kManyReasons) {
      warn(file, item.mark,
           fmt::format("{} reasons or more are in use: people pick badly from long lists", kManyReasons));
    } else if (active.size() == kTooManyReasons + 1) {
      warn(file, item.mark, fmt::format("more than {} reasons are in use: retire some", kTooManyReasons));
    }
  }

  void check_projects() {
    check_duplicates("projects", "id");
    const Sheet sheet = written("projects");
    for (const Node& item : sheet.content.items) {
      const std::string id = item.text_of("id");
      if (const Node* const manager = item.find("manager"))
        check_person(sheet.file, *manager, fmt::format("the manager of project '{}'", id));
      if (const Node* const levels = item.find("people")) check_project_people(sheet.file, *levels, id);
    }
  }

  void check_project_people(const std::string& file, const Node& levels, const std::string& id) {
    for (const auto& [level, mails] : levels.entries) {
      const bool is_known =
          std::any_of(policy_.levels.begin(), policy_.levels.end(),
                      [&, &wanted = level](const Level& each) { return std::to_string(each.level) == wanted; });
      if (!is_known) {
        warn(file, mails.mark,
             fmt::format("project '{}' names people for level {}, which levels.yaml does not have", id, level));
      }
      const std::string what = fmt::format("level {} of project '{}'", level, id);
      for (const Node& mail : mails.items) check_person(file, mail, what);
      if (mails.is_scalar()) check_person(file, mails, what);
    }
  }

  /// Without a directory any address is taken.
  void check_person(const std::string& file, const Node& person, const std::string& what) {
    if (policy_.people.empty() || !person.is_scalar() || person.is_null()) return;
    const auto entry = directory_.find(util::fold_case(person.text));
    const Person* const found = entry == directory_.end() ? policy_.find_person(person.text) : entry->second;
    if (found == nullptr)
      warn(file, person.mark, fmt::format("{} is '{}', who is not in people.yaml", what, person.text));
    else if (!found->valid_to.empty() && (today_.empty() || found->valid_to <= today_))
      warn(file, person.mark, fmt::format("{} is '{}', who is retired", what, person.text));
  }

  void check_levels() {
    check_duplicates("levels", "level");
    const Sheet sheet = written("levels");
    std::map<std::string, std::string> levels;
    for (const Node& item : sheet.content.items) {
      const std::string name = util::fold_case(item.text_of("name"));
      const auto [known, is_new] = levels.emplace(name, item.text_of("level"));
      if (!name.empty() && !is_new && known->second != item.text_of("level")) {
        warn(sheet.file, item.find("name")->mark,
             fmt::format("two levels are called '{}': name a level by its number then", item.text_of("name")));
      }
    }
  }

  void check_rights() {
    check_duplicates("rights", "right");
    for (const Grant& grant : policy_.rights) {
      for (const std::string& role : grant.roles) {
        const bool is_held = std::any_of(policy_.people.begin(), policy_.people.end(), [&](const Person& person) {
          return person.role == role && (person.valid_to.empty() || (!today_.empty() && today_ < person.valid_to));
        });
        if (!is_held) {
          warn("rights.yaml", grant.mark,
               fmt::format("the right '{}' is given to the role '{}', which nobody has", name_of(grant.right), role));
        }
      }
    }
  }

  void check_ladders() {
    if (!written("ladders").given) return;
    for (std::size_t i = 0; i < policy_.ladders.size(); ++i) {
      check_rungs(policy_.ladders[i]);
      for (std::size_t before = 0; before < i; ++before) {
        if (!fits_all_of(policy_.ladders[before], policy_.ladders[i])) continue;
        warn("ladders.yaml", policy_.ladders[i].mark,
             fmt::format("this ladder is never used: that of line {} fits all that it fits",
                         policy_.ladders[before].mark.line));
        break;
      }
    }
  }

  void check_rungs(const Ladder& ladder) {
    for (const LadderRung& rung : ladder.rungs) {
      const bool is_known = rung.to != LadderRung::To::level ||
                            std::ranges::find(policy_.levels, rung.level, &Level::level) != policy_.levels.end();
      if (!is_known)
        warn("ladders.yaml", ladder.mark,
             fmt::format("a rung leads to level {}, which levels.yaml does not have", rung.level));
    }
  }

  /// Whether the first ladder leaves nothing for the second: it holds at least as long, for all its complaints and
  /// promises.
  [[nodiscard]] static bool fits_all_of(const Ladder& first, const Ladder& second) {
    if (!first.from.empty() || (!first.filter_text.empty() && first.filter_text != second.filter_text)) return false;
    if (!second.from.empty() && first.filter_text == second.filter_text && first.promises == second.promises)
      return false;  // the later one replaces it
    if (second.promises.empty()) return first.promises.empty();
    return std::ranges::all_of(second.promises, [&](record::PromiseKind kind) { return covers(first, kind); });
  }

  const Files& files_;
  std::string_view today_;
  Policy policy_;
  std::map<std::string, std::string> replacements_;  ///< code to code
  std::map<std::string, const Person*> directory_;   ///< by address, its case folded
  std::vector<Finding> findings_;
};

/// Whether none of the files needs another one to be judged.
bool stand_alone(const Files& files) {
  constexpr std::array<std::string_view, 4> kAlone{"people.yaml", "rights.yaml", "settings.yaml", "signatures.yaml"};
  return std::ranges::all_of(files,
                             [&](const auto& file) { return std::ranges::find(kAlone, file.first) != kAlone.end(); });
}

}  // namespace

std::vector<Finding> check(const Files& files, std::string_view today) {
  return Checker(files, today, load(files)).run();
}

std::vector<Finding> find_errors(const Files& files) {
  std::vector<Finding> findings =
      stand_alone(files) ? Checker(files, {}, load_rights(files)).run_alone() : check(files);
  std::erase_if(findings, [](const Finding& finding) { return finding.warning; });
  return findings;
}

}  // namespace crmtrack::policy
