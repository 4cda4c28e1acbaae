#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "session/session.hpp"
#include "story/complaint.hpp"
#include "story/customer.hpp"

namespace crmtrack::session {

/// The complaint that people mean by a prefix (at least 4 characters) or a whole id.
/// Throws Error(not_found), or Error(ambiguous) with the candidates as hints.
std::string get_complaint_id(Session& session, std::string_view text);
story::Complaint load_complaint(Session& session, const std::string& id);
/// nullopt where nobody registered it.
std::optional<story::Customer> find_customer(Session& session, const std::string& slug);
/// A record of a story by whole id or a unique prefix of its tail. Throws Error(not_found) or Error(ambiguous).
std::string get_record_id(const std::vector<story::Entry>& entries, std::string_view text, std::string_view of);
/// The shortest unique prefix of a complaint's random part.
std::string short_id(Session& session, std::string_view complaint_id);

/// Says once that a person is taken whom the directory does not list.
void say_unlisted(Session& session, std::string_view person);
/// The person of the directory whose address this is, where they have left by today; null otherwise.
const policy::Person* find_leaver(Session& session, std::string_view mail);
/// The address of the person of the directory whom a text means (policy::understand); nullopt where there is none.
/// Throws Error(ambiguous) where it fits several.
std::optional<std::string> find_person(Session& session, std::string_view text);
/// A person by `me`, mail address, the part before its `@`, name, or a unique beginning or part of one
/// (policy::understand). Where the directory lists people it is closed: another is refused with the nearest.
std::string resolve_person(Session& session, std::string_view text);
/// A person who is to do something from now on, as resolve_person reads them. Throws Error(refused) for one who left.
std::string resolve_present_person(Session& session, std::string_view text);
/// A reason by code, label, synonym, or a unique beginning or part of one, valid for new use today. Throws
/// Error(refused) with the nearest, or what replaced it, and Error(ambiguous) where several are meant.
std::string resolve_reason(Session& session, std::string_view text);
/// A project by id, name, or a unique beginning or part of one, as resolve_reason reads reasons.
std::string resolve_project(Session& session, std::string_view text);
/// The value of a field as a record has it: of `reason` and `project` the code that the text means.
std::string resolve_field(Session& session, std::string_view field, const std::string& text);
/// A calendar by its name. Throws Error(refused) with the nearest where policy has none of that name.
std::string resolve_calendar(Session& session, std::string_view name);
/// A regulatory profile that gives targets. Throws Error(refused) for another word.
std::string resolve_profile(std::string_view name);
/// A level by number or name, as resolve_reason reads reasons. Throws Error(refused) for a retired one.
int resolve_level(Session& session, std::string_view text);

/// The local date of now in the zone of the ledger: what policy says today.
std::string policy_date(Session& session);

}  // namespace crmtrack::session
