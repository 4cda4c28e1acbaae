#include "command/common/context.hpp"

#include <fmt/format.h>

#include <optional>
#include <string_view>
#include <utility>

#include "command/common/stream_notices.hpp"
#include "render/format.hpp"
#include "terminal/pager.hpp"

namespace crmtrack::command {

namespace {

/// The format that `--format` names; none where the user gave none.
const render::Format* asked_format(const std::string& name) {
  return name.empty() ? nullptr : &render::get_format(name);
}

/// The settings of a session whose programs may ask where we may.
session::Settings with_terminal(session::Settings settings, const Display& display, const terminal::Streams& streams) {
  settings.may_ask = streams.in_is_terminal && streams.err_is_terminal && !display.no_input;
  return settings;
}

}  // namespace

struct Context::Impl {
  std::optional<terminal::Printer> printer;
  std::unique_ptr<terminal::Pager> pager;
};

Context::Context(session::Settings settings, Display display, const terminal::Streams& streams)
    : Session(with_terminal(std::move(settings), display, streams),
              std::make_unique<StreamNotices>(streams, display.quiet, display.verbose)),
      display_(std::move(display)),
      streams_(streams),
      impl_(std::make_unique<Impl>()) {}

Context::~Context() = default;

terminal::Printer& Context::out() {
  if (!impl_->printer)
    impl_->printer.emplace(streams_, terminal::Printer::Options{asked_format(display_.format), display_.fields,
                                                                display_.nul, display_.header});
  return *impl_->printer;
}

void Context::suggest_fields(const std::vector<std::string>& fields) {
  if (display_.fields.empty()) display_.fields = fields;
}

bool Context::wants_data() const {
  const render::Format* format = asked_format(display_.format);
  return format != nullptr && format->value != nullptr;
}

void Context::page() {
  if (impl_->pager || impl_->printer || display_.no_pager || !streams_.out_is_terminal) return;
  if (const render::Format* format = asked_format(display_.format); format != nullptr && !format->on_terminal) return;
  const char* term = variable("TERM");
  if (term != nullptr && std::string_view(term) == "dumb") return;  // no pager can move its cursor
  const char* pager = variable("PAGER");
  impl_->pager = std::make_unique<terminal::Pager>(streams_, pager != nullptr && *pager != '\0' ? pager : "less");
}

void Context::finish() {
  if (impl_->printer) impl_->printer->flush();
  impl_->printer.reset();
  impl_->pager.reset();
}

}  // namespace crmtrack::command
