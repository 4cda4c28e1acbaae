#pragma once

#include <gmime/gmime.h>

#include <memory>

/// GMime, loaded when the first mail is read or written. The program is not linked against it: it brings GLib and GPGME
/// along, and every start would pay for them.
namespace crmtrack::mail {

// Every function of GMime and GLib's objects that we call; a new call is a new row.
#define CRMTRACK_GMIME_FUNCTIONS(X)           \
  X(g_mime_init)                              \
  X(g_mime_stream_mem_new_with_buffer)        \
  X(g_mime_stream_mem_new)                    \
  X(g_mime_stream_mem_get_byte_array)         \
  X(g_mime_parser_new_with_stream)            \
  X(g_mime_parser_construct_message)          \
  X(g_mime_message_get_mime_part)             \
  X(g_mime_multipart_get_type)                \
  X(g_mime_multipart_get_count)               \
  X(g_mime_multipart_get_part)                \
  X(g_mime_message_part_get_type)             \
  X(g_mime_message_part_get_message)          \
  X(g_mime_part_get_type)                     \
  X(g_mime_part_get_filename)                 \
  X(g_mime_part_get_content)                  \
  X(g_mime_data_wrapper_write_to_stream)      \
  X(g_mime_object_get_content_type)           \
  X(g_mime_object_get_content_type_parameter) \
  X(g_mime_object_get_headers)                \
  X(g_mime_part_is_attachment)                \
  X(g_mime_part_new_with_type)                \
  X(g_mime_object_set_content_type_parameter) \
  X(g_mime_data_wrapper_new_with_stream)      \
  X(g_mime_part_set_content)                  \
  X(g_mime_part_set_content_encoding)         \
  X(g_mime_multipart_new_with_subtype)        \
  X(g_mime_multipart_set_boundary)            \
  X(g_mime_multipart_add)                     \
  X(g_mime_object_to_string)                  \
  X(g_mime_content_type_get_media_type)       \
  X(g_mime_content_type_get_media_subtype)    \
  X(g_type_check_instance_is_a)               \
  X(g_object_unref)                           \
  X(g_free)

/// The functions by their own names: `gmime().g_mime_parser_construct_message(…)`.
struct Gmime {
#define CRMTRACK_GMIME_MEMBER(name) decltype(&::name) name = nullptr;
  CRMTRACK_GMIME_FUNCTIONS(CRMTRACK_GMIME_MEMBER)
#undef CRMTRACK_GMIME_MEMBER
};

/// Loads GMime on the first call. Throws Error(program_failed) where it is not installed.
const Gmime& gmime();

/// Ends our hold on an object of GMime's.
struct GmimeUnref {
  void operator()(void* object) const { gmime().g_object_unref(object); }
};
template <class Object>
using GmimeHandle = std::unique_ptr<Object, GmimeUnref>;

}  // namespace crmtrack::mail
