//! The paths that a Rust source names, found without a compiler: enough of the language to tell paths from comments,
//! strings and characters, and to follow nested `use` groups and modules written inside a file.

/// A path as written, with its line.
#[derive(Debug, PartialEq, Eq)]
pub struct NamedPath {
    /// Counted from 1.
    pub line: usize,
    /// `crate`, `text`, `span`; a glob ends in `*`.
    pub segments: Vec<String>,
    /// The modules inside the file that the path stands in, outermost first.
    pub modules: Vec<String>,
    /// Whether a `use` names it.
    pub imported: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token<'a> {
    Word(&'a str),
    Join,
    Mark(char),
}

/// All paths of two segments or more, and all that a `use` names.
pub fn paths(source: &str) -> Vec<NamedPath> {
    let tokens = tokens(source);
    let mut paths = Vec::new();
    let mut modules: Vec<(String, usize)> = Vec::new();
    let (mut at, mut depth) = (0, 0);
    while let Some(&(line, token)) = tokens.get(at) {
        let next = |ahead: usize| tokens.get(at + ahead).map(|(_, token)| *token);
        match token {
            Token::Word("mod") => {
                if let (Some(Token::Word(name)), Some(Token::Mark('{'))) = (next(1), next(2)) {
                    modules.push((name.to_owned(), depth));
                }
            }
            Token::Word("use") if next(1) != Some(Token::Mark('<')) => {
                let inside: Vec<String> = modules.iter().map(|(name, _)| name.clone()).collect();
                let start = paths.len();
                at = use_tree(&tokens, at + 1, &[], &mut paths);
                paths[start..].iter_mut().for_each(|path| path.modules.clone_from(&inside));
                continue;
            }
            Token::Word(_) if next(1) == Some(Token::Join) => {
                let (segments, after) = chain(&tokens, at);
                if segments.len() > 1 {
                    let modules = modules.iter().map(|(name, _)| name.clone()).collect();
                    paths.push(NamedPath { line, segments, modules, imported: false });
                }
                at = after;
                continue;
            }
            Token::Mark('{') => depth += 1,
            Token::Mark('}') => {
                depth -= usize::from(depth > 0);
                modules.retain(|(_, opened_at)| *opened_at < depth);
            }
            _ => {}
        }
        at += 1;
    }
    paths
}

fn chain(tokens: &[(usize, Token<'_>)], mut at: usize) -> (Vec<String>, usize) {
    let mut segments = Vec::new();
    while let Some((_, Token::Word(word))) = tokens.get(at) {
        segments.push((*word).to_owned());
        at += 1;
        if !matches!(tokens.get(at), Some((_, Token::Join))) {
            break;
        }
        at += 1;
    }
    (segments, at)
}

/// Reads one tree of a `use` from `at` and gives the place after it.
fn use_tree(
    tokens: &[(usize, Token<'_>)],
    mut at: usize,
    prefix: &[String],
    paths: &mut Vec<NamedPath>,
) -> usize {
    if matches!(tokens.get(at), Some((_, Token::Join))) {
        at += 1;
    }
    let line = tokens.get(at).map_or(0, |(line, _)| *line);
    let (words, after) = chain(tokens, at);
    let segments: Vec<String> = prefix.iter().cloned().chain(words).collect();
    at = after;
    let mut name = |segments| paths.push(NamedPath { line, segments, modules: Vec::new(), imported: true });
    match tokens.get(at) {
        Some((_, Token::Mark('*'))) => {
            name([segments, vec!["*".to_owned()]].concat());
            at + 1
        }
        Some((_, Token::Mark('{'))) => {
            at += 1;
            while !matches!(tokens.get(at), None | Some((_, Token::Mark('}')))) {
                at = use_tree(tokens, at, &segments, paths);
                // `as name` and the comma.
                while !matches!(tokens.get(at), None | Some((_, Token::Mark(',' | '}')))) {
                    at += 1;
                }
                at += usize::from(matches!(tokens.get(at), Some((_, Token::Mark(',')))));
            }
            at + 1
        }
        _ => {
            name(segments);
            at
        }
    }
}

fn tokens(source: &str) -> Vec<(usize, Token<'_>)> {
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    while let Some(first) = source[at..].chars().next() {
        let rest = &source[at..];
        let length = if let Some(length) = blank_or_quoted(rest) {
            length
        } else if first.is_alphabetic() || first == '_' {
            let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            tokens.push((line, Token::Word(&rest[..length])));
            length
        } else if rest.starts_with("::") {
            tokens.push((line, Token::Join));
            2
        } else {
            tokens.push((line, Token::Mark(first)));
            first.len_utf8()
        };
        line += rest[..length].matches('\n').count();
        at += length;
    }
    tokens
}

/// The length of the white space, comment, string or character that `rest` begins with.
fn blank_or_quoted(rest: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    let until =
        |end: &str, from: usize| rest[from..].find(end).map_or(rest.len(), |at| from + at + end.len());
    if first.is_whitespace() {
        return Some(first.len_utf8());
    }
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(until("*/", 2));
    }
    let hashes = rest.trim_start_matches(['b', 'c']).strip_prefix('r').map(|raw| {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        (raw.as_bytes().get(hashes) == Some(&b'"')).then_some(hashes)
    });
    if let Some(Some(hashes)) = hashes {
        let open = rest.find('"')? + 1;
        return Some(until(&format!("\"{}", "#".repeat(hashes)), open));
    }
    let quote = match first {
        '"' | '\'' => first,
        _ => return None,
    };
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return Some(at + 1),
            // A quote that the character after the next does not close opens a lifetime.
            _ if quote == '\''
                && !rest[at + c.len_utf8()..].starts_with('\'')
                && !rest.starts_with("'\\") =>
            {
                return Some(1);
            }
            _ => {}
        }
    }
    Some(rest.len())
}
