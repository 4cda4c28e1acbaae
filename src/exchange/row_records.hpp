#pragma once

#include <string>

#include "exchange/import.hpp"
#include "exchange/row_reader.hpp"

namespace crmtrack::exchange {

/// Makes a row's complaint and further records. Ids are derived: the complaint's random part from the source id alone,
/// each record's time from its date (moved behind the record before it, so that names sort as the row tells the story),
/// its tail from key and canonical text.
ImportedComplaint make_complaint(const Map& map, const std::string& id, bool own_id, RowContent content);

/// The registration of a customer whom the rows name first at `at`.
ImportedCustomer make_customer(const Map& map, const std::string& slug, const std::string& name,
                               const util::Timestamp& at);

/// A record and its canonical text.
struct MadeRecord {
  record::Record record;
  std::string text;
};

/// A record that an import makes: `key` says of what, `after` its cause, and its id is derived. `earliest` is the least
/// time that the id may have.
MadeRecord make_imported(const Map& map, record::Kind kind, const std::string& key, const util::Timestamp& at,
                         std::vector<std::string> after, yaml::Node fields, util::Millis earliest);

/// `import:<source>`: who records that an import makes are by.
std::string importer_of(const Map& map);

}  // namespace crmtrack::exchange
