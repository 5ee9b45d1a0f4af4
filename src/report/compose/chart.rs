//! The charts.

use super::super::scene::{Anchor, Ink, LABEL, Labels, Mark, SMALL, Scene, Shape, Spot, spot};
use super::Maker;
use crate::debrief::AtHome;
use crate::rules::ids::{PartyId, Points};
use crate::rules::payoff::Payoff;

/// Half the size of a mark.
pub(super) const DOT: f32 = 4.5;
/// How wide charts are.
pub(super) const WIDTH: f32 = 360.0;

/// A straight scale from values to places.
#[derive(Clone, Copy)]
pub(super) struct Axis {
    from: f32,
    to: f32,
    low: f32,
    high: f32,
}

impl Axis {
    /// A scale that has room for some values.
    pub(super) fn over(values: impl Iterator<Item = f32>, from: f32, to: f32) -> Self {
        let (low, high) = values.fold((f32::MAX, f32::MIN), |(low, high), v| (low.min(v), high.max(v)));
        let room = ((high - low) * 0.05).max(0.5);
        match low <= high {
            true => Self { from, to, low: low - room, high: high + room },
            false => Self { from, to, low: 0.0, high: 1.0 },
        }
    }

    pub(super) fn at(self, value: f32) -> f32 {
        self.from + (value - self.low) / (self.high - self.low).max(f32::MIN_POSITIVE) * (self.to - self.from)
    }

    /// The same scale from one round value to another.
    fn round(self) -> Self {
        let step = self.step(12.0);
        Self { low: (self.low / step).floor() * step, high: (self.high / step).ceil() * step, ..self }
    }

    /// From one round value to the next, about so many to the scale.
    fn step(self, parts: f32) -> f32 {
        let raw = (self.high - self.low) / parts;
        let ten = 10f32.powf(raw.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|times| times * ten).find(|step| *step >= raw);
        step.unwrap_or(raw).max(f32::MIN_POSITIVE)
    }

    /// Round values to write at the axis, about four of them.
    fn ticks(self) -> Vec<f32> {
        let step = self.step(4.0);
        let first = (self.low / step).ceil();
        (0..12u8)
            .map(|count| (first + f32::from(count)) * step)
            .take_while(|tick| *tick <= self.high)
            .collect()
    }
}

/// A figure at an axis: whole where ticks are whole.
fn tick_text(value: f32) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    let text = format!("{}", if rounded == 0.0 { 0.0 } else { rounded });
    text.replacen('-', "\u{2212}", 1)
}

