//! The chart of two parties: what they could have, and what they had.

use super::super::scene::{Anchor, Ink, LABEL, Labels, Mark, Scene, Shape, Spot, spot};
use super::Maker;
use super::chart::{Axis, DOT, WIDTH, along};
use crate::debrief::Put;
use crate::rules::ids::{PartyId, Points};
use crate::rules::payoff::Payoff;

/// Space around a plot for its axes: left, top, right, bottom.
const MARGIN: [f32; 4] = [44.0, 14.0, 14.0, 34.0];
/// How much farther a mark reaches than one that lies on it.
const UNDER: f32 = 2.5;

/// A point of a chart that has a name.
struct Named {
    key: &'static str,
    points: Payoff,
    ink: Ink,
    shape: Shape,
}

impl Maker<'_> {
    /// What two parties could have, and what they had: every package as a dot, the frontier, offers, and what rules pick.
    pub(super) fn pair_chart(&self, a: PartyId, b: PartyId) -> Scene {
        let debrief = self.debrief;
        let mut scene = Scene::new(WIDTH, 270.0);
        let at = |points: &Payoff| (self.plot(points[a.index()]), self.plot(points[b.index()]));
        let front = outline(debrief.could.survey.frontier.points(), a, b);
        let both = |put: &&Put| put.offer.proposal.parties.has(a) && put.offer.proposal.parties.has(b);
        let puts: Vec<&Put> = debrief.course.puts.iter().filter(both).collect();
        let named = self.named_points();
        let shown: Vec<(f32, f32)> = debrief
            .cloud
            .iter()
            .chain(&front)
            .chain(puts.iter().map(|put| &put.worth))
            .chain(named.iter().map(|one| &one.points))
            .map(at)
            .collect();
        let [left, top, right, bottom] = MARGIN;
        let x = Axis::over(shown.iter().map(|p| p.0), left, scene.width - right);
        let y = Axis::over(shown.iter().map(|p| p.1), scene.height - bottom, top);
        let to = |points: &Payoff| {
            let (px, py) = at(points);
            spot(x.at(px), y.at(py))
        };
        self.axes(&mut scene, x, y, &self.party(a), &self.party(b));
        scene.marks.push(Mark::Cloud {
            spots: debrief.cloud.iter().map(to).collect(),
            ink: Ink::Hairline,
            radius: 1.1,
        });
        let front: Vec<Spot> = front.iter().map(to).collect();
        let front = steps(&front);
        scene.line(front.clone(), Ink::Ink, 1.3);
        let mut way = Vec::new();
        if !puts.is_empty() {
            let mut path = vec![to(&debrief.no_deal)];
            path.extend(puts.iter().map(|put| to(&put.worth)));
            path.push(to(&debrief.scores));
            way = along(&path);
            scene.dotted(path, Ink::Seal, 1.0);
        }
        let offers: Vec<Spot> = puts.iter().map(|put| to(&put.worth)).collect();
        scene.marks.extend(puts.iter().zip(&offers).map(|(put, at)| self.offer_mark(put, *at, a, b)));
        let places: Vec<Spot> = named.iter().map(|one| to(&one.points)).collect();
        let mut labels = Labels::new(&scene, &places, DOT);
        labels.avoid(&offers, 3.0);
        labels.avoid(&along(&front), 1.0);
        labels.avoid(&way, 1.0);
        self.name(&mut scene, &named, &places, labels, &[a, b]);
        let tips: Vec<String> =
            named.iter().map(|one| self.mark_tip(one.key, &one.points, &[a, b])).collect();
        scene.spoken = self.say(
            "debrief-chart-pair",
            &[
                ("a", self.named(a)),
                ("b", self.named(b)),
                ("offers", puts.len().into()),
                ("marks", self.tell.then(tips).into()),
            ],
        );
        scene
    }

    /// Outcome, no deal and what rules pick, those on top first.
    fn named_points(&self) -> Vec<Named> {
        let (debrief, solutions) = (self.debrief, &self.debrief.could.solutions);
        [
            ("debrief-mark-outcome", Some(debrief.scores), Ink::Seal, Shape::Diamond),
            ("debrief-mark-no-deal", Some(debrief.no_deal), Ink::Faded, Shape::Circle),
            ("debrief-mark-nash", self.pick(&solutions.nash), Ink::Nash, Shape::Circle),
            ("debrief-mark-kalai", self.pick(&solutions.kalai_smorodinsky), Ink::Kalai, Shape::Square),
            ("debrief-mark-best", self.pick(&solutions.utilitarian), Ink::Ink, Shape::Triangle),
        ]
        .into_iter()
        .filter_map(|(key, points, ink, shape)| Some(Named { key, points: points?, ink, shape }))
        .collect()
    }

    /// An offer: filled where it was signed.
    fn offer_mark(&self, put: &Put, at: Spot, a: PartyId, b: PartyId) -> Mark {
        let key = if put.signed { "debrief-tip-signed" } else { "debrief-tip-offer" };
        let (pa, pb) = (put.worth[a.index()], put.worth[b.index()]);
        Mark::Dot {
            at,
            shape: if put.signed { Shape::Circle } else { Shape::Ring },
            ink: Ink::Seal,
            radius: 2.6,
            tip: self.say(
                key,
                &[
                    ("from", self.named(put.offer.from)),
                    ("round", put.offer.made.0.into()),
                    ("a", self.named(a)),
                    ("pa", self.tell.figure(pa).into()),
                    ("b", self.named(b)),
                    ("pb", self.tell.figure(pb).into()),
                ],
            ),
        }
    }

    /// Marks with their names beside them.
    fn name(
        &self,
        scene: &mut Scene,
        named: &[Named],
        places: &[Spot],
        mut labels: Labels,
        parties: &[PartyId],
    ) {
        // What lies under another mark is larger, so that both are seen.
        let radius = |rank: usize, at: Spot| {
            let over = places.iter().take(rank).filter(|other| apart(**other, at) < DOT).count();
            DOT + UNDER * f32::from(u8::try_from(over).unwrap_or(0))
        };
        for (rank, (one, at)) in named.iter().zip(places).enumerate().rev() {
            scene.marks.push(Mark::Dot {
                at: *at,
                shape: one.shape,
                ink: one.ink,
                radius: radius(rank, *at),
                tip: self.mark_tip(one.key, &one.points, parties),
            });
        }
        // The name of a mark keeps off all that lie on each other there.
        let widest = |at: Spot| {
            let here = places.iter().enumerate().filter(|(_, other)| apart(**other, at) < DOT);
            here.map(|(rank, other)| radius(rank, *other)).fold(DOT, f32::max)
        };
        for (one, at) in named.iter().zip(places) {
            let text = self.get(one.key);
            let gap = widest(*at) + 4.0;
            if let Some((place, anchor)) = labels.place(*at, gap, &text, LABEL) {
                scene.marks.extend(leader(*at, gap, place, anchor));
                scene.text(place, text, anchor, Ink::Ink, LABEL);
            }
        }
    }
}

