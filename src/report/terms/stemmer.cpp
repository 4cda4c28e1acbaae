#include "report/terms/stemmer.hpp"

#include <dlfcn.h>
#include <fmt/format.h>
#include <libstemmer.h>

#include "util/error.hpp"

namespace crmtrack::report {

namespace {

constexpr std::size_t kMostKnown = 50'000;

// Every function of libstemmer that we call.
#define CRMTRACK_STEMMER_FUNCTIONS(X) \
  X(sb_stemmer_new)                   \
  X(sb_stemmer_delete)                \
  X(sb_stemmer_stem)                  \
  X(sb_stemmer_length)

struct StemmerApi {
#define CRMTRACK_STEMMER_MEMBER(name) decltype(&::name) name = nullptr;
  CRMTRACK_STEMMER_FUNCTIONS(CRMTRACK_STEMMER_MEMBER)
#undef CRMTRACK_STEMMER_MEMBER
};

util::Error no_stemmer(const std::string& why) {
  return {util::ErrorKind::program_failed, "cannot compare words: " + why, {"apt-get install libstemmer0d"}};
}

template <typename Function>
void load_stemmer_function(void* library, const char* name, Function& function) {
  void* const symbol = dlsym(library, name);
  if (symbol == nullptr) throw no_stemmer(fmt::format("the installed libstemmer has no '{}'", name));
  function = reinterpret_cast<Function>(symbol);
}

StemmerApi load_stemmer() {
  void* const library = dlopen("libstemmer.so.0d", RTLD_LAZY | RTLD_LOCAL);
  if (library == nullptr) throw no_stemmer("the library libstemmer is not installed");
  StemmerApi api;
#define CRMTRACK_STEMMER_LOAD(name) load_stemmer_function(library, #name, api.name);
  CRMTRACK_STEMMER_FUNCTIONS(CRMTRACK_STEMMER_LOAD)
#undef CRMTRACK_STEMMER_LOAD
  return api;
}

const StemmerApi& stemmer_api() {
  static const StemmerApi kApi = load_stemmer();
  return kApi;
}

}  // namespace

struct Stemmer::Rules {
  sb_stemmer* stemmer = nullptr;
  std::string stem;
};

Stemmer::Stemmer(std::string_view language) : rules_(std::make_unique<Rules>()) {
  rules_->stemmer = stemmer_api().sb_stemmer_new(std::string(language).c_str(), "UTF_8");
  if (rules_->stemmer == nullptr) throw no_stemmer(fmt::format("libstemmer has no rules for '{}'", language));
}

Stemmer::~Stemmer() { stemmer_api().sb_stemmer_delete(rules_->stemmer); }

const std::string& Stemmer::stem(const std::string& word) {
  if (const auto known = known_.find(word); known != known_.end()) return known->second;
  const auto* const bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* const stem = stemmer_api().sb_stemmer_stem(rules_->stemmer, bytes, static_cast<int>(word.size()));
  if (stem == nullptr) throw std::bad_alloc();
  rules_->stem.assign(reinterpret_cast<const char*>(stem),
                      static_cast<std::size_t>(stemmer_api().sb_stemmer_length(rules_->stemmer)));
  if (known_.size() >= kMostKnown) known_.clear();
  return known_.emplace(word, rules_->stem).first->second;
}

}  // namespace crmtrack::report
