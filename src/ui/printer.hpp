#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "ui/streams.hpp"

namespace crmtrack::ui {

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

/// Pure renderers, for tests and files.
/// Fitted to the width: columns that may shrink do; where the rest is still too wide, a row takes several lines. Empty
/// where there are no rows.
std::string render_table(const document::Table& table, const Streams& streams);
/// Blocks with an empty line between them, none below a heading or between Lines that follow each other. In a Paragraph
/// a line feed ends a line; elsewhere it is made visible.
std::string render_text(const document::Document& document, const Streams& streams);
std::string render_markdown(const document::Document& document);
std::string render_markdown(const document::Table& table);
/// Without header; tab, line feed, CR and backslash as \t \n \r \\.
std::string render_tsv(const document::Table& table);
/// With the columns' keys as header.
std::string render_csv(const document::Table& table);
std::string render_yaml(const document::Value& value);
/// A styled line; control characters of its texts made visible.
std::string render_line(const document::Line& line, bool color);

}  // namespace crmtrack::ui
