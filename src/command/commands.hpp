#pragma once

#include <array>

#include "command/spec.hpp"

namespace crmtrack::command {

// set up
extern const CommandSpec kInit, kClone, kDoctor;
// capture
extern const CommandSpec kNew, kActivity, kCall, kEmail, kMeeting, kLetter, kVisit, kChat, kPost, kVoicemail, kNote,
    kWork, kCompliment, kCustomerAdd, kCustomerEdit, kCustomerMerge, kCustomerRetire;
// handle
extern const CommandSpec kAcknowledge, kAssign, kEscalate, kAccept, kDecline, kReturn, kUpdate, kWait, kAnswer, kKeep,
    kReschedule, kResolve, kConfirm, kReject, kClose, kReopen, kWithdraw, kVoid, kPlan, kPlanAdd, kPlanDone,
    kPlanVerify, kPlanSlip, kPlanDrop, kPlanReview, kReview, kWaive, kCorrect, kUndo, kDecide, kDecideReview,
    kDecideList, kDecideShow;
// look
extern const CommandSpec kList, kShow, kHistory, kSearch, kAgenda, kAttachment, kCustomerShow, kCustomerList, kOverview;
// report
extern const CommandSpec kReport, kWarn, kWarnAcknowledge, kWarnExplain, kWarnAct, kWarnBaseline, kSql;
// policy
extern const CommandSpec kReasonList, kReasonAdd, kReasonEdit, kReasonRetire, kPersonList, kPersonAdd, kPersonEdit,
    kPersonRetire, kProjectList, kProjectAdd, kProjectEdit, kProjectRetire, kLevelList, kLevelAdd, kLevelEdit,
    kLevelRetire, kTargetList, kTargetAdd, kTargetEdit, kTargetRetire, kCalendarList, kCalendarShow, kCalendarAdd,
    kCalendarEdit, kCalendarRetire, kCalendarImport, kRuleList, kRuleAdd, kRuleEdit, kRuleRetire, kRuleTest, kFormList,
    kFormAdd, kPolicyCheck, kPolicyTest, kPolicySettle, kPolicyMerge, kCharter, kCharterSign;
// automate
extern const CommandSpec kTick, kMailReceive, kMailAssign, kMailNew;
// share
extern const CommandSpec kSync, kAudit, kCheckpoint, kArchive, kHookInstall, kHookRun;
// exchange
extern const CommandSpec kImport, kExport;

/// Every command, in the order in which help lists them.
inline constexpr std::array kCommands = {
    // set up
    &kInit, &kClone, &kDoctor,
    // capture
    &kNew, &kActivity, &kCall, &kEmail, &kMeeting, &kLetter, &kVisit, &kChat, &kPost, &kVoicemail, &kNote, &kWork,
    &kCompliment, &kCustomerAdd, &kCustomerEdit, &kCustomerMerge, &kCustomerRetire,
    // handle
    &kAcknowledge, &kAssign, &kEscalate, &kAccept, &kDecline, &kReturn, &kUpdate, &kWait, &kAnswer, &kKeep,
    &kReschedule, &kResolve, &kConfirm, &kReject, &kClose, &kReopen, &kWithdraw, &kVoid, &kPlan, &kPlanAdd, &kPlanDone,
    &kPlanVerify, &kPlanSlip, &kPlanDrop, &kPlanReview, &kReview, &kWaive, &kCorrect, &kUndo, &kDecide, &kDecideReview,
    &kDecideList, &kDecideShow,
    // look
    &kList, &kShow, &kHistory, &kSearch, &kAgenda, &kAttachment, &kCustomerShow, &kCustomerList, &kOverview,
    // report
    &kReport, &kWarn, &kWarnAcknowledge, &kWarnExplain, &kWarnAct, &kWarnBaseline, &kSql,
    // policy
    &kReasonList, &kReasonAdd, &kReasonEdit, &kReasonRetire, &kPersonList, &kPersonAdd, &kPersonEdit, &kPersonRetire,
    &kProjectList, &kProjectAdd, &kProjectEdit, &kProjectRetire, &kLevelList, &kLevelAdd, &kLevelEdit, &kLevelRetire,
    &kTargetList, &kTargetAdd, &kTargetEdit, &kTargetRetire, &kCalendarList, &kCalendarShow, &kCalendarAdd,
    &kCalendarEdit, &kCalendarRetire, &kCalendarImport, &kRuleList, &kRuleAdd, &kRuleEdit, &kRuleRetire, &kRuleTest,
    &kFormList, &kFormAdd, &kPolicyCheck, &kPolicyTest, &kPolicySettle, &kPolicyMerge, &kCharter, &kCharterSign,
    // automate
    &kTick, &kMailReceive, &kMailAssign, &kMailNew,
    // share and prove
    &kSync, &kAudit, &kCheckpoint, &kArchive, &kHookInstall, &kHookRun,
    // exchange
    &kImport, &kExport};

}  // namespace crmtrack::command
