#include "util/tar.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "util/error.hpp"
#include "util/process.hpp"

namespace crmtrack::util {
namespace {

/// The output of the system's tar for an archive.
std::string by_tar(const std::string& archive, const std::vector<std::string>& options) {
  std::vector<std::string> words{"env", "TZ=UTC", "tar", "-f", "-"};
  words.insert(words.end(), options.begin(), options.end());
  ProcessOptions process;
  process.input = archive;
  const ProcessResult result = run_process(words, process);
  CHECK(result.status == 0);
  CHECK(result.err == "");
  return result.out;
}

TEST_CASE("a tar archive is read by tar") {
  const std::string deep =
      "records/complaints/2026/11/21/7f3q2mxab4/01kajx7f3q2mxab47f3q2mxab4-resolution.files/" + std::string(120, 'n');
  TarText tar(1700000000);
  tar.add("empty", "");
  tar.add("folder/text", "hello\n");
  tar.add("block", std::string(512, 'x'));
  tar.add(deep, std::string(1000, 'y'));
  const std::string archive = tar.finish();
  CHECK(archive.size() % 512 == 0);

  CHECK(by_tar(archive, {"-t"}) == "empty\nfolder/text\nblock\n" + deep + "\n");
  CHECK(by_tar(archive, {"-x", "-O", "folder/text"}) == "hello\n");
  CHECK(by_tar(archive, {"-x", "-O", deep}) == std::string(1000, 'y'));
  CHECK(by_tar(archive, {"-t", "-v", "folder/text"}).find("-rw------- 0/0") == 0);
}

TEST_CASE("a path of any length is read by tar") {
  for (const std::size_t length : {100U, 101U, 240U, 241U, 242U, 243U, 250U}) {
    TarText tar(0);
    tar.add(std::string(length, 'p'), "x");
    CHECK(by_tar(tar.finish(), {"-t"}) == std::string(length, 'p') + "\n");
  }
}

TEST_CASE("a path that would leave the folder is refused") {
  TarText tar(0);
  for (const char* path : {"", "/etc/passwd", "a/../../b", ".."}) CHECK_THROWS_AS(tar.add(path, "x"), Error);
}

}  // namespace
}  // namespace crmtrack::util
