#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "document/chart.hpp"
#include "document/value.hpp"
#include "util/time.hpp"

namespace crmtrack::document {

/// The meaning of a piece of text, for colour. The theme of the terminal decides how it looks.
enum class Role { plain, strong, dim, good, warning, bad, id, heading, mark };

struct Span {
  std::string text;
  Role role = Role::plain;
};
/// A line of styled text. Texts may hold anything: the printer makes control characters visible.
using Line = std::vector<Span>;

enum class Align { left, right };

struct Column {
  std::string key;    ///< snake_case: the name in TSV, CSV and --fields
  std::string title;  ///< for people
  Align align = Align::left;
  bool shown = true;      ///< by default, without --fields
  bool shrinks = false;   ///< may be cut or wrapped to fit a terminal; the others are never cut
  std::size_t least = 8;  ///< the width to which it may shrink
  int drops = 0;          ///< on a terminal too narrow for all, the columns with the greatest number go first; 0: never
};

/// One cell: `text` for machines (TSV, CSV), `shown` for people. An empty `shown` stands for `text`. CSV quotes a text
/// and leaves a number bare: what stands in a column aligned to the right, or has `number`.
struct Cell {
  std::string text;
  std::string shown = {};
  Role role = Role::plain;
  std::size_t bright = 0;  ///< of an id: the number of leading characters that are its unique prefix (0: all plain)
  bool number = false;     ///< a figure, in a column of texts too
  std::string brief = {};  ///< for people, in a column that would go for want of room; empty: nothing shorter
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
/// Lines printed as they are (a story), `indent` columns to the right. The further lines of a wrapped one begin below
/// it.
struct Lines {
  std::vector<Line> lines;
  int indent = 0;
};
/// Labelled values, one a line, with the values aligned.
struct Figures {
  struct Item {
    std::string label, value, note;
    Role role = Role::plain;
  };
  std::vector<Item> items;
};
/// Horizontal bars, for people. Machines get the table beside it.
struct Bars {
  struct Item {
    std::string label;
    double value = 0;
    std::string shown;
  };
  std::vector<Item> items;
};

/// A report or a story, as a list of blocks that several renderers draw.
struct Document {
  using Block = std::variant<Heading, Paragraph, Lines, Figures, Table, Bars, Chart>;
  std::vector<Block> blocks;
  void add(Block block) { blocks.push_back(std::move(block)); }
};

/// An entry of a calendar: something is due.
struct Event {
  std::string uid;  ///< names the entry for ever: of ASCII letters, digits, `.`, `-` and `_`
  std::string summary, description;
  util::Instant made_at{};              ///< a time that never changes
  std::optional<util::Instant> due_at;  ///< none: a list of things to do has it, a calendar has not
  int priority = 0;                     ///< 1 is the most urgent, 9 the least; 0: none
};

/// The output of a command that lists: a table for people and pipes, an item a row for JSON.
struct Listing {
  std::string command;  ///< in the JSON envelope
  Table table;
  std::function<Value(std::size_t row)> item;  ///< the JSON object of a row
  std::vector<Line> footer;                    ///< on a terminal only
  std::optional<std::size_t> total = {};       ///< beside the items of data, where a limit may have cut some
};

}  // namespace crmtrack::document
