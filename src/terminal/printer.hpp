#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "terminal/streams.hpp"
#include "terminal/writer.hpp"

namespace crmtrack::terminal {

enum class Format { automatic, table, tsv, json, jsonl, csv, yaml, markdown };

/// How a command's results reach the user: one class for every format (DESIGN §3).
class Printer {
 public:
  struct Options {
    Format format = Format::automatic;
    std::vector<std::string> fields;  ///< --fields
    bool nul = false;                 ///< -0: ids separated by NUL
  };
  Printer(Streams streams, Options options);

  /// A list: a fitted table on a terminal, TSV without header in a pipe, else the format asked for.
  /// Throws Error(usage) for a field that does not exist, with the nearest.
  void print(const document::Listing& listing);
  /// A story or report as text (width of the terminal, 80 in a pipe), Markdown, or with `json` its JSON form. tsv and
  /// csv print its tables.
  void print(const document::Document& document, const document::Value& json);
  /// An envelope (an object with `items`, of which --fields selects the keys; jsonl prints them bare) or any other
  /// value; JSON where the format is none of json, jsonl and yaml.
  void print_json(const document::Value& value);
  void line(std::string_view text);  ///< to standard output, as it is: an id
  void flush();
  [[nodiscard]] Format format() const;    ///< resolved
  [[nodiscard]] bool is_machine() const;  ///< json, jsonl, yaml, csv, tsv
  [[nodiscard]] const Streams& streams() const { return streams_; }

 private:
  void print_table(const document::Table& table);
  void print_items(const document::Listing& listing);
  void print_nul(const document::Listing& listing);

  Streams streams_;
  Options options_;
  Writer out_;
};

}  // namespace crmtrack::terminal
