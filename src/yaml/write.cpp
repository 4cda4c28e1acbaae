#include "yaml/write.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "util/error.hpp"
#include "util/text/safe.hpp"
#include "util/text/utf8.hpp"
#include "util/text/width.hpp"
#include "yaml/style.hpp"

namespace crmtrack::yaml {

namespace {

constexpr std::size_t kStep = 2;

void append_escape(std::string& out, std::int32_t value) {
  switch (value) {
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += value < 0x80 ? fmt::format("\\x{:02x}", value) : fmt::format("\\u{:04x}", value);
  }
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const util::CodePoint point = util::first_code_point(text);
    if (point.value == '"' || point.value == '\\') {
      out += '\\';
      out += text.front();
    } else if (point.value >= 0 && needs_escape(point.value)) {
      append_escape(out, point.value);
    } else {
      out += text.substr(0, point.bytes);
    }
    text.remove_prefix(point.bytes);
  }
  out += '"';
}

void append_text(std::string& out, std::string_view text, Place place) {
  if (fits_plain(text, place))
    out += text;
  else
    append_quoted(out, text);
}

void append_scalar(std::string& out, const Node& node, Place place) {
  if (node.is_null())
    out += "null";
  else if (const auto integer = node.as_integer())
    out += std::to_string(*integer);
  else if (node.as_boolean())
    out += node.text;
  else
    append_text(out, node.text, place);
}

void append_literal(std::string& out, std::string_view text, std::size_t indent) {
  out += "|\n";
  while (!text.empty()) {
    const std::size_t line = text.find('\n') + 1;
    if (line > 1) out.append(indent, ' ');
    out += text.substr(0, line);
    text.remove_prefix(line);
  }
}

void append_flow_list(std::string& out, const Node& list) {
  out += '[';
  for (const Node& item : list.items) {
    if (&item != &list.items.front()) out += ", ";
    append_scalar(out, item, Place::flow);
  }
  out += ']';
}

bool is_flow_list(const Node& node) {
  return node.is_list() && std::all_of(
                               node.items.begin(), node.items.end(), [](const Node& n) { return n.is_scalar(); });
}

bool is_block(const Node& node) {
  return (node.is_map() && !node.entries.empty()) || (node.is_list() && !is_flow_list(node));
}

/// Writes the value on the line of its key or dash, and the line's end. The lines of a literal are indented by
/// `indent`.
void append_inline(std::string& out, const Node& node, std::size_t indent) {
  if (node.is_map()) {
    out += "{}\n";
  } else if (node.is_list()) {
    append_flow_list(out, node);
    out += '\n';
  } else if (!node.is_null() && !node.as_integer() && !node.as_boolean() && fits_literal(node.text)) {
    append_literal(out, node.text, indent);
  } else {
    append_scalar(out, node, Place::block);
    out += '\n';
  }
}

void append_key(std::string& out, const std::string& key) {
  if (key.size() > kLongestKey) {
    throw util::Error(util::ErrorKind::refused,
                      fmt::format("cannot write the field '{}': its name is longer than {} bytes",
                                  util::visible_line(util::truncate(key, 40)), kLongestKey));
  }
  append_text(out, key, Place::block);
}

void append_block(std::string& out, const Node& node, std::size_t indent);

/// `- ` and the item; a map or list goes on in the same line.
void append_items(std::string& out, const Node& list, std::size_t indent) {
  for (const Node& item : list.items) {
    if (&item != &list.items.front()) out.append(indent, ' ');
    out += "- ";
    if (is_block(item))
      append_block(out, item, indent + kStep);
    else
      append_inline(out, item, indent + kStep);
  }
}

void append_entries(std::string& out, const Node& map, std::size_t indent) {
  for (const auto& [key, value] : map.entries) {
    if (&key != &map.entries.front().first) out.append(indent, ' ');
    append_key(out, key);
    if (is_block(value)) {
      out += ":\n";
      out.append(indent + kStep, ' ');
      append_block(out, value, indent + kStep);
    } else {
      out += ": ";
      append_inline(out, value, indent + kStep);
    }
  }
}

/// Precondition: the column is `indent` already.
void append_block(std::string& out, const Node& node, std::size_t indent) {
  if (node.is_map())
    append_entries(out, node, indent);
  else
    append_items(out, node, indent);
}

}  // namespace

std::string write(const Node& map) {
  if (!map.is_map()) throw util::Error(util::ErrorKind::bug, "cannot write a document: it is no map");
  std::string out;
  if (map.entries.empty())
    append_inline(out, map, 0);
  else
    append_block(out, map, 0);
  return out;
}

}  // namespace crmtrack::yaml
