//! Charts are well formed and draw every mark.

use super::*;
use crate::report::sample::frontier;
use crate::report::scene::{Ink, spot};

#[test]
fn a_chart_as_svg() {
    let mut scene = frontier();
    // A cloud is long and says nothing new.
    for mark in &mut scene.marks {
        if let Mark::Cloud { spots, .. } = mark {
            spots.truncate(3);
        }
    }
    insta::assert_snapshot!(svg(&scene, "chart-1"));
}

#[test]
fn it_is_well_formed_and_says_what_it_shows() {
    let text = svg(&frontier(), "chart-\"1\"");
    let page = roxmltree::Document::parse(&text).unwrap();
    let root = page.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    let title = root.first_element_child().unwrap();
    assert_eq!(title.attribute("id"), root.attribute("aria-labelledby"));
    assert_eq!(title.text(), Some(frontier().spoken.as_str()));
    assert!(!text.contains("NaN") && !text.contains("inf"));
    let tips = root.descendants().filter(|node| node.has_tag_name("title")).count();
    assert_eq!(tips, 1 + 5 + 1);
}

#[test]
fn odd_scenes_are_drawn_as_far_as_they_can_be() {
    let mut scene = Scene::new(f32::NAN, f32::INFINITY);
    scene.line(Vec::new(), Ink::Ink, 1.0);
    scene.line(vec![spot(f32::NAN, 1.0)], Ink::Ink, 1.0);
    scene.marks.push(Mark::Bar {
        at: spot(1.0, 1.0),
        width: -3.0,
        height: 2.0,
        ink: Ink::Bad,
        tip: "\u{0}".to_owned(),
    });
    roxmltree::Document::parse(&svg(&scene, "x")).unwrap();
}
