//! Known answers of games of coalitions and of words kept.

use super::*;
use crate::rules::ids::PartySet;

/// Worths in the order v1, v2, v3, v12, v13, v23, v123.
fn three(worths: [i128; 7]) -> Worths {
    let places = [0b001, 0b010, 0b100, 0b011, 0b101, 0b110, 0b111];
    Worths::new(3, |set: PartySet| {
        let at = places.iter().position(|bits| *bits == set.bits()).unwrap();
        worths[at]
    })
}

fn ratios(values: &[(i128, i128)]) -> Allocation {
    values.iter().map(|(a, b)| Ratio::new(*a, *b).unwrap()).collect()
}

#[test]
fn shapley_values_are_the_known_ones() {
    assert_eq!(shapley(&three([2, 4, 5, 18, 14, 9, 24])), ratios(&[(19, 2), (8, 1), (13, 2)]));
    assert_eq!(shapley(&three([0, 0, 0, 0, 1, 1, 1])), ratios(&[(1, 6), (1, 6), (2, 3)]));
    // Lemaire 1991, in halves.
    let lemaire = three([92_250, 34_875, 11_625, 138_375, 107_625, 61_500, 180_000]);
    assert_eq!(shapley(&lemaire), ratios(&[(103_500, 1), (51_750, 1), (24_750, 1)]));
    assert_eq!(nucleolus(&lemaire), Some(ratios(&[(105_375, 1), (97_875, 2), (51_375, 2)])));
    assert!(least_excess(&lemaire).unwrap() <= Ratio::ZERO);
    assert!(in_core(&lemaire, &nucleolus(&lemaire).unwrap()));
}

#[test]
fn nucleoli_are_the_known_ones() {
    let game = three([-1, 0, 1, 3, 4, 2, 5]);
    assert_eq!(nucleolus(&game), Some(ratios(&[(8, 3), (2, 3), (5, 3)])));
    let empty = three([0, 0, 0, 118, 84, 50, 121]);
    assert_eq!(shapley(&empty), ratios(&[(172, 3), (121, 3), (70, 3)]));
    assert_eq!(prenucleolus(&empty), Some(ratios(&[(223, 3), (121, 3), (19, 3)])));
    assert!(least_excess(&empty).unwrap() > Ratio::ZERO, "the core is empty");
    let two = Worths::new(2, |set| if set.len() == 2 { 10 } else { i128::from(set.bits()) });
    assert_eq!(nucleolus(&two), Some(ratios(&[(9, 2), (11, 2)])));
    assert_eq!(shapley(&two), ratios(&[(9, 2), (11, 2)]));
    // Nobody can be given what it has alone.
    let poor = three([5, 5, 5, 5, 5, 5, 10]);
    assert_eq!(nucleolus(&poor), None);
    assert_eq!(prenucleolus(&poor), Some(ratios(&[(10, 3), (10, 3), (10, 3)])));
}

#[test]
fn four_players_get_their_nucleolus_too() {
    // Symmetric: equal shares. One veto player: it takes all that the others cannot hold.
    let equal = Worths::new(4, |set| if set.len() == 4 { 8 } else { 0 });
    assert_eq!(nucleolus(&equal), Some(ratios(&[(2, 1); 4])));
    let veto = Worths::new(4, |set| i128::from(set.bits() & 1 == 1 && set.len() >= 2) * 12);
    assert_eq!(nucleolus(&veto), Some(ratios(&[(12, 1), (0, 1), (0, 1), (0, 1)])));
    assert_eq!(shapley(&veto), ratios(&[(9, 1), (1, 1), (1, 1), (1, 1)]));
}

#[test]
fn the_core_of_three_follows_its_conditions() {
    let mut state = 1u64;
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i128::from((state >> 33) % below)
    };
    let mut seen = [0; 2];
    for _ in 0..400 {
        let v = [draw(5), draw(5), draw(5), draw(30), draw(30), draw(30), 15 + draw(30)];
        let holds = v[6] >= v[0] + v[5]
            && v[6] >= v[1] + v[4]
            && v[6] >= v[2] + v[3]
            && v[6] >= v[0] + v[1] + v[2]
            && 2 * v[6] >= v[3] + v[4] + v[5];
        let game = three(v);
        assert_eq!(least_excess(&game).unwrap() <= Ratio::ZERO, holds, "{v:?}");
        seen[usize::from(holds)] += 1;
        let pre = prenucleolus(&game).unwrap();
        assert_eq!(in_core(&game, &pre), holds, "{v:?}");
    }
    assert!(seen[0] > 50 && seen[1] > 50, "{seen:?}");
}

#[test]
fn patience_and_claims_are_the_known_ones() {
    assert_eq!(patience(4, 6, 1), Ratio::new(2, 5));
    assert_eq!(patience(4, 3, 1), Some(Ratio::ZERO));
    assert_eq!(patience(0, 6, 1), None);
    let claim = Claim { party: crate::rules::ids::PartyId(1), points: 80, rate: (1, 4), rung: 2 };
    assert_eq!((claim.cost(60), claim.cost(80), claim.cost(90)), (10, 0, 0));
    assert_eq!(claim.after(&[1, 60, 3, 0]), [1, 50, 3, 0]);
}
