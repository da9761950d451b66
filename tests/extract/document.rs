//! The form of a report document, `yanjing-report/1`: which keys stand where, and that what a span shows is what is said.

use serde_json::Value;

/// The objects of a document: where they stand (`[]` is any index of an array), and all of their keys.
const FORM: [(&str, &[&str]); 21] = [
    (
        "",
        &[
            "format",
            "file",
            "broker",
            "title",
            "industry",
            "date",
            "rating",
            "security",
            "target_price",
            "analysts",
            "sections",
            "tables",
            "rating_scales",
            "picks",
            "mentions",
            "risks",
            "diagnostics",
        ],
    ),
    ("file", &["name", "bytes", "encoding", "media"]),
    ("broker", &["value", "span"]),
    ("title", &["value", "span"]),
    ("industry", &["value", "span"]),
    ("date", &["value", "basis", "span"]),
    ("rating", &["subject", "label", "action", "span"]),
    ("security", &["code", "canonical", "name", "span"]),
    ("target_price", &["value", "currency", "span"]),
    ("analysts[]", &["name", "license", "role", "email", "phone", "span"]),
    ("sections[]", &["heading", "level", "span"]),
    (
        "tables[]",
        &[
            "caption",
            "number",
            "group",
            "kind",
            "unit",
            "source",
            "notes",
            "columns",
            "rows",
            "row_roles",
            "span",
        ],
    ),
    ("tables[].columns[]", &["path", "kind", "unit", "period"]),
    ("tables[].rows[][]", &["text", "value", "unit", "span", "inherited"]),
    ("rating_scales[]", &["subject", "basis", "horizon_months", "benchmarks", "bands", "span"]),
    (
        "rating_scales[].bands[]",
        &["label", "low", "high", "low_inclusive", "high_inclusive", "relation", "definition", "span"],
    ),
    ("picks[]", &["theme", "verb", "names", "span"]),
    ("picks[].names[]", &["value", "span"]),
    ("mentions[]", &["code", "name", "span"]),
    ("risks[]", &["value", "span"]),
    ("diagnostics[]", &["severity", "kind", "message", "span"]),
];

/// Keys whose value must be one of a few words, wherever they stand in objects of that place.
const WORDS: [(&str, &str, &[&str]); 9] = [
    ("file", "media", &["text", "markdown", "html"]),
    ("date", "basis", &["published", "as_of"]),
    ("rating", "subject", &["company", "industry"]),
    ("analysts[]", "role", &["analyst", "contact", "assistant"]),
    ("tables[]", "kind", &["stocks", "ratings", "other"]),
    (
        "tables[].columns[]",
        "kind",
        &[
            "security_code",
            "security_name",
            "rating",
            "price",
            "target_price",
            "market_cap",
            "eps",
            "pe",
            "pb",
            "ps",
            "peg",
            "ev_ebitda",
            "roe",
            "dividend_yield",
            "revenue",
            "net_profit",
            "growth",
            "change",
            "date",
            "number",
            "range",
            "text",
        ],
    ),
    (
        "rating_scales[]",
        "subject",
        &["company", "industry", "company_and_industry", "risk", "long_term", "market", "convertible_bond"],
    ),
    ("rating_scales[].bands[]", "relation", &["outperform", "in_line", "underperform", "not_rated"]),
    ("diagnostics[]", "severity", &["note", "warning"]),
];

/// What is wrong with the form of `report`, which was read from `text`.
pub fn faults(report: &Value, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    examine("", report, text, &mut faults);
    for table in report["tables"].as_array().into_iter().flatten() {
        let length = |value: &Value| value.as_array().map(Vec::len);
        let columns = length(&table["columns"]);
        if length(&table["rows"]) != length(&table["row_roles"]) {
            faults.push("as many row_roles as rows".to_owned());
        }
        if table["rows"].as_array().into_iter().flatten().any(|row| length(row) != columns) {
            faults.push("as many cells in a row as columns".to_owned());
        }
    }
    faults
}

fn examine(place: &str, value: &Value, text: &str, faults: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items.iter().for_each(|item| examine(&format!("{place}[]"), item, text, faults))
        }
        Value::Object(object) => {
            if let Some((_, keys)) = FORM.iter().find(|(at, _)| *at == place) {
                let missing = keys.iter().filter(|key| !object.contains_key(**key));
                faults.extend(missing.map(|key| format!("{place}: no {key}")));
            }
            for (_, key, words) in WORDS.iter().filter(|(at, ..)| *at == place) {
                let known =
                    value[key].is_null() || value[key].as_str().is_some_and(|word| words.contains(&word));
                if !known {
                    faults.push(format!("{place}: {key} is {}", value[key]));
                }
            }
            if let Some(shown) = object.get("span") {
                examine_span(place, value, shown, text, faults);
            }
            for (key, inner) in object {
                let inner_place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
                examine(&inner_place, inner, text, faults);
            }
        }
        Value::String(word) if word.is_empty() && !place.ends_with(".text") && !place.ends_with("path[]") => {
            faults.push(format!("{place}: an empty string"));
        }
        _ => {}
    }
}

/// A span lies inside the text and shows what is said, white space aside.
fn examine_span(place: &str, value: &Value, span: &Value, text: &str, faults: &mut Vec<String>) {
    let end = |at: usize| span[at].as_u64().and_then(|end| usize::try_from(end).ok());
    let shown = end(0).zip(end(1)).and_then(|(start, end)| text.get(start..end));
    let Some(shown) = shown else {
        faults.push(format!("{place}: the span {span} is no place of the text"));
        return;
    };
    // A date is said in another form than it is printed, and of a rating or a band the span covers more.
    let said = match place {
        "date" => return,
        _ => value.get("text").or_else(|| value.get("value")).or_else(|| value.get("heading")),
    };
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    if let Some(said) = said.and_then(Value::as_str).filter(|said| bare(said) != bare(shown)) {
        faults.push(format!("{place}: says {said}, shows {shown}"));
    }
}
