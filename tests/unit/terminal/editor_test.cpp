#include "terminal/editor.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <string>
#include <vector>

#include "folder.hpp"
#include "util/error.hpp"
#include "util/file.hpp"

using namespace crmtrack;
using terminal::test::Folder;

namespace {

std::string edited(const std::string& command, const std::string& text_template) {
  return terminal::edit_text(command, text_template);
}

util::ErrorKind edit_failure(const std::string& command, const std::string& text_template) {
  try {
    terminal::edit_text(command, text_template);
  } catch (const util::Error& error) {
    return error.kind();
  }
  return util::ErrorKind::bug;
}

}  // namespace

TEST_CASE("the editor's text comes back without comments") {
  CHECK(edited("printf '\\n first \\n# comment\\n\\nlast\\n\\n' >", "# template\n") == " first\n\nlast");
  CHECK(edited("echo more >>", "kept\n# comment\n") == "kept\nmore");
}

TEST_CASE("an empty or unchanged text cancels, an editor that fails says so") {
  CHECK(edit_failure("true", "# only comments\n") == util::ErrorKind::cancelled);
  CHECK(edit_failure("true", "some text\n") == util::ErrorKind::cancelled);
  CHECK(edit_failure("printf 'some text  \\n\\n# new comment\\n' >", "some text\n") == util::ErrorKind::cancelled);
  CHECK(edit_failure("echo x >", "") == util::ErrorKind::bug);  // none of these
  CHECK(edit_failure("exit 3;", "") == util::ErrorKind::program_failed);
  CHECK(edit_failure("no-such-editor-here", "") == util::ErrorKind::program_failed);
}

TEST_CASE("the file is private, and nothing of it stays") {
  const Folder folder;
  ::setenv("TMPDIR", folder.path.c_str(), 1);
  const auto kept = (folder.path / "kept").string();
  edited("sh -c 'stat -c %a \"$0\" > " + kept + "; stat -c %a \"$(dirname \"$0\")\" >> " + kept +
             "; echo backup > \"$0~\"; echo x >> \"$0\"'",
         "");
  CHECK(util::read_file(kept, 100) == "600\n700\n");
  std::vector<std::string> left;
  for (const auto& entry : std::filesystem::directory_iterator{folder.path}) left.push_back(entry.path().filename());
  CHECK(left == std::vector<std::string>{"kept"});
  CHECK(edit_failure("exit 1;", "") == util::ErrorKind::program_failed);
  ::setenv("TMPDIR", (folder.path / "absent").c_str(), 1);
  CHECK(edit_failure("true", "x") == util::ErrorKind::program_failed);
  ::unsetenv("TMPDIR");
}
