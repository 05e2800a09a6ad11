//! People's names as they are searched and ordered: a keyboard may not have their accents.

/// True where every word that was typed begins a word of the name.
pub fn is_meant(name: &str, query: &str) -> bool {
    let name = plain(name);
    let wanted = plain(query);
    let mut words = wanted.split_whitespace();
    words.all(|word| name.split_whitespace().any(|part| part.starts_with(word)))
}

/// Small letters without accents.
pub fn plain(text: &str) -> String {
    let fold = |letter: char| match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ą' | 'ă' | 'ā' => 'a',
        'č' | 'ć' | 'ç' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'é' | 'è' | 'ê' | 'ë' | 'ě' | 'ę' | 'ē' | 'ė' => 'e',
        'ğ' | 'ģ' => 'g',
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => 'i',
        'ķ' => 'k',
        'ł' | 'ľ' | 'ļ' => 'l',
        'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ő' | 'ō' => 'o',
        'ř' | 'ŕ' => 'r',
        'š' | 'ś' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ú' | 'ù' | 'û' | 'ü' | 'ů' | 'ű' | 'ū' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ž' | 'ź' | 'ż' => 'z',
        other => other,
    };
    // Combining accents, as in text from a Mac and in the small letter of İ.
    let is_mark = |letter: &char| matches!(letter, '\u{300}'..='\u{36f}');
    let letters = text.chars().flat_map(char::to_lowercase);
    letters.filter(|it| !is_mark(it)).map(fold).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_by_how_its_words_begin_without_accents() {
        for query in ["", "an", "kov", "KOVAC", "anna k", "kov an"] {
            assert!(is_meant("Anna Kovač", query), "{query}");
        }
        assert!(!is_meant("Anna Kovač", "nna"));
        assert!(!is_meant("Anna Kovač", "anna b"));
        assert!(is_meant("Łucja Żak", "luc zak"));
        assert!(is_meant("Elif Aydın", "aydin") && is_meant("İdil Ağaoğlu", "idil agao"));
        assert!(is_meant("Rene\u{301} Blanc", "rené b"));
    }
}
