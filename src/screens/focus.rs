//! Brings what the keyboard is on into view.

use bevy_egui::egui::Ui;

/// Scrolls so that what has just got the focus is seen. To be called at the end of what scrolls.
pub fn follow(ui: &Ui) {
    let Some(id) = ui.memory(|memory| memory.focused()) else { return };
    let Some(response) = ui.ctx().read_response(id) else { return };
    // Something with the focus may lie in another column, or over this one.
    if response.gained_focus()
        && response.layer_id == ui.layer_id()
        && ui.min_rect().contains(response.rect.center())
    {
        ui.scroll_to_rect(response.rect.expand(crate::theme::tokens::GAP_SMALL), None);
    }
}
