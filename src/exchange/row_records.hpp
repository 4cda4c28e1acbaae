#pragma once

#include <string>

#include "exchange/import.hpp"
#include "exchange/row_reader.hpp"
#include "record/machine_record.hpp"

namespace crmtrack::exchange {

/// The name by which the ledger knows a row.
struct RowName {
  std::string id;
  bool is_own = false;  ///< the source gave the id; else it is made of the content
  int time = 1;         ///< which time the row is taken: the complaints of the former times were taken back by `undo`
};

/// The source id of a row's complaint: `tickets:HD-7`, and `tickets:HD-7/again-2` the second time.
std::string source_of(const Map& map, const RowName& name);

/// Makes a row's complaint and further records. Ids are derived: the complaint's random part from the source id alone,
/// each record's time from its date (moved behind the record before it, so that names sort as the row tells the story),
/// its tail from key and canonical text.
ImportedComplaint make_complaint(const Map& map, const RowName& name, RowContent content);

/// The registration of a customer whom the rows name first at `at`. Where `undo` took the customer back, by the record
/// `taken_back`, it registers them again.
ImportedCustomer make_customer(const Map& map, const std::string& slug, const std::string& name,
                               const util::Timestamp& at, const std::string& taken_back = {});

/// `import:<source>`: who records that an import makes are by.
std::string importer_of(const Map& map);

}  // namespace crmtrack::exchange