/// The thin line that leads from a mark to its name, where that stands far off.
fn leader(at: Spot, gap: f32, name: Spot, anchor: Anchor) -> Option<Mark> {
    let aside = match anchor {
        Anchor::Start => -2.0,
        Anchor::Middle => 0.0,
        Anchor::End => 2.0,
    };
    let end = spot(name.x + aside, name.y - LABEL * 0.3);
    let far = apart(at, end);
    if far < 2.0 * gap {
        return None;
    }
    let share = (gap - 2.0) / far;
    let begin = spot(at.x + (end.x - at.x) * share, at.y + (end.y - at.y) * share);
    Some(Mark::Line { spots: vec![begin, end], ink: Ink::Faded, width: 0.6, dotted: false })
}

/// A frontier as steps: between two points of it nothing is better than the corner below both.
fn steps(front: &[Spot]) -> Vec<Spot> {
    let mut steps: Vec<Spot> = Vec::new();
    for point in front {
        if let Some(last) = steps.last().copied() {
            steps.push(spot(point.x, last.y));
        }
        steps.push(*point);
    }
    steps
}

/// How far one place is from another.
fn apart(one: Spot, other: Spot) -> f32 {
    (one.x - other.x).hypot(one.y - other.y)
}

/// The packages that no other beats for two parties, the first party's best first; what others have does not count.
fn outline(frontier: &[Payoff], a: PartyId, b: PartyId) -> Vec<Payoff> {
    let mut points = frontier.to_vec();
    points.sort_by_key(|p| std::cmp::Reverse((p[a.index()], p[b.index()])));
    let mut most = Points::MIN;
    points.retain(|point| {
        let better = point[b.index()] > most;
        most = most.max(point[b.index()]);
        better
    });
    points
}
