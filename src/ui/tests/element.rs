//! Rendered HTML as a tree that can be asked for its elements.

/// An element with its attributes and what stands in it.
#[derive(Debug, Default)]
pub struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Node>,
}

#[derive(Debug)]
enum Node {
    Element(Element),
    Text(String),
}

/// Elements that have no end tag.
const VOID: [&str; 6] = ["br", "col", "hr", "img", "input", "meta"];

impl Element {
    /// The tree of `html`, which is well formed, under a root without a name.
    pub fn of(html: &str) -> Self {
        let mut open = vec![Self::default()];
        let mut rest = html;
        while let Some(start) = rest.find('<') {
            push(&mut open, Node::Text(unescaped(&rest[..start])));
            rest = &rest[start..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                rest = comment.split_once("-->").unwrap().1;
                continue;
            }
            let (tag, behind) = rest[1..].split_once('>').unwrap();
            rest = behind;
            if let Some(name) = tag.strip_prefix('/') {
                let element = open.pop().unwrap();
                assert_eq!(element.name, name, "elements are nested");
                push(&mut open, Node::Element(element));
            } else {
                let element = started(tag.trim_end_matches('/'));
                if tag.ends_with('/') || VOID.contains(&element.name.as_str()) {
                    push(&mut open, Node::Element(element));
                } else {
                    open.push(element);
                }
            }
        }
        push(&mut open, Node::Text(unescaped(rest)));
        assert_eq!(open.len(), 1, "every element ends");
        open.pop().unwrap()
    }

    /// All elements below that match `selector`, in order: names, `.class`, `#id`, `[attribute]` and
    /// `[attribute=value]` written together, with a space for what stands below.
    pub fn all(&self, selector: &str) -> Vec<&Self> {
        let (first, below) = match selector.split_once(' ') {
            Some((first, below)) => (first, Some(below)),
            None => (selector, None),
        };
        let mut found = Vec::new();
        for child in self.elements() {
            if child.is(first) {
                match below {
                    Some(below) => found.extend(child.all(below)),
                    None => found.push(child),
                }
            }
            if below.is_none() || !child.is(first) {
                found.extend(child.all(selector));
            }
        }
        found
    }

    /// The only element below that matches `selector`.
    #[track_caller]
    pub fn one(&self, selector: &str) -> &Self {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector}");
        found[0]
    }

    /// The text of each element below that matches `selector`.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(Self::text).collect()
    }

    /// All text in it.
    pub fn text(&self) -> String {
        let text = |node: &Node| match node {
            Node::Element(element) => element.text(),
            Node::Text(text) => text.clone(),
        };
        self.children.iter().map(text).collect()
    }

    /// The text in it that is seen as text: without what is for screen readers alone.
    pub fn seen(&self) -> String {
        let seen = |node: &Node| match node {
            Node::Element(element) if element.is(".visually-hidden") => String::new(),
            Node::Element(element) => element.seen(),
            Node::Text(text) => text.clone(),
        };
        self.children.iter().map(seen).collect()
    }

    /// Its elements and texts, a line each, without what is closed (`.settings-panel`) and without the attributes that
    /// hold the shell's words; in English where the shell is to be so.
    pub fn outline(&self, is_english: bool) -> String {
        let english = |name: &str| Some(self.attribute(name)).filter(|value| is_english && !value.is_empty());
        let mut attributes: Vec<String> = Vec::new();
        for (name, value) in self.attributes.iter().filter(|(name, _)| !name.starts_with("data-")) {
            let other = match name.as_str() {
                "aria-label" | "title" => english("data-en-label"),
                "lang" => english("data-en-lang"),
                _ => None,
            };
            attributes.push(format!(" {name}={}", other.unwrap_or(value)));
        }
        attributes.sort();
        let mut lines = format!("{}{}\n", self.name, attributes.concat());
        if let Some(words) = english("data-en") {
            return lines + words + "\n";
        }
        for child in &self.children {
            match child {
                Node::Element(element) if element.is(".settings-panel") => {}
                Node::Element(element) => lines += &element.outline(is_english),
                Node::Text(text) if text.trim().is_empty() => {}
                Node::Text(text) => lines += &format!("{}\n", text.trim()),
            }
        }
        lines
    }

    /// The value of an attribute; empty where it is missing.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value)
    }

    /// Whether it matches `selector`, which has no space.
    pub fn is(&self, selector: &str) -> bool {
        let end = selector.find(['.', '#', '[']).unwrap_or(selector.len());
        let (name, mut rest) = selector.split_at(end);
        let mut is = name.is_empty() || name == self.name;
        while let Some(mark) = rest.chars().next() {
            let end = rest[1..].find(['.', '#', '[']).map_or(rest.len(), |end| end + 1);
            let (part, behind) = rest.split_at(end);
            let part = part[1..].trim_end_matches(']');
            is &= match (mark, part.split_once('=')) {
                ('.', _) => self.attribute("class").split_whitespace().any(|class| class == part),
                ('#', _) => self.attribute("id") == part,
                (_, Some((attribute, value))) => self.attribute(attribute) == value,
                (_, None) => self.attributes.iter().any(|(attribute, _)| attribute == part),
            };
            rest = behind;
        }
        is
    }

    fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }
}

fn push(open: &mut [Element], node: Node) {
    open.last_mut().unwrap().children.push(node);
}

/// The element that `tag`, what stands between the brackets, begins.
fn started(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while let Some((attribute, behind)) = rest.split_once("=\"") {
        let (value, behind) = behind.split_once('"').unwrap();
        let (flags, attribute) = attribute.trim().rsplit_once(' ').unwrap_or(("", attribute.trim()));
        attributes.extend(flags.split_whitespace().map(|flag| (flag.to_owned(), String::new())));
        attributes.push((attribute.to_owned(), unescaped(value)));
        rest = behind;
    }
    attributes.extend(rest.split_whitespace().map(|flag| (flag.to_owned(), String::new())));
    Element { name: name.to_owned(), attributes, children: Vec::new() }
}

fn unescaped(text: &str) -> String {
    let entities =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#x2F;", "/"), ("&amp;", "&")];
    entities.into_iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}

#[test]
fn elements_are_found_by_name_class_id_and_attribute() {
    let root = Element::of(
        "<ul id=\"a\"><li class=\"b c\">1 &lt; 2</li><!-- no --><li hidden title=\"x\">3<br>4</li></ul>",
    );
    assert_eq!(root.texts("ul li"), ["1 < 2", "34"]);
    assert_eq!(root.texts("#a .c.b"), ["1 < 2"]);
    assert_eq!(root.texts("li[title=x][hidden]"), ["34"]);
    assert_eq!(root.texts("li[title=y]").len() + root.texts("ol li").len(), 0);
}
