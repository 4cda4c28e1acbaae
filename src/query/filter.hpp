#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "util/time.hpp"
#include "util/zone.hpp"

namespace crmtrack::query {

/// How the values of a key compare: `word` exactly (slugs and vocabularies are lower case), `text` with its case folded
/// (addresses, references), `days` by the age in local dates.
enum class KeyType { word, text, integer, time, boolean, days };

/// A word that stands for several of a vocabulary: `open` for every status before resolved.
struct WordGroup {
  std::string_view word;
  std::span<const std::string_view> members;
};

/// A key of the filter language (crmtrack-filter(7)). The query module knows no story: whoever offers rows says which
/// keys they have.
struct KeySpec {
  std::string_view name;
  KeyType type = KeyType::word;
  bool many = false;                              ///< a row may have several values (type, ref, promise …)
  std::span<const std::string_view> values = {};  ///< a fixed vocabulary: another word is an error
  bool ordered = false;                           ///< the vocabulary rises: `.min` and `.max` compare by it
  bool person = false;                            ///< `me` stands for Moment::me
  std::span<const WordGroup> groups = {};         ///< further words of the vocabulary, each for several of it
};

enum class Modifier : std::uint8_t { is, not_, min, max, after, before, has, none };

/// One condition: `key.modifier:value,value`, or bare text (key empty; value is a word, `word*` or a quoted phrase).
struct Term {
  std::string key;
  Modifier modifier = Modifier::is;
  std::vector<std::string> values;
  int column = 1;  ///< where it begins in the filter text, counted from 1
  bool phrase = false;
};

/// Terms joined by and. An empty filter is true of every row.
struct Filter {
  std::vector<Term> terms;
};

struct Fault {
  int column = 1;
  std::string message;  ///< names the word and the nearest valid ones
};

/// The circumstances on which the meaning of a date, a span or an age depends.
struct Moment {
  util::Instant now;
  util::Zone zone;  ///< local dates
  std::string me;   ///< the person that `owner:me` means
};

}  // namespace crmtrack::query
