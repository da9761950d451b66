//! What a test expects and what it got: compared, shown as a diff, or rewritten.

/// Whether expected texts are to be rewritten rather than compared.
pub fn rewrite() -> bool {
    std::env::var_os("YANJING_BLESS").is_some_and(|value| value == "1")
}

/// The lines that differ, `-` expected and `+` got, each with the equal line before it.
pub fn diff(expected: &str, got: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (expected.lines().collect(), got.lines().collect());
    // The length of the longest common tail from each pair of lines on.
    let mut common = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for (i, before) in old.iter().enumerate().rev() {
        for (j, after) in new.iter().enumerate().rev() {
            common[i][j] = if before == after {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut lines, mut equal) = (0, 0, Vec::new(), None);
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            equal = Some(format!("  {}", old[i]));
            (i, j) = (i + 1, j + 1);
            continue;
        }
        lines.extend(equal.take());
        if j == new.len() || (i < old.len() && common[i + 1][j] >= common[i][j + 1]) {
            lines.push(format!("- {}", old[i]));
            i += 1;
        } else {
            lines.push(format!("+ {}", new[j]));
            j += 1;
        }
    }
    lines.join("\n")
}
