//! The files as their writers type them: plain structs, enums and pair lists, checked for form only.
//!
//! Names are still strings here. [`crate::rules::check`] turns them into ids once, and every
//! error it finds carries the path of the value at fault, so that the file, line and column can be shown.

mod events;
mod full;
mod goods;
mod guide;
mod level;
mod map;
mod rulebook;

pub use events::{RawCondition, RawEvent, RawHeadline, RawOutcome, RawSource, RawTrigger};
pub use full::{RawGovernance, RawPledge, RawProject, RawPromise, RawSay, RawThreat};
pub use goods::{RawCapacity, RawJoint, RawResource};
pub use guide::{RawDeed, RawHint, RawMoment, RawPoint};
pub use level::{
    RawAlone, RawArchetype, RawBloc, RawCapital, RawChamber, RawChange, RawColumn, RawConstraint, RawEffects,
    RawInterest, RawIssue, RawLevel, RawLinkage, RawNeed, RawOption, RawParty, RawRedLine, RawRound,
    RawSupport, RawTable, RawValidation,
};
pub use map::{RawFlow, RawFlowKind, RawPlace};
pub use rulebook::{
    RawClauseRules, RawCosts, RawLobby, RawProjectRules, RawPromiseRules, RawRatification, RawRuleBook,
    RawStandingRules, RawSubsystems, RawSupportRules, RawTalks, RawThreatRules, RawTrustRules,
    RawValidationRules,
};
