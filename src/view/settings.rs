//! What a reader sets once: language, theme, the colors of rise and fall.

/// The language of the page's own words; reports stay as printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// 中文.
    #[default]
    Chinese,
    /// English.
    English,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system wishes.
    #[default]
    System,
    /// Dark ink on a light ground.
    Light,
    /// Light ink on a dark ground.
    Dark,
}

/// How rise and fall are colored; sign and arrow say it in every mode.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChangeColors {
    /// Red is up, the Chinese convention.
    #[default]
    RedUp,
    /// Green is up.
    GreenUp,
    /// Blue is up, orange is down.
    ColorBlind,
    /// No colors.
    Plain,
}

/// All settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language of the page's own words.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// The colors of rise and fall.
    pub change_colors: ChangeColors,
}

/// A choice that is kept by name, in storage and in the page's root element.
pub trait Named: Copy + PartialEq + 'static {
    /// All choices in the order in which they are offered.
    const ALL: &'static [Self];

    /// The name it is kept under.
    fn name(self) -> &'static str;

    /// The choice of that name.
    #[must_use]
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.name() == name)
    }
}

impl Named for Language {
    const ALL: &'static [Self] = &[Self::Chinese, Self::English];

    /// The tag of BCP 47.
    fn name(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }
}

impl Named for Theme {
    const ALL: &'static [Self] = &[Self::System, Self::Light, Self::Dark];

    fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Named for ChangeColors {
    const ALL: &'static [Self] = &[Self::RedUp, Self::GreenUp, Self::ColorBlind, Self::Plain];

    fn name(self) -> &'static str {
        match self {
            Self::RedUp => "red-up",
            Self::GreenUp => "green-up",
            Self::ColorBlind => "color-blind",
            Self::Plain => "plain",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ChangeColors, Language, Named, Theme};

    #[track_caller]
    fn check_names<T: Named + std::fmt::Debug>() {
        for choice in T::ALL {
            assert_eq!(T::from_name(choice.name()), Some(*choice));
        }
        assert_eq!(T::from_name("no such"), None);
    }

    #[test]
    fn each_choice_is_found_by_its_name() {
        check_names::<Language>();
        check_names::<Theme>();
        check_names::<ChangeColors>();
    }
}
