//! Writes pages down as a PDF: fonts, outline, and what each part is to a program that reads aloud.

use std::num::NonZeroU16;

use krilla::Document as Pdf;
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};
use krilla::text::Font;

use super::pages::{BOTTOM, HEIGHT, MEASURE, Page, SIDE, WIDTH};
use super::sheet::{Part, Role, What};
use super::text::{Line, line, width, wrap};
use crate::report::document::Document;
use crate::report::error::ReportError;
use crate::report::faces::Face;
use crate::report::ink::{self, Rgb};
use crate::report::scene::{Anchor, Spot, spot};
use crate::words::Words;

/// The colour of the page.
const SHEET: Rgb = Rgb(255, 255, 255);
/// How large the words at the foot of a page are.
const FOOT: f32 = 8.0;
/// How much of a circle's radius the arms of its curves are long.
const ARM: f32 = 0.552_285;

/// Writes pages down.
pub(super) fn draw(
    words: &Words,
    document: &Document,
    parts: &[Part],
    pages: &[Page],
    begins: &[(usize, f32)],
) -> Result<Vec<u8>, ReportError> {
    let language = words.get("report-language");
    let mut pdf = Pdf::new();
    let fonts: Vec<Option<Font>> =
        Face::ALL.iter().map(|face| Font::new(face.bytes().to_vec().into(), 0)).collect();
    let mut marked: Vec<Vec<Identifier>> = parts.iter().map(|_| Vec::new()).collect();
    let foot = match document.about.as_str() {
        "" => document.title.clone(),
        about => format!("{} \u{b7} {about}", document.title),
    };
    for (at, page) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(no_page)?;
        let mut sheet = pdf.start_page_with(settings);
        let mut surface = sheet.surface();
        let mut pen = Pen { surface: &mut surface, fonts: &fonts };
        let mut open: Option<Option<usize>> = None;
        for op in &page.ops {
            if open != Some(op.part) {
                if open.is_some() {
                    pen.surface.end_tagged();
                }
                let artifact = Artifact::with_kind(ArtifactType::Other);
                let tag = if op.part.is_some() { ContentTag::Other } else { ContentTag::Artifact(artifact) };
                let id = pen.surface.start_tagged(tag);
                if let Some(marked) = op.part.and_then(|part| marked.get_mut(part)) {
                    marked.push(id);
                }
                open = Some(op.part);
            }
            pen.draw(&op.what);
        }
        if open.is_some() {
            pen.surface.end_tagged();
        }
        let place = words.text("report-page", &[("page", (at + 1).into()), ("pages", pages.len().into())]);
        pen.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
        pen.foot(&foot, &place);
        pen.surface.end_tagged();
        surface.finish();
        sheet.finish();
    }
    let mut outline = Outline::new();
    for (sheet, (page, y)) in document.sheets.iter().zip(begins) {
        let place = XyzDestination::new(*page, Point::from_xy(0.0, (y - 12.0).max(0.0)));
        outline.push_child(OutlineNode::new(sheet.title.clone(), place));
    }
    pdf.set_outline(outline);
    pdf.set_tag_tree(tree(parts, &mut marked, &language));
    pdf.set_metadata(
        Metadata::new()
            .title(document.title.clone())
            .description(document.about.clone())
            .creator("Rare Terms".to_owned())
            .language(language),
    );
    pdf.finish().map_err(|error| ReportError::Paper(format!("{error:?}")))
}

fn no_page() -> ReportError {
    ReportError::Paper("the size of the page".to_owned())
}

/// The parts in the order in which they are read.
fn tree(parts: &[Part], marked: &mut [Vec<Identifier>], language: &str) -> TagTree {
    // A part comes after the part that it belongs to, so the last can be closed first.
    let mut below: Vec<Vec<Node>> =
        marked.iter_mut().map(|ids| std::mem::take(ids).into_iter().map(Node::Leaf).collect()).collect();
    let mut top: Vec<Node> = Vec::new();
    for (at, part) in parts.iter().enumerate().rev() {
        let mut children: Vec<Node> = std::mem::take(&mut below[at]);
        // Parts were added from the last to the first, behind what is drawn for the part itself.
        let own = children.iter().take_while(|node| matches!(node, Node::Leaf(_))).count();
        children[own..].reverse();
        if children.is_empty() && !matches!(part.role, Role::Cell | Role::ColumnHead | Role::RowHead) {
            continue;
        }
        let group = Node::Group(TagGroup::with_children(kind(&part.role), children));
        match part.of.and_then(|of| below.get_mut(of)) {
            Some(of) => of.push(group),
            None => top.push(group),
        }
    }
    let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
    top.into_iter().rev().for_each(|node| tree.push(node));
    tree
}

fn kind(role: &Role) -> TagKind {
    match role {
        Role::Sheet => Tag::Section.into(),
        Role::Heading(level, title) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(title.clone())).into()
        }
        Role::Paragraph => Tag::P.into(),
        Role::Figure(spoken) => Tag::Figure(Some(spoken.clone())).into(),
        Role::Table => Tag::Table.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
    }
}

