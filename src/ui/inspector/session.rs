//! x
use std::sync::Arc;
use crate::domain::*; use crate::ui::{view::View,state::UiState,action::Actions};
pub fn session_ui(_ui:&mut egui::Ui,_v:&View,_s:&mut UiState,_x:&Arc<Session>,_a:&mut Actions){}
