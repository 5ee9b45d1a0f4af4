//! The ladder of a threat: what each rung costs both sides, how far it has climbed, what it demands and until when.

use bevy_egui::egui::{Align2, Color32, CornerRadius, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::estimate::Band;
use super::weighing::{Line, Scales};
use super::wording::list;
use crate::rules::event::{Demand, Standing, ThreatEnd};
use crate::rules::ids::{OptionId, ThreatId};
use crate::rules::stakes::{carried_out, stakes_at};
use crate::theme::widgets::{KeyValue, body, caption};
use crate::theme::{Face, Size, Surface, Tone, font, tokens};
use crate::words::Words;

/// Height of a rung.
const STEP: f32 = 24.0;
/// Share of the width where the column of the first party ends.
const FIRST: f32 = 0.68;
/// Width of the bar that marks a rung.
const MARK: f32 = 3.0;

/// A figure and whether it is welcome.
type Figure = (String, Tone);

/// Where a rung lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// It was climbed before.
    Past,
    /// The threat stands here.
    Now,
    /// It would be climbed next.
    Next,
    /// It lies ahead.
    Ahead,
}

/// A rung.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// Its name.
    pub name: String,
    /// What it costs the party that threatens.
    pub by: Figure,
    /// What it costs the party that is threatened.
    pub against: Figure,
    /// Where it lies.
    pub place: Place,
    /// Whom the figures are for, where it is not what the columns say; empty otherwise.
    pub whose: [String; 2],
    /// All of it in words.
    pub spoken: String,
}

/// A threat.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ladder {
    /// What it is.
    pub about: String,
    /// What stands: who demands what, until when; or how it ended.
    pub stands: String,
    /// Heads of the two columns.
    pub heads: [String; 2],
    /// Its rungs, the last one being that it is carried out.
    pub steps: Vec<Step>,
    /// What it brings others.
    pub others: Vec<Line>,
    /// What meets the demand, the deadline, who mediates: a name and what it is.
    pub facts: Vec<(String, String)>,
}

