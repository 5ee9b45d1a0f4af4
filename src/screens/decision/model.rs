//! What a seat is asked at Reckoning: the question, the facts to decide by, and the answers with what each brings and costs.
//!
//! Every figure is worked out by the rules from what the seat knows; the opponents weigh the same ones.

use crate::rules::command::{Answer, Ask};
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::PartyId;
use crate::rules::legal::check_answer;
use crate::screens::cards;
use crate::screens::ladder::Ladder;
use crate::screens::pages::Page;
use crate::screens::weighing::{Line, Scales};
use crate::screens::wording::{PartyName, stop};
use crate::theme::Tone;
use crate::view::View;
use crate::words::Words;

/// An answer.
pub type Card = cards::Card<Answer>;

/// Lines under a head.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Panel {
    /// What they are about.
    pub head: String,
    /// The page that says more of it, if there is one.
    pub page: Option<Page>,
    /// Sentences.
    pub notes: Vec<String>,
    /// A name and what it is, worded.
    pub rows: Vec<(String, String)>,
    /// Figures.
    pub lines: Vec<Line>,
}

/// Everything that the screen shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Model {
    /// What the seat is asked; `None` while another party is.
    pub asked: Option<Ask>,
    /// Whoever decides.
    pub party: PartyName,
    /// The round and the place.
    pub place: String,
    /// The question.
    pub question: String,
    /// What the question rests on, in sentences.
    pub lead: Vec<String>,
    /// What is put to the seat, in figures.
    pub matter: Option<Panel>,
    /// The threat that the question is about.
    pub ladder: Option<Ladder>,
    /// The answers.
    pub cards: Vec<Card>,
    /// What the main button says for each answer.
    pub verbs: Vec<(Answer, String)>,
    /// The facts beside it.
    pub side: Vec<Panel>,
    /// The note while another party decides.
    pub waiting: Option<String>,
    /// Why the last answer was refused.
    pub refusal: Option<String>,
}

impl Model {
    /// Builds it from what a seat knows.
    #[must_use]
    pub fn build(game: &Game, view: &View, words: &Words, refusal: Option<String>) -> Self {
        let scales = Scales::new(game, view, words, view.position.clone());
        let asked = view.position.asked;
        let own = asked.filter(|(party, _)| *party == view.seat).map(|(_, ask)| ask);
        let decides = asked.map_or(view.seat, |(party, _)| party);
        let mut model = Self {
            asked: own,
            party: PartyName::of(game, decides),
            place: words.text(
                "decision-place",
                &[
                    ("round", view.position.round.0.into()),
                    ("place", stop(words, game, view.position.round).into()),
                ],
            ),
            question: match asked {
                Some((party, ask)) => scales.teller.question(party, ask),
                None => words.get("decision-on"),
            },
            lead: Vec::new(),
            matter: None,
            ladder: None,
            cards: Vec::new(),
            verbs: Vec::new(),
            side: Vec::new(),
            waiting: own.is_none().then(|| scales.waiting(asked.map(|(party, _)| party))),
            refusal,
        };
        match own {
            Some(Ask::Place(pledge)) => scales.place(&mut model, pledge),
            Some(Ask::Object(pledge, project)) => scales.object(&mut model, pledge, project),
            Some(Ask::Overrule(pledge, project)) => scales.overrule(&mut model, pledge, project),
            Some(Ask::Deliver(pact, issue)) => scales.deliver(&mut model, pact, issue),
            Some(Ask::CarryOut(threat)) => scales.carry_out(&mut model, threat),
            None => scales.others(&mut model, asked.map(|(_, ask)| ask)),
        }
        model.side.push(scales.stand(own));
        model.side.extend(scales.so_far());
        model
    }
}

impl Scales<'_> {
    /// What another party is asked about.
    fn others(&self, model: &mut Model, ask: Option<Ask>) {
        match ask {
            Some(Ask::Place(pledge)) => self.about_pledge(model, pledge),
            Some(Ask::Object(pledge, project) | Ask::Overrule(pledge, project)) => {
                self.about_pledge(model, pledge);
                self.put_forward(model, pledge, project);
            }
            Some(Ask::Deliver(pact, _)) => model.side.push(self.pact_panel(pact)),
            Some(Ask::CarryOut(threat)) => model.ladder = Some(self.ladder(threat)),
            None => {}
        }
    }

    fn waiting(&self, party: Option<PartyId>) -> String {
        match party {
            Some(party) => self.words.text("decision-waiting", &[("party", self.teller.party(party).into())]),
            None => self.words.get("decision-on"),
        }
    }

    /// An answer with the words on its button.
    pub(super) fn reply(
        &self,
        model: &mut Model,
        answer: Answer,
        verb: &str,
        about: String,
        lines: Vec<Line>,
    ) {
        let off = check_answer(self.game, self.at(), self.seat(), answer).err();
        let off = off.map(|why| self.teller.refusal(why));
        let verb = self.words.get(verb);
        model.verbs.push((answer, verb.clone()));
        model.cards.push(Card { value: answer, title: verb, about, cost: String::new(), lines, off });
    }

    /// What an answer costs in political capital.
    pub(super) fn capital(&self, cost: i64) -> Line {
        let left = self.at().capital[self.seat()];
        Line {
            label: self.words.get("measures-capital"),
            figure: self.words.text("from-to", &[("from", left.into()), ("to", (left - cost).max(0).into())]),
            tone: if cost > 0 { Tone::Bad } else { Tone::Quiet },
            note: String::new(),
        }
    }

    /// Where the seat stands.
    fn stand(&self, own: Option<Ask>) -> Panel {
        let row = |key: &str, figure: String| Line {
            label: self.words.get(key),
            figure,
            tone: Tone::Plain,
            note: String::new(),
        };
        let score = self.figures.total(self.own_score(&self.base));
        // Otherwise a project that brings points would seem to cost some.
        let supposes = matches!(own, Some(Ask::Place(_))).then(|| self.words.get("decision-supposes"));
        Panel {
            head: self.words.get("news-stand"),
            notes: supposes.into_iter().collect(),
            lines: vec![
                row("news-no-deal", score),
                row("measures-capital", self.at().capital[self.seat()].to_string()),
            ],
            ..Panel::default()
        }
    }

    /// What has been decided at this Reckoning, in the order in which it was.
    fn so_far(&self) -> Option<Panel> {
        let log = &self.view.log;
        let begins = log.iter().rposition(|event| matches!(event, Event::RoundBegan(_)))?;
        let mut at = View::new(self.game, self.seat());
        let mut notes = Vec::new();
        for (place, event) in log.iter().enumerate() {
            if place > begins && is_told(event) {
                let teller =
                    crate::words::tell::Teller::new(self.words, self.game, &at.position, Some(self.seat()));
                notes.push(teller.event(event));
            }
            at.fold(self.game, event);
        }
        let head = self.words.get("decision-so-far");
        (!notes.is_empty()).then(|| Panel { head, notes, ..Panel::default() })
    }
}

/// What belongs to the story of a Reckoning.
fn is_told(event: &Event) -> bool {
    matches!(
        event,
        Event::TookEffect { .. }
            | Event::Lapsed { .. }
            | Event::Answered { .. }
            | Event::Placed { .. }
            | Event::Delivered { .. }
            | Event::ThreatEnded { .. }
    )
}
