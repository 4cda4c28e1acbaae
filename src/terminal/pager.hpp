#pragma once

#include <string>

#include "terminal/streams.hpp"

namespace crmtrack::terminal {

/// Sends what is written to `streams.out` through the user's pager (a line for the shell; `less` quits by itself where
/// all fits a screen, unless LESS says otherwise) where it is a terminal and the pager can be started; ends it in the
/// destructor. Flush what was printed before that.
class Pager {
 public:
  Pager(Streams& streams, const std::string& command);
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;
  ~Pager();

 private:
  int out_ = -1;
  int saved_out_ = -1;
  int child_ = -1;
};

}  // namespace crmtrack::terminal
