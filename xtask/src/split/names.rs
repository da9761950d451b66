//! Short names for what the program and the JavaScript beside it call each other: the tools' own are long, and as they
//! carry hashes they take their full length when transferred.

use std::collections::BTreeMap;

use walrus::Module;

/// The long names and the short ones.
pub type Shortened = BTreeMap<String, String>;

/// Renames all imports and exports of `module`, but for names that were short already.
pub fn shorten(module: &mut Module) -> Shortened {
    let mut shortened = Shortened::new();
    let mut short = |long: &str| {
        let number = shortened.len();
        shortened.entry(long.to_owned()).or_insert_with(|| letters(number)).clone()
    };
    for import in module.imports.iter_mut() {
        import.name = short(&import.name);
    }
    for export in
        module.exports.iter_mut().filter(|export| export.name.starts_with('_') || export.name.len() > 8)
    {
        export.name = short(&export.name);
    }
    shortened
}

/// `script` with the short names.
pub fn renamed(script: &str, names: &Shortened) -> String {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut renamed = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find(is_part) {
        let end = rest[start..].find(|letter| !is_part(letter)).map_or(rest.len(), |length| start + length);
        let word = &rest[start..end];
        renamed.push_str(&rest[..start]);
        renamed.push_str(names.get(word).map_or(word, String::as_str));
        rest = &rest[end..];
    }
    renamed + rest
}

/// The name with this number: `$a` to `$z`, `$aa` and on. No name of the tools and none in a script begins so.
fn letters(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            break;
        }
        number -= 1;
    }
    name.insert(0, '$');
    name
}

#[cfg(test)]
mod tests {
    use super::{Shortened, letters, renamed};

    #[test]
    fn each_number_has_a_name_of_its_own() {
        assert_eq!(
            [0, 25, 26, 51, 52, 701, 702].map(letters),
            ["$a", "$z", "$aa", "$az", "$ba", "$zz", "$aaa"]
        );
    }

    #[test]
    fn whole_words_are_renamed() {
        let names = Shortened::from([("__wbg_get_0f".to_owned(), "$a".to_owned())]);
        assert_eq!(
            renamed("{__wbg_get_0f: 1, x__wbg_get_0f: wasm.__wbg_get_0f}", &names),
            "{$a: 1, x__wbg_get_0f: wasm.$a}"
        );
    }
}
