#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace crmtrack::mail {

/// A mail's text taken apart: the writer's own words, and the earlier mails that their program repeated.
struct SplitText {
  std::string said;
  std::string history;              ///< before and behind it, as it stood; empty where nothing was repeated
  std::size_t history_lines = 0;    ///< lines of `history` that are not empty
  std::size_t signature_lines = 0;  ///< lines of the signature, which is neither said nor history
};

/// Takes apart a text with LF line ends. History is the quote at the front or the end with the line that introduces it
/// (`On … wrote:` in a dozen languages), and all behind a line such as `-----Original Message-----` or a block of
/// copied headers. A mail that follows such a line unmarked is history where the line names it as only a program does.
/// A quote between own words stays, since they answer it. Where nothing else is there, all of it counts as said.
SplitText split_history(std::string_view text);

}  // namespace crmtrack::mail
