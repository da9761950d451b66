//! The fields of the panels.

use std::rc::Rc;

use yew::{AttrValue, Callback, Event, Html, InputEvent, MouseEvent, Properties, component, html, use_state};

use super::bench::Bench;
use crate::{
    browser::fields::{is_checked, value_of},
    text::width::narrowed,
};

/// A list to choose one of: the label, what can be chosen with its value, the value that is.
pub fn choice(
    label: &str,
    options: &[(String, String)],
    chosen: &str,
    onchange: impl Fn(String) + 'static,
) -> Html {
    let option = |(value, text): &(String, String)| {
        html! { <option value={value.clone()} selected={value == chosen}>{ text.clone() }</option> }
    };
    let onchange = move |event: Event| onchange(value_of(&event));
    html! {
        <label class="field">
            <span>{ label.to_owned() }</span>
            <select {onchange}>{ for options.iter().map(option) }</select>
        </label>
    }
}

/// A box to check.
pub fn check(label: Html, is_set: bool, onchange: impl Fn(bool) + 'static) -> Html {
    let onchange = move |event: Event| onchange(is_checked(&event));
    html! {
        <label class="check"><input type="checkbox" checked={is_set} {onchange} /><span>{ label }</span></label>
    }
}

/// A button that does something to a table.
pub fn button(label: &str, bench: &Bench, act: impl Fn(&Bench) + 'static) -> Html {
    let bench = bench.clone();
    let onclick = move |_: MouseEvent| act(&bench);
    html! { <button type="button" class="button" {onclick}>{ label.to_owned() }</button> }
}

/// Buttons of which one is pressed: the heading, and what can be chosen with whether it is.
pub fn switch<T: Copy + PartialEq + 'static>(
    label: &str,
    options: &[(T, &'static str)],
    chosen: T,
    onchoose: &Rc<dyn Fn(T)>,
) -> Html {
    let option = |(value, text): &(T, &'static str)| {
        let (value, onchoose) = (*value, onchoose.clone());
        let onclick = move |_: MouseEvent| onchoose(value);
        let is_pressed = (value == chosen).to_string();
        html! { <button type="button" class="choice" aria-pressed={is_pressed} {onclick}>{ *text }</button> }
    };
    html! {
        <div class="switch" role="group" aria-label={label.to_owned()}>
            <span class="switch-label">{ label.to_owned() }</span>
            <div class="choices">{ for options.iter().map(option) }</div>
        </div>
    }
}

/// What may stand in a text field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Anything.
    Words,
    /// A day.
    Day,
    /// A number.
    Number,
    /// A number above zero.
    Rate,
}

/// A number as figures are printed: with commas, full-width, with a percent sign.
pub fn typed_number(text: &str) -> Option<f64> {
    let narrow = narrowed(text.trim()).replace([',', '%'], "");
    narrow.parse().ok().filter(|number: &f64| number.is_finite())
}

/// What a text field is.
#[derive(PartialEq, Properties)]
pub struct TextFieldProps {
    /// Its label.
    pub label: AttrValue,
    /// What may stand in it.
    pub kind: FieldKind,
    /// What is shown as long as it is empty.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What stands behind it.
    #[prop_or_default]
    pub unit: AttrValue,
    /// What stands in it at first.
    pub initial: String,
    /// Hears what is typed, at every key.
    pub ontyped: Callback<String>,
}

/// A text field, which keeps what is typed however its meaning is written elsewhere.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let TextFieldProps { label, kind, hint, unit, initial, ontyped } = props;
    let typed = use_state(|| initial.clone());
    let oninput = {
        let (typed, ontyped) = (typed.clone(), ontyped.clone());
        move |event: InputEvent| {
            let text = value_of(&event);
            typed.set(text.clone());
            ontyped.emit(text);
        }
    };
    let is_blank = typed.trim().is_empty();
    let (form, keys, is_right) = match kind {
        FieldKind::Words => ("text", None, true),
        FieldKind::Day => ("date", None, true),
        FieldKind::Number => ("text", Some("decimal"), typed_number(&typed).is_some()),
        FieldKind::Rate => ("text", Some("decimal"), typed_number(&typed).is_some_and(|rate| rate > 0.0)),
    };
    let invalid = (!is_blank && !is_right).then_some("true");
    html! {
        <label class="field">
            <span>{ label }</span>
            <input type={form} inputmode={keys} autocomplete="off" spellcheck="false" placeholder={hint}
                aria-invalid={invalid} value={(*typed).clone()} {oninput} />
            if !unit.is_empty() { <span class="quiet">{ unit }</span> }
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::typed_number;

    #[test]
    fn numbers_are_typed_as_figures_are_printed() {
        let typed = ["1,234.5", "－５％", " 7 ", "", "-", "1e999", "七"].map(typed_number);
        assert_eq!(typed, [Some(1234.5), Some(-5.0), Some(7.0), None, None, None, None]);
    }
}
