// The fuzz targets without libFuzzer, for every compiler: `fuzz_replay TARGET [--turns N] [--seed N] FOLDER|FILE…`
// tries each file, then N random changes of them. Small next to libFuzzer, which sees what its inputs reach; but it
// costs a second, so that what was found once cannot come back unseen. An input that stops the process is left in
// `fuzz-TARGET.input` of the working folder.
#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <unistd.h>

#include "target.hpp"

namespace {

using namespace crmtrack::fuzz;

std::string current;       // what the target has in hand, for the signal's handler
std::string current_path;  // where to leave it

extern "C" void keep_input(int signal) {
  if (std::FILE* file = std::fopen(current_path.c_str(), "wb")) {
    (void)std::fwrite(current.data(), 1, current.size(), file);
    (void)std::fclose(file);
    std::fprintf(stderr, "fuzz_replay: stopped by signal %d; the input is in %s\n", signal, current_path.c_str());
  }
  std::_Exit(1);
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The files given and those in the folders given, in an order that does not depend on the disk.
std::vector<std::string> read_inputs(const std::vector<std::string>& names) {
  std::vector<std::filesystem::path> paths;
  for (const std::string& name : names) {
    if (!std::filesystem::is_directory(name)) {
      paths.emplace_back(name);
      continue;
    }
    for (const auto& entry : std::filesystem::directory_iterator(name)) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> inputs;
  std::transform(paths.begin(), paths.end(), std::back_inserter(inputs), read_file);
  return inputs;
}

class Mutator {
 public:
  Mutator(unsigned seed, const std::vector<std::string>& inputs) : random_(seed), inputs_(inputs) {}

  std::string next() {
    std::string text = inputs_[below(inputs_.size())];
    for (std::size_t changes = 1 + below(4); changes > 0; --changes) change(text);
    return text;
  }

 private:
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }

  void change(std::string& text) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = below(1 + std::min<std::size_t>(16, text.size() - at));
    switch (below(6)) {
      case 0:
        text.erase(at, length);
        break;
      case 1:
        text.insert(at, text.substr(at, length));
        break;
      case 2:
        text.insert(at, 1, static_cast<char>(below(256)));
        break;
      case 3:
        text.replace(at, std::min<std::size_t>(1, text.size() - at), 1, static_cast<char>(below(128)));
        break;
      default:
        splice(text, at);
    }
  }

  /// A piece of another input.
  void splice(std::string& text, std::size_t at) {
    const std::string& other = inputs_[below(inputs_.size())];
    const std::size_t from = below(other.size() + 1);
    text.insert(at, other, from, below(24));
  }

  std::mt19937 random_;
  const std::vector<std::string>& inputs_;
};

struct Options {
  const Target* target = nullptr;
  unsigned turns = 0, seed = 1;
  std::vector<std::string> names;
};

bool read_number(std::string_view word, unsigned& number) {
  return std::from_chars(word.data(), word.data() + word.size(), number).ptr == word.data() + word.size();
}

bool read_options(const std::vector<std::string>& words, Options& options) {
  options.target = words.empty() ? nullptr : find_target(words[0]);
  for (std::size_t i = 1; i < words.size(); ++i) {
    unsigned* const number = words[i] == "--turns" ? &options.turns : words[i] == "--seed" ? &options.seed : nullptr;
    if (number == nullptr)
      options.names.push_back(words[i]);
    else if (++i == words.size() || !read_number(words[i], *number))
      return false;
  }
  return options.target != nullptr && !options.names.empty();
}

void run(const Target& target, std::string input) {
  current = std::move(input);
  target.run(current);
}

}  // namespace

int main(int count, char** words) {
  Options options;
  if (!read_options({words + 1, words + count}, options)) {
    std::fprintf(stderr, "usage: fuzz_replay TARGET [--turns N] [--seed N] FOLDER|FILE...\n");
    return 2;
  }
  const std::vector<std::string> inputs = read_inputs(options.names);
  if (inputs.empty()) {
    std::fprintf(stderr, "fuzz_replay: no inputs\n");
    return 2;
  }
  current_path = std::filesystem::absolute("fuzz-" + std::string(options.target->name) + ".input").string();
  for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGBUS, SIGALRM}) std::signal(signal, keep_input);
  Mutator mutator(options.seed, inputs);
  for (const std::string& input : inputs) {
    alarm(30);  // what hangs is found too
    run(*options.target, input);
  }
  for (unsigned turn = 0; turn < options.turns; ++turn) {
    alarm(30);
    run(*options.target, mutator.next());
  }
  std::printf("%s: %zu inputs, %u changes of them\n", options.target->name.data(), inputs.size(), options.turns);
  return 0;
}
