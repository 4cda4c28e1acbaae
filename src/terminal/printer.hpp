#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "render/format.hpp"
#include "terminal/streams.hpp"
#include "terminal/writer.hpp"

namespace crmtrack::terminal {

/// Prints a command's results; one class for every format (render/format.hpp).
class Printer {
 public:
  struct Options {
    const render::Format* format = nullptr;  ///< none: by what is printed, and where
    std::vector<std::string> fields;         ///< --fields
    bool nul = false;                        ///< -0: ids separated by NUL
    bool header = false;                     ///< --header: the names of the columns above TSV
  };
  Printer(Streams streams, Options options);

  /// A list: a fitted table on a terminal, TSV without header in a pipe, else the format asked for.
  /// Throws Error(usage) for a field that does not exist, with the nearest.
  void print(const document::Listing& listing);
  /// A story or report as prose (text of the terminal's width, 80 in a pipe), or its JSON form; its tables alone where
  /// the format takes nothing else.
  void print(const document::Document& document, const document::Value& json);
  /// An envelope (an object with `items`, of which --fields selects the keys; jsonl prints them bare) or any other
  /// value; JSON where the format takes no values.
  void print_json(const document::Value& value);
  /// A calendar, in a format of calendars.
  void print_calendar(const std::vector<document::Event>& events, render::EntryForm form);
  void line(std::string_view text);  ///< to standard output, as it is: an id
  void flush();
  [[nodiscard]] const render::Format& format() const;  ///< of lists
  /// Whether stories and reports are printed whole, and not their tables alone.
  [[nodiscard]] bool takes_documents() const;
  [[nodiscard]] const Streams& streams() const { return streams_; }

 private:
  void print_items(const document::Listing& listing);
  void print_nul(const document::Listing& listing);

  Streams streams_;
  Options options_;
  Writer out_;
};

}  // namespace crmtrack::terminal