impl Scales<'_> {
    /// The ladder of a threat.
    #[must_use]
    pub fn ladder(&self, id: ThreatId) -> Ladder {
        let (level, words) = (&self.game.level, self.words);
        let threat = level.threat(id);
        let standing = self.at().threat(id);
        let ended = self.at().ended_threats.iter().find(|(ended, _)| *ended == id).map(|(_, end)| *end);
        let head = |key: &str, party| {
            self.estimate(party, words.text(key, &[("party", self.teller.whom(party).into())]))
        };
        let heads = [head("ladder-backs-down", threat.by), head("ladder-gives-in", threat.against)];
        let reached = standing.map(|standing| usize::from(standing.rung));
        let keys = ["ladder-signal", "ladder-demand", "ladder-deadline"];
        let mut steps: Vec<Step> = keys
            .iter()
            .enumerate()
            .map(|(rung, key)| {
                let stakes = stakes_at(self.game, id, rung, standing);
                let by = self.known(self.standing(threat.by, stakes.backing_down));
                let against = self.known(self.standing(threat.against, stakes.giving_in));
                let place = match (reached, ended) {
                    (_, Some(_)) => Place::Past,
                    (Some(now), _) if rung < now => Place::Past,
                    (Some(now), _) if rung == now => Place::Now,
                    (now, _) if rung == now.map_or(0, |now| now + 1) => Place::Next,
                    _ => Place::Ahead,
                };
                self.rung(words.get(key), by, against, place, &heads)
            })
            .collect();
        let carried = |party| {
            self.known(self.band(party, |mind, party| carried_out(self.game, id, party, &mind.percent)))
        };
        let place = match (reached, ended) {
            (_, Some(ThreatEnd::CarriedOut)) => Place::Now,
            (Some(2), None) => Place::Next,
            _ => Place::Ahead,
        };
        let names = [threat.by, threat.against].map(|party| self.for_whom(party));
        let done = words.get("ladder-carried-out");
        let last = self.rung(done, carried(threat.by), carried(threat.against), place, &names);
        steps.push(Step { whose: names, ..last });
        let pair = [threat.by, threat.against];
        let others = self.order().filter(|party| !pair.contains(party)).filter_map(|party| {
            let band = self.band(party, |mind, party| carried_out(self.game, id, party, &mind.percent))?;
            let name = self.teller.whom(party).into();
            let label = self.estimate(party, words.text("ladder-others", &[("party", name)]));
            (band != Band::default()).then(|| self.line(label, band))
        });
        Ladder {
            about: threat.about.clone(),
            stands: match (standing, ended) {
                (Some(standing), _) => self.teller.standing_threat(standing),
                (None, Some(ThreatEnd::Met)) => words.get("ladder-met"),
                (None, Some(ThreatEnd::BackedDown)) => words.get("ladder-backed-down"),
                (None, Some(ThreatEnd::CarriedOut)) => words.get("ladder-was-carried-out"),
                (None, None) => {
                    words.text("ladder-not-made", &[("party", self.teller.party(threat.against).into())])
                }
            },
            heads,
            steps,
            others: others.collect(),
            facts: standing.map_or_else(Vec::new, |standing| self.facts(standing)),
        }
    }

    fn rung(&self, name: String, by: Figure, against: Figure, place: Place, heads: &[String; 2]) -> Step {
        let key = match place {
            Place::Past => "ladder-past",
            Place::Now => "ladder-now",
            Place::Next => "ladder-next",
            Place::Ahead => "ladder-ahead",
        };
        let spoken = self.words.text(
            "ladder-spoken",
            &[
                ("rung", (&name).into()),
                ("place", self.words.get(key).into()),
                ("first", (&heads[0]).into()),
                ("by", (&by.0).into()),
                ("second", (&heads[1]).into()),
                ("against", (&against.0).into()),
            ],
        );
        Step { name, by, against, place, whose: Default::default(), spoken }
    }

    /// A cost, or a dash where the seat may not judge it.
    fn known(&self, band: Option<Band>) -> Figure {
        band.map_or_else(|| (self.words.get("ladder-unknown"), Tone::Quiet), |band| self.figure(band))
    }

    fn facts(&self, standing: &Standing) -> Vec<(String, String)> {
        let words = self.words;
        let mut facts = Vec::new();
        if let Some(demand) = standing.demand {
            facts.push((words.get("ladder-met-by"), self.met_by(demand)));
        }
        if let Some(due) = standing.due {
            let stop = self.teller.stop(due);
            facts.push((words.get("ladder-due"), words.text("ladder-due-at", &[("stop", stop.into())])));
        }
        if let Some(by) = standing.mediator {
            let percent = self.game.rules.threats.relief;
            let whom = self.teller.whom(by);
            let text = words.text("ladder-halves", &[("party", whom.into()), ("percent", percent.into())]);
            facts.push((words.get("ladder-mediator"), text));
        }
        facts
    }

    /// The options that meet a demand.
    fn met_by(&self, demand: Demand) -> String {
        let count = self.game.level.issue(demand.issue).options.len();
        let options = (0..count).map(OptionId::from_index).filter(|option| demand.met_by(*option));
        let names: Vec<String> = options.map(|option| self.teller.option(demand.issue, option)).collect();
        let options = match names.len() {
            0 | 1 => list(self.words, &names),
            _ => self.teller.any_of(names),
        };
        let issue = self.teller.issue(demand.issue);
        self.words.text("ladder-term", &[("issue", issue.into()), ("option", options.into())])
    }
}

