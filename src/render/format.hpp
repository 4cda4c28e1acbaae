#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "render/ics.hpp"
#include "render/items.hpp"
#include "render/layout.hpp"

namespace crmtrack::render {

/// A format of the output, as `--format` names it. A function that a format lacks tells that it does not take such a
/// thing: the Printer, the options, help and completion all go by this.
struct Format {
  std::string_view name;
  std::string_view says;     ///< what it is for, in a line of `help formats`
  bool for_people = false;   ///< short ids and local times; the others are for machines
  bool on_terminal = false;  ///< what a terminal shows: paged, coloured, with a footer below a list
  std::string (*table)(const document::Table&, const Layout&) = nullptr;  ///< a list, a table of a report
  std::string (*header)(const document::Table&) = nullptr;  ///< the line above a list, where the user asks for one
  std::string (*document)(const document::Document&, const Layout&) = nullptr;        ///< a story or report as prose
  std::string (*value)(const document::Value&) = nullptr;                             ///< its JSON form instead
  const ItemForm* items = nullptr;                                                    ///< the items of a list
  std::string (*calendar)(const std::vector<document::Event>&, EntryForm) = nullptr;  ///< an agenda

  /// Whether stories and reports can be printed so; a format of tables alone takes their tables.
  [[nodiscard]] bool takes_documents() const { return document != nullptr || value != nullptr; }
  /// Whether lists can be printed so.
  [[nodiscard]] bool takes_lists() const { return table != nullptr || items != nullptr; }
};

/// Every format, in the order in which help lists them.
std::span<const Format> formats();
/// The names of the formats, in the same order.
std::span<const std::string_view> format_names();
/// `table, tsv, json, jsonl, csv, yaml or markdown`.
std::string_view format_choices();
/// Those that take stories and reports, the terminal's own aside: `json, jsonl, yaml or markdown`.
std::string document_format_choices();
/// The format of that name. Throws Error(usage) with all the names.
const Format& get_format(std::string_view name);

/// The format of a list where the user asks for none.
const Format& usual_list_format(bool out_is_terminal);
/// The format of a story or report where the user asks for none, on a terminal and in a pipe.
const Format& usual_document_format();
/// The format of what is data alone, where the user asks for none that takes it.
const Format& usual_value_format();

}  // namespace crmtrack::render
