//! Pictures of the table.

use std::rc::Rc;

use yew::{
    Callback, Html, KeyboardEvent, MouseEvent, Properties, component, html, platform::spawn_local,
    use_effect_with, use_memo, use_state,
};

use crate::{
    browser::page,
    export::{
        drawing::{Changes, Drawing, Palette, Shape},
        ranking::ranking,
        scatter::scatter,
        svg::FONTS,
        treemap::{TreemapColumns, treemap},
    },
    model::table::ColumnKind,
    ui::workbench::{
        bench::Bench,
        fields::{choice, switch},
        files::{self, Taken},
    },
    view::workbench::words::phrases::column_name,
};

/// What the panel shows.
#[derive(PartialEq, Properties)]
pub struct ChartPanelProps {
    /// The table.
    pub bench: Bench,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Ranking,
    Treemap,
    Scatter,
}

/// The columns chosen for the places of a picture.
#[derive(Clone, Copy, PartialEq)]
struct Columns {
    values: u32,
    area: u32,
    group: Option<u32>,
    color: Option<u32>,
    across: u32,
    up: u32,
}

impl Columns {
    /// What suits the table: the figures it is ordered by; market values by the first labels, colored by the first
    /// changes; the first figures else.
    fn suggested(bench: &Bench) -> Self {
        let table = bench.table();
        let find = |kind: ColumnKind| {
            table.columns.iter().position(|column| column.kind == kind).map(|at| at as u32)
        };
        let mut numeric =
            (0..table.columns.len() as u32).filter(|at| table.columns[*at as usize].kind.is_numeric());
        let first = numeric.next().unwrap_or_default();
        let second = numeric.next().unwrap_or(first);
        let change = find(ColumnKind::Change).or_else(|| find(ColumnKind::Growth));
        let labels = (0..table.columns.len() as u32).find(|column| {
            table.columns[*column as usize].kind == ColumnKind::Text
                && bench.desk.index.borrow_mut().are_choices(table, *column)
        });
        let is_numeric =
            |column: &usize| table.columns.get(*column).is_some_and(|column| column.kind.is_numeric());
        let ordered = bench.order_by.0.iter().map(|key| key.column).find(is_numeric).map(|at| at as u32);
        Self {
            values: ordered.or(change).unwrap_or(first),
            area: find(ColumnKind::MarketCap).unwrap_or(first),
            group: labels,
            color: change,
            across: find(ColumnKind::Pe).unwrap_or(first),
            up: change.filter(|change| Some(*change) != find(ColumnKind::Pe)).unwrap_or(second),
        }
    }
}

/// The chart panel.
#[component]
pub fn ChartPanel(props: &ChartPanelProps) -> Html {
    let bench = &props.bench;
    let (table, words) = (bench.table().clone(), bench.words());
    let kind = use_state(|| Kind::Ranking);
    let columns = use_state(|| Columns::suggested(bench));
    let focused = use_state(|| 0_usize);
    let status = use_state(|| "");
    let is_printed = use_state(|| false);
    {
        let is_printed = is_printed.clone();
        use_effect_with((), move |()| {
            let listener = page::on_print(move |is_printing| is_printed.set(is_printing));
            move || drop(listener)
        });
    }
    let chosen = *columns;
    let drawn = use_memo((*kind, chosen, bench.clone()), |(kind, chosen, bench)| {
        let taken = Taken::of(bench, true);
        let (sheet, mut index) = (taken.sheet(), bench.desk.index.borrow_mut());
        let (drawing, left_out) = match kind {
            Kind::Ranking => ranking(&sheet, &mut index, chosen.values),
            Kind::Treemap => {
                let places = TreemapColumns { area: chosen.area, group: chosen.group, color: chosen.color };
                treemap(&sheet, &mut index, places)
            }
            Kind::Scatter => scatter(&sheet, &mut index, chosen.across, chosen.up),
        }?;
        Some((Rc::new(drawing), left_out, files::file_name(&sheet, "")))
    });
    let numeric: Vec<(String, String)> = (0..table.columns.len() as u32)
        .filter(|column| table.columns[*column as usize].kind.is_numeric())
        .map(|column| (column.to_string(), column_name(&table, column)))
        .collect();
    let labels: Vec<(String, String)> = std::iter::once((String::new(), words.no_group.to_owned()))
        .chain(
            (0..table.columns.len() as u32)
                .filter(|column| !table.columns[*column as usize].kind.is_numeric())
                .map(|column| (column.to_string(), column_name(&table, column))),
        )
        .collect();
    let set = |next: fn(&mut Columns, Option<u32>)| {
        let columns = columns.clone();
        move |value: String| {
            let mut changed = *columns;
            next(&mut changed, value.parse().ok());
            columns.set(changed);
        }
    };
    let pick = |label: &str,
                options: &[(String, String)],
                column: Option<u32>,
                next: fn(&mut Columns, Option<u32>)| {
        choice(label, options, &column.map(|column| column.to_string()).unwrap_or_default(), set(next))
    };
    let choose_kind: Rc<dyn Fn(Kind)> = {
        let (kind, focused) = (kind.clone(), focused.clone());
        Rc::new(move |next| {
            kind.set(next);
            focused.set(0);
        })
    };
    let kinds =
        [(Kind::Ranking, words.ranked), (Kind::Treemap, words.treemap), (Kind::Scatter, words.scatter)];
    let changes = match page::root_data("change-colors").unwrap_or_default().as_str() {
        "green-up" => Changes::GreenUp,
        "color-blind" => Changes::ColorBlind,
        "plain" => Changes::Plain,
        _ => Changes::RedUp,
    };
    let body = match &*drawn {
        None => html! { <p class="quiet">{ words.no_chart }</p> },
        Some((drawing, left_out, name)) => {
            let name = |ending: &str| format!("{name}{ending}");
            let paper = Palette { is_dark: false, changes };
            let (one, svg_name) = (drawing.clone(), name("svg"));
            let (other, png_name, bench, said) =
                (drawing.clone(), name("png"), bench.clone(), status.clone());
            let said_svg = status.clone();
            let save_svg = move |_: MouseEvent| {
                said_svg.set(if files::save_svg(&one, paper, &svg_name) {
                    words.saved
                } else {
                    words.failed
                });
            };
            let save_png = move |_: MouseEvent| {
                let (drawing, name, bench, said) =
                    (other.clone(), png_name.clone(), bench.clone(), said.clone());
                spawn_local(async move {
                    let text = if files::save_png(&drawing, paper, &name).await {
                        words.saved
                    } else {
                        words.failed
                    };
                    said.set(text);
                    bench.say(text);
                });
            };
            html! {
                <>
                    { picture(drawing, Palette { is_dark: page::is_dark() && !*is_printed, changes }, *focused, &focused) }
                    <p class="mark-words">{ drawing.marks.get(*focused).map(|mark| mark.words.clone()).unwrap_or_default() }</p>
                    if left_out.rows {
                        <p class="caution">{ format!("{} {}", words.only_first, drawing.marks.len()) }</p>
                    }
                    if left_out.currencies { <p class="caution">{ words.left_out_currency }</p> }
                    <div class="panel-actions">
                        <button type="button" class="button" onclick={save_png}>{ words.save_png }</button>
                        <button type="button" class="button" onclick={save_svg}>{ words.save_svg }</button>
                        <button type="button" class="button" onclick={|_| page::print()}>{ words.print }</button>
                        <span role="status">{ *status }</span>
                    </div>
                </>
            }
        }
    };
    html! {
        <>
            <div class="chart-choices">
                { switch(words.chart, &kinds, *kind, &choose_kind) }
                if *kind == Kind::Ranking {
                    { pick(words.values, &numeric, Some(chosen.values), |columns, column| columns.values = column.unwrap_or_default()) }
                }
                if *kind == Kind::Treemap {
                    { pick(words.area, &numeric, Some(chosen.area), |columns, column| columns.area = column.unwrap_or_default()) }
                    { pick(words.group, &labels, chosen.group, |columns, column| columns.group = column) }
                    { pick(words.color, &numeric, chosen.color, |columns, column| columns.color = column) }
                }
                if *kind == Kind::Scatter {
                    { pick(words.across, &numeric, Some(chosen.across), |columns, column| columns.across = column.unwrap_or_default()) }
                    { pick(words.up, &numeric, Some(chosen.up), |columns, column| columns.up = column.unwrap_or_default()) }
                }
            </div>
            { body }
        </>
    }
}

