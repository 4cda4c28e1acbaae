#include "terminal/printer.hpp"

#include "render/delimited.hpp"
#include "render/field_selection.hpp"
#include "render/json.hpp"
#include "render/markdown.hpp"
#include "render/style.hpp"
#include "render/table.hpp"
#include "render/text.hpp"
#include "render/yaml.hpp"
#include "util/error.hpp"
#include "util/text.hpp"

namespace crmtrack::terminal {
namespace {

using document::Document;
using document::Listing;
using document::Table;
using document::Value;

constexpr int kFormatVersion = 1;

/// A table behind another is parted from it by an empty line.
std::string render_tables(const Document& document, std::string (*render)(const Table&)) {
  std::string text;
  for (const auto& block : document.blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr) continue;
    if (!text.empty()) text += '\n';
    text += render(*table);
  }
  return text;
}

/// Writes the items of a list one after another, in an envelope or bare, so that no more than one is in memory.
class ItemStream {
 public:
  ItemStream(Writer& out, Format format) : out_(out), format_(format) {}

  /// `head` is the envelope without its items.
  void begin(const Value::Object& head) {
    if (format_ == Format::yaml) {
      out_.write(head.empty() ? "" : render::render_yaml(head));
    } else if (format_ == Format::json) {
      auto text = render::render_json(head);
      text.pop_back();
      out_.write(text + (head.empty() ? "\"items\": [" : ", \"items\": ["));
    }
  }
  void add(const Value& item) {
    if (format_ == Format::yaml) {
      out_.write((count_ == 0 ? "items:\n" : "") + render::render_yaml(Value::List{item}));
    } else if (format_ == Format::json) {
      out_.write((count_ == 0 ? "\n" : ",\n") + render::render_json(item));
    } else {
      out_.write(render::render_json(item) + '\n');
    }
    ++count_;
  }
  /// `tail` is what follows the items in the envelope.
  void end(const Value::Object& tail) {
    if (format_ == Format::yaml) {
      out_.write((count_ == 0 ? "items: []\n" : "") + (tail.empty() ? std::string{} : render::render_yaml(tail)));
    } else if (format_ == Format::json) {
      const auto text = render::render_json(tail);
      out_.write(std::string{count_ == 0 ? "]" : "\n]"} + (tail.empty() ? "}" : ", " + text.substr(1)) + '\n');
    }
  }

 private:
  Writer& out_;
  Format format_;
  std::size_t count_ = 0;
};

}  // namespace

Printer::Printer(Streams streams, Options options)
    : streams_(std::move(streams)), options_(std::move(options)), out_(streams_.out) {}

Format Printer::format() const {
  if (options_.format != Format::automatic) return options_.format;
  return streams_.out_is_terminal ? Format::table : Format::tsv;
}

bool Printer::is_machine() const { return format() != Format::table && format() != Format::markdown; }

void Printer::line(std::string_view text) {
  out_.write(text);
  out_.write("\n");
}

void Printer::flush() { out_.flush(); }

void Printer::print(const Listing& listing) {
  if (options_.nul) return print_nul(listing);
  switch (format()) {
    case Format::json:
    case Format::jsonl:
    case Format::yaml:
      return print_items(listing);
    default:
      break;
  }
  if (options_.fields.empty()) {
    print_table(listing.table);
  } else {
    print_table(render::select_columns(listing, options_.fields));
  }
  if (format() != Format::table) return;
  if (!streams_.out_is_terminal || listing.footer.empty()) return;
  if (!listing.table.rows.empty()) out_.write("\n");
  for (const auto& footer : listing.footer) line(render::render_line(footer, streams_.color));
}

void Printer::print_table(const Table& table) {
  switch (format()) {
    case Format::tsv:
      return out_.write(render::render_tsv(table));
    case Format::csv:
      return out_.write(render::render_csv(table));
    case Format::markdown:
      return out_.write(render::render_markdown(table));
    default:
      return out_.write(render::render_table(table, streams_.layout()));
  }
}

void Printer::print_items(const Listing& listing) {
  render::require_fields(options_.fields, listing.table.rows.size(), listing.item);
  ItemStream stream{out_, format()};
  stream.begin({{"format_version", kFormatVersion}, {"command", listing.command}});
  for (std::size_t row = 0; row < listing.table.rows.size(); ++row) {
    stream.add(render::select_keys(listing.item(row), options_.fields));
  }
  stream.end({});
}

void Printer::print_nul(const Listing& listing) {
  if (options_.fields.size() != 1 || (options_.format != Format::automatic && format() != Format::tsv)) {
    throw util::Error{util::ErrorKind::usage, "cannot separate by NUL: '-0' needs one field", {"add --fields id"}};
  }
  for (const auto& row : render::select_columns(listing, options_.fields).rows) {
    out_.write(streams_.out_is_terminal ? util::visible_line(row.front().text) : row.front().text);
    out_.write(std::string_view{"\0", 1});
  }
}

void Printer::print(const Document& document, const Value& json) {
  switch (options_.format) {
    case Format::json:
    case Format::jsonl:
    case Format::yaml:
      return print_json(json);
    case Format::tsv:
      return out_.write(render_tables(document, render::render_tsv));
    case Format::csv:
      return out_.write(render_tables(document, render::render_csv));
    case Format::markdown:
      return out_.write(render::render_markdown(document));
    case Format::table:
    case Format::automatic:
      return out_.write(render::render_text(document, streams_.layout()));
  }
}

void Printer::print_json(const Value& value) {
  const auto wanted = is_machine() ? format() : Format::json;
  const auto shape = wanted == Format::yaml || wanted == Format::jsonl ? wanted : Format::json;
  const auto* object = std::get_if<Value::Object>(&value.data);
  const auto* items = value.find("items");
  if (items == nullptr || !std::holds_alternative<Value::List>(items->data)) {
    return out_.write(shape == Format::yaml ? render::render_yaml(value) : render::render_json(value) + '\n');
  }
  const auto& list = std::get<Value::List>(items->data);
  render::require_fields(options_.fields, list.size(), [&](std::size_t i) { return list[i]; });
  Value::Object head;
  Value::Object tail;
  bool before = true;
  for (const auto& [key, member] : *object) {
    if (&member == items) {
      before = false;
    } else {
      (before ? head : tail).emplace_back(key, member);
    }
  }
  ItemStream stream{out_, shape};
  stream.begin(head);
  for (const auto& item : list) stream.add(render::select_keys(item, options_.fields));
  stream.end(tail);
}

}  // namespace crmtrack::terminal
