#include "mail/text/entities.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "util/text/utf8.hpp"

namespace crmtrack::mail {

namespace {

struct Entity {
  std::string_view name;
  std::int32_t character;
};
constexpr std::array kEntities{
    Entity{"amp", '&'},      Entity{"lt", '<'},       Entity{"gt", '>'},        Entity{"quot", '"'},
    Entity{"apos", '\''},    Entity{"nbsp", ' '},     Entity{"shy", 0xAD},      Entity{"copy", 0xA9},
    Entity{"reg", 0xAE},     Entity{"trade", 0x2122}, Entity{"euro", 0x20AC},   Entity{"pound", 0xA3},
    Entity{"yen", 0xA5},     Entity{"cent", 0xA2},    Entity{"sect", 0xA7},     Entity{"para", 0xB6},
    Entity{"middot", 0xB7},  Entity{"bull", 0x2022},  Entity{"hellip", 0x2026}, Entity{"ndash", 0x2013},
    Entity{"mdash", 0x2014}, Entity{"lsquo", 0x2018}, Entity{"rsquo", 0x2019},  Entity{"sbquo", 0x201A},
    Entity{"ldquo", 0x201C}, Entity{"rdquo", 0x201D}, Entity{"bdquo", 0x201E},  Entity{"laquo", 0xAB},
    Entity{"raquo", 0xBB},   Entity{"deg", 0xB0},     Entity{"plusmn", 0xB1},   Entity{"times", 0xD7},
    Entity{"divide", 0xF7},  Entity{"frac12", 0xBD},  Entity{"iquest", 0xBF},   Entity{"iexcl", 0xA1},
    Entity{"auml", 0xE4},    Entity{"ouml", 0xF6},    Entity{"uuml", 0xFC},     Entity{"Auml", 0xC4},
    Entity{"Ouml", 0xD6},    Entity{"Uuml", 0xDC},    Entity{"szlig", 0xDF},    Entity{"agrave", 0xE0},
    Entity{"aacute", 0xE1},  Entity{"acirc", 0xE2},   Entity{"atilde", 0xE3},   Entity{"aring", 0xE5},
    Entity{"aelig", 0xE6},   Entity{"ccedil", 0xE7},  Entity{"egrave", 0xE8},   Entity{"eacute", 0xE9},
    Entity{"ecirc", 0xEA},   Entity{"euml", 0xEB},    Entity{"igrave", 0xEC},   Entity{"iacute", 0xED},
    Entity{"icirc", 0xEE},   Entity{"iuml", 0xEF},    Entity{"ntilde", 0xF1},   Entity{"ograve", 0xF2},
    Entity{"oacute", 0xF3},  Entity{"ocirc", 0xF4},   Entity{"otilde", 0xF5},   Entity{"oslash", 0xF8},
    Entity{"ugrave", 0xF9},  Entity{"uacute", 0xFA},  Entity{"ucirc", 0xFB},    Entity{"Eacute", 0xC9},
    Entity{"Agrave", 0xC0},  Entity{"Aring", 0xC5},   Entity{"Oslash", 0xD8},   Entity{"oelig", 0x153},
    Entity{"zwnj", 0x200C},  Entity{"zwj", 0x200D},   Entity{"ensp", ' '},      Entity{"emsp", ' '},
    Entity{"thinsp", ' '},   Entity{"rarr", 0x2192},  Entity{"larr", 0x2190},   Entity{"check", 0x2713},
};

std::optional<std::int32_t> character_of(std::string_view name) {
  if (!name.starts_with('#')) {
    const auto found = std::ranges::find(kEntities, name, &Entity::name);
    return found == kEntities.end() ? std::nullopt : std::optional(found->character);
  }
  name.remove_prefix(1);
  const bool is_hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (is_hexadecimal) name.remove_prefix(1);
  std::int32_t number = 0;
  const auto [end, failed] = std::from_chars(name.data(), name.data() + name.size(), number, is_hexadecimal ? 16 : 10);
  const bool is_surrogate = number >= 0xD800 && number <= 0xDFFF;
  if (failed != std::errc() || end != name.data() + name.size() || number < ' ' || number > 0x10FFFF || is_surrogate ||
      (number >= 0x7f && number < 0xA0))
    return std::nullopt;
  return number == 0xA0 ? ' ' : number;
}

}  // namespace

std::string replace_entities(std::string_view text) {
  constexpr std::size_t kLongest = 12;
  std::string plain;
  plain.reserve(text.size());
  while (!text.empty()) {
    const std::size_t mark = std::min(text.find('&'), text.size());
    plain.append(text.substr(0, mark));
    text.remove_prefix(mark);
    if (text.empty()) break;
    const std::size_t end = text.substr(0, kLongest).find(';');
    const auto character = end == std::string_view::npos ? std::nullopt : character_of(text.substr(1, end - 1));
    if (character)
      util::append_utf8(plain, *character);
    else
      plain += '&';
    text.remove_prefix(character ? end + 1 : 1);
  }
  return plain;
}

}  // namespace crmtrack::mail
