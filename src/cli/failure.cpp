#include "cli/failure.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <new>

#include "terminal/writer.hpp"
#include "util/error.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::cli {

namespace {

constexpr int kClosedPipe = 128 + 13;  // what a shell sees of a process that SIGPIPE ended
constexpr int kBug = 70;

std::string describe(const util::Error& error) {
  std::string text = fmt::format("crmtrack: {}\n", util::visible_line(error.what()));
  for (const std::string& hint : error.hints()) text += fmt::format("hint: {}\n", util::visible_line(hint));
  return text;
}

std::string describe_bug(const char* what) {
  return fmt::format(
      "crmtrack: cannot go on: {}\nhint: this is a bug of ours; please report it with the command that you typed\n",
      util::visible_line(what));
}

}  // namespace

Failure describe_failure(std::exception_ptr thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const terminal::ClosedPipe&) {
    return {kClosedPipe, {}};
  } catch (const util::Error& error) {
    return {error.exit_code(), describe(error)};
  } catch (const std::bad_alloc&) {
    return {kBug, describe_bug("out of memory")};
  } catch (const std::exception& error) {
    return {kBug, describe_bug(error.what())};
  } catch (...) {
    return {kBug, describe_bug("something was thrown that is no error")};
  }
}

void write_error(const std::string& text) noexcept {
  std::size_t done = 0;
  while (done < text.size()) {
    const ssize_t written = ::write(STDERR_FILENO, text.data() + done, text.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    done += static_cast<std::size_t>(written);
  }
}

}  // namespace crmtrack::cli
