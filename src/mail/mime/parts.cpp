#include "mail/mime/parts.hpp"

#include <algorithm>

#include "mail/mime/gmime_api.hpp"
#include "mail/text/charset.hpp"
#include "util/text/case.hpp"

namespace crmtrack::mail {

namespace {

constexpr std::size_t kMostParts = 1000;
constexpr int kDeepest = 30;

template <class Object>
bool is_a(Object* object, GType type) {
  return gmime().g_type_check_instance_is_a(reinterpret_cast<GTypeInstance*>(object), type) != FALSE;
}

std::string text_or_empty(const char* text) { return text == nullptr ? std::string() : std::string(text); }

std::string type_of_part(GMimeObject* object) {
  GMimeContentType* const type = gmime().g_mime_object_get_content_type(object);
  if (type == nullptr) return "text/plain";
  return util::to_lower_ascii(text_or_empty(gmime().g_mime_content_type_get_media_type(type)) + "/" +
                              text_or_empty(gmime().g_mime_content_type_get_media_subtype(type)));
}

std::string content_of(GMimePart* part) {
  GMimeDataWrapper* const wrapper = gmime().g_mime_part_get_content(part);
  if (wrapper == nullptr) return {};
  const GmimeHandle<GMimeStream> stream(gmime().g_mime_stream_mem_new());
  gmime().g_mime_data_wrapper_write_to_stream(wrapper, stream.get());
  const GByteArray* const bytes =
      gmime().g_mime_stream_mem_get_byte_array(reinterpret_cast<GMimeStreamMem*>(stream.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

std::string header_of(GMimeMessage* message) {
  char* const text = gmime().g_mime_object_get_headers(reinterpret_cast<GMimeObject*>(message), nullptr);
  std::string header = text_or_empty(text);
  gmime().g_free(text);
  return header;
}

class PartWalk {
 public:
  Parts walk(GMimeMessage* message) {
    take(gmime().g_mime_message_get_mime_part(message), {});
    return std::move(result_);
  }

 private:
  struct Place {
    int depth = 0, enclosed = 0;
    bool is_alternative = false;
  };

  void take(GMimeObject* object, Place place) {
    if (object == nullptr) return;
    if (place.depth > kDeepest || result_.parts.size() >= kMostParts) {
      result_.is_cut = true;
      return;
    }
    ++place.depth;
    if (is_a(object, gmime().g_mime_multipart_get_type()))
      take_multipart(object, place);
    else if (is_a(object, gmime().g_mime_message_part_get_type()))
      take_enclosed(object, place);
    else if (is_a(object, gmime().g_mime_part_get_type()))
      take_leaf(object, place);
  }

  void take_multipart(GMimeObject* object, Place place) {
    auto* const multipart = reinterpret_cast<GMimeMultipart*>(object);
    place.is_alternative = place.is_alternative || type_of_part(object) == "multipart/alternative";
    const int count = gmime().g_mime_multipart_get_count(multipart);
    for (int i = 0; i < count && !result_.is_cut; ++i) take(gmime().g_mime_multipart_get_part(multipart, i), place);
  }

  void take_enclosed(GMimeObject* object, Place place) {
    GMimeMessage* const message = gmime().g_mime_message_part_get_message(reinterpret_cast<GMimeMessagePart*>(object));
    if (message == nullptr) return;
    ++place.enclosed;
    Part part;
    part.type = "message/rfc822";
    part.bytes = header_of(message);
    part.enclosed = place.enclosed;
    part.is_attachment = true;
    result_.parts.push_back(std::move(part));
    take(gmime().g_mime_message_get_mime_part(message), place);
  }

  void take_leaf(GMimeObject* object, const Place& place) {
    auto* const leaf = reinterpret_cast<GMimePart*>(object);
    Part part;
    part.type = type_of_part(object);
    part.charset = text_or_empty(gmime().g_mime_object_get_content_type_parameter(object, "charset"));
    part.name = decode_text(text_or_empty(gmime().g_mime_part_get_filename(leaf)), {});
    part.bytes = content_of(leaf);
    part.enclosed = place.enclosed;
    part.is_attachment = gmime().g_mime_part_is_attachment(leaf) != FALSE;
    part.is_alternative = place.is_alternative;
    result_.parts.push_back(std::move(part));
  }

  Parts result_;
};

}  // namespace

Parts parts_of(std::string_view message) {
  const GmimeHandle<GMimeStream> stream(gmime().g_mime_stream_mem_new_with_buffer(message.data(), message.size()));
  const GmimeHandle<GMimeParser> parser(gmime().g_mime_parser_new_with_stream(stream.get()));
  const GmimeHandle<GMimeMessage> parsed(gmime().g_mime_parser_construct_message(parser.get(), nullptr));
  if (parsed == nullptr) return {};
  return PartWalk().walk(parsed.get());
}

}  // namespace crmtrack::mail