/// The drawing on the screen: one Tab stop, the arrow keys go from row to row.
fn picture(
    drawing: &Rc<Drawing>,
    palette: Palette,
    focused: usize,
    set_focused: &yew::UseStateHandle<usize>,
) -> Html {
    let last = drawing.marks.len().saturating_sub(1);
    let onkeydown = {
        let set_focused = set_focused.clone();
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowRight" | "ArrowDown" => (*set_focused + 1).min(last),
                "ArrowLeft" | "ArrowUp" => set_focused.saturating_sub(1),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            set_focused.set(next);
            page::focus(&format!("mark-{next}"));
        })
    };
    let marked = |mark: &Option<usize>| {
        let mark = (*mark)?;
        Some((mark, drawing.marks.get(mark)?.words.clone()))
    };
    let shape = |shape: &Shape| match shape {
        Shape::Box { place: (x, y, width, height), ink, mark } => {
            let (id, tabindex, label, role) = attributes(marked(mark), focused);
            html! {
                <rect {id} {tabindex} {role} aria-label={label} x={x.to_string()} y={y.to_string()} width={width.to_string()}
                    height={height.to_string()} fill={palette.color(*ink)} />
            }
        }
        Shape::Dot { middle, radius, ink, mark } => {
            let (id, tabindex, label, role) = attributes(marked(mark), focused);
            html! {
                <circle {id} {tabindex} {role} aria-label={label} cx={middle.0.to_string()} cy={middle.1.to_string()}
                    r={radius.to_string()} fill={palette.color(*ink)} />
            }
        }
        Shape::Line { from, to, ink } => html! {
            <line x1={from.0.to_string()} y1={from.1.to_string()} x2={to.0.to_string()} y2={to.1.to_string()}
                stroke={palette.color(*ink)} />
        },
        Shape::Text { at, text, size, anchor, ink } => html! {
            <text x={at.0.to_string()} y={at.1.to_string()} font-size={size.to_string()} text-anchor={anchor.name()}
                fill={palette.color(*ink)} aria-hidden="true">{ text.clone() }</text>
        },
    };
    html! {
        <svg class="picture" viewBox={format!("0 0 {} {}", drawing.width, drawing.height)} role="group"
            aria-label={drawing.title.clone()} font-family={FONTS} lang="zh-CN" {onkeydown}>
            { for drawing.shapes.iter().map(shape) }
        </svg>
    }
}

type Attributes = (Option<String>, Option<&'static str>, Option<String>, Option<&'static str>);

/// Id, tab stop, label and role of a row's shape; none for any other.
fn attributes(mark: Option<(usize, String)>, focused: usize) -> Attributes {
    match mark {
        Some((mark, words)) => {
            let tabindex = if mark == focused { "0" } else { "-1" };
            (Some(format!("mark-{mark}")), Some(tabindex), Some(words), Some("img"))
        }
        None => (None, None, None, None),
    }
}
