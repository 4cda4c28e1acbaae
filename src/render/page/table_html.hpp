#pragma once

#include <string>
#include <string_view>

#include "document/document.hpp"

namespace crmtrack::render {

/// The name of a table in a page: a caption of its own, or the heading that it stands below.
struct TableName {
  std::string caption;     ///< raw text; empty: it has none
  bool is_seen = true;     ///< otherwise the caption is there for those who hear the page
  std::string heading_id;  ///< of the heading, where there is no caption
};

/// A styled text of a page: escaped, in a `span` of its role's class where it has one.
std::string span_html(std::string_view text, document::Role role);

/// A table with headings for columns and rows, in a box that scrolls sideways where the screen is narrow. On paper the
/// table fits the page.
std::string table_html(const document::Table& table, const TableName& name);
/// Labelled values as a table.
std::string figures_html(const document::Figures& figures, const TableName& name);

}  // namespace crmtrack::render
