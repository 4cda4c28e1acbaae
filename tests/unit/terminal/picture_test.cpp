#include "terminal/picture.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <string>

#include "folder.hpp"
#include "util/error.hpp"
#include "util/file.hpp"

using namespace crmtrack;
using terminal::test::Folder;

namespace {

document::Chart chart_of(double value) {
  return {"k", "K <b>", "complaints", document::BarChart{{{"billing_wrong", {value}}}}};
}

/// A PATH with one folder, while a test runs.
class OnlyPath {
 public:
  explicit OnlyPath(const std::filesystem::path& folder) : before_(::getenv("PATH")) {
    ::setenv("PATH", folder.c_str(), 1);
  }
  ~OnlyPath() { ::setenv("PATH", before_.c_str(), 1); }
  OnlyPath(const OnlyPath&) = delete;
  OnlyPath& operator=(const OnlyPath&) = delete;

 private:
  std::string before_;
};

void put_program(const std::filesystem::path& file, const std::string& script) {
  util::replace_file(file, "#!/bin/sh\n" + script, 0700);
}

std::string failure_of(const document::Chart& chart, const std::filesystem::path& file) {
  try {
    terminal::draw_picture(chart, file);
  } catch (const util::Error& error) {
    return std::to_string(error.exit_code()) + " " + error.what() +
           (error.hints().empty() ? "" : "; " + error.hints()[0]);
  }
  return "drawn";
}

}  // namespace

TEST_CASE("gnuplot draws an SVG and a PNG, by the ending of the name") {
  const Folder folder;
  terminal::draw_picture(chart_of(3), folder.path / "a.svg");
  const std::string svg = util::read_file(folder.path / "a.svg", 1 << 20);
  CHECK(svg.find("<title>K &lt;b&gt; (complaints)</title>") != std::string::npos);
  CHECK(svg.find(">billing_wrong<") != std::string::npos);
  terminal::draw_picture(chart_of(3), folder.path / "a.PNG");
  CHECK(util::read_file(folder.path / "a.PNG", 1 << 20).starts_with("\x89PNG"));
  CHECK(failure_of(chart_of(3), folder.path / "a.pdf") ==
        "2 cannot draw into '" + (folder.path / "a.pdf").string() +
            "': neither .svg nor .png; the ending of the name says what the picture is");
}

TEST_CASE("a picture that cannot be drawn leaves the older one as it is") {
  const Folder folder;
  const auto file = folder.path / "a.svg";
  util::replace_file(file, "older");
  const OnlyPath only{folder.path};
  CHECK(failure_of(chart_of(3), file).starts_with("8 cannot draw the chart: "));
  CHECK(failure_of(chart_of(3), file).ends_with("install gnuplot: apt-get install gnuplot-nox"));
  put_program(folder.path / "gnuplot", "echo 'no font' >&2; echo '<svg>'; exit 1\n");
  CHECK(failure_of(chart_of(3), file) == "8 cannot draw 'K <b>': gnuplot ended with 1; gnuplot says: no font");
  put_program(folder.path / "gnuplot", "exit 0\n");
  CHECK(failure_of(chart_of(3), file) == "8 cannot draw 'K <b>': gnuplot ended with 0");
  put_program(folder.path / "gnuplot", "echo '<svg></svg><svg></svg>'\n");
  CHECK(failure_of(chart_of(3), file) == "8 cannot draw 'K <b>': gnuplot ended with 0");
  CHECK(failure_of(document::Chart{"k", "K", "", document::BarChart{}}, file) ==
        "3 cannot draw 'K': the chart has no values");
  CHECK(util::read_file(file, 100) == "older");
  put_program(folder.path / "gnuplot", "echo '<svg></svg>'\n");
  CHECK(failure_of(chart_of(3), file) == "drawn");
  CHECK(util::read_file(file, 100) == "<svg></svg>\n");
}
