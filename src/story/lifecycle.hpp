#pragma once

#include <cstdint>
#include <string_view>

#include "record/vocabulary.hpp"
#include "yaml/node.hpp"

/// The table of moves: where each leads, and from where (docs/domain.md, Lifecycle).
namespace crmtrack::story {

using record::Status;

enum class Move : std::uint8_t {
  acknowledge,
  assign,
  work,
  contact,      ///< the customer got in touch
  investigate,  ///< an explicit change to investigating
  wait,
  resolve,
  confirm,  ///< by the customer, or by their silence
  reject,
  close,
  reopen,
  withdraw,
  void_,
  none  ///< a change to a status that no move leads to
};
std::string_view name_of(Move move);
Status target_of(Move move);
/// Whether the move changes (or repeats) the status from here.
bool moves_from(Move move, Status from);
/// Moves that are never refused: where they do not fit they leave the status alone.
bool is_soft(Move move);
/// The move that a change's `set` with a status means.
Move move_of(const yaml::Node& set);

}  // namespace crmtrack::story
