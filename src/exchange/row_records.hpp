#pragma once

#include <string>

#include "exchange/import.hpp"
#include "exchange/row_reader.hpp"
#include "record/machine_record.hpp"

namespace crmtrack::exchange {

/// Makes a row's complaint and further records. Ids are derived: the complaint's random part from the source id alone,
/// each record's time from its date (moved behind the record before it, so that names sort as the row tells the story),
/// its tail from key and canonical text.
ImportedComplaint make_complaint(const Map& map, const std::string& id, bool own_id, RowContent content);

/// The registration of a customer whom the rows name first at `at`.
ImportedCustomer make_customer(const Map& map, const std::string& slug, const std::string& name,
                               const util::Timestamp& at);

/// `import:<source>`: who records that an import makes are by.
std::string importer_of(const Map& map);

}  // namespace crmtrack::exchange
