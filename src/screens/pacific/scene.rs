//! The map as coloured shapes, from back to front. Widths are of the window; the shapes are on the plane of the map, for a camera at rest.

use bevy_egui::egui::Color32;

use super::Shown;
use crate::map::Point;
use crate::map::arc::arc;
use crate::map::atlas::Atlas;
use crate::map::camera::Camera;
use crate::map::graticule::graticule;
use crate::map::line::{length, part, trimmed};
use crate::map::model::{Flow, Map};
use crate::map::project::project;
use crate::map::shape::Shape;
use crate::rules::level::FlowKind;
use crate::theme::tokens;

/// A shape in one colour.
pub(super) type Painted = (Shape, Color32);

/// Degrees between the lines of the net.
const NET: u16 = 10;
/// How wide an arc is at its weakest and at its strongest, in points.
const WIDTHS: (f32, f32) = (1.5, 5.0);
/// How far from the middle of a capital's mark an arc begins, in points.
const BESIDE: f32 = 10.0;

/// What never changes on a level: land, the net, and land in the colours of parties.
pub(super) fn ground(atlas: &Atlas, map: &Map, camera: Camera) -> Vec<Painted> {
    let mut all = Vec::new();
    let mut net = Shape::default();
    for line in graticule(NET) {
        net.add(&Shape::stroke(&line, 1.0 / camera.scale));
    }
    all.push((net, tokens::map_net()));
    all.push((atlas.land(), tokens::map_land()));
    for tint in &map.tints {
        let land = atlas.of(&tint.states);
        let mut coast = Shape::default();
        for line in land.outline() {
            coast.add(&Shape::stroke(&line, 1.0 / camera.scale));
        }
        let party = tint.party.index();
        all.push((land, tokens::party_land(party)));
        all.push((coast, tokens::party_coast(party)));
    }
    all
}

/// The arcs, and the marks of capitals over them.
pub(super) fn flows(shown: &Shown, map: &Map, camera: Camera) -> Vec<Painted> {
    let mut all = Vec::new();
    for flow in map.shown() {
        let colour = flow_colour(flow.kind);
        let line = line(flow, camera);
        let grown = part(&line, 0.0, length(&line) * shown.grown(flow.issue));
        let line = if shown.grown(flow.issue) < 1.0 { &grown } else { &line };
        if flow.now.strength > 0 {
            all.push((stroke(flow.kind, line, flow.now.strength, camera), colour));
        }
        if let Some(draft) = flow.draft.filter(|draft| draft.strength > 0) {
            // A ghost lies beside what is in force, so that both are seen.
            let width = width(draft.strength, camera) + 6.0 / camera.scale;
            all.push((edges(line, width, 1.0 / camera.scale), tokens::ghost(colour)));
            if flow.now.strength == 0 {
                all.push((stroke(flow.kind, line, draft.strength, camera), tokens::ghost(colour)));
            }
        }
        if let Some(threat) = flow.threat.filter(|threat| threat.term.strength > 0) {
            all.push((hollow(line, threat.term.strength, camera), colour));
        }
    }
    for capital in &map.capitals {
        let at = project(capital.place);
        let points = |points: f32| points / camera.scale;
        let colour = tokens::party_colour(capital.party.index());
        all.push((Shape::disc(at, points(9.0)), tokens::map_land()));
        all.push((Shape::ring(at, points(9.0), points(1.5)), colour));
        all.push((Shape::disc(at, points(4.5)), colour));
    }
    all
}

/// The way of a flow, from beside one capital's mark to beside the other's.
pub(super) fn line(flow: &Flow, camera: Camera) -> Vec<Point> {
    let whole = arc(project(flow.from_place), project(flow.to_place), flow.lane);
    trimmed(&whole, BESIDE / camera.scale)
}

