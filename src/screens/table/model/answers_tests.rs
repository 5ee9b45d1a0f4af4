//! Questions about the draft, on known levels.

use super::*;
use crate::play::Match;
use crate::rules::appraise::appraise;
use crate::rules::rulebook::Knowledge;
use crate::screens::table::model::{Around, Ideals, Model};
use crate::storage::Library;

#[test]
fn an_answer_goes_onto_the_paper_and_comes_to_what_it_says() {
    let words = Words::english();
    let (mut found, mut nothing) = (0, 0);
    for (level, rules, knowledge) in [
        ("tutorial", None, Knowledge::Transparent),
        ("tokyo_2025", Some("standard"), Knowledge::Advisor),
        ("tokyo_2025", Some("full"), Knowledge::Sealed),
        ("three_party_pie", None, Knowledge::Sealed),
    ] {
        let game = Library::default().game(level, rules, Some(knowledge)).unwrap();
        let play = Match::new(game.clone(), 7);
        for seat in game.level.everyone().iter() {
            let view = play.view(seat);
            let mut draft = Draft::new(&game, &view.position, seat);
            let around = Around::default();
            let model = Model::build(&game, view, &words, &draft, &mut Ideals::default(), &around);
            let goals: Vec<Goal> = model.questions.iter().map(|question| question.goal).collect();
            assert_eq!(goals, Goal::ALL);
            let off = |goal| model.questions.iter().any(|q| q.goal == goal && q.off.is_some());
            assert!(off(Goal::Take) && off(Goal::Balance) && !off(Goal::Give) && !off(Goal::Best));
            for goal in [Goal::Best, Goal::Take, Goal::Balance, Goal::Give] {
                let before = draft.clone();
                let answer = ask(&game, view, &words, &mut draft, goal);
                assert!(!answer.text.contains('[') && !answer.text.contains("{$"), "{}", answer.text);
                if answer.tone == Tone::Bad {
                    nothing += 1;
                    assert_eq!(draft, before, "{level}: {}", answer.text);
                    continue;
                }
                found += 1;
                let total = appraise(&view.standpoint(&game), seat, draft.proposal()).total;
                let teller = Teller::new(&words, &game, &view.position, Some(seat));
                assert!(answer.text.contains(&teller.points(total)), "{level}: {}", answer.text);
                // One step of undoing takes it back.
                if draft != before {
                    let mut undone = draft.clone();
                    undone.edit(&game, &view.position, &Edit::Undo);
                    assert_eq!(undone.proposal(), before.proposal());
                }
            }
        }
    }
    assert!(found > 10 && nothing > 0, "too few to tell: {found}, {nothing}");
}
