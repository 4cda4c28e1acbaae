#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "document/value.hpp"

namespace crmtrack::document {

/// What a piece of text is, for colour: the theme of the terminal decides how it looks.
enum class Role { plain, strong, dim, good, warning, bad, id, heading, mark };

struct Span {
  std::string text;
  Role role = Role::plain;
};
/// A line of styled text. Texts may hold anything: what prints them makes control characters visible.
using Line = std::vector<Span>;

enum class Align { left, right };

struct Column {
  std::string key;    ///< snake_case: the name in TSV, CSV and --fields
  std::string title;  ///< for people
  Align align = Align::left;
  bool shown = true;     ///< by default, without --fields
  bool shrinks = false;  ///< may be cut or wrapped to fit a terminal; the others are never cut
};

/// One cell: `text` for machines (TSV, CSV), `shown` for people where that differs (empty: the same).
struct Cell {
  std::string text;
  std::string shown = {};
  Role role = Role::plain;
  std::size_t bright = 0;  ///< of an id: how many leading characters are its unique prefix (0: all plain)
};

struct Table {
  std::string name;  ///< for JSON; may be empty
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
};

struct Heading {
  std::string text;
  int level = 1;
};
struct Paragraph {
  Line line;  ///< wrapped to the width
};
/// Lines printed as they are (a story), `indent` columns to the right, continuation lines of a wrap below the first.
struct Lines {
  std::vector<Line> lines;
  int indent = 0;
};
/// Labelled values, one a line, the values aligned.
struct Figures {
  struct Item {
    std::string label, value, note;
    Role role = Role::plain;
  };
  std::vector<Item> items;
};
/// Horizontal bars, for people; machines get the table beside it.
struct Bars {
  struct Item {
    std::string label;
    double value = 0;
    std::string shown;
  };
  std::vector<Item> items;
};

/// What a report or a story is made of; many renderers draw it.
struct Document {
  using Block = std::variant<Heading, Paragraph, Lines, Figures, Table, Bars>;
  std::vector<Block> blocks;
  void add(Block block) { blocks.push_back(std::move(block)); }
};

/// What a command that lists prints: a table for people and pipes, an item a row for JSON.
struct Listing {
  std::string command;  ///< in the JSON envelope
  Table table;
  std::function<Value(std::size_t row)> item;  ///< the JSON object of a row
  std::vector<Line> footer;                    ///< on a terminal only
};

}  // namespace crmtrack::document