/// Draws a ladder over the width that is left.
pub fn show(ui: &mut Ui, words: &Words, ladder: &Ladder) {
    caption(ui, &ladder.about);
    body(ui, &ladder.stands);
    for (name, what) in &ladder.facts {
        body(ui, &words.text("ladder-fact", &[("name", name.into()), ("what", what.into())]));
    }
    ui.add_space(tokens::GAP_TINY);
    let surface = Surface::of(ui);
    let head = font(Face::SansBold, Size::Caption);
    columns(ui, &ladder.heads.join("; "), |ui, [_, first, second]| {
        for (rect, text) in [first, second].into_iter().zip(&ladder.heads) {
            ui.painter().text(rect.right_center(), Align2::RIGHT_CENTER, text, head.clone(), surface.quiet());
        }
    });
    let last = ladder.steps.len().saturating_sub(1);
    for (at, step) in ladder.steps.iter().enumerate() {
        columns(ui, &step.spoken, |ui, cells| rung(ui, words, step, cells, at == last));
    }
    for line in &ladder.others {
        KeyValue::new(&line.label, &line.figure).tone(line.tone).show(ui);
    }
}

fn columns(ui: &mut Ui, spoken: &str, draw: impl FnOnce(&Ui, [Rect; 3])) {
    let size = vec2(ui.available_width(), STEP);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, spoken));
    let (middle, right) = (rect.left() + rect.width() * FIRST, rect.right() - tokens::GAP_TINY);
    let left = rect.left() + tokens::GAP_SMALL;
    let cell = |from, to| Rect::from_min_max(pos2(from, rect.top()), pos2(to, rect.bottom()));
    draw(ui, [cell(left, middle), cell(left, middle), cell(middle, right)]);
}

fn rung(ui: &Ui, words: &Words, step: &Step, [name, first, second]: [Rect; 3], last: bool) {
    let surface = Surface::of(ui);
    let whole = Rect::from_min_max(name.left_top(), second.right_bottom());
    let whole =
        whole.with_min_x(whole.left() - tokens::GAP_SMALL).with_max_x(whole.right() + tokens::GAP_TINY);
    if last {
        let line = bevy_egui::egui::Stroke::new(1.0, surface.rule());
        ui.painter().hline(whole.x_range(), whole.top(), line);
    }
    if step.place == Place::Now {
        ui.painter().rect_filled(whole, CornerRadius::same(tokens::RADIUS_SMALL), surface.sunk());
    }
    let mark: Option<Color32> = match step.place {
        Place::Now => Some(tokens::seal()),
        Place::Next => Some(surface.outline()),
        Place::Past => Some(surface.rule()),
        Place::Ahead => None,
    };
    if let Some(colour) = mark {
        let bar = Rect::from_min_size(whole.left_top(), vec2(MARK, whole.height()));
        ui.painter().rect_filled(bar, CornerRadius::same(1), colour);
    }
    let (face, colour) = match step.place {
        Place::Now => (Face::SansBold, surface.text()),
        Place::Next => (Face::Sans, surface.text()),
        Place::Past | Place::Ahead => (Face::Sans, surface.quiet()),
    };
    let middle = name.left_center();
    let drawn = ui.painter().text(middle, Align2::LEFT_CENTER, &step.name, font(face, Size::Body), colour);
    let word = match step.place {
        Place::Now => Some("ladder-now"),
        Place::Next => Some("ladder-next"),
        Place::Past | Place::Ahead => None,
    };
    if let Some(key) = word {
        let at = pos2(drawn.right() + tokens::GAP_SMALL, middle.y);
        let small = font(Face::Sans, Size::Caption);
        ui.painter().text(at, Align2::LEFT_CENTER, words.get(key), small, surface.quiet());
    }
    let cells = [(first, &step.by), (second, &step.against)];
    for ((rect, (figure, tone)), whose) in cells.into_iter().zip(&step.whose) {
        let colour = if step.place == Place::Past { surface.quiet() } else { surface.tone(*tone) };
        let mono = font(Face::MonoBold, Size::Body);
        let drawn = ui.painter().text(rect.right_center(), Align2::RIGHT_CENTER, figure, mono, colour);
        let at = pos2(drawn.left() - tokens::GAP_SMALL, rect.center().y);
        let small = font(Face::Sans, Size::Caption);
        ui.painter().text(at, Align2::RIGHT_CENTER, whose, small, surface.quiet());
    }
}
