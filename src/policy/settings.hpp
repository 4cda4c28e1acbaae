#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crmtrack::policy {

/// No attachment is larger, whatever the settings say (40 MiB): whoever reads a ledger knows what may come.
inline constexpr std::uint64_t kLargestAttachment = 40U << 20U;

/// The lengths of periods of early warning.
inline constexpr std::array<std::string_view, 5> kPeriods{"day", "week", "month", "quarter", "year"};

/// `settings.yaml`: what holds for the whole ledger.
struct Settings {
  /// For how long somebody may have worked offline: a commit that is dated so much before it came, or that goes by a
  /// policy that main replaced so long ago, is ordinary.
  std::chrono::days grace{7};
  std::uint64_t attachment_limit = 10U << 20U;  ///< bytes; what a command attaches may not be larger
  std::vector<std::string> main_allows;         ///< globs: what main may hold beside README.md and policy/
  int no_contact_days = 10;                     ///< after so many days without a contact a complaint is silent
  /// What a mail becomes that belongs to no complaint: `complaint`, `wait`, or a complaint where a filter of its facts
  /// says so (Policy::inbox).
  std::string inbox = "wait";
  std::string cost_rate;        ///< what an hour of work costs, `80.00 EUR`; empty: nobody said
  std::string period = "week";  ///< in which early warning counts: one of kPeriods
  std::string language = "en";  ///< of what people write, by which `report terms` compares words; one of kLanguages
  std::string firm;             ///< the firm whose ledger this is: complaints that name no company are its own
  std::string zone;             ///< where days begin and end, for all readers; empty: the reader's own
};

/// The languages whose words libstemmer brings to their stems.
inline constexpr std::array<std::string_view, 15> kLanguages{"da", "de", "en", "es", "fi", "fr", "hu", "it",
                                                             "nl", "no", "pt", "ro", "ru", "sv", "tr"};

/// Whether a text has the shape of a name of the IANA database, as the values of `zone` must; `CET-1CEST,M3.5.0` has
/// not. Whether a machine knows the name is found out where it is used.
bool is_zone_name(std::string_view text);

/// Whether a text is an amount of money, `80 EUR` or `80.50 EUR`: digits, at most four decimals, an ISO 4217 code.
bool is_money(std::string_view text);

/// Bytes of `10MiB`, `500KiB` or a plain number of bytes; 0 where the text is none of them.
std::uint64_t parse_size(std::string_view text);

}  // namespace crmtrack::policy
