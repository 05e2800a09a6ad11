//! The program.

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let get = |n: &str| args.iter().position(|a| a == n).and_then(|i| args.get(i + 1)).cloned();
    let options = ironstride::app::startup::StartOptions { workspace: get("--workspace").map(Into::into), ..Default::default() };
    let purpose = match get("--screenshot") { Some(p) => ironstride::app::Purpose::Screenshot(p.into()), None => ironstride::app::Purpose::Use };
    if let Err(e) = ironstride::app::window::run(options, purpose) { eprintln!("{e}"); }
}