impl Maker<'_> {
    /// Points as a number for drawing.
    pub(super) fn plot(&self, points: Points) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a place on a chart")]
        let value = points as f64 / self.debrief.game.level.per_point().max(1) as f64;
        #[expect(clippy::cast_possible_truncation, reason = "a place on a chart")]
        let value = value as f32;
        value
    }

    pub(super) fn mark_tip(&self, key: &str, points: &Payoff, parties: &[PartyId]) -> String {
        let each = parties.iter().map(|party| {
            let points = self.tell.figure(points[party.index()]);
            self.say("debrief-party-points", &[("party", self.named(*party)), ("points", points.into())])
        });
        let list = self.tell.all_of(each.collect());
        self.say("debrief-mark-tip", &[("mark", self.get(key).into()), ("list", list.into())])
    }

    pub(super) fn axes(&self, scene: &mut Scene, x: Axis, y: Axis, across: &str, up: &str) {
        let (left, base) = (x.from, y.from);
        for tick in x.ticks() {
            let at = x.at(tick);
            scene.line(vec![spot(at, y.to), spot(at, base)], Ink::Hairline, 0.4);
            scene.text(spot(at, base + 11.0), tick_text(tick), Anchor::Middle, Ink::Faded, SMALL);
        }
        for tick in y.ticks() {
            let at = y.at(tick);
            scene.line(vec![spot(left, at), spot(x.to, at)], Ink::Hairline, 0.4);
            scene.text(spot(left - 5.0, at + 3.0), tick_text(tick), Anchor::End, Ink::Faded, SMALL);
        }
        scene.line(vec![spot(left, y.to), spot(left, base), spot(x.to, base)], Ink::Faded, 0.8);
        let across = self.say("debrief-axis-across", &[("party", across.into())]);
        let up = self.say("debrief-axis-up", &[("party", up.into())]);
        scene.text(spot(x.to, base + 25.0), across, Anchor::End, Ink::Faded, SMALL);
        // Above the plot, where no line of it runs.
        scene.text(spot(left, y.to - 4.0), up, Anchor::Start, Ink::Faded, SMALL);
    }

    /// All parties at once: a scale for each, and a line through them for each way to end.
    pub(super) fn all_chart(&self) -> Scene {
        let debrief = self.debrief;
        let parties: Vec<PartyId> = self.everyone().iter().collect();
        let solutions = &debrief.could.solutions;
        let lines: Vec<(&str, Payoff, Ink, f32)> = [
            ("debrief-mark-no-deal", Some(debrief.no_deal), Ink::Faded, 1.6),
            ("debrief-mark-nash", self.pick(&solutions.nash), Ink::Nash, 1.6),
            ("debrief-mark-kalai", self.pick(&solutions.kalai_smorodinsky), Ink::Kalai, 1.6),
            ("debrief-mark-best", self.pick(&solutions.utilitarian), Ink::Ink, 1.6),
            ("debrief-mark-outcome", Some(debrief.scores), Ink::Seal, 2.6),
        ]
        .into_iter()
        .filter_map(|(key, points, ink, width)| Some((key, points?, ink, width)))
        .collect();
        let mut scene = Scene::new(WIDTH, 250.0);
        let (top, base) = (34.0, 226.0);
        let few = debrief.could.survey.rational.points();
        let step = (few.len() / 30).max(1);
        let faint: Vec<&Payoff> = few.iter().step_by(step).collect();
        let scales: Vec<Axis> = parties
            .iter()
            .map(|party| {
                let own = |points: &Payoff| self.plot(points[party.index()]);
                let all = lines.iter().map(|(_, points, ..)| own(points));
                Axis::over(all.chain(faint.iter().map(|points| own(points))), base, top).round()
            })
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "at most four parties")]
        let gap = (scene.width - 150.0) / (parties.len().max(2) - 1) as f32;
        #[expect(clippy::cast_precision_loss, reason = "at most four parties")]
        let across = |at: usize| 50.0 + gap * at as f32;
        let through = |points: &Payoff| -> Vec<Spot> {
            let each = parties.iter().enumerate();
            each.map(|(at, party)| spot(across(at), scales[at].at(self.plot(points[party.index()]))))
                .collect()
        };
        for points in faint {
            scene.line(through(points), Ink::Hairline, 0.4);
        }
        for (at, party) in parties.iter().enumerate() {
            let x = across(at);
            scene.line(vec![spot(x, top), spot(x, base)], Ink::Faded, 0.8);
            scene.marks.push(Mark::Text {
                at: spot(x, top - 17.0),
                text: self.party(*party),
                anchor: Anchor::Middle,
                ink: Ink::Party(*party),
                size: LABEL,
                bold: true,
            });
        }
        let mut ends: Vec<(f32, &str, Ink)> = Vec::new();
        for (key, points, ink, width) in &lines {
            let spots = through(points);
            ends.push((spots.last().map_or(0.0, |end| end.y), key, *ink));
            for at in &spots {
                scene.marks.push(Mark::Dot {
                    at: *at,
                    shape: Shape::Circle,
                    ink: *ink,
                    radius: 2.0 + width / 2.0,
                    tip: self.mark_tip(key, points, &parties),
                });
            }
            scene.line(spots, *ink, *width);
        }
        // Lines run everywhere between the ends of a scale; its figures stand beyond them.
        for (at, scale) in scales.iter().enumerate() {
            for (value, y) in [(scale.high, top - 4.0), (scale.low, base + 11.0)] {
                scene.text(spot(across(at), y), tick_text(value), Anchor::Middle, Ink::Faded, SMALL);
            }
        }
        // The names stand at the right ends, each below the one above it.
        ends.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut free = top;
        for (y, key, ink) in ends {
            let at = (y + 3.0).max(free);
            free = at + LABEL + 2.0;
            scene.text(spot(across(parties.len() - 1) + 8.0, at), self.get(key), Anchor::Start, ink, LABEL);
        }
        scene.spoken = {
            let tips: Vec<String> =
                lines.iter().map(|(key, points, ..)| self.mark_tip(key, points, &parties)).collect();
            self.say("debrief-chart-all", &[("marks", self.tell.then(tips).into())])
        };
        scene
    }

    /// Autonomy against standing: each party's way from where no deal would have left it, pact by pact. `None` in a level without both.
    pub(super) fn affirmation_chart(&self) -> Option<Scene> {
        let level = &self.debrief.game.level;
        let (autonomy, standing) = (level.autonomy?.index(), level.standing?.index());
        let mut ways: Vec<(PartyId, Vec<(Points, Points)>)> = Vec::new();
        for party in self.everyone().iter() {
            let (mut now, mut way) = ((0, 0), vec![(0, 0)]);
            for change in &self.debrief.course.changes {
                let by = (change.by[party][autonomy], change.by[party][standing]);
                now = (now.0 + by.0, now.1 + by.1);
                if by != (0, 0) {
                    way.push(now);
                }
            }
            ways.push((party, way));
        }
        let mut scene = Scene::new(WIDTH, 220.0);
        let all = || ways.iter().flat_map(|(_, way)| way.iter().copied());
        let x = Axis::over(all().map(|p| self.plot(p.0)), 24.0, scene.width - 24.0);
        let y = Axis::over(all().map(|p| self.plot(p.1)), scene.height - 30.0, 14.0);
        let zero = spot(x.at(0.0), y.at(0.0));
        for tick in x.ticks() {
            scene.text(
                spot(x.at(tick), scene.height - 16.0),
                tick_text(tick),
                Anchor::Middle,
                Ink::Faded,
                SMALL,
            );
        }
        for tick in y.ticks().into_iter().filter(|tick| *tick != 0.0) {
            scene.text(spot(zero.x - 4.0, y.at(tick) + 3.0), tick_text(tick), Anchor::End, Ink::Faded, SMALL);
        }
        scene.line(vec![spot(x.from, zero.y), spot(x.to, zero.y)], Ink::Faded, 0.8);
        scene.line(vec![spot(zero.x, y.from), spot(zero.x, y.to)], Ink::Faded, 0.8);
        let across = self
            .say("debrief-axis-interest-across", &[("interest", (&level.interests[autonomy].name).into())]);
        let up =
            self.say("debrief-axis-interest-up", &[("interest", (&level.interests[standing].name).into())]);
        scene.text(spot(x.to, scene.height - 4.0), across, Anchor::End, Ink::Faded, SMALL);
        scene.text(spot(zero.x + 4.0, y.to + 4.0), up, Anchor::Start, Ink::Faded, SMALL);
        let to = |p: (Points, Points)| spot(x.at(self.plot(p.0)), y.at(self.plot(p.1)));
        let ends: Vec<(PartyId, (Points, Points))> =
            ways.iter().map(|(party, way)| (*party, way.last().copied().unwrap_or((0, 0)))).collect();
        let places: Vec<Spot> = ends.iter().map(|(_, end)| to(*end)).collect();
        let mut labels = Labels::new(&scene, &places, DOT);
        let mut tips = Vec::new();
        labels.avoid(&along(&[spot(zero.x, y.to), spot(zero.x + 50.0, y.to)]), 5.0);
        for (party, way) in &ways {
            labels.avoid(&along(&way.iter().map(|p| to(*p)).collect::<Vec<_>>()), 1.0);
            scene.line(way.iter().map(|p| to(*p)).collect(), Ink::Party(*party), 1.8);
        }
        for ((party, end), at) in ends.iter().zip(&places) {
            let tip = self.say(
                "debrief-affirmation-tip",
                &[
                    ("party", self.named(*party)),
                    ("autonomy", self.tell.signed(end.0).into()),
                    ("standing", self.tell.signed(end.1).into()),
                ],
            );
            scene.marks.push(Mark::Dot {
                at: *at,
                shape: Shape::of(*party),
                ink: Ink::Party(*party),
                radius: DOT + 0.5,
                tip: tip.clone(),
            });
            if let Some((place, anchor)) = labels.place(*at, DOT + 3.5, &tip, LABEL) {
                scene.text(place, tip.clone(), anchor, Ink::Ink, LABEL);
            }
            tips.push(tip);
        }
        scene.spoken = self.say("debrief-chart-affirmation", &[("marks", self.tell.then(tips).into())]);
        Some(scene)
    }

    /// A vote: yes votes bloc by bloc against the votes needed, and what was foreseen.
    pub(super) fn vote_chart(&self, home: &AtHome) -> Option<Scene> {
        let chamber = self.debrief.game.level.parties[home.vote.party].chamber.as_ref()?;
        #[expect(clippy::cast_precision_loss, reason = "votes of a chamber")]
        let count = |votes: i64| votes as f32;
        let seats = count(chamber.seats().max(1));
        let mut scene = Scene::new(WIDTH, 62.0);
        let (left, right, top, high) = (2.0, scene.width - 2.0, 20.0, 20.0);
        let x = |votes: f32| left + votes / seats * (right - left);
        scene.marks.push(Mark::Bar {
            at: spot(left, top),
            width: right - left,
            height: high,
            ink: Ink::Hairline,
            tip: self.say("debrief-vote-seats", &[("seats", chamber.seats().into())]),
        });
        let ink = if home.vote.passed { Ink::Good } else { Ink::Bad };
        let mut from = 0.0;
        for (bloc, (_, yes)) in chamber.blocs.iter().zip(&home.vote.blocs) {
            let wide = (x(from + count(*yes)) - x(from) - 0.8).max(0.0);
            if *yes > 0 {
                scene.marks.push(Mark::Bar {
                    at: spot(x(from), top),
                    width: wide,
                    height: high,
                    ink,
                    tip: self.say(
                        "tell-bloc-vote",
                        &[
                            ("bloc", bloc.name.as_str().into()),
                            ("yes", (*yes).into()),
                            ("seats", bloc.seats.into()),
                        ],
                    ),
                });
            }
            from += count(*yes);
        }
        if let Some(foreseen) = home.before.as_ref().or(home.signed.as_ref()) {
            let (low, most) = (x(count(foreseen.range.0)), x(count(foreseen.range.1)));
            let under = top + high + 5.0;
            scene.line(vec![spot(low, under), spot(most.max(low + 1.0), under)], Ink::Faded, 2.0);
            let middle = x(count(foreseen.yes));
            scene.line(vec![spot(middle, under - 3.0), spot(middle, under + 3.0)], Ink::Faded, 1.6);
            let text = self.say(
                "debrief-vote-foreseen",
                &[("low", foreseen.range.0.into()), ("high", foreseen.range.1.into())],
            );
            let anchor = if middle > scene.width / 2.0 { Anchor::End } else { Anchor::Start };
            let at = if anchor == Anchor::End { most } else { low };
            scene.text(spot(at, under + 13.0), text, anchor, Ink::Faded, SMALL);
        }
        let quorum = x(count(home.vote.quorum));
        scene.line(vec![spot(quorum, top - 5.0), spot(quorum, top + high + 3.0)], Ink::Ink, 1.4);
        let text = self.say("debrief-vote-needed", &[("quorum", home.vote.quorum.into())]);
        let anchor = if quorum > scene.width / 2.0 { Anchor::End } else { Anchor::Start };
        scene.text(spot(quorum, top - 8.0), text, anchor, Ink::Ink, SMALL);
        scene.spoken = self.say(
            "debrief-chart-vote",
            &[
                ("house", chamber.name.as_str().into()),
                ("yes", home.vote.yes.into()),
                ("seats", chamber.seats().into()),
                ("quorum", home.vote.quorum.into()),
                ("blocs", self.tell.bloc_votes(&home.vote).join("; ").into()),
            ],
        );
        Some(scene)
    }
}

/// Places along a line, close enough that no label fits between two.
pub(super) fn along(line: &[Spot]) -> Vec<Spot> {
    let between = |pair: &[Spot]| {
        let (from, to) = (pair[0], pair[1]);
        (0..=8u8).map(move |step| {
            let part = f32::from(step) / 8.0;
            spot(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part)
        })
    };
    line.windows(2).flat_map(between).collect()
}
