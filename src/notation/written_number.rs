//! The number at the start of a word, with its sign, its decimals and its marks for thousands.

/// The figure at the start of `word` and what follows it. A minus sign belongs to the figure.
pub(super) fn split_number(word: &str) -> Option<(&str, &str)> {
    let digits = word.strip_prefix('-').unwrap_or(word);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let sign = word.len() - digits.len();
    let end = digits
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(digits.len());
    Some(word.split_at(sign + end))
}

/// A figure with a point for decimals. Of metres, `30.000` and `1.609.3` have their thousands marked, as far as somebody
/// could run that far.
pub(super) fn figure(number: &str, of_meters: bool) -> Result<f64, String> {
    /// Fewer metres are no thousands, and more nobody runs.
    const THOUSANDS: std::ops::RangeInclusive<f64> = 400.0..=200_000.0;
    let unreadable = || "not a number; write one such as 45 or 7.5".to_owned();
    let parts: Vec<&str> = number.split('.').collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let marked = |parts: &[&str]| {
        let (first, later) = parts.split_first()?;
        let is_marked = !later.is_empty()
            && digits(first)
            && first.len() <= 3
            && !first.starts_with('0')
            && later.iter().all(|part| part.len() == 3 && digits(part));
        is_marked.then(|| parts.concat())
    };
    let plain = || number.parse::<f64>().map_err(|_| unreadable());
    match (parts.as_slice(), marked(&parts)) {
        ([_, _], Some(whole)) if of_meters => {
            let whole: f64 = whole.parse().map_err(|_| unreadable())?;
            if THOUSANDS.contains(&whole) {
                Ok(whole)
            } else {
                Err(format!(
                    "{whole} metres, or {} metres with decimals? Write it without a mark for thousands",
                    plain()?
                ))
            }
        }
        ([_, _, _, ..], Some(whole)) => whole.parse().map_err(|_| unreadable()),
        ([before @ .., tail], None) if before.len() > 1 && digits(tail) => {
            let whole = marked(before).ok_or_else(unreadable)?;
            format!("{whole}.{tail}").parse().map_err(|_| unreadable())
        }
        _ => plain(),
    }
}
