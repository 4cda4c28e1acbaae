#pragma once

#include "document/document.hpp"
#include "document/value.hpp"
#include "view/client_view.hpp"
#include "view/setting.hpp"

namespace crmtrack::view {

/// The view of a customer as a document for them to read: what they reported, what we promised and when, what was done,
/// what we need from them.
document::Document client_document(const Setting& setting, const ClientView& view);
/// The view of a customer for programs: customer, complaints, and events, promises and needs beside any complaint.
document::Value client_value(const ClientView& view);

}  // namespace crmtrack::view
