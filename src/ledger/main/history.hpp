#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ledger/read/contents.hpp"

namespace crmtrack::ledger {

/// The commits that a head of main descends from, and their order. It is read when somebody first asks. Commits that
/// are not here, since main may have been rewritten, are not part of it.
class MainHistory {
 public:
  /// `ledger` must outlive it.
  MainHistory(const git::Repository& repository, std::string head) : repository_(repository), head_(std::move(head)) {}

  /// Whether main has this commit.
  bool has(const std::string& commit);
  /// Whether `newer` is `older` or descends from it; false where main lacks one of them.
  bool contains(const std::string& newer, const std::string& older);
  /// The newest commits that two have in common, and perhaps some older ones.
  std::vector<std::string> common(const std::string& one, const std::string& other);
  /// Whether two commits have no commit in common, or main lacks one of them. Unlike `common`, it does not walk.
  bool are_strangers(const std::string& one, const std::string& other);
  /// The commit that was main's head just before a time, along its line, if it is newer than `commit`; else empty.
  std::string newer_than(const std::string& commit, util::Instant before);
  /// Says which of a merge's parents main was, by its place among them; without a chooser it is the first. To be set
  /// before anybody asks for the line.
  using Chooser = std::function<std::size_t(const std::string& merge, const std::vector<std::string>& parents)>;
  void choose_by(Chooser chooser) { chooser_ = std::move(chooser); }
  /// The former heads of main, one after the other, oldest first: its first-parent line, unless a chooser knows better.
  const std::vector<std::string>& line();
  /// The place in that line of the first commit that is this one or has it in its history. Precondition: main has it.
  std::size_t taken_at(const std::string& commit);

 private:
  struct Node {
    std::string id;
    util::Instant time{};
    std::vector<std::size_t> parents;
    std::size_t line = 0;   ///< the chain of first parents that it stands in
    std::size_t place = 0;  ///< in that chain; parents have smaller ones
    std::size_t depth = 0;  ///< length of the longest way to a first commit
    std::size_t roots = 0;  ///< the first commits that it descends from: a place in `root_sets_`
  };

  void read();
  void read_graph(const std::string& from, std::vector<Commit>& found) const;
  void order(std::vector<Commit> found);
  void follow_line();
  [[nodiscard]] std::size_t find_main_side(const Node& merge) const;
  [[nodiscard]] std::optional<std::size_t> find(const std::string& commit);
  std::size_t roots_of(const Node& node, std::size_t number);
  bool reaches(std::size_t newer, std::size_t older);
  const std::vector<bool>& descendants_of(std::size_t node);
  [[nodiscard]] std::vector<bool> history_of(std::size_t node) const;

  const git::Repository& repository_;
  std::string head_;
  Chooser chooser_;
  bool read_ = false;
  std::vector<Node> nodes_;  ///< parents before children
  std::unordered_map<std::string, std::size_t> numbers_;
  std::vector<std::vector<std::size_t>> root_sets_;                  ///< each sorted
  std::map<std::vector<std::size_t>, std::size_t> root_set_places_;  ///< in `root_sets_`
  std::unordered_map<std::size_t, std::vector<bool>> descendants_;   ///< of nodes that were asked for the long way
  std::vector<std::size_t> heads_;                                   ///< the former heads of main, newest first
  std::unordered_map<std::size_t, std::size_t> head_places_;
  std::vector<std::string> line_;      ///< the former heads of main, oldest first
  std::vector<std::size_t> taken_at_;  ///< of each node: a place in the line
};

}  // namespace crmtrack::ledger