/// Draws on a page.
struct Pen<'a, 's> {
    surface: &'a mut Surface<'s>,
    fonts: &'a [Option<Font>],
}

impl Pen<'_, '_> {
    fn draw(&mut self, what: &What) {
        match what {
            What::Text { at, line, size, colour, anchor } => self.text(*at, line, *size, *colour, *anchor),
            What::Stroke { spots, colour, width, dotted } => {
                let dash = dotted.then(|| StrokeDash { array: vec![0.0, width.max(0.4) * 2.2], offset: 0.0 });
                self.stroke(path(spots, false), *colour, *width, dash);
            }
            What::Fill { spots, colour, edge } => {
                if *edge {
                    self.stroke(path(spots, true), SHEET, 2.0, None);
                }
                self.fill(path(spots, true), *colour);
            }
            What::Disc { at, radius, colour, edge } => {
                if *edge {
                    self.fill(circle(*at, radius + 1.0), SHEET);
                }
                self.fill(circle(*at, *radius), *colour);
            }
            What::Ring { at, radius, colour } => {
                self.fill(circle(*at, *radius), *colour);
                self.fill(circle(*at, (radius - 1.6).max(0.4)), SHEET);
            }
            What::Cloud { spots, radius, colour } => {
                let mut dots = PathBuilder::new();
                for at in spots {
                    dots.move_to(at.x, at.y);
                    dots.line_to(at.x, at.y);
                }
                self.stroke(dots.finish(), *colour, radius * 2.0, None);
            }
        }
    }

    fn text(&mut self, at: Spot, line: &Line, size: f32, colour: Rgb, anchor: Anchor) {
        let x = match anchor {
            Anchor::Start => at.x,
            Anchor::Middle => at.x - line.width(size) / 2.0,
            Anchor::End => at.x - line.width(size),
        };
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(filled(colour)));
        for run in &line.runs {
            let Some(Some(font)) = self.fonts.get(run.face as usize) else { continue };
            let start = Point::from_xy(x + run.from * size, at.y);
            self.surface.draw_glyphs(start, &run.glyphs, font.clone(), &run.text, size, false);
        }
    }

    fn stroke(&mut self, path: Option<Path>, colour: Rgb, width: f32, dash: Option<StrokeDash>) {
        let Some(path) = path.filter(|_| width > 0.0 && width.is_finite()) else { return };
        self.surface.set_fill(None);
        self.surface.set_stroke(Some(Stroke {
            paint: paint(colour).into(),
            width,
            miter_limit: 10.0,
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            opacity: NormalizedF32::ONE,
            dash,
        }));
        self.surface.draw_path(&path);
        self.surface.set_stroke(None);
    }

    fn fill(&mut self, path: Option<Path>, colour: Rgb) {
        let Some(path) = path else { return };
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(filled(colour)));
        self.surface.draw_path(&path);
    }

    /// What the document is about and the number of the page, below a thin line.
    fn foot(&mut self, title: &str, place: &str) {
        let y = BOTTOM + 22.0;
        self.stroke(path(&[spot(SIDE, y), spot(WIDTH - SIDE, y)], false), ink::RULE, 0.7, None);
        let room = MEASURE - width(place, Face::Sans, FOOT) - 20.0;
        // A title of several lines says its first here.
        if let Some(title) = wrap(title, Face::Sans, FOOT, room.max(40.0)).first() {
            let at = spot(SIDE, y + 13.0);
            self.text(at, &line(title, Face::Sans), FOOT, ink::FADED, Anchor::Start);
        }
        let at = spot(WIDTH - SIDE, y + 13.0);
        self.text(at, &line(place, Face::Sans), FOOT, ink::FADED, Anchor::End);
    }
}

fn paint(colour: Rgb) -> rgb::Color {
    rgb::Color::new(colour.0, colour.1, colour.2)
}

fn filled(colour: Rgb) -> Fill {
    Fill { paint: paint(colour).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn path(spots: &[Spot], closed: bool) -> Option<Path> {
    let (first, rest) = spots.split_first()?;
    let mut path = PathBuilder::new();
    path.move_to(first.x, first.y);
    rest.iter().for_each(|spot| path.line_to(spot.x, spot.y));
    if closed {
        path.close();
    }
    path.finish()
}

fn circle(at: Spot, radius: f32) -> Option<Path> {
    let (x, y, r, arm) = (at.x, at.y, radius, radius * ARM);
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.cubic_to(x + r, y + arm, x + arm, y + r, x, y + r);
    path.cubic_to(x - arm, y + r, x - r, y + arm, x - r, y);
    path.cubic_to(x - r, y - arm, x - arm, y - r, x, y - r);
    path.cubic_to(x + arm, y - r, x + r, y - arm, x + r, y);
    path.close();
    path.finish()
}
