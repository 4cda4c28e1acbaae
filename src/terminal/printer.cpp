#include "terminal/printer.hpp"

#include <utility>

#include "render/field_selection.hpp"
#include "render/style.hpp"
#include "util/error.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::terminal {
namespace {

using document::Document;
using document::Listing;
using document::Table;
using document::Value;
using render::Format;

constexpr int kFormatVersion = 1;

/// A table behind another is parted from it by an empty line.
std::string render_tables(const Document& document, const Format& format, const render::Layout& layout, bool header) {
  std::string text;
  for (const auto& block : document.blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr) continue;
    if (!text.empty()) text += '\n';
    if (header && format.header != nullptr) text += format.header(*table);
    text += format.table(*table, layout);
  }
  return text;
}

[[noreturn]] void refuse(std::string_view what, const Format& format) {
  throw util::Error{
      util::ErrorKind::usage,
      "cannot print " + std::string(what) + " as " + std::string(format.name) + ": only an agenda is a calendar",
      {"crmtrack agenda --format ics"}};
}

/// An envelope in three parts.
struct Envelope {
  Value::Object head;
  const Value::List* items = nullptr;  ///< none where the value is no envelope
  Value::Object tail;
};

Envelope open_envelope(const Value& value) {
  Envelope envelope;
  const auto* items = value.find("items");
  if (items == nullptr || !std::holds_alternative<Value::List>(items->data)) return envelope;
  envelope.items = &std::get<Value::List>(items->data);
  bool before = true;
  for (const auto& [key, member] : std::get<Value::Object>(value.data))
    if (&member == items)
      before = false;
    else
      (before ? envelope.head : envelope.tail).emplace_back(key, member);
  return envelope;
}

}  // namespace

Printer::Printer(Streams streams, Options options)
    : streams_(std::move(streams)), options_(std::move(options)), out_(streams_.out) {}

const Format& Printer::format() const {
  return options_.format != nullptr ? *options_.format : render::usual_list_format(streams_.out_is_terminal);
}

bool Printer::takes_documents() const { return options_.format == nullptr || options_.format->takes_documents(); }

void Printer::line(std::string_view text) {
  out_.write(text);
  out_.write("\n");
}

void Printer::flush() { out_.flush(); }

void Printer::print(const Listing& listing) {
  if (options_.nul) return print_nul(listing);
  if (!format().takes_lists()) refuse("this", format());
  if (format().items != nullptr) return print_items(listing);
  const auto layout = streams_.layout();
  const bool is_whole = options_.fields.empty();
  const Table& table = is_whole ? listing.table : render::select_columns(listing, options_.fields);
  if (options_.header && format().header != nullptr) out_.write(format().header(table));
  out_.write(format().table(table, layout));
  if (!format().on_terminal || !streams_.out_is_terminal || listing.footer.empty()) return;
  if (!listing.table.rows.empty()) out_.write("\n");
  for (const auto& footer : listing.footer) line(render::render_line(footer, streams_.color));
}

void Printer::print_items(const Listing& listing) {
  const auto& form = *format().items;
  const std::size_t count = listing.table.rows.size();
  render::require_fields(options_.fields, count, listing.item);
  out_.write(form.begin({{"format_version", kFormatVersion}, {"command", listing.command}}));
  for (std::size_t row = 0; row < count; ++row)
    out_.write(form.item(render::select_keys(listing.item(row), options_.fields), row));
  Value::Object tail;
  if (listing.total) tail.emplace_back("total", *listing.total);
  out_.write(form.end(tail, count));
}

void Printer::print_calendar(const std::vector<document::Event>& events, render::EntryForm form) {
  if (format().calendar == nullptr) throw util::Error{util::ErrorKind::bug, "cannot print a calendar in this format"};
  out_.write(format().calendar(events, form));
}

void Printer::print_nul(const Listing& listing) {
  if (options_.fields.size() != 1 ||
      (options_.format != nullptr && options_.format != &render::usual_list_format(false)))
    throw util::Error{util::ErrorKind::usage, "cannot separate by NUL: '-0' needs one field", {"add --fields id"}};
  for (const auto& row : render::select_columns(listing, options_.fields).rows) {
    out_.write(streams_.out_is_terminal ? util::visible_line(row.front().text) : row.front().text);
    out_.write(std::string_view{"\0", 1});
  }
}

void Printer::print(const Document& document, const Value& json) {
  const auto& wanted = options_.format != nullptr ? *options_.format : render::usual_document_format();
  if (wanted.value != nullptr) return print_json(json);
  if (wanted.table == nullptr && wanted.document == nullptr) refuse("this", wanted);
  if (wanted.document != nullptr) return out_.write(wanted.document(document, streams_.layout()));
  out_.write(render_tables(document, wanted, streams_.layout(), options_.header));
}

void Printer::print_json(const Value& value) {
  const auto& wanted = format().value != nullptr ? format() : render::usual_value_format();
  const auto envelope = open_envelope(value);
  if (envelope.items == nullptr) return out_.write(wanted.value(value));
  const auto& items = *envelope.items;
  render::require_fields(options_.fields, items.size(), [&](std::size_t i) { return items[i]; });
  out_.write(wanted.items->begin(envelope.head));
  std::size_t before = 0;
  for (const auto& item : items) out_.write(wanted.items->item(render::select_keys(item, options_.fields), before++));
  out_.write(wanted.items->end(envelope.tail, before));
}

}  // namespace crmtrack::terminal
