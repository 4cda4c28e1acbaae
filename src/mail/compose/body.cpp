#include "mail/compose/body.hpp"

#include <algorithm>

#include "mail/mime/gmime_api.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::mail {

namespace {

constexpr std::size_t kLongestPlainLine = 76;

/// Line ends become LF, and the text ends in one.
std::string with_line_feeds(const std::string& text) {
  std::string lines;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    lines += text[i] == '\r' ? '\n' : text[i];
  }
  if (!lines.ends_with('\n')) lines += '\n';
  return lines;
}

/// Whether a line goes through every mail server as it is. GMime itself leaves long lines of ASCII, which Exim bounces
/// and Postfix cuts.
bool is_plain_line(std::string_view line) {
  return line.size() <= kLongestPlainLine && !line.ends_with(' ') && !line.ends_with('\t') &&
         std::ranges::all_of(
             line, [](char c) { return c == '\t' || (c >= ' ' && c < 0x7f); });
}

GMimeContentEncoding encoding_of(const std::string& text) {
  return std::ranges::all_of(util::split(text, '\n'), is_plain_line) ? GMIME_CONTENT_ENCODING_7BIT
                                                                     : GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE;
}

GmimeHandle<GMimePart> make_part(const char* subtype, const std::string& content) {
  const std::string text = with_line_feeds(content);
  GmimeHandle<GMimePart> part(gmime().g_mime_part_new_with_type("text", subtype));
  gmime().g_mime_object_set_content_type_parameter(reinterpret_cast<GMimeObject*>(part.get()), "charset", "utf-8");
  const GmimeHandle<GMimeStream> stream(gmime().g_mime_stream_mem_new_with_buffer(text.data(), text.size()));
  const GmimeHandle<GMimeDataWrapper> wrapper(
      gmime().g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  gmime().g_mime_part_set_content(part.get(), wrapper.get());
  gmime().g_mime_part_set_content_encoding(part.get(), encoding_of(text));
  return part;
}

std::string text_of_object(GMimeObject* object) {
  char* const text = gmime().g_mime_object_to_string(object, nullptr);
  std::string rendered = text == nullptr ? std::string() : std::string(text);
  gmime().g_free(text);
  return rendered;
}

}  // namespace

std::string render_body(const std::string& text, const std::string& html, const std::string& boundary) {
  const auto plain = make_part("plain", text);
  if (html.empty()) return text_of_object(reinterpret_cast<GMimeObject*>(plain.get()));
  const auto rich = make_part("html", html);
  const GmimeHandle<GMimeMultipart> both(gmime().g_mime_multipart_new_with_subtype("alternative"));
  gmime().g_mime_multipart_set_boundary(both.get(), boundary.c_str());
  gmime().g_mime_multipart_add(both.get(), reinterpret_cast<GMimeObject*>(plain.get()));
  gmime().g_mime_multipart_add(both.get(), reinterpret_cast<GMimeObject*>(rich.get()));
  return text_of_object(reinterpret_cast<GMimeObject*>(both.get()));
}

}  // namespace crmtrack::mail
