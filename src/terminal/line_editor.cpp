#include "terminal/line_editor.hpp"

#include <dlfcn.h>
#include <histedit.h>
#include <unistd.h>

#include <clocale>
#include <cstdio>
#include <type_traits>

namespace crmtrack::terminal {
namespace {

/// The functions of libedit that we call. Linked, the library and its own would be loaded at every start.
struct Edit {
  decltype(&el_init_fd) init = nullptr;
  decltype(&el_set) set = nullptr;
  decltype(&el_source) source = nullptr;
  decltype(&el_gets) gets = nullptr;

  [[nodiscard]] bool is_here() const { return init && set && source && gets; }
};

Edit load() {
  Edit edit;
  void* library = dlopen("libedit.so.2", RTLD_LAZY | RTLD_LOCAL);
  if (library == nullptr) return edit;
  const auto find = [&](const char* name, auto& function) {
    function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(dlsym(library, name));
  };
  find("el_init_fd", edit.init);
  find("el_set", edit.set);
  find("el_source", edit.source);
  find("el_gets", edit.gets);
  return edit;
}

const Edit& library() {
  static const Edit edit = load();
  return edit;
}

std::FILE* open_file(int fd, const char* mode) {
  const int copy = ::dup(fd);
  std::FILE* file = copy < 0 ? nullptr : ::fdopen(copy, mode);
  if (file == nullptr && copy >= 0) ::close(copy);
  return file;
}

/// The locale's letters, for the time of a question: elsewhere nothing of the program depends on the locale.
class Letters {
 public:
  explicit Letters(bool utf8)
      : locale_(::newlocale(LC_CTYPE_MASK, "", nullptr)),
        before_(::uselocale(locale_ != nullptr ? locale_ : (locale_ = fallback(utf8)))) {}
  ~Letters() {
    ::uselocale(before_);
    if (locale_ != nullptr) ::freelocale(locale_);
  }
  Letters(const Letters&) = delete;
  Letters& operator=(const Letters&) = delete;

 private:
  static locale_t fallback(bool utf8) { return ::newlocale(LC_CTYPE_MASK, utf8 ? "C.UTF-8" : "C", nullptr); }
  locale_t locale_;
  locale_t before_;
};

/// libedit asks a function for the prompt, and hands it nothing of ours.
std::string& prompt_shown() {
  static std::string prompt;
  return prompt;
}
char* give_prompt(EditLine*) { return prompt_shown().data(); }

constexpr char kMark = '\1';

/// Marks escape sequences, so that libedit does not count them among the columns. Two that follow one another are one
/// for it: of two marked parts without a letter between them it prints the second as text.
std::string with_marks(const std::string& prompt) {
  std::string marked;
  bool is_marked = false, is_sequence = false;
  for (const char c : prompt) {
    is_sequence = is_sequence || c == '\x1b';
    if (is_sequence != is_marked) marked += kMark;
    is_marked = is_sequence;
    marked += c;
    if (c == 'm') is_sequence = false;
  }
  return marked + (is_marked ? std::string(1, kMark) : std::string());
}

/// The editor of the process's terminal; null where it cannot be made. It lives as long as the process: `el_end` throws
/// away what was typed ahead, such as the answer to the next question.
EditLine* editor_of(const Streams& streams) {
  static EditLine* const editor = [&]() -> EditLine* {
    const Edit& edit = library();
    std::FILE* const in = open_file(streams.in, "r");
    std::FILE* const err = open_file(streams.err, "w");
    if (in == nullptr || err == nullptr) return nullptr;
    EditLine* const made = edit.init("crmtrack", in, err, err, streams.in, streams.err, streams.err);
    if (made == nullptr) return nullptr;
    edit.set(made, EL_EDITOR, "emacs");
    edit.set(made, EL_PROMPT_ESC, give_prompt, kMark);
    edit.set(made, EL_SIGNAL, 1);  // a signal leaves the terminal as it was
    edit.source(made, nullptr);
    // A Ctrl-D that was typed while the terminal collected lines arrives as a NUL once it gives each key.
    edit.set(made, EL_BIND, "^@", "em-delete-or-list", static_cast<const char*>(nullptr));
    return made;
  }();
  return editor;
}

}  // namespace

bool can_edit_lines(const Streams& streams) {
  if (!streams.moves_cursor || !library().is_here()) return false;
  const Letters letters(streams.utf8);
  return editor_of(streams) != nullptr;
}

std::optional<std::string> edit_line(const Streams& streams, const std::string& prompt) {
  const Edit& edit = library();
  const Letters letters(streams.utf8);
  EditLine* const editor = editor_of(streams);
  prompt_shown() = with_marks(prompt);
  // Before the prompt is shown: libedit does so behind it, and what is typed between the two is echoed twice, Ctrl-D
  // lost.
  edit.set(editor, EL_PREP_TERM, 1);
  int length = 0;
  const char* text = edit.gets(editor, &length);
  if (text == nullptr || length <= 0) return std::nullopt;
  return std::string(text, static_cast<std::size_t>(length));
}

}  // namespace crmtrack::terminal
