//! The files as their writers type them: plain structs, enums and pair lists, checked for form only.
//!
//! Names are still strings here. [`crate::rules::check`] turns them into ids once, and every
//! error it finds carries the path of the value at fault, so that the file, line and column can be shown.

mod level;
mod rulebook;

pub use level::{
    RawAlone, RawArchetype, RawBloc, RawCapacity, RawCapital, RawChamber, RawChange, RawCondition,
    RawConstraint, RawEffects, RawEvent, RawHeadline, RawInterest, RawIssue, RawLevel, RawLinkage,
    RawOption, RawOutcome, RawParty, RawRedLine, RawResource, RawRound, RawSource, RawSupport,
    RawTable, RawTrigger, RawValidation,
};
pub use rulebook::{
    RawCosts, RawLobby, RawRatification, RawRuleBook, RawStandingRules, RawSubsystems,
    RawSupportRules, RawTalks, RawTrustRules, RawValidationRules,
};
