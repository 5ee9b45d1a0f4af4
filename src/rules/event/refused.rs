//! What parties have said that they would never sign.

use super::super::command::{Reason, Statement};
use super::super::ids::{IssueId, OptionId, PartyId};
use super::super::package::Package;
use super::Event;

/// An option that a party has said it would never sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Refused {
    /// Who.
    pub by: PartyId,
    /// The issue.
    pub issue: IssueId,
    /// The option of it.
    pub option: OptionId,
}

impl Refused {
    /// All that is refused after these events, in the order in which it was said. Whoever has offered or signed an option
    /// since it refused it does not refuse it any more.
    #[must_use]
    pub fn after(log: &[Event]) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for event in log {
            match event {
                Event::Offered(offer) => {
                    all.retain(|refused| refused.by != offer.from || !refused.is_in(&offer.proposal.package));
                }
                Event::Signed(pact) => {
                    let package = pact.package.as_ref();
                    all.retain(|refused| {
                        !pact.parties.has(refused.by) || !package.is_some_and(|terms| refused.is_in(terms))
                    });
                }
                _ => all.extend(event.refused().filter(|refused| !all.contains(refused))),
            }
        }
        all
    }

    /// Whether a package has it.
    #[must_use]
    pub fn is_in(&self, package: &Package) -> bool {
        package.option(self.issue) == Some(self.option)
    }
}

impl Event {
    /// What a party says by this that it would never sign: aloud, or as the reason why it declines.
    #[must_use]
    pub fn refused(&self) -> Option<Refused> {
        let (by, reason) = match *self {
            Self::Declined { by, reason: Some(reason), .. } => (by, reason),
            Self::Spoke { by, statement: Statement::NothingWorks(_, reason) } => (by, reason),
            Self::Spoke { by, statement: Statement::Refuses(issue, option) } => {
                (by, Reason::RedLine(issue, option))
            }
            _ => return None,
        };
        match reason {
            Reason::RedLine(issue, option) => Some(Refused { by, issue, option }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Offer, OfferStatus};
    use super::*;
    use crate::rules::ids::{OfferId, PartySet, Round};
    use crate::rules::package::{Communique, Proposal};

    const RATE: IssueId = IssueId(0);

    fn refuses(by: PartyId) -> Event {
        Event::Spoke { by, statement: Statement::Refuses(RATE, OptionId(2)) }
    }

    fn offers(from: PartyId, option: OptionId) -> Event {
        let parties = PartySet::one(PartyId(0)).with(PartyId(1));
        let package = Package::empty().with(RATE, option);
        Event::Offered(Offer {
            id: OfferId(1),
            from,
            proposal: Proposal { parties, package, communique: Communique::default() },
            answers: None,
            cable: false,
            made: Round(1),
            agreed: PartySet::one(from),
            status: OfferStatus::Open,
        })
    }

    #[test]
    fn what_is_refused_is_said_aloud_or_in_declining_and_told_once() {
        let said = Refused { by: PartyId(1), issue: RATE, option: OptionId(2) };
        let reason = Reason::RedLine(RATE, OptionId(2));
        let declined = Event::Declined { offer: OfferId(1), by: PartyId(1), reason: Some(reason) };
        let nothing = Event::Spoke { by: PartyId(1), statement: Statement::NothingWorks(PartyId(0), reason) };
        for event in [refuses(PartyId(1)), declined, nothing] {
            assert_eq!(event.refused(), Some(said));
            assert_eq!(Refused::after(&[event, refuses(PartyId(1))]), [said]);
        }
        let other =
            Event::Declined { offer: OfferId(1), by: PartyId(1), reason: Some(Reason::WorseThanNoDeal) };
        assert_eq!(other.refused(), None);
    }

    #[test]
    fn whoever_offers_it_refuses_it_no_more() {
        let [zero, one] = [PartyId(0), PartyId(1)];
        let log = |then: Event| [refuses(zero), refuses(one), then];
        assert_eq!(Refused::after(&log(offers(one, OptionId(1)))).len(), 2);
        let left = Refused::after(&log(offers(one, OptionId(2))));
        assert_eq!(left.iter().map(|refused| refused.by).collect::<Vec<_>>(), [zero]);
    }
}
