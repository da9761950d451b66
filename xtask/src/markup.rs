//! Finding and replacing elements in the page's own markup, which is written by hand and by Trunk, with quoted
//! attributes. It is no reader of other people's HTML.

use crate::command::Outcome;

/// One element with its place.
pub struct Element<'a> {
    /// The name as asked for.
    pub name: &'static str,
    /// From `<` to the end of the closing tag, or of the tag where the element has none.
    pub text: &'a str,
    /// Where it starts in the page.
    pub start: usize,
}

/// The elements of this name in order. `link` and `meta` have no closing tag.
#[must_use]
pub fn elements<'a>(page: &'a str, name: &'static str) -> Vec<Element<'a>> {
    let opening = format!("<{name}");
    let end = if matches!(name, "link" | "meta") { ">".to_owned() } else { format!("</{name}>") };
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(offset) = page[from..].find(&opening) {
        let start = from + offset;
        let Some(length) = page[start..].find(&end) else { break };
        from = start + length + end.len();
        if !page[start + opening.len()..].starts_with(|next: char| next.is_ascii_alphanumeric()) {
            found.push(Element { name, text: &page[start..from], start });
        }
    }
    found
}

/// The value of a quoted attribute of the element's first tag.
#[must_use]
pub fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let tag = element.split_once('>').map_or(element, |(tag, _)| tag);
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// The page without the links and scripts that are to be dropped, and without the line that one leaves empty.
#[must_use]
pub fn without(page: &str, dropped: impl Fn(&Element) -> bool) -> String {
    let mut places: Vec<(usize, usize)> = ["link", "script"]
        .into_iter()
        .flat_map(|name| elements(page, name))
        .filter(|element| dropped(element))
        .map(|element| (element.start, element.start + element.text.len()))
        .collect();
    places.sort_unstable();
    let mut kept = page.to_owned();
    for (start, end) in places.into_iter().rev() {
        let own_line = kept[..start].ends_with('\n') && kept[end..].starts_with('\n');
        kept.replace_range(start..end + usize::from(own_line), "");
    }
    kept
}

/// The page with `addition` put right before the first `mark`; `None` where the mark is missing.
#[must_use]
pub fn insert_before(page: &str, mark: &str, addition: &str) -> Option<String> {
    let place = page.find(mark)?;
    Some([&page[..place], addition, &page[place..]].concat())
}

/// The page with its shell, which runs as soon as the elements stand that it serves, before anything is painted.
pub fn with_shell(page: &str, shell: &str) -> Outcome<String> {
    if shell.contains("</script") {
        return Err("the shell holds a closing script tag".to_owned());
    }
    insert_before(page, "<section id=\"failure\"", &format!("<script>{shell}</script>\n"))
        .ok_or_else(|| "index.html has no element for failures".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{attribute, elements, insert_before, without};

    const PAGE: &str = "<head>\n<link rel=\"icon\" href=\"a.svg\">\n<link rel=\"preload\" href=\"b\">\n\
        <script type=\"module\">go();</script></head>";

    #[test]
    fn elements_are_found_with_their_attributes() {
        let links = elements(PAGE, "link");
        let addresses: Vec<_> = links.iter().map(|link| attribute(link.text, "href")).collect();
        assert_eq!(addresses, [Some("a.svg"), Some("b")]);
        assert_eq!(attribute(links[0].text, "type"), None);
        assert_eq!(elements(PAGE, "script")[0].text, "<script type=\"module\">go();</script>");
        assert!(elements("<header></header>", "head").is_empty());
    }

    #[test]
    fn dropped_elements_leave_no_empty_line() {
        let kept = without(PAGE, |element| {
            element.name == "script" || attribute(element.text, "rel") == Some("preload")
        });
        assert_eq!(kept, "<head>\n<link rel=\"icon\" href=\"a.svg\">\n</head>");
    }

    #[test]
    fn an_addition_needs_its_mark() {
        assert_eq!(insert_before("<a></a>", "</a>", "b").as_deref(), Some("<a>b</a>"));
        assert_eq!(insert_before("<a></a>", "</c>", "b"), None);
    }
}
