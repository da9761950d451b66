//! Rating words as they are printed in tables and mastheads: `买入（维持）`, `推荐|维持`, `维持买入评级`, `Maintain BUY`.

use crate::{model::rating_scale::RatingScale, text::width::narrowed};

/// Words that say what became of a rating and are no grade.
const ACTIONS: [&str; 24] = [
    "维持",
    "維持",
    "重申",
    "首次覆盖",
    "首次覆蓋",
    "首次",
    "首予",
    "上调至",
    "上調至",
    "上调",
    "上調",
    "下调至",
    "下調至",
    "下调",
    "下調",
    "调高",
    "调低",
    "给予",
    "maintained",
    "maintain",
    "reiterate",
    "initiate",
    "upgrade",
    "downgrade",
];

/// The place in `scale` of the grade that `printed` names: the word itself, or what is left of it without what became
/// of the rating, 评级, and a risk grade (`买入-A`). `None` where the scale has no such grade, or several are named.
#[must_use]
pub fn band_named(scale: &RatingScale, printed: &str) -> Option<usize> {
    let place = |word: &str| scale.bands.iter().position(|band| bare(&band.label.value) == word);
    place(&bare(printed)).or_else(|| {
        let word = grade(printed)?;
        place(&word).or_else(|| {
            // A scale may print its words in two languages, 买入（Buy）.
            scale.bands.iter().position(|band| words(&band.label.value).any(|label| label == word))
        })
    })
}

/// `word` without white space, in lower case and half width.
#[must_use]
pub fn bare(word: &str) -> String {
    narrowed(word)
        .chars()
        .filter(|character| !character.is_whitespace())
        .map(|character| character.to_ascii_lowercase())
        .collect()
}

/// The one word of `printed` that can be a grade.
fn grade(printed: &str) -> Option<String> {
    let grades: Vec<String> = words(printed).collect();
    let mut long = grades.iter().filter(|word| word.chars().nth(1).is_some());
    match (long.next(), long.next(), grades.as_slice()) {
        (Some(word), None, _) => Some(word.clone()),
        (None, None, [word]) => Some(word.clone()),
        _ => None,
    }
}

/// The words of `printed` without those that say what became of a rating.
fn words(printed: &str) -> impl Iterator<Item = String> {
    let is_border = |character: char| {
        character.is_whitespace() || "（）()[]【】|｜/／、，,·-－–—“”\"：:".contains(character)
    };
    printed.split(is_border).filter_map(|word| {
        let lower = bare(word);
        let mut rest = lower.as_str();
        while let Some(cut) = ACTIONS.iter().find_map(|action| {
            let cut = rest.strip_prefix(action).or_else(|| rest.strip_suffix(action));
            cut.filter(|_| !action.is_ascii() || rest == *action)
        }) {
            rest = cut;
        }
        let rest = rest.strip_suffix("评级").or_else(|| rest.strip_suffix("評級")).unwrap_or(rest);
        (!rest.is_empty()).then(|| rest.to_owned())
    })
}
