#include <array>

#include "command/commands.hpp"

namespace crmtrack::command {

std::span<const CommandSpec* const> all_commands() {
  static const std::array kAll = {
      // set up
      &kInit, &kClone, &kDoctor,
      // capture
      &kNew, &kActivity, &kCall, &kEmail, &kMeeting, &kLetter, &kVisit, &kChat, &kPost, &kVoicemail, &kNote, &kWork,
      &kCompliment, &kCustomerAdd, &kCustomerEdit,
      // handle
      &kAcknowledge, &kAssign, &kEscalate, &kAccept, &kDecline, &kReturn, &kUpdate, &kWait, &kAnswer, &kResolve,
      &kConfirm, &kReject, &kClose, &kReopen, &kWithdraw, &kVoid, &kReview, &kWaive, &kCorrect,
      // look
      &kList, &kShow, &kHistory, &kSearch, &kAgenda, &kCustomerShow, &kCustomerList, &kOverview,
      // report
      &kReport, &kSql,
      // policy
      &kReasonList, &kReasonAdd, &kReasonEdit, &kReasonRetire, &kPersonList, &kPersonAdd, &kPersonEdit, &kPersonRetire,
      &kProjectList, &kProjectAdd, &kProjectEdit, &kProjectRetire, &kLevelList, &kLevelAdd, &kLevelEdit, &kFormList,
      &kFormAdd, &kPolicyCheck,
      // share and prove
      &kSync, &kAudit, &kCheckpoint, &kArchive, &kHookInstall, &kHookRun,
      // exchange
      &kImport, &kExport};
  return kAll;
}

}  // namespace crmtrack::command
