#include "command/common/last_complaint.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "session/customer_word.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/id.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

constexpr std::string_view kLast = "@";
constexpr std::size_t kLargest = 1024;

/// The file of this terminal in our folder: `last/dev-pts-3`. Empty where standard input is no terminal.
std::filesystem::path file_of_terminal(Context& context) {
  const char* name = context.streams().in_is_terminal ? ::ttyname(context.streams().in) : nullptr;
  if (name == nullptr) return {};
  std::string file(name);
  std::replace(file.begin(), file.end(), '/', '-');
  return context.location().own_dir() / "last" / file.substr(file.find_first_not_of('-'));
}

/// A name such as /dev/pts/3 is given to one terminal after another; its session tells them apart.
std::string line_of(const std::string& id) { return fmt::format("{} {}\n", ::getsid(0), id); }

/// The complaint last touched on this terminal; empty where none was.
std::string last_complaint(const std::filesystem::path& file) {
  const auto text = util::find_file_text(file, kLargest);
  if (!text) return {};
  const std::vector<std::string> words = util::split(std::string(util::trim(*text)), ' ');
  return words.size() == 2 && words[0] == std::to_string(::getsid(0)) && util::is_complaint_id(words[1])
             ? words[1]
             : std::string();
}

bool takes_complaint(const CommandSpec& command) {
  return std::any_of(
      command.positionals.begin(), command.positionals.end(),
      [](const PositionalSpec& each) {
        return each.completes == Completes::complaint || each.completes == Completes::story;
      });
}

/// The values of the invocation that are `@` where a complaint is meant, and `KIND:@` of a link.
std::vector<std::string*> find_marks(const CommandSpec& command, Invocation& invocation) {
  std::vector<std::string*> marks;
  if (takes_complaint(command))
    for (std::string& word : invocation.positionals)
      if (word == kLast) marks.push_back(&word);
  for (const OptionSpec& option : command.options) {
    const auto values = invocation.options.find(option.key());
    if (values == invocation.options.end()) continue;
    for (std::string& value : values->second)
      if ((option.completes == Completes::complaint && value == kLast) ||
          (option.key() == "link" && value.ends_with(":@")))
        marks.push_back(&value);
  }
  return marks;
}

}  // namespace

std::string get_last_complaint(Context& context) {
  if (!context.streams().in_is_terminal)
    throw Error(ErrorKind::refused, "cannot tell which complaint '@' is: standard input is no terminal",
                {"name the complaint by its id"});
  const std::string id = last_complaint(file_of_terminal(context));
  if (id.empty())
    throw Error(ErrorKind::not_found, "cannot tell which complaint '@' is: none was touched on this terminal yet",
                {"name it by its id once; after that @ is enough"});
  const story::Complaint complaint = load_complaint(context, get_complaint_id(context, id));
  context.say(fmt::format("@ is {}: {}: {}", short_id(context, complaint.id),
                          session::shown_customer(context, complaint.text_of("customer")),
                          complaint.text_of("summary")));
  return complaint.id;
}

void remember_complaint(Context& context, const std::string& id) {
  const std::filesystem::path file = file_of_terminal(context);
  if (file.empty() || last_complaint(file) == id) return;
  try {
    util::make_private_directory(file.parent_path());
  } catch (const Error&) {
    return;  // a repository that we may only read
  }
  std::ofstream(file, std::ios::trunc) << line_of(id);
}

void remember_complaint(Context& context, const std::vector<session::Draft>& written) {
  std::set<std::string> ids;
  for (const session::Draft& draft : written)
    if (draft.story.kind == record::StoryKind::complaint) ids.insert(draft.story.id);
  if (ids.size() == 1) remember_complaint(context, *ids.begin());
}

Invocation with_last_complaint(Context& context, const CommandSpec& command, Invocation invocation) {
  const std::vector<std::string*> marks = find_marks(command, invocation);
  if (marks.empty()) return invocation;
  const std::string id = get_last_complaint(context);
  for (std::string* mark : marks) mark->replace(mark->size() - kLast.size(), kLast.size(), id);
  return invocation;
}

}  // namespace crmtrack::command
