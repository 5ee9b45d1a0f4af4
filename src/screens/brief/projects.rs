//! Draws the projects of a pledge as a table on paper.

use bevy_egui::egui::text::{LayoutJob, TextFormat};
use bevy_egui::egui::{Sense, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::bound::{Pledge, Project};
use crate::theme::widgets::{explain, focus_ring};
use crate::theme::{Face, Size, Surface, font, tokens};

/// Shares of the width, a column each.
const COLUMNS: [f32; 6] = [0.29, 0.11, 0.12, 0.12, 0.18, 0.18];

/// Draws the table.
pub(super) fn table(ui: &mut Ui, pledge: &Pledge) {
    let heads: Vec<LayoutJob> =
        pledge.heads.iter().map(|head| text(ui, head, Face::SansBold, Size::Caption, true)).collect();
    row(ui, heads, None);
    for project in &pledge.projects {
        let cells = vec![
            name(ui, project),
            text(ui, &project.size, Face::Mono, Size::Body, false),
            text(ui, &project.lead, Face::Sans, Size::Body, false),
            text(ui, &project.cash, Face::Mono, Size::Body, false),
            text(ui, &project.placed, Face::Sans, Size::Body, false),
            text(ui, &project.built, Face::Sans, Size::Body, false),
        ];
        row(ui, cells, Some(project));
    }
}

fn text(ui: &Ui, text: &str, face: Face, size: Size, quiet: bool) -> LayoutJob {
    let surface = Surface::of(ui);
    let colour = if quiet { surface.quiet() } else { surface.text() };
    LayoutJob::single_section(text.to_owned(), TextFormat::simple(font(face, size), colour))
}

fn name(ui: &Ui, project: &Project) -> LayoutJob {
    let surface = Surface::of(ui);
    let mut job = text(ui, &project.name, Face::SansBold, Size::Body, false);
    let quiet = TextFormat::simple(font(Face::Sans, Size::Caption), surface.quiet());
    job.append(&format!("\n{}", project.sector), 0.0, quiet);
    job
}

/// A row as high as its highest cell. One of a project is a stop of the Tab key, and tells more.
fn row(ui: &mut Ui, cells: Vec<LayoutJob>, project: Option<&Project>) {
    let surface = Surface::of(ui);
    let width = ui.available_width();
    let laid: Vec<_> = cells
        .into_iter()
        .zip(COLUMNS)
        .map(|(mut job, share)| {
            job.wrap.max_width = (width * share - tokens::GAP_SMALL).max(20.0);
            (ui.painter().layout_job(job), share)
        })
        .collect();
    let height = laid.iter().map(|(galley, _)| galley.size().y).fold(0.0, f32::max);
    let sense = if project.is_some() { Sense::focusable_noninteractive() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height + tokens::GAP_SMALL), sense);
    let spoken: Vec<String> = laid.iter().map(|(galley, _)| galley.text().replace('\n', ", ")).collect();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, spoken.join("; ")));
    let mut left = rect.left();
    for (galley, share) in laid {
        ui.painter().galley(pos2(left, rect.top() + tokens::GAP_TINY), galley, surface.text());
        left += width * share;
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, surface.rule()));
    if response.has_focus() {
        focus_ring(ui.painter(), rect, tokens::RADIUS_SMALL, surface);
    }
    if let Some(project) = project {
        explain(response, &project.note);
    }
}
