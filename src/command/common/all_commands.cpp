#include <array>

#include "command/commands.hpp"

namespace crmtrack::command {

std::span<const CommandSpec* const> all_commands() {
  static const std::array kAll = {
      &kInit,         &kDoctor,        &kNew,          &kActivity,    &kCall,         &kEmail,       &kMeeting,
      &kLetter,       &kVisit,         &kChat,         &kPost,        &kVoicemail,    &kNote,        &kWork,
      &kCompliment,   &kCustomerAdd,   &kCustomerEdit, &kAcknowledge, &kAssign,       &kEscalate,    &kAccept,
      &kDecline,      &kReturn,        &kUpdate,       &kWait,        &kAnswer,       &kResolve,     &kConfirm,
      &kReject,       &kClose,         &kReopen,       &kWithdraw,    &kVoid,         &kReview,      &kWaive,
      &kCorrect,      &kList,          &kShow,         &kHistory,     &kSearch,       &kAgenda,      &kCustomerShow,
      &kCustomerList, &kOverview,      &kReport,       &kSql,         &kReasonList,   &kReasonAdd,   &kReasonEdit,
      &kReasonRetire, &kPersonList,    &kPersonAdd,    &kPersonEdit,  &kPersonRetire, &kProjectList, &kProjectAdd,
      &kProjectEdit,  &kProjectRetire, &kLevelList,    &kLevelAdd,    &kLevelEdit,    &kFormList,    &kFormAdd,
      &kPolicyCheck,  &kImport,        &kExport};
  return kAll;
}

}  // namespace crmtrack::command