fn width(strength: i64, camera: Camera) -> f32 {
    let strength = f32::from(u8::try_from(strength.clamp(0, 100)).unwrap_or(100)) / 100.0;
    (WIDTHS.0 + (WIDTHS.1 - WIDTHS.0) * strength) / camera.scale
}

/// The colour of a kind.
pub(super) fn flow_colour(kind: FlowKind) -> Color32 {
    match kind {
        FlowKind::Tariff => tokens::tariff(),
        FlowKind::Investment => tokens::investment(),
        FlowKind::Minerals => tokens::minerals(),
        FlowKind::Deliveries => tokens::deliveries(),
    }
}

/// Each kind has a pattern of its own, since colour alone never carries meaning.
fn stroke(kind: FlowKind, line: &[Point], strength: i64, camera: Camera) -> Shape {
    let width = width(strength, camera);
    match kind {
        FlowKind::Tariff => Shape::stroke(line, width),
        FlowKind::Investment => Shape::dotted(line, width * 1.3, width * 2.6, width),
        FlowKind::Minerals => Shape::dashed(line, width, 10.0 / camera.scale, 6.0 / camera.scale, 0.0),
        FlowKind::Deliveries => {
            let mut shape = Shape::dashed(line, width, 3.0 / camera.scale, 5.0 / camera.scale, 0.0);
            shape.add(&Shape::head(line, width * 3.0));
            shape
        }
    }
}

/// The two sides of a band.
fn edges(line: &[Point], wide: f32, thin: f32) -> Shape {
    let [one, other] = sides(line, wide);
    let mut shape = Shape::dashed(&one, thin, 4.0 * thin, 3.0 * thin, 0.0);
    shape.add(&Shape::dashed(&other, thin, 4.0 * thin, 3.0 * thin, 0.0));
    shape
}

/// What is threatened is an empty band around what is in force, with bars across it: like nothing that flows, and like no ghost.
fn hollow(line: &[Point], strength: i64, camera: Camera) -> Shape {
    let thin = 1.0 / camera.scale;
    let wide = width(strength, camera) + 10.0 * thin;
    let mut shape = Shape::dashed(line, wide, 1.5 * thin, 16.0 * thin, 0.0);
    for side in sides(line, wide) {
        shape.add(&Shape::stroke(&side, thin));
    }
    shape
}

fn sides(line: &[Point], wide: f32) -> [Vec<Point>; 2] {
    let band = Shape::stroke(line, wide);
    [0, 1].map(|from| band.points.iter().skip(from).step_by(2).copied().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::play::Match;
    use crate::rules::ids::{PartyId, Round};
    use crate::storage::Library;

    #[test]
    fn what_is_threatened_has_an_arc_of_its_own_until_it_is_averted_or_there() {
        let game = Library::default().game("tokyo_2025", None, None).unwrap();
        let mut view = Match::new(game.clone(), 1).view(PartyId(1)).clone();
        let camera = Camera { centre: [0.0, 0.0], scale: 300.0 };
        let hollows = |map: &Map| {
            let drawn = flows(&Shown::default(), map, camera);
            let threats = map.flows.iter().filter_map(|flow| Some((flow, flow.threat?)));
            let wanted = threats.map(|(flow, threat)| {
                (hollow(&line(flow, camera), threat.term.strength, camera), flow_colour(flow.kind))
            });
            wanted.filter(|shape| !shape.0.is_empty() && drawn.contains(shape)).count()
        };
        let map = Map::of(&game, &view, None).unwrap();
        assert_eq!(hollows(&map), 2);
        let mut calm = map.clone();
        calm.flows.iter_mut().for_each(|flow| flow.threat = None);
        let (with, without) =
            (flows(&Shown::default(), &map, camera), flows(&Shown::default(), &calm, camera));
        assert_eq!(with.len(), without.len() + 2);
        view.position.round = Round(game.level.last_round().0);
        assert_eq!(hollows(&Map::of(&game, &view, None).unwrap()), 0);
    }
}
