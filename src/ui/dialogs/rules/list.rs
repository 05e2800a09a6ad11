//! The list of rules: by group, searchable, with the state of each and what it finds in the shown week.

use egui::{
    CornerRadius, Id, Rect, Response, Role, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use crate::rules::{RULES, Rule, RuleGroup, Severity};
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, font, text};
use crate::ui::widgets::marks;
use crate::ui::widgets::row_keys::RowKeys;

use super::form::RulesForm;

/// Height of a row in points.
const HEIGHT: f32 = 28.0;

/// Draws the search and the list.
pub(super) fn list_ui(ui: &mut Ui, palette: &Palette, form: &mut RulesForm) {
    let search = TextEdit::singleline(&mut form.query)
        .hint_text("Search rules")
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(10, 6));
    let response = ui.add(search);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Search rules"));
    if !std::mem::replace(&mut form.focused, true) {
        response.request_focus();
    }
    let found: Vec<&'static Rule> = RULES
        .iter()
        .filter(|rule| matches(rule, &form.query))
        .collect();
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if entered
        && !form.query.trim().is_empty()
        && let Some(first) = found.first()
    {
        form.chosen = Some(first);
    }
    ui.add_space(4.0);
    let mut keys = RowKeys::begin(ui, Id::unique("rules"));
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            if form.query.trim().is_empty() {
                let chosen = form.chosen.is_none();
                let name = "Policy and strictness";
                let row = row_ui(ui, palette, name, chosen, &Facts::NONE, &mut keys);
                if row.clicked() {
                    form.chosen = None;
                }
            }
            for group in RuleGroup::ALL {
                group_ui(ui, palette, form, group, &found, &mut keys);
            }
            if found.is_empty() {
                let hint = text("No rule matches that.", 12.0, Weight::Regular);
                ui.label(hint.color(palette.text_soft));
            }
        });
    keys.end(ui);
}

fn group_ui(
    ui: &mut Ui,
    palette: &Palette,
    form: &mut RulesForm,
    group: RuleGroup,
    found: &[&'static Rule],
    keys: &mut RowKeys,
) {
    let mut rules = found.iter().filter(|rule| rule.group == group).peekable();
    if rules.peek().is_none() {
        return;
    }
    ui.add_space(6.0);
    ui.label(text(group.name(), 11.5, Weight::SemiBold).color(palette.text_faint));
    for rule in rules {
        let facts = Facts::of(form, rule);
        let chosen = form.chosen.is_some_and(|chosen| chosen.id == rule.id);
        let response = row_ui(ui, palette, rule.title, chosen, &facts, keys);
        if response.clicked() {
            form.chosen = Some(rule);
        }
    }
}

/// What a row tells of a rule.
struct Facts {
    is_off: bool,
    has_own: bool,
    findings: usize,
    worst: Option<Severity>,
}

impl Facts {
    const NONE: Self = Self {
        is_off: false,
        has_own: false,
        findings: 0,
        worst: None,
    };

    fn of(form: &RulesForm, rule: &Rule) -> Self {
        Self {
            is_off: form.draft.in_force().rules.is_off(rule.id),
            has_own: form.draft.has_own(rule),
            findings: form.draft.found_by(rule).count(),
            worst: form.draft.found_by(rule).map(|found| found.severity).max(),
        }
    }

    /// The same for those who do not see the marks.
    fn words(&self) -> String {
        let mut words = Vec::new();
        if self.is_off {
            words.push("off".to_owned());
        }
        if self.has_own {
            words.push("set here".to_owned());
        }
        if self.findings > 0 {
            words.push(format::plural(self.findings, "finding", "findings"));
        }
        words.join(", ")
    }
}

fn row_ui(
    ui: &mut Ui,
    palette: &Palette,
    name: &str,
    chosen: bool,
    facts: &Facts,
    keys: &mut RowKeys,
) -> Response {
    let size = vec2(ui.available_width() - 6.0, HEIGHT);
    let (_, rect) = ui.allocate_space(size);
    let id = Id::unique(("rule in the list", name));
    let sense = keys.row(id, name, chosen, Sense::click());
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(facts.words()),
        ..WidgetInfo::selected(Role::Button, true, chosen, name)
    });
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if ui.is_rect_visible(rect) {
        ground(ui, palette, rect, chosen, &response);
        let right = facts_ui(ui, palette, rect, facts);
        let color = match (facts.is_off, chosen) {
            (true, _) => palette.text_faint,
            (false, true) => palette.accent,
            (false, false) => palette.text,
        };
        let weight = if chosen {
            Weight::SemiBold
        } else {
            Weight::Regular
        };
        let left = rect.left() + 8.0;
        let galley = ui.painter().layout_job(one_line(
            name,
            font(13.0, weight),
            color,
            right - left - 6.0,
        ));
        let top = rect.center().y - galley.size().y / 2.0;
        ui.painter().galley(pos2(left, top), galley, color);
    }
    response
}

fn ground(ui: &Ui, palette: &Palette, rect: Rect, chosen: bool, response: &Response) {
    let corners = CornerRadius::same(6);
    if chosen {
        ui.painter().rect_filled(rect, corners, palette.accent_soft);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corners, palette.well);
    }
}

/// Paints the state at the right edge and tells how far it reaches to the left.
fn facts_ui(ui: &Ui, palette: &Palette, rect: Rect, facts: &Facts) -> f32 {
    let mut right = rect.right() - 8.0;
    let words = |right: f32, words: String, color| {
        let place = pos2(right, rect.center().y);
        let style = font(11.5, Weight::SemiBold);
        let drawn = ui
            .painter()
            .text(place, egui::Align2::RIGHT_CENTER, words, style, color);
        drawn.left() - 6.0
    };
    if let Some(worst) = facts.worst {
        let color = palette.severity(worst);
        right = words(right, facts.findings.to_string(), color);
        let center = pos2(right - 3.0, rect.center().y);
        marks::paint(ui.painter(), center, 10.0, Some(worst), color);
        right -= 14.0;
    }
    if facts.is_off {
        right = words(right, "off".to_owned(), palette.text_faint);
    }
    if facts.has_own {
        let center = pos2(right - 3.0, rect.center().y);
        ui.painter().circle_filled(center, 3.0, palette.accent);
        right -= 12.0;
    }
    right
}

fn one_line(
    content: &str,
    style: egui::FontId,
    color: egui::Color32,
    width: f32,
) -> egui::text::LayoutJob {
    let mut job = egui::text::LayoutJob::simple_singleline(content.to_owned(), style, color);
    job.wrap = egui::text::TextWrapping {
        max_width: width.max(0.0),
        max_rows: 1,
        break_anywhere: true,
        overflow_character: Some('…'),
    };
    job
}

/// True when a rule speaks of every typed word.
fn matches(rule: &Rule, query: &str) -> bool {
    let about = [
        rule.title,
        rule.summary,
        rule.id,
        rule.group.name(),
        rule.evidence.condition,
    ];
    let about = about.join(" ").to_lowercase();
    let query = query.to_lowercase();
    query.split_whitespace().all(|word| about.contains(word))
}
