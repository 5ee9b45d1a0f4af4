//! How a game ended. All secrets are open now.

use super::out::{CliError, Out};
use crate::play::Match;
use crate::rules::event::PactStatus;
use crate::rules::ids::PartyId;
use crate::words::tell::Teller;
use crate::words::{Words, points};

/// Scores against no deal at the start, mandates, and the pacts that stand.
pub(super) fn result(
    words: &Words,
    out: &mut Out<'_>,
    played: &Match,
    reader: Option<PartyId>,
) -> Result<(), CliError> {
    let (game, truth) = (played.game(), played.truth());
    let teller = Teller::new(words, game, truth, reader);
    let (scores, no_deal) = (played.scores(), played.no_deal_at_start());
    out.gap()?;
    out.line(words.get("cli-result"))?;
    for party in game.level.everyone().iter() {
        let (score, start) = (scores[party.index()], no_deal[party.index()]);
        out.line(words.text(
            "cli-result-party",
            &[
                ("party", teller.party(party).into()),
                ("you", if reader == Some(party) { "yes" } else { "no" }.into()),
                ("score", teller.points(score).into()),
                ("none", teller.points(start).into()),
                ("change", teller.signed(score - start).into()),
            ],
        ))?;
        if let Some(mandate) = truth.mandates[party].and_then(|mandate| teller.mandate(party, mandate)) {
            out.line(words.text("cli-result-mandate", &[("mandate", mandate.into())]))?;
        }
        if game.rules.on.events {
            let support = points(truth.support[party]);
            out.line(words.text("cli-result-support", &[("support", support.into())]))?;
        }
    }
    let standing = truth.pacts.iter().filter(|pact| pact.status == PactStatus::Stands);
    let mut any = false;
    for pact in standing {
        any = true;
        let terms = pact.package.as_ref().map_or_else(String::new, |package| teller.package(package));
        out.line(words.text(
            "cli-result-pact",
            &[
                ("pact", teller.pact(pact.id).into()),
                ("terms", terms.into()),
                ("round", pact.signed.0.into()),
            ],
        ))?;
    }
    if game.rules.on.projects {
        for (id, state) in game.level.pledge_ids().zip(&truth.pledges).filter(|(_, s)| s.began.is_some()) {
            out.lines(teller.pledged(id, state))?;
        }
    }
    for (pact, by) in &truth.breaches {
        let (pact, by) = (teller.pact(*pact), teller.party(*by));
        out.line(words.text("cli-table-breach", &[("party", by.into()), ("pact", pact.into())]))?;
    }
    if !any {
        out.line(words.get("cli-result-no-pact"))?;
    }
    Ok(())
}
